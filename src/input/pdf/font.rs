//! Fonts: which characters the codes in a page's strings stand for, and how wide they are.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::charset::{Gb1, Latin, adobe_gb1, named, unradical};
use super::cmap::{CMap, code};
use super::file::File;
use super::object::{Dictionary, Object};
use super::{Decode, Refusal};

/// A font that no one can read without its file.
const SYMBOLIC: usize = 4;

/// A font.
pub struct Font {
    codes: Codes,
    /// What it tells of its codes itself.
    told: Option<CMap>,
    /// Whether its glyphs are numbered as in Adobe-GB1.
    is_gb1: bool,
    /// In parts of the size, of glyphs in a row, in order.
    widths: Vec<Widths>,
    usual: f64,
    decode: Decode,
    known: RefCell<FxHashMap<u32, Glyph>>,
}

/// How strings are made of codes.
enum Codes {
    /// A byte each, and the characters of all bytes, as far as they are known.
    Bytes(Vec<Option<char>>),
    /// Two bytes each, which are the number of a glyph.
    Glyphs,
    /// As a table tells.
    Table(CMap),
    /// As an encoding of characters has them; and the number of the glyph of the first of ASCII.
    Characters(Encoding, u32),
}

/// How wide all glyphs from the first to the last are.
struct Widths {
    first: u32,
    last: u32,
    width: f64,
}

#[derive(Clone, Copy)]
enum Encoding {
    Gb,
    Utf8,
    Utf16,
    Utf32,
}

/// What a code stands for.
#[derive(Clone)]
pub struct Glyph {
    /// Its characters; none if they are not known.
    pub text: Option<Rc<str>>,
    /// In parts of the size.
    pub width: f64,
    /// Whether it is the blank that word spacing widens.
    pub is_blank: bool,
}

impl Font {
    /// Reads a font.
    pub fn read(file: &File, font: &Dictionary, decode: Decode) -> Result<Self, Refusal> {
        let told = table(file, font.get("ToUnicode"))?;
        let known = RefCell::default();
        if font.says("Subtype", "Type0") {
            let parts = file.get(font, "DescendantFonts")?;
            let part = file.follow(parts.array().and_then(<[Object]>::first).unwrap_or(&Object::Null))?;
            let part = part.dictionary().cloned().unwrap_or_default();
            let collection = file.inner(&part, "CIDSystemInfo")?;
            let is_gb1 = file.get(&collection, "Ordering")?.string() == Some(b"GB1");
            let usual = file.get(&part, "DW")?.number().unwrap_or(1000.0) / 1000.0;
            let widths = widths_of_glyphs(file, &part)?;
            return Ok(Self { codes: codes(file, font)?, told, is_gb1, widths, usual, decode, known });
        }
        let descriptor = file.inner(font, "FontDescriptor")?;
        // A font that is drawn by content streams says itself how large its units are.
        let matrix = file.get(font, "FontMatrix")?;
        let scale = matrix.array().and_then(|matrix| matrix.first()?.number()).unwrap_or(0.001).abs();
        let first = file.get(font, "FirstChar")?.count().unwrap_or(0) as u32;
        let widths = file.get(font, "Widths")?;
        let widths = widths.array().unwrap_or_default().iter().zip(first..);
        let widths = widths.filter_map(|(width, code)| {
            Some(Widths { first: code, last: code, width: file.follow(width).ok()?.number()? * scale })
        });
        let widths: Vec<Widths> = widths.collect();
        file.spend(size_of_val(widths.as_slice()))?;
        let usual =
            file.get(&descriptor, "MissingWidth")?.number().filter(|width| *width > 0.0).unwrap_or(500.0) * scale;
        let codes = Codes::Bytes(characters(file, font, &descriptor)?);
        Ok(Self { codes, told, is_gb1: false, widths, usual, decode, known })
    }

    /// The glyphs of a string.
    pub fn each(&self, mut bytes: &[u8], mut take: impl FnMut(Glyph)) {
        while !bytes.is_empty() {
            let length = self.length(bytes).clamp(1, bytes.len());
            let (head, rest) = bytes.split_at(length);
            bytes = rest;
            let code = code(head);
            // Codes of different lengths are different codes.
            let key = code ^ (length as u32) << 29;
            let mut known = self.known.borrow_mut();
            take(known.entry(key).or_insert_with(|| self.glyph(code, head)).clone());
        }
    }

    /// How often something is looked at to part a string into its codes, beside its bytes.
    pub fn looks(&self, bytes: &[u8]) -> usize {
        if let Codes::Table(table) = &self.codes { bytes.len().saturating_mul(table.spaces()) } else { 0 }
    }

    /// How long the code is that bytes begin with.
    fn length(&self, bytes: &[u8]) -> usize {
        match &self.codes {
            Codes::Bytes(_) => 1,
            Codes::Glyphs => 2,
            Codes::Table(table) => table.length(bytes),
            Codes::Characters(Encoding::Gb, _) => match bytes {
                [..=0x80, ..] => 1,
                [_, b'0'..=b'9', ..] => 4,
                _ => 2,
            },
            Codes::Characters(Encoding::Utf8, _) => match bytes[0] {
                0..=0xbf => 1,
                0xc0..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            },
            Codes::Characters(Encoding::Utf16, _) => {
                if matches!(bytes[0], 0xd8..=0xdb) {
                    4
                } else {
                    2
                }
            }
            Codes::Characters(Encoding::Utf32, _) => 4,
        }
    }

    fn glyph(&self, code: u32, bytes: &[u8]) -> Glyph {
        let told = self.told.as_ref().and_then(|told| told.text(code)).filter(|text| is_told(text));
        let (number, meant) = match &self.codes {
            Codes::Bytes(characters) => (code, characters[code as usize & 0xff].map(String::from)),
            Codes::Glyphs => (code, self.of_collection(code)),
            Codes::Table(table) => {
                let number = table.glyph(code).unwrap_or(if table.has_glyphs() { 0 } else { code });
                (number, self.of_collection(number))
            }
            Codes::Characters(encoding, ascii) => {
                let text = encoding.decode(bytes, self.decode);
                let number = match text.as_deref().map(str::as_bytes) {
                    Some([letter @ 0x20..0x7f]) => ascii + u32::from(letter - 0x20),
                    _ => u32::MAX,
                };
                (number, text)
            }
        };
        let text = told.or(meant).map(|text| text.chars().map(unradical).collect::<String>());
        Glyph { text: text.map(Rc::from), width: self.width(number), is_blank: bytes == b" " }
    }

    fn width(&self, number: u32) -> f64 {
        let behind = self.widths.partition_point(|widths| widths.first <= number);
        let widths = self.widths[..behind].last().filter(|widths| number <= widths.last);
        widths.map_or(self.usual, |widths| widths.width)
    }

    /// The character that a glyph has in the collection of the font.
    fn of_collection(&self, glyph: u32) -> Option<String> {
        match adobe_gb1(glyph).filter(|_| self.is_gb1)? {
            Gb1::Character(character) => Some(character.into()),
            Gb1::Code(code @ ..=0xff) => char::from_u32(code).map(String::from),
            Gb1::Code(code) => (self.decode)("gb18030", &(code as u16).to_be_bytes()),
        }
    }
}

/// Whether these are characters, and none of anyone's own.
fn is_told(text: &str) -> bool {
    let is_none = |character: char| {
        character < ' ' || matches!(character, '\u{7f}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{ffff}')
    };
    !text.is_empty() && !text.chars().any(is_none)
}

impl Encoding {
    fn decode(self, bytes: &[u8], decode: Decode) -> Option<String> {
        let text = match self {
            Self::Gb => decode("gb18030", bytes)?,
            Self::Utf8 => String::from_utf8(bytes.to_vec()).ok()?,
            Self::Utf16 => {
                let units: Vec<u16> = bytes.chunks_exact(2).map(|unit| code(unit) as u16).collect();
                String::from_utf16(&units).ok()?
            }
            Self::Utf32 => char::from_u32(code(bytes))?.into(),
        };
        Some(text).filter(|text| is_told(text))
    }
}

/// The table that a value refers to, if it refers to one.
fn table(file: &File, object: &Object) -> Result<Option<CMap>, Refusal> {
    let Some(stream) = file.stream(object)? else { return Ok(None) };
    let table = file.unpacked(&stream)?.map(|bytes| CMap::read(&bytes)).unwrap_or_default();
    file.spend(table.size())?;
    Ok(Some(table))
}

/// How the strings of a font with many glyphs are made of codes.
fn codes(file: &File, font: &Dictionary) -> Result<Codes, Refusal> {
    const HALF_WIDTH: u32 = 813;
    if let Some(table) = table(file, font.get("Encoding"))? {
        return Ok(Codes::Table(table));
    }
    let encoding = file.get(font, "Encoding")?;
    let name = String::from_utf8_lossy(encoding.name().unwrap_or_default());
    let name = name.trim_end_matches("-H").trim_end_matches("-V");
    Ok(match name {
        "GBK-EUC" | "GB-EUC" | "GBK2K" => Codes::Characters(Encoding::Gb, HALF_WIDTH),
        "GBKp-EUC" | "GBpc-EUC" => Codes::Characters(Encoding::Gb, 1),
        _ if name.ends_with("UCS2") || name.ends_with("UTF16") => Codes::Characters(Encoding::Utf16, 1),
        _ if name.ends_with("UTF8") => Codes::Characters(Encoding::Utf8, 1),
        _ if name.ends_with("UTF32") => Codes::Characters(Encoding::Utf32, 1),
        _ => Codes::Glyphs,
    })
}

/// The widths of glyphs by their numbers: `1 [500 600]` tells of glyphs 1 and 2, `3 9 500` of all from 3 to 9.
fn widths_of_glyphs(file: &File, part: &Dictionary) -> Result<Vec<Widths>, Refusal> {
    let mut widths = Vec::new();
    let list = file.get(part, "W")?;
    let mut list = list.array().unwrap_or_default().iter();
    while let Some(first) = list.next().and_then(Object::count) {
        let first = first as u32;
        let Some(second) = list.next() else { break };
        match file.follow(second)?.as_ref() {
            Object::Array(row) => {
                file.spend(row.len().saturating_mul(size_of::<Widths>()))?;
                let row = row.iter().zip(first..);
                widths.extend(row.filter_map(|(width, glyph)| {
                    Some(Widths { first: glyph, last: glyph, width: width.number()? / 1000.0 })
                }));
            }
            last => {
                let (Some(last), Some(width)) = (last.count(), list.next().and_then(Object::number)) else { break };
                file.spend(size_of::<Widths>())?;
                widths.push(Widths { first, last: last as u32, width: width / 1000.0 });
            }
        }
    }
    widths.sort_by_key(|widths| widths.first);
    Ok(widths)
}

/// The characters of a font with at most 256 glyphs.
fn characters(file: &File, font: &Dictionary, descriptor: &Dictionary) -> Result<Vec<Option<char>>, Refusal> {
    let encoding = file.get(font, "Encoding")?;
    let base = match encoding.dictionary() {
        Some(encoding) => file.get(encoding, "BaseEncoding")?.into_owned(),
        None => encoding.clone().into_owned(),
    };
    let has_file = ["FontFile", "FontFile2", "FontFile3"].iter().any(|name| *descriptor.get(name) != Object::Null);
    let is_symbolic = file.get(descriptor, "Flags")?.count().unwrap_or(0) & SYMBOLIC != 0;
    let latin = match base.name() {
        Some(b"WinAnsiEncoding") => Latin::Windows,
        Some(b"MacRomanEncoding") => Latin::Macintosh,
        _ if font.says("Subtype", "Type3") || has_file && is_symbolic => Latin::Unknown,
        _ => Latin::Standard,
    };
    let mut characters: Vec<Option<char>> = (0..=u8::MAX).map(|code| latin.character(code)).collect();
    file.spend(size_of_val(characters.as_slice()))?;
    let differences = encoding.dictionary().map(|encoding| file.get(encoding, "Differences")).transpose()?;
    let mut code = 0;
    for difference in differences.iter().filter_map(|list| list.array()).flatten() {
        if let Some(next) = difference.count() {
            code = next;
        } else if let (Some(name), Some(character)) = (difference.name(), characters.get_mut(code)) {
            *character = named(name);
            code += 1;
        }
    }
    Ok(characters)
}
