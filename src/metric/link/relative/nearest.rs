//! What is spoken of where a figure is the nearest that may be: that one, or what it belongs to itself.

use super::Relative;
use crate::language::{Tie, ties};
use crate::metric::link::Link;
use crate::metric::link::kinship::is_rate;
use crate::metric::link::target::is_base;
use crate::report::{Kind, Relation, Role};

impl Relative<'_> {
    /// What is spoken of rather than the nearest figure, if that only leads up to it.
    pub(super) fn spoken_of(&self, nearest: usize) -> usize {
        // 320件，上年280件，同比增长14.3%: it is not the year before that grew.
        let nearest = self.root_if(nearest, |nearest| is_base(&self.figures[nearest]));
        let nearest = self.done_of_plan(nearest);
        // 花费906元，较全省低174元，恢复至2019年的98%: an amount by which something changed is not what is spoken of.
        let nearest = self.root_if(nearest, |nearest| self.figures[nearest].increment);
        // 48亿元，折合6.9亿美元，增长5.9%: nor is the same in other money.
        let nearest = self.root_if(nearest, |nearest| self.is_converted(nearest));
        // 56200元（折合7980美元），增长5.9%: behind a bracket the figure before it is spoken of again.
        // 债务余额96亿元（甲26亿元，乙70亿元），增长9%: so it is behind its parts.
        self.root_if(nearest, |nearest| self.is_bracketed(nearest))
    }

    /// What a figure belongs to, if it does and that is so; or else itself.
    fn root_if(&self, other: usize, so: impl Fn(usize) -> bool) -> usize {
        self.figures[other].link.filter(|_| so(other)).map_or(other, |link| link.0)
    }

    /// 到位资金6亿元，占任务8亿元的75%，同比增长11%: nor is it what was planned.
    fn done_of_plan(&self, nearest: usize) -> usize {
        let done = matches!(self.name, ['完', '成']);
        let later = match self.figure.kind {
            Kind::Growth => true,
            Kind::Ratio => done || nearest + 1 < self.index,
            _ => false,
        };
        let planned = self.figures[nearest].role == Role::Target && self.figure.role == Role::Actual && later;
        let of_same = |link: &Link| link.1 == Relation::Attribute && self.same_unit(link.0, nearest);
        self.figures[nearest].link.filter(|link| planned && of_same(link)).map_or(nearest, |link| link.0)
    }

    /// Whether the figure is a share of what it speaks of.
    pub(super) fn is_share(&self) -> bool {
        self.name.starts_with(&['占']) || self.figure.is_borrowed() && self.figure.lead.ends_with(&['占'])
    }

    /// Whether the figure has no subject of its own behind the nearest.
    pub(super) fn has_no_subject(&self, nearest: usize, share: bool) -> bool {
        let ratio = self.figure.kind == Kind::Ratio;
        // 利润总额512万元；平均毛利率8.4%: a mean rate has a subject.
        let mean = ratio
            && self.name.starts_with(&['平', '均'])
            && is_rate(self.name)
            && self.between(nearest, self.index).contains(&';');
        // 增加的占32.6%，减少的占19.2%: a share of those that changed has a subject.
        let changed = ratio && self.figure.lead.ends_with(&['占']);
        share || self.bare && !mean && !changed
    }

    /// The whole of the list that the nearest figure stands in, where that is spoken of.
    pub(super) fn whole_of(&self, nearest: usize, bare: bool, share: bool) -> usize {
        // 造林6.8万亩，其中甲2.1万亩、乙4.7万亩，占任务的113%: of the task it is the whole that is a share.
        let task = || ties(Tie::Planned).ends(self.name);
        if bare && (!share || task() || self.uses_up_list(nearest)) {
            self.whole_of_list(nearest, self.index)
        } else {
            nearest
        }
    }

    /// 其中职工3万人、居民33万人，占应参保人数的97%: whether it stands behind a list that leaves nothing over.
    fn uses_up_list(&self, nearest: usize) -> bool {
        let named = !self.name.is_empty() && !self.figure.is_borrowed();
        let used = |(whole, relation): Link| relation == Relation::Part && self.is_used_up(whole, self.index);
        named && nearest + 1 == self.index && self.is_listed(nearest) && self.figures[nearest].link.is_some_and(used)
    }
}
