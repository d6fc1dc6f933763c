//! Words that begin notes and attachments.

use std::sync::LazyLock;

use super::{Lexicon, Words, of_sort, sorted};

/// A part of a text whose numbers are no headings of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// None such: the body.
    Body,
    /// Notes, a glossary.
    Notes,
    /// Attachments, or the list of them.
    Attachment,
}

/// The words that begin notes and attachments.
pub fn zones() -> &'static Lexicon<Zone> {
    static WORDS: LazyLock<Lexicon<Zone>> = LazyLock::new(|| {
        sorted(TABLE, |sort| match sort {
            "notes" => Some(Zone::Notes),
            "attachment" => Some(Zone::Attachment),
            _ => None,
        })
    });
    &WORDS
}

/// How lines end that head notes.
pub fn note_headings() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| of_sort(TABLE, "heading"));
    &WORDS
}

const TABLE: &str = table!("notes.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::numbered;

    #[test]
    fn every_word_is_found() {
        for (number, row) in numbered(TABLE) {
            let word: Vec<char> = row[1].chars().collect();
            let heading = note_headings().head(&word);
            let known = heading.or_else(|| zones().at(&word, 0).map(|(length, _)| length));
            assert_eq!(known, Some(word.len()), "notes.txt:{number}: {row:?}");
        }
    }
}
