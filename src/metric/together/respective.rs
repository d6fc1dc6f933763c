//! Values told one after another of things told one after another: 分别.

use std::ops::Range;

use super::sharing::begins_with_change;
use crate::language::{Sense, Tie, attributes, senses, ties};
use crate::metric::clause;
use crate::metric::figure::words::letters_of;
use crate::metric::figure::{Figure, direction};
use crate::metric::judge::ends_clause;
use crate::metric::name::{self, coordination, occasion};
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule, Qualifier};

impl Reader<'_> {
    /// `甲、乙分别增长25%、22%`: each value with its own name.
    pub(super) fn respectively(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut start = first;
        while start < figures.len() {
            let Some(at) = self.each(figures, start) else {
                start += 1;
                continue;
            };
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && self.adds_nothing(&figures[end], periods) {
                end += 1;
            }
            let left = figures[start].words.left.clone();
            let subject = name::left(&self.passage.chars, periods, &left[..at]);
            if !self.both_ends(figures, start..end, &subject) {
                self.share_measure(&mut figures[start..end]);
                self.share_times(&mut figures[start..end], &left[..at], periods);
                let verb = name::left(&self.passage.chars, periods, &left[at + 2..]);
                let (subject, verb) = self.part_verb(&figures[start], subject, verb);
                self.name_each(figures, first, start..end, (&subject, &verb), periods);
            }
            start = end;
        }
    }

    /// Where 分别 stands among the words before a figure, if it says that what stands before it has each its own value.
    fn each(&self, figures: &[Figure], start: usize) -> Option<usize> {
        if figures[start].name_rule == NameRule::Respectively {
            return None;
        }
        let letters = letters_of(&self.passage.chars, &figures[start].words.left);
        let at = (0..letters.len()).rev().find(|&at| senses(Sense::Each).is_at(&letters, at))?;
        // 结果分别为撤销62件，驳回14件: the names stand behind it, each with its own value.
        let names = matches!(letters.get(at + 2), Some('为' | '是')) && at + 4 < letters.len();
        // 分别为年度任务的100%、140%: nothing is called by what stands there.
        let bare = figures
            .get(start + 1)
            .is_some_and(|next| next.words.follows && next.words.left.is_empty() && next.kind == figures[start].kind);
        let rates = matches!(figures[start].kind, Kind::Ratio | Kind::Multiple);
        (!names || rates && bare).then_some(at)
    }

    /// What kind the first of the values is, which way it went and how exact it is, all are that have its unit.
    fn share_measure(&self, figures: &mut [Figure]) {
        let Some((lead, others)) = figures.split_first_mut() else { return };
        let quantity = self.quantity(lead);
        // 产值分别突破600亿元、400亿元
        let passed = lead.qualifier == Qualifier::Over && quantity.extent.start < quantity.range.start;
        for figure in others.iter_mut().filter(|figure| self.quantity(figure).unit == quantity.unit) {
            figure.kind = lead.kind;
            figure.direction = figure.direction.or(lead.direction);
            if passed && figure.words.left.is_empty() && figure.qualifier == Qualifier::Exact {
                figure.qualifier = Qualifier::Over;
            }
        }
    }

    /// 2021年、2022年分别完成3亿元、4亿元: each has its own time.
    fn share_times(&self, figures: &mut [Figure], before: &[usize], periods: &[Period]) {
        let times: Vec<&Period> =
            periods.iter().filter(|period| !period.compared && before.contains(&period.range.start)).collect();
        if times.len() == figures.len() && figures.len() > 1 {
            for (figure, time) in figures.iter_mut().zip(times) {
                figure.period = Some(time.range.clone());
            }
        } else if let [list] = times[..] {
            self.share_list(figures, &list.range);
        }
    }

    /// 4月、5月增速依次为6%、7%: so it is with the members of a list of times.
    fn share_list(&self, figures: &mut [Figure], list: &Range<usize>) {
        let mut times = Vec::new();
        let mut start = list.start;
        for at in list.clone().filter(|&at| self.passage.chars[at] == '、').chain([list.end]) {
            times.push(start..at);
            start = at + 1;
        }
        // 第一、二季度: the first is no time without the last.
        let whole = |time: &Range<usize>| self.passage.chars[time.end - 1] == self.passage.chars[list.end - 1];
        if times.len() == figures.len() && times.iter().all(whole) {
            for (figure, time) in figures.iter_mut().zip(times) {
                figure.period = Some(time);
            }
        }
    }

    /// The subject before 分别 and the verb behind it, as far as these name something.
    fn part_verb(&self, figure: &Figure, mut subject: Vec<usize>, mut verb: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
        let chars = &self.passage.chars;
        // 分别是上个五年的1.6倍和1.3倍
        let possessive = figure.words.left.last().is_some_and(|&last| chars[last] == '的');
        if figure.kind == Kind::Multiple && possessive {
            verb.clear();
        }
        // 客运量和周转量分别完成6万人和48万人公里
        if ties(Tie::Done).head(&letters_of(chars, &verb)).is_some_and(|length| length == verb.len()) {
            verb.clear();
        }
        // 事故、死亡人数同比分别下降: 同比 belongs to what happened.
        let compared = subject.len().saturating_sub(2);
        if matches!(letters_of(chars, &subject[compared..])[..], ['同' | '环', '比']) {
            verb = [subject.split_off(compared), verb].concat();
        }
        (subject, verb)
    }

    /// Names each of the values by what the subject lists, by the clauses before, or by what was told before.
    fn name_each(
        &self,
        figures: &mut [Figure],
        first: usize,
        run: Range<usize>,
        (subject, verb): (&[usize], &[usize]),
        periods: &[Period],
    ) {
        let chars = &self.passage.chars;
        let count = run.len();
        let listed = !subject.is_empty() && !self.is_parted_pair(subject, count);
        let names = if listed { coordination::divide_into(chars, subject, count) } else { Vec::new() };
        if names.len() >= count {
            let skipped = names.len() - count;
            // 常委会、常务会分别6次、9次研究法治工作: the deed behind the last is that of all.
            let last = &figures[run.end - 1];
            let deed = occasion::find(chars, self.quantity(last), &last.words, &[]);
            let deed = if verb.is_empty() { deed.unwrap_or_default() } else { verb.to_vec() };
            let start = run.start;
            for (index, name) in run.clone().zip(&names[skipped..]) {
                let figure = &mut figures[index];
                // 分别下降1.2个百分点、上升3.4个百分点: what has a verb of its own went as that says.
                let own = name::left(chars, periods, &figure.words.left);
                let moves = index > start && direction::change_length(&letters_of(chars, &own)) == own.len();
                let verb = if moves && !own.is_empty() { &own } else { &deed };
                figure.name = [name.as_slice(), verb].concat();
                figure.name_rule = NameRule::Respectively;
            }
            self.measures_again(figures, first, run, deed.len());
        } else if let Some(names) = self.named_in_clauses(figures, run.start, subject, count) {
            for (figure, name) in figures[run].iter_mut().zip(names) {
                figure.name = [&name, verb].concat();
                figure.name_rule = NameRule::Respectively;
            }
        } else if count > 1 && !self.tell_apart(figures, run.clone(), subject, verb) {
            self.name_as_before(figures, first, run, (subject, verb), periods);
        }
    }

    /// Names each of the values by what was told before, with what the subject adds to that.
    fn name_as_before(
        &self,
        figures: &mut [Figure],
        first: usize,
        run: Range<usize>,
        (subject, verb): (&[usize], &[usize]),
        periods: &[Period],
    ) {
        const SHORT: usize = 4;
        let chars = &self.passage.chars;
        // 对经济增长的贡献率分别为: whose, is told before.
        let toward = subject.first().is_some_and(|&at| matches!(chars[at], '对'));
        let complete = subject.len() > SHORT && !toward && !begins_with_change(&letters_of(chars, subject));
        if complete {
            self.tell_of_both(figures, first, run.clone(), subject);
        } else {
            self.refer_back(figures, first, run.clone(), verb, periods);
        }
        if subject.is_empty() {
            return;
        }
        // 四项收入的贡献率分别为57%、16%: whose each is, is told nowhere.
        let alike = complete && figures[run.clone()].iter().all(|figure| figure.link.is_none());
        for figure in &mut figures[run] {
            // 食品、纺织行业稳定增长，增速分别为6%、5%: each has been named in the clause before.
            let named = !complete && figure.link.is_none() && figure.name_rule == NameRule::Respectively;
            let thing = if named { &figure.name[..figure.name.len() - verb.len()] } else { &[] };
            figure.name = [thing, subject, verb].concat();
            figure.name_rule = NameRule::Respectively;
            figure.left_open |= alike;
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
        let told = attributes().tail(&letters).unwrap_or(0);
        let (thing, told) = subject.split_at(subject.len() - told);
        let (&first, &last) = (thing.first()?, thing.last()?);
        let floor = figures[start].sentence.start;
        let floor = floor.max(start.checked_sub(1).map_or(0, |before| self.quantity(&figures[before]).range.end));
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
        own.is_empty() || change && direction::change_length(&letters) == letters.len()
    }

    /// `增长10.3%、12.6%`: values of one measure in a list speak of the figures before them in the same order.
    pub(super) fn listed_changes(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            let mut end = start + 1;
            let unit = &self.quantity(&figures[start]).unit;
            while end < figures.len()
                && figures[end].words.follows
                && figures[end].words.left.is_empty()
                && self.quantity(&figures[end]).unit == *unit
            {
                end += 1;
            }
            // 24起、12人，占全部的88.9%和80%; 占全市、全省的12%和3% are told of one thing.
            let shares = figures[start].kind == Kind::Ratio && {
                let name = letters_of(chars, &figures[start].name);
                let against = ties(Tie::Against).begins(&name);
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

    /// The words of the clause before the one that holds `start`, as far as they are near.
    pub(super) fn clause_before(&self, start: usize, floor: usize) -> Vec<usize> {
        const REACH: usize = 200;
        let chars = &self.passage.chars;
        let floor = floor.max(start.saturating_sub(REACH));
        let ends = |index: &usize| matches!(chars[*index], ',' | ';' | ':' | '。') && !clause::groups(chars, *index);
        let Some(end) = (floor..start).rev().find(ends) else { return Vec::new() };
        let begin = (floor..end).rev().find(ends).map_or(floor, |index| index + 1);
        (begin..end).collect()
    }
}
