//! Signs of currencies.

use super::{Lexicon, rows};
use std::sync::LazyLock;

/// The signs that stand before a number, each with the unit that it stands for.
pub fn currencies() -> &'static Lexicon<&'static str> {
    static SIGNS: LazyLock<Lexicon<&str>> = LazyLock::new(|| Lexicon::new(rows(TABLE).filter_map(|row| entry(&row))));
    &SIGNS
}

const TABLE: &str = table!("currencies.txt");

fn entry(row: &[&'static str]) -> Option<(&'static str, &'static str)> {
    let &[sign, unit] = row else { return None };
    Some((sign, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_gives_a_unit() {
        for (number, row) in crate::language::numbered(TABLE) {
            let known = entry(&row).is_some_and(|(_, unit)| {
                let letters: Vec<char> = unit.chars().collect();
                crate::language::units().at(&letters, 0).is_some_and(|(length, _)| length == letters.len())
            });
            assert!(known, "currencies.txt:{number}: {row:?}");
        }
    }
}
