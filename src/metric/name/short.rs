//! What a thing falls short of: 距70%的标准还有差距.

use crate::language::{Place, naming};

/// How many letters before a figure say that a thing falls short of it, which `behind` then calls a standard; nothing where none do.
pub fn falls_short(lead: &[char], behind: &[char]) -> Option<usize> {
    /// So many letters may stand before 标准 that say of what it is one.
    const REACH: usize = 4;
    // 与90%的要求相比还有差距
    let compared = || behind.windows(2).any(|pair| pair == ['相', '比']);
    let far = match lead {
        [.., '距', '离'] => 2,
        [.., '距'] => 1,
        [.., '与' | '同' | '和'] if compared() => 1,
        _ => return None,
    };
    let standard = |at| naming(Place::Measure).is_at(behind, at);
    (behind.first() == Some(&'的') && (1..=REACH).any(standard)).then_some(far)
}
