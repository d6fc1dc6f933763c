//! Values told one after another of things told one after another: 分别.

use std::ops::Range;

use rust_decimal::Decimal;

use super::clause;
use super::coordination;
use super::figure::{self, Figure};
use super::judge::ends_clause;
use super::name;
use super::occasion;
use super::period::Period;
use super::reader::Reader;
use super::sharing::{letters_of, names_no_subject};
use crate::language::{Place, Sense, Tie, attributes, naming, senses, ties, verbs};
use crate::report::{Kind, LinkRule, NameRule, Qualifier, Relation, Role};

/// Where words end that name several things, before what the clause says of how they went: 采矿业、制造业增势良好.
fn without_trend(chars: &[char], words: &[usize]) -> usize {
    const SHORTEST: usize = 2;
    let letters: Vec<char> = words.iter().map(|&at| chars[at]).collect();
    let last = letters.iter().rposition(|&letter| letter == '、').map_or(0, |at| at + 1);
    let tells = |&at: &usize| naming(Place::Trend).at(&letters, at).is_some();
    (last + SHORTEST..letters.len()).find(tells).unwrap_or(letters.len())
}

impl Reader<'_> {
    /// `甲、乙分别增长25%、22%`: each value with its own name.
    pub(super) fn respectively(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            if figures[start].name_rule == NameRule::Respectively {
                start += 1;
                continue;
            }
            let left = figures[start].words.left.clone();
            let letters: Vec<char> = left.iter().map(|&index| chars[index]).collect();
            // 结果分别为撤销62件，驳回14件: the names stand behind it, each with its own value.
            let names = |at: &usize| matches!(letters.get(at + 2), Some('为' | '是')) && at + 4 < letters.len();
            let at = letters.windows(2).rposition(|pair| pair == ['分', '别']);
            // 分别为年度任务的100%、140%: nothing is called by what stands there.
            let bare = figures.get(start + 1).is_some_and(|next| {
                next.words.follows && next.words.left.is_empty() && next.kind == figures[start].kind
            });
            let Some(at) =
                at.filter(|at| matches!(figures[start].kind, Kind::Ratio | Kind::Multiple) && bare || !names(at))
            else {
                start += 1;
                continue;
            };
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && self.adds_nothing(&figures[end], periods) {
                end += 1;
            }
            if self.both_ends(figures, start..end, &name::left(chars, periods, &left[..at])) {
                start = end;
                continue;
            }
            let count = end - start;
            let (kind, direction) = (figures[start].kind, figures[start].direction);
            let unit = self.quantities[figures[start].quantity].unit.clone();
            // 产值分别突破600亿元、400亿元
            let passed = figures[start].qualifier == Qualifier::Over
                && self.quantities[figures[start].quantity].extent.start
                    < self.quantities[figures[start].quantity].range.start;
            // 预计分别增长21%、24%
            let estimated = senses(Sense::Estimate).is_in(&figures[start].lead);
            for figure in &mut figures[start + 1..end] {
                if self.quantities[figure.quantity].unit == unit {
                    figure.kind = kind;
                    figure.direction = figure.direction.or(direction);
                    if estimated && figure.qualifier == Qualifier::Exact {
                        figure.qualifier = Qualifier::About;
                    }
                    if passed && figure.words.left.is_empty() && figure.qualifier == Qualifier::Exact {
                        figure.qualifier = Qualifier::Over;
                    }
                }
            }
            // 2021年、2022年分别完成3亿元、4亿元: each has its own time.
            let times: Vec<&Period> =
                periods.iter().filter(|period| !period.compared && left[..at].contains(&period.range.start)).collect();
            if times.len() == count && count > 1 {
                for (figure, time) in figures[start..end].iter_mut().zip(times) {
                    figure.period = Some(time.range.clone());
                }
            }
            let mut subject = name::left(chars, periods, &left[..at]);
            let mut verb = name::left(chars, periods, &left[at + 2..]);
            // 分别是上个五年的1.6倍和1.3倍
            if figures[start].kind == Kind::Multiple && letters.ends_with(&['的']) {
                verb.clear();
            }
            // 客运量和周转量分别完成6万人和48万人公里
            if ties(Tie::Done).at(&letters_of(chars, &verb), 0).is_some_and(|(length, ())| length == verb.len()) {
                verb.clear();
            }
            // 事故、死亡人数同比分别下降: 同比 belongs to what happened.
            let compared = subject.len().saturating_sub(2);
            if matches!(letters_of(chars, &subject[compared..])[..], ['同' | '环', '比']) {
                verb = [subject.split_off(compared), verb].concat();
            }
            let parted = self.is_parted_pair(&subject, count);
            let names = if subject.is_empty() || parted {
                Vec::new()
            } else {
                coordination::divide_into(chars, &subject, count)
            };
            if names.len() >= count {
                let skipped = names.len() - count;
                // 常委会、常务会分别6次、9次研究法治工作: the deed behind the last is that of all.
                let last = &figures[end - 1];
                let deed = occasion::find(chars, &self.quantities[last.quantity], &last.words, &[]);
                let verb = if verb.is_empty() { deed.unwrap_or_default() } else { verb.clone() };
                for (figure, mut name) in figures[start..end].iter_mut().zip(names.into_iter().skip(skipped)) {
                    name.extend_from_slice(&verb);
                    figure.name = name;
                    figure.name_rule = NameRule::Respectively;
                }
                self.measures_again(figures, first, start..end, verb.len());
            } else if let Some(names) = self.named_in_clauses(figures, start, &subject, count) {
                for (figure, name) in figures[start..end].iter_mut().zip(names) {
                    figure.name = [name, verb.clone()].concat();
                    figure.name_rule = NameRule::Respectively;
                }
            } else if count > 1 && !self.tell_apart(figures, start..end, &subject, &verb) {
                const SHORT: usize = 4;
                // 对经济增长的贡献率分别为: whose, is told before.
                let toward = subject.first().is_some_and(|&at| matches!(chars[at], '对'));
                let own = subject.len() > SHORT && !toward && !names_no_subject(&letters_of(chars, &subject));
                if !own {
                    self.refer_back(figures, first, start..end, &verb, periods);
                } else {
                    self.tell_of_both(figures, first, start..end, &subject);
                }
                if !subject.is_empty() {
                    // 四项收入的贡献率分别为57%、16%: whose each is, is told nowhere.
                    let alike = own && figures[start..end].iter().all(|figure| figure.link.is_none());
                    for figure in &mut figures[start..end] {
                        // 食品、纺织行业稳定增长，增速分别为6%、5%: each has been named in the clause before.
                        let named = !own && figure.link.is_none() && figure.name_rule == NameRule::Respectively;
                        let thing = if named { &figure.name[..figure.name.len() - verb.len()] } else { &[] };
                        figure.name = [thing, &subject, &verb].concat();
                        figure.name_rule = NameRule::Respectively;
                        figure.left_open |= alike;
                    }
                }
            }
            start = end;
        }
    }

    /// `软件和信息服务业，科学研究和技术服务业，租赁和商务服务业分别实现`: the clauses before values, where as many name things of one sort.
    fn named_in_clauses(
        &self,
        figures: &[Figure],
        start: usize,
        subject: &[usize],
        count: usize,
    ) -> Option<Vec<Vec<usize>>> {
        let chars = &self.passage.chars;
        // 通用设备制造业，汽车制造业产值分别增长: what is told of the last is told of all.
        let letters = letters_of(chars, subject);
        let told = attributes().before(&letters, letters.len()).map_or(0, |(length, ())| length);
        let (thing, told) = subject.split_at(subject.len() - told);
        let (&first, &last) = (thing.first()?, thing.last()?);
        let floor = figures[start].sentence.start;
        let floor =
            floor.max(start.checked_sub(1).map_or(0, |before| self.quantities[figures[before].quantity].range.end));
        let (mut names, mut end) = (vec![thing.to_vec()], first.checked_sub(1)?);
        while names.len() < count && end > floor && chars[end] == ',' && chars[end - 1] == chars[last] {
            let ends = |at: &usize| ends_clause(chars[*at]) && chars[*at] != '、';
            let begin = (floor..end).rev().find(ends).map_or(floor, |at| at + 1);
            names.push((begin..end).collect());
            end = begin.saturating_sub(1);
        }
        names.reverse();
        names.iter_mut().for_each(|name| name.extend_from_slice(told));
        (names.len() == count && count > 1).then_some(names)
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
            // 24起、12人，占全部的88.9%和80%; 占全市、全省的12%和3% are told of one thing.
            let shares = figures[start].kind == Kind::Ratio && {
                let name = letters_of(chars, &figures[start].name);
                let against = ties(Tie::Against).at(&name, 0).is_some();
                against && !name.iter().any(|letter| matches!(letter, '、' | '和' | '与' | '及'))
            };
            let single = (figures[start].kind == Kind::Growth || shares)
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
                if !self.tell_apart(figures, start..end, &subject, verb) {
                    self.refer_back(figures, first, start..end, &name, periods);
                }
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
        // 同比减少23批166人次: both are by how much it changed.
        let relative = |index: usize| {
            let joined = figures[index].words.joined && index > 0 && figures[index - 1].increment;
            joined || figures[index].is_relative()
        };
        let outside = (first..run.start).filter(|&index| !relative(index) && !bracketed(index)).count();
        let told = |index: &usize| figures[*index].role != Role::Baseline && (outside < count || !bracketed(*index));
        let mut roots: Vec<usize> = (first..run.start).filter(told).filter(|&index| !relative(index)).collect();
        // 重点项目3个，总投资8600万元，进度分别为75%、60%、45%: each of those that were counted has its own.
        let as_many = |index: &usize| {
            let quantity = &self.quantities[figures[*index].quantity];
            figures[*index].kind == Kind::Count && quantity.value == Decimal::from(count)
        };
        if count > 2
            && figures[run.start].kind == Kind::Ratio
            && let Some(&things) = roots.iter().rev().find(|index| as_many(index))
        {
            for index in run {
                figures[index].link = Some((things, Relation::Attribute));
                figures[index].link_rule = Some(LinkRule::Respectively);
                figures[index].name_rule = NameRule::Respectively;
                figures[index].name = verb.to_vec();
            }
            return;
        }
        // 办理公证418件，其中甲类402件、乙类16件，收费38万元，分别增长12%和9%: nor are parts spoken of where enough else stands before.
        let among = |index: usize| {
            let opens = |index: usize| {
                let left = &figures[index].words.left;
                left.windows(2).any(|pair| chars[pair[0]] == '其' && chars[pair[1]] == '中')
            };
            let unit = |at: usize| &self.quantities[figures[at].quantity].unit;
            // 其中酒驾863起、醉驾147起，发生事故42起: a verb begins what is told of next.
            let acts = |at: usize| verbs().at(&letters_of(chars, &figures[at].name), 0).is_some();
            let beside =
                |at: usize| figures[at + 1].words.listed || unit(at) == unit(at + 1) && (acts(at) || !acts(at + 1));
            (first..=index).rev().take_while(|&at| at == index || beside(at)).any(opens)
        };
        let plain: Vec<usize> = roots.iter().copied().filter(|&index| !among(index)).collect();
        let beyond = roots.last().is_some_and(|&last| !among(last));
        if beyond && roots.len() > count && plain.len() == count {
            roots = plain;
        }
        // 普及率98%，处理率95%，分别提高2.1、5.6个百分点
        let rates = |index: &usize| matches!(figures[*index].kind, Kind::Ratio | Kind::Growth);
        if figures[run.start].kind == Kind::Points && (first..run.start).filter(told).filter(rates).count() >= count {
            roots = (first..run.start).filter(told).filter(rates).collect();
        }
        // 绿地率38%，人均绿地14平方米，分别提高0.5个百分点和0.3平方米: rates and amounts alike.
        let all: Vec<usize> = (first..run.start).filter(told).collect();
        if roots.len() < count && all.len() == count && figures[run.start].kind == Kind::Points {
            roots = all;
        } else if all.len() > count {
            // So it is where more was told before, if each is of the sort of its own.
            let last = &all[all.len() - count..];
            let unit = |index: usize| &self.quantities[figures[index].quantity].unit;
            let fits = |(&root, index): (&usize, usize)| {
                if figures[index].kind == Kind::Points { rates(&root) } else { unit(root) == unit(index) }
            };
            let mixed = run.clone().any(|index| unit(index) != unit(run.start));
            if mixed && last.iter().zip(run.clone()).all(fits) {
                roots = last.to_vec();
            }
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
        // 来信52件；来访143批1079人次，同比减少23批166人次，分别下降14%和13%
        let changed = run.start.checked_sub(1).is_some_and(|last| figures[last].words.joined && relative(last));
        if roots.len() > count && plain.len() == count && !all_joined && !changed {
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
                figures[index].apart = figures[root].apart.clone();
                figures[index].direction =
                    figures[index].direction.or(figure::change(&letters_of(chars, verb)).map(|change| change.0));
            }
            return;
        }
        // 甲、乙产值分别增长12%和9%，占比分别为14%、23%: as many have been told apart right before.
        let told_apart: Vec<Vec<usize>> = figures[run.start.saturating_sub(count).max(first)..run.start]
            .iter()
            .filter(|figure| figure.name_rule == NameRule::Respectively && figure.link.is_none())
            .map(|figure| {
                // 三次产业占比重分别为5%、40%、55%, what is told next is told of them too.
                let thing = name::subject_of_change(chars, &figure.name);
                let share = thing.iter().position(|&at| chars[at] == '占').filter(|&at| at > 1);
                thing[..share.unwrap_or(thing.len())].to_vec()
            })
            .collect();
        if told_apart.len() == count {
            for (index, thing) in run.zip(told_apart) {
                figures[index].name = [&thing, verb].concat();
                figures[index].apart = figures[index - count].apart.clone();
                figures[index].name_rule = NameRule::Respectively;
            }
            return;
        }
        let start = self.quantities[figures[run.start].quantity].extent.start;
        let before = self.clause_before(start, figures[run.start].sentence.start);
        let mut subject = name::left(chars, periods, &before);
        subject.truncate(without_trend(chars, &subject));
        let names = coordination::divide_into(chars, &subject, count);
        if names.len() == count {
            // 甲、乙两个车站增幅较大，分别达24%和22%
            let grown = figure::paces(&letters_of(chars, &subject)).filter(|_| figures[run.start].kind == Kind::Ratio);
            for (index, mut name) in run.zip(names) {
                name.extend_from_slice(verb);
                figures[index].name = name;
                figures[index].name_rule = NameRule::Respectively;
                if let Some(direction) = grown {
                    figures[index].kind = Kind::Growth;
                    figures[index].direction = figures[index].direction.or(Some(direction));
                }
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
}
