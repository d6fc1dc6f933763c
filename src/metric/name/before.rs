//! Prepositions, standards and verbs of causing before a figure, which lead up to it and are no name.

use crate::language::{Place, naming, verbs};
use crate::metric::figure::words::Words;

/// The length of what stands at the head of the words before a figure and only leads up to its name.
pub(super) fn leading(words: &Words, left: &[usize], before: &[char]) -> usize {
    // 按每人每月1100元标准发放生活费213万元: the standard is that of the figure before.
    let standard = words.follows
        && before.starts_with(&['标', '准'])
        && verbs().compound_at(before, 2).is_some_and(|length| length + 2 < before.len());
    let start = if standard { 2 } else { 0 };
    let rest = &before[start..];
    // 受理的58件中审结55件: what it is counted out of stands before the figure before.
    let out_of = words.follows
        && rest.first() == Some(&'中')
        && words.left.first() == left.get(start)
        && verbs().is_at(rest, 1)
        && !naming(Place::Kept).begins(rest);
    let start = start + usize::from(out_of);
    // 将全县23个部门的事项划入: 将 says what is done to them.
    start + usize::from(matches!(before[start..], ['将' | '把', '全', _]))
}

/// The length of a preposition at the head of a name: 对12个事项进行…. `described` is whether 的 stands behind it: 对新任命的23名干部.
pub(super) fn preposition(letters: &[char], described: bool) -> usize {
    let Some(length) = naming(Place::Preposition).head(letters) else { return 0 };
    let kept = naming(Place::Kept).head(letters).is_some_and(|kept| kept > length);
    // 向平台推送3603条: the verb before the number asks for what stands behind it.
    let asks = !described && verbs().ends(letters);
    if kept || asks { 0 } else { length }
}

/// `按每户2000元的标准`: the words before a figure that say for what each of it is; nothing where they say more.
pub(super) fn each<'w>(chars: &[char], words: &'w [usize]) -> Option<&'w [usize]> {
    const LONGEST: usize = 6;
    let at = words.iter().rposition(|&index| chars[index] == '每')?;
    (words.len() - at <= LONGEST).then(|| &words[at..])
}

/// Whether the words before a figure are a verb that makes others do something.
pub(super) fn is_causing(lead: &[char]) -> bool {
    naming(Place::Causing).is(lead)
}

/// Whether the words before a figure are a verb and nothing else.
pub(super) fn is_verb(letters: &[char]) -> bool {
    letters.len() > 1 && verbs().is(letters)
}
