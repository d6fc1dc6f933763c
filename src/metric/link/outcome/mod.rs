//! What became of the things that were counted, and what of them is left.

mod deed;
mod rest;
mod same;
mod whole;
mod wording;

use std::ops::ControlFlow::Break;
use std::ops::Deref;

pub(super) use self::wording::{are_members, tells_outcome};
use super::{ASK_ON, Answer, Link, Linker, NOTHING, answered};
use crate::metric::figure::Figure;
use crate::report::{Relation, Role};

/// A figure that may tell what became of things.
struct Outcome<'q> {
    linker: &'q Linker<'q>,
    index: usize,
    figure: &'q Figure,
    name: &'q [char],
    /// Whether 已 stands before it.
    already: bool,
}

impl Linker<'_> {
    /// What became of the things counted before: 受理22件，已办结20件.
    pub(super) fn outcome(&self, index: usize) -> Option<Link> {
        const ALREADY: usize = 3;
        let figure = &self.figures[index];
        let already = figure.lead.iter().take(ALREADY).any(|&letter| letter == '已');
        let outcome = Outcome { linker: self, index, figure, name: self.name(index), already };
        answered(outcome.ask()).map(|(whole, relation)| (self.whole_by_numbers(index, whole), relation))
    }

    /// `受理案件163件218人，其中提前介入3件。经审查，批准逮捕147件184人`: what a sentence that goes on says first of what the sentence before began with.
    fn came_of(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let goes_on = self.passage.chars.get(figure.sentence.start) == Some(&'经');
        let first = index
            .checked_sub(1)
            .filter(|&before| goes_on && self.figures[before].sentence.end == figure.sentence.start)?;
        let whole = Self::before(index)
            .take_while(|&other| self.figures[other].sentence == self.figures[first].sentence)
            .filter(|&other| self.same_unit(other, index) && self.figures[other].role == Role::Actual)
            .filter(|&other| !self.figures[other].is_relative())
            .last()?;
        let enough = self.value(whole) >= self.value(index);
        (enough && self.figures[whole].link.is_none()).then_some((whole, Relation::Part))
    }
}

impl<'q> Deref for Outcome<'q> {
    type Target = Linker<'q>;

    fn deref(&self) -> &Self::Target {
        self.linker
    }
}

impl Outcome<'_> {
    /// The questions in their order: whether it tells of something, which of the figures before it that is, and whether it is a
    /// part of that or stands beside it.
    fn ask(&self) -> Answer {
        self.listed()?;
        if !self.tells() || self.is_visit() {
            return NOTHING;
        }
        let wholes = self.wholes();
        let Some(&nearest) = wholes.first() else { return Break(self.came_of(self.index)) };
        let nearest = self.taken_up(&wholes, nearest);
        let nearest = self.named(&wholes, nearest);
        let all = self.with_rest();
        let adds_up = |&other: &usize| all.is_some_and(|all| all == self.value(other));
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
        let enough = self.value(self.index) <= self.value(whole);
        Break(enough.then_some((whole, Relation::Part)))
    }

    /// It is a part of the same whole as another, if that is a part of one.
    fn beside(&self, other: usize) -> Answer {
        Break(self.figures[other].link.filter(|link| link.1 == Relation::Part))
    }
}
