mod docx;
mod html;
mod mime;
mod numbering;
mod pdf;
mod refused;

use super::{Refusal, encoding};
use crate::output::xlsx::package::archive;

fn read(bytes: &[u8]) -> Result<String, Refusal> {
    super::read(bytes, encoding::decode)
}

/// A Word file of parts.
fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, part)| ((*name).to_owned(), part.clone())).collect();
    archive(&parts).expect("an archive")
}

/// A part, or an element of one, with what stands in it.
fn part(name: &str, inside: &str) -> String {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:{name} xmlns:w=\"{WORD}\" xmlns:mc=\"mc\" xmlns:v=\"v\" xmlns:wps=\"wps\">{inside}</w:{name}>"
    )
}

/// The part with the text.
fn document(body: &str) -> String {
    part("document", &format!("<w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr></w:body>"))
}

/// The text of a Word file whose body this is.
fn text(body: &str) -> String {
    read(&package(&[("word/document.xml", document(body))])).expect("a Word file")
}

/// A paragraph with properties and a run with words.
fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}
