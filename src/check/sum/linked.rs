//! The parts that were linked to a whole: `87份（采购52份、租赁29份、其他6份）`.

use rust_decimal::Decimal;

use super::claimed::{AMONG, BRACKET, CERTAIN, Claimed, among_claims, comparable, leaves_nothing};
use super::{HORIZON, SMALL, added, is_rounded, listed, told};
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::Check;
use crate::text::Depth;

/// The parts that are linked to a whole: those in the bracket right behind it, and those outside.
pub fn linked(sheet: &Sheet, whole: usize, parts: &[usize]) -> Option<Check> {
    let &first = parts.first()?;
    let opening = sheet.between(whole, first)?;
    let among = claims(Claim::Among).is_in(opening);
    let bracket =
        opening.iter().position(|&letter| letter == '(').filter(|&at| at <= 8 && !opening[at..].contains(&')'));
    let Some(_) = bracket else {
        let divides = !among && claims(Claim::Divides).is_in(opening);
        let claimed = listed::respectively(sheet, whole, parts);
        let claimed = claimed.unwrap_or(if divides { BRACKET } else { among_claims(sheet, whole, parts) });
        return compare(sheet, whole, parts, claimed).or_else(|| behind_outcome(sheet, whole, parts));
    };
    let close = sheet.metrics[whole].span.end + closing(sheet, whole)?;
    let inside = parts.partition_point(|&part| sheet.metrics[part].span.start < close);
    let claimed = match among {
        true => among_claims(sheet, whole, &parts[..inside]),
        false => listed::enclosed(sheet, whole, &parts[..inside], close).unwrap_or(BRACKET),
    };
    compare(sheet, whole, &parts[..inside], claimed).or_else(|| compare(sheet, whole, &parts[inside..], AMONG))
}

/// `立案35起，结案33起，其中甲类19起、乙类20起`: the parts that 其中 opens behind what became of the whole.
fn behind_outcome(sheet: &Sheet, whole: usize, parts: &[usize]) -> Option<Check> {
    const REACH: usize = 16;
    let opens = |&at: &usize| claims(Claim::Among).is_in(sheet.ahead(parts[at], REACH));
    let first = (1..parts.len()).find(opens)?;
    let list = &parts[first..];
    compare(sheet, whole, list, among_claims(sheet, whole, list))
}

/// How far behind a figure the bracket that opens right behind it closes.
pub fn closing(sheet: &Sheet, whole: usize) -> Option<usize> {
    const LONGEST: usize = 600;
    let mut depth = Depth::of("()（）");
    let mut letters = sheet.raw(sheet.stretch(whole, LONGEST)).char_indices();
    letters.find(|&(_, letter)| depth.is_outside(letter) && matches!(letter, ')' | '）')).map(|(at, _)| at)
}

/// Compares a whole with the sum of its members.
pub fn compare(sheet: &Sheet, whole: usize, members: &[usize], claimed: Claimed) -> Option<Check> {
    if members.len() < 2 {
        return None;
    }
    if let Some(found) = some_of(sheet, whole, members) {
        return Some(found);
    }
    let (sum, range) = added(sheet, members)?;
    let value = sheet.metrics[whole].value;
    let off = sum.minus(value)?.times(Decimal::ONE_HUNDRED)?.over(value)?;
    let meets = range.meets(sheet.exact(whole)?.interval());
    let claimed = if leaves_nothing(sheet, whole, members) { CERTAIN } else { claimed };
    if meets {
        // With few digits almost any sum is near enough.
        return (claimed == CERTAIN || claimed == BRACKET || is_rounded(sheet, whole, members))
            .then(|| told(sheet, whole, members, sum, true));
    }
    // 增收16亿元（甲增收9亿元、乙增收8亿元）: another may have fallen.
    let offset = sheet.metrics[whole].direction.is_some();
    let above = if offset { 0 } else { claimed.above };
    let wrong = if off.is_sign_negative() { claimed.below } else { above };
    let clear = off.abs() <= Decimal::from(wrong) && (claimed == CERTAIN || comparable(sheet, whole, members));
    // 包括：甲30个，其中乙10个；丙5个: more of the list may follow than was told apart.
    let clear = clear && (claimed == CERTAIN || sum > value || !goes_on(sheet, *members.last()?));
    // 问题63条，措施126条，整改57条，其余5条: which of them are left over?
    let other = |other: usize| {
        other != whole
            && sheet.same_sentence(other, members[0])
            && sheet.same_unit(other, whole)
            && sheet.metrics[other].of.is_none()
    };
    let elsewhere = (members[0].saturating_sub(HORIZON)..members[0]).any(other) && off.abs() > Decimal::TEN;
    (clear && !elsewhere).then(|| told(sheet, whole, members, sum, false))
}

/// Whether another figure of the same unit follows in the sentence of this one, behind a semicolon.
fn goes_on(sheet: &Sheet, member: usize) -> bool {
    let mut parted = false;
    (member + 1..sheet.metrics.len().min(member + HORIZON)).take_while(|&next| sheet.same_sentence(member, next)).any(
        |next| {
            parted |= sheet.between(next - 1, next).is_none_or(|words| words.contains(&';'));
            parted && sheet.same_unit(member, next)
        },
    )
}

/// Members that add up to the digit: all of them, or some in a row where the others tell a large whole in another way
/// (其中甲类30件、乙类20件；当年完成45件).
pub fn some_of(sheet: &Sheet, whole: usize, members: &[usize]) -> Option<Check> {
    let value = sheet.metrics[whole].value;
    // 按类别分，甲类6家、乙类1家；按辖区分，甲局4家、乙局3家: a clause divides the whole anew.
    let anew = |one: usize, other: usize| {
        sheet.between(one, other).is_some_and(|words| words.contains(&';') && claims(Claim::Sorted).is_in(words))
    };
    for start in 0..members.len() {
        let begins = start == 0 || anew(members[start - 1], members[start]);
        let mut sum = Decimal::ZERO;
        for (length, &member) in members[start..].iter().enumerate() {
            if sheet.exact(member).is_none() {
                break;
            }
            sum = sum.plus(sheet.metrics[member].value)?;
            let all = begins && members.get(start + length + 1).is_none_or(|&next| anew(member, next))
                || length + 1 == members.len();
            if length > 0 && sum == value && (all || value >= SMALL) {
                return Some(told(sheet, whole, &members[start..=start + length], sum, true));
            }
        }
    }
    None
}
