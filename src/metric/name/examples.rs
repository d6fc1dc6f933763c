//! Names beside lists of examples: 在建项目有甲、乙等14个, 甲公司、乙公司等企业用工需求.

use super::trim;
use crate::language::{Place, actors, naming, verbs};
use crate::metric::figure::words::letters_of;

/// `在建项目有甲、乙等14个`: what stands before 有 is what is counted.
pub(super) fn subject_of_list(chars: &[char], words: &[usize]) -> Option<Vec<usize>> {
    const LONGEST: usize = 14;
    let first = words.iter().position(|&index| matches!(chars[index], '、' | '“'))?;
    let lists = |&index: &usize| {
        matches!(chars[index], '有' | '为' | '含' | '如')
            || matches!(chars[index..], ['包', '括' | '含', ..] | ['涵', '盖', ..])
    };
    let at = words[..first].iter().position(lists)?;
    let subject = &words[..at];
    let subject = &subject[trim::ends(&letters_of(chars, subject))];
    (3..=LONGEST).contains(&subject.len()).then(|| subject.to_vec())
}

/// `甲公司、乙公司等企业用工需求`: without the examples, where enough is left behind 等.
pub(super) fn behind_list(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    const SHORTEST: usize = 4;
    const LONGEST_LIST: usize = 12;
    let Some(at) = name.iter().rposition(|&index| chars[index] == '等') else { return name };
    if at >= LONGEST_LIST
        && at + 1 < name.len()
        && let Some(verb) = verb_of_quotations(chars, &name[..at])
    {
        return [&name[verb], &name[at + 1..]].concat();
    }
    if at < LONGEST_LIST || name.len() - at <= SHORTEST {
        return name;
    }
    // 等单位举办, 等渠道主动公开, 等领域开设: who did it and by what means is no part of the name.
    let behind = letters_of(chars, &name[at + 1..]);
    let places = [Place::Manner, Place::Field].iter();
    let actor = actors().head(&behind).or_else(|| places.filter_map(|&place| naming(place).head(&behind)).max());
    let actor = actor.unwrap_or(0);
    let how = naming(Place::How).at(&behind, actor).unwrap_or(0);
    let actor = if verbs().is_compound_at(&behind, actor + how) { actor } else { 0 };
    name[at + 1 + actor..].to_vec()
}

/// `聚焦重点领域开设《甲》《乙》等专栏`: the verb that governs a list of quotations at the end of the words.
fn verb_of_quotations(chars: &[char], words: &[usize]) -> Option<std::ops::Range<usize>> {
    words.last().filter(|&&last| matches!(chars[last], '》' | '”'))?;
    let letters = letters_of(chars, words);
    let first = letters.iter().position(|&letter| matches!(letter, '《' | '“'))?;
    let length = verbs().before(&letters, first).filter(|&length| length > 1)?;
    Some(first - length..first)
}
