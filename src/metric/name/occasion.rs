//! How often something was done, where the deed stands behind the number: 常务会议4次听取汇报.

use crate::language::{Place, actors, naming, organs, verbs};
use crate::metric::figure::words::{Words, letters_of};
use crate::metric::quantity::Quantity;

/// The deed behind a number of times, to the end of its clause; nothing where the words before the number, `left`, tell a deed themselves.
pub fn find(chars: &[char], quantity: &Quantity, words: &Words, left: &[char]) -> Option<Vec<usize>> {
    // 召开党组会12次、局务会9次研究工作: the deed is that of both.
    if words.listed && !left.is_empty() || quantity.unit.as_deref() != Some("次") || !is_subject(left) {
        return None;
    }
    let behind = letters_of(chars, &words.right);
    begins(&behind).then(|| words.right.clone())
}

/// Whether words are empty, or name no more than who meets or acts: 局党组, 县政府常务会议, 主要负责人.
fn is_subject(left: &[char]) -> bool {
    let acts = |at: usize| verbs().is_compound_at(left, at) && !naming(Place::Nominal).is_at(left, at);
    let end = left.len();
    let body = || {
        organs().before(left, end).is_some()
            || actors().is_before(left, end)
            || naming(Place::Sitting).is_before(left, end)
    };
    left.is_empty() || body() && !(0..end).any(acts)
}

/// Whether words begin with a deed, or with how it was done: 听取汇报, 专题研究, 集中学习.
fn begins(behind: &[char]) -> bool {
    const HOW: usize = 2;
    let deed = |at: usize| verbs().compound_at(behind, at).is_some_and(|length| at + length < behind.len());
    deed(0) || deed(HOW)
}
