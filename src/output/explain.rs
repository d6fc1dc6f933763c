//! Why a figure was read as it was, told in Chinese.

use super::label;
use crate::contract::{Metric, Report, Skipped, Span};
use crate::text::Utf16Offsets;
use crate::words::Language;

/// What the reading says of the numeral at `offset` (in UTF-16 units): a figure with every rule that made it, or why it is none.
/// Without a numeral there, what stands nearest is told of instead; none where the text has no numeral.
pub fn write(report: &Report, text: &str, offset: usize) -> Option<String> {
    let distance = |span: Span| span.start.saturating_sub(offset).max((offset + 1).saturating_sub(span.end));
    let figure = report.metrics.iter().min_by_key(|metric| distance(metric.span));
    let skipped = report.skipped.iter().min_by_key(|skipped| distance(skipped.span));
    let offsets = Utf16Offsets::new(text);
    let quote = |span: Span| text[offsets.byte(span.start)..offsets.byte(span.end)].to_owned();
    match (figure, skipped) {
        (Some(figure), Some(skipped)) if distance(skipped.span) < distance(figure.span) => Some(none(skipped, quote)),
        (Some(_), _) => {
            let at = figure?.span;
            let here = report.metrics.iter().filter(|metric| metric.span == at);
            Some(here.map(|metric| explain(report, metric, &quote)).collect::<Vec<_>>().join("\n"))
        }
        (None, skipped) => skipped.map(|skipped| none(skipped, quote)),
    }
}

fn none(skipped: &Skipped, quote: impl Fn(Span) -> String) -> String {
    format!("“{}”不是数据：{}\n", quote(skipped.span), Language::Chinese.reason(skipped.reason))
}

fn explain(report: &Report, metric: &Metric, quote: &impl Fn(Span) -> String) -> String {
    let unit = metric.unit.as_deref().unwrap_or("无");
    let mut lines = vec![
        format!("指标：{}", metric.indicator),
        format!("原文：{}（第 {}–{} 字符）", metric.quote, metric.span.start, metric.span.end),
        format!("数值：{}，单位：{unit}，类型：{}", metric.value, Language::Chinese.kind(metric.kind)),
        format!("句子：{}", quote(metric.sentence)),
    ];
    if let Some(why) = &metric.why {
        lines.push(format!("名称由来：{}", Language::Chinese.name_rule(why.name)));
        lines.push(format!("限定：{}，见“{}”", Language::Chinese.qualifier(metric.qualifier), quote(why.extent)));
        let role = if why.planned { "所在句子或章节讲的是计划、目标" } else { "按数字前后的词" };
        lines.push(format!("性质：{}（{role}）", Language::Chinese.role(metric.role)));
        if let Some(period) = why.period {
            lines.push(format!("时期：{}（第 {}–{} 字符）", quote(period), period.start, period.end));
        }
        let whole = metric.of.and_then(|of| report.metrics.get(of));
        if let (Some(of), Some(relation), Some(rule)) = (whole, metric.relation, why.link) {
            lines.push(format!(
                "隶属：“{} {}”的{}，依据：{}",
                of.indicator,
                of.quote,
                Language::Chinese.relation(relation),
                Language::Chinese.link_rule(rule)
            ));
        }
    }
    if metric.section.is_some() {
        lines.push(format!("章节：{}", label::path(report, metric.section)));
    }
    lines.push(format!("可信度：{:.0}%", metric.confidence * 100.0));
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract;

    fn explained(text: &str, at: &str) -> String {
        let report = contract::Report::new(&crate::read(text), text, None);
        let byte = text.find(at).expect("the words stand in the text");
        write(&report, text, Utf16Offsets::new(text).utf16(byte)).expect("there is a numeral")
    }

    #[test]
    fn a_figure_tells_its_rules() {
        let text = "一、工作成效\n全年受理申请约120件，其中网上受理86件。";
        let whole = explained(text, "120");
        for part in ["指标：受理申请", "名称由来：数字之前的词", "见“约120件”", "时期：全年", "章节：一、工作成效"]
        {
            assert!(whole.contains(part), "{part}\n{whole}");
        }
        let part = explained(text, "86");
        assert!(part.contains("隶属：“受理申请 120件”的其中，依据：在“其中”之后"), "{part}");
    }

    #[test]
    fn a_numeral_that_is_none_tells_why() {
        assert!(explained("《条例》自2023年5月1日起施行。", "2023").contains("不是数据"));
        let report = contract::Report::new(&crate::read("没有数字"), "没有数字", None);
        assert_eq!(write(&report, "没有数字", 0), None);
    }
}
