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
        if !self.words.by_first.may_have(first, chars.get(index + 1)) {
            return None;
        }
        let (length, word) = self.words.at(&chars[index..], first)?;
        Some((length, &self.knowledge[word]))
    }

    /// The longest word that ends right before `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn before(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let &last = chars.get(index.checked_sub(1)?)?;
        if !self.words.by_last.may_have(last, index.checked_sub(2).map(|next| &chars[next])) {
            return None;
        }
        let (length, word) = self.words.before(&chars[..index], last)?;
        Some((length, &self.knowledge[word]))
    }

    /// Which characters the words begin with.
    pub fn initials(&self) -> &Filter {
        &self.words.by_first.filter
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
        let (length, word) = self.words.longest(self.words.by_last.words(last), text.len(), ends)?;
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
    /// The characters of all words, one after the other.
    letters: Vec<char>,
    /// Where each word ends among them.
    ends: Vec<usize>,
    by_first: Index,
    by_last: Index,
}

impl Words {
    fn new(words: Vec<&str>) -> Self {
        let mut words = Self::unsorted(&words);
        words.by_first = Index::new(&words, |word, at| word.get(at));
        words.by_last = Index::new(&words, |word, at| word.get(word.len().checked_sub(at + 1)?));
        words
    }

    /// Words that are not to be found yet.
    fn unsorted(words: &[&str]) -> Self {
        let mut letters = Vec::new();
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            letters.extend(word.chars());
            ends.push(letters.len());
        }
        Self { letters, ends, by_first: Index::default(), by_last: Index::default() }
    }

    /// The characters of a word.
    fn word(&self, number: usize) -> &[char] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[number]]
    }

    /// The longest word that `rest` begins with, whose first character is `first`: its length and its number.
    fn at(&self, rest: &[char], first: char) -> Option<(usize, usize)> {
        self.longest(self.by_first.words(first), rest.len(), |word| word.iter().eq(&rest[..word.len()]))
    }

    /// The longest word that `rest` ends with, whose last character is `last`: its length and its number.
    fn before(&self, rest: &[char], last: char) -> Option<(usize, usize)> {
        self.longest(self.by_last.words(last), rest.len(), |word| {
            word.iter().rev().eq(rest[rest.len() - word.len()..].iter().rev())
        })
    }

    /// The first of these words that is no longer than `most` and fits.
    fn longest(&self, numbers: &[(char, u32)], most: usize, fits: impl Fn(&[char]) -> bool) -> Option<(usize, usize)> {
        let words = numbers.iter().map(|&(_, number)| (self.word(number as usize), number as usize));
        words
            .filter(|(word, _)| word.len() <= most)
            .find(|(word, _)| fits(word))
            .map(|(word, number)| (word.len(), number))
    }
}

/// Which words begin, or end, with a character.
#[derive(Debug, Default)]
pub struct Index {
    /// The first, or last, characters of all words. Nearly all look-ups end here.
    filter: Filter,
    /// The words of one character.
    single: Filter,
    /// Those characters with the next ones.
    pairs: Filter,
    /// The words by that character, the longest first.
    sorted: Vec<(char, u32)>,
}

impl Index {
    /// The index of these words by `letter`, which tells the characters of a word from the end that is looked at.
    fn new(words: &Words, letter: impl Fn(&[char], usize) -> Option<&char>) -> Self {
        let mut index = Self::default();
        let mut places: Vec<(char, Reverse<usize>, u32)> = Vec::new();
        for number in 0..words.ends.len() {
            let word = words.word(number);
            let Some(&first) = letter(word, 0) else { continue };
            index.filter.add(first);
            match letter(word, 1) {
                Some(&second) => index.pairs.add_pair(first, second),
                None => index.single.add(first),
            }
            places.push((first, Reverse(word.len()), number as u32));
        }
        order::sort_by_key(&mut places, |&place| place);
        index.sorted = places.into_iter().map(|(character, _, number)| (character, number)).collect();
        index
    }

    /// The index of these words by what they begin with.
    pub fn of_beginnings(words: &[&str]) -> Self {
        Self::new(&Words::unsorted(words), |word, at| word.get(at))
    }

    /// The words that may begin with this character, and the next one if they are longer.
    pub fn words_at(&self, first: char, next: Option<char>) -> &[(char, u32)] {
        if self.may_have(first, next.as_ref()) { self.words(first) } else { &[] }
    }

    /// Whether there may be a word with this character, and the next one if it is longer.
    #[inline]
    fn may_have(&self, first: char, next: Option<&char>) -> bool {
        self.filter.admits(first)
            && (self.single.admits(first) || next.is_some_and(|&next| self.pairs.admits_pair(first, next)))
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
