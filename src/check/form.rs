//! What a form says of its own cells: totals add up the cells beside and above them, and some rows are equal to others.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::sum::{added, told};
use crate::language::{Head, heads};
use crate::order;
use crate::report::{Check, CheckKind, Kind, LinkRule, Metric, NameRule, Qualifier, Role, Status};
use crate::verdict::{Outcome, Verdict};

/// Checks the totals and the balances of forms.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let in_form = |index: usize| sheet.metrics[index].why.name == NameRule::Table;
    let cells: Vec<usize> = (0..sheet.metrics.len()).filter(|&index| in_form(index)).collect();
    if cells.is_empty() {
        return;
    }
    let parts = Parts::new(sheet, &cells);
    totals(sheet, &parts, checks);
    for head in heads() {
        let mut above = None;
        if let Some((one, other)) = &head.balance {
            balances(sheet, &cells, &parts, one, other, checks);
            above = told_above(sheet, &cells, head, one);
        }
        let first = above.as_ref().map(|check| check.metrics[0]);
        checks.extend(above);
        told_beside(sheet, &cells, head, first, checks);
    }
}

/// The cells that each total adds up.
struct Parts {
    /// The total and the cell, those of one total together.
    links: Vec<(usize, usize)>,
}

impl Parts {
    fn new(sheet: &Sheet, cells: &[usize]) -> Self {
        let whole =
            |cell: usize| sheet.whole_of(cell).filter(|_| sheet.metrics[cell].why.link == Some(LinkRule::Table));
        let mut links: Vec<(usize, usize)> = cells.iter().filter_map(|&cell| Some((whole(cell)?, cell))).collect();
        order::sort_by_key(&mut links, |&link| link);
        Self { links }
    }

    /// The cell of a row, told by its total, that stands in a column; nothing where it is nothing.
    fn cell(&self, sheet: &Sheet, total: usize, column: &str) -> Option<usize> {
        let start = self.links.partition_point(|&(whole, _)| whole < total);
        let mut own = self.links[start..].iter().take_while(|&&(whole, _)| whole == total);
        own.find(|&&(_, cell)| self::column(sheet, total, cell) == Some(column)).map(|&(_, cell)| cell)
    }

    /// The columns that a row, told by its total, has cells in.
    fn columns<'a>(&self, sheet: &'a Sheet, total: usize) -> Vec<&'a str> {
        let own = self.links.iter().filter(|&&(whole, _)| whole == total);
        own.filter_map(|&(_, cell)| column(sheet, total, cell)).collect()
    }

    /// Whether the cells of each of these rows make its total: where they do not, it is the row that is wrong.
    fn make(&self, sheet: &Sheet, totals: &[usize]) -> bool {
        totals.iter().all(|&total| {
            let cells = self.columns(sheet, total).into_iter().filter_map(|column| self.cell(sheet, total, column));
            added(sheet, &cells.collect::<Vec<_>>()).is_some_and(|(sum, _)| sum == sheet.metrics[total].value)
        })
    }
}

/// What the column of a cell is called, in the row of a total: （自然人）.
fn column<'a>(sheet: &'a Sheet, total: usize, cell: usize) -> Option<&'a str> {
    let column = sheet.metrics[cell].indicator.strip_prefix(sheet.metrics[total].indicator.as_str());
    column.filter(|column| column.starts_with('（') && sheet.same_sentence(total, cell))
}

/// Whether a figure is told of the whole year that its report is on; what was carried over is told of the year before.
fn is_of_year(sheet: &Sheet, metric: &Metric) -> bool {
    let Some(period) = metric.period.as_deref() else { return true };
    let printed = period.get(..4).and_then(|year| year.parse().ok());
    let other = printed.zip(sheet.year).is_some_and(|(printed, year): (i32, i32)| printed != year);
    let before = matches!(period, "上年" | "上年度" | "去年") && !metric.indicator.starts_with("上年");
    let whole = period.ends_with('年') && !period.ends_with("半年") || matches!(period, "全年度" | "上年度" | "年内");
    whole && !other && !before
}

/// Compares what the text tells of other rows with the table below it: `办结30件，结转下年度2件`. `first`: where it tells the first row.
fn told_beside(sheet: &Sheet, cells: &[usize], head: &Head, first: Option<usize>, checks: &mut Vec<Check>) {
    let only = |found: &mut dyn Iterator<Item = usize>| found.next().filter(|_| found.next().is_none());
    let mut anchors: Vec<usize> = first.into_iter().collect();
    for told in &head.told {
        let is_row = |cell: &usize| told.rows.contains(&sheet.metrics[*cell].indicator.as_str());
        let rows: Vec<usize> = cells.iter().copied().filter(is_row).collect();
        let Some(&before) = rows.first().filter(|_| rows.len() <= told.rows.len()) else { continue };
        let is_told = |&index: &usize| {
            let metric = &sheet.metrics[index];
            let near = || anchors.iter().any(|&anchor| sheet.same_sentence(anchor, index));
            let named = told.names.contains(&metric.indicator.as_str()) && metric.why.name != NameRule::Table;
            named
                && is_of_year(sheet, metric)
                && metric.role == Role::Actual
                && sheet.exact(index).is_some()
                && (!told.beside || near())
        };
        let Some(index) = only(&mut (0..before).filter(is_told)) else { continue };
        let Some((sum, _)) = added(sheet, &rows).filter(|_| sheet.same_unit(index, before)) else { continue };
        anchors.push(index);
        let agrees = sum == sheet.metrics[index].value;
        let outcome = if agrees { Outcome::Tabled } else { Outcome::Mistabled };
        let message = Verdict::compared(outcome, sheet.show(index, false), sheet.sum_of(&rows, true));
        checks.push(sheet.check(CheckKind::Total, agrees, [vec![index], rows].concat(), message));
    }
}

/// Compares what the text says with the table below it: `收到政府信息公开申请26件`. It may count what was carried over from the year before;
/// where it says something else, nothing is said unless both tell it but once.
fn told_above(sheet: &Sheet, cells: &[usize], head: &Head, rows: &[&str]) -> Option<Check> {
    let only = |found: &mut dyn Iterator<Item = usize>| found.next().filter(|_| found.next().is_none());
    let is_row = |cell: usize, row: &str| sheet.metrics[cell].indicator == row;
    let row = |row: &str| only(&mut cells.iter().copied().filter(|&cell| is_row(cell, row)));
    let first = row(rows.first()?)?;
    let is_told = |&index: &usize| {
        let metric = &sheet.metrics[index];
        metric.kind == Kind::Count && metric.role == Role::Actual && head.is_told(&metric.indicator)
    };
    let told = only(&mut (0..first).filter(is_told))?;
    let whole_year =
        sheet.metrics[told].period.as_deref().is_none_or(|period| period.ends_with('年') || period == "全年度");
    if sheet.metrics[told].qualifier != Qualifier::Exact || !whole_year {
        return None;
    }
    let carried = rows[1..].iter().map(|name| row(name)).collect::<Option<Vec<usize>>>().unwrap_or_default();
    let all: Vec<usize> = std::iter::once(first).chain(carried).collect();
    let stated = sheet.metrics[told].value;
    let with_carried = stated != sheet.metrics[first].value && added(sheet, &all)?.0 == stated;
    let agrees = with_carried || stated == sheet.metrics[first].value;
    let cells = if with_carried { all } else { vec![first] };
    let outcome = if agrees { Outcome::Tabled } else { Outcome::Mistabled };
    let message = Verdict::compared(outcome, sheet.show(told, false), sheet.sum_of(&cells, true));
    Some(sheet.check(CheckKind::Total, agrees, [vec![told], cells].concat(), message))
}

/// Compares each total with the cells that it adds up. A single one says nothing new.
fn totals(sheet: &Sheet, all: &Parts, checks: &mut Vec<Check>) {
    for parts in all.links.chunk_by(|one, next| one.0 == next.0) {
        // Those of its row, and those of the rows above.
        let whole = parts[0].0;
        let (row, rows): (Vec<usize>, Vec<usize>) =
            parts.iter().map(|&(_, part)| part).partition(|&part| sheet.same_sentence(part, whole));
        for addends in [&row, &rows].into_iter().filter(|addends| addends.len() > 1) {
            if let Some(((sum, range), printed)) = added(sheet, addends).zip(sheet.exact(whole)) {
                checks.push(told(sheet, whole, addends, sum, range.meets(printed.interval())));
            }
        }
        columns(sheet, all, whole, &rows, checks);
    }
}

/// Refutes a cell in the row of a total that the cells above it do not make, where the totals of those rows make the total: it is the
/// column that is wrong. That columns agree says nothing new then.
fn columns(sheet: &Sheet, all: &Parts, total: usize, rows: &[usize], checks: &mut Vec<Check>) {
    let make = || added(sheet, rows).is_some_and(|(sum, _)| sum == sheet.metrics[total].value);
    if rows.len() < 2 || !make() || !all.make(sheet, rows) || !all.make(sheet, &[total]) {
        return;
    }
    for column in all.columns(sheet, total) {
        let members: Vec<usize> = rows.iter().filter_map(|&row| all.cell(sheet, row, column)).collect();
        let Some(cell) = all.cell(sheet, total, column).filter(|_| members.len() > 1) else { continue };
        let wrong = added(sheet, &members).filter(|(sum, _)| *sum != sheet.metrics[cell].value);
        checks.extend(wrong.map(|(sum, _)| told(sheet, cell, &members, sum, false)));
    }
}

/// Compares the rows that are to be equal, in each table that has them all. Where their totals are, a column that is not is refuted.
fn balances(sheet: &Sheet, cells: &[usize], parts: &Parts, one: &[&str], other: &[&str], checks: &mut Vec<Check>) {
    let mut found: Vec<Option<usize>> = vec![None; one.len() + other.len()];
    for &cell in cells {
        let row = one.iter().chain(other).position(|row| *row == sheet.metrics[cell].indicator);
        let Some(row) = row else { continue };
        found[row] = Some(cell);
        if let Some(all) = found.iter().copied().collect::<Option<Vec<usize>>>() {
            let (given, taken) = all.split_at(one.len());
            let totals = balance(sheet, given, taken);
            let columns = match &totals {
                Some(check) if check.status == Status::Consistent && parts.make(sheet, &all) => {
                    parts.columns(sheet, given[0])
                }
                _ => Vec::new(),
            };
            checks.extend(totals);
            for column in columns {
                let [given, taken] = [given, taken]
                    .map(|rows| rows.iter().filter_map(|&row| parts.cell(sheet, row, column)).collect::<Vec<_>>());
                checks.extend(balance(sheet, &given, &taken).filter(|check| check.status == Status::Inconsistent));
            }
            found.fill(None);
        }
    }
}

/// `26 + 1 = 24 + 3`.
fn balance(sheet: &Sheet, one: &[usize], other: &[usize]) -> Option<Check> {
    let (given, taken) = (added(sheet, one)?.0, added(sheet, other)?.0);
    let shown = |cells: &[usize]| sheet.sum_of(cells, true);
    let with_sum = |cells: &[usize], sum: Decimal| match cells.len() {
        0 | 1 => sum.normalize().to_string(),
        _ => format!("{} = {}", shown(cells), sum.normalize()),
    };
    let agrees = given == taken;
    let message = if agrees {
        Verdict::compared(Outcome::Balanced, shown(one), shown(other))
    } else {
        Verdict::compared(Outcome::Unbalanced, with_sum(one, given), with_sum(other, taken))
    };
    Some(sheet.check(CheckKind::Sum, agrees, [one, other].concat(), message))
}
