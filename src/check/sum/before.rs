//! A total behind what it adds up, in one sentence: `甲3件、乙5件，共计8件`.

use rust_decimal::Decimal;

use super::{HORIZON, added, told};
use crate::check::sheet::{Sheet, begins};
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::Check;

/// A figure that adds up those before it: `甲3件、乙5件，共计8件`.
pub fn totalled(sheet: &Sheet, total: usize) -> Option<Check> {
    let lead = total_lead(sheet, total)?;
    let all: Vec<usize> = before(sheet, total);
    let roots: Vec<usize> = all.iter().copied().filter(|&index| sheet.whole_of(index).is_none()).collect();
    if let Some(found) = ending_in(sheet, total, &roots).or_else(|| ending_in(sheet, total, &all)) {
        return Some(found);
    }
    let bare = begins(lead, ",") && is_bare_total(&lead[1..]);
    let plain = roots.len() == all.len() && all.len() > 1;
    if !bare || !plain {
        return None;
    }
    let (sum, range) = added(sheet, &all)?;
    let value = sheet.metrics[total].value;
    let off = sum.minus(value)?.times(Decimal::ONE_HUNDRED)?.over(value)?;
    let agrees = range.meets(sheet.exact(total)?.interval());
    (off.abs() <= Decimal::TEN).then(|| told(sheet, total, &all, sum, agrees))
}

/// The words before a figure that is called a total.
fn total_lead<'a>(sheet: &'a Sheet, total: usize) -> Option<&'a [char]> {
    let lead = sheet.ahead(total, 12);
    let clause = lead.iter().rposition(|letter| matches!(letter, ',' | '、' | ';' | ':' | '。')).map_or(0, |at| at + 1);
    let altogether = [Claim::Altogether, Claim::Total].iter().any(|&claim| claims(claim).is_in(&lead[clause..]));
    altogether.then_some(lead)
}

/// The figures of its sentence that a total may add up: those that stand for themselves.
pub fn totalled_by(sheet: &Sheet, total: usize) -> Option<Vec<usize>> {
    total_lead(sheet, total)?;
    let mut members = before(sheet, total);
    members.retain(|&index| sheet.whole_of(index).is_none() && sheet.subject_of(index).is_none());
    Some(members)
}

/// The figures of a sentence that a total behind them may add up, in reading order; none where one of them is not exact.
fn before(sheet: &Sheet, total: usize) -> Vec<usize> {
    let mut members: Vec<usize> = Vec::new();
    for index in (total.saturating_sub(HORIZON)..total).rev() {
        let stranger = sheet.is_amount(index) && sheet.subject_of(index).is_none();
        if !sheet.same_sentence(index, total) || !sheet.same_unit(index, total) && stranger {
            break;
        }
        if !sheet.same_unit(index, total) {
            continue;
        }
        if sheet.exact(index).is_none() || sheet.metrics[index].role != sheet.metrics[total].role {
            return Vec::new();
        }
        members.push(index);
    }
    members.reverse();
    members
}

/// The last of these members that add up to the total to the digit.
fn ending_in(sheet: &Sheet, total: usize, members: &[usize]) -> Option<Check> {
    let mut sum = Decimal::ZERO;
    for start in (0..members.len()).rev() {
        sum = sum.plus(sheet.metrics[members[start]].value)?;
        if sum == sheet.metrics[total].value && start + 1 < members.len() {
            return Some(told(sheet, total, &members[start..], sum, true));
        }
    }
    None
}

/// Whether the words before a total say nothing but that it is one: `三项合计`, `共计`.
fn is_bare_total(lead: &[char]) -> bool {
    claims(Claim::Total).tail(lead).is_some_and(|length| {
        let before = &lead[..lead.len() - length];
        before.is_empty() || before.len() <= 3 && before.contains(&'项')
    })
}
