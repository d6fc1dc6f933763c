//! Words that link two figures or two names.

/// Whether the character at `at` is part of a word that links nothing: 和 in 和解, 与 in 参与, 及 in 涉及.
pub fn is_inside_word(letters: &[char], at: usize) -> bool {
    const LONGEST: usize = 3;
    (at.saturating_sub(LONGEST - 1)..=at)
        .any(|start| links(Link::Whole).at(letters, start).is_some_and(|length| start + length > at))
}

super::groups::groups! {
    /// Whether a word links. The table says what each is.
    Link,
    /// The words of one sort.
    links, "links.txt" {
        Between = "link",
        Whole = "whole",
    }
}
