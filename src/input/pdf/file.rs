//! The objects of a PDF file by their numbers.
//!
//! They are found by looking for them, not by the list that the file ends with: so a file whose list is damaged or missing is read as
//! any other, and of an object that was written again the last holds.

use std::borrow::Cow;
use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::filter::unpack;
use super::lexer::{Lexer, is_space};
use super::lock::Key;
use super::object::{Dictionary, Object};
use super::{LARGEST, Refusal};

/// No report has more objects.
const MOST: usize = 1 << 20;

/// A reference leads to at most so many others in turn.
const FARTHEST: usize = 16;

/// So many bytes of an object tell whether others are packed in it.
const HEAD: usize = 1 << 14;

/// The objects of a file.
pub struct File<'a> {
    bytes: &'a [u8],
    places: FxHashMap<u32, Place>,
    /// The streams in which objects are packed, unpacked.
    packs: Vec<Vec<u8>>,
    trailer: Dictionary,
    /// What unlocks the file, if it is locked.
    key: Option<Key>,
    /// How many bytes may still be read and unpacked.
    left: Cell<usize>,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    Here(usize),
    Packed { pack: usize, at: usize },
}

/// A dictionary with bytes.
pub struct Stream<'a> {
    number: u32,
    /// What is said of the bytes.
    pub dictionary: Dictionary,
    packed: &'a [u8],
}

impl<'a> File<'a> {
    /// Looks for the objects.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let objects: Vec<(u32, usize)> =
            finds(bytes, b"obj").filter_map(|at| Some((number(bytes, at)?, at + 3))).collect();
        if objects.len() > MOST {
            return Err(Refusal::TooLarge);
        }
        let mut file = Self {
            bytes,
            places: FxHashMap::default(),
            packs: Vec::new(),
            trailer: Dictionary::default(),
            key: None,
            left: Cell::new(LARGEST),
        };
        file.places.extend(objects.iter().map(|(number, at)| (*number, Place::Here(*at))));
        let mut packs = Vec::new();
        for (index, (number, at)) in objects.iter().enumerate() {
            let end = objects.get(index + 1).map_or(bytes.len(), |(_, next)| *next).min(at + HEAD);
            let head = &bytes[*at..end];
            if finds(head, b"/XRef").next().is_some() {
                file.trail(*at)?;
            }
            if finds(head, b"/ObjStm").next().is_some() {
                packs.push((*number, *at));
            }
        }
        finds(bytes, b"trailer").try_for_each(|at| file.trail(at + 7))?;
        file.unlock()?;
        packs.into_iter().try_for_each(|(number, at)| file.open_pack(number, at))?;
        Ok(file)
    }

    /// Takes what a trailer says of the whole file.
    fn trail(&mut self, at: usize) -> Result<(), Refusal> {
        let mut lexer = Lexer::new(self.bytes, at);
        let said = lexer.next();
        self.spend(lexer.at().saturating_sub(at))?;
        if let Some(Object::Dictionary(said)) = said {
            let kept = ["Root", "Encrypt", "ID"].map(str::as_bytes);
            self.trailer.0.extend(said.0.into_iter().filter(|(name, _)| kept.contains(&name.as_slice())));
        }
        Ok(())
    }

    /// Finds the key, if the file is locked.
    fn unlock(&mut self) -> Result<(), Refusal> {
        if *self.trailer.get("Encrypt") != Object::Null {
            let lock = self.inner(&self.trailer, "Encrypt")?;
            self.key = Some(Key::of(self, &lock)?);
        }
        Ok(())
    }

    /// Unpacks the objects of a stream. What stands behind it in the file holds against them.
    fn open_pack(&mut self, number: u32, at: usize) -> Result<(), Refusal> {
        let Some(stream) = self.stream_at(number, at)? else { return Ok(()) };
        let count = stream.dictionary.get("N").count().unwrap_or(0);
        let first = stream.dictionary.get("First").count().unwrap_or(0);
        let Some(bytes) = self.unpacked(&stream)? else { return Ok(()) };
        let mut list = Lexer::new(&bytes, 0);
        for _ in 0..count.min(MOST) {
            let (Some(number), Some(offset)) = (list.next(), list.next()) else { break };
            let (Some(number), Some(offset)) = (number.count(), offset.count()) else { break };
            let place = Place::Packed { pack: self.packs.len(), at: first.saturating_add(offset) };
            let is_older = |place: &Place| !matches!(place, Place::Here(here) if *here > at);
            if self.places.len() < MOST && self.places.get(&(number as u32)).is_none_or(is_older) {
                self.places.insert(number as u32, place);
            }
        }
        self.packs.push(bytes);
        Ok(())
    }

    /// What the file says of itself.
    pub const fn trailer(&self) -> &Dictionary {
        &self.trailer
    }

    /// The numbers of all objects, from the first to the last.
    pub fn numbers(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.places.keys().copied().collect();
        numbers.sort_unstable();
        numbers
    }

    /// A value, or what it refers to.
    pub fn follow<'o>(&self, object: &'o Object) -> Result<Cow<'o, Object>, Refusal> {
        let Object::Reference(number) = object else { return Ok(Cow::Borrowed(object)) };
        let mut number = *number;
        for _ in 0..FARTHEST {
            match self.object(number)? {
                Object::Reference(next) => number = next,
                object => return Ok(Cow::Owned(object)),
            }
        }
        Ok(Cow::Owned(Object::Null))
    }

    /// The value of a name in a dictionary, or what it refers to.
    pub fn get<'o>(&self, dictionary: &'o Dictionary, name: &str) -> Result<Cow<'o, Object>, Refusal> {
        self.follow(dictionary.get(name))
    }

    /// A dictionary within a dictionary; an empty one, if there is none.
    pub fn inner(&self, dictionary: &Dictionary, name: &str) -> Result<Dictionary, Refusal> {
        Ok(match self.get(dictionary, name)?.into_owned() {
            Object::Dictionary(inner) => inner,
            _ => Dictionary::default(),
        })
    }

    fn object(&self, number: u32) -> Result<Object, Refusal> {
        let (bytes, at) = match self.places.get(&number) {
            Some(Place::Here(at)) => (self.bytes, *at),
            Some(Place::Packed { pack, at }) => (self.packs[*pack].as_slice(), *at),
            None => return Ok(Object::Null),
        };
        let mut lexer = Lexer::new(bytes, at);
        let object = lexer.next().unwrap_or(Object::Null);
        self.spend(lexer.at().saturating_sub(at))?;
        // What is packed is locked as one.
        let key = self.key.as_ref().filter(|_| matches!(self.places.get(&number), Some(Place::Here(_))));
        Ok(match key {
            Some(key) => key.open_object(number, object),
            None => object,
        })
    }

    /// The stream that a value refers to, if it refers to one.
    pub fn stream(&self, object: &Object) -> Result<Option<Stream<'a>>, Refusal> {
        let Object::Reference(number) = object else { return Ok(None) };
        match self.places.get(number) {
            Some(Place::Here(at)) => self.stream_at(*number, *at),
            _ => Ok(None),
        }
    }

    fn stream_at(&self, number: u32, at: usize) -> Result<Option<Stream<'a>>, Refusal> {
        let mut lexer = Lexer::new(self.bytes, at);
        let Some(Object::Dictionary(dictionary)) = lexer.next() else { return Ok(None) };
        self.spend(lexer.at() - at)?;
        lexer.skip_space();
        let Some(rest) = lexer.rest().strip_prefix(b"stream") else { return Ok(None) };
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let length = self.get(&dictionary, "Length")?.count();
        let ends = |rest: &[u8]| rest.trim_ascii_start().starts_with(b"endstream");
        let packed = length.and_then(|length| rest.split_at_checked(length)).filter(|(_, rest)| ends(rest));
        let packed = match packed {
            Some((packed, _)) => packed,
            None => {
                let length = finds(rest, b"endstream").next().unwrap_or(rest.len());
                self.spend(length)?;
                &rest[..length]
            }
        };
        Ok(Some(Stream { number, dictionary, packed }))
    }

    /// The bytes of a stream; none if they are a picture, or packed in a way that is not known.
    pub fn unpacked(&self, stream: &Stream) -> Result<Option<Vec<u8>>, Refusal> {
        let list = |name: &str| -> Result<Vec<Object>, Refusal> {
            Ok(match self.get(&stream.dictionary, name)?.into_owned() {
                Object::Array(values) => values,
                Object::Null => Vec::new(),
                value => vec![value],
            })
        };
        let (ways, settings) = (list("Filter")?, list("DecodeParms")?);
        self.spend(stream.packed.len())?;
        let mut bytes = match &self.key {
            Some(key) => Cow::Owned(key.open(stream.number, stream.packed)),
            None => Cow::Borrowed(stream.packed),
        };
        for (index, way) in ways.iter().enumerate() {
            let way = self.follow(way)?;
            let settings = self.follow(settings.get(index).unwrap_or(&Object::Null))?;
            let settings = settings.dictionary().cloned().unwrap_or_default();
            let Some(unpacked) = unpack(way.name().unwrap_or_default(), &bytes, &settings, self.left.get())? else {
                return Ok(None);
            };
            self.spend(unpacked.len())?;
            bytes = Cow::Owned(unpacked);
        }
        Ok(Some(bytes.into_owned()))
    }

    /// Counts bytes that were read or values that were taken, and a little for having looked.
    pub fn spend(&self, count: usize) -> Result<(), Refusal> {
        const LOOK: usize = 16;
        let left = self.left.get().checked_sub(count.saturating_add(LOOK)).ok_or(Refusal::TooLarge)?;
        self.left.set(left);
        Ok(())
    }
}

/// Where some bytes stand in others.
fn finds<'a>(bytes: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(needle.len()).enumerate().filter(move |(_, window)| *window == needle).map(|(at, _)| at)
}

/// The number of the object that begins with the word at a place: 12 0 obj.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    const LONGEST: usize = 10;
    let skip = |end: usize, is: fn(&u8) -> bool| {
        let count = bytes[..end].iter().rev().take(LONGEST).take_while(|byte| is(byte)).count();
        (count > 0).then_some(end - count)
    };
    let is_space = |byte: &u8| is_space(*byte);
    let generation = skip(skip(at, is_space)?, u8::is_ascii_digit)?;
    let end = skip(generation, is_space)?;
    let begin = skip(end, u8::is_ascii_digit)?;
    std::str::from_utf8(&bytes[begin..end]).ok()?.parse().ok()
}
