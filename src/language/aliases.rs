//! Names of one thing.

use std::sync::LazyLock;

use super::rows;

/// What says in other words what `word` says, with the word itself: 地区生产总值 for GDP.
pub fn aliases(word: &str) -> &'static [&'static str] {
    static ALIASES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| rows(table!("aliases.txt")).collect());
    ALIASES.iter().find(|row| row.contains(&word)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::super::numbered;

    #[test]
    fn every_line_has_two_words_and_no_word_stands_twice() {
        let mut known = std::collections::HashSet::new();
        for (number, row) in numbered(table!("aliases.txt")) {
            assert!(row.len() > 1, "aliases.txt:{number}: one word is the same as nothing");
            for word in row {
                assert!(known.insert(word), "aliases.txt:{number}: {word} stands twice");
            }
        }
    }
}
