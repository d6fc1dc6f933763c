//! Pages to lines and tables, from the top to the bottom.

use rustc_hash::FxHashMap;

use super::grid::{Cell, Grid, NEAR};
use super::matrix::Matrix;
use super::rows::rows;
use super::sheet::{Glyph, Line, Sheet};

/// Glyphs are looked for in cells no more often than this; pages with more lines and glyphs are drawings.
const WORK: usize = 5_000_000;

/// A table of more columns than these is a drawing.
const COLUMNS: usize = 63;

/// What stands on a page at some height.
pub enum Block {
    /// A line.
    Words(Words),
    /// A table.
    Table(Table),
}

/// A table.
pub struct Table {
    /// How many columns it has.
    pub columns: usize,
    /// Its rows: of each cell that is not empty the column, and the lines in it.
    pub rows: Vec<Vec<(usize, Vec<String>)>>,
}

/// A line in its place.
pub struct Words {
    /// What it says.
    pub words: String,
    /// From where to where it reaches.
    pub x: f64,
    /// See `x`.
    pub end: f64,
    /// Where it stands: higher is more.
    pub y: f64,
    /// The size of most of it.
    pub size: f64,
}

/// The lines and tables of a page, from the top to the bottom.
pub fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut quarters: Vec<usize> = (0..4).collect();
    // First what most of the page is written in.
    quarters.sort_by_key(|quarter| std::cmp::Reverse(sheet.glyphs[*quarter].len()));
    let upright = quarters.into_iter().filter(|quarter| !sheet.glyphs[*quarter].is_empty()).flat_map(|quarter| {
        let turn = Matrix::turn(quarter as i64);
        let rules: Vec<Line> = sheet.lines.iter().map(|line| turned(*line, turn)).collect();
        upright(&sheet.glyphs[quarter], &rules)
    });
    upright.collect()
}

fn turned(Line(from, to): Line, turn: Matrix) -> Line {
    let (from, to) = (turn.apply(from), turn.apply(to));
    Line((from.0.min(to.0), from.1.min(to.1)), (from.0.max(to.0), from.1.max(to.1)))
}

/// The lines and tables of glyphs that stand upright.
fn upright(glyphs: &[Glyph], rules: &[Line]) -> Vec<Block> {
    let grid = Grid::new(rules);
    let (tables, loose) = if grid.len().saturating_mul(glyphs.len()) > WORK {
        (Vec::new(), glyphs.iter().collect())
    } else {
        tables(glyphs, &grid)
    };
    let mut blocks: Vec<(f64, Block)> =
        tables.into_iter().map(|table| (table.top, Block::Table(table.told()))).collect();
    blocks.extend(rows(loose).iter().map(|row| {
        let words = Words { words: row.words('\t'), x: row.x(), end: row.end(), y: row.y, size: row.size };
        (row.y, Block::Words(words))
    }));
    blocks.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// A table as it stands on the page: cells with glyphs.
struct Cells<'a> {
    cells: Vec<(Cell, Vec<&'a Glyph>)>,
    top: f64,
    bottom: f64,
}

/// The tables of a page, and the glyphs that stand in none.
fn tables<'a>(glyphs: &'a [Glyph], grid: &Grid) -> (Vec<Cells<'a>>, Vec<&'a Glyph>) {
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
    let mut tables: Vec<Cells> = Vec::new();
    for (cell, glyphs) in cells {
        match tables.last_mut() {
            Some(table) if cell.top >= table.bottom - NEAR => {
                table.bottom = table.bottom.min(cell.bottom);
                table.cells.push((cell, glyphs));
            }
            _ => tables.push(Cells { top: cell.top, bottom: cell.bottom, cells: vec![(cell, glyphs)] }),
        }
    }
    // One cell is a frame around words.
    let is_frame = |table: &Cells| table.cells.len() == 1 || table.edges().len() > COLUMNS;
    let (frames, tables): (Vec<_>, Vec<_>) = tables.into_iter().partition(is_frame);
    loose.extend(frames.into_iter().flat_map(|table| table.cells).flat_map(|(_, glyphs)| glyphs));
    (tables, loose)
}

impl Cells<'_> {
    /// Where its columns begin.
    fn edges(&self) -> Vec<f64> {
        let mut edges: Vec<f64> = self.cells.iter().map(|(cell, _)| cell.left).collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        edges
    }

    /// What it says.
    fn told(self) -> Table {
        let edges = self.edges();
        let cell = |(cell, glyphs): &(Cell, Vec<&Glyph>)| {
            let column = edges.partition_point(|edge| *edge < cell.left);
            (column, rows(glyphs.clone()).iter().map(|row| row.words(' ')).collect())
        };
        let rows = self.cells.chunk_by(|(one, _), (other, _)| one.top - other.top <= NEAR).map(|row| {
            let mut row: Vec<_> = row.iter().map(cell).collect();
            row.sort_by_key(|(column, _)| *column);
            row
        });
        Table { columns: edges.len(), rows: rows.collect() }
    }
}
