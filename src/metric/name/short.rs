//! What a thing falls short of: 距70%的标准还有差距.

use crate::language::{Place, naming};

/// How many letters before a figure say that a thing falls short of it, which `behind` then calls a standard; nothing where none do.
pub fn falls_short(lead: &[char], behind: &[char]) -> Option<usize> {
    /// So many letters may stand before 标准 that say of what it is one.
    const REACH: usize = 4;
    // 与90%的要求相比还有差距
    let compared = || behind.windows(2).any(|pair| pair == ['相', '比']);
    // 距省里提出的95%目标还差
    let set = || lead.ends_with(&['的']).then(|| lead.iter().rposition(|&letter| letter == '距')).flatten();
    let (far, from) = match lead {
        [.., '距', '离'] => (2, 1),
        [.., '距'] => (1, 1),
        [.., '与' | '同' | '和'] if compared() => (1, 1),
        _ => (lead.len() - set()?, 0),
    };
    let standard = |at| naming(Place::Measure).is_at(behind, at);
    ((from == 0 || behind.first() == Some(&'的')) && (from..=REACH * from).any(standard)).then_some(far)
}
