//! Furniture told by its words.

use crate::language::outline::{Furniture, furniture};
use crate::report::Span;
use crate::text::{Passage, is_space, title};

/// The value of a label has at most so many characters when it stands apart from it.
const VALUE: usize = 40;

/// What a piece reads as, if it is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Word,
    Label { date: bool, value: bool },
    Path,
    Line,
    Rest,
}

/// Which of the pieces are furniture.
pub fn classify(text: &str, pieces: &[Span]) -> Vec<bool> {
    let mut is_furniture = vec![false; pieces.len()];
    let readings: Vec<Option<Reading>> = pieces.iter().map(|piece| read(text, *piece)).collect();
    let same_line = |a: usize, b: usize| !text[pieces[a].end..pieces[b].start].contains('\n');
    let is_title = |index: usize| title(text, &pieces[index..=index]).is_some();
    let mut index = 0;
    while index < pieces.len() {
        let Some(reading) = readings[index] else {
            index += 1;
            continue;
        };
        let begin = index;
        is_furniture[index] = true;
        index += 1;
        match reading {
            // What follows a stroke of a path is a step of it.
            Reading::Word if pieces[begin].of(text).ends_with(['>', '»']) => {
                if index < pieces.len()
                    && readings[index].is_none()
                    && !is_title(index)
                    && is_value(pieces[index].of(text), false)
                {
                    is_furniture[index] = true;
                    index += 1;
                }
            }
            Reading::Word => {}
            Reading::Label { date, value } => {
                let near = |index: usize| index < pieces.len() && readings[index].is_none();
                if !value && near(index) && is_value(pieces[index].of(text), date) && !is_title(index) {
                    is_furniture[index] = true;
                    index += 1;
                }
                while date && near(index) && same_line(begin, index) && is_time(pieces[index].of(text)) {
                    is_furniture[index] = true;
                    index += 1;
                }
            }
            Reading::Path | Reading::Line => {
                while index < pieces.len() && same_line(begin, index) && readings[index].is_none() && !is_title(index) {
                    is_furniture[index] = true;
                    index += 1;
                }
            }
            Reading::Rest => {
                is_furniture[begin..].fill(true);
                break;
            }
        }
    }
    is_furniture
}

/// Whether a line as a whole begins as furniture does that may hold sentences.
pub fn begins_furniture(line: &str) -> bool {
    let span = Span::new(0, line.len());
    matches!(read(line, span), Some(Reading::Line | Reading::Rest))
}

/// A piece cut before each label inside it: 云溪县司法局工作总结发布时间：2023-01-09来源：县司法局.
pub fn parted(text: &str, piece: Span) -> Vec<Span> {
    let passage = Passage::new(text, piece, &[]);
    let mut parts = Vec::new();
    let mut start = piece.start;
    let colons = (0..passage.len()).filter(|&index| passage.chars[index] == ':');
    for colon in colons {
        let label = furniture().before(&passage.chars, colon);
        let label = label.filter(|&(length, &sort)| {
            length > 1 && matches!(sort, Furniture::Date | Furniture::Value | Furniture::Path)
        });
        if let Some((length, _)) = label {
            let label = colon - length;
            let frame =
                passage.chars[..label].iter().rev().take_while(|&&character| matches!(character, '[' | '(')).count();
            let cut = passage.start(label - frame);
            if cut > start {
                parts.push(Span::new(start, cut));
                start = cut;
            }
        }
    }
    parts.push(Span::new(start, piece.end));
    parts
}

fn read(text: &str, piece: Span) -> Option<Reading> {
    let passage = Passage::new(text, piece, &[]);
    let chars = &passage.chars;
    let Some(begin) = chars.iter().position(|character| !is_frame(*character)) else {
        return chars.contains(&'>').then_some(Reading::Word);
    };
    if is_file(piece.of(text)) {
        return Some(Reading::Word);
    }
    let (length, &sort) = furniture().at(chars, begin)?;
    let after = begin + length;
    let label = chars.get(after).is_some_and(|&next| matches!(next, ':' | '|'));
    let value = chars[after..].iter().any(|&character| !is_frame(character) && character != ':');
    match sort {
        Furniture::Rest => Some(Reading::Rest),
        Furniture::Line => Some(Reading::Line),
        Furniture::Path if label => Some(Reading::Path),
        Furniture::Date | Furniture::Value | Furniture::Word if label => {
            Some(Reading::Label { date: sort == Furniture::Date, value })
        }
        Furniture::Word if all_words(&chars[begin..]) => Some(Reading::Word),
        _ => None,
    }
}

/// Whether the characters are entries of menus and buttons, one after the other.
fn all_words(chars: &[char]) -> bool {
    let mut at = 0;
    while at < chars.len() {
        if is_frame(chars[at]) {
            at += 1;
            continue;
        }
        match furniture().at(chars, at) {
            Some((length, Furniture::Word)) => at += length,
            _ => return false,
        }
    }
    true
}

/// What stands around and between buttons.
fn is_frame(character: char) -> bool {
    matches!(character, '[' | ']' | '(' | ')' | '|' | '/' | '>' | '»' | '<' | '·' | '-' | '*' | '•' | '《' | '》')
}

fn is_file(words: &str) -> bool {
    let Some((_, extension)) = words.trim_end_matches(is_space).rsplit_once('.') else { return false };
    const EXTENSIONS: [&str; 9] = ["pdf", "doc", "docx", "xls", "xlsx", "wps", "ofd", "zip", "rar"];
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn is_time(words: &str) -> bool {
    words.chars().all(|character| {
        character.is_ascii_digit() || matches!(character, ':' | '：' | '-' | '.' | '/' | '年' | '月' | '日')
    })
}

fn is_value(words: &str, date: bool) -> bool {
    let short = words.chars().count() <= VALUE && !words.contains(['，', '。']);
    if date { short && words.starts_with(|first: char| first.is_ascii_digit()) } else { short }
}
