//! What can be shown as a picture: breakdowns, rates, changes. A picture is a few shapes, which the page and the file of
//! it paint alike.

use super::json::{Metric, Report};
use super::{label, measure::Measure};
use crate::words::{Language, file};

/// The width of every picture, in pixels.
pub const WIDTH: f64 = 640.0;

/// Where the bars of a list begin, and how long the longest is.
const BARS: (f64, f64) = (230.0, 320.0);
const ROW: f64 = 26.0;
const TOP: f64 = 10.0;

/// How many units of a font fit beside the bars.
const NAME: f64 = 15.0;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
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

const PARTS: [&str; 6] = ["part-0", "part-1", "part-2", "part-3", "part-4", "part-5"];

/// Every picture that the report gives.
pub fn all(report: &Report, measure: Measure, language: Language) -> Vec<Picture> {
    let mut parts = vec![Vec::new(); report.metrics.len()];
    for metric in report.metrics.iter().filter(|metric| metric.relation.as_deref() == Some("part")) {
        if let Some(parts) = metric.of.and_then(|whole| parts.get_mut(whole)) {
            parts.push(metric);
        }
    }
    let draft = Draft { report, measure, language, labels: label::metrics(report, language), parts };
    let wholes = report.metrics.iter().filter_map(|whole| draft.breakdown(whole));
    let mut pictures: Vec<Picture> = wholes.collect();
    pictures.extend(draft.changes());
    pictures.extend(draft.rates());
    pictures
}

struct Draft<'a> {
    report: &'a Report,
    measure: Measure,
    language: Language,
    labels: Vec<String>,
    /// Of each figure, those that are shares of it.
    parts: Vec<Vec<&'a Metric>>,
}

impl Draft<'_> {
    /// A whole as one bar of its parts, each named below.
    fn breakdown(&self, whole: &Metric) -> Option<Picture> {
        let is_alike = |part: &&Metric| part.unit == whole.unit && part.kind == whole.kind && part.value > 0.0;
        let parts: Vec<&Metric> = self.parts.get(whole.id)?.iter().copied().filter(is_alike).collect();
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let all = sum.max(whole.value);
        if parts.len() < 2 || all <= 0.0 {
            return None;
        }
        let mut shapes = vec![bar(0.0, TOP, WIDTH, 24.0, "rest", Some(whole.id))];
        let mut left = 0.0;
        let mut line = TOP + 50.0;
        for (part, paint) in parts.iter().zip(PARTS.iter().cycle()) {
            let width = part.value / all * WIDTH;
            shapes.push(bar(left, TOP, width, 24.0, paint, Some(part.id)));
            left += width;
            shapes.push(bar(0.0, line - 11.0, 12.0, 12.0, paint, Some(part.id)));
            shapes.push(words(20.0, line, Anchor::Start, &short(self.name(part), 28.0), "name", Some(part.id)));
            shapes.push(words(480.0, line, Anchor::End, &self.measure.shown(part), "value", Some(part.id)));
            let share = format!("{:.1}%", part.value / whole.value.max(f64::MIN_POSITIVE) * 100.0);
            shapes.push(words(WIDTH, line, Anchor::End, &share, "share", Some(part.id)));
            line += ROW - 4.0;
        }
        let rest = whole.value - sum;
        if rest.abs() > whole.value * 0.001 {
            let (told, paint) = if rest > 0.0 { (file::REST, "name") } else { (file::EXCESS, "wrong") };
            shapes.push(words(20.0, line, Anchor::Start, self.language.pick(told), paint, None));
            let number = super::measure::grouped(self.measure.value(whole, rest.abs()));
            let number = format!("{number}{}", self.measure.unit(whole));
            shapes.push(words(480.0, line, Anchor::End, &number, paint, None));
            line += ROW - 4.0;
        }
        let title = format!("{} {}", self.name(whole), self.measure.shown(whole));
        Some(Picture { title, height: line - 8.0, shapes })
    }

    /// What a figure was and what it became, a line each.
    fn changes(&self) -> Option<Picture> {
        let metrics = &self.report.metrics;
        let pair = |from: &Metric| {
            let mut after = metrics.iter().skip(from.id + 1).take_while(|to| to.sentence == from.sentence);
            let to = after.find(|to| to.indicator == from.indicator && to.role == "actual")?;
            let comparable = to.unit == from.unit && from.value > 0.0 && to.value >= 0.0;
            comparable.then_some((from.id, to.id))
        };
        let pairs: Vec<(usize, usize)> =
            metrics.iter().filter(|from| from.role == "baseline").filter_map(pair).collect();
        let mut shapes = Vec::new();
        let mut top = TOP;
        for &(from, to) in &pairs {
            let (from, to) = (&metrics[from], &metrics[to]);
            let place = |value: f64| BARS.0 + value / from.value.max(to.value) * BARS.1;
            let middle = top + ROW / 2.0;
            shapes.push(words(0.0, middle + 4.0, Anchor::Start, &short(&to.indicator, NAME), "name", Some(to.id)));
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
            height: top,
            shapes,
        })
    }

    /// The rates as bars that reach to 100%, a picture for each section of the top.
    fn rates(&self) -> Vec<Picture> {
        let is_rate = |metric: &&Metric| {
            let is_whole = (0.0..=100.0).contains(&metric.value);
            metric.kind == "ratio" && metric.unit.as_deref() == Some("%") && metric.role == "actual" && is_whole
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
        let mut shapes = Vec::new();
        let mut top = TOP;
        for rate in rates {
            let id = Some(rate.id);
            shapes.push(words(0.0, top + 14.0, Anchor::Start, &short(self.name(rate), NAME), "name", id));
            shapes.push(bar(BARS.0, top + 3.0, BARS.1, 14.0, "rest", id));
            shapes.push(bar(BARS.0, top + 3.0, BARS.1 * rate.value / 100.0, 14.0, "part-2", id));
            shapes.push(words(BARS.0 + BARS.1 + 10.0, top + 14.0, Anchor::Start, &rate.quote, "value", id));
            top += ROW;
        }
        let section = section.and_then(|section| self.report.sections.get(section)).map(label::section);
        let title = format!("{} {}", self.language.pick(file::RATES), section.unwrap_or_default());
        Picture { title: title.trim().to_owned(), height: top, shapes }
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

    fn bars<'a>(picture: &'a Picture, paint: &'a str) -> Vec<f64> {
        let width = |shape: &Shape| match shape.form {
            Form::Bar(_, _, width, _) if shape.paint.starts_with(paint) => Some(width),
            _ => None,
        };
        picture.shapes.iter().filter_map(width).filter(|width| *width != 12.0).collect()
    }

    fn part(value: f64) -> Metric {
        Metric { of: Some(0), relation: Some("part".to_owned()), ..sample::metric("部分", value, "件") }
    }

    #[test]
    fn a_breakdown_is_a_bar_of_its_parts() {
        let report = sample::report(vec![sample::metric("合计", 100.0, "件"), part(70.0), part(20.0)]);
        let pictures = all(&report, Measure::Printed, Language::Chinese);
        assert_eq!(pictures.len(), 1);
        assert_eq!(bars(&pictures[0], "part"), [WIDTH * 0.7, WIDTH * 0.2]);
        assert!(
            pictures[0]
                .shapes
                .iter()
                .any(|shape| matches!(&shape.form, Form::Words(_, _, _, words) if words == "其余"))
        );
        assert!(pictures[0].shapes.iter().any(|shape| shape.metric == Some(2)));
    }

    #[test]
    fn parts_that_are_too_much_stay_in_the_picture() {
        let report = sample::report(vec![sample::metric("合计", 80.0, "件"), part(70.0), part(30.0)]);
        let picture = &all(&report, Measure::Printed, Language::Chinese)[0];
        assert!((bars(picture, "part").iter().sum::<f64>() - WIDTH).abs() < 1e-9);
        assert!(picture.shapes.iter().any(|shape| shape.paint == "wrong"));
    }

    #[test]
    fn rates_reach_to_a_hundred_and_changes_point() {
        let rate = Metric { kind: "ratio".to_owned(), ..sample::metric("办结率", 97.5, "%") };
        let over = Metric { kind: "ratio".to_owned(), ..sample::metric("完成", 105.0, "%") };
        let from = Metric { role: "baseline".to_owned(), ..sample::metric("时限", 100.0, "天") };
        let report = sample::report(vec![rate, over, from, sample::metric("时限", 25.0, "天")]);
        let pictures = all(&report, Measure::Printed, Language::Chinese);
        let arrow = Form::Arrow(BARS.0 + BARS.1, BARS.0 + BARS.1 / 4.0, TOP + ROW / 2.0 + 5.0);
        assert!(pictures[0].shapes.iter().any(|shape| shape.form == arrow));
        assert_eq!(bars(&pictures[1], "part"), [BARS.1 * 0.975]);
    }

    #[test]
    fn a_name_is_cut_to_its_room() {
        assert_eq!(short("行政复议案件", 4.0), "行政复议…");
        assert_eq!(short("行政复议", 4.0), "行政复议");
    }
}
