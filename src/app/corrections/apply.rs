//! A reading with the corrections of a person laid over it.

use super::{Correction, Corrections, Whole, particulars, recheck};
use crate::contract::{Amendment, Deed, Metric, Report, Section, Span};
use crate::order;
use crate::report::{Kind, Relation};
use crate::text::Utf16Offsets;

/// A reading with the corrections laid over it.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The reading. Its figures say what was done with them.
    pub report: Report,
    /// For each figure its number in the reading as it was read, and the correction that is laid over it.
    pub origins: Vec<Origin>,
    /// The corrections that take away the figures that the report tells as excluded.
    pub excluded: Vec<usize>,
    /// Corrections whose words are no longer in the text, or no longer a figure.
    pub lost: Vec<usize>,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its number in the reading as it was read.
    pub read: Option<usize>,
    /// The correction that is laid over it.
    pub correction: Option<usize>,
}

/// Lays corrections over a reading.
pub fn apply(as_read: &Report, text: &str, said: &Corrections) -> Corrected {
    let corrections = &said.figures;
    let offsets = Utf16Offsets::new(text);
    let plain = |(id, metric): (usize, &Metric)| (metric.clone(), Origin { read: Some(id), correction: None });
    let mut metrics: Vec<(Metric, Origin)> = as_read.metrics.iter().enumerate().map(plain).collect();
    let mut lost = Vec::new();
    for (at, correction) in corrections.iter().enumerate() {
        if correction.added {
            match correction.place.anchor.find(text, &offsets) {
                Some(span) => {
                    let metric = added(as_read, span, correction);
                    metrics.push((metric, Origin { read: None, correction: Some(at) }));
                }
                None => lost.push(at),
            }
        } else {
            match correction.place.find(&as_read.metrics, text, &offsets) {
                // All that it said was in words of another version of the program.
                Some(_) if correction.change.is_empty() => {}
                Some(id) => metrics[id].1.correction = Some(at),
                None => lost.push(at),
            }
        }
    }
    order::sort_by_key(&mut metrics, |(metric, _)| metric.span.start);
    let correction = |origin: &Origin| origin.correction.map(|at| &corrections[at]);
    let (gone, kept): (Vec<_>, Vec<_>) = metrics
        .into_iter()
        .partition(|(_, origin)| correction(origin).is_some_and(|correction| correction.change.excluded));
    // The reading's numbers of figures, and what they are now.
    let mut now = vec![None; as_read.metrics.len()];
    for (id, (_, origin)) in kept.iter().enumerate() {
        origin.read.into_iter().for_each(|read| now[read] = Some(id));
    }
    let whole_now = |of: Option<usize>| of.and_then(|whole| now.get(whole).copied().flatten());

    let mut report = Report { metrics: Vec::new(), excluded: Vec::new(), ..as_read.clone() };
    particulars::lay_over(&said.report, &mut report, text, &offsets);
    let figures: Vec<Metric> = kept.iter().map(|(metric, _)| metric.clone()).collect();
    let mut origins = Vec::with_capacity(kept.len());
    let mut restated = Vec::new();
    for (id, (mut metric, origin)) in kept.into_iter().enumerate() {
        metric.id = id;
        metric.of = whole_now(metric.of);
        if let Some(Correction { change, added, .. }) = correction(&origin) {
            change.lay_over(&mut metric);
            match &change.whole {
                Some(Whole::Nothing) => metric.of = None,
                Some(Whole::Figure(place)) => {
                    metric.of = place.find(&figures, text, &offsets).filter(|&whole| whole != id);
                    let counts = matches!(metric.kind, Kind::Count | Kind::Money);
                    metric.relation = Some(if counts { Relation::Part } else { Relation::Attribute });
                }
                None => {}
            }
            if *added || change.value.is_some() {
                restated.push(id);
            }
        }
        metric.relation = metric.relation.filter(|_| metric.of.is_some());
        report.metrics.push(metric);
        origins.push(origin);
    }
    let mut excluded = Vec::new();
    for (metric, origin) in gone {
        excluded.extend(origin.correction);
        let amendment = Some(Amendment::new(Deed::Excluded));
        report.excluded.push(Metric { of: whole_now(metric.of), amendment, ..metric });
    }
    for (id, origin) in origins.iter().enumerate() {
        if let Some(correction) = correction(origin) {
            report.metrics[id].amendment = Some(amendment(as_read, &report, id, *origin, correction));
        }
    }
    let is_unsettled = |correction: &Correction| correction.added || correction.change.unsettles();
    // Times are seen from the year that the report is about.
    if report.year != as_read.year || corrections.iter().any(is_unsettled) {
        (report.checks, report.findings) = recheck::run(&report, text, &offsets, &restated);
    } else {
        for check in &mut report.checks {
            check.metrics = check.metrics.iter().filter_map(|&metric| now.get(metric).copied().flatten()).collect();
        }
    }
    Corrected { report, origins, excluded, lost }
}

/// What was done with a figure, and what had been read where something else is said now.
fn amendment(as_read: &Report, report: &Report, id: usize, origin: Origin, correction: &Correction) -> Amendment {
    let Correction { change, added, .. } = correction;
    let action = match (added, change.changes()) {
        (true, _) => Deed::Added,
        (_, true) => Deed::Corrected,
        _ => Deed::Confirmed,
    };
    let mut amendment = Amendment { confirmed: change.seen, ..Amendment::new(action) };
    let Some(read) = origin.read.and_then(|read| as_read.metrics.get(read)) else { return amendment };
    let said = &report.metrics[id];
    let other = |read: &str, said: &str| (read != said).then(|| read.to_owned());
    let name = |report: &Report, whole: Option<usize>| {
        whole.and_then(|whole| report.metrics.get(whole)).map_or_else(String::new, |whole| whole.indicator.clone())
    };
    amendment.indicator = other(&read.indicator, &said.indicator);
    amendment.kind = (read.kind != said.kind).then_some(read.kind);
    amendment.role = (read.role != said.role).then_some(read.role);
    amendment.qualifier = (read.qualifier != said.qualifier).then_some(read.qualifier);
    amendment.unit = other(read.unit.as_deref().unwrap_or_default(), said.unit.as_deref().unwrap_or_default());
    amendment.period = other(read.period.as_deref().unwrap_or_default(), said.period.as_deref().unwrap_or_default());
    if (read.value, read.low) != (said.value, said.low) {
        (amendment.value, amendment.low) = (Some(read.value), read.low);
    }
    if change.whole.is_some() {
        amendment.whole = other(&name(as_read, read.of), &name(report, said.of));
    }
    amendment
}

/// A figure of which nothing is known yet but where it stands.
fn added(report: &Report, span: Span, correction: &Correction) -> Metric {
    let holds = |section: &&Section| section.span.start <= span.start && span.end <= section.span.end;
    let section = report.sections.iter().rev().find(holds).map(|section| section.id);
    let quote = correction.quote();
    let scale = scale(quote, correction.change.unit.as_deref().unwrap_or_default());
    Metric { section, scale, ..Metric::blank(quote.to_owned(), span) }
}

/// The multiplier that is printed between digits and unit: 亿 of 3000亿元.
fn scale(quote: &str, unit: &str) -> Option<String> {
    let number = quote.strip_suffix(unit).unwrap_or(quote);
    let digits = number.trim_end_matches(['百', '千', '万', '亿']);
    let scale = &number[digits.len()..];
    (digits.ends_with(|last: char| last.is_ascii_digit()) && !scale.is_empty()).then(|| scale.to_owned())
}
