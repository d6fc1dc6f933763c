//! Whether one name tells of what another names.

use crate::language::{Tie, ties, verbs};

/// 申请数量较去年 tells of 受理公开申请: whether a name begins with the number of what another name ends with.
pub fn is_number_of(name: &[char], other: &[char]) -> bool {
    const LONGEST: usize = 8;
    let Some(at) = (2..name.len().min(LONGEST)).find(|&at| ties(Tie::Number).is_at(name, at)) else {
        return false;
    };
    other.ends_with(&name[..at])
}

/// Whether a subject of a change is what another name tells of: a short one is taken to be, a longer one shares half of its pairs.
pub fn tells_of(subject: &[char], other: &[char]) -> bool {
    const SHORTEST: usize = 3;
    const SHORT: usize = 5;
    // 支出增加 tells nothing of 收入.
    if ties(Tie::Expense).is_in(subject) && ties(Tie::Income).is_in(other) && !ties(Tie::Expense).is_in(other) {
        return false;
    }
    let shared = subject.windows(2).filter(|pair| other.windows(2).any(|other| other == *pair)).count();
    // 存栏生猪 tells nothing of 能繁母猪.
    subject.len() <= SHORTEST || subject.len() <= SHORT && shared > 0 || 2 * shared >= subject.len() - 1
}

/// Whether a word is short for a name: 收案 for 新收民事案件, 调解纠纷 for 成功调解各类纠纷.
pub fn is_short_for(word: &[char], name: &[char]) -> bool {
    const TAIL: usize = 2;
    let mut letters = name.iter();
    let within = word.iter().all(|letter| letters.any(|other| other == letter));
    let ends = word.last().is_some_and(|last| name[name.len().saturating_sub(TAIL)..].contains(last));
    word.len() > 1 && within && ends
}

/// Whether two names share two characters in a row.
pub fn shares_pair(one: &[char], other: &[char]) -> bool {
    let telling = |pair: &&[char]| !pair.iter().any(char::is_ascii_digit);
    one.windows(2).filter(telling).any(|pair| other.windows(2).any(|other| pair == other))
}

/// Whether the name of a rate shares two characters with another, beyond what a long one begins with: 城镇登记失业率 tells nothing of
/// 城镇新增就业.
pub fn is_akin(rate: &[char], other: &[char]) -> bool {
    const LONG: usize = 5;
    const TAIL: usize = 4;
    // 8个断面水质优良率
    if other.len() > 1 && rate.starts_with(other) {
        return true;
    }
    // 畜禽粪污综合利用率 tells nothing of 配套粪污处理设施: it is what was counted that a rate with a long name speaks of.
    let long = rate.len() > LONG;
    // 政务服务事项归并到窗口: the things that something was done with, where they stand before it.
    let verb = |at: &usize| verbs().is_compound_at(other, *at);
    let noun = &other[..(TAIL..other.len()).find(verb).filter(|_| !verb(&0)).unwrap_or(other.len())];
    let tail = |name: &'_ [char]| name[if long { name.len().saturating_sub(TAIL) } else { 0 }..].to_vec();
    [tail(other), tail(noun)].iter().any(|thing| shares_pair(&rate[usize::from(long)..], thing))
}

/// Whether a name ends as rates do: 办结率, 完成比例.
pub fn is_rate(name: &[char]) -> bool {
    ties(Tie::Rate).ends(name)
}
