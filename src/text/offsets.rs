//! Byte offsets to UTF-16 offsets and back.

/// How many bytes lie between two waymarks: a look-up counts at most this many.
const STRIDE: usize = 256;

/// A table that turns byte offsets of a text into UTF-16 offsets and back.
#[derive(Clone, Debug)]
pub struct Utf16Offsets<'text> {
    text: &'text str,
    /// For each multiple of [`STRIDE`], the number of UTF-16 units before that byte.
    waymarks: Vec<usize>,
}

/// How many UTF-16 units begin with this byte of UTF-8: none with a continuation byte.
fn units(byte: u8) -> usize {
    match byte {
        0x80..=0xbf => 0,
        0xf0.. => 2,
        _ => 1,
    }
}

/// How many UTF-16 units the text takes.
pub fn utf16_length(text: &str) -> usize {
    text.bytes().map(units).sum()
}

impl<'text> Utf16Offsets<'text> {
    /// The table for a text: one pass over it.
    pub fn new(text: &'text str) -> Self {
        let mut before = 0;
        let waymarks = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let here = before;
                before += chunk.iter().copied().map(units).sum::<usize>();
                here
            })
            .collect();
        Self { text, waymarks }
    }

    /// The UTF-16 offset of a byte offset on a character boundary. One beyond the text counts as its end.
    pub fn utf16(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = (byte / STRIDE).min(self.waymarks.len().saturating_sub(1));
        let Some(before) = self.waymarks.get(mark) else { return 0 };
        before + self.text.as_bytes()[mark * STRIDE..byte].iter().copied().map(units).sum::<usize>()
    }

    /// The byte offset of a UTF-16 offset. One inside a surrogate pair counts as the end of its character,
    /// one beyond the text as the end of the text.
    pub fn byte(&self, utf16: usize) -> usize {
        let mark = self.waymarks.partition_point(|&before| before <= utf16).saturating_sub(1);
        let mut left = utf16 - self.waymarks.get(mark).copied().unwrap_or(utf16);
        let bytes = self.text.as_bytes();
        let mut at = mark * STRIDE;
        while at < bytes.len() && (left > 0 || units(bytes[at]) == 0) {
            left = left.saturating_sub(units(bytes[at]));
            at += 1;
        }
        at.min(bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_goes_there_and_back() {
        let text = "共9件，\u{1f600}a".repeat(200);
        let offsets = Utf16Offsets::new(&text);
        let mut utf16 = 0;
        for (byte, character) in text.char_indices() {
            assert_eq!(offsets.utf16(byte), utf16);
            assert_eq!(offsets.byte(utf16), byte);
            utf16 += character.len_utf16();
        }
        assert_eq!(offsets.utf16(text.len()), utf16);
        assert_eq!(utf16_length(&text), utf16);
        assert_eq!(offsets.byte(utf16), text.len());
        assert_eq!(offsets.byte(utf16 + 9), text.len());
    }

    #[test]
    fn an_empty_text_has_one_offset() {
        assert_eq!(Utf16Offsets::new("").utf16(0), 0);
        assert_eq!(Utf16Offsets::new("").byte(0), 0);
    }
}
