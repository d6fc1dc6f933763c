//! Rates and shares: each follows from two figures. `of_whole.rs` finds the whole of a share, `rate.rs` what a rate is named after,
//! `definition.rs` what it is by definition, `hundred.rs`, `common_whole.rs` and `rows.rs` read many shares together, `proportion.rs` reads 2:1, `mean.rs` what each has on average; `pardon.rs` takes back faults that are
//! none.

mod common_whole;
mod definition;
mod hundred;
mod mean;
mod of_whole;
mod pardon;
mod proportion;
mod rate;
mod rows;

use rust_decimal::Decimal;

use super::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind, Role, Span, Status};
use crate::verdict::{Outcome, Verdict};
use rustc_hash::FxHashMap;

pub use of_whole::direct;

/// How many figures before a rate what it was taken from may stand.
const HORIZON: usize = 8;

/// Works out each rate.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let wholes = wholes(checks);
    let mut index = 0;
    while index < sheet.metrics.len() {
        let before = checks.len();
        if let Some(end) = hundred::run(sheet, index, checks) {
            let is_told = |share: &usize| checks[before..].iter().any(|check| check.metrics.get(2) == Some(share));
            let so = |check: &Check| check.status == Status::Consistent;
            let proof = |one| of_proved(sheet, one, &wholes).or_else(|| of_whole::share(sheet, one).filter(so));
            let proved: Vec<Check> = (index..end).filter(|share| !is_told(share)).filter_map(proof).collect();
            checks.extend(proved);
            index = end;
            continue;
        }
        let row = rows::run(sheet, index);
        if !row.is_empty() {
            index += row.len();
            checks.extend(row);
            continue;
        }
        let found = if is_percent(sheet, index) { percent(sheet, index) } else { proportion::run(sheet, index) };
        let found = found.or_else(|| of_proved(sheet, index, &wholes)).or_else(|| definition::run(sheet, index));
        checks.extend(found);
        index += 1;
    }
    pardon::several(checks);
    pardon::elsewhere(sheet, checks);
    mean::run(sheet, checks);
}

/// For each member of a sum that was proved its whole.
fn wholes(checks: &[Check]) -> FxHashMap<usize, usize> {
    let sums = checks.iter().filter(|check| check.kind == CheckKind::Sum && check.status == Status::Consistent);
    let members = |check: &Check| {
        let whole = check.metrics[0];
        check.metrics[1..].iter().map(move |&member| (member, whole)).collect::<Vec<_>>()
    };
    sums.flat_map(members).collect()
}

/// `甲13154亩，占87.7%；乙200亩，占1.3%`: the share of a member of a sum that was proved.
fn of_proved(sheet: &Sheet, share: usize, wholes: &FxHashMap<usize, usize>) -> Option<Check> {
    let named = shared_whole(sheet, share).filter(|_| is_percent(sheet, share))?;
    let part = sheet.subject_of(share).or(share.checked_sub(1))?;
    let whole = *wholes.get(&part).filter(|_| named.is_empty() && part < share && sheet.same_sentence(part, share))?;
    prove(sheet, part, whole, share)
}

/// Works out one rate.
fn percent(sheet: &Sheet, index: usize) -> Option<Check> {
    of_whole::of_the_last(sheet, index)
        .or_else(|| of_whole::share(sheet, index))
        .or_else(|| rate::rate(sheet, index))
        .or_else(|| rate::task(sheet, index))
        .or_else(|| rate::beside(sheet, index))
        .or_else(|| rate::proved(sheet, index))
        .or_else(|| of_whole::far(sheet, index))
        .or_else(|| of_whole::weight(sheet, index))
}

/// Whether a figure is a rate in percent.
pub fn is_percent(sheet: &Sheet, index: usize) -> bool {
    let metric = &sheet.metrics[index];
    metric.kind == Kind::Ratio && metric.unit.as_deref() == Some("%") && sheet.printed(index).is_some()
}

/// The whole that a share names behind 占; nothing where it is no share.
pub fn shared_whole(sheet: &Sheet, index: usize) -> Option<Vec<char>> {
    let lead = before_share(sheet, index)?;
    let at = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | '、' | '(' | ':')).map_or(0, |at| at + 1);
    let from = at + lead[at..].iter().position(|&letter| letter == '占')?;
    let mut rest = &lead[from..];
    let length = claims(Claim::Share).head(rest)?;
    rest = &rest[length..];
    while let Some(length) = claims(Claim::ShareTail).tail(rest) {
        rest = &rest[..rest.len() - length];
    }
    Some(rest.to_vec())
}

/// The words before a figure, where 占 stands among them.
fn before_share<'a>(sheet: &'a Sheet, index: usize) -> Option<&'a [char]> {
    let lead = sheet.lead(index, 24);
    sheet.raw(lead).contains('占').then(|| sheet.letters(lead))
}

/// A share in percent.
pub fn percent_of(sheet: &Sheet, amount: usize, whole: Decimal) -> Option<Decimal> {
    sheet.metrics[amount].value.times(Decimal::ONE_HUNDRED)?.over(whole)
}

fn nearest(index: usize, is_it: impl Fn(&usize) -> bool) -> Option<usize> {
    (index.saturating_sub(HORIZON)..index).rev().find(is_it)
}

/// The check of figures that only their digits tie together: the share that follows is the one stated but for its last digits.
fn prove(sheet: &Sheet, part: usize, whole: usize, share: usize) -> Option<Check> {
    const LAST_DIGITS: i64 = 3;
    let value = sheet.metrics[share].value;
    let off = percent_of(sheet, part, sheet.metrics[whole].value)?.minus(value)?.abs();
    let step = sheet.printed(share)?.interval().high().minus(value)?.times(LAST_DIGITS.into())?;
    if off <= step { work_out(sheet, part, whole, share, false) } else { None }
}

/// Compares a stated share with the one that follows; a fault is told only where the text is `sure`ly about these two.
pub fn work_out(sheet: &Sheet, part: usize, whole: usize, share: usize, sure: bool) -> Option<Check> {
    // 纠错2件，纠错率由上年的21.4%降至14.3%: what it was before follows from nothing that was done since.
    let before = |index: usize| sheet.metrics[index].role == Role::Baseline;
    if before(share) && !before(part) {
        return None;
    }
    let (one, all) = (sheet.exact(part)?, sheet.exact(whole)?);
    let quotient = one.interval().over(all.interval())?.percent()?;
    let percent = percent_of(sheet, part, sheet.metrics[whole].value)?;
    let agrees = sheet.agrees(quotient, percent, share)?;
    let gap = sheet.gap(part.min(share), part.max(share))?;
    let says = agrees || sure && is_certain(sheet, part, whole, share, gap);
    if !says {
        return None;
    }
    let (sign, worked) = sheet.worked(percent, share);
    let outcome = Outcome::of(agrees, worked == sheet.metrics[share].value);
    let worked = (sign, format!("{worked}%"));
    let message = Verdict::worked(outcome, sheet.quotient_of(part, whole), worked, sheet.show(share, false));
    Some(sheet.check(CheckKind::Ratio, agrees, vec![whole, part, share], message))
}

/// Whether no words around a share, nor those of the gap between it and its part, say that it was taken from something else.
pub fn is_certain(sheet: &Sheet, part: usize, whole: usize, share: usize, gap: Span) -> bool {
    let between = sheet.letters(gap);
    // 8620人，完成年度任务7500人的115%: what stands right before its share is what it is taken of.
    const NEAR: usize = 10;
    let told = |other: usize| sheet.subject_of(other) == Some(part);
    let direct = part < whole
        && whole + 1 == share
        && (part + 1..whole).all(told)
        && sheet.between(whole - 1, whole).is_some_and(|words| words.len() <= NEAR && words.first() == Some(&','));
    let apart = sheet.metrics[part].role != sheet.metrics[whole].role && between.len() > 12 && !direct;
    // 完成率85%（剔除顺延任务）
    let behind = sheet.behind(share, 16);
    let noted = behind.first() == Some(&'(') && claims(Claim::Noted).is_in(behind);
    !apart && !noted && !claims(Claim::Earlier).is_in(between)
}
