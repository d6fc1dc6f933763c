//! Words that divide a whole.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::rows;

/// Words of which every one names a member of the same whole.
pub struct Division {
    /// The words, in the order in which they are told.
    pub words: Vec<&'static str>,
    /// Whether the members leave nothing of the whole over.
    pub closed: bool,
}

/// The divisions.
pub fn divisions() -> &'static [Division] {
    static DIVISIONS: LazyLock<Vec<Division>> = LazyLock::new(|| {
        let division = |row: Vec<&'static str>| {
            let (&sort, words) = row.split_first()?;
            Some(Division { words: words.to_vec(), closed: sort == "all" })
        };
        rows(table!("divisions.txt")).filter_map(division).collect()
    });
    &DIVISIONS
}

/// The words of all divisions.
pub fn divided() -> &'static Beginnings {
    static WORDS: LazyLock<Beginnings> =
        LazyLock::new(|| Beginnings::new(divisions().iter().flat_map(|division| division.words.iter().copied())));
    &WORDS
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_division_has_members_and_says_whether_it_is_closed() {
        for (number, division) in crate::language::numbered(table!("divisions.txt")) {
            let sound = division.len() > 2 && matches!(division[0], "all" | "some");
            assert!(sound, "divisions.txt:{number}: {division:?}");
        }
    }
}
