//! What it is that changed, of a name that says so.

use crate::language::{Place, naming};
use crate::metric::figure::direction;
use crate::metric::figure::words::letters_of;

/// `经营面积比上年增加`: what it is that changed.
pub fn subject_of_change(chars: &[char], name: &[usize]) -> Vec<usize> {
    let letters = letters_of(chars, name);
    let at = letters
        .iter()
        .enumerate()
        .position(|(at, &letter)| matches!(letter, '比' | '较') && !matches!(letters.get(at + 1), Some('例' | '重')))
        .or_else(|| letters.windows(2).position(|pair| matches!(pair, ['同', '比'] | ['年', '均'] | ['环', '比'])));
    let end = at.filter(|&at| at > 1 && !matches!(letters[at - 1], '占' | '对')).unwrap_or(letters.len());
    let end = match direction::change(&letters[..end]) {
        Some(_) => {
            let length = direction::change_length(&letters[..end]);
            end.saturating_sub(length)
        }
        None => end,
    };
    let end = end - usize::from(end > 1 && matches!(letters[end - 1], '同'));
    // 城乡收入差距持续缩小, 收入实际增长
    let end = end - naming(Place::Adverbial).before(&letters, end).unwrap_or(0);
    let end = end - naming(Place::Reckoning).before(&letters, end).unwrap_or(0);
    name[..end].to_vec()
}
