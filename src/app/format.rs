//! The files that a reading is saved in. They are written by a part of the program of its own: most visits save nothing, and the
//! page starts sooner without it.

use super::wire::Wire;
use crate::contract::Report;
use crate::output::measure::Measure;
use crate::output::selection::{Outgoing, Selection};
use crate::output::{csv, html, markdown, xlsx};
use crate::words::Language;

/// A form that a reading is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An Excel workbook.
    Excel,
    /// One HTML file.
    Html,
    /// The table as comma-separated values.
    Csv,
    /// A document in Markdown.
    Markdown,
    /// The whole reading, for programs.
    Json,
}

impl Format {
    /// Every form, in the order to offer them.
    pub const ALL: [Self; 5] = [Self::Excel, Self::Html, Self::Csv, Self::Markdown, Self::Json];

    /// The ending of the file's name, and its media type.
    pub fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Excel => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Self::Html => ("html", "text/html"),
            Self::Csv => ("csv", "text/csv"),
            Self::Markdown => ("md", "text/markdown"),
            Self::Json => ("json", "application/json"),
        }
    }

    fn write(self, outgoing: &Outgoing) -> Vec<u8> {
        let &Outgoing { report, selection, .. } = outgoing;
        match self {
            Self::Excel => xlsx::write(&[*outgoing]),
            Self::Html => html::write(outgoing).into_bytes(),
            Self::Csv => csv::write(outgoing, true).into_bytes(),
            Self::Markdown => markdown::write(outgoing).into_bytes(),
            Self::Json => serde_json::to_vec(&selection.narrowed(report)).unwrap_or_default(),
        }
    }
}

/// What is asked of that part of the program.
pub fn request(format: Format, &Outgoing { report, text, selection }: &Outgoing) -> Vec<u8> {
    let mut bytes = Vec::new();
    place(&Format::ALL, format).put(&mut bytes);
    place(&Measure::ALL, selection.measure).put(&mut bytes);
    place(&Language::ALL, selection.language).put(&mut bytes);
    selection.figures.put(&mut bytes);
    report.put(&mut bytes);
    text.to_owned().put(&mut bytes);
    bytes
}

/// Its answer: the file.
pub fn answer(mut request: &[u8]) -> Option<Vec<u8>> {
    let format = *Format::ALL.get(usize::take(&mut request)?)?;
    let measure = *Measure::ALL.get(usize::take(&mut request)?)?;
    let language = *Language::ALL.get(usize::take(&mut request)?)?;
    let selection = Selection { figures: Wire::take(&mut request)?, measure, language };
    let report = Report::take(&mut request)?;
    let text = String::take(&mut request)?;
    Some(format.write(&Outgoing { report: &report, text: &text, selection: &selection }))
}

fn place<T: Copy + PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|&each| each == one).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;
    use crate::text::is_han;

    #[test]
    fn what_is_asked_for_is_what_would_be_written_here() {
        let report = sample::report();
        for format in Format::ALL {
            for (measure, language) in Measure::ALL.into_iter().zip(Language::ALL.into_iter().cycle()) {
                let selection = Selection { figures: Some(vec![2, 0]), measure, language };
                let outgoing = Outgoing { report: &report, text: "审议项目64个", selection: &selection };
                assert_eq!(answer(&request(format, &outgoing)), Some(format.write(&outgoing)));
            }
        }
    }

    #[test]
    fn in_english_nothing_is_said_in_chinese() {
        let report = Report::new(&crate::read(""), "", None);
        let selection = Selection { language: Language::English, ..Selection::default() };
        let outgoing = Outgoing { report: &report, text: "", selection: &selection };
        for format in [Format::Html, Format::Csv, Format::Markdown] {
            let file = String::from_utf8(format.write(&outgoing)).expect("words");
            let chinese: String = file.chars().filter(|&character| is_han(character)).collect();
            assert_eq!(chinese, "", "{format:?}");
        }
    }

    #[test]
    fn half_a_request_has_no_answer() {
        let report = sample::report();
        let outgoing = Outgoing { report: &report, text: "", selection: &Selection::default() };
        let request = request(Format::Csv, &outgoing);
        assert!((0..request.len()).all(|length| answer(&request[..length]).is_none()));
    }
}
