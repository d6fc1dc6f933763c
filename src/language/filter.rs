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
        let sort = character as usize % SORTS;
        self.0[sort / 64] |= 1 << (sort % 64);
    }

    /// The filter of what this or another may admit.
    pub fn or(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(sorts, more)| *sorts |= more);
        self
    }

    /// Whether a character may be of the set.
    #[inline]
    pub const fn admits(&self, character: char) -> bool {
        let sort = character as usize % SORTS;
        self.0[sort / 64] & 1 << (sort % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_set_is_admitted() {
        let filter = Filter::of(&['一', '万', '1']);
        assert!(['一', '万', '1'].iter().all(|&character| filter.admits(character)));
        assert!(!filter.admits('二'));
        assert!(!Filter::EMPTY.admits('一') && filter.or(&Filter::of(&['二'])).admits('二'));
    }
}
