//! What is found in a text by its bytes, without a look at each character.

use super::fold;

/// So many bytes are passed at once where none of them is sought.
const STRIDE: usize = 64;

/// Where bytes stand that `is_sought` tells, in order.
pub fn positions(text: &str, is_sought: impl Fn(u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let strides = (0..).step_by(STRIDE).zip(text.as_bytes().chunks(STRIDE));
    // No byte ends this look early, so that many are looked at in one step.
    let holds = move |stride: &[u8]| stride.iter().fold(false, |found, &byte| found | is_sought(byte));
    strides.filter(move |(_, stride)| holds(stride)).flat_map(move |(start, stride)| {
        (start..).zip(stride).filter(move |&(_, &byte)| is_sought(byte)).map(|(at, _)| at)
    })
}

/// Where the first byte stands, from `start` on, that `is_sought` tells; the end of the text where none does.
pub fn position(text: &str, start: usize, is_sought: impl Fn(u8) -> bool) -> usize {
    const SHORT: usize = 32;
    let mut at = start;
    for stride in text.as_bytes()[start..].chunks(SHORT) {
        if stride.iter().fold(false, |found, &byte| found | is_sought(byte)) {
            return at + stride.iter().position(|&byte| is_sought(byte)).unwrap_or(stride.len());
        }
        at += stride.len();
    }
    at
}

/// Where the first character stands that is sought, of a sort that no words of Chinese are written with.
pub fn find_mark(text: &str, is_sought: impl Fn(char) -> bool) -> Option<usize> {
    let mut at = 0;
    loop {
        at += han_length(&text[at..]);
        let character = text[at..].chars().next()?;
        if is_sought(character) {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// How many bytes the characters of Chinese take that a text begins with, three each.
pub fn han_length(text: &str) -> usize {
    let mut length = 0;
    // With these bytes begins nothing else.
    while matches!(text.as_bytes().get(length), Some(0xe4..=0xe9)) {
        length += HAN;
    }
    length
}

/// The characters of Chinese and its marks that a text begins with, folded: all that show, take three bytes and stand for no full stop
/// that is set as a point.
pub fn leading_words(text: &str) -> impl ExactSizeIterator<Item = char> {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some([first, middle, last]) = bytes[length..].first_chunk() {
        let shows = match (first, middle) {
            (0xe4..=0xe9, _) => true,
            // ，；：（）％
            (0xef, 0xbc) => *last != 0x8e,
            // 、。《》【】
            (0xe3, 0x80) => *last != 0x80,
            // “”—
            (0xe2, 0x80) => matches!(last, 0x90..=0x9f),
            _ => false,
        };
        if !shows {
            break;
        }
        length += HAN;
    }
    let (characters, _) = bytes[..length].as_chunks();
    characters.iter().map(|&character| fold(han(character)))
}

/// The characters of ASCII that show with which a text begins, but for the point, which may stand for a full stop, and stars, which
/// may set words in bold.
pub fn leading_ascii(text: &str) -> &[u8] {
    let shows = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'.' | b'*');
    let length = text.bytes().take_while(shows).count();
    &text.as_bytes()[..length]
}

/// The character of Chinese that bytes begin with, if they do.
#[inline]
pub fn first_han(bytes: &[u8]) -> Option<char> {
    bytes.first_chunk::<HAN>().filter(|bytes| matches!(bytes[0], 0xe4..=0xe9)).copied().map(han)
}

/// The character of these bytes.
#[inline]
fn han([first, middle, last]: [u8; HAN]) -> char {
    let bits = |byte: u8| u32::from(byte & 0x3f);
    char::from_u32(u32::from(first & 0xf) << 12 | bits(middle) << 6 | bits(last)).unwrap_or_default()
}

/// So many bytes are a character of Chinese.
pub const HAN: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_found() {
        let text = format!("a{}b{}a", "法".repeat(50), "治".repeat(7));
        let found: Vec<usize> = positions(&text, |byte| matches!(byte, b'a' | b'b')).collect();
        assert_eq!(found, [0, 151, 173]);
        assert_eq!(positions("", |_| true).count(), 0);
    }

    #[test]
    fn marks_are_found_behind_words() {
        assert_eq!(find_mark("法治, 1件 |", |character| character == '|'), Some(13));
        assert_eq!(find_mark("法治", |character| character == '|'), None);
        assert_eq!(han_length("一鿿、"), 6);
        assert_eq!(han_length("1件"), 0);
        assert!(leading_words("一䀀（鿿、“．件").eq("一䀀(鿿、“".chars()));
        assert_eq!(leading_words("\u{3000}一").len() + leading_words("\u{2003}一").len() + leading_words("1").len(), 0);
        assert_eq!([leading_ascii("12%.5"), leading_ascii(" 1"), leading_ascii("件")], [&b"12%"[..], b"", b""]);
        let han = |letter: char| first_han(letter.to_string().as_bytes());
        assert!(['一', '䀀', '鿿'].into_iter().all(|letter| han(letter) == Some(letter)) && han('、').is_none());
    }
}
