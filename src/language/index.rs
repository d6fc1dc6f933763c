//! Where the words with a character, and the one next to it, are kept.

use super::{Filter, Words};

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
    pub fn new(words: &Words, letter: impl Fn(&[char], usize) -> Option<&char>) -> Self {
        let count = words.count();
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

    /// Which characters the words have.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether there is a word with this character.
    #[inline]
    pub fn has(&self, character: char) -> bool {
        self.may_have(character) && self.characters.binary_search(&character).is_ok()
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
