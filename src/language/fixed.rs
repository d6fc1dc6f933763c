//! Words in which a numeral does not count anything.

use std::sync::LazyLock;

use super::{Lexicon, rows};
use crate::report::Reason;

/// The words, each with the reason its numeral is skipped for.
pub fn fixed() -> &'static Lexicon<Reason> {
    static WORDS: LazyLock<Lexicon<Reason>> = LazyLock::new(|| Lexicon::new(rows(TABLE).filter_map(|row| entry(&row))));
    &WORDS
}

const TABLE: &str = table!("fixed.txt");

fn entry(row: &[&'static str]) -> Option<(&'static str, Reason)> {
    let &[word, reason] = row else { return None };
    Some((word, Reason::named(reason)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_gives_a_reason() {
        for (number, row) in crate::language::numbered(TABLE) {
            assert!(entry(&row).is_some(), "fixed.txt:{number}: {row:?}");
        }
    }
}
