//! The table of figures, for every output that has rows.

use super::selection::{Outgoing, Selection};
use super::{amendment, exactness, findings, label};
use crate::contract::{Metric, Report};
use crate::text::{Utf16Offsets, is_han};
use crate::words::{Pair, file};

/// A cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number, to be calculated with.
    Number(f64),
    /// Words.
    Text(String),
}

/// The heads of the columns.
pub const COLUMNS: [Pair; 22] = [
    file::INDICATOR,
    file::VALUE,
    file::LOW,
    file::UNIT,
    file::PRINTED,
    file::KIND,
    file::ROLE,
    file::EXACTNESS,
    file::DIRECTION,
    file::PERIOD,
    file::WHOLE,
    file::RELATION,
    file::SECTION,
    file::CHANGES,
    file::START,
    file::END,
    file::REPORT,
    file::ISSUER,
    file::YEAR,
    file::SENTENCE,
    file::SHA256,
    file::PROGRAM,
];

/// A row for each figure that goes out, its cells under [`COLUMNS`]. The quote shows how the report printed it. If all go
/// out, those that a person took away stand at the end, without a number that would be added up.
pub fn rows(&Outgoing { report, text, selection }: &Outgoing) -> Vec<[Cell; COLUMNS.len()]> {
    let Selection { measure, language, .. } = *selection;
    let offsets = Utf16Offsets::new(text);
    let labels = label::metrics(report, language);
    let name = report.source.name.as_ref().or(report.title.as_ref());
    let row = |metric: &Metric, is_there: bool| {
        let number = |value: f64| if is_there { Cell::Number(measure.value(metric, value)) } else { Cell::Empty };
        let label = if is_there { labels.get(metric.id) } else { Some(&metric.indicator) };
        [
            Cell::from(label),
            number(metric.value),
            metric.low.map_or(Cell::Empty, number),
            Cell::from(Some(measure.unit(metric)).filter(|unit| !unit.is_empty()).as_ref()),
            Cell::from(&metric.quote),
            Cell::from(language.kind(metric.kind)),
            Cell::from(language.role(metric.role)),
            Cell::from(exactness::told(metric, text, &offsets, language)),
            Cell::from(metric.direction.map(|way| language.direction(way))),
            Cell::from(metric.period.as_ref()),
            Cell::from(metric.of.and_then(|whole| labels.get(whole))),
            Cell::from(metric.relation.map(|relation| language.relation(relation))),
            Cell::from(label::path(report, metric.section)),
            Cell::from(amendment::note(metric, measure, language).as_ref()),
            Cell::Number(metric.span.start as f64),
            Cell::Number(metric.span.end as f64),
            Cell::from(name),
            Cell::from(report.issuer.as_ref()),
            Cell::year(report),
            Cell::from(findings::sentence(text, &offsets, metric).as_str()),
            Cell::from(&report.source.sha256),
            Cell::from(&report.generator),
        ]
    };
    let there = selection.metrics(report).into_iter().map(|metric| row(metric, true));
    there.chain(selection.excluded(report).iter().map(|metric| row(metric, false))).collect()
}

impl<T: AsRef<str> + ?Sized> From<&T> for Cell {
    fn from(words: &T) -> Self {
        Self::Text(words.as_ref().to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl<T: AsRef<str> + ?Sized> From<Option<&T>> for Cell {
    fn from(words: Option<&T>) -> Self {
        words.map_or(Self::Empty, Self::from)
    }
}

impl Cell {
    /// The year that a report is about.
    pub fn year(report: &Report) -> Self {
        report.year.map_or(Self::Empty, |year| Self::Number(f64::from(year)))
    }

    /// The cell as a spreadsheet may safely take it: words that would be taken for a formula stand after an apostrophe,
    /// numbers stay numbers, negative ones too.
    pub fn guarded(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Text(words) if is_formula(words) => format!("'{words}"),
            Self::Text(words) => words.clone(),
        }
    }
}

/// Whether a spreadsheet may take the words for a formula. Some take the full-width signs too.
fn is_formula(words: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    words.starts_with(['\t', '\r', '\n']) || words.trim_start().starts_with(SIGNS) && !is_below_zero(words)
}

/// Whether the words are one negative number and at most a unit in which nothing can be reckoned: `-2.67‰`, `-3件`.
fn is_below_zero(words: &str) -> bool {
    let Some(number) = words.strip_prefix('-') else { return false };
    let unit = number.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    number.starts_with(|first: char| first.is_ascii_digit())
        && unit.chars().all(|letter| is_han(letter) || matches!(letter, '%' | '‰'))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::contract::{Amendment, Deed};

    #[test]
    fn what_a_person_did_stands_in_a_column_of_its_own() {
        let amended = |action, metric| Metric { amendment: Some(Amendment::new(action)), ..metric };
        let corrected = Metric {
            amendment: Some(Amendment { value: Some(8.0), ..Amendment::new(Deed::Corrected) }),
            ..sample::metric("项目", 9.0, "个")
        };
        let mut report = sample::report(vec![corrected, amended(Deed::Confirmed, sample::metric("资金", 5.0, "元"))]);
        report.excluded = vec![amended(Deed::Excluded, sample::metric("人员", 3.0, "名"))];
        let told = |selection: &Selection| {
            let rows = rows(&Outgoing { report: &report, text: "", selection });
            rows.into_iter().map(|row| [0, 1, 13].map(|at| row[at].guarded()).join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(told(&Selection::default()), ["项目 9 更正（原读数值8）", "资金 5 确认", "人员  排除"]);
        assert_eq!(told(&Selection { figures: Some(vec![1]), ..Selection::default() }), ["资金 5 确认"]);
    }

    #[test]
    fn words_that_look_like_a_formula_are_guarded() {
        let reckoned = [
            "-5-3", "-1+2", "-A1", "-3件+1", "-2*A1", "-3:5", "-(1)", "--5", "-", "-5E3", "-3件!A1", "-3 件", " -5",
            "－5",
        ];
        for words in ["=1+1", "+86", "@SUM(A1)", "\tx", "\r=x", " =1", "＝1"].into_iter().chain(reckoned) {
            assert_eq!(Cell::from(words).guarded(), format!("'{words}"));
        }
        for words in ["增长5%", "", "1-2家", "'=1", "-5%", "-2.67‰", "-5.2", "-3件", "-1,200万元"] {
            assert_eq!(Cell::from(words).guarded(), words);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(Cell::Number(-2.3).guarded(), "-2.3");
        assert_eq!(Cell::Number(143_000_000.0).guarded(), "143000000");
        assert_eq!(Cell::Empty.guarded(), "");
    }
}
