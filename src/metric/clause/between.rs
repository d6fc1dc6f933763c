//! The words between two figures of one clause: what belongs to the one before, what to the one behind.

use std::borrow::Cow;

use super::predicate;
use super::{link, names_something, starts_with_verb};
use crate::language::{Claim, Cue, Place, actors, claims, cues, naming, verbs};
use crate::metric::figure::words::{Words, letters_of};
use crate::metric::name::{counted, trim};
use crate::metric::period::Period;

/// The words between two figures of one clause.
struct Between<'b> {
    chars: &'b [char],
    /// Their characters.
    letters: Cow<'b, [char]>,
    /// The words before the first of the two.
    before: &'b [usize],
    /// Whether the first counts things.
    counted: bool,
    /// Whether the second is an amount of money.
    paid: bool,
    /// Whether the last word leads on to the second.
    leads_on: bool,
    /// Whether the words before the first name it.
    named: bool,
}

/// How the words are divided.
#[derive(Default)]
struct Share {
    /// Where those end that belong to the first; nothing where that is not asked.
    end: Option<usize>,
    /// Where those begin that belong to the second.
    start: usize,
    /// Whether nothing stands between the two, where that is told by it.
    joined: Option<bool>,
    /// Whether a link stands between.
    listed: bool,
}

/// Divides the words before the figure at `position` between it and the figure before; `counted` is whether that counts things, `paid`
/// whether this is an amount of money.
pub(super) fn share(
    chars: &[char],
    all: &mut [Words],
    position: usize,
    periods: &[Period],
    (counted, paid): (bool, bool),
) {
    let words = std::mem::take(&mut all[position].left);
    let mut share = Between::new(chars, &words, &all[position - 1].left, periods, (counted, paid)).share();
    // 14个村(社区)的3960户群众: a bracket is cut nowhere.
    if words.get(share.start).is_some_and(|&at| chars[at] == ')') && share.end == Some(share.start) {
        share.start += 1;
        share.end = Some(share.start);
    }
    if let Some(end) = share.end {
        all[position - 1].right = words[..end].to_vec();
    }
    if let Some(joined) = share.joined {
        all[position].joined = joined;
    }
    all[position].listed |= share.listed;
    all[position].left = if share.start > 0 { words[share.start..].to_vec() } else { words };
}

impl<'b> Between<'b> {
    fn new(
        chars: &'b [char],
        words: &[usize],
        before: &'b [usize],
        periods: &[Period],
        (counted, paid): (bool, bool),
    ) -> Self {
        let letters = letters_of(chars, words);
        let leads_on = letters.last().is_some_and(|last| match last {
            // 合格率达到100% is no change.
            '至' | '到' => !letters.ends_with(&['达', '到']),
            '为' | '成' => cues(Cue::Changing).is_before(&letters, letters.len() - 1),
            _ => false,
        });
        let named = names_something(chars, before, periods);
        Self { chars, letters, before, counted, paid, leads_on, named }
    }

    /// The questions in their order.
    fn share(&self) -> Share {
        self.total()
            .or_else(|| self.of_first())
            .or_else(|| self.by_means())
            .or_else(|| self.short())
            .or_else(|| self.sent())
            .or_else(|| self.of_both())
            .or_else(|| self.given())
            .or_else(|| self.linked())
            .or_else(|| self.owned())
            .or_else(|| self.of_place())
            .unwrap_or_else(|| self.at_verb(self.verb()))
    }

    /// Those before a place belong to the first, the others to the second.
    fn cut(at: usize) -> Share {
        Share { end: Some(at), start: at, ..Share::default() }
    }

    /// Whether the first is named before, or the last word leads on to the second.
    fn is_named(&self) -> bool {
        self.leads_on || self.named
    }

    /// 13项民生支出合计13亿元: what is counted is what is added up.
    fn total(&self) -> Option<Share> {
        let letters = &self.letters;
        let total = claims(Claim::Total).tail(letters).unwrap_or(0);
        let so = self.counted && !self.named && total > 0 && total + 1 < letters.len() && link(letters).is_none();
        so.then(|| Share {
            end: Some(letters.len() - total),
            start: letters.len(),
            joined: Some(true),
            ..Share::default()
        })
    }

    /// 果园2.4万亩中节水灌溉占比38%: behind what the first counts, 中 says that the second is told of some of it.
    fn of_first(&self) -> Option<Share> {
        const SHORTEST: usize = 3;
        let letters = &self.letters;
        let so = self.named && self.counted && letters.len() >= SHORTEST && predicate::is_out_of(letters, 1);
        so.then(|| Share { end: Some(0), start: 1, ..Share::default() })
    }

    /// 通过考试、选调两种方式补充教师86名: those that are counted are the means.
    fn by_means(&self) -> Option<Share> {
        let before = letters_of(self.chars, self.before);
        let means = self.counted && naming(Place::Means).begins(&before);
        let length = naming(Place::Manner).head(&self.letters).filter(|_| means)?;
        Some(Self::cut(length))
    }

    /// 城镇化率距60%的目标还差2个百分点, 比省定95%的目标高1个百分点: what it falls short of, or lies above, is said of the first.
    fn short(&self) -> Option<Share> {
        let letter = |at: Option<&usize>| at.map(|&at| self.chars[at]);
        let far = matches!(letter(self.before.last()), Some('距' | '离'))
            || matches!(letter(self.before.first()), Some('比' | '较'));
        let of = far && self.letters.first() == Some(&'的');
        let length = naming(Place::Measure).at(&self.letters, 1).filter(|_| of)?;
        Some(Self::cut(1 + length))
    }

    /// 选派126名干部到98个村担任书记: those who were counted went to what is counted next.
    fn sent(&self) -> Option<Share> {
        let letters = &self.letters;
        let so = self.counted
            && !self.named
            && letters.len() > 2
            && matches!(letters.last(), Some('到' | '赴' | '向'))
            && !letters.ends_with(&['达', '到'])
            && !starts_with_verb(letters)
            && !predicate::begins(letters, 0)
            && predicate::start_at_verb(&letters[..letters.len() - 1]).is_none();
        so.then(|| Share {
            end: Some(letters.len() - 1),
            start: letters.len(),
            joined: Some(false),
            ..Share::default()
        })
    }

    /// 减免62户企业和个体工商户房租48万元: both of those who are counted were spared it.
    fn of_both(&self) -> Option<Share> {
        let letters = &self.letters;
        let (first, length) = link(letters).filter(|_| self.counted && self.paid && !self.named)?;
        let other = actors().at(letters, first + length)?;
        let end = first + length + other;
        let one = actors().before(letters, first).is_some_and(|length| length == first || length > 1);
        (one && end + 1 < letters.len()).then(|| Self::cut(end))
    }

    /// 代办员42人为老人、残疾人等上门办件567件: a link between those for whom it was done parts nothing.
    fn given(&self) -> Option<Share> {
        let letters = &self.letters;
        let (first, length) = link(letters)?;
        let given =
            |&at: &usize| matches!(letters[at], '为' | '向' | '给') && !predicate::is_inside_word(letters, at, 1);
        let at = (0..first).find(given)?;
        let start = at - naming(Place::Altogether).before(letters, at).unwrap_or(0);
        let alone = start == 0 && at + 1 < first && predicate::start_at_verb(&letters[at + 1..first]).is_none();
        let behind = &letters[first + length..];
        let does = || behind.contains(&'等') || predicate::start_at_verb(behind).is_some();
        (self.is_named() && alone && does()).then(|| Self::cut(0))
    }

    /// A link parts what belongs to the two.
    fn linked(&self) -> Option<Share> {
        let linked = |&(first, length): &(usize, usize)| first == 0 || !self.lists(first + length);
        let (first, length) = link(&self.letters).filter(linked)?;
        let end = if self.is_named() && starts_with_verb(&self.letters) { 0 } else { first };
        let start = first + length;
        Some(Share { end: Some(end), start, joined: Some(start == self.letters.len() && end == 0), listed: true })
    }

    /// 4个单位超标准列支会议费、培训费18万元: what those who are counted did is told of all that is listed behind their verb.
    fn lists(&self, at: usize) -> bool {
        let letters = &self.letters;
        let verb = verbs().at(letters, at).unwrap_or(0);
        let objects = at < letters.len() && (verb == 0 || naming(Place::Derived).is_at(letters, at + verb));
        let deed = || predicate::end_of_owner(&letters[..at - 1]).is_some_and(|owner| owner + 2 < at);
        self.counted && self.paid && !self.is_named() && objects && deed()
    }

    /// Whether nothing but 对 stands before the first.
    fn is_treated(&self) -> bool {
        matches!(self.before, [only] if self.chars[*only] == '对')
    }

    /// 5家国有企业违规出借资金3400万元, 27个单位结余资金3216万元: whose money it is stands before what it is.
    fn owned(&self) -> Option<Share> {
        let theirs = self.counted && self.paid && (self.before.is_empty() || self.is_treated());
        if theirs { predicate::end_of_owner(&self.letters).map(Self::cut) } else { None }
    }

    /// 对3个县2019年扶贫资金7.8亿元进行审计: what is looked at is theirs.
    fn of_place(&self) -> Option<Share> {
        let place =
            matches!(self.letters[..], ['县' | '区' | '市' | '镇' | '乡' | '村', next, _, _, ..] if next != '级');
        (self.counted && self.paid && self.is_treated() && place).then(|| Self::cut(1))
    }

    /// Where the words begin that say something of the first rather than name it.
    fn verb(&self) -> Option<usize> {
        let letters = &self.letters;
        // 2家企业营业收入突破10亿元: what is told of those who are counted is of the second.
        let told = if self.counted { predicate::attribute_of_actor(letters) } else { None };
        // 12个县区中综合考核排名第五: what follows 中 is told of one of them.
        let goes = predicate::start(letters);
        let goes = out_of(letters).filter(|&out| goes.is_none_or(|goes| out < goes)).or(goes);
        let verb = told.or(goes).or_else(|| predicate::start_at_verb(letters));
        let verb = verb.map(|at| self.completed(at).unwrap_or(at));
        // 3家医院重复收费42万元, 项目结余资金986万元: where no verb says so, what is told of those who are counted begins behind them.
        verb.or_else(|| predicate::behind_actor(letters).filter(|_| self.counted && !self.is_named()))
    }

    /// 29条问题整改完成27条: where a verb begins that the verb at a place completes.
    fn completed(&self, at: usize) -> Option<usize> {
        let length = verbs().before(&self.letters, at).filter(|&length| length > 1 && at > length + 1)?;
        cues(Cue::Completing).at(&self.letters, at).map(|_| at - length)
    }

    /// 12个村收入达到10万元, 28项事项办理时限平均压缩52%: what those that are counted have is told by the second.
    fn has(&self, verb: Option<usize>) -> Option<usize> {
        const REACHED: usize = 2;
        let letters = &self.letters;
        let traits = |at: &usize| {
            let end = at + naming(Place::Trait).at(letters, *at).unwrap_or(0);
            end > *at && verb.map_or(letters.len() - end <= REACHED, |verb| verb == end)
        };
        if self.counted && self.before.is_empty() { (1..letters.len()).find(traits) } else { None }
    }

    /// Whether what stands between goes on with what was done.
    fn goes_on(&self) -> bool {
        let letters = &self.letters;
        // 46项下放事项中常用9项: what is counted out of is a noun, whatever verb that begins with.
        if out_of(letters).is_some_and(|out| naming(Place::Compound).is_before(letters, out - 1)) {
            return false;
        }
        let onward = |length: usize| !predicate::is_inside_word(letters, 0, length);
        !predicate::begins_described(letters) && predicate::begins(letters, 0)
            || naming(Place::Onward).head(letters).is_some_and(onward)
            || !self.counted && starts_with_verb(letters)
    }

    /// What stands before the verb belongs to the first.
    fn at_verb(&self, verb: Option<usize>) -> Share {
        if let Some(has) = self.has(verb) {
            return Self::cut(has);
        }
        let goes_on = self.goes_on();
        // 项目区2.2万亩果园增加产值: what stands between is the thing counted, and then something is said of it.
        let thing = self.counted && !self.leads_on && !goes_on && verb.is_some_and(|verb| verb > 1);
        if self.is_named() && !thing {
            return Share::default();
        }
        // 补助350万元扶持发展: what follows is done with it.
        let verb = if goes_on && !self.is_named() { Some(0) } else { verb };
        // 1862项政务服务事项网上可办率99.6%: a verb in what is counted begins nothing before its rate.
        let end = trim::ends(&self.letters).end;
        let rate = counted::without_rate(&self.letters[..end]);
        // 26个在建项目公开率达到100%: nor is what leads up to its number a verb of theirs.
        let behind = |verb: usize| if verb >= end { rate } else { verb.max(rate) };
        let verb = verb.map(|verb| if thing && rate < end { behind(verb) } else { verb });
        verb.map_or_else(|| Share { end: Some(self.letters.len()), ..Share::default() }, Self::cut)
    }
}

/// `56个实施县中受益学校2661所`, `36台终端里坏了4台`: where the words begin that tell of a share of the first.
fn out_of(letters: &[char]) -> Option<usize> {
    (3..letters.len()).find(|&at| predicate::is_out_of(letters, at))
}
