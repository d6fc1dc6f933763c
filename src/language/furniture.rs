//! The words of page furniture: what web pages and those who print them put around a report.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::{Lexicon, Words, of_sort, rows, sorted};

const TABLE: &str = table!("furniture.txt");

/// A sort of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// It stands alone: a button, an entry of a menu.
    Word,
    /// A label with a date behind it.
    Date,
    /// A label with something short behind it.
    Value,
    /// Where the reader is on the site.
    Path,
    /// The rest of the line belongs to it.
    Line,
    /// Where the owner of the site is found; furniture among furniture only.
    Contact,
    /// Nothing of the report comes after it.
    Rest,
    /// Who reported what a page prints.
    Agency,
}

/// The words of page furniture with their sorts.
pub fn furniture() -> &'static Lexicon<Furniture> {
    static WORDS: LazyLock<Lexicon<Furniture>> = LazyLock::new(|| {
        sorted(TABLE, |sort| {
            Some(match sort {
                "word" => Furniture::Word,
                "date" => Furniture::Date,
                "value" => Furniture::Value,
                "path" => Furniture::Path,
                "line" => Furniture::Line,
                "contact" => Furniture::Contact,
                "rest" => Furniture::Rest,
                "agency" => Furniture::Agency,
                _ => return None,
            })
        })
    });
    &WORDS
}

/// What sites call the part of a text that follows, in 【】 at the head of a line.
pub fn tags() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| of_sort(TABLE, "tag"));
    &WORDS
}

/// How the last step of a path ends that a title touches.
pub fn steps() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| of_sort(TABLE, "step"));
    &WORDS
}

/// The words of page furniture that tell a sentence of the site's.
pub fn sayings() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| of_sort(TABLE, "sentence"));
    &WORDS
}

/// What sites of documents print over a text.
pub fn watermarks() -> &'static Beginnings {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let entry = |row: Vec<&'static str>| match row[..] {
            ["watermark", word] => Some(word),
            _ => None,
        };
        Beginnings::new(rows(TABLE).filter_map(entry))
    });
    &WORDS
}

/// Words of what sites ask of their readers: whether they are what is asked, else they say of whom.
pub fn asks() -> &'static Lexicon<bool> {
    static WORDS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
        sorted(table!("asks.txt"), |sort| match sort {
            "of" => Some(true),
            "to" => Some(false),
            _ => None,
        })
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::language::numbered;
    use crate::text::fold;

    /// Sorts that are looked up by themselves.
    const APART: [&str; 4] = ["tag", "step", "sentence", "watermark"];

    #[test]
    fn every_word_is_found() {
        for (number, row) in numbered(TABLE) {
            let word: Vec<char> = row.get(1).unwrap_or(&"").chars().collect();
            let folded = word.iter().all(|&character| fold(character) == character);
            assert!(folded, "furniture.txt:{number}: {row:?} is never found, its marks are not half width");
            let found = match row[0] {
                "tag" => tags().head(&word),
                "step" => steps().head(&word),
                "sentence" => sayings().head(&word),
                "watermark" => watermarks().begin(row[1]).then_some(word.len()),
                _ => furniture().at(&word, 0).map(|found| found.0),
            };
            assert_eq!(found, Some(word.len()), "furniture.txt:{number}: {row:?} is not understood");
        }
    }

    #[test]
    fn no_word_is_of_two_sorts() {
        let mut known = HashMap::new();
        for (number, row) in numbered(TABLE) {
            let place = APART.iter().position(|&sort| sort == row[0]);
            let before = known.insert((place, row[1]), number);
            assert_eq!(before, None, "furniture.txt:{number}: {} stands above already", row[1]);
        }
    }
}
