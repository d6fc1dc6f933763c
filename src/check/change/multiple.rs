//! How many times as much: `是2015年（12件）的3倍`.

use rust_decimal::Decimal;

use super::ends::{base, is_increment, nearest};
use super::growth::by_amount;
use super::wording::is_claimed;
use super::worked::Change;
use crate::check::interval::Interval;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::report::{Check, Direction};

/// `36亿元，是2019年12亿元的3倍`: what the amount before is a multiple of stands right before the multiple.
fn of_the_last(sheet: &Sheet, by: usize) -> Option<(usize, usize, bool)> {
    let from = by.checked_sub(1).filter(|&from| sheet.between(from, by).is_some_and(|words| words == ['的']))?;
    let to = from.checked_sub(1)?;
    let fits = sheet.is_amount(to) && sheet.same_unit(from, to) && sheet.same_sentence(to, by);
    fits.then_some((to, from, true))
}

/// `是2015年（12件）的3倍`.
pub fn multiple(sheet: &Sheet, by: usize) -> Option<Check> {
    let grown = sheet.metrics[by].direction == Some(Direction::Up);
    if let Some(to) = sheet.subject_of(by).filter(|&to| grown && to < by)
        && let Some(added) = nearest(to + 1, by, |index| is_increment(sheet, index, to))
    {
        return by_amount(sheet, to, added, by);
    }
    let (to, from, sure) = of_the_last(sheet, by).or_else(|| {
        let to = sheet.subject_of(by)?;
        base(sheet, to, by).map(|(from, sure)| (to, from, sure))
    })?;
    sheet.exact(by)?;
    let quotient = sheet.exact(to)?.interval().over(sheet.exact(from)?.interval())?;
    let times = if grown { quotient.minus(Interval::exactly(Decimal::ONE))? } else { quotient };
    let worked = sheet.metrics[to].value.over(sheet.metrics[from].value)?;
    let worked = if grown { worked.minus(Decimal::ONE)? } else { worked };
    let agrees = sheet.agrees(times, worked, by)?;
    if !(agrees || sure && is_claimed(sheet, to, by)) {
        return None;
    }
    let bare = sheet.alike(&[from, to]);
    let (now, before) = (sheet.show(to, bare), sheet.show(from, bare));
    let terms = if grown { format!("({now} − {before}) ÷ {before}") } else { sheet.quotient_of(to, from) };
    Some(Change { from, to, by }.check(sheet, agrees, terms, worked, "倍"))
}
