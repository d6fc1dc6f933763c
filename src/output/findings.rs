//! What does not add up, what is missing, what is odd and what agrees, as one list in the order of its weight.

use super::label;
use crate::contract::{Metric, Parts, Report, Span};
use crate::report::{Part, Status};
use crate::text::Utf16Offsets;
use crate::words::{Language, file};

/// How much an entry weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Figures that do not agree.
    Wrong,
    /// A statutory part that is nowhere.
    Missing,
    /// Something to look at.
    Odd,
    /// Figures that agree.
    Right,
}

impl Weight {
    /// What it is called.
    pub const fn name(self, language: Language) -> &'static str {
        language.pick(match self {
            Self::Wrong => file::WRONG,
            Self::Missing => file::MISSING,
            Self::Odd => file::ODD,
            Self::Right => file::RIGHT,
        })
    }
}

/// An entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How much it weighs.
    pub weight: Weight,
    /// What was looked at: 分项合计, 序号, 法定内容.
    pub kind: String,
    /// What was found.
    pub message: String,
    /// The figures it speaks of.
    pub metrics: Vec<usize>,
    /// Where it stands; nowhere if it is missing.
    pub span: Option<Span>,
}

/// The whole list.
pub fn list(report: &Report, language: Language) -> Vec<Entry> {
    let checks = |status: Status, weight: Weight| {
        report.checks.iter().filter(move |check| check.status == status).map(move |check| Entry {
            weight,
            kind: language.check(check.kind).to_owned(),
            message: check.message.told(language),
            metrics: check.metrics.clone(),
            span: Some(check.span),
        })
    };
    let missing = missing_parts(report.parts.as_ref()).map(|part| Entry {
        weight: Weight::Missing,
        kind: language.pick(file::PART).to_owned(),
        message: language.part(part).to_owned(),
        metrics: Vec::new(),
        span: None,
    });
    let odd = report.findings.iter().map(|finding| Entry {
        weight: Weight::Odd,
        kind: language.finding(finding.kind).to_owned(),
        message: finding.message.told(language),
        metrics: Vec::new(),
        span: Some(finding.span),
    });
    let (wrong, right) = (checks(Status::Inconsistent, Weight::Wrong), checks(Status::Consistent, Weight::Right));
    wrong.chain(missing).chain(odd).chain(right).collect()
}

/// The list in two: what an author must mend, which every document tells first, and what agrees.
pub fn parted(report: &Report, language: Language) -> (Vec<Entry>, Vec<Entry>) {
    list(report, language).into_iter().partition(|entry| entry.weight != Weight::Right)
}

/// The statutory parts that a report must tell and does not.
pub fn missing_parts(parts: Option<&Parts>) -> impl Iterator<Item = Part> {
    parts.into_iter().flat_map(Parts::each).filter(|(_, places)| places.is_empty()).map(|(part, _)| part)
}

/// The innermost section that holds a place of the text.
pub fn section_at(report: &Report, place: usize) -> Option<usize> {
    let last = report.sections.partition_point(|section| section.span.start <= place).checked_sub(1)?;
    let lineage = std::iter::successors(Some(last), |&section| report.sections[section].parent);
    lineage.take(report.sections.len()).find(|&section| place < report.sections[section].span.end)
}

/// Where an entry stands: the headings from the top.
pub fn path(report: &Report, entry: &Entry) -> String {
    let section = entry.span.and_then(|span| section_at(report, span.start));
    label::path(report, section)
}

/// What was found, after the name of the first figure that it speaks of.
pub fn told(report: &Report, entry: &Entry, language: Language) -> String {
    let figure = entry.metrics.first().and_then(|&id| report.metrics.get(id));
    figure
        .map_or_else(|| entry.message.clone(), |figure| language.fill(file::TOLD, &[&figure.indicator, &entry.message]))
}

/// The words of the text at a span; of a long one, as between two places that say the same, where it begins and where it ends.
pub fn excerpt(text: &str, offsets: &Utf16Offsets, span: Span) -> String {
    /// So many bytes are shown whole; else a quarter of them at both ends.
    const LONG: usize = 1200;
    let words = quote(text, offsets, span).trim();
    if words.len() <= LONG {
        return words.to_owned();
    }
    let (begin, end) = (words.floor_char_boundary(LONG / 4), words.ceil_char_boundary(words.len() - LONG / 4));
    format!("{}……{}", &words[..begin], &words[end..])
}

/// The sentence of a figure; of a long one the words around the figure.
pub fn sentence(text: &str, offsets: &Utf16Offsets, metric: &Metric) -> String {
    /// So many bytes of it are shown before and behind the figure.
    const REACH: usize = 600;
    let words = quote(text, offsets, metric.sentence);
    let start = offsets.byte(metric.sentence.start);
    let place = |at: usize| offsets.byte(at).saturating_sub(start).min(words.len());
    let from = words.ceil_char_boundary(place(metric.span.start).saturating_sub(REACH));
    let to = words.floor_char_boundary((place(metric.span.end) + REACH).min(words.len()));
    let more = |cut: bool| if cut { "……" } else { "" };
    format!("{}{}{}", more(from > 0), words[from..to].trim(), more(to < words.len()))
}

/// The words of the text at a span.
pub fn quote<'text>(text: &'text str, offsets: &Utf16Offsets, span: Span) -> &'text str {
    text.get(offsets.byte(span.start)..offsets.byte(span.end)).unwrap_or_default()
}
