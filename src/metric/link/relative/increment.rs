//! Of which figure an amount tells by which something changed: 同比增加0.72亿元.

use std::ops::ControlFlow::Break;

use super::{ASK_ON, Answer, NOTHING, Relative, tells_of_that};
use crate::exact::Exact;
use crate::language::{Claim, Measure, claims};
use crate::metric::clause;
use crate::metric::link::Link;
use crate::metric::link::kinship::{shares_pair, tells_of};
use crate::report::{Kind, Relation, Role};

impl Relative<'_> {
    /// What changed by so much.
    pub(super) fn increment(&self) -> Answer {
        if !self.figure.increment {
            return ASK_ON;
        }
        self.places()?;
        // 面积比上年增加21万亩，达到300万亩: the whole may also stand behind.
        tells_of_that(self.nameless_behind().filter(|&next| self.same_unit(self.index, next)))?;
        let wholes = self.wholes();
        self.net_of_two(&wholes)?;
        // 盈利总额28亿元，但亏损企业亏损总额增加11亿元: what increased is named and is something else.
        if !self.bare && !wholes.iter().any(|&other| tells_of(self.subject(self.index), self.name(other))) {
            return NOTHING;
        }
        Break(self.changed_among(&wholes).or_else(|| self.told_before(self.index)))
    }

    /// 现有企业316家，升规41家、退规18家，净增23家: what came less what went tells of neither, but of all.
    fn net_of_two(&self, wholes: &[usize]) -> Answer {
        let [went, came, rest @ ..] = wholes else { return ASK_ON };
        let net = self.value(*came).minus(self.value(*went)) == Some(self.value(self.index));
        if net && self.name.starts_with(&['净']) {
            Break(rest.first().map(|&whole| (whole, Relation::Attribute)))
        } else {
            ASK_ON
        }
    }

    /// 位列全市第二，较上年提升3个位次
    fn places(&self) -> Answer {
        if !self.quantity(self.index).is_counted_in(Measure::Rank) {
            return ASK_ON;
        }
        let ranked =
            |&other: &usize| self.figures[other].kind == Kind::Rank && self.figures[other].role != Role::Baseline;
        tells_of_that(self.sentence_before(self.index).find(ranked))
    }

    /// The figures before it that may have changed by so much, nearest first.
    fn wholes(&self) -> Vec<usize> {
        let mut wholes: Vec<usize> = self.roots().filter(|&other| self.may_change(other)).collect();
        if wholes.iter().any(|&other| self.figures[other].role == Role::Actual) {
            wholes.retain(|&other| self.figures[other].role == Role::Actual);
        }
        // 总产值42亿元，…，带动农户户均增收3600元: a mean grew, and no total.
        if self.name.contains(&'均') && self.figure.kind == Kind::Money {
            wholes.retain(|&other| self.name(other).contains(&'均'));
        }
        // 创收540万元，村集体增收26万元: so is what some body earned more.
        let earns = matches!(self.name[..], [.., '增', '收' | '产' | '值' | '效'] | [.., '创', '收']);
        if earns && !self.bare {
            wholes.retain(|&other| shares_pair(self.subject(self.index), self.name(other)));
        }
        wholes
    }

    /// Whether a figure before it is one that may have changed by so much.
    fn may_change(&self, other: usize) -> bool {
        // 完成预算5亿元的60%，比上年同期2亿元增加1亿元: neither what was planned nor what was before has grown.
        let closed = || !self.bare && self.is_bracketed(other);
        // 诉讼案件减少12件，败诉案件减少2件: what changed by itself is no whole of another change.
        let changes = self.figures[other].increment && !self.bare;
        // 收到26件（其中上年结转1件），申请数量较上年增加8件: nor is what is left of the year before.
        let carried = self.name(other).starts_with(&['上', '年']);
        self.same_unit(other, self.index) && !changes && !carried && !closed()
    }

    /// Whether a figure stands in a bracket that ends before this one.
    pub(super) fn is_bracketed(&self, other: usize) -> bool {
        let bracket = clause::bracket_around(self.enclosures, self.quantity(other).range.start);
        bracket.is_some_and(|bracket| bracket.end <= self.quantity(self.index).range.start)
    }

    /// Which of several figures it is that changed by so much.
    fn changed_among(&self, wholes: &[usize]) -> Option<Link> {
        let akin = wholes.iter().find(|&&other| shares_pair(self.name, self.name(other)));
        // 来访143批（含集体访42批），同比减少23批: behind a bracket it is the whole again that is spoken of.
        let outside = || wholes.iter().find(|&&other| !self.is_bracketed(other));
        let whole = *akin.or_else(outside).or(wholes.first())?;
        // 查处案件14起，结案13起，立案数增加3起: what changed is not what became of them.
        let named = !self.bare && akin.is_none();
        // 办理63件，其中甲类47件、其他16件，较上年增加18件: behind the rest it is all of them again.
        let rest = || claims(Claim::Rest).begins(self.name(whole));
        let root = self.figures[whole].link.filter(|link| link.1 == Relation::Part && (named || rest()));
        Some((root.map_or(whole, |link| link.0), Relation::Attribute))
    }
}
