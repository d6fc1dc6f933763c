//! How exact a figure is, in the words of the report: 以上, 不足, 约…余. The model has one word for several of them.

use super::findings::quote;
use crate::contract::{Metric, Span};
use crate::report::Qualifier;
use crate::text::Utf16Offsets;
use crate::words::Language;

/// How exact a figure is: as it is printed, or in the word of the model where nothing is printed of it.
pub fn told(metric: &Metric, text: &str, offsets: &Utf16Offsets, language: Language) -> String {
    let words = |span: Span| quote(text, offsets, span).split_whitespace().collect();
    printed(metric, words).unwrap_or_else(|| language.qualifier(metric.qualifier).to_owned())
}

/// The words around a figure and inside it that say how exact it is.
pub fn printed(metric: &Metric, words: impl Fn(Span) -> String) -> Option<String> {
    let [before, after] = around(metric, words)?;
    let quote: String = metric.quote.split_whitespace().collect();
    let unit = behind_digits(&quote).1;
    let inside = unit.strip_suffix(metric.unit.as_deref().unwrap_or_default()).unwrap_or_default();
    let scale = metric.scale.as_deref().unwrap_or_default();
    let inside = inside.strip_prefix(scale).or(inside.strip_suffix(scale)).unwrap_or_default();
    let words: Vec<&str> = [&before, inside, &after].into_iter().filter(|words| !words.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("…"))
}

/// The words before and behind a figure that say how exact it is; none where it is exact, and where a person said it.
pub fn around(metric: &Metric, words: impl Fn(Span) -> String) -> Option<[String; 2]> {
    let is_as_read = metric.amendment.as_ref().is_none_or(|amendment| amendment.qualifier.is_none());
    let why = metric.why.as_ref().filter(|_| is_as_read && metric.qualifier != Qualifier::Exact)?;
    let words = |start: usize, end: usize| words(Span { start, end });
    Some([words(why.extent.start, metric.span.start), words(metric.span.end, why.extent.end)])
}

/// A printed figure, parted behind its last digit.
pub fn behind_digits(quote: &str) -> (&str, &str) {
    let digits = quote.rfind(char::is_numeric).map(|last| quote.ceil_char_boundary(last + 1));
    quote.split_at(digits.unwrap_or(quote.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Amendment, Deed, Report};

    #[test]
    fn a_word_of_the_report_is_not_changed_for_another() {
        let text = "满意率达98%以上。参训人数不足30人。产值突破100亿元。减负约560余万元。参加9人。";
        let mut report = Report::new(&crate::read(text), text, None);
        let offsets = Utf16Offsets::new(text);
        let told = |report: &Report| {
            report.metrics.iter().map(|metric| told(metric, text, &offsets, Language::Chinese)).collect::<Vec<_>>()
        };
        assert_eq!(told(&report), ["以上", "不足", "突破", "约…余", "确数"]);
        let said = Amendment { qualifier: Some(Qualifier::Over), ..Amendment::new(Deed::Corrected) };
        report.metrics[0].amendment = Some(said);
        report.metrics[0].qualifier = Qualifier::AtLeast;
        assert_eq!(told(&report)[0], "不少于", "what a person said");
    }
}
