//! Figures that one would expect to agree, and that do not, where the text does not claim it: something to look at, and no fault.

mod again;
mod coarse;
mod parts;

use super::sheet::Sheet;
use crate::order;
use crate::report::{Check, Finding, FindingKind, Span};
use crate::verdict::Verdict;

/// What is in doubt beside the checks that were made.
pub fn run(sheet: &Sheet, checks: &[Check]) -> Vec<Finding> {
    let mut findings = Vec::new();
    parts::run(sheet, checks, &mut findings);
    coarse::run(sheet, checks, &mut findings);
    again::run(sheet, checks, &mut findings);
    order::sort_by_key(&mut findings, |finding| finding.span);
    findings
}

fn finding(span: Span, message: Verdict) -> Finding {
    Finding { kind: FindingKind::Figures, span, message }
}
