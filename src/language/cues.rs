//! Words around a numeral that tell what it is.

use std::sync::LazyLock;

use super::{Lexicon, rows};

/// What a word tells of the numeral beside it. The table says what each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Cue {
    Rank,
    Lasting,
    Stretch,
    Measured,
    Enumeration,
    Aspect,
    Set,
    Number,
    Changing,
}

const NAMES: [(&str, Cue); 9] = [
    ("rank", Cue::Rank),
    ("lasting", Cue::Lasting),
    ("stretch", Cue::Stretch),
    ("measured", Cue::Measured),
    ("enumeration", Cue::Enumeration),
    ("aspect", Cue::Aspect),
    ("set", Cue::Set),
    ("number", Cue::Number),
    ("changing", Cue::Changing),
];

const TABLE: &str = include_str!("cues.txt");

/// The words that give a cue.
pub fn cues(cue: Cue) -> &'static Lexicon<()> {
    static CUES: LazyLock<Vec<Lexicon<()>>> = LazyLock::new(|| {
        let words = |name| {
            let lines = rows(TABLE).filter(move |row| row.first() == Some(&name));
            lines.flat_map(|row| row.into_iter().skip(1)).map(|word| (word, ()))
        };
        NAMES.iter().map(|(name, _)| Lexicon::new(words(*name))).collect()
    });
    &CUES[cue as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_cue() {
        for row in rows(TABLE) {
            assert!(NAMES.iter().any(|(name, _)| *name == row[0]), "cues.txt: {}", row[0]);
        }
        for (index, (_, cue)) in NAMES.iter().enumerate() {
            assert_eq!(*cue as usize, index);
        }
    }
}
