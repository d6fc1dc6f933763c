//! What is left is what came in without what was spent.

use super::{HORIZON, added, told};
use crate::check::sheet::Sheet;
use crate::language::{Claim, Tie, claims, ties};
use crate::report::Check;

/// `收入总计91亿元，…。支出总计88亿元，…。收支相抵，年终结转4亿元`: what is left is said to be what came in without what was spent.
pub fn run(sheet: &Sheet, income: usize) -> Option<Check> {
    let names = |index: usize, tie| {
        let name: Vec<char> = sheet.metrics[index].indicator.chars().collect();
        ties(tie).is_in(&name).then_some(name)
    };
    let total = |index: usize, tie| names(index, tie).is_some_and(|name| claims(Claim::Altogether).is_in(&name));
    if !total(income, Tie::Income) {
        return None;
    }
    let behind = income + 1..sheet.metrics.len().min(income + HORIZON);
    let left = behind.clone().find(|&index| claims(Claim::Offset).is_in(&sheet.ahead(index, 12)))?;
    let spent = behind.take_while(|&index| index < left).find(|&index| total(index, Tie::Expense))?;
    // Another account may have been opened between.
    let anew = (spent + 1..left).any(|index| names(index, Tie::Income).is_some());
    let pair = [spent, left];
    let alike = pair.iter().all(|&index| sheet.same_unit(income, index) && sheet.exact(index).is_some());
    let name = &sheet.metrics[left].indicator;
    // 收支相抵，结转下年8亿元，净结余2亿元: more may be left than is told first.
    let more = (left + 1..sheet.metrics.len().min(left + HORIZON)).take_while(|&next| sheet.same_sentence(left, next));
    let remains = name.contains('结')
        && !name.contains(['净', '滚'])
        && !more.into_iter().any(|next| sheet.same_unit(left, next));
    let (sum, range) = added(sheet, &pair).filter(|_| alike && remains && !anew)?;
    let agrees = range.meets(sheet.exact(income)?.interval());
    (sheet.metrics[spent].value < sheet.metrics[income].value).then(|| told(sheet, income, &pair, sum, agrees))
}
