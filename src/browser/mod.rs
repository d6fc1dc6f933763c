//! What the programs of the page ask of the browser, and no part of what a person sees: the page and the two workers do it alike.

pub mod json;
pub mod store;
pub mod worker;

use web_sys::TextDecoder;

/// Bytes as text in the encoding of a name, by the browser: see [`Decode`](crate::input::Decode).
pub fn decode(name: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(name).ok()?.decode_with_u8_array(bytes).ok()
}
