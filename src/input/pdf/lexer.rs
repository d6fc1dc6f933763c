//! Bytes to values. No bytes are an error: what cannot be is passed over.

use super::object::{Dictionary, Object};

/// Deeper than this nothing is followed that stands within something else.
const DEEPEST: usize = 32;

/// A value holds at most so many others; what comes behind them is dropped.
const MOST: usize = 1 << 20;

/// Reads values one after the other.
pub struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    /// How many more values the one that is read may hold.
    left: usize,
}

impl<'a> Lexer<'a> {
    /// Reads from a place on.
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, depth: 0, left: MOST }
    }

    /// How far it has read.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What has not been read.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes over so many bytes.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    /// The next value; none at the end.
    pub fn next(&mut self) -> Option<Object> {
        self.left = MOST;
        loop {
            self.skip_space();
            match *self.rest().first()? {
                b')' | b']' | b'{' | b'}' => self.at += 1,
                b'>' => self.at += 1,
                _ => return Some(self.value()),
            }
        }
    }

    /// White space, and remarks.
    pub fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            match rest.first() {
                Some(byte) if is_space(*byte) => self.at += 1,
                Some(b'%') => {
                    self.at += rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len())
                }
                _ => return,
            }
        }
    }

    /// The value that begins here, where no white space is.
    fn value(&mut self) -> Object {
        match self.rest() {
            [b'(', ..] => self.string(),
            [b'<', b'<', ..] => self.dictionary(),
            [b'<', ..] => self.hexadecimal(),
            [b'[', ..] => self.array(),
            [b'/', ..] => Object::Name(self.name()),
            _ => self.number_or_word(),
        }
    }

    fn array(&mut self) -> Object {
        self.at += 1;
        let mut values = Vec::new();
        self.inside(b"]", |value| values.push(value));
        Object::Array(values)
    }

    fn dictionary(&mut self) -> Object {
        self.at += 2;
        let mut dictionary = Dictionary::default();
        let mut name = None;
        self.inside(b">>", |value| match (name.take(), value) {
            (None, Object::Name(key)) => name = Some(key),
            (Some(key), value) => drop(dictionary.0.insert(key, value)),
            (None, _) => {}
        });
        Object::Dictionary(dictionary)
    }

    /// The values up to an end.
    fn inside(&mut self, end: &[u8], mut take: impl FnMut(Object)) {
        self.depth += 1;
        loop {
            self.skip_space();
            let rest = self.rest();
            if rest.is_empty() || rest.starts_with(b"endobj") || rest.starts_with(b"endstream") {
                break;
            }
            if rest.starts_with(end) {
                self.at += end.len();
                break;
            }
            if self.depth > DEEPEST || matches!(rest[0], b')' | b']' | b'{' | b'}' | b'>') {
                self.at += 1;
                continue;
            }
            let value = self.value();
            if self.left > 0 {
                self.left -= 1;
                take(value);
            }
        }
        self.depth -= 1;
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let word = self.regular();
        let mut name = Vec::with_capacity(word.len());
        let mut rest = word;
        while let [byte, after @ ..] = rest {
            match (byte, after) {
                (b'#', [high, low, after @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                    name.push(digit(*high).unwrap_or(0) << 4 | digit(*low).unwrap_or(0));
                    rest = after;
                }
                _ => {
                    name.push(*byte);
                    rest = after;
                }
            }
        }
        name
    }

    /// The bytes up to white space or a mark.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| is_space(*byte) || is_mark(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn number_or_word(&mut self) -> Object {
        let word = self.regular();
        if word.is_empty() {
            self.at += 1;
            return Object::Null;
        }
        let Some(number) = number(word) else {
            return match word {
                b"null" => Object::Null,
                _ => Object::Word(word.to_vec()),
            };
        };
        self.reference(word).unwrap_or(Object::Number(number))
    }

    /// A reference, if a number is the first of one: 12 0 R.
    fn reference(&mut self, word: &[u8]) -> Option<Object> {
        let number = std::str::from_utf8(word).ok()?.parse().ok()?;
        let rest = self.rest();
        let generation = rest.strip_prefix(b" ")?;
        let digits = generation.iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
        let end = generation[digits..].strip_prefix(b" R").filter(|_| digits > 0)?;
        if end.first().is_some_and(|byte| !is_space(*byte) && !is_mark(*byte)) {
            return None;
        }
        self.at += rest.len() - end.len();
        Some(Object::Reference(number))
    }

    fn string(&mut self) -> Object {
        self.at += 1;
        let mut bytes = Vec::new();
        let mut depth = 1;
        while let Some(&byte) = self.rest().first() {
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut bytes),
                b'(' => {
                    depth += 1;
                    bytes.push(byte);
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    bytes.push(byte);
                }
                _ => bytes.push(byte),
            }
        }
        Object::String(bytes)
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) {
        let rest = self.rest();
        let Some(&byte) = rest.first() else { return };
        self.at += 1;
        match byte {
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'\r' => self.at += usize::from(rest.get(1) == Some(&b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let digits = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
                let (count, value) =
                    digits.fold((0, 0_u32), |(count, value), digit| (count + 1, value * 8 + u32::from(digit - b'0')));
                bytes.push(value as u8);
                self.at += count - 1;
            }
            _ => bytes.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Object {
        self.at += 1;
        let rest = self.rest();
        let length = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        self.skip(length + 1);
        Object::String(hexadecimal(&rest[..length]))
    }
}

/// The bytes that digits stand for, two for each.
pub fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().copied().filter_map(digit).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// A number, also as careless programs write it: 12 -.5 --3 4.
fn number(word: &[u8]) -> Option<f64> {
    let digits = word.iter().position(|byte| !matches!(byte, b'+' | b'-')).unwrap_or(word.len());
    let (sign, digits) = (if word[0] == b'-' { -1.0 } else { 1.0 }, &word[digits..]);
    let is_number = digits.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.');
    let end = digits.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'.').unwrap_or(digits.len());
    // 12-34 is cut off at the sign; 1a is a word.
    if !is_number || !matches!(digits.get(end), None | Some(b'-')) {
        return None;
    }
    let mut parts = digits[..end].split(|byte| *byte == b'.');
    let whole = |part: &[u8]| part.iter().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    let (before, after) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let after = &after[..after.len().min(15)];
    let value = whole(before) + whole(after) / 10_f64.powi(after.len() as i32);
    Some(sign * value.min(1e12))
}

/// Whether a byte is white space.
pub const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

const fn is_mark(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
