//! A part is no more than its whole: `收到申请217件，其中受理298件`.

use rust_decimal::Decimal;

use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Tie, ties};
use crate::report::{Check, CheckKind, Role};
use crate::verdict::{Outcome, Verdict};

/// How many figures before 其中 the whole may stand.
const HORIZON: usize = 12;

/// Compares the first figure behind each 其中 with what it is said to be part of.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    checks.extend((1..sheet.metrics.len()).filter_map(|part| beyond(sheet, part)));
}

fn beyond(sheet: &Sheet, part: usize) -> Option<Check> {
    const REACH: usize = 24;
    let stands = |index: usize| {
        let metric = &sheet.metrics[index];
        // Of a mean a part may be more, and of what was added there may have been more before: 人均收入, 新增党员.
        let whole = !metric.indicator.contains(['均', '增']);
        let plain = whole && metric.role == Role::Actual && metric.direction.is_none() && metric.low.is_none();
        plain && sheet.is_amount(index) && sheet.exact(index).is_some()
    };
    let lead = sheet.ahead(part, REACH);
    // 包括 and 主要是 say it at the head of a clause; 含 may begin another word there.
    let heads = |at: usize| at == 0 || matches!(lead[at - 1], ',' | ':' | ';' | '(' | '。');
    let says =
        |at: usize| lead[at..].starts_with(&['其', '中']) || heads(at) && ties(Tie::Among).is_compound_at(lead, at);
    let among = (0..lead.len()).rev().find(|&at| says(at))?;
    // What stands in a clause of its own may begin another matter.
    if lead[among..].iter().any(|letter| matches!(letter, ';' | '。' | '(' | ')')) || !stands(part) {
        return None;
    }
    // Rates and growth of the whole may stand between.
    let whole = (part.saturating_sub(HORIZON)..part).rev().find(|&other| sheet.is_amount(other))?;
    let told = sheet.same_sentence(whole, part) && stands(whole) && sheet.same_unit(whole, part);
    // Of several things that the sentence counts any may be meant.
    let before = (whole.saturating_sub(HORIZON)..=whole).filter(|&other| sheet.same_sentence(other, part));
    // 建议86件、提案102件，其中甲类126件: or all of them.
    let before: Vec<usize> = before.filter(|&other| sheet.same_measure(other, part)).collect();
    let value = |index: usize| sheet.metrics[index].value;
    let largest = before.iter().map(|&other| value(other)).max()?;
    let mut roots = before.iter().filter(|&&other| sheet.whole_of(other).is_none());
    let all = roots.try_fold(Decimal::ZERO, |all, &other| all.plus(value(other)))?;
    // 对6个项目开展评估；对所有单位开展评价，并对其中115个组织抽查: a clause between began another matter.
    let words = sheet.between(whole, part)?;
    let head = &words[..words.len().saturating_sub(lead.len() - among)];
    let clause = head.iter().rposition(|letter| matches!(letter, ';' | '。'));
    let parted = clause.is_some_and(|at| head[at + 1..].iter().any(|letter| letter.is_alphanumeric()));
    if !told || parted || value(whole) <= Decimal::ZERO || value(part) <= largest.max(all) {
        return None;
    }
    let message = Verdict::compared(Outcome::Excessive, sheet.show(part, false), sheet.show(whole, false));
    Some(sheet.check(CheckKind::Sum, false, vec![whole, part], message))
}
