//! Rows that add up those above them, or below them: 合计, 小计.

use rust_decimal::Decimal;

use super::Cell;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::Relation;
use crate::text::{Style, is_space};

/// A row that was read.
pub struct Row {
    /// Its first cell.
    pub label: String,
    /// How its label is numbered.
    pub style: Option<Style>,
    /// How far it stands from the beginning of the line.
    pub indent: usize,
    /// Whether 其中 begins it.
    pub among: bool,
    /// The figure of each of its columns, as an index into what was found.
    pub figures: Vec<Option<usize>>,
}

impl Row {
    /// Whether its label is one of these words of a total.
    fn is(&self, claim: Claim) -> bool {
        let letters: Vec<char> = self.label.chars().filter(|&letter| !is_space(letter)).collect();
        // 全县合计
        let own = letters.strip_prefix(&['全']).and_then(|rest| rest.get(1..)).unwrap_or(&letters);
        claims(claim).is(own)
    }
}

/// Makes the rows that a total adds up its parts, column by column.
pub fn link(rows: &[Row], found: &mut [Cell]) {
    let mut ordinary: Vec<usize> = Vec::new();
    let mut subtotals: Vec<usize> = Vec::new();
    // A total above its rows.
    let mut above = None;
    for (at, row) in rows.iter().enumerate() {
        if row.is(Claim::Subtotal) {
            add_up(rows, at, &std::mem::take(&mut ordinary), found);
            subtotals.push(at);
        } else if !row.is(Claim::Total) {
            // 其中：增值税 is told out of the row above.
            ordinary.extend(Some(at).filter(|_| !row.among));
        } else if at == 0 {
            above = Some(at);
        } else {
            subtotals.append(&mut ordinary);
            add_up(rows, at, &std::mem::take(&mut subtotals), found);
        }
    }
    if let Some(total) = above.filter(|_| subtotals.is_empty()) {
        add_up(rows, total, &ordinary, found);
    }
}

/// Links the cells of rows with those of the total that adds them up.
fn add_up(rows: &[Row], total: usize, members: &[usize], found: &mut [Cell]) {
    let Some((&first, rest)) = members.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    // Rows below one that begins with 其中 may be told out of it as well, but for those that are numbered.
    let within = first.min(total)..=total.max(members[members.len() - 1]);
    let among = rows[within].iter().any(|row| row.among);
    let alike = |&row: &usize| {
        let (row, first) = (&rows[row], &rows[first]);
        row.style == first.style && row.indent == first.indent
    };
    let regular = (!among || rows[first].style.is_some()) && rest.iter().all(alike);
    for column in 0..rows[total].figures.len() {
        let Some(whole) = rows[total].figures[column] else { continue };
        let cells: Option<Vec<usize>> = members.iter().map(|&row| rows[row].figures[column]).collect();
        let Some(cells) = cells.filter(|cells| may_add_up(found, whole, cells)) else { continue };
        let sum = cells.iter().try_fold(Decimal::ZERO, |sum, &cell| sum.plus(found[cell].metric.value));
        let value = found[whole].metric.value;
        let near = |off: Decimal| off.abs().times(Decimal::TWO).is_some_and(|off| off <= value.abs());
        let off = sum.and_then(|sum| sum.minus(value));
        if !off.is_some_and(|off| off.is_zero() || regular && near(off)) {
            continue;
        }
        if found[whole].metric.unit.is_none() {
            found[whole].metric.unit = found[cells[0]].metric.unit.clone();
            found[whole].metric.kind = found[cells[0]].metric.kind;
        }
        for cell in cells {
            found[cell].of = Some((whole as isize - cell as isize, Relation::Part));
        }
    }
}

/// Whether cells are amounts in one unit, which those of a total without a unit takes over.
fn may_add_up(found: &[Cell], whole: usize, cells: &[usize]) -> bool {
    let all = &found[whole].metric;
    let first = &found[cells[0]].metric;
    let alike = |&cell: &usize| {
        let metric = &found[cell].metric;
        let mean = metric.indicator.contains(['均', '价']);
        metric.unit == first.unit
            && metric.kind == first.kind
            && metric.role == all.role
            && !mean
            && found[cell].of.is_none()
    };
    let unit = all.unit.is_none() || all.unit == first.unit && all.kind == first.kind;
    unit && first.kind.is_amount() && cells.iter().all(alike)
}
