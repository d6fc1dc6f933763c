//! Shares of a whole that is told before all of them: `总人数1578万人。其中，甲937.4万人（占59.4%），乙525.7万人（占33.3%）`.

use super::work_out;
use crate::check::sheet::Sheet;
use crate::report::{Check, Status};

/// How many figures before the first share the whole may stand.
const HORIZON: usize = 16;
/// How many sentences before it.
const SENTENCES: usize = 4;
/// So many digits of all the shares together do not come out of another amount by chance.
const PROVING: usize = 6;

/// The checks of shares that name no whole, each of the amount at its place in `amounts`: of the whole that the amounts are parts of, or of
/// the one before them that the shares themselves prove. One of many shares is told to be wrong where all the others agree.
pub fn run(sheet: &Sheet, shares: &[usize], amounts: &[usize]) -> Option<Vec<Check>> {
    let &first = amounts.first()?;
    // Parts of several wholes have no common one.
    let linked = sheet.whole_of(first).filter(|&whole| sheet.same_unit(whole, first));
    if amounts.iter().any(|&amount| sheet.whole_of(amount) != linked) {
        return None;
    }
    if let Some(checks) = linked.and_then(|whole| compare(sheet, shares, amounts, whole)) {
        return Some(checks);
    }
    let digits: usize = shares.iter().map(|&share| sheet.digits(share)).sum();
    if digits < PROVING {
        return None;
    }
    let near = |&whole: &usize| {
        sheet.is_amount(whole)
            && sheet.same_unit(whole, first)
            && sheet.metrics[whole].role == sheet.metrics[first].role
            && amounts.iter().all(|&amount| sheet.metrics[amount].value < sheet.metrics[whole].value)
            && sheet.stops_between(whole, first).is_some_and(|stops| stops <= SENTENCES)
    };
    let wholes = (first.saturating_sub(HORIZON)..first).rev().filter(|&whole| Some(whole) != linked && near(&whole));
    wholes.filter_map(|whole| compare(sheet, shares, amounts, whole)).next()
}

/// The checks of each share, where they prove that they are of this whole.
fn compare(sheet: &Sheet, shares: &[usize], amounts: &[usize], whole: usize) -> Option<Vec<Check>> {
    let pairs = amounts.iter().zip(shares);
    let checks: Vec<Check> =
        pairs.map(|(&part, &share)| work_out(sheet, part, whole, share, true)).collect::<Option<_>>()?;
    let wrong = checks.iter().filter(|check| check.status == Status::Inconsistent).count();
    (wrong == 0 || wrong == 1 && checks.len() > 2).then_some(checks)
}
