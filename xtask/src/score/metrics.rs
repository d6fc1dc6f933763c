//! The figures: which were found, and what was said of them.

use std::collections::{BTreeMap, BTreeSet};

use gangmu::contract::{Metric, Span};
use gangmu::report::{Direction, Relation};

use super::gold::{Answers, Figure};
use super::tally::Tally;
use super::text::{Source, fold, likeness, meet, unit};

pub fn score(source: &Source, gold: &[Figure], got: &[Metric], tally: &mut Tally) -> Result<(), String> {
    for metric in got {
        let printed = fold(&source.at(metric.span));
        let is_grounded = !printed.is_empty() && printed == fold(&metric.quote);
        tally.hit("metrics.grounded", is_grounded, || format!("quote: {} is not there", metric.quote));
    }
    let places: Vec<Span> = gold.iter().map(|want| source.locate(&want.at)).collect::<Result<_, _>>()?;
    let pairs = pair(gold, &places, got);
    for (&want, &have) in &pairs {
        let is_hit = fold(&got[have].quote) == fold(&source.at(places[want]));
        tally.hit("metrics.quote", is_hit, || format!("quote: {} read {}", gold[want].at, got[have].quote));
    }
    count(gold, &places, got, &pairs, tally);

    let whole = |want: &Figure| gold.iter().position(|whole| whole.id.is_some() && whole.id == want.of);
    for (&at, &have) in pairs.iter().filter(|&(&at, _)| !gold[at].optional) {
        let (want, have) = (&gold[at], &got[have]);
        indicator(want, whole(want).map(|whole| &gold[whole]), have, tally);
        fields(want, have, tally);
        if !want.of_optional {
            let expected = whole(want).and_then(|whole| pairs.get(&whole)).map(|&whole| got[whole].id);
            let found = have.of.filter(|id| got.iter().any(|metric| metric.id == *id));
            relation(want, expected, found, have, tally);
        }
    }
    Ok(())
}

/// Which figure was read as which metric: first where the name is right, then by what is most alike.
fn pair(gold: &[Figure], places: &[Span], got: &[Metric]) -> BTreeMap<usize, usize> {
    let mut free: BTreeSet<usize> = (0..got.len()).collect();
    let mut pairs = BTreeMap::new();
    for by_name in [true, false] {
        for (at, want) in gold.iter().enumerate() {
            if pairs.contains_key(&at) {
                continue;
            }
            let mut best: Option<(f64, usize)> = None;
            for &have in free.iter().filter(|&&have| is_same(want, places[at], &got[have])) {
                let close = closeness(&want.indicator, &got[have].indicator);
                if (!by_name || close == 1.0) && best.is_none_or(|(closest, _)| close > closest) {
                    best = Some((close, have));
                }
            }
            if let Some((_, have)) = best {
                pairs.insert(at, have);
                free.remove(&have);
            }
        }
    }
    pairs
}

/// Whether a metric is the number that a figure is.
fn is_same(want: &Figure, place: Span, have: &Metric) -> bool {
    let printed = unit(have.unit.as_deref().unwrap_or_default());
    meet(have.span, place)
        && (have.value - want.value).abs() <= 1e-9 * want.value.abs().max(1.0)
        && want.unit.as_slice().iter().any(|wanted| unit(wanted) == printed)
}

/// How close a name comes to the names that are right.
fn closeness(names: &[String], read: &str) -> f64 {
    let read = fold(read);
    names.iter().map(|name| likeness(&read, &fold(name))).fold(0.0, f64::max)
}

/// Counts what was found and what was made up. A figure on which careful readers differ counts neither way.
fn count(gold: &[Figure], places: &[Span], got: &[Metric], pairs: &BTreeMap<usize, usize>, tally: &mut Tally) {
    let spared = gold.iter().filter(|want| want.optional).count();
    let spared_pairs = pairs.keys().filter(|&&want| gold[want].optional).count();
    let hits = pairs.len() - spared_pairs;
    tally.add("metrics.recall", hits, gold.len() - spared);
    tally.add("metrics.precision", hits, got.len() - spared_pairs);

    let taken: BTreeSet<usize> = pairs.values().copied().collect();
    let free = || got.iter().enumerate().filter(|(have, _)| !taken.contains(have)).map(|(_, metric)| metric);
    for (at, want) in gold.iter().enumerate().filter(|(at, want)| !want.optional && !pairs.contains_key(at)) {
        let near = free().filter(|metric| meet(metric.span, places[at])).map(|metric| {
            let unit = metric.unit.as_deref().unwrap_or_default();
            format!(" but read {}={}{unit}", metric.quote, metric.value)
        });
        tally.say(format!("metric missed: {}{}", want.at, near.collect::<String>()));
    }
    for metric in free() {
        tally.say(format!("metric extra: {} | {}", metric.quote, metric.indicator));
    }
}

fn indicator(want: &Figure, whole: Option<&Figure>, have: &Metric, tally: &mut Tally) {
    let mut names = want.indicator.clone();
    // A name that repeats its whole's is right too.
    for whole in whole.iter().flat_map(|whole| &whole.indicator) {
        names.extend(want.indicator.iter().map(|own| format!("{whole}{own}")));
    }
    let close = closeness(&names, &have.indicator);
    tally.hit("indicator.exact", close == 1.0, || format!("indicator: {} read {} {close:.2}", want.at, have.indicator));
    tally.add("indicator.close", (close >= 0.7).into(), 1);
}

fn fields(want: &Figure, have: &Metric, tally: &mut Tally) {
    let is_right = |answers: &Option<Answers<String>>, usual: &str, read: &str| {
        answers.as_ref().map_or(read == usual, |a| a.accept(read))
    };
    let (kind, role, qualifier) = (have.kind.as_str(), have.role.as_str(), have.qualifier.as_str());
    for (measure, is_hit, read) in [
        ("field.kind", want.kind.accept(kind), kind),
        ("field.role", is_right(&want.role, "actual", role), role),
        ("field.qualifier", is_right(&want.qualifier, "exact", qualifier), qualifier),
    ] {
        tally.hit(measure, is_hit, || format!("{measure}: {} read {read}", want.at));
    }
    let (direction, period) = (have.direction.map(Direction::as_str), have.period.as_deref());
    for (measure, answers, read) in
        [("field.direction", &want.direction, direction), ("field.period", &want.period, period)]
    {
        let Some(answers) = answers else { continue };
        let read = read.unwrap_or_default();
        let is_hit = answers.as_slice().iter().any(|right| fold(right) == fold(read));
        tally.hit(measure, is_hit, || format!("{measure}: {} read {read} not {:?}", want.at, answers.as_slice()));
    }
}

/// Whether a figure hangs on what it belongs to: `expected` and `found` are the ids of metrics.
fn relation(want: &Figure, expected: Option<usize>, found: Option<usize>, have: &Metric, tally: &mut Tally) {
    let is_there = found.is_some() && found == expected;
    if want.of.is_some() {
        let read = have.relation.map(Relation::as_str);
        let is_hit = is_there && read == want.relation.as_deref();
        tally.hit("relation.recall", is_hit, || format!("relation: {} read {read:?} of {found:?}", want.at));
    }
    if found.is_some() {
        tally.add("relation.precision", (want.of.is_some() && is_there).into(), 1);
    }
}
