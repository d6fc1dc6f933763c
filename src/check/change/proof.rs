//! A change whose own digits prove between which of the few figures around it it was worked out. It never tells a fault.

use super::wording::may_tell_of;
use super::worked::Change;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, Kind, Metric, NameRule, Role};

/// How many figures before a change its ends may stand.
const BEFORE: usize = 6;
/// How many behind it.
const BEHIND: usize = 3;
/// With so many digits a change comes out of two figures by chance too seldom to ask that they stand beside it.
const MANY: usize = 3;

/// The change at `by`, if two figures of one thing in its sentence prove it: `上年150件，今年185件，同比上升23.3%`,
/// `92.4%，较一季度（90.3%）回升2.1个百分点`, `由第8位上升到第3位，前移5位`.
pub fn run(sheet: &Sheet, by: usize) -> Option<Check> {
    let metric = &sheet.metrics[by];
    sheet.exact(by)?;
    let moved = metric.kind == Kind::Count && metric.unit.as_deref() == Some("位") && {
        let lead = sheet.ahead(by, 8);
        claims(Claim::Moved).ends(lead)
    };
    let shows: fn(&Sheet, usize) -> bool = match metric.kind {
        Kind::Growth | Kind::Multiple => is_amount,
        Kind::Points => is_rate,
        _ if moved => is_rank,
        _ if metric.direction.is_some() && is_amount(sheet, by) && !is_level(sheet, by) => is_amount,
        _ => return None,
    };
    let near = by.saturating_sub(BEFORE)..sheet.metrics.len().min(by + 1 + BEHIND);
    let ends: Vec<usize> = near
        .filter(|&index| index != by && shows(sheet, index))
        .filter(|&index| sheet.same_sentence(index, by) && sheet.exact(index).is_some())
        .collect();
    let digits = sheet.digits(by);
    let pairs = ends.iter().flat_map(|&from| ends.iter().map(move |&to| (from, to)));
    let fits = |&(from, to): &(usize, usize)| {
        let beside = from.abs_diff(to) <= 2 && (from.abs_diff(by) == 1 || to.abs_diff(by) == 1);
        from != to
            && same_thing(sheet, from, to)
            && (beside || digits >= MANY)
            && (digits >= MANY || may_tell_of(sheet, by, to))
            && sheet.metrics[to].role != Role::Baseline
    };
    let changes = pairs.filter(fits).map(|(from, to)| Change { from, to, by });
    changes.filter_map(|change| work_out(sheet, change)).next()
}

/// Whether a figure is where a change came to: 增加到; so is each of a list: 由40日、25日压缩到15日、10日.
fn is_level(sheet: &Sheet, index: usize) -> bool {
    const LIST: usize = 4;
    let listed = |&index: &usize| {
        let before = index.checked_sub(1)?;
        let beside = sheet.between(before, index).is_some_and(|words| words == ['、']);
        (beside && sheet.same_unit(before, index)).then_some(before)
    };
    let mut list = std::iter::successors(Some(index), listed).take(LIST);
    list.any(|index| matches!(sheet.each_letter(sheet.lead(index, 4)).last(), Some('至' | '到' | '为' | '成')))
}

fn is_amount(sheet: &Sheet, index: usize) -> bool {
    sheet.is_amount(index)
}

fn is_rate(sheet: &Sheet, index: usize) -> bool {
    matches!(sheet.metrics[index].kind, Kind::Ratio | Kind::Growth)
}

fn is_rank(sheet: &Sheet, index: usize) -> bool {
    sheet.metrics[index].kind == Kind::Rank
}

/// Whether two figures are told of one thing: under one name, or one is where a change began or has no name of its own.
fn same_thing(sheet: &Sheet, one: usize, other: usize) -> bool {
    let (a, b) = (&sheet.metrics[one], &sheet.metrics[other]);
    let borrowed = |rule: NameRule| matches!(rule, NameRule::Borrowed | NameRule::Comparison);
    // 去年接待游客126万人次，今年接待149万人次: the second is called without what it is of.
    let shorter = |one: &Metric, other: &Metric| {
        let both = one.period.is_some() && other.period.is_some();
        one.indicator == other.indicator || both && one.indicator.starts_with(&*other.indicator)
    };
    let named = (shorter(a, b) || shorter(b, a)) && a.period != b.period
        || a.role == Role::Baseline
        || b.role == Role::Baseline
        || borrowed(a.why.name)
        || borrowed(b.why.name);
    named && sheet.unit(one) == sheet.unit(other) && (a.kind == b.kind || is_rate(sheet, one) && is_rate(sheet, other))
}

/// The check where the change comes out as it is stated.
fn work_out(sheet: &Sheet, change: Change) -> Option<Check> {
    match sheet.metrics[change.by].kind {
        Kind::Growth => change.growth(sheet).filter(|(_, agrees)| *agrees).map(|(check, _)| check),
        Kind::Multiple => change.doubled(sheet),
        _ => {
            let off = change.worked(sheet)?.minus(sheet.metrics[change.by].value)?;
            off.is_zero().then(|| change.difference(sheet)).flatten()
        }
    }
}
