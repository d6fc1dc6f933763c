//! Words before a figure that say what it is.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// What a word before a figure says of it. The table says what each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Sense {
    Up,
    Down,
    Target,
    From,
    Plan,
}

const SENSES: [(&str, Sense); 5] =
    [("up", Sense::Up), ("down", Sense::Down), ("target", Sense::Target), ("from", Sense::From), ("plan", Sense::Plan)];

const TABLE: &str = include_str!("senses.txt");

/// The words of one sense.
pub fn senses(sense: Sense) -> &'static Lexicon<()> {
    static WORDS: LazyLock<Vec<Lexicon<()>>> = LazyLock::new(|| {
        let words = |name| {
            let lines = rows(TABLE).filter(move |row| row.first() == Some(&name));
            lines.flat_map(|row| row.into_iter().skip(1)).map(|word| (word, ()))
        };
        SENSES.iter().map(|(name, _)| Lexicon::new(words(*name))).collect()
    });
    &WORDS[sense as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_sense() {
        for row in rows(TABLE) {
            assert!(SENSES.iter().any(|(name, _)| *name == row[0]), "senses.txt: {}", row[0]);
        }
        for (index, (_, sense)) in SENSES.iter().enumerate() {
            assert_eq!(*sense as usize, index);
        }
    }
}
