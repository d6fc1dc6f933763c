//! What is told of things that were dealt with.

use std::sync::LazyLock;

use super::rows;
use crate::report::Kind;

/// Names of what is told of certain things, and the words by which those are known.
struct Telling {
    kind: Kind,
    /// How the names begin and end.
    names: Vec<[Vec<char>; 2]>,
    /// What the names of the things hold.
    things: Vec<&'static str>,
}

/// The words that the name of those things holds of which a figure of this name tells; none if it tells of no such things.
pub fn told_of(kind: Kind, name: &[char]) -> Option<&'static [&'static str]> {
    let named = |telling: &&Telling| {
        telling.kind == kind && telling.names.iter().any(|[begin, end]| name.ends_with(end) && name.starts_with(begin))
    };
    tellings().iter().find(named).map(|telling| telling.things.as_slice())
}

fn tellings() -> &'static [Telling] {
    static TELLINGS: LazyLock<Vec<Telling>> =
        LazyLock::new(|| rows(table!("telling.txt")).filter_map(telling).collect());
    &TELLINGS
}

fn telling(row: Vec<&'static str>) -> Option<Telling> {
    let (kind, words) = row.split_first()?;
    let kind = Kind::named(kind)?;
    let stroke = words.iter().position(|&word| word == "/")?;
    let ends = words[..stroke].iter().map(|name| <[&str; 2]>::from(name.split_once('…').unwrap_or(("", name))));
    let names = ends.map(|ends| ends.map(|end| end.chars().collect())).collect();
    Some(Telling { kind, names, things: words[stroke + 1..].to_vec() })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_understood() {
        for (number, row) in crate::language::numbered(table!("telling.txt")) {
            let telling = super::telling(row);
            assert!(telling.is_some_and(|telling| !telling.things.is_empty()), "telling.txt:{number}");
        }
    }
}
