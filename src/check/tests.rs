use std::fs;

use super::*;
use crate::report::{FindingKind, Status};

/// The checks of a text as a listing: one a line, with ! before what does not agree, and what is in doubt, with ? before it.
fn listing(source: &str) -> String {
    let report = crate::read(source);
    let line = |check: &Check| {
        let mark = if check.status == Status::Inconsistent { "! " } else { "" };
        format!("{mark}{} {}\n", check.kind.as_str(), check.message)
    };
    let doubted = report.findings.iter().filter(|finding| finding.kind == FindingKind::Figures);
    let checks: String = report.checks.iter().map(line).collect();
    checks + &doubted.map(|finding| format!("? {}\n", finding.message)).collect::<String>()
}

/// Every file of cases with its name.
fn files() -> impl Iterator<Item = (String, String)> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/cases")).expect("the folder is there");
    folder.map(|entry| {
        let path = entry.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("the cases can be read");
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
    })
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (file, text) in files() {
        let cases: Vec<&str> = text.split("=== ").skip(1).collect();
        assert!(!cases.is_empty(), "{file} has no cases");
        count += cases.len();
        for case in cases {
            let (name, rest) = case.split_once('\n').expect("a case has a name");
            let (source, expected) = rest.split_once("\n---").expect("a case has its checks");
            let read = listing(source);
            if read.trim() != expected.trim() {
                wrong.push(format!("{file}: {name}: expected\n{}\nbut read\n{read}", expected.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn checks_point_at_their_figures() {
    let source = "全年审查合同87份（采购52份、租赁29份、其他6份），在全市12个单位中排名第2位。";
    let report = crate::read(source);
    assert!(report.checks.len() > 1);
    for check in &report.checks {
        assert!(!check.metrics.is_empty());
        for &metric in &check.metrics {
            assert!(check.span.overlaps(report.metrics[metric].span));
        }
    }
    assert_eq!(report.checks[0].span.of(source), "87份（采购52份、租赁29份、其他6份");
}
