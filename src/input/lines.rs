//! Text as it is put together out of a document: lines, and tables whose rows become lines with tabs between the cells.

use super::LARGEST;
use crate::text::is_space;

/// More lines than these stand in no cell of figures: the table only holds the page together.
const LAYOUT: usize = 12;

/// More columns than these are not kept apart.
const COLUMNS: usize = 63;

/// Lines and tables, in their order.
#[derive(Default)]
pub struct Lines {
    body: String,
    /// The tables that are open. Each but the last has an open cell, in which the next one stands.
    tables: Vec<Table>,
    /// How many bytes were added so far. What stands in tables within tables counts once for each.
    size: usize,
}

#[derive(Default)]
struct Table {
    /// The cells of the open row.
    row: Option<Vec<String>>,
    /// Whether the row is not shown.
    is_hidden: bool,
    cell: Option<Cell>,
    /// For each column how many of the rows below a cell reaches down into.
    covered: Vec<usize>,
}

/// A cell that is open.
struct Cell {
    words: String,
    /// How many columns it reaches over, and how many rows.
    across: usize,
    down: usize,
}

impl Lines {
    /// Adds a line; what breaks lines in it makes several.
    pub fn line(&mut self, words: &str) {
        self.size = self.size.saturating_add(words.len() + 1);
        if self.is_full() {
            return;
        }
        let place = self.place();
        place.push_str(words);
        place.push('\n');
    }

    /// Where words go: into the open cell, or between the tables.
    fn place(&mut self) -> &mut String {
        let cell = self.tables.iter_mut().rev().take(2).find_map(|table| table.cell.as_mut());
        cell.map_or(&mut self.body, |cell| &mut cell.words)
    }

    /// Whether there was more than a text may have.
    pub fn is_full(&self) -> bool {
        self.size > LARGEST
    }

    /// Begins a table, within the open cell if there is one.
    pub fn begin_table(&mut self) {
        if self.tables.last().is_some_and(|table| table.cell.is_none()) {
            self.end_table();
        }
        self.tables.push(Table::default());
    }

    /// Begins a row of the table.
    pub fn begin_row(&mut self) {
        self.end_row();
        self.tables.last_mut().into_iter().for_each(|table| table.row = Some(Vec::new()));
    }

    /// Hides the row.
    pub fn hide_row(&mut self) {
        self.tables.last_mut().into_iter().for_each(|table| table.is_hidden = true);
    }

    /// Begins a cell that reaches down over so many rows.
    pub fn begin_cell(&mut self, down: usize) {
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return };
        table.row.get_or_insert_default();
        table.fill();
        table.cell = Some(Cell { words: String::new(), across: 1, down });
    }

    /// Lets the cell reach over so many columns.
    pub fn widen(&mut self, across: usize) {
        let cell = self.tables.last_mut().and_then(|table| table.cell.as_mut());
        cell.into_iter().for_each(|cell| cell.across = across.clamp(1, COLUMNS));
    }

    /// Leaves so many columns of the row empty.
    pub fn skip_columns(&mut self, count: usize) {
        let Some(table) = self.tables.last_mut() else { return };
        table.row.get_or_insert_default().extend((0..count.min(COLUMNS)).map(|_| String::new()));
    }

    /// Ends the cell.
    pub fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let Some(Cell { words, across, down }) = table.cell.take() else { return };
        let row = table.row.get_or_insert_default();
        let from = row.len();
        row.push(words);
        row.resize(from + across, String::new());
        if down > 1 && row.len() <= COLUMNS {
            table.covered.resize(table.covered.len().max(row.len()), 0);
            table.covered[from..row.len()].fill(down);
        }
    }

    /// Ends the row and makes it a line.
    pub fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return };
        table.fill();
        let Some(row) = table.row.take() else { return };
        table.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        if !std::mem::take(&mut table.is_hidden) {
            lines_of(&row).iter().for_each(|line| self.line(line));
        }
    }

    /// Ends the table.
    pub fn end_table(&mut self) {
        self.end_row();
        self.tables.pop();
    }

    /// All of it; none if that was too much.
    pub fn finish(mut self) -> Option<String> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        (!self.is_full()).then_some(self.body)
    }
}

impl Table {
    /// Leaves the next columns of the row empty that cells from above reach down into.
    fn fill(&mut self) {
        let Some(row) = &mut self.row else { return };
        while self.covered.get(row.len()).is_some_and(|&rows| rows > 0) {
            row.push(String::new());
        }
    }
}

/// The lines of a row: one with tabs, unless there is but one cell to it, or it only holds the page together.
fn lines_of(row: &[String]) -> Vec<String> {
    let is_filled = |cell: &&String| !cell.trim().is_empty();
    let is_layout = |cell: &String| cell.lines().count() > LAYOUT;
    if row.iter().skip(1).filter(is_filled).count() == 0 || row.iter().any(is_layout) {
        let lines = row.iter().filter(is_filled).flat_map(|cell| cell.trim_matches('\n').split('\n'));
        return lines.map(str::to_owned).collect();
    }
    vec![row.iter().map(|cell| on_one_line(cell)).collect::<Vec<_>>().join("\t")]
}

/// The words of a cell on one line: nothing parts those of Chinese, a space all others.
fn on_one_line(cell: &str) -> String {
    let mut out = String::new();
    for words in cell.split(['\n', '\t']).map(|words| words.trim_matches(is_space)).filter(|words| !words.is_empty()) {
        if !out.is_empty() && !out.ends_with(is_wide) && !words.starts_with(is_wide) {
            out.push(' ');
        }
        out.push_str(words);
    }
    out
}

/// Whether a character is one of Chinese: no space parts it from the next.
pub const fn is_wide(character: char) -> bool {
    character >= '\u{2010}'
}
