//! Plain text in the encodings that Chinese offices use.

use super::Decode;

/// The text of a file: in what its byte order mark says, else in UTF-8, else in GB18030. The mark is no part of it. None where the
/// bytes are no text.
pub fn decode(bytes: &[u8], decode: Decode) -> Option<String> {
    let (encoding, bytes) = marked(bytes).unwrap_or(("utf-8", bytes));
    if let ("utf-8", Ok(text)) = (encoding, std::str::from_utf8(bytes)) {
        return Some(text.to_owned());
    }
    // Almost any bytes could be GB18030, but no text has a NUL.
    let encoding = match encoding {
        "utf-8" if bytes.contains(&0) => return None,
        "utf-8" => "gb18030",
        marked => marked,
    };
    decode(encoding, bytes).filter(|text| !text.contains(char::REPLACEMENT_CHARACTER))
}

/// The encoding that a byte order mark tells of, and the bytes behind it.
pub fn marked(bytes: &[u8]) -> Option<(&'static str, &[u8])> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(("utf-8", rest)),
        [0xff, 0xfe, rest @ ..] => Some(("utf-16le", rest)),
        [0xfe, 0xff, rest @ ..] => Some(("utf-16be", rest)),
        _ => None,
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::super::encoding;

    fn decode(bytes: &[u8]) -> Option<String> {
        super::decode(bytes, encoding::decode)
    }

    #[test]
    fn utf_8_with_and_without_mark() {
        assert_eq!(decode("总结".as_bytes()), Some("总结".to_owned()));
        assert_eq!(decode("\u{feff}总结".as_bytes()), Some("总结".to_owned()));
        assert_eq!(decode(b""), Some(String::new()));
    }

    #[test]
    fn utf_16_by_its_mark() {
        assert_eq!(decode(b"\xff\xfe\x3b\x60\xd3\x7e"), Some("总结".to_owned()));
        assert_eq!(decode(b"\xfe\xff\x60\x3b\x7e\xd3"), Some("总结".to_owned()));
    }

    #[test]
    fn gb18030_where_it_is_no_utf_8() {
        assert_eq!(decode(b"\xd7\xdc\xbd\xe1"), Some("总结".to_owned()));
    }

    #[test]
    fn other_bytes_are_no_text() {
        assert_eq!(decode(b"PK\x03\x04\x00\xff\xd8"), None);
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), None, "a lone surrogate");
    }
}
