use std::fs;

use super::*;
use crate::cases;
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

/// Every file of cases.
fn files() -> Vec<String> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/cases")).expect("the folder is there");
    let paths = folder.map(|entry| entry.expect("the folder can be read").path());
    paths.map(|path| fs::read_to_string(path).expect("the cases can be read")).collect()
}

#[test]
fn cases() {
    let files = files();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    cases::hold(&files, listing);
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
