//! What became of the things that were counted, and what of them is left.

mod deed;
mod rest;
mod same;
mod whole;
mod wording;

use std::ops::ControlFlow::{Break, Continue};

pub(super) use self::wording::{are_members, tells_outcome};
use super::Linker;
use super::answer::{ASK_ON, Answer, NOTHING};
use crate::metric::figure::Figure;
use crate::metric::quantity::Quantity;
use crate::report::{Relation, Role};

/// A figure that may tell what became of things.
struct Outcome<'q> {
    linker: &'q Linker<'q>,
    figures: &'q [Figure],
    index: usize,
    figure: &'q Figure,
    name: &'q [char],
    /// Whether 已 stands before it.
    already: bool,
}

impl Linker<'_> {
    /// What became of the things counted before: 受理22件，已办结20件.
    pub(super) fn outcome(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        const ALREADY: usize = 3;
        let figure = &figures[index];
        let already = figure.lead.iter().take(ALREADY).any(|&letter| letter == '已');
        let outcome = Outcome { linker: self, figures, index, figure, name: self.name(index), already };
        match outcome.ask() {
            Break(link) => link.map(|(whole, relation)| (self.whole_by_numbers(figures, index, whole), relation)),
            Continue(()) => None,
        }
    }

    /// `受理案件163件218人，其中提前介入3件。经审查，批准逮捕147件184人`: what a sentence that goes on says first of what the sentence before began with.
    fn came_of(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let goes_on = self.passage.chars.get(figure.sentence.start) == Some(&'经');
        let first =
            index.checked_sub(1).filter(|&before| goes_on && figures[before].sentence.end == figure.sentence.start)?;
        let whole = Self::before(index)
            .take_while(|&other| figures[other].sentence == figures[first].sentence)
            .filter(|&other| self.same_unit(figures, other, index) && figures[other].role == Role::Actual)
            .filter(|&other| !figures[other].is_relative())
            .last()?;
        let enough = self.quantity(figures, whole).value >= self.quantity(figures, index).value;
        (enough && figures[whole].link.is_none()).then_some((whole, Relation::Part))
    }
}

impl<'q> Outcome<'q> {
    /// The questions in their order: whether it tells of something, which of the figures before it that is, and whether it is a
    /// part of that or stands beside it.
    fn ask(&self) -> Answer {
        self.listed()?;
        if !self.tells() || self.is_visit() {
            return NOTHING;
        }
        let wholes = self.wholes();
        let Some(&nearest) = wholes.first() else { return Break(self.linker.came_of(self.figures, self.index)) };
        let nearest = self.taken_up(&wholes, nearest);
        let nearest = self.named(&wholes, nearest);
        let all = self.with_rest();
        let adds_up = |&other: &usize| all.is_some_and(|all| all == self.quantity(other).value);
        if self.is_unknown(nearest) && !adds_up(&nearest) {
            return NOTHING;
        }
        self.same_status(nearest)?;
        self.denied(nearest)?;
        self.sent(nearest)?;
        self.measure_beside(nearest)?;
        let whole = if adds_up(&nearest) { nearest } else { wholes.into_iter().find(adds_up).unwrap_or(nearest) };
        self.money_for_other(whole)?;
        let whole = self.root(whole);
        let enough = self.quantity(self.index).value <= self.quantity(whole).value;
        Break(enough.then_some((whole, Relation::Part)))
    }

    /// The name of another figure.
    fn name_of(&self, other: usize) -> &'q [char] {
        self.linker.name(other)
    }

    /// The quantity of a figure.
    fn quantity(&self, index: usize) -> &'q Quantity {
        self.linker.quantity(self.figures, index)
    }

    /// Whether another figure has the same unit.
    fn same_unit(&self, other: usize) -> bool {
        self.linker.same_unit(self.figures, other, self.index)
    }

    /// Whether it is listed behind the figure before.
    fn is_listed(&self) -> bool {
        self.linker.is_listed(self.figures, self.index)
    }

    /// It is a part of the same whole as another, if that is a part of one.
    fn beside(&self, other: usize) -> Answer {
        Break(self.figures[other].link.filter(|link| link.1 == Relation::Part))
    }
}
