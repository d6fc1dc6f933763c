//! Names that figures have of others: one thing told in two measures, and a figure with no words of its own.

mod both;
mod lent;
mod owner;

use std::ops::Range;

use crate::metric::figure::Figure;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::NameRule;

impl Reader<'_> {
    /// Gives a figure with no words of its own the name of what stands before it.
    pub(super) fn borrow_names(
        &self,
        figures: &mut [Figure],
        first: usize,
        sentence: &Range<usize>,
        periods: &[Period],
    ) {
        self.names_before_brackets(figures, first, periods);
        self.lend_nouns(figures, first);
        for index in first..figures.len() {
            self.name_both_alike(figures, first, index);
            if !figures[index].name.is_empty() {
                self.name_what_is_measured(figures, index);
                continue;
            }
            let named = self.name_of_second(figures, index, periods)
                || self.name_of_whole(figures, first, index)
                || self.name_of_moved(figures, first, index)
                || self.name_of_share(figures, first, index);
            if !named {
                self.name_of_last(figures, first, index, sentence, periods);
            }
        }
    }

    /// One thing told in two measures has one name, wherever it stands: 14035户25559人.
    fn name_both_alike(&self, figures: &mut [Figure], first: usize, index: usize) {
        self.place_of_second(figures, index);
        self.rest_of_second(figures, index);
        self.total_of_new(figures, first, index);
        self.possessed_second(figures, index);
        self.became_of_both(figures, first, index);
        self.done_to_both(figures, index);
    }
}

/// The figure behind that tells the same in another measure, and is named behind itself.
fn second(figures: &[Figure], index: usize) -> Option<&Figure> {
    figures.get(index + 1).filter(|next| next.words.joined && next.name_rule == NameRule::Behind)
}

/// Gives a figure the name of another.
fn lend(figures: &mut [Figure], from: usize, to: usize, rule: NameRule) {
    figures[to].name = figures[from].name.clone();
    figures[to].name_rule = rule;
}
