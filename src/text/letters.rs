//! The characters of a whole text made ready for matching: any stretch of them is a slice.

use super::bytes::{HAN, leading_han};
use super::{fold, is_space, stretches};
use crate::report::Span;

/// The characters of a text that carry meaning, folded to one width.
#[derive(Debug, Default)]
pub struct Letters {
    letters: Vec<char>,
    /// The byte offset of each.
    starts: Vec<usize>,
}

impl Letters {
    /// The characters of `text`, leaving out white space and what `noise` (sorted, disjoint) holds.
    pub fn new(text: &str, noise: &[Span]) -> Self {
        let count = text.chars().count();
        let (mut letters, mut starts) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for stretch in stretches(Span::new(0, text.len()), noise) {
            let mut start = stretch.start;
            while start < stretch.end {
                // Nearly all are of these.
                let words = leading_han(&text[start..stretch.end]);
                starts.extend((0..words.len()).map(|index| start + HAN * index));
                start += HAN * words.len();
                letters.extend(words);
                let Some(character) = text[start..stretch.end].chars().next() else { break };
                if !is_space(character) {
                    letters.push(fold(character));
                    starts.push(start);
                }
                start += character.len_utf8();
            }
        }
        Self { letters, starts }
    }

    /// Those of a stretch.
    pub fn of(&self, span: Span) -> &[char] {
        let index = |offset: usize| self.starts.partition_point(|&start| start < offset);
        &self.letters[index(span.start)..index(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_has_its_characters_but_white_space_and_noise() {
        let text = "共　3603 条##p##信息，增长";
        let noise = text.find('#').map(|start| Span::new(start, start + 5));
        let letters = Letters::new(text, noise.as_slice());
        assert_eq!(letters.of(Span::new(0, text.len())).iter().collect::<String>(), "共3603条信息,增长");
        let place = |words: &str| text.find(words).unwrap_or_default();
        assert_eq!(letters.of(Span::new(place("3603"), place("，"))).iter().collect::<String>(), "3603条信息");
        assert_eq!(letters.of(Span::new(place("#"), place("信"))), []);
    }
}
