//! Of which figure it tells how much that moved a greater one: 拉动全市增长3.5个百分点, 对经济增长的贡献率为46%.

use super::{ASK_ON, Answer, Relative, tells_of_that};
use crate::language::{Tie, ties};
use crate::report::{Kind, Relation, Role};

impl Relative<'_> {
    /// What grew so that it moved a greater one, or how large it is; behind a semicolon nothing of that is told.
    pub(super) fn contribution(&self) -> Answer {
        let moves = match self.figure.kind {
            Kind::Points => ties(Tie::Moving).begins(self.name),
            Kind::Ratio => ties(Tie::Contributing).begins(self.name) && ties(Tie::Contributing).ends(self.name),
            _ => false,
        };
        if !moves {
            return ASK_ON;
        }
        let tells = |&other: &usize| {
            let figure = &self.figures[other];
            let growth = figure.kind == Kind::Growth && !figure.increment;
            figure.role != Role::Baseline && (growth || !figure.is_relative())
        };
        // 生产总值增长6.5%，投资支撑有力，对经济增长的贡献率达46%: what moved it is told without a figure.
        let goes_on = |other: &usize| {
            let between = self.between(*other, self.index);
            let clauses = between.iter().filter(|&&letter| letter == ',').count();
            !between.contains(&';') && clauses <= self.index - other
        };
        let mover = self.sentence_before(self.index).take_while(goes_on).find(tells);
        let grown = mover.map(|other| match self.figures[other].link {
            Some((grown, Relation::Attribute)) if self.figures[other].is_relative() => grown,
            _ => other,
        });
        tells_of_that(grown.filter(|&grown| !ties(Tie::Moved).is_in(self.linker.name(grown))))
    }
}
