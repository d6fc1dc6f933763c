//! How words are compared.

use std::collections::HashSet;

use gangmu::contract::Span;

/// The source of a report, in the units in which readings count.
pub struct Source {
    text: String,
    units: Vec<u16>,
}

impl Source {
    pub fn new(text: String) -> Self {
        Self { units: text.encode_utf16().collect(), text }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at a span.
    pub fn at(&self, span: Span) -> String {
        String::from_utf16_lossy(self.units.get(span.start..span.end).unwrap_or_default())
    }

    /// Where the part between ⟦ and ⟧ stands.
    pub fn locate(&self, at: &str) -> Result<Span, String> {
        let missing = || format!("{at} is not in the text");
        let (before, rest) = at.split_once('⟦').ok_or_else(missing)?;
        let (inside, after) = rest.split_once('⟧').ok_or_else(missing)?;
        let found = self.text.find(&format!("{before}{inside}{after}")).ok_or_else(missing)?;
        let start = self.text[..found + before.len()].encode_utf16().count();
        Ok(Span { start, end: start + inside.encode_utf16().count() })
    }
}

/// Whether two spans share a unit.
pub fn meet(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether the first lies in the second.
pub fn inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Words without spaces and punctuation, so that widths and quotes do not decide a match.
pub fn fold(words: &str) -> String {
    const PUNCTUATION: &str = "，,。、；;：:“”\"'‘’「」()（）[]【】《》<>·";
    words.chars().filter(|&c| !c.is_whitespace() && !PUNCTUATION.contains(c)).collect()
}

/// How alike two words are, by the pairs of characters they share: 0 to 1.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()) as f64
}

fn pairs(words: &str) -> HashSet<String> {
    let chars: Vec<char> = words.chars().collect();
    if chars.len() < 2 {
        return HashSet::from([words.to_owned()]);
    }
    chars.windows(2).map(String::from_iter).collect()
}

/// A unit with half-width signs. None is no unit; 百分点 is 个百分点.
pub fn unit(printed: &str) -> String {
    match printed.replace('％', "%").replace('／', "/").replace('：', ":") {
        unit if unit == "百分点" => "个百分点".to_owned(),
        unit => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_counted_in_utf_16() {
        let source = Source::new("𠮷村受理9件".to_owned());
        let span = source.locate("受理⟦9件⟧").unwrap();
        assert_eq!((span.start, span.end), (5, 7));
        assert_eq!(source.at(span), "9件");
        assert!(source.locate("受理⟦8件⟧").unwrap_err().contains("受理⟦8件⟧"));
    }

    #[test]
    fn likeness_is_of_pairs() {
        assert_eq!(likeness("办结率", "办结率"), 1.0);
        assert_eq!(likeness("办结率", "办结"), 2.0 / 3.0);
        assert_eq!(likeness("办", "结"), 0.0);
        assert_eq!(likeness("", ""), 1.0);
    }

    #[test]
    fn widths_and_punctuation_do_not_matter() {
        assert_eq!(fold("（一） “放管服”\u{a0}改革"), "一放管服改革");
        assert_eq!(unit("％"), unit("%"));
        assert_eq!(unit("百分点"), "个百分点");
    }
}
