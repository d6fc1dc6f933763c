//! One whole divided over sentences: `收入28583万元，…。从分类看，税收11136万元，…`, `按林种分：…。按树种分：…`, the three industries.

use rust_decimal::Decimal;

use super::outcome::tells_outcome;
use super::sums::MOST_MEMBERS;
use super::{HORIZON, Linker};
use crate::exact::{self, Exact};
use crate::language::{Claim, Tie, claims, divisions, funnel, ties};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::report::{Kind, LinkRule, NameRule, Relation};

/// Two numbers do not add up to a third by chance whose digits, as printed, make at least so much, and theirs so much.
const PROVING: i64 = 1000;
const PROVING_PART: i64 = 100;

impl Linker<'_> {
    /// `予以公开72件，部分公开21件，总计93件`: what a sentence counts before a total that it adds up to is part of it. The total has no other name.
    pub(super) fn totals(&self, figures: &mut [Figure]) {
        for total in 2..figures.len() {
            let lead = &figures[total].lead;
            let named = claims(Claim::Total).at(lead, 0).is_some_and(|(length, ())| length == lead.len());
            // 总人数757人, 站点总数209个
            let summed = ties(Tie::Summed).before(self.name(total), self.name(total).len()).is_some();
            if !(named || summed) || figures[total].is_relative() {
                continue;
            }
            let value = self.quantity(figures, total).value;
            let mut sum = Decimal::ZERO;
            let mut members = Vec::new();
            let mut mixed = false;
            for member in Self::before(total).take(2 * MOST_MEMBERS) {
                if figures[member].sentence != figures[total].sentence || members.len() == MOST_MEMBERS {
                    break;
                }
                if !self.same_unit(figures, member, total) {
                    // 应急队18支612人、社会队伍3支145人，总人数757人: what is told beside each member is not added.
                    let next = &figures[member + 1];
                    if next.words.joined && members.last() == Some(&(member + 1)) {
                        continue;
                    }
                    // 审查文件2件、合同214份，共计216件: nor do measure words of things keep them apart.
                    let things = |of: usize| figures[of].kind == Kind::Count && !self.of_people(figures, of);
                    if !(named && things(member) && things(total)) {
                        break;
                    }
                    mixed = true;
                }
                let Some(more) = sum.plus(self.quantity(figures, member).value).filter(|&more| more <= value) else {
                    break;
                };
                sum = more;
                members.push(member);
            }
            let few = members.len() < if mixed { 3 } else { 2 };
            let large = named
                || exact::steps(value, members.iter().map(|&member| self.quantity(figures, member).value))
                    >= Decimal::from(PROVING_PART);
            // 甲3207人、乙2684人，合计5981人: what stands behind a list is its total, be it wrong.
            let listed = named && self.ends_list(figures, total);
            if listed || named && !mixed && !few && sum == value {
                figures[total].name = figures[total].words.left.clone();
                figures[total].name_rule = NameRule::Before;
            }
            if sum == value && !few && large {
                for member in members {
                    figures[member].link = Some((total, Relation::Part));
                    figures[member].link_rule = Some(LinkRule::Sum);
                }
            }
        }
    }

    /// Whether the two figures before one are members of a list, counted like it: 甲12件、乙9件，合计21件.
    fn ends_list(&self, figures: &[Figure], total: usize) -> bool {
        let beside = |member: usize| {
            figures[member].sentence == figures[total].sentence && self.same_unit(figures, member, total)
        };
        beside(total - 2) && beside(total - 1) && self.between(figures, total - 2, total - 1).contains(&'、')
    }

    /// Makes a second division of a large whole its parts: 收入28583万元，…。从收入分类看，税收11136万元，…；非税17447万元.
    pub(super) fn divide_again(&self, figures: &mut [Figure]) {
        for whole in 0..figures.len() {
            let value = self.quantity(figures, whole).value;
            if figures[whole].is_relative() || figures[whole].link.is_some() {
                continue;
            }
            let mut last = None;
            for other in whole + 1..figures.len().min(whole + HORIZON) {
                if figures[other].is_relative() || !self.same_unit(figures, whole, other) {
                    continue;
                }
                let Some(one) = last.replace(other) else { continue };
                let pair = [one, other];
                let sum = self.quantity(figures, one).value.plus(self.quantity(figures, other).value);
                let free = |&part: &usize| figures[part].link.is_none() && figures[part].role == figures[whole].role;
                if sum != Some(value) || !pair.iter().all(free) || self.balances(whole, &pair) {
                    continue;
                }
                // 受理749件，…；办理718件，结转下年31件
                let left = ties(Tie::Left).is_in(self.name(other)) && value >= Decimal::ONE_HUNDRED;
                let value_of = |index: usize| self.quantity(figures, index).value;
                let steps = |index: usize| exact::steps(value_of(index), [whole, one, other].into_iter().map(value_of));
                let proves = |part: &usize| steps(*part) >= Decimal::from(PROVING_PART);
                if left || steps(whole) >= Decimal::from(PROVING) && pair.iter().all(proves) {
                    for part in pair {
                        figures[part].link = Some((whole, Relation::Part));
                        figures[part].link_rule = Some(LinkRule::Sum);
                    }
                    break;
                }
            }
        }
    }

    /// `完成15000亩。…按林种分：防护林…；用材林…。按树种分：…`: what a sentence divides a whole into that was told before, where it adds up to it.
    pub(super) fn divide_by(&self, figures: &mut [Figure]) {
        let mut first = 0;
        while first < figures.len() {
            let sentence = figures[first].sentence.clone();
            // 按类别分，甲类6家、乙类1家；按辖区分，甲局4家、乙局3家: a clause may divide the whole anew.
            let anew = |&other: &usize| {
                figures[other].sentence != sentence
                    || self.clause_start(figures, other) > sentence.start && self.divides(figures, other)
            };
            let end = (first + 1..figures.len()).find(anew).unwrap_or(figures.len());
            let divides = self.divides(figures, first);
            let stands = |&other: &usize| {
                // 分行业看，工矿事故11起、死亡12人（建筑8起、死亡9人）；运输事故4起、死亡5人: what a bracket tells is below.
                let start = self.quantity(figures, other).range.start;
                !figures[other].is_relative() && clause::bracket_around(self.enclosures, start).is_none()
            };
            let free: Vec<usize> = (first..end).filter(stands).collect();
            let of_unit = |of: usize| {
                free.iter().copied().filter(|&other| self.same_unit(figures, of, other)).take(MOST_MEMBERS).collect()
            };
            if divides {
                let mut lists: Vec<Vec<usize>> = Vec::new();
                // Two units at most, as in 11起、死亡12人.
                for &index in free.iter().take(2) {
                    if lists.iter().all(|list| !list.contains(&index)) {
                        lists.push(of_unit(index));
                    }
                }
                let within = self.clause_start(figures, first) > sentence.start;
                for members in lists {
                    self.divide_whole(figures, &members, if within { members.len().max(2) } else { 2 });
                }
            } else if let Some(&head) = free.first()
                && self.became(figures, head)
            {
                // 收到申请7件。予以公开4件，部分公开2件，其他1件: all that a sentence tells of.
                let members: Vec<usize> = of_unit(head);
                if members.len() == free.len() {
                    self.divide_whole(figures, &members, members.len().max(2));
                }
            } else if let Some(at) = free.iter().position(|&head| tells_outcome(&figures[head], self.name(head)))
                && at > 0
            {
                // 反馈问题32个。制定措施126条，完成整改29个，基本完成2个，长期坚持1个: all of one unit that stand side by side.
                let beside = |&&other: &&usize| self.same_unit(figures, free[at], other);
                let members: Vec<usize> = free[at..].iter().take_while(beside).copied().take(MOST_MEMBERS).collect();
                let before = Self::before(free[at]).find(|&other| self.same_unit(figures, free[at], other));
                let adjoins = before.is_some_and(|whole| figures[whole].sentence.end == sentence.start);
                if members.len() > 1 && adjoins {
                    self.divide_whole(figures, &members, members.len());
                }
            }
            first = end;
        }
    }

    /// Makes the first of these members, and `least` of them at least, that add up to a whole told before them its parts.
    fn divide_whole(&self, figures: &mut [Figure], members: &[usize], least: usize) {
        let Some(&first) = members.first() else { return };
        let wholes: Vec<usize> = Self::before(first)
            .filter(|&other| self.same_unit(figures, other, first) && !figures[other].is_relative())
            .collect();
        let mut sum = Decimal::ZERO;
        for (count, &member) in (1..).zip(members) {
            let Some(more) = sum.plus(self.quantity(figures, member).value) else { return };
            sum = more;
            let whole = wholes.iter().find(|&&whole| self.quantity(figures, whole).value == sum);
            if let Some(&whole) = whole.filter(|_| count >= least) {
                for &part in &members[..count] {
                    if figures[part].link.is_none() {
                        figures[part].link = Some((whole, Relation::Part));
                        figures[part].link_rule = Some(LinkRule::Sum);
                    }
                }
                return;
            }
        }
    }

    /// Whether the first figure of a sentence is what became of things that the sentence right before counted.
    fn became(&self, figures: &[Figure], first: usize) -> bool {
        let name = self.name(first);
        let outcome = funnel().at(name, 0).is_some_and(|(length, ())| length == name.len())
            || tells_outcome(&figures[first], name);
        // 办理结果：A类4件，B类8件
        let sentence = &figures[first].sentence;
        let labelled = self.passage.chars[sentence.start..self.quantity(figures, first).range.start].contains(&':');
        let before = first.checked_sub(1).map(|before| figures[before].sentence.end);
        (outcome || labelled) && before == Some(figures[first].sentence.start)
    }

    /// Where the words of a figure begin: behind the last semicolon between it and the figure before, or with its sentence.
    fn clause_start(&self, figures: &[Figure], index: usize) -> usize {
        let begun = figures[index].sentence.start;
        let before = index.checked_sub(1).map_or(begun, |before| self.quantity(figures, before).range.end.max(begun));
        let between = &self.passage.chars[before..self.quantity(figures, index).range.start.max(before)];
        between.iter().rposition(|&letter| letter == ';').map_or(begun, |at| before + at + 1)
    }

    /// Whether the sentence or the clause of a figure begins with words that say by what a whole is divided: 按林种分, 分行业看.
    fn divides(&self, figures: &[Figure], first: usize) -> bool {
        const LONGEST: usize = 12;
        let start = self.clause_start(figures, first);
        let end = self.quantity(figures, first).range.start.min(start + LONGEST);
        let head = self.passage.chars.get(start..end).unwrap_or_default();
        let says = |at: usize| ties(Tie::Viewed).at(head, at).map(|(length, ())| head.get(at + length));
        let by = ties(Tie::Divided).at(head, 0).is_some();
        by && (1..head.len()).filter_map(says).any(|next| matches!(next, Some(',' | ':')))
    }

    /// `总产值86亿元，…。其中第一产业12亿元…；第二产业…，其中工业…。第三产业…`: the members of a known division that leaves nothing over, told
    /// in clauses and sentences with other things between.
    pub(super) fn divide_as_known(&self, figures: &mut [Figure]) {
        let known = || divisions().iter().filter(|division| division.closed && division.words.len() > 2);
        for first in 0..figures.len() {
            let Some(division) = known().find(|division| starts_with(self.name(first), division.words[0])) else {
                continue;
            };
            let mut words = division.words.iter().peekable();
            let mut members: Vec<usize> = Vec::new();
            for other in first..figures.len().min(first + HORIZON) {
                let named = words.peek().is_some_and(|word| starts_with(self.name(other), word));
                if named && self.same_unit(figures, first, other) && !figures[other].is_relative() {
                    members.push(other);
                    words.next();
                }
            }
            if words.peek().is_none() {
                self.divide_whole(figures, &members, members.len());
            }
        }
    }
}

fn starts_with(name: &[char], word: &str) -> bool {
    let mut letters = name.iter();
    word.chars().all(|letter| letters.next() == Some(&letter))
}
