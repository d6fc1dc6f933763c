//! What tells the statutory parts of a report.

use std::sync::LazyLock;

use super::beginnings::Patterns;
use super::rows;
use crate::report::Part;

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

    #[test]
    fn every_row_is_understood() {
        assert_eq!(parts().heading.count() + parts().sentence.count(), rows(table!("parts.txt")).count());
    }
}
