//! Changes: where one began, where it came to, and by how much it is said to have changed agree. `ends.rs` and `earlier.rs` find the
//! ends, `wording.rs` says whether the text claims it of just these, `worked.rs` works it out; `growth.rs`, `difference.rs` and `multiple.rs`
//! have a kind of change each, and `proof.rs` takes what only its digits prove.

mod difference;
mod earlier;
mod ends;
mod growth;
mod multiple;
mod proof;
mod wording;
mod worked;

use super::sheet::Sheet;
use crate::report::{Check, CheckKind, Kind};
use difference::{increment, points};
use earlier::Earlier;
use growth::growth;
use multiple::multiple;
use rustc_hash::FxHashSet;
use wording::rate_of_change;

pub use growth::claimed;

/// Works out each change.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let earlier = Earlier::new(sheet);
    for index in 0..sheet.metrics.len() {
        let found = match sheet.metrics[index].kind {
            Kind::Growth => growth(sheet, index),
            Kind::Ratio if rate_of_change(sheet, index).is_some() => growth(sheet, index),
            Kind::Points => points(sheet, index),
            Kind::Multiple => multiple(sheet, index),
            _ => increment(sheet, index, &earlier),
        };
        checks.extend(found.or_else(|| proof::run(sheet, index)));
    }
    // What was stated for the year before says more of an amount than the amount's own growth.
    let refuted: FxHashSet<(usize, usize)> = checks
        .iter()
        .filter(|check| check.kind == CheckKind::Change && check.metrics.len() == 3 && earlier.is_in(&check.metrics))
        .map(|check| (check.metrics[0], check.metrics[2]))
        .collect();
    checks.retain(|check| {
        let own = check.kind == CheckKind::Change && !earlier.is_in(&check.metrics);
        let holds = |one: usize| check.metrics.iter().any(|&other| refuted.contains(&(one, other)));
        !own || !check.metrics.iter().any(|&one| holds(one))
    });
}
