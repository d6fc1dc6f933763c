//! Of which figure a multiple tells: 是乙县的2倍, 增长1.6倍.

use super::{ASK_ON, Answer, Relative, tells_of_that};
use crate::metric::figure::direction;
use crate::metric::link::kinship::{shares_pair, tells_of};
use crate::metric::together::sharing;

/// A shorter subject is compared with whatever stands before it.
const SHORTEST: usize = 3;
/// A subject of a change that is no longer is that of what stands before it.
const SHORT: usize = 4;

impl Relative<'_> {
    /// Whether a multiple is of the nearest figure or of the one before it; `bare` is whether it has no subject.
    pub(super) fn multiple(&self, nearest: usize, bare: bool) -> Answer {
        self.compared_with(nearest)?;
        // “跨省通办”事项18项，证件办理量增长1.6倍: what has a subject of its own tells of nothing else.
        let subject = self.subject(self.index);
        let whole = self.name(nearest);
        let tells = if direction::change(&self.figure.lead).is_some() {
            subject.len() <= SHORT || tells_of(subject, whole)
        } else {
            // 收案量是诉讼案件的1.6倍: so it is where the subject is compared with something else.
            subject.len() < SHORTEST || shares_pair(subject, whole)
        };
        tells_of_that((bare || tells).then_some(nearest))
    }

    /// 甲区45260元，是乙县22310元的2倍: what it is a multiple of stands right before it.
    fn compared_with(&self, nearest: usize) -> Answer {
        if nearest + 1 != self.index || !sharing::is_share_of(self.between(nearest, self.index)) {
            return ASK_ON;
        }
        let compared = |&before: &usize| {
            self.same_unit(before, nearest) && self.in_sentence(before) && !self.figures[before].is_relative()
        };
        tells_of_that(nearest.checked_sub(1).filter(compared))
    }
}
