//! The figures that a person who has ten seconds wants to see.

use std::collections::BTreeSet;

use super::document::Document;
use super::value::{Shown, show};
use crate::order;
use crate::output::json::{Metric, Report, Span};
use crate::output::measure::Measure;
use crate::words::Language;

/// How many are shown.
const MANY: usize = 4;

/// How many of them are money, if there are others to show.
const MONEY: usize = 2;

/// The largest amounts of money that the report states of what was done, then the largest counts; of each name one.
pub fn largest(report: &Report) -> Vec<usize> {
    let money = ranked(report, |metric| metric.kind == "money" && metric.unit.as_deref() == Some("元"));
    let counts = ranked(report, |metric| metric.kind == "count" && metric.of.is_none());
    let amounts = money.len().min(MONEY.max(MANY.saturating_sub(counts.len())));
    money.into_iter().take(amounts).chain(counts).take(MANY).collect()
}

/// The value of a figure for one who sees nothing else of it: with the words that say how exact it is, `近3,000|亿元`,
/// `3|万余人`.
pub fn told(metric: &Metric, document: &Document, measure: Measure, language: Language) -> Shown {
    let shown = show(metric, measure);
    if metric.qualifier == "exact" {
        return shown;
    }
    let is_as_read = metric.amendment.as_ref().is_none_or(|amendment| amendment.qualifier.is_none());
    let around = metric.why.as_ref().filter(|_| is_as_read).map(|why| {
        let words = |start: usize, end: usize| document.words(Span { start, end });
        [words(why.extent.start, metric.span.start), words(metric.span.end, why.extent.end)]
    });
    match around {
        Some([before, after]) if !(before.is_empty() && after.is_empty()) => {
            Shown { number: before + &shown.number, unit: shown.unit + &after }
        }
        // The words stand inside: 3万余人.
        Some(_) if measure == Measure::Printed && metric.is_as_printed() => {
            let quote = &metric.quote;
            let digits = quote.rfind(char::is_numeric).map(|last| quote.ceil_char_boundary(last + 1));
            let (number, unit) = quote.split_at(digits.unwrap_or(quote.len()));
            Shown { number: number.to_owned(), unit: unit.to_owned() }
        }
        _ => Shown { number: language.qualifier(&metric.qualifier).to_owned() + &shown.number, ..shown },
    }
}

/// The figures of one sort by their value, none twice.
fn ranked(report: &Report, is_of_the_sort: fn(&Metric) -> bool) -> Vec<usize> {
    let is_told = |metric: &&Metric| metric.role == "actual" && metric.value > 0.0 && is_of_the_sort(metric);
    let mut found: Vec<&Metric> = report.metrics.iter().filter(is_told).collect();
    order::sort_by(&mut found, |one, other| other.value.total_cmp(&one.value));
    found.dedup_by(|one, other| one.value == other.value && one.unit == other.unit);
    let mut names = BTreeSet::new();
    found.into_iter().filter(|metric| names.insert(&metric.indicator)).map(|metric| metric.id).take(MANY).collect()
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
            indicator: format!("{unit}{id}"),
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
    fn of_one_name_the_largest_is_shown() {
        let mut report = report(&[("money", "元", 3.0), ("money", "元", 5.0), ("count", "个", 9.0)]);
        report.metrics[0].indicator = "总投资".to_owned();
        report.metrics[1].indicator = "总投资".to_owned();
        assert_eq!(largest(&report), [1, 2]);
    }

    #[test]
    fn what_is_not_exact_says_so() {
        let text = "资产总额近3000亿元。培训干部3万余人。投资1200万元左右。检查企业三千余家。参加9人。";
        let report = Report::new(&crate::read(text), text, None);
        let document = Document::new(text.to_owned());
        let shown = |measure: Measure| {
            let told = |metric: &Metric| {
                let Shown { number, unit } = told(metric, &document, measure, Language::Chinese);
                format!("{number}|{unit}")
            };
            report.metrics.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(shown(Measure::Printed), ["近3,000|亿元", "3|万余人", "1,200|万元左右", "三千余家|", "9|人"]);
        let base = shown(Measure::Base);
        assert_eq!(base[..3], ["近300,000,000,000|元", "超过30,000|人", "12,000,000|元左右"]);
    }

    #[test]
    fn what_there_is_fills_the_places() {
        assert_eq!(largest(&report(&[("money", "元", 1.0), ("money", "元", 3.0), ("money", "元", 2.0)])), [1, 2, 0]);
        assert_eq!(largest(&sample::report()), [0, 3], "parts and shares are no highlights");
        assert!(largest(&report(&[])).is_empty());
    }
}
