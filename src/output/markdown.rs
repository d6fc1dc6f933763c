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
