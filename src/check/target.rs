//! What was reached against what was to be reached: `超额完成78个的年度任务`.

use std::cmp::Ordering;

use super::sheet::Sheet;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind, Role};
use crate::verdict::{Outcome, Verdict};

/// What the text says of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Exceeded,
    Above,
    Reached,
    Below,
    Missed,
}

impl Says {
    /// The word for it.
    const fn word(self) -> &'static str {
        match self {
            Self::Exceeded => "超额完成",
            Self::Above => "高于",
            Self::Reached => "完成",
            Self::Below => "低于",
            Self::Missed => "未完成",
        }
    }
}

/// Compares each target with what was reached.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    for target in 0..sheet.metrics.len() {
        if sheet.metrics[target].role == Role::Target {
            checks.extend(reached(sheet, target).and_then(|reached| compare(sheet, reached, target)));
        }
    }
}

/// The figure that tells what was reached of a target: the one it belongs to, or its neighbour in the sentence.
fn reached(sheet: &Sheet, target: usize) -> Option<usize> {
    let fits = |&other: &usize| {
        let role = sheet.metrics[other].role == Role::Actual;
        role && sheet.same_sentence(other, target) && comparable(sheet, other, target)
    };
    let beside = [target.checked_sub(1), Some(target + 1).filter(|&next| next < sheet.metrics.len())];
    sheet.subject_of(target).filter(fits).or_else(|| beside.into_iter().flatten().find(fits))
}

/// Whether two figures measure the same: in one unit, or both in percent, as 增长6.5%，高于6%的目标.
fn comparable(sheet: &Sheet, reached: usize, target: usize) -> bool {
    let percent = |index: usize| {
        let metric = &sheet.metrics[index];
        matches!(metric.kind, Kind::Ratio | Kind::Growth) && metric.unit.as_deref() == Some("%")
    };
    sheet.same_unit(reached, target) && sheet.is_amount(target) || percent(reached) && percent(target)
}

fn compare(sheet: &Sheet, reached: usize, target: usize) -> Option<Check> {
    let says = said(sheet, reached, target)?;
    // 低于4.5%的控制目标: at most that is what was aimed at.
    let wanted = if says == Says::Below { sheet.printed(target) } else { sheet.exact(target) };
    let (one, other) = (sheet.printed(reached)?, wanted?);
    let exact = sheet.exact(reached).is_some();
    let (got, wanted) = (sheet.metrics[reached].value, sheet.metrics[target].value);
    let agrees = match says {
        Says::Exceeded | Says::Above => one.interval().high() > other.interval().low() && (got > wanted || !exact),
        Says::Reached => one.interval().high() >= other.interval().low(),
        Says::Below | Says::Missed => one.interval().low() < other.interval().high() && got < wanted,
    };
    // A little over or under what was rounded proves nothing, and less of what should become less is well done.
    let met = one.interval().meets(other.interval()) && got != wanted;
    let grows = matches!(sheet.metrics[target].kind, Kind::Count | Kind::Money);
    if !agrees && (!exact || met || !grows || !matches!(says, Says::Exceeded | Says::Reached)) {
        return None;
    }
    let bare = sheet.alike(&[reached, target]);
    let sign = match got.cmp(&wanted) {
        Ordering::Less => '<',
        Ordering::Equal => '=',
        Ordering::Greater => '>',
    };
    let outcome = if agrees { Outcome::Kept } else { Outcome::Broken };
    let aim = (sign, sheet.show(target, bare));
    let message = Verdict::worked(outcome, sheet.show(reached, bare), aim, says.word().to_owned());
    Some(sheet.check(CheckKind::Target, agrees, vec![reached, target], message))
}

/// What the words around a target say of it.
fn said(sheet: &Sheet, reached: usize, target: usize) -> Option<Says> {
    let (first, last) = (reached.min(target), reached.max(target));
    let between = sheet.between(first, last)?;
    if between.contains(&';') {
        return None;
    }
    let behind = sheet.behind(last, 24);
    let end = behind.iter().position(|letter| matches!(letter, '。' | ';')).unwrap_or(behind.len());
    let behind = &behind[..end];
    let in_either = |claim: Claim| claims(claim).is_in(between) || claims(claim).is_in(behind);
    if in_either(Claim::Missed) {
        return Some(Says::Missed);
    }
    // 超额完成15亿元的任务，实际完成16亿元
    let ahead = target < reached && claims(Claim::Exceeded).is_in(sheet.ahead(target, 12));
    if in_either(Claim::Exceeded) || ahead {
        return Some(Says::Exceeded);
    }
    if claims(Claim::Above).is_in(between) {
        return Some(Says::Above);
    }
    if claims(Claim::Below).is_in(between) {
        return Some(Says::Below);
    }
    // 完成 is said of what was reached everywhere; beside a task it speaks of the task.
    // 完成年度任务5亿元的106%: that is a rate.
    let rated = target + 1 < sheet.metrics.len() && sheet.between(target, target + 1).is_some_and(is_rated);
    let task = !rated && (claims(Claim::Task).is_in(behind) || claims(Claim::Task).is_in(between));
    let before = target > reached && between.len() <= 16 && claims(Claim::Reached).is_in(between);
    (task && before).then_some(Says::Reached)
}

/// Whether words between a target and a rate say that the rate is of the target: 5亿元的106%, 5亿元任务的106%, 任务（5亿元）的106%.
fn is_rated(words: &[char]) -> bool {
    let Some((&'的', task)) = words.split_last() else { return false };
    let task = task.strip_prefix(&[')']).unwrap_or(task);
    task.is_empty() || claims(Claim::Task).is(task)
}
