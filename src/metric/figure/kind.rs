//! Of what kind a figure is.

use super::direction::{change, changes_object};
use crate::language::{Place, Sense, naming, senses};
use crate::metric::quantity::Quantity;
use crate::metric::quantity::numeral::Sort;
use crate::report::Kind;

/// Whether figures of a kind tell something of another figure rather than stand for themselves.
pub fn is_relative(kind: Kind) -> bool {
    matches!(kind, Kind::Ratio | Kind::Growth | Kind::Rank | Kind::Points | Kind::Multiple)
}

/// The kind of a figure: what the unit makes, unless the words before it tell of a change.
pub fn of(quantity: &Quantity, lead: &[char]) -> Option<Kind> {
    if quantity.kind.is_none() && quantity.numeral.scale.is_some() {
        return Some(if senses(Sense::Money).is_in(lead) { Kind::Money } else { Kind::Count });
    }
    let by_unit = quantity.kind?;
    // 时限压缩三分之二 is by how much it changed, as in percent.
    let share = quantity.unit.is_none() && quantity.numeral.sort == Sort::Fraction && !quantity.composition;
    if by_unit != Kind::Ratio || !share && !matches!(quantity.unit.as_deref(), Some("%" | "‰")) {
        return Some(by_unit);
    }
    if is_natural_growth(lead) {
        return Some(Kind::Ratio);
    }
    // 同比增长分别为6.2%、5.7%
    let lead = lead.strip_suffix(&['为']).and_then(without_each).unwrap_or(lead);
    let grows = change(lead).is_some_and(|(_, level)| !level) || changes_object(lead).is_some();
    // 同比分别-6.2%、-19.3%
    let each = without_each(lead).unwrap_or(lead);
    let compared = each.ends_with(&['同', '比']) || each.ends_with(&['环', '比']);
    Some(if grows || compared { Kind::Growth } else { Kind::Ratio })
}

/// The words before 分别 that they end in.
fn without_each(lead: &[char]) -> Option<&[char]> {
    senses(Sense::Each).tail(lead).map(|length| &lead[..lead.len() - length])
}

/// Whether the words before a figure end in 自然增长率, with or without what leads up to the number.
fn is_natural_growth(lead: &[char]) -> bool {
    let mut end = lead.len();
    loop {
        if lead[..end].ends_with(&['自', '然', '增', '长', '率']) {
            return true;
        }
        match naming(Place::Tail).before(lead, end) {
            Some(length) => end -= length,
            None => return false,
        }
    }
}
