//! What tells something of another figure, and of which: rates, growth, ranks, amounts of change.

mod earlier;
mod growth;
mod increment;
mod multiple;
mod nearest;
mod points;
mod rate;
mod roots;
mod share;
mod wording;

use std::ops::ControlFlow::{Break, Continue};

use self::wording::is_bare_relative;
use super::Linker;
use super::answer::{ASK_ON, Answer, NOTHING};
use crate::metric::figure::Figure;
use crate::metric::name;
use crate::metric::quantity::Quantity;
use crate::report::{Kind, NameRule, Relation};

/// It tells something of that figure, if there is one; or else the next question is asked.
fn tells_of_that(whole: Option<usize>) -> Answer {
    whole.map_or(ASK_ON, |whole| Break(Some((whole, Relation::Attribute))))
}

/// A figure that tells something of another, and what every question about it needs.
struct Relative<'q> {
    linker: &'q Linker<'q>,
    figures: &'q [Figure],
    index: usize,
    figure: &'q Figure,
    name: &'q [char],
    /// Whether the name has no subject of its own: 同比增长.
    bare: bool,
}

impl Linker<'_> {
    /// A rate, a growth or a rank belongs to the figure it speaks of, if it does not name its own subject.
    pub(super) fn relative(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        if !figures[index].is_relative() {
            return None;
        }
        let name = self.name(index);
        let bare = is_bare_relative(name);
        let relative = Relative { linker: self, figures, index, figure: &figures[index], name, bare };
        match relative.ask() {
            Break(link) => link,
            Continue(()) => None,
        }
    }

    /// What it is that changed, of a figure that says by how much.
    fn subject(&self, figures: &[Figure], index: usize) -> &[char] {
        let length = name::subject_of_change(&self.passage.chars, &figures[index].name).len();
        &self.name(index)[..length]
    }
}

impl<'q> Relative<'q> {
    /// The questions in their order: what stands in a set place, then what is the nearest that may be spoken of.
    fn ask(&self) -> Answer {
        self.share_of_things()?;
        self.all_of_them()?;
        self.points()?;
        self.increment()?;
        match self.figure.kind {
            Kind::Growth => self.growth_beside()?,
            Kind::Rank => self.rank()?,
            Kind::Ratio => self.share_beside()?,
            _ => {}
        }
        let Some(nearest) = self.roots().next() else {
            return Break(self.linker.told_before(self.figures, self.index));
        };
        self.called_by_unit(nearest)?;
        let nearest = self.spoken_of(nearest);
        let share = self.is_share();
        let bare = self.has_no_subject(nearest, share);
        let nearest = self.whole_of(nearest, bare, share);
        match self.figure.kind {
            Kind::Multiple => self.multiple(nearest, bare),
            Kind::Growth => self.growth(nearest, bare),
            Kind::Ratio => self.rate(nearest, bare, share),
            _ => self.again(nearest, bare),
        }
    }

    /// 11件积案100%化解
    fn share_of_things(&self) -> Answer {
        let behind = self.figure.words.follows && self.figure.name_rule == NameRule::Behind;
        let things = |before: &usize| self.figures[*before].kind == Kind::Count;
        let share = self.figure.kind == Kind::Ratio && behind;
        tells_of_that(self.index.checked_sub(1).filter(|_| share).filter(things))
    }

    /// What is said of all things that a list counted.
    fn all_of_them(&self) -> Answer {
        match self.linker.told_of_all(self.figures, self.index) {
            Some(all) => Break(all.map(|whole| (whole, Relation::Attribute))),
            None => ASK_ON,
        }
    }

    /// What is ranked, where words say so.
    fn rank(&self) -> Answer {
        match self.linker.placed(self.figures, self.index) {
            Some(ranked) => Break(ranked),
            None => ASK_ON,
        }
    }

    /// The name of another figure.
    fn name_of(&self, other: usize) -> &'q [char] {
        self.linker.name(other)
    }

    /// The quantity of another figure.
    fn quantity_of(&self, other: usize) -> &'q Quantity {
        self.linker.quantity(self.figures, other)
    }

    /// Whether two figures have the same unit.
    fn same_unit(&self, one: usize, other: usize) -> bool {
        self.linker.same_unit(self.figures, one, other)
    }

    /// The characters between two figures.
    fn between(&self, one: usize, other: usize) -> &'q [char] {
        self.linker.between(self.figures, one, other)
    }

    /// What it is that changed.
    fn subject(&self) -> &'q [char] {
        self.linker.subject(self.figures, self.index)
    }

    /// Whether another figure stands in the same sentence.
    fn in_sentence(&self, other: usize) -> bool {
        self.figures[other].sentence == self.figure.sentence
    }

    /// The figures of the sentence before `end`, nearest first.
    fn sentence_before(&self, end: usize) -> impl Iterator<Item = usize> {
        Linker::before(end).take_while(|&other| self.in_sentence(other))
    }

    /// The figure right before, if it is in the same sentence.
    fn beside(&self) -> Option<usize> {
        self.index.checked_sub(1).filter(|&before| self.in_sentence(before))
    }

    /// The figure right behind that has no name of its own, if it is in the same sentence.
    fn nameless_behind(&self) -> Option<usize> {
        let behind = |next: &&Figure| next.is_borrowed() && next.sentence == self.figure.sentence;
        self.figures.get(self.index + 1).filter(behind).map(|_| self.index + 1)
    }
}
