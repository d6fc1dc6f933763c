//! XML as the parts of a Word file have it: elements by their names without prefix, for Word gives each name but one meaning.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

use crate::input::Refusal;

/// An element as it begins.
pub struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let mut named = attributes.filter(|attribute| attribute.key.local_name().into_inner() == name);
        named
            .next()
            .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
            .map(|value| value.into_owned())
    }

    /// What it says of what it is called after: `w:val`.
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// A number that it says.
    pub fn number<N: std::str::FromStr>(&self) -> Option<N> {
        self.value()?.trim().parse().ok()
    }

    /// Whether what it is called after holds: it does if nothing else is said.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// Whether it tells of a former state.
    fn is_past(&self) -> bool {
        self.name().ends_with("Change")
    }
}

/// What comes next.
pub enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element of this name ends.
    Close(String),
    /// Words.
    Words(String),
}

/// A part, from its beginning to its end.
pub struct Nodes<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Nodes<'a> {
    /// The nodes of a part.
    pub fn of(part: &'a str) -> Self {
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next one; none at the end.
    pub fn next(&mut self) -> Result<Option<Node<'a>>, Refusal> {
        loop {
            return Ok(Some(match self.reader.read_event().map_err(|_| Refusal::Damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    Node::Open(Element(start))
                }
                Event::End(end) => {
                    self.depth -= 1;
                    Node::Close(end.local_name().into_inner().to_owned())
                }
                Event::Text(text) => Node::Words(text.into_inner().into_owned()),
                Event::CData(text) => Node::Words(text.into_inner().into_owned()),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                    Node::Words(
                        character
                            .or_else(|| resolve_predefined_entity(&reference).map(str::to_owned))
                            .unwrap_or_default(),
                    )
                }
                Event::Eof if self.depth > 0 => return Err(Refusal::Damaged),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over what stands in an element that just began.
    pub fn skip(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth -= 1;
        self.reader.read_to_end(QName(element.0.name().into_inner())).map(drop).map_err(|_| Refusal::Damaged)
    }

    /// Tells each element within one that just began, but for those of a former state.
    pub fn each(&mut self, mut tell: impl FnMut(&Element)) -> Result<(), Refusal> {
        let outside = self.depth - 1;
        while self.depth > outside {
            match self.next()? {
                Some(Node::Open(element)) if element.is_past() => self.skip(&element)?,
                Some(Node::Open(element)) => tell(&element),
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }
}

/// Tells each element of a part, but for those of a former state.
pub fn each(part: &str, mut tell: impl FnMut(&Element)) -> Result<(), Refusal> {
    let mut nodes = Nodes::of(part);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.is_past() => nodes.skip(&element)?,
            Node::Open(element) => tell(&element),
            Node::Close(_) | Node::Words(_) => {}
        }
    }
    Ok(())
}
