//! The readings of several reports that were pasted together, as one: each further report is a section without a number, headed by its
//! title.

use rustc_hash::FxHashSet;

use crate::report::{Check, Finding, FindingKind, Metric, Report, Section, Skipped, Span};
use crate::verdict::{Outcome, Verdict};

/// Joins another report to those before it in a text, whose titles are known; it begins with its title.
pub fn join<'text>(
    text: &'text str,
    report: &mut Report,
    known: &mut FxHashSet<&'text str>,
    (title, end): (Span, usize),
    other: Report,
) {
    let on = |span: Span| Span::new(span.start + title.start, span.end + title.start);
    let (top, metrics) = (report.sections.len(), report.metrics.len());
    let outcome = if known.insert(title.of(text)) { Outcome::Further } else { Outcome::Again };
    let message = Verdict::odd(outcome).named(&other.title.unwrap_or_else(|| title.of(text).to_owned()));
    report.sections.push(Section {
        parent: None,
        depth: 1,
        marker: Span::new(title.start, title.start),
        title: Some(title),
        lead: title,
        part: None,
        span: Span::new(title.start, end),
        heading: title,
    });
    report.sections.extend(other.sections.into_iter().map(|section| Section {
        parent: Some(section.parent.map_or(top, |parent| top + 1 + parent)),
        depth: section.depth + 1,
        marker: on(section.marker),
        title: section.title.map(on),
        lead: on(section.lead),
        part: section.part,
        span: on(section.span),
        heading: on(section.heading),
    }));
    report.metrics.extend(other.metrics.into_iter().map(|mut metric: Metric| {
        metric.shift(on);
        metric.section = Some(metric.section.map_or(top, |section| top + 1 + section));
        metric.of = metric.of.map(|whole| metrics + whole);
        metric
    }));
    report.skipped.extend(other.skipped.into_iter().map(|skipped| Skipped { span: on(skipped.span), ..skipped }));
    report.checks.extend(other.checks.into_iter().map(|check| Check {
        span: on(check.span),
        metrics: check.metrics.into_iter().map(|metric| metrics + metric).collect(),
        ..check
    }));
    report.findings.push(Finding { kind: FindingKind::Further, span: title, message });
    report.findings.extend(other.findings.into_iter().map(|finding| Finding { span: on(finding.span), ..finding }));
    report.noise.extend(other.noise.into_iter().map(on));
}
