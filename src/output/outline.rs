//! What the sections of a report hold.

use crate::contract::Report;

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
