//! What names say of what became of things.

use crate::language::{Tie, funnel, members_named, ties};
use crate::metric::figure::Figure;

/// Whether a figure is called by what became of things: 办结, 被采纳, 阶段性办结, 有关部门已查处并结案.
pub(in crate::metric) fn tells_outcome(figure: &Figure, name: &[char]) -> bool {
    const SHORT: usize = 5;
    const LONGEST: usize = 14;
    let passive = ties(Tie::Passive).begins(name);
    let begins = funnel().head(name).is_some_and(|length| name.len() <= length + if passive { 6 } else { 2 });
    let ends = ties(Tie::Outcome).ends(name);
    let done = figure.lead.contains(&'已');
    let sole = ties(Tie::Sole).is(name);
    sole || begins || ends && (name.len() <= SHORT || done && name.len() <= LONGEST)
}

/// Whether one name says that what the other tells was not done: 决定不起诉 and 决定起诉.
pub(super) fn is_denied(name: &[char], other: &[char]) -> bool {
    // 不予受理 beside 立案受理
    let not = |at: usize| {
        let behind = at + 1 + usize::from(name.get(at + 1) == Some(&'予'));
        matches!(name[at], '不' | '未') && name.len() > behind && other.ends_with(&name[behind..])
    };
    // 化解积案42件，尚有4件正在化解
    let pending = ties(Tie::Pending).head(name).unwrap_or(0);
    let still = || pending > 0 && name.len() > pending + 1 && other.starts_with(&name[pending..pending + 2]);
    (0..name.len()).any(not) || still()
}

/// Whether a name says that something was due that another says was done: 处理处罚应上交财政 and 上交.
pub(super) fn is_due(due: &[char], done: &[char]) -> bool {
    let behind = |at: usize| due[at] == '应' && due[at + 1..].starts_with(done);
    !done.is_empty() && (0..due.len()).any(behind)
}

/// Whether two names are those of members of one whole: 男性人口 and 女性人口.
pub(in crate::metric) fn are_members(one: &[char], other: &[char]) -> bool {
    let one = members_named(one);
    !one.is_empty()
        && members_named(other)
            .iter()
            .any(|&(division, member)| one.iter().any(|&own| own.0 == division && own.1 != member))
}
