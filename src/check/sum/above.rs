//! A total of as many as it says, told before it: `…。上述四项合计32.5亿元`.

use rust_decimal::Decimal;

use super::added;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind};
use crate::text::chinese_digit;
use rustc_hash::FxHashSet;

/// How many figures before the total those may stand that it adds up.
const HORIZON: usize = 40;

/// Adds up those that each total says it adds up, where they stand before it and are not linked to it.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let summed: FxHashSet<usize> =
        checks.iter().filter(|check| check.kind == CheckKind::Sum).map(|check| check.metrics[0]).collect();
    checks.extend(
        (0..sheet.metrics.len()).filter(|total| !summed.contains(total)).filter_map(|total| added_up(sheet, total)),
    );
}

fn added_up(sheet: &Sheet, total: usize) -> Option<Check> {
    let count = number_of_members(sheet.ahead(total, 16))?;
    sheet.exact(total).filter(|_| sheet.is_amount(total))?;
    let near = |&index: &usize| sheet.stops_between(index, total).is_some_and(|stops| stops <= 1);
    let told: Vec<usize> = (total.saturating_sub(HORIZON)..total)
        .filter(near)
        .filter(|&index| sheet.is_amount(index) && sheet.subject_of(index).is_none())
        .collect();
    let members = &told[told.len().checked_sub(count)?..];
    let alike = |&member: &usize| {
        let metric = &sheet.metrics[member];
        sheet.same_unit(member, total) && sheet.exact(member).is_some() && metric.role == sheet.metrics[total].role
    };
    if !members.iter().all(alike) {
        return None;
    }
    let (sum, range) = added(sheet, members)?;
    let value = sheet.metrics[total].value;
    let agrees = range.meets(sheet.exact(total)?.interval());
    let off = sum.minus(value)?.times(Decimal::ONE_HUNDRED)?.over(value)?.abs();
    // Where no more than those were told, nothing else can be meant.
    let sure = told.len() == count && off <= Decimal::TEN;
    (agrees || sure).then(|| super::told(sheet, total, members, sum, agrees))
}

/// How many the words before a total say that it adds up: 上述四项合计, 以上3类支出共计.
fn number_of_members(lead: &[char]) -> Option<usize> {
    let at = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | ':' | '。')).map_or(0, |at| at + 1);
    let clause = &lead[at..];
    let behind = clause.strip_prefix(&['上', '述']).or(clause.strip_prefix(&['以', '上'])).unwrap_or(clause);
    let (&number, rest) = behind.split_first()?;
    let count = chinese_digit(number).or(number.to_digit(10)).filter(|&count| count > 1)?;
    let sorts = matches!(rest.first(), Some('项' | '类' | '者'));
    let totals = claims(Claim::Total).ends(rest);
    (sorts && totals).then_some(count as usize)
}
