//! The encodings of the host. A browser brings its own.

use encoding_rs::Encoding;

/// Bytes as text in the encoding of a name: see [`Decode`](super::Decode).
pub fn decode(name: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label(name.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}
