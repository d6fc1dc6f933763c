//! What is left when what went is taken from what came: 新增企业326家，注销112家，净增214家.

use super::{added, told};
use crate::check::sheet::Sheet;
use crate::language::{Sense, Words, nets, senses};
use crate::report::Check;

/// How many figures before what is left those stand of which it is left.
const HORIZON: usize = 8;

/// Compares each difference that is called one with the two figures right before it that it is one of; what those checks tell already is not
/// told again.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    for left in 0..sheet.metrics.len() {
        let known = |check: &Check| {
            checks.iter().any(|other| {
                other.kind == check.kind && check.metrics.iter().all(|index| other.metrics.contains(index))
            })
        };
        checks.extend(compared(sheet, left).filter(|check| !known(check)));
    }
}

/// The check of what is left.
fn compared(sheet: &Sheet, left: usize) -> Option<Check> {
    let letters = |index: usize| sheet.metrics[index].indicator.chars().collect::<Vec<_>>();
    let called = |words: &Words, index: usize| words.is_in(&letters(index));
    // 顺差扩大12亿元: by how much it changed is another figure.
    let name = letters(left);
    let rest = |net: &Words| (0..name.len()).find_map(|at| Some(&name[at + net.at(&name, at)?..]));
    let plain = |rest: &[char]| ![Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_in(rest));
    let named = nets().iter().filter_map(|net| rest(&net[2])).any(plain) && !compares(&name);
    if !named || !sheet.is_amount(left) || sheet.exact(left).is_none() {
        return None;
    }
    // 比上年减少112家 is of another year.
    let alike =
        |&other: &usize| sheet.same_sentence(other, left) && sheet.same_unit(other, left) && !compares(&letters(other));
    let mut before = (left.saturating_sub(HORIZON)..left).rev().filter(alike);
    let (last, first) = (before.next()?, before.next()?);
    let is_net_of = |came: usize, went: usize| {
        nets().iter().any(|[all, taken, net]| called(net, left) && called(all, came) && called(taken, went))
    };
    let ends = [(first, last), (last, first)].into_iter().find(|&(came, went)| is_net_of(came, went));
    let (came, went) = ends.filter(|_| [first, last].iter().all(|&index| sheet.exact(index).is_some()))?;
    let (sum, range) = added(sheet, &[went, left])?;
    let agrees = range.meets(sheet.exact(came)?.interval());
    Some(told(sheet, came, &[went, left], sum, agrees))
}

/// Whether a name says that another year is compared with.
fn compares(name: &[char]) -> bool {
    name.iter().any(|letter| matches!(letter, '比' | '较'))
}
