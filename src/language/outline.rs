//! The tables that the outline and the search for page furniture go by.

use std::sync::LazyLock;

use super::beginnings::{Beginnings, Patterns};
use super::{Lexicon, rows};
use crate::report::{Genre, Part};

/// A table of plain words, one a line.
type Words = LazyLock<Vec<&'static str>>;

fn words(table: &'static str) -> Vec<&'static str> {
    rows(table).filter_map(|row| row.first().copied()).collect()
}

/// What follows the last number of an enumeration: 一、二线城市.
pub fn ranked() -> &'static [&'static str] {
    static WORDS: Words = LazyLock::new(|| words(table!("ranked.txt")));
    &WORDS
}

/// How titles end, the longest first, and whether such an ending alone makes a title.
pub fn titles() -> &'static [(&'static str, bool)] {
    static WORDS: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
        let sort = |row: Vec<&'static str>| match row[..] {
            [strength, ending] => Some((ending, strength == "strong")),
            _ => None,
        };
        rows(table!("titles.txt")).filter_map(sort).collect()
    });
    &WORDS
}

/// What a word tells that names of bodies end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organ {
    /// It ends the name of a body.
    Name,
    /// It names none, though it ends like one.
    Other,
    /// A common word that the names of places end with as well: 山区, 临山区.
    Place,
}

/// How the names of bodies that report end, and the words that end like one and name none.
pub fn organs() -> &'static Lexicon<Organ> {
    static WORDS: LazyLock<Lexicon<Organ>> = LazyLock::new(|| {
        let entry = |row: Vec<&'static str>| match row[..] {
            ["organ", word] => Some((word, Organ::Name)),
            ["other", word] => Some((word, Organ::Other)),
            ["place", word] => Some((word, Organ::Place)),
            _ => None,
        };
        Lexicon::new(rows(table!("organs.txt")).filter_map(entry))
    });
    &WORDS
}

/// The words of a table of two sorts: whether each is of the first.
fn two_sorts(table: &'static str, first: &str, second: &str) -> Lexicon<bool> {
    let entry = |row: Vec<&'static str>| match row[..] {
        [sort, word] if sort == first || sort == second => Some((word, sort == first)),
        _ => None,
    };
    Lexicon::new(rows(table).filter_map(entry))
}

/// The words of one sort in a table.
fn of_sort(table: &'static str, sort: &str) -> Lexicon<()> {
    let entry = |row: Vec<&'static str>| match row[..] {
        [of_sort, word] if of_sort == sort => Some((word, ())),
        _ => None,
    };
    Lexicon::new(rows(table).filter_map(entry))
}

/// Words of what sites ask of their readers: whether they are what is asked, else they say of whom.
pub fn asks() -> &'static Lexicon<bool> {
    static WORDS: LazyLock<Lexicon<bool>> = LazyLock::new(|| two_sorts(table!("asks.txt"), "of", "to"));
    &WORDS
}

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
        let entry = |row: Vec<&'static str>| match row[..] {
            ["notes", word] => Some((word, Zone::Notes)),
            ["attachment", word] => Some((word, Zone::Attachment)),
            _ => None,
        };
        Lexicon::new(rows(table!("notes.txt")).filter_map(entry))
    });
    &WORDS
}

/// How lines end that head notes.
pub fn note_headings() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| of_sort(table!("notes.txt"), "heading"));
    &WORDS
}

/// The labels of the rows of forms that the law lays down.
pub fn forms() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::new(words(table!("forms.txt")).into_iter().map(|word| (word, ()))));
    &WORDS
}

/// How sentences begin that follow a heading or a title with no mark between.
#[derive(Debug)]
pub struct Openers {
    /// After a heading, and after a title.
    any: Beginnings,
    /// After a title only.
    title: Beginnings,
    /// Who acts: it opens a sentence together with what follows.
    subjects: Beginnings,
    /// How the subject goes on.
    verbs: Beginnings,
}

impl Openers {
    /// Whether a sentence begins here that may follow a heading.
    pub fn after_heading(&self, text: &str) -> bool {
        self.any.begin(text) || self.subjects.behind(text).any(|(_, rest)| self.acts(rest))
    }

    /// Whether a subject goes on so.
    pub fn acts(&self, text: &str) -> bool {
        self.verbs.begin(text)
    }

    /// Whether a sentence begins here that may follow a title.
    pub fn after_title(&self, text: &str) -> bool {
        self.after_heading(text) || self.title.begin(text) || self.subjects.begin(text)
    }
}

/// How sentences begin that follow a heading or a title with no mark between.
pub fn openers() -> &'static Openers {
    static WORDS: LazyLock<Openers> = LazyLock::new(|| {
        let rows: Vec<Vec<&str>> = rows(table!("openers.txt")).collect();
        let words = |sort: &str| {
            let of_sort = rows.iter().filter(|row| row.len() == 2 && row[0] == sort);
            Beginnings::new(of_sort.map(|row| row[1]))
        };
        Openers { any: words("any"), title: words("title"), subjects: words("subject"), verbs: words("verb") }
    });
    &WORDS
}

/// How headings end that say what a part of a report is about.
pub fn closers() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::new(words(table!("closers.txt")).into_iter().map(|word| (word, ()))));
    &WORDS
}

/// Where words tell the sort of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenrePlace {
    /// In the title, else in the opening.
    Any,
    /// In the title only.
    Title,
    /// In the opening, where nothing else tells it.
    Likely,
}

/// What tells the sort of a document, in the order in which it decides: the sort, and where the words tell it.
pub fn genres() -> &'static Patterns<(Genre, GenrePlace)> {
    static PATTERNS: LazyLock<Patterns<(Genre, GenrePlace)>> = LazyLock::new(|| {
        let entry = |row: Vec<&'static str>| match row[..] {
            [genre, place, words] => {
                let place = match place {
                    "any" => GenrePlace::Any,
                    "title" => GenrePlace::Title,
                    "likely" => GenrePlace::Likely,
                    _ => return None,
                };
                Some((words, (Genre::named(genre)?, place)))
            }
            _ => None,
        };
        Patterns::new(rows(table!("genres.txt")).filter_map(entry))
    });
    &PATTERNS
}

/// What the end of a title tells of the sort of a document, whatever else stands in it: the sort and the words.
pub fn genre_ends() -> &'static [(Genre, &'static str)] {
    static ENDS: LazyLock<Vec<(Genre, &'static str)>> = LazyLock::new(|| {
        let entry = |row: Vec<&'static str>| match row[..] {
            [genre, "end", words] => Some((Genre::named(genre)?, words)),
            _ => None,
        };
        rows(table!("genres.txt")).filter_map(entry).collect()
    });
    &ENDS
}

/// What tells the statutory parts, in the order in which it decides.
#[derive(Debug)]
pub struct PartWords {
    /// In a heading.
    pub heading: Patterns<Part>,
    /// In a sentence.
    pub sentence: Patterns<Part>,
}

/// What tells the statutory parts.
pub fn parts() -> &'static PartWords {
    static PATTERNS: LazyLock<PartWords> = LazyLock::new(|| {
        let patterns = |place: &str| {
            let entry = |row: Vec<&'static str>| match row[..] {
                [part, told_in, words] if told_in == place => Some((words, Part::named(part)?)),
                _ => None,
            };
            Patterns::new(rows(table!("parts.txt")).filter_map(entry))
        };
        PartWords { heading: patterns("heading"), sentence: patterns("sentence") }
    });
    &PATTERNS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::numbered;

    /// How many rows a table has.
    fn rows_of(table: &'static str) -> usize {
        rows(table).count()
    }

    #[test]
    fn every_row_of_every_table_is_understood() {
        for (table, understood, all) in [
            ("genres.txt", genres().count() + genre_ends().len(), rows_of(table!("genres.txt"))),
            ("parts.txt", parts().heading.count() + parts().sentence.count(), rows_of(table!("parts.txt"))),
            ("titles.txt", titles().len(), rows_of(table!("titles.txt"))),
            ("organs.txt", organs().count(), rows_of(table!("organs.txt"))),
            (
                "openers.txt",
                [&openers().any, &openers().title, &openers().subjects, &openers().verbs]
                    .map(Beginnings::count)
                    .iter()
                    .sum(),
                rows_of(table!("openers.txt")),
            ),
            ("ranked.txt", ranked().len(), rows_of(table!("ranked.txt"))),
        ] {
            assert_eq!(understood, all, "{table} has a row that is not understood");
        }
        for (number, row) in numbered(table!("notes.txt")).filter(|(_, row)| row[0] != "heading") {
            let word: Vec<char> = row.get(1).unwrap_or(&"").chars().collect();
            let known = zones().at(&word, 0).map(|(length, _)| length);
            assert_eq!(known, Some(word.len()), "notes.txt:{number}: {row:?}");
        }
    }
}
