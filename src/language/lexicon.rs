//! Words, each with what is known of it.

use super::{Filter, Words};

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
        let (words, knowledge): (Vec<_>, _) = words.into_iter().unzip();
        Self { words: Words::new(&words), knowledge }
    }

    /// The longest word that begins at `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn at(&self, letters: &[char], index: usize) -> Option<(usize, &T)> {
        let (length, word) = self.words.find_at(letters, index)?;
        Some((length, &self.knowledge[word]))
    }

    /// The longest word that ends right before `index`: its length in characters, and what is known of it.
    #[inline]
    pub fn before(&self, letters: &[char], index: usize) -> Option<(usize, &T)> {
        let (length, word) = self.words.find_before(letters, index)?;
        Some((length, &self.knowledge[word]))
    }

    /// The longest word that a text ends with: its length in characters, and what is known of it.
    pub fn text_tail(&self, text: &str) -> Option<(usize, &T)> {
        let (length, word) = self.words.find_text_tail(text)?;
        Some((length, &self.knowledge[word]))
    }

    /// Which characters the words begin with.
    pub fn initials(&self) -> &Filter {
        self.words.initials()
    }

    /// Whether a word has this character for its first.
    #[inline]
    pub fn has_initial(&self, first: char) -> bool {
        self.words.has_initial(first)
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

/// The words of one sort of such a table.
pub fn of_sort(table: &'static str, sort: &str) -> Words {
    let entry = |row: Vec<&'static str>| match row[..] {
        [known, word] => (known == sort).then_some(word),
        _ => None,
    };
    Words::new(&rows(table).filter_map(entry).collect::<Vec<_>>())
}

/// The lines of a table: words between white space; empty lines and what follows `#` are left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().split_ascii_whitespace().collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_the_longest_word_is_told() {
        let lexicon = Lexicon::new([("个", 1), ("个月", 2), ("月", 3)]);
        let letters: Vec<char> = "三个月".chars().collect();
        assert_eq!(lexicon.at(&letters, 1), Some((2, &2)));
        assert_eq!(lexicon.before(&letters, 3), Some((2, &2)));
        assert_eq!(lexicon.before(&letters, 2), Some((1, &1)));
        assert_eq!(lexicon.text_tail("三个月"), Some((2, &2)));
        assert_eq!(lexicon.at(&letters, 3), None);
    }
}
