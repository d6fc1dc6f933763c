//! The reading as a document in Markdown: title, outline, figures, findings.

use std::fmt::Write;

use super::json::{Parts, Report};
use super::{label, words};

/// The whole reading.
pub fn write(report: &Report) -> String {
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = head(&mut out, report)
        .and_then(|()| outline(&mut out, report))
        .and_then(|()| figures(&mut out, report))
        .and_then(|()| findings(&mut out, report));
    out
}

fn head(out: &mut String, report: &Report) -> std::fmt::Result {
    let title = report.title.as_deref().or(report.source.name.as_deref()).unwrap_or("无标题");
    writeln!(out, "# {}\n", escape(title))?;
    writeln!(out, "- 类别：{}", words::genre(&report.genre))?;
    if let Some(issuer) = &report.issuer {
        writeln!(out, "- 单位：{}", escape(issuer))?;
    }
    if let Some(year) = report.year {
        writeln!(out, "- 年度：{year}")?;
    }
    if let Some(published) = &report.published {
        writeln!(out, "- 日期：{}", escape(published))?;
    }
    writeln!(out)
}

fn outline(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "## 大纲\n")?;
    if report.sections.is_empty() {
        return writeln!(out, "没有读到编号的标题。\n");
    }
    for (section, figures) in report.sections.iter().zip(figures_under(report)) {
        let indent = "  ".repeat(section.depth.saturating_sub(1));
        write!(out, "{indent}- {}", escape(&label::section(section)))?;
        match figures {
            0 => writeln!(out)?,
            _ => writeln!(out, "（{figures} 项数据）")?,
        }
    }
    writeln!(out)
}

/// How many figures stand in each section and the sections under it.
fn figures_under(report: &Report) -> Vec<usize> {
    let mut counts = vec![0; report.sections.len()];
    for section in report.metrics.iter().filter_map(|metric| metric.section) {
        counts[section] += 1;
    }
    // A section comes after its parent, so from the end each count is whole before it is handed up.
    for section in report.sections.iter().rev() {
        if let Some(parent) = section.parent {
            counts[parent] += counts[section.id];
        }
    }
    counts
}

fn figures(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "## 数据\n")?;
    if report.metrics.is_empty() {
        return writeln!(out, "没有读到数据。\n");
    }
    writeln!(out, "| 指标 | 数据 | 类型 | 性质 | 时期 | 隶属 | 章节 |")?;
    writeln!(out, "| --- | ---: | --- | --- | --- | --- | --- |")?;
    let labels = label::metrics(report);
    for (metric, label) in report.metrics.iter().zip(&labels) {
        let whole = metric.of.and_then(|whole| labels.get(whole)).map_or("", String::as_str);
        let cells = [
            label,
            &metric.quote,
            words::kind(&metric.kind),
            words::role(&metric.role),
            metric.period.as_deref().unwrap_or_default(),
            whole,
            &label::path(report, metric.section),
        ];
        writeln!(out, "| {} |", cells.map(escape).join(" | "))?;
    }
    writeln!(out)
}

fn findings(out: &mut String, report: &Report) -> std::fmt::Result {
    let missing: Vec<&str> = report.parts.iter().flat_map(missing_parts).collect();
    if missing.is_empty() && report.checks.is_empty() && report.findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "## 核对\n")?;
    for part in missing {
        writeln!(out, "- 缺少法定内容：{part}")?;
    }
    for check in &report.checks {
        let (kind, status) = (words::check(&check.kind), words::status(&check.status));
        writeln!(out, "- {kind}{status}：{}", escape(&check.message))?;
    }
    for finding in &report.findings {
        writeln!(out, "- {}：{}", words::finding(&finding.kind), escape(&finding.message))?;
    }
    writeln!(out)
}

/// The statutory parts that the report does not tell.
fn missing_parts(parts: &Parts) -> Vec<&'static str> {
    [
        ("achievements", &parts.achievements),
        ("problems", &parts.problems),
        ("first_responsible", &parts.first_responsible),
        ("plans", &parts.plans),
    ]
    .into_iter()
    .filter(|(_, places)| places.is_empty())
    .map(|(part, _)| words::part(part))
    .collect()
}

/// The words as plain text in one line of Markdown.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
            out.push('\\');
        }
        out.push(if character.is_control() { ' ' } else { character });
    }
    // At the start of an item a number with a point, or a sign, would open a list of its own.
    let digits = out.len() - out.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    if out[digits..].starts_with(['.', ')']) || (digits == 0 && out.starts_with(['+', '-', '='])) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::json::{Check, Metric, Span};
    use super::{super::sample, escape, write};

    #[test]
    fn the_whole_document() {
        let inner = Metric { section: Some(1), of: Some(0), ..sample::metric("制造业项目", 2.0, "个") };
        let mut report = sample::report(vec![sample::metric("新签项目", 3.0, "个"), inner]);
        report.checks.push(Check {
            kind: "sum".to_owned(),
            status: "inconsistent".to_owned(),
            metrics: vec![0, 1],
            message: "2 + 2 ≠ 3".to_owned(),
            span: Span { start: 0, end: 0 },
        });
        let expected = "\
# 云溪县2023年法治政府建设情况报告

- 类别：法治政府建设年度报告
- 单位：云溪县
- 年度：2023

## 大纲

- 一、主要成效（2 项数据）
  - 1\\.招商引资（1 项数据）

## 数据

| 指标 | 数据 | 类型 | 性质 | 时期 | 隶属 | 章节 |
| --- | ---: | --- | --- | --- | --- | --- |
| 新签项目 | 3个 | 数量 | 实际 |  |  | 一、主要成效 |
| 制造业项目 | 2个 | 数量 | 实际 |  | 新签项目 | 一、主要成效 / 1.招商引资 |

## 核对

- 缺少法定内容：主要举措和成效
- 缺少法定内容：存在的不足和原因
- 缺少法定内容：主要负责人履行第一责任人职责情况
- 缺少法定内容：下一年度主要安排
- 分项合计不符：2 + 2 ≠ 3
- 序号：序号重复：（二）

";
        assert_eq!(write(&report), expected);
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("a|b*c<d>\n[e](f)`"), "a\\|b\\*c\\<d\\> \\[e\\](f)\\`");
        assert_eq!(escape("12.强队伍"), "12\\.强队伍");
        assert_eq!(escape("1)强队伍"), "1\\)强队伍");
        assert_eq!(escape("-5%"), "\\-5%");
        assert_eq!(escape("1.5%"), "1\\.5%");
        assert_eq!(escape("增长1.5%"), "增长1.5%");
    }
}
