//! Rows of a table that stand under a header of just as many cells.

use super::totals::{self, Row};
use super::{Cell, figure};
use crate::language::{Sense, Tie, senses, ties, units};
use crate::report::{Direction, Kind, Metric, Relation, Role, Span, Why};
use crate::text::{Marker, cells, is_figure, is_space};

/// How sure a cell is whose unit is told.
const CONFIDENCE: f32 = 0.8;
/// How sure one is of which no unit is told.
const WITHOUT_UNIT: f32 = 0.6;

/// What stands above the rows of a table.
#[derive(Default)]
struct Header<'a> {
    columns: Vec<Span>,
    /// The unit of all, 单位：万元.
    unit: Option<&'a str>,
    /// Which of them tells the unit of each row: 计量单位.
    units: Option<usize>,
    /// Whether the first column but numbers the rows: 序号.
    numbered: bool,
    /// Whether rows of as many cells, parted by tabs, stand below: only then a cell without a unit is read.
    regular: bool,
}

/// Adds the figures of rows. Gives the cells that hold none though digits stand in them: years of a header, numbers of rows.
pub fn read(text: &str, lines: &[Span], found: &mut Vec<Cell>) -> Vec<Span> {
    let mut header = Header::default();
    let mut aside = Vec::new();
    // The rows below the header, with the figures of their columns as indices into what was found.
    let mut below: Vec<Row> = Vec::new();
    let mut told = false;
    // Whether a form was left out among the rows: what it parts is not added up, and tells nothing of the row above.
    let mut parted = false;
    for (at, &line) in lines.iter().enumerate() {
        if at > 0 && !is_next(text, lines[at - 1], line) {
            below.clear();
            parted = true;
        }
        let mut row = row(text, line);
        if row.is_empty() {
            continue;
        }
        let heads = heads(text, &row);
        if !heads && header.numbered && row.len() > header.columns.len() {
            aside.push(row.remove(0));
        }
        let is_row = !heads && header.columns.len() == row.len() && has_figure(text, &row);
        // Behind its rows another table begins, in a unit of its own.
        if told && !is_row {
            header = Header::default();
        }
        told = is_row;
        if let Some(unit) = caption(line.of(text)) {
            header.unit = Some(unit);
            continue;
        }
        if row.len() >= 2 && heads {
            aside.extend(row.iter().filter(|cell| is_figure(cell.of(text))));
            header.numbered = row.len() > 2 && row[0].of(text) == "序号";
            header.regular = is_regular(text, &lines[at..], row.len(), usize::from(header.numbered));
            header.columns = row.split_off(usize::from(header.numbered));
            header.units = header.columns.iter().position(|column| column.of(text).ends_with("单位"));
            header.unit = header.unit.or(split_label(header.columns[0].of(text)).1);
            let rows = std::mem::take(&mut below);
            if !std::mem::take(&mut parted) {
                totals::link(&rows, found);
            }
            continue;
        }
        if !is_row {
            header.columns.clear();
            continue;
        }
        let row = read_row(text, line, &header, &row, below.last(), found);
        below.push(row);
    }
    if !parted {
        totals::link(&below, found);
    }
    aside
}

/// Whether no line stands between two.
fn is_next(text: &str, line: Span, next: Span) -> bool {
    text[line.end..next.start].bytes().all(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Adds the figures of a row; `above` is the one before it.
fn read_row(text: &str, line: Span, header: &Header, row: &[Span], above: Option<&Row>, found: &mut Vec<Cell>) -> Row {
    let (label, among) = label(row[0].of(text));
    let (name, unit) = split_label(label);
    let mut figures = vec![None];
    // Of the row the amount of the latest year, or else the last: a growth or a share tells of that.
    let mut amount: Option<usize> = None;
    let numbered = has_digit(label);
    for column in 1..row.len() {
        let cell = if numbered { None } else { read_cell(text, line, header, row, column, unit) };
        let Some(mut metric) = cell else {
            figures.push(None);
            continue;
        };
        let at = found.len();
        let of = match metric.kind {
            Kind::Growth | Kind::Ratio => amount.map(|amount| (amount, Relation::Attribute)),
            _ => {
                let earlier = |last: usize| found[last].metric.period > metric.period && metric.period.is_some();
                amount = amount.filter(|&last| earlier(last)).or(Some(at));
                let whole = above.and_then(|above| above.figures[column]).filter(|_| among);
                whole.map(|whole| (whole, Relation::Part))
            }
        };
        metric.indicator.insert_str(0, name);
        found.push(Cell { metric, of: of.map(|(other, relation)| (other as isize - at as isize, relation)) });
        figures.push(Some(at));
    }
    let label = row[0].of(text);
    let indent = row[0].start - line.start;
    Row { label: label.to_owned(), style: Marker::at(label).map(|marker| marker.style), indent, among, figures }
}

/// The cells of a row: what tabs part, else what white space does.
fn row(text: &str, line: Span) -> Vec<Span> {
    if !line.of(text).contains('\t') {
        return cells(text, line).collect();
    }
    let mut at = line.start;
    let parted = line.of(text).split('\t').map(|cell| {
        let start = at + cell.len() - cell.trim_start_matches(is_space).len();
        let end = start + cell.trim_matches(is_space).len();
        at += cell.len() + 1;
        Span::new(start, end)
    });
    parted.collect()
}

fn has_figure(text: &str, row: &[Span]) -> bool {
    row.iter().any(|cell| is_figure(cell.of(text)))
}

/// Whether a row is the header of those below: no figure stands in it but years.
fn heads(text: &str, row: &[Span]) -> bool {
    let year = |cell: &&str| cell.len() == 4 && names_year(cell);
    let mut figures = row.iter().map(|cell| cell.of(text)).filter(|cell| is_figure(cell)).peekable();
    let labelled = row.first().is_some_and(|cell| !is_figure(cell.of(text)));
    figures.peek().is_none() || labelled && figures.all(|cell| year(&cell))
}

/// Whether a header stands over two rows at least, each of as many cells, all parted by tabs, with labels, in the column of
/// that number, that hold no digit.
fn is_regular(text: &str, lines: &[Span], columns: usize, labels: usize) -> bool {
    let mut rows = 0;
    let mut filled = lines.iter().map(|&line| row(text, line)).filter(|row| !row.is_empty());
    let tabbed = lines.first().is_some_and(|line| line.of(text).contains('\t'));
    // The header itself.
    filled.next();
    for row in filled {
        if heads(text, &row) || row.len() < 2 {
            break;
        }
        if row.len() != columns || row[labels].of(text).is_empty() || has_digit(label(row[labels].of(text)).0) {
            return false;
        }
        rows += 1;
    }
    tabbed && rows > 1
}

/// Whether the rows of these lines that hold figures stand as tabs part them, each as long as the row before.
pub fn are_intact(text: &str, lines: &[Span]) -> bool {
    let mut before = 0;
    let mut rows = 0;
    for &line in lines {
        let row = row(text, line);
        if row.len() < 2 || heads(text, &row) {
            before = row.len();
            continue;
        }
        if !line.of(text).contains('\t') || before > 1 && row.len() != before {
            return false;
        }
        before = row.len();
        rows += 1;
    }
    rows > 1
}

/// The unit that a line above a table says: （单位：万元）.
fn caption(line: &str) -> Option<&str> {
    let unit = line.split_once("单位：").or(line.split_once("单位:"))?.1;
    let unit = unit.trim_matches(|character| is_space(character) || matches!(character, '）' | ')'));
    (!unit.is_empty() && !unit.contains(['\t', '，', '、', '/', ' '])).then_some(unit)
}

/// The words of a row without its number and 其中, and whether it is part of the row above: `一、税收收入`, `其中：增值税`.
fn label(words: &str) -> (&str, bool) {
    let words = Marker::at(words).map_or(words, |marker| &words[marker.len..]);
    let inside = words.strip_prefix("其中").map(|rest| rest.trim_start_matches(['：', ':']));
    (inside.unwrap_or(words).trim_matches(is_space), inside.is_some())
}

/// A label and the unit in its bracket: 行政处罚（件）.
fn split_label(label: &str) -> (&str, Option<&str>) {
    let (name, unit) = split_head(label);
    let known = |unit: &&str| {
        let letters: Vec<char> = unit.chars().collect();
        units().before(&letters, letters.len()).is_some_and(|(length, _)| {
            length == letters.len()
                || letters[..letters.len() - length].iter().all(|&letter| "百千万亿".contains(letter))
        })
    };
    match unit.filter(known).filter(|_| !name.is_empty()) {
        Some(unit) => (name.trim_matches(is_space), Some(unit)),
        None => (label, None),
    }
}

/// Whether the head of a column is a year: 2023年.
fn names_year(head: &str) -> bool {
    const YEAR: usize = 4;
    let words = head.trim_end_matches('度');
    let digits = words.strip_suffix('年').unwrap_or(words);
    let year = digits.len() == YEAR && digits.bytes().all(|digit| digit.is_ascii_digit());
    year && (digits.len() < words.len() || digits.starts_with("19") || digits.starts_with("20"))
}

/// The time that the head of a column names, and how much of it does so: 2023年, 上年数.
fn period(head: &str) -> Option<(usize, String)> {
    if names_year(head) {
        let year = if head.ends_with(['年', '度']) { "" } else { "年" };
        return Some((head.len(), format!("{head}{year}")));
    }
    let near = ["本年", "今年", "上年", "去年"].into_iter().find(|near| head.starts_with(near))?;
    matches!(&head[near.len()..], "" | "数" | "度" | "度数").then(|| (near.len(), near.to_owned()))
}

fn has_digit(cell: &str) -> bool {
    cell.chars().any(|character| character.is_ascii_digit())
}

/// The figure of a cell, if its unit is known from the head of the column, from a column of units, from the label of its row or from
/// above the table, or if none is told and the head says that the column counts.
fn read_cell(
    text: &str,
    line: Span,
    header: &Header,
    row: &[Span],
    column: usize,
    labelled: Option<&str>,
) -> Option<Metric> {
    let (head, cell) = (header.columns[column].of(text), row[column]);
    if !is_figure(cell.of(text)) {
        return None;
    }
    let (name, own) = split_head(head);
    let year = names_year(name);
    let letters: Vec<char> = name.chars().collect();
    let grows = senses(Sense::Column).is_in(&letters) || senses(Sense::Down).is_in(&letters);
    // A rate, a growth or a place is not in the unit of the table.
    let begins = ties(Tie::Relative).begins(&letters);
    let relative = grows || begins || ties(Tie::Rate).ends(&letters);
    let listed = header.units.map(|column| row[column].of(text)).filter(|unit| !unit.is_empty());
    let shared = labelled.or(header.unit).filter(|_| !relative);
    let unit = own.or(listed).or(shared);
    let ends = |sense| senses(sense).ends(&letters);
    let counted = || year || ends(Sense::Counted) && !ends(Sense::Uncounted);
    let counts = || header.regular && !relative && counted();
    let percent = cell.of(text).ends_with(['%', '％', '‰']);
    let (metric, confidence) = match unit {
        Some(unit) => (figure(text, cell, unit)?, CONFIDENCE),
        None if percent => (figure(text, cell, "")?, CONFIDENCE),
        None if counts() => (count(text, cell)?, WITHOUT_UNIT),
        None => return None,
    };
    let grows = grows && metric.kind == Kind::Ratio;
    let direction = if metric.value.is_sign_negative() { Direction::Down } else { Direction::Up };
    let planned = senses(Sense::Budget).ends(&letters) && metric.kind != Kind::Ratio;
    let told = header.columns[column].start;
    let period = period(name);
    // 数量 says no more than the label does.
    let plain = year || senses(Sense::Counted).is(&letters);
    Some(Metric {
        role: if planned { Role::Target } else { Role::Actual },
        indicator: if plain { String::new() } else { name.to_owned() },
        why: Why { period: period.as_ref().map(|(length, _)| Span::new(told, told + length)), ..metric.why },
        period: period.map(|(_, period)| period),
        kind: if grows { Kind::Growth } else { metric.kind },
        direction: (grows || metric.kind == Kind::Growth).then_some(direction),
        confidence,
        sentence: line,
        ..metric
    })
}

/// The figure of a cell of which no unit is told: it counts.
fn count(text: &str, cell: Span) -> Option<Metric> {
    figure(text, cell, "个").map(|metric| Metric { unit: None, ..metric })
}

/// `比上年增长（%）`, `为预算%`: the words of a column's head and its own unit.
fn split_head(head: &str) -> (&str, Option<&str>) {
    let Some(at) = head.find(['（', '(']) else {
        let words = head.trim_end_matches(['%', '％', '‰']);
        return (words, Some(&head[words.len()..]).filter(|unit| !unit.is_empty()));
    };
    let inside = head[at..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let inside = inside.trim_start_matches("单位").trim_start_matches(['：', ':']);
    (&head[..at], Some(inside).filter(|unit| !unit.is_empty()))
}
