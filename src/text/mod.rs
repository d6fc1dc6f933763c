//! What the stages ask of a text: lines and paragraphs, marks and numbers, what stands before the body, tables, offsets.

mod breaks;
mod bytes;
mod depth;
mod form;
mod front;
mod further;
mod issuer;
mod letters;
mod marker;
mod numbering;
mod offsets;
mod paragraphs;
mod passage;
mod table;

use crate::report::Span;
use bytes::position;
pub use bytes::{HAN, find_mark, first_han, positions};
pub use depth::{Depth, Mark};
pub use form::{Form, FormRow};
pub use front::{Title, front, has_year, headline, is_han, names_organ, names_page, names_person, pieces, title, year};
pub use further::further;
pub use issuer::{handed_in, issuer, passed_on};
pub use letters::Letters;
pub use marker::{Marker, Style};
pub use numbering::{arabic_digit, chinese_digit};
pub use offsets::{Utf16Offsets, utf16_length};
pub use paragraphs::{asks_on, paragraphs};
pub use passage::{Gap, Passage, fold, is_space, letters, parts_words, stretches};
pub use table::{Row, Tables, cells, is_figure};

/// A line: its span without the line break.
pub type Line = Span;

/// Whether a character ends a line. The soft breaks and page breaks of a word processor do too.
pub const fn breaks_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text, without their line breaks. They are looked for each time anew: that is soon done, and to keep them may take
/// more than the text.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'text> {
    text: &'text str,
    /// Whether it may have breaks of Unicode in it. They hardly ever stand in a text, but the byte they begin with begins each quotation
    /// mark.
    unicode: bool,
}

/// The lines of a text.
pub fn lines(text: &str) -> Lines<'_> {
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    let unicode =
        bytes.iter().zip(behind).fold(false, |found, (&byte, &next)| found | (byte == 0x80 && next & 0xfe == 0xa8));
    Lines { text, unicode }
}

impl<'text> Lines<'text> {
    /// From the first to the last.
    pub fn iter(self) -> impl Iterator<Item = Line> + 'text {
        let Self { text, unicode } = self;
        let may_break = move |byte| matches!(byte, b'\n'..=b'\r') || unicode && byte == 0xe2;
        let mut start = 0;
        std::iter::from_fn(move || {
            let mut end = position(text, start, may_break);
            let mut length = break_length(&text.as_bytes()[end..]);
            while length == 0 && end < text.len() {
                end = position(text, end + 1, may_break);
                length = break_length(&text.as_bytes()[end..]);
            }
            let line = Span::new(start, end);
            start = end + length;
            // What ends with a break has no line behind it.
            (length > 0 || !line.is_empty()).then_some(line)
        })
    }

    /// From the last to the first.
    pub fn backwards(self) -> impl Iterator<Item = Line> + 'text {
        let Self { text, .. } = self;
        let mut next = Some(text.strip_suffix(breaks_line).unwrap_or(text).len()).filter(|_| !text.is_empty());
        std::iter::from_fn(move || {
            let end = next?;
            let start = text[..end].trim_end_matches(|character| !breaks_line(character)).len();
            next = text[..start].strip_suffix(breaks_line).map(str::len);
            Some(Span::new(start, end))
        })
    }
}

/// The length of the line break that these bytes begin with: those of Unicode are three bytes, the others one.
fn break_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'\n'..=b'\r', ..] => 1,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    }
}

/// The lines of a paragraph, without the white space around them. Two words of Latin letters stay on one line: what is between them
/// is shown as a space.
pub fn lines_of(words: &str) -> Vec<std::ops::Range<usize>> {
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    let mut lines: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    for line in words.split_inclusive(breaks_line) {
        let start = at + line.len() - line.trim_start_matches(is_space).len();
        let end = at + line.trim_end_matches(is_space).len();
        at += line.len();
        match lines.last_mut() {
            _ if start >= end => {}
            Some(last) if words[..last.end].ends_with(is_latin) && words[start..].starts_with(is_latin) => {
                last.end = end
            }
            _ => lines.push(start..end),
        }
    }
    lines
}

/// Words without the line breaks in them.
pub fn on_one_line(words: &str) -> String {
    lines_of(words).into_iter().map(|line| &words[line]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_paragraph_are_put_together() {
        assert_eq!(lines_of("开放 open\n data\n 目录"), [0..17, 19..25]);
        assert_eq!(on_one_line("占全县的13.1\r\n%，覆盖乡\n  镇"), "占全县的13.1%，覆盖乡镇");
    }

    #[test]
    fn every_sort_of_line_break_ends_a_line() {
        let text = "一\r\n二\u{b}三\u{2028}四\n\n五";
        let words: Vec<_> = lines(text).iter().map(|line| line.of(text)).filter(|line| !line.is_empty()).collect();
        assert_eq!(words, ["一", "二", "三", "四", "五"]);
    }

    #[test]
    fn lines_are_the_same_from_both_ends() {
        for (text, count) in
            [("", 0), ("\n", 1), ("一", 1), ("一\n", 1), ("一\r\n二\u{2029}\n\n", 5), ("\u{2028}一\u{b}二", 3)]
        {
            let mut back: Vec<Line> = lines(text).backwards().collect();
            back.reverse();
            assert_eq!(lines(text).iter().collect::<Vec<_>>(), back, "{text:?}");
            assert_eq!(back.len(), count, "{text:?}");
        }
    }
}
