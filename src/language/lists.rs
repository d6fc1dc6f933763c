//! Plain lists of words.

use std::sync::LazyLock;

use super::{Words, rows};

/// Declares the function that hands out the words of a list.
macro_rules! list {
    ($(#[$meta:meta])* $function:ident, $file:literal) => {
        $(#[$meta])*
        pub fn $function() -> &'static Words {
            static WORDS: LazyLock<Words> =
                LazyLock::new(|| Words::new(&rows(table!($file)).flatten().collect::<Vec<_>>()));
            &WORDS
        }
    };
}

list! {
    /// Verbs of doing.
    verbs, "verbs.txt"
}

list! {
    /// Who acts, other than bodies of government.
    actors, "actors.txt"
}

list! {
    /// Words with which the sentence goes on behind the thing that was counted.
    predicates, "predicates.txt"
}

list! {
    /// Names of what is told about something counted before.
    attributes, "attributes.txt"
}

list! {
    /// Words that say what became of the things counted before.
    funnel, "funnel.txt"
}

list! {
    /// How the name of a rate begins that tells of the things counted before it.
    rates, "rates.txt"
}

list! {
    /// Words that begin like a unit or measure word but are none.
    nouns, "nouns.txt"
}

list! {
    /// The labels of the rows of forms that the law lays down.
    forms, "forms.txt"
}

list! {
    /// How headings end that say what a part of a report is about.
    closers, "closers.txt"
}

list! {
    /// What follows the last number of an enumeration: 一、二线城市.
    ranked, "ranked.txt"
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::language::{numbered, units};

    #[test]
    fn every_noun_begins_with_a_unit() {
        for (number, row) in numbered(table!("nouns.txt")) {
            for word in row {
                let chars: Vec<char> = word.chars().collect();
                let begins = units().at(&chars, 0).is_some_and(|(length, _)| length < chars.len());
                assert!(begins, "nouns.txt:{number}: {word} begins with no unit");
            }
        }
    }

    #[test]
    fn no_word_has_two_rows_in_a_table() {
        for (file, table, column) in [
            ("units.txt", table!("units.txt"), 0),
            ("titles.txt", table!("titles.txt"), 1),
            ("organs.txt", table!("organs.txt"), 1),
            ("fixed.txt", table!("fixed.txt"), 0),
            ("currencies.txt", table!("currencies.txt"), 0),
        ] {
            let mut known = HashSet::new();
            for (number, row) in numbered(table) {
                assert!(known.insert(row[column]), "{file}:{number}: {} stands above already", row[column]);
            }
        }
    }

    #[test]
    fn no_word_stands_twice_in_a_list() {
        let lists = [
            ("verbs.txt", table!("verbs.txt")),
            ("actors.txt", table!("actors.txt")),
            ("predicates.txt", table!("predicates.txt")),
            ("attributes.txt", table!("attributes.txt")),
            ("funnel.txt", table!("funnel.txt")),
            ("rates.txt", table!("rates.txt")),
            ("nouns.txt", table!("nouns.txt")),
            ("forms.txt", table!("forms.txt")),
            ("closers.txt", table!("closers.txt")),
            ("ranked.txt", table!("ranked.txt")),
        ];
        for (file, list) in lists {
            let mut known = HashSet::new();
            for (number, row) in numbered(list) {
                for word in row {
                    assert!(known.insert(word), "{file}:{number}: {word} stands twice");
                }
            }
        }
    }
}
