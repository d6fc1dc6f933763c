//! What a form says of its own cells: totals add up the cells beside and above them, and some rows are equal to others.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::sum::{added, told};
use crate::language::{Head, heads};
use crate::order;
use crate::report::{Check, CheckKind, Kind, LinkRule, NameRule, Qualifier, Role};
use crate::verdict::{Outcome, Verdict};

/// Checks the totals and the balances of forms.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let in_form = |index: usize| sheet.metrics[index].why.name == NameRule::Table;
    let cells: Vec<usize> = (0..sheet.metrics.len()).filter(|&index| in_form(index)).collect();
    if cells.is_empty() {
        return;
    }
    totals(sheet, &cells, checks);
    for head in heads() {
        if let Some((one, other)) = &head.balance {
            balances(sheet, &cells, one, other, checks);
            checks.extend(told_above(sheet, &cells, head, one));
        }
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
fn totals(sheet: &Sheet, cells: &[usize], checks: &mut Vec<Check>) {
    let whole = |cell: usize| sheet.whole_of(cell).filter(|_| sheet.metrics[cell].why.link == Some(LinkRule::Table));
    let mut links: Vec<(usize, usize)> = cells.iter().filter_map(|&cell| Some((whole(cell)?, cell))).collect();
    order::sort_by_key(&mut links, |&link| link);
    for parts in links.chunk_by(|one, next| one.0 == next.0) {
        // Those of its row, and those of the rows above.
        let whole = parts[0].0;
        let (row, rows): (Vec<usize>, Vec<usize>) =
            parts.iter().map(|&(_, part)| part).partition(|&part| sheet.same_sentence(part, whole));
        for addends in [row, rows].iter().filter(|addends| addends.len() > 1) {
            if let Some(((sum, range), printed)) = added(sheet, addends).zip(sheet.exact(whole)) {
                checks.push(told(sheet, whole, addends, sum, range.meets(printed.interval())));
            }
        }
    }
}

/// Compares the rows that are to be equal, in each table that has them all.
fn balances(sheet: &Sheet, cells: &[usize], one: &[&str], other: &[&str], checks: &mut Vec<Check>) {
    let mut found: Vec<Option<usize>> = vec![None; one.len() + other.len()];
    for &cell in cells {
        let row = one.iter().chain(other).position(|row| *row == sheet.metrics[cell].indicator);
        let Some(row) = row else { continue };
        found[row] = Some(cell);
        if let Some(all) = found.iter().copied().collect::<Option<Vec<usize>>>() {
            checks.extend(balance(sheet, &all[..one.len()], &all[one.len()..]));
            found.fill(None);
        }
    }
}

/// `26 + 1 = 24 + 3`.
fn balance(sheet: &Sheet, one: &[usize], other: &[usize]) -> Option<Check> {
    let (given, taken) = (added(sheet, one)?.0, added(sheet, other)?.0);
    let shown = |cells: &[usize]| sheet.sum_of(cells, true);
    let with_sum = |cells: &[usize], sum: Decimal| format!("{} = {}", shown(cells), sum.normalize());
    let agrees = given == taken;
    let message = if agrees {
        Verdict::compared(Outcome::Balanced, shown(one), shown(other))
    } else {
        Verdict::compared(Outcome::Unbalanced, with_sum(one, given), with_sum(other, taken))
    };
    Some(sheet.check(CheckKind::Sum, agrees, [one, other].concat(), message))
}
