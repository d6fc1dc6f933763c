//! Cases of tests as data: texts, each with what is to be read in it. A case begins with === and its name; the text follows, and behind
//! --- what is expected.

/// Asserts that every case of the files is read as it says.
pub fn hold(files: &[&str], read: impl Fn(&str) -> String) {
    let cases_of = |file: &'_ str| file.split("\n===").skip(1).count();
    assert!(files.iter().all(|file| cases_of(file) > 0), "a file without cases");
    let cases: Vec<&str> = files.iter().flat_map(|file| file.split("\n===").skip(1)).collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (source, expected) = rest.split_once("\n---\n").expect("a case says what is expected");
        let read = read(source);
        if read.trim() != expected.trim() {
            let begin = source.lines().next().unwrap_or_default();
            wrong.push(format!("{name}: {begin}: expected\n{}\nbut read\n{read}", expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
