//! What tells something of another figure, and of which: rates, growth, ranks, amounts of change.

mod contribution;
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

use std::ops::ControlFlow::Break;
use std::ops::Deref;

use self::wording::is_bare_relative;
use super::{ASK_ON, Answer, Link, Linker, NOTHING, answered, tells_of_that};
use crate::language::{Cue, Tie, cues, ties};
use crate::metric::figure::Figure;
use crate::metric::name;
use crate::report::{Kind, NameRule, Relation};

/// A figure that tells something of another, and what every question about it needs.
struct Relative<'q> {
    linker: &'q Linker<'q>,
    index: usize,
    figure: &'q Figure,
    name: &'q [char],
    /// Whether the name has no subject of its own: 同比增长.
    bare: bool,
}

impl Linker<'_> {
    /// A rate, a growth or a rank belongs to the figure it speaks of, if it does not name its own subject.
    pub(super) fn relative(&self, index: usize) -> Option<Link> {
        if !self.figures[index].is_relative() {
            return None;
        }
        let name = self.name(index);
        let bare = is_bare_relative(name);
        let relative = Relative { linker: self, index, figure: &self.figures[index], name, bare };
        answered(relative.ask())
    }

    /// What it is that changed, of a figure that says by how much.
    fn subject(&self, index: usize) -> &[char] {
        let length = name::subject_of_change(&self.passage.chars, &self.figures[index].name).len();
        &self.name(index)[..length]
    }
}

impl<'q> Deref for Relative<'q> {
    type Target = Linker<'q>;

    fn deref(&self) -> &Self::Target {
        self.linker
    }
}

impl Relative<'_> {
    /// The questions in their order: what stands in a set place, then what is the nearest that may be spoken of.
    fn ask(&self) -> Answer {
        self.share_of_things()?;
        self.all_of_them()?;
        self.so_of_each()?;
        self.contribution()?;
        self.points()?;
        self.increment()?;
        match self.figure.kind {
            Kind::Growth => self.growth_beside()?,
            Kind::Rank => self.rank()?,
            Kind::Ratio => self.share_beside()?,
            _ => {}
        }
        let Some(nearest) = self.roots().next() else {
            return Break(self.told_before(self.index));
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
        match self.told_of_all(self.index) {
            Some(all) => Break(all.map(|whole| (whole, Relation::Attribute))),
            None => ASK_ON,
        }
    }

    /// 办理建议32件、提案48件，满意率均达100%: what is so of each of a list belongs to none of them alone.
    fn so_of_each(&self) -> Answer {
        let lead =
            &self.figure.lead[..self.figure.lead.len() - cues(Cue::Reaching).tail(&self.figure.lead).unwrap_or(0)];
        let each = matches!(lead, [.., '都']) || matches!(lead, [.., '均']) && !ties(Tie::Mean).ends(lead);
        let last = self.sentence_before(self.index).find(|&other| !self.figures[other].is_relative());
        let Some(last) = last.filter(|&last| last > 0 && each && self.figure.kind == Kind::Ratio) else {
            return ASK_ON;
        };
        let (one, other) = (&self.figures[last - 1], &self.figures[last]);
        let listed = other.words.listed && one.sentence == other.sentence && self.same_unit(last - 1, last);
        let alone = one.link.is_none() && other.link.is_none() && !one.is_relative();
        let near = !self.between(last, self.index).contains(&';');
        if listed && alone && near { NOTHING } else { ASK_ON }
    }

    /// What is ranked, where words say so.
    fn rank(&self) -> Answer {
        match self.placed(self.index) {
            Some(ranked) => Break(ranked),
            None => ASK_ON,
        }
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
