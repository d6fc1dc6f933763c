//! A reading beside the text it was read from, with what the page asks of it again and again.

use std::rc::Rc;

use super::corrections::{self, Correction, Origin};
use super::document::{Block, Document};
use super::rows::{self, Row};
use crate::output::json::{Check, Metric, Report, Section, Span};

/// What a reader has chosen, in whichever pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A figure.
    Metric(usize),
    /// A section.
    Section(usize),
    /// A check, with its figures.
    Check(usize),
    /// Something odd.
    Finding(usize),
    /// A place of the text.
    Place(Span),
}

/// A text and what was read from it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text.
    pub document: Rc<Document>,
    /// What was read.
    pub as_read: Rc<Report>,
    /// What was read, with what a person changed.
    pub report: Rc<Report>,
    /// Figures that a person took away: the correction, and the figure.
    pub excluded: Vec<(usize, Metric)>,
    /// Corrections whose words are no longer in the text.
    pub lost: Vec<usize>,
    /// What a person says of figures.
    pub corrections: Rc<Vec<Correction>>,
    /// Where the figures come from; empty if nothing was changed.
    origins: Vec<Origin>,
    /// The rows of the table, all of them.
    pub rows: Vec<Row>,
    /// What each section holds, its subsections included.
    pub tallies: Vec<Tally>,
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
}

/// A piece of the text and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<'text> {
    /// Its words.
    pub words: &'text str,
    /// Where it stands.
    pub span: Span,
    /// The figures that it states: mostly none or one.
    pub metrics: std::ops::Range<usize>,
    /// The section whose heading it is.
    pub heading: Option<usize>,
    /// Whether it is the title of the report.
    pub title: bool,
    /// Whether it is page furniture.
    pub noise: bool,
    /// Whether a check that fails, or a finding, is about it.
    pub fault: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it is looked for.
    pub found: bool,
    /// The numeral that is no figure, if it is one and those are shown.
    pub skipped: Option<usize>,
}

/// What else of the text is to be told apart.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'page> {
    /// The places that are chosen.
    pub chosen: &'page [Span],
    /// The places of the words that are looked for, rising.
    pub found: &'page [Span],
    /// Whether numerals that are no figures are shown.
    pub ledger: bool,
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
    pub fn corrected(document: Rc<Document>, as_read: Rc<Report>, corrections: Rc<Vec<Correction>>) -> Self {
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
        checks.sort_unstable();
        let beside = beside(&report.metrics);
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
        self.corrections.get(self.origin(metric).correction?)
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
        let faulty = self.report.checks.iter().filter(|check| is_fault(check)).map(|check| check.span);
        for place in faulty.chain(self.report.findings.iter().map(|finding| finding.span)) {
            if let Some(section) = self.section_at(place.start) {
                tallies[section].own_faults += 1;
                self.lineage(section).for_each(|section| tallies[section].faults += 1);
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

    /// How many checks fail, and how many hold.
    pub fn check_counts(&self) -> (usize, usize) {
        let failed = self.report.checks.iter().filter(|check| is_fault(check)).count();
        (failed, self.report.checks.len() - failed)
    }

    /// The places of the text that are chosen.
    pub fn places(&self, chosen: Chosen) -> Vec<Span> {
        let report = &self.report;
        match chosen {
            Chosen::Metric(metric) => report.metrics.get(metric).map(|metric| metric.span).into_iter().collect(),
            Chosen::Section(section) => report.sections.get(section).map(heading).into_iter().collect(),
            Chosen::Check(check) => match report.checks.get(check) {
                Some(check) if check.metrics.is_empty() => vec![check.span],
                Some(check) => check.metrics.iter().filter_map(|&id| Some(report.metrics.get(id)?.span)).collect(),
                None => Vec::new(),
            },
            Chosen::Finding(finding) => report.findings.get(finding).map(|finding| finding.span).into_iter().collect(),
            Chosen::Place(place) => vec![place],
        }
    }

    /// The section in which the choice stands.
    pub fn section_of(&self, chosen: Chosen) -> Option<usize> {
        match chosen {
            Chosen::Metric(metric) => self.report.metrics.get(metric)?.section,
            Chosen::Section(section) => Some(section),
            _ => self.section_at(self.places(chosen).first()?.start),
        }
    }

    /// Whether the figure belongs to the choice.
    pub fn is_chosen(&self, metric: usize, chosen: Chosen) -> bool {
        match chosen {
            Chosen::Metric(this) => this == metric,
            Chosen::Check(check) => self.report.checks.get(check).is_some_and(|check| check.metrics.contains(&metric)),
            Chosen::Section(_) | Chosen::Finding(_) | Chosen::Place(_) => false,
        }
    }

    /// Whether the figure stands in the section.
    pub fn is_within(&self, metric: usize, section: usize) -> bool {
        let place = self.report.metrics.get(metric).map(|metric| metric.span.start);
        let section = self.report.sections.get(section).map(|section| section.span);
        place.zip(section).is_some_and(|(place, section)| (section.start..section.end).contains(&place))
    }

    /// The figure whose row the table shows for the choice.
    pub fn metric_of(&self, chosen: Chosen) -> Option<usize> {
        match chosen {
            Chosen::Metric(metric) => Some(metric),
            Chosen::Check(check) => self.report.checks.get(check)?.metrics.first().copied(),
            Chosen::Section(section) => {
                let span = self.report.sections.get(section)?.span;
                let first = self.report.metrics.partition_point(|metric| metric.span.start < span.start);
                self.report.metrics.get(first).filter(|metric| metric.span.start < span.end).map(|_| first)
            }
            Chosen::Finding(_) | Chosen::Place(_) => None,
        }
    }

    /// What in this reading was chosen in an older one of nearly the same text.
    pub fn follow(&self, chosen: Chosen, old: &Self) -> Option<Chosen> {
        match chosen {
            Chosen::Metric(id) => {
                let old = old.report.metrics.get(id)?;
                let same = |id: &usize| {
                    let metric = self.report.metrics.get(*id);
                    metric.is_some_and(|new| new.indicator == old.indicator && new.quote == old.quote)
                };
                let same = Some(id).filter(same).or_else(|| (0..self.report.metrics.len()).find(same));
                same.map(Chosen::Metric)
            }
            Chosen::Section(id) => {
                let old = old.report.sections.get(id)?;
                let new = self.report.sections.get(id)?;
                (new.marker == old.marker && new.depth == old.depth).then_some(chosen)
            }
            Chosen::Check(_) | Chosen::Finding(_) | Chosen::Place(_) => None,
        }
    }

    /// A block of the text in runs.
    pub fn runs<'text>(&'text self, block: &Block, marks: Marks) -> Vec<Run<'text>> {
        let report = &self.report;
        let here = block.span;
        let within = |spans: &[Span]| spans.iter().copied().filter(|&span| overlap(span, here)).collect::<Vec<_>>();
        let metrics = overlapping(&report.metrics, here, |metric| metric.span);
        let sections = overlapping(&report.sections, here, heading);
        let noise = overlapping(&report.noise, here, |noise| noise.span);
        let findings: Vec<Span> = report.findings.iter().map(|finding| finding.span).collect();
        let (findings, chosen) = (within(&findings), within(marks.chosen));
        let found = &marks.found[overlapping(marks.found, here, |&place| place)];
        let skipped = overlapping(&report.skipped, here, |skipped| skipped.span);
        let skipped = if marks.ledger { skipped } else { 0..0 };

        let mut cuts: Vec<usize> = Vec::new();
        let mut cut = |span: Span| cuts.extend([span.start, span.end]);
        report.metrics[metrics.clone()].iter().for_each(|metric| cut(metric.span));
        report.sections[sections.clone()].iter().for_each(|section| cut(heading(section)));
        report.noise[noise.clone()].iter().for_each(|noise| cut(noise.span));
        report.title_span.into_iter().for_each(&mut cut);
        report.skipped[skipped.clone()].iter().for_each(|skipped| cut(skipped.span));
        findings.iter().chain(&chosen).chain(found).copied().for_each(&mut cut);
        cuts.sort_unstable();

        let run = |(span, words): (Span, &'text str)| {
            let any = |spans: &[Span]| spans.iter().any(|&other| overlap(other, span));
            let stated = overlapping(&report.metrics, span, |metric| metric.span);
            Run {
                words,
                span,
                heading: sections.clone().find(|&section| overlap(heading(&report.sections[section]), span)),
                title: report.title_span.is_some_and(|title| overlap(title, span)),
                noise: report.noise[noise.clone()].iter().any(|noise| overlap(noise.span, span)),
                fault: any(&findings) || stated.clone().any(|metric| self.is_faulty(metric)),
                chosen: any(&chosen),
                found: any(found),
                skipped: skipped.clone().find(|&id| overlap(report.skipped[id].span, span)),
                metrics: stated,
            }
        };
        self.document.pieces(block, &cuts).into_iter().map(run).collect()
    }
}

/// Figures with their targets and baselines, where both are measured alike.
fn beside(metrics: &[Metric]) -> Vec<(usize, usize)> {
    let pair = |(id, metric): (usize, &Metric)| {
        let of = metric.of.filter(|_| matches!(metric.role.as_str(), "target" | "baseline"))?;
        let whole = metrics.get(of)?;
        (whole.kind == metric.kind && whole.unit == metric.unit).then_some((of, id))
    };
    let mut pairs: Vec<(usize, usize)> = metrics.iter().enumerate().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
}

/// Whether a check fails.
pub fn is_fault(check: &Check) -> bool {
    check.status == "inconsistent"
}

/// Where a section is told from the text: its heading, or its marker where it has none.
fn heading(section: &Section) -> Span {
    section.heading
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// The things that overlap a span, of a list in reading order that do not overlap each other.
fn overlapping<T>(things: &[T], here: Span, span: impl Fn(&T) -> Span) -> std::ops::Range<usize> {
    let first = things.partition_point(|thing| span(thing).end <= here.start);
    let end = things.partition_point(|thing| span(thing).start < here.end);
    first..end.max(first)
}

#[cfg(test)]
pub mod sample {
    //! A small reading made by hand.

    use serde_json::{Value, json};

    use super::*;

    /// The text.
    pub const TEXT: &str = "首页 > 部门文件\n一、主要工作\n（一）项目审议。全年审议项目64个，其中通过57个、未通过6个。\n二、下一步安排\n培训不少于4次。\n";

    fn span(words: &str) -> Value {
        let byte = TEXT.find(words).expect("the words stand in the sample");
        let start = TEXT[..byte].encode_utf16().count();
        json!({"start": start, "end": start + words.encode_utf16().count()})
    }

    fn section(id: usize, parent: Option<usize>, marker: &str, title: &str, end: &str) -> Value {
        let heading = span(&format!("{marker}{title}"));
        let end = span(end)["end"].clone();
        json!({"id": id, "parent": parent, "depth": if parent.is_some() { 2 } else { 1 }, "marker": marker,
            "title": title, "lead": "", "part": null, "heading": heading,
            "span": {"start": heading["start"], "end": end}})
    }

    fn metric(id: usize, section: usize, indicator: &str, quote: &str, value: u32, of: Option<usize>) -> Value {
        json!({"id": id, "section": section, "indicator": indicator, "quote": quote, "value": value, "low": null,
            "scale": null, "unit": "个", "kind": "count", "role": "actual", "qualifier": "exact", "direction": null,
            "period": "全年", "of": of, "relation": of.map(|_| "part"), "confidence": 1, "span": span(quote),
            "sentence": span(quote)})
    }

    /// What it says.
    pub fn report() -> Report {
        let report = json!({"schema": "gangmu.report/1", "source": {"name": null, "sha256": ""},
            "genre": "law_based_government", "title": null, "title_span": null, "issuer": null, "year": null,
            "published": null, "preamble": [],
            "sections": [section(0, None, "一、", "主要工作", "未通过6个。\n"),
                section(1, Some(0), "（一）", "项目审议", "未通过6个。\n"),
                section(2, None, "二、", "下一步安排", "4次。\n")],
            "metrics": [metric(0, 1, "审议项目", "64个", 64, None), metric(1, 1, "通过", "57个", 57, Some(0)),
                metric(2, 1, "未通过", "6个", 6, Some(0)), metric(3, 2, "培训", "4次", 4, None)],
            "skipped": [],
            "checks": [{"kind": "sum", "status": "inconsistent", "metrics": [0, 1, 2],
                "message": "57 + 6 = 63，与 64 不符", "span": span("64个，其中通过57个、未通过6个")}],
            "findings": [], "parts": null,
            "noise": [{"span": span("首页 > 部门文件"), "text": "首页 > 部门文件"}]});
        serde_json::from_value(report).expect("the sample is a reading")
    }

    /// Both together.
    pub fn reading() -> Reading {
        Reading::new(Rc::new(Document::new(TEXT.to_owned())), report())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::json::Skipped;

    #[test]
    fn a_section_counts_what_its_subsections_hold() {
        let reading = sample::reading();
        assert_eq!(reading.tallies[0], Tally { metrics: 3, faults: 1, own_faults: 0 });
        assert_eq!(reading.tallies[1], Tally { metrics: 3, faults: 1, own_faults: 1 });
        assert_eq!(reading.tallies[2], Tally { metrics: 1, faults: 0, own_faults: 0 });
    }

    #[test]
    fn a_target_stands_beside_what_was_reached() {
        let mut report = sample::report();
        report.metrics[1].role = "target".to_owned();
        report.metrics[2].role = "baseline".to_owned();
        report.metrics[2].unit = None;
        let reading = Reading::new(sample::reading().document, report);
        assert_eq!(reading.beside(0).map(|metric| metric.id).collect::<Vec<_>>(), [1]);
        assert_eq!(reading.beside(1).count(), 0);
    }

    #[test]
    fn every_choice_leads_to_text_outline_and_table() {
        let reading = sample::reading();
        let metric = reading.report.metrics[1].span;
        assert_eq!(reading.places(Chosen::Metric(1)), [metric]);
        assert_eq!(reading.section_of(Chosen::Metric(1)), Some(1));
        assert_eq!(reading.metric_of(Chosen::Section(0)), Some(0));
        assert_eq!(reading.metric_of(Chosen::Section(2)), Some(3));
        assert_eq!(reading.places(Chosen::Check(0)).len(), 3);
        assert_eq!(reading.section_of(Chosen::Check(0)), Some(1));
        assert_eq!(reading.section_of(Chosen::Place(metric)), Some(1));
        assert!(reading.is_chosen(2, Chosen::Check(0)) && !reading.is_chosen(3, Chosen::Check(0)));
        assert!(reading.is_within(2, 0) && !reading.is_within(3, 0));
        for nothing in [Chosen::Metric(9), Chosen::Section(9), Chosen::Check(9), Chosen::Finding(9)] {
            assert_eq!(reading.places(nothing), []);
        }
    }

    #[test]
    fn runs_tell_headings_figures_faults_and_noise() {
        let reading = sample::reading();
        let document = reading.document.clone();
        let blocks = document.blocks(&document.sheets()[0]);
        let noise = reading.runs(&blocks[0], Marks::default());
        assert!(noise.len() == 1 && noise[0].noise);
        assert_eq!(reading.runs(&blocks[1], Marks::default())[0].heading, Some(0));
        let chosen = reading.places(Chosen::Metric(1));
        let runs = reading.runs(&blocks[2], Marks { chosen: &chosen, ..Marks::default() });
        let told: Vec<(&str, bool, bool)> =
            runs.iter().filter(|run| !run.metrics.is_empty()).map(|run| (run.words, run.fault, run.chosen)).collect();
        assert_eq!(told, [("64个", true, false), ("57个", true, true), ("6个", true, false)]);
        assert_eq!(runs[0].heading, Some(1));
        assert_eq!(
            runs.iter().map(|run| run.words).collect::<String>(),
            "（一）项目审议。全年审议项目64个，其中通过57个、未通过6个。"
        );
        assert!(reading.runs(&blocks[4], Marks::default()).iter().any(|run| run.metrics == (3..4) && !run.fault));
    }

    #[test]
    fn runs_tell_what_is_looked_for_and_what_is_no_figure() {
        let mut report = sample::report();
        let (first, second) = (report.metrics[0].span, report.metrics[1].span);
        report.skipped = vec![Skipped { span: first, reason: "name".to_owned() }];
        let reading = Reading::new(sample::reading().document, report);
        let document = reading.document.clone();
        let block = &document.blocks(&document.sheets()[0])[2];
        let found = |ledger| {
            let runs = reading.runs(block, Marks { found: &[second], ledger, ..Marks::default() });
            runs.iter().map(|run| (run.found, run.skipped)).filter(|&told| told != (false, None)).collect::<Vec<_>>()
        };
        assert_eq!(found(true), [(false, Some(0)), (true, None)]);
        assert_eq!(found(false), [(true, None)]);
    }

    #[test]
    fn a_choice_follows_its_figure_into_a_new_reading() {
        let old = sample::reading();
        let mut report = sample::report();
        report.metrics.remove(0);
        let new = Reading::new(old.document.clone(), report);
        assert_eq!(new.follow(Chosen::Metric(2), &old), Some(Chosen::Metric(1)));
        assert_eq!(new.follow(Chosen::Metric(0), &old), None);
        assert_eq!(new.follow(Chosen::Section(1), &old), Some(Chosen::Section(1)));
    }
}
