//! A reading beside the text it was read from, with what the page asks of it again and again.

mod choice;
mod runs;
#[cfg(test)]
pub mod sample;

use std::rc::Rc;

pub use self::choice::Chosen;
pub use self::runs::{Marks, Run};
use super::corrections::{self, Correction, Corrections, Origin};
use super::document::Document;
use super::rows::{self, Row};
use crate::contract::{Check, Metric, Report, Section, Skipped, Span};
use crate::order;
use crate::report::{Reason, Relation, Role, Status};
use crate::text::Utf16Offsets;

/// A text and what was read from it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text.
    pub document: Rc<Document>,
    /// What was read.
    pub as_read: Rc<Report>,
    /// What was read, with what a person changed.
    pub report: Rc<Report>,
    /// The corrections that take away the figures that the report tells as excluded.
    pub excluded: Vec<usize>,
    /// Corrections whose words are no longer in the text.
    pub lost: Vec<usize>,
    /// What a person says of it.
    pub corrections: Rc<Corrections>,
    /// Where the figures come from; empty if nothing was changed.
    origins: Vec<Origin>,
    /// The rows of the table, all of them.
    pub rows: Vec<Row>,
    /// What each section holds, its subsections included.
    pub tallies: Vec<Tally>,
    /// Of each numeral that is no figure whether it is but a part of speech: 一城, 第一时间.
    is_speech: Vec<bool>,
    /// Figures with the checks that speak of them, by figure.
    checks: Vec<(usize, usize)>,
    /// Figures with what was to be reached and where they began, by figure.
    beside: Vec<(usize, usize)>,
}

/// What a section holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many figures.
    pub metrics: usize,
    /// How many checks that fail and things that are odd.
    pub faults: usize,
    /// How many of them stand in the section itself, in none of its subsections.
    pub own_faults: usize,
    /// How many of all are checks that fail.
    pub wrong: usize,
    /// How many of those in the section itself are.
    pub own_wrong: usize,
}

/// The same reading is the one in the same place: to compare two word for word would take longer than to show them.
impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// Puts a text and its reading together.
    pub fn new(document: Rc<Document>, report: Report) -> Self {
        Self::corrected(document, Rc::new(report), Rc::default())
    }

    /// Puts a text, its reading and what a person says of it together.
    pub fn corrected(document: Rc<Document>, as_read: Rc<Report>, corrections: Rc<Corrections>) -> Self {
        let (report, origins, excluded, lost) = if corrections.is_empty() {
            (as_read.clone(), Vec::new(), Vec::new(), Vec::new())
        } else {
            let laid = corrections::apply(&as_read, document.source(), &corrections);
            (Rc::new(laid.report), laid.origins, laid.excluded, laid.lost)
        };
        let rows = rows::all(&report);
        let mut checks: Vec<(usize, usize)> = report
            .checks
            .iter()
            .enumerate()
            .flat_map(|(check, Check { metrics, .. })| metrics.iter().map(move |&metric| (metric, check)))
            .collect();
        order::sort_by_key(&mut checks, |&pair| pair);
        let beside = beside(&report.metrics);
        let offsets = Utf16Offsets::new(document.source());
        let speech = |skipped: &Skipped| {
            let Span { start, end } = skipped.span;
            is_speech(&document.source()[offsets.byte(start)..offsets.byte(end)], skipped.reason)
        };
        let is_speech = report.skipped.iter().map(speech).collect();
        let mut reading = Self {
            document,
            as_read,
            report,
            excluded,
            lost,
            corrections,
            origins,
            rows,
            tallies: Vec::new(),
            is_speech,
            checks,
            beside,
        };
        reading.tallies = reading.count();
        reading
    }

    /// Where a figure comes from.
    pub fn origin(&self, metric: usize) -> Origin {
        let plain = Origin { read: Some(metric), correction: None };
        self.origins.get(metric).copied().unwrap_or(plain)
    }

    /// What a person says of a figure.
    pub fn correction(&self, metric: usize) -> Option<&Correction> {
        self.corrections.figures.get(self.origin(metric).correction?)
    }

    /// The figure that comes from where one came from in another version of the same reading.
    pub fn version_of(&self, metric: usize, old: &Self) -> Option<usize> {
        let Origin { read, correction } = old.origin(metric);
        let same = |&id: &usize| {
            let origin = self.origin(id);
            if read.is_some() { origin.read == read } else { origin.correction == correction }
        };
        (0..self.report.metrics.len()).find(same)
    }

    fn count(&self) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.report.sections.len()];
        for section in self.report.metrics.iter().filter_map(|metric| metric.section) {
            self.lineage(section).for_each(|section| tallies[section].metrics += 1);
        }
        let faulty = self.report.checks.iter().filter(|check| is_fault(check)).map(|check| (check.span, 1));
        for (place, wrong) in faulty.chain(self.report.findings.iter().map(|finding| (finding.span, 0))) {
            if let Some(section) = self.section_at(place.start) {
                tallies[section].own_faults += 1;
                tallies[section].own_wrong += wrong;
                for section in self.lineage(section) {
                    tallies[section].faults += 1;
                    tallies[section].wrong += wrong;
                }
            }
        }
        tallies
    }

    /// A section and those that hold it, from the inside out.
    pub fn lineage(&self, section: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(section), |&section| {
            self.report.sections.get(section)?.parent.filter(|&parent| parent < section)
        })
        .filter(|&section| section < self.report.sections.len())
    }

    /// The innermost section that holds a place.
    pub fn section_at(&self, place: usize) -> Option<usize> {
        let last = self.report.sections.partition_point(|section| section.span.start <= place).checked_sub(1)?;
        self.lineage(last).find(|&section| place < self.report.sections[section].span.end)
    }

    /// Whether the figure stands in the section.
    pub fn is_within(&self, metric: usize, section: usize) -> bool {
        let place = self.report.metrics.get(metric).map(|metric| metric.span.start);
        let section = self.report.sections.get(section).map(|section| section.span);
        place.zip(section).is_some_and(|(place, section)| (section.start..section.end).contains(&place))
    }

    /// The checks that speak of a figure.
    pub fn checks_of(&self, metric: usize) -> impl Iterator<Item = (usize, &Check)> {
        let first = self.checks.partition_point(|&(of, _)| of < metric);
        self.checks[first..]
            .iter()
            .take_while(move |&&(of, _)| of == metric)
            .filter_map(|&(_, check)| Some((check, self.report.checks.get(check)?)))
    }

    /// The checks that are told in the row of a figure: those of which it is the first.
    pub fn checks_told_at(&self, metric: usize) -> impl Iterator<Item = (usize, &Check)> {
        self.checks_of(metric).filter(move |(_, check)| check.metrics.first() == Some(&metric))
    }

    /// The checks of a figure that fail and are told in the row of another.
    pub fn faults_elsewhere(&self, metric: usize) -> impl Iterator<Item = (usize, &Check)> {
        self.checks_of(metric).filter(move |(_, check)| is_fault(check) && check.metrics.first() != Some(&metric))
    }

    /// What was to be reached by a figure, and where it began.
    pub fn beside(&self, metric: usize) -> impl Iterator<Item = &Metric> {
        let first = self.beside.partition_point(|&(of, _)| of < metric);
        let of_this = self.beside[first..].iter().take_while(move |&&(of, _)| of == metric);
        of_this.filter_map(|&(_, other)| self.report.metrics.get(other))
    }

    /// Whether a check of the figure fails.
    pub fn is_faulty(&self, metric: usize) -> bool {
        self.checks_of(metric).any(|(_, check)| is_fault(check))
    }

    /// How many numerals are no figures, and how many of them are but parts of speech.
    pub fn skipped_counts(&self) -> (usize, usize) {
        (self.is_speech.len(), self.is_speech.iter().filter(|&&is_speech| is_speech).count())
    }

    /// How many checks fail, and how many hold.
    pub fn check_counts(&self) -> (usize, usize) {
        let failed = self.report.checks.iter().filter(|check| is_fault(check)).count();
        (failed, self.report.checks.len() - failed)
    }
}

/// Figures with their targets and baselines, where both are measured alike.
fn beside(metrics: &[Metric]) -> Vec<(usize, usize)> {
    let pair = |(id, metric): (usize, &Metric)| {
        // A part that is planned is no target of its whole.
        let told = metric.relation == Some(Relation::Attribute);
        let of = metric.of.filter(|_| told && matches!(metric.role, Role::Target | Role::Baseline))?;
        let whole = metrics.get(of)?;
        (whole.kind == metric.kind && whole.unit == metric.unit).then_some((of, id))
    };
    let mut pairs: Vec<(usize, usize)> = metrics.iter().enumerate().filter_map(pair).collect();
    order::sort_by_key(&mut pairs, |&pair| pair);
    pairs
}

/// Whether a numeral that is no figure is but a part of speech: one without Arabic digits that counts in no unit.
fn is_speech(words: &str, reason: Reason) -> bool {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两";
    let counts_nothing =
        matches!(reason, Reason::Word | Reason::Slogan | Reason::Ordinal | Reason::Marker | Reason::Enumeration);
    let has_unit = || words.chars().any(|character| !NUMERALS.contains(character));
    !words.contains(|character: char| character.is_numeric()) && (counts_nothing || !has_unit())
}

/// Whether a check fails.
pub fn is_fault(check: &Check) -> bool {
    check.status == Status::Inconsistent
}

/// Where a section is told from the text: its heading, or its marker where it has none.
fn heading(section: &Section) -> Span {
    section.heading
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_counts_what_its_subsections_hold() {
        let reading = sample::reading();
        assert_eq!(reading.tallies[0], Tally { metrics: 3, faults: 1, own_faults: 0, wrong: 1, own_wrong: 0 });
        assert_eq!(reading.tallies[1], Tally { metrics: 3, faults: 1, own_faults: 1, wrong: 1, own_wrong: 1 });
        assert_eq!(reading.tallies[2], Tally { metrics: 1, ..Tally::default() });
    }

    #[test]
    fn a_numeral_with_digits_or_a_unit_is_more_than_a_part_of_speech() {
        assert!(["一", "一步", "百"].iter().all(|words| is_speech(words, Reason::Word)));
        assert!(is_speech("十四", Reason::Name) && is_speech("第一批", Reason::Ordinal));
        assert!(
            !is_speech("2022", Reason::Bare) && !is_speech("３", Reason::Word) && !is_speech("三年", Reason::Period)
        );
    }

    #[test]
    fn a_target_stands_beside_what_was_reached() {
        let beside = |relation: Relation| {
            let mut report = sample::report();
            report.metrics[1].role = Role::Target;
            report.metrics[1].relation = Some(relation);
            report.metrics[2].role = Role::Baseline;
            report.metrics[2].unit = None;
            let reading = Reading::new(sample::reading().document, report);
            [0, 1].map(|metric| reading.beside(metric).map(|metric| metric.id).collect::<Vec<_>>())
        };
        assert_eq!(beside(Relation::Attribute), [vec![1], vec![]]);
        assert_eq!(beside(Relation::Part), [[], []] as [[usize; 0]; 2]);
    }
}
