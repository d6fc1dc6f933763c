//! What of the table is to be shown.

use serde::{Deserialize, Serialize};

use super::initials::Initials;
use super::reading::{Reading, is_fault};
use super::rows::Row;
use crate::report::{Kind, Role};
use crate::words::Language;

/// A figure of which the reading is less sure than this is pointed out.
pub const UNSURE: f64 = 0.8;

/// What a reader may look for in the state of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Mark {
    Disagrees,
    Agrees,
    Unsure,
    Changed,
    Unseen,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Disagrees, Self::Agrees, Self::Unsure, Self::Changed, Self::Unseen];

    /// What it is called.
    pub fn name(self, language: Language) -> &'static str {
        let words = language.words();
        match self {
            Self::Disagrees => words.mark_disagrees,
            Self::Agrees => words.mark_agrees,
            Self::Unsure => words.unsure,
            Self::Changed => words.changed,
            Self::Unseen => words.unseen,
        }
    }

    /// Whether the row of a figure bears it.
    pub fn is_on(self, metric: usize, reading: &Reading) -> bool {
        match self {
            Self::Disagrees => reading.is_faulty(metric),
            Self::Agrees => reading.checks_of(metric).any(|(_, check)| !is_fault(check)),
            // A value that a check has proved, or of which a person has spoken, was read as it should.
            Self::Unsure => {
                let is_low = reading.report.metrics[metric].confidence < UNSURE;
                is_low && reading.correction(metric).is_none() && !Self::Agrees.is_on(metric, reading)
            }
            Self::Changed => {
                reading.correction(metric).is_some_and(|correction| correction.added || correction.change.changes())
            }
            Self::Unseen => reading.correction(metric).is_none_or(|correction| !correction.change.seen),
        }
    }
}

/// What to show of the table. Nothing set lets everything pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words that must all stand in the row.
    pub query: String,
    /// The section it must stand in.
    pub section: Option<usize>,
    /// The kind it must be of.
    #[serde(deserialize_with = "Kind::known")]
    pub kind: Option<Kind>,
    /// The time it must be of.
    pub period: Option<String>,
    /// The role it must have.
    #[serde(deserialize_with = "Role::known")]
    pub role: Option<Role>,
    /// The mark it must bear.
    pub mark: Option<Mark>,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        self.query.trim().is_empty() && Self { query: String::new(), ..self.clone() } == Self::default()
    }

    /// The rows that pass.
    pub fn passing(&self, reading: &Reading, initials: &Initials) -> Vec<Row> {
        let query = self.query.to_ascii_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        reading.rows.iter().copied().filter(|row| self.passes(row.metric, &words, reading, initials)).collect()
    }

    /// The rows that pass, each after the rows it stands under.
    pub fn rows(&self, reading: &Reading, initials: &Initials) -> Vec<Row> {
        if self.is_open() {
            return reading.rows.clone();
        }
        let query = self.query.to_ascii_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut shown = Vec::new();
        let mut lineage: Vec<Row> = Vec::new();
        // How many rows of the lineage are shown already: wholes that were passed over come with their first part.
        let mut known = 0;
        for &row in &reading.rows {
            lineage.truncate(row.level);
            known = known.min(lineage.len());
            lineage.push(row);
            if self.passes(row.metric, &words, reading, initials) {
                shown.extend_from_slice(&lineage[known..]);
                known = lineage.len();
            }
        }
        shown
    }

    fn passes(&self, id: usize, words: &[&str], reading: &Reading, initials: &Initials) -> bool {
        let metric = &reading.report.metrics[id];
        let is_wanted = self.section.is_none_or(|section| reading.is_within(id, section))
            && self.kind.is_none_or(|kind| metric.kind == kind)
            && (self.period.is_none() || self.period == metric.period)
            && self.role.is_none_or(|role| metric.role == role)
            && self.mark.is_none_or(|mark| mark.is_on(id, reading));
        if !is_wanted || words.is_empty() {
            return is_wanted;
        }
        let fields = [Some(&metric.indicator), Some(&metric.quote), metric.unit.as_ref(), metric.period.as_ref()];
        let fields: Vec<String> = fields.into_iter().flatten().map(|field| field.to_ascii_lowercase()).collect();
        let value = metric.value.to_string();
        let holds =
            |word: &str| fields.iter().any(|field| field.contains(word)) || initials.spell(word, &metric.indicator);
        words.iter().all(|word| holds(word) || value.contains(&word.replace(',', "")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;
    use crate::report::Status;

    fn shown(filter: Filter) -> Vec<(usize, usize)> {
        filter.rows(&sample::reading(), &Initials::default()).iter().map(|row| (row.metric, row.level)).collect()
    }

    fn query(words: &str) -> Filter {
        Filter { query: words.to_owned(), ..Filter::default() }
    }

    #[test]
    fn a_filter_keeps_the_whole_above_a_part() {
        assert_eq!(shown(query("未通过")), [(0, 0), (2, 1)]);
        assert_eq!(shown(query("64 审议")), [(0, 0)]);
        assert_eq!(shown(query(" ")).len(), 4);
        assert_eq!(shown(query("没有")), []);
        assert_eq!(query("未通过").passing(&sample::reading(), &Initials::default()).len(), 1);
    }

    #[test]
    fn a_name_is_found_by_its_first_letters_too() {
        let initials = sample::initials();
        let found = |words: &str| query(words).passing(&sample::reading(), &initials).len();
        assert_eq!([found("sy"), found("SY 64"), found("s"), found("ys")], [1, 1, 0, 0]);
    }

    #[test]
    fn section_kind_role_and_mark_narrow_the_table() {
        assert_eq!(shown(Filter { section: Some(2), ..Filter::default() }), [(3, 0)]);
        assert_eq!(shown(Filter { kind: Some(Kind::Money), ..Filter::default() }), []);
        assert_eq!(shown(Filter { role: Some(Role::Actual), ..Filter::default() }).len(), 4);
        assert_eq!(shown(Filter { mark: Some(Mark::Disagrees), ..Filter::default() }), [(0, 0), (1, 1), (2, 1)]);
        assert_eq!(shown(Filter { mark: Some(Mark::Agrees), ..Filter::default() }), []);
        assert_eq!(shown(Filter { mark: Some(Mark::Unsure), ..Filter::default() }), []);
        assert_eq!(shown(Filter { mark: Some(Mark::Changed), ..Filter::default() }), []);
        assert_eq!(shown(Filter { mark: Some(Mark::Unseen), ..Filter::default() }).len(), 4);
    }

    #[test]
    fn a_time_narrows_the_table() {
        let mut report = sample::report();
        report.metrics[3].period = Some("2023年".to_owned());
        let reading = Reading::new(sample::reading().document, report);
        let of = |period: &str| Filter { period: Some(period.to_owned()), ..Filter::default() };
        let shown = |period: &str| of(period).passing(&reading, &Initials::default()).len();
        assert_eq!([shown("2023年"), shown("2022年")], [1, 0]);
    }

    #[test]
    fn what_a_check_has_proved_is_read_as_it_should() {
        let unsure = |status: Status| {
            let mut report = sample::report();
            report.metrics[1].confidence = 0.5;
            report.metrics[3].confidence = 0.5;
            report.checks[0].status = status;
            let reading = Reading::new(sample::reading().document, report);
            (0..4).filter(|&metric| Mark::Unsure.is_on(metric, &reading)).collect::<Vec<_>>()
        };
        assert_eq!(unsure(Status::Inconsistent), [1, 3]);
        assert_eq!(unsure(Status::Consistent), [3]);
    }
}
