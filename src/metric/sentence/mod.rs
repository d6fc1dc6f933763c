//! One sentence, read for its figures: what it looks to, each figure as its course is then, and what they say of one another.

mod course;
mod intent;
mod making;
mod outlook;
pub(super) mod reader;
mod role;
pub(super) mod tidy;
mod turn;

use std::ops::Range;

use self::course::Course;
use self::reader::Reader;
use super::clause;
use super::figure::Figure;
use super::figure::words::Words;
use super::period::Period;
use crate::report::{Direction, Kind, Qualifier, Role};

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
        let mut foreseen = Vec::with_capacity(stated.len());
        for (&index, words) in stated.iter().zip(words) {
            let figure = self.figure(&sentence, &mut course, &figures[first..], index, words);
            figures.push(figure);
            foreseen.push(course.foreseen);
        }
        self.together(figures, first, range, periods);
        for (figure, foreseen) in figures[first..].iter_mut().zip(foreseen) {
            // 预计全年产值18亿元，增长6%: what follows is not final either; where it began is.
            let open = matches!(figure.role, Role::Actual | Role::Target) && figure.qualifier == Qualifier::Exact;
            if foreseen && open {
                figure.qualifier = Qualifier::About;
            }
            self.falls(figure);
            tidy::tidy(&self.passage.chars, periods, self.quantity(figure), figure);
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

    /// 分别增长6%、-12%
    fn falls(&self, figure: &mut Figure) {
        let grows = figure.kind == Kind::Growth || figure.direction == Some(Direction::Up);
        if grows && self.quantity(figure).value.is_sign_negative() {
            figure.direction = Some(Direction::Down);
        }
    }

    /// 由年初的86%上升为93%
    fn since_new_year(&self, figure: &mut Figure, sentence: &Range<usize>) {
        if figure.role != Role::Baseline {
            return;
        }
        let chars = &self.passage.chars;
        let start = self.quantity(figure).range.start;
        let end = start - usize::from(chars[..start].ends_with(&['的']));
        if chars[..end].ends_with(&['年', '初']) && end >= sentence.start + 2 {
            figure.period = Some(end - 2..end);
        }
    }
}
