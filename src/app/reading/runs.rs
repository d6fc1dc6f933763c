//! The text in pieces, each with what it is.

use super::{Reading, heading};
use crate::app::document::Block;
use crate::contract::Span;
use crate::order;

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
    /// Whether a check that fails is about it.
    pub fault: bool,
    /// Whether something odd is found in it.
    pub doubt: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it is looked for.
    pub found: bool,
    /// The figure that a person took away, if it is one.
    pub excluded: Option<usize>,
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
    /// Whether those are that are but parts of speech.
    pub speech: bool,
}

impl Reading {
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
        let excluded = overlapping(&report.excluded, here, |metric| metric.span);
        let skipped = overlapping(&report.skipped, here, |skipped| skipped.span);
        let skipped = if marks.ledger { skipped } else { 0..0 };

        let mut cuts: Vec<usize> = Vec::new();
        let mut cut = |span: Span| cuts.extend([span.start, span.end]);
        report.metrics[metrics.clone()].iter().for_each(|metric| cut(metric.span));
        report.excluded[excluded.clone()].iter().for_each(|metric| cut(metric.span));
        report.sections[sections.clone()].iter().for_each(|section| cut(heading(section)));
        report.noise[noise.clone()].iter().for_each(|noise| cut(noise.span));
        report.title_span.into_iter().for_each(&mut cut);
        report.skipped[skipped.clone()].iter().for_each(|skipped| cut(skipped.span));
        findings.iter().chain(&chosen).chain(found).copied().for_each(&mut cut);
        order::sort_by_key(&mut cuts, |&cut| cut);

        let run = |(span, words): (Span, &'text str)| {
            let any = |spans: &[Span]| spans.iter().any(|&other| overlap(other, span));
            let stated = overlapping(&report.metrics, span, |metric| metric.span);
            Run {
                words,
                span,
                heading: sections.clone().find(|&section| overlap(heading(&report.sections[section]), span)),
                title: report.title_span.is_some_and(|title| overlap(title, span)),
                noise: report.noise[noise.clone()].iter().any(|noise| overlap(noise.span, span)),
                fault: stated.clone().any(|metric| self.is_faulty(metric)),
                doubt: any(&findings),
                chosen: any(&chosen),
                found: any(found),
                excluded: excluded.clone().find(|&id| overlap(report.excluded[id].span, span)),
                skipped: skipped
                    .clone()
                    .find(|&id| (marks.speech || !self.is_speech[id]) && overlap(report.skipped[id].span, span)),
                metrics: stated,
            }
        };
        self.document.pieces(block, &cuts).into_iter().map(run).collect()
    }
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
mod tests {
    use super::super::{Chosen, sample};
    use super::*;
    use crate::contract::{Finding, Skipped};
    use crate::report::{FindingKind, Reason};
    use crate::verdict::Verdict;

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
    fn runs_tell_what_is_odd_from_what_is_wrong() {
        let mut report = sample::report();
        let span = report.metrics[3].span;
        report.findings = vec![Finding { kind: FindingKind::Numbering, span, message: Verdict::default() }];
        let reading = Reading::new(sample::reading().document, report);
        let block = &reading.document.blocks(&reading.document.sheets()[0])[4];
        let runs = reading.runs(block, Marks::default());
        let told = runs.iter().find(|run| run.metrics == (3..4)).map(|run| (run.fault, run.doubt));
        assert_eq!(told, Some((false, true)));
        assert_eq!((reading.tallies[2].own_faults, reading.tallies[2].own_wrong), (1, 0));
    }

    #[test]
    fn runs_tell_what_was_taken_away() {
        let mut report = sample::report();
        let taken = report.metrics.remove(1);
        report.excluded = vec![taken];
        let reading = Reading::new(sample::reading().document, report);
        let block = &reading.document.blocks(&reading.document.sheets()[0])[2];
        let runs = reading.runs(block, Marks::default());
        let taken: Vec<&str> = runs.iter().filter(|run| run.excluded == Some(0)).map(|run| run.words).collect();
        assert_eq!(taken, ["57个"]);
    }

    #[test]
    fn runs_tell_what_is_looked_for_and_what_is_no_figure() {
        let mut report = sample::report();
        let (first, second) = (report.metrics[0].span, report.metrics[1].span);
        report.skipped = vec![Skipped { span: first, reason: Reason::Name }];
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
}
