//! What a file is, by how it begins. The page asks this of each file, and opens only plain text itself.

use super::Refusal;

/// How much of the beginning tells.
pub const HEAD: usize = 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, as far as one can see.
    Text,
    /// A web page.
    Page,
    /// A web page with all that belongs to it, in parts as mail has them.
    Parts,
    /// An archive, as Word files are, and files of other programs.
    Zip,
    /// A PDF file.
    Pdf,
    /// What Word files were before 2007, and are where they have a password.
    Compound,
    /// Something that is known, and not read.
    Other(Refusal),
}

/// How files begin that are no text.
const MAGIC: [(&[u8], Kind); 4] = [
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Compound),
    (b"%PDF-", Kind::Pdf),
];

/// How files begin that are text to which marks of their own were added, in small letters.
const MARKS: [(&[u8], Kind); 13] = [
    (b"{\\rtf", Kind::Other(Refusal::Document)),
    (b"mime-version:", Kind::Parts),
    (b"from: <saved by", Kind::Parts),
    (b"<!doctype html", Kind::Page),
    (b"<html", Kind::Page),
    (b"<head", Kind::Page),
    (b"<meta", Kind::Page),
    (b"<title", Kind::Page),
    (b"<body", Kind::Page),
    (b"<table", Kind::Page),
    (b"<div", Kind::Page),
    (b"<p>", Kind::Page),
    (b"<p ", Kind::Page),
];

impl Kind {
    /// What a file is that begins so.
    pub fn of(bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(HEAD)];
        if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            return *kind;
        }
        // UTF-16 has a NUL in each letter of the marks.
        let letters: Vec<u8> = head.iter().filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect();
        let letters = letters.as_slice();
        let text = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"].iter().find_map(|mark| letters.strip_prefix(*mark));
        let mut text = text.unwrap_or(letters).trim_ascii_start();
        // A comment, as saved pages have before all else, or the declaration of XML.
        let mut is_marked = false;
        while let Some(rest) = after(text, b"<!--", b"-->").or_else(|| after(text, b"<?", b">")) {
            (text, is_marked) = (rest.trim_ascii_start(), true);
        }
        let kind = MARKS.iter().find(|(mark, _)| text.starts_with(mark)).map(|(_, kind)| *kind);
        let is_word = || text.starts_with(b"<w:worddocument") || text.starts_with(b"<pkg:package");
        kind.unwrap_or(match is_marked {
            true if is_word() => Self::Other(Refusal::Document),
            true if text.is_empty() => Self::Page,
            false if is_headed(text) => Self::Parts,
            _ => Self::Text,
        })
    }
}

/// Whether a text begins as mail does, with one line of its head another, and is a page or has parts.
fn is_headed(text: &[u8]) -> bool {
    let name = text.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_name = !name.is_empty() && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let mut lines = text.split(|&byte| byte == b'\n');
    let sorts = [&b"content-type: multipart/"[..], b"content-type: text/html"];
    is_name && lines.any(|line| sorts.iter().any(|sort| line.starts_with(sort)))
}

/// What stands behind a stretch that these two enclose; nothing, if it has no end.
fn after<'a>(text: &'a [u8], open: &[u8], close: &[u8]) -> Option<&'a [u8]> {
    let inside = text.strip_prefix(open)?;
    let end = inside.windows(close.len()).position(|window| window == close);
    Some(end.map_or(&[], |end| &inside[end + close.len()..]))
}
