//! A list of words, each with what is known of it, that can be looked up at a place in a text.

use std::collections::HashMap;

use crate::order;

/// Words with what is known of them.
#[derive(Debug)]
pub struct Lexicon<T> {
    entries: Vec<(Box<[char]>, T)>,
    /// For each first character the entries that begin with it, longest first.
    by_first: HashMap<char, Vec<usize>>,
    /// For each last character the entries that end with it, longest first.
    by_last: HashMap<char, Vec<usize>>,
}

impl<T> Lexicon<T> {
    /// A lexicon of these words; a word that stands twice is read as it stands first.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let entries: Vec<(Box<[char]>, T)> =
            words.into_iter().map(|(word, knowledge)| (word.chars().collect(), knowledge)).collect();
        let mut by_first: HashMap<char, Vec<usize>> = HashMap::new();
        let mut by_last: HashMap<char, Vec<usize>> = HashMap::new();
        for (index, (word, _)) in entries.iter().enumerate() {
            if let (Some(&first), Some(&last)) = (word.first(), word.last()) {
                by_first.entry(first).or_default().push(index);
                by_last.entry(last).or_default().push(index);
            }
        }
        for list in by_first.values_mut().chain(by_last.values_mut()) {
            order::sort_by_key(list, |&index| std::cmp::Reverse(entries[index].0.len()));
        }
        Self { entries, by_first, by_last }
    }

    /// The longest word that begins at `index`: its length in characters, and what is known of it.
    pub fn at(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let rest = chars.get(index..)?;
        let candidates = self.by_first.get(rest.first()?)?;
        self.longest(candidates, |word| rest.starts_with(word))
    }

    /// The longest word that ends right before `index`: its length in characters, and what is known of it.
    pub fn before(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let rest = chars.get(..index)?;
        let candidates = self.by_last.get(rest.last()?)?;
        self.longest(candidates, |word| rest.ends_with(word))
    }

    /// Whether a word of the lexicon stands anywhere in `chars`.
    pub fn is_in(&self, chars: &[char]) -> bool {
        (0..chars.len()).any(|index| self.at(chars, index).is_some())
    }

    fn longest(&self, candidates: &[usize], matches: impl Fn(&[char]) -> bool) -> Option<(usize, &T)> {
        candidates
            .iter()
            .map(|&index| &self.entries[index])
            .find(|(word, _)| matches(word))
            .map(|(word, knowledge)| (word.len(), knowledge))
    }
}

/// The lines of a table: words between white space; empty lines and what follows `#` are left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().split_whitespace().collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_from_both_ends() {
        let lexicon = Lexicon::new([("个", 1), ("个月", 2), ("月", 3)]);
        let chars: Vec<char> = "三个月".chars().collect();
        assert_eq!(lexicon.at(&chars, 1), Some((2, &2)));
        assert_eq!(lexicon.before(&chars, 3), Some((2, &2)));
        assert_eq!(lexicon.before(&chars, 2), Some((1, &1)));
        assert_eq!(lexicon.at(&chars, 3), None);
        assert!(lexicon.is_in(&chars));
    }
}
