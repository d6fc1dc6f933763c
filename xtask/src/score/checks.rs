//! What was proved and refuted.

use gangmu::output::json::{Check, Metric, Span};

use super::gold::Claim;
use super::tally::Tally;
use super::text::{Source, meet};

const INCONSISTENT: &str = "inconsistent";

pub fn score(
    source: &Source,
    gold: &[Claim],
    got: &[Check],
    metrics: &[Metric],
    tally: &mut Tally,
) -> Result<(), String> {
    let places: Vec<Span> = gold.iter().map(|want| source.locate(&want.at)).collect::<Result<_, _>>()?;
    let touches = |check: &Check, place: Span| {
        metrics.iter().any(|metric| check.metrics.contains(&metric.id) && meet(metric.span, place))
    };
    // A fault of the outline has no figures.
    let mut free: Vec<&Check> = got.iter().filter(|check| check.kind != "numbering").collect();
    let raised = free.len();
    for (want, &place) in gold.iter().zip(&places) {
        let found = free
            .iter()
            .position(|check| want.kind.accept(&check.kind) && check.status == want.status && touches(check, place));
        // A check proves one thing.
        found.map(|found| free.remove(found));
        if !want.optional {
            tally.hit("checks.recall", found.is_some(), || format!("check missed: {:?} {}", want.kind, want.at));
        }
    }
    tally.add("checks.precision", raised - free.len(), raised);
    let is_claimed = |check: &Check| {
        gold.iter().zip(&places).any(|(want, &place)| want.status == INCONSISTENT && touches(check, place))
    };
    free.retain(|check| check.status == INCONSISTENT && !is_claimed(check));
    tally.add("checks.false_alarms", free.len(), 0);
    free.iter().for_each(|check| tally.say(format!("check alarm: {}", check.message)));
    Ok(())
}
