//! What was aimed at belongs to what was reached.

use super::kinship::shares_pair;
use super::{Link, Linker};
use crate::language::{Sense, senses};
use crate::metric::figure::Figure;
use crate::metric::together::sharing;
use crate::report::{Kind, Relation, Role};

impl Linker<'_> {
    /// A target belongs to what was reached in the same sentence.
    pub(super) fn target(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        if figure.role != Role::Target {
            return None;
        }
        let name = self.name(index);
        // 完成年初预算20亿元的54%: that of which a share was done is no plan for something else.
        let shared = self
            .figures
            .get(index + 1)
            .is_some_and(|next| next.kind == Kind::Ratio && sharing::is_share_of(self.between(index, index + 1)));
        let own = !figure.is_borrowed()
            && !shared
            && !senses(Sense::Aimed).ends(name)
            && !senses(Sense::Target).is_in(&figure.lead)
            && !is_base(figure)
            // 废止53件、拟修改8件: what is still to be done to others.
            || name.starts_with(&['拟']);
        // 其中继续有效48份，拟修改5份: a part that is still to be done is a part.
        let part = |link: Link| link.1 == Relation::Part && !self.figures[link.0].is_relative();
        if (own || name.starts_with(&['拟'])) && !figure.is_relative() && self.among(index).is_some_and(part) {
            return None;
        }
        let actual = |other: &usize| {
            self.figures[*other].sentence == figure.sentence
                && self.figures[*other].role == Role::Actual
                && !(shared && self.figures[*other].increment)
                && (!own || shares_pair(name, self.name(*other)))
                && self.same_unit(*other, index)
                && self.figures[*other].link.is_none_or(|(_, relation)| relation != Relation::Part)
        };
        Self::before(index).find(actual).map(|whole| (whole, Relation::Attribute))
    }
}

/// Whether a figure is what another is compared with: an earlier one, or one that was planned.
pub(super) fn is_base(figure: &Figure) -> bool {
    let planned = || figure.role == Role::Target && figure.lead.iter().any(|letter| matches!(letter, '比' | '较'));
    figure.role == Role::Baseline || planned()
}
