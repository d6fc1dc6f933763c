//! Words that figures share: 分别, names said before, one value said of two things.

use std::ops::Range;

use super::clause;
use super::coordination;
use super::figure::{self, Figure};
use super::name;
use super::period::Period;
use super::reader::Reader;
use crate::language::{Place, Sense, Tie, attributes, naming, senses, ties, verbs};
use crate::report::{Kind, LinkRule, NameRule, Qualifier, Relation, Role};
use crate::text::chinese_digit;

/// The name of a rank such as 国家级 has at most so many characters.
const SHORT_RANK: usize = 3;

impl Reader<'_> {
    /// `甲、乙分别增长25%、22%`: each value with its own name.
    pub(super) fn respectively(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            let left = figures[start].words.left.clone();
            let letters: Vec<char> = left.iter().map(|&index| chars[index]).collect();
            // 结果分别为撤销62件，驳回14件: the names stand behind it, each with its own value.
            let names = |at: &usize| matches!(letters.get(at + 2), Some('为' | '是')) && at + 4 < letters.len();
            let at = letters.windows(2).rposition(|pair| pair == ['分', '别']);
            let Some(at) = at.filter(|at| !names(at)) else {
                start += 1;
                continue;
            };
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && self.adds_nothing(&figures[end], periods) {
                end += 1;
            }
            let count = end - start;
            let (kind, direction) = (figures[start].kind, figures[start].direction);
            let unit = self.quantities[figures[start].quantity].unit.clone();
            // 预计分别增长21%、24%
            let estimated = senses(Sense::Estimate).is_in(&figures[start].lead);
            for figure in &mut figures[start + 1..end] {
                if self.quantities[figure.quantity].unit == unit {
                    figure.kind = kind;
                    figure.direction = figure.direction.or(direction);
                    if estimated && figure.qualifier == Qualifier::Exact {
                        figure.qualifier = Qualifier::About;
                    }
                }
            }
            let mut subject = name::left(chars, periods, &left[..at]);
            let mut verb = name::left(chars, periods, &left[at + 2..]);
            // 客运量和周转量分别完成6万人和48万人公里
            if ties(Tie::Done).at(&letters_of(chars, &verb), 0).is_some_and(|(length, ())| length == verb.len()) {
                verb.clear();
            }
            // 事故、死亡人数同比分别下降: 同比 belongs to what happened.
            let compared = subject.len().saturating_sub(2);
            if matches!(letters_of(chars, &subject[compared..])[..], ['同' | '环', '比']) {
                verb = [subject.split_off(compared), verb].concat();
            }
            let names = if subject.is_empty() { Vec::new() } else { coordination::divide_into(chars, &subject, count) };
            if names.len() >= count {
                let skipped = names.len() - count;
                for (figure, mut name) in figures[start..end].iter_mut().zip(names.into_iter().skip(skipped)) {
                    name.extend_from_slice(&verb);
                    figure.name = name;
                    figure.name_rule = NameRule::Respectively;
                }
                self.measures_again(figures, first, start..end, verb.len());
            } else if count > 1 {
                const SHORT: usize = 4;
                let own = subject.len() > SHORT && !names_no_subject(&letters_of(chars, &subject));
                if !own {
                    self.refer_back(figures, first, start..end, &verb, periods);
                } else {
                    self.tell_of_both(figures, first, start..end, &subject);
                }
                if !subject.is_empty() {
                    for figure in &mut figures[start..end] {
                        figure.name = [subject.clone(), verb.clone()].concat();
                        figure.name_rule = NameRule::Respectively;
                    }
                }
            }
            start = end;
        }
    }

    /// Whether the words before a figure name nothing, or say only which way it changed: 分别增长8%、下降3%.
    fn adds_nothing(&self, figure: &Figure, periods: &[Period]) -> bool {
        let own = name::left(&self.passage.chars, periods, &figure.words.left);
        let letters = letters_of(&self.passage.chars, &own);
        let change = figure.words.listed && figure.is_relative();
        own.is_empty() || change && figure::change_length(&letters) == letters.len()
    }

    /// `增长10.3%、12.6%`: values of one measure in a list speak of the figures before them in the same order.
    pub(super) fn listed_changes(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            let mut end = start + 1;
            let unit = &self.quantities[figures[start].quantity].unit;
            while end < figures.len()
                && figures[end].words.follows
                && figures[end].words.left.is_empty()
                && self.quantities[figures[end].quantity].unit == *unit
            {
                end += 1;
            }
            let single = figures[start].kind == Kind::Growth
                && figures[start..end].iter().all(|figure| figure.name_rule != NameRule::Respectively);
            if end - start > 1 && single {
                let (kind, direction, name) =
                    (figures[start].kind, figures[start].direction, figures[start].name.clone());
                for figure in &mut figures[start..end] {
                    figure.kind = kind;
                    figure.direction = direction;
                    figure.name.clone_from(&name);
                }
                // 城镇居民收入和农村居民收入增长8.4%和11.4%
                let subject = name::subject_of_change(chars, &name);
                let verb = &name[subject.len()..];
                let subjects = coordination::divide(chars, &subject);
                if subjects.len() == end - start {
                    for (figure, subject) in figures[start..end].iter_mut().zip(subjects) {
                        figure.name = [&subject, verb].concat();
                        figure.name_rule = NameRule::Respectively;
                    }
                    start = end;
                    continue;
                }
                self.refer_back(figures, first, start..end, &name, periods);
            }
            start = end;
        }
    }

    /// `…700万人次，…63亿元，分别增长25%、22%`: the values speak of the figures, or the things, before them in the same order.
    pub(super) fn refer_back(
        &self,
        figures: &mut [Figure],
        first: usize,
        run: Range<usize>,
        verb: &[usize],
        periods: &[Period],
    ) {
        let count = run.len();
        let chars = &self.passage.chars;
        // 案件46宗，涉及土地312亩（耕地86亩），分别下降2%、3%: what a bracket before holds is not spoken of where enough stands outside.
        let start = self.quantities[figures[run.start].quantity].range.start;
        let bracketed = |index: usize| {
            let bracket = clause::bracket_around(self.enclosures, self.quantities[figures[index].quantity].range.start);
            bracket.is_some_and(|bracket| bracket.end <= start)
        };
        let outside = (first..run.start).filter(|&index| !figures[index].is_relative() && !bracketed(index)).count();
        let told = |index: &usize| figures[*index].role != Role::Baseline && (outside < count || !bracketed(*index));
        let mut roots: Vec<usize> =
            (first..run.start).filter(told).filter(|&index| !figures[index].is_relative()).collect();
        // 普及率98%，处理率95%，分别提高2.1、5.6个百分点
        let rates = |index: &usize| matches!(figures[*index].kind, Kind::Ratio | Kind::Growth);
        if figures[run.start].kind == Kind::Points && (first..run.start).filter(told).filter(rates).count() >= count {
            roots = (first..run.start).filter(told).filter(rates).collect();
        }
        // 绿地率38%，人均绿地14平方米，分别提高0.5个百分点和0.3平方米: rates and amounts alike.
        let all: Vec<usize> = (first..run.start).filter(told).collect();
        if roots.len() < count && all.len() == count && figures[run.start].kind == Kind::Points {
            roots = all;
        }
        // 增长8.6%，分别高于全省、全市1.2和0.8个百分点: as many are compared with.
        let against = coordination::divide(chars, verb);
        if figures[run.start].kind == Kind::Points
            && against.len() == count
            && let Some(at) = against[0].iter().position(|&at| matches!(chars[at], '于' | '比' | '较'))
            && let Some(rate) = (first..run.start).rev().filter(told).find(rates)
        {
            let lead = against[0][..=at].to_vec();
            for (index, place) in run.zip(against) {
                let place = if place.starts_with(&lead) { &place[lead.len()..] } else { &place };
                figures[index].link = Some((rate, Relation::Attribute));
                figures[index].link_rule = Some(LinkRule::Respectively);
                figures[index].name_rule = NameRule::Respectively;
                figures[index].name = [&lead, place].concat();
            }
            return;
        }
        // 分别增长6%、5%，分别居全省第二、第七: what is ranked may be growth.
        if roots.len() < count && figures[run.start].kind == Kind::Rank {
            roots = (first..run.start).filter(told).filter(|&index| figures[index].kind == Kind::Growth).collect();
        }
        // 来信86件、来访132批426人次，分别下降2%、3%: what is told in two measures is one thing.
        let unit = |index: usize| &self.quantities[figures[index].quantity].unit;
        let alone = |index: &usize| !figures[*index].words.joined || unit(*index) == unit(index - 1);
        let plain: Vec<usize> = roots.iter().copied().filter(alone).collect();
        // 126批286人次，其中集体访8批112人次，分别下降5%和3%: where all are told so, it is the two measures of the last.
        let all_joined = plain.iter().all(|&index| index + 1 < run.start && figures[index + 1].words.joined);
        if roots.len() > count && plain.len() == count && !all_joined {
            roots = plain;
        }
        // 投资2项1860万元、债券3项2.1亿元，分别占12%和16%: shares are of the money.
        let money: Vec<usize> = roots.iter().copied().filter(|&index| figures[index].kind == Kind::Money).collect();
        if figures[run.start].kind == Kind::Ratio && roots.len() > count && money.len() == count {
            roots = money;
        }
        if roots.len() >= count && figures[run.start].is_relative() {
            let start = run.start;
            for (&root, index) in roots[roots.len() - count..].iter().zip(run) {
                figures[index].link = Some((root, Relation::Attribute));
                figures[index].link_rule = Some(LinkRule::Respectively);
                figures[index].name_rule = NameRule::Respectively;
                let own = name::left(chars, periods, &figures[index].words.left);
                let verb = if index > start && !own.is_empty() { &own } else { verb };
                figures[index].name = if verb.is_empty() { figures[root].name.clone() } else { verb.to_vec() };
                figures[index].direction =
                    figures[index].direction.or(figure::change(&letters_of(chars, verb)).map(|change| change.0));
            }
            return;
        }
        let start = self.quantities[figures[run.start].quantity].extent.start;
        let before = self.clause_before(start, figures[run.start].sentence.start);
        let names = coordination::divide(chars, &name::left(chars, periods, &before));
        if names.len() == count {
            for (index, mut name) in run.zip(names) {
                name.extend_from_slice(verb);
                figures[index].name = name;
                figures[index].name_rule = NameRule::Respectively;
            }
        }
    }

    /// The words of the clause before the one that holds `start`, as far as they are near.
    pub(super) fn clause_before(&self, start: usize, floor: usize) -> Vec<usize> {
        const REACH: usize = 200;
        let chars = &self.passage.chars;
        let floor = floor.max(start.saturating_sub(REACH));
        let ends = |index: &usize| matches!(chars[*index], ',' | ';' | ':' | '。');
        let Some(end) = (floor..start).rev().find(ends) else { return Vec::new() };
        let begin = (floor..end).rev().find(ends).map_or(floor, |index| index + 1);
        (begin..end).collect()
    }

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
            let rank = before.name.iter().position(|&at| chars[at] == '级').map(|at| at + 1);
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
            let before = index.checked_sub(1).filter(|&before| before >= first);
            // 人均收入，1982年为494.5元: what it was then has its own subject in the clause before.
            let clause = self.clause_before(self.quantities[figures[index].quantity].extent.start, sentence.start);
            let within = |before: &usize| clause.contains(&self.quantities[figures[*before].quantity].range.start);
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
            // 126个组，3860户14260人: neither has a name of its own.
            let lent = before.is_some_and(|before| figures[before].name_rule == NameRule::Borrowed);
            figures[index].name_rule = if joined && !lent { NameRule::Joined } else { NameRule::Borrowed };
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

    /// The characters between two figures.
    fn between(&self, figures: &[Figure], one: usize, other: usize) -> &[char] {
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
            let alike = figure.lead.iter().any(|&character| matches!(character, '均' | '都'));
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
            // 电力、热力和燃气业占比 is one share: what is said of both is a rate of its own each, or 均 says so.
            let linked = figure.name.iter().any(|&index| matches!(chars[index], '和' | '与' | '及'))
                && coordination::split(chars, &figure.name).iter().all(is_rate);
            let each = each && parts.iter().all(|part| part.len() > 1);
            if parts.len() > 1 && (outputs || each || parts.iter().all(is_rate) && (alike || linked)) {
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
