//! What a person says of a report itself: who reports, and on which year.

use crate::contract::{Particulars, Report};
use crate::text::fold;

/// What a field for a year takes, as a browser asks it.
pub const YEAR: &str = "[0-9０-９]{4}";

/// Who reports and on which year as it was read, whatever a person says of them.
pub fn read(report: &Report) -> (&str, i32) {
    let Particulars { issuer, year } = &report.amendment;
    let issuer = issuer.as_ref().or(report.issuer.as_ref()).map_or("", String::as_str);
    (issuer, year.or(report.year).unwrap_or_default())
}

/// What the words of two fields say that was read otherwise; what is no number is no year.
pub fn said(report: &Report, issuer: &str, year: &str) -> Particulars {
    let (issuer_read, year_read) = read(report);
    let issuer = issuer.trim();
    let year: String = year.trim().chars().map(fold).collect();
    let year = year.parse().unwrap_or_default();
    Particulars {
        issuer: (issuer != issuer_read).then(|| issuer.to_owned()),
        year: (year != year_read).then_some(year),
    }
}

/// Lays it over a reading, which tells from then on what had been read otherwise.
pub fn lay_over(said: &Particulars, report: &mut Report) {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::corrections::{Corrections, apply};
    use crate::app::reading::sample;

    /// The sample, as it would be read with this body and year, with something said of it.
    fn laid(issuer: &str, year: Option<i32>, report: Particulars) -> Report {
        let read = Report { issuer: Some(issuer.to_owned()), year, ..sample::report() };
        apply(&read, sample::TEXT, &Corrections { report, ..Corrections::default() }).report
    }

    #[test]
    fn body_and_year_are_laid_over_and_what_was_read_is_told() {
        let said = Particulars { issuer: Some("云溪县司法局".to_owned()), year: Some(2022) };
        let report = laid("云溪县", None, said);
        assert_eq!((report.issuer.as_deref(), report.year), (Some("云溪县司法局"), Some(2022)));
        let amendment = Particulars { issuer: Some("云溪县".to_owned()), year: Some(0) };
        assert_eq!((&report.amendment, read(&report)), (&amendment, ("云溪县", 0)));
        let none = laid("云溪县", Some(2023), Particulars { issuer: Some(String::new()), year: Some(0) });
        assert_eq!((none.issuer, none.year), (None, None));
    }

    #[test]
    fn what_is_read_so_by_now_is_no_amendment() {
        let report = laid("云溪县", Some(2023), Particulars { issuer: Some("云溪县".to_owned()), year: Some(2023) });
        assert!(report.amendment.is_empty());
    }

    #[test]
    fn fields_say_what_differs_from_what_was_read() {
        let report = laid("云溪县", Some(2023), Particulars::default());
        assert!(said(&report, " 云溪县 ", "２０２３").is_empty());
        let other = Particulars { issuer: Some("青塘县".to_owned()), year: Some(2022) };
        assert_eq!(said(&report, "青塘县", "2022"), other);
        let corrected = laid("云溪县", Some(2023), other);
        assert!(said(&corrected, "云溪县", "2023").is_empty(), "it is as it was read again");
        assert_eq!(said(&corrected, "", "").year, Some(0));
    }
}
