//! A figure that is told twice under exactly one name, and differs: `办理案件100件`, and `办理案件110件` in another section.

use super::finding;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::report::{Check, CheckKind, Finding, Kind, Metric, NameRule, Role};
use crate::verdict::{Outcome, Verdict};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A shorter name may well be said of two things.
const SHORTEST: usize = 6;
/// Figures that differ by more, in a hundred of the smaller, tell of two things.
const NEAR: i64 = 20;
/// A figure below this differs by little from many others.
const SMALL: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// What two statements of one figure share.
type Said<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// Compares the figures of each name that is told just twice.
pub fn run(sheet: &Sheet, checks: &[Check], findings: &mut Vec<Finding>) {
    let mut said: FxHashMap<Said, Vec<usize>> = FxHashMap::default();
    for (index, metric) in sheet.metrics.iter().enumerate() {
        if stands(metric) {
            said.entry((&metric.indicator, sheet.unit(index), metric.period.as_deref())).or_default().push(index);
        }
    }
    let pairs = said.values().filter_map(|same| <[usize; 2]>::try_from(same.as_slice()).ok());
    let doubts: Vec<(usize, usize)> = pairs
        .map(|[one, other]| (one, other))
        .filter(|&(one, other)| differ(sheet, one, other) == Some(true))
        .collect();
    // A report that tells more than one figure otherwise tells of two places or two times.
    let told =
        |other: usize| checks.iter().any(|check| check.kind == CheckKind::Total && check.metrics.contains(&other));
    if let [(one, other)] = doubts[..]
        && !told(other)
    {
        let message = Verdict::compared(Outcome::ToldOtherwise, sheet.show(one, false), sheet.show(other, false));
        let metric = &sheet.metrics[other];
        findings.push(finding(metric.span, message.named(&metric.indicator)));
    }
}

/// Whether a figure is told for itself, and under a name that is hardly said of two things.
fn stands(metric: &Metric) -> bool {
    let named = matches!(metric.why.name, NameRule::Before | NameRule::Behind | NameRule::Around);
    let whole = metric.of.is_none() && metric.direction.is_none() && metric.low.is_none();
    named
        && whole
        && metric.kind == Kind::Count
        && metric.role == Role::Actual
        && metric.indicator.chars().count() >= SHORTEST
        && metric.value >= SMALL
}

fn differ(sheet: &Sheet, one: usize, other: usize) -> Option<bool> {
    let (a, b) = (&sheet.metrics[one], &sheet.metrics[other]);
    let apart = a.section != b.section && !sheet.exact(one)?.interval().meets(sheet.exact(other)?.interval());
    let off = a.value.minus(b.value)?.abs().times(Decimal::ONE_HUNDRED)?;
    Some(apart && off <= a.value.min(b.value).times(NEAR.into())?)
}
