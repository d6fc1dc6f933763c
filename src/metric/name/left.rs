//! The words before a figure without what leads up to its name: here the others of this folder are asked, in their order.

use std::borrow::Cow;
use std::ops::Range;

use super::actor;
use super::holds;
use super::timed::{among, before_periods, is_mean, without_lasting, without_periods};
use super::trim;
use crate::language::{Place, Sense, naming, senses, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::words::letters_of;
use crate::metric::period::Period;

/// Behind 年末 or 年初 a noun no longer than this names nothing without it.
const SHORTEST_STOCK: usize = 2;

/// The words before a figure without what leads up to it.
pub fn left(chars: &[char], periods: &[Period], words: &[usize]) -> Vec<usize> {
    let periods = among(periods, words);
    let mut all = letters_of(chars, words);
    let mut own = Cow::Borrowed(words);
    if let Some(base) = actor::base(&all) {
        own.to_mut().drain(base.clone());
        all.to_mut().drain(base);
    }
    if let Some(members) = members(&all) {
        own.to_mut().drain(members.clone());
        all.to_mut().drain(members);
    }
    let mut words = &*own;
    let mut letters = &*all;
    loop {
        let mut start = trim::head(letters, 0);
        if let Some(&first) = words.get(start)
            && let Some(period) = periods.iter().find(|period| period.range.contains(&first) && !period.compared)
            && !is_mean(chars, period)
        {
            start = words.partition_point(|&index| index < period.range.end);
            // 2025年底前培养: not so 前期, 前三季度.
            let until = matches!(letters.get(start), Some('前')) && verbs().is_compound_at(letters, start + 1)
                || matches!(letters.get(start..start + 2), Some(['前', '每' | '各' | '全' | '将' | '新' | '力']));
            // 近三年里培养
            let within = matches!(letters.get(start..start + 2), Some(['里', next]) if *next != '程');
            start += usize::from(until || within);
            // 年末结余 is told apart from 年初结余.
            let stock = matches!(chars[period.range.end - 1], '末' | '初') && period.range.len() == 2;
            // 上年结转 is a name, whatever year it tells of.
            let carried = chars[period.range.clone()] == ['上', '年'];
            if (stock || carried) && words.len() - start <= SHORTEST_STOCK {
                break;
            }
        }
        // 到2022年底
        if matches!(letters.first(), Some('到' | '至'))
            && let Some(period) = periods.iter().find(|period| words.get(1) == Some(&period.range.start))
        {
            start = words.partition_point(|&index| index < period.range.end);
        }
        start = start.max(actor::behind_means(letters));
        if start == 0 {
            break;
        }
        (words, letters) = (&words[start..], &letters[start..]);
    }
    let start = actor::behind(letters);
    let range = trim::ends(&letters[start..]);
    let name = before_periods(chars, periods, &words[start..][range]).to_vec();
    let name = without_periods(chars, periods, name);
    without_lasting(chars, without_total(chars, name))
}

/// `组建由教师和民警组成的服务队`: the words that say of whom something is made.
fn members(letters: &[char]) -> Option<Range<usize>> {
    const MADE: usize = 3;
    let end = letters.windows(MADE).position(|made| matches!(made, ['组' | '构', '成', '的']))?;
    let by = |&at: &usize| letters[at] == '由' && !predicate::is_inside_word(letters, at, 1);
    let start = (0..end).rev().find(by)?;
    Some(start..end + MADE).filter(|members| members.end < letters.len())
}

/// `监管事项共计主项`, `网民留言共答复`, `每村至少培养`, `时限均比法定压缩`: without the 共计, 至少, 均 or 仅 inside, or the 共 before a verb.
fn without_total(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    if !['计', '共', '至', '均', '仅', '只', '已'].iter().any(|&sign| holds(chars, &name, sign)) {
        return name;
    }
    let letters = letters_of(chars, &name);
    let moves = |at: usize| [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_at(&letters, at));
    let total = |at: usize| match letters[at..] {
        // 收入总计减少
        ['总', '计', ..] if at > 0 && matches!(letters[at - 1], '入' | '出' | '支') => None,
        ['共' | '总', '计', ..] | ['至', '少', ..] if at > 0 => Some(2),
        // 人均比去年降低
        ['均', '比' | '较', ..] if at > 0 => (!naming(Place::Kept).is_before(&letters, at + 1)).then_some(1),
        ['仅' | '只', '占', ..] => Some(1),
        // 投资同比仅增长
        ['仅' | '只', ..] if at > 0 && moves(at + 1) => Some(1),
        ['已', '完', '成', ..] if at > 0 => Some(1),
        ['共', ..] if at > 0 && !predicate::is_inside_word(&letters, at, 1) => {
            verbs().compound_at(&letters, at + 1).map(|_| 1)
        }
        _ => None,
    };
    let inside = (0..name.len()).find_map(|at| Some((at, total(at)?))).filter(|(at, length)| at + length < name.len());
    inside.map_or(name.clone(), |(at, length)| [&name[..at], &name[at + length..]].concat())
}
