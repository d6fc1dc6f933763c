//! A whole divided where nothing links its members to it: `按用途分：甲20亩，乙80亩`, in the bracket behind it, by semicolons.

use rust_decimal::Decimal;

use super::{added, linked, told};
use crate::check::sheet::Sheet;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind};

/// How many figures a division may hold, and how far before it its whole may stand.
const HORIZON: usize = 40;
/// A whole below this adds up by chance too easily.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

/// Adds up the members of each such division; it never tells a fault, and nothing that was told before.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    for index in 0..sheet.metrics.len() {
        let found = [sorted(sheet, index), enclosed(sheet, index), clauses(sheet, index)];
        for check in found.into_iter().flatten() {
            let told = |other: &Check| other.kind == CheckKind::Sum && other.metrics == check.metrics;
            if !checks.iter().rev().take(HORIZON).any(told) {
                checks.push(check);
            }
        }
    }
}

/// `按工程分：甲1000亩；乙500亩`: the list that begins here tells the sorts of a whole before it, of its sentence or an earlier one.
fn sorted(sheet: &Sheet, first: usize) -> Option<Check> {
    const SENTENCES: usize = 4;
    if !opens_sorts(sheet, first) {
        return None;
    }
    let mut members = vec![first];
    for index in first + 1..sheet.metrics.len().min(first + HORIZON) {
        if !sheet.same_sentence(first, index) || opens_sorts(sheet, index) {
            break;
        }
        let inner = sheet
            .whole_of(index)
            .is_some_and(|whole| whole == index - 1 || members.contains(&whole) && among(sheet, whole, index));
        if sheet.same_unit(first, index) && sheet.subject_of(index).is_none() && !inner {
            members.push(index);
        }
    }
    let near = |&whole: &usize| {
        sheet.same_unit(whole, first) && sheet.stops_between(whole, first).is_some_and(|stops| stops <= SENTENCES)
    };
    let wholes = (first.saturating_sub(HORIZON)..first).rev().filter(near);
    wholes.filter_map(|whole| proved(sheet, whole, &members)).next()
}

/// Whether a list of sorts opens right before this figure: 按用途分：, 从构成看，.
fn opens_sorts(sheet: &Sheet, index: usize) -> bool {
    const LONGEST: usize = 12;
    let lead = sheet.ahead(index, 40);
    let is_mark = |letter: &char| matches!(letter, ',' | ':' | ';' | '。');
    let mut start = 0;
    while let Some(length) = lead[start..].iter().position(is_mark) {
        let clause = &lead[start..start + length];
        let sorts = matches!(clause.first(), Some('按' | '从' | '分')) && (3..=LONGEST).contains(&length);
        if sorts && claims(Claim::Sorted).is_before(clause, length) {
            return true;
        }
        start += length + 1;
    }
    false
}

/// Whether 其中 stands between a member and what is told behind it.
fn among(sheet: &Sheet, member: usize, index: usize) -> bool {
    sheet.between(member, index).is_some_and(|words| claims(Claim::Among).is_in(words) && !words.contains(&';'))
}

/// `增加34万元（甲增加33万元，乙增加1万元）`: what stands in the bracket right behind a whole.
fn enclosed(sheet: &Sheet, whole: usize) -> Option<Check> {
    if sheet.next_letter(whole) != Some('(') {
        return None;
    }
    let close = sheet.metrics[whole].span.end + linked::closing(sheet, whole)?;
    let inside = (whole + 1..sheet.metrics.len().min(whole + HORIZON))
        .take_while(|&index| sheet.metrics[index].span.start < close);
    let members: Vec<usize> = inside.filter(|&index| sheet.same_unit(whole, index)).collect();
    proved(sheet, whole, &members)
}

/// `完成15000亩，其中，甲面积400亩；乙5公里，面积1000亩；…`: what each clause of its sentence tells first in the unit of the whole.
fn clauses(sheet: &Sheet, whole: usize) -> Option<Check> {
    let next = whole + 1;
    let large = sheet.metrics[whole].value >= LARGE && next < sheet.metrics.len();
    if !large || !claims(Claim::Among).is_in(sheet.ahead(next, 12)) {
        return None;
    }
    let mut members: Vec<usize> = Vec::new();
    let mut told = false;
    for index in next..sheet.metrics.len().min(whole + HORIZON) {
        if !sheet.same_sentence(whole, index) {
            break;
        }
        told &= !sheet.between(index - 1, index)?.contains(&';');
        if !told && sheet.same_unit(whole, index) {
            members.push(index);
            told = true;
        }
    }
    proved(sheet, whole, &members).filter(|_| members.len() > 2)
}

/// The check of members that make a large whole to the digit.
fn proved(sheet: &Sheet, whole: usize, members: &[usize]) -> Option<Check> {
    sheet.exact(whole).filter(|_| members.len() > 1 && sheet.is_amount(whole))?;
    let (all, _) = added(sheet, members)?;
    let value = sheet.metrics[whole].value;
    (all == value && value >= LARGE).then(|| told(sheet, whole, members, all, true))
}
