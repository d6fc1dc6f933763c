//! Words that help to find an indicator's name and what it belongs to.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// Where a word of the naming table stands. The table says what each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Place {
    Head,
    Tail,
    Kept,
    Bare,
}

const PLACES: [(&str, Place); 4] =
    [("head", Place::Head), ("tail", Place::Tail), ("kept", Place::Kept), ("bare", Place::Bare)];

const NAMING: &str = include_str!("naming.txt");

/// Words that are no part of an indicator's name.
pub fn naming(place: Place) -> &'static Lexicon<()> {
    static NAMES: LazyLock<Vec<Lexicon<()>>> = LazyLock::new(|| {
        let words = |name| {
            let lines = rows(NAMING).filter(move |row| row.first() == Some(&name));
            list(lines.flat_map(|row| row.into_iter().skip(1)))
        };
        PLACES.iter().map(|(name, _)| words(*name)).collect()
    });
    &NAMES[place as usize]
}

/// Verbs of doing.
pub fn verbs() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| list(rows(include_str!("verbs.txt")).flatten()));
    &WORDS
}

/// Names of what is told about something counted before.
pub fn attributes() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| list(rows(include_str!("attributes.txt")).flatten()));
    &WORDS
}

/// Words that say what became of the things counted before.
pub fn funnel() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| list(rows(include_str!("funnel.txt")).flatten()));
    &WORDS
}

fn list(words: impl Iterator<Item = &'static str>) -> Lexicon<()> {
    Lexicon::new(words.map(|word| (word, ())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_naming_table_says_where() {
        for row in rows(NAMING) {
            assert!(PLACES.iter().any(|(name, _)| *name == row[0]), "naming.txt: {}", row[0]);
        }
        for (index, (_, place)) in PLACES.iter().enumerate() {
            assert_eq!(*place as usize, index);
        }
    }
}
