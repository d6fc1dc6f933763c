//! A figure while it is being read: the quantity, the words around it, and what they say of it.

pub(super) mod confidence;
pub(super) mod direction;
pub(super) mod kind;
pub(super) mod words;

use std::borrow::Cow;
use std::ops::Range;

use self::words::{Words, letters_of};
use crate::report::{Direction, Kind, LinkRule, NameRule, Qualifier, Relation, Role};

/// A figure while it is being read.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The quantity; an index into those of the passage.
    pub quantity: usize,
    /// The sentence, as characters.
    pub sentence: Range<usize>,
    /// The words around it.
    pub words: Words,
    /// The characters of the words before it, in its clause.
    pub lead: Vec<char>,
    /// What it measures, as indices of characters.
    pub name: Vec<usize>,
    /// Characters of the name that stand for several things, and what this one of them is called: 城乡, 农村.
    pub apart: Option<(Range<usize>, &'static str)>,
    /// What dimension it has.
    pub kind: Kind,
    /// What it is to the report.
    pub role: Role,
    /// How exact it is.
    pub qualifier: Qualifier,
    /// Which way a change went.
    pub direction: Option<Direction>,
    /// The time it is said of, as characters.
    pub period: Option<Range<usize>>,
    /// What it belongs to, an index into the figures of the passage, and how.
    pub link: Option<(usize, Relation)>,
    /// Which rule told that.
    pub link_rule: Option<LinkRule>,
    /// Whether it is an amount by which another figure changed: 同比增加0.72亿元.
    pub increment: bool,
    /// Which rule named it.
    pub name_rule: NameRule,
    /// Whether the section or the sentence speaks of what is to be done.
    pub planned: bool,
    /// Whether the text leaves open what it says: what is hoped for when something will be finished (建成后年产值5亿元), or is told of each of
    /// several without saying of which.
    pub left_open: bool,
}

impl Figure {
    /// Whether the name was taken from a figure or clause before.
    pub fn is_borrowed(&self) -> bool {
        matches!(self.name_rule, NameRule::Joined | NameRule::Borrowed)
    }

    /// The characters of its name.
    pub fn letters<'c>(&self, chars: &'c [char]) -> Cow<'c, [char]> {
        letters_of(chars, &self.name)
    }

    /// Whether it tells something of another figure rather than stands for itself: a rate, a growth, an amount of growth.
    pub fn is_relative(&self) -> bool {
        kind::is_relative(self.kind) || self.increment
    }
}
