//! Rates by definition: their name says what they are worked out of, and both are told beside them:
//! `城镇人口30万人，常住人口60万人，城镇化率50%`.

use rust_decimal::Decimal;

use super::is_certain;
use crate::check::interval::Interval;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Definition, Working, definitions};
use crate::report::{Check, CheckKind, Kind, Metric, Role};
use crate::verdict::{Outcome, Verdict};

/// How many figures before a rate those may stand that it is worked out of.
const HORIZON: usize = 10;

/// The check of a rate that is defined.
pub fn run(sheet: &Sheet, rate: usize) -> Option<Check> {
    let metric = &sheet.metrics[rate];
    let stands = metric.kind == Kind::Ratio && metric.role == Role::Actual && sheet.exact(rate).is_some();
    let own = |definition: &&Definition| stands && definition.is_of(&metric.indicator);
    definitions().iter().filter(own).find_map(|definition| defined(sheet, rate, definition))
}

/// What a rate is worked out of is told once in its sentence; where that is another sentence, nothing is refuted.
fn defined(sheet: &Sheet, rate: usize, definition: &Definition) -> Option<Check> {
    let near = |other: usize| sheet.stops_between(other, rate).is_some_and(|stops| stops < 2);
    let told = |is_called: &dyn Fn(&str) -> bool| {
        let mut found = (rate.saturating_sub(HORIZON)..rate)
            .filter(|&other| near(other) && sheet.exact(other).is_some() && is_called(&sheet.metrics[other].indicator));
        found.next().filter(|_| found.next().is_none())
    };
    let one = told(&|name| definition.begins_with(name))?;
    let other = told(&|name| definition.ends_with(name))?;
    let (range, worked, terms) = work_out(sheet, one, other, definition.working)?;
    let unit = sheet.metrics[rate].unit.as_deref()?;
    let fits = match definition.working {
        Working::Difference => sheet.same_unit(one, rate),
        Working::Quotient | Working::Rest => unit == "%",
    };
    let agrees = sheet.agrees(range, worked, rate).filter(|_| fits)?;
    if !agrees && !is_claimed(sheet, one, other, rate, worked) {
        return None;
    }
    let (sign, worked) = sheet.worked(worked, rate);
    let outcome = Outcome::of(agrees, worked == sheet.metrics[rate].value);
    let message = Verdict::worked(outcome, terms, (sign, format!("{worked}{unit}")), sheet.show(rate, false));
    Some(sheet.check(CheckKind::Ratio, agrees, vec![other, one, rate], message))
}

/// What two figures come to.
fn work_out(sheet: &Sheet, one: usize, other: usize, working: Working) -> Option<(Interval, Decimal, String)> {
    let (first, second) = (sheet.exact(one)?.interval(), sheet.exact(other)?.interval());
    let (a, b) = (sheet.metrics[one].value, sheet.metrics[other].value);
    if !sheet.same_unit(one, other) {
        return None;
    }
    if working == Working::Difference {
        let terms = format!("{} − {}", sheet.show(one, true), sheet.show(other, true));
        return Some((first.minus(second)?, a.minus(b)?, terms));
    }
    let (range, percent) = (first.over(second)?.percent()?, a.times(Decimal::ONE_HUNDRED)?.over(b)?);
    let terms = sheet.quotient_of(one, other);
    if working == Working::Quotient {
        return Some((range, percent, terms));
    }
    let all = Decimal::ONE_HUNDRED;
    Some((Interval::exactly(all).minus(range)?, all.minus(percent)?, format!("1 − {terms}")))
}

/// Whether a rate that comes out otherwise is surely meant to be of these two: told with them, of the same time, and as parts of nothing else.
fn is_claimed(sheet: &Sheet, one: usize, other: usize, rate: usize, worked: Decimal) -> bool {
    let year = |metric: &Metric| metric.period.as_deref().map(|period| period.chars().take(4).collect::<String>());
    let stands = |index: usize, beside: usize| {
        let metric = &sheet.metrics[index];
        let own = metric.of.is_none_or(|of| of == beside) && metric.direction.is_none();
        let time = year(metric).zip(year(&sheet.metrics[rate])).is_none_or(|(one, other)| one == other);
        metric.role == Role::Actual && own && time && sheet.same_sentence(index, rate)
    };
    // 城镇化率分别为51.2%和48%: more than one are told of several.
    let linked = |one: usize, other: usize| {
        let between = if other < sheet.metrics.len() { sheet.between(one, other) } else { None };
        between.is_some_and(|words| matches!(words, ['、' | '和' | '与' | '及' | '/', ..]))
    };
    let alone = !linked(rate, rate + 1) && !linked(rate - 1, rate);
    let whole = sheet
        .gap(one.min(other), rate)
        .is_some_and(|gap| !sheet.letters(gap).contains(&';') && is_certain(sheet, one, other, rate, gap));
    // What is so far off is of something else.
    let (stated, worked) = (sheet.metrics[rate].value.abs(), worked.abs());
    let twice = |number: Decimal| number.times(Decimal::TWO);
    let near = twice(worked).zip(twice(stated)).is_some_and(|(most, other)| stated <= most && worked <= other);
    alone && whole && near && stands(one, other) && stands(other, one)
}
