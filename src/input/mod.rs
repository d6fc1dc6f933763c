//! The ways a report comes in: bytes to text.

mod docx;
#[cfg(feature = "cli")]
pub mod encoding;
mod html;
pub mod kind;
mod lines;
mod mime;
mod numerals;
mod package;
mod pdf;
pub mod refusal;
pub mod text;

use kind::Kind;
use package::Package;
pub use refusal::Refusal;

/// Bytes as text in the encoding of a name, as web pages call it, with U+FFFD for what is no text in it; none if there is no such
/// encoding. The host and the browser have their own.
pub type Decode = fn(&str, &[u8]) -> Option<String>;

/// Nothing is unpacked to more bytes than this, and no text is longer: the longest report is a hundredth of it.
const LARGEST: usize = 64 << 20;

/// The text of a file, whatever its name says it is.
pub fn read(bytes: &[u8], decode: Decode) -> Result<String, Refusal> {
    match Kind::of(bytes) {
        Kind::Text => text::decode(bytes, decode).ok_or(Refusal::NotText),
        Kind::Page => html::read(bytes, decode),
        Kind::Parts => mime::read(bytes, decode),
        Kind::Zip => docx::read(&Package::open(bytes)?),
        Kind::Pdf => pdf::read(bytes, decode),
        Kind::Compound => Err(refusal::compound(bytes)),
        Kind::Other(refusal) => Err(refusal),
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests;
