//! The reading as one HTML file that opens anywhere: outline, figures, findings and the marked text, linked to each
//! other. It has no script, loads nothing, and prints as a document.

mod text;

use std::fmt::Write;

use super::findings::{self, Entry, Weight};
use super::json::{Metric, Report};
use super::markup::escaped;
use super::measure::Measure;
use super::outline::figures_under;
use super::selection::{Outgoing, Selection};
use super::{amendment, label, words};
use crate::report::Part;

/// What the file may do: show itself, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The file.
pub fn write(&Outgoing { report, text, selection }: &Outgoing) -> String {
    let mut is_listed = vec![false; report.metrics.len()];
    selection.metrics(report).iter().for_each(|metric| is_listed[metric.id] = true);
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = head(&mut out, report)
        .and_then(|()| outline(&mut out, report))
        .and_then(|()| figures(&mut out, report, selection))
        .and_then(|()| amendments(&mut out, report, selection))
        .and_then(|()| checks(&mut out, report, &is_listed));
    out += "<section id=\"text\"><h2>原文</h2>\n<div class=\"text\">\n";
    text::push(&mut out, report, text, &is_listed);
    out += "</div></section>\n";
    let _ = foot(&mut out, report);
    out
}

fn head(out: &mut String, report: &Report) -> std::fmt::Result {
    let title = escaped(label::report(report));
    let style = include_str!("style.css");
    write!(
        out,
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"{}\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
        escaped(&report.generator)
    )?;
    let genre = (report.genre != "other").then(|| words::genre(&report.genre).to_owned());
    let year = report.year.map(|year| format!("{year} 年"));
    let about = [genre, report.issuer.clone(), year, report.published.clone()];
    let about: Vec<String> = about.iter().flatten().map(|about| escaped(about)).collect();
    writeln!(out, "<p class=\"about\">{}</p>", about.join(" · "))?;
    if let Some(parts) = &report.parts {
        let missing: Vec<&str> = findings::missing_parts(Some(parts)).collect();
        out.push_str("<ul class=\"parts\">");
        for part in Part::ALL.iter().map(|part| part.as_str()) {
            match missing.contains(&part) {
                true => write!(out, "<li class=\"missing\">缺 {}</li>", words::part(part))?,
                false => write!(out, "<li>{}</li>", words::part(part))?,
            }
        }
        out.push_str("</ul>\n");
    }
    writeln!(
        out,
        "<nav><a href=\"#outline\">大纲</a><a href=\"#figures\">数据</a><a href=\"#findings\">核对</a>\
         <a href=\"#text\">原文</a></nav>\n</header>"
    )
}

fn outline(out: &mut String, report: &Report) -> std::fmt::Result {
    out.push_str("<section id=\"outline\"><h2>大纲</h2>\n");
    if report.sections.is_empty() {
        out.push_str("<p>没有读到编号的标题。</p>\n");
    }
    out.push_str("<ul class=\"tree\">\n");
    for (section, figures) in report.sections.iter().zip(figures_under(report)) {
        let (depth, id) = (section.depth.min(5), section.id);
        write!(out, "<li class=\"d{depth}\"><a href=\"#s{id}\">{}</a>", escaped(&label::section(section)))?;
        match figures {
            0 => writeln!(out, "</li>")?,
            _ => writeln!(out, "<span class=\"tally\">{figures} 项数据</span></li>")?,
        }
    }
    writeln!(out, "</ul></section>")
}

fn figures(out: &mut String, report: &Report, selection: &Selection) -> std::fmt::Result {
    let metrics = selection.metrics(report);
    let note = selection.note(report).unwrap_or_else(|| format!("共 {} 项", metrics.len()));
    write!(
        out,
        "<section id=\"figures\"><h2>数据<small>{note}</small></h2>\n<div class=\"wide\"><table>\n<thead><tr>"
    )?;
    for head in ["指标", "数值", "单位", "类型", "说明", "时期", "隶属"] {
        write!(out, "<th{}>{head}</th>", if head == "数值" { " class=\"n\"" } else { "" })?;
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let labels = label::metrics(report);
    let anchors = text::anchors(report);
    // Sorted otherwise than one reads, the figures of a section do not stand together.
    let is_rising = metrics.windows(2).all(|pair| pair[0].id < pair[1].id);
    let mut section = None;
    for metric in metrics {
        if is_rising
            && metric.section != section
            && let Some(id) = metric.section
        {
            let path = escaped(&label::path(report, Some(id)));
            writeln!(
                out,
                "<tr><th class=\"g\" colspan=\"7\" scope=\"rowgroup\"><a href=\"#s{id}\">{path}</a></th></tr>"
            )?;
        }
        section = metric.section;
        figure(out, selection.measure, metric, &labels, &anchors)?;
    }
    writeln!(out, "</tbody></table></div></section>")
}

fn figure(
    out: &mut String,
    measure: Measure,
    metric: &Metric,
    labels: &[String],
    anchors: &[usize],
) -> std::fmt::Result {
    let name = |id: usize| labels.get(id).map_or_else(String::new, |label| escaped(label));
    let anchor = anchors.get(metric.id).copied().unwrap_or(metric.id);
    let arrow = match metric.direction.as_deref() {
        Some("up") => "↑ ",
        Some("down") => "↓ ",
        _ => "",
    };
    // What is plain need not be said.
    let role = (metric.role != "actual").then(|| words::role(&metric.role));
    let qualifier = (metric.qualifier != "exact").then(|| words::qualifier(&metric.qualifier));
    let said = metric.amendment.as_ref().map(|amendment| words::amendment(&amendment.action));
    let about: Vec<&str> = role.into_iter().chain(qualifier).chain(said).collect();
    writeln!(
        out,
        "<tr id=\"m{}\"><td><a href=\"#f{anchor}\">{}</a></td><td class=\"n\">{arrow}{}</td><td class=\"s\">{}</td>\
         <td class=\"s\">{}</td><td class=\"s\">{}</td><td class=\"p\">{}</td><td>{}</td></tr>",
        metric.id,
        name(metric.id),
        measure.number(metric),
        escaped(&measure.unit(metric)),
        words::kind(&metric.kind),
        about.join("、"),
        escaped(metric.period.as_deref().unwrap_or_default()),
        metric.of.map(name).unwrap_or_default(),
    )
}

/// What a person did with the figures.
fn amendments(out: &mut String, report: &Report, selection: &Selection) -> std::fmt::Result {
    let amended = amendment::list(report, selection);
    if amended.is_empty() {
        return Ok(());
    }
    out.push_str("<section id=\"amendments\"><h2>改动</h2>\n<ul class=\"findings\">\n");
    for (metric, note) in amended {
        let is_there = metric.amendment.as_ref().is_some_and(|amendment| amendment.action != "excluded");
        let name = escaped(&metric.indicator);
        let name = if is_there { format!("<a href=\"#m{}\">{name}</a>", metric.id) } else { name };
        writeln!(
            out,
            "<li class=\"said\"><b>{}</b><span>{}</span><span>{name}</span></li>",
            escaped(&note),
            escaped(&metric.quote)
        )?;
    }
    writeln!(out, "</ul></section>")
}

fn checks(out: &mut String, report: &Report, is_listed: &[bool]) -> std::fmt::Result {
    out.push_str("<section id=\"findings\"><h2>核对</h2>\n");
    let entries = findings::list(report);
    if entries.is_empty() {
        out.push_str("<p>文中没有可以相互验算的数据。</p>\n");
    }
    out.push_str("<ul class=\"findings\">\n");
    for entry in entries {
        check(out, report, &entry, is_listed)?;
    }
    writeln!(out, "</ul></section>")
}

fn check(out: &mut String, report: &Report, entry: &Entry, is_listed: &[bool]) -> std::fmt::Result {
    let class = match entry.weight {
        Weight::Wrong => "wrong",
        Weight::Missing => "missing",
        Weight::Odd => "odd",
        Weight::Right => "right",
    };
    write!(out, "<li class=\"{class}\"><b>{}</b><span>{}</span><span>", entry.weight.name(), escaped(&entry.kind))?;
    match entry.metrics.iter().find(|&&metric| is_listed.get(metric) == Some(&true)) {
        Some(metric) => write!(out, "<a href=\"#m{metric}\">{}</a>", escaped(&entry.message))?,
        None => out.push_str(&escaped(&entry.message)),
    }
    let path = findings::path(report, entry);
    if path.is_empty() {
        return writeln!(out, "</span></li>");
    }
    writeln!(out, "</span><span class=\"path\">{}</span></li>", escaped(&path))
}

/// Where it all came from.
fn foot(out: &mut String, report: &Report) -> std::fmt::Result {
    let file = report.source.name.as_deref().map(|name| format!("文件 {} · ", escaped(name))).unwrap_or_default();
    writeln!(
        out,
        "<footer>{file}{} 读出，引用之前请对照原文 · 原文 SHA-256 {}</footer>\n</body>\n</html>",
        escaped(&report.generator),
        escaped(&report.source.sha256)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::json;

    const TEXT: &str = "首页 > 文件\n云溪县2023年法治政府建设情况报告\n\n一、<b>主要举措</b>\n（一）抓好案件办理。全年审议项目64个，其中通过57个、\
                        未通过6个，参考率和合格率均达100%。\n（三）减免税费1.36亿元\"&'。\n";

    fn file(selection: &Selection) -> String {
        let report = json::Report::new(&crate::read(TEXT), TEXT, Some("<script>.txt"));
        write(&Outgoing { report: &report, text: TEXT, selection })
    }

    /// What stands between each pair of the words.
    fn all_between<'a>(file: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
        file.split(before).skip(1).map(|rest| rest.split(after).next().unwrap_or_default()).collect()
    }

    #[test]
    fn what_was_pasted_is_never_markup() {
        let file = file(&Selection::default());
        assert!(!file.contains("<script") && !file.contains("<b>主要"));
        assert!(file.contains("&lt;b&gt;主要举措&lt;/b&gt;") && file.contains("&lt;script&gt;.txt"));
        assert!(file.contains("default-src 'none'"));
    }

    #[test]
    fn every_link_leads_somewhere_and_no_place_is_there_twice() {
        for selection in [Selection::default(), Selection { figures: Some(vec![1]), measure: Measure::Base }] {
            let file = file(&selection);
            let mut places = all_between(&file, " id=\"", "\"");
            places.sort_unstable();
            let count = places.len();
            places.dedup();
            assert_eq!(places.len(), count);
            let links = all_between(&file, "href=\"#", "\"");
            assert!(links.len() > 8);
            assert!(links.iter().all(|link| places.contains(link)), "{links:?} {places:?}");
        }
    }

    #[test]
    fn the_text_is_whole() {
        let file = file(&Selection::default());
        let body =
            file.split("<div class=\"text\">").nth(1).and_then(|rest| rest.split("</div>").next()).expect("text");
        let mut words = String::new();
        let mut is_tag = false;
        for character in body.chars() {
            match character {
                '<' => is_tag = true,
                '>' => is_tag = false,
                _ if !is_tag => words.push(character),
                _ => {}
            }
        }
        let plain = |words: &str| words.split_whitespace().collect::<String>();
        assert_eq!(plain(&words), plain(&escaped(TEXT)));
    }

    #[test]
    fn it_says_where_it_came_from() {
        let file = file(&Selection::default());
        let sha256 = json::Report::new(&crate::read(TEXT), TEXT, None).source.sha256;
        assert!(file.contains(&sha256) && file.contains(json::GENERATOR));
    }

    #[test]
    fn money_is_in_the_unit_of_choice_and_what_was_not_chosen_stays() {
        let file = file(&Selection { figures: Some(vec![0]), measure: Measure::TenThousand });
        assert_eq!(file.matches("<tr id=\"m").count(), 1);
        assert!(file.contains("筛选出 1 项，共 "));
    }
}
