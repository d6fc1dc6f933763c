//! By how many: `由100天缩短至30天，缩短70天`, `由85%提高到92%，提高7个百分点`.

use super::earlier::Earlier;
use super::ends::{base, is_increment, owner};
use super::wording::is_claimed;
use super::worked::Change;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, Sense, claims, senses};
use crate::report::{Check, Kind, Role, Status};

/// `由85%提高到92%，提高7个百分点`.
pub fn points(sheet: &Sheet, by: usize) -> Option<Check> {
    let to = sheet.subject_of(by).or(by.checked_sub(1))?;
    // 95.9%，比上年的97.5%低1.6个百分点: what is compared with stands right before.
    let compared = |&from: &usize| {
        let lead = sheet.ahead(from, 24);
        let clause = lead.iter().rposition(|letter| matches!(letter, ',' | ';')).map_or(0, |at| at + 1);
        from > to && matches!(lead.get(clause), Some('比' | '较'))
    };
    let beside = to.checked_sub(1).filter(|&from| sheet.metrics[from].role == Role::Baseline);
    let from = by.checked_sub(1).filter(compared).or(beside)?;
    let rates = [from, to].iter().all(|&index| matches!(sheet.metrics[index].kind, Kind::Ratio | Kind::Growth));
    // 由上年下降2.1%转为增长6.4%: one of them stands below nothing, and its number does not show it.
    let way = |index: usize| sheet.metrics[index].direction.filter(|_| sheet.metrics[index].kind == Kind::Growth);
    let turned = way(from).zip(way(to)).is_some_and(|(before, now)| before != now);
    if turned || !rates || !sheet.same_sentence(from, by) || to >= by || !sheet.same_unit(from, to) {
        return None;
    }
    let check = Change { from, to, by }.difference(sheet)?;
    // 由82%提高到91%，高于国家要求6个百分点: that tells how far it lies from something else.
    let name = sheet.name(by);
    let moved = [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).ends(name));
    let other = from < to && (!moved || name.contains(&'于'));
    (check.status == Status::Consistent || !other && is_claimed(sheet, to, by)).then_some(check)
}

/// `由100天缩短至30天，缩短70天`, and `同比增加0.72亿元` against the figure stated for the year before.
pub fn increment(sheet: &Sheet, by: usize, earlier: &Earlier) -> Option<Check> {
    let to = owner(sheet, by).filter(|&to| to < by && is_increment(sheet, by, to))?;
    if let Some((from, true)) = base(sheet, to, by) {
        let check = Change { from, to, by }.difference(sheet)?;
        return (check.status == Status::Consistent || is_claimed(sheet, to, by)).then_some(check);
    }
    let yearly = claims(Claim::Yearly).is_in(sheet.ahead(by, 12));
    let from = earlier.find(sheet, to).filter(|_| yearly && is_claimed(sheet, to, by))?;
    let check = Change { from, to, by }.difference(sheet)?;
    // The same name may be said of a county and of its offices: what was stated in another section must be near, or nothing is refuted.
    const NEAR: i64 = 20;
    let together = sheet.metrics[from].section == sheet.metrics[to].section;
    let before = sheet.metrics[to].value.minus(sheet.metrics[by].value)?;
    let off = before.minus(sheet.metrics[from].value)?.abs().times(NEAR.into())?;
    let near = off <= sheet.metrics[from].value;
    (check.status == Status::Consistent || together || near).then_some(check)
}
