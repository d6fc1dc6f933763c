//! A set of characters that turns nearly all others away at once.

/// Characters whose codes end in the same bits are of one sort; so many sorts are told apart.
const SORTS: usize = 1024;

/// For each sort of character whether one of the set is of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter([u64; SORTS / 64]);

impl Filter {
    /// The filter of no characters.
    pub const EMPTY: Self = Self([0; SORTS / 64]);

    /// The filter of these characters.
    pub const fn of(characters: &[char]) -> Self {
        let mut filter = Self::EMPTY;
        let mut index = 0;
        while index < characters.len() {
            filter.add(characters[index]);
            index += 1;
        }
        filter
    }

    /// Adds a character.
    pub const fn add(&mut self, character: char) {
        self.add_sort(character as usize);
    }

    /// Adds a pair of characters.
    pub const fn add_pair(&mut self, first: char, second: char) {
        self.add_sort(pair(first, second));
    }

    const fn add_sort(&mut self, sort: usize) {
        self.0[sort % SORTS / 64] |= 1 << (sort % 64);
    }

    /// The filter of what this or another may admit.
    pub fn or(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(sorts, more)| *sorts |= more);
        self
    }

    /// Whether a character may be of the set.
    #[inline]
    pub const fn admits(&self, character: char) -> bool {
        self.admits_sort(character as usize)
    }

    /// Whether a pair of characters may be of the set.
    #[inline]
    pub const fn admits_pair(&self, first: char, second: char) -> bool {
        self.admits_sort(pair(first, second))
    }

    const fn admits_sort(&self, sort: usize) -> bool {
        self.0[sort % SORTS / 64] & 1 << (sort % 64) != 0
    }
}

/// The sort of a pair of characters.
const fn pair(first: char, second: char) -> usize {
    first as usize * 5 + second as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_set_is_admitted() {
        let filter = Filter::of(&['一', '万', '1']);
        assert!(['一', '万', '1'].iter().all(|&character| filter.admits(character)));
        assert!(!filter.admits('二'));
        let mut pairs = Filter::EMPTY;
        pairs.add_pair('一', '万');
        assert!(pairs.admits_pair('一', '万') && !pairs.admits_pair('万', '一'));
        assert!(!Filter::EMPTY.admits('一') && filter.or(&Filter::of(&['二'])).admits('二'));
    }
}
