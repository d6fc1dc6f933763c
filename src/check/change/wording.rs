//! What the words of a change claim: which way it went, and of what it is said.

use crate::check::sheet::Sheet;
use crate::language::{Claim, Sense, Tie, claims, senses, ties};
use crate::report::{Direction, Kind, NameRule};

/// Whether a change that is linked with nothing may be one of the figure before it: it names no subject, or one that is alike.
pub fn may_tell_of(sheet: &Sheet, by: usize, to: usize) -> bool {
    let (change, figure) = (sheet.name(by), sheet.name(to));
    names_no_subject(change) || change.windows(2).any(|pair| figure.windows(2).any(|other| pair == other))
}

/// Whether a change is called by nothing but how it went and against what: 同比增长, 比上年, 年均.
fn names_no_subject(change: &[char]) -> bool {
    let begins = |sense| senses(sense).begins(change);
    let compared = matches!(change.first(), Some('比' | '较' | '同' | '年' | '平'));
    compared || begins(Sense::Up) || begins(Sense::Down) || ties(Tie::Relative).begins(change)
}

/// `压缩率60%`: which way a change went whose rate this is.
pub fn rate_of_change(sheet: &Sheet, index: usize) -> Option<Direction> {
    let name = sheet.metrics[index].indicator.trim_end_matches(['率', '幅', '度', '达']);
    let letters: Vec<char> = name.chars().collect();
    let whole = |sense| senses(sense).ends(&letters);
    match (whole(Sense::Up), whole(Sense::Down)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// Whether a change is said to go down.
pub fn falls(sheet: &Sheet, by: usize) -> bool {
    sheet.metrics[by].direction.or_else(|| rate_of_change(sheet, by)) == Some(Direction::Down)
}

/// Whether a change of an amount is reckoned otherwise than from what is printed: the words before it say so, or those that open the
/// sentence, or the bracket behind.
fn is_adjusted(sheet: &Sheet, to: usize, by: usize) -> bool {
    const BEHIND: usize = 16;
    let name = sheet.name(to);
    let behind = sheet.behind(by, BEHIND);
    // 平均办理时限 is reckoned like any other time.
    sheet.metrics[to].kind != Kind::Duration && adjusted(name)
        || adjusted(sheet.ahead(by, 16))
        || behind.first() == Some(&'(') && adjusted(behind)
        || claims(Claim::Reckoned).is_in(sheet.ahead(to, 40))
}

/// Whether words say that a change is reckoned in a way of its own: 年增14%, but not 比上年增加.
fn adjusted(letters: &[char]) -> bool {
    let mut at = 0;
    while at < letters.len() {
        if claims(Claim::Adjusted).is_at(letters, at) {
            return true;
        }
        at += claims(Claim::Yearly).at(letters, at).unwrap_or(1);
    }
    false
}

/// Whether the text claims a change of just this figure, reckoned from what is printed.
pub fn is_claimed(sheet: &Sheet, to: usize, by: usize) -> bool {
    !is_adjusted(sheet, to, by) && names_no_other(sheet, by, to)
}

/// Whether what a change is called names no other thing than the figure it came to: 人员编制减少 says nothing of 机构.
fn names_no_other(sheet: &Sheet, change: usize, to: usize) -> bool {
    const SHORT: usize = 2;
    let (name, why) = (sheet.name(change), sheet.metrics[change].why);
    let changes = |at: usize| [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_at(name, at));
    if matches!(why.name, NameRule::Borrowed | NameRule::Joined | NameRule::Comparison) || names_no_subject(name) {
        return true;
    }
    let begins = |at: &usize| changes(*at) || matches!(name[*at], '比' | '较' | '同' | '环');
    let subject = &name[..(0..name.len()).find(begins).unwrap_or(name.len())];
    let whole = sheet.name(to);
    let shared = subject.windows(2).filter(|pair| whole.windows(2).any(|other| other == *pair)).count();
    subject.len() < SHORT || 2 * shared > subject.len() - 1
}
