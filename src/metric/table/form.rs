//! Figures of forms that the law lays down. Nearly all cells of such a table are nothing; what is not is told.

use rust_decimal::Decimal;

use super::{Cell, figure};
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Metric, Relation, Span};
use crate::text::{Form, FormRow, Marker, Style};

/// How sure a cell is that stands under a known head in a row that has a cell for each column.
const CONFIDENCE: f32 = 0.95;

/// The figures of a form, in reading order.
pub fn read(text: &str, form: &Form) -> Vec<Cell> {
    let mut reader = FormReader { text, form, found: Vec::new(), path: Path::default(), addends: Vec::new() };
    form.rows.iter().for_each(|row| reader.row(row));
    reader.found
}

struct FormReader<'a> {
    text: &'a str,
    form: &'a Form,
    found: Vec<Cell>,
    path: Path,
    /// The totals of the rows under the same row of the first level, each an index into what was found.
    addends: Vec<usize>,
}

impl FormReader<'_> {
    fn row(&mut self, row: &FormRow) {
        let before = self.path.top().map(str::to_owned);
        for &words in &row.label {
            self.path.turn(words.of(self.text));
        }
        self.path.close();
        if self.path.top() != before.as_deref() {
            self.addends.clear();
        }
        let label = self.path.name();
        let figures: Vec<Option<Metric>> = self.figures(row);
        let mut start = 0;
        let columns = &self.form.head.columns;
        while start < columns.len() {
            let total = columns[start..].iter().position(|column| column.adds_up).map(|length| start + length);
            let end = total.map_or(columns.len(), |total| total + 1);
            match total {
                Some(total) => self.summed(&figures, &label, start, total),
                None if figures[start..end].iter().flatten().any(is_something) => {
                    let cells = figures[start..end].iter().zip(&columns[start..end]);
                    let named = cells
                        .filter_map(|(figure, column)| Some(cell(figure.clone()?, format!("{label}{}", column.name))));
                    self.found.extend(named);
                }
                None => {}
            }
            start = end;
        }
    }

    /// The figures of a row; none where a cell says that there is none.
    fn figures(&self, row: &FormRow) -> Vec<Option<Metric>> {
        let start = row.label.first().unwrap_or(&row.cells[0]).start;
        let sentence = Span::new(start, row.cells[row.cells.len() - 1].end);
        let cells = row.cells.iter().zip(&self.form.head.columns);
        cells.map(|(&cell, column)| Some(Metric { sentence, ..figure(self.text, cell, column.unit)? })).collect()
    }

    /// Cells that the last of them adds up. Where they do so, those that are nothing are left out.
    fn summed(&mut self, figures: &[Option<Metric>], label: &str, start: usize, total: usize) {
        let columns = &self.form.head.columns;
        let name = |column: usize| match (label.is_empty(), column == total) {
            (true, _) => columns[column].name.to_owned(),
            (false, true) => label.to_owned(),
            (false, false) => format!("{label}（{}）", columns[column].name),
        };
        let Some(whole) = &figures[total] else { return };
        let sum = figures[start..total].iter().flatten().try_fold(Decimal::ZERO, |sum, part| sum.plus(part.value));
        let agrees = sum == Some(whole.value);
        if agrees && !is_something(whole) && !self.form.head.balances(label) {
            return;
        }
        let told = |figure: &&Metric| !agrees || is_something(figure);
        let parts = (start..total).filter_map(|column| Some((column, figures[column].as_ref().filter(told)?)));
        let parts: Vec<Cell> = parts.map(|(column, figure)| cell(figure.clone(), name(column))).collect();
        let count = parts.len();
        for (index, part) in (0..).zip(parts) {
            self.found.push(Cell { of: Some(((count - index) as isize, Relation::Part)), ..part });
        }
        let at = self.found.len();
        self.found.push(cell(whole.clone(), name(total)));
        if self.path.is_total() {
            for addend in self.addends.drain(..) {
                self.found[addend].of = Some(((at - addend) as isize, Relation::Part));
            }
        } else {
            self.addends.push(at);
        }
    }
}

fn cell(metric: Metric, indicator: String) -> Cell {
    Cell { metric: Metric { indicator, confidence: CONFIDENCE, ..metric }, of: None }
}

fn is_something(figure: &Metric) -> bool {
    !figure.value.is_zero()
}

/// Where a row stands among the numbered rows above it: 三、本年度办理结果, （三）不予公开, 1.属于国家秘密.
#[derive(Debug, Default)]
struct Path {
    levels: Vec<Level>,
    /// Whether the label of the row has begun.
    open: bool,
}

#[derive(Debug)]
struct Level {
    style: Option<Style>,
    words: String,
}

impl Path {
    /// Takes the next words of a row's label.
    fn turn(&mut self, words: &str) {
        let marker = Marker::at(words);
        let style = marker.map(|marker| marker.style);
        match (marker, self.levels.last_mut()) {
            (Some(marker), _) => {
                if let Some(same) = self.levels.iter().position(|level| level.style == style) {
                    self.levels.truncate(same);
                } else if !self.open {
                    self.levels.retain(|level| level.style.is_some());
                }
                self.levels.push(Level { style, words: words[marker.len..].to_owned() });
            }
            (None, Some(last)) if self.open => last.words.push_str(words),
            _ => {
                self.levels.clear();
                self.levels.push(Level { style, words: words.to_owned() });
            }
        }
        self.open = true;
    }

    /// The label is complete: remarks in brackets are no part of a name.
    fn close(&mut self) {
        self.open = false;
        if let Some(last) = self.levels.last_mut()
            && let Some(at) = last.words.find(['（', '(']).filter(|&at| at > 0)
        {
            last.words.truncate(at);
        }
    }

    fn top(&self) -> Option<&str> {
        self.levels.first().map(|level| level.words.as_str())
    }

    /// Whether it adds up the rows under the one of the first level.
    fn is_total(&self) -> bool {
        let total = |words: &str| claims(Claim::Total).is_text(words);
        matches!(&self.levels[..], [_, own] if total(&own.words))
    }

    /// What the row is called: a row of the third level with the one above it, a total with what it adds up.
    fn name(&self) -> String {
        match &self.levels[..] {
            [] => String::new(),
            [parent, own] if self.is_total() => format!("{}{}", parent.words, own.words),
            [_, .., parent, own] => format!("{}：{}", parent.words, own.words),
            [.., own] => own.words.clone(),
        }
    }
}
