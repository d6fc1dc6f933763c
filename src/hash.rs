//! Hash maps for the core's own look-ups. The standard library's hash withstands made-up keys; here whoever makes them up only
//! waits for the reading of a text of their own, and the names of figures are hashed in a fraction of the time.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map with the fast hash.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fast>>;

/// Turns, mixes in and multiplies, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fast(u64);

impl Fast {
    fn mix(&mut self, word: u64) {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for Fast {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|&word| self.mix(u64::from_le_bytes(word)));
        self.mix(rest.iter().fold(rest.len() as u64, |word, &byte| word << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into());
    }

    fn write_u32(&mut self, word: u32) {
        self.mix(word.into());
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }

    fn write_usize(&mut self, word: usize) {
        self.mix(word as u64);
    }

    fn write_isize(&mut self, word: isize) {
        self.mix(word as u64);
    }

    fn finish(&self) -> u64 {
        // The table takes the first bits and the last; the product is best in the first.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_apart() {
        let keys: Vec<String> = (0..5000).map(|number| format!("第{number}项")).collect();
        let numbers: Map<&str, usize> = keys.iter().map(String::as_str).zip(0..).collect();
        assert!(keys.iter().enumerate().all(|(number, key)| numbers.get(key.as_str()) == Some(&number)));
        let mut hashes: Vec<u64> = keys.iter().map(|key| hash(key)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), keys.len());
    }

    fn hash(key: &str) -> u64 {
        let mut hasher = Fast::default();
        std::hash::Hash::hash(key, &mut hasher);
        hasher.finish()
    }
}
