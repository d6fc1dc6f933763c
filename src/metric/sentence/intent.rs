//! What the words before a figure say of the intention behind it.

use std::borrow::Cow;

use crate::language::organs;
use crate::language::{Sense, actors, senses, verbs};
use crate::metric::clause::predicate;
use crate::text::{Depth, Mark};

/// A programme is called by at most so many characters before 计划.
const LONGEST_NAME: usize = 8;

/// A programme that stands at the head of its clause is called by at most so many.
const LONGEST_SUBJECT: usize = 4;

/// Whether the words say that something is still to be done: 要新增, 将建成.
pub fn is_to_come(lead: &[char]) -> bool {
    if senses(Sense::Settled).is_in(lead) {
        return false;
    }
    (0..lead.len()).any(|at| {
        let modal = senses(Sense::Modal)
            .at(lead, at)
            .filter(|&length| !predicate::is_inside_word(lead, at, length) && !is_programme(lead, at, length));
        modal.is_some_and(|length| verbs().is_compound_at(lead, at + length))
    })
}

/// Whether the words speak of a plan or a task: 计划投资, 年度目标.
pub fn is_planned(lead: &[char]) -> bool {
    (0..lead.len()).any(|at| {
        let planned = senses(Sense::Target).at(lead, at);
        planned.is_some_and(|length| !is_settled(lead, at, length) && !is_programme(lead, at, length))
    })
}

/// Whether the words say that more of the same is to be done: 再建, 还将.
pub fn goes_further(lead: &[char]) -> bool {
    matches!(lead.first(), Some('再' | '还' | '另' | '拟'))
}

/// Whether a word of a plan is held by one that speaks of none: 计划生育.
fn is_settled(lead: &[char], at: usize, length: usize) -> bool {
    const LONGEST: usize = 5;
    (at.saturating_sub(LONGEST)..=at)
        .any(|start| senses(Sense::Settled).at(lead, start).is_some_and(|settled| start + settled >= at + length))
}

/// Whether 计划 ends the name of a programme: it is the object of a verb (实施雨露计划补助学生), or those who belong to it follow
/// (西部计划志愿者).
fn is_programme(lead: &[char], at: usize, length: usize) -> bool {
    if !matches!(lead[at..at + length], ['计', '划']) {
        return false;
    }
    let behind = at + length;
    let member = senses(Sense::Member).is_at(lead, behind);
    let run = |start: &usize| {
        let verb = senses(Sense::Running).at(lead, *start).unwrap_or(0);
        let name = lead.get(start + verb..at).unwrap_or_default();
        verb > 0 && name.len() > 1 && !senses(Sense::Scheme).ends(name)
    };
    let named = at > 1 && !senses(Sense::Scheme).is_before(lead, at);
    // 春蕾计划资助女童: nobody is called so who could plan to.
    let acts = actors().is_before(lead, at) || organs().before(lead, at).is_some();
    let gives = senses(Sense::Giving).is_at(lead, behind) && at <= LONGEST_SUBJECT && !acts;
    (member || gives) && named || (at.saturating_sub(LONGEST_NAME)..at).any(|start| run(&start))
}

/// Words without what stands in quotation marks: the 计划 of a “千人计划” plans nothing.
pub fn without_quotations(lead: &[char]) -> Cow<'_, [char]> {
    if !lead.iter().any(|letter| matches!(letter, '“' | '《' | '”' | '》')) {
        return Cow::Borrowed(lead);
    }
    let mut depth = Depth::of("“”《》");
    let outside = |&letter: &char| depth.read(letter) == Mark::Other && !depth.is_open();
    lead.iter().copied().filter(outside).collect()
}

/// Whether the words at the head of a sentence say that it tells what is to be done: 下一步, 主要预期目标是; not so 主要预期目标全面完成.
pub fn opens_plan(opening: &[char]) -> bool {
    (0..opening.len()).any(|at| {
        let Some(length) = senses(Sense::Opening).at(opening, at) else { return false };
        let behind = at + length;
        let announces = matches!(opening.get(behind), Some(':' | '是' | '为' | '如'));
        let done = (behind..opening.len()).any(|at| senses(Sense::Reached).is_at(opening, at));
        announces || at == 0 && !done && !senses(Sense::Review).is_in(opening)
    })
}
