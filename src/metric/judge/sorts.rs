//! Small numbers inside the name of what is told right behind them: 两项附加, 八类案件.

use super::Scene;
use crate::language::{Cue, Measure, Sense, Tie, attributes, senses, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::name::trim;
use crate::metric::quantity::Quantity;
use crate::report::Kind;
use crate::text::is_han;

impl Scene<'_> {
    /// `两项附加1260万元`, `四类纠纷92件`: whether it is a number inside the name of what is paid or counted right behind.
    pub(super) fn counts_sorts(&self, index: usize) -> bool {
        const LONGEST: usize = 6;
        const LONGEST_RATE: usize = 12;
        let quantity = &self.quantities[index];
        let Some(next) = self.quantities.get(index + 1) else { return false };
        let sorts = match next.kind {
            Some(Kind::Money) => quantity.is_counted_in(Measure::Sort),
            Some(Kind::Count) => quantity.unit.as_deref() == Some("类") && next.unit != quantity.unit,
            _ => false,
        };
        // 七类人群签约率91%
        let rated = quantity.unit.as_deref() == Some("类") && next.kind == Some(Kind::Ratio);
        let name = &self.passage.chars[quantity.range.end..next.extent.start.max(quantity.range.end)];
        let noun = (2..=LONGEST).contains(&name.len()) && name.iter().all(|&letter| is_han(letter));
        let acts = || verbs().begins(name) || predicate::start_at_verb(name).is_some();
        let rate = || {
            let name = &name[..trim::ends(name).end];
            (3..=LONGEST_RATE).contains(&name.len()) && ties(Tie::Rate).ends(name)
        };
        if rated && name.iter().all(|&letter| is_han(letter)) && rate() {
            return true;
        }
        sorts && noun && !self.cue_at(Cue::Together, quantity.range.end) && !acts()
    }

    /// `三个特色产业增加值增长3.6%`: whether it is a number inside the name of what grew.
    pub(super) fn counts_what_grew(&self, quantity: &Quantity) -> bool {
        const LONGEST: usize = 14;
        let behind = &self.passage.chars[quantity.range.end..];
        let ends = |at: &usize| {
            let grows = senses(Sense::Up).at(behind, *at).or(senses(Sense::Down).at(behind, *at));
            let leads = ties(Tie::Relative).is_at(behind, *at) || grows.is_some();
            // 八类案件同比下降12%: so are the sorts of what grew.
            let sorts = || {
                let sorted = quantity.is_counted_in(Measure::Sort);
                sorted && predicate::start_at_verb(&behind[..*at]).is_none()
            };
            leads && (attributes().before(behind, *at).is_some_and(|length| length + 1 < *at) || sorts())
        };
        let name = behind.iter().take(LONGEST).take_while(|&&letter| is_han(letter)).count();
        (2..=name).any(|at| ends(&at))
    }
}
