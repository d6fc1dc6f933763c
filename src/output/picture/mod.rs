//! What can be shown as a picture: breakdowns, rates, changes. A picture is a few shapes, which the page and the file of
//! it paint alike.

mod breakdown;
mod division;

use super::{label, measure::Measure};
use crate::contract::{Metric, Report};
use crate::report::{Kind, Role};
use crate::words::{Language, file};

/// How a picture is laid out, in pixels.
#[derive(Debug)]
pub struct Frame {
    /// Its width.
    pub width: f64,
    /// Where values end that stand below a bar, and how many units of a font fit before them.
    values: f64,
    parts: f64,
    /// Where the bars of a list begin, how long the longest is, and how many units of a font fit before them.
    bars: (f64, f64),
    names: f64,
}

/// For a page with room, and for files.
pub const WIDE: Frame = Frame { width: 640.0, values: 480.0, parts: 28.0, bars: (230.0, 320.0), names: 15.0 };

/// For a telephone.
pub const NARROW: Frame = Frame { width: 336.0, values: 280.0, parts: 13.0, bars: (132.0, 146.0), names: 9.0 };

const ROW: f64 = 26.0;
const TOP: f64 = 10.0;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// What is painted, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// Something to be painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its form.
    pub form: Form,
    /// The colour, by the name of its class.
    pub paint: &'static str,
    /// The figure that it stands for.
    pub metric: Option<usize>,
}

/// The form of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A rectangle: left, top, width, height.
    Bar(f64, f64, f64, f64),
    /// Words on a line that begins or ends at a place.
    Words(f64, f64, Anchor, String),
    /// An arrow along a height, from left to right or back.
    Arrow(f64, f64, f64),
}

/// Where words stand to their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They end there.
    End,
}

/// Every picture that the report gives.
pub fn all(report: &Report, measure: Measure, language: Language, frame: &Frame) -> Vec<Picture> {
    let draft = Draft { report, measure, language, frame, labels: label::metrics(report, language) };
    let mut pictures = draft.breakdowns();
    pictures.extend(draft.changes());
    pictures.extend(draft.rates());
    pictures
}

struct Draft<'a> {
    report: &'a Report,
    measure: Measure,
    language: Language,
    frame: &'a Frame,
    labels: Vec<String>,
}

impl Draft<'_> {
    /// What a figure was and what it became, a line each.
    fn changes(&self) -> Option<Picture> {
        let metrics = &self.report.metrics;
        let pair = |from: &Metric| {
            let mut after = metrics.iter().skip(from.id + 1).take_while(|to| to.sentence == from.sentence);
            let to = after.find(|to| to.indicator == from.indicator && to.role == Role::Actual)?;
            let comparable = to.unit == from.unit && from.value > 0.0 && to.value >= 0.0;
            comparable.then_some((from.id, to.id))
        };
        let pairs: Vec<(usize, usize)> =
            metrics.iter().filter(|from| from.role == Role::Baseline).filter_map(pair).collect();
        let mut shapes = Vec::new();
        let mut top = TOP;
        for &(from, to) in &pairs {
            let (from, to) = (&metrics[from], &metrics[to]);
            let (begin, longest) = self.frame.bars;
            let place = |value: f64| begin + value / from.value.max(to.value) * longest;
            let middle = top + ROW / 2.0;
            shapes.push(words(
                0.0,
                middle + 4.0,
                Anchor::Start,
                &short(&to.indicator, self.frame.names),
                "name",
                Some(to.id),
            ));
            shapes.push(Shape {
                form: Form::Arrow(place(from.value), place(to.value), middle + 5.0),
                paint: "part-0",
                metric: Some(to.id),
            });
            let is_rising = to.value > from.value;
            let ends = [(from, is_rising), (to, !is_rising)];
            for (metric, is_left) in ends {
                // The outer end of each value keeps clear of the arrow.
                let anchor = if is_left { Anchor::End } else { Anchor::Start };
                let at = place(metric.value) + if is_left { -6.0 } else { 6.0 };
                let paint = if metric.id == to.id { "value" } else { "share" };
                shapes.push(words(at, middle + 9.0, anchor, &self.measure.shown(metric), paint, Some(metric.id)));
            }
            top += ROW + 8.0;
        }
        (!pairs.is_empty()).then(|| Picture {
            title: self.language.pick(file::FROM_TO).to_owned(),
            width: self.frame.width,
            height: top,
            shapes,
        })
    }

    /// The rates as bars that reach to 100%, a picture for each section of the top.
    fn rates(&self) -> Vec<Picture> {
        let is_rate = |metric: &&Metric| {
            let is_whole = (0.0..=100.0).contains(&metric.value);
            metric.kind == Kind::Ratio && metric.unit.as_deref() == Some("%") && metric.role == Role::Actual && is_whole
        };
        let mut groups: Vec<(Option<usize>, Vec<&Metric>)> = Vec::new();
        for rate in self.report.metrics.iter().filter(is_rate) {
            let section = rate.section.map(|section| self.top(section));
            match groups.last_mut() {
                Some((of, rates)) if *of == section => rates.push(rate),
                _ => groups.push((section, vec![rate])),
            }
        }
        groups.into_iter().map(|(section, rates)| self.rate_bars(section, &rates)).collect()
    }

    fn rate_bars(&self, section: Option<usize>, rates: &[&Metric]) -> Picture {
        let (begin, longest) = self.frame.bars;
        let mut shapes = Vec::new();
        let mut top = TOP;
        for rate in rates {
            let id = Some(rate.id);
            shapes.push(words(0.0, top + 14.0, Anchor::Start, &short(self.name(rate), self.frame.names), "name", id));
            shapes.push(bar(begin, top + 3.0, longest, 14.0, "rest", id));
            shapes.push(bar(begin, top + 3.0, longest * rate.value / 100.0, 14.0, "part-2", id));
            shapes.push(words(begin + longest + 8.0, top + 14.0, Anchor::Start, &rate.quote, "value", id));
            top += ROW;
        }
        let section = section.and_then(|section| self.report.sections.get(section)).map(label::section);
        let title = format!("{} {}", self.language.pick(file::RATES), section.unwrap_or_default());
        Picture { title: title.trim().to_owned(), width: self.frame.width, height: top, shapes }
    }

    /// The section of the top that holds a section.
    fn top(&self, section: usize) -> usize {
        let parent = |&section: &usize| self.report.sections.get(section)?.parent.filter(|&parent| parent < section);
        std::iter::successors(Some(section), parent).last().unwrap_or(section)
    }

    fn name<'b>(&'b self, metric: &'b Metric) -> &'b str {
        self.labels.get(metric.id).unwrap_or(&metric.indicator)
    }
}

fn bar(left: f64, top: f64, width: f64, height: f64, paint: &'static str, metric: Option<usize>) -> Shape {
    Shape { form: Form::Bar(left, top, width, height), paint, metric }
}

fn words(left: f64, base: f64, anchor: Anchor, words: &str, paint: &'static str, metric: Option<usize>) -> Shape {
    Shape { form: Form::Words(left, base, anchor, words.to_owned()), paint, metric }
}

/// As many of the words as fit into a width, counted in Chinese characters; others are half as wide.
fn short(words: &str, width: f64) -> String {
    let mut used = 0.0;
    let end = words.char_indices().find(|(_, character)| {
        used += if character.is_ascii() { 0.55 } else { 1.0 };
        used > width
    });
    end.map_or(words.to_owned(), |(end, _)| format!("{}…", &words[..end]))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// How long the bars of a paint are, without those that stand before a name.
    pub fn bars<'a>(picture: &'a Picture, paint: &'a str) -> Vec<f64> {
        let width = |shape: &Shape| match shape.form {
            Form::Bar(_, _, width, _) if shape.paint.starts_with(paint) => Some(width),
            _ => None,
        };
        picture.shapes.iter().filter_map(width).filter(|width| *width != 12.0).collect()
    }

    #[test]
    fn rates_reach_to_a_hundred_and_changes_point() {
        let rate = Metric { kind: Kind::Ratio, ..sample::metric("办结率", 97.5, "%") };
        let over = Metric { kind: Kind::Ratio, ..sample::metric("完成", 105.0, "%") };
        let from = Metric { role: Role::Baseline, ..sample::metric("时限", 100.0, "天") };
        let report = sample::report(vec![rate, over, from, sample::metric("时限", 25.0, "天")]);
        let pictures = all(&report, Measure::Printed, Language::Chinese, &WIDE);
        let arrow = Form::Arrow(WIDE.bars.0 + WIDE.bars.1, WIDE.bars.0 + WIDE.bars.1 / 4.0, TOP + ROW / 2.0 + 5.0);
        assert!(pictures[0].shapes.iter().any(|shape| shape.form == arrow));
        assert_eq!(bars(&pictures[1], "part"), [WIDE.bars.1 * 0.975]);
    }

    #[test]
    fn a_name_is_cut_to_its_room() {
        assert_eq!(short("行政复议案件", 4.0), "行政复议…");
        assert_eq!(short("行政复议", 4.0), "行政复议");
    }
}
