//! Words that can be looked up at a place in a text, from both ends.

use super::{Filter, index::Index};

/// A set of words. Of several that stand at a place, the longest counts. Compiled once, whatever is known of them.
#[derive(Debug)]
pub struct Words {
    /// The characters of all words, one after the other.
    letters: Vec<char>,
    /// Where each word ends among them.
    ends: Vec<usize>,
    by_first: Index,
    by_last: Index,
}

/// What is asked of a text in characters.
impl Words {
    /// Whether `letters` are a word.
    pub fn is(&self, letters: &[char]) -> bool {
        self.head(letters) == Some(letters.len())
    }

    /// Whether `letters` begin with a word.
    #[inline]
    pub fn begins(&self, letters: &[char]) -> bool {
        self.head(letters).is_some()
    }

    /// Whether `letters` end with a word.
    #[inline]
    pub fn ends(&self, letters: &[char]) -> bool {
        self.tail(letters).is_some()
    }

    /// Whether a word stands anywhere in `letters`.
    pub fn is_in(&self, letters: &[char]) -> bool {
        (0..letters.len()).any(|index| self.is_at(letters, index))
    }

    /// Whether a word begins at `index`.
    #[inline]
    pub fn is_at(&self, letters: &[char], index: usize) -> bool {
        self.at(letters, index).is_some()
    }

    /// Whether a word ends right before `index`.
    #[inline]
    pub fn is_before(&self, letters: &[char], index: usize) -> bool {
        self.before(letters, index).is_some()
    }

    /// Whether a word of more than one character begins at `index`. One alone is often a part of a word that no table has.
    pub fn is_compound_at(&self, letters: &[char], index: usize) -> bool {
        self.compound_at(letters, index).is_some()
    }

    /// Whether a word of more than one character ends right before `index`.
    pub fn is_compound_before(&self, letters: &[char], index: usize) -> bool {
        self.before(letters, index).is_some_and(|length| length > 1)
    }

    /// The length of the word that `letters` begin with.
    #[inline]
    pub fn head(&self, letters: &[char]) -> Option<usize> {
        self.at(letters, 0)
    }

    /// The length of the word that `letters` end with.
    #[inline]
    pub fn tail(&self, letters: &[char]) -> Option<usize> {
        self.before(letters, letters.len())
    }

    /// The length of the word that begins at `index`.
    #[inline]
    pub fn at(&self, letters: &[char], index: usize) -> Option<usize> {
        Some(self.find_at(letters, index)?.0)
    }

    /// The length of the word of more than one character that begins at `index`.
    pub fn compound_at(&self, letters: &[char], index: usize) -> Option<usize> {
        self.at(letters, index).filter(|&length| length > 1)
    }

    /// The length of the word that ends right before `index`.
    #[inline]
    pub fn before(&self, letters: &[char], index: usize) -> Option<usize> {
        Some(self.find_before(letters, index)?.0)
    }
}

/// What is asked of a text as it was given.
impl Words {
    /// Whether `text` is a word.
    pub fn is_text(&self, text: &str) -> bool {
        let mut letters = text.chars();
        let Some(first) = letters.next().filter(|&first| self.by_first.may_have(first)) else { return false };
        let mut numbers = self.by_first.words(first, letters.next()).into_iter().flatten();
        numbers.any(|&number| text.chars().eq(self.word(number as usize).iter().copied()))
    }

    /// Whether `text` begins with a word.
    pub fn begins_text(&self, text: &str) -> bool {
        let mut letters = text.chars();
        let Some(first) = letters.next().filter(|&first| self.by_first.may_have(first)) else { return false };
        let begins = |word: &[char]| text.chars().take(word.len()).eq(word.iter().copied());
        self.longest(self.by_first.words(first, letters.next()), text.len(), begins).is_some()
    }

    /// Whether `text` ends with a word.
    pub fn ends_text(&self, text: &str) -> bool {
        self.text_tail(text).is_some()
    }

    /// The length, in characters, of the word that `text` ends with.
    pub fn text_tail(&self, text: &str) -> Option<usize> {
        Some(self.find_text_tail(text)?.0)
    }

    /// Whether a word has this character for its first.
    #[inline]
    pub fn has_initial(&self, first: char) -> bool {
        self.by_first.has(first)
    }

    /// Whether a word may have this character for its last.
    pub fn may_have_final(&self, last: char) -> bool {
        self.by_last.may_have(last)
    }

    /// Which characters the words begin with.
    pub fn initials(&self) -> &Filter {
        self.by_first.filter()
    }
}

/// How words are found: their length, and their number.
impl Words {
    /// These words.
    pub fn new(words: &[&str]) -> Self {
        let mut words = Self::unsorted(words);
        words.by_first = Index::new(&words, |word, at| word.get(at));
        words.by_last = Index::new(&words, |word, at| word.get(word.len().checked_sub(at + 1)?));
        words
    }

    /// Words that are not to be found yet.
    pub fn unsorted(words: &[&str]) -> Self {
        let (mut letters, mut ends) = (Vec::new(), Vec::with_capacity(words.len()));
        for word in words {
            letters.extend(word.chars());
            ends.push(letters.len());
        }
        Self { letters, ends, by_first: Index::default(), by_last: Index::default() }
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The characters of a word.
    pub fn word(&self, number: usize) -> &[char] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[number]]
    }

    /// The word that begins at `index`.
    #[inline]
    pub fn find_at(&self, letters: &[char], index: usize) -> Option<(usize, usize)> {
        let &first = letters.get(index)?;
        if !self.by_first.may_have(first) {
            return None;
        }
        self.find_head(&letters[index..], first)
    }

    /// The numbers of all words that begin at `index`, be they the longest or not.
    pub fn each_at(&self, letters: &[char], index: usize) -> impl Iterator<Item = usize> {
        let rest = &letters[index..];
        let first = rest.first().copied().filter(|&first| self.by_first.may_have(first));
        let numbers = first.map(|first| self.by_first.words(first, rest.get(1).copied()));
        let numbers = numbers.into_iter().flatten().flatten().map(|&number| number as usize);
        numbers.filter(|&number| rest.starts_with(self.word(number)))
    }

    /// The word that ends right before `index`.
    #[inline]
    pub fn find_before(&self, letters: &[char], index: usize) -> Option<(usize, usize)> {
        let &last = letters.get(index.checked_sub(1)?)?;
        if !self.by_last.may_have(last) {
            return None;
        }
        self.find_tail(&letters[..index], last)
    }

    /// The word that `text` ends with.
    pub fn find_text_tail(&self, text: &str) -> Option<(usize, usize)> {
        let mut letters = text.chars().rev();
        let last = letters.next().filter(|&last| self.may_have_final(last))?;
        let ends = |word: &[char]| text.chars().rev().take(word.len()).eq(word.iter().rev().copied());
        self.longest(self.by_last.words(last, letters.next()), text.len(), ends)
    }

    /// The word that `rest` begins with, whose first character is `first`.
    fn find_head(&self, rest: &[char], first: char) -> Option<(usize, usize)> {
        let numbers = self.by_first.words(first, rest.get(1).copied());
        self.longest(numbers, rest.len(), |word| *word == rest[..word.len()])
    }

    /// The word that `rest` ends with, whose last character is `last`.
    fn find_tail(&self, rest: &[char], last: char) -> Option<(usize, usize)> {
        let next = rest.len().checked_sub(2).map(|next| rest[next]);
        self.longest(self.by_last.words(last, next), rest.len(), |word| *word == rest[rest.len() - word.len()..])
    }

    /// The first of the words of these numbers that is no longer than `most` and fits.
    #[inline]
    fn longest(
        &self,
        [pairs, alone]: [&[u32]; 2],
        most: usize,
        fits: impl Fn(&[char]) -> bool,
    ) -> Option<(usize, usize)> {
        for numbers in [pairs, alone] {
            for &number in numbers {
                let word = self.word(number as usize);
                if word.len() <= most && fits(word) {
                    return Some((word.len(), number as usize));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_from_both_ends() {
        let words = Words::new(&["个", "个月", "月"]);
        let letters: Vec<char> = "三个月".chars().collect();
        assert_eq!(words.at(&letters, 1), Some(2));
        assert_eq!(words.before(&letters, 3), Some(2));
        assert_eq!(words.before(&letters, 2), Some(1));
        assert_eq!(words.at(&letters, 3), None);
        assert_eq!((words.head(&letters), words.tail(&letters)), (None, Some(2)));
        assert_eq!(words.each_at(&letters, 1).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(words.each_at(&letters, 0).count(), 0);
        assert_eq!((words.text_tail("三个月"), words.text_tail("三")), (Some(2), None));
    }

    #[test]
    fn what_is_asked_is_answered() {
        let words = Words::new(&["个", "个月", "月"]);
        let letters: Vec<char> = "三个月".chars().collect();
        assert!(words.is(&letters[1..]) && !words.is(&letters));
        assert!(words.begins(&letters[1..]) && !words.begins(&letters));
        assert!(words.ends(&letters) && !words.ends(&letters[..1]));
        assert!(words.is_in(&letters) && !words.is_in(&letters[..1]));
        assert!(words.is_compound_at(&letters, 1) && !words.is_compound_at(&letters, 2));
        assert!(words.is_compound_before(&letters, 3) && !words.is_compound_before(&letters, 2));
        assert!(words.is_text("个月") && !words.is_text("三个月"));
        assert!(words.begins_text("月三") && !words.begins_text("三月"));
        assert!(words.ends_text("三月") && !words.ends_text("月三"));
        assert!(words.has_initial('月') && !words.has_initial('三'));
    }
}
