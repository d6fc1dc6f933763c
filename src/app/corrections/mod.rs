//! What a person changed in a reading. It is kept apart from the reading and laid over it anew each time, so that no
//! reading overwrites it.

mod apply;
pub mod particulars;
mod recheck;

use serde::{Deserialize, Serialize};

pub use self::apply::{Corrected, Origin, apply};
use super::anchor::Anchor;
use super::plain;
use crate::contract::{Metric, Particulars, Quantity, Report, Span};
use crate::report::{Kind, Qualifier, Role};
use crate::text::Utf16Offsets;

/// What a person says of a reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    /// Of its figures.
    pub figures: Vec<Correction>,
    /// Of the report itself.
    pub report: Particulars,
}

/// What a person says of a figure. Nothing said leaves it as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Change {
    pub name: Option<String>,
    pub value: Option<f64>,
    /// Empty for a figure without a unit.
    pub unit: Option<String>,
    #[serde(default, deserialize_with = "Kind::known")]
    pub kind: Option<Kind>,
    #[serde(default, deserialize_with = "Role::known")]
    pub role: Option<Role>,
    #[serde(default, deserialize_with = "Qualifier::known")]
    pub qualifier: Option<Qualifier>,
    /// Empty for a figure without one.
    pub period: Option<String>,
    pub whole: Option<Whole>,
    /// Whether it is no figure at all.
    pub excluded: bool,
    /// Whether the person has seen that it is right.
    pub seen: bool,
}

/// What a figure belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Whole {
    /// To none.
    Nothing,
    /// To the figure at a place.
    Figure(Place),
}

/// A place of the text, and which of the figures that are stated there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    anchor: Anchor,
    nth: usize,
}

/// A figure and what a person says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    place: Place,
    /// Whether the person found the figure; else it was read.
    pub added: bool,
    /// What the person says.
    pub change: Change,
}

impl Corrections {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.report.is_empty()
    }

    /// All of it on its way between the page and the workers: a pair in JSON.
    pub fn to_json(&self) -> String {
        plain::write(&(&self.figures, &self.report))
    }

    /// What came so.
    pub fn from_json(json: &str) -> Option<Self> {
        let (figures, report) = plain::read(json)?;
        Some(Self { figures, report })
    }
}

impl Place {
    /// The place of a figure among the figures of a reading.
    pub fn of(metrics: &[Metric], id: usize, text: &str) -> Option<Self> {
        let span = metrics.get(id)?.span;
        let nth = metrics[..id].iter().rev().take_while(|other| other.span == span).count();
        Some(Self { anchor: Anchor::new(text, &Utf16Offsets::new(text), span), nth })
    }

    /// The figure that is there now.
    fn find(&self, metrics: &[Metric], text: &str, offsets: &Utf16Offsets) -> Option<usize> {
        let span = self.anchor.find(text, offsets)?;
        let first = metrics.partition_point(|metric| metric.span.start < span.start);
        let here = metrics[first..].iter().take_while(|metric| metric.span == span).count();
        (self.nth < here).then_some(first + self.nth)
    }

    /// The words of the place.
    pub fn quote(&self) -> &str {
        self.anchor.quote()
    }
}

impl Change {
    /// Whether something else is said than that it is right.
    pub fn changes(&self) -> bool {
        Self { seen: false, ..self.clone() } != Self::default()
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether sums and rates that were done with the figure must be done again.
    fn unsettles(&self) -> bool {
        let is_named_or_seen = Self { name: self.name.clone(), seen: self.seen, ..Self::default() };
        *self != is_named_or_seen
    }

    fn lay_over(&self, metric: &mut Metric) {
        self.name.iter().for_each(|name| metric.indicator.clone_from(name));
        metric.kind = self.kind.unwrap_or(metric.kind);
        metric.role = self.role.unwrap_or(metric.role);
        metric.qualifier = self.qualifier.unwrap_or(metric.qualifier);
        let set_or_empty = |field: &mut Option<String>, said: &Option<String>| {
            said.iter().for_each(|said| *field = Some(said.clone()).filter(|said| !said.is_empty()));
        };
        set_or_empty(&mut metric.unit, &self.unit);
        set_or_empty(&mut metric.period, &self.period);
        if let Some(value) = self.value {
            (metric.value, metric.low) = (value, None);
        }
    }
}

impl Correction {
    /// Words that the reading passed over, as a figure.
    pub fn add(text: &str, span: Span, name: String) -> Option<Self> {
        let offsets = Utf16Offsets::new(text);
        let quote = &text[offsets.byte(span.start)..offsets.byte(span.end)];
        let quantity = Quantity::list(&crate::quantities(quote), quote).into_iter().next()?;
        let place = Place { anchor: Anchor::new(text, &offsets, span), nth: 0 };
        let change = Change {
            name: Some(name),
            value: Some(quantity.value),
            unit: quantity.unit,
            kind: quantity.kind.or(Some(Kind::Count)),
            role: Some(Role::Actual),
            qualifier: Some(quantity.qualifier),
            ..Change::default()
        };
        Some(Self { place, added: true, change })
    }

    /// The words that it is about.
    pub fn quote(&self) -> &str {
        self.place.quote()
    }
}

/// Says something else of a figure: of the corrections one is changed, one comes, or one goes.
pub fn say(
    corrections: &[Correction],
    corrected: (&Report, Origin),
    id: usize,
    text: &str,
    change: Change,
) -> Vec<Correction> {
    let (report, origin) = corrected;
    let mut next = corrections.to_vec();
    match origin.correction {
        Some(at) if change.is_empty() && !next[at].added => drop(next.remove(at)),
        Some(at) => next[at].change = change,
        None if change.is_empty() => {}
        None => {
            let place = Place::of(&report.metrics, id, text);
            next.extend(place.map(|place| Correction { place, added: false, change }));
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;
    use crate::contract::{Amendment, Deed};
    use crate::report::Relation;

    fn corrected(figures: &[Correction], text: &str) -> Corrected {
        laid_over(&sample::report(), text, figures)
    }

    fn laid_over(report: &Report, text: &str, figures: &[Correction]) -> Corrected {
        apply(report, text, &Corrections { figures: figures.to_vec(), ..Corrections::default() })
    }

    fn said(id: usize, change: Change) -> Vec<Correction> {
        say(&[], (&sample::report(), Origin::default()), id, sample::TEXT, change)
    }

    #[test]
    fn nothing_said_leaves_the_reading() {
        let plain = corrected(&[], sample::TEXT);
        assert_eq!(plain.report, sample::report());
        assert_eq!(said(0, Change::default()), []);
    }

    #[test]
    fn what_is_said_is_laid_over_what_was_read() {
        let change = Change {
            value: Some(58.0),
            name: Some("审议通过".to_owned()),
            unit: Some(String::new()),
            ..Change::default()
        };
        let after = corrected(&said(1, change), sample::TEXT);
        let metric = &after.report.metrics[1];
        assert_eq!((metric.value, metric.indicator.as_str(), metric.unit.as_deref()), (58.0, "审议通过", None));
        assert_eq!(after.origins[1], Origin { read: Some(1), correction: Some(0) });
        assert_eq!(after.report.checks, [], "57 without a unit is no part of 64个");
        let named = corrected(&said(1, Change { name: Some("通过数".to_owned()), ..Change::default() }), sample::TEXT);
        assert_eq!(named.report.checks, sample::report().checks);
    }

    #[test]
    fn a_figure_that_is_taken_away_leaves_the_others_in_order() {
        let after = corrected(&said(0, Change { excluded: true, ..Change::default() }), sample::TEXT);
        assert_eq!(
            after.report.metrics.iter().map(|metric| (metric.id, metric.of)).collect::<Vec<_>>(),
            [(0, None), (1, None), (2, None)]
        );
        assert_eq!(after.report.metrics[0].relation, None);
        assert_eq!((after.excluded, after.report.excluded[0].quote.as_str()), (vec![0], "64个"));
        assert_eq!(after.report.checks, [], "without the whole nothing is added up");
    }

    #[test]
    fn what_had_been_read_is_told_with_what_was_done() {
        let told = |change: Change| corrected(&said(1, change), sample::TEXT).report.metrics[1].amendment.clone();
        let change = Change { value: Some(58.0), whole: Some(Whole::Nothing), ..Change::default() };
        let whole = Some("审议项目".to_owned());
        let expected = Amendment { value: Some(57.0), whole, ..Amendment::new(Deed::Corrected) };
        assert_eq!(told(change), Some(expected));
        let seen = Change { seen: true, ..Change::default() };
        assert_eq!(told(seen), Some(Amendment { confirmed: true, ..Amendment::new(Deed::Confirmed) }));
        let same = Change { value: Some(57.0), ..Change::default() };
        assert_eq!(told(same), Some(Amendment::new(Deed::Corrected)), "nothing else was read");
    }

    #[test]
    fn period_and_exactness_are_said_like_the_rest() {
        let said = said(
            1,
            Change { period: Some("上半年".to_owned()), qualifier: Some(Qualifier::About), ..Change::default() },
        );
        let metric = corrected(&said, sample::TEXT).report.metrics[1].clone();
        assert_eq!((metric.period.as_deref(), metric.qualifier), (Some("上半年"), Qualifier::About));
        let read = (Some("全年".to_owned()), Some(Qualifier::Exact));
        assert_eq!(metric.amendment.map(|amendment| (amendment.period, amendment.qualifier)), Some(read));
        // Work that was kept before these could be said opens as it did.
        let older = serde_json::to_string(&said).expect("it is plain data");
        let older = older.replace(r#""qualifier":"about","period":"上半年","#, "");
        let read = serde_json::from_str::<Vec<Correction>>(&older).expect("it reads back");
        assert_eq!(corrected(&read, sample::TEXT).report.metrics[1].period.as_deref(), Some("全年"));
    }

    #[test]
    fn a_word_of_another_version_says_nothing_and_what_else_is_said_stays() {
        let change = Change { kind: Some(Kind::Volume), role: Some(Role::Limit), ..Change::default() };
        let named = Change { name: Some("通过数".to_owned()), ..change.clone() };
        let json = serde_json::to_string(&[said(0, change), said(1, named)].concat()).expect("it is plain data");
        let other = json.replace("volume", "temperature").replace("limit", "");
        let read: Vec<Correction> = serde_json::from_str(&other).expect("it reads back");
        let after = corrected(&read, sample::TEXT);
        assert_eq!((&after.report.metrics[0], after.lost), (&sample::report().metrics[0], vec![]));
        let metric = &after.report.metrics[1];
        assert_eq!((metric.indicator.as_str(), metric.kind, metric.role), ("通过数", Kind::Count, Role::Actual));
    }

    #[test]
    fn a_figure_may_belong_elsewhere() {
        let place = Place::of(&sample::report().metrics, 0, sample::TEXT).map(Whole::Figure);
        let after = corrected(&said(3, Change { whole: place, ..Change::default() }), sample::TEXT);
        assert_eq!((after.report.metrics[3].of, after.report.metrics[3].relation), (Some(0), Some(Relation::Part)));
        let free = corrected(&said(1, Change { whole: Some(Whole::Nothing), ..Change::default() }), sample::TEXT);
        assert_eq!((free.report.metrics[1].of, free.report.metrics[1].relation), (None, None));
    }

    #[test]
    fn words_that_were_passed_over_become_a_figure() {
        let byte = sample::TEXT.find("4次").expect("it is there");
        let start = sample::TEXT[..byte].encode_utf16().count();
        let added = Correction::add(sample::TEXT, Span { start, end: start + 2 }, "场次".to_owned())
            .expect("4次 is a quantity");
        let mut report = sample::report();
        report.metrics.pop();
        let after = laid_over(&report, sample::TEXT, std::slice::from_ref(&added));
        let metric = &after.report.metrics[3];
        assert_eq!((metric.value, metric.unit.as_deref(), metric.section), (4.0, Some("次"), Some(2)));
        assert!(
            Correction::add(sample::TEXT, Span { start: 0, end: 2 }, String::new()).is_none(),
            "no number, no figure"
        );
        assert_eq!(laid_over(&report, "别的文字", &[added]).lost, [0]);
    }

    #[test]
    fn a_figure_that_was_added_keeps_the_multiplier_that_is_printed() {
        let shown = |quote: &str| {
            let end = quote.encode_utf16().count();
            let added = Correction::add(quote, Span { start: 0, end }, String::new()).expect("it is a quantity");
            let report = Report { metrics: Vec::new(), ..sample::report() };
            let metric = laid_over(&report, quote, &[added]).report.metrics.remove(0);
            (metric.value, metric.scale)
        };
        assert_eq!(shown("3000亿元"), (3e11, Some("亿".to_owned())));
        assert_eq!(shown("三千人"), (3_000.0, None));
        assert_eq!(shown("12件"), (12.0, None));
    }

    #[test]
    fn corrections_outlive_the_text_around_them_and_travel_as_json() {
        let corrections = said(1, Change { value: Some(58.0), seen: true, ..Change::default() });
        let text = format!("新的开头\n{}", sample::TEXT);
        let mut report = sample::report();
        report.metrics.iter_mut().for_each(|metric| {
            metric.span.start += 5;
            metric.span.end += 5;
        });
        assert_eq!(laid_over(&report, &text, &corrections).report.metrics[1].value, 58.0);
        let lost = corrected(&corrections, "别的文字");
        assert_eq!((lost.lost, lost.report.metrics[1].value), (vec![0], 57.0));
        let json = serde_json::to_string(&corrections).expect("it is plain data");
        assert_eq!(serde_json::from_str::<Vec<Correction>>(&json).expect("it reads back"), corrections);
    }
}
