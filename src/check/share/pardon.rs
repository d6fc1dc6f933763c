//! Faults that are none: what is told beside them says that the figures are of something else.

use crate::check::sheet::Sheet;
use crate::report::{Check, CheckKind, Status};
use rustc_hash::FxHashMap;

/// Where more than one share of a whole comes out otherwise, they are of another whole than the one that is told.
pub fn several(checks: &mut Vec<Check>) {
    let wrong = |check: &Check| {
        check.kind == CheckKind::Ratio && check.status == Status::Inconsistent && check.metrics.len() == 3
    };
    let mut faults: FxHashMap<usize, usize> = FxHashMap::default();
    for check in checks.iter().filter(|check| wrong(check)) {
        *faults.entry(check.metrics[0]).or_default() += 1;
    }
    checks.retain(|check| !wrong(check) || faults[&check.metrics[0]] == 1);
}

/// What a share proves to be a part of another whole does not fail to make this one. Nor do parts fail whose shares of what was told
/// sentences before are all right: 1448人（占59.4%），812人（占33.3%），其他156人（占6.4%） leave something over.
pub fn elsewhere(sheet: &Sheet, checks: &mut Vec<Check>) {
    let proved = proved_wholes(checks);
    let elsewhere = |check: &Check| {
        let other = |member: &usize| proved.get(member).is_some_and(|&whole| whole != check.metrics[0]);
        let apart = |member: usize| sheet.metrics[member].sentence != sheet.metrics[check.metrics[0]].sentence;
        let right = |member: &usize| proved.get(member) == Some(&check.metrics[0]) && apart(*member);
        let members = &check.metrics[1..];
        check.kind == CheckKind::Sum && (members.iter().any(other) || members.iter().all(right))
    };
    checks.retain(|check| check.status == Status::Consistent || !elsewhere(check));
}

/// For each part whose share was proved the whole that the share is of: what does not add up to another is no part of that.
fn proved_wholes(checks: &[Check]) -> FxHashMap<usize, usize> {
    let proved = |check: &&Check| check.kind == CheckKind::Ratio && check.status == Status::Consistent;
    let pair = |check: &Check| match check.metrics[..] {
        [whole, part, _] => Some((part, whole)),
        _ => None,
    };
    checks.iter().filter(proved).filter_map(pair).collect()
}

/// Whether a rate is that of a part of what it and its whole make: 审定80亿元，审减6亿元，审减率7% tells of what was left.
pub fn is_of_both(sheet: &Sheet, part: usize, whole: usize, rate: usize) -> bool {
    let percent = || {
        let (one, rest) = (sheet.exact(part)?.interval(), sheet.exact(whole)?.interval());
        one.over(one.plus(rest)?)?.percent()
    };
    percent().zip(sheet.printed(rate)).is_some_and(|(percent, rate)| percent.meets(rate.interval()))
}

/// Whether a rate is that of a part of what a whole and the figure right before it make: 评估18个乡镇86个部门，优秀21个，占20.2%.
pub fn is_of_pair(sheet: &Sheet, part: usize, whole: usize, rate: usize) -> bool {
    let Some(before) = whole.checked_sub(1).filter(|&before| sheet.is_amount(before)) else { return false };
    let touches = |words: &[char]| !words.iter().any(|letter| matches!(letter, ',' | ';' | '。' | '('));
    let pair = sheet.same_sentence(before, whole) && sheet.same_unit(before, whole);
    let percent = || {
        let all = sheet.exact(whole)?.interval().plus(sheet.exact(before)?.interval())?;
        sheet.exact(part)?.interval().over(all)?.percent()
    };
    pair && sheet.between(before, whole).is_some_and(touches)
        && percent().zip(sheet.printed(rate)).is_some_and(|(percent, rate)| percent.meets(rate.interval()))
}
