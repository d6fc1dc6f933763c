//! Which way a change went, by the words before a figure or by its name.

use crate::language::{Place, Sense, attributes, naming, senses};
use crate::report::Direction;

/// `合计下拉全部产值增速1.2个百分点`: whether a verb by which something is pulled down stands before a figure, and behind it what is.
pub fn drags(lead: &[char]) -> bool {
    (0..lead.len()).any(|at| senses(Sense::Drag).at(lead, at).is_some_and(|length| at + length < lead.len()))
}

/// What the words right before a number say of a change: which way it went, and whether the number is where it came to (提高到).
pub fn change(lead: &[char]) -> Option<(Direction, bool)> {
    let mut end = lead.len();
    let mut level = false;
    // 比上年多11家
    if lead.iter().any(|&letter| matches!(letter, '比' | '较')) {
        match lead.last() {
            Some('多' | '高' | '快') => return Some((Direction::Up, false)),
            Some('少' | '低' | '慢') => return Some((Direction::Down, false)),
            _ => {}
        }
        // 比往年多挣
        if let [.., more @ ('多' | '少'), _] | [.., more @ ('多' | '少'), _, '了'] = lead {
            return Some((if *more == '多' { Direction::Up } else { Direction::Down }, false));
        }
    }
    loop {
        let ends = |sense| senses(sense).before(lead, end);
        let (up, down) = (ends(Sense::Up), ends(Sense::Down));
        // 审减 is what an audit does, and no change against another time.
        if naming(Place::Kept).before(lead, end).is_some_and(|kept| kept > up.max(down).unwrap_or(kept)) {
            return None;
        }
        if up.is_some() || down.is_some() {
            // 增速达到11.1%, 增速提高到11.1%
            let length = up.max(down).unwrap_or_default();
            let pace = |end| senses(Sense::Pace).is_before(lead, end);
            level &= !pace(end) && !pace(end - length);
            return Some((if down > up { Direction::Down } else { Direction::Up }, level));
        }
        let length = naming(Place::Tail).before(lead, end)?;
        // 上升的占50.9%: a share of those that grew.
        if lead[end - length] == '占' {
            return None;
        }
        level |= matches!(lead[end - 1], '至' | '到' | '为' | '成');
        end -= length;
    }
}

/// `比上年的97.5%低1.6个百分点`, `高于上年0.8个百分点`: which way something lies from the figure or the time that it is compared with.
pub fn lies(lead: &[char]) -> Option<Direction> {
    let (letter, time) = match lead {
        // 比上年的380件多出24件
        [letter] | [letter, '出' | '了'] => (letter, true),
        // 涨幅高于上年0.8个百分点: so it is with an earlier time.
        _ => {
            let at = lead.iter().rposition(|&letter| letter == '于').filter(|&at| at > 0)?;
            let time = lead[at + 1..].iter().any(|letter| matches!(letter, '年' | '月' | '季' | '期'));
            (&lead[at - 1], time)
        }
    };
    match letter {
        '高' | '多' | '快' if time => Some(Direction::Up),
        '低' | '少' | '慢' if time => Some(Direction::Down),
        _ => None,
    }
}

/// `低于全部投资增速2.5个百分点`: which way something lies from what it is compared with, whose name says that it changed.
pub fn compared(lead: &[char]) -> Option<Direction> {
    let ['高' | '低' | '快' | '慢', '于', _, _, ..] = lead else { return None };
    let down = matches!(lead[0], '低' | '慢');
    change(lead).map(|_| if down { Direction::Down } else { Direction::Up })
}

/// Which way something changed whose name ends in how fast, or in that it did: 车间降幅, 产值增长.
pub fn paces(name: &[char]) -> Option<Direction> {
    let pace = senses(Sense::Pace).tail(name).map(|length| &name[name.len() - length..]);
    let falls = pace.map(|pace| matches!(pace[0], '降' | '跌' | '下'));
    let direction = |falls| if falls { Direction::Down } else { Direction::Up };
    falls.map(direction).or_else(|| change(name).filter(|(_, level)| !level).map(|change| change.0))
}

/// `增加产值`: which way went what the words before a figure begin and end with.
pub fn change_of(lead: &[char]) -> Option<Direction> {
    let begins = |sense| senses(sense).head(lead).filter(|_| senses(Sense::Amount).begins(lead));
    let (direction, length) = match (begins(Sense::Up), begins(Sense::Down)) {
        (Some(up), down) if down <= Some(up) => (Direction::Up, up),
        (_, down) => (Direction::Down, down?),
    };
    let noun = attributes().tail(lead)?;
    (length + noun == lead.len()).then_some(direction)
}

/// The length of the verb of change at the end of the letters.
pub fn change_length(lead: &[char]) -> usize {
    let ends = |sense| senses(sense).tail(lead).unwrap_or(0);
    ends(Sense::Up).max(ends(Sense::Down))
}

/// `压减一般性支出3.2%`: which way a change went with which the words before a share begin, where they name what changed, and that is no
/// share itself.
pub fn changes_object(lead: &[char]) -> Option<Direction> {
    const SHARES: &[char] = &['率', '比', '例', '重', '面', '度', '占', '达', '为', '的', '至', '到', '成'];
    // 平均减环节67%
    let lead = lead.strip_prefix(&['平', '均']).unwrap_or(lead);
    let length = senses(Sense::Amount).head(lead)?;
    let object = &lead[length..];
    let kept = naming(Place::Kept).begins(lead) || object.first() == Some(&'值');
    let share = object.last().is_some_and(|last| SHARES.contains(last)) || object.contains(&'占');
    let direction = if senses(Sense::Down).begins(lead) { Direction::Down } else { Direction::Up };
    (object.len() > 1 && !kept && !share).then_some(direction)
}
