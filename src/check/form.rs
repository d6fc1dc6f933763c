//! What a form says of its own cells: totals add up the cells beside and above them, and some rows are equal to others.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::sum::{added, told};
use crate::language::heads;
use crate::order;
use crate::report::{Check, CheckKind, LinkRule, NameRule};

/// Checks the totals and the balances of forms.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let in_form = |index: usize| sheet.metrics[index].why.name == NameRule::Table;
    let cells: Vec<usize> = (0..sheet.metrics.len()).filter(|&index| in_form(index)).collect();
    if cells.is_empty() {
        return;
    }
    totals(sheet, &cells, checks);
    for (one, other) in heads().iter().filter_map(|head| head.balance.as_ref()) {
        balances(sheet, &cells, one, other, checks);
    }
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
            if let Some((sum, _)) = added(sheet, addends) {
                checks.push(told(sheet, whole, addends, sum, sum == sheet.metrics[whole].value));
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
    let shown = |cells: &[usize]| cells.iter().map(|&cell| sheet.show(cell, true)).collect::<Vec<_>>().join(" + ");
    let with_sum = |cells: &[usize], sum: Decimal| format!("{} = {}", shown(cells), sum.normalize());
    let agrees = given == taken;
    let message = if agrees {
        format!("勾稽关系成立：{} = {}", shown(one), shown(other))
    } else {
        format!("勾稽关系不成立：{}，{}", with_sum(one, given), with_sum(other, taken))
    };
    Some(sheet.check(CheckKind::Sum, agrees, [one, other].concat(), message))
}
