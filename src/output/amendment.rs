//! What a person did with a figure or the report itself, in words, for every output.

use super::measure::Measure;
use super::selection::Selection;
use crate::contract::{Amendment, Deed, Metric, Particulars, Report};
use crate::order;
use crate::words::{Language, Pair, file};

/// What was done, and what the reading had said: `更正（原读数值57）、已确认`.
pub fn note(metric: &Metric, measure: Measure, language: Language) -> Option<String> {
    let amendment = metric.amendment.as_ref()?;
    let mut note = language.deed(amendment.action).to_owned();
    let read = read(metric, amendment, measure, language);
    if !read.is_empty() {
        note = with_read(&note, &read, language);
    }
    if amendment.confirmed && amendment.action != Deed::Confirmed {
        note += language.pick(file::AND);
        note += language.pick(file::CONFIRMED_TOO);
    }
    Some(note)
}

/// What was done with the report itself: `更正（原读报送单位云溪县，年度2022）`.
pub fn of_report(report: &Report, language: Language) -> Option<String> {
    let Particulars { issuer, year, genre } = &report.amendment;
    let year = year.map(|year| if year == 0 { String::new() } else { year.to_string() });
    let fields = [
        issuer.as_deref().map(|issuer| was(file::ISSUER, issuer, language)),
        year.map(|year| was(file::YEAR, &year, language)),
        genre.map(|genre| was(file::GENRE, language.genre(genre), language)),
    ];
    let read: Vec<String> = fields.into_iter().flatten().collect();
    (!read.is_empty()).then(|| with_read(language.deed(Deed::Corrected), &read, language))
}

/// What was done, with what had been read.
fn with_read(deed: &str, read: &[String], language: Language) -> String {
    let read = language.fill(file::WAS_READ, &[&read.join(language.pick(file::COMMA))]);
    language.fill(file::IN_BRACKETS, &[deed, &read])
}

/// What had been read in a field.
fn was(name: Pair, words: &str, language: Language) -> String {
    let words = if words.is_empty() { language.pick(file::NOTHING) } else { words };
    language.fill(file::WAS_FIELD, &[language.pick(name), words])
}

/// The figures that go out of which a person said something, with what was done, in reading order; then those that were
/// taken away.
pub fn list<'report>(report: &'report Report, selection: &Selection) -> Vec<(&'report Metric, String)> {
    let mut metrics = selection.metrics(report);
    order::sort_by_key(&mut metrics, |metric| metric.id);
    let metrics = metrics.into_iter().chain(selection.excluded(report));
    metrics.filter_map(|metric| Some((metric, note(metric, selection.measure, selection.language)?))).collect()
}

/// Each thing that the reading had said otherwise.
fn read(metric: &Metric, amendment: &Amendment, measure: Measure, language: Language) -> Vec<String> {
    let said = |name: Pair, words: &str| was(name, words, language);
    let value = amendment.value.map(|value| {
        let read = Metric { value, low: amendment.low, ..metric.clone() };
        said(file::VALUE, &format!("{}{}", measure.number(&read), measure.scale(&read)))
    });
    let fields = [
        amendment.indicator.as_deref().map(|name| said(file::INDICATOR, name)),
        value,
        amendment.unit.as_deref().map(|unit| said(file::UNIT, unit)),
        amendment.kind.map(|kind| said(file::KIND, language.kind(kind))),
        amendment.role.map(|role| said(file::ROLE, language.role(role))),
        amendment.qualifier.map(|exactness| said(file::EXACTNESS, language.qualifier(exactness))),
        amendment.period.as_deref().map(|period| said(file::PERIOD, period)),
        amendment.whole.as_deref().map(|whole| said(file::WHOLE, whole)),
    ];
    fields.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::report::{Genre, Kind, Qualifier};

    fn noted(amendment: Amendment, language: Language) -> String {
        let metric = Metric {
            scale: Some("万".to_owned()),
            kind: Kind::Money,
            amendment: Some(amendment),
            ..sample::metric("罚款", 1_240_000.0, "元")
        };
        note(&metric, Measure::Printed, language).unwrap_or_default()
    }

    #[test]
    fn what_was_done_is_told_with_what_had_been_read() {
        let corrected = Amendment {
            indicator: Some("罚没".to_owned()),
            value: Some(1_200_000.0),
            unit: Some(String::new()),
            qualifier: Some(Qualifier::About),
            period: Some("全年".to_owned()),
            whole: Some("处罚".to_owned()),
            confirmed: true,
            ..Amendment::new(Deed::Corrected)
        };
        let english = noted(corrected.clone(), Language::English);
        assert_eq!(
            english,
            "corrected (was read: Figure 罚没, Value 120万, Unit none, Exactness about, Period 全年, Part of 处罚), confirmed"
        );
        let noted = |amendment| noted(amendment, Language::Chinese);
        assert_eq!(noted(corrected), "更正（原读指标罚没，数值120万，单位无，限定约数，时期全年，隶属处罚）、已确认");
        assert_eq!(noted(Amendment { confirmed: true, ..Amendment::new(Deed::Confirmed) }), "确认");
        assert_eq!(noted(Amendment::new(Deed::Added)), "补录");
        assert_eq!(note(&sample::metric("罚款", 1.0, "元"), Measure::Printed, Language::Chinese), None);
    }

    #[test]
    fn what_was_done_with_the_report_itself_is_told_as_well() {
        let mut report = sample::report(Vec::new());
        assert_eq!(of_report(&report, Language::Chinese), None);
        report.amendment =
            Particulars { issuer: Some("云溪县".to_owned()), year: Some(0), genre: Some(Genre::Summary) };
        assert_eq!(
            of_report(&report, Language::Chinese).as_deref(),
            Some("更正（原读报送单位云溪县，年度无，文种工作总结）")
        );
        report.amendment = Particulars { issuer: None, year: Some(2022), genre: None };
        assert_eq!(of_report(&report, Language::English).as_deref(), Some("corrected (was read: Year 2022)"));
    }
}
