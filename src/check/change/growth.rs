//! By how much in a hundred: `较2019年（5.26万人次）增长25%`, `12亿元，增加2亿元，增长20%`.

use rust_decimal::Decimal;

use super::ends::{alone, are_two_years, base, came_to, is_increment, nearest};
use super::wording::{falls, is_claimed, may_tell_of};
use super::worked::Change;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind, Role, Status};
use crate::verdict::{Outcome, Verdict};

/// `较2019年（5.26万人次）增长25%`, `由100天缩短至30天，缩短70%`, `12亿元，增加2亿元，增长20%`.
pub fn growth(sheet: &Sheet, by: usize) -> Option<Check> {
    sheet.printed(by)?;
    let to = grown(sheet, by)?;
    // 同比增长10.9%，增收2798万元: by how much may be told behind.
    let added = nearest(to + 1, by, |index| is_increment(sheet, index, to))
        .or_else(|| Some(by + 1).filter(|&next| next < sheet.metrics.len() && is_increment(sheet, next, to)));
    if let Some(added) = added {
        // 5.2亿元，比预算5亿元多2000万元，增长12%: what lies above a plan need not be by how much it grew.
        let so = |check: &Check| check.status == Status::Consistent || !lies_from_plan(sheet, to, added);
        return by_amount(sheet, to, added, by).filter(so);
    }
    let (change, sure) = ends(sheet, to, by)?;
    let (check, agrees) = change.growth(sheet)?;
    (agrees || sure).then_some(check)
}

/// The growth that the text claims of two amounts at `by`, where nothing else tells by how much.
pub fn claimed(sheet: &Sheet, by: usize) -> Option<Change> {
    let to = grown(sheet, by).filter(|_| sheet.metrics[by].kind == Kind::Growth)?;
    let (change, sure) = ends(sheet, to, by)?;
    // 2022年12亿元，2023年15亿元，增长18%: of money it is in doubt.
    let years = || are_two_years(sheet, change.from, to, by) && is_claimed(sheet, to, by);
    (sure || years()).then_some(change)
}

/// The amount that the growth at `by` is told of.
fn grown(sheet: &Sheet, by: usize) -> Option<usize> {
    let said_of = sheet.subject_of(by).or_else(|| by.checked_sub(1).filter(|&to| may_tell_of(sheet, by, to)))?;
    let to = came_to(sheet, said_of, by)?;
    // What is planned did not grow.
    let planned = sheet.metrics[to].role == Role::Target && sheet.metrics[by].role != Role::Target;
    // 收入382万元，为财政拨款。较上年减少157万元，下降29%: a link reaches into the next sentence.
    let linked = sheet.subject_of(by) == Some(to);
    (to < by && sheet.is_amount(to) && (linked || sheet.same_sentence(to, by)) && !planned).then_some(to)
}

/// The ends of the growth of `to`, and whether the text claims it of just these.
fn ends(sheet: &Sheet, to: usize, by: usize) -> Option<(Change, bool)> {
    if sheet.metrics[to].role == Role::Baseline {
        return None;
    }
    let (from, sure) = base(sheet, to, by)?;
    let exact = sheet.exact(to).is_some() && sheet.exact(from).is_some();
    // 年均增长14.5%，其中2022年增长20%: another growth between is of another time.
    let last = (to + 1..by).all(|index| sheet.metrics[index].kind != Kind::Growth);
    let years = are_two_years(sheet, from, to, by);
    let whole = !claims(Claim::Among).is_in(sheet.ahead(by, 16));
    let sure =
        sure && exact && last && whole && (years || alone(sheet, from.min(to), by, to)) && is_claimed(sheet, to, by);
    let sure = sure && (years || !is_mean(sheet, from, to, by));
    Some((Change { from, to, by }, sure))
}

/// Whether a growth gives what it came to if it went on for some years: 五年来由3.2亿元增加到5.6亿元，增长11.8% is a mean, said or not.
fn is_mean(sheet: &Sheet, from: usize, to: usize, by: usize) -> bool {
    const MOST_YEARS: usize = 10;
    const NEAR: i64 = 50;
    let value = |index: usize| sheet.metrics[index].value;
    let factor = value(by)
        .over(Decimal::ONE_HUNDRED)
        .and_then(|growth| if falls(sheet, by) { Decimal::ONE.minus(growth) } else { Decimal::ONE.plus(growth) });
    let Some(factor) = factor else { return false };
    let years = std::iter::successors(value(from).times(factor), |came| came.times(factor)).take(MOST_YEARS);
    years.skip(1).any(|came| {
        let off = came.minus(value(to)).and_then(|off| off.abs().times(NEAR.into()));
        off.is_some_and(|off| off <= value(to))
    })
}

/// Whether an amount is by how much another lies above or below what was planned.
fn lies_from_plan(sheet: &Sheet, to: usize, added: usize) -> bool {
    let planned = |&before: &usize| before != to && sheet.metrics[before].role == Role::Target;
    let beside = |before: usize| sheet.between(before, added).is_some_and(|words| !words.contains(&','));
    added.checked_sub(1).filter(planned).is_some_and(beside)
}

/// Whether two changes of an amount are told against the same time: not so in 比年初增加12亿元，同比增长9%.
fn is_same_base(sheet: &Sheet, added: usize, by: usize) -> bool {
    let against = |index: usize| sheet.ahead(index, 12);
    let compared = |words: &[char]| words.iter().any(|letter| matches!(letter, '比' | '较'));
    // 同比 and 比上年末 are the same only at the end of a year.
    let stock = |words: &[char]| words.iter().any(|letter| matches!(letter, '末' | '底' | '初'));
    let yearly = |words: &[char]| claims(Claim::Yearly).is_in(words) && !stock(words);
    let (first, second) = (against(added.min(by)), against(added.max(by)));
    !compared(second) || yearly(first) && yearly(second)
}

/// An amount, what it grew by, and its growth: `12亿元，增加2亿元，增长20%`, `9亿元，增加6亿元，增长2倍`.
pub fn by_amount(sheet: &Sheet, to: usize, added: usize, by: usize) -> Option<Check> {
    let (now, change) = (sheet.exact(to)?, sheet.exact(added)?);
    let (value, amount) = (sheet.metrics[to].value, sheet.metrics[added].value);
    // 购置费0万元: what changed by some of it is another.
    if falls(sheet, by) != falls(sheet, added) || value.is_zero() {
        return None;
    }
    let down = falls(sheet, added);
    // 支出比上年同期86万元减少5万元: where it began, or what was planned, is all that is told.
    let beside = || sheet.between(to.min(added), to.max(added)).is_some_and(|words| !words.contains(&','));
    let planned = sheet.metrics[to].role == Role::Target && sheet.metrics[added].role == Role::Actual && beside();
    let began = planned || sheet.metrics[to].role == Role::Baseline;
    let (before, from) = match down {
        _ if began => (now.interval(), value),
        true => (now.interval().plus(change.interval())?, value.plus(amount)?),
        false => (now.interval().minus(change.interval())?, value.minus(amount)?),
    };
    let (mut range, mut number) = (change.interval().over(before)?, amount.over(from)?);
    let times = sheet.metrics[by].kind == Kind::Multiple;
    if !times {
        (range, number) = (range.percent()?, number.times(Decimal::ONE_HUNDRED)?);
    }
    let agrees = sheet.agrees(range, number, by)?;
    // 增长85%，主要原因是土地收入增加11亿元: a cause need not be all of it.
    let caused = || claims(Claim::Cause).is_in(sheet.ahead(added, 40));
    let claimed = || [by, added].iter().all(|&change| is_claimed(sheet, to, change)) && !caused();
    let sure = || alone(sheet, to, by.max(added), to) && claimed() && is_same_base(sheet, added, by);
    if !(agrees || sure()) {
        return None;
    }
    let (equals, worked) = sheet.worked(number, by);
    let bare = sheet.alike(&[to, added]);
    let sign = if down { "+" } else { "−" };
    let (now, amount) = (sheet.show(to, bare), sheet.show(added, bare));
    let unit = if times { "倍" } else { "%" };
    let whole = if began { now } else { format!("({now} {sign} {amount})") };
    let worked = (equals, format!("{worked}{unit}"));
    let terms = format!("{amount} ÷ {whole}");
    let message = Verdict::worked(Outcome::of(agrees, false), terms, worked, sheet.show(by, false));
    Some(sheet.check(CheckKind::Change, agrees, vec![to, added, by], message))
}
