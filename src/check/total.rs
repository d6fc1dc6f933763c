//! A figure stated twice agrees.

use std::hash::{Hash, Hasher};

use rust_decimal::Decimal;

use super::sheet::Sheet;
use crate::language::verbs;
use crate::report::{Check, CheckKind, Kind, Metric, Role};
use crate::text::Depth;
use crate::verdict::{Outcome, Verdict};
use rustc_hash::{FxHashMap, FxHashSet};

/// A shorter name may well be said of two things.
const SHORTEST: usize = 6;
/// A figure below this is the same by chance too easily.
const SMALL: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// So many digits are seldom the same by chance.
const PROVING: usize = 3;
/// How many figures of one value are remembered.
const MOST: usize = 6;
/// So many figures of the same names that differ show that two sections tell of two towns or two years, one as the other.
const PARALLEL: usize = 2;

/// What two statements of one figure share.
type Said<'a> = (&'a str, Option<&'a str>, Kind, Role, Option<&'a str>);

fn said<'a>(sheet: &Sheet<'a>, index: usize) -> Said<'a> {
    let metric = &sheet.metrics[index];
    let of = metric.of.map(|of| sheet.metrics[of].indicator.as_str());
    (&metric.indicator, sheet.unit(index), metric.kind, metric.role, of)
}

/// What the same figure stated again, under whatever name, shares with the first.
type Value<'a> = (Decimal, Option<&'a str>, Kind, Role);

fn value<'a>(sheet: &Sheet<'a>, index: usize) -> Value<'a> {
    let metric = &sheet.metrics[index];
    (metric.value, sheet.unit(index), metric.kind, metric.role)
}

/// A figure that is found by its key, which is told anew where it is asked for: a report has many figures.
struct Keyed<'s, 'a, K> {
    sheet: &'s Sheet<'a>,
    index: usize,
    key: fn(&Sheet<'a>, usize) -> K,
}

impl<K> Keyed<'_, '_, K> {
    fn key(&self) -> K {
        (self.key)(self.sheet, self.index)
    }
}

impl<K: Eq> PartialEq for Keyed<'_, '_, K> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl<K: Eq> Eq for Keyed<'_, '_, K> {}

impl<K: Hash> Hash for Keyed<'_, '_, K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// Compares each figure with where it was stated before.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let mut stated: FxHashSet<Keyed<Said>> = FxHashSet::default();
    let mut values: FxHashSet<Keyed<Value>> = FxHashSet::default();
    // For each figure the next of its value.
    let mut next: Vec<Option<u32>> = vec![None; sheet.metrics.len()];
    let mut differing: FxHashMap<Sections, usize> = FxHashMap::default();
    let first = checks.len();
    for (index, metric) in sheet.metrics.iter().enumerate() {
        if metric.value < SMALL || !sheet.is_amount(index) || sheet.exact(index).is_none() {
            continue;
        }
        let long = metric.indicator.chars().count() >= SHORTEST;
        let said = Keyed { sheet, index, key: said };
        let before = stated.get(&said).filter(|_| long).map(|before| before.index);
        if long && before.is_none() {
            stated.insert(said);
        }
        let value = Keyed { sheet, index, key: value };
        let same: Vec<usize> = values.get(&value).map_or(Vec::new(), |first| {
            let follow = |&at: &usize| next[at].map(|next| next as usize);
            std::iter::successors(Some(first.index), follow).take(MOST).collect()
        });
        match same.last() {
            None => drop(values.insert(value)),
            Some(&last) if same.len() < MOST => next[last] = Some(index as u32),
            Some(_) => {}
        }
        checks.extend(match before {
            Some(before) => {
                if sheet.metrics[before].value != metric.value {
                    *differing.entry(sections(sheet, before, index)).or_default() += 1;
                }
                compare(sheet, before, index)
            }
            None => again(sheet, &same, index),
        });
    }
    let is_parallel = |check: &Check| {
        let (one, other) = sections(sheet, check.metrics[0], check.metrics[1]);
        one != other && differing.get(&(one, other)).is_some_and(|&count| count >= PARALLEL)
    };
    let mut number = 0;
    checks.retain(|check| {
        number += 1;
        number <= first || !is_parallel(check)
    });
}

/// The sections of two figures.
type Sections = (Option<usize>, Option<usize>);

fn sections(sheet: &Sheet, before: usize, index: usize) -> Sections {
    (sheet.metrics[before].section, sheet.metrics[index].section)
}

/// A figure that has the very value of one before it and the same name but for words of doing: `完成固定资产投资210亿元` and
/// `固定资产投资210亿元`. So many digits are not the same by chance.
fn again(sheet: &Sheet, same: &[usize], index: usize) -> Option<Check> {
    same.first()?;
    let digits = |numeral: &str| numeral.chars().filter(char::is_ascii_digit).count();
    if digits(sheet.numeral(index).trim_start_matches(['0', '.'])) < PROVING {
        return None;
    }
    let other = core(&sheet.metrics[index].indicator);
    let before = same.iter().copied().find(|&before| {
        let one = core(&sheet.metrics[before].indicator);
        one.len() >= 2 && other.len() >= 2 && (one.ends_with(&other) || other.ends_with(&one))
    });
    before.and_then(|before| compare(sheet, before, index))
}

/// A name without the words of doing around it.
fn core(name: &str) -> Vec<char> {
    let mut letters: Vec<char> = name.chars().collect();
    while let Some(length) = verbs().head(&letters).filter(|&length| length + 1 < letters.len()) {
        letters.drain(..length);
    }
    while let Some(length) = verbs().tail(&letters).filter(|&length| length + 1 < letters.len()) {
        letters.truncate(letters.len() - length);
    }
    letters
}

fn compare(sheet: &Sheet, before: usize, index: usize) -> Option<Check> {
    let (one, other) = (&sheet.metrics[before], &sheet.metrics[index]);
    if sheet.same_sentence(before, index) || !same_time(one, other) {
        return None;
    }
    let agrees = sheet.exact(before)?.interval().meets(sheet.exact(index)?.interval());
    // Another figure of the same name is no fault; one that differs by a slip of the pen is.
    let slip = one.period.is_some() && is_slip(sheet, before, index) && asides(sheet, before) == asides(sheet, index);
    if !agrees && !slip {
        return None;
    }
    let bare = sheet.alike(&[before, index]);
    let outcome = if agrees { Outcome::Repeated } else { Outcome::Contradicted };
    let message = Verdict::compared(outcome, sheet.show(before, bare), sheet.show(index, bare));
    Some(sheet.check(CheckKind::Total, agrees, vec![before, index], message))
}

/// What stands in brackets before a figure: 市本级（含开发区）收入 is another than 市本级收入.
fn asides(sheet: &Sheet, index: usize) -> Vec<char> {
    const REACH: usize = 40;
    let mut depth = Depth::of("()");
    sheet.ahead(index, REACH).iter().copied().filter(|&letter| !depth.is_outside(letter)).collect()
}

fn same_time(one: &Metric, other: &Metric) -> bool {
    one.period == other.period || one.period.is_none() || other.period.is_none()
}

/// Whether two numerals have the same digits in another order, or differ in one digit of many.
fn is_slip(sheet: &Sheet, before: usize, index: usize) -> bool {
    is_slip_of(&sheet.show(before, true), &sheet.show(index, true))
}

/// The same of numerals.
pub fn is_slip_of(one: &str, other: &str) -> bool {
    let digits = |numeral: &str| -> Vec<char> { numeral.chars().filter(char::is_ascii_digit).collect() };
    let (one, other) = (digits(one), digits(other));
    let differing = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let count = |digits: &[char]| {
        ('0'..='9').map(|digit| digits.iter().filter(|&&each| each == digit).count()).collect::<Vec<_>>()
    };
    one.len() == other.len()
        && (one.len() > 3 && differing == 1 || one.len() > 2 && differing == 2 && count(&one) == count(&other))
}
