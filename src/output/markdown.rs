//! The reading as a document in Markdown: title, outline, figures, findings.

use std::fmt::Write;

use super::findings::{self, Entry};
use super::outline::figures_under;
use super::selection::{Outgoing, Selection};
use super::{amendment, exactness, label};
use crate::contract::Report;
use crate::report::Qualifier;
use crate::text::Utf16Offsets;
use crate::words::{Language, Pair, file};

/// The reading.
pub fn write(&Outgoing { report, text, selection }: &Outgoing) -> String {
    let mut out = String::new();
    let language = selection.language;
    let (amiss, right) = findings::parted(report, language);
    // Writing into a string does not fail.
    let _ = head(&mut out, report, language)
        .and_then(|()| checks(&mut out, report, file::CHECKS, &amiss, language))
        .and_then(|()| outline(&mut out, report, language))
        .and_then(|()| figures(&mut out, report, text, selection))
        .and_then(|()| amendments(&mut out, report, selection))
        .and_then(|()| checks(&mut out, report, file::RIGHT, &right, language))
        .and_then(|()| foot(&mut out, report, language));
    out
}

fn head(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    writeln!(out, "# {}\n", escape(label::report(report, language)))?;
    let told = |name: Pair, words: &str| language.fill(file::TOLD, &[language.pick(name), words]);
    let about = [
        Some(told(file::GENRE, language.genre(report.genre))),
        report.issuer.as_deref().map(|issuer| told(file::ISSUER, &escape(issuer))),
        report.year.map(|year| told(file::YEAR, &year.to_string())),
        report.published.as_deref().map(|published| told(file::DATE, &escape(published))),
    ];
    about.iter().flatten().try_for_each(|line| writeln!(out, "- {line}"))?;
    writeln!(out)
}

fn outline(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    heading(out, language, file::OUTLINE)?;
    if report.sections.is_empty() {
        return writeln!(out, "{}\n", language.pick(file::NO_SECTIONS));
    }
    for (section, figures) in report.sections.iter().zip(figures_under(report)) {
        let indent = "  ".repeat(section.depth.saturating_sub(1));
        let mut line = escape(&label::section(section));
        if figures > 0 {
            let held = language.fill(file::HELD, &[&figures.to_string()]);
            line = language.fill(file::IN_BRACKETS, &[&line, &held]);
        }
        writeln!(out, "{indent}- {line}")?;
    }
    writeln!(out)
}

fn figures(out: &mut String, report: &Report, text: &str, selection: &Selection) -> std::fmt::Result {
    let language = selection.language;
    heading(out, language, file::FIGURES)?;
    if let Some(note) = selection.note(report) {
        writeln!(out, "{note}{}\n", language.pick(file::STOP))?;
    }
    let metrics = selection.metrics(report);
    if metrics.is_empty() {
        return writeln!(out, "{}\n", language.pick(file::NO_FIGURES));
    }
    writeln!(out, "| {} |", HEADS.map(|head| language.pick(head)).join(" | "))?;
    writeln!(out, "| --- | ---: | --- | --- | --- | --- | --- |")?;
    let labels = label::metrics(report, language);
    let offsets = Utf16Offsets::new(text);
    for metric in metrics {
        let whole = metric.of.and_then(|whole| labels.get(whole)).map_or("", String::as_str);
        let shown = selection.measure.shown(metric);
        let shown = match metric.qualifier {
            Qualifier::Exact => shown,
            _ => language.fill(file::IN_BRACKETS, &[&shown, &exactness::told(metric, text, &offsets, language)]),
        };
        let cells = [
            labels.get(metric.id).map_or("", String::as_str),
            &shown,
            language.kind(metric.kind),
            language.role(metric.role),
            metric.period.as_deref().unwrap_or_default(),
            whole,
            &label::path(report, metric.section),
        ];
        writeln!(out, "| {} |", cells.map(escape).join(" | "))?;
    }
    writeln!(out)
}

/// What a person did with the figures and the report itself.
fn amendments(out: &mut String, report: &Report, selection: &Selection) -> std::fmt::Result {
    let language = selection.language;
    let (amended, itself) = (amendment::list(report, selection), amendment::of_report(report, language));
    if amended.is_empty() && itself.is_none() {
        return Ok(());
    }
    heading(out, language, file::CHANGES)?;
    if let Some(note) = itself {
        writeln!(out, "- {}", language.fill(file::TOLD, &[language.pick(file::REPORT), &escape(&note)]))?;
    }
    for (metric, note) in amended {
        let printed = format!("{} {}", language.pick(file::PRINTED), escape(&metric.quote));
        let name = language.fill(file::IN_BRACKETS, &[&escape(&metric.indicator), &printed]);
        writeln!(out, "- {}", language.fill(file::TOLD, &[&name, &escape(&note)]))?;
    }
    writeln!(out)
}

fn checks(out: &mut String, report: &Report, name: Pair, entries: &[Entry], language: Language) -> std::fmt::Result {
    if entries.is_empty() {
        return Ok(());
    }
    heading(out, language, name)?;
    for entry in entries {
        let sort = language.fill(file::IN_BRACKETS, &[entry.weight.name(language), &entry.kind]);
        let message = escape(&findings::told(report, entry, language));
        writeln!(out, "- {}", language.fill(file::TOLD, &[&sort, &message]))?;
    }
    writeln!(out)
}

/// Where it all came from.
fn foot(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    let name = language.pick(file::TEXT_SHA256);
    writeln!(out, "---\n\n{} · {name} {}", escape(&report.generator), report.source.sha256)
}

/// The heads of the table.
const HEADS: [Pair; 7] =
    [file::INDICATOR, file::VALUE, file::KIND, file::ROLE, file::PERIOD, file::WHOLE, file::SECTION];

fn heading(out: &mut String, language: Language, words: Pair) -> std::fmt::Result {
    writeln!(out, "## {}\n", language.pick(words))
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
    let point = out[digits..].strip_prefix(['.', ')']);
    // 23.7亿元 opens none.
    if point.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
        || (digits == 0 && out.starts_with(['+', '-', '=']))
    {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::measure::Measure;
    use super::{super::sample, Outgoing, Qualifier, Selection, escape};
    use crate::contract::{Amendment, Check, Deed, Metric, Report, Span};
    use crate::report::{CheckKind, Kind, Status};
    use crate::verdict::Verdict;

    fn printed() -> Selection {
        Selection::default()
    }

    fn write(report: &Report, selection: &Selection) -> String {
        super::write(&Outgoing { report, text: "", selection })
    }

    #[test]
    fn a_figure_that_is_not_exact_says_so_and_its_point_is_one() {
        let about =
            Metric {
                qualifier: Qualifier::About, quote: "23.7亿元".to_owned(), ..sample::metric("投资", 23.7, "元")
            };
        let written = write(&sample::report(vec![about]), &printed());
        assert!(written.contains("| 投资 | 23.7亿元（约数） |"), "{written}");
    }

    #[test]
    fn the_whole_document() {
        let inner = Metric { section: Some(1), of: Some(0), ..sample::metric("制造业项目", 2.0, "个") };
        let mut report = sample::report(vec![sample::metric("新签项目", 3.0, "个"), inner]);
        report.checks.push(Check {
            kind: CheckKind::Sum,
            status: Status::Inconsistent,
            metrics: vec![0, 1],
            message: Verdict::said("2 + 2 ≠ 3".to_owned()),
            span: Span { start: 0, end: 0 },
        });
        let expected = "\
# 云溪县2023年法治政府建设情况报告

- 文种：法治政府建设年度报告
- 报送单位：云溪县
- 年度：2023

## 核对

- 不符（分项合计）：新签项目：2 + 2 ≠ 3
- 缺少（法定内容）：主要举措和成效
- 缺少（法定内容）：存在的不足和原因
- 缺少（法定内容）：履行第一责任人职责情况
- 缺少（法定内容）：下一年度主要安排
- 存疑（序号）：序号重复：（二）

## 大纲

- 一、主要成效（2 项指标）
  - 1\\.招商引资（1 项指标）

## 指标

| 指标 | 数值 | 类型 | 性质 | 时期 | 隶属 | 章节 |
| --- | ---: | --- | --- | --- | --- | --- |
| 新签项目 | 3个 | 数量 | 实际 |  |  | 一、主要成效 |
| 制造业项目 | 2个 | 数量 | 实际 |  | 新签项目 | 一、主要成效 / 1.招商引资 |

---

gangmu 0.0.0 · 原文 SHA-256 5f2d
";
        assert_eq!(write(&report, &printed()), expected);
    }

    #[test]
    fn what_was_chosen_goes_out_in_the_unit_of_choice() {
        let money =
            Metric {
                kind: Kind::Money, scale: Some("亿".to_owned()), ..sample::metric("减税", 136_000_000.0, "元")
            };
        let report = sample::report(vec![sample::metric("新签项目", 3.0, "个"), money]);
        let written = write(
            &report,
            &Selection { figures: Some(vec![1]), measure: Measure::TenThousand, ..Selection::default() },
        );
        assert!(written.contains("筛选出 1 项，共 2 项。\n"));
        assert!(written.contains("| 减税 | 13,600万元 |") && !written.contains("| 新签项目 |"));
    }

    #[test]
    fn what_a_person_did_is_told_with_what_had_been_read() {
        let corrected = Amendment { value: Some(8.0), ..Amendment::new(Deed::Corrected) };
        let metric =
            Metric {
                quote: "8个".to_owned(), amendment: Some(corrected), ..sample::metric("新签项目", 9.0, "个")
            };
        let mut report = sample::report(vec![metric, sample::metric("培训", 4.0, "次")]);
        report.excluded = vec![Metric {
            amendment: Some(Amendment::new(Deed::Excluded)),
            ..sample::metric("制造业项目", 2.0, "个")
        }];
        let written = write(&report, &printed());
        assert!(written.contains("| 新签项目 | 9个 |"), "{written}");
        assert!(
            written.contains("## 改动\n\n- 新签项目（原文 8个）：更正（原读数值8）\n- 制造业项目（原文 2个）：排除\n")
        );
        let chosen = write(&report, &Selection { figures: Some(vec![0]), ..Selection::default() });
        assert!(!chosen.contains("制造业项目"));
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("a|b*c<d>\n[e](f)`"), "a\\|b\\*c\\<d\\> \\[e\\](f)\\`");
        assert_eq!(escape("12.强队伍"), "12\\.强队伍");
        assert_eq!(escape("1)强队伍"), "1\\)强队伍");
        assert_eq!(escape("-5%"), "\\-5%");
        assert_eq!(escape("1.5%"), "1.5%");
        assert_eq!(escape("增长1.5%"), "增长1.5%");
    }
}
