//! Names of one thing.

use std::sync::LazyLock;

use super::rows;

/// Whether a name says in other words what `word` says: 地区生产总值 for GDP.
pub fn is_alias(word: &str, name: &str) -> bool {
    static ALIASES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| rows(include_str!("aliases.txt")).collect());
    ALIASES.iter().any(|row| row.contains(&word) && row.iter().any(|other| name.contains(other)))
}

#[cfg(test)]
mod tests {
    use super::super::numbered;

    #[test]
    fn every_line_has_two_words_and_no_word_stands_twice() {
        let mut known = std::collections::HashSet::new();
        for (number, row) in numbered(include_str!("aliases.txt")) {
            assert!(row.len() > 1, "aliases.txt:{number}: one word is the same as nothing");
            for word in row {
                assert!(known.insert(word), "aliases.txt:{number}: {word} stands twice");
            }
        }
    }
}
