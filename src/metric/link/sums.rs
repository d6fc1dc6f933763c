//! Members that add up to the whole that they stand behind, and shares that several of them make together.

use rust_decimal::Decimal;

use super::{HORIZON, Linker};
use crate::exact::{self, Exact};
use crate::language::{Claim, Tie, claims, divisions, funnel, ties};
use crate::metric::clause;
use crate::metric::name;
use crate::report::{Kind, LinkRule, Relation, Role};

/// How many members a sum may have.
pub const MOST_MEMBERS: usize = 12;

impl Linker<'_> {
    /// Makes members that stand right behind a whole and add up to it its parts: 抽检3260批次，合格3196批次，不合格64批次.
    pub(super) fn add_up(&mut self) {
        for whole in 0..self.figures.len() {
            if self.figures[whole].is_relative()
                || self.figures[whole].role == Role::Baseline
                || self.figures[whole].link.is_some()
            {
                continue;
            }
            let total = self.value(whole);
            let mut members: Vec<usize> = Vec::new();
            let mut sum = Decimal::ZERO;
            let bracket = |index: usize| {
                clause::bracket_around(self.enclosures, self.quantity(index).range.start).map(|bracket| bracket.start)
            };
            for member in whole + 1..self.figures.len() {
                if members.len() == MOST_MEMBERS || self.figures[member].sentence != self.figures[whole].sentence {
                    break;
                }
                // 收到103件，不受理12件（其中转送10件），受理91件: a bracket tells of its own whole.
                let apart = bracket(member).is_some() && bracket(member) != bracket(whole);
                if !self.same_unit(whole, member) || self.figures[member].is_relative() || apart {
                    continue;
                }
                let Some(more) = sum.plus(self.value(member)) else { break };
                sum = more;
                // 收到27件，上年结转2件，其中公开18件: what was left of the year before is none of them.
                let carried = self.name(member).starts_with(&['上', '年', '结', '转']);
                // 12个乡镇中有9个增长，其中3个超过20%: nor is what is counted out of a member another member.
                let inner = members.last().is_some_and(|&last| self.opens_between(last, member));
                // 废止53件、拟修改8件，保留180件
                let role =
                    self.figures[member].role == self.figures[whole].role || self.name(member).starts_with(&['拟']);
                if sum > total || !role || carried || inner {
                    break;
                }
                members.push(member);
                let sound = || {
                    self.is_sound_sum(whole, &members)
                        && !self.balances(whole, &members)
                        && !self.stands_in_list(whole, &members)
                };
                if sum == total && members.len() > 1 && sound() {
                    for &member in &members {
                        if self.figures[member].link.is_none() {
                            self.figures[member].link = Some((whole, Relation::Part));
                            self.figures[member].link_rule = Some(LinkRule::Sum);
                        }
                    }
                    break;
                }
            }
        }
    }

    /// `其中甲类56件、乙类24件，合计占总数的66.7%`: the share that several figures make together is told of their whole; where they have none, of
    /// the nearest figure before the list of which the last members make that share. The outer nothing: it is no such share.
    pub(super) fn told_of_all(&self, index: usize) -> Option<Option<usize>> {
        let figure = &self.figures[index];
        // 占支出合计的90%: what a share is taken of may be a total.
        let share = figure.lead.iter().rposition(|&letter| letter == '占').filter(|_| figure.kind == Kind::Ratio)?;
        if !ties(Tie::Together).is_in(&figure.lead[..=share]) {
            return self.share_of_list(index).map(Some);
        }
        let before = || self.in_sentence_before(index).filter(|&other| !self.figures[other].is_relative());
        let last = before().next()?;
        if let Some((whole, Relation::Part)) = self.figures[last].link {
            return Some(Some(whole));
        }
        let rate = self.value(index);
        let mut sum = Decimal::ZERO;
        for (count, other) in before().filter(|&other| self.same_unit(other, last)).enumerate() {
            let value = self.value(other);
            let share = sum.times(Decimal::ONE_HUNDRED).and_then(|part| part.over(value));
            let makes =
                share.and_then(|share| share.minus(rate)).is_some_and(|apart| apart.abs() <= Decimal::new(6, 2));
            if count > 1 && makes {
                return Some(Some(other));
            }
            sum = sum.plus(value).unwrap_or(sum);
        }
        Some(None)
    }

    /// `播种面积42万亩，其中玉米21万亩、大豆8万亩、薯类6万亩，占播种面积的83.3%`: the whole of which all parts right before make a share that the last
    /// does not make.
    fn share_of_list(&self, index: usize) -> Option<usize> {
        let last = index.checked_sub(1)?;
        let link = self.figures[last].link.filter(|link| link.1 == Relation::Part)?;
        let whole = link.0;
        let total = self.value(whole);
        let rate = self.value(index);
        let makes = |sum: Decimal| {
            let share = sum.times(Decimal::ONE_HUNDRED).and_then(|part| part.over(total));
            share.and_then(|share| share.minus(rate)).is_some_and(|apart| apart.abs() <= Decimal::new(6, 2))
        };
        let parts = Self::before(index).take_while(|&part| self.figures[part].link == Some(link));
        let values: Vec<Decimal> = parts.map(|part| self.value(part)).collect();
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, &value| sum.plus(value))?;
        (values.len() > 1 && makes(sum) && !makes(values[0])).then_some(whole)
    }

    /// How many figures of one unit there are, and their sum, that stand between `opened` and the end of the sentence.
    pub(super) fn sum_behind(&self, index: usize, opened: usize) -> (usize, Option<Decimal>) {
        let near = |other: &usize| self.figures[*other].sentence == self.figures[index].sentence;
        let members = (index.saturating_sub(HORIZON)..self.figures.len().min(index + HORIZON)).filter(near);
        let members =
            members.filter(|&other| self.quantity(other).range.start > opened && self.same_unit(other, index));
        let values = members.map(|other| self.value(other));
        let (mut count, mut sum) = (0, Some(Decimal::ZERO));
        for value in values {
            count += 1;
            sum = sum.and_then(|sum| sum.plus(value));
        }
        (count, sum)
    }

    /// Of the figures before 其中 the one that the list right behind it adds up to, and the last of the list.
    pub(super) fn whole_of_first_list(&self, index: usize, opened: usize, wholes: &[usize]) -> Option<(usize, usize)> {
        let behind = |&other: &usize| self.quantity(other).range.start > opened;
        let first = Self::before(index + 1).take_while(behind).last()?;
        let listed = |&other: &usize| {
            let beside = other == first || self.is_listed(other);
            beside && self.same_unit(other, index) && self.figures[other].sentence == self.figures[index].sentence
        };
        let members: Vec<usize> = (first..self.figures.len()).take_while(listed).take(MOST_MEMBERS).collect();
        let last = *members.last().filter(|&&last| last > first)?;
        let sum =
            members.iter().map(|&member| self.value(member)).try_fold(Decimal::ZERO, |sum, value| sum.plus(value))?;
        let whole = wholes.iter().copied().find(|&whole| self.same_unit(whole, first) && self.value(whole) == sum)?;
        Some((whole, last))
    }

    /// `其中甲5.2万亩，乙3.2万亩，丙2万亩`: whether those that stand with a figure in one list add up to it by accident.
    fn stands_in_list(&self, whole: usize, members: &[usize]) -> bool {
        const PRECISE: i128 = 1000;
        let start = self.quantity(whole).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        let opened = self.opening(self.figures[whole].sentence.start..start, bracket.as_ref());
        let last = members.last().map_or(start, |&last| self.quantity(last).range.start);
        let anew = self.opening(start..last, bracket.as_ref()).is_some();
        let listed = opened.is_some_and(|opened| {
            let before = Self::before(whole).find(|&other| self.quantity(other).range.end <= opened);
            let between = self.passage.chars.get(opened..last).unwrap_or_default();
            before.is_some_and(|before| self.same_unit(before, whole)) && !between.contains(&';')
        });
        listed && !anew && self.quantity(whole).digits() < PRECISE
    }

    /// Whether members are what was spent of an income and what is left of it: they add up to it and are no parts of it.
    pub(super) fn balances(&self, whole: usize, members: &[usize]) -> bool {
        let names = |index: usize, sense| ties(sense).is_in(self.name(index));
        names(whole, Tie::Income) && members.iter().any(|&member| names(member, Tie::Expense))
    }

    /// Whether a sum is no accident: the total is large as it is printed, or the members are plainly what became of the whole.
    fn is_sound_sum(&self, whole: usize, members: &[usize]) -> bool {
        let total = self.quantity(whole);
        const LARGE: i64 = 40;
        /// With a multiplier: 12亿.
        const LARGE_MULTIPLE: i64 = 10;
        let telling = |&index: &usize| {
            let name = self.name(index);
            name.len() <= 6 && (funnel().begins(name) || claims(Claim::Rest).begins(name))
        };
        // 新建22个，续建16个
        let names = |words: &[&str], index: usize| {
            let name: String = self.name(index).iter().collect();
            words.contains(&name.as_str())
        };
        let divides = |words: &[&str]| members.iter().all(|&member| names(words, member));
        let divided = || divisions().iter().any(|division| divides(&division.words));
        // 受理复议2件，维持2件；办理诉讼1件，胜诉1件: what became of some is no whole of what stands behind a semicolon.
        let apart = telling(&whole) && members.first().is_some_and(|&first| self.between(whole, first).contains(&';'));
        let least = if total.numeral.scale.is_some() { LARGE_MULTIPLE } else { LARGE };
        // 实事15项中有9项完成；3项较快，3项偏慢
        let out_of = members
            .first()
            .is_some_and(|&first| name::is_partitive(&self.passage.chars, self.quantity(first).extent.start));
        let values = members.iter().map(|&member| self.value(member));
        exact::steps(total.value, values) >= Decimal::from(least)
            || self.are_sorts(whole, members)
            || out_of
            || !apart && members.iter().any(telling)
            || divided()
    }

    /// `养老机构22家，公办16家、民办6家`: whether members stand right behind a whole, side by side under names of a word, as its sorts do.
    fn are_sorts(&self, whole: usize, members: &[usize]) -> bool {
        const LONGEST: usize = 3;
        const LEAST: i64 = 10;
        let follow = members.iter().enumerate().all(|(place, &member)| {
            let lead = &self.figures[member].lead;
            let beside =
                if place == 0 { self.between(whole, member).first() == Some(&',') } else { self.is_listed(member) };
            member == whole + 1 + place && beside && lead.len() <= LONGEST && lead == self.name(member)
        });
        follow && self.value(whole) >= Decimal::from(LEAST)
    }
}
