//! What a figure measures, as a reader would name its row.

use std::ops::Range;

use super::clause::Words;
use super::figure;
use super::period::Period;
use super::quantity::Quantity;
use crate::language::{Cue, Place, actors, attributes, cues, naming, outline, predicates, verbs};
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
    while letters.get(start).is_some_and(|letter| ('①'..='⑳').contains(letter)) {
        start += 1;
    }
    // 全市实现: the place is no part of what was done.
    if let Some(['全', '市' | '县' | '区' | '省' | '州' | '镇' | '乡' | '旗' | '国' | '院' | '校' | '局' | '系']) =
        letters.get(start..start + 2)
        && (verbs().at(letters, start + 2).is_some_and(|(length, ())| length > 1 && start + 2 + length < letters.len())
            || matches!(letters.get(start + 2), Some('共' | '累' | '已')))
    {
        start += 2;
    }
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
    let mut left = left(chars, periods, &words.left);
    let preposition = leading_preposition(&letters(chars, &left));
    let listed = words.left.last().is_some_and(|&last| chars[last] == '等');
    let lists = listed || left.iter().any(|&index| chars[index] == '、');
    let right = right(chars, &words.right, preposition > 0, left.is_empty() || lists);
    if preposition > 0 && !right.is_empty() {
        left.drain(..preposition);
    }
    let letters = letters(chars, &left);
    let bare = left.is_empty() || is_bare(&letters);
    if listed && let Some(subject) = subject_of_list(chars, &left) {
        return subject;
    }
    let possessive = chars.get(quantity.extent.end) == Some(&'的');
    if let Some(attribute) = trailing_attribute(&letters).filter(|_| possessive) {
        return left[attribute..].to_vec();
    }
    if bare && right.is_empty() {
        return Vec::new();
    }
    if possessive && quantity.kind == Some(Kind::Ratio) && left.len() <= 2 && !right.is_empty() {
        return right;
    }
    if right.is_empty() || !bare && goes_on(chars, quantity, &right, ends_with_verb(&letters)) {
        return behind_list(chars, left);
    }
    if bare {
        return right;
    }
    if is_task(chars, &right) {
        // 税收12亿元的目标 is a target of what stands before, 超额完成78个的年度任务 only a task.
        let done = verbs().at(&letters, 0).is_some_and(|(length, ())| length == letters.len())
            || letters.ends_with(&['完', '成']);
        if done || right.len() > 2 {
            return right;
        }
        if possessive {
            return left;
        }
    }
    if lists {
        // What stands before the number lists the things that are counted behind it.
        return if right.len() > 2 { right } else { [head_verb(chars, &left), right].concat() };
    }
    let possessive = words.left.last().filter(|&&last| chars[last] == '的').copied();
    left.into_iter().chain(possessive).chain(right).collect()
}

/// `扎实推进总投资`: where the name of what is told about the things counted begins, behind a verb that speaks of these.
fn trailing_attribute(letters: &[char]) -> Option<usize> {
    let (length, ()) = attributes().before(letters, letters.len())?;
    let before = letters.len() - length;
    (before > 0 && verbs().before(letters, before).is_some()).then_some(before)
}

/// The length of a preposition at the head of a name: 对12个事项进行….
fn leading_preposition(letters: &[char]) -> usize {
    let kept = naming(Place::Kept).at(letters, 0).is_some();
    let found = naming(Place::Preposition).at(letters, 0);
    // 向平台推送3603条: the verb before the number asks for what stands behind it.
    let asks = verbs().before(letters, letters.len()).is_some();
    found.filter(|_| !kept && !asks).map_or(0, |(length, ())| length)
}

/// `超额完成78个的年度任务`: a task is called a task, however much of it was done.
fn is_task(chars: &[char], right: &[usize]) -> bool {
    let letters = letters(chars, right);
    naming(Place::Task).before(&letters, letters.len()).is_some() && letters.len() <= 8
}

/// `在建项目有甲、乙等14个`: what stands before 有 is what is counted.
fn subject_of_list(chars: &[char], words: &[usize]) -> Option<Vec<usize>> {
    const LONGEST: usize = 14;
    let first = words.iter().position(|&index| matches!(chars[index], '、' | '“'))?;
    let at = words[..first].iter().position(|&index| matches!(chars[index], '有' | '为' | '含' | '如'))?;
    let subject = &words[..at];
    let subject = &subject[trim(&letters(chars, subject))];
    (3..=LONGEST).contains(&subject.len()).then(|| subject.to_vec())
}

/// `甲公司、乙公司等企业用工需求`: without the examples, where enough is left behind 等.
fn behind_list(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    const SHORTEST: usize = 4;
    const LONGEST_LIST: usize = 12;
    let Some(at) = name.iter().rposition(|&index| chars[index] == '等') else { return name };
    if at >= LONGEST_LIST && name.len() - at > SHORTEST { name[at + 1..].to_vec() } else { name }
}

/// The words before a figure without what leads up to it.
pub fn left(chars: &[char], periods: &[Period], words: &[usize]) -> Vec<usize> {
    let mut words = words;
    loop {
        let letters = letters(chars, words);
        let mut start = trim_head(&letters, 0);
        if let Some(&first) = words.get(start)
            && let Some(period) = periods.iter().find(|period| period.range.contains(&first) && !period.compared)
        {
            start = words.partition_point(|&index| index < period.range.end);
        }
        // 到2022年底
        if matches!(letters.first(), Some('到' | '至'))
            && let Some(period) = periods.iter().find(|period| words.get(1) == Some(&period.range.start))
        {
            start = words.partition_point(|&index| index < period.range.end);
        }
        start = start.max(behind_means(&letters));
        if start == 0 {
            break;
        }
        words = &words[start..];
    }
    let letters = letters(chars, words);
    let start = behind_altogether(&letters).max(behind_body(&letters));
    let range = trim(&letters[start..]);
    without_total(chars, before_periods(chars, periods, &words[start..][range]).to_vec())
}

/// `粮食产量自2010年以来连续5年`: without the times at the end of a name.
fn before_periods<'a>(chars: &[char], periods: &[Period], mut name: &'a [usize]) -> &'a [usize] {
    loop {
        let letters = letters(chars, name);
        let lasting = letters.iter().rposition(|&character| character == '连').filter(|&at| {
            letters[at..].starts_with(&['连', '续'])
                && letters.len() - at <= 6
                && matches!(letters.last(), Some('年' | '月' | '天'))
        });
        let timed = name
            .last()
            .and_then(|&last| periods.iter().find(|period| period.range.end == last + 1 && !period.compared));
        let end = lasting.or(timed.map(|period| name.partition_point(|&index| index < period.range.start)));
        match end.filter(|&end| end > 0) {
            Some(end) => name = &name[..end],
            None => return name,
        }
    }
}

/// `经营面积比上年增加`: what it is that changed.
pub fn subject_of_change(chars: &[char], name: &[usize]) -> Vec<usize> {
    let letters = letters(chars, name);
    let at = letters
        .iter()
        .position(|&character| matches!(character, '比' | '较'))
        .or_else(|| letters.windows(2).position(|pair| matches!(pair, ['同', '比'] | ['年', '均'] | ['环', '比'])));
    let end = at.filter(|&at| at > 1 && !matches!(letters[at - 1], '占' | '对')).unwrap_or(letters.len());
    let end = match figure::change(&letters[..end]) {
        Some(_) => {
            let length = figure::change_length(&letters[..end]);
            end.saturating_sub(length)
        }
        None => end,
    };
    let end = end - usize::from(end > 1 && matches!(letters[end - 1], '同'));
    name[..end].to_vec()
}

/// `通过…方式`, `在…基础上`: where what was done begins behind the words that say by what means; 0 where there are none.
fn behind_means(letters: &[char]) -> usize {
    if naming(Place::Means).at(letters, 0).is_none() {
        return 0;
    }
    let end = (2..letters.len()).find_map(|at| Some(at + naming(Place::Manner).at(letters, at)?.0));
    end.filter(|&end| end + 2 <= letters.len()).unwrap_or(0)
}

/// `区经济局在平台上公开`, `引导企业对条例提出`: where the name begins behind who acts; 0 where nobody is named.
fn behind_body(letters: &[char]) -> usize {
    const LONGEST: usize = 14;
    let led = naming(Place::Causing).at(letters, 0).is_some();
    let acts = |at: &usize| {
        let preposition = matches!(letters[*at], '在' | '对' | '就' | '向' | '从' | '为' | '将');
        preposition && naming(Place::Kept).at(letters, *at).is_none() && (led || is_body(&letters[..*at]))
    };
    (2..letters.len().min(LONGEST)).find(acts).unwrap_or(0)
}

/// Whether the letters end as the name of a body does.
fn is_body(letters: &[char]) -> bool {
    let body: String = letters.iter().collect();
    outline::organs().iter().any(|(organ, _)| body.ends_with(organ))
}

/// `监管事项共计主项`: without the 共计 inside.
fn without_total(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    let letters = letters(chars, &name);
    let inside = |pair: &[char]| matches!(pair, ['共', '计'] | ['总', '计']);
    match letters.windows(2).position(inside) {
        Some(at) if at > 0 && at + 2 < name.len() => [&name[..at], &name[at + 2..]].concat(),
        _ => name,
    }
}

fn letters(chars: &[char], words: &[usize]) -> Vec<char> {
    words.iter().map(|&index| chars[index]).collect()
}

/// Where the name begins if a body stands before 共: `区法律服务中心共接待`.
fn behind_altogether(letters: &[char]) -> usize {
    let does = |at: usize| {
        let (length, ()) = naming(Place::Altogether).at(letters, at)?;
        verbs().at(letters, at + length)?;
        (is_body(&letters[..at]) || actors().before(letters, at).is_some()).then_some(at + length)
    };
    (1..letters.len()).rev().find_map(does).unwrap_or(0)
}

/// The words behind a figure that name what is counted, without what they begin and end with and what goes on behind them.
/// Behind a preposition (对12个事项进行…) they end before the verb, and so they do where the thing counted is the subject (100个项目加快推进).
fn right(chars: &[char], words: &[usize], preposition: bool, subject: bool) -> Vec<usize> {
    const LONGEST_LIST: usize = 12;
    let mut words = words;
    while let Some((&first, rest)) = words.split_first()
        && matches!(chars[first], '的' | '余' | '多' | '之' | '、' | '已')
    {
        words = rest;
    }
    let letters = letters(chars, words);
    let mut end = letters.len();
    let mut at = 1;
    let mut quoted = letters.first() == Some(&'“');
    while at < end {
        match letters[at] {
            '“' | '《' => quoted = true,
            '”' | '》' => quoted = false,
            _ => {}
        }
        if quoted {
            at += 1;
            continue;
        }
        let list = letters[at] == '、' && (letters.len() - at > LONGEST_LIST || at > 3 && letters.len() - at > 6);
        let adverb = naming(Place::Adverb).at(&letters, at).is_some()
            && naming(Place::Kept).at(&letters, at).is_none()
            && naming(Place::Kept).before(&letters, at + 1).is_none()
            && !super::clause::inside_word(&letters, at);
        let etcetera = letters[at] == '等' && !matches!(letters.get(at + 1), Some('级' | '候' | '待' | '于' | '次'));
        let verb = preposition && at > 1 && verbs().at(&letters, at).is_some_and(|(length, ())| length > 1);
        let business =
            letters[at..].starts_with(&['进', '行']) || letters[at..].starts_with(&['开', '展']) && preposition;
        let predicate = subject && predicates().at(&letters, at).is_some();
        if list || adverb || etcetera || verb || predicate || business && at > 1 {
            end = at;
        }
        at += 1;
    }
    let middle = letters[..end].ends_with(&['中']) && end > 2 && !matches!(letters[end - 2], '高' | '初' | '集' | '其');
    end -= usize::from(middle);
    if let Some((length, ())) = naming(Place::Circumstance).before(&letters, end) {
        end -= length;
    }
    while end > 0 && matches!(letters[end - 1], '等' | '、' | '的' | '了' | '-') {
        end -= 1;
    }
    words[..end].to_vec()
}

fn is_bare(letters: &[char]) -> bool {
    naming(Place::Bare).at(letters, 0).is_some_and(|(length, ())| length == letters.len())
}

fn ends_with_verb(letters: &[char]) -> bool {
    verbs().before(letters, letters.len()).is_some_and(|(length, ())| length > 1 && length == letters.len())
}

/// The verb at the head of the words.
fn head_verb(chars: &[char], words: &[usize]) -> Vec<usize> {
    let letters: Vec<char> = words.iter().map(|&index| chars[index]).collect();
    let length = verbs().at(&letters, 0).map_or(0, |(length, ())| length);
    words[..length].to_vec()
}

/// Whether what stands behind the figure goes on with the sentence rather than naming what is counted.
fn goes_on(chars: &[char], quantity: &Quantity, right: &[usize], asks: bool) -> bool {
    if matches!(
        quantity.kind,
        Some(Kind::Ratio | Kind::Growth | Kind::Points | Kind::Rank | Kind::Multiple | Kind::Duration)
    ) {
        return true;
    }
    let letters = letters(chars, right);
    if naming(Place::Onward).at(&letters, 0).is_some() {
        return true;
    }
    // 办理案件12件移送司法机关: the name stands before, and a verb begins anew.
    !asks && verbs().at(&letters, 0).is_some_and(|(length, ())| length > 1 && !is_compound(&letters, length))
}

/// Whether a verb only begins a noun: 保障性住房, 培训机构.
fn is_compound(letters: &[char], verb: usize) -> bool {
    const LONGEST: usize = 8;
    naming(Place::Derived).at(letters, verb).is_some()
        || letters.len() <= LONGEST
            && letters.len() > verb
            && naming(Place::Compound).before(letters, letters.len()).is_some()
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
        let link = matches!(character, '、' | '和' | '与' | '及') && !super::clause::inside_word(chars, name[at]);
        let links = quoted == 0 && (two || link);
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
    if part.last().is_some_and(|&index| chars[index] == '”') {
        return last.iter().position(|&index| chars[index] == '”').map(|at| at + 1);
    }
    (part.len() <= 2 && last.len() >= part.len() + 2).then_some(part.len())
}
