//! Tables that were flattened into lines: where they stand, so that their numbers are taken for no headings and no prose.

use super::bytes::find_mark;
use super::form::{self, Form};
use super::{Lines, Marker, arabic_digit, breaks_line, is_han, is_space};
use crate::order;
use crate::report::Span;

/// So many bytes without a sentence may lie between two cells of a table.
const GAP: usize = 900;
/// Fewer cells make no table.
const CELLS: usize = 4;
/// The label of a row is at most this long in bytes.
pub const LABEL: usize = 240;
/// So many lines in turn that end in a figure are rows of one column.
const ROWS: usize = 3;

/// How what begins in a table stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// It heads a row: cells follow.
    Head,
    /// Between rows.
    Between,
}

/// The tables of a text.
#[derive(Debug)]
pub struct Tables {
    spans: Vec<Span>,
    forms: Vec<Form>,
}

impl Tables {
    /// The stretches of text where cells of figures follow each other with no sentence between.
    pub fn find(text: &str, lines: Lines) -> Self {
        let mut tables = Vec::new();
        let mut open: Option<(Span, usize)> = None;
        let mut previous: Option<(Span, bool)> = None;
        let mut close = |open: &mut Option<(Span, usize)>| {
            if let Some((span, _)) = open.take().filter(|&(_, cells)| cells >= CELLS) {
                tables.push(span);
            }
        };
        // Lines in turn that are a label and a figure: where the first begins, and how many they are.
        let mut column = (0, 0);
        // How many cells the head has that the line before is, all of them parted by tabs; and that line.
        let (mut head, mut above) = (0, None::<Span>);
        for line in lines.iter() {
            let mut figures = 0;
            let mut tokens = 0;
            // What a tab sets apart is a cell, be it the only one of its row.
            let tabbed = line.of(text).contains('\t');
            for token in cells(text, line) {
                tokens += 1;
                let figure = is_figure(token.of(text));
                if open.is_some_and(|(table, _)| token.start > table.end + GAP || is_prose(token.of(text))) {
                    close(&mut open);
                }
                let beside = previous.is_some_and(|(before, figure)| figure && before.start >= line.start);
                if figure && (beside || tabbed) {
                    let start = previous.filter(|_| beside).map_or(token.start, |(before, _)| before.start);
                    let (table, count) = open.unwrap_or((Span::new(start, token.end), usize::from(beside)));
                    open = Some((Span::new(table.start, token.end), count + 1));
                }
                figures += usize::from(figure);
                previous = Some((token, figure));
            }
            // One row under its head, all of it figures but its label, is a table too.
            let parted = if tabbed { line.of(text).split('\t').count() } else { 1 };
            let label = || cells(text, line).next().is_some_and(|label| !is_figure(label.of(text)));
            if parted > 2 && label() && parted == head && figures + 1 == parted && tokens == parted {
                open = open.map(|(table, count)| (table, count.max(CELLS)));
            }
            if tokens > 0 {
                // A unit is told in the head or above it.
                let measured = || [Some(line), above].iter().flatten().any(|line| tells_unit(line.of(text)));
                head = if tabbed && figures == 0 && measured() { parted } else { 0 };
                above = Some(line);
            }
            if let (1, 1, Some((token, true))) = (tokens, figures, previous) {
                let (table, count) = open.unwrap_or((token, 0));
                open = Some((Span::new(table.start, token.end), count + 1));
            }
            match previous {
                Some((last, true))
                    if tokens > 1
                        && figures == 1
                        && !is_day(last.of(text))
                        && is_label(Span::new(line.start, last.start).of(text)) =>
                {
                    column = if column.1 == 0 { (line.start, 1) } else { (column.0, column.1 + 1) };
                    if column.1 >= ROWS {
                        let (table, count) = open.unwrap_or((Span::new(column.0, last.end), CELLS));
                        open = Some((Span::new(table.start.min(column.0), last.end), count + 1));
                    }
                }
                _ if tokens > 0 => column = (0, 0),
                _ => {}
            }
        }
        close(&mut open);
        let forms = form::find(text);
        Self { spans: join(tables, forms.iter().map(|form| form.span)), forms }
    }

    /// Those whose head is that of a form, in reading order.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Where the next form begins or the one at `at` ends.
    pub fn form_edge(&self, at: usize) -> usize {
        let next = self.forms.partition_point(|form| form.span.end <= at);
        let edge = |form: &Form| if at < form.span.start { form.span.start } else { form.span.end };
        self.forms.get(next).map_or(usize::MAX, edge)
    }

    /// Where they stand, in reading order: from the first cell beside a label to the last figure.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether a byte lies inside a table.
    pub fn holds(&self, at: usize) -> bool {
        let after = self.spans.partition_point(|table| table.end <= at);
        self.spans.get(after).is_some_and(|table| table.start <= at)
    }

    /// How the marker that ends at `end` stands: whether its words are the label of a row.
    pub fn row(&self, text: &str, end: usize) -> Row {
        let form = self.forms.get(self.forms.partition_point(|form| form.span.end <= end));
        // Before the head of a form nothing is a row.
        let limit = form.map(|form| form.span.start).filter(|&head| head >= end).unwrap_or(text.len());
        let limit = text.floor_char_boundary(end + LABEL).min(limit);
        let rest = Span::new(end, limit);
        let ends_label = |character| breaks_line(character) || matches!(character, '\t' | '|');
        let label_end = find_mark(rest.of(text), ends_label).map_or(limit, |at| end + at);
        let sentence = text[end..label_end].contains('。');
        if !sentence && text[label_end..limit].starts_with(['\t', '|']) {
            return Row::Head;
        }
        let cells: Vec<Span> = cells(text, Span::new(end, label_end)).take(if sentence { 3 } else { LABEL }).collect();
        let figure = |index: usize| cells.get(index).is_some_and(|cell| is_figure(cell.of(text)));
        let last = cells.len().saturating_sub(1);
        let label = || cells.first().is_some_and(|label| is_label(label.of(text)));
        // Two figures, a figure and the next number, or, among rows of one column, a figure at the end of the line.
        let next = || cells.get(2).is_some_and(|next| Marker::at(next.of(text)).is_some());
        let ends = || last > 0 && figure(last) && (figure(last - 1) && last > 1 || self.holds(cells[last].start));
        if figure(1) && label() && next() || !sentence && (figure(1) && figure(2) || label() && ends()) {
            return Row::Head;
        }
        if sentence {
            return Row::Between;
        }
        let below = text[label_end..limit].trim_start_matches(is_space);
        let cell = below.split(breaks_line).next().unwrap_or_default().trim_end_matches(is_space);
        if self.holds(limit - below.len()) && is_figure(cell) { Row::Head } else { Row::Between }
    }
}

/// The stretches of both, in order, those that overlap as one.
fn join(mut spans: Vec<Span>, more: impl Iterator<Item = Span>) -> Vec<Span> {
    spans.extend(more);
    order::sort_by_key(&mut spans, |&span| span);
    spans.dedup_by(|next, last| {
        let joined = next.start <= last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    spans
}

/// Whether a sentence stands in a cell: a full stop, or a comma between words; the remark in the bracket of a label may have one.
pub fn is_prose(token: &str) -> bool {
    let word = |character: Option<char>| character.is_some_and(is_han);
    let parts = |(at, comma): (usize, &str)| {
        let (before, after) = (&token[..at], &token[at + comma.len()..]);
        word(before.chars().next_back()) && word(after.chars().next()) && !before.contains(['（', '('])
    };
    token.contains('。') || token.match_indices(['，', ',']).any(parts)
}

/// Whether a line may tell in which unit the figures below it are: 受理（件）, 单位：万元.
fn tells_unit(line: &str) -> bool {
    line.contains(['（', '(', '%', '％']) || line.contains("单位")
}

/// Whether a cell is a day: 2023-01-09.
fn is_day(token: &str) -> bool {
    ['-', '.'].iter().any(|&sign| token.trim_start_matches('-').matches(sign).count() > 1)
}

/// Whether the words may be the label of a row: no mark stands in them that parts sentences, nor the dots of a table of contents.
fn is_label(words: &str) -> bool {
    let dotted = words.contains('…') || words.contains("...") || words.contains("···");
    words.len() <= LABEL && !dotted && !words.contains(['。', '，', '；', '！', '？', ';'])
}

/// The cells of a line: what white space and column strokes part.
pub fn cells(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let separates = |character: char| character == '|' || is_space(character);
    let mut rest = line.of(text);
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(separates);
        let start = line.end - rest.len();
        let length = find_mark(rest, separates).unwrap_or(rest.len());
        rest = &rest[length..];
        (length > 0).then_some(Span::new(start, start + length))
    })
}

/// Whether a cell holds a figure and nothing else.
pub fn is_figure(token: &str) -> bool {
    let mut digits = 0;
    let plain = token.chars().all(|character| {
        let digit = arabic_digit(character).is_some();
        digits += usize::from(digit);
        digit || matches!(character, '.' | '．' | ',' | '，' | '%' | '％' | '-' | '－' | '—' | '+' | '‰')
    });
    plain && digits > 0
}
