//! What a figure measures, as a reader would name its row.

use super::actor;
use super::clause::Words;
use super::counted;
use super::examples::{behind_list, subject_of_list};
use super::figure;
use super::occasion;
use super::period::Period;
use super::predicate;
use super::quantity::Quantity;
use super::timed::{among, before_periods, is_mean, without_lasting, without_periods};
use super::trim;
use crate::language::{Place, Sense, actors, attributes, links, naming, predicates, senses, verbs};
use crate::report::Kind;
use crate::text::Passage;

/// So many characters may stand before 标准 that say of what it is one.
const LONGEST_STANDARD: usize = 6;

/// The name of a figure, as indices of characters; empty where the words around it give none.
pub fn find(passage: &Passage, periods: &[Period], quantity: &Quantity, words: &Words) -> Vec<usize> {
    let chars = &passage.chars;
    let mut left = left(chars, periods, &words.left);
    let mut before = letters(chars, &left);
    if let Some(deed) = occasion::find(chars, quantity, words, &before) {
        return deed;
    }
    // 按每人每月1100元标准发放生活费213万元: the standard is that of the figure before.
    if words.follows
        && before.starts_with(&['标', '准'])
        && verbs().at(&before, 2).is_some_and(|(length, ())| length > 1 && length + 2 < before.len())
    {
        left.drain(..2);
        before.drain(..2);
    }
    // 受理的58件中审结55件: what it is counted out of stands before the figure before.
    let out_of = words.follows && before.first() == Some(&'中') && words.left.first() == left.first();
    if out_of && verbs().at(&before, 1).is_some() && naming(Place::Kept).at(&before, 0).is_none() {
        left.remove(0);
        before.remove(0);
    }
    let described = words.left.last().is_some_and(|&last| chars[last] == '的');
    // 将全县23个部门的事项划入: 将 says what is done to them.
    if matches!(before[..], ['将' | '把', '全', _]) {
        left.remove(0);
        before.remove(0);
    }
    let preposition = leading_preposition(&before, described);
    let listed = words.left.last().is_some_and(|&last| chars[last] == '等');
    // 建成县级中心和9个工作站: what stands before 和 is another thing.
    let linked = words
        .left
        .last()
        .is_some_and(|&last| matches!(chars[last], '和' | '及') && !links::is_inside_word(chars, last));
    let lists = listed || linked || left.iter().any(|&index| chars[index] == '、');
    let lead = if preposition > 0 { &[] } else { before.as_slice() };
    // 八成的村设立了议事亭: of a share it is told what is so.
    let share = quantity.kind == Some(Kind::Ratio) && quantity.unit.as_deref() != Some("‰");
    let mut right = match share {
        true => {
            words.right[usize::from(chars.get(quantity.extent.end) == Some(&'的')).min(words.right.len())..].to_vec()
        }
        false => predicate::thing(chars, &words.right, lead, preposition > 0),
    };
    // 位居全市第一、全省前十: what stands behind is another place.
    let ranked = quantity.ordinal || quantity.kind == Some(Kind::Rank);
    if ranked && words.right.first().is_some_and(|&next| chars[next] == '、') {
        right.clear();
    }
    if quantity.kind == Some(Kind::Count) {
        right.truncate(counted::without_measure(chars, quantity, &right));
    }
    // 印发13家单位的规定: those who have it are counted.
    if matches!(quantity.unit.as_deref(), Some("家" | "户" | "名" | "位" | "人"))
        && let Some(at) = right.iter().position(|&at| chars[at] == '的').filter(|&at| at > 1)
        && verbs().at(chars, right[at] + 1).is_none()
        && (naming(Place::Agent).before(chars, right[at]).is_some_and(|(length, ())| length > 1)
            || actors().before(chars, right[at]).is_some())
    {
        right.truncate(at);
    }
    if matches!(quantity.unit.as_deref(), Some("名" | "位" | "人")) {
        right.truncate(counted::without_persons(&letters(chars, &right)));
    }
    // 1宗法院裁定驳回起诉: cases are counted, not courts.
    let cases = matches!(quantity.unit.as_deref(), Some("件" | "宗" | "起"));
    if cases && actors().at(&letters(chars, &right), 0).is_some_and(|(length, ())| length == right.len()) {
        right.clone_from(&words.right);
    }
    let behind = letters(chars, &right);
    // 与商户100%签订责任书: with whom it was done is no name of it.
    if share && before.first() == Some(&'与') && verbs().at(&behind, 0).is_some_and(|(length, ())| length > 1) {
        return right;
    }
    let standard = behind.windows(2).take(LONGEST_STANDARD).position(|pair| pair == ['标', '准']);
    if let Some((each, at)) = each(chars, &words.left).zip(standard) {
        return [&each, &right[..at + 2]].concat();
    }
    // 对扶贫资金7.8亿元进行审计: what was done to it is no name of money.
    let treated = quantity.kind == Some(Kind::Money)
        && matches!(behind[..], ['进', '行', ..] | ['予', '以', ..] | ['存', '在', ..]);
    if is_bare(&behind) || treated && !left.is_empty() {
        right.clear();
    }
    // 4个问题明年3月底前完成, 余下6座计划2024年6月底前完成: when it will be done is no name.
    let timed = periods.iter().filter_map(|period| right.iter().position(|&at| at == period.range.start)).min();
    if let Some(at) = timed.filter(|&at| at > 0 && quantity.kind == Some(Kind::Count)) {
        right.truncate(at);
        let planned = senses(Sense::Target).before(&letters(chars, &right), at).map_or(0, |(length, ())| length);
        right.truncate(at - planned);
    }
    // 其余12个年底前完成
    let covered = |&at: &usize| {
        matches!(chars[at], '前' | '内' | '底') || periods.iter().any(|period| period.range.contains(&at))
    };
    if quantity.kind == Some(Kind::Count) && timed == Some(0) && right.iter().all(covered) {
        right.clear();
    }
    if right.is_empty() && is_partitive(chars, quantity.extent.start) && counted::is_deed(chars, quantity, &words.right)
    {
        right.clone_from(&words.right);
    }
    let behind = letters(chars, &right);
    // 给予每户2000元补助: what each of them gets is named behind.
    let granted = quantity.kind == Some(Kind::Money)
        && each(chars, &words.left).is_some()
        && naming(Place::Nominal).at(&behind, 0).is_some_and(|(length, ())| length == behind.len());
    let done = words.left.last().is_some_and(|&last| chars[last] == '了');
    let onward = !granted && predicate::goes_on(quantity, &behind, done || ends_with_verb(&before));
    if preposition > 0 && !right.is_empty() && !onward {
        left.drain(..preposition);
    }
    // 37个行业中有21个行业: what is counted out of stands before. 完成对397户经营主体: so does what leads up to it.
    let leads_up = left.last().is_some_and(|&last| naming(Place::Preposition).at(&[chars[last]], 0).is_some())
        && naming(Place::Kept).before(chars, left.last().map_or(0, |last| last + 1)).is_none();
    if !right.is_empty()
        && !onward
        && (quantity.kind == Some(Kind::Count) && is_partitive(chars, quantity.extent.start) || leads_up)
    {
        left.clear();
    }
    // 组织16名干部参加考试: those who were made to do it are counted.
    let place = usize::from(matches!(lead[lead.len().saturating_sub(2)..], ['全', _])) * 2;
    if is_causing(&lead[..lead.len() - place]) {
        let end = counted::without_deed(&letters(chars, &right));
        // 督促12家企业补缴费用86万元: the words before the next number go on with what they do.
        let sent = matches!(lead.last(), Some('派' | '调' | '遣'));
        let goes_on =
            !sent && right.last().is_some_and(|&last| chars.get(last + 1).is_some_and(|next| next.is_alphabetic()));
        if end > 0 && (end < words.right.len() || goes_on) {
            return [&left[left.len() - place..], &right[..end]].concat();
        }
    }
    // 地震共造成365人死亡: what became of them is counted.
    if !right.is_empty()
        && quantity.kind == Some(Kind::Count)
        && naming(Place::Harming).before(lead, lead.len()).is_some()
    {
        return right;
    }
    let letters_before = letters(chars, &words.left);
    let letters = letters(chars, &left);
    // 办公室和派出所各1名干部: those that have one each are no part of what they have.
    if letters_before.ends_with(&['各']) && !right.is_empty() && !onward && quantity.kind == Some(Kind::Count) {
        return right;
    }
    // 全县2.6万人参加医保: the place is no name of what they did.
    let place = matches!(letters[..], ['全', _]) && verbs().at(&behind, 0).is_some_and(|(length, ())| length > 1);
    let bare = left.is_empty() || is_bare(&letters) || place && quantity.kind == Some(Kind::Count);
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
    // 长达4000公里的管道
    let short = if quantity.kind == Some(Kind::Ratio) { 2 } else { 1 };
    if possessive && left.len() <= short && !right.is_empty() {
        return right;
    }
    // 接受60学时的教育培训: what lasts so long stands behind.
    if possessive
        && quantity.kind == Some(Kind::Duration)
        && !right.is_empty()
        && let Some((length, ())) =
            verbs().before(&letters, letters.len()).or(predicates().before(&letters, letters.len()))
    {
        return [&left[left.len() - length..], &right].concat();
    }
    // 取得亩产3000公斤的好收成: what was measured stands before.
    let measured = possessive && quantity.kind != Some(Kind::Count) && !bare;
    if measured && attributes().before(&letters, letters.len()).is_some() {
        return left;
    }
    // 事项实现100%全程网办: what is so for all of them stands behind.
    let reached = letters_before.ends_with(&['实', '现']) && !possessive;
    if share && reached && !right.is_empty() && right.len() == words.right.len() {
        return [left, right].concat();
    }
    // 实现执法人员100%持证上岗
    let held = share && !possessive && !right.is_empty() && right.len() == words.right.len();
    if let Some(subject) = letters.strip_prefix(&['实', '现']).filter(|subject| held && subject.len() > 1) {
        return [&left[left.len() - subject.len()..], &right].concat();
    }
    if right.is_empty() || !bare && onward {
        return behind_list(chars, left);
    }
    if bare {
        return right;
    }
    if is_task(chars, &right) {
        // 税收12亿元的目标 is a target of what stands before, 超额完成78个的年度任务 only a task.
        // 超额完成年度4万平方米拆违任务
        let deed = letters.strip_suffix(&['年', '度']).or(letters.strip_suffix(&['全', '年'])).unwrap_or(&letters);
        let done =
            verbs().at(deed, 0).is_some_and(|(length, ())| length == deed.len()) || deed.ends_with(&['完', '成']);
        if done || right.len() > 2 && quantity.kind == Some(Kind::Count) {
            return right;
        }
        if quantity.kind != Some(Kind::Count) {
            // 下达1.2万亩造林任务 is a task, 总产量2万吨目标任务 a total.
            return if verbs().before(&letters, letters.len()).is_some() { right } else { left };
        }
        if possessive {
            return left;
        }
    }
    if lists {
        // What stands before the number lists the things that are counted behind it.
        return if right.len() > usize::from(!listed) + 1 { right } else { [head_verb(chars, &left), right].concat() };
    }
    let possessive = words.left.last().filter(|&&last| chars[last] == '的').copied();
    left.into_iter().chain(possessive).chain(right).collect()
}

/// `按每户2000元的标准`: the words before a figure that say for what each of it is; nothing where they say more.
fn each(chars: &[char], words: &[usize]) -> Option<Vec<usize>> {
    const LONGEST: usize = 6;
    let at = words.iter().rposition(|&index| chars[index] == '每')?;
    (words.len() - at <= LONGEST).then(|| words[at..].to_vec())
}

/// `37个行业中有21个`: whether the words before `start` say what is counted out of.
pub fn is_partitive(chars: &[char], start: usize) -> bool {
    const REACH: usize = 8;
    let from = start.saturating_sub(REACH);
    let letters = &chars[from..start];
    let end = from + trim::tail(letters, 0);
    end > 1 && end < start && chars[end - 1] == '中' && naming(Place::Kept).before(chars, end).is_none()
}

/// Whether the words before a figure are a verb that makes others do something.
fn is_causing(lead: &[char]) -> bool {
    naming(Place::Causing).before(lead, lead.len()).is_some_and(|(length, ())| length == lead.len())
}

/// `扎实推进总投资`: where the name of what is told about the things counted begins, behind a verb that speaks of these.
fn trailing_attribute(letters: &[char]) -> Option<usize> {
    let (length, ()) = attributes().before(letters, letters.len())?;
    let before = letters.len() - length;
    (before > 0 && verbs().before(letters, before).is_some()).then_some(before)
}

/// The length of a preposition at the head of a name: 对12个事项进行…. `described` is whether 的 stands behind it: 对新任命的23名干部.
fn leading_preposition(letters: &[char], described: bool) -> usize {
    let Some((length, ())) = naming(Place::Preposition).at(letters, 0) else { return 0 };
    let kept = naming(Place::Kept).at(letters, 0).is_some_and(|(kept, ())| kept > length);
    // 向平台推送3603条: the verb before the number asks for what stands behind it.
    let asks = !described && verbs().before(letters, letters.len()).is_some();
    if kept || asks { 0 } else { length }
}

/// `超额完成78个的年度任务`: a task is called a task, however much of it was done.
fn is_task(chars: &[char], right: &[usize]) -> bool {
    let letters = letters(chars, right);
    naming(Place::Task).before(&letters, letters.len()).is_some() && letters.len() <= 8
}

/// Behind 年末 or 年初 a noun no longer than this names nothing without it.
const SHORTEST_STOCK: usize = 2;

/// The words before a figure without what leads up to it.
pub fn left(chars: &[char], periods: &[Period], words: &[usize]) -> Vec<usize> {
    let periods = among(periods, words);
    let mut all = letters(chars, words);
    let mut own = words.to_vec();
    if let Some(base) = actor::base(&all) {
        own.drain(base.clone());
        all.drain(base);
    }
    let mut words = own.as_slice();
    let mut letters = all.as_slice();
    loop {
        let mut start = trim::head(letters, 0);
        if let Some(&first) = words.get(start)
            && let Some(period) = periods.iter().find(|period| period.range.contains(&first) && !period.compared)
            && !is_mean(chars, period)
        {
            start = words.partition_point(|&index| index < period.range.end);
            // 2025年底前培养: not so 前期, 前三季度.
            let until = matches!(letters.get(start), Some('前'))
                && verbs().at(letters, start + 1).is_some_and(|(length, ())| length > 1)
                || matches!(letters.get(start..start + 2), Some(['前', '每' | '各' | '全' | '将' | '新' | '力']));
            start += usize::from(until);
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

/// `经营面积比上年增加`: what it is that changed.
pub fn subject_of_change(chars: &[char], name: &[usize]) -> Vec<usize> {
    let letters = letters(chars, name);
    let at = letters
        .iter()
        .enumerate()
        .position(|(at, &letter)| matches!(letter, '比' | '较') && !matches!(letters.get(at + 1), Some('例' | '重')))
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
    // 城乡收入差距持续缩小, 收入实际增长
    let end = end - naming(Place::Adverbial).before(&letters, end).map_or(0, |(length, ())| length);
    let end = end - naming(Place::Reckoning).before(&letters, end).map_or(0, |(length, ())| length);
    name[..end].to_vec()
}

/// `监管事项共计主项`, `网民留言共答复`, `每村至少培养`, `时限均比法定压缩`: without the 共计, 至少, 均 or 仅 inside, or the 共 before a verb.
fn without_total(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    if !['计', '共', '至', '均', '仅', '只', '已'].iter().any(|&sign| holds(chars, &name, sign)) {
        return name;
    }
    let letters = letters(chars, &name);
    let moves = |at: usize| [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).at(&letters, at).is_some());
    let total = |at: usize| match letters[at..] {
        // 收入总计减少
        ['总', '计', ..] if at > 0 && matches!(letters[at - 1], '入' | '出' | '支') => None,
        ['共' | '总', '计', ..] | ['至', '少', ..] if at > 0 => Some(2),
        // 人均比去年降低
        ['均', '比' | '较', ..] if at > 0 => naming(Place::Kept).before(&letters, at + 1).is_none().then_some(1),
        ['仅' | '只', '占', ..] => Some(1),
        // 投资同比仅增长
        ['仅' | '只', ..] if at > 0 && moves(at + 1) => Some(1),
        ['已', '完', '成', ..] if at > 0 => Some(1),
        ['共', ..] if at > 0 && !predicate::is_inside_word(&letters, at, 1) => {
            verbs().at(&letters, at + 1).filter(|&(verb, ())| verb > 1).map(|_| 1)
        }
        _ => None,
    };
    let inside = (0..name.len()).find_map(|at| Some((at, total(at)?))).filter(|(at, length)| at + length < name.len());
    inside.map_or(name.clone(), |(at, length)| [&name[..at], &name[at + length..]].concat())
}

/// Whether a character stands in a name.
pub(super) fn holds(chars: &[char], name: &[usize], character: char) -> bool {
    name.iter().any(|&index| chars[index] == character)
}

pub(super) fn letters(chars: &[char], words: &[usize]) -> Vec<char> {
    words.iter().map(|&index| chars[index]).collect()
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
