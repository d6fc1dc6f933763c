//! What was proved and refuted.

use gangmu::contract::{Check, Metric, Span};
use gangmu::report::Status;

use super::gold::Claim;
use super::tally::Tally;
use super::text::{Source, meet};

const INCONSISTENT: &str = Status::Inconsistent.as_str();

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
    let mut free: Vec<&Check> = got.iter().collect();
    let raised = free.len();
    for (want, &place) in gold.iter().zip(&places) {
        let is_told = |check: &Check| want.kind.accept(check.kind.as_str()) && check.status.as_str() == want.status;
        let found = free.iter().position(|check| is_told(check) && touches(check, place));
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
    free.retain(|check| check.status == Status::Inconsistent && !is_claimed(check));
    tally.add("checks.false_alarms", free.len(), 0);
    free.iter().for_each(|check| tally.say(format!("check alarm: {}", check.message)));
    Ok(())
}
