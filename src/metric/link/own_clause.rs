//! Parts in clauses of their own: those that tell the same as the first, and those that say out of what they count.

use std::ops::Range;

use super::{Link, Linker};
use crate::exact::Exact;
use crate::metric::name;
use crate::report::{Kind, Relation};

impl Linker<'_> {
    /// `学校628所、学生23万人，其中高中18所，学生3万人；初中56所，学生6万人`: the whole of the first part, where a clause behind it tells the same two
    /// things of another.
    pub(super) fn whole_of_parallel(&self, index: usize, opened: usize) -> Option<usize> {
        let first = (0..index).rev().take_while(|&other| self.quantity(other).range.start > opened).last()?;
        let mark = |one: usize| self.between(one - 1, one).first().copied();
        // As many figures stand before it behind its semicolon as before its model behind 其中.
        let head = (first + 1..=index).rev().find(|&one| mark(one) == Some(';'))?;
        let model = first + index - head;
        if (first + 1..=model).any(|one| mark(one) == Some(';')) {
            return None;
        }
        let told = |one: usize| {
            let next = self.figures.get(one + 1).filter(|next| next.sentence == self.figures[one].sentence)?;
            let plain = !next.is_relative() && mark(one + 1) == Some(',');
            (plain && next.words.left.len() + 1 == self.between(one, one + 1).len()).then(|| self.name(one + 1))
        };
        // 支出2万元，其中食品支出6257元，增长4.6%；衣着支出1130元，下降1.2%: so it is with how they changed, where they are called alike.
        let tail = |one: usize| self.name(one).iter().rev().take(2).collect::<Vec<_>>();
        let changed = |one: usize| {
            self.figures.get(one + 1).is_some_and(|next| {
                next.kind == Kind::Growth && next.sentence == self.figures[one].sentence && mark(one + 1) == Some(',')
            })
        };
        let alike =
            index == head && changed(first) && changed(head) && tail(first) == tail(head) && self.name(head).len() > 2;
        // 其中白石镇4户13人；柳河镇9户20人
        let paired = |one: usize| {
            self.figures
                .get(one + 1)
                .is_some_and(|next| next.words.joined && next.sentence == self.figures[one].sentence)
        };
        let paired = paired(first) && paired(head) && self.same_unit(first + 1, head + 1);
        let parallel = self.figures[head].period == self.figures[first].period
            && self.same_unit(first, head)
            && (alike
                || paired
                || told(first).is_some() && told(first) == told(head) && self.same_unit(first + 1, head + 1));
        let (whole, _) = self.figures[model].link.filter(|link| link.1 == Relation::Part)?;
        // 存款余额62亿元，其中住户存款余额42亿元，增长9%；各项贷款余额45亿元，增长8%: what is more than the rest is another whole.
        let parts = (first..index).filter(|&other| self.figures[other].link == Some((whole, Relation::Part)));
        let all = parts.map(|part| self.value(part)).try_fold(self.value(index), |all, part| all.plus(part))?;
        let other = alike && self.name(index).ends_with(&['余', '额']);
        (parallel && all <= self.value(whole) && !other).then_some(whole)
    }

    /// `37个行业中有21个`: part of what it is counted out of, which stands right before.
    pub(super) fn partitive(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        if figure.is_relative() || !name::is_partitive(&self.passage.chars, self.quantity(index).extent.start) {
            return None;
        }
        let value = self.value(index);
        let whole = |other: &usize| {
            self.figures[*other].sentence == figure.sentence
                && self.same_unit(*other, index)
                && value <= self.value(*other)
        };
        index.checked_sub(1).filter(whole).map(|whole| (whole, Relation::Part))
    }

    /// `流动人口12万人；流动人口中，省内流动9万人，省外流入3万人`: the figure that was called what a clause counts out of.
    pub(super) fn out_of_named(&self, index: usize) -> Option<Link> {
        const LONGEST: usize = 20;
        let chars = &self.passage.chars;
        let figure = &self.figures[index];
        let start = self.quantity(index).range.start;
        let begun = figure.sentence.start;
        let clause = begun + chars[begun..start].iter().rposition(|&letter| letter == ';').map_or(0, |at| at + 1);
        let counts_out = |from: usize| {
            let length = chars[from..start].iter().take(LONGEST).position(|&letter| letter == ',')?;
            let named = chars[from..from + length].strip_suffix(&['中']).filter(|named| named.len() > 2)?;
            Some((from, named))
        };
        // 企业中，内资86个，占91%；外资9个，占9%: with its share the next is told of the same.
        let shared = self.figures.get(index + 1).is_some_and(|next| next.lead.ends_with(&['占']));
        let (from, named) = counts_out(clause).or_else(|| counts_out(begun).filter(|_| shared))?;
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
            let told = self.name(other).ends_with(named) || held(&self.quantity(other).range);
            self.same_unit(other, index) && !self.figures[other].is_relative() && told && less
        })?;
        // Of the next of the list it is as long as they are told apart by nothing else.
        let listed = first.is_none_or(|first| self.figures[first].link == Some((whole, Relation::Part)));
        listed.then_some((whole, Relation::Part))
    }
}
