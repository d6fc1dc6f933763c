//! A reading as a person can read and judge it: a fact on each line.

use std::fmt::Write;

use gangmu::Report;
use gangmu::report::{Metric, Part, Section};

/// The reading of the text.
pub fn written(text: &str, report: &Report) -> String {
    let or_none = |words: Option<&str>| words.unwrap_or("-").to_owned();
    let mut out = format!(
        "title     {}\ngenre     {}\nissuer    {}\nyear      {}\npublished {}\n",
        or_none(report.title.as_deref()),
        report.genre.as_str(),
        or_none(report.issuer.as_deref()),
        or_none(report.year.map(|year| year.to_string()).as_deref()),
        or_none(report.published.as_deref()),
    );
    let mut list = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            // Writing into a string does not fail.
            let _ = write!(out, "\n{name}\n{}", lines.iter().map(|line| format!("  {line}\n")).collect::<String>());
        }
    };
    list("preamble", report.preamble.iter().map(|span| shown(span.of(text))).collect());
    list("outline", report.sections.iter().map(|section| outline_line(text, section)).collect());
    list(
        "metrics",
        report.metrics.iter().enumerate().map(|(id, metric)| metric_line(text, report, id, metric)).collect(),
    );
    list(
        "skipped",
        report.skipped.iter().map(|one| format!("{} {}", shown(one.span.of(text)), one.reason.as_str())).collect(),
    );
    list(
        "checks",
        report
            .checks
            .iter()
            .map(|check| {
                format!("{} {} {:?} {}", check.kind.as_str(), check.status.as_str(), check.metrics, check.message)
            })
            .collect(),
    );
    list(
        "findings",
        report
            .findings
            .iter()
            .map(|finding| format!("{} {} | {}", finding.kind.as_str(), shown(finding.span.of(text)), finding.message))
            .collect(),
    );
    if let Some(parts) = &report.parts {
        let places = |part: &Part| {
            let places: Vec<String> = parts[*part].iter().map(|place| shown(place.span.of(text))).collect();
            format!("{}: {}", part.as_str(), if places.is_empty() { "missing".to_owned() } else { places.join(" / ") })
        };
        list("parts", Part::ALL.iter().map(places).collect());
    }
    list("noise", report.noise.iter().map(|span| shown(span.of(text))).collect());
    out
}

fn outline_line(text: &str, section: &Section) -> String {
    let indent = "  ".repeat(section.depth - 1);
    let words = match section.title {
        Some(title) => shown(title.of(text)),
        None => format!("~ {}", shown(section.lead.of(text))),
    };
    let part = section.part.map(|part| format!(" [{}]", part.as_str())).unwrap_or_default();
    format!("{indent}{} {words}{part}", shown(section.marker.of(text)))
}

/// `id indicator | quote | low–value unit scale | kind role qualifier direction | period | relation of | section`
fn metric_line(text: &str, report: &Report, id: usize, metric: &Metric) -> String {
    let low = metric.low.map(|low| format!("{low}–")).unwrap_or_default();
    let words = [
        Some(metric.kind.as_str()),
        Some(metric.role.as_str()),
        Some(metric.qualifier.as_str()),
        metric.direction.map(|direction| direction.as_str()),
    ];
    let whole = metric.of.zip(metric.relation).map(|(of, relation)| format!("{} of {of}", relation.as_str()));
    let cells = [
        format!("{id} {}", metric.indicator),
        shown(metric.span.of(text)),
        [Some(format!("{low}{}", metric.value)), metric.unit.clone(), metric.scale.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        words.into_iter().flatten().collect::<Vec<_>>().join(" "),
        metric.period.clone().unwrap_or_default(),
        whole.unwrap_or_default(),
        metric.section.map(|id| shown(report.sections[id].marker.of(text))).unwrap_or_default(),
    ];
    cells.join(" | ")
}

/// Words on one line, the middle of long ones left out, white space made visible where it could mislead.
fn shown(words: &str) -> String {
    const ENDS: usize = 24;
    let line: Vec<char> = words.trim().chars().map(|one| if one.is_control() { '⏎' } else { one }).collect();
    if line.len() <= 2 * ENDS {
        return line.into_iter().collect();
    }
    line[..ENDS].iter().chain(['…'].iter()).chain(&line[line.len() - ENDS..]).collect()
}
