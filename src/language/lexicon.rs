//! A list of words, each with what is known of it, that can be looked up at a place in a text.

use std::cmp::Reverse;

use super::Filter;
use crate::order;

/// Words with what is known of them.
#[derive(Debug)]
pub struct Lexicon<T> {
    words: Words,
    /// What is known of each word.
    knowledge: Vec<T>,
}

impl<T> Lexicon<T> {
    /// A lexicon of these words; a word that stands twice is read as it stands first.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let (words, knowledge) = words.into_iter().unzip();
        Self { words: Words::new(words), knowledge }
    }

    /// The longest word that begins at `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn at(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let &first = chars.get(index)?;
        if !self.words.by_first.filter.admits(first) {
            return None;
        }
        let (length, word) = self.words.at(&chars[index..], first)?;
        Some((length, &self.knowledge[word]))
    }

    /// The longest word that ends right before `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn before(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let &last = chars.get(index.checked_sub(1)?)?;
        if !self.words.by_last.filter.admits(last) {
            return None;
        }
        let (length, word) = self.words.before(&chars[..index], last)?;
        Some((length, &self.knowledge[word]))
    }

    /// How many words there are.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.knowledge.len()
    }

    /// The longest word that a text ends with: its length in characters, and what is known of it.
    pub fn ending(&self, text: &str) -> Option<(usize, &T)> {
        let last = text.chars().next_back().filter(|&last| self.words.by_last.filter.admits(last))?;
        let ends = |word: &[char]| text.chars().rev().take(word.len()).eq(word.iter().rev().copied());
        let (length, word) = self.words.longest(self.words.by_last.words(last), ends)?;
        Some((length, &self.knowledge[word]))
    }

    /// Whether a word of the lexicon begins with this character.
    #[inline]
    pub fn begins(&self, first: char) -> bool {
        self.words.by_first.filter.admits(first) && !self.words.by_first.words(first).is_empty()
    }

    /// Whether a word of the lexicon stands anywhere in `chars`.
    pub fn is_in(&self, chars: &[char]) -> bool {
        (0..chars.len()).any(|index| self.at(chars, index).is_some())
    }
}

/// The words of a lexicon, to be found from both ends. Compiled once, whatever is known of them.
#[derive(Debug)]
struct Words {
    letters: Vec<Box<[char]>>,
    by_first: Index,
    by_last: Index,
}

impl Words {
    fn new(words: Vec<&str>) -> Self {
        let letters: Vec<Box<[char]>> = words.into_iter().map(|word| word.chars().collect()).collect();
        let by_first = Index::new(&letters, |word| word.first());
        let by_last = Index::new(&letters, |word| word.last());
        Self { letters, by_first, by_last }
    }

    /// The longest word that `rest` begins with, whose first character is `first`: its length and its number.
    fn at(&self, rest: &[char], first: char) -> Option<(usize, usize)> {
        self.longest(self.by_first.words(first), |word| rest.starts_with(word))
    }

    /// The longest word that `rest` ends with, whose last character is `last`: its length and its number.
    fn before(&self, rest: &[char], last: char) -> Option<(usize, usize)> {
        self.longest(self.by_last.words(last), |word| rest.ends_with(word))
    }

    fn longest(&self, candidates: &[(char, u32)], fits: impl Fn(&[char]) -> bool) -> Option<(usize, usize)> {
        let numbers = candidates.iter().map(|&(_, number)| number as usize);
        numbers
            .map(|number| (&self.letters[number], number))
            .find(|(word, _)| fits(word))
            .map(|(word, number)| (word.len(), number))
    }
}

/// Which words begin, or end, with a character.
#[derive(Debug)]
struct Index {
    /// Nearly all look-ups end here.
    filter: Filter,
    /// The words by that character, the longest first.
    sorted: Vec<(char, u32)>,
}

impl Index {
    fn new(letters: &[Box<[char]>], key: impl Fn(&[char]) -> Option<&char>) -> Self {
        let numbered = (0..).zip(letters);
        let mut words: Vec<(char, Reverse<usize>, u32)> =
            numbered.filter_map(|(number, word)| Some((*key(word)?, Reverse(word.len()), number))).collect();
        order::sort_by_key(&mut words, |&word| word);
        let mut filter = Filter::EMPTY;
        words.iter().for_each(|&(character, ..)| filter.add(character));
        Self { filter, sorted: words.into_iter().map(|(character, _, number)| (character, number)).collect() }
    }

    /// The words with this character.
    fn words(&self, character: char) -> &[(char, u32)] {
        let start = self.sorted.partition_point(|&(other, _)| other < character);
        let length = self.sorted[start..].iter().take_while(|&&(other, _)| other == character).count();
        &self.sorted[start..start + length]
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
        assert_eq!(lexicon.ending("三个月"), Some((2, &2)));
        assert_eq!(lexicon.ending("三"), None);
        assert!(lexicon.begins('月') && !lexicon.begins('三'));
    }
}
