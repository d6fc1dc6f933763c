//! Page furniture: what came along with the paste and belongs to no section.

mod furniture;
mod marks;

use crate::order;
use crate::report::Span;
use crate::text::{Line, Marker, front, is_space, pieces, title};

/// The end of a page reaches back at most so many lines.
const TAIL: usize = 300;
/// Behind the last sentence, the end of a page is at most so many bytes of one line.
const TAIL_BYTES: usize = 4000;
/// An entry of a menu has at most so many characters.
const ENTRY: usize = 30;

/// The furniture of the text, in reading order, disjoint.
pub fn find(text: &str, lines: &[Line]) -> Vec<Span> {
    let mut noise = marks::find(text, lines);
    noise.extend(head(text, lines));
    noise.extend(tail(text, lines));
    order::sort_by_key(&mut noise, |&span| span);
    merge(text, noise)
}

/// The furniture before the body: what the words say is furniture, and the menus above the title.
fn head(text: &str, lines: &[Line]) -> Vec<Span> {
    let pieces: Vec<Span> =
        front(text, lines.iter().copied()).into_iter().flat_map(|piece| furniture::parted(text, piece)).collect();
    let is_furniture = furniture::classify(text, &pieces);
    let (mut noise, mut rest) = (Vec::new(), Vec::new());
    for (&piece, is_furniture) in pieces.iter().zip(is_furniture) {
        if is_furniture { noise.push(piece) } else { rest.push(piece) }
    }
    // Menus stand above the title; where there is none, between other furniture.
    let (end, own) = match title(text, &rest) {
        Some(title) => (rest[title.pieces.start].start, title.span.of(text)),
        None => (noise.last().map_or(0, |last| last.start), ""),
    };
    // A page may print the title twice; the first time it is no entry of a menu.
    noise.extend(
        rest.into_iter().filter(|piece| piece.start < end && is_entry(piece.of(text)) && piece.of(text) != own),
    );
    noise
}

/// Whether a piece above the title is an entry of a menu, not the head of a letter: a document number, a mark of secrecy.
fn is_entry(words: &str) -> bool {
    let letterhead = words.contains(['〔', '［', '，', '★'])
        || words.ends_with("文件")
        || words.starts_with("附件")
        || words.ends_with('号');
    !letterhead && words.chars().filter(|&character| !is_space(character)).count() <= ENTRY
}

/// The furniture after the last sentence of the body.
fn tail(text: &str, lines: &[Line]) -> Vec<Span> {
    let mut tail = Vec::new();
    for &line in lines.iter().rev().take(TAIL) {
        let line = Span::new(text.ceil_char_boundary(line.start.max(line.end.saturating_sub(TAIL_BYTES))), line.end);
        let words = line.of(text);
        if furniture::begins_furniture(words) {
            tail.push(line);
            continue;
        }
        let sentence = words.rfind(['。', '！', '；']).map(|at| at + '。'.len_utf8());
        let heads = Marker::at(words.trim_start_matches(is_space)).is_some_and(|marker| marker.style.is_heading());
        if let Some(end) = sentence {
            tail.push(Span::new(line.start + end, line.end));
        }
        if sentence.is_some() || heads {
            break;
        }
        tail.push(line);
    }
    let pieces: Vec<Span> = tail
        .into_iter()
        .rev()
        .flat_map(|line| pieces(text, line))
        .flat_map(|piece| furniture::parted(text, piece))
        .collect();
    let is_furniture = furniture::classify(text, &pieces);
    pieces.into_iter().zip(is_furniture).filter_map(|(piece, is)| is.then_some(piece)).collect()
}

/// Sorted spans with those joined that only white space of one line parts.
fn merge(text: &str, sorted: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            Some(last)
                if text[last.end..span.start]
                    .chars()
                    .all(|character| is_space(character) && !matches!(character, '\n' | '\r')) =>
            {
                last.end = span.end;
            }
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
