//! Several reports side by side, as a table: a row for each thing that is told, a column for each report.

use rustc_hash::FxHashMap;

use super::label;
use super::measure::{Measure, grouped, scaled};
use super::selection::{Outgoing, Selection};
use super::table::Cell;
use crate::compare::member::named;
use crate::compare::{self, Change, Comparison, Row, Time};
use crate::contract::{Metric, Report};
use crate::language::standard;
use crate::order;
use crate::words::{Language, Pair, file};

/// The columns before those of the reports. The first two stay in sight: a number is nothing without its unit.
pub const LEAD: [Pair; 8] =
    [file::INDICATOR, file::UNIT, file::WHOLE, file::SECTION, file::KIND, file::ROLE, file::PERIOD, file::HOLDERS];

/// What stands in a column behind those of [`LEAD`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A report.
    Report(usize),
    /// By how much what a later report tells differs from what an earlier one does: the earlier one, and the later.
    Change([usize; 2]),
}

impl Column {
    /// The same column among other reports, of which `now` tells where each of these stands; nothing where it is gone.
    pub fn among(self, now: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        Some(match self {
            Self::Report(at) => Self::Report(now(at)?),
            Self::Change([before, after]) => Self::Change([now(before)?, now(after)?]),
        })
    }
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What its rows hold, report by report.
    pub comparison: Comparison,
    /// What stands behind those of [`LEAD`]: the reports, those of one body by their years, and a change right behind the two that
    /// it is told of.
    pub columns: Vec<Column>,
    /// What all of them are called.
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
        let columns = columns(&reports, &comparison.changes);
        let names = names(&reports, language);
        let head = |column: &Column| match column {
            Column::Report(at) => names[*at].clone(),
            Column::Change(_) if comparison.changes.len() == 1 => language.pick(file::CHANGED).to_owned(),
            Column::Change([_, later]) => language.fill(file::CHANGED_IN, &[&names[*later]]),
        };
        let lead = LEAD.iter().map(|&head| language.pick(head).to_owned());
        Self {
            heads: lead.chain(columns.iter().map(head)).collect(),
            rows: comparison.rows.iter().map(|row| cells(&reports, row, &columns, measure, language)).collect(),
            columns,
            comparison,
        }
    }
}

fn columns(reports: &[&Report], changes: &[[usize; 2]]) -> Vec<Column> {
    let behind = |at: usize| changes.iter().filter(move |[_, later]| *later == at);
    let columns = |at| [Column::Report(at)].into_iter().chain(behind(at).map(|&ends| Column::Change(ends)));
    by_year(reports).into_iter().flat_map(columns).collect()
}

/// The reports as they came, but those of one body by their years in the places that they have.
fn by_year(reports: &[&Report]) -> Vec<usize> {
    let mut bodies: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, report) in reports.iter().enumerate().filter(|(_, report)| report.year.is_some()) {
        if let Some(issuer) = report.issuer.as_deref() {
            bodies.entry(issuer).or_default().push(at);
        }
    }
    let mut ordered: Vec<usize> = (0..reports.len()).collect();
    for places in bodies.into_values() {
        let mut made = places.clone();
        order::sort_by_key(&mut made, |&at| reports[at].year);
        places.into_iter().zip(made).for_each(|(place, at)| ordered[place] = at);
    }
    ordered
}

/// What the reports are called, no two alike: body and year, else the title, else the name of the file, whichever tells them apart.
pub fn names(reports: &[&Report], language: Language) -> Vec<String> {
    let short = |report: &Report| {
        let issuer = report.issuer.as_deref()?;
        let year = report.year.map(|year| language.fill(file::IN_YEAR, &[&year.to_string()]));
        Some(year.map_or(issuer.to_owned(), |year| format!("{issuer} {year}")))
    };
    let called = |report: &&Report| [short(report), report.title.clone(), label::stem(report).map(str::to_owned)];
    let called: Vec<[Option<String>; 3]> = reports.iter().map(called).collect();
    let mut names: Vec<String> = Vec::with_capacity(reports.len());
    for own in &called {
        let is_shared = |way: usize| called.iter().filter(|other| other[way] == own[way]).count() > 1;
        let telling = (0..own.len()).find(|&way| own[way].is_some() && !is_shared(way));
        let name =
            telling.and_then(|way| own[way].as_deref()).or_else(|| own.iter().flatten().next().map(String::as_str));
        names.push(label::free(name.unwrap_or(language.pick(file::UNTITLED)), &names, language));
    }
    names
}

fn cells(reports: &[&Report], row: &Row, columns: &[Column], measure: Measure, language: Language) -> Vec<Cell> {
    let (at, id) = row.0[0];
    let (report, metric) = (reports[at], &reports[at].metrics[id]);
    // One unit for all of them, or they could not be compared.
    let scale = measure.scale(metric);
    let unit = format!("{scale}{}", standard(metric.unit.as_deref().unwrap_or_default()));
    let figure = |at: usize| row.figure(at).map(|id| &reports[at].metrics[id]);
    let whole = metric.of.and_then(|whole| report.metrics.get(whole)).map(|whole| &whole.indicator);
    let lead = [
        Cell::from(named(report, metric)),
        Cell::from(Some(&unit).filter(|unit| !unit.is_empty())),
        Cell::from(whole),
        Cell::from(label::path(report, metric.section)),
        Cell::from(language.kind(metric.kind)),
        Cell::from(language.role(metric.role)),
        Cell::from(period(report, metric, language).as_ref()),
        Cell::Number(row.0.len() as f64),
    ];
    let told = columns.iter().map(|column| match *column {
        Column::Report(at) => figure(at).map_or(Cell::Empty, |metric| value(metric, scale)),
        Column::Change(ends) => match ends.map(figure) {
            [Some(before), Some(after)] => changed(before, after, language),
            _ => Cell::Empty,
        },
    });
    lead.into_iter().chain(told).collect()
}

/// The head says per cent: points say so themselves.
fn changed(before: &Metric, after: &Metric, language: Language) -> Cell {
    match compare::change(before, after) {
        Some(Change::Percent(change)) => Cell::Number(change),
        Some(Change::Points(change)) => Cell::Text(language.fill(file::BY_POINTS, &[&grouped(change)])),
        None => Cell::Empty,
    }
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
        assert_eq!((&printed.rows[0][1], &printed.rows[0][8..]), (&Cell::from("万元"), &numbers[..]));
        let base = table(&reports, Measure::Base);
        assert_eq!((&base.rows[0][1], &base.rows[0][9]), (&Cell::from("元"), &Cell::Number(1e8)));
    }

    #[test]
    fn every_two_years_of_a_body_have_their_change_behind_them_and_rates_change_by_points() {
        let rated = |year, value| {
            let rate = Metric { kind: Kind::Ratio, ..sample::metric("行政复议案件按期办结率", value, "%") };
            Report { year: Some(year), ..sample::report(vec![rate]) }
        };
        let other = Report { issuer: Some("青塘县".to_owned()), ..rated(2023, 80.0) };
        let found = table(&[rated(2022, 90.0), rated(2023, 100.0), other, rated(2024, 97.5)], Measure::Base);
        let heads = ["云溪县 2022 年", "云溪县 2023 年", "云溪县 2023 年增减（%）", "青塘县 2023 年", "云溪县 2024 年"];
        assert_eq!(found.heads[LEAD.len()..LEAD.len() + 5], heads);
        assert_eq!(
            found.columns[2..],
            [Column::Change([0, 1]), Column::Report(2), Column::Report(3), Column::Change([1, 3])]
        );
        assert_eq!(
            [2, 5].map(|at| &found.rows[0][LEAD.len() + at]),
            ["10 个百分点", "−2.5 个百分点"].map(Cell::from).each_ref()
        );
    }

    #[test]
    fn the_reports_of_a_body_stand_by_their_years_in_the_places_that_they_have() {
        let other = Report { issuer: Some("青塘县".to_owned()), ..report(2021, 1.0, "") };
        let found = table(&[report(2024, 3.0, ""), other, report(2022, 1.0, ""), report(2023, 2.0, "")], Measure::Base);
        let reports = [2, 1, 3, 0].map(Column::Report);
        let changes = [[2, 3], [3, 0]].map(Column::Change);
        assert_eq!(found.columns, [reports[0], reports[1], reports[2], changes[0], reports[3], changes[1]]);
    }

    #[test]
    fn no_two_reports_have_the_same_head_and_what_is_not_told_is_empty() {
        let other = Report { metrics: Vec::new(), ..report(2022, 0.0, "") };
        let bare = Report { issuer: None, title: None, year: None, ..other.clone() };
        let found = table(&[report(2022, 1.0, ""), other, bare], Measure::Base);
        assert_eq!(found.heads[LEAD.len()..], ["云溪县 2022 年", "云溪县 2022 年（2）", "无标题"]);
        assert_eq!(found.rows[0][LEAD.len()..], [Cell::Number(1.0), Cell::Empty, Cell::Empty]);
        assert_eq!(table(&[], Measure::Base).rows, Vec::<Vec<Cell>>::new());
    }

    #[test]
    fn reports_of_one_title_are_called_by_their_files() {
        let from = |name: &str| {
            let source = crate::contract::Source { name: Some(name.to_owned()), sha256: String::new() };
            Report { issuer: None, source, ..sample::report(Vec::new()) }
        };
        let titled = Report { title: Some("政府工作报告".to_owned()), ..from("三.txt") };
        let found = table(&[from("教育局.txt"), from("民政局.2023.docx"), titled], Measure::Base);
        assert_eq!(found.heads[LEAD.len()..], ["教育局", "民政局.2023", "政府工作报告"]);
    }

    #[test]
    fn a_range_is_told_and_the_year_before_is_called_so() {
        let range =
            Metric {
                low: Some(5.0), period: Some("2022年".to_owned()), ..sample::metric("办理行政许可", 8.0, "天")
            };
        let row = &table(&[sample::report(vec![range])], Measure::Base).rows[0];
        assert_eq!((&row[6], &row[8]), (&Cell::from("上年"), &Cell::from("5–8")));
    }
}
