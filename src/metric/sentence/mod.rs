//! One sentence, read for its figures: what it looks to, each figure as its course is then, and what they say of one another.

mod course;
mod making;
mod outlook;
mod turn;

use std::ops::Range;

use self::course::Course;
use super::actor;
use super::clause::{self, Words};
use super::figure::Figure;
use super::period::Period;
use super::reader::Reader;
use super::tidy;
use crate::report::{Direction, Kind, Role};

/// What is known of a sentence from the words before it.
pub(super) struct Before<'s> {
    /// The time that the sentences before it name.
    pub carried: Option<&'s Range<usize>>,
    /// Whether a sentence before it said that goals follow.
    pub announced: bool,
}

/// A sentence, and what is known of it before its figures are read.
struct Sentence<'s> {
    /// Its characters.
    range: &'s Range<usize>,
    /// The times it names.
    periods: &'s [Period],
    /// The time that holds for it where it names none.
    carried: Option<&'s Range<usize>>,
    /// Whether it begins as what tells of goals.
    opened: bool,
    /// Whether it or its section speaks of what is to be done.
    planned: bool,
}

impl Reader<'_> {
    /// Reads one sentence.
    pub(super) fn sentence(
        &self,
        figures: &mut Vec<Figure>,
        range: &Range<usize>,
        stated: &[usize],
        periods: &[Period],
        before: &Before,
    ) {
        let words = clause::words(self.passage, self.enclosures, self.quantities, stated, range, periods);
        let sentence = self.outlook(range, stated, periods, before);
        let mut course = Course::default();
        let first = figures.len();
        for (&index, words) in stated.iter().zip(words) {
            let figure = self.figure(&sentence, &mut course, &figures[first..], index, words);
            figures.push(figure);
        }
        self.together(figures, first, &sentence);
        for figure in &mut figures[first..] {
            self.falls(figure);
            tidy::tidy(&self.passage.chars, periods, &self.quantities[figure.quantity], figure);
        }
        for figure in &mut figures[first..] {
            self.since_new_year(figure, range);
        }
        self.together_again(figures, first);
    }

    /// Reads one figure, of which `before` are those before it in the sentence, and turns the course of the sentence.
    fn figure(
        &self,
        sentence: &Sentence,
        course: &mut Course,
        before: &[Figure],
        index: usize,
        words: Words,
    ) -> Figure {
        let start = self.quantities[index].range.start;
        let period = self.period_of(sentence, start);
        let mut figure = self.make(sentence, before.last(), period, index, words);
        course.promised |= self.promises(sentence, before.last(), start);
        figure.planned = sentence.planned || course.aimed;
        figure.left_open = course.promised;
        let turn = self.turn(&figure, before.last(), period);
        course.take(&turn, self.piece.planned);
        figure.role = self.role(&figure, course.is_planned(sentence), course.is_aimed(sentence, &turn));
        self.exact_goal(&mut figure);
        self.without_base(&mut figure, sentence.periods);
        self.compare(&mut figure, before, sentence.periods);
        self.lies_apart(&mut figure, before.last());
        self.moved_places(&mut figure, before.last());
        if period.is_none() {
            self.told_of_behind(&mut figure, sentence.periods);
        }
        figure
    }

    /// What the figures of a sentence say of one another, while they have the names that their own words give.
    fn together(&self, figures: &mut [Figure], first: usize, sentence: &Sentence) {
        let periods = sentence.periods;
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
        self.borrow_names(figures, first, sentence.range, periods);
        self.under_head(figures, first);
        self.made_alike(figures, first);
    }

    /// What they say of one another once their names are tidy.
    fn together_again(&self, figures: &mut Vec<Figure>, first: usize) {
        actor::leave_out_medium(&self.passage.chars, &mut figures[first..]);
        self.beyond_tasks(figures, first);
        self.budgeted(figures, first);
        self.tasked(figures, first);
        self.grown_plans(figures, first);
        self.said_of_both(figures, first);
        self.ranked_alike(figures, first);
        self.name_shares(figures, first);
        self.name_second_measures(figures, first);
    }

    /// 分别增长6%、-12%
    fn falls(&self, figure: &mut Figure) {
        let grows = figure.kind == Kind::Growth || figure.direction == Some(Direction::Up);
        if grows && self.quantities[figure.quantity].value.is_sign_negative() {
            figure.direction = Some(Direction::Down);
        }
    }

    /// 由年初的86%上升为93%
    fn since_new_year(&self, figure: &mut Figure, sentence: &Range<usize>) {
        if figure.role != Role::Baseline {
            return;
        }
        let chars = &self.passage.chars;
        let start = self.quantities[figure.quantity].range.start;
        let end = start - usize::from(chars[..start].ends_with(&['的']));
        if chars[..end].ends_with(&['年', '初']) && end >= sentence.start + 2 {
            figure.period = Some(end - 2..end);
        }
    }
}
