//! Where markers stand that may head a section, and what speaks for them.

use super::scan::Scan;
use crate::language::Zone;
use crate::report::Span;
use crate::text::{Marker, Row, Style, Tables, is_space};

/// What stands right before a marker, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing: it begins a paragraph.
    Line,
    /// The end of a sentence or clause: 。；：
    Sentence,
    /// White space.
    Gap,
    /// A comma.
    Comma,
    /// Another word.
    Word,
}

/// A marker that may head a section.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// How it is written.
    pub marker: Marker,
    /// Where.
    pub span: Span,
    /// What stands before it.
    pub place: Place,
    /// The paragraph that holds it, and where that ends.
    pub paragraph: usize,
    /// The end of the paragraph.
    pub limit: usize,
    /// Whether it stands among notes or attachments.
    pub zone: Zone,
    /// Whether it stands inside a table, and if so, whether cells follow it in its row.
    pub table: Option<Row>,
}

/// Every candidate, in reading order.
pub fn find(text: &str, paragraphs: &[Span], noise: &[Span], tables: &Tables) -> Vec<Candidate> {
    let mut scan = Scan::new(text, tables);
    let mut rest = noise;
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let passed = rest.partition_point(|noise| noise.end <= paragraph.start);
        rest = &rest[passed..];
        scan.paragraph(index, paragraph, rest);
    }
    let Scan { mut candidates, notes_in_text, contents, .. } = scan;
    match contents {
        Some(listed) => drop_contents(&mut candidates, listed),
        None => drop_unnamed_contents(text, &mut candidates),
    }
    if notes_in_text {
        // ① in a sentence points to a note, so ① at the head of a line is that note.
        candidates.retain(|candidate| candidate.marker.style != Style::Circled);
    }
    drop_glossary(text, &mut candidates);
    join_runs(&mut candidates);
    candidates
}

/// Drops the numbers of a glossary that no heading names: the last run of lines, from 1 on, that say what words of the text mean.
fn drop_glossary(text: &str, candidates: &mut Vec<Candidate>) {
    const FEWEST: usize = 3;
    /// So many of them show what the others are.
    const SHOWN: usize = 20;
    let mut first = candidates.len();
    while let Some(candidate) = first.checked_sub(1).map(|before| candidates[before]) {
        let follows = candidates.get(first).is_none_or(|next| {
            next.marker.style == candidate.marker.style && next.marker.follows(candidate.marker.number)
        });
        if candidate.place != Place::Line || !follows {
            break;
        }
        first -= 1;
        if candidate.marker.number == 1 {
            break;
        }
    }
    let run = &candidates[first..];
    let Some(head) = run.first().filter(|head| head.marker.number == 1 && run.len() >= FEWEST) else { return };
    let before = text[..head.span.start].trim_end_matches(is_space);
    let shown = run.len().min(SHOWN);
    let explained = run[..shown].iter().filter(|candidate| explains(text, candidate, before)).count();
    if !before.ends_with(['：', ':']) && explained * 4 >= shown * 3 {
        candidates.truncate(first);
    }
}

/// Whether a line says what a word means that stands in the text before: 3.“放管服”改革：简政放权的简称。
fn explains(text: &str, candidate: &Candidate, before: &str) -> bool {
    const WORD: usize = 90;
    let line = text[candidate.span.end..candidate.limit].trim_start_matches(is_space);
    let Some((word, _)) = line.split_once(['：', ':']).filter(|(word, _)| word.len() <= WORD) else { return false };
    let quoted = word.split_once('“').and_then(|(_, word)| word.split_once('”')).map(|(word, _)| word);
    let known = quoted.unwrap_or(word).trim_matches(is_space);
    known.chars().count() > 1 && before.contains(known)
}

/// Lets the points of one list be one run, though the writer changed the family: 首先, 其次, 第三 or 一是, 二是, 第三.
fn join_runs(candidates: &mut [Candidate]) {
    /// The points of one list are at most this far apart in bytes.
    const LIST: usize = 3000;
    let is_counted =
        |style: Style| matches!(style, Style::Ordinal | Style::Among | Style::Sequence | Style::Is | Style::Must);
    let mut last = [0_u32; Style::COUNT];
    let mut run: Option<(Marker, usize)> = None;
    for candidate in candidates {
        let style = candidate.marker.style;
        if !is_counted(style) {
            continue;
        }
        let own = candidate.marker.follows(last[style as usize]);
        let other = run.filter(|&(other, end)| {
            candidate.marker.follows(last[other.style as usize]) && candidate.span.start < end + LIST
        });
        if let Some((other, _)) = other.filter(|_| !own && candidate.marker.number > 1) {
            candidate.marker = Marker { style: other.style, sign: other.sign, ..candidate.marker };
        }
        last[candidate.marker.style as usize] = candidate.marker.number;
        run = Some((candidate.marker, candidate.span.end));
    }
}

/// Drops the entries of a table of contents: from the first behind its heading to where the same number comes again.
fn drop_contents(candidates: &mut Vec<Candidate>, listed: usize) {
    let Some(first) = candidates.get(listed).map(|candidate| candidate.marker) else { return };
    let again = candidates.iter().skip(listed + 1).position(|candidate| {
        candidate.marker.style == first.style && candidate.marker.number == first.number && candidate.table.is_none()
    });
    if let Some(again) = again {
        candidates.drain(listed..listed + 1 + again);
    }
}

/// Drops a table of contents that no word names: the first headings, with no sentence between them, if the first of them comes
/// again with the same words.
fn drop_unnamed_contents(text: &str, candidates: &mut Vec<Candidate>) {
    const LISTED: usize = 80;
    const WORDS: usize = 8;
    const FEWEST: usize = 3;
    let words = |candidate: &Candidate| {
        let rest = text[candidate.span.end..candidate.limit].chars();
        rest.filter(|&character| !is_space(character) && !matches!(character, '*' | '#'))
            .take(WORDS)
            .collect::<String>()
    };
    let Some(first) = candidates.first().copied() else { return };
    if !first.marker.style.is_heading() || first.place != Place::Line {
        return;
    }
    let own = words(&first);
    let again = candidates.iter().take(LISTED).skip(1).position(|candidate| {
        candidate.marker.style == first.marker.style
            && candidate.marker.number == first.marker.number
            && candidate.place == Place::Line
            && words(candidate) == own
    });
    let apart =
        |again: &usize| *again >= FEWEST && !text[first.span.start..candidates[*again].span.start].contains('。');
    if let Some(again) = again.map(|again| again + 1).filter(apart) {
        candidates.drain(..again);
    }
}
