//! What a person says of a report itself: who reports, on which year, and in what sort of document.

use crate::contract::{Particulars, Parts, Report, Span};
use crate::outline;
use crate::report::{self, Genre};
use crate::text::{self, Tables, Utf16Offsets, fold};

/// What a field for a year takes, as a browser asks it.
pub const YEAR: &str = "[0-9０-９]{4}";

/// Who reports, on which year and in what sort of document as it was read, whatever a person says of them.
pub fn read(report: &Report) -> (&str, i32, Genre) {
    let Particulars { issuer, year, genre } = &report.amendment;
    let issuer = issuer.as_ref().or(report.issuer.as_ref()).map_or("", String::as_str);
    (issuer, year.or(report.year).unwrap_or_default(), genre.unwrap_or(report.genre))
}

/// What the words of three fields say that was read otherwise; what is no number is no year.
pub fn said(report: &Report, issuer: &str, year: &str, genre: &str) -> Particulars {
    let (issuer_read, year_read, genre_read) = read(report);
    let issuer = issuer.trim();
    let year: String = year.trim().chars().map(fold).collect();
    let year = year.parse().unwrap_or_default();
    Particulars {
        issuer: (issuer != issuer_read).then(|| issuer.to_owned()),
        year: (year != year_read).then_some(year),
        genre: Genre::named(genre).filter(|&genre| genre != genre_read),
    }
}

/// Lays it over the reading of a text, which tells from then on what had been read otherwise.
pub fn lay_over(said: &Particulars, report: &mut Report, text: &str, offsets: &Utf16Offsets) {
    let read = (report.genre, report.year);
    if let Some(issuer) = &said.issuer {
        let read = report.issuer.take().unwrap_or_default();
        report.issuer = Some(issuer.clone()).filter(|issuer| !issuer.is_empty());
        report.amendment.issuer = Some(read).filter(|read| read != issuer);
    }
    if let Some(year) = said.year {
        let read = report.year.unwrap_or_default();
        report.year = Some(year).filter(|&year| year != 0);
        report.amendment.year = Some(read).filter(|&read| read != year);
    }
    if let Some(genre) = said.genre.filter(|&genre| genre != report.genre) {
        report.amendment.genre = Some(report.genre);
        report.genre = genre;
    }
    // Its headings tell by their years which of them are plans.
    let (genre_read, year_read) = read;
    if report.genre != genre_read || report.year != year_read && report.parts.is_some() {
        tell_parts(report, text, offsets);
    }
}

/// Has the reading tell the statutory parts that its sort of document must have, if any.
fn tell_parts(report: &mut Report, text: &str, offsets: &Utf16Offsets) {
    let byte = |span: Span| report::Span::new(offsets.byte(span.start), offsets.byte(span.end));
    // They are those of the first report in the text.
    let text = report.further().next().map_or(text, |next| &text[..offsets.byte(next.span.start)]);
    let noise: Vec<report::Span> =
        report.noise.iter().map(|noise| byte(noise.span)).filter(|noise| noise.end <= text.len()).collect();
    let lines = text::lines(text);
    let paragraphs = text::paragraphs(text, lines, &noise);
    let outline =
        outline::read(text, &paragraphs, &noise, &Tables::find(text, lines), Some((report.genre, report.year)));
    let utf16 = |span: report::Span| Span { start: offsets.utf16(span.start), end: offsets.utf16(span.end) };
    report.parts = outline.parts.map(|parts| Parts::new(&parts, utf16));
    report.sections.iter_mut().zip(outline.sections).for_each(|(section, now)| section.part = now.part);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::corrections::{Corrections, apply};
    use crate::app::reading::sample;
    use crate::report::Part;

    /// The sample, as it would be read with this body and year, with something said of it.
    fn laid(issuer: &str, year: Option<i32>, report: Particulars) -> Report {
        let read = Report { issuer: Some(issuer.to_owned()), year, ..sample::report() };
        apply(&read, sample::TEXT, &Corrections { report, ..Corrections::default() }).report
    }

    #[test]
    fn body_and_year_are_laid_over_and_what_was_read_is_told() {
        let said = Particulars { issuer: Some("云溪县司法局".to_owned()), year: Some(2022), genre: None };
        let report = laid("云溪县", None, said);
        assert_eq!((report.issuer.as_deref(), report.year), (Some("云溪县司法局"), Some(2022)));
        let amendment = Particulars { issuer: Some("云溪县".to_owned()), year: Some(0), genre: None };
        assert_eq!((&report.amendment, read(&report)), (&amendment, ("云溪县", 0, report.genre)));
        let none = laid("云溪县", Some(2023), Particulars { issuer: Some(String::new()), year: Some(0), genre: None });
        assert_eq!((none.issuer, none.year), (None, None));
    }

    #[test]
    fn what_is_read_so_by_now_is_no_amendment() {
        let genre = Some(sample::report().genre);
        let said = Particulars { issuer: Some("云溪县".to_owned()), year: Some(2023), genre };
        assert!(laid("云溪县", Some(2023), said).amendment.is_empty());
    }

    #[test]
    fn fields_say_what_differs_from_what_was_read() {
        let report = laid("云溪县", Some(2023), Particulars::default());
        let same = report.genre.as_str();
        assert!(said(&report, " 云溪县 ", "２０２３", same).is_empty());
        let other = Particulars { issuer: Some("青塘县".to_owned()), year: Some(2022), genre: Some(Genre::Summary) };
        assert_eq!(said(&report, "青塘县", "2022", "summary"), other);
        let corrected = laid("云溪县", Some(2023), other);
        assert!(said(&corrected, "云溪县", "2023", same).is_empty(), "it is as it was read again");
        assert_eq!((said(&corrected, "", "", "").year, said(&corrected, "", "", "").genre), (Some(0), None));
    }

    #[test]
    fn the_sort_of_document_decides_on_the_parts_that_it_must_have() {
        let text = "云溪县2023年工作汇报\n一、主要举措和成效\n新建学校3所。\n二、存在的不足\n人手不够。\n";
        let read = Report::new(&crate::read(text), text, None);
        assert_eq!((read.parts.is_some(), read.sections[0].part), (false, None));
        let laid = |read: &Report, genre| {
            let report = Particulars { genre: Some(genre), ..Particulars::default() };
            apply(read, text, &Corrections { report, ..Corrections::default() }).report
        };
        let told = laid(&read, Genre::LawBasedGovernment);
        let parts = told.parts.clone().expect("such a report has parts");
        let places = parts.each().map(|(_, places)| places.len());
        assert_eq!((places, told.sections[1].part), ([1, 1, 0, 0], Some(Part::Problems)));
        assert_eq!(told.amendment.genre, Some(read.genre));
        let other = laid(&told, Genre::Summary);
        assert_eq!((other.parts, other.sections[1].part, other.genre), (None, None, Genre::Summary));
    }

    #[test]
    fn the_year_that_is_put_right_decides_which_headings_are_plans() {
        let text =
            "云溪县2024年法治政府建设情况报告\n一、2024年工作举措\n新建学校3所。\n二、2025年工作举措\n再建学校2所。\n";
        let read = Report::new(&crate::read(text), text, None);
        let told = |genre, year| {
            let said = Particulars { genre, year, ..Particulars::default() };
            let report = apply(&read, text, &Corrections { report: said, ..Corrections::default() }).report;
            report.sections.iter().map(|section| section.part).collect::<Vec<_>>()
        };
        let (achievements, plans) = (Some(Part::Achievements), Some(Part::Plans));
        assert_eq!(told(None, None), [achievements, plans]);
        assert_eq!(told(None, Some(2025)), [achievements, achievements]);
        assert_eq!(told(None, Some(2023)), [plans, plans]);
        assert_eq!(told(Some(Genre::Summary), Some(2023)), [None, None]);
    }
}
