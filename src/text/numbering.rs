//! The numbers of markers, read sign by sign.

use super::breaks_line;
use super::passage::is_space;

/// No more white space than this stands inside a marker.
const MOST_SPACE: usize = 3;

/// A reader of what a marker may be.
#[derive(Clone, Copy)]
pub struct Reader<'text> {
    /// What is read.
    pub text: &'text str,
    /// How far it has been read.
    pub at: usize,
}

impl Reader<'_> {
    /// What is left.
    pub fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The next character, which is passed.
    pub fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// The next character, if it is one of these; it is passed.
    pub fn take(&mut self, any: &[char]) -> Option<char> {
        self.peek().filter(|character| any.contains(character)).inspect(|character| self.at += character.len_utf8())
    }

    /// A word, also one that a line break parts.
    pub fn take_word(&mut self, word: &str) -> bool {
        let before = self.at;
        for (index, character) in word.chars().enumerate() {
            if index > 0 {
                self.skip_space();
            }
            if self.take(&[character]).is_none() {
                self.at = before;
                return false;
            }
        }
        true
    }

    /// A little white space, as it creeps in between a number and its sign, or where a line was broken between them.
    pub fn skip_space(&mut self) {
        for _ in 0..MOST_SPACE {
            if !self.peek().is_some_and(is_space) {
                break;
            }
            self.next();
        }
    }

    /// A Chinese number from 1 to 999: 一, 二十一, 一百零三.
    pub fn chinese_number(&mut self) -> Option<u32> {
        let first = self.chinese_tens()?;
        if first > 9 || self.take(&['百']).is_none() {
            return Some(first);
        }
        self.take(&['零', '〇']);
        Some(first * 100 + self.chinese_tens().unwrap_or_default())
    }

    /// A Chinese number from 1 to 99.
    pub fn chinese_tens(&mut self) -> Option<u32> {
        let (mut tens, mut ones, mut ten_seen, mut any) = (0, 0, false, false);
        while let Some(digit) = self.peek().and_then(chinese_digit) {
            match digit {
                10 if ten_seen => return None,
                10 => (tens, ones, ten_seen) = (ones.max(1), 0, true),
                _ if ones > 0 => return None,
                _ => ones = digit,
            }
            any = true;
            self.next();
        }
        any.then_some(tens * 10 + ones)
    }

    /// An Arabic number from 1 to 999, of either width.
    pub fn arabic_number(&mut self) -> Option<u32> {
        let mut number = 0;
        let mut digits = 0;
        while let Some(digit) = self.peek().and_then(arabic_digit) {
            number = number * 10 + digit;
            digits += 1;
            if digits > 3 || number == 0 {
                return None;
            }
            self.next();
        }
        (digits > 0).then_some(number)
    }

    /// Whether white space on the same line follows.
    pub fn is_apart(&self) -> bool {
        self.peek().is_some_and(|next| is_space(next) && !breaks_line(next))
    }
}

/// The value of a Chinese digit from 一 to 十.
pub fn chinese_digit(character: char) -> Option<u32> {
    Some(match character {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// The value of an Arabic digit of either width.
pub fn arabic_digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(character as u32 - '0' as u32),
        '０'..='９' => Some(character as u32 - '０' as u32),
        _ => None,
    }
}
