//! What of a reading goes out.

use super::measure::Measure;
use crate::contract::{Check, Metric, Report};
use crate::order;
use crate::words::{Language, file};

/// Which figures go out, and in which unit they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The figures, in the order to show them; all of the reading if there is no choice.
    pub figures: Option<Vec<usize>>,
    /// The unit they are shown in.
    pub measure: Measure,
    /// The language of all that is said around them.
    pub language: Language,
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

    /// The reading with the figures that go out alone, for programs: in reading order, numbered anew, with the checks that
    /// speak of no other.
    pub fn narrowed(&self, report: &Report) -> Report {
        if self.is_all(report) {
            return report.clone();
        }
        let mut chosen = self.metrics(report);
        order::sort_by_key(&mut chosen, |metric| metric.id);
        let now = |old: usize| chosen.binary_search_by_key(&old, |metric| metric.id).ok();
        let metric = |(id, &metric): (usize, &&Metric)| {
            let of = metric.of.and_then(now);
            Metric { id, of, relation: metric.relation.filter(|_| of.is_some()), ..metric.clone() }
        };
        let check = |check: &Check| {
            let metrics = check.metrics.iter().map(|&metric| now(metric)).collect::<Option<Vec<usize>>>()?;
            Some(Check { metrics, ..check.clone() })
        };
        Report {
            metrics: chosen.iter().enumerate().map(metric).collect(),
            excluded: Vec::new(),
            checks: report.checks.iter().filter_map(check).collect(),
            ..report.clone()
        }
    }

    /// How many figures go out, of how many, if not all do: `筛选出 3 项，共 17 项`.
    pub fn note(&self, report: &Report) -> Option<String> {
        let chosen = self.figures.as_ref().filter(|_| !self.is_all(report))?.len();
        Some(self.language.fill(file::CHOSEN_OF, &[&chosen.to_string(), &report.metrics.len().to_string()]))
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
    use crate::contract::Span;
    use crate::report::{CheckKind, Relation, Status};
    use crate::verdict::Verdict;

    #[test]
    fn all_figures_in_another_order_are_no_choice() {
        let report = sample::report(vec![sample::metric("项目", 3.0, "个"), sample::metric("资金", 5.0, "元")]);
        let sorted = Selection { figures: Some(vec![1, 0]), ..Selection::default() };
        assert_eq!((sorted.is_all(&report), sorted.note(&report)), (true, None));
        assert_eq!(sorted.metrics(&report)[0].indicator, "资金");
        let chosen = Selection { figures: Some(vec![1]), ..Selection::default() };
        assert_eq!(chosen.note(&report).as_deref(), Some("筛选出 1 项，共 2 项"));
    }
    #[test]
    fn a_narrowed_reading_speaks_of_no_figure_that_is_left_out() {
        let part = Metric { of: Some(0), relation: Some(Relation::Part), ..sample::metric("办结", 3.0, "件") };
        let metrics = vec![sample::metric("受理", 5.0, "件"), part, sample::metric("资金", 5.0, "元")];
        let check = |metrics: &[usize]| Check {
            kind: CheckKind::Sum,
            status: Status::Consistent,
            metrics: metrics.to_vec(),
            message: Verdict::default(),
            span: Span { start: 0, end: 0 },
        };
        let report = Report { checks: vec![check(&[0, 1]), check(&[2])], ..sample::report(metrics) };
        let narrowed = |figures: &[usize]| {
            let selection = Selection { figures: Some(figures.to_vec()), ..Selection::default() };
            let Report { metrics, checks, .. } = selection.narrowed(&report);
            let told = metrics.iter().map(|metric| (metric.id, metric.of, metric.relation.is_some()));
            (told.collect::<Vec<_>>(), checks.iter().map(|check| check.metrics.clone()).collect::<Vec<_>>())
        };
        assert_eq!(narrowed(&[2, 1]), (vec![(0, None, false), (1, None, false)], vec![vec![1]]));
        assert_eq!(narrowed(&[0, 1]), (vec![(0, None, false), (1, Some(0), true)], vec![vec![0, 1]]));
        assert_eq!(Selection::default().narrowed(&report), report);
    }
}
