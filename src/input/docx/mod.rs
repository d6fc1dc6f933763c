//! Word files: the text that a person would copy out of them, with the numbers that Word gives to paragraphs.
//!
//! Left out are headers, footers and what is hidden or deleted, and notes and comments with their marks: a note is about one place
//! of the text, and its figures would be taken for those of whatever section came last. So is a table of contents that Word made.

mod body;
mod numbering;
mod styles;
mod xml;

use super::{Package, Refusal};
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// The text of a Word file.
pub fn read(package: &Package) -> Result<String, Refusal> {
    let main = main_part(package)?.ok_or_else(|| other(package))?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = Relations::read(package, &format!("{folder}/_rels/{name}.rels"), folder)?;
    let part = |kind: &str, usual: &str| {
        let name = relations.target(kind).map_or_else(|| format!("{folder}/{usual}"), str::to_owned);
        Ok(package.part(name.trim_start_matches('/'))?.unwrap_or_default())
    };
    let styles = Styles::read(&part("styles", "styles.xml")?)?;
    let numbering = Numbering::read(&part("numbering", "numbering.xml")?, &styles)?;
    let document = package.part(&main)?.ok_or(Refusal::Damaged)?;
    Body::new(&document, &styles, numbering).read()?.ok_or(Refusal::TooLarge)
}

/// The name of the part with the text.
fn main_part(package: &Package) -> Result<Option<String>, Refusal> {
    const USUAL: &str = "word/document.xml";
    if package.has(USUAL) {
        return Ok(Some(USUAL.to_owned()));
    }
    let relations = Relations::read(package, "_rels/.rels", "")?;
    Ok(relations.target("officeDocument").filter(|name| name.to_lowercase().starts_with("word/")).map(str::to_owned))
}

/// What an archive is that is no Word file.
fn other(package: &Package) -> Refusal {
    if package.has("xl/") {
        Refusal::Workbook
    } else if package.has("ppt/") {
        Refusal::Slides
    } else if package.has("ofd.xml") {
        Refusal::Ofd
    } else if package.has("meta-inf/manifest.xml") && package.has("content.xml") {
        Refusal::Document
    } else if package.has("word/") {
        Refusal::Damaged
    } else {
        Refusal::Archive
    }
}

/// Which parts belong to a part: their kinds and names.
struct Relations(Vec<(String, String)>);

impl Relations {
    /// Reads them; `folder` is that of the part, from which their names count.
    fn read(package: &Package, name: &str, folder: &str) -> Result<Self, Refusal> {
        let mut targets = Vec::new();
        let part = package.part(name.trim_start_matches('/'))?.unwrap_or_default();
        xml::each(&part, |element| {
            if let ("Relationship", Some(kind), Some(target)) =
                (element.name(), element.attribute("Type"), element.attribute("Target"))
            {
                let name = target.strip_prefix('/').map_or_else(|| format!("{folder}/{target}"), str::to_owned);
                targets.push((kind, name.trim_start_matches('/').to_owned()));
            }
        })?;
        Ok(Self(targets))
    }

    fn target(&self, kind: &str) -> Option<&str> {
        let is_kind = |name: &str| name.rsplit('/').next() == Some(kind);
        self.0.iter().find(|(name, _)| is_kind(name)).map(|(_, target)| target.as_str())
    }
}
