//! Words that a text begins with, and patterns of words that stand in it, looked for together.

use super::Filter;
use super::index::Index;

/// Words that a text may begin with.
#[derive(Debug)]
pub struct Beginnings {
    words: Vec<&'static str>,
    index: Index,
}

impl Beginnings {
    /// These words.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        Self { index: Index::of_beginnings(&words), words }
    }

    /// The words that a text begins with, by number, and what is left of it behind each.
    pub fn behind<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let mut letters = text.chars();
        let first = letters.next().filter(|&first| self.index.may_have(first));
        first.into_iter().flat_map(move |first| self.told(text, first, letters.next()))
    }

    /// The words anywhere in a text, by number, and what is left of it behind each.
    pub fn within<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let mut letters = text.chars();
        let begun = std::iter::from_fn(move || {
            loop {
                let own = letters.as_str();
                let first = letters.next()?;
                if self.index.may_have(first) {
                    return Some((own, first, letters.clone().next()));
                }
            }
        });
        begun.flat_map(|(own, first, next)| self.told(own, first, next))
    }

    /// The words that a text begins with, whose first characters these are.
    fn told<'a>(&self, text: &'a str, first: char, next: Option<char>) -> impl Iterator<Item = (usize, &'a str)> {
        let numbers = self.index.words(first, next).into_iter().flatten().map(|&number| number as usize);
        numbers.filter_map(move |number| Some((number, text.strip_prefix(self.words[number])?)))
    }

    /// The word of a number.
    pub fn word(&self, number: usize) -> &'static str {
        self.words[number]
    }

    /// Whether a text begins with one of the words.
    pub fn begin(&self, text: &str) -> bool {
        self.behind(text).next().is_some()
    }

    /// Which characters the words begin with.
    pub fn initials(&self) -> &Filter {
        self.index.filter()
    }

    /// How many words there are.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.words.len()
    }
}

/// Patterns, each with what it tells. A pattern is words that must follow each other, with anything between them.
#[derive(Debug)]
pub struct Patterns<T> {
    /// The first words of the patterns.
    first: Beginnings,
    /// The other words of each, and what it tells.
    entries: Vec<(Vec<&'static str>, T)>,
}

impl<T> Patterns<T> {
    /// These patterns, a `*` between their words.
    pub fn new(patterns: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut first = Vec::new();
        let mut entries = Vec::new();
        for (pattern, told) in patterns {
            let mut words = pattern.split('*').filter(|word| !word.is_empty());
            first.extend(words.next());
            entries.push((words.collect(), told));
        }
        Self { first: Beginnings::new(first), entries }
    }

    /// What the patterns tell that stand in a text, of those of which it `counts`, and the number of each.
    pub fn found_in(&self, text: &str, counts: impl Fn(&T) -> bool) -> impl Iterator<Item = (usize, &T)> {
        // What does not follow where the first word stands first follows nowhere behind.
        let mut tried: Vec<usize> = Vec::new();
        self.first.within(text).filter_map(move |(number, rest)| {
            let (words, told) = &self.entries[number];
            if tried.contains(&number) || !counts(told) {
                return None;
            }
            tried.push(number);
            follow(words, rest).then_some((number, told))
        })
    }

    /// What the first of the patterns tells that stands in a text and that `counts`.
    pub fn first_in(&self, text: &str, counts: impl Fn(&T) -> bool) -> Option<&T> {
        self.found_in(text, counts).min_by_key(|&(number, _)| number).map(|(_, told)| told)
    }

    /// How many patterns there are.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.entries.len()
    }
}

/// Whether the words stand in `text` in this order.
fn follow(words: &[&str], text: &str) -> bool {
    let mut rest = text;
    words.iter().all(|word| {
        // In a sentence or two this finds a word sooner than a search that first looks at the word.
        let found = word.chars().next().and_then(|first| {
            rest.match_indices(first).map(|(at, _)| &rest[at..]).find_map(|rest| rest.strip_prefix(word))
        });
        rest = found.unwrap_or_default();
        found.is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_a_text_begins_with_is_found() {
        let words = Beginnings::new(["今年", "今年以来", "去年", "我"]);
        let mut found: Vec<_> = words.behind("今年以来，我").collect();
        found.sort_unstable();
        assert_eq!(found, [(0, "以来，我"), (1, "，我")]);
        assert!(words.begin("我") && !words.begin("今") && !words.begin(""));
    }

    #[test]
    fn the_words_of_a_pattern_follow_each_other() {
        let patterns = Patterns::new([("信息*报告", 'a'), ("信息", 'b'), ("报告*信息", 'c'), ("公*公", 'd')]);
        let told = |text: &str| {
            let mut told: Vec<char> = patterns.found_in(text, |_| true).map(|(_, &told)| told).collect();
            told.sort_unstable();
            told
        };
        assert_eq!(told("信息公开报告"), ['a', 'b']);
        assert_eq!(told("报告信息公开"), ['b', 'c']);
        assert_eq!(told("办公"), []);
        assert_eq!(patterns.first_in("信息报告", |_| true), Some(&'a'));
        assert_eq!(patterns.first_in("信息报告", |&told| told != 'a'), Some(&'b'));
    }
}
