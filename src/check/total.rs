//! A figure stated twice agrees.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::sheet::Sheet;
use crate::report::{Check, CheckKind, Kind, Metric, Role};

/// A shorter name may well be said of two things.
const SHORTEST: usize = 6;
/// A figure below this is the same by chance too easily.
const SMALL: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// What two statements of one figure share.
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    indicator: &'a str,
    unit: Option<&'a str>,
    kind: Kind,
    role: Role,
    of: Option<&'a str>,
}

/// Compares each figure with where it was stated before.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let mut stated: HashMap<Said, usize> = HashMap::new();
    for (index, metric) in sheet.metrics.iter().enumerate() {
        let large = metric.value >= SMALL && metric.indicator.chars().count() >= SHORTEST;
        if !large || !sheet.is_amount(index) || sheet.exact(index).is_none() {
            continue;
        }
        let said = Said {
            indicator: &metric.indicator,
            unit: metric.unit.as_deref(),
            kind: metric.kind,
            role: metric.role,
            of: metric.of.map(|of| sheet.metrics[of].indicator.as_str()),
        };
        if let Some(&before) = stated.get(&said) {
            checks.extend(compare(sheet, before, index));
        } else {
            stated.insert(said, index);
        }
    }
}

fn compare(sheet: &Sheet, before: usize, index: usize) -> Option<Check> {
    let (one, other) = (&sheet.metrics[before], &sheet.metrics[index]);
    if sheet.same_sentence(before, index) || !same_time(one, other) {
        return None;
    }
    let agrees = sheet.exact(before)?.interval.meets(sheet.exact(index)?.interval);
    // Another figure of the same name is no fault; one that differs by a slip of the pen is.
    let slip = one.period.is_some() && is_slip(sheet, before, index);
    if !agrees && !slip {
        return None;
    }
    let bare = sheet.alike(&[before, index]);
    let (one, other) = (sheet.show(before, bare), sheet.show(index, bare));
    let message = if agrees {
        format!("前后两处一致：{one} = {other}")
    } else {
        format!("前后两处不一致：{one} 与 {other} 不符")
    };
    Some(sheet.check(CheckKind::Total, agrees, vec![before, index], message))
}

fn same_time(one: &Metric, other: &Metric) -> bool {
    one.period == other.period || one.period.is_none() || other.period.is_none()
}

/// Whether two numerals have the same digits in another order, or differ in one digit of many.
fn is_slip(sheet: &Sheet, before: usize, index: usize) -> bool {
    let digits = |index: usize| -> Vec<char> { sheet.show(index, true).chars().filter(char::is_ascii_digit).collect() };
    let (one, other) = (digits(before), digits(index));
    let differing = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let count = |digits: &[char]| {
        ('0'..='9').map(|digit| digits.iter().filter(|&&each| each == digit).count()).collect::<Vec<_>>()
    };
    one.len() == other.len()
        && (one.len() > 3 && differing == 1 || one.len() > 2 && differing == 2 && count(&one) == count(&other))
}
