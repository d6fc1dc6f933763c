//! A proportion follows from two amounts: 38000 ÷ 19000 is 2:1.

use crate::check::sheet::Sheet;
use crate::report::{Check, CheckKind, Kind};
use crate::verdict::{Outcome, Verdict};

/// How many figures before a proportion its amounts may stand.
const HORIZON: usize = 10;
/// How many sentences before it.
const SENTENCES: usize = 2;

/// The check of `城乡居民收入比为2.02:1` where two amounts of one measure before it give just that.
pub fn run(sheet: &Sheet, index: usize) -> Option<Check> {
    let metric = &sheet.metrics[index];
    let proportion = metric.kind == Kind::Ratio || metric.kind == Kind::Index && metric.indicator.ends_with('比');
    let stated = sheet.exact(index).filter(|_| proportion && metric.unit.is_none())?;
    let proves = sheet.numeral(index).chars().filter(char::is_ascii_digit).count() > 1;
    let near = |&other: &usize| {
        sheet.is_amount(other)
            && sheet.exact(other).is_some()
            && sheet.stops_between(other, index).is_some_and(|stops| stops <= SENTENCES)
    };
    let amounts: Vec<usize> = (index.saturating_sub(HORIZON)..index).filter(near).collect();
    let pairs = amounts.iter().flat_map(|&one| amounts.iter().map(move |&other| (one, other)));
    let mut fitting = pairs.filter(|&(one, other)| one != other && proves && is_one_measure(sheet, one, other));
    fitting.find_map(|(one, other)| {
        let quotient = sheet.exact(one)?.interval().over(sheet.exact(other)?.interval())?;
        let terms = sheet.quotient_of(one, other);
        let message = Verdict::compared(Outcome::Proportional, terms, sheet.show(index, false));
        let check = sheet.check(CheckKind::Ratio, true, vec![one, other, index], message);
        quotient.meets(stated.interval()).then_some(check)
    })
}

/// Whether two amounts are of one measure of two things: 城镇居民人均收入, 农村居民人均收入.
fn is_one_measure(sheet: &Sheet, one: usize, other: usize) -> bool {
    const TAIL: usize = 4;
    let (a, b) = (&sheet.metrics[one].indicator, &sheet.metrics[other].indicator);
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    sheet.same_unit(one, other) && a != b && tail >= TAIL
}
