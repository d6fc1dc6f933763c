//! Page furniture: what came along with the paste and belongs to no section.

use crate::report::Span;
use crate::text::Line;

/// The furniture of the text, in reading order, disjoint.
pub fn find(_text: &str, _lines: &[Line]) -> Vec<Span> {
    Vec::new()
}
