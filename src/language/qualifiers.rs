//! Words that say how exact a figure is.

use std::sync::LazyLock;

use super::{Lexicon, rows};
use crate::report::Qualifier;

/// The words that stand before a figure: 约, 不少于.
pub fn before() -> &'static Lexicon<Qualifier> {
    static WORDS: LazyLock<Lexicon<Qualifier>> = LazyLock::new(|| Lexicon::new(words("before")));
    &WORDS
}

/// The words that stand behind a figure: 左右, 以上.
pub fn after() -> &'static Lexicon<Qualifier> {
    static WORDS: LazyLock<Lexicon<Qualifier>> = LazyLock::new(|| Lexicon::new(words("after")));
    &WORDS
}

const TABLE: &str = table!("qualifiers.txt");

fn words(place: &'static str) -> impl Iterator<Item = (&'static str, Qualifier)> {
    rows(TABLE).filter_map(|row| entry(&row)).filter(move |entry| entry.1 == place).map(|(word, _, says)| (word, says))
}

fn entry(row: &[&'static str]) -> Option<(&'static str, &'static str, Qualifier)> {
    let &[word, place @ ("before" | "after"), says] = row else { return None };
    let says = Qualifier::named(says)?;
    Some((word, place, says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_says_where_and_what() {
        for (number, row) in crate::language::numbered(TABLE) {
            assert!(entry(&row).is_some(), "qualifiers.txt:{number}: {row:?}");
        }
    }
}
