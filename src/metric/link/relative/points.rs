//! By how many percentage points a rate or a growth changed, or lies from another.

use super::wording::is_bare_relative;
use super::{ASK_ON, Answer, Relative, tells_of_that};
use crate::language::{Sense, senses};
use crate::report::{Kind, Role};

impl Relative<'_> {
    /// Of which rate or growth points tell.
    pub(super) fn points(&self) -> Answer {
        // 收入比为2.05:1，比上年缩小0.04
        let proportion = |other: &usize| self.figure.kind == Kind::Index && self.quantity(*other).composition;
        tells_of_that(self.beside().filter(|_| self.figure.increment).filter(proportion))?;
        if self.figure.kind != Kind::Points {
            return ASK_ON;
        }
        // 不良率下降0.3个百分点，降至1.1%: the rate itself stands behind.
        tells_of_that(self.nameless_behind().filter(|&next| self.figures[next].kind == Kind::Ratio))?;
        if !self.bare {
            return ASK_ON;
        }
        // 增长7%，占全省的5%，较全省增速高1.6个百分点: a pace is compared with a pace.
        let paced = senses(Sense::Pace).is_in(self.name)
            && self.sentence_before(self.index).any(|other| self.figures[other].kind == Kind::Growth);
        tells_of_that(self.sentence_before(self.index).find(|&other| self.has_points(other, paced)))
    }

    /// Whether a figure may be what changed by so many points; `paced` is whether they speak of a pace.
    fn has_points(&self, other: usize, paced: bool) -> bool {
        let figure = &self.figures[other];
        // 95.9%，比全省的97.5%低1.6个百分点: what is compared with is not what is spoken of.
        let compared = matches!(figure.lead.first(), Some('比' | '较'));
        // 劳务消耗上升12.0个百分点，平均每年上升1.2个百分点
        let moved = figure.kind == Kind::Points && figure.link.is_none() && !is_bare_relative(self.name(other));
        // 增长8.4%，两年平均增长5.9%，增速回落1.1个百分点
        let mean = paced && self.is_mean_growth(other);
        // 比例4.6%，低于15%的问责线，下降3.3个百分点: nor is the line.
        let alike = figure.role == self.figure.role || figure.role != Role::Target;
        (matches!(figure.kind, Kind::Ratio | Kind::Growth) || moved)
            && !mean
            && figure.role != Role::Baseline
            && alike
            && !compared
            && (!paced || figure.kind == Kind::Growth)
    }
}
