//! Words that together leave nothing of a whole over.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::rows;

/// The divisions: each a set of words, of which every one names a member of the same whole.
pub fn divisions() -> &'static [Vec<&'static str>] {
    static DIVISIONS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| rows(include_str!("divisions.txt")).collect());
    &DIVISIONS
}

/// The words of all divisions.
pub fn divided() -> &'static Beginnings {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::new(divisions().iter().flatten().copied()));
    &WORDS
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_division_has_members() {
        for (number, division) in crate::language::numbered(include_str!("divisions.txt")) {
            assert!(division.len() > 1, "divisions.txt:{number}: {division:?}");
        }
    }
}
