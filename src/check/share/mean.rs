//! A mean follows from a sum and how many share in it: 兑现资金6720万元，惠及企业320家，户均21万元.

use rust_decimal::Decimal;

use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::Measure;
use crate::report::{Check, CheckKind, Kind, Relation, Role};
use crate::verdict::{Outcome, Verdict};

/// How many figures before a mean those may stand that it follows from.
const HORIZON: usize = 6;
/// With fewer digits a mean is a round number.
const DIGITS: usize = 2;
/// A mean that is off by less than one of so many parts of it is rounded.
const ROUND: i64 = 20;

/// The checks of means that two amounts beside them give. What a mean was taken of is seldom said, so that only one that has no words of
/// its own is refuted.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    checks.extend((0..sheet.metrics.len()).filter_map(|mean| proved(sheet, mean).or_else(|| refuted(sheet, mean))));
}

/// `司法所12个，工作人员30名，平均每所3.5名`: a mean of the only two amounts of its sentence, told right behind them, that they do not give.
fn refuted(sheet: &Sheet, mean: usize) -> Option<Check> {
    let stated = sheet.exact(mean).filter(|_| sheet.is_amount(mean))?;
    let [first, second] = [mean.checked_sub(2)?, mean.checked_sub(1)?];
    let each = each(sheet, mean)?;
    let (count, sum) = match is_counted_by(sheet, first, &each) {
        true => (first, second),
        false => (second, first),
    };
    let only = |other: usize| other >= sheet.metrics.len() || !sheet.same_sentence(other, mean);
    let words: String = each.iter().collect();
    let lead: String = sheet.ahead(mean, 12).iter().collect();
    let bare = [format!(",平均每{words}"), format!(",每{words}平均"), format!(",{words}均")].contains(&lead);
    let plain = |index: usize| {
        let metric = &sheet.metrics[index];
        let apart = metric.of.is_none_or(|of| of == first) && metric.relation != Some(Relation::Part);
        apart && metric.role == Role::Actual && metric.direction.is_none()
    };
    let counted = sheet.metrics[count].kind == Kind::Count && is_counted_by(sheet, count, &each);
    let alone = first.checked_sub(1).is_none_or(only) && only(mean + 1) && sheet.same_sentence(first, mean);
    let noted = sheet.next_letter(mean) == Some('(');
    if !bare || !counted || !alone || noted || !plain(first) || !plain(second) || !sheet.same_unit(sum, mean) {
        return None;
    }
    let quotient = sheet.exact(sum)?.interval().over(sheet.exact(count)?.interval())?;
    let worked = sheet.metrics[sum].value.over(sheet.metrics[count].value)?;
    let value = sheet.metrics[mean].value;
    // What is so far off is a mean of something else; what is so near, or has but one digit, is told as a round number.
    let near = value <= worked.times(Decimal::TWO)? && worked <= value.times(Decimal::TWO)?;
    let round = sheet.digits(mean) < DIGITS || worked.minus(value)?.abs().times(ROUND.into())? <= value;
    if quotient.meets(stated.interval()) || !near || round {
        return None;
    }
    let scale = stated.scale();
    let (sign, number) = sheet.worked(worked.over(scale)?, mean);
    let worked = (sign, sheet.show_as(number.times(scale)?, mean, false));
    let message = Verdict::worked(Outcome::Differs, sheet.quotient_of(sum, count), worked, sheet.show(mean, false));
    Some(sheet.check(CheckKind::Ratio, false, vec![sum, count, mean], message))
}

fn proved(sheet: &Sheet, mean: usize) -> Option<Check> {
    let stated = sheet.exact(mean).filter(|_| sheet.is_amount(mean))?;
    let each = each(sheet, mean)?;
    let beside = |other: usize| other != mean && sheet.same_sentence(other, mean) && sheet.is_amount(other);
    // 村均76万元（140个村）
    let enclosed = sheet.opens_behind(mean);
    let from = mean.saturating_sub(HORIZON);
    let counts = (from..mean).rev().chain(enclosed.then_some(mean + 1));
    let sums = || (from..mean).rev().filter(|&sum| beside(sum));
    let mut pairs = counts
        .filter(|&count| beside(count) && is_counted_by(sheet, count, &each))
        .flat_map(|count| sums().map(move |sum| (sum, count)))
        .filter(|(sum, count)| sum != count);
    pairs.find_map(|(sum, count)| {
        let scale = scale(sheet.unit(sum)?, sheet.unit(mean)?)?;
        let quotient = sheet.exact(sum)?.interval().over(sheet.exact(count)?.interval())?;
        let (low, high) = (quotient.low().times(scale)?, quotient.high().times(scale)?);
        let range = stated.interval();
        let meets = low <= range.high() && range.low() <= high;
        // A round mean proves nothing where it is but near.
        let value = |index: usize| sheet.metrics[index].value;
        let just = || value(sum).times(scale) == value(mean).times(value(count));
        let proves = sheet.digits(mean) >= DIGITS || just();
        let kinds = sheet.metrics[sum].kind == sheet.metrics[mean].kind;
        let message = Verdict::compared(Outcome::Proportional, sheet.quotient_of(sum, count), sheet.show(mean, false));
        (kinds && meets && proves).then(|| sheet.check(CheckKind::Ratio, true, vec![sum, count, mean], message))
    })
}

/// By what a mean is taken, of a figure whose clause begins so: 户 of 户均, 平均每户 and 每户平均.
fn each(sheet: &Sheet, mean: usize) -> Option<Vec<char>> {
    const LONGEST: usize = 3;
    let ahead = sheet.ahead(mean, 12);
    let begins = ahead.iter().rposition(|letter| matches!(letter, ',' | ';' | ':' | '。' | '('));
    let clause = &ahead[begins.map_or(0, |at| at + 1)..];
    let on = clause.strip_prefix(&['平', '均']).unwrap_or(clause);
    if let Some(on) = on.strip_prefix(&['每']) {
        let each = on.strip_suffix(&['平', '均']).unwrap_or(on);
        return (1..=LONGEST).contains(&each.len()).then(|| each.to_vec());
    }
    let at = clause.iter().take(LONGEST + 1).position(|&letter| letter == '均')?;
    (at > 0).then(|| clause[..at].to_vec())
}

/// Whether a figure counts what a mean is taken by: in that measure word, or things that are called so.
fn is_counted_by(sheet: &Sheet, count: usize, each: &[char]) -> bool {
    let each: String = each.iter().collect();
    let metric = &sheet.metrics[count];
    let unit = sheet.unit(count);
    // 企业315家，户均: firms are counted in either word, and so are persons.
    let alike = [Measure::Firm, Measure::Person].iter().any(|measure| measure.has(Some(&each)) && measure.has(unit));
    let times = each == "次" && unit == Some("人次");
    let called = metric.kind == Kind::Count && metric.indicator.ends_with(&each);
    unit == Some(&each) || alike || times || called
}

/// How many of one unit another is worth; nothing where they do not measure the same.
fn scale(one: &str, other: &str) -> Option<Decimal> {
    let grams = |unit: &str| match unit {
        "吨" => Some(1_000_000),
        "公斤" | "千克" => Some(1000),
        "斤" => Some(500),
        "克" => Some(1),
        _ => None,
    };
    if one == other {
        return Some(Decimal::ONE);
    }
    Decimal::from(grams(one)?).over(Decimal::from(grams(other)?))
}
