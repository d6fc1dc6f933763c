//! Towns and villages that are counted without a measure word of their own: `辖5镇3乡`.

use crate::language::{Place, naming};
use crate::metric::figure::Figure;
use crate::metric::sentence::reader::Reader;
use crate::report::NameRule;

impl Reader<'_> {
    /// `下辖4街道3镇`: what is called by its own measure word, where nothing else names it or only says of whom it is.
    pub(super) fn called_by_place(&self, figures: &mut [Figure], first: usize) {
        for index in first..figures.len() {
            if !self.quantity(&figures[index]).counts_places() {
                continue;
            }
            let figure = &figures[index];
            let governed = naming(Place::Governs).ends(&figure.lead);
            // 客运通达6镇4乡: the second is told of as the first is.
            let before = index.checked_sub(1).filter(|&before| before >= first && figure.words.joined);
            let listed = before.is_some_and(|before| figures[before].name == self.unit_of(&figures[before]));
            if governed || listed {
                figures[index].name = self.unit_of(&figures[index]);
                figures[index].name_rule = NameRule::Behind;
            }
        }
    }

    /// The characters of the unit of a figure.
    fn unit_of(&self, figure: &Figure) -> Vec<usize> {
        let quantity = self.quantity(figure);
        let length = quantity.unit.as_deref().map_or(0, |unit| unit.chars().count());
        (quantity.range.end - length..quantity.range.end).collect()
    }
}
