//! Rates by definition, as a table: what each is called, and what it is worked out of.

use std::sync::LazyLock;

use super::rows;

/// How a rate is worked out of two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Working {
    /// The one by the other.
    Quotient,
    /// What the one by the other leaves of all.
    Rest,
    /// The one without the other.
    Difference,
}

/// A rate and what it is worked out of.
#[derive(Debug)]
pub struct Definition {
    /// What the rate is called.
    names: Vec<&'static str>,
    /// How it is worked out.
    pub working: Working,
    one: Vec<&'static str>,
    other: Vec<&'static str>,
}

impl Definition {
    /// Whether a rate of this name is the one.
    pub fn is_of(&self, name: &str) -> bool {
        is_called(name, &self.names)
    }

    /// Whether a figure of this name is the first that the rate is worked out of.
    pub fn begins_with(&self, name: &str) -> bool {
        is_called(name, &self.one)
    }

    /// Whether it is the second.
    pub fn ends_with(&self, name: &str) -> bool {
        is_called(name, &self.other)
    }
}

/// What is known of the rates.
struct Definitions {
    all: Vec<Definition>,
    /// What may stand before a name and does not make it another.
    around: Vec<&'static str>,
}

static DEFINITIONS: LazyLock<Definitions> = LazyLock::new(|| {
    let (around, all): (Vec<_>, Vec<_>) = rows(TABLE).partition(|row| row[0] == "around");
    let around = around.into_iter().flat_map(|row| row[1..].to_vec()).collect();
    Definitions { all: all.iter().filter_map(|row| definition(row)).collect(), around }
});

const TABLE: &str = table!("definitions.txt");

/// The rates that are what their name says.
pub fn definitions() -> &'static [Definition] {
    &DEFINITIONS.all
}

fn is_called(name: &str, words: &[&str]) -> bool {
    let around = |head: &str| is_around(head, &DEFINITIONS.around);
    words.iter().filter_map(|word| name.strip_suffix(word)).any(around)
}

/// Whether nothing but these words makes up the head of a name.
fn is_around(head: &str, around: &[&str]) -> bool {
    head.is_empty() || around.iter().filter_map(|word| head.strip_prefix(word)).any(|rest| is_around(rest, around))
}

/// `RATE = ONE ÷ OTHER`.
fn definition(row: &[&'static str]) -> Option<Definition> {
    let split = |row: &[&'static str], sign: &str| {
        let middle = row.iter().position(|&word| word == sign)?;
        let (before, behind) = (row[..middle].to_vec(), row[middle + 1..].to_vec());
        (!before.is_empty() && !behind.is_empty()).then_some((before, behind))
    };
    let (names, worked) = split(row, "=")?;
    let (working, parts) = match worked.strip_prefix(&["1", "−"]) {
        Some(rest) => (Working::Rest, split(rest, "÷")?),
        None => split(&worked, "÷")
            .map(|parts| (Working::Quotient, parts))
            .or_else(|| split(&worked, "−").map(|parts| (Working::Difference, parts)))?,
    };
    Some(Definition { names, working, one: parts.0, other: parts.1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_defines_a_rate_of_words() {
        for (number, row) in crate::language::numbered(TABLE) {
            let definition = definition(&row);
            assert!(row[0] == "around" || definition.is_some(), "definitions.txt:{number}: {row:?}");
            let Some(definition) = definition else { continue };
            let words = [definition.names, definition.one, definition.other].concat();
            let word = |word: &&str| word.chars().all(char::is_alphabetic);
            assert!(words.iter().all(word), "definitions.txt:{number}: a sign too many");
            let known = |word: &&str| words.iter().filter(|other| *other == word).count() == 1;
            assert!(words.iter().all(known), "definitions.txt:{number}: one name for two things");
        }
    }

    #[test]
    fn what_stands_around_a_name_leaves_it_the_same() {
        let rate = definitions().iter().find(|rate| rate.is_of("存贷比")).expect("it is in the table");
        assert!(rate.begins_with("年末金融机构各项贷款余额"));
        assert!(!rate.begins_with("涉农贷款余额"));
        assert!(!rate.is_of("新增存贷比"));
    }
}
