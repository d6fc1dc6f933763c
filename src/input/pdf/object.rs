//! What a PDF file is made of: numbers, names, strings, and arrays and dictionaries of these.

use rustc_hash::FxHashMap;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// Nothing.
    Null,
    /// A number, whole or not.
    Number(f64),
    /// A name, without its stroke.
    Name(Vec<u8>),
    /// A string of bytes.
    String(Vec<u8>),
    /// Values in a row.
    Array(Vec<Object>),
    /// Values by their names.
    Dictionary(Dictionary),
    /// The object of a number, wherever it stands.
    Reference(u32),
    /// What is none of these: an operator, true or false.
    Word(Vec<u8>),
}

impl Object {
    /// It as a number.
    pub const fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// It as a whole number that is not negative.
    pub fn count(&self) -> Option<usize> {
        self.number().filter(|number| *number >= 0.0 && *number < 4e9).map(|number| number as usize)
    }

    /// The bytes of a name.
    pub fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    /// The bytes of a string.
    pub fn string(&self) -> Option<&[u8]> {
        if let Self::String(bytes) = self { Some(bytes) } else { None }
    }

    /// The values of an array.
    pub fn array(&self) -> Option<&[Self]> {
        if let Self::Array(values) = self { Some(values) } else { None }
    }

    /// How many values and bytes it holds, with those that they hold.
    pub fn weight(&self) -> usize {
        match self {
            Self::Array(values) => values.iter().map(Self::weight).sum::<usize>() + 1,
            Self::Dictionary(Dictionary(values)) => {
                values.iter().map(|(name, value)| name.len() + value.weight()).sum::<usize>() + 1
            }
            Self::Name(bytes) | Self::String(bytes) | Self::Word(bytes) => bytes.len() + 1,
            _ => 1,
        }
    }

    /// It as a dictionary.
    pub const fn dictionary(&self) -> Option<&Dictionary> {
        if let Self::Dictionary(dictionary) = self { Some(dictionary) } else { None }
    }
}

/// Values by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary(pub FxHashMap<Vec<u8>, Object>);

impl Dictionary {
    /// The value of a name; null, if there is none.
    pub fn get(&self, name: &str) -> &Object {
        self.0.get(name.as_bytes()).unwrap_or(&Object::Null)
    }

    /// Whether the value of a name is this name.
    pub fn says(&self, name: &str, value: &str) -> bool {
        self.get(name).name() == Some(value.as_bytes())
    }
}
