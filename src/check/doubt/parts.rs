//! Parts that come near their whole, or go beyond it, and do not make it: `共65件，其中甲39件、乙5件、丙10件、丁4件、戊5件`. That they are
//! all there are is not said; but few lists leave so little over.

use rust_decimal::Decimal;

use super::finding;
use crate::check::claimed::comparable;
use crate::check::parts::Parts;
use crate::check::sheet::Sheet;
use crate::check::sum;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Finding, Kind, LinkRule, NameRule, Span};
use rustc_hash::FxHashSet;

/// A list of fewer parts tells some of all.
const FEWEST: usize = 3;
/// Of more things than these the few that are not told may be many.
const MOST: i64 = 1000;
/// The share of the whole, in a hundred, that the parts may leave over.
const BELOW: i64 = 5;
/// That they may go beyond it: parts that go further are told apart in two ways.
const ABOVE: i64 = 15;

/// Looks at the parts of each whole of which no sum is told.
pub fn run(sheet: &Sheet, checks: &[Check], findings: &mut Vec<Finding>) {
    let sums = checks.iter().filter(|check| check.kind == CheckKind::Sum);
    let told: FxHashSet<usize> = sums.flat_map(|check| check.metrics.iter().copied()).collect();
    let parts = Parts::new(sheet);
    let wholes = (0..sheet.metrics.len()).filter(|whole| !told.contains(whole));
    findings.extend(wholes.filter_map(|whole| doubted(sheet, whole, parts.of(whole), &told)));
}

fn doubted(sheet: &Sheet, whole: usize, parts: &[usize], told: &FxHashSet<usize>) -> Option<Finding> {
    let &first = parts.first()?;
    let metric = &sheet.metrics[whole];
    let members: Vec<usize> = parts.iter().copied().filter(|&part| sheet.same_sentence(part, first)).collect();
    let &last = members.last()?;
    let table = metric.why.name == NameRule::Table;
    // What is measured is told by its largest parts; what is counted, and few, by all of them.
    let counted = metric.kind == Kind::Count && metric.scale.is_none() && metric.value <= Decimal::from(MOST);
    let list = members.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    if members.len() < FEWEST || table || metric.direction.is_some() || !counted || !list {
        return None;
    }
    let listed = |&member: &usize| {
        let part = &sheet.metrics[member];
        let rule = matches!(
            part.why.link,
            Some(LinkRule::Among | LinkRule::Bracket | LinkRule::Shared | LinkRule::Respectively)
        );
        rule && !told.contains(&member)
            && part.period == metric.period
            && part.direction.is_none()
            && part.value < metric.value
    };
    let all = members.iter().all(listed) && comparable(sheet, whole, &members);
    if !all || is_open(sheet, whole, first, last) {
        return None;
    }
    let (sum, range) = sum::added(sheet, &members)?;
    let off = sum.minus(metric.value)?;
    let least = members.iter().map(|&member| sheet.metrics[member].value).min()?;
    let bound = if off.is_sign_negative() { BELOW } else { ABOVE };
    let near = off.abs().times(Decimal::ONE_HUNDRED)? <= metric.value.times(bound.into())?;
    // What is left over is less than anything that was worth telling.
    let small = off.abs() < least;
    if range.meets(sheet.exact(whole)?.interval()) || !near || off.is_sign_negative() && !small {
        return None;
    }
    let bare = false;
    let (added, stated) = (sheet.show_as(sum, whole, bare), sheet.show(whole, bare));
    let message = if off.is_sign_negative() {
        format!("分项合计 {added}，与总数 {stated} 不一致，如已列全请核对。")
    } else {
        format!("分项合计 {added}，多于总数 {stated}，如互不重复请核对。")
    };
    Some(finding(Span::new(metric.span.start, sheet.metrics[last].span.end), message))
}

/// Whether words around a list say that it tells some of all: 主要 before it, 等 behind.
fn is_open(sheet: &Sheet, whole: usize, first: usize, last: usize) -> bool {
    const REACH: usize = 12;
    let some = |letters: &[char]| letters.windows(2).any(|pair| pair == ['主', '要']) || letters.contains(&'仅');
    let lead = sheet.between(whole, first).unwrap_or_default();
    let behind = sheet.behind(last, REACH);
    let clause = behind.iter().position(|letter| matches!(letter, ',' | '。' | ';')).unwrap_or(behind.len());
    some(&lead) || claims(Claim::Examples).is_in(&behind[..clause])
}
