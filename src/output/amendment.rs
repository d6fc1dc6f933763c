//! What a person did with a figure, in words, for every output.

use super::measure::Measure;
use super::selection::Selection;
use crate::contract::{Amendment, Deed, Metric, Report};
use crate::order;
use crate::words::{Language, Pair, file};

/// What was done, and what the reading had said: `更正（原读数值57）、已确认`.
pub fn note(metric: &Metric, measure: Measure, language: Language) -> Option<String> {
    let amendment = metric.amendment.as_ref()?;
    let mut note = language.deed(amendment.action).to_owned();
    let read = read(metric, amendment, measure, language);
    if !read.is_empty() {
        let read = language.fill(file::WAS_READ, &[&read.join(language.pick(file::COMMA))]);
        note = language.fill(file::IN_BRACKETS, &[&note, &read]);
    }
    if amendment.confirmed && amendment.action != Deed::Confirmed {
        note += language.pick(file::AND);
        note += language.pick(file::CONFIRMED_TOO);
    }
    Some(note)
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
    let said = |name: Pair, words: &str| {
        let words = if words.is_empty() { language.pick(file::NOTHING) } else { words };
        language.fill(file::WAS_FIELD, &[language.pick(name), words])
    };
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
    use crate::report::{Kind, Qualifier};

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
}
