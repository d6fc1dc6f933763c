//! Where what became of things stands beside what else became of them: it is no part of that.

use std::ops::ControlFlow::Break;

use super::wording::is_denied;
use super::{ASK_ON, Answer, NOTHING, Outcome, tells_outcome};
use crate::language::{Tie, ties, verbs};
use crate::metric::link::Linker;
use crate::report::{Kind, LinkRule, Relation, Role};

impl Outcome<'_> {
    /// 审结338件，撤销41件、变更3件: what stands in one list became of the same.
    pub(super) fn listed(&self) -> Answer {
        let Some(before) = self.index.checked_sub(1) else { return ASK_ON };
        let alike = self.figure.kind == Kind::Count
            && self.figure.role == Role::Actual
            && self.figures[before].link_rule == Some(LinkRule::Outcome)
            && self.is_listed(self.index)
            && self.same_unit(before, self.index);
        match self.figures[before].link {
            Some((whole, Relation::Part)) if alike && self.value(self.index) <= self.value(whole) => {
                Break(Some((whole, Relation::Part)))
            }
            _ => ASK_ON,
        }
    }

    /// 完成整改29个，基本完成2个，长期坚持1个: how far each is stands side by side.
    pub(super) fn same_status(&self, nearest: usize) -> Answer {
        let status = ties(Tie::Status).begins(&self.figure.lead);
        let so = status && tells_outcome(&self.figures[nearest], self.name(nearest));
        if so { self.beside(nearest) } else { ASK_ON }
    }

    /// 批准逮捕147件，不批准逮捕31件: what is not so is no part of what is.
    pub(super) fn denied(&self, nearest: usize) -> Answer {
        if is_denied(self.name, self.name(nearest)) { self.beside(nearest) } else { ASK_ON }
    }

    /// 移送监察机关13人、移送公安机关2人: those to whom things were sent stand side by side.
    pub(super) fn sent(&self, nearest: usize) -> Answer {
        let verb = verbs().head(self.name).unwrap_or(0);
        let so = verb > 1
            && self.name.len() > verb
            && nearest + 1 == self.index
            && self.is_listed(self.index)
            && self.name(nearest).starts_with(&self.name[..verb]);
        if so { self.beside(nearest) } else { ASK_ON }
    }

    /// 责令整改86家，立案处罚21家: what was done to those at fault stands side by side.
    pub(super) fn measure_beside(&self, nearest: usize) -> Answer {
        let so = ties(Tie::Beside).begins(self.name) && ties(Tie::Measure).begins(self.name(nearest));
        // 抽查网点140家，责令改正32家，行政处罚9家: those too are some of all that were looked at.
        let ordered = self.linker.name(nearest).starts_with(&['责', '令']);
        match so {
            true if ordered => self.beside(nearest),
            true => NOTHING,
            false => ASK_ON,
        }
    }

    /// 发放贷款1.3亿元，补偿面积6万亩，兑现资金900万元: money is paid out for what was told last.
    pub(super) fn money_for_other(&self, whole: usize) -> Answer {
        let other = |other: usize| !self.figures[other].is_relative() && !self.same_unit(other, self.index);
        let so =
            self.figure.kind == Kind::Money && Linker::before(self.index).take_while(|&other| other > whole).any(other);
        if so { NOTHING } else { ASK_ON }
    }
}
