//! Parts that come near their whole, or go beyond it, and do not make it: `共65件，其中甲39件、乙5件、丙10件、丁4件、戊5件`. That they are
//! all there are is not said; but few lists leave so little over.

use rust_decimal::Decimal;

use super::finding;
use crate::check::sheet::Sheet;
use crate::check::sum;
use crate::check::sum::claimed::{comparable, is_division};
use crate::check::sum::parts::Parts;
use crate::check::total::is_slip_of;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Finding, Kind, LinkRule, NameRule, Span};
use crate::verdict::{Outcome, Verdict};
use rustc_hash::FxHashSet;

/// A list of fewer parts tells some of all.
const FEWEST: usize = 3;
/// Of more things than these the few that are not told may be many.
const MOST: i64 = 1000;
/// The share of the whole, in a hundred, that the parts may leave over.
const BELOW: i64 = 5;
/// That they may go beyond it: parts that go further are told apart in two ways.
const ABOVE: i64 = 15;

/// With fewer digits a sum differs in one of them by chance too easily.
const DIGITS: usize = 4;

/// Looks at the parts of each whole of which no sum is told.
pub fn run(sheet: &Sheet, checks: &[Check], findings: &mut Vec<Finding>) {
    let sums = checks.iter().filter(|check| check.kind == CheckKind::Sum);
    let told: FxHashSet<usize> = sums.flat_map(|check| check.metrics.iter().copied()).collect();
    let parts = Parts::new(sheet);
    let wholes = (0..sheet.metrics.len()).filter(|whole| !told.contains(whole));
    let doubted = |whole: usize| doubted(sheet, whole, parts.of(whole), &told).or_else(|| slipped(sheet, whole, &told));
    findings.extend(wholes.filter_map(doubted));
}

/// `收入73亿元，加专项债券100亿元，上年结转38亿元，收入总计221亿元`: a total behind its members that is their sum but for a slip of the pen.
fn slipped(sheet: &Sheet, total: usize, told: &FxHashSet<usize>) -> Option<Finding> {
    let members: Vec<usize> = sum::totalled_by(sheet, total)?;
    let free = members.iter().all(|member| !told.contains(member));
    let (sum, range) = sum::added(sheet, &members).filter(|_| free && members.len() > 1)?;
    let differs = !range.meets(sheet.exact(total)?.interval());
    (differs && is_slip(sheet, total, sum)).then(|| tell(sheet, total, &members, sum))
}

/// Whether a sum differs from the whole by a slip of the pen.
fn is_slip(sheet: &Sheet, whole: usize, sum: Decimal) -> bool {
    let many = sheet.show(whole, true).chars().filter(char::is_ascii_digit).count() >= DIGITS;
    many && sheet.exact(whole).is_some() && is_slip_of(&sheet.show_as(sum, whole, true), &sheet.show(whole, true))
}

/// What is found of a whole and what its parts make.
fn tell(sheet: &Sheet, whole: usize, members: &[usize], sum: Decimal) -> Finding {
    let metric = &sheet.metrics[whole];
    let outcome = if sum > metric.value { Outcome::PartsAbove } else { Outcome::PartsBelow };
    let added = ('=', sheet.show_as(sum, whole, false));
    let message = Verdict::worked(outcome, sheet.sum_of(members, true), added, sheet.show(whole, false));
    let spans = || members.iter().chain([&whole]).map(|&index| sheet.metrics[index].span);
    let start = spans().map(|span| span.start).min().unwrap_or_default();
    let end = spans().map(|span| span.end).max().unwrap_or_default();
    finding(Span::new(start, end), message.named(&metric.indicator))
}

fn doubted(sheet: &Sheet, whole: usize, parts: &[usize], told: &FxHashSet<usize>) -> Option<Finding> {
    let &first = parts.first()?;
    let metric = &sheet.metrics[whole];
    let members: Vec<usize> = parts.iter().copied().filter(|&part| sheet.same_sentence(part, first)).collect();
    let &last = members.last()?;
    let table = metric.why.name == NameRule::Table;
    let divided = members.len() >= FEWEST || is_division(sheet, whole, &members, |_| true);
    if !divided || table || metric.direction.is_some() {
        return None;
    }
    let listed = |&member: &usize| {
        let part = &sheet.metrics[member];
        let rule = matches!(
            part.why.link,
            Some(LinkRule::Among | LinkRule::Bracket | LinkRule::Shared | LinkRule::Respectively)
        );
        rule && !told.contains(&member)
            && part.period == metric.period
            && part.direction.is_none()
            && part.value < metric.value
    };
    let all = members.iter().all(listed) && comparable(sheet, whole, &members);
    if !all || is_open(sheet, whole, first, last) {
        return None;
    }
    let (sum, range) = sum::added(sheet, &members)?;
    if range.meets(sheet.exact(whole)?.interval()) {
        return None;
    }
    (is_slip(sheet, whole, sum) || is_near(sheet, whole, &members, sum)?).then(|| tell(sheet, whole, &members, sum))
}

/// Whether a list of things counted comes near its whole: what is measured is told by its largest parts; what is counted, and few, by all
/// of them.
fn is_near(sheet: &Sheet, whole: usize, members: &[usize], sum: Decimal) -> Option<bool> {
    let metric = &sheet.metrics[whole];
    let counted = metric.kind == Kind::Count && metric.scale.is_none() && metric.value <= Decimal::from(MOST);
    let list = members.len() >= FEWEST && members.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let off = sum.minus(metric.value)?;
    let least = members.iter().map(|&member| sheet.metrics[member].value).min()?;
    let bound = if off.is_sign_negative() { BELOW } else { ABOVE };
    let near = off.abs().times(Decimal::ONE_HUNDRED)? <= metric.value.times(bound.into())?;
    // What is left over is less than anything that was worth telling.
    Some(counted && list && near && (off.is_sign_positive() || off.abs() < least))
}

/// Whether words around a list say that it tells some of all: 主要 before it, 等 behind.
fn is_open(sheet: &Sheet, whole: usize, first: usize, last: usize) -> bool {
    const REACH: usize = 12;
    let some = |letters: &[char]| letters.windows(2).any(|pair| pair == ['主', '要']) || letters.contains(&'仅');
    let lead = sheet.between(whole, first).unwrap_or_default();
    let behind = sheet.behind(last, REACH);
    let clause = behind.iter().position(|letter| matches!(letter, ',' | '。' | ';')).unwrap_or(behind.len());
    some(lead) || claims(Claim::Examples).is_in(&behind[..clause])
}
