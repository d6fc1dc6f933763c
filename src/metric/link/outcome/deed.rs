//! Whether a figure tells what became of things, by its own words and by the figures beside it.

use super::wording::is_due;
use super::{Outcome, tells_outcome};
use crate::language::{Sense, Tie, senses, ties, verbs};
use crate::metric::link::Linker;
use crate::report::Kind;

impl Outcome<'_> {
    /// Whether it tells what became of things.
    pub(super) fn tells(&self) -> bool {
        match self.figure.kind {
            // 征地4860亩，已兑付3972亩
            Kind::Area => self.is_harmed() || self.is_done(),
            Kind::Count => {
                self.is_beside_measure() || self.is_paid_in() || tells_outcome(self.figure, self.name) || self.is_done()
            }
            Kind::Money => {
                self.is_paid_in()
                    || self.is_paid()
                    || self.name.starts_with(&['用', '于'])
                    || tells_outcome(self.figure, self.name)
                    || self.is_done()
            }
            _ => false,
        }
    }

    /// 受灾12万亩，成灾8万亩
    pub(super) fn is_harmed(&self) -> bool {
        self.figure.kind == Kind::Area && ties(Tie::Harmed).begins(self.name)
    }

    /// 处罚金额3862万元，已上缴财政1430万元
    fn is_paid_in(&self) -> bool {
        self.already && matches!(self.name, ['上', '缴' | '交', ..])
    }

    /// 安排资金12.6亿元，已下达12.5亿元
    fn is_paid(&self) -> bool {
        let paid = senses(Sense::Paid).head(self.name);
        self.already && paid.is_some_and(|length| length == self.name.len())
    }

    /// 总诊疗86万人次，出院1.2万人次: visits are no patients who were admitted.
    pub(super) fn is_visit(&self) -> bool {
        ties(Tie::Discharged).begins(self.name) && self.quantity(self.index).unit.as_deref() == Some("人次")
    }

    /// Whether it was done with what stands before.
    fn is_done(&self) -> bool {
        let counted = Linker::before(self.index).find(|&other| self.figures[other].kind == Kind::Count);
        let last = self.index.checked_sub(1);
        self.is_done_with(counted, last)
            || [counted, last].into_iter().flatten().any(|other| self.was_due(other))
            || counted.is_some_and(|other| self.is_rated_as_part(other) || self.is_rated_as_rest(other))
            || counted.is_some_and(|other| self.is_fate_of(other))
    }

    /// 审查文件86件，修改12件，不予出台2件
    fn is_fate_of(&self, other: usize) -> bool {
        let fate = |name: &[char]| ties(Tie::Fate).is(name);
        let name = self.linker.name(other);
        // What stands in one list with it became of the same.
        let beside = fate(name) && self.figures[other].link.is_some();
        fate(self.name) && (ties(Tie::Looked).is_in(name) || beside)
    }

    /// 应修复67座，已修复61座
    fn is_done_with(&self, counted: Option<usize>, last: Option<usize>) -> bool {
        let verb = verbs().head(self.name).unwrap_or(0);
        if !self.already || verb < 2 || verb != self.name.len() {
            return false;
        }
        let same = |other: usize| self.name(other).windows(self.name.len()).any(|part| part == self.name);
        // 86套公租房已分配72套
        // 违法图斑37个、面积126亩，已查处36个
        self.figure.words.follows
            || last.is_some_and(same)
            || counted.is_some_and(|other| self.same_unit(other, self.index))
    }

    /// 应签约216户，签约200户
    fn was_due(&self, other: usize) -> bool {
        is_due(self.name(other), self.name) && self.same_unit(other, self.index)
    }

    /// 抽检860批次，检出不合格23批次，合格率97.3%: the rate is of those that it does not tell of.
    fn is_rated_as_rest(&self, other: usize) -> bool {
        let Some(next) = self.figures.get(self.index + 1) else { return false };
        let rate = next.letters(&self.passage.chars);
        let Some(stem) = rate.strip_suffix(&['率']).filter(|stem| stem.len() > 1) else { return false };
        let denied = |letters: &[char]| matches!(letters[0], '不' | '未') && letters[1..] == *stem;
        self.name.windows(stem.len() + 1).any(denied) && self.same_unit(other, self.index)
    }

    /// 责令整改86家，行政处罚21家: what else was done to those at fault.
    fn is_beside_measure(&self) -> bool {
        let Some(before) = self.index.checked_sub(1) else { return false };
        let wholly = ties(Tie::Beside).is(self.name);
        let measure = ties(Tie::Measure).begins(self.linker.name(before));
        wholly && measure && self.same_unit(before, self.index) && self.linker.figures[before].link.is_some()
    }

    /// 排查纠纷2163件，调解2147件，调解率99.3%: the rate says that it is so many of them.
    fn is_rated_as_part(&self, other: usize) -> bool {
        let Some(next) = self.figures.get(self.index + 1) else { return false };
        let rate = next.letters(&self.passage.chars);
        rate.strip_suffix(&['率']) == Some(self.name)
            && self.same_unit(other, self.index)
            && self.makes((self.index, other), self.index + 1)
    }
}
