//! The tables of a font that tell what its codes stand for.

use super::lexer::Lexer;
use super::object::Object;

/// More entries than these are not taken.
const MOST: usize = 1 << 17;

/// Nor more bounds of codes.
const SPACES: usize = 256;

/// One code stands for no more characters than these.
const LONGEST: usize = 16;

/// A table: how long codes are, and what they stand for.
#[derive(Default)]
pub struct CMap {
    /// The lengths in bytes and the bounds of codes.
    spaces: Vec<Space>,
    /// Characters, by the first and the last code of a row, in order.
    texts: Vec<Row<Vec<u16>>>,
    /// Glyphs, likewise.
    glyphs: Vec<Row<u32>>,
}

struct Space {
    length: usize,
    low: u32,
    high: u32,
}

/// Codes in a row, and what the first of them stands for.
struct Row<T> {
    low: u32,
    high: u32,
    first: T,
}

impl CMap {
    /// Reads a table.
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut values = Vec::new();
        while let Some(object) = lexer.next() {
            match object {
                Object::Word(word) => {
                    map.take(&word, &values);
                    values.clear();
                }
                value if values.len() < MOST => values.push(value),
                _ => {}
            }
        }
        // Of two that tell of one code the later holds: it stands behind the other, where it is looked for first.
        map.texts.sort_by_key(|row| row.low);
        map.glyphs.sort_by_key(|row| row.low);
        map
    }

    fn take(&mut self, word: &[u8], values: &[Object]) {
        match word {
            b"endcodespacerange" => {
                let spaces = values.chunks_exact(2).filter_map(|pair| {
                    let (low, high) = (pair[0].string()?, pair[1].string()?);
                    Some(Space { length: low.len().clamp(1, 4), low: code(low), high: code(high) })
                });
                self.spaces.extend(spaces.take(SPACES - self.spaces.len()));
            }
            b"endbfchar" => values.chunks_exact(2).for_each(|pair| {
                if let (Some(code), Object::String(text)) = (code_of(&pair[0]), &pair[1]) {
                    self.tell(code, code, units(text));
                }
            }),
            b"endbfrange" => values.chunks_exact(3).for_each(|row| {
                let (Some(low), Some(high)) = (code_of(&row[0]), code_of(&row[1])) else { return };
                match &row[2] {
                    Object::String(text) => self.tell(low, high, units(text)),
                    Object::Array(texts) => (low..=high).zip(texts).for_each(|(code, text)| {
                        if let Some(text) = text.string() {
                            self.tell(code, code, units(text));
                        }
                    }),
                    _ => {}
                }
            }),
            b"endcidchar" => values.chunks_exact(2).for_each(|pair| {
                if let (Some(code), Some(glyph)) = (code_of(&pair[0]), pair[1].count()) {
                    self.number(code, code, glyph as u32);
                }
            }),
            b"endcidrange" => values.chunks_exact(3).for_each(|row| {
                if let (Some(low), Some(high), Some(glyph)) = (code_of(&row[0]), code_of(&row[1]), row[2].count()) {
                    self.number(low, high, glyph as u32);
                }
            }),
            _ => {}
        }
    }

    fn tell(&mut self, low: u32, high: u32, first: Vec<u16>) {
        if self.texts.len() < MOST {
            self.texts.push(Row { low, high, first });
        }
    }

    fn number(&mut self, low: u32, high: u32, first: u32) {
        if self.glyphs.len() < MOST {
            self.glyphs.push(Row { low, high, first });
        }
    }

    /// How many bytes it takes.
    pub fn size(&self) -> usize {
        size_of_val(self.texts.as_slice()) + size_of_val(self.glyphs.as_slice())
    }

    /// How many bounds of codes are looked through for each code.
    pub const fn spaces(&self) -> usize {
        self.spaces.len()
    }

    /// The characters that a code stands for.
    pub fn text(&self, code: u32) -> Option<String> {
        let row = row(&self.texts, code)?;
        let mut units = row.first.clone();
        let last = units.last_mut()?;
        *last = last.wrapping_add((code - row.low) as u16);
        String::from_utf16(&units).ok()
    }

    /// The glyph that a code stands for.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        let row = row(&self.glyphs, code)?;
        row.first.checked_add(code - row.low)
    }

    /// Whether it says what glyphs its codes stand for.
    pub fn has_glyphs(&self) -> bool {
        !self.glyphs.is_empty()
    }

    /// How long the code is that bytes begin with; two bytes, where nothing tells.
    pub fn length(&self, bytes: &[u8]) -> usize {
        let fits = |space: &&Space| {
            let head = bytes.get(..space.length);
            head.is_some_and(|head| (space.low..=space.high).contains(&code(head)))
        };
        self.spaces.iter().filter(fits).map(|space| space.length).min().unwrap_or(2)
    }
}

fn row<T>(rows: &[Row<T>], code: u32) -> Option<&Row<T>> {
    let behind = rows.partition_point(|row| row.low <= code);
    rows[..behind].last().filter(|row| code <= row.high)
}

fn code_of(object: &Object) -> Option<u32> {
    object.string().map(code)
}

/// Bytes as a number.
pub fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte))
}

fn units(text: &[u8]) -> Vec<u16> {
    match text {
        [unit] => vec![u16::from(*unit)],
        _ => text.chunks_exact(2).take(LONGEST).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect(),
    }
}
