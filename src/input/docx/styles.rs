//! Styles, as far as they number paragraphs and hide words.

use rustc_hash::FxHashMap;

use super::xml;
use crate::input::Refusal;

/// So many styles may each be based on the next.
const CHAIN: usize = 32;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    styles: FxHashMap<String, Style>,
    /// That of a paragraph that names none.
    default: String,
}

#[derive(Default)]
struct Style {
    base: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
    hides: Option<bool>,
}

impl Styles {
    /// Reads the part with the styles.
    pub fn read(part: &str) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut current = String::new();
        xml::each(part, |element| {
            if element.name() == "style" {
                current = element.attribute("styleId").unwrap_or_default();
                let is_default = matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
                if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                    styles.default.clone_from(&current);
                }
                styles.styles.insert(current.clone(), Style::default());
            }
            let Some(style) = styles.styles.get_mut(&current) else { return };
            match element.name() {
                "basedOn" => style.base = element.value(),
                "numId" => style.list = element.number(),
                "ilvl" => style.level = element.number(),
                "vanish" => style.hides = Some(element.is_on()),
                // What follows only holds of parts of a table.
                "tblStylePr" => current.clear(),
                _ => {}
            }
        })?;
        Ok(styles)
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, name: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = Some(name.unwrap_or(&self.default));
        let chain = std::iter::from_fn(move || {
            let name = next?;
            let style = self.styles.get(name)?;
            next = style.base.as_deref();
            Some((name, style))
        });
        chain.take(CHAIN)
    }

    /// The list that a style puts its paragraphs into, the style that says so, and the level it tells.
    pub fn list<'a>(&'a self, name: Option<&'a str>) -> Option<(u32, &'a str, Option<usize>)> {
        let (owner, style) = self.chain(name).find(|(_, style)| style.list.is_some())?;
        let level = self.chain(name).find_map(|(_, style)| style.level);
        Some((style.list?, owner, level))
    }

    /// Whether a style hides its words; none if it says nothing of it.
    pub fn hides(&self, name: Option<&str>) -> Option<bool> {
        self.chain(name).find_map(|(_, style)| style.hides)
    }
}
