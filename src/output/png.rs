//! Pictures of points: what a file of one says about itself.

use crate::contract::Report;

/// The length of the signature and of the first chunk, which every file begins with.
const HEAD: usize = 8 + 12 + 13;

/// The file with the program's version and the SHA-256 of the text it was read from.
pub fn signed(file: &[u8], report: &Report) -> Vec<u8> {
    let Some((head, rest)) = file.split_at_checked(HEAD) else { return file.to_vec() };
    let source = format!("SHA-256 {}", report.source.sha256);
    [head, &text("Software", &report.generator), &text("Source", &source), rest].concat()
}

/// A chunk of text: its length, its kind, a keyword, the words, and the checksum of all but the length.
fn text(keyword: &str, words: &str) -> Vec<u8> {
    let content = [b"tEXt", keyword.as_bytes(), &[0], words.as_bytes()].concat();
    let length = (content.len() - 4) as u32;
    let sum = crc32(&content);
    [&length.to_be_bytes()[..], &content, &sum.to_be_bytes()].concat()
}

/// The checksum of PNG, bit by bit: the table that would be faster is larger than all else that writes the few words above.
fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |sum: u32| (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| shifted(sum)))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_file_says_where_it_came_from_and_stays_whole() {
        let file: Vec<u8> = (0..60).collect();
        let signed = signed(&file, &sample::report(Vec::new()));
        assert_eq!((&signed[..HEAD], &signed[signed.len() - 27..]), (&file[..HEAD], &file[HEAD..]));
        let first = &signed[HEAD..];
        let length = u32::from_be_bytes([first[0], first[1], first[2], first[3]]) as usize;
        assert_eq!(&first[4..8 + length], b"tEXtSoftware\0gangmu 0.0.0");
        assert_eq!(first[8 + length..12 + length], rawzip::crc32(&first[4..8 + length]).to_be_bytes());
        assert!(String::from_utf8_lossy(&signed).contains("Source\0SHA-256 5f2d"));
    }

    #[test]
    fn what_is_no_picture_is_left_as_it_is() {
        assert_eq!(signed(b"no", &sample::report(Vec::new())), b"no");
    }
}
