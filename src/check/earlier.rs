//! The figures that were stated for the year before.

use super::sheet::Sheet;
use crate::report::Metric;
use rustc_hash::FxHashMap;

/// The figures of each name, to find the one stated for the year before.
pub struct Earlier<'a> {
    by_name: FxHashMap<(&'a str, Option<&'a str>), Vec<usize>>,
    metrics: &'a [Metric],
    reported: Option<i32>,
}

impl<'a> Earlier<'a> {
    /// More statements under one name than these are about different things.
    const MOST: usize = 8;

    /// The figures of a report.
    pub fn new(sheet: &Sheet<'a>) -> Self {
        let mut by_name: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (index, metric) in sheet.metrics.iter().enumerate() {
            if sheet.is_amount(index) && metric.indicator.chars().count() >= 4 {
                let same = by_name.entry((metric.indicator.as_str(), sheet.unit(index))).or_default();
                if same.len() <= Self::MOST {
                    same.push(index);
                }
            }
        }
        Self { by_name, metrics: sheet.metrics, reported: sheet.year }
    }

    /// The year that a figure tells of.
    fn year(&self, index: usize) -> Option<i32> {
        year(self.metrics[index].period.as_deref(), self.reported)
    }

    /// The one figure of the same name, of the same thing, in the year before.
    pub fn find(&self, sheet: &Sheet, to: usize) -> Option<usize> {
        let metric = &sheet.metrics[to];
        let year = self.year(to)?;
        let same = self.by_name.get(&(metric.indicator.as_str(), sheet.unit(to)))?;
        if same.len() > Self::MOST {
            return None;
        }
        let mut found = same.iter().copied().filter(|&other| {
            let before = self.year(other).is_some_and(|other| other == year - 1);
            before && sheet.exact(other).is_some() && same_owner(sheet, to, other)
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Whether the ends of a change were stated for two years.
    pub fn is_in(&self, metrics: &[usize]) -> bool {
        let &[to, from, _] = metrics else { return false };
        self.year(from).zip(self.year(to)).is_some_and(|(from, to)| to == from + 1)
    }
}

/// Whether a figure tells of the year behind that of another.
pub fn follows(sheet: &Sheet, before: usize, after: usize) -> bool {
    let of = |index: usize| year(sheet.metrics[index].period.as_deref(), sheet.year);
    of(before).zip(of(after)).is_some_and(|(before, after)| after == before + 1)
}

/// Whether two figures tell something of the same thing, or each stands for itself.
fn same_owner(sheet: &Sheet, one: usize, other: usize) -> bool {
    match (sheet.metrics[one].of, sheet.metrics[other].of) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let (one, other) = (&sheet.metrics[one].indicator, &sheet.metrics[other].indicator);
            is_loosely(one, other) || is_loosely(other, one)
        }
        _ => false,
    }
}

/// Whether `long` says `short` with a word or two added: 重点项目, 项目.
fn is_loosely(short: &str, long: &str) -> bool {
    const ADDED: usize = 4;
    let mut rest = long.chars();
    let inside = short.chars().all(|letter| rest.any(|other| other == letter));
    inside && short.chars().count() >= 4 && long.chars().count() <= short.chars().count() + ADDED
}

/// The year that a period names, or the year reported on where it names none.
fn year(period: Option<&str>, reported: Option<i32>) -> Option<i32> {
    let Some(period) = period else { return reported };
    let digits: String = period.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(year) if digits.len() == 4 => Some(year),
        _ => reported.filter(|_| matches!(period, "全年" | "今年" | "本年" | "今年以来")),
    }
}
