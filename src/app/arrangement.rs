//! How the table is laid out: in which order, in which groups, with which columns.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use super::initials::Initials;
use super::reading::Reading;
use super::rows::Row;

use crate::order;
use crate::words::{Language, Pair, file};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Column {
    Indicator,
    Value,
    Unit,
    Kind,
    Whole,
    Period,
    Section,
    Sentence,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 8] = [
        Self::Indicator,
        Self::Value,
        Self::Unit,
        Self::Kind,
        Self::Whole,
        Self::Period,
        Self::Section,
        Self::Sentence,
    ];

    /// Its head.
    pub fn name(self, language: Language) -> &'static str {
        let words = language.words();
        match self {
            Self::Indicator => words.indicator,
            Self::Value => words.value,
            Self::Unit => words.unit,
            Self::Kind => words.kind,
            Self::Whole => words.whole,
            Self::Period => words.period,
            Self::Section => words.section,
            Self::Sentence => words.sentence,
        }
    }

    /// Its class in the styles.
    pub fn class(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Value => "number",
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Whole => "whole",
            Self::Period => "period",
            Self::Section => "section",
            Self::Sentence => "sentence",
        }
    }

    /// The heads of the columns of a copy that tell what it shows: tags and arrows have columns of their own there.
    fn heads(self) -> &'static [Pair] {
        match self {
            Self::Indicator => &[file::INDICATOR, file::ROLE, file::EXACTNESS],
            Self::Value => &[file::VALUE, file::PRINTED, file::DIRECTION],
            Self::Unit => &[file::UNIT],
            Self::Kind => &[file::KIND],
            Self::Whole => &[file::WHOLE, file::RELATION],
            Self::Period => &[file::PERIOD],
            Self::Section => &[file::SECTION],
            Self::Sentence => &[file::SENTENCE],
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What stands together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    /// Parts under their wholes.
    #[default]
    Wholes,
    /// The figures of a section under its heading.
    Sections,
    /// Every figure for itself.
    Nothing,
}

impl Grouping {
    /// What it is called.
    pub fn name(self, language: Language) -> &'static str {
        let words = language.words();
        match self {
            Self::Wholes => words.by_wholes,
            Self::Sections => words.by_sections,
            Self::Nothing => words.by_nothing,
        }
    }
}

/// How the table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrangement {
    /// The column that gives the order, and whether from the end; else as one reads.
    pub sort: Option<(Column, bool)>,
    /// What stands together.
    pub grouping: Grouping,
    /// Which columns are there, a bit for each.
    pub columns: u8,
}

impl Default for Arrangement {
    fn default() -> Self {
        let hidden = Column::Kind.bit() | Column::Whole.bit() | Column::Sentence.bit();
        Self { sort: None, grouping: Grouping::default(), columns: !hidden }
    }
}

impl Arrangement {
    /// Whether a column is there.
    pub fn has(self, column: Column) -> bool {
        self.columns & column.bit() != 0
    }

    /// With a column more, or one less.
    pub fn toggle(self, column: Column) -> Self {
        Self { columns: self.columns ^ column.bit(), ..self }
    }

    /// The heads of a copy of the table: what it shows, what its steps tell, what a person did, and which report it is from.
    /// They are the same for every report, so that copies of several stand under each other.
    pub fn heads(self) -> Vec<Pair> {
        let shown = Column::ALL.into_iter().filter(|&column| self.has(column));
        shown.flat_map(Column::heads).copied().chain([file::WHOLE, file::CHANGES, file::REPORT]).collect()
    }

    /// Sorted by a column; then the other way round; then as one reads.
    pub fn sorted_by(self, column: Column) -> Self {
        let sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        Self { sort, ..self }
    }

    /// The rows that pass the filter, laid out.
    pub fn rows(self, filter: &Filter, reading: &Reading, initials: &Initials) -> Vec<Row> {
        // Sorted, no figure stands under another: else the column would not look sorted.
        if self.grouping == Grouping::Wholes && self.sort.is_none() {
            return filter.rows(reading, initials);
        }
        let flat = filter.passing(reading, initials).into_iter().map(|row| Row { level: 0, ..row });
        let mut rows: Vec<Row> = flat.collect();
        order::sort_by_key(&mut rows, |row| row.metric);
        if let Some((column, reverse)) = self.sort {
            let by = Order { column, reverse, reading };
            order::sort_by(&mut rows, |one, other| by.compare(one, other));
        }
        if self.grouping == Grouping::Sections {
            let section = |row: &Row| reading.report.metrics[row.metric].section;
            order::sort_by_key(&mut rows, section);
            let mut last = None;
            for row in &mut rows {
                row.leads = last != Some(section(row));
                last = Some(section(row));
            }
        }
        rows
    }
}

/// What a row is sorted by.
#[derive(PartialEq, PartialOrd)]
enum Key<'a> {
    Number(f64),
    /// A value stands among those of the same unit.
    Value(&'a str, f64),
    Words(&'a str),
}

struct Order<'a> {
    column: Column,
    reverse: bool,
    reading: &'a Reading,
}

impl<'a> Order<'a> {
    fn key(&self, row: &Row) -> Option<Key<'a>> {
        let metric = &self.reading.report.metrics[row.metric];
        let words = |words: &'a Option<String>| words.as_deref().map(Key::Words);
        match self.column {
            Column::Indicator => Some(Key::Words(&metric.indicator)),
            Column::Value => Some(Key::Value(metric.unit.as_deref().unwrap_or_default(), metric.value)),
            Column::Unit => words(&metric.unit),
            Column::Kind => Some(Key::Words(metric.kind.as_str())),
            Column::Whole => Some(Key::Words(&self.reading.report.metrics.get(metric.of?)?.indicator)),
            Column::Period => words(&metric.period),
            Column::Section => metric.section.map(|section| Key::Number(section as f64)),
            Column::Sentence => Some(Key::Number(metric.sentence.start as f64)),
        }
    }

    /// What has nothing to be sorted by comes last, whichever way the others go.
    fn compare(&self, one: &Row, other: &Row) -> Ordering {
        match (self.key(one), self.key(other)) {
            (Some(one), Some(other)) => {
                let order = one.partial_cmp(&other).unwrap_or(Ordering::Equal);
                if self.reverse { order.reverse() } else { order }
            }
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn laid_out(arrangement: Arrangement) -> Vec<usize> {
        arrangement
            .rows(&Filter::default(), &sample::reading(), &Initials::default())
            .iter()
            .map(|row| row.metric)
            .collect()
    }

    #[test]
    fn sorted_by_value_figures_of_one_unit_stand_together_and_none_under_another() {
        let mut report = sample::report();
        report.metrics[1].unit = Some("元".to_owned());
        let reading = Reading::new(sample::reading().document, report);
        let by_value = Arrangement::default().sorted_by(Column::Value);
        let rows = by_value.rows(&Filter::default(), &reading, &Initials::default());
        let told: Vec<(usize, usize)> = rows.iter().map(|row| (row.metric, row.level)).collect();
        assert_eq!(told, [(3, 0), (2, 0), (0, 0), (1, 0)]);
        assert_eq!(by_value.sorted_by(Column::Value).sorted_by(Column::Value), Arrangement::default());
    }

    #[test]
    fn without_groups_every_figure_stands_for_itself() {
        let alone = Arrangement { grouping: Grouping::Nothing, ..Arrangement::default() };
        assert_eq!(laid_out(alone), [0, 1, 2, 3]);
        assert_eq!(laid_out(alone.sorted_by(Column::Value)), [3, 2, 1, 0]);
        let by_whole = alone.sorted_by(Column::Whole);
        assert_eq!(laid_out(by_whole), [1, 2, 0, 3], "what has no whole comes last");
        assert_eq!(laid_out(by_whole.sorted_by(Column::Whole)), [1, 2, 0, 3]);
    }

    #[test]
    fn sections_lead_their_figures() {
        let by_section = Arrangement { grouping: Grouping::Sections, ..Arrangement::default() };
        let rows =
            by_section.sorted_by(Column::Value).rows(&Filter::default(), &sample::reading(), &Initials::default());
        let told: Vec<(usize, bool)> = rows.iter().map(|row| (row.metric, row.leads)).collect();
        assert_eq!(told, [(2, true), (1, false), (0, false), (3, true)]);
    }

    #[test]
    fn a_copy_has_what_is_shown() {
        let usual = Arrangement::default();
        let heads =
            |arrangement: Arrangement| arrangement.heads().into_iter().map(|(chinese, _)| chinese).collect::<Vec<_>>();
        assert_eq!(
            heads(usual),
            ["指标", "性质", "限定", "数值", "原文", "方向", "单位", "时期", "章节", "隶属", "改动", "报告"]
        );
        let other = usual.toggle(Column::Period).toggle(Column::Sentence).toggle(Column::Value);
        assert_eq!(heads(other), ["指标", "性质", "限定", "单位", "章节", "原句", "隶属", "改动", "报告"]);
    }

    #[test]
    fn columns_come_and_go() {
        let arrangement = Arrangement::default();
        assert!(arrangement.has(Column::Period) && !arrangement.has(Column::Sentence));
        let arrangement = arrangement.toggle(Column::Period).toggle(Column::Sentence);
        assert!(!arrangement.has(Column::Period) && arrangement.has(Column::Sentence));
    }
}
