//! Tables that were flattened into lines: rows that can be read back for certain become figures, all others are told.

mod form;
mod rows;
mod totals;

use std::borrow::Cow;
use std::collections::VecDeque;

use super::quantity;
use crate::order;
use crate::report::{Finding, FindingKind, LinkRule, Metric, NameRule, Qualifier, Relation, Role, Span, Why};
use crate::text::{Passage, Tables, cells, is_figure};
use crate::verdict::{Outcome, Verdict};

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
        let aside = rows::read(text, &lines, &mut found);
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
        let set_aside = |cell: Span| aside.binary_search(&cell).is_ok();
        let is_told = |cell: Span| in_form(cell) || known(cell) || set_aside(cell);
        let whole = !torn && cells(text, table).all(|cell| !is_figure(cell.of(text)) || is_told(cell));
        if !whole {
            let outcome = match (rows::are_intact(text, &lines), found.is_empty()) {
                (true, true) => Outcome::TableUnnamed,
                (true, false) => Outcome::TablePartlyUnnamed,
                (false, true) => Outcome::TableFlattened,
                (false, false) => Outcome::TablePartlyFlattened,
            };
            findings.push(Finding { kind: FindingKind::Table, span: table, message: Verdict::odd(outcome) });
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
    #[test]
    fn one_row_under_its_head_is_a_table_where_units_are_told() {
        let restored = |text: &str| {
            let tables = Tables::find(text, lines(text));
            read(text, &tables, &[]).0.0.into_iter().map(|cell| cell.metric.indicator).collect::<Vec<_>>()
        };
        assert_eq!(restored("事项\t受理（件）\t办结（件）\n复议\t47\t45\n"), ["复议受理", "复议办结"]);
        assert_eq!(
            restored("单位：万元\n科目\t预算数\t决算数\n公用经费\t92.5\t88.1\n"),
            ["公用经费预算数", "公用经费决算数"]
        );
        // Without a unit, without a label, or of another length than its head it is none.
        assert!(restored("姓名\t电话\t房间\n张某\t86123\t312\n").is_empty());
        assert!(restored("受理（件）\t办结（件）\n47\t45\n").is_empty());
        assert!(restored("事项\t受理（件）\t办结（件）\t办结率（%）\n复议\t47\t45\n").is_empty());
    }
}
