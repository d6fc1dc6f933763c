//! The command line, as a person at a terminal sees it.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FIRST: &str = "云溪县2023年法治政府建设情况报告\n一、主要工作\n全年办结案件12件。\n";
const SECOND: &str = "青塘镇2023年工作总结\n一、主要工作\n接待群众35人次。\n";

fn gangmu() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gangmu"))
}

/// A file of this test's own.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the test's folder can be written");
    path
}

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().expect("the command starts")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("output is UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("messages are UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_str(stdout(output)).expect("output is JSON")
}

#[test]
fn one_file_is_an_object() {
    let path = file("one.txt", FIRST);
    let output = run(gangmu().arg("read").arg(&path));
    assert_eq!(output.status.code(), Some(0));
    let report = json(&output);
    assert_eq!(report["schema"], "gangmu.report/1");
    assert_eq!(report["source"]["name"], *path.to_string_lossy());
    assert_eq!(stderr(&output), "");
}

#[test]
fn several_files_are_an_array() {
    let paths = [file("several-1.txt", FIRST), file("several-2.txt", SECOND)];
    let output = run(gangmu().arg("read").args(&paths));
    assert_eq!(json(&output).as_array().map(Vec::len), Some(2));
}

#[test]
fn ndjson_is_a_line_for_each_file() {
    let paths = [file("ndjson-1.txt", FIRST), file("ndjson-2.txt", SECOND)];
    let output = run(gangmu().args(["read", "--format", "ndjson"]).args(&paths));
    let lines: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(lines.len(), 2);
}

#[test]
fn csv_of_several_files_has_one_header() {
    let paths = [file("csv-1.txt", FIRST), file("csv-2.txt", SECOND)];
    let output = run(gangmu().args(["read", "--format", "csv"]).args(&paths));
    assert!(stdout(&output).starts_with("\u{feff}指标,数值,"));
    assert_eq!(stdout(&output).matches("指标").count(), 1);
}

#[test]
fn markdown_of_several_files_has_a_title_for_each() {
    let paths = [file("markdown-1.txt", FIRST), file("markdown-2.txt", SECOND)];
    let output = run(gangmu().args(["read", "--format", "markdown"]).args(&paths));
    assert_eq!(stdout(&output).lines().filter(|line| line.starts_with("# ")).count(), 2);
}

#[test]
fn a_workbook_is_written_to_a_file() {
    let paths = [file("workbook-1.txt", FIRST), file("workbook-2.txt", SECOND)];
    let target = paths[0].with_file_name("workbook.xlsx");
    let output = run(gangmu().args(["read", "--format", "xlsx", "--output"]).arg(&target).args(&paths));
    assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), "", ""));
    assert!(std::fs::read(target).expect("the file is there").starts_with(b"PK"));
}

#[test]
fn forty_reports_stand_side_by_side() {
    const NAMES: &str = "东西南北上中下左右前后山水云溪青塘石桥林泉春夏秋冬金木火土红黄白黑大小长短高平安";
    let report = |name| FIRST.replace("云溪", &format!("临{name}")).replace("办结案件", "人民调解案件");
    let paths: Vec<PathBuf> = NAMES.chars().map(|name| file(&format!("compare-{name}.txt"), report(name))).collect();
    let missing = paths[0].with_file_name("没有这份报告.txt");
    let output = run(gangmu().arg("compare").args(&paths).arg(&missing));
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("没有这份报告.txt"), "{}", stderr(&output));
    let mut lines = stdout(&output).lines();
    let heads: Vec<&str> = lines.next().expect("there are heads").split(',').collect();
    assert_eq!((heads[0], heads.len(), heads[8]), ("\u{feff}指标", 48, "临东县 2023 年"));
    let cases = lines.filter(|line| line.starts_with("人民调解案件,")).collect::<Vec<_>>();
    assert!(matches!(cases[..], [line] if line.ends_with(&",12".repeat(40))), "{cases:?}");
}

#[test]
fn a_comparison_is_written_as_a_workbook_too() {
    let paths = [file("side-1.txt", FIRST), file("side-2.txt", SECOND)];
    let target = paths[0].with_file_name("side.xlsx");
    let output = run(gangmu().args(["compare", "--format", "xlsx", "--output"]).arg(&target).args(&paths));
    assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), "", ""));
    assert!(std::fs::read(target).expect("the file is there").starts_with(b"PK"));
}

#[test]
fn a_page_holds_one_report() {
    let paths = [file("page-1.txt", FIRST), file("page-2.txt", SECOND)];
    let output = run(gangmu().args(["read", "--format", "html"]).arg(&paths[0]));
    assert!(stdout(&output).starts_with("<!doctype html>"));
    let output = run(gangmu().args(["read", "--format", "html"]).args(&paths));
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    assert!(stderr(&output).contains("一份"), "{}", stderr(&output));
}

#[test]
fn a_file_that_cannot_be_written_is_said() {
    let path = file("unwritten.txt", FIRST);
    let output = run(gangmu().args(["read", "--output"]).arg(path.join("no folder")).arg(&path));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("写不出去"), "{}", stderr(&output));
}

#[test]
fn nothing_is_written_over_what_is_read() {
    let path = file("kept.txt", FIRST);
    let other = file("kept-2.txt", SECOND);
    let again = path.with_file_name(".").join("kept.txt");
    for command in [&["read"][..], &["read", "--format", "csv"], &["compare"]] {
        let output = run(gangmu().args(command).arg("--output").arg(&again).args([&other, &path]));
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
        assert!(stderr(&output).contains("kept.txt：这是要读的文件"), "{}", stderr(&output));
        assert_eq!(std::fs::read_to_string(&path).expect("the report is there"), FIRST);
    }
}

#[test]
fn where_nothing_can_be_read_nothing_is_written() {
    let held = file("held.csv", "held");
    let absent = held.with_file_name("never.csv");
    let missing = ["没有一.txt", "没有二.txt"];
    for command in [
        &["read"][..],
        &["read", "--format", "ndjson"],
        &["read", "--format", "csv"],
        &["read", "--format", "markdown"],
        &["read", "--format", "xlsx"],
        &["compare"],
        &["compare", "--format", "xlsx"],
    ] {
        for target in [&held, &absent] {
            let output = run(gangmu().args(command).arg("--output").arg(target).args(missing));
            assert_eq!((output.status.code(), stderr(&output).lines().count()), (Some(2), 2), "{command:?}");
        }
        assert_eq!(std::fs::read_to_string(&held).expect("the file is there"), "held", "{command:?}");
        assert!(!absent.exists(), "{command:?}");
        let output = run(gangmu().args(command).args(missing));
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{command:?}");
    }
}

#[test]
fn a_file_that_is_there_gives_way_to_what_is_written() {
    let path = file("gives.txt", FIRST);
    let target = file("gives.json", "an older reading, longer than nothing");
    let output = run(gangmu().args(["read", "--output"]).arg(&target).args([&path.with_file_name("没有.txt"), &path]));
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    let reports: Value = serde_json::from_slice(&std::fs::read(&target).expect("the file is there")).expect("JSON");
    assert_eq!(reports.as_array().map(Vec::len), Some(1));
}

#[test]
fn standard_input_is_read() {
    let mut child =
        gangmu().args(["read", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command starts");
    child.stdin.take().expect("a pipe").write_all(FIRST.as_bytes()).expect("the command reads");
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&output)["source"]["name"], Value::Null);
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_read() {
    let good = file("good.txt", FIRST);
    let binary = file("binary.txt", [0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe, 0x81]);
    let old = file("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let missing = good.with_file_name("没有这个文件.txt");
    let output = run(gangmu().arg("read").args([&missing, &binary, &old, &good]));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(json(&output).as_array().map(Vec::len), Some(1));
    let messages: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages[0].contains("没有这个文件.txt") && messages[0].contains("找不到"), "{}", messages[0]);
    assert!(messages[1].contains("binary.txt") && messages[1].contains("纯文本"), "{}", messages[1]);
    assert!(messages[2].contains("old.doc") && messages[2].contains("另存为 .docx"), "{}", messages[2]);
}

/// A Word file with a numbered paragraph.
fn word_file() -> Vec<u8> {
    let part = |name: &str, inside: &str| format!("<w:{name} xmlns:w=\"w\">{inside}</w:{name}>");
    let words = "<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r>\
                 <w:t>办理案件12件。</w:t></w:r></w:p></w:body>";
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>\
                 <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, part) in
        [("word/document.xml", part("document", words)), ("word/numbering.xml", part("numbering", lists))]
    {
        let (mut entry, config) = archive.new_file(name).start().expect("an entry");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(part.as_bytes()).expect("memory");
        let (_, descriptor) = writer.finish().expect("memory");
        entry.finish(descriptor).expect("memory");
    }
    archive.finish().expect("an archive")
}

#[test]
fn word_files_and_web_pages_are_read_whatever_they_are_called() {
    let word = file("报告.docx", word_file());
    let page = file("网页.txt", "<!DOCTYPE html><title>x</title><p>一、办理案件12件。");
    let output = run(gangmu().arg("read").args([&word, &page]));
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let reports = json(&output);
    for report in reports.as_array().expect("two reports") {
        assert_eq!(report["sections"][0]["marker"], "一、");
        assert_eq!(report["metrics"][0]["value"], 12.0);
    }
    assert!(reports[0]["source"]["name"].as_str().expect("a name").ends_with("报告.docx"));
    let output = run(gangmu().arg("quantities").arg(&word));
    assert!(stdout(&output).contains("12件"), "{}", stdout(&output));
}

#[test]
fn a_single_file_that_cannot_be_read_leaves_output_empty() {
    let output = run(gangmu().args(["read", "没有这个文件.txt"]));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
}

#[test]
fn a_folder_is_no_file() {
    let output = run(gangmu().arg("read").arg(env!("CARGO_TARGET_TMPDIR")));
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("文件夹"), "{}", stderr(&output));
}

#[test]
fn encodings_that_chinese_offices_use_are_read_alike() {
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(FIRST.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let gb18030 = encoding_rs::GB18030.encode(FIRST).0;
    let marked = format!("\u{feff}{FIRST}");
    let mut hashes = Vec::new();
    for (name, bytes) in [
        ("plain.txt", FIRST.as_bytes()),
        ("marked.txt", marked.as_bytes()),
        ("utf16.txt", &utf16),
        ("gb18030.txt", &gb18030),
    ] {
        let output = run(gangmu().arg("read").arg(file(name, bytes)));
        assert_eq!(output.status.code(), Some(0), "{name}: {}", stderr(&output));
        hashes.push(json(&output)["source"]["sha256"].clone());
    }
    assert!(hashes.iter().all(|hash| *hash == hashes[0]), "{hashes:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let long = file("long.txt", FIRST.repeat(20_000));
    let mut child = gangmu()
        .arg("read")
        .args([&long, &long])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut first = [0; 1];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("some output");
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}
