//! How a report tells who reports, on what, and in which version.

use std::sync::LazyLock;

use super::rows;

/// The words of each sort; the table says what they are.
#[allow(missing_docs)]
#[derive(Debug, Default)]
pub struct Reporting {
    pub own: Vec<&'static str>,
    pub itself: Vec<&'static str>,
    pub heads: Vec<&'static str>,
    pub offices: Vec<&'static str>,
    pub before: Vec<&'static str>,
    pub announcing: Vec<&'static str>,
    pub makes: Vec<&'static str>,
    pub joins: Vec<&'static str>,
    pub monthly: Vec<&'static str>,
    pub parts: Vec<&'static str>,
    pub versions: Vec<&'static str>,
    pub subjects: Vec<&'static str>,
    pub since: Vec<&'static str>,
    pub changes: Vec<&'static str>,
    pub sites: Vec<&'static str>,
    pub press: Vec<&'static str>,
    pub turns: Vec<&'static str>,
    pub handing: Vec<&'static str>,
    pub words: Vec<&'static str>,
}

impl Reporting {
    fn sort(&mut self, name: &str) -> Option<&mut Vec<&'static str>> {
        Some(match name {
            "own" => &mut self.own,
            "self" => &mut self.itself,
            "head" => &mut self.heads,
            "office" => &mut self.offices,
            "before" => &mut self.before,
            "announcing" => &mut self.announcing,
            "makes" => &mut self.makes,
            "join" => &mut self.joins,
            "monthly" => &mut self.monthly,
            "part" => &mut self.parts,
            "version" => &mut self.versions,
            "turn" => &mut self.turns,
            "press" => &mut self.press,
            "site" => &mut self.sites,
            "change" => &mut self.changes,
            "since" => &mut self.since,
            "handing" => &mut self.handing,
            "word" => &mut self.words,
            "subject" => &mut self.subjects,
            _ => return None,
        })
    }
}

/// The words of all sorts.
pub fn reporting() -> &'static Reporting {
    static WORDS: LazyLock<Reporting> = LazyLock::new(|| {
        let mut reporting = Reporting::default();
        for row in rows(table!("reporting.txt")) {
            if let Some(sort) = reporting.sort(row[0]) {
                sort.extend(&row[1..]);
            }
        }
        reporting
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::Reporting;
    use crate::language::numbered;

    #[test]
    fn every_line_names_a_sort_and_has_words() {
        for (number, row) in numbered(table!("reporting.txt")) {
            assert!(
                Reporting::default().sort(row[0]).is_some(),
                "reporting.txt:{number}: no sort is called {}",
                row[0]
            );
            assert!(row.len() > 1, "reporting.txt:{number}: no words");
        }
    }
}
