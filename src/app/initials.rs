//! Chinese words by the first letters of their pinyin: `sqs` finds 受理诉求数 no worse than typing it.

use crate::order;

/// The first common character of each letter, in the order of GB 2312: no word begins with I, U or V.
const FIRST: &str = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
const LETTERS: &[u8] = b"abcdefghjklmnopqrstwxyz";

/// Which letter each common character begins with. Empty until it is learned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initials(Vec<(char, u8)>);

impl Initials {
    /// Learns from the common characters of GB 2312, in its order, which is that of their pinyin.
    pub fn learn(characters: &str) -> Self {
        let mut next = FIRST.chars().zip(LETTERS).peekable();
        let mut letter = b'?';
        let mut known: Vec<(char, u8)> = characters
            .chars()
            .map(|character| {
                if let Some((_, begun)) = next.next_if(|&(first, _)| first == character) {
                    letter = *begun;
                }
                (character, letter)
            })
            .collect();
        order::sort_by_key(&mut known, |&pair| pair);
        Self(known)
    }

    /// The bytes that a decoder of GB 2312 makes the common characters of.
    pub fn encoded() -> Vec<u8> {
        let rows = (0xb0..=0xd7_u8).flat_map(|row| (0xa1..=0xfe_u8).map(move |cell| (row, cell)));
        // The last row is not full.
        rows.filter(|&(row, cell)| row < 0xd7 || cell <= 0xf9).flat_map(|(row, cell)| [row, cell]).collect()
    }

    /// Whether some neighbouring characters of the words begin with these letters, two or more.
    pub fn spell(&self, letters: &str, words: &str) -> bool {
        let is_spelling = letters.len() > 1 && letters.bytes().all(|letter| letter.is_ascii_lowercase());
        is_spelling
            && !self.0.is_empty()
            && words.chars().map(|character| self.of(character)).collect::<String>().contains(letters)
    }

    fn of(&self, character: char) -> char {
        let at = self.0.binary_search_by_key(&character, |&(known, _)| known);
        at.map_or(character.to_ascii_lowercase(), |at| self.0[at].1.into())
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    fn initials() -> Initials {
        Initials::learn(&encoding_rs::GB18030.decode(&Initials::encoded()).0)
    }

    #[test]
    fn words_are_spelled_by_their_first_letters() {
        let initials = initials();
        assert_eq!(initials.0.len(), 3755);
        assert!(initials.spell("sqs", "受理诉求数"), "诉求数");
        assert!(initials.spell("wz", "实际利用外资"));
        assert!(initials.spell("pppxm", "PPP项目"));
        assert!(!initials.spell("zw", "实际利用外资"));
        for (word, letters) in
            [("啊芭擦搭蛾发噶哈", "abcdefgh"), ("击喀垃妈拿哦啪期", "jklmnopq"), ("然撒塌挖昔压匝座", "rstwxyzz")]
        {
            assert!(initials.spell(letters, word), "{word}");
        }
    }

    #[test]
    fn one_letter_or_other_signs_spell_nothing() {
        let initials = initials();
        assert!(!initials.spell("s", "诉求"));
        assert!(!initials.spell("5%", "5%"));
        assert!(!Initials::default().spell("sq", "诉求"));
    }
}
