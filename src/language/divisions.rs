//! Words that divide a whole.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::{Words, rows};
use crate::order;

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

/// The members of divisions whose words stand in a name: of which division each is, and which of it.
pub fn members_in(name: &[char]) -> impl Iterator<Item = (usize, usize)> {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(&divisions().iter().flat_map(|division| division.words.iter().copied()).collect::<Vec<_>>())
    });
    let words = &*WORDS;
    (0..name.len()).flat_map(|at| words.each_at(name, at)).map(|number| members()[number])
}

/// For each word of all divisions of which it is, and which of it.
fn members() -> &'static [(usize, usize)] {
    static MEMBERS: LazyLock<Vec<(usize, usize)>> = LazyLock::new(|| {
        let members =
            |(division, told): (usize, &Division)| (0..told.words.len()).map(move |member| (division, member));
        divisions().iter().enumerate().flat_map(members).collect()
    });
    &MEMBERS
}

/// Which divisions have a member whose word stands in a name, in order, and of each the first such member.
pub fn members_named(name: &[char]) -> Vec<(usize, usize)> {
    let mut members: Vec<(usize, usize)> = members_in(name).collect();
    order::sort_by_key(&mut members, |&member| member);
    members.dedup_by_key(|(division, _)| *division);
    members
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
