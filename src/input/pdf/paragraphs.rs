//! Lines to paragraphs: what the edge of the page broke is put together again.

use super::super::lines::{Lines, is_wide};
use super::layout::{Block, Table, Words};

/// An edge is met by what comes so near to it, in parts of the size: no mark stands alone at the beginning of a line.
const NEAR: f64 = 2.2;

/// Lines of one paragraph stand no further below each other, in parts of the size.
const LEADING: f64 = 2.4;

/// Adds pages, each with how wide it is.
pub fn write(pages: &[(f64, Vec<Block>)], lines: &mut Lines) {
    let mut paragraph = Paragraph::default();
    for (width, blocks) in pages {
        let edges = Edges::of(blocks, *width);
        for block in blocks {
            match block {
                Block::Words(line) => paragraph.add(line, &edges, lines),
                Block::Table(table) => {
                    paragraph.end(lines);
                    write_table(table, lines);
                }
            }
        }
        paragraph.turn();
    }
    paragraph.end(lines);
}

fn write_table(table: &Table, lines: &mut Lines) {
    lines.begin_table();
    for row in &table.rows {
        lines.begin_row();
        let mut next = 0;
        for (column, cell) in row {
            lines.skip_columns(column.saturating_sub(next));
            lines.begin_cell(1);
            cell.iter().for_each(|words| lines.line(words));
            lines.end_cell();
            next = next.max(column + 1);
        }
        lines.skip_columns(table.columns - next);
    }
    lines.end_table();
}

/// Between which edges a page was filled.
struct Edges {
    left: f64,
    right: f64,
    /// Whether lines reach from the one to the other at all.
    is_filled: bool,
    /// Whether paragraphs are indented.
    has_indents: bool,
}

impl Edges {
    /// Of what is printed in the size of most of the page: heads and notes may reach beyond.
    fn of(blocks: &[Block], width: f64) -> Self {
        let words = || blocks.iter().filter_map(|block| if let Block::Words(line) = block { Some(line) } else { None });
        let size = most_printed(words());
        let lines = || words().filter(|line| is_alike(line.size, size));
        let left = lines().map(|line| line.x).min_by(f64::total_cmp).unwrap_or(0.0);
        let right = lines().map(|line| line.end).max_by(f64::total_cmp).unwrap_or(0.0);
        let mut edges = Self { left, right, is_filled: right - left > width / 2.0, has_indents: false };
        edges.has_indents = lines().any(|line| edges.is_indented(line));
        edges
    }

    /// Whether a line begins so far from the edge as a paragraph does.
    fn is_indented(&self, line: &Words) -> bool {
        (1.4..=2.7).contains(&((line.x - self.left) / line.size))
    }

    fn begins_at_edge(&self, line: &Words) -> bool {
        (line.x - self.left).abs() < line.size / 2.0
    }

    /// Whether a line ends for want of room. One that ends in the middle of a sentence may end a little earlier, for what is not
    /// parted at its end.
    fn is_full(&self, line: &Words) -> bool {
        const MOST: f64 = 0.6;
        let is_cut = self.has_indents && !ends(&line.words) && line.end - line.x > MOST * (self.right - self.left);
        self.is_filled && (self.right - line.end < NEAR * line.size || is_cut)
    }
}

/// The size in which most of the characters are printed.
fn most_printed<'a>(lines: impl Iterator<Item = &'a Words>) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines.map(|line| (line.size, line.words.chars().count())).collect();
    sizes.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let same = sizes.chunk_by(|(one, _), (other, _)| is_alike(*one, *other));
    let most = same.max_by_key(|same| same.iter().map(|(_, count)| count).sum::<usize>());
    most.map_or(0.0, |same| same[same.len() / 2].0)
}

fn is_alike(size: f64, other: f64) -> bool {
    (size - other).abs() < 0.1 * size
}

/// Whether a sentence ends so.
fn ends(words: &str) -> bool {
    words.ends_with(['。', '！', '？', '；', '：'])
}

/// The paragraph that is put together.
#[derive(Default)]
struct Paragraph {
    words: String,
    /// Where its last line stands, and its size; no height, where that was on another page.
    last: Option<(Option<f64>, f64)>,
    /// Whether that line is full.
    is_open: bool,
}

impl Paragraph {
    fn add(&mut self, line: &Words, edges: &Edges, lines: &mut Lines) {
        if self.goes_on(line, edges) {
            let last = self.words.chars().next_back().unwrap_or(' ');
            let first = line.words.chars().next().unwrap_or(' ');
            if last.is_ascii_alphabetic() && first.is_ascii_alphabetic() && !is_wide(last) {
                self.words.push(' ');
            }
        } else {
            self.end(lines);
            if edges.is_indented(line) {
                self.words.push_str("　　");
            }
        }
        self.words.push_str(&line.words);
        self.last = Some((Some(line.y), line.size));
        self.is_open = edges.is_full(line) && !line.words.contains('\t');
    }

    fn goes_on(&self, line: &Words, edges: &Edges) -> bool {
        let Some((y, size)) = self.last else { return false };
        let is_near = y.is_none_or(|y| y - line.y < LEADING * size);
        // Where paragraphs are not indented, one may begin behind any full line that ends a sentence.
        let is_sure = edges.has_indents || !ends(&self.words);
        self.is_open
            && is_near
            && is_alike(line.size, size)
            && is_sure
            && edges.begins_at_edge(line)
            && !line.words.contains('\t')
    }

    /// Goes on to another page.
    const fn turn(&mut self) {
        if let Some((y, _)) = &mut self.last {
            *y = None;
        }
    }

    fn end(&mut self, lines: &mut Lines) {
        if !self.words.is_empty() {
            lines.line(&self.words);
        }
        *self = Self::default();
    }
}
