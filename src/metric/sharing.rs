//! Words that figures share: names said before, one value said of two things.

use std::ops::Range;

use super::clause;
use super::coordination;
use super::counted;
use super::figure::{self, Figure};
use super::name;
use super::period::Period;
use super::predicate;
use super::reader::Reader;
use crate::language::{Claim, Place, Tie, attributes, claims, naming, ties, verbs};
use crate::report::{Direction, Kind, NameRule, Qualifier, Role};
use crate::text::{chinese_digit, is_han};

/// The name of a rank such as 国家级 has at most so many characters.
const SHORT_RANK: usize = 3;
/// A change that is told in so few characters names nothing itself: 较上年多增.
const BARE_CHANGE: usize = 6;

impl Reader<'_> {
    /// `3个国家级、12个省级、26个市级文明村镇`, `国家级文明村镇3个、省级12个`: what one of them is called all of them are.
    fn lend_nouns(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for index in (first + 1..figures.len()).rev() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            let beside = figure.words.listed && before.kind == figure.kind && figure.name_rule == NameRule::Behind;
            let rank = figure.name.iter().position(|&at| chars[at] == '级').map(|at| at + 1);
            let of_rank = before.name.last().is_some_and(|&last| chars[last] == '级');
            if let Some(rank) = rank.filter(|&rank| beside && of_rank && rank < figure.name.len()) {
                let noun = figure.name[rank..].to_vec();
                figures[index - 1].name.extend(noun);
            }
        }
        for index in first + 1..figures.len() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            // 学前一年毛入园率97%，学前两年89%; 一等奖作品2件，二等奖5件: only a number in it is another.
            let (long, short) = (before.letters(chars), figure.letters(chars));
            let number = |&letter: &char| chinese_digit(letter).is_some() || matches!(letter, '两' | '0'..='9');
            let other = |pair: &(&char, &char)| pair.0 != pair.1;
            let numbered = || {
                let mut others = long.iter().zip(&short).filter(other);
                others.next().is_some_and(|(one, two)| number(one) && number(two)) && others.next().is_none()
            };
            if before.kind == figure.kind && short.len() > 2 && short.len() + 1 < long.len() && numbered() {
                let noun = before.name[short.len()..].to_vec();
                figures[index].name.extend(noun);
                continue;
            }
            // 国家级项目3项、省级12项; behind a comma too, if nothing else is said.
            let unit = |figure: &Figure| &self.quantities[figure.quantity].unit;
            let parted = figure.name.first().is_some_and(|&first| first > 0 && chars[first - 1] == ',');
            let beside = figure.words.listed || parted && unit(figure) == unit(before) && figure.name.len() <= 3;
            let of_rank = beside && figure.name.last().is_some_and(|&last| chars[last] == '级');
            // 全国示范社区2个、省级5个
            let national = long.windows(2).position(|pair| pair == ['全', '国']).map(|at| at + 2);
            let rank = before.name.iter().position(|&at| chars[at] == '级').map(|at| at + 1).or(national);
            let same = before.kind == figure.kind && figure.name.len() <= SHORT_RANK;
            if let Some(rank) = rank.filter(|&rank| of_rank && same && rank < before.name.len()) {
                let noun = before.name[rank..].to_vec();
                figures[index].name.extend(noun);
            }
        }
    }

    /// Gives a figure with no words of its own the name of what stands before it.
    pub(super) fn borrow_names(
        &self,
        figures: &mut [Figure],
        first: usize,
        sentence: &Range<usize>,
        periods: &[Period],
    ) {
        let chars = &self.passage.chars;
        self.names_before_brackets(figures, first, periods);
        self.lend_nouns(figures, first);
        for index in first..figures.len() {
            // 全市14035户25559人享受低保: the place is no name of the households.
            let place = matches!(figures[index].letters(chars)[..], ['全', _]);
            if place
                && figures.get(index + 1).is_some_and(|next| next.words.joined && next.name_rule == NameRule::Behind)
            {
                figures[index].name = figures[index + 1].name.clone();
                figures[index].name_rule = NameRule::Joined;
            }
            // 剩余3216户8745名贫困人口: of what so many are left, stands behind the second.
            let letters = figures[index].letters(chars);
            let left = claims(Claim::Rest).at(&letters, 0).is_some_and(|(length, ())| length == letters.len());
            if left
                && let Some(next) = figures.get(index + 1)
                && next.words.joined
                && next.name_rule == NameRule::Behind
            {
                let noun = next.name.clone();
                figures[index].name.extend(noun);
                figures[index].name_rule = NameRule::Joined;
            }
            // 企业净增18家、总数达到126家
            let total = matches!(figures[index].letters(chars)[..], ['总', '数' | '量']);
            if total
                && let Some(before) = (first..index).rev().find(|&before| {
                    // 新登记企业86户，较上年多增12户，总量达到530户
                    before == first || !figures[before].increment || figures[before].words.left.len() > BARE_CHANGE
                })
                && figures[before].kind == figures[index].kind
                && let letters = figures[before].letters(chars)
                && let begins = naming(Place::Founding).at(&letters, 0).map_or(0, |(length, ())| length)
                && (figures[before].direction == Some(Direction::Up) || letters.starts_with(&['新']) || begins > 0)
            {
                let new = if letters.starts_with(&['新', '增']) { 2 } else { begins };
                let subject = name::subject_of_change(chars, &figures[before].name[new..]);
                figures[index].name.splice(..0, subject);
            }
            // 县政府确定的10件32项实事: what leads up to both stands before 的.
            let possessive = figures[index].words.left.last().is_some_and(|&last| chars[last] == '的');
            if possessive
                && figures.get(index + 1).is_some_and(|next| {
                    next.words.joined && next.name_rule == NameRule::Behind && !next.name.is_empty()
                })
            {
                figures[index].name = figures[index + 1].name.clone();
                figures[index].name_rule = NameRule::Joined;
            }
            // 贫困人口43户96人如期脱贫: what became of both names neither of them.
            if figures[index].words.joined
                && figures[index].name_rule == NameRule::Behind
                && let Some(before) = index.checked_sub(1).filter(|&before| before >= first)
                && figures[before].name_rule == NameRule::Before
                && !figures[before].name.is_empty()
                && naming(Place::Onward).at(&figures[index].letters(chars), 0).is_some()
            {
                figures[index].name = figures[before].name.clone();
                figures[index].name_rule = NameRule::Joined;
            }
            // 组织2批次76人参加考试: what leads up to both names neither of them.
            let letters = figures[index].letters(chars);
            let leads = naming(Place::Causing).at(&letters, 0).is_some_and(|(length, ())| length == letters.len());
            if leads
                && let Some(next) = figures.get(index + 1)
                && next.words.joined
                && next.name_rule == NameRule::Behind
                && !next.name.is_empty()
            {
                figures[index].name = next.name.clone();
                figures[index].name_rule = NameRule::Joined;
            }
            // 解决836户3120人饮水问题: what was done to both asks for what stands behind them.
            let does = verbs().at(&letters, 0).is_some_and(|(length, ())| length > 1 && length == letters.len());
            let of_both = figures.get(index + 1).filter(|next| {
                let thing = next.letters(chars);
                let acts = verbs().at(&thing, 0).is_some() || naming(Place::Onward).at(&thing, 0).is_some();
                next.words.joined && next.name_rule == NameRule::Behind && thing.len() > 1 && !acts
            });
            if let Some(thing) = of_both.filter(|_| does).map(|next| next.name.clone()) {
                for both in [index, index + 1] {
                    figures[both].name = [&figures[index].name[..letters.len()], &thing].concat();
                    figures[both].name_rule = NameRule::Around;
                }
            }
            if !figures[index].name.is_empty() {
                self.name_what_is_measured(figures, index);
                continue;
            }
            let kind = figures[index].kind;
            // 207户673名帮扶对象, 4台66万千瓦机组: the name of both stands behind the second.
            if let Some(next) = figures.get(index + 1)
                && next.words.joined
                && kind == Kind::Count
                && !next.is_relative()
                && next.name_rule == NameRule::Behind
                && !next.name.is_empty()
                && figures[index].words.left.iter().all(|at| {
                    let timed = periods.iter().any(|period| period.range.contains(at));
                    timed || naming(Place::Bare).at(&[chars[*at]], 0).is_some()
                })
            {
                figures[index].name = next.name.clone();
                figures[index].name_rule = NameRule::Joined;
                continue;
            }
            // 完成预算10.5亿元的35%: the share is called as its whole is.
            if kind == Kind::Ratio
                && let Some(whole) = index.checked_sub(1).filter(|&whole| whole >= first)
                && figures[whole].role == Role::Target
                && !figures[whole].name.is_empty()
                && is_share_of(self.between(figures, whole, index))
            {
                figures[index].name = figures[whole].name.clone();
                figures[index].name_rule = NameRule::Joined;
                continue;
            }
            let joined = figures[index].words.joined;
            let before = if joined { index.checked_sub(1) } else { self.before_bracket(figures, index) };
            let before = before.filter(|&before| before >= first);
            // 优良率提高12.6个百分点、达到86.3%: in one clause it is what moved that came to it.
            if let Some(before) = before.filter(|_| figures[index].words.follows)
                && (figures[before].kind, kind) == (Kind::Points, Kind::Ratio)
            {
                figures[index].name = name::subject_of_change(chars, &figures[before].name);
                figures[index].name_rule = NameRule::Borrowed;
                continue;
            }
            // 工资1.7万元，增长5%，占收入的56%；转移0.6万元，增长6%，占20%: what the first is a share of all are.
            let share = |figure: &Figure| figure.kind == Kind::Ratio && figure.lead.ends_with(&['占']);
            if before.is_some_and(|before| figures[before].kind == Kind::Growth) && share(&figures[index]) {
                let same = |other: &usize| {
                    figures[*other].kind == Kind::Ratio && figures[*other].letters(chars).first() == Some(&'占')
                };
                let thing = |other: &usize| !figures[*other].is_relative() && !figures[*other].name.is_empty();
                let lent = (first..index).rev().find(same).or_else(|| (first..index).rev().find(thing));
                if let Some(lent) = lent {
                    figures[index].name = figures[lent].name.clone();
                    figures[index].name_rule = NameRule::Borrowed;
                    continue;
                }
            }
            // 人均收入，1982年为494.5元: what it was then has its own subject in the clause before.
            let clause = self.clause_before(self.quantities[figures[index].quantity].extent.start, sentence.start);
            let within = |before: &usize| clause.contains(&self.quantities[figures[*before].quantity].range.start);
            let within = |other: &usize| within(other) && before.is_none_or(|before| *other <= before);
            let akin = before
                .filter(|&before| joined || figures[before].kind == kind || figures[index].role == Role::Baseline)
                .filter(|before| joined || figures[*before].kind == kind || within(before) || clause.is_empty());
            let name = if let Some(before) = akin {
                let name = self.name_of_all(&figures[before], &figures[index]);
                let changed = matches!(figures[before].kind, Kind::Growth | Kind::Points) || figures[before].increment;
                let level = figure::change(&figures[index].lead).is_some_and(|(_, level)| level);
                if changed && (!figures[index].is_relative() || level || figures[index].kind == Kind::Ratio) {
                    name::subject_of_change(chars, &name)
                } else {
                    name
                }
            } else {
                match (first..index).rev().find(within) {
                    // 城镇化率每年提高1个百分点，2025年达到60%
                    Some(before) if figures[before].kind == Kind::Points && kind == Kind::Ratio => {
                        name::subject_of_change(chars, &figures[before].name)
                    }
                    Some(before) => self.lent_name(&figures[before], &figures[index]),
                    None => name::left(chars, periods, &clause),
                }
            };
            let name = if name.is_empty() {
                before.map(|before| self.lent_name(&figures[before], &figures[index])).unwrap_or_default()
            } else {
                name
            };
            figures[index].name = name;
            // 同比减少23批166人次: both are by how much it changed.
            if let Some(before) = before.filter(|&before| joined && figures[before].increment)
                && figures[index].kind == Kind::Count
            {
                figures[index].increment = true;
                figures[index].direction = figures[before].direction;
                figures[index].name = figures[before].name.clone();
            }
            // 126个组，3860户14260人: neither has a name of its own.
            let lent = before.is_some_and(|before| figures[before].name_rule == NameRule::Borrowed);
            figures[index].name_rule = if joined && !lent { NameRule::Joined } else { NameRule::Borrowed };
        }
    }

    /// The figure before one, and behind a bracket the one before it: 本科学历203人（其中硕士41人），占63.8%.
    fn before_bracket(&self, figures: &[Figure], index: usize) -> Option<usize> {
        let last = index.checked_sub(1)?;
        let start = |of: usize| self.quantities[figures[of].quantity].range.start;
        let Some(bracket) = clause::bracket_around(self.enclosures, start(last)) else { return Some(last) };
        let closed = !bracket.contains(&start(index));
        (0..index).rev().find(|&other| !closed || start(other) < bracket.start).or(Some(last))
    }

    /// `组织14名班子成员、52名机关干部参加学习`: who else is made to do something is called without what it is, as the first of the list is.
    pub(super) fn made_alike(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            let made = naming(Place::Causing).before(&before.lead, before.lead.len()).is_some();
            let beside = figure.words.listed && figure.words.left.is_empty() && figure.name_rule == NameRule::Behind;
            // 共涉及21个领域213项: what stands between is what the first counts, and may be no name of the second.
            let counted = before.kind == Kind::Count && figure.kind == Kind::Count && figure.words.right.is_empty();
            let between = &self.quantities[before.quantity];
            let shared = !figure.name.is_empty() && figure.name == figure.words.left;
            let touches = figure.name.first() == Some(&between.range.end) && between.unit.as_deref() == Some("个");
            if counted && shared && touches {
                figures[index].name_rule = NameRule::Borrowed;
                continue;
            }
            if made && beside && before.kind == Kind::Count && figure.kind == Kind::Count {
                let letters = figure.letters(&self.passage.chars);
                let end = predicate::start_at_verb(&letters).unwrap_or_else(|| counted::without_deed(&letters));
                figures[index].name.truncate(end);
            }
        }
    }

    /// `口蹄疫免疫：猪100%、牛99%`: the rates of a list behind a colon are those of what stands before it, as far as each names only of what it is one.
    pub(super) fn under_head(&self, figures: &mut [Figure], first: usize) {
        const SHORT: usize = 4;
        const LONGEST_HEAD: usize = 12;
        let chars = &self.passage.chars;
        let mut head: Option<Vec<usize>> = None;
        for figure in &mut figures[first..] {
            let start = figure.words.left.first().copied().unwrap_or_default();
            if start > 0 && chars[start - 1] == ':' {
                let words = self.clause_before(start, figure.sentence.start);
                let letters = letters_of(chars, &words);
                let noun = (3..=LONGEST_HEAD).contains(&words.len()) && letters.iter().all(|&letter| is_han(letter));
                let told = naming(Place::Nominal).before(&letters, letters.len()).is_some()
                    || ties(Tie::Degree).before(&letters, letters.len()).is_some();
                head = (noun && told).then_some(words);
            } else if !(figure.words.listed || figure.words.left.len() == figure.name.len()) {
                head = None;
            }
            let letters = figure.letters(chars);
            let rate = ties(Tie::Degree).before(&letters, letters.len()).is_some();
            let short = !figure.name.is_empty() && figure.name.len() <= SHORT && figure.name == figure.words.left;
            if let Some(head) = head.as_ref().filter(|_| figure.kind == Kind::Ratio && short && !rate) {
                figure.name.splice(..0, head.iter().copied());
            }
        }
    }

    /// `新增企业3家，累计达到21家`: the name of the figure before, without what says that those were new.
    fn name_of_all(&self, before: &Figure, figure: &Figure) -> Vec<usize> {
        let letters = before.letters(&self.passage.chars);
        let new = letters.first() == Some(&'新') && naming(Place::Altogether).at(&figure.lead, 0).is_some();
        let verb = verbs().at(&letters, 0).map_or(0, |(length, ())| length);
        let all = new && verb > 1 && verb + 1 < letters.len();
        before.name[if all { verb } else { 0 }..].to_vec()
    }

    /// `旅游收入增长15%、达到68亿元`: the name that a figure has of the one before it, without what is said of its growth.
    fn lent_name(&self, before: &Figure, figure: &Figure) -> Vec<usize> {
        match before.kind {
            Kind::Growth if !figure.is_relative() || figure.lead.ends_with(&['占']) => {
                name::subject_of_change(&self.passage.chars, &before.name)
            }
            _ => before.name.clone(),
        }
    }

    /// `新开工项目计划总投资108亿元，同比下降5.9%`: what is compared with the year before was told, whatever plan is in its name.
    pub(super) fn grown_plans(&self, figures: &mut [Figure], first: usize) {
        for index in first..figures.len().saturating_sub(1) {
            let (figure, next) = (&figures[index], &figures[index + 1]);
            let compared = claims(Claim::Yearly).at(&next.lead, 0).is_some() && next.kind == Kind::Growth;
            if figure.role == Role::Target && !figure.planned && compared && figure.qualifier == Qualifier::Exact {
                figures[index].role = Role::Actual;
            }
        }
    }

    /// `医院812张（占79%）`: a share that has its name of the figure before it is called a share.
    pub(super) fn name_shares(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for figure in &mut figures[first..] {
            let share = self.quantities[figure.quantity].extent.start.checked_sub(1).filter(|&at| chars[at] == '占');
            let lent = matches!(figure.name_rule, NameRule::Borrowed | NameRule::Bracket) && !figure.name.is_empty();
            let own = figure.name.iter().any(|&at| chars[at] == '占');
            if let Some(share) = share.filter(|_| figure.kind == Kind::Ratio && lent && !own) {
                figure.name.push(share);
            }
        }
    }

    /// The characters between two figures.
    pub(super) fn between(&self, figures: &[Figure], one: usize, other: usize) -> &[char] {
        let quantity = |index: usize| &self.quantities[figures[index].quantity].range;
        self.passage.chars.get(quantity(one).end..quantity(other).start).unwrap_or_default()
    }

    /// `开发区5台30万千瓦机组`: what is counted stands behind what each of it measures.
    fn name_what_is_measured(&self, figures: &mut [Figure], index: usize) {
        let Some(next) = figures.get(index + 1) else { return };
        let measures =
            matches!(next.kind, Kind::Power | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume | Kind::Energy);
        let counted = figures[index].kind == Kind::Count && figures[index].name_rule == NameRule::Before;
        if counted && measures && next.words.joined && !next.words.listed && next.name_rule == NameRule::Behind {
            let name = [figures[index].name.clone(), next.name.clone()].concat();
            figures[index].name = name;
            figures[index].name_rule = NameRule::Around;
        }
    }

    /// `教育支出、卫生支出均增长`: a name for each of those that changed alike; none where fewer than two outputs are named.
    fn changed_alike(&self, name: &[usize]) -> Vec<Vec<usize>> {
        let chars = &self.passage.chars;
        let subject = name::subject_of_change(chars, name);
        let parts = coordination::divide(chars, &subject);
        // 事故起数和死亡人数均下降: so do numbers.
        let told = |part: &Vec<usize>| {
            let letters = letters_of(chars, part);
            is_output(&letters) || ties(Tie::Number).before(&letters, letters.len()).is_some()
        };
        if parts.len() < 2 || !parts.iter().all(told) {
            return Vec::new();
        }
        let verb: Vec<usize> =
            name[subject.len()..].iter().copied().filter(|&at| !matches!(chars[at], '均' | '都')).collect();
        parts.into_iter().map(|part| [part, verb.clone()].concat()).collect()
    }

    /// `参考率和合格率均达100%`: one value said of two things makes two figures.
    pub(super) fn said_of_both(&self, figures: &mut Vec<Figure>, first: usize) {
        let chars = &self.passage.chars;
        let mut index = first;
        while index < figures.len() {
            let figure = &figures[index];
            // 人均 says nothing of both.
            let mean = |at: usize| ties(Tie::Mean).before(&figure.lead, at + 1).is_some();
            let alike =
                (0..figure.lead.len()).any(|at| figure.lead[at] == '都' || figure.lead[at] == '均' && !mean(at));
            let ranked = figure.kind == Kind::Rank;
            // 召开委员会会议、办公室会议各1次
            let each = figure.kind == Kind::Count && figure.lead.last() == Some(&'各');
            let parts = if !figure.is_borrowed()
                && (each || figure.kind == Kind::Ratio || alike && (ranked || is_measured(figure.kind)))
            {
                let alike = |at: &usize| ranked && matches!(chars[*at], '均' | '都');
                let name: Vec<usize> = figure.name.iter().copied().filter(|at| !alike(at)).collect();
                coordination::divide(chars, &name)
            } else {
                Vec::new()
            };
            // 教育支出、卫生支出均增长10%以上
            let changed = if figure.kind == Kind::Growth && alike && !figure.is_borrowed() {
                self.changed_alike(&figure.name)
            } else {
                Vec::new()
            };
            let parts = if changed.is_empty() { parts } else { changed };
            // 蔬菜产量和水果产量均突破百万吨
            let outputs = figure.kind != Kind::Ratio
                && parts.iter().all(|part| part.len() > 1)
                && (matches!(figure.kind, Kind::Growth | Kind::Rank)
                    || parts.last().is_some_and(|last| is_output(&letters_of(chars, last))));
            let is_rate = |part: &Vec<usize>| {
                let letters = letters_of(chars, part);
                ties(Tie::Degree).before(&letters, letters.len()).is_some()
            };
            // 行政村通畅率、通客车率达100%
            let rates = figure.kind == Kind::Ratio
                && coordination::split(chars, &figure.name)
                    .iter()
                    .all(|part| part.len() > 2 && chars[part[part.len() - 1]] == '率');
            // 电力、热力和燃气业占比 is one share: what is said of both is a rate of its own each, or 均 says so.
            let linked = figure.name.iter().any(|&index| matches!(chars[index], '和' | '与' | '及'))
                && coordination::split(chars, &figure.name).iter().all(is_rate);
            let each = each && parts.iter().all(|part| part.len() > 1);
            if parts.len() > 1 && (outputs || each || parts.iter().all(is_rate) && (alike || linked || rates)) {
                let copies: Vec<Figure> = parts
                    .into_iter()
                    .map(|name| Figure { name, name_rule: NameRule::Both, ..figure.clone() })
                    .collect();
                let count = copies.len();
                figures.splice(index..=index, copies);
                index += count;
            } else {
                index += 1;
            }
        }
    }
}

/// Whether the name of a change begins with the change itself, or with what it is compared with.
pub(super) fn names_no_subject(name: &[char]) -> bool {
    ties(Tie::Relative).at(name, 0).is_some() || figure::change_length(name) == name.len()
}

/// Whether the characters between a whole and a rate say that the rate is a share of it: 10.5亿元的35%, （10.5亿元）的35%.
pub fn is_share_of(between: &[char]) -> bool {
    matches!(between, ['的'] | [')', '的'])
}

/// Whether so they say it, or the whole is a task that is called behind it: 200公里任务的67%.
pub fn is_share_of_task(between: &[char]) -> bool {
    const LONGEST: usize = 8;
    let task = |words: &[char]| {
        words.len() <= LONGEST && !words.contains(&',') && ties(Tie::Planned).before(words, words.len()).is_some()
    };
    is_share_of(between) || between.strip_suffix(&['的']).is_some_and(task)
}

pub(super) fn letters_of(chars: &[char], indices: &[usize]) -> Vec<char> {
    indices.iter().map(|&index| chars[index]).collect()
}

/// Whether a figure of this kind measures rather than counts.
fn is_measured(kind: Kind) -> bool {
    matches!(kind, Kind::Money | Kind::Mass | Kind::Area | Kind::Volume | Kind::Energy | Kind::Power)
}

/// Whether a name ends as what is measured does: 产量, 收入, 支出.
fn is_output(name: &[char]) -> bool {
    attributes().before(name, name.len()).is_some() || naming(Place::Yield).before(name, name.len()).is_some()
}
