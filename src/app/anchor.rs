//! Where something stands in a text that may change around it: its words, and what stood before and after.

use serde::{Deserialize, Serialize};

use crate::contract::Span;
use crate::text::Utf16Offsets;

/// How many characters of the text around are remembered on each side.
const CONTEXT: usize = 12;

/// How many of them must still be there, on one side at least.
const NEIGHBOURS: usize = 6;

/// A place that is found again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    quote: String,
    before: String,
    after: String,
    start: usize,
}

impl Anchor {
    /// The anchor of a place in a text.
    pub fn new(text: &str, offsets: &Utf16Offsets, span: Span) -> Self {
        let (start, end) = (offsets.byte(span.start), offsets.byte(span.end));
        let mut before: Vec<char> = text[..start].chars().rev().take(CONTEXT).collect();
        before.reverse();
        Self {
            quote: text[start..end].to_owned(),
            before: before.into_iter().collect(),
            after: text[end..].chars().take(CONTEXT).collect(),
            start: span.start,
        }
    }

    /// The words that stand there.
    pub fn quote(&self) -> &str {
        &self.quote
    }

    /// Where the place is now: the same words among the most of the same neighbours, and the nearest of those.
    pub fn find(&self, text: &str, offsets: &Utf16Offsets) -> Option<Span> {
        if self.quote.is_empty() {
            return None;
        }
        let candidate = |(byte, _): (usize, &str)| {
            let end = byte + self.quote.len();
            let before = alike(self.before.chars().rev(), text[..byte].chars().rev());
            let after = alike(self.after.chars(), text[end..].chars());
            let enough = |alike: usize, words: &str| alike >= NEIGHBOURS.min(words.chars().count());
            let is_here = enough(before, &self.before) || enough(after, &self.after);
            let span = Span { start: offsets.utf16(byte), end: offsets.utf16(end) };
            is_here.then_some((before + after, std::cmp::Reverse(span.start.abs_diff(self.start)), span))
        };
        text.match_indices(&self.quote).filter_map(candidate).max().map(|(_, _, span)| span)
    }
}

/// How many characters are the same before the first that is not.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(text: &str, span: Span) -> Anchor {
        Anchor::new(text, &Utf16Offsets::new(text), span)
    }

    fn find(anchor: &Anchor, text: &str) -> Option<Span> {
        anchor.find(text, &Utf16Offsets::new(text))
    }

    const TEXT: &str = "一、概况\n全年受理诉求9件，办结诉求9件。\u{1f600}另有建议9件待办。";

    fn span(text: &str, words: &str, nth: usize) -> Span {
        let byte = text.match_indices(words).nth(nth).expect("the words are there").0;
        let start = text[..byte].encode_utf16().count();
        Span { start, end: start + words.encode_utf16().count() }
    }

    #[test]
    fn a_place_is_found_where_it_was() {
        for nth in 0..3 {
            let place = span(TEXT, "9件", nth);
            assert_eq!(find(&anchor(TEXT, place), TEXT), Some(place));
        }
    }

    #[test]
    fn a_place_is_found_when_the_text_changes_elsewhere() {
        let anchor = anchor(TEXT, span(TEXT, "9件", 1));
        let longer = format!("新加的一段，也有9件。\n{TEXT}");
        assert_eq!(find(&anchor, &longer), Some(span(&longer, "9件", 2)));
        let after = TEXT.replace("。\u{1f600}另有", "，此外还有");
        assert_eq!(find(&anchor, &after), Some(span(&after, "9件", 1)));
    }

    #[test]
    fn a_place_that_is_gone_is_not_found() {
        let anchor = anchor(TEXT, span(TEXT, "9件", 1));
        assert_eq!(find(&anchor, &TEXT.replace("9件", "8件")), None);
        assert_eq!(find(&anchor, "毫不相干的文字里有9件也不算数"), None);
    }
}
