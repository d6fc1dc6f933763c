//! Sums: what is told of parts makes the whole. `linked.rs` adds up what was linked to its whole, `behind.rs` what follows it,
//! `before.rs` and `above.rs` what a total adds up, `listed.rs` and `sorts.rs` lists that divide it, `net.rs` what is left of two; `claimed.rs` says how far a text
//! claims that nothing is left over, and `excess.rs` what is more than its whole.

mod above;
mod before;
mod behind;
pub mod claimed;
mod excess;
mod linked;
mod listed;
mod net;
mod offset;
pub mod parts;
pub mod sorts;

use rust_decimal::Decimal;

use super::interval::Interval;
use super::sheet::Sheet;
use crate::exact::Exact;
use crate::report::{Check, CheckKind, NameRule};
use crate::verdict::{Outcome, Verdict};
use claimed::BRACKET;
use linked::compare;
use parts::{Named, Parts};

pub use before::totalled_by;

/// How many figures behind a whole its members may stand that are not linked to it.
const HORIZON: usize = 40;
/// A whole below this adds up by chance too easily to be taken for divided where no word says so.
const SMALL: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Adds up the parts of each whole.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let parts = Parts::new(sheet);
    let named = Named::all(sheet);
    for whole in 0..sheet.metrics.len() {
        // What the cells of a table add up to, their form says.
        let cell = sheet.metrics[whole].why.name == NameRule::Table;
        let nothing = sheet.metrics[whole].value.is_zero();
        if cell || nothing || sheet.exact(whole).is_none() || !sheet.is_amount(whole) {
            continue;
        }
        let own = parts.of(whole);
        let linked = linked::linked(sheet, whole, own);
        if let Some(first) = &linked {
            // A large whole may be divided in several ways.
            let mut rest: Vec<usize> = own.iter().copied().filter(|part| !first.metrics.contains(part)).collect();
            while let Some(next) = linked::some_of(sheet, whole, &rest) {
                rest.retain(|part| !next.metrics.contains(part));
                checks.push(next);
            }
        }
        let behind = linked.or_else(|| behind::followed(sheet, whole)).or_else(|| behind::spread(sheet, whole, &named));
        let listed = || listed::behind_total(sheet, whole);
        let behind =
            behind.or_else(|| listed().and_then(|(members, claimed)| compare(sheet, whole, &members, claimed)));
        let behind = behind.or_else(|| behind::balanced(sheet, whole));
        let apart = |check: &Check| behind.as_ref().is_none_or(|behind| behind.metrics != check.metrics);
        checks.extend(offset::run(sheet, whole).filter(apart));
        let before = before::totalled(sheet, whole);
        if behind.is_none() && before.is_none() {
            checks.extend(told_of_parts(sheet, whole, &parts));
        }
        // 总收入898万元 may add up what stands before it, and be what was spent and what is left behind it.
        checks.extend(behind.into_iter().chain(before));
    }
    excess::run(sheet, checks);
    net::run(sheet, checks);
    above::run(sheet, checks);
}

/// `项目86个，总投资326亿元，其中省级项目26个，总投资206亿元；市级项目60个，总投资120亿元`: what is told of things counted, and the same of each
/// of their parts, where the parts are all there are.
fn told_of_parts(sheet: &Sheet, told: usize, parts: &Parts) -> Option<Check> {
    let owner = sheet.subject_of(told).filter(|&owner| owner < told)?;
    let seconds = parts.of(told);
    let parts = parts.of(owner);
    let (counted, _) = added(sheet, parts)?;
    let all = parts.len() > 1 && counted == sheet.metrics[owner].value;
    let name = &sheet.metrics[told].indicator;
    let same = |part: usize| {
        // 事故21起、死亡19人，其中甲类14起死亡13人: the second number of each part.
        if seconds.contains(&(part + 1)) {
            return Some(part + 1);
        }
        let told_of = (part + 1..sheet.metrics.len().min(part + HORIZON))
            .find(|&index| sheet.subject_of(index) == Some(part) && sheet.metrics[index].indicator == *name)?;
        sheet.same_unit(told, told_of).then_some(told_of)
    };
    let members: Vec<usize> = parts.iter().map(|&part| same(part)).collect::<Option<_>>().filter(|_| all)?;
    compare(sheet, told, &members, BRACKET)
}

/// Whether members that add up but for their last digit are so finely printed that it is no chance.
fn is_rounded(sheet: &Sheet, whole: usize, members: &[usize]) -> bool {
    const FINE: i64 = 300;
    let value = sheet.metrics[whole].value;
    let near = |(sum, range): (Decimal, Interval)| {
        let off = sum.minus(value)?.abs().times(FINE.into())?;
        Some(off <= value && range.meets(sheet.exact(whole)?.interval()))
    };
    let same = members.iter().all(|&member| sheet.metrics[member].role == sheet.metrics[whole].role);
    same && added(sheet, members).and_then(near).unwrap_or(false)
}

/// The sum of members as printed, and all it may stand for.
pub fn added(sheet: &Sheet, members: &[usize]) -> Option<(Decimal, Interval)> {
    members.iter().try_fold((Decimal::ZERO, Interval::exactly(Decimal::ZERO)), |(sum, range), &member| {
        Some((sum.plus(sheet.metrics[member].value)?, range.plus(sheet.exact(member)?.interval())?))
    })
}

/// What was compared, as the report prints it.
pub fn told(sheet: &Sheet, whole: usize, members: &[usize], sum: Decimal, agrees: bool) -> Check {
    let mut metrics = vec![whole];
    metrics.extend_from_slice(members);
    let bare = sheet.alike(&metrics);
    let outcome = match (agrees, sum == sheet.metrics[whole].value) {
        (true, true) => Outcome::Equal,
        (true, false) => Outcome::Rounded,
        (false, _) => Outcome::Differs,
    };
    let added = ('=', sheet.show_as(sum, whole, bare));
    let message = Verdict::worked(outcome, sheet.sum_of(members, bare), added, sheet.show(whole, bare));
    sheet.check(CheckKind::Sum, agrees, metrics, message)
}
