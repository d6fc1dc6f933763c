//! The figures that a person who has ten seconds wants to see.

use std::cmp::Reverse;

use super::filter::UNSURE;
use crate::compare::time::Time;
use crate::contract::{Metric, Report};
use crate::order;
use crate::report::{Kind, Relation, Role};

/// How many are shown.
const MANY: usize = 4;

/// How many of them are money, if there are others to show.
const MONEY: usize = 2;

/// So much told of a figure shows that the report makes much of it.
const ENOUGH: usize = 2;

/// The fewest characters of a name that tells something alone: 支出 and 农村 do not.
const TELLING: usize = 3;

/// The amounts of money that the report makes most of among those of what was done in its year, then such counts; of each name
/// one. What says little alone comes last.
pub fn telling(report: &Report) -> Vec<usize> {
    let mut told_of = vec![0; report.metrics.len()];
    report.metrics.iter().filter_map(|metric| metric.of).for_each(|whole| told_of[whole] += 1);
    let money = ranked(report, &told_of, |metric| metric.kind == Kind::Money && metric.unit.as_deref() == Some("元"));
    let counts = ranked(report, &told_of, |metric| metric.kind == Kind::Count && metric.of.is_none());
    let amounts = money.len().min(MONEY.max(MANY.saturating_sub(counts.len())));
    // The first is told whatever it is called.
    let (telling, vague): (Vec<_>, Vec<_>) = money
        .into_iter()
        .take(amounts)
        .chain(counts)
        .enumerate()
        .partition(|&(at, metric)| at == 0 || !is_vague(metric));
    telling.into_iter().chain(vague).take(MANY).map(|(_, metric)| metric.id).collect()
}

/// What a figure is called where nothing stands around it: 重点项目·总投资.
pub fn called(report: &Report, metric: &Metric) -> String {
    let whole = metric.of.and_then(|whole| report.metrics.get(whole)).map(|whole| whole.indicator.as_str());
    match whole.filter(|whole| !metric.indicator.starts_with(whole)) {
        Some(whole) => format!("{whole}·{}", metric.indicator),
        None => metric.indicator.clone(),
    }
}

/// Whether a figure says little where nothing stands around it: a part without its whole, a name of one word, an uncertain reading.
fn is_vague(metric: &Metric) -> bool {
    let is_part = metric.relation == Some(Relation::Part);
    is_part || metric.indicator.chars().count() < TELLING && metric.of.is_none() || metric.confidence < UNSURE
}

/// The figures of one sort, none twice: what belongs to nothing else first, then that of which the most is told, the largest first.
fn ranked<'report>(
    report: &'report Report,
    told_of: &[usize],
    is_of_the_sort: fn(&Metric) -> bool,
) -> Vec<&'report Metric> {
    let is_of_the_year = |metric: &Metric| Time::new(metric.period.as_deref(), report.year).years == 0;
    // A figure without a name is called as it is printed.
    let is_told = |metric: &&Metric| {
        let is_plain = metric.role == Role::Actual && metric.value > 0.0 && metric.indicator != metric.quote;
        is_plain && is_of_the_sort(metric) && is_of_the_year(metric)
    };
    let mut found: Vec<&Metric> = report.metrics.iter().filter(is_told).collect();
    let rank = |metric: &Metric| (is_vague(metric), metric.of.is_some(), Reverse(told_of[metric.id].min(ENOUGH)));
    order::sort_by(&mut found, |one, other| rank(one).cmp(&rank(other)).then(other.value.total_cmp(&one.value)));
    let mut told: Vec<&Metric> = Vec::new();
    for metric in found {
        let is_same = |other: &&Metric| {
            other.indicator == metric.indicator || other.value == metric.value && other.unit == metric.unit
        };
        if told.len() < MANY && !told.iter().any(is_same) {
            told.push(metric);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn report(figures: &[(Kind, &str, f64)]) -> Report {
        let mut report = sample::report();
        let template = Metric { of: None, relation: None, ..report.metrics.remove(0) };
        let metric = |(id, &(kind, unit, value)): (usize, &(Kind, &str, f64))| Metric {
            id,
            indicator: format!("共办{unit}{id}"),
            kind,
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
            (Kind::Count, "件", 9.0),
            (Kind::Money, "元", 5e8),
            (Kind::Money, "元", 7e8),
            (Kind::Money, "元", 6e8),
            (Kind::Ratio, "%", 99.0),
            (Kind::Count, "人次", 3_000.0),
            (Kind::Count, "人次", 3_000.0),
        ]);
        assert_eq!(telling(&report), [2, 3, 5, 0]);
    }

    #[test]
    fn of_one_name_the_largest_is_shown() {
        let mut report = report(&[(Kind::Money, "元", 3.0), (Kind::Money, "元", 5.0), (Kind::Count, "个", 9.0)]);
        report.metrics[0].indicator = "总投资额".to_owned();
        report.metrics[1].indicator = "总投资额".to_owned();
        assert_eq!(telling(&report), [1, 2]);
    }

    #[test]
    fn what_tells_little_alone_comes_last() {
        let mut report = report(&[
            (Kind::Money, "元", 9.0),
            (Kind::Money, "元", 8.0),
            (Kind::Count, "个", 3.0),
            (Kind::Count, "个", 2.0),
        ]);
        report.metrics[0].indicator = "支出".to_owned();
        assert_eq!(telling(&report), [1, 2, 3, 0]);
        report.metrics[1].kind = Kind::Ratio;
        assert_eq!(telling(&report), [0, 2, 3], "of the money the largest is told whatever it is called");
        report.metrics[1].kind = Kind::Money;
        report.metrics[0].indicator = report.metrics[0].quote.clone();
        assert_eq!(telling(&report), [1, 2, 3], "what has no name is not told");
    }

    #[test]
    fn a_whole_stands_before_what_is_told_of_it() {
        let mut report = report(&[(Kind::Count, "个", 3.0), (Kind::Money, "元", 9.0), (Kind::Money, "元", 8.0)]);
        report.metrics[1] = Metric {
            indicator: "投资".to_owned(),
            of: Some(0),
            relation: Some(Relation::Attribute),
            ..report.metrics[1].clone()
        };
        assert_eq!(called(&report, &report.metrics[1]), "共办个0·投资");
        assert_eq!(telling(&report), [2, 1, 0]);
        report.metrics[1].relation = Some(Relation::Part);
        assert_eq!(telling(&report), [2, 0, 1]);
    }

    #[test]
    fn what_is_of_another_year_is_no_highlight() {
        let mut report = report(&[(Kind::Count, "人", 45.3), (Kind::Count, "人", 45.1), (Kind::Count, "人", 40.0)]);
        report.year = Some(2023);
        for (metric, period) in report.metrics.iter_mut().zip(["2022年", "2023年", "上年"]) {
            metric.indicator = "常住人口".to_owned();
            metric.period = Some(period.to_owned());
        }
        assert_eq!(telling(&report), [1]);
    }

    #[test]
    fn what_much_is_told_of_comes_before_what_is_large() {
        let sizes = [90_000.0, 120.0, 80.0, 300.0];
        let mut report = report(&sizes.map(|size| (Kind::Count, "件", size)));
        report.metrics.push(Metric { id: 4, kind: Kind::Growth, of: Some(1), ..report.metrics[1].clone() });
        assert_eq!(telling(&report), [1, 0, 3, 2]);
    }

    #[test]
    fn what_there_is_fills_the_places() {
        assert_eq!(
            telling(&report(&[(Kind::Money, "元", 1.0), (Kind::Money, "元", 3.0), (Kind::Money, "元", 2.0)])),
            [1, 2, 0]
        );
        assert_eq!(telling(&sample::report()), [0, 3], "parts and shares are no highlights");
        assert!(telling(&report(&[])).is_empty());
    }
}
