//! Several reports side by side, as a table: a row for each thing that is told, a column for each report.

use super::label;
use super::measure::{Measure, scaled};
use super::selection::{Outgoing, Selection};
use super::table::Cell;
use crate::compare::member::named;
use crate::compare::{self, Comparison, Row, Time};
use crate::contract::{Metric, Report};
use crate::language::standard;
use crate::words::{Language, Pair, file};

/// The columns before those of the reports.
pub const LEAD: [Pair; 8] =
    [file::INDICATOR, file::WHOLE, file::SECTION, file::KIND, file::ROLE, file::PERIOD, file::UNIT, file::HOLDERS];

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What its rows hold, report by report.
    pub comparison: Comparison,
    /// Those of [`LEAD`], the reports, and the change where there is one.
    pub heads: Vec<String>,
    /// A cell under each head.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table of some readings. They go out together, in the unit and the language of the first.
    pub fn new(readings: &[Outgoing]) -> Self {
        let reports: Vec<&Report> = readings.iter().map(|reading| reading.report).collect();
        let plain = Selection::default();
        let &Selection { measure, language, .. } = readings.first().map_or(&plain, |reading| reading.selection);
        let comparison = compare::compare(&reports);
        let lead = LEAD.iter().map(|&head| language.pick(head).to_owned());
        let change = comparison.change.map(|_| language.pick(file::CHANGED).to_owned());
        Self {
            heads: lead.chain(heads(&reports, language)).chain(change).collect(),
            rows: comparison
                .rows
                .iter()
                .map(|row| cells(&reports, row, comparison.change, measure, language))
                .collect(),
            comparison,
        }
    }
}

/// What the reports are called, no two alike: body and year, else the title or the name of the file.
fn heads(reports: &[&Report], language: Language) -> Vec<String> {
    let short = |report: &Report| {
        let issuer = report.issuer.as_deref()?;
        let year = report.year.map(|year| language.fill(file::IN_YEAR, &[&year.to_string()]));
        Some(year.map_or(issuer.to_owned(), |year| format!("{issuer} {year}")))
    };
    let mut heads: Vec<String> = Vec::with_capacity(reports.len());
    for report in reports {
        let long = || label::report(report, language).to_owned();
        let short = short(report).unwrap_or_else(long);
        let name = if heads.contains(&short) { long() } else { short };
        heads.push(label::free(&name, &heads, language));
    }
    heads
}

fn cells(
    reports: &[&Report],
    row: &Row,
    change: Option<[usize; 2]>,
    measure: Measure,
    language: Language,
) -> Vec<Cell> {
    let (at, id) = row.0[0];
    let (report, metric) = (reports[at], &reports[at].metrics[id]);
    // One unit for all of them, or they could not be compared.
    let scale = measure.scale(metric);
    let unit = format!("{scale}{}", standard(metric.unit.as_deref().unwrap_or_default()));
    let figure = |at: usize| row.figure(at).map(|id| &reports[at].metrics[id]);
    let whole = metric.of.and_then(|whole| report.metrics.get(whole)).map(|whole| &whole.indicator);
    let lead = [
        Cell::from(named(report, metric)),
        Cell::from(whole),
        Cell::from(label::path(report, metric.section)),
        Cell::from(language.kind(metric.kind)),
        Cell::from(language.role(metric.role)),
        Cell::from(period(report, metric, language).as_ref()),
        Cell::from(Some(&unit).filter(|unit| !unit.is_empty())),
        Cell::Number(row.0.len() as f64),
    ];
    let percent = change.map(|ends| match ends.map(figure) {
        [Some(before), Some(after)] => compare::percent(before, after).map_or(Cell::Empty, Cell::Number),
        _ => Cell::Empty,
    });
    let held = (0..reports.len()).map(|at| figure(at).map_or(Cell::Empty, |metric| value(metric, scale)));
    lead.into_iter().chain(held).chain(percent).collect()
}

/// A figure by itself is a number to be calculated with; a range is none.
fn value(metric: &Metric, scale: &str) -> Cell {
    let scaled = |value| scaled(compare::signed(metric, value), scale);
    match metric.low {
        Some(low) => Cell::Text(format!("{}–{}", scaled(low), scaled(metric.value))),
        None => Cell::Number(scaled(metric.value)),
    }
}

/// The time of a row, seen from the years that its reports are about.
fn period(report: &Report, metric: &Metric, language: Language) -> Option<String> {
    let Time { years, rest } = Time::new(metric.period.as_deref(), report.year);
    let number = years.abs().to_string();
    let said = match years {
        0 => rest,
        -1 => language.fill(file::YEAR_BEFORE, &[&rest]),
        1 => language.fill(file::YEAR_AFTER, &[&rest]),
        ..0 => language.fill(file::YEARS_BEFORE, &[&number, &rest]),
        _ => language.fill(file::YEARS_AFTER, &[&number, &rest]),
    };
    Some(said.trim().to_owned()).filter(|said| !said.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::report::Kind;

    fn table(reports: &[Report], measure: Measure) -> Table {
        let selection = Selection { measure, ..Selection::default() };
        let outgoing = reports.iter().map(|report| Outgoing { report, text: "", selection: &selection });
        Table::new(&outgoing.collect::<Vec<_>>())
    }

    fn report(year: i32, value: f64, scale: &str) -> Report {
        let money =
            Metric {
                kind: Kind::Money, scale: Some(scale.to_owned()), ..sample::metric("固定资产投资", value, "元")
            };
        Report { year: Some(year), ..sample::report(vec![money]) }
    }

    #[test]
    fn a_row_has_one_unit_and_the_change_of_two_years() {
        let reports = [report(2022, 80_000_000.0, "万"), report(2023, 100_000_000.0, "亿")];
        let printed = table(&reports, Measure::Printed);
        assert_eq!(printed.heads[LEAD.len()..], ["云溪县 2022 年", "云溪县 2023 年", "增减（%）"]);
        let numbers = [8_000.0, 10_000.0, 25.0].map(Cell::Number);
        assert_eq!((&printed.rows[0][6], &printed.rows[0][8..]), (&Cell::from("万元"), &numbers[..]));
        let base = table(&reports, Measure::Base);
        assert_eq!((&base.rows[0][6], &base.rows[0][9]), (&Cell::from("元"), &Cell::Number(1e8)));
    }

    #[test]
    fn no_two_reports_have_the_same_head_and_what_is_not_told_is_empty() {
        let other = Report { metrics: Vec::new(), ..report(2022, 0.0, "") };
        let bare = Report { issuer: None, title: None, year: None, ..other.clone() };
        let found = table(&[report(2022, 1.0, ""), other.clone(), other, bare], Measure::Base);
        let title = "云溪县2023年法治政府建设情况报告";
        assert_eq!(found.heads[LEAD.len()..], ["云溪县 2022 年", title, &format!("{title}（2）"), "无标题"]);
        assert_eq!(found.rows[0][LEAD.len()..], [Cell::Number(1.0), Cell::Empty, Cell::Empty, Cell::Empty]);
        assert_eq!(table(&[], Measure::Base).rows, Vec::<Vec<Cell>>::new());
    }

    #[test]
    fn a_range_is_told_and_the_year_before_is_called_so() {
        let range =
            Metric {
                low: Some(5.0), period: Some("2022年".to_owned()), ..sample::metric("办理行政许可", 8.0, "天")
            };
        let row = &table(&[sample::report(vec![range])], Measure::Base).rows[0];
        assert_eq!((&row[5], &row[8]), (&Cell::from("上年"), &Cell::from("5–8")));
    }
}
