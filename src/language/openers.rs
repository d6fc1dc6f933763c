//! How sentences begin that follow a heading or a title.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::{Filter, rows};

/// How sentences begin that follow a heading or a title with no mark between.
#[derive(Debug)]
pub struct Openers {
    /// After a heading, and after a title.
    any: Beginnings,
    /// After a title only.
    title: Beginnings,
    /// Who acts: it opens a sentence together with what follows.
    subjects: Beginnings,
    /// How the subject goes on.
    verbs: Beginnings,
    /// What any of them begins with.
    initials: Filter,
}

impl Openers {
    /// Whether any of the words may begin with this character.
    pub fn may_begin(&self, first: char) -> bool {
        self.initials.admits(first)
    }

    /// Whether a sentence begins here that may follow a heading.
    pub fn after_heading(&self, text: &str) -> bool {
        self.any.begin(text) || self.subjects.behind(text).any(|(_, rest)| self.acts(rest))
    }

    /// Whether a subject goes on so.
    pub fn acts(&self, text: &str) -> bool {
        self.verbs.begin(text)
    }

    /// Whether a sentence begins here that may follow a title.
    pub fn after_title(&self, text: &str) -> bool {
        self.after_heading(text) || self.title.begin(text) || self.subjects.begin(text)
    }
}

/// How sentences begin that follow a heading or a title with no mark between.
pub fn openers() -> &'static Openers {
    static WORDS: LazyLock<Openers> = LazyLock::new(|| {
        let rows: Vec<Vec<&str>> = rows(table!("openers.txt")).collect();
        let words = |sort: &str| {
            let of_sort = rows.iter().filter(|row| row.len() == 2 && row[0] == sort);
            Beginnings::new(of_sort.map(|row| row[1]))
        };
        let [any, title, subjects, verbs] = ["any", "title", "subject", "verb"].map(words);
        let rest = [&title, &subjects, &verbs].map(Beginnings::initials);
        let initials = rest.into_iter().fold(*any.initials(), Filter::or);
        Openers { any, title, subjects, verbs, initials }
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use crate::language::numbered;

    #[test]
    fn every_line_is_a_sort_and_a_word() {
        for (number, row) in numbered(table!("openers.txt")) {
            let known = matches!(row[..], ["any" | "title" | "subject" | "verb", _]);
            assert!(known, "openers.txt:{number}: {row:?}");
        }
    }
}
