//! Of which figure it tells how much that moved a greater one: 拉动全市增长3.5个百分点, 对经济增长的贡献率为46%.

use super::{ASK_ON, Answer, Relative, tells_of_that};
use crate::language::{Tie, ties};
use crate::report::{Kind, Relation, Role};

impl Relative<'_> {
    /// What grew so that it moved a greater one, or how large it is; behind a semicolon nothing of that is told.
    pub(super) fn contribution(&self) -> Answer {
        let moves = match self.figure.kind {
            Kind::Points => ties(Tie::Moving).begins(self.name),
            Kind::Ratio => self.name.ends_with(&['贡', '献', '率']) && (self.name[0] == '对' || self.name.len() == 3),
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
        let in_clause = |other: &usize| !self.between(*other, self.index).contains(&';');
        let mover = self.sentence_before(self.index).take_while(in_clause).find(tells);
        tells_of_that(mover.map(|other| match self.figures[other].link {
            Some((grown, Relation::Attribute)) if self.figures[other].is_relative() => grown,
            _ => other,
        }))
    }
}
