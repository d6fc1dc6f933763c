//! How titles end.

use std::sync::LazyLock;

use super::{Words, rows};

/// How titles end, the longest first, and whether such an ending alone makes a title.
pub fn titles() -> &'static [(&'static str, bool)] {
    static ENDINGS: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| rows(TABLE).filter_map(ending).collect());
    &ENDINGS
}

/// The same endings, to be found without a look at each.
pub fn title_endings() -> &'static Words {
    static WORDS: LazyLock<Words> =
        LazyLock::new(|| Words::new(&titles().iter().map(|&(ending, _)| ending).collect::<Vec<_>>()));
    &WORDS
}

const TABLE: &str = table!("titles.txt");

fn ending(row: Vec<&'static str>) -> Option<(&'static str, bool)> {
    match row[..] {
        [strength @ ("strong" | "weak"), ending] => Some((ending, strength == "strong")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::numbered;

    #[test]
    fn every_line_says_how_strong_an_ending_is() {
        for (number, row) in numbered(super::TABLE) {
            assert!(super::ending(row).is_some(), "titles.txt:{number}");
        }
    }
}
