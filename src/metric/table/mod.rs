//! Tables that were flattened into lines: rows that can be read back for certain become figures, all others are told.

mod form;

use std::borrow::Cow;
use std::collections::VecDeque;

use super::quantity;
use crate::language::{Sense, Tie, senses, ties};
use crate::order;
use crate::report::{
    Direction, Finding, FindingKind, Kind, LinkRule, Metric, NameRule, Qualifier, Relation, Role, Span, Why,
};
use crate::text::{Marker, Passage, Tables, cells, is_figure, is_space};

/// The figures of rows that could be read back, in reading order, each with the row's first figure if it tells of that.
#[derive(Debug, Default)]
pub struct Cells(VecDeque<Cell>);

/// A figure in a table.
#[derive(Debug)]
pub struct Cell {
    /// The figure; its section and what it belongs to are not known yet.
    pub metric: Metric,
    /// How many cells on stands the figure that it belongs to, less than nothing for one before, and how it belongs to it.
    pub of: Option<(isize, Relation)>,
}

/// Reads the tables: what could be read back, and what is odd about the others.
pub fn read(text: &str, tables: &Tables, noise: &[Span]) -> (Cells, Vec<Finding>) {
    let mut restored = Cells::default();
    let mut findings = Vec::new();
    let mut forms = tables.forms();
    let mut told = 0;
    for &table in tables.spans() {
        let here = forms.partition_point(|form| form.span.start < table.end);
        let (within, after) = forms.split_at(here);
        forms = after;
        let in_form = |span: Span| {
            let next = within.partition_point(|form| form.span.end <= span.start);
            within.get(next).is_some_and(|form| form.span.overlaps(span))
        };
        let own = |line: &Span| line.start >= told && !in_form(*line);
        let lines: Vec<Span> = lines_around(text, table).into_iter().filter(own).collect();
        told = table.end;
        let mut found = Vec::new();
        rows(text, &lines, &mut found);
        found.extend(within.iter().flat_map(|form| form::read(text, form)));
        // What belongs together stands together, in a row or a form.
        order::sort_by_key(&mut found, |cell: &Cell| cell.metric.span);
        // What furniture stands in cannot be read back for certain.
        let torn = found.iter().any(|cell| {
            let next = noise.partition_point(|noise| noise.end <= cell.metric.span.start);
            noise.get(next).is_some_and(|noise| noise.overlaps(cell.metric.span))
        });
        if torn {
            found.clear();
        }
        let known = |cell: Span| {
            let next = found.partition_point(|known| known.metric.span.end <= cell.start);
            found.get(next).is_some_and(|known| known.metric.span.overlaps(cell))
        };
        let whole = !torn && cells(text, table).all(|cell| !is_figure(cell.of(text)) || in_form(cell) || known(cell));
        if !whole {
            let message = if found.is_empty() {
                "此处的表格被压成了文字行，无法可靠还原，表中数字未采用，请对照原表核对。"
            } else {
                "此处的表格被压成了文字行：能逐格还原的已列为数据，其余数字未采用，请对照原表核对。"
            };
            findings.push(Finding { kind: FindingKind::Table, span: table, message: message.to_owned() });
        }
        restored.0.extend(found);
    }
    (restored, findings)
}

/// The lines of a table, and those before it, where its unit and its header stand.
fn lines_around(text: &str, table: Span) -> Vec<Span> {
    const BEFORE: usize = 4;
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |at| at + 1);
    let start = (0..BEFORE).fold(line_start(table.start), |start, _| line_start(start.saturating_sub(1)));
    let end = text[table.end..].find('\n').map_or(text.len(), |at| table.end + at);
    let mut at = start;
    text[start..end]
        .split_inclusive('\n')
        .map(|line| {
            let span = Span::new(at, at + line.trim_end_matches(['\n', '\r']).len());
            at += line.len();
            span
        })
        .collect()
}

/// What stands above the rows of a table.
#[derive(Default)]
struct Header<'a> {
    columns: Vec<Span>,
    /// The unit of all, 单位：万元.
    unit: Option<&'a str>,
}

/// Adds the figures of rows that stand under a header of just as many cells.
fn rows(text: &str, lines: &[Span], found: &mut Vec<Cell>) {
    let mut header = Header::default();
    // The row before, the figures of its columns as indices into what was found.
    let mut above: Vec<Option<usize>> = Vec::new();
    let mut told = false;
    for &line in lines {
        let row = row(text, line);
        if row.is_empty() {
            continue;
        }
        let is_row = header.columns.len() == row.len() && row.iter().any(|cell| is_figure(cell.of(text)));
        // Behind its rows another table begins, in a unit of its own.
        if told && !is_row {
            header = Header::default();
        }
        told = is_row;
        if let Some(unit) = caption(line.of(text)) {
            header.unit = Some(unit);
            continue;
        }
        if row.len() >= 2 && !row.iter().any(|cell| is_figure(cell.of(text))) {
            header.columns = row;
            above.clear();
            continue;
        }
        if !is_row {
            header.columns.clear();
            continue;
        }
        let (label, among) = label(row[0].of(text));
        // The last amount of the row, of which a growth or a share tells.
        let mut amount = None;
        let read = (1..row.len()).map(|column| {
            let mut metric = read_cell(text, line, &header, &row, column)?;
            let at = found.len();
            let of = match metric.kind {
                Kind::Growth | Kind::Ratio => amount.map(|amount| (amount, Relation::Attribute)),
                _ => {
                    amount = Some(at);
                    let whole = above.get(column - 1).copied().flatten().filter(|_| among);
                    whole.map(|whole| (whole, Relation::Part))
                }
            };
            metric.indicator.insert_str(0, label);
            found.push(Cell { metric, of: of.map(|(other, relation)| (other as isize - at as isize, relation)) });
            Some(at)
        });
        above = read.collect();
    }
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

/// Whether the head of a column is a year: 2023年.
fn names_year(head: &str) -> bool {
    const YEAR: usize = 4;
    let digits = head.trim_end_matches('度').strip_suffix('年').unwrap_or_default();
    digits.len() == YEAR && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn has_digit(cell: &str) -> bool {
    cell.chars().any(|character| character.is_ascii_digit())
}

/// The figure of a cell, if its unit is known from the head of the column, from a column of units or from above the table.
fn read_cell(text: &str, line: Span, header: &Header, row: &[Span], column: usize) -> Option<Metric> {
    let (head, cell) = (header.columns[column].of(text), row[column]);
    if !is_figure(cell.of(text)) || has_digit(row[0].of(text)) {
        return None;
    }
    let (name, own) = split_head(head);
    let year = names_year(name);
    let letters: Vec<char> = name.chars().collect();
    let grows = senses(Sense::Column).is_in(&letters) || senses(Sense::Down).is_in(&letters);
    // A rate, a growth or a place is not in the unit of the table.
    let begins = ties(Tie::Relative).at(&letters, 0).is_some();
    let relative = grows || begins || ties(Tie::Rate).before(&letters, letters.len()).is_some();
    let unit_column = header.columns.iter().position(|column| column.of(text).ends_with("单位"));
    let unit = own.or_else(|| unit_column.map(|column| row[column].of(text))).or(header.unit.filter(|_| !relative))?;
    let metric = figure(text, cell, unit)?;
    let grows = grows && metric.kind == Kind::Ratio;
    let direction = if metric.value.is_sign_negative() { Direction::Down } else { Direction::Up };
    let planned = senses(Sense::Budget).before(&letters, letters.len()).is_some() && metric.kind != Kind::Ratio;
    let told = header.columns[column].start;
    let time = year.then(|| Span::new(told, told + name.len()));
    Some(Metric {
        role: if planned { Role::Target } else { Role::Actual },
        indicator: if year { String::new() } else { name.to_owned() },
        period: time.map(|time| time.of(text).to_owned()),
        kind: if grows { Kind::Growth } else { metric.kind },
        direction: (grows || metric.kind == Kind::Growth).then_some(direction),
        confidence: 0.8,
        sentence: line,
        why: Why { period: time, ..metric.why },
        ..metric
    })
}

/// The figure of a cell whose unit is known; it has no name yet.
pub fn figure(text: &str, cell: Span, unit: &str) -> Option<Metric> {
    let words = format!("{}{unit}", cell.of(text).trim_start_matches(['-', '－', '+']));
    let passage = Passage::new(&words, Span::new(0, words.len()), &[]);
    let quantity = quantity::read(&passage).into_iter().next()?;
    let negative = cell.of(text).starts_with(['-', '－']);
    Some(Metric {
        section: None,
        indicator: String::new(),
        value: if negative { -quantity.value } else { quantity.value }.normalize(),
        low: None,
        scale: quantity.scale,
        unit: quantity.unit.map(Cow::into_owned),
        kind: quantity.kind?,
        role: Role::Actual,
        qualifier: Qualifier::Exact,
        direction: None,
        period: None,
        of: None,
        relation: None,
        confidence: 0.0,
        span: cell,
        sentence: cell,
        why: Why { name: NameRule::Table, link: None, extent: cell, period: None, planned: false },
    })
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

impl Cells {
    /// Takes the cells that stand before `end`, as figures that follow `base` others.
    pub fn take_before(&mut self, end: usize, section: Option<usize>, base: usize) -> Vec<Metric> {
        let mut metrics = Vec::new();
        while self.0.front().is_some_and(|cell| cell.metric.span.start < end) {
            let Some(cell) = self.0.pop_front() else { break };
            let of = cell.of.and_then(|(on, _)| (base + metrics.len()).checked_add_signed(on));
            let why = Why { link: of.map(|_| LinkRule::Table), ..cell.metric.why };
            let relation = cell.of.map(|(_, relation)| relation);
            metrics.push(Metric { section, of, relation, why, ..cell.metric });
        }
        metrics
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    #[test]
    fn a_table_in_which_furniture_stands_is_not_read_back() {
        let text = "事项\t受理（件）\t办结（件）\n咨询\t12\t11\n投诉\t9\t8\n";
        let tables = Tables::find(text, lines(text));
        let (restored, _) = read(text, &tables, &[]);
        assert_eq!(restored.0.len(), 4);
        let furniture = text.find("11").map(|at| Span::new(at, at + "11".len()));
        let (restored, findings) = read(text, &tables, furniture.as_slice());
        assert!(restored.0.is_empty() && findings.len() == 1);
    }
}
