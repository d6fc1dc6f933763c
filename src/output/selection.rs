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
        if self.is_all(report) { &report.excluded } else { &[] }
    }

    /// Whether every figure goes out, in whichever order.
    pub fn is_all(&self, report: &Report) -> bool {
        self.figures.as_ref().is_none_or(|figures| figures.len() == report.metrics.len())
    }

    /// How many figures go out, of how many, if not all do: `筛选出 3 项，共 17 项`.
    pub fn note(&self, report: &Report) -> Option<String> {
        let chosen = self.figures.as_ref().filter(|_| !self.is_all(report))?.len();
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

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn all_figures_in_another_order_are_no_choice() {
        let report = sample::report(vec![sample::metric("项目", 3.0, "个"), sample::metric("资金", 5.0, "元")]);
        let sorted = Selection { figures: Some(vec![1, 0]), ..Selection::default() };
        assert_eq!((sorted.is_all(&report), sorted.note(&report)), (true, None));
        assert_eq!(sorted.metrics(&report)[0].indicator, "资金");
        let chosen = Selection { figures: Some(vec![1]), ..Selection::default() };
        assert_eq!(chosen.note(&report).as_deref(), Some("筛选出 1 项，共 2 项"));
    }
}
