//! What a figure measures, as a reader would name its row.

use std::ops::Range;

use super::clause::Words;
use super::period::Period;
use super::quantity::Quantity;
use crate::language::{Cue, Place, cues, naming, verbs};
use crate::report::Kind;
use crate::text::Passage;

/// The part of a name that is left when the words that lead up to it and away from it are taken off.
pub fn trim(letters: &[char]) -> Range<usize> {
    let start = trim_head(letters, 0);
    let end = trim_tail(letters, start);
    start..end
}

/// Where the name begins behind links, adverbs and the report's own body.
fn trim_head(letters: &[char], mut start: usize) -> usize {
    while let Some((length, ())) = naming(Place::Head).at(letters, start) {
        let kept = naming(Place::Kept).at(letters, start).is_some_and(|(kept, ())| kept > length);
        if kept || start + length > letters.len() {
            break;
        }
        start += length;
    }
    start
}

/// Where the name ends before the words that lead up to the number.
fn trim_tail(letters: &[char], start: usize) -> usize {
    let mut end = letters.len();
    while end > start {
        if let Some(length) = changing(&letters[start..end]) {
            end -= length;
            continue;
        }
        let Some((length, ())) = naming(Place::Tail).before(letters, end) else { break };
        let kept = naming(Place::Kept).before(letters, end).is_some_and(|(kept, ())| kept > length);
        if kept || end < start + length {
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
    if end > 0 && naming(Place::Kept).before(letters, letters.len()).is_some() {
        return None;
    }
    let (length, ()) = cues(Cue::Changing).before(letters, end)?;
    Some(length + 1)
}

/// The name of a figure, as indices of characters; empty where the words around it give none.
pub fn find(passage: &Passage, periods: &[Period], quantity: &Quantity, words: &Words) -> Vec<usize> {
    let chars = &passage.chars;
    let left = left(chars, periods, &words.left);
    let right = right(chars, &words.right);
    let enumerated = ends_with_etcetera(chars, &words.left, &left);
    if right.is_empty() {
        return left;
    }
    if left.is_empty() || is_bare(chars, &left) {
        return right;
    }
    if takes_no_object(chars, quantity, &left, &right) {
        return left;
    }
    if enumerated {
        return [head_verb(chars, &left), right].concat();
    }
    [left, right].concat()
}

/// The words before a figure without what leads up to it.
pub fn left(chars: &[char], periods: &[Period], words: &[usize]) -> Vec<usize> {
    let mut words = words;
    loop {
        let letters: Vec<char> = words.iter().map(|&index| chars[index]).collect();
        let mut start = trim_head(&letters, 0);
        if let Some(&first) = words.get(start)
            && let Some(period) = periods.iter().find(|period| period.range.contains(&first) && !period.compared)
        {
            start = words.partition_point(|&index| index < period.range.end);
        }
        if start == 0 {
            break;
        }
        words = &words[start..];
    }
    let letters: Vec<char> = words.iter().map(|&index| chars[index]).collect();
    let start = behind_altogether(&letters);
    let range = trim(&letters[start..]);
    words[start..][range].to_vec()
}

/// Where the name begins if a body stands before 共: `区法律服务中心共接待`.
fn behind_altogether(letters: &[char]) -> usize {
    const WORDS: [&str; 7] = ["累计共", "共计", "总计", "合计", "累计", "先后", "共"];
    for at in (1..letters.len()).rev() {
        for word in WORDS {
            let word: Vec<char> = word.chars().collect();
            if letters[at..].starts_with(&word) && verbs().at(letters, at + word.len()).is_some() {
                return at + word.len();
            }
        }
    }
    0
}

/// The words behind a figure without what they begin and end with.
fn right(chars: &[char], words: &[usize]) -> Vec<usize> {
    let mut words = words;
    while let Some((&first, rest)) = words.split_first()
        && matches!(chars[first], '的' | '余' | '多' | '之' | '、')
    {
        words = rest;
    }
    while let Some((&last, rest)) = words.split_last()
        && matches!(chars[last], '等' | '、' | '的' | '了' | '-')
    {
        words = rest;
    }
    words.to_vec()
}

/// Whether the words before a figure end in 等, so that they list examples of what stands behind it.
fn ends_with_etcetera(chars: &[char], words: &[usize], left: &[usize]) -> bool {
    let behind = left.last().map_or(0, |last| last + 1);
    words.iter().any(|&index| index >= behind && chars[index] == '等')
        || words.last().is_some_and(|&last| chars[last] == '等')
}

fn is_bare(chars: &[char], words: &[usize]) -> bool {
    let letters: Vec<char> = words.iter().map(|&index| chars[index]).collect();
    naming(Place::Bare).at(&letters, 0).is_some_and(|(length, ())| length == letters.len())
}

/// The verb at the head of the words.
fn head_verb(chars: &[char], words: &[usize]) -> Vec<usize> {
    let letters: Vec<char> = words.iter().map(|&index| chars[index]).collect();
    let length = verbs().at(&letters, 0).map_or(0, |(length, ())| length);
    words[..length].to_vec()
}

/// Whether what stands behind the figure goes on with the sentence rather than naming what is counted.
fn takes_no_object(chars: &[char], quantity: &Quantity, left: &[usize], right: &[usize]) -> bool {
    let letters: Vec<char> = right.iter().map(|&index| chars[index]).collect();
    let left_letters: Vec<char> = left.iter().map(|&index| chars[index]).collect();
    if matches!(quantity.kind, Some(Kind::Ratio | Kind::Growth | Kind::Points | Kind::Rank | Kind::Multiple)) {
        return true;
    }
    const GOES_ON: [&str; 20] = [
        "用于", "并", "且", "均", "全部", "已", "以", "用", "进行", "为", "在", "于", "同比", "比", "较", "占", "其中",
        "给", "予以", "至",
    ];
    if GOES_ON.iter().any(|word| letters.starts_with(&word.chars().collect::<Vec<_>>())) {
        return true;
    }
    // 办理案件12件移送司法机关: the name stands before, and a verb begins anew.
    let verb = verbs().at(&letters, 0).is_some_and(|(length, ())| length > 1);
    let asks = verbs()
        .before(&left_letters, left_letters.len())
        .is_some_and(|(length, ())| length > 1 && length == left_letters.len());
    verb && !asks
}

/// Divides a name that is said of two things: `参考率和合格率`, `“即办件”和“全程网办”占比`. What the last has and the others lack is lent to them.
pub fn divide(chars: &[char], name: &[usize]) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
    let mut quoted = 0_usize;
    let mut at = 0;
    while at < name.len() {
        let character = chars[name[at]];
        match character {
            '“' | '《' | '(' => quoted += 1,
            '”' | '》' | ')' => quoted = quoted.saturating_sub(1),
            _ => {}
        }
        let two = name.get(at + 1).is_some_and(|&next| character == '以' && chars[next] == '及');
        let links = quoted == 0 && (two || matches!(character, '、' | '和' | '与' | '及'));
        if links && parts.last().is_some_and(|part| !part.is_empty()) && at + 1 < name.len() {
            parts.push(Vec::new());
            at += if two { 2 } else { 1 };
            continue;
        }
        if let Some(part) = parts.last_mut() {
            part.push(name[at]);
        }
        at += 1;
    }
    lend_tail(chars, &mut parts);
    parts
}

/// Lends the tail of the last part to shorter ones before it: 城镇、农村居民收入.
fn lend_tail(chars: &[char], parts: &mut [Vec<usize>]) {
    let Some((last, others)) = parts.split_last_mut() else { return };
    for part in others {
        let tail = tail_start(chars, part, last);
        if let Some(tail) = tail {
            part.extend_from_slice(&last[tail..]);
        }
    }
}

/// Where in `last` the tail begins that `part` lacks.
fn tail_start(chars: &[char], part: &[usize], last: &[usize]) -> Option<usize> {
    let ends_same = part.last().map(|&index| chars[index]) == last.last().map(|&index| chars[index]);
    if ends_same {
        return None;
    }
    let close = |words: &[usize]| words.first().is_some_and(|&first| chars[first] == '“');
    if close(part) && close(last) {
        return last.iter().position(|&index| chars[index] == '”').map(|at| at + 1);
    }
    (part.len() <= 4 && last.len() >= part.len() + 2).then_some(part.len())
}
