//! One whole divided over sentences: `收入28583万元，…。从分类看，税收11136万元，…`, `按林种分：…。按树种分：…`, the three industries; and
//! totals that stand behind what they add up.

use rust_decimal::Decimal;

use super::outcome::tells_outcome;
use super::sums::MOST_MEMBERS;
use super::{HORIZON, Linker};
use crate::exact::{self, Exact};
use crate::language::{Claim, Tie, claims, divisions, funnel, ties};
use crate::metric::clause;
use crate::metric::quantity::numeral;
use crate::report::{Kind, LinkRule, NameRule, Relation};

/// Two numbers do not add up to a third by chance whose digits, as printed, make at least so much, and theirs so much.
const PROVING: i64 = 1000;
const PROVING_PART: i64 = 100;

impl Linker<'_> {
    /// `予以公开72件，部分公开21件，总计93件`: what a sentence counts before a total that it adds up to is part of it. The total has no other name.
    pub(super) fn totals(&mut self) {
        for total in 2..self.figures.len() {
            let named = self.is_total(total);
            // 总人数757人, 站点总数209个
            let summed = ties(Tie::Summed).ends(self.name(total));
            if !(named || summed) || self.figures[total].is_relative() {
                continue;
            }
            let value = self.value(total);
            let mut sum = Decimal::ZERO;
            let mut members = Vec::new();
            let mut mixed = false;
            for member in Self::before(total).take(2 * MOST_MEMBERS) {
                if self.figures[member].sentence != self.figures[total].sentence || members.len() == MOST_MEMBERS {
                    break;
                }
                if !self.same_unit(member, total) {
                    // 应急队18支612人、社会队伍3支145人，总人数757人: what is told beside each member is not added.
                    let next = &self.figures[member + 1];
                    if next.words.joined && members.last() == Some(&(member + 1)) {
                        continue;
                    }
                    // 审查文件2件、合同214份，共计216件: nor do measure words of things keep them apart.
                    let things = |of: usize| self.figures[of].kind == Kind::Count && !self.of_people(of);
                    if !(named && things(member) && things(total)) {
                        break;
                    }
                    mixed = true;
                }
                let Some(more) = sum.plus(self.value(member)).filter(|&more| more <= value) else {
                    break;
                };
                sum = more;
                members.push(member);
            }
            let few = members.len() < if mixed { 3 } else { 2 };
            let large = named
                || exact::steps(value, members.iter().map(|&member| self.value(member))) >= Decimal::from(PROVING_PART);
            // 甲3207人、乙2684人，合计5981人: what stands behind a list is its total, be it wrong.
            let listed = named && self.ends_list(total);
            if listed || named && !mixed && !few && sum == value {
                let start = self.quantity(total).extent.start;
                self.figures[total].name = (start - self.figures[total].lead.len()..start).collect();
                self.figures[total].name_rule = NameRule::Before;
                self.names[total] = self.figures[total].letters(&self.passage.chars).into_owned();
            }
            if sum == value && !few && large {
                for member in members {
                    self.figures[member].link = Some((total, Relation::Part));
                    self.figures[member].link_rule = Some(LinkRule::Sum);
                }
            }
        }
    }

    /// Whether a figure has no name but that it is a total: 合计225件, 两项合计225件, and behind a list 共225件.
    fn is_total(&self, total: usize) -> bool {
        let lead = &self.figures[total].lead;
        let sorts = |lead: &[char]| match lead {
            [number, '项' | '类' | '者' | '种', rest @ ..] if numeral::digit(*number).is_some() => rest.to_vec(),
            _ => lead.to_vec(),
        };
        let words = sorts(lead);
        claims(Claim::Total).is(&words) || words == ['共'] && self.ends_list(total)
    }

    /// Whether the two figures before one are members of a list, counted like it: 甲12件、乙9件，合计21件.
    fn ends_list(&self, total: usize) -> bool {
        let beside = |member: usize| {
            self.figures[member].sentence == self.figures[total].sentence && self.same_unit(member, total)
        };
        beside(total - 2) && beside(total - 1) && self.between(total - 2, total - 1).contains(&'、')
    }

    /// Makes a second division of a large whole its parts: 收入28583万元，…。从收入分类看，税收11136万元，…；非税17447万元.
    pub(super) fn divide_again(&mut self) {
        for whole in 0..self.figures.len() {
            let value = self.value(whole);
            if self.figures[whole].is_relative() || self.figures[whole].link.is_some() {
                continue;
            }
            let mut last = None;
            for other in whole + 1..self.figures.len().min(whole + HORIZON) {
                if self.figures[other].is_relative() || !self.same_unit(whole, other) {
                    continue;
                }
                let Some(one) = last.replace(other) else { continue };
                let pair = [one, other];
                let sum = self.value(one).plus(self.value(other));
                let free = |&part: &usize| {
                    self.figures[part].link.is_none() && self.figures[part].role == self.figures[whole].role
                };
                if sum != Some(value) || !pair.iter().all(free) || self.balances(whole, &pair) {
                    continue;
                }
                // 受理749件，…；办理718件，结转下年31件
                let left = ties(Tie::Left).is_in(self.name(other)) && value >= Decimal::ONE_HUNDRED;
                let value_of = |index: usize| self.value(index);
                let steps = |index: usize| exact::steps(value_of(index), [whole, one, other].into_iter().map(value_of));
                let proves = |part: &usize| steps(*part) >= Decimal::from(PROVING_PART);
                if left || steps(whole) >= Decimal::from(PROVING) && pair.iter().all(proves) {
                    for part in pair {
                        self.figures[part].link = Some((whole, Relation::Part));
                        self.figures[part].link_rule = Some(LinkRule::Sum);
                    }
                    break;
                }
            }
        }
    }

    /// `完成15000亩。…按林种分：防护林…；用材林…。按树种分：…`: what a sentence divides a whole into that was told before, where it adds up to it.
    pub(super) fn divide_by(&mut self) {
        let mut first = 0;
        while first < self.figures.len() {
            let sentence = self.figures[first].sentence.clone();
            // 按类别分，甲类6家、乙类1家；按辖区分，甲局4家、乙局3家: a clause may divide the whole anew.
            let anew = |&other: &usize| {
                self.figures[other].sentence != sentence
                    || self.clause_start(other) > sentence.start && self.divides(other)
            };
            let end = (first + 1..self.figures.len()).find(anew).unwrap_or(self.figures.len());
            let divides = self.divides(first);
            let stands = |&other: &usize| {
                // 分行业看，工矿事故11起、死亡12人（建筑8起、死亡9人）；运输事故4起、死亡5人: what a bracket tells is below.
                let start = self.quantity(other).range.start;
                !self.figures[other].is_relative() && clause::bracket_around(self.enclosures, start).is_none()
            };
            let free: Vec<usize> = (first..end).filter(stands).collect();
            let of_unit = |of: usize| {
                free.iter().copied().filter(|&other| self.same_unit(of, other)).take(MOST_MEMBERS).collect()
            };
            if divides {
                let mut lists: Vec<Vec<usize>> = Vec::new();
                // Two units at most, as in 11起、死亡12人.
                for &index in free.iter().take(2) {
                    if lists.iter().all(|list| !list.contains(&index)) {
                        lists.push(of_unit(index));
                    }
                }
                let within = self.clause_start(first) > sentence.start;
                for members in lists {
                    self.divide_whole(&members, if within { members.len().max(2) } else { 2 });
                }
            } else if let Some(&head) = free.first()
                && (self.became(head) || self.make_sure(&free))
            {
                // 粮食产量194万吨，增产1%。夏粮53万吨；早稻8万吨；秋粮133万吨: so do more than two that add up to many digits.
                // 收到申请7件。予以公开4件，部分公开2件，其他1件: all that a sentence tells of.
                let members: Vec<usize> = of_unit(head);
                if members.len() == free.len() {
                    self.divide_whole(&members, members.len().max(2));
                }
            } else if let Some(at) = free.iter().position(|&head| tells_outcome(&self.figures[head], self.name(head)))
                && at > 0
            {
                // 反馈问题32个。制定措施126条，完成整改29个，基本完成2个，长期坚持1个: all of one unit that stand side by side.
                let beside = |&&other: &&usize| self.same_unit(free[at], other);
                let members: Vec<usize> = free[at..].iter().take_while(beside).copied().take(MOST_MEMBERS).collect();
                let before = Self::before(free[at]).find(|&other| self.same_unit(free[at], other));
                let adjoins = before.is_some_and(|whole| self.figures[whole].sentence.end == sentence.start);
                if members.len() > 1 && adjoins {
                    self.divide_whole(&members, members.len());
                }
            }
            first = end;
        }
    }

    /// Whether these are so many, and of so many digits, that they do not add up to another figure by chance.
    fn make_sure(&self, members: &[usize]) -> bool {
        let values = || members.iter().map(|&member| self.value(member));
        let sum = values().try_fold(Decimal::ZERO, |sum, value| sum.plus(value));
        members.len() > 2 && sum.is_some_and(|sum| exact::steps(sum, values()) >= Decimal::from(PROVING))
    }

    /// Makes the first of these members, and `least` of them at least, that add up to a whole told before them its parts.
    fn divide_whole(&mut self, members: &[usize], least: usize) {
        let Some(&first) = members.first() else { return };
        let wholes: Vec<usize> = Self::before(first)
            .filter(|&other| self.same_unit(other, first) && !self.figures[other].is_relative())
            .collect();
        let sums = members.iter().scan(Decimal::ZERO, |sum, &member| {
            *sum = sum.plus(self.value(member))?;
            Some(*sum)
        });
        let divided = |(count, sum): (usize, Decimal)| {
            let whole = wholes.iter().find(|&&whole| self.value(whole) == sum)?;
            (count >= least).then_some((count, *whole))
        };
        // 收到49件，办结45件。网络33件、信函12件、窗口4件: all of them rather than the first that happen to make another.
        let mut made = (1..).zip(sums).filter_map(divided);
        let first = made.next();
        let Some((count, whole)) = made.find(|&(count, _)| count == members.len()).or(first) else { return };
        for &part in &members[..count] {
            if self.figures[part].link.is_none() {
                self.figures[part].link = Some((whole, Relation::Part));
                self.figures[part].link_rule = Some(LinkRule::Sum);
            }
        }
    }

    /// Whether the first figure of a sentence is what became of things that the sentence right before counted.
    fn became(&self, first: usize) -> bool {
        let name = self.name(first);
        let outcome = funnel().is(name) || tells_outcome(&self.figures[first], name);
        // 办理结果：A类4件，B类8件
        let sentence = &self.figures[first].sentence;
        let labelled = self.passage.chars[sentence.start..self.quantity(first).range.start].contains(&':');
        let before = first.checked_sub(1).map(|before| self.figures[before].sentence.end);
        (outcome || labelled) && before == Some(self.figures[first].sentence.start)
    }

    /// Where the words of a figure begin: behind the last semicolon between it and the figure before, or with its sentence.
    fn clause_start(&self, index: usize) -> usize {
        let begun = self.figures[index].sentence.start;
        let before = index.checked_sub(1).map_or(begun, |before| self.quantity(before).range.end.max(begun));
        let between = &self.passage.chars[before..self.quantity(index).range.start.max(before)];
        between.iter().rposition(|&letter| letter == ';').map_or(begun, |at| before + at + 1)
    }

    /// Whether the sentence or the clause of a figure begins with words that say by what a whole is divided: 按林种分, 分行业看.
    fn divides(&self, first: usize) -> bool {
        let start = self.clause_start(first);
        begins(self.passage.chars.get(start..self.quantity(first).range.start).unwrap_or_default())
    }

    /// `预算支出38亿元，…。主要项目执行情况：教育支出8亿元，…；农林水支出5亿元`: the main items of what the sentence before told.
    pub(super) fn itemise(&mut self) {
        const LONGEST: usize = 16;
        const SORT: usize = 2;
        let mut whole = None;
        for index in 0..self.figures.len() {
            let sentence = &self.figures[index].sentence;
            let head = &self.passage.chars[sentence.start..sentence.end.min(sentence.start + LONGEST)];
            let titled =
                head.iter().position(|&letter| letter == ':').is_some_and(|at| ties(Tie::Items).is_in(&head[..at]));
            if !titled {
                // The first amount of a sentence is what it tells of.
                let begins = index == 0 || self.figures[index - 1].sentence != *sentence;
                whole = if begins { Some(index) } else { whole };
                continue;
            }
            let Some(whole) = whole.filter(|&whole| self.figures[whole].sentence.end == sentence.start) else {
                continue;
            };
            let sort = |index: usize| self.name(index).len().checked_sub(SORT).map(|at| &self.name(index)[at..]);
            let money = self.figures[index].kind == Kind::Money && self.same_unit(whole, index);
            let item = money && sort(index) == sort(whole) && self.value(index) < self.value(whole);
            let (one, all) = (&self.figures[index], &self.figures[whole]);
            let alike = one.role == all.role && (one.period.is_none() || one.period == all.period) && !one.increment;
            if item && one.link.is_none() && alike {
                self.figures[index].link = Some((whole, Relation::Part));
                self.figures[index].link_rule = Some(LinkRule::Shared);
            }
        }
    }

    /// `总产值86亿元，…。其中第一产业12亿元…；第二产业…，其中工业…。第三产业…`: the members of a known division that leaves nothing over, told
    /// in clauses and sentences with other things between.
    pub(super) fn divide_as_known(&mut self) {
        let known = || divisions().iter().filter(|division| division.closed && division.words.len() > 2);
        for first in 0..self.figures.len() {
            let Some(division) = known().find(|division| starts_with(self.name(first), division.words[0])) else {
                continue;
            };
            let mut words = division.words.iter().peekable();
            let mut members: Vec<usize> = Vec::new();
            for other in first..self.figures.len().min(first + HORIZON) {
                let named = words.peek().is_some_and(|word| starts_with(self.name(other), word));
                if named && self.same_unit(first, other) && !self.figures[other].is_relative() {
                    members.push(other);
                    words.next();
                }
            }
            if words.peek().is_none() {
                self.divide_whole(&members, members.len());
            }
        }
    }
}

fn starts_with(name: &[char], word: &str) -> bool {
    let mut letters = name.iter();
    word.chars().all(|letter| letters.next() == Some(&letter))
}

/// Whether words begin with what says by what a whole is divided: 按林种分, 分行业看.
pub fn begins(words: &[char]) -> bool {
    const LONGEST: usize = 12;
    let head = &words[..words.len().min(LONGEST)];
    let says = |at: usize| claims(Claim::Sorted).at(head, at).map(|length| head.get(at + length));
    let by = ties(Tie::Divided).begins(head);
    by && (1..head.len()).filter_map(says).any(|next| matches!(next, Some(',' | ':')))
}
