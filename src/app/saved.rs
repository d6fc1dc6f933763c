//! The work on a report as it is kept in the browser or taken out as a file: what a person brought, said and set. The
//! reading is not in it; it is done anew.

use serde::{Deserialize, Serialize};

use super::arrangement::Arrangement;
use super::corrections::{Correction, Corrections};
use super::filter::Filter;
use super::plain;
use crate::contract::{GENERATOR, Particulars, sha256};
use crate::output::measure::Measure;

/// The name of the form of the file.
const SCHEMA: &str = "gangmu.work/1";

/// What all versions of the form have in common before the number.
const FAMILY: &str = "gangmu.work/";

/// How a report is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct View {
    pub filter: Filter,
    pub arrangement: Arrangement,
    pub measure: Measure,
    pub folded: Vec<usize>,
    pub ledger: bool,
}

/// The work on a report, but for its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The program that saved it. Another one may number the sections otherwise.
    generator: String,
    /// The name of the file that the text came from.
    pub name: Option<String>,
    /// What a person says of the figures.
    corrections: Vec<Correction>,
    /// What a person says of the report itself.
    #[serde(default, skip_serializing_if = "Particulars::is_empty")]
    particulars: Particulars,
    /// How it is looked at.
    view: View,
}

#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    /// SHA-256 of the text, as in every export.
    sha256: String,
    text: String,
    work: Saved,
}

#[derive(Deserialize)]
struct Head {
    schema: String,
}

/// Why a file of work cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer program wrote it.
    Newer,
    /// It is damaged.
    Damaged,
}

impl Saved {
    /// The work of this program.
    pub fn new(name: Option<String>, said: Corrections, view: View) -> Self {
        let Corrections { figures: corrections, report: particulars } = said;
        Self { generator: GENERATOR.to_owned(), name, corrections, particulars, view }
    }

    /// What a person says of the reading.
    pub fn corrections(&self) -> Corrections {
        Corrections { figures: self.corrections.clone(), report: self.particulars.clone() }
    }

    /// How the report was looked at, as far as it can be said of a reading of this program.
    pub fn view(&self) -> View {
        let mut view = self.view.clone();
        if self.generator != GENERATOR {
            view.filter.section = None;
            view.folded.clear();
        }
        view
    }

    /// The file of a text and the work on it.
    pub fn to_file(self, text: &str) -> String {
        let file = File { schema: SCHEMA.to_owned(), sha256: sha256(text), text: text.to_owned(), work: self };
        plain::write(&file)
    }

    /// The text and the work that a file holds, if it is one of work and no report.
    pub fn from_file(content: &str) -> Option<Result<(String, Self), Unreadable>> {
        let content = content.trim_start_matches('\u{feff}').trim_start();
        if !content.starts_with('{') {
            return None;
        }
        let Some(Head { schema }) = plain::read(content) else {
            // Cut short it still tells in its first lines what it was.
            let start: String = content.chars().take(60).collect();
            return start.contains(FAMILY).then_some(Err(Unreadable::Damaged));
        };
        if schema != SCHEMA {
            return schema.starts_with(FAMILY).then_some(Err(Unreadable::Newer));
        }
        let file = plain::read(content).ok_or(Unreadable::Damaged);
        Some(file.map(|File { text, work, .. }| (text, work)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::filter::Mark;
    use crate::app::reading::sample;
    use crate::report::{Kind, Qualifier, Role};

    fn saved() -> Saved {
        let filter = Filter { query: "审议".to_owned(), section: Some(1), ..Filter::default() };
        let view = View { filter, folded: vec![0], measure: Measure::TenThousand, ..View::default() };
        Saved::new(Some("云溪.txt".to_owned()), Corrections::default(), view)
    }

    #[test]
    fn a_file_gives_back_what_was_put_into_it() {
        let file = saved().to_file(sample::TEXT);
        assert_eq!(Saved::from_file(&file), Some(Ok((sample::TEXT.to_owned(), saved()))));
        assert_eq!(Saved::from_file(&format!("\u{feff}{file}")), Some(Ok((sample::TEXT.to_owned(), saved()))));
    }

    #[test]
    fn a_report_is_no_file_of_work() {
        assert_eq!(Saved::from_file(sample::TEXT), None);
        assert_eq!(Saved::from_file("{共9件}"), None);
        assert_eq!(Saved::from_file(r#"{"schema":"gangmu.report/1"}"#), None);
    }

    #[test]
    fn a_file_that_cannot_be_opened_says_why() {
        let file = saved().to_file(sample::TEXT);
        let cut: String = file.chars().take(200).collect();
        assert_eq!(Saved::from_file(&cut), Some(Err(Unreadable::Damaged)));
        assert_eq!(
            Saved::from_file(r#"{"schema":"gangmu.work/1","sha256":"","text":"共9件"}"#),
            Some(Err(Unreadable::Damaged))
        );
        assert_eq!(Saved::from_file(&file.replacen("work/1", "work/2", 1)), Some(Err(Unreadable::Newer)));
    }

    /// As an earlier version kept it. What is in a browser or a file must open for ever.
    const KEPT: &str = r#"{"generator":"gangmu 0.1.0","name":"云溪.txt","corrections":[{"place":{"anchor":{"before":"其中通过",
        "quote":"57个","after":"、未通过","start":45},"nth":0},"added":false,"change":{"name":null,"value":58,"unit":null,
        "kind":"count","role":"target","qualifier":"about","period":null,"whole":{"Figure":{"anchor":{"before":"审议项目",
        "quote":"64个","after":"，其中","start":36},"nth":0}},"excluded":false,"seen":true}}],"view":{"filter":{"query":"","section":null,
        "kind":"count","role":"target","mark":"Unsure"},"arrangement":{"sort":["Value",true],"grouping":"Wholes","columns":103},"measure":"TenThousand","folded":[0],"ledger":false}}"#;

    #[test]
    fn what_was_kept_opens_with_words_that_are_known_and_without_those_that_are_not() {
        let saved: Saved = plain::read(KEPT).expect("it is work");
        let change = &saved.corrections[0].change;
        assert_eq!(
            (change.kind, change.role, change.qualifier),
            (Some(Kind::Count), Some(Role::Target), Some(Qualifier::About))
        );
        assert_eq!((saved.view.filter.kind, saved.view.filter.role), (Some(Kind::Count), Some(Role::Target)));
        let other = KEPT.replace(r#""count""#, r#""heat""#).replace(r#""target""#, "null");
        let saved: Saved = plain::read(&other).expect("it is work");
        let change = &saved.corrections[0].change;
        assert_eq!((change.kind, change.role, change.qualifier), (None, None, Some(Qualifier::About)));
        assert_eq!((change.value, change.seen), (Some(58.0), true));
        assert_eq!((saved.view.filter.kind, saved.view.filter.mark), (None, Some(Mark::Unsure)));
    }

    #[test]
    fn what_is_said_of_the_report_itself_is_kept_and_work_without_it_opens() {
        let said =
            |year| Corrections { report: Particulars { year, ..Particulars::default() }, ..Corrections::default() };
        let file = |year| Saved::new(None, said(year), View::default()).to_file(sample::TEXT);
        let read = |file: &str| Saved::from_file(file).and_then(Result::ok).map(|(_, saved)| saved.corrections());
        assert_eq!(read(&file(Some(2022))), Some(said(Some(2022))));
        assert!(!file(None).contains("particulars") && read(&file(None)) == Some(Corrections::default()));
    }

    #[test]
    fn the_numbers_of_sections_hold_for_the_same_program_only() {
        assert_eq!(saved().view().filter.section, Some(1));
        let other = Saved { generator: "gangmu 0.0.1".to_owned(), ..saved() }.view();
        assert_eq!((other.filter.section, other.folded.len(), other.filter.query.as_str()), (None, 0, "审议"));
    }
}
