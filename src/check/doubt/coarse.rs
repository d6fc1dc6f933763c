//! A growth or a share that only rounding could explain, where the figures beside it are told as if they were not rounded:
//! `12.5亿元，比上年的10亿元增长20%`, `5.6亿元，占年度计划8亿元的75%`.

use rust_decimal::Decimal;

use super::finding;
use crate::check::interval::Interval;
use crate::check::sheet::{Printed, Sheet};
use crate::check::{change, share};
use crate::exact::Exact;
use crate::report::{Check, Finding, Span};
use crate::verdict::{Outcome, Verdict};
use rustc_hash::FxHashSet;

/// Looks at each rate that no check speaks of.
pub fn run(sheet: &Sheet, checks: &[Check], findings: &mut Vec<Finding>) {
    let told: FxHashSet<usize> = checks.iter().flat_map(|check| check.metrics.iter().copied()).collect();
    let rates = (0..sheet.metrics.len()).filter(|index| !told.contains(index) && !sheet.is_amount(*index));
    findings.extend(rates.filter_map(|rate| growth(sheet, rate).or_else(|| share(sheet, rate))));
}

fn growth(sheet: &Sheet, by: usize) -> Option<Finding> {
    let change = change::claimed(sheet, by)?;
    let (from, to) = (sheet.exact(change.from)?, sheet.exact(change.to)?);
    let (before, after) = (from.as_fine_as(to), to.as_fine_as(from));
    let percent = if change.falls(sheet) { before.minus(after)? } else { after.minus(before)? };
    let percent = percent.over(before)?.percent()?;
    let percent = if change.is_signed(sheet) { Interval::exactly(Decimal::ZERO).minus(percent)? } else { percent };
    let worked = change.worked(sheet)?.times(Decimal::ONE_HUNDRED)?.over(sheet.metrics[change.from].value)?;
    tell(sheet, [change.from, change.to], by, percent, worked, change.share(sheet))
}

fn share(sheet: &Sheet, index: usize) -> Option<Finding> {
    let (part, whole) = share::direct(sheet, index).filter(|_| share::is_percent(sheet, index))?;
    let gap = sheet.gap(part, index)?;
    let (one, all): (Printed, Printed) = (sheet.exact(part)?, sheet.exact(whole)?);
    if !share::is_certain(sheet, part, whole, index, gap) {
        return None;
    }
    let percent = one.as_fine_as(all).over(all.as_fine_as(one))?.percent()?;
    let worked = share::percent_of(sheet, part, sheet.metrics[whole].value)?;
    tell(sheet, [part, whole], index, percent, worked, sheet.quotient_of(part, whole))
}

/// The finding, where the rate lies outside of what the figures give, and far from what is worked out.
fn tell(
    sheet: &Sheet,
    ends: [usize; 2],
    rate: usize,
    range: Interval,
    worked: Decimal,
    terms: String,
) -> Option<Finding> {
    if range.meets(sheet.exact(rate)?.interval()) || sheet.agrees(range, worked, rate) != Some(false) {
        return None;
    }
    let (sign, number) = sheet.worked(worked, rate);
    let worked = (sign, format!("{number}%"));
    let message = Verdict::worked(Outcome::Doubtful, terms, worked, sheet.show(rate, false));
    let start = ends.iter().map(|&end| sheet.metrics[end].span.start).min()?;
    Some(finding(Span::new(start, sheet.metrics[rate].span.end), message))
}
