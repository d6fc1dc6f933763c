//! What of a reading goes out.

use super::json::{Metric, Report};
use super::measure::Measure;

/// Which figures go out, and in which unit they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The figures, in the order to show them; all of the reading if there is no choice.
    pub figures: Option<Vec<usize>>,
    /// The unit they are shown in.
    pub measure: Measure,
}

impl Selection {
    /// The figures of a report that go out.
    pub fn metrics<'report>(&self, report: &'report Report) -> Vec<&'report Metric> {
        match &self.figures {
            Some(figures) => figures.iter().filter_map(|&id| report.metrics.get(id)).collect(),
            None => report.metrics.iter().collect(),
        }
    }

    /// The figures that a person took away, told where all go out.
    pub fn excluded<'report>(&self, report: &'report Report) -> &'report [Metric] {
        if self.figures.is_some() { &[] } else { &report.excluded }
    }

    /// How many figures go out, of how many, if not all do: `筛选出 3 项，共 17 项`.
    pub fn note(&self, report: &Report) -> Option<String> {
        let chosen = self.figures.as_ref()?.len();
        Some(format!("筛选出 {chosen} 项，共 {} 项", report.metrics.len()))
    }
}

/// A reading on its way out: with the text it was read from, and what of it goes.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// What was read.
    pub report: &'a Report,
    /// The text it was read from.
    pub text: &'a str,
    /// What of it goes out.
    pub selection: &'a Selection,
}
