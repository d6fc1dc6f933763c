//! Words that begin like a unit but are none.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// Words that begin like a unit or measure word but are none.
pub fn nouns() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::new(rows(include_str!("nouns.txt")).flatten().map(|word| (word, ()))));
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::units;

    #[test]
    fn every_word_begins_with_a_unit() {
        for word in rows(include_str!("nouns.txt")).flatten() {
            let chars: Vec<char> = word.chars().collect();
            assert!(units().at(&chars, 0).is_some_and(|(length, _)| length < chars.len()), "nouns.txt: {word}");
        }
    }
}
