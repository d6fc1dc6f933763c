//! Units and measure words.

use std::sync::LazyLock;

use super::{Lexicon, rows};
use crate::report::Kind;

/// A unit or measure word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The word it is written as.
    pub name: &'static str,
    /// What kind of figure it makes.
    pub kind: Kind,
    /// Whether it is more often a noun than a measure word.
    pub weak: bool,
}

/// The table of units and measure words.
pub fn units() -> &'static Lexicon<Unit> {
    static UNITS: LazyLock<Lexicon<Unit>> = LazyLock::new(|| Lexicon::new(rows(TABLE).filter_map(|row| unit(&row))));
    &UNITS
}

/// What a unit is called that has several names: 平方米 for ㎡ and 平米.
pub fn standard(unit: &str) -> &str {
    units().text_tail(unit).filter(|(length, _)| *length == unit.chars().count()).map_or(unit, |(_, known)| known.name)
}

const TABLE: &str = table!("units.txt");

fn unit(row: &[&'static str]) -> Option<(&'static str, Unit)> {
    let (row, weak) = match row {
        [row @ .., "weak"] => (row, true),
        row => (row, false),
    };
    let (&[word, kind] | &[word, kind, _]) = row else { return None };
    let kind = Kind::named(kind)?;
    Some((word, Unit { name: row.get(2).unwrap_or(&word), kind, weak }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_kind() {
        for (number, row) in crate::language::numbered(TABLE) {
            assert!(unit(&row).is_some(), "units.txt:{number}: {row:?}");
        }
    }
}
