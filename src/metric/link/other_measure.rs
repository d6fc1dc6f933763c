//! Parts that are counted with another measure word than their whole: 信访214件，其中来信86封、来访128批次.

use super::Linker;
use super::outcome::are_members;
use crate::report::{Kind, NameRule, Relation};

impl Linker<'_> {
    /// The whole of a part that is counted with another measure word: 信访214件，其中来信86封、来访128批次.
    pub(super) fn among_others(&self, index: usize, opened: usize, wholes: &[usize]) -> Option<usize> {
        // 公开信息5928条，其中新增2110条；设立信息受理点50个: behind a semicolon it has to be the same things.
        let fresh = self.passage.chars[opened..self.quantity(index).range.start].contains(&';');
        let same = |other: usize| {
            let whole = self.name(other);
            whole.len() > 1 && self.name(index).ends_with(&whole[whole.len() - 2..])
        };
        let akin = |&other: &usize| self.is_akin(other, index) && (!fresh || same(other));
        if let Some(akin) = wholes.iter().copied().find(akin) {
            return Some(akin);
        }
        let last = index.checked_sub(1)?;
        let first = self.quantity(last).range.end <= opened;
        let last = if first { *wholes.first()? } else { last };
        // 信访1362批2874人次，其中来信213件: of the two it is the first.
        let before = last - usize::from(self.figures[last].words.joined && last > 0);
        let counts =
            |other: usize| self.figures[other].kind == Kind::Count && self.of_people(other) == self.of_people(index);
        // Right behind 其中 it is the figure right before it that is told of; so is what stands in one list with that.
        if first && counts(before) && counts(index) {
            return Some(before);
        }
        // 其中村小224所，教学点73个，学校11所: what stands between two of one list belongs to it.
        let within = self.figures.get(index + 1).is_some_and(|next| next.sentence == self.figures[index].sentence)
            && self.same_unit(before, index + 1)
            && self.figures[index].name_rule == NameRule::Before
            && counts(index)
            && self.figures[before].link.is_some_and(|link| self.value(index) <= self.value(link.0))
            && !self.passage.chars[opened..self.quantity(index).range.start].contains(&';');
        // 其中来信213件，来访386批1898人次，网上信访763件
        let beside = counts(index) && are_members(self.name(before), self.name(index));
        let listed = self.quantity(before).range.start > opened && (self.is_listed(index) || within || beside);
        self.figures[before].link.filter(|link| listed && link.1 == Relation::Part && counts(before)).map(|link| link.0)
    }

    /// `查出金额3亿元，…，移送线索9件，其中甲6件、乙3件，挽回损失137万元`: whether the list that begins at `opened` is of something that was counted since a
    /// whole, so that money behind it is no part of that.
    pub(super) fn is_listed_since(&self, (whole, index): (usize, usize), opened: usize) -> bool {
        let behind = |&other: &usize| self.quantity(other).range.start > opened;
        let first = (0..index).rev().take_while(behind).last().filter(|&first| self.figures[first].kind == Kind::Count);
        let later =
            |other: &usize| self.figures[*other].kind == Kind::Count && self.quantity(*other).range.end <= opened;
        self.figures[index].kind == Kind::Money
            && first.is_some_and(|first| (whole + 1..index).filter(later).any(|other| self.same_unit(other, first)))
    }

    /// Whether a figure counts people.
    pub(super) fn of_people(&self, index: usize) -> bool {
        self.quantity(index).counts_people()
    }

    /// Whether two figures count the same thing with other measure words: 办理案件144件，其中3个案件.
    fn is_akin(&self, whole: usize, part: usize) -> bool {
        let (one, other) = (self.name(whole), self.name(part));
        let noun = one.len().checked_sub(2).map(|at| &one[at..]);
        let counts = self.figures[whole].kind == Kind::Count && self.figures[part].kind == Kind::Count;
        // 11个技术站 are no part of 44人.
        let people = self.of_people(whole) == self.of_people(part);
        // 授权专利1126件，其中发明专利87件，专利质押融资6笔: what is done with them is no part of them.
        let beyond = other.len() > one.len() && noun.is_some_and(|noun| other.starts_with(noun));
        counts && people && !beyond && noun.is_some_and(|noun| other.windows(2).any(|pair| pair == noun))
    }
}
