//! Plain lists of words.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// Declares the function that hands out the words of a list.
macro_rules! list {
    ($(#[$meta:meta])* $function:ident, $file:literal) => {
        $(#[$meta])*
        pub fn $function() -> &'static Lexicon<()> {
            static WORDS: LazyLock<Lexicon<()>> =
                LazyLock::new(|| Lexicon::new(rows(include_str!($file)).flatten().map(|word| (word, ()))));
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
    /// Words that say which time a figure is said of: 全年, 今年以来.
    periods, "periods.txt"
}

list! {
    /// Words that begin like a unit or measure word but are none.
    nouns, "nouns.txt"
}

#[cfg(test)]
mod tests {
    use crate::language::{rows, units};

    #[test]
    fn every_noun_begins_with_a_unit() {
        for word in rows(include_str!("nouns.txt")).flatten() {
            let chars: Vec<char> = word.chars().collect();
            assert!(units().at(&chars, 0).is_some_and(|(length, _)| length < chars.len()), "nouns.txt: {word}");
        }
    }
}
