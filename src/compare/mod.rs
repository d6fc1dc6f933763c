//! Many reports side by side: which figures of them tell of the same thing.
//!
//! Two figures stand in one row only where nothing is said against it. A name that says much is enough; one that says little
//! (办理案件, 其中项目) needs the figure it belongs to, or the section; one that says no more than that something was done (办结) even the
//! body. Where several figures of one report would stand in the same place and nothing tells them apart, each has a row of its own.

pub mod member;
mod name;
pub mod time;

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use self::member::member;
pub use self::time::Time;
use crate::contract::{Metric, Report};
use crate::language::standard;
use crate::order;
use crate::report::{Direction, Kind};

/// A figure: the report it stands in, and its number there.
pub type Place = (usize, usize);

/// Figures that tell of the same thing, no two of them of one report, in the order of the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Place>);

/// Many reports side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What most reports have stands first; what as many have, in reading order of the first of them.
    pub rows: Vec<Row>,
    /// The earlier and the later report of each two that one body made of two years in a row.
    pub changes: Vec<[usize; 2]>,
}

impl Row {
    /// The figure of a report.
    pub fn figure(&self, report: usize) -> Option<usize> {
        self.0.binary_search_by_key(&report, |&(report, _)| report).ok().map(|at| self.0[at].1)
    }
}

/// Puts reports side by side.
pub fn compare(reports: &[&Report]) -> Comparison {
    let figures: Vec<Figure> = reports.iter().enumerate().flat_map(|(at, report)| figures(at, report)).collect();
    let mut rows = Vec::new();
    settle(figures.iter().collect(), &WAYS, &mut rows);
    order::sort_by_key(&mut rows, |row: &Row| (Reverse(row.0.len()), row.0[0]));
    Comparison { rows, changes: changes(reports) }
}

/// A value with its sign: a fall is less than nothing.
pub fn signed(metric: &Metric, value: f64) -> f64 {
    let falls = metric.direction == Some(Direction::Down) && matches!(metric.kind, Kind::Growth | Kind::Points);
    if falls { -value.abs() } else { value }
}

/// By how much something changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// An amount, by so many per cent.
    Percent(f64),
    /// A rate, by so many percentage points.
    Points(f64),
}

/// By how much something changed from one year to the next; none of what is told as a range, or cannot be compared so.
pub fn change(before: &Metric, after: &Metric) -> Option<Change> {
    let rounded = |change: f64| change.is_finite().then(|| (change * 100.0).round() / 100.0);
    let [earlier, later] = [before, after].map(|metric| signed(metric, metric.value));
    let is_rate = matches!(before.kind, Kind::Ratio | Kind::Growth) && before.unit.as_deref() == Some("%");
    match before.low.or(after.low) {
        Some(_) => None,
        None if is_rate => rounded(later - earlier).map(Change::Points),
        None if before.kind.is_amount() && earlier > 0.0 => {
            rounded((later - earlier) / earlier * 100.0).map(Change::Percent)
        }
        None => None,
    }
}

/// What of a figure says which thing it tells of.
struct Figure {
    place: Place,
    /// What must be the same: name, place in a composition, unit, kind, role, time.
    key: String,
    /// Whether the name says enough to be known by.
    is_telling: bool,
    /// What it belongs to, and whether that says enough.
    whole: String,
    is_owned: bool,
    /// Whether the name, or that of what it belongs to, says more than that something was done.
    is_plain: bool,
    /// The title of the section that it stands in, with the whole.
    title: String,
    /// The section that it stands in, with the whole; nothing where that is no more than how reports begin.
    section: String,
    /// What is told: the same told twice in a place is told once.
    value: (u64, Option<u64>),
}

/// By what figures are told apart, and what must hold of those that are alike for them to be the same thing.
type Way = (fn(&Figure) -> &str, fn(&[&Figure]) -> bool);

/// From the widest to the narrowest.
const WAYS: [Way; 4] = [
    (
        |figure| &figure.key,
        |alike| {
            let mut wholes = alike.iter().map(|figure| &figure.whole).filter(|whole| !whole.is_empty());
            let first = wholes.next();
            alike.iter().all(|figure| figure.is_telling) && wholes.all(|whole| Some(whole) == first)
        },
    ),
    (|figure| &figure.whole, |alike| alike.iter().all(|figure| figure.is_telling || figure.is_owned)),
    (|figure| &figure.title, |alike| alike.iter().all(|figure| figure.is_plain)),
    (|figure| &figure.section, |alike| alike.iter().all(|figure| !figure.section.is_empty())),
];

/// Makes rows of figures, those that are told apart no way each in a row of its own.
fn settle(figures: Vec<&Figure>, ways: &[Way], rows: &mut Vec<Row>) {
    let Some(((by, is_sure), narrower)) = ways.split_first() else {
        rows.extend(figures.iter().map(|figure| Row(vec![figure.place])));
        return;
    };
    let mut groups: FxHashMap<&str, Vec<&Figure>> = FxHashMap::default();
    for figure in figures {
        groups.entry(by(figure)).or_default().push(figure);
    }
    for alike in groups.into_values() {
        match row(&alike).filter(|_| is_sure(&alike)) {
            Some(row) => rows.push(row),
            None => settle(alike, narrower, rows),
        }
    }
}

/// The row of figures of which no two are of one report, unless they tell the same.
fn row(figures: &[&Figure]) -> Option<Row> {
    let mut row: Vec<&Figure> = Vec::new();
    for figure in figures {
        match row.last().filter(|last| last.place.0 == figure.place.0) {
            Some(last) if last.value != figure.value => return None,
            Some(_) => {}
            None => row.push(figure),
        }
    }
    Some(Row(row.iter().map(|figure| figure.place).collect()))
}

fn figures(at: usize, report: &Report) -> Vec<Figure> {
    let body = name::Body::new(report);
    let names: Vec<name::Name> = report.metrics.iter().map(|metric| body.name(metric)).collect();
    let figure = |(id, metric): (usize, &Metric)| {
        let name = &names[id];
        let owners: Vec<&name::Name> = owners(report, id).map(|owner| &names[owner]).collect();
        let whole = owners.iter().map(|owner| owner.words.as_str()).collect::<Vec<_>>().join("\n");
        let title = title(report, metric.section);
        let section = title.as_ref().and_then(|title| section(report, title));
        let time = Time::new(metric.period.as_deref(), report.year).key();
        let unit = standard(metric.unit.as_deref().unwrap_or_default());
        let member = member(report, id).unwrap_or_default();
        Figure {
            place: (at, id),
            key: [&name.words, member, unit, metric.kind.as_str(), metric.role.as_str(), &time].join("\n"),
            is_telling: name.is_telling,
            is_owned: owners.iter().any(|owner| owner.is_telling),
            is_plain: owners.iter().chain([&name]).any(|name| name.is_plain),
            title: format!("{}\n{whole}", title.map(|title| title.letters).unwrap_or_default()),
            section: section.map(|section| format!("{section}\n{whole}")).unwrap_or_default(),
            whole,
            value: (metric.value.to_bits(), metric.low.map(f64::to_bits)),
        }
    };
    report.metrics.iter().enumerate().map(figure).collect()
}

/// The figures that one belongs to, from the nearest up.
fn owners(report: &Report, id: usize) -> impl Iterator<Item = usize> {
    /// Nothing is divided more often.
    const MOST: usize = 4;
    let owner = |&id: &usize| report.metrics.get(id)?.of.filter(|&owner| owner < report.metrics.len());
    std::iter::successors(owner(&id), move |id| owner(id)).take(MOST)
}

/// The nearest title above a figure.
struct Title {
    letters: String,
    /// Whether it is that of a statutory part.
    is_part: bool,
}

fn title(report: &Report, section: Option<usize>) -> Option<Title> {
    let mut section = report.sections.get(section?)?;
    while section.title.is_none() {
        section = report.sections.get(section.parent?)?;
    }
    let letters = section.title.iter().flat_map(|title| title.chars()).filter(|&letter| is_letter(letter)).collect();
    Some(Title { letters, is_part: section.part.is_some() })
}

/// What tells a section from others: its title, with the body that reports unless the title says much. Half of all reports have
/// 主要工作, and a statutory part is in all of them.
fn section(report: &Report, title: &Title) -> Option<String> {
    const LONG: usize = 8;
    if !title.is_part && title.letters.chars().count() >= LONG {
        return Some(title.letters.clone());
    }
    report.issuer.as_ref().map(|issuer| format!("{issuer}\n{}", title.letters))
}

/// Neither a number nor a sign.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_numeric()
}

/// The earlier and the later report of each two of one body about two years in a row, in the order of the later ones. Of several
/// reports of one body about one year the first speaks.
fn changes(reports: &[&Report]) -> Vec<[usize; 2]> {
    let mut made: FxHashMap<(&str, i32), usize> = FxHashMap::default();
    let known = |at: usize| Some((reports[at].issuer.as_deref()?, reports[at].year?));
    let mut later: Vec<(&str, i32)> = Vec::new();
    for (at, of) in (0..reports.len()).filter_map(|at| Some((at, known(at)?))) {
        made.entry(of).or_insert_with(|| {
            later.push(of);
            at
        });
    }
    let pair =
        |&(issuer, year): &(&str, i32)| Some([*made.get(&(issuer, year.checked_sub(1)?))?, made[&(issuer, year)]]);
    later.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests;
