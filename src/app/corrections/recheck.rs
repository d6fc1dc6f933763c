//! The checks, done anew with what a person said: a sum that was read wrongly may agree now.

use rust_decimal::Decimal;

use crate::check;
use crate::output::json::{self, Report};
use crate::report::{Direction, Kind, Metric, NameRule, Qualifier, Relation, Role, Span, Why};
use crate::text::Utf16Offsets;

/// The checks of a corrected reading. `restated`: the figures whose value is not the one that is printed.
pub fn run(report: &Report, text: &str, offsets: &Utf16Offsets, restated: &[usize]) -> Vec<json::Check> {
    let byte = |span: json::Span| Span::new(offsets.byte(span.start), offsets.byte(span.end));
    // Without one of them the others would have other numbers.
    let metrics: Option<Vec<Metric>> = report.metrics.iter().map(|metric| figure(metric, byte)).collect();
    let noise: Vec<Span> = report.noise.iter().map(|noise| byte(noise.span)).collect();
    let checks = metrics.map(|metrics| check::run(text, &metrics, restated, &noise, report.year)).unwrap_or_default();
    let utf16 = |span: Span| json::Span { start: offsets.utf16(span.start), end: offsets.utf16(span.end) };
    checks.into_iter().map(|check| json::Check::new(check, utf16)).collect()
}

/// A figure as the checks take it; nothing for one whose value is too large to be held.
fn figure(metric: &json::Metric, byte: impl Fn(json::Span) -> Span) -> Option<Metric> {
    let span = byte(metric.span);
    Some(Metric {
        section: metric.section,
        indicator: metric.indicator.clone(),
        value: decimal(metric.value)?,
        low: metric.low.and_then(decimal),
        scale: metric.scale.clone(),
        unit: metric.unit.clone(),
        kind: Kind::named(&metric.kind)?,
        role: Role::named(&metric.role)?,
        qualifier: Qualifier::named(&metric.qualifier)?,
        direction: metric.direction.as_deref().and_then(Direction::named),
        period: metric.period.clone(),
        of: metric.of,
        relation: metric.relation.as_deref().and_then(Relation::named),
        confidence: metric.confidence as f32,
        span,
        sentence: byte(metric.sentence),
        why: Why { name: NameRule::Quote, link: None, extent: span, period: None, planned: false },
    })
}

fn decimal(value: f64) -> Option<Decimal> {
    value.to_string().parse().ok()
}
