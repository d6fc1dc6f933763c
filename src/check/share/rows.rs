//! Three lists in one order: wholes, parts of them, and the rates that follow.

use std::ops::Range;

use super::{is_percent, work_out};
use crate::check::sheet::Sheet;
use crate::report::{Check, Status};

/// How many members a list may have.
const MOST: usize = 12;

/// The checks of a list of rates that begins here: `支出分别为…、…、…，拨款分别为…、…、…，占支出的比例分别为65%、67%、63%`. Which list is that of
/// the wholes the rates themselves tell; that one of them is wrong is only told where all the others agree.
pub fn run(sheet: &Sheet, start: usize) -> Vec<Check> {
    const LISTS: usize = 4;
    if !is_percent(sheet, start) {
        return Vec::new();
    }
    let rates = list_from(sheet, start);
    let parts = start.checked_sub(1).map(|before| list_to(sheet, before));
    let Some(parts) = parts.filter(|parts| rates.len() > 1 && parts.len() == rates.len()) else { return Vec::new() };
    let mut before = parts.start;
    for _ in 0..LISTS {
        let Some(last) = before.checked_sub(1) else { break };
        let wholes = list_to(sheet, last);
        before = wholes.start;
        if let Some(checks) = compare(sheet, &rates, &parts, &wholes) {
            return checks;
        }
    }
    Vec::new()
}

/// The checks of three lists, where they prove that they belong together.
fn compare(sheet: &Sheet, rates: &Range<usize>, parts: &Range<usize>, wholes: &Range<usize>) -> Option<Vec<Check>> {
    let alike = sheet.same_unit(parts.start, wholes.start) && sheet.is_amount(parts.start);
    if wholes.len() != parts.len() || !alike {
        return None;
    }
    let rows = rates.clone().zip(parts.clone()).zip(wholes.clone());
    let checks: Vec<Check> =
        rows.map(|((rate, part), whole)| work_out(sheet, part, whole, rate, true)).collect::<Option<_>>()?;
    let wrong = checks.iter().filter(|check| check.status == Status::Inconsistent).count();
    (wrong == 0 || wrong == 1 && checks.len() > 2).then_some(checks)
}

/// The list of figures that begins with this one.
fn list_from(sheet: &Sheet, start: usize) -> Range<usize> {
    let mut end = start + 1;
    while end < sheet.metrics.len() && end - start < MOST && goes_on(sheet, end) {
        end += 1;
    }
    start..end
}

/// The list of figures that ends with this one.
fn list_to(sheet: &Sheet, last: usize) -> Range<usize> {
    let mut start = last;
    while start > 0 && last - start < MOST && goes_on(sheet, start) {
        start -= 1;
    }
    start..last + 1
}

/// Whether nothing but a link stands between a figure and the one before it, which is of the same unit.
fn goes_on(sheet: &Sheet, index: usize) -> bool {
    let links = |words: &[char]| matches!(words, ['、' | '和' | ',']);
    let listed = sheet.same_unit(index - 1, index) && sheet.same_sentence(index - 1, index);
    listed && sheet.between(index - 1, index).is_some_and(links)
}
