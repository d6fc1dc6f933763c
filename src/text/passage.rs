//! A stretch of text made ready for matching: folded characters without white space and noise, each with its place.

use super::bytes::{HAN, leading_ascii, leading_words};
use super::{breaks_line, chinese_digit, is_han};
use crate::report::Span;

/// How far a character stands from the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// They touch.
    #[default]
    None,
    /// A space.
    Space,
    /// A tab, or several spaces where no sentences are: a column, in a table that was flattened.
    Column,
}

/// The characters of a stretch of text that carry meaning, folded to one width, each with the place it came from.
///
/// It is a view for matching: indices into it are turned back into spans of the text by [`Passage::span`].
#[derive(Debug, Default)]
pub struct Passage {
    /// The folded characters.
    pub chars: Vec<char>,
    /// What stands before each character.
    pub gaps: Vec<Gap>,
    places: Vec<Span>,
}

impl Passage {
    /// The characters of `span`, leaving out white space and what `noise` (sorted, disjoint) holds.
    pub fn new(text: &str, span: Span, noise: &[Span]) -> Self {
        let length = span.of(text).chars().count();
        let mut chars = Vec::with_capacity(length);
        let mut gaps = Vec::with_capacity(length);
        let mut places = Vec::with_capacity(length);
        let mut columns = false;
        let mut tabs = false;
        for stretch in stretches(span, noise) {
            let mut gap = Gap::None;
            let mut spaces = 0;
            let mut broken = false;
            let mut start = stretch.start;
            loop {
                let words = leading_words(&text[start..stretch.end]);
                let ascii_start = start + HAN * words.len();
                let ascii = leading_ascii(&text[ascii_start..stretch.end]);
                let end = ascii_start + ascii.len();
                let length = end - start;
                let character = text[end..stretch.end].chars().next();
                if gap != Gap::None && (length > 0 || character.is_some_and(|character| !is_space(character))) {
                    // Gaps are rare: those that are none are filled in together.
                    gaps.resize(chars.len(), Gap::None);
                    gaps.push(gap);
                    (gap, spaces) = (Gap::None, 0);
                }
                broken &= length == 0;
                // Nearly all characters are of these, and stand for themselves.
                places.extend((0..words.len()).map(|index| Span::new(start + HAN * index, start + HAN * (index + 1))));
                chars.extend(words);
                places.extend((ascii_start..end).map(|at| Span::new(at, at + 1)));
                chars.extend(ascii.iter().copied().map(char::from));
                start = end;
                let Some(character) = character else { break };
                let bold = emphasis(&text[start..stretch.end]);
                if bold > 0 {
                    start += bold;
                    continue;
                }
                let end = start + character.len_utf8();
                let place = Span::new(std::mem::replace(&mut start, end), end);
                if !is_space(character) {
                    broken = false;
                    let stops = matches!(character, '.' | '．') && is_stop(&chars, &text[start..stretch.end]);
                    chars.push(if stops { '。' } else { fold(character) });
                    places.push(place);
                } else if breaks_line(character) {
                    // A paragraph runs over its line breaks: a number that is broken there is one number, be the next line indented.
                    (gap, spaces, broken) = (Gap::None, 0, true);
                } else if !broken && parts_words(character) {
                    spaces += 1;
                    tabs |= character == '\t';
                    columns |= spaces > 1;
                    gap = if character == '\t' || spaces > 1 { Gap::Column } else { gap.max(Gap::Space) };
                }
            }
        }
        if columns && !tabs && is_prose(&chars) {
            gaps.iter_mut().for_each(|gap| *gap = (*gap).min(Gap::Space));
        }
        gaps.resize(chars.len(), Gap::None);
        Self { chars, gaps, places }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The span of the text from the first to the last of the characters `start..end`.
    /// An empty range stands before the character at `start`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        if start < end {
            Span::new(self.places[start].start, self.places[end - 1].end)
        } else {
            let place = self.places.get(start).map(|place| place.start);
            let place = place.or(self.places.last().map(|place| place.end)).unwrap_or_default();
            Span::new(place, place)
        }
    }

    /// The byte offset of the character at `index`.
    pub fn start(&self, index: usize) -> usize {
        self.places[index].start
    }

    /// The first index at or after a byte offset.
    pub fn index(&self, offset: usize) -> usize {
        self.places.partition_point(|place| place.start < offset)
    }

    /// The words of the characters `start..end` as printed, a space kept only between two words of Latin letters.
    pub fn words(&self, text: &str, start: usize, end: usize) -> String {
        let span = self.span(start, end.max(start));
        let mut words = String::with_capacity(span.end - span.start);
        let latin = |index: usize| self.chars[index].is_ascii_alphanumeric();
        let mut begin = start;
        for index in start + 1..=end.max(start) {
            // What touches is taken together.
            if index < end && self.places[index].start == self.places[index - 1].end {
                continue;
            }
            words.push_str(self.span(begin, index).of(text));
            if index < end && self.gaps[index] != Gap::None && latin(index) && latin(index - 1) {
                words.push(' ');
            }
            begin = index;
        }
        words
    }

    /// The words at `index`, if they are these.
    pub fn has(&self, index: usize, words: &str) -> bool {
        let mut at = index;
        words.chars().all(|character| {
            at += 1;
            self.chars.get(at - 1) == Some(&character)
        })
    }

    /// Whether these words stand right before `index`.
    pub fn has_before(&self, index: usize, words: &str) -> bool {
        let length = words.chars().count();
        index >= length && self.has(index - length, words)
    }
}

/// Whether a point between these characters and the rest is the full stop of a writer who sets half-width marks: not so in 3.2 and 一.
fn is_stop(before: &[char], rest: &str) -> bool {
    let ends = before
        .last()
        .is_some_and(|&last| is_han(last) && chinese_digit(last).is_none() || matches!(last, ')' | '%' | '”' | '》'));
    let opens = |next: char| is_han(next) || is_space(next) || matches!(next, '“' | '《' | '(' | '（');
    // 水位平稳.6月份来水充足: a time begins a sentence.
    let times = || rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).starts_with(['年', '月']);
    ends && (rest.chars().next().is_none_or(opens) || times())
}

/// Whether words are a sentence: two clauses, or one and its full stop. Some pages set  170.3  亿元 so apart in it.
fn is_prose(chars: &[char]) -> bool {
    let parts = |pair: &&[char]| matches!(pair, [',' | ';', next] if !next.is_ascii_digit());
    chars.windows(2).filter(parts).take(2).count() + usize::from(chars.contains(&'。')) > 1
}

/// The parts of a span that no noise (sorted, disjoint) holds; some may be empty.
pub fn stretches(span: Span, noise: &[Span]) -> impl Iterator<Item = Span> {
    let first = noise.partition_point(|noise| noise.end <= span.start);
    let end = Span::new(span.end, span.end);
    let holes = noise[first..].iter().copied().take_while(move |hole| hole.start < span.end).chain([end]);
    let mut start = span.start;
    holes.map(move |hole| {
        let stretch = Span::new(start, hole.start.max(start));
        start = hole.end.min(span.end);
        stretch
    })
}

/// The length of the mark that a text begins with and that sets words in bold, as Markdown does: `**`. More stars cover letters up.
pub fn emphasis(text: &str) -> usize {
    const MOST: usize = 3;
    let stars = text.bytes().take(MOST + 1).take_while(|&byte| byte == b'*').count();
    if (2..=MOST).contains(&stars) { stars } else { 0 }
}

/// The characters of a [`Passage`] alone.
pub fn letters(text: &str, span: Span, noise: &[Span]) -> Vec<char> {
    let mut letters = Vec::with_capacity(span.of(text).chars().count());
    for stretch in stretches(span, noise) {
        let mut rest = stretch.of(text);
        loop {
            // Nearly all are of these.
            let words = leading_words(rest);
            let rest_of_words = &rest[HAN * words.len()..];
            letters.extend(words);
            let ascii = leading_ascii(rest_of_words);
            letters.extend(ascii.iter().copied().map(char::from));
            let marks = &rest_of_words[ascii.len()..];
            let Some(character) = marks.chars().next() else { break };
            let bold = emphasis(marks);
            if bold == 0 && !is_space(character) {
                letters.push(fold(character));
            }
            rest = &marks[bold.max(character.len_utf8())..];
        }
    }
    letters
}

/// White space, and the marks that show nothing: joiners, directions, a byte order mark.
#[inline]
pub fn is_space(character: char) -> bool {
    // Behind the space of Chinese nothing else is white.
    if character > '\u{3000}' {
        character == '\u{feff}'
    } else if character.is_ascii() {
        character <= ' ' || character == '\x7f'
    } else {
        is_rare_space(character)
    }
}

/// Whether white space sets apart what stands around it: marks that show nothing do not.
pub fn parts_words(character: char) -> bool {
    character.is_ascii() || character.is_whitespace()
}

fn is_rare_space(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}')
}

/// The character that stands for `character` in matching: half width, one sort of stroke and colon.
#[inline]
pub fn fold(character: char) -> char {
    // Nearly all are of these.
    if character.is_ascii() || ('\u{3400}'..='\u{9fff}').contains(&character) {
        character
    } else {
        fold_mark(character)
    }
}

fn fold_mark(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '—' | '–' | '―' | '−' | '‐' | '‑' | '‒' | '─' | '﹣' => '-',
        '∶' | '︰' => ':',
        '〜' => '~',
        '﹪' => '%',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        '〈' => '《',
        '〉' => '》',
        '「' | '『' => '“',
        '」' | '』' => '”',
        '￥' => '¥',
        '㎡' => '\u{33a1}',
        '○' => '〇',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_and_noise_are_left_out() {
        let text = "共　3603 条##p##信息，增\u{200b}长";
        let noise = text.find('#').map(|start| Span::new(start, start + 5));
        let passage = Passage::new(text, Span::new(0, text.len()), noise.as_slice());
        assert_eq!(passage.chars.iter().collect::<String>(), "共3603条信息,增长");
        assert_eq!(passage.gaps[1], Gap::Space);
        assert_eq!(passage.span(1, 6).of(text), "3603 条");
        assert_eq!(passage.words(text, 1, 8), "3603条信息");
        assert_eq!(passage.index(passage.start(4)), 4);
    }

    #[test]
    fn several_spaces_in_a_sentence_are_no_column() {
        let gap = |text: &str| Passage::new(text, Span::new(0, text.len()), &[]).gaps[2];
        assert_eq!(gap("收入  170.3  亿元，增长  2.1%  。"), Gap::Space);
        assert_eq!(gap("收入  170.3  亿元  增长  2.1%"), Gap::Column);
        assert_eq!(gap("收入\t170.3\t亿元，增长\t2.1%\t。"), Gap::Column);
    }

    #[test]
    fn columns_are_told_from_spaces_and_line_breaks() {
        let text = "a  b\tc\nd";
        let passage = Passage::new(text, Span::new(0, text.len()), &[]);
        assert_eq!(passage.gaps, [Gap::None, Gap::Column, Gap::Column, Gap::None]);
    }

    #[test]
    fn nothing_sets_apart_what_an_indented_line_goes_on_with_or_a_mark_that_shows_nothing() {
        for text in ["13\n　　6项", "13\u{b}6项", "1\u{200b}36项"] {
            let passage = Passage::new(text, Span::new(0, text.len()), &[]);
            assert_eq!(passage.gaps, [Gap::None; 4], "{text}");
        }
    }
}
