//! Where a change began, and where it came to.

use super::earlier;
use crate::check::sheet::{Sheet, begins};
use crate::language::{Claim, claims};
use crate::report::{Kind, Role};

/// How many figures before a growth where it began may stand.
const HORIZON: usize = 8;

/// What came to be where a change is said of this figure: of one that was compared with, the one that is; of one in a bracket that has
/// closed, the one before the bracket.
pub fn came_to(sheet: &Sheet, said_of: usize, by: usize) -> Option<usize> {
    // 较2022年的5亿元增长12%: the growth is of what is compared with that.
    let before = |index: usize| {
        let same =
            |&other: &usize| sheet.same_unit(other, index) && sheet.is_amount(other) && !is_compared(sheet, other);
        index.checked_sub(1).filter(same).filter(|&other| sheet.same_sentence(other, by))
    };
    // 支出比上年同期86万元减少5万元: where it began is all that is told.
    let alone = || Some(said_of).filter(|_| sheet.metrics[said_of].role == Role::Baseline);
    let to = match is_compared(sheet, said_of) {
        true => sheet.subject_of(said_of).or_else(|| before(said_of)).or_else(alone)?,
        false => said_of,
    };
    if to >= by || !sheet.parted_by_bracket(to, by) {
        return Some(to);
    }
    // 余额90亿元（甲20亿元、乙70亿元），增长12%
    (to.saturating_sub(HORIZON)..to)
        .rev()
        .find(|&head| !sheet.parted_by_bracket(head, by))
        .filter(|&head| sheet.same_unit(head, to) && sheet.same_sentence(head, by) && !is_compared(sheet, head))
}

/// What came to be where the figure at `index` tells how it changed or where it began.
pub fn owner(sheet: &Sheet, index: usize) -> Option<usize> {
    sheet.subject_of(index).and_then(|said_of| came_to(sheet, said_of, index))
}

/// Whether another figure is compared with this one: 比上年的5亿元, 与上年的5亿元相比.
fn is_compared(sheet: &Sheet, index: usize) -> bool {
    if sheet.metrics[index].role == Role::Baseline || begins(sheet.behind(index, 4), "相比") {
        return true;
    }
    let lead = sheet.ahead(index, 24);
    let clause = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | ':' | '。')).map_or(0, |at| at + 1);
    matches!(lead.get(clause), Some('比' | '较')) && sheet.metrics[index].direction.is_none()
}

/// Whether between two figures nothing is told of another amount than `to`, so that the last can only be said of it: not so in
/// 8起、2人，比上年分别减少2起、1人.
pub fn alone(sheet: &Sheet, first: usize, last: usize, to: usize) -> bool {
    (first + 1..last)
        .all(|index| index == to || sheet.metrics[index].of == Some(to) || sheet.metrics[index].role == Role::Baseline)
}

/// Where a change began, and whether the text says so of these two: the baseline beside the figure, or the one that belongs to it.
pub fn base(sheet: &Sheet, to: usize, by: usize) -> Option<(usize, bool)> {
    let fits = |from: usize| {
        // 较计划的20家多6家，较上年多9家: what was planned is compared with but once.
        let planned = sheet.metrics[from].role == Role::Target && from + 1 != by;
        !planned
            && is_compared(sheet, from)
            && sheet.same_unit(from, to)
            && sheet.same_sentence(from, to)
            && sheet.is_amount(from)
    };
    if let Some(own) = nearest(to + 1, by, |from| fits(from) && owner(sheet, from) == Some(to)) {
        return Some((own, true));
    }
    // Of money the growth may be that at constant prices.
    let counted = sheet.metrics[to].kind != Kind::Money;
    // 12件，同比增长20%（上年10件）: a bracket right behind the change tells of when that was.
    let yearly = || claims(Claim::Yearly).is_in(sheet.ahead(by, 12));
    let enclosed =
        |from: usize| sheet.between(by, from).is_some_and(|words| matches!(words[..], ['(', '上' | '去', '年', ..]));
    let behind = by + 1;
    if counted
        && behind < sheet.metrics.len()
        && fits(behind)
        && owner(sheet, behind) == Some(to)
        && enclosed(behind)
        && yearly()
    {
        return Some((behind, true));
    }
    let beside =
        to.checked_sub(1).filter(|&from| fits(from)).or_else(|| Some(to + 1).filter(|&from| from < by && fits(from)));
    if let Some(beside) = beside {
        return Some((beside, true));
    }
    // 2021年12件，2022年18件，增长50%
    let same_name = |from: usize| {
        let (one, other) = (&sheet.metrics[from], &sheet.metrics[to]);
        sheet.same_unit(from, to) && one.indicator == other.indicator && one.period != other.period
    };
    let told = |from: &usize| same_name(*from) && sheet.same_sentence(*from, to);
    let before = to.checked_sub(1).filter(told).or_else(|| Some(to + 1).filter(|&from| from < by).filter(told))?;
    Some((before, counted && are_two_years(sheet, before, to, by)))
}

/// Whether two figures right before a growth are of two years in turn.
pub fn are_two_years(sheet: &Sheet, from: usize, to: usize, by: usize) -> bool {
    from.max(to) + 1 == by && from.abs_diff(to) == 1 && earlier::follows(sheet, from, to)
}

/// The figure nearest to the end of a stretch that is so.
pub fn nearest(start: usize, end: usize, is_it: impl Fn(usize) -> bool) -> Option<usize> {
    (start.max(end.saturating_sub(HORIZON))..end).rev().find(|&index| is_it(index))
}

/// Whether a figure is an amount by which another changed: 同比增加0.72亿元.
pub fn is_increment(sheet: &Sheet, index: usize, to: usize) -> bool {
    let metric = &sheet.metrics[index];
    let own = owner(sheet, index) == Some(to) && sheet.same_unit(index, to) && sheet.is_amount(index);
    own && metric.direction.is_some() && metric.role != Role::Baseline && {
        let lead = sheet.ahead(index, 12);
        !lead.ends_with(&['至']) && !lead.ends_with(&['到']) && !lead.ends_with(&['为'])
    }
}
