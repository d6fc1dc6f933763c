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

#[test]
fn cases() {
    let files = [
        include_str!("cases/various.txt"),
        include_str!("cases/wholes.txt"),
        include_str!("cases/changes.txt"),
        include_str!("cases/claims.txt"),
        include_str!("cases/doubts.txt"),
        include_str!("cases/forms.txt"),
        include_str!("cases/rates.txt"),
        include_str!("cases/sums-lists-targets.txt"),
    ];
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
