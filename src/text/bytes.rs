//! Bytes of a few sorts, found in long texts that hardly have any.

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
}
