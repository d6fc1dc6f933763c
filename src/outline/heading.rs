//! Where a heading ends: at its line, at the end of a short sentence, or where the text begins that it runs into.

use crate::language::outline::openers;
use crate::report::Span;
use crate::text::{Style, arabic_digit, is_space};

/// A sentence of at most so many characters that leads a paragraph is a heading.
const SENTENCE: usize = 40;
/// A line without a full stop is a heading up to so many characters.
const LINE: usize = 80;
/// A lead has at most so many characters.
const LEAD: usize = 80;
/// What may be a heading before a space, a colon or an opener has at least so many characters.
const LEAST: usize = 4;

/// A heading as it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading {
    /// Its words, without closing punctuation.
    pub title: Option<Span>,
    /// How the text after the marker begins: the first sentence, or as much of it as a lead holds.
    pub lead: Span,
    /// The first of several lines, where no title was found and the line could be one.
    pub line: Option<Span>,
}

/// Reads the heading in `body`: what stands between a marker and the next one, or the end of the paragraph.
pub fn read(text: &str, body: Span, style: Style) -> Heading {
    let mut body = body;
    let trimmed = body.of(text).trim_start_matches(is_blank);
    body.start = body.end - trimmed.len();
    body.end = body.start + trimmed.trim_end_matches(is_blank).len();
    let sentence = Sentence::read(text, body);
    let lead = Span::new(body.start, sentence.lead_end);
    let title_end = match sentence.stop {
        // The whole of a line is its heading; a point that long is a sentence that lost its full stop.
        Stop::End if sentence.length <= if style.is_point() { SENTENCE } else { LINE } => sentence
            .gap
            .filter(|&gap| sentence.length > SENTENCE || has_cells(&text[gap..body.end]))
            .unwrap_or(sentence.end),
        Stop::Mark if sentence.length <= SENTENCE => {
            sentence.gap.filter(|_| style.is_heading()).unwrap_or(sentence.end)
        }
        _ => match sentence.gap.or_else(|| opener(text, body)) {
            Some(end) if style.is_heading() => end,
            _ => body.start,
        },
    };
    let title = text[body.start..title_end].trim_end_matches(closes_heading);
    let title = (!title.is_empty()).then(|| Span::new(body.start, body.start + title.len()));
    let line = body.of(text).split(['\n', '\r']).next().unwrap_or_default().trim_end_matches(is_blank);
    let could_be = title.is_none() && line.len() < body.end - body.start && line.chars().count() <= SENTENCE;
    Heading { title, lead, line: could_be.then(|| Span::new(body.start, body.start + line.len())) }
}

/// Whether cells of a table stand in the words: figures with white space around them.
fn has_cells(words: &str) -> bool {
    words.split(is_space).any(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_blank(character: char) -> bool {
    is_space(character) || matches!(character, '*' | '#')
}

fn closes_heading(character: char) -> bool {
    is_blank(character) || matches!(character, '。' | '；' | '：' | '，' | '、' | ';' | ':' | ',' | '.' | '！' | '？')
}

/// What a sentence ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A full stop or the like.
    Mark,
    /// The end of the paragraph or the next marker.
    End,
    /// It is longer than a heading or a lead.
    Far,
}

/// The first sentence after a marker.
struct Sentence {
    length: usize,
    /// Before its mark.
    end: usize,
    stop: Stop,
    lead_end: usize,
    /// A space after words that could be a heading.
    gap: Option<usize>,
}

impl Sentence {
    fn read(text: &str, body: Span) -> Self {
        let mut sentence = Self { length: 0, end: body.end, stop: Stop::End, lead_end: body.end, gap: None };
        let mut depth = 0_usize;
        let mut before = ' ';
        // A line break inside a paragraph is a soft one and parts nothing.
        let (mut spaced, mut broken) = (false, false);
        for (offset, character) in body.of(text).char_indices() {
            let at = body.start + offset;
            if is_space(character) {
                spaced = true;
                broken |= matches!(character, '\n' | '\r' | '\u{b}');
                continue;
            }
            spaced &= !broken;
            broken = false;
            let apart = spaced && sentence.gap.is_none() && depth == 0 && sentence.length >= LEAST;
            if apart && is_han(before) && (is_han(character) || character == '（' || begins_year(&text[at..body.end]))
            {
                sentence.gap = Some(at).filter(|&at| !single_before(&text[body.start..at]));
            }
            spaced = false;
            match character {
                '（' | '《' | '“' | '(' | '〔' => depth += 1,
                '）' | '》' | '”' | ')' | '〕' => depth = depth.saturating_sub(1),
                '。' | '！' | '？' | '；' | ';' if depth == 0 => {
                    return Self { end: at, stop: Stop::Mark, lead_end: at, ..sentence };
                }
                '.' if is_han(before) && depth == 0 => {
                    return Self { end: at, stop: Stop::Mark, lead_end: at, ..sentence };
                }
                _ => {}
            }
            sentence.length += 1;
            before = character;
            if sentence.length > LEAD {
                return Self { end: at, stop: Stop::Far, lead_end: at, ..sentence };
            }
        }
        sentence
    }
}

/// Whether the last word before a space is one character long: letters set apart, not a heading and its text.
fn single_before(words: &str) -> bool {
    let words = words.trim_end_matches(is_space);
    words.rsplit(is_space).next().is_some_and(|last| last.chars().count() == 1)
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn begins_year(words: &str) -> bool {
    words.chars().take(4).filter(|&digit| arabic_digit(digit).is_some()).count() == 4
        && words.chars().nth(4) == Some('年')
}

/// Where a sentence begins behind a heading with no mark between: before a year or a word that opens sentences.
fn opener(text: &str, body: Span) -> Option<usize> {
    let words = body.of(text);
    let mut before = ' ';
    for (length, (offset, character)) in words.char_indices().enumerate().take(SENTENCE) {
        let rest = &words[offset..];
        // 2023年，全县… begins a sentence; 推进2023年重点任务 goes on.
        let sets_time = |after: char| matches!(after, '，' | ',' | '以' | '我' | '全' | '度');
        let year = || begins_year(rest) && arabic_digit(before).is_none() && rest.chars().nth(5).is_some_and(sets_time);
        let bound = matches!(
            before,
            '，' | ',' | '、' | '的' | '和' | '与' | '及' | '在' | '对' | '于' | '《' | '“' | '（' | '('
        );
        if length >= LEAST && !bound && (year() || openers().iter().any(|opener| rest.starts_with(opener))) {
            return Some(body.start + offset);
        }
        before = character;
    }
    None
}
