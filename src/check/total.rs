//! A figure stated twice agrees.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use crate::language::verbs;
use crate::report::{Check, CheckKind, Kind, Metric, Role};
use rustc_hash::FxHashMap;

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
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    indicator: &'a str,
    unit: Option<&'a str>,
    kind: Kind,
    role: Role,
    of: Option<&'a str>,
}

/// Figures of one value, unit, kind and role: what the same figure stated again shares with the first.
#[derive(PartialEq, Eq, Hash)]
struct Value<'a> {
    value: Decimal,
    unit: Option<&'a str>,
    kind: Kind,
    role: Role,
}

/// Compares each figure with where it was stated before.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let mut stated: FxHashMap<Said, usize> = FxHashMap::default();
    let mut values: FxHashMap<Value, Vec<usize>> = FxHashMap::default();
    let mut differing: FxHashMap<Sections, usize> = FxHashMap::default();
    let first = checks.len();
    for (index, metric) in sheet.metrics.iter().enumerate() {
        if metric.value < SMALL || !sheet.is_amount(index) || sheet.exact(index).is_none() {
            continue;
        }
        let long = metric.indicator.chars().count() >= SHORTEST;
        let said = Said {
            indicator: &metric.indicator,
            unit: metric.unit.as_deref(),
            kind: metric.kind,
            role: metric.role,
            of: metric.of.map(|of| sheet.metrics[of].indicator.as_str()),
        };
        let value = Value { value: metric.value, unit: metric.unit.as_deref(), kind: metric.kind, role: metric.role };
        let found = match stated.get(&said).filter(|_| long) {
            Some(&before) => {
                if sheet.metrics[before].value != metric.value {
                    *differing.entry(sections(sheet, before, index)).or_default() += 1;
                }
                compare(sheet, before, index)
            }
            None => values.get(&value).and_then(|same| again(sheet, same, index)),
        };
        checks.extend(found);
        if long {
            stated.entry(said).or_insert(index);
        }
        let same = values.entry(value).or_default();
        if same.len() < MOST {
            same.push(index);
        }
    }
    let is_parallel = |check: &Check| {
        let [before, index] = check.metrics[..] else { return false };
        let (one, other) = sections(sheet, before, index);
        one != other && differing.get(&(one, other)).is_some_and(|&count| count >= PARALLEL)
    };
    let own = checks.split_off(first);
    checks.extend(own.into_iter().filter(|check| !is_parallel(check)));
}

/// The sections of two figures.
type Sections = (Option<usize>, Option<usize>);

fn sections(sheet: &Sheet, before: usize, index: usize) -> Sections {
    (sheet.metrics[before].section, sheet.metrics[index].section)
}

/// A figure that has the very value of one before it and the same name but for words of doing: `完成固定资产投资210亿元` and
/// `固定资产投资210亿元`. So many digits are not the same by chance.
fn again(sheet: &Sheet, same: &[usize], index: usize) -> Option<Check> {
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
    while let Some((length, ())) = verbs().at(&letters, 0).filter(|&(length, ())| length + 1 < letters.len()) {
        letters.drain(..length);
    }
    while let Some((length, ())) =
        verbs().before(&letters, letters.len()).filter(|&(length, ())| length + 1 < letters.len())
    {
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
    let (one, other) = (sheet.show(before, bare), sheet.show(index, bare));
    let message = if agrees {
        format!("前后两处一致：{one} = {other}")
    } else {
        format!("前后两处不一致：{one} 与 {other} 不符")
    };
    Some(sheet.check(CheckKind::Total, agrees, vec![before, index], message))
}

/// What stands in brackets before a figure: 市本级（含开发区）收入 is another than 市本级收入.
fn asides(sheet: &Sheet, index: usize) -> Vec<char> {
    const REACH: usize = 40;
    let mut depth = 0_usize;
    let inside = |letter: &char| {
        depth = if *letter == '(' { depth + 1 } else { depth.saturating_sub(usize::from(*letter == ')')) };
        depth > 0
    };
    sheet.ahead(index, REACH).into_iter().filter(inside).collect()
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
