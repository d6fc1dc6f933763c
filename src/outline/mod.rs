//! The outline: title, sections and statutory parts.

use crate::report::{Finding, Genre, Parts, Section, Span};

/// What the outline stage hands on. The fields mean what they mean in [`crate::Report`].
#[derive(Debug)]
pub struct Outline {
    #[allow(missing_docs)]
    pub genre: Genre,
    #[allow(missing_docs)]
    pub title: Option<String>,
    #[allow(missing_docs)]
    pub title_span: Option<Span>,
    #[allow(missing_docs)]
    pub issuer: Option<String>,
    #[allow(missing_docs)]
    pub year: Option<i32>,
    #[allow(missing_docs)]
    pub published: Option<String>,
    #[allow(missing_docs)]
    pub preamble: Vec<Span>,
    #[allow(missing_docs)]
    pub sections: Vec<Section>,
    #[allow(missing_docs)]
    pub findings: Vec<Finding>,
    #[allow(missing_docs)]
    pub parts: Option<Parts>,
}

/// Reads the outline.
pub fn read(text: &str, _paragraphs: &[Span], _noise: &[Span]) -> Outline {
    Outline {
        genre: Genre::Other,
        title: None,
        title_span: None,
        issuer: None,
        year: None,
        published: None,
        preamble: vec![Span::new(0, text.len())],
        sections: Vec::new(),
        findings: Vec::new(),
        parts: None,
    }
}
