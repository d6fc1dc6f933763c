//! A rank is not beyond the number ranked: `在全市12个县区中排名第2位`.

use super::sheet::Sheet;
use crate::language::{Claim, Cue, claims, cues};
use crate::report::{Check, CheckKind, Kind};
use crate::verdict::{Outcome, Verdict};

/// How many characters may stand between the number ranked and the rank.
const REACH: usize = 24;

/// Compares each rank with the number ranked.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    for rank in 1..sheet.metrics.len() {
        checks.extend(ranked(sheet, rank));
    }
}

fn ranked(sheet: &Sheet, rank: usize) -> Option<Check> {
    let number = rank - 1;
    let counted = sheet.metrics[number].kind == Kind::Count && sheet.exact(number).is_some();
    if sheet.metrics[rank].kind != Kind::Rank || !counted || !sheet.same_sentence(number, rank) {
        return None;
    }
    let between = sheet.between(number, rank)?;
    let apart = between.len() > REACH || between.iter().any(|letter| matches!(letter, '。' | ';'));
    if apart {
        return None;
    }
    let agrees = sheet.metrics[rank].value <= sheet.metrics[number].value;
    // Only among those that are said to be ranked can a place be too far back.
    let among = (0..between.len()).any(|at| is_among(between, at)) || is_sort(between);
    if !(among || agrees && compares(between)) {
        return None;
    }
    let outcome = if agrees { Outcome::Ranked } else { Outcome::Misranked };
    let message = Verdict::compared(outcome, sheet.show(rank, false), sheet.show(number, false));
    Some(sheet.check(CheckKind::Rank, agrees, vec![number, rank], message))
}

/// `列全市11个县区第3位`: whether nothing but the sort of what is ranked stands between the number and the place.
fn is_sort(between: &[char]) -> bool {
    !between.is_empty() && sort_end(between) == between.len()
}

/// Where the sort of what was counted ends at the head of these words: 县区, 县（市、区）.
fn sort_end(between: &[char]) -> usize {
    let mut at = 0;
    while let Some(length) = claims(Claim::Sorts).at(between, at) {
        at += length;
    }
    if at > 0 && between.get(at) == Some(&'(') {
        at += between[at..].iter().position(|&letter| letter == ')').map_or(0, |close| close + 1);
    }
    at
}

/// `12个县区中排名第2位`: whether a word stands here behind which the place follows; 中 of 中心 is none.
fn is_among(between: &[char], at: usize) -> bool {
    let Some(length) = claims(Claim::Ranked).at(between, at) else { return false };
    let next = at + length;
    let ends = between.get(next).is_none_or(|letter| matches!(letter, ',' | '的'));
    ends || cues(Cue::Rank).is_at(between, next)
}

/// `14个县（市、区）综合考评，我县位居第2位`: whether those that were counted are said to have been compared.
fn compares(between: &[char]) -> bool {
    let end = sort_end(between);
    end > 0 && claims(Claim::Compared).is_at(between, end)
}
