//! What the sections of a report hold.

use super::findings::section_at;
use crate::contract::Report;
use crate::report::Status;

/// How many figures stand in each section and the sections under it.
pub fn figures_under(report: &Report) -> Vec<usize> {
    let mut counts = vec![0; report.sections.len()];
    for section in report.metrics.iter().filter_map(|metric| metric.section) {
        counts[section] += 1;
    }
    // A section comes after its parent, so from the end each count is whole before it is handed up.
    for section in report.sections.iter().rev() {
        if let Some(parent) = section.parent {
            counts[parent] += counts[section.id];
        }
    }
    counts
}

/// How many checks that fail, and how many things that are odd, stand in each section itself.
pub fn faults_in(report: &Report) -> Vec<[usize; 2]> {
    let mut counts = vec![[0; 2]; report.sections.len()];
    let failing =
        report.checks.iter().filter(|check| check.status == Status::Inconsistent).map(|check| (check.span, 0));
    for (span, sort) in failing.chain(report.findings.iter().map(|finding| (finding.span, 1))) {
        if let Some(section) = section_at(report, span.start) {
            counts[section][sort] += 1;
        }
    }
    counts
}
