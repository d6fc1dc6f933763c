//! Words that say which time a figure is said of.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// Words that say which time a figure is said of: 全年, 今年以来.
pub fn periods() -> &'static Lexicon<()> {
    static WORDS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::new(rows(include_str!("periods.txt")).flatten().map(|word| (word, ()))));
    &WORDS
}
