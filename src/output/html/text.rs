//! The text with its headings, figures and furniture marked.

use std::fmt::Write;

use super::super::markup::push_escaped;
use crate::contract::{Report, Span};
use crate::order;
use crate::report::Status;
use crate::text::Utf16Offsets;
use crate::words::Language;

/// The paragraphs of the text. A mark is a link to the row of its figure, if that is listed.
pub fn push(out: &mut String, report: &Report, text: &str, is_listed: &[bool], language: Language) {
    let mut setter = Setter::new(report, text, is_listed, language);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let inner = start + (line.len() - line.trim_start().len());
        if !words.is_empty() {
            setter.paragraph(out, inner..inner + words.len());
        }
        start += line.len();
    }
}

/// For each figure the one whose mark is to be found in the text: several may share a place.
pub fn anchors(report: &Report) -> Vec<usize> {
    let mut anchors: Vec<usize> = Vec::with_capacity(report.metrics.len());
    let mut end = 0;
    for (id, metric) in report.metrics.iter().enumerate() {
        let shared = anchors.last().copied().filter(|_| metric.span.start < end);
        anchors.push(shared.unwrap_or(id));
        end = end.max(metric.span.end);
    }
    anchors
}

/// A marked range of bytes and what it is the mark of.
type Mark = (std::ops::Range<usize>, usize);

/// Marks in reading order, passed over once.
struct Marks {
    marks: Vec<Mark>,
    at: usize,
}

impl Marks {
    /// The mark that holds the place. Places must rise from call to call.
    fn at(&mut self, place: usize) -> Option<&Mark> {
        while self.marks.get(self.at).is_some_and(|(range, _)| range.end <= place) {
            self.at += 1;
        }
        self.marks.get(self.at).filter(|(range, _)| range.start <= place)
    }

    /// The borders of the marks that overlap a range.
    fn borders(&self, range: &std::ops::Range<usize>) -> impl Iterator<Item = usize> {
        let near = self.marks[self.at..].iter().take_while(|(mark, _)| mark.start < range.end);
        near.flat_map(|(mark, _)| [mark.start, mark.end])
    }
}

struct Setter<'a> {
    report: &'a Report,
    text: &'a str,
    is_listed: &'a [bool],
    language: Language,
    titles: Marks,
    headings: Marks,
    noise: Marks,
    figures: Marks,
    odd: Marks,
    /// Whether a check of a figure fails.
    is_wrong: Vec<bool>,
    /// The first figure and the first section that have no anchor yet.
    unseen: (usize, usize),
}

impl<'a> Setter<'a> {
    fn new(report: &'a Report, text: &'a str, is_listed: &'a [bool], language: Language) -> Self {
        let offsets = Utf16Offsets::new(text);
        let marks = |spans: &mut dyn Iterator<Item = (Span, usize)>| Marks {
            marks: spans.map(|(span, id)| (offsets.byte(span.start)..offsets.byte(span.end), id)).collect(),
            at: 0,
        };
        let anchors = anchors(report);
        let figures = report.metrics.iter().filter(|metric| anchors[metric.id] == metric.id);
        let mut is_wrong = vec![false; report.metrics.len()];
        let failing = report.checks.iter().filter(|check| check.status == Status::Inconsistent);
        // Figures that share a place share its mark.
        failing.flat_map(|check| &check.metrics).for_each(|&metric| is_wrong[anchors[metric]] = true);
        Self {
            report,
            text,
            is_listed,
            language,
            titles: marks(&mut report.title_span.into_iter().map(|span| (span, 0))),
            headings: marks(&mut report.sections.iter().map(|section| (section.heading, section.id))),
            noise: marks(&mut report.noise.iter().map(|noise| (noise.span, 0))),
            figures: marks(&mut figures.map(|metric| (metric.span, metric.id))),
            odd: marks(&mut report.findings.iter().map(|finding| (finding.span, 0))),
            is_wrong,
            unseen: (0, 0),
        }
    }

    fn paragraph(&mut self, out: &mut String, range: std::ops::Range<usize>) {
        let whole = |mark: Option<&Mark>| mark.filter(|(mark, _)| mark.end >= range.end).map(|(_, id)| *id);
        let heading = whole(self.headings.at(range.start));
        let class = if whole(self.titles.at(range.start)).is_some() {
            "title".to_owned()
        } else if whole(self.noise.at(range.start)).is_some() {
            "noise".to_owned()
        } else {
            heading.map(|id| format!("d{}", self.report.sections[id].depth.min(5))).unwrap_or_default()
        };
        let mut cuts = vec![range.start, range.end];
        for marks in [&self.headings, &self.noise, &self.figures, &self.odd] {
            cuts.extend(marks.borders(&range).filter(|cut| range.contains(cut)));
        }
        order::sort_by_key(&mut cuts, |&cut| cut);
        cuts.dedup();
        // Writing into a string does not fail.
        let _ = if class.is_empty() { write!(out, "<p>") } else { write!(out, "<p class=\"{class}\">") };
        for cut in cuts.windows(2) {
            self.piece(out, cut[0]..cut[1], heading.is_none());
        }
        out.push_str("</p>\n");
    }

    fn piece(&mut self, out: &mut String, range: std::ops::Range<usize>, is_running: bool) {
        let heading = self.headings.at(range.start).map(|(_, id)| *id);
        let noise = self.noise.at(range.start).is_some();
        let figure = self.figures.at(range.start).map(|(_, id)| *id);
        let is_odd = self.odd.at(range.start).is_some();
        if let Some(section) = heading {
            let _ = match section >= self.unseen.1 {
                true => write!(out, "<b id=\"s{section}\">"),
                false => write!(out, "<b>"),
            };
            self.unseen.1 = self.unseen.1.max(section + 1);
        }
        if noise && is_running {
            out.push_str("<span class=\"noise\">");
        }
        if is_odd && figure.is_none() {
            out.push_str("<span class=\"odd\">");
        }
        if let Some(metric) = figure.and_then(|id| self.report.metrics.get(id)) {
            let fault = if self.is_wrong[metric.id] {
                " wrong"
            } else if is_odd {
                " odd"
            } else {
                ""
            };
            let _ = write!(out, "<mark class=\"{}{fault}\"", metric.kind.family());
            if metric.id >= self.unseen.0 {
                let _ = write!(out, " id=\"f{}\"", metric.id);
            }
            self.unseen.0 = self.unseen.0.max(metric.id + 1);
            out.push_str(" title=\"");
            push_escaped(out, &metric.indicator);
            let _ = write!(out, " · {}\">", self.language.kind(metric.kind));
        }
        match figure {
            Some(id) if self.is_listed.get(id) == Some(&true) => {
                let _ = write!(out, "<a href=\"#m{id}\">");
                push_escaped(out, &self.text[range]);
                out.push_str("</a>");
            }
            _ => push_escaped(out, &self.text[range]),
        }
        match figure {
            Some(_) => out.push_str("</mark>"),
            None if is_odd => out.push_str("</span>"),
            None => {}
        }
        if noise && is_running {
            out.push_str("</span>");
        }
        if heading.is_some() {
            out.push_str("</b>");
        }
    }
}
