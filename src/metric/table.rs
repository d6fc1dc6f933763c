//! Tables that were flattened into lines: rows that can be read back for certain become figures, all others are told.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::{form, quantity};
use crate::language::{Sense, senses};
use crate::order;
use crate::report::{
    Direction, Finding, FindingKind, Kind, LinkRule, Metric, NameRule, Qualifier, Relation, Role, Span, Why,
};
use crate::text::{Passage, Tables, cells, is_figure};

/// What the tables of a text hold.
#[derive(Debug, Default)]
pub struct Read {
    /// The figures of rows that could be read back, in reading order, each with the row's first figure if it tells of that.
    pub cells: VecDeque<Cell>,
    /// One for each table.
    pub findings: Vec<Finding>,
}

/// A figure in a table.
#[derive(Debug)]
pub struct Cell {
    /// The figure; its section and what it belongs to are not known yet.
    pub metric: Metric,
    /// How many cells on stands the figure that it belongs to, less than nothing for one before, and how it belongs to it.
    pub of: Option<(isize, Relation)>,
}

/// Reads the tables.
pub fn read(text: &str, tables: &Tables) -> Read {
    let mut read = Read::default();
    let mut forms = tables.forms();
    for &table in tables.spans() {
        let here = forms.partition_point(|form| form.span.start < table.end);
        let (within, after) = forms.split_at(here);
        forms = after;
        let in_form = |span: Span| {
            let next = within.partition_point(|form| form.span.end <= span.start);
            within.get(next).is_some_and(|form| form.span.overlaps(span))
        };
        let lines: Vec<Span> = lines_around(text, table).into_iter().filter(|&line| !in_form(line)).collect();
        let mut found = Vec::new();
        rows(text, &lines, &mut found);
        found.extend(within.iter().flat_map(|form| form::read(text, form)));
        // What belongs together stands together, in a row or a form.
        order::sort_by_key(&mut found, |cell: &Cell| cell.metric.span);
        let whole = cells(text, table).all(|cell| !is_figure(cell.of(text)) || in_form(cell));
        if !whole {
            let message = if found.is_empty() {
                "此处的表格被压成了文字行，无法可靠还原，表中数字未采用，请对照原表核对。"
            } else {
                "此处的表格被压成了文字行：能逐格还原的已列为数据，其余数字未采用，请对照原表核对。"
            };
            read.findings.push(Finding { kind: FindingKind::Table, span: table, message: message.to_owned() });
        }
        read.cells.extend(found);
    }
    read
}

/// The lines of a table, and the one before it, where the header stands.
fn lines_around(text: &str, table: Span) -> Vec<Span> {
    let start = text[..table.start].rfind('\n').map_or(0, |at| at + 1);
    let start = text[..start.saturating_sub(1)].rfind('\n').map_or(0, |at| at + 1);
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

/// Adds the figures of rows that stand under a header of just as many cells.
fn rows(text: &str, lines: &[Span], found: &mut Vec<Cell>) {
    let mut header: Option<Vec<Span>> = None;
    for &line in lines {
        let row: Vec<Span> = cells(text, line).collect();
        if row.len() >= 2 && row.iter().all(|cell| !has_digit(cell.of(text))) {
            header = Some(row);
            continue;
        }
        let Some(columns) = header.as_ref().filter(|columns| columns.len() == row.len()) else {
            header = None;
            continue;
        };
        let whole = found.len();
        for (column, &cell) in columns.iter().zip(&row).skip(1) {
            let known = read_cell(text, line, column.of(text), columns, &row, cell);
            if let Some(mut metric) = known {
                let tells = metric.kind == Kind::Growth && found.len() > whole;
                let of = tells.then(|| (-((found.len() - whole) as isize), Relation::Attribute));
                metric.indicator = format!("{}{}", row[0].of(text), metric.indicator);
                found.push(Cell { metric, of });
            }
        }
    }
}

fn has_digit(cell: &str) -> bool {
    cell.chars().any(|character| character.is_ascii_digit())
}

/// The figure of a cell, if its unit is known from the head of the column or from a column of units.
fn read_cell(text: &str, line: Span, head: &str, columns: &[Span], row: &[Span], cell: Span) -> Option<Metric> {
    if !is_figure(cell.of(text)) || has_digit(row[0].of(text)) {
        return None;
    }
    let (name, own) = split_head(head);
    let unit_column = columns.iter().position(|column| column.of(text).ends_with("单位"));
    let unit = own.or_else(|| unit_column.map(|column| row[column].of(text)))?;
    let letters: Vec<char> = name.chars().collect();
    let grows = senses(Sense::Column).is_in(&letters) || senses(Sense::Down).is_in(&letters);
    let metric = figure(text, cell, unit)?;
    let grows = grows && metric.kind == Kind::Ratio;
    let direction = if metric.value.is_sign_negative() { Direction::Down } else { Direction::Up };
    Some(Metric {
        indicator: name.to_owned(),
        kind: if grows { Kind::Growth } else { metric.kind },
        direction: (grows || metric.kind == Kind::Growth).then_some(direction),
        confidence: 0.8,
        sentence: line,
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

/// `比上年增长（%）`: the words of a column's head and the unit in its bracket.
fn split_head(head: &str) -> (&str, Option<&str>) {
    let opened = head.find(['（', '(']);
    let Some(at) = opened else { return (head, None) };
    let inside = head[at..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let inside = inside.trim_start_matches("单位").trim_start_matches(['：', ':']);
    (&head[..at], Some(inside).filter(|unit| !unit.is_empty()))
}

impl Read {
    /// Takes the cells that stand before `end`, as figures that follow `base` others.
    pub fn take_before(&mut self, end: usize, section: Option<usize>, base: usize) -> Vec<Metric> {
        let mut metrics = Vec::new();
        while self.cells.front().is_some_and(|cell| cell.metric.span.start < end) {
            let Some(cell) = self.cells.pop_front() else { break };
            let of = cell.of.and_then(|(on, _)| (base + metrics.len()).checked_add_signed(on));
            let why = Why { link: of.map(|_| LinkRule::Table), ..cell.metric.why };
            let relation = cell.of.map(|(_, relation)| relation);
            metrics.push(Metric { section, of, relation, why, ..cell.metric });
        }
        metrics
    }
}
