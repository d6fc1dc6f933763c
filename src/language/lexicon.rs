//! A list of words, each with what is known of it, that can be looked up at a place in a text.

use super::Filter;

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
        if !self.words.by_first.may_have(first) {
            return None;
        }
        let (length, word) = self.words.at(&chars[index..], first)?;
        Some((length, &self.knowledge[word]))
    }

    /// The longest word that ends right before `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn before(&self, chars: &[char], index: usize) -> Option<(usize, &T)> {
        let &last = chars.get(index.checked_sub(1)?)?;
        if !self.words.by_last.may_have(last) {
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

    /// Whether a text begins with a word.
    pub fn begins_text(&self, text: &str) -> bool {
        let mut letters = text.chars();
        let Some(first) = letters.next().filter(|&first| self.words.by_first.may_have(first)) else { return false };
        let begins = |word: &[char]| text.chars().take(word.len()).eq(word.iter().copied());
        self.words.longest(self.words.by_first.words(first, letters.next()), text.len(), begins).is_some()
    }

    /// The longest word that a text ends with: its length in characters, and what is known of it.
    pub fn ending(&self, text: &str) -> Option<(usize, &T)> {
        let mut letters = text.chars().rev();
        let last = letters.next().filter(|&last| self.may_end(last))?;
        let ends = |word: &[char]| text.chars().rev().take(word.len()).eq(word.iter().rev().copied());
        let numbers = self.words.by_last.words(last, letters.next());
        let (length, word) = self.words.longest(numbers, text.len(), ends)?;
        Some((length, &self.knowledge[word]))
    }

    /// Whether a word of the lexicon begins with this character.
    #[inline]
    pub fn begins(&self, first: char) -> bool {
        self.words.by_first.may_have(first) && self.words.by_first.characters.binary_search(&first).is_ok()
    }

    /// Whether a word of the lexicon may end with this character.
    pub fn may_end(&self, last: char) -> bool {
        self.words.by_last.may_have(last)
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
        let numbers = self.by_first.words(first, rest.get(1).copied());
        self.longest(numbers, rest.len(), |word| *word == rest[..word.len()])
    }

    /// The longest word that `rest` ends with, whose last character is `last`: its length and its number.
    fn before(&self, rest: &[char], last: char) -> Option<(usize, usize)> {
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

/// Which words begin, or end, with a character and the one next to it.
#[derive(Debug, Default)]
pub struct Index {
    /// The first, or last, characters of all words. Nearly all look-ups end here.
    filter: Filter,
    /// The same, told for certain, in order.
    characters: Vec<char>,
    /// Where the words of each shelf begin among the numbers, and where those of the last end.
    shelves: Vec<u32>,
    /// The numbers of the words by their shelves, those of the longest first.
    numbers: Vec<u32>,
}

/// A pair of characters has a shelf, together with few others; so has a word of one character.
const ALONE: char = '\0';

impl Index {
    /// The index of these words by `letter`, which tells the characters of a word from the end that is looked at.
    fn new(words: &Words, letter: impl Fn(&[char], usize) -> Option<&char>) -> Self {
        let count = words.ends.len();
        // So many that nearly all shelves are empty: a pair that no word has finds nothing there.
        let mut index = Self { shelves: vec![0; (4 * count).next_power_of_two() + 1], ..Self::default() };
        let mut places = Vec::with_capacity(count);
        for number in 0..count {
            let word = words.word(number);
            let Some(&first) = letter(word, 0) else { continue };
            index.filter.add(first);
            if let Err(place) = index.characters.binary_search(&first) {
                index.characters.insert(place, first);
            }
            let shelf = index.shelf(first, letter(word, 1).copied().unwrap_or(ALONE));
            places.push((shelf, number as u32));
            index.shelves[shelf + 1] += 1;
        }
        for shelf in 1..index.shelves.len() {
            index.shelves[shelf] += index.shelves[shelf - 1];
        }
        index.numbers = vec![0; places.len()];
        let mut free = index.shelves.clone();
        for (shelf, number) in places {
            // Behind those that are no shorter.
            let (start, mut at) = (index.shelves[shelf] as usize, free[shelf] as usize);
            let length = |number: u32| words.word(number as usize).len();
            while at > start && length(index.numbers[at - 1]) < length(number) {
                index.numbers[at] = index.numbers[at - 1];
                at -= 1;
            }
            index.numbers[at] = number;
            free[shelf] += 1;
        }
        index
    }

    /// The index of these words by what they begin with.
    pub fn of_beginnings(words: &[&str]) -> Self {
        Self::new(&Words::unsorted(words), |word, at| word.get(at))
    }

    /// The shelf of the words with these two characters.
    fn shelf(&self, first: char, next: char) -> usize {
        // The characters of Chinese differ in their last bits: a product of either spreads them.
        (first as usize * 29 + next as usize) & (self.shelves.len() - 2)
    }

    /// Whether there may be a word with this character.
    #[inline]
    pub fn may_have(&self, character: char) -> bool {
        self.filter.admits(character)
    }

    /// The numbers of the words that may have this character and the next one, and of those that may be this one alone: the longest
    /// first.
    #[inline]
    pub fn words(&self, first: char, next: Option<char>) -> [&[u32]; 2] {
        [next.map_or(&[], |next| self.on_shelf(first, next)), self.on_shelf(first, ALONE)]
    }

    #[inline]
    fn on_shelf(&self, first: char, next: char) -> &[u32] {
        let shelf = self.shelf(first, next);
        &self.numbers[self.shelves[shelf] as usize..self.shelves[shelf + 1] as usize]
    }
}

/// The words of a table whose rows are a sort and a word, each with what its sort says; one that says nothing is left out.
pub fn sorted<T>(table: &'static str, says: impl Fn(&str) -> Option<T>) -> Lexicon<T> {
    let entry = |row: Vec<&'static str>| match row[..] {
        [sort, word] => Some((word, says(sort)?)),
        _ => None,
    };
    Lexicon::new(rows(table).filter_map(entry))
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
