//! What is told of things that were dealt with: the fines for cases, the opinions on what was examined, how content those were who were served.

use super::{Link, Linker};
use crate::language::told_of;
use crate::metric::clause;
use crate::report::{Kind, Relation};

/// The name of a rate that tells of things before it is no longer than this: 群众满意率, 税收收入占比.
const LONGEST_RATE: usize = 7;

impl Linker<'_> {
    /// `查处案件52件，罚款18万元`, `审查合同86份，提出意见120条`, `解答咨询3200人次，满意度99%`.
    pub(super) fn told_of_dealt(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        // 受理投诉86件，群众安全感满意度98%: a rate with a long name is one of its own.
        let own = figure.kind == Kind::Ratio && self.name(index).len() > LONGEST_RATE;
        let things = told_of(figure.kind, self.name(index)).filter(|_| !figure.increment && !own)?;
        let called = |other: &usize| {
            let name: String = self.name(*other).iter().collect();
            things.iter().any(|thing| name.contains(thing))
        };
        let apart = |other: usize| self.between(other, index).contains(&';');
        let owner = Self::before(index)
            .take_while(|&other| self.figures[other].sentence == figure.sentence && !apart(other))
            .filter(|&other| !self.is_told_in_bracket(other, index))
            .filter(|&other| {
                matches!(self.figures[other].kind, Kind::Count | Kind::Money) && !self.same_unit(other, index)
            })
            .filter(|&other| !self.figures[other].is_relative() && self.figures[other].role == figure.role)
            .find(called)?;
        // 立案甲类案件12件、乙类案件9件，罚款18万元: of which of them is not told.
        let several = self.figures[owner].link.is_none() && self.is_listed(owner) && self.same_unit(owner - 1, owner);
        let whole = self.figures[owner].link.filter(|link| link.1 == Relation::Part && called(&link.0));
        (!several && !self.is_parted_from(owner, index))
            .then(|| (whole.map_or(owner, |link| link.0), Relation::Attribute))
    }

    /// `处罚52起，罚款86万元，其中单位罚款62万元`: whether a figure is one of the parts of what was told of the things already.
    fn is_parted_from(&self, owner: usize, index: usize) -> bool {
        let start = self.quantity(index).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        let Some(opened) = self.opening(self.quantity(owner).range.end..start, bracket.as_ref()) else { return false };
        (owner + 1..index).any(|other| {
            self.quantity(other).range.end <= opened
                && self.same_unit(other, index)
                && self.value(other) >= self.value(index)
                && told_of(self.figures[other].kind, self.name(other)).is_some()
        })
    }

    /// `办结52件（其中甲类20件），合格12件`: whether a figure stands in a bracket that closes before another.
    pub(super) fn is_told_in_bracket(&self, one: usize, other: usize) -> bool {
        let start = self.quantity(other).range.start;
        let bracket = clause::bracket_around(self.enclosures, self.quantity(one).range.start);
        bracket.is_some_and(|bracket| bracket.end <= start)
    }
}
