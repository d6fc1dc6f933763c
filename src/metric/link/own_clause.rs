//! Parts in clauses of their own: those that tell the same two things as the first, all of what the sentence before told, and those that
//! stand right behind what they are counted out of.

use super::{Link, Linker};
use crate::exact::Exact;
use crate::metric::clause::predicate;
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

    /// `收到申请5件，…。5件全部按时办结`: all of what the sentence before told, and what became of them.
    pub(super) fn all_again(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let quantity = self.quantity(index);
        let behind = &self.passage.chars[quantity.extent.end..];
        let all = matches!(behind, ['全', '部', ..] | ['均' | '都', ..]);
        if !all || figure.kind != Kind::Count || quantity.extent.start != figure.sentence.start {
            return None;
        }
        let same = |&other: &usize| {
            let whole = &self.figures[other];
            whole.sentence.end == figure.sentence.start && whole.role == figure.role && !whole.is_relative()
        };
        let whole = Self::before(index).filter(same).find(|&other| self.same_unit(other, index))?;
        (self.value(whole) == self.value(index)).then_some((whole, Relation::Part))
    }

    /// `37个行业中有21个`, `36台终端里坏了4台`: part of what it is counted out of, which stands right before.
    pub(super) fn partitive(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let chars = &self.passage.chars;
        let told_behind = || {
            let before = index.checked_sub(1).and_then(|before| self.figures[before].words.right.last());
            figure.words.follows && before.is_some_and(|&last| predicate::is_out_of(chars, last + 1))
        };
        let out_of = name::is_partitive(chars, self.quantity(index).extent.start) || told_behind();
        if figure.is_relative() || !out_of {
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
}
