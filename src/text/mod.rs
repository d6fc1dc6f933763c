//! Lines and paragraphs of a text.

mod bytes;
mod front;
mod issuer;
mod marker;
mod numbering;
mod offsets;
mod paragraphs;
mod passage;
mod table;

use crate::report::Span;
pub use bytes::positions;
pub use front::{Title, front, has_year, headline, is_han, names_organ, names_page, names_person, pieces, title, year};
pub use issuer::{handed_in, issuer};
pub use marker::{Marker, Style};
pub use numbering::{arabic_digit, chinese_digit};
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
        let words: Vec<_> = lines(text).into_iter().map(|line| line.of(text)).filter(|line| !line.is_empty()).collect();
        assert_eq!(words, ["一", "二", "三", "四", "五"]);
    }
}
