//! What the figures of one sentence say of one another.

mod apart;
mod baseline;
mod borrowing;
mod bracket;
mod change;
mod each_counted;
mod governed;
mod listing;
mod ranking;
mod referring;
mod respective;
mod shared;
mod shared_measure;
pub(super) mod sharing;
mod tasks;

use std::ops::Range;

use super::figure::Figure;
use super::name::actor;
use super::period::Period;
use super::sentence::reader::Reader;

impl Reader<'_> {
    /// What the figures of a sentence say of one another, while they have the names that their own words give.
    pub fn together(&self, figures: &mut [Figure], first: usize, range: &Range<usize>, periods: &[Period]) {
        self.ranked_among(figures, first, periods);
        self.compositions(figures, first);
        self.changes(figures, first, periods);
        self.compared(figures, first, periods);
        self.growth_elsewhere(figures, first);
        self.each_of_counted(figures, first, periods);
        self.respectively(figures, first, periods);
        self.listed_changes(figures, first, periods);
        self.listed_values(figures, first, periods);
        self.called_by_place(figures, first);
        self.borrow_names(figures, first, range, periods);
        self.under_head(figures, first);
        self.made_alike(figures, first);
    }

    /// What they say of one another once their names are tidy.
    pub fn together_again(&self, figures: &mut Vec<Figure>, first: usize) {
        actor::leave_out_medium(&self.passage.chars, &mut figures[first..]);
        self.beyond_tasks(figures, first);
        self.beside_goals(figures, first);
        self.budgeted(figures, first);
        self.tasked(figures, first);
        self.grown_plans(figures, first);
        self.said_of_both(figures, first);
        self.ranked_alike(figures, first);
        self.name_shares(figures, first);
        self.name_second_measures(figures, first);
    }
}
