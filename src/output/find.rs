//! The figures that a pattern finds, one a line: for the one number that was asked about, over many reports.

use regex::Regex;

use super::label;
use crate::contract::Report;
use crate::text::Utf16Offsets;
use crate::words::Language;

/// The figures whose name, quote or sentence the pattern finds: file, name, value, unit and sentence, with tabs between.
/// `name` is the file's.
pub fn write(report: &Report, text: &str, name: &str, pattern: &Regex) -> String {
    let offsets = Utf16Offsets::new(text);
    let names = label::metrics(report, Language::Chinese);
    let mut lines = String::new();
    for (metric, label) in report.metrics.iter().zip(&names) {
        let sentence = &text[offsets.byte(metric.sentence.start)..offsets.byte(metric.sentence.end)];
        let sentence: String = sentence.split_whitespace().collect();
        if pattern.is_match(label) || pattern.is_match(&metric.quote) || pattern.is_match(&sentence) {
            let unit = metric.unit.as_deref().unwrap_or_default();
            lines.push_str(&format!("{name}\t{label}\t{}\t{unit}\t{sentence}\n", metric.value));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_quote_and_sentence_are_looked_at() {
        let text = "全年受理申请120件，办结率98.5%。走访企业36家。";
        let report = Report::new(&crate::read(text), text, None);
        let found = |pattern: &str| {
            let pattern = Regex::new(pattern).expect("the pattern is right");
            write(&report, text, "甲.txt", &pattern).lines().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(found("^走访").len(), 1);
        assert_eq!(found(r"^\d+家$"), ["甲.txt\t走访企业\t36\t家\t走访企业36家。"]);
        assert_eq!(found("办结率").len(), 2);
        assert!(found("处罚").is_empty());
    }
}
