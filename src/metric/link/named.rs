//! Parts of what a clause names out of which it counts: 办结的案件中，….

use std::ops::Range;

use rust_decimal::Decimal;

use super::kinship::is_short_for;
use super::sums::MOST_MEMBERS;
use super::{Link, Linker};
use crate::exact::Exact;
use crate::metric::clause::{self, predicate};
use crate::report::{Kind, LinkRule, Relation};

impl Linker<'_> {
    /// `流动人口12万人；流动人口中，省内流动9万人，省外流入3万人`: the figure that was called what a clause counts out of.
    pub(super) fn out_of_named(&self, index: usize) -> Option<Link> {
        // A clause that begins before these characters is as good as the sentence.
        const REACH: usize = 400;
        let chars = &self.passage.chars;
        let figure = &self.figures[index];
        let start = self.quantity(index).range.start;
        let begun = figure.sentence.start;
        let near = begun.max(start.saturating_sub(REACH));
        let clause = chars[near..start].iter().rposition(|&letter| letter == ';').map_or(begun, |at| near + at + 1);
        // 企业中，内资86个，占91%；外资9个，占9%: with its share the next is told of the same.
        let shared = self.figures.get(index + 1).is_some_and(|next| next.lead.ends_with(&['占']));
        let counted = self.counts_out(clause, start).or_else(|| self.counts_out(begun, start).filter(|_| shared));
        let Some((from, named)) = counted else { return self.some_of_called(index) };
        // 流动人口中，省内流动占79%
        if figure.is_relative() || figure.kind == Kind::Index {
            return None;
        }
        // 13项预期性指标完成11项: in one clause with a part it is told of this.
        let told = index.checked_sub(1).filter(|_| figure.words.follows && !self.is_listed(index));
        if told.is_some_and(|before| {
            self.same_unit(before, index) && self.figures[before].link.is_some_and(|link| link.1 == Relation::Part)
        }) {
            return None;
        }
        // 未整改的10项问题中，历史遗留6项、需分期整改4项: the clause itself may count them.
        let held = |range: &Range<usize>| range.start >= from && range.end <= from + named.len();
        let behind = |other: &usize| self.quantity(*other).range.start > from + named.len();
        let first = (0..index).rev().take_while(behind).last();
        let whole = Self::before(first.unwrap_or(index)).find(|&other| {
            let less = self.value(index) <= self.value(other);
            let told = is_called(self.name(other), named) || held(&self.quantity(other).range);
            self.same_unit(other, index) && !self.figures[other].is_relative() && told && less
        })?;
        // Of the next of the list it is as long as they are told apart by nothing else.
        let listed = first.is_none_or(|first| self.figures[first].link == Some((whole, Relation::Part)));
        listed.then_some((whole, Relation::Part))
    }

    /// `营运车辆268辆（客车178辆、公交车90辆），公交车中新能源81辆`: so it is where no comma stands behind what it counts out of.
    fn some_of_called(&self, index: usize) -> Option<Link> {
        const SHORTEST: usize = 2;
        let name = self.name(index);
        let end = (SHORTEST + 1..name.len()).find(|&end| name[end - 1] == '中' && predicate::is_out_of(name, end))?;
        let called = |&other: &usize| {
            let alike = self.same_unit(other, index) && self.name(other).ends_with(&name[..end - 1]);
            alike && self.value(index) <= self.value(other) && !self.figures[other].is_relative()
        };
        self.in_sentence_before(index).find(called).map(|whole| (whole, Relation::Part))
    }

    /// `调解纠纷96件。调解的纠纷中，邻里41件，婚姻33件，其他22件`: what adds up to that out of which a sentence counts.
    pub(super) fn divide_named(&mut self) {
        for first in 1..self.figures.len() {
            let sentence = self.figures[first].sentence.clone();
            if self.figures[first - 1].sentence == sentence {
                continue;
            }
            let Some((_, named)) = self.counts_out(sentence.start, self.quantity(first).range.start) else { continue };
            let named = named.to_vec();
            let wholes: Vec<usize> = Self::before(first)
                .filter(|&other| !self.figures[other].is_relative() && self.same_unit(other, first))
                .filter(|&other| is_called(self.name(other), &named) || is_done_again(self.name(other), &named))
                .collect();
            let stands = |&other: &usize| {
                let start = self.quantity(other).range.start;
                self.same_unit(other, first)
                    && !self.figures[other].is_relative()
                    && clause::bracket_around(self.enclosures, start).is_none()
            };
            let own = |&other: &usize| self.figures[other].sentence == sentence;
            let members: Vec<usize> =
                (first..self.figures.len()).take_while(own).filter(stands).take(MOST_MEMBERS).collect();
            if let Some((whole, count)) = self.first_sum(&members, &wholes) {
                for &part in &members[..count] {
                    self.figures[part].link = Some((whole, Relation::Part));
                    self.figures[part].link_rule = Some(LinkRule::Sum);
                }
            }
        }
    }

    /// The whole that the first of some members add up to, two at least, and how many those are.
    fn first_sum(&self, members: &[usize], wholes: &[usize]) -> Option<(usize, usize)> {
        let mut sum = Decimal::ZERO;
        for (count, &member) in (1..).zip(members) {
            sum = sum.plus(self.value(member))?;
            if let Some(&whole) = wholes.iter().find(|&&whole| count > 1 && self.value(whole) == sum) {
                return Some((whole, count));
            }
        }
        None
    }

    /// What a clause that begins at a place and goes on to a figure counts out of, and where it begins.
    fn counts_out(&self, from: usize, start: usize) -> Option<(usize, &[char])> {
        const LONGEST: usize = 20;
        let chars = &self.passage.chars;
        let length = chars.get(from..start)?.iter().take(LONGEST).position(|&letter| letter == ',')?;
        let out_of = |words: &&[char]| words.len() > 2 && predicate::is_out_of(words, words.len());
        let words = Some(&chars[from..from + length]).filter(out_of)?;
        let named = &words[..length - 1];
        Some((from, named))
    }
}

/// Whether words call again what a name tells: 调解的纠纷, 收案 for 新收民事案件.
fn is_called(name: &[char], words: &[char]) -> bool {
    let words: Vec<char> = words.iter().copied().filter(|&letter| letter != '的').collect();
    name.ends_with(&words) || is_short_for(&words, name)
}

/// Whether words call again what was done, as a name without the thing tells it: 化解的纠纷 behind 排查纠纷96件，化解93件.
fn is_done_again(name: &[char], words: &[char]) -> bool {
    let deed = words.iter().position(|&letter| letter == '的').map(|end| &words[..end]);
    deed.is_some_and(|deed| deed.len() > 1 && name.ends_with(deed))
}
