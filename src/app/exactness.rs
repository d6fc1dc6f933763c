//! How exact a figure is, in the words of the report: 约560余万元.

use super::document::Document;
use super::value::{Shown, show};
use crate::contract::Metric;
use crate::output::exactness::{self, behind_digits};
use crate::output::measure::Measure;
use crate::report::{Qualifier, Role};
use crate::words::Language;

/// The value of a figure for one who sees nothing else of it: with the words that say how exact it is, `近3,000|亿元`,
/// `3|万余人`.
pub fn told(metric: &Metric, document: &Document, measure: Measure, language: Language) -> Shown {
    let shown = show(metric, measure);
    if metric.qualifier == Qualifier::Exact {
        return shown;
    }
    match exactness::around(metric, |span| document.words(span)) {
        // The words may stand inside as well: 约560余万元.
        Some([before, after]) if measure == Measure::Printed && metric.is_as_printed() => {
            let quote: String = metric.quote.split_whitespace().collect();
            let (number, unit) = behind_digits(&quote);
            let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
            let number = if is_plain { &shown.number } else { number };
            Shown { number: before + number, unit: unit.to_owned() + &after }
        }
        Some([before, after]) if !(before.is_empty() && after.is_empty()) => {
            Shown { number: before + &shown.number, unit: shown.unit + &after }
        }
        _ => Shown { number: language.qualifier(metric.qualifier).to_owned() + &shown.number, ..shown },
    }
}

/// What a reader needs to know of a figure beside its number: that it is a target, that it is not exact.
pub fn tag(metric: &Metric, document: &Document, language: Language) -> Option<String> {
    let role = (metric.role != Role::Actual).then(|| language.role(metric.role).to_owned());
    let exactness = (metric.qualifier != Qualifier::Exact).then(|| {
        exactness::printed(metric, |span| document.words(span))
            .unwrap_or_else(|| language.qualifier(metric.qualifier).to_owned())
    });
    let told: Vec<String> = role.into_iter().chain(exactness).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Report;

    #[test]
    fn what_is_not_exact_says_so() {
        let text =
            "资产总额近3000亿元。培训干部3万余人。投资1200万元左右。检查企业三千余家。参加9人。减负约560余\n万元。";
        let report = Report::new(&crate::read(text), text, None);
        let document = Document::new(text.to_owned());
        let shown = |measure: Measure| {
            let told = |metric: &Metric| {
                let Shown { number, unit } = told(metric, &document, measure, Language::Chinese);
                format!("{number}|{unit}")
            };
            report.metrics.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(
            shown(Measure::Printed),
            ["近3,000|亿元", "3|万余人", "1,200|万元左右", "三千余家|", "9|人", "约560|余万元"]
        );
        let base = shown(Measure::Base);
        assert_eq!(base[..3], ["近300,000,000,000|元", "超过30,000|人", "12,000,000|元左右"]);
    }

    #[test]
    fn a_tag_tells_what_is_not_plain_as_it_is_printed() {
        let text = "资产总额近3000亿元。培训干部3万余人。减负约560余万元。参加9人。下一步，培训不少于4次。";
        let report = Report::new(&crate::read(text), text, None);
        let document = Document::new(text.to_owned());
        let tags = |language| report.metrics.iter().map(|metric| tag(metric, &document, language)).collect::<Vec<_>>();
        let expected = [Some("近"), Some("余"), Some("约…余"), None, Some("目标 不少于")];
        assert_eq!(tags(Language::Chinese), expected.map(|tag| tag.map(str::to_owned)));
    }
}
