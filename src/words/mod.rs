//! The catalogue: what the page and the files say, in both languages side by side, so that none is missing. The sentences of checks
//! and findings are not here but in [`crate::verdict`]; those of `gangmu explain` and the command line are Chinese like the report.

pub mod file;
pub mod input;
pub mod many;
mod model;
mod page;

pub use self::page::Words;

/// A language of the page and of the files that it saves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

/// What is said, in Chinese and in English.
pub type Pair = (&'static str, &'static str);

impl Language {
    /// Both, in the order in which they are told apart in what is sent.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// What is said in this language.
    pub const fn pick(self, (chinese, english): Pair) -> &'static str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// What is said in this language, its `{}` filled.
    pub fn fill(self, pair: Pair, fillings: &[&str]) -> String {
        fill(self.pick(pair), fillings)
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// Its name in HTML.
    pub fn code(self) -> &'static str {
        self.pick(("zh-CN", "en"))
    }
}

/// The words with their `{}` filled.
pub fn fill(words: &str, fillings: &[&str]) -> String {
    let mut pieces = words.split("{}");
    let first = pieces.next().unwrap_or_default().to_owned();
    // What is filled in may have gaps of its own, which stay.
    pieces.zip(fillings).fold(first, |filled, (piece, filling)| filled + filling + piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_leave_the_same_gaps_and_no_word_is_empty() {
        for (chinese, english) in
            page::PAIRS.iter().chain(model::PAIRS).chain(file::PAIRS).chain(many::PAIRS).chain(input::PAIRS)
        {
            assert!(!chinese.is_empty() && !english.is_empty());
            assert!(chinese.matches("{}").count() == english.matches("{}").count(), "{chinese}: {english}");
        }
    }

    #[test]
    fn gaps_are_filled_in_order() {
        assert_eq!(fill("{} / {} 行", &["3", "17"]), "3 / 17 行");
        assert_eq!(fill("{}：{}", &["{}", "9"]), "{}：9");
        assert_eq!(Language::English.fill(("{} 项", "{} figures"), &["3"]), "3 figures");
    }
}
