//! Where a name begins and ends among the words before its figure: without links, adverbs, numbers of items and verbs of change.

use std::ops::Range;

use crate::language::{Cue, Measure, Place, Tie, cues, measures, naming, ties, verbs};
use crate::metric::quantity::numeral;
use crate::text::is_han;

/// The part of a name that is left when the words that lead up to it and away from it are taken off.
pub fn ends(letters: &[char]) -> Range<usize> {
    let start = head(letters, 0);
    let end = tail(letters, start);
    // 将失业率控制在, 把办结率提高到: what is done to it ends the name, and 将 leads up to it.
    // 把时限压缩30%: so it is where 把 alone says it.
    let disposed = matches!(letters.get(start), Some('将' | '把'))
        && end > start + 2
        && (end < letters.len() || letters[start] == '把');
    let kept = disposed && naming(Place::Kept).is_compound_at(letters, start);
    start + usize::from(disposed && !kept)..end
}

/// Where the name begins behind links, adverbs and the report's own body.
pub(super) fn head(letters: &[char], mut start: usize) -> usize {
    // |3|加装电梯|: the last cell before the number names it.
    if letters.first() == Some(&'|')
        && let Some(last) = letters.iter().rposition(|&letter| letter != '|')
        && let Some(cell) = letters[..last].iter().rposition(|&letter| letter == '|')
    {
        start = start.max(cell + 1);
    }
    while letters
        .get(start)
        .is_some_and(|letter| matches!(letter, '①'..='⑳' | '、' | '-' | '*' | '•' | '·' | '●' | '■'))
    {
        start += 1;
    }
    // 全市实现: the place is no part of what was done.
    if let Some(['全', '市' | '县' | '区' | '省' | '州' | '镇' | '乡' | '旗' | '国' | '院' | '校' | '局' | '系']) =
        letters.get(start..start + 2)
        && (verbs().compound_at(letters, start + 2).is_some_and(|length| start + 2 + length < letters.len())
            || matches!(letters.get(start + 2), Some('共' | '累' | '已'))
            || leading(letters, start + 2).is_some())
    {
        start += 2;
    }
    // （下同）
    if letters.get(start) == Some(&'(')
        && let Some(close) = letters[start..].iter().position(|&letter| letter == ')')
        && start + close + 1 < letters.len()
    {
        start += close + 1;
    }
    while let Some(length) = leading(letters, start).or_else(|| turns(&letters[start..])) {
        start += length;
    }
    start
}

/// `分4次划转`: the length of the words at the head that say in how many turns something was done.
fn turns(letters: &[char]) -> Option<usize> {
    const LONGEST: usize = 3;
    let number = letters.strip_prefix(&['分'])?;
    let digits = number
        .iter()
        .take(LONGEST)
        .take_while(|&&digit| digit.is_ascii_digit() || numeral::digit(digit).is_some())
        .count();
    let turn = measures(Measure::Turn).is_at(number, digits);
    (digits > 0 && turn && number.len() > digits + 1).then_some(digits + 2)
}

/// The length of a word at `start` that only leads up to a name.
fn leading(letters: &[char], start: usize) -> Option<usize> {
    // 共建 is a word; in 共建成 the verb reaches beyond it.
    let beyond = |end: usize, kept: usize| verbs().at(letters, end).is_some_and(|verb| end + verb > start + kept);
    let kept = |length: usize| {
        let kept = naming(Place::Kept).at(letters, start).unwrap_or(0);
        kept > length && !beyond(start + length, kept)
    };
    if let Some(length) = item(&letters[start..]) {
        return Some(length);
    }
    // 可开发 and 已开发 are told apart; 可采面积 is a name.
    let able = letters.get(start) == Some(&'可')
        && verbs().at(letters, start + 1).is_some_and(|verb| verb == 1 || start + 1 + verb == letters.len());
    // 需要整改的12份: 要整改的12份 and 有执照的8名 say what they are.
    let describes = matches!(letters[start..], ['要' | '有', .., '的']);
    let leads = |length: usize| !(kept(length) || able || describes && length == 1);
    if let Some(length) = naming(Place::Head).at(letters, start).filter(|&length| leads(length)) {
        return Some(length);
    }
    // 收入18亿元，加上级补助收入30亿元: what is added to come to all.
    let added = matches!(letters.get(start), Some('加' | '减'));
    if added && naming(Place::Balance).is_at(letters, start + 1) {
        return Some(1);
    }
    // 将建成
    let modal = naming(Place::Upcoming).at(letters, start).filter(|&length| !kept(length) && !describes);
    if let Some(length) = modal
        && verbs().is_compound_at(letters, start + length)
    {
        return Some(length);
    }
    // 积极推进: how it was done. 按时办结率 is the name of a rate.
    let length = naming(Place::Adverbial).at(letters, start).filter(|&length| !kept(length))?;
    let verb = verbs().compound_at(letters, start + length)?;
    // 联合检查占比: so is that of a share.
    let rate = ties(Tie::Rate).is_at(letters, start + length + verb);
    (!rate && !naming(Place::Derived).is_at(letters, start + length + verb)).then_some(length)
}

/// `a.受理诉求`, `ii.培训人员`, `3.收到申请`: the length of the letter or the number that numbers an item.
fn item(letters: &[char]) -> Option<usize> {
    const LONGEST: usize = 4;
    const DIGITS: usize = 2;
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    if let (1..=DIGITS, Some('.' | '、'), Some(&named)) = (digits, letters.get(digits), letters.get(digits + 1)) {
        return is_han(named).then_some(digits + 1);
    }
    let length = letters.iter().take_while(|letter| letter.is_ascii_lowercase()).count();
    let roman = || letters[..length].iter().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    let numbers = length == 1 || (1..=LONGEST).contains(&length) && roman();
    let named = letters.get(length + 1).is_some_and(|letter| !letter.is_ascii());
    (numbers && named && matches!(letters[length], '.' | '、' | ')')).then_some(length + 1)
}

/// Where the name ends before the words that lead up to the number.
pub fn tail(letters: &[char], start: usize) -> usize {
    let mut end = letters.len() - letters.iter().rev().take_while(|&&letter| letter == '|').count();
    // 补助达到每张床位: for what each of it is says nothing of what it is.
    const EACH: usize = 6;
    let floor = end.saturating_sub(EACH).max(start + 2);
    if let Some(at) = (floor..end).rev().find(|&at| letters[at] == '每')
        && (matches!(letters[at - 1], '到' | '达' | '为' | '至') || letters[..at].ends_with(&['密', '度']))
    {
        end = at;
    }
    while end > start {
        if let Some(length) = changing(&letters[start..end]) {
            end -= length;
            continue;
        }
        let Some(length) = naming(Place::Tail).before(letters, end) else { break };
        let kept = naming(Place::Kept).before(letters, end).is_some_and(|kept| kept > length);
        // 低于全市平均1200元: what it is compared with.
        let mean = letters[..end].ends_with(&['平', '均']) && letters[start + 1] == '于';
        if kept || mean || end < start + length {
            break;
        }
        end -= length;
    }
    end
}

/// `缩短至`, `增加到`, `调整为`: the length of a verb of change with 至, 到 or 为 behind it, at the end of the letters.
fn changing(letters: &[char]) -> Option<usize> {
    let end = letters.len().checked_sub(1)?;
    if !matches!(letters[end], '至' | '到' | '为' | '成') {
        return None;
    }
    if end > 0 && naming(Place::Kept).ends(letters) {
        return None;
    }
    let length = cues(Cue::Changing).before(letters, end)?;
    Some(length + 1)
}
