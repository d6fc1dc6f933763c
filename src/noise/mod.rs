//! Page furniture: what came along with the paste and belongs to no section.

mod furniture;
mod joint;
mod marks;

use std::cell::LazyCell;

use crate::language::{Reporting, reporting};
use crate::order;
use crate::report::Span;
use crate::text::{
    Line, Lines, Marker, breaks_line, find_mark, front, has_year, headline, is_space, names_page, names_person, pieces,
    title,
};

/// The end of a page reaches back at most so many lines.
const TAIL: usize = 300;
/// Behind the last sentence, the end of a page is at most so many bytes of one line.
const TAIL_BYTES: usize = 4000;
/// What a site says in sentences stands in so many lines at the top, and is at most so many bytes.
const HEAD: usize = 40;
const NOTICE: usize = 900;
/// A title that has a year in it has at least so many characters.
const HEADLINE: usize = 12;
/// An entry of a menu has at most so many characters.
const ENTRY: usize = 30;

/// The furniture of the text, in reading order, disjoint.
pub fn find(text: &str, lines: Lines) -> Vec<Span> {
    let mut marks = marks::find(text, lines);
    order::sort_by_key(&mut marks, |&span| span);
    let mut noise = merge(text, marks);
    let head = head(text, lines, &noise);
    noise.extend(head);
    noise.extend(tail(text, lines));
    order::sort_by_key(&mut noise, |&span| span);
    merge(text, noise)
}

/// The furniture before the body: what the words say is furniture, and the menus above the title.
fn head(text: &str, lines: Lines, marks: &[Span]) -> Vec<Span> {
    let marked = |piece: &Span| {
        let after = marks.partition_point(|mark| mark.end < piece.end);
        marks.get(after).is_some_and(|mark| mark.contains(*piece))
    };
    // What a site says in sentences above the report; a line that holds the report as well is left to its pieces.
    let says = |line: &Line| {
        line.of(text).len() <= NOTICE
            && line.of(text).len() * 2 < text.len()
            && find_mark(line.of(text), |mark| matches!(mark, '。' | '!' | '！')).is_some()
            && furniture::begins_notice(line.of(text))
    };
    let notices: Vec<Span> = lines.iter().take(HEAD).filter(says).collect();
    let lines = lines.iter().filter(|line| line.is_empty() || !marked(line) && !notices.contains(line));
    let pieces: Vec<Span> = front(text, lines, joint::parted).into_iter().filter(|piece| !marked(piece)).collect();
    let is_furniture = furniture::classify(text, &pieces, true);
    let (mut noise, mut rest) = (notices, Vec::new());
    for (&piece, is_furniture) in pieces.iter().zip(is_furniture) {
        if is_furniture { noise.push(piece) } else { rest.push(piece) }
    }
    // Menus stand above the title; where there is none, between other furniture.
    let last = noise.last().map_or(0, |last| last.start);
    let (end, own) = match title(text, &rest) {
        Some(title) => (rest[title.pieces.start].start, title.span.of(text)),
        None => match rest.iter().rev().find(|piece| piece.start < last && is_headline(text, **piece)) {
            Some(headline) => (headline.start, headline.of(text)),
            None => (last, ""),
        },
    };
    let markdown = LazyCell::new(|| is_markdown(text));
    // A page may print the title twice; the first time it is no entry of a menu, but the end of a path where one leads to it.
    let entries = rest.into_iter().filter(|piece| {
        let words = piece.of(text);
        let blank = |character: char| is_space(character) && !breaks_line(character);
        let ends_line = |at: usize| text[at..].trim_start_matches(blank).starts_with(breaks_line);
        let beside = |noise: &Span| {
            let before = noise.end <= piece.start && same_line(text, *noise, *piece) && ends_line(piece.end);
            let behind = noise.start >= piece.end && same_line(text, *piece, *noise) && ends_line(noise.end);
            before || behind
        };
        let step = words == own && noise.iter().any(beside);
        // Where no title is known, what has a year in it may be one.
        let may_be_title = own.is_empty() && has_year(words) && words.chars().count() >= HEADLINE;
        let letter = || *markdown && is_quoted(text, *piece) || is_speaker(text, *piece) || is_slogan(text, *piece);
        let entry = is_entry(words) && words != own && !may_be_title && !letter();
        piece.start < end && (step || entry || names_page(words, own))
    });
    let entries: Vec<Span> = entries.collect();
    noise.extend(entries);
    noise
}

/// Whether a text has signs of Markdown other than those of quotations.
fn is_markdown(text: &str) -> bool {
    text.contains("**") || text.starts_with('#') || text.contains("\n#")
}

/// Whether the line of a piece begins as a quotation in Markdown does.
fn is_quoted(text: &str, piece: Span) -> bool {
    text[..piece.start].rsplit(breaks_line).next().is_some_and(|before| before.trim_matches(is_space) == ">")
}

/// Whether a piece names the person whose office stands before it: 云溪县县长 张三.
fn is_speaker(text: &str, piece: Span) -> bool {
    const NAME: usize = 4;
    let line = text[..piece.start].rsplit(breaks_line).next().unwrap_or_default().trim_end_matches(is_space);
    let office = line.rsplit(is_space).next().unwrap_or_default();
    piece.of(text).chars().count() <= NAME && names_person(office)
}

/// Whether the line of a piece is a slogan in two halves of one length, as stand above a title: 凝心聚力抓落实 砥砺前行开新局.
fn is_slogan(text: &str, piece: Span) -> bool {
    const LEAST: usize = 5;
    let start = piece.start - text[..piece.start].rsplit(breaks_line).next().map_or(0, str::len);
    let line = text[start..].split(breaks_line).next().unwrap_or_default();
    let mut halves = line.split(is_space).filter(|half| !half.is_empty()).map(|half| half.chars().count());
    let (first, second) = (halves.next(), halves.next());
    first.is_some_and(|length| length >= LEAST) && first == second && halves.next().is_none()
}

/// Whether no line break parts two spans.
fn same_line(text: &str, first: Span, second: Span) -> bool {
    !text[first.end..second.start].contains(breaks_line)
}

/// Whether a piece stands alone on its line and may be a title that only its place tells.
fn is_headline(text: &str, piece: Span) -> bool {
    let blank = |character: char| is_space(character) && !breaks_line(character);
    let before = text[..piece.start].trim_end_matches(blank);
    let after = text[piece.end..].trim_start_matches(blank);
    let alone =
        (before.is_empty() || before.ends_with(breaks_line)) && (after.is_empty() || after.starts_with(breaks_line));
    alone
        && headline(text, piece, true)
            .is_some_and(|span| !reporting(Reporting::Site).iter().any(|site| span.of(text).ends_with(site)))
}

/// Whether a piece above the title is an entry of a menu, not the head of a letter: a document number, a mark of secrecy.
fn is_entry(words: &str) -> bool {
    let letterhead = words.contains(['〔', '［', '，', '★'])
        || words.trim_start_matches(['*', ' ']).starts_with(['—', '-'])
        || words.trim_matches(['*', '#', ' ', '>']).is_empty()
        || words.ends_with("会议上")
        || words.ends_with("文件")
        || words.starts_with("附件")
        || names_person(words)
        || words.ends_with('号');
    // 首页>政务公开>法治政府建设 is a path, however long.
    let steps = words.split(['>', '»']).filter(|step| !step.trim_matches(is_space).is_empty()).count();
    !letterhead && (steps > 2 || words.chars().filter(|&character| !is_space(character)).count() <= ENTRY)
}

/// The furniture after the last sentence of the body.
fn tail(text: &str, lines: Lines) -> Vec<Span> {
    let (mut tail, mut listed) = (Vec::new(), Vec::new());
    for line in lines.backwards().take(TAIL) {
        let line = Span::new(text.ceil_char_boundary(line.start.max(line.end.saturating_sub(TAIL_BYTES))), line.end);
        let words = line.of(text);
        // On a line of its own: the page on one line may begin like one, too.
        if words.len() <= NOTICE && words.len() * 2 < text.len() && furniture::begins_furniture(words) {
            tail.push(line);
            continue;
        }
        let marked = Marker::at(words.trim_start_matches(is_space));
        if furniture::is_listing(words) || marked.is_none() && furniture::asks_reader(words) {
            listed.push(line);
            continue;
        }
        let sentence = words.rfind(['。', '！', '；']).map(|at| at + '。'.len_utf8());
        let heads = marked.is_some_and(|marker| marker.style.is_heading());
        if let Some(end) = sentence {
            tail.push(Span::new(line.start + end, line.end));
        }
        if sentence.is_some() || heads {
            break;
        }
        tail.push(line);
    }
    listed.extend(other_reports(text, &tail));
    let pieces: Vec<Span> = tail
        .into_iter()
        .rev()
        .flat_map(|line| pieces(text, line))
        .flat_map(|piece| joint::parted(text, piece))
        .collect();
    let is_furniture = furniture::classify(text, &pieces, false);
    pieces.into_iter().zip(is_furniture).filter_map(|(piece, is)| is.then_some(piece)).chain(listed).collect()
}

/// The names of other reports that a page lists below its own: lines in turn that are titles. `lines` are the last first.
fn other_reports(text: &str, lines: &[Line]) -> Vec<Line> {
    const FEWEST: usize = 3;
    let written = lines.iter().copied().filter(|line| !line.of(text).trim_matches(is_space).is_empty());
    let mut runs: Vec<Vec<Line>> = vec![Vec::new()];
    for line in written {
        let words = line.of(text).trim_matches(is_space);
        let piece = Span::new(line.start, line.start + line.of(text).trim_end_matches(is_space).len());
        match runs.last_mut() {
            Some(run) if title(text, &[piece]).is_some() && has_year(words) => run.push(line),
            _ => runs.push(Vec::new()),
        }
    }
    runs.into_iter().filter(|run| run.len() >= FEWEST).flatten().collect()
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
                    .all(|character| is_space(character) && !breaks_line(character)) =>
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
