//! Lines and paragraphs of a text.

mod bytes;
mod front;
mod marker;
mod offsets;
mod paragraphs;
mod passage;
mod table;

use crate::report::Span;
pub use bytes::positions;
pub use front::{
    Title, front, has_year, headline, is_han, issuer, names_organ, names_page, names_person, pieces, title, year,
};
pub use marker::{Marker, Style, arabic_digit, chinese_digit};
pub use offsets::{Utf16Offsets, utf16_length};
pub use paragraphs::paragraphs;
pub use passage::{Gap, Passage, fold, is_space, letters, stretches};
pub use table::{Row, Tables, cells, is_figure};

/// A line: its span without the line break.
pub type Line = Span;

/// Whether a character ends a line. The soft breaks and page breaks of a word processor do too.
pub const fn breaks_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// The lines of the text, without their line breaks.
pub fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    // The breaks of Unicode hardly ever stand in a text, but the byte they begin with begins each quotation mark.
    let behind = bytes.get(1..).unwrap_or_default();
    let unicode =
        bytes.iter().zip(behind).fold(false, |found, (&byte, &next)| found | (byte == 0x80 && next & 0xfe == 0xa8));
    for at in positions(text, |byte| matches!(byte, b'\n'..=b'\r') || unicode && byte == 0xe2) {
        // The breaks of Unicode are three bytes, the others one.
        let length = match bytes[at..] {
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            [0xe2, ..] => continue,
            _ => 1,
        };
        lines.push(Span::new(start, at));
        start = at + length;
    }
    if start < text.len() {
        lines.push(Span::new(start, text.len()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_line_break_ends_a_line() {
        let text = "一\r\n二\u{b}三\u{2028}四\n\n五";
        let words: Vec<_> = lines(text).into_iter().map(|line| line.of(text)).filter(|line| !line.is_empty()).collect();
        assert_eq!(words, ["一", "二", "三", "四", "五"]);
    }
}
