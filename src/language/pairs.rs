//! Words that name several things at once.

use std::sync::LazyLock;

use super::rows;

/// A word and what each of the things is called that it names.
pub struct Pair {
    /// The word.
    pub word: Vec<char>,
    /// The things, in the order in which they are told.
    pub members: Vec<&'static str>,
}

/// The words that name several things at once.
pub fn pairs() -> &'static [Pair] {
    static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
        let pair = |row: Vec<&'static str>| {
            let (word, members) = row.split_first()?;
            Some(Pair { word: word.chars().collect(), members: members.to_vec() })
        };
        rows(table!("pairs.txt")).filter_map(pair).collect()
    });
    &PAIRS
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_names_several_things() {
        for (number, row) in crate::language::numbered(table!("pairs.txt")) {
            assert!(row.len() > 2, "pairs.txt:{number}: one thing has one name");
        }
    }
}
