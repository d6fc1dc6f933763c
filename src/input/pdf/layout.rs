//! Pages to text: lines and tables from the top to the bottom.

use rustc_hash::FxHashMap;

use super::super::lines::Lines;
use super::grid::{Cell, Grid};
use super::matrix::Matrix;
use super::rows::{Row, rows};
use super::sheet::{Glyph, Line, Sheet};

/// Glyphs are looked for in cells no more often than this; pages with more lines and glyphs are drawings.
const WORK: usize = 20_000_000;

/// A line shorter than this says nothing of the margin.
const SHORT: usize = 5;

/// Adds the text of a page.
pub fn read(sheet: &Sheet, lines: &mut Lines) {
    let mut quarters: Vec<usize> = (0..4).collect();
    // First what most of the page is written in.
    quarters.sort_by_key(|quarter| std::cmp::Reverse(sheet.glyphs[*quarter].len()));
    for quarter in quarters {
        let turn = Matrix::turn(quarter as i64);
        let rules: Vec<Line> = sheet.lines.iter().map(|line| turned(*line, turn)).collect();
        upright(&sheet.glyphs[quarter], &rules, lines);
    }
}

fn turned(Line(from, to): Line, turn: Matrix) -> Line {
    let (from, to) = (turn.apply(from), turn.apply(to));
    Line((from.0.min(to.0), from.1.min(to.1)), (from.0.max(to.0), from.1.max(to.1)))
}

/// What stands on a page at some height.
enum Block<'a> {
    Row(Row<'a>),
    Table(Table<'a>),
}

/// Adds the text of glyphs that stand upright.
fn upright(glyphs: &[Glyph], rules: &[Line], lines: &mut Lines) {
    let grid = Grid::new(rules);
    let (tables, loose) = if grid.len().saturating_mul(glyphs.len()) > WORK {
        (Vec::new(), glyphs.iter().collect())
    } else {
        tables(glyphs, &grid)
    };
    let rows = rows(loose);
    let margin = rows.iter().filter(|row| row.len() >= SHORT).map(Row::x).min_by(f64::total_cmp).unwrap_or(0.0);
    let mut blocks: Vec<(f64, Block)> = rows.into_iter().map(|row| (row.y, Block::Row(row))).collect();
    blocks.extend(tables.into_iter().map(|table| (table.top, Block::Table(table))));
    blocks.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    for (_, block) in blocks {
        match block {
            Block::Row(row) => lines.line(&line(&row, margin)),
            Block::Table(table) => table.write(lines),
        }
    }
}

/// The words of a line, behind two blanks where they are indented as paragraphs are.
fn line(row: &Row, margin: f64) -> String {
    const INDENT: std::ops::RangeInclusive<f64> = 1.4..=2.7;
    let indent = if INDENT.contains(&((row.x() - margin) / row.size)) { "　　" } else { "" };
    format!("{indent}{}", row.words('\t'))
}

/// A table: cells with glyphs.
struct Table<'a> {
    cells: Vec<(Cell, Vec<&'a Glyph>)>,
    top: f64,
    bottom: f64,
}

/// The tables of a page, and the glyphs that stand in none.
fn tables<'a>(glyphs: &'a [Glyph], grid: &Grid) -> (Vec<Table<'a>>, Vec<&'a Glyph>) {
    const NEAR: f64 = 3.0;
    let mut cells: FxHashMap<[u64; 2], (Cell, Vec<&Glyph>)> = FxHashMap::default();
    let mut loose = Vec::new();
    let mut last: Option<Cell> = None;
    for glyph in glyphs {
        let (x, y) = (f64::midpoint(glyph.x, glyph.end), glyph.y + glyph.size / 4.0);
        last = last.filter(|cell| cell.holds(x, y)).or_else(|| grid.cell(x, y));
        match last {
            Some(cell) => {
                let corner = [cell.left, cell.top].map(f64::to_bits);
                cells.entry(corner).or_insert((cell, Vec::new())).1.push(glyph);
            }
            None => loose.push(glyph),
        }
    }
    let mut cells: Vec<_> = cells.into_values().collect();
    cells.sort_by(|(one, _), (other, _)| other.top.total_cmp(&one.top).then(one.left.total_cmp(&other.left)));
    let mut tables: Vec<Table> = Vec::new();
    for (cell, glyphs) in cells {
        match tables.last_mut() {
            Some(table) if cell.top >= table.bottom - NEAR => {
                table.bottom = table.bottom.min(cell.bottom);
                table.cells.push((cell, glyphs));
            }
            _ => tables.push(Table { top: cell.top, bottom: cell.bottom, cells: vec![(cell, glyphs)] }),
        }
    }
    // One cell is a frame around words.
    let (frames, tables): (Vec<_>, Vec<_>) = tables.into_iter().partition(|table| table.cells.len() == 1);
    loose.extend(frames.into_iter().flat_map(|table| table.cells).flat_map(|(_, glyphs)| glyphs));
    (tables, loose)
}

impl Table<'_> {
    /// Adds it row by row.
    fn write(self, lines: &mut Lines) {
        let mut edges: Vec<f64> = self.cells.iter().map(|(cell, _)| cell.left).collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        lines.begin_table();
        for row in self.cells.chunk_by(|(one, _), (other, _)| one.top == other.top) {
            lines.begin_row();
            let mut column = 0;
            for (cell, glyphs) in row {
                let at = edges.partition_point(|edge| *edge < cell.left);
                lines.skip_columns(at - column);
                lines.begin_cell(1);
                rows(glyphs.clone()).iter().for_each(|row| lines.line(&row.words(' ')));
                lines.end_cell();
                column = at + 1;
            }
            lines.skip_columns(edges.len() - column);
        }
        lines.end_table();
    }
}
