//! Of which of the figures before it a figure is a part that tells what became of them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Outcome;
use super::wording::are_members;
use crate::exact::Exact;
use crate::language::{Claim, Place, Tie, claims, funnel, naming, ties, verbs};
use crate::metric::figure::Figure;
use crate::metric::link::Linker;
use crate::metric::link::kinship::shares_pair;
use crate::report::{Kind, Relation, Role};

impl Outcome<'_> {
    /// The figures before it that it may be a part of, nearest first.
    pub(super) fn wholes(&self) -> Vec<usize> {
        let harmed = self.is_harmed();
        let may_be = |&other: &usize| {
            let name = self.name(other);
            // 抽检3100批次，达到每千人6批次，不合格42批次: what there are for each of others has no outcome.
            // 安排6亿元，用于教育2亿元，用于医疗1亿元: uses stand side by side.
            let is_use_beside = [name, self.name].iter().all(|name| name.starts_with(&['用', '于']));
            let for_each = self.figures[other].lead.contains(&'每');
            !self.figures[other].increment
                && !for_each
                && !is_use_beside
                && !self.is_told_in_bracket(other, self.index)
                && self.same_unit(other, self.index)
                && self.figures[other].role == Role::Actual
                && !are_members(name, self.name)
                && (!harmed || name.contains(&'灾'))
        };
        let ends = self.ends_it();
        let wholes: Vec<usize> =
            Linker::before(self.index).take_while(|&other| self.is_near(other, ends)).filter(may_be).collect();
        if wholes.is_empty() { self.told_last().filter(may_be).into_iter().collect() } else { wholes }
    }

    /// 受理投诉1206件。办结1198件。: what a sentence begins with came of what came in by the one before it, if that counted nothing else.
    fn told_last(&self) -> Option<usize> {
        let before = self.index.checked_sub(1).filter(|_| self.is_at_head())?;
        let sentence = &self.figures[before].sentence;
        let whole = self.alone_in(sentence).filter(|_| sentence.end == self.figure.sentence.start)?;
        let fits = self.has_enough(whole) && self.is_of_one_time(whole) && self.has_object_of(whole);
        fits.then_some(whole)
    }

    /// What came in and stands for itself, if a sentence counts nothing else before it: what was held, lent or begun comes to no end.
    fn alone_in(&self, sentence: &Range<usize>) -> Option<usize> {
        let stands = |&other: &usize| self.figures[other].link.is_none() && !self.figures[other].is_relative();
        let mut standing =
            Linker::before(self.index).take_while(|&other| self.figures[other].sentence == *sentence).filter(stands);
        let alone = standing.next().filter(|_| standing.next().is_none());
        alone.filter(|&whole| ties(Tie::Came).is_in(self.linker.name(whole)))
    }

    /// 排查隐患126处；完成整改121处: whether it says that a matter came to its end, and only one was told.
    fn ends_it(&self) -> bool {
        let ends = ties(Tie::Outcome).ends(self.name) && self.object().is_empty();
        ends && self.alone_in(&self.figure.sentence).is_some()
    }

    /// Whether it stands at the head of its sentence, but for a time.
    fn is_at_head(&self) -> bool {
        let start = self.own_time().map_or(self.figure.sentence.start, |period| period.end);
        let named = self.figure.name.first().and_then(|&name| self.passage.chars.get(start..name));
        named.is_some_and(|words| !words.iter().skip(1).any(|&letter| letter == ','))
    }

    /// Whether its name has nothing beside what was done but what the other has too: 整改隐患 behind 排查隐患.
    fn has_object_of(&self, other: usize) -> bool {
        let object = self.object();
        object.is_empty() || self.linker.name(other).ends_with(object)
    }

    /// What its name has beside what was done.
    fn object(&self) -> &[char] {
        let words = [funnel(), verbs(), ties(Tie::Outcome), naming(Place::Settling)];
        let mut object = self.name;
        while let Some(length) = words.iter().filter_map(|words| words.head(object)).max() {
            object = &object[length..];
        }
        object
    }

    /// The time that its own sentence names.
    fn own_time(&self) -> Option<&Range<usize>> {
        self.figure.period.as_ref().filter(|period| self.figure.sentence.contains(&period.start))
    }

    /// Whether it is said of the time of another, or of now.
    fn is_of_one_time(&self, other: usize) -> bool {
        let words = |period: &Range<usize>| &self.passage.chars[period.clone()];
        let named = self.own_time().map(words);
        let same = || self.figures[other].period.as_ref().map(words) == named;
        named.is_none_or(|time| matches!(time, ['截' | '目' | '至' | '全', ..]) || same())
    }

    /// Whether a figure stands in the same sentence, with no other matter between; `ends` is whether this one ends the only one.
    fn is_near(&self, other: usize, ends: bool) -> bool {
        // 纠纷86件，其中邻里60件，其他26件；调处成功81件: so does what became of all where the list before it left nothing over.
        // 发现问题54个；已整改51个: 已 goes on behind a semicolon, and so does what becomes of cases.
        let goes_on = self.already || matches!(self.name, ['审' | '办', '结'] | ['结' | '破', '案']) || ends;
        // 收到复议5件，其中维持3件，纠正2件；被提起诉讼1件: what was done to, or not done, or has been done already, is another matter.
        let other_matter = ties(Tie::Passive).begins(self.name);
        let between = || self.between(other, self.index);
        self.figures[other].sentence == self.figure.sentence
            && (goes_on || !between().contains(&';') || !other_matter && self.is_told_in_full(other))
    }

    /// Whether a figure, or what it is a part of, is divided into parts that leave nothing of it over.
    fn is_told_in_full(&self, other: usize) -> bool {
        let whole = self.figures[other].link.filter(|link| link.1 == Relation::Part).map_or(other, |link| link.0);
        self.is_used_up(whole, self.index)
    }

    /// Whether at least as many things are told.
    fn has_enough(&self, other: usize) -> bool {
        self.value(other) >= self.value(self.index)
    }

    /// 收到97件，受理86件，不予受理5件；审结81件: what was taken up is dealt with.
    pub(super) fn taken_up(&self, wholes: &[usize], nearest: usize) -> usize {
        if !self.between(nearest, self.index).contains(&';') {
            return nearest;
        }
        let taken = |&other: &usize| {
            let name = self.name(other);
            self.has_enough(other) && !matches!(name.first(), Some('不' | '未')) && claims(Claim::Pending).ends(name)
        };
        wholes.iter().copied().find(taken).unwrap_or(nearest)
    }

    /// 受理审查逮捕163件、审查起诉371件，批准逮捕131件: it is what its name says.
    pub(super) fn named(&self, wholes: &[usize], nearest: usize) -> usize {
        if shares_pair(self.name, self.name(nearest)) {
            return nearest;
        }
        // 发放问卷3000份，收回2846份，有效问卷2790份: but of what came back.
        let root = self.figures[nearest].link.map(|link| link.0);
        let named = |&other: &usize| {
            root != Some(other)
                && self.figures[other].link.is_none()
                && self.has_enough(other)
                && shares_pair(self.name, self.name(other))
        };
        wholes.iter().copied().find(named).unwrap_or(nearest)
    }

    /// 问题63条，措施126条，整改58条，其余5条: what is left over tells of which things. How many there are of these.
    pub(super) fn with_rest(&self) -> Option<Decimal> {
        let next = self.index + 1;
        let rest = self.figures.get(next).filter(|next| claims(Claim::Rest).begins(&next.lead));
        rest.and_then(|_| self.value(self.index).plus(self.value(next)))
    }

    /// 甲型4座、乙型19座，已完工15座: of which of them is not said.
    pub(super) fn is_unknown(&self, nearest: usize) -> bool {
        let alone = self.figures[nearest].link.is_none() && self.is_listed(nearest);
        alone && self.same_unit(nearest - 1, nearest)
    }

    /// What the whole is a part of, if two outcomes side by side are parts of that.
    pub(super) fn root(&self, whole: usize) -> usize {
        let Some((root, Relation::Part)) = self.figures[whole].link else { return whole };
        // 13项预期性指标完成11项: in one clause with them it is of these.
        if self.figure.words.follows && whole + 1 == self.index && !self.is_listed(self.index) {
            return whole;
        }
        if self.is_rated_of(whole, root) {
            return whole;
        }
        let beside = self.value(self.index) > self.value(whole)
            || self.is_rated_of(root, whole)
            || self.is_used_up(root, self.index)
            || self.is_listed(self.index)
            || self.tells_between(whole, self.quantity(self.index).range.start);
        if beside { root } else { whole }
    }

    /// 签约36个，开工21个，开工率58%，投产9个，投产率25%: whether the rate behind it is one of `root`, and not of `other`.
    fn is_rated_of(&self, root: usize, other: usize) -> bool {
        // 优秀117卷，占37.5%，不合格6卷，占1.9%: a share says so as a rate does.
        let rates = |next: &&Figure| next.kind == Kind::Ratio && (!next.is_borrowed() || next.lead.ends_with(&['占']));
        let Some(rate) = self.figures.get(self.index + 1).filter(rates) else { return false };
        let rate = self.quantities[rate.quantity].value;
        let makes = |whole: usize| {
            let share = self.value(self.index).times(Decimal::ONE_HUNDRED)?.over(self.value(whole))?;
            Some(share.minus(rate)?.abs() <= Decimal::new(6, 2))
        };
        makes(root) == Some(true) && makes(other) == Some(false)
    }
}
