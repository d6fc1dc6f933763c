//! How the names of bodies end.

use std::sync::LazyLock;

use super::{Lexicon, sorted};

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
    static WORDS: LazyLock<Lexicon<Organ>> = LazyLock::new(|| sorted(TABLE, organ));
    &WORDS
}

const TABLE: &str = table!("organs.txt");

fn organ(sort: &str) -> Option<Organ> {
    Some(match sort {
        "organ" => Organ::Name,
        "other" => Organ::Other,
        "place" => Organ::Place,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::language::numbered;

    #[test]
    fn every_line_is_a_sort_and_a_word() {
        for (number, row) in numbered(super::TABLE) {
            assert!(row.len() == 2 && super::organ(row[0]).is_some(), "organs.txt:{number}: {row:?}");
        }
    }
}
