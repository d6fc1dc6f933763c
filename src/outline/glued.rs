//! Headings that run into their text with no mark between: the words on both sides of the joint tell where they end, and so do their
//! sisters, which are built alike.

use super::heading;
use crate::language::{Joint, attributes, closers, joints, openers, verbs};
use crate::report::Span;
use crate::text::{Style, arabic_digit, is_han, is_space, names_organ};

/// A heading has at most so many letters.
const LONGEST: usize = 48;
/// A heading that stands as a sentence has hardly more letters behind its topic.
const SENTENCE: usize = 20;
/// A clause of fewer letters has no subject and predicate.
const CLAUSE: usize = 6;
/// A heading of fewer letters that names a thing may begin a longer name: 改革 in 改革创新支出.
const NOUN: usize = 4;
/// What speaks for a joint must weigh so much.
const ENOUGH: u8 = 4;
/// What weighs so much hardly stands elsewhere.
const SURE: u8 = 2;
/// So many endings of sisters are kept in mind.
const TAILS: usize = 16;

/// The words behind a marker, where the heading in them may run into the text.
#[derive(Debug)]
pub struct Run {
    /// Whether they could be a heading as they stand.
    whole: bool,
    /// Where the heading could end.
    joints: Vec<Place>,
}

/// Where a heading could end.
#[derive(Clone, Copy, Debug)]
struct Place {
    end: usize,
    shape: usize,
    /// Where the clause begins that it stands in.
    clause: usize,
    tail: [char; 2],
    /// How much speaks for it in the words before, and how much in those behind.
    ending: u8,
    beginning: u8,
    /// Whether topics stand before it and nothing else.
    topical: bool,
    /// Whether figures stand behind it, or a pair before.
    counts: bool,
}

/// How a heading is built: its letters, and where its last clause begins.
const fn shape(letters: usize, clause: usize) -> usize {
    letters * LONGEST + clause
}

/// So many shapes are told apart.
const SHAPES: usize = shape(LONGEST, 0);

impl Run {
    /// The places in words where a heading could end. `whole` says that they could be one as they stand.
    pub fn of(text: &str, words: Span, style: Style, whole: bool) -> Self {
        let mut places = Vec::new();
        let mut letters: Vec<char> = Vec::with_capacity(LONGEST);
        let (mut clause, mut depth) = (0, 0_usize);
        let all: Vec<char> = words.of(text).chars().collect();
        let last_digit = words.of(text).rfind(|letter| arabic_digit(letter).is_some());
        let shown = words.of(text).char_indices().enumerate().filter(|&(_, (_, letter))| !is_space(letter));
        for (index, (offset, letter)) in shown.take(LONGEST) {
            let joins = letters.last().is_some_and(|&last| {
                is_han(last) && (!binds(last) || ends_as_noun(&letters)) || matches!(last, '”' | '》')
            });
            let rest = &words.of(text)[offset..];
            let begins = match letter {
                '—' => rest.starts_with("——"),
                '的' | '和' | '与' | '及' | '之' | '等' => false,
                '“' | '《' => true,
                _ => letter.is_alphanumeric(),
            };
            let rest = Rest { text: rest, letters: &all[index..] };
            if letters.len() > 1 && depth == 0 && joins && begins && !is_one(&letters, rest) {
                let counts = last_digit.is_some_and(|last| last >= offset);
                // 农业生产稳中向好 is a heading as it stands; 农业|农业生产稳中向好 is not, nor what is as long as a text.
                let parts = !whole || counts || is_doubled(&letters, rest) || rest.letters.len() > SENTENCE;
                let may_part = parts && !joints(Joint::State).begins(rest.letters) && !goes_on(rest);
                let topical =
                    style.is_heading() && is_han(letter) && may_part && are_topics(&letters) && !is_attribute(rest);
                let said = is_predicate(&letters[clause..]);
                let named = letters.len() >= NOUN
                    && ends_as_noun(&letters)
                    && !joints(Joint::Noun).begins(rest.letters)
                    && !goes_on(rest);
                let done = is_done(rest) && (said || named);
                let ended = match topical || done {
                    _ if joints(Joint::Title).is(&letters) => ENOUGH,
                    true => SURE,
                    false => ending(&letters, clause),
                };
                // Who acts is no heading: 县水利局|开展检查.
                let may_begin = (!whole || counts || tells(rest)) && (ended > 0 || !is_subject(&letters[clause..]));
                let begun = || if may_begin { beginning(rest, &letters) } else { 0 };
                let beginning = if done { SURE } else { begun() };
                // 全年 in 投资和贸易全年固定资产投资增长5% begins the text.
                let begun = ended == 0 && joints(Joint::Text).tail(&letters).is_some_and(|length| length > 1);
                let counted = u8::from(ended > 0 && counts_first(rest.text));
                let beginning = if begun { 0 } else { beginning.max(counted) };
                let pair = is_pair(&letters);
                let halves = pair || beginning > 0 && are_halves(&letters);
                let ending = ended.max(if halves { beginning.max(1) } else { 0 });
                places.push(Place {
                    end: words.start + offset,
                    shape: shape(letters.len(), clause),
                    clause,
                    tail: [letters[letters.len() - 2], letters[letters.len() - 1]],
                    ending,
                    beginning,
                    topical,
                    counts: counts || pair,
                });
            }
            match letter {
                '（' | '《' | '“' | '(' | '〔' => depth += 1,
                '）' | '》' | '”' | ')' | '〕' => depth = depth.saturating_sub(1),
                _ => {}
            }
            letters.push(letter);
            if parts_clauses(letter) {
                clause = letters.len();
            }
        }
        places.retain(|place: &Place| place.ending + place.beginning > 0);
        Self { whole, joints: places }
    }
}

/// The words behind a place where a heading could end.
#[derive(Clone, Copy)]
struct Rest<'a> {
    text: &'a str,
    letters: &'a [char],
}

impl<'a> Rest<'a> {
    /// The first of their characters.
    fn first(self, count: usize) -> &'a [char] {
        &self.letters[..count.min(self.letters.len())]
    }
}

/// Whether a heading has another clause behind a mark: 提质增效：优化服务
const fn parts_clauses(mark: char) -> bool {
    matches!(mark, '，' | ',' | '：' | ':')
}

/// Whether a word that ends so goes on.
fn binds(last: char) -> bool {
    heading::joins(last) || matches!(last, '为' | '从' | '向' | '以' | '把' | '将' | '等')
}

/// Whether the words before and behind belong together: 有力 and 有序, 扎实 and 推进.
fn is_one(letters: &[char], rest: Rest) -> bool {
    let next = rest.first(CLAUSE);
    let echoes = matches!((letters, next), ([.., before, one, _], [other, ..]) if one == other && before != one);
    let is_state = joints(Joint::State).ends(letters);
    let follows = joints(Joint::State).begins(next);
    let manner = joints(Joint::Manner).tail(letters);
    // 不断深入 is what becomes of things.
    let becomes_so = |length: usize| {
        let before = &letters[..letters.len() - length];
        joints(Joint::Manner).ends(before) || joints(Joint::Degree).ends(before)
    };
    let how =
        manner.is_some_and(
            |length| {
                if is_state { follows || joints(Joint::Change).begins(next) } else { !becomes_so(length) }
            },
        );
    echoes && is_state && follows || how || becomes(rest)
}

/// Whether a sentence of some length goes on so behind a heading: 营商环境全市领先 is one heading.
fn tells(rest: Rest) -> bool {
    const SHORTEST: usize = 8;
    !rest.letters.starts_with(&['全']) && rest.letters.len() > SHORTEST
}

/// How much the words before a joint are like a heading, whose last clause begins at `clause`.
fn ending(letters: &[char], clause: usize) -> u8 {
    let ends = |joint| joints(joint).ends(letters);
    let clause = &letters[clause..];
    let said = clause.len() >= CLAUSE && !joints(Joint::Manner).begins(clause);
    if letters.len() >= NOUN && ends_as_noun(letters) {
        return SURE;
    }
    if said && (is_state(clause) || is_predicate(clause)) {
        return SURE;
    }
    // 为民服务不断深入: behind 不断 stands what becomes of things, whatever it is.
    let becomes = || clause.len() >= CLAUSE && joints(Joint::Manner).ends(&clause[..clause.len() - 2]);
    u8::from(said && (ends(Joint::Change) || becomes()))
}

/// Whether words end as headings do that name a thing; 几点建议建议 has begun the text.
fn ends_as_noun(letters: &[char]) -> bool {
    let doubled = matches!(letters, [.., one, two, first, second] if one == first && two == second);
    !doubled && (closers().ends(letters) || joints(Joint::Noun).ends(letters))
}

/// Whether a heading is a pair of slogans: 抓重点、强基础
fn is_pair(letters: &[char]) -> bool {
    matches!(letters, [_, _, _, '、', _, _, _])
}

/// Whether the last clause is as long as all before: 规范行政行为，提升服务质量
fn are_halves(letters: &[char]) -> bool {
    const LEAST: usize = 3;
    let mut clauses = letters.split(|letter| matches!(letter, '，' | ',' | '、' | '：' | ':')).rev();
    let last = clauses.next().unwrap_or_default();
    let text: String = last.iter().collect();
    let opens = heading::begins_text(&text) || joints(Joint::Text).begins(last);
    let mut others = clauses.peekable();
    last.len() >= LEAST && !opens && others.peek().is_some() && others.all(|clause| clause.len() == last.len())
}

/// Whether a clause ends with how things are: no object can follow.
fn is_state(clause: &[char]) -> bool {
    // 有力有效, but not 计划计划完
    let echoes =
        matches!(clause, [.., before, one, first, other, second] if one == other && first != second && before != first);
    // 更加 and what things are like
    let grown = |length| joints(Joint::Degree).ends(&clause[..length]);
    echoes || joints(Joint::State).ends(clause) || clause.len().checked_sub(2).is_some_and(grown)
}

/// Whether a clause is a sentence about things: 乡村建设扎实推进, but not 县局扎实推进, which goes on.
fn is_predicate(clause: &[char]) -> bool {
    const CHANGE: usize = 2;
    if clause.len() < CLAUSE
        || matches!(clause, ['全' | '我' | '各' | '本', ..])
        || joints(Joint::Manner).begins(clause)
    {
        return false;
    }
    let (before, change) = clause.split_at(clause.len() - CHANGE);
    let manner = joints(Joint::Manner).tail(before).filter(|_| joints(Joint::Change).is(change));
    is_state(clause)
        || manner.is_some_and(|length| before.len() > length + CHANGE && !is_subject(&before[..before.len() - length]))
}

/// Whether letters say who acts: 县水利局, 全县上下.
fn is_subject(letters: &[char]) -> bool {
    // 全力 and 全面 say how.
    let whole = matches!(letters, ['全', next, ..] if !matches!(next, '力' | '面'));
    whole || matches!(letters, ['我' | '各' | '本', ..]) || names_organ(&letters.iter().collect::<String>())
}

/// Whether the words say what was done, and to how many, in one clause: 举办培训班12期
fn is_done(rest: Rest) -> bool {
    const LONGEST: usize = 24;
    let first = rest.first(LONGEST);
    let object = verbs().head(first).map_or(&[][..], |length| &first[length..]);
    let mut clause = object.iter().take_while(|mark| !matches!(mark, '，' | ',' | '。' | '；' | '、'));
    object.first().is_some_and(|&letter| is_han(letter)) && clause.any(|&letter| arabic_digit(letter).is_some())
}

/// Whether letters are topics and nothing else: 交通、邮电和旅游.
fn are_topics(letters: &[char]) -> bool {
    let mut rest = letters;
    while let Some(length) = joints(Joint::Topic).head(rest) {
        rest = &rest[length..];
        match rest {
            [] => return true,
            ['、' | '和' | '与' | '及', behind @ ..] => rest = behind,
            _ => return false,
        }
    }
    false
}

/// Whether a figure stands behind the rest of its name: 支出3亿元 in 民生支出3亿元.
fn is_attribute(rest: Rest) -> bool {
    let length = joints(Joint::Name).head(rest.letters).or_else(|| attributes().head(rest.letters));
    length.and_then(|length| rest.letters.get(length)).is_some_and(|&digit| arabic_digit(digit).is_some())
}

/// Whether the text begins with the word that the heading ends with: 几点建议|建议加大投入
fn is_doubled(heading: &[char], rest: Rest) -> bool {
    heading.last_chunk::<2>().is_some_and(|last| rest.letters.starts_with(last))
}

/// How much the words behind a joint are like the beginning of a text.
fn beginning(rest: Rest, heading: &[char]) -> u8 {
    /// A text that begins with its heading's words repeats so many of them.
    const REPEATED: usize = 4;
    let repeats = |skipped: usize| {
        heading.len() > REPEATED && rest.letters.get(skipped..skipped + REPEATED) == Some(&heading[..REPEATED])
    };
    // 工作思路 in 下步工作思路举措 is no heading yet.
    let begins = heading::begins_text(rest.text) || joints(Joint::Text).begins(rest.letters);
    if is_doubled(heading, rest) {
        return SURE;
    }
    if !begins && (closers().begins(rest.letters) || joints(Joint::Noun).begins(rest.letters)) {
        return 0;
    }
    // 奋斗目标|今后五年 repeats nothing before 标.
    let ended = || ends_as_noun(&[heading, rest.first(1)].concat());
    let repeated = || repeats(0) || repeats(1) && !ended();
    if begins || repeated() || looks_back(rest.text) || is_done_by(rest.text) || is_told(rest) {
        return SURE;
    }
    let acts = || verbs().begins(rest.letters) || openers().acts(rest.text);
    u8::from(acts() && !goes_on(rest) && !is_attribute(rest))
}

/// Whether the words say what becomes of things, and the text begins behind them: 落实提请 in 推动责任落实提请会议研究
fn becomes(rest: Rest) -> bool {
    let letters = rest.first(CLAUSE * 2);
    let manner = joints(Joint::Manner).head(letters).unwrap_or(0);
    let change = joints(Joint::Change).head(&letters[manner..]);
    change.is_some_and(|length| {
        let behind = &letters[manner + length..];
        verbs().begins(behind) || openers().acts(&behind.iter().collect::<String>())
    })
}

/// Whether a heading goes on: with what becomes of things, 稳步提升 in 窗口效率稳步提升, or with a word that headings end with, 完成情况.
fn goes_on(rest: Rest) -> bool {
    let letters = rest.first(CLAUSE);
    if (1..=letters.len()).any(|length| closers().ends(&letters[..length])) {
        return true;
    }
    let said = |rest: &[char]| joints(Joint::Change).begins(rest) || joints(Joint::State).begins(rest);
    joints(Joint::Manner).head(letters).is_some_and(|length| said(&letters[length..]))
}

/// Whether the first clause says since when: 县九届人大三次会议以来，
fn looks_back(rest: &str) -> bool {
    const LONGEST: usize = 90;
    let near = &rest[..rest.floor_char_boundary(LONGEST)];
    near.split_once(['，', ',', '。']).is_some_and(|(clause, _)| clause.contains("以来"))
}

/// Whether a list begins, or a clause that names its source or what a figure in it is of: 据海关统计，; 规模以上工业增加值增长8%.
fn is_told(rest: Rest) -> bool {
    const LONGEST: usize = 30;
    let near = rest.first(LONGEST);
    let clause = near.split(|mark| matches!(mark, '，' | ',' | '。')).next().unwrap_or_default();
    let figure = || clause.iter().any(|&letter| arabic_digit(letter).is_some());
    let sourced = || matches!(clause, ['据' | '经' | '根' | '按' | '除', ..]) && joints(Joint::Source).ends(clause);
    rest.text.starts_with("——") || sourced() || joints(Joint::Figure).begins(clause) && figure()
}

/// Whether a sentence begins with how many there are of something: 38个村全部通路
fn counts_first(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|letter| arabic_digit(letter).is_some() || letter == '.');
    behind.len() < rest.len() && behind.starts_with(is_han)
}

/// Whether a body begins to act: 区水务局将继续
fn is_done_by(rest: &str) -> bool {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 14;
    let ends = rest.char_indices().take_while(|&(_, letter)| is_han(letter)).take(LONGEST).skip(SHORTEST);
    let ends = ends.filter(|&(_, next)| openers().may_begin(next));
    ends.map(|(end, _)| rest.split_at(end)).any(|(body, rest)| openers().acts(rest) && names_organ(body))
}

/// How many headings of a family are built so, or could be.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    /// Those that end like headings.
    ended: u8,
    /// Those behind which a text begins: perhaps, and surely.
    begun: [u8; 2],
}

/// What is known of the headings of one family.
#[derive(Clone, Debug)]
pub struct Family {
    /// How many runs there are.
    runs: usize,
    /// What is known of each shape.
    shapes: [Shape; SHAPES],
    /// How those end, and how sure that is: 2 where the end is known.
    tails: Vec<([char; 2], u8)>,
    /// How many runs begin with topics.
    topics: usize,
}

impl Family {
    /// Of which nothing is known yet.
    pub fn new() -> Self {
        Self { runs: 0, shapes: [Shape::default(); _], tails: Vec::new(), topics: 0 }
    }

    /// Learns from a heading whose end is known.
    pub fn know(&mut self, title: &str) {
        let letters: Vec<char> = title.chars().filter(|&letter| !is_space(letter)).collect();
        let comma = letters.iter().rposition(|&letter| parts_clauses(letter));
        let shape = shape(letters.len(), comma.map_or(0, |comma| comma + 1));
        if let Some(seen) = self.shapes.get_mut(shape) {
            seen.ended = seen.ended.saturating_add(1);
        }
        if let [.., one, two] = letters[..] {
            self.see_tail([one, two], SURE);
        }
    }

    fn see_tail(&mut self, tail: [char; 2], sure: u8) {
        let room = self.tails.len() < TAILS;
        match self.tails.iter_mut().find(|(known, _)| *known == tail) {
            Some((_, seen)) => *seen = seen.saturating_add(sure),
            None if room => self.tails.push((tail, sure)),
            None => {}
        }
    }

    /// Learns from where the heading of a run could end.
    pub fn suppose(&mut self, run: &Run) {
        self.runs += 1;
        self.topics += usize::from(run.joints.iter().any(|joint| joint.topical));
        for joint in &run.joints {
            let seen = &mut self.shapes[joint.shape];
            let count =
                if joint.ending > 0 { &mut seen.ended } else { &mut seen.begun[usize::from(joint.beginning >= SURE)] };
            *count = count.saturating_add(1);
            if joint.beginning >= SURE {
                self.see_tail(joint.tail, 1);
            }
        }
    }

    /// Whether others end like a heading.
    fn ends_so(&self, joint: &Place) -> bool {
        let own = u8::from(joint.beginning >= SURE);
        self.tails.iter().any(|&(tail, seen)| tail == joint.tail && seen >= SURE + own)
    }

    /// How many others are built as a heading that ends at a joint would be; two, if all runs could be, or four in five.
    fn alike(&self, joint: &Place, whole: bool) -> u8 {
        const ENOUGH: u8 = 2;
        const LEAST: usize = 3;
        let Shape { ended, begun: [perhaps, surely] } = self.shapes[joint.shape];
        let fitting = usize::from(ended) + usize::from(perhaps) + usize::from(surely);
        // Of two that could be headings as they stand, the text of one must surely begin.
        let few = whole && self.runs == 2 && fitting == 2 && surely > 0 && joint.shape >= shape(CLAUSE, 0);
        if joint.beginning > 0 && (fitting >= LEAST && fitting * 5 >= self.runs * 4 || few) {
            return ENOUGH;
        }
        let own = u8::from(joint.ending > 0 || joint.beginning >= SURE);
        let others = ended.saturating_add(surely).saturating_sub(own);
        // One text may begin there by chance, and a heading goes on where none begins.
        let counted = others >= ENOUGH && joint.beginning > 0;
        let others = if joint.ending > 0 && !counted { ended.saturating_sub(1) } else { others };
        // Without a word that headings end with the text must surely begin.
        if joint.ending > 0 || joint.beginning >= SURE { others.min(ENOUGH) } else { 0 }
    }

    /// Where the heading of a run ends, if anything tells; of two places as likely in one clause the last.
    pub fn end(&self, run: &Run) -> Option<usize> {
        let mut best: Option<(&Place, u8)> = None;
        let mut most = ENOUGH - 1;
        for joint in &run.joints {
            let like = self.ends_so(joint);
            let both = like && joint.ending >= SURE && joint.beginning > 0;
            let alike = self.alike(joint, run.whole).max(u8::from(both));
            let ending = if like { joint.ending.max(SURE) } else { joint.ending };
            let beginning = if joint.topical && self.topics > 2 { SURE } else { joint.beginning };
            let words = ending + beginning;
            // What could be a heading as it stands needs words on both sides that hardly stand elsewhere.
            let weight = words + if alike > 0 { alike + 1 } else { 0 };
            let later = |(best, like): (&Place, u8)| {
                let likelier = alike >= like || joint.beginning > best.beginning;
                ending > 0 && best.clause == joint.clause && likelier && !(joint.topical && joint.beginning == 0)
            };
            // What sisters say of a place counts less than words on both sides of another.
            let strong = best.map(|(best, _)| best.ending + best.beginning >= ENOUGH);
            let told =
                words >= ENOUGH && strong == Some(false) && best.is_some_and(|(best, _)| best.clause == joint.clause);
            let guessed = words < ENOUGH && strong == Some(true);
            let parallel = match ending {
                0 => alike > 1 && (!run.whole || joint.counts),
                _ => !joint.topical && (!run.whole || ending + alike > 2 && alike > 0 && joint.counts),
            };
            let more = weight > most && !guessed || told || weight == most && best.is_some_and(later);
            if more && (words >= ENOUGH || parallel) {
                (best, most) = (Some((joint, alike)), weight);
            }
        }
        best.map(|(best, _)| best.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_sisters_than_can_be_counted_tell_as_much() {
        let texts = ["完善工作机制截至年底办结9件。", "云山河谷平原截至年底办结9件。"];
        let runs = texts.map(|text| (text, Run::of(text, Span::new(0, text.len()), Style::Comma, false)));
        let mut family = Family::new();
        for (_, run) in runs.iter().cycle().take(2 * usize::from(u8::MAX) + 2) {
            family.suppose(run);
        }
        let title = |(text, run): &(&'static str, Run)| family.end(run).map(|end| &text[..end]);
        assert_eq!(runs.each_ref().map(title), [Some("完善工作机制"), Some("云山河谷平原")]);
    }
}
