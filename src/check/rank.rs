//! A rank is not beyond the number ranked: `在全市12个县区中排名第2位`.

use super::sheet::Sheet;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind};

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
    let among = claims(Claim::Ranked).is_in(&between);
    let apart = between.len() > REACH || between.iter().any(|letter| matches!(letter, '。' | ';'));
    if !among || apart {
        return None;
    }
    let agrees = sheet.metrics[rank].value <= sheet.metrics[number].value;
    let (place, of) = (sheet.show(rank, false), sheet.show(number, false));
    let verdict = if agrees { "在范围内" } else { "超出范围" };
    Some(sheet.check(CheckKind::Rank, agrees, vec![number, rank], format!("{of}中的{place}，{verdict}")))
}
