//! The JSON form of a reading: the contract `gangmu.report/1`.
//!
//! Spans are UTF-16 offsets into the text that was read, CR LF being two: what JavaScript's `slice` and editors take.
//! The page and the worker speak in the same structs.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::report::{
    self, CheckKind, Direction, FindingKind, Genre, Kind, LinkRule, NameRule, Part, Qualifier, Reason, Relation, Role,
    Status, vocabulary,
};
use crate::text::Utf16Offsets;
use crate::verdict::Verdict;

/// The name of this form.
pub const SCHEMA: &str = "gangmu.report/1";

/// The program and its version.
pub const GENERATOR: &str = concat!("gangmu ", env!("CARGO_PKG_VERSION"));

/// A half-open range of UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

/// Where a text came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// A file's name, as it was given on the command line; null for a pasted text.
    pub name: Option<String>,
    /// SHA-256 of the text in UTF-8, in hexadecimal.
    pub sha256: String,
}

/// [`report::Section`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Section {
    pub id: usize,
    pub parent: Option<usize>,
    pub depth: usize,
    pub marker: String,
    pub title: Option<String>,
    pub lead: String,
    pub part: Option<Part>,
    pub span: Span,
    pub heading: Span,
}

/// [`report::Why`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Why {
    pub name: NameRule,
    pub link: Option<LinkRule>,
    pub extent: Span,
    pub period: Option<Span>,
    pub planned: bool,
}

vocabulary! {
    /// What a person did with a figure.
    #[derive(Default)]
    Deed {
        /// It is right as it was read.
        #[default]
        Confirmed = "confirmed",
        /// It is otherwise.
        Corrected = "corrected",
        /// It had not been read.
        Added = "added",
        /// It is no figure.
        Excluded = "excluded",
    }
}

/// What a person did with a figure, and what the reading had said where the person says something else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amendment {
    /// What was done.
    pub action: Deed,
    /// Whether the person has confirmed the figure.
    pub confirmed: bool,
    /// The name that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The value that was read.
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "shortest_option")]
    pub value: Option<f64>,
    /// The lower end of the range that was read.
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "shortest_option")]
    pub low: Option<f64>,
    /// The unit that was read; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The kind that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The role that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How exact it was read to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// The time that was read; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The name of the figure that it was read to belong to; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
}

impl Amendment {
    /// What was done, nothing having been read otherwise.
    pub fn new(action: Deed) -> Self {
        Self { action, ..Self::default() }
    }
}

/// Who reports, on which year, and in what sort of document: what a person says of them, or what had been read where a person
/// says something else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Particulars {
    /// The body; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The year; 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// What sort of document it is.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "Genre::known")]
    pub genre: Option<Genre>,
}

impl Particulars {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// [`report::Metric`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Metric {
    pub id: usize,
    pub section: Option<usize>,
    pub indicator: String,
    pub quote: String,
    #[serde(serialize_with = "shortest")]
    pub value: f64,
    #[serde(serialize_with = "shortest_option")]
    pub low: Option<f64>,
    pub scale: Option<String>,
    pub unit: Option<String>,
    pub kind: Kind,
    pub role: Role,
    pub qualifier: Qualifier,
    pub direction: Option<Direction>,
    pub period: Option<String>,
    pub of: Option<usize>,
    pub relation: Option<Relation>,
    #[serde(serialize_with = "shortest")]
    pub confidence: f64,
    pub span: Span,
    pub sentence: Span,
    /// Why it was read so; not there for a figure that a person added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// What a person did with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Amendment>,
}

impl Metric {
    /// A figure of which nothing is known yet but its words and where they stand.
    pub fn blank(quote: String, span: Span) -> Self {
        Self {
            id: 0,
            section: None,
            indicator: String::new(),
            quote,
            value: 0.0,
            low: None,
            scale: None,
            unit: None,
            kind: Kind::Count,
            role: Role::Actual,
            qualifier: Qualifier::Exact,
            direction: None,
            period: None,
            of: None,
            relation: None,
            confidence: 1.0,
            span,
            sentence: span,
            why: None,
            amendment: None,
        }
    }

    /// Whether its value is the one that is printed.
    pub fn is_as_printed(&self) -> bool {
        self.amendment.as_ref().is_none_or(|amendment| {
            amendment.action != Deed::Added && amendment.value.is_none() && amendment.unit.is_none()
        })
    }
}

/// [`report::Quantity`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Quantity {
    pub quote: String,
    #[serde(serialize_with = "shortest")]
    pub value: f64,
    #[serde(serialize_with = "shortest_option")]
    pub low: Option<f64>,
    pub unit: Option<String>,
    pub kind: Option<Kind>,
    pub qualifier: Qualifier,
    pub span: Span,
}

impl Quantity {
    /// The quantities of `text` in this form.
    pub fn list(quantities: &[report::Quantity], text: &str) -> Vec<Self> {
        let offsets = Utf16Offsets::new(text);
        let quantity = |quantity: &report::Quantity| Self {
            quote: quantity.span.of(text).to_owned(),
            value: number(quantity.value),
            low: quantity.low.map(number),
            unit: quantity.unit.clone(),
            kind: quantity.kind,
            qualifier: quantity.qualifier,
            span: Span { start: offsets.utf16(quantity.span.start), end: offsets.utf16(quantity.span.end) },
        };
        quantities.iter().map(quantity).collect()
    }
}

/// [`report::Skipped`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Skipped {
    pub span: Span,
    pub reason: Reason,
}

/// [`report::Check`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Check {
    pub kind: CheckKind,
    pub status: Status,
    pub metrics: Vec<usize>,
    pub message: Verdict,
    pub span: Span,
}

impl Check {
    /// A check in this form, with its place.
    pub fn new(check: report::Check, span: impl Fn(report::Span) -> Span) -> Self {
        Self {
            kind: check.kind,
            status: check.status,
            metrics: check.metrics,
            message: check.message,
            span: span(check.span),
        }
    }
}

/// [`report::Finding`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Finding {
    pub kind: FindingKind,
    pub span: Span,
    pub message: Verdict,
}

impl Finding {
    /// A finding in this form, with its place.
    pub fn new(finding: report::Finding, span: impl Fn(report::Span) -> Span) -> Self {
        Self { kind: finding.kind, span: span(finding.span), message: finding.message }
    }
}

/// [`report::PartPlace`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct PartPlace {
    pub section: Option<usize>,
    pub span: Span,
}

/// [`report::Parts`]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Parts {
    pub achievements: Vec<PartPlace>,
    pub problems: Vec<PartPlace>,
    pub first_responsible: Vec<PartPlace>,
    pub plans: Vec<PartPlace>,
}

impl Parts {
    /// The parts in this form, each place by `span`.
    pub fn new(parts: &report::Parts, span: impl Fn(report::Span) -> Span) -> Self {
        let place = |place: &report::PartPlace| PartPlace { section: place.section, span: span(place.span) };
        let places = |part: Part| parts[part].iter().map(place).collect();
        Self {
            achievements: places(Part::Achievements),
            problems: places(Part::Problems),
            first_responsible: places(Part::FirstResponsible),
            plans: places(Part::Plans),
        }
    }

    /// Each part with the places that tell it.
    pub fn each(&self) -> [(Part, &[PartPlace]); 4] {
        [
            (Part::Achievements, &self.achievements),
            (Part::Problems, &self.problems),
            (Part::FirstResponsible, &self.first_responsible),
            (Part::Plans, &self.plans),
        ]
    }
}

/// A piece of page furniture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Noise {
    pub span: Span,
    pub text: String,
}

/// [`report::Report`]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Report {
    pub schema: String,
    /// The program that read it, with its version.
    #[serde(default)]
    pub generator: String,
    pub source: Source,
    /// The text, where the input was not plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub genre: Genre,
    pub title: Option<String>,
    pub title_span: Option<Span>,
    pub issuer: Option<String>,
    pub year: Option<i32>,
    /// What had been read, where a person says something else of the report itself.
    #[serde(default, skip_serializing_if = "Particulars::is_empty")]
    pub amendment: Particulars,
    pub published: Option<String>,
    pub preamble: Vec<Span>,
    pub sections: Vec<Section>,
    pub metrics: Vec<Metric>,
    /// Figures that a person took away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<Metric>,
    pub skipped: Vec<Skipped>,
    pub checks: Vec<Check>,
    pub findings: Vec<Finding>,
    pub parts: Option<Parts>,
    pub noise: Vec<Noise>,
}

/// Whole numbers without a decimal point, others in the shortest form that reads back the same.
fn shortest<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    // Up to here every whole number is a double of its own.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn shortest_option<S: serde::Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => shortest(value, serializer),
        None => serializer.serialize_none(),
    }
}

impl Report {
    /// The sections that are further reports in the same text: their titles have no number.
    pub fn further(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.marker.is_empty())
    }

    /// The reading of `text` in this form. `name` is the file's, if there is one.
    pub fn new(reading: &report::Report, text: &str, name: Option<&str>) -> Self {
        let offsets = Utf16Offsets::new(text);
        let span = |span: report::Span| Span { start: offsets.utf16(span.start), end: offsets.utf16(span.end) };
        let words = |span: report::Span| span.of(text).to_owned();
        Self {
            schema: SCHEMA.to_owned(),
            generator: GENERATOR.to_owned(),
            source: Source { name: name.map(str::to_owned), sha256: sha256(text) },
            text: None,
            genre: reading.genre,
            title: reading.title.clone(),
            title_span: reading.title_span.map(span),
            issuer: reading.issuer.clone(),
            year: reading.year,
            amendment: Particulars::default(),
            published: reading.published.clone(),
            preamble: reading.preamble.iter().copied().map(span).collect(),
            sections: reading
                .sections
                .iter()
                .enumerate()
                .map(|(id, section)| Section {
                    id,
                    parent: section.parent,
                    depth: section.depth,
                    marker: words(section.marker),
                    title: section.title.map(words),
                    lead: words(section.lead),
                    part: section.part,
                    span: span(section.span),
                    heading: span(section.heading),
                })
                .collect(),
            metrics: reading
                .metrics
                .iter()
                .enumerate()
                .map(|(id, metric)| Metric {
                    id,
                    section: metric.section,
                    indicator: metric.indicator.clone(),
                    quote: words(metric.span),
                    value: number(metric.value),
                    low: metric.low.map(number),
                    scale: metric.scale.clone(),
                    unit: metric.unit.clone(),
                    kind: metric.kind,
                    role: metric.role,
                    qualifier: metric.qualifier,
                    direction: metric.direction,
                    period: metric.period.clone(),
                    of: metric.of,
                    relation: metric.relation,
                    confidence: f64::from((metric.confidence * 100.0).round()) / 100.0,
                    span: span(metric.span),
                    sentence: span(metric.sentence),
                    why: Some(Why {
                        name: metric.why.name,
                        link: metric.why.link,
                        extent: span(metric.why.extent),
                        period: metric.why.period.map(span),
                        planned: metric.why.planned,
                    }),
                    amendment: None,
                })
                .collect(),
            excluded: Vec::new(),
            skipped: reading
                .skipped
                .iter()
                .map(|skipped| Skipped { span: span(skipped.span), reason: skipped.reason })
                .collect(),
            checks: reading.checks.iter().map(|check| Check::new(check.clone(), span)).collect(),
            findings: reading.findings.iter().map(|finding| Finding::new(finding.clone(), span)).collect(),
            parts: reading.parts.as_ref().map(|parts| Parts::new(parts, span)),
            noise: reading.noise.iter().map(|&noise| Noise { span: span(noise), text: words(noise) }).collect(),
        }
    }
}

/// The double nearest to a decimal, which is a whole number divided by a power of ten. By long division, bit by bit, because
/// reading a double from digits takes a table of 10 kB.
pub fn number(value: Decimal) -> f64 {
    /// Two more bits than a double has: with what remains they decide which way it is rounded.
    const BITS: u32 = f64::MANTISSA_DIGITS + 2;
    let divisor = 10_u128.pow(value.scale());
    let whole = value.mantissa().unsigned_abs();
    let (mut quotient, mut rest) = (whole / divisor, whole % divisor);
    let mut exponent = 0;
    while rest != 0 && quotient >> BITS == 0 {
        rest *= 2;
        quotient = quotient * 2 + rest / divisor;
        rest %= divisor;
        exponent -= 1;
    }
    // A cast rounds to the nearest; a last bit that is set keeps what remains from looking like a tie.
    let nearest = (quotient | u128::from(rest != 0)) as f64 * 2_f64.powi(exponent);
    if value.is_sign_negative() { -nearest } else { nearest }
}

/// SHA-256 of the text in UTF-8, in hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_the_double_that_its_digits_name() {
        let mut numbers: Vec<Decimal> =
            ["0", "1", "-2.5", "0.1", "143000000", "9007199254740993", "9007199254740992.5"]
                .into_iter()
                .chain([
                    "0.0000000000000000000000000001",
                    "79228162514264337593543950335",
                    "7.9228162514264337593543950335",
                ])
                .map(|digits| digits.parse().expect("a decimal"))
                .collect();
        let mut mantissa = 1_i128;
        for scale in (0..=28).cycle().take(3_000) {
            mantissa = mantissa.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            numbers.push(Decimal::from_i128_with_scale(mantissa >> (32 + scale), scale));
        }
        for decimal in numbers {
            assert_eq!(number(decimal), decimal.to_string().parse::<f64>().expect("a double"), "{decimal}");
        }
    }
}
