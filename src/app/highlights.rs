//! The figures that a person who has ten seconds wants to see.

use crate::order;
use crate::output::json::{Metric, Report};

/// How many are shown.
const MANY: usize = 4;

/// How many of them are money, if there are others to show.
const MONEY: usize = 2;

/// The largest amounts of money that the report states of what was done, then the largest counts.
pub fn largest(report: &Report) -> Vec<usize> {
    let money = ranked(report, |metric| metric.kind == "money" && metric.unit.as_deref() == Some("元"));
    let counts = ranked(report, |metric| metric.kind == "count" && metric.of.is_none());
    let amounts = money.len().min(MONEY.max(MANY.saturating_sub(counts.len())));
    money.into_iter().take(amounts).chain(counts).take(MANY).collect()
}

/// The figures of one sort by their value, none twice.
fn ranked(report: &Report, is_of_the_sort: fn(&Metric) -> bool) -> Vec<usize> {
    let is_told = |metric: &&Metric| metric.role == "actual" && metric.value > 0.0 && is_of_the_sort(metric);
    let mut found: Vec<&Metric> = report.metrics.iter().filter(is_told).collect();
    order::sort_by(&mut found, |one, other| other.value.total_cmp(&one.value));
    found.dedup_by(|one, other| one.value == other.value && one.unit == other.unit);
    found.into_iter().map(|metric| metric.id).take(MANY).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn report(figures: &[(&str, &str, f64)]) -> Report {
        let mut report = sample::report();
        let template = Metric { of: None, relation: None, ..report.metrics.remove(0) };
        let metric = |(id, &(kind, unit, value)): (usize, &(&str, &str, f64))| Metric {
            id,
            kind: kind.to_owned(),
            unit: Some(unit.to_owned()),
            value,
            ..template.clone()
        };
        report.metrics = figures.iter().enumerate().map(metric).collect();
        report
    }

    #[test]
    fn money_comes_first_then_counts() {
        let report = report(&[
            ("count", "件", 9.0),
            ("money", "元", 5e8),
            ("money", "元", 7e8),
            ("money", "元", 6e8),
            ("ratio", "%", 99.0),
            ("count", "人次", 3_000.0),
            ("count", "人次", 3_000.0),
        ]);
        assert_eq!(largest(&report), [2, 3, 5, 0]);
    }

    #[test]
    fn what_there_is_fills_the_places() {
        assert_eq!(largest(&report(&[("money", "元", 1.0), ("money", "元", 3.0), ("money", "元", 2.0)])), [1, 2, 0]);
        assert_eq!(largest(&sample::report()), [0, 3], "parts and shares are no highlights");
        assert!(largest(&report(&[])).is_empty());
    }
}
