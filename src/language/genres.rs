//! What tells the sort of a document.

use std::sync::LazyLock;

use super::beginnings::Patterns;
use super::rows;
use crate::report::Genre;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        assert_eq!(genres().count() + genre_ends().len(), rows(table!("genres.txt")).count());
    }
}
