//! Plain text in the encodings that Chinese offices use.

use std::fmt;

use encoding_rs::{Encoding, GB18030, UTF_8};

/// The bytes are no text in a known encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

impl fmt::Display for NotText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("不是纯文本（UTF-8、UTF-16 或 GB18030）；请用 Word、WPS 等打开，另存为“纯文本 .txt”后再试")
    }
}

impl std::error::Error for NotText {}

/// The text of a file: in what its byte order mark says, else in UTF-8, else in GB18030. The mark is no part of it.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    decode_as(UTF_8, bytes).or_else(|NotText| {
        // Almost any bytes could be GB18030, but no text has a NUL.
        if bytes.contains(&0) { Err(NotText) } else { decode_as(GB18030, bytes) }
    })
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, NotText> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(String::from).ok_or(NotText)
}

#[cfg(test)]
mod tests {
    use super::{NotText, decode};

    #[test]
    fn utf_8_with_and_without_mark() {
        assert_eq!(decode("总结".as_bytes()), Ok("总结".to_owned()));
        assert_eq!(decode("\u{feff}总结".as_bytes()), Ok("总结".to_owned()));
        assert_eq!(decode(b""), Ok(String::new()));
    }

    #[test]
    fn utf_16_by_its_mark() {
        assert_eq!(decode(b"\xff\xfe\x3b\x60\xd3\x7e"), Ok("总结".to_owned()));
        assert_eq!(decode(b"\xfe\xff\x60\x3b\x7e\xd3"), Ok("总结".to_owned()));
    }

    #[test]
    fn gb18030_where_it_is_no_utf_8() {
        assert_eq!(decode(b"\xd7\xdc\xbd\xe1"), Ok("总结".to_owned()));
    }

    #[test]
    fn other_bytes_are_no_text() {
        assert_eq!(decode(b"PK\x03\x04\x00\xff\xd8"), Err(NotText));
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), Err(NotText), "a lone surrogate");
    }
}
