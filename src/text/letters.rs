//! The characters of a whole text made ready for matching: any stretch of them is a slice.

use super::bytes::{HAN, leading_ascii, leading_words};
use super::passage::emphasis;
use super::{fold, is_space, stretches};
use crate::report::Span;

/// The characters of a text that carry meaning, folded to one width.
#[derive(Debug, Default)]
pub struct Letters {
    letters: Vec<char>,
    strides: Vec<Stride>,
}

/// So many bytes of the text: what begins at one of them is soon found from here.
#[derive(Clone, Copy, Debug, Default)]
struct Stride {
    /// How many letters begin before it.
    before: usize,
    /// At which of its bytes one begins: a bit for each.
    starts: u64,
}

/// How many bytes make a stride.
const STRIDE: usize = u64::BITS as usize;

impl Letters {
    /// The characters of `text`, leaving out white space and what `noise` (sorted, disjoint) holds.
    pub fn new(text: &str, noise: &[Span]) -> Self {
        let mut letters = Vec::with_capacity(text.chars().count());
        let mut strides = vec![Stride::default(); text.len() / STRIDE + 1];
        let mut begin = |start: usize| strides[start / STRIDE].starts |= 1 << (start % STRIDE);
        for stretch in stretches(Span::new(0, text.len()), noise) {
            let mut start = stretch.start;
            loop {
                // Nearly all are of these.
                let words = leading_words(&text[start..stretch.end]);
                (0..words.len()).for_each(|index| begin(start + HAN * index));
                start += HAN * words.len();
                letters.extend(words);
                let ascii = leading_ascii(&text[start..stretch.end]);
                (start..start + ascii.len()).for_each(&mut begin);
                letters.extend(ascii.iter().copied().map(char::from));
                start += ascii.len();
                let Some(character) = text[start..stretch.end].chars().next() else { break };
                let bold = emphasis(&text[start..stretch.end]);
                if bold == 0 && !is_space(character) {
                    letters.push(fold(character));
                    begin(start);
                }
                start += bold.max(character.len_utf8());
            }
        }
        let mut before = 0;
        for stride in &mut strides {
            stride.before = before;
            before += stride.starts.count_ones() as usize;
        }
        Self { letters, strides }
    }

    /// Those of a stretch.
    pub fn of(&self, span: Span) -> &[char] {
        &self.letters[self.index(span.start)..self.index(span.end)]
    }

    /// How many begin before a byte offset.
    fn index(&self, offset: usize) -> usize {
        let Stride { before, starts } = self.strides[offset / STRIDE];
        before + (starts & ((1 << (offset % STRIDE)) - 1)).count_ones() as usize
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

    #[test]
    fn places_are_found_in_every_stride() {
        let text = "共　3603 条，增长2.5%。\n".repeat(20);
        let letters = Letters::new(&text, &[]);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let before = crate::text::letters(&text, Span::new(0, at), &[]);
            assert_eq!(letters.of(Span::new(0, at)), before, "{at}");
        }
    }
}
