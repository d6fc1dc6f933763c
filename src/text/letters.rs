//! The characters of a whole text made ready for matching: any stretch of them is a slice.

use super::bytes::{HAN, leading_words};
use super::passage::emphasis;
use super::{fold, is_space, stretches};
use crate::report::Span;

/// The characters of a text that carry meaning, folded to one width.
#[derive(Debug, Default)]
pub struct Letters {
    letters: Vec<char>,
    /// The byte of its stride where each begins.
    starts: Vec<u8>,
    /// How many begin before each stride of bytes: what begins at a byte is soon found from there.
    strides: Vec<usize>,
}

/// So many bytes make a stride.
const STRIDE: usize = 32;

impl Letters {
    /// The characters of `text`, leaving out white space and what `noise` (sorted, disjoint) holds.
    pub fn new(text: &str, noise: &[Span]) -> Self {
        let count = text.chars().count();
        let (mut letters, mut starts) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut strides = vec![0; text.len() / STRIDE + 2];
        let mut begin = |start: usize| {
            starts.push(within(start));
            strides[start / STRIDE + 1] += 1;
        };
        for stretch in stretches(Span::new(0, text.len()), noise) {
            let mut start = stretch.start;
            loop {
                // Nearly all are of these.
                let words = leading_words(&text[start..stretch.end]);
                (0..words.len()).for_each(|index| begin(start + HAN * index));
                start += HAN * words.len();
                letters.extend(words);
                let Some(character) = text[start..stretch.end].chars().next() else { break };
                let bold = emphasis(&text[start..stretch.end]);
                if bold == 0 && !is_space(character) {
                    letters.push(fold(character));
                    begin(start);
                }
                start += bold.max(character.len_utf8());
            }
        }
        for stride in 1..strides.len() {
            strides[stride] += strides[stride - 1];
        }
        Self { letters, starts, strides }
    }

    /// Those of a stretch.
    pub fn of(&self, span: Span) -> &[char] {
        &self.letters[self.index(span.start)..self.index(span.end)]
    }

    /// How many begin before a byte offset.
    fn index(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let (before, until) = (self.strides[stride], self.strides[stride + 1]);
        before + self.starts[before..until].partition_point(|&start| start < within(offset))
    }
}

/// Which byte of its stride the one at an offset is.
fn within(offset: usize) -> u8 {
    (offset % STRIDE) as u8
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
