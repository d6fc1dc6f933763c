//! What is left is what came in without what was spent.

use super::{HORIZON, added, is_rounded, told};
use crate::check::sheet::Sheet;
use crate::language::{Claim, Tie, claims, ties};
use crate::report::{Check, Relation};

/// `收入总计91亿元，…。支出总计88亿元，…。收支相抵，年终结转4亿元`: what is left is said to be what came in without what was spent.
pub fn run(sheet: &Sheet, income: usize) -> Option<Check> {
    let is_total = |index: usize, tie| {
        let name = sheet.name(index);
        ties(tie).is_in(name) && (claims(Claim::Total).is_in(name) || name.contains(&'总'))
    };
    if !is_total(income, Tie::Income) {
        return None;
    }
    let behind = income + 1..sheet.metrics.len().min(income + HORIZON);
    let left = behind.clone().find(|&index| claims(Claim::Offset).is_in(sheet.ahead(index, 12)))?;
    let spent = behind.take_while(|&index| index < left).find(|&index| is_total(index, Tie::Expense))?;
    let pair = [spent, left];
    let alike = pair.iter().all(|&index| sheet.same_unit(income, index) && sheet.exact(index).is_some());
    // 总支出45亿元，安排稳定调节基金2亿元，收支相抵: something else may have been put in or taken out.
    let part = |index: usize| sheet.metrics[index].relation == Some(Relation::Part);
    let other =
        |index: usize| index != spent && sheet.is_amount(index) && sheet.same_unit(income, index) && !part(index);
    let apart = (income + 1..left).any(other);
    // 累计结余 is what was left of all years.
    let left_name = &sheet.metrics[left].indicator;
    let remains = left_name.contains('结') && !left_name.contains(['净', '滚', '累', '历']);
    // 收支相抵，结转下年8亿元，净结余2亿元: more may be left than is told first.
    let mut next =
        (left + 1..sheet.metrics.len().min(left + HORIZON)).take_while(|&next| sheet.same_sentence(left, next));
    let more = next.any(|next| sheet.same_unit(left, next));
    let (sum, range) = added(sheet, &pair).filter(|_| alike && remains && !apart && !more)?;
    let agrees = range.meets(sheet.exact(income)?.interval());
    let so = sheet.metrics[spent].value < sheet.metrics[income].value && (!agrees || is_rounded(sheet, income, &pair));
    so.then(|| told(sheet, income, &pair, sum, agrees))
}
