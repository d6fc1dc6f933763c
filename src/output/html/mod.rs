//! The reading as one HTML file that opens anywhere: outline, figures, findings and the marked text, linked to each
//! other. It has no script, loads nothing, and prints as a document.

mod text;

use std::fmt::Write;

use super::findings::{self, Entry, Weight};
use super::markup::escaped;
use super::outline::{faults_in, figures_under};
use super::selection::{Outgoing, Selection};
use super::{amendment, exactness, label};
use crate::contract::{Deed, Metric, Report};
use crate::report::{Direction, Genre, Qualifier, Role, Status};
use crate::text::Utf16Offsets;
use crate::words::{Language, Pair, file};

/// What the file may do: show itself, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The file.
pub fn write(&Outgoing { report, text, selection }: &Outgoing) -> String {
    let mut is_listed = vec![false; report.metrics.len()];
    selection.metrics(report).iter().for_each(|metric| is_listed[metric.id] = true);
    let language = selection.language;
    let (amiss, right) = findings::parted(report, language);
    let listed = |out: &mut String, place: &str, name: Pair, entries: &[Entry]| {
        checks(out, report, (place, language.pick(name)), entries, &is_listed, language)
    };
    // Where nothing is amiss, what agrees is what was checked.
    let place_of_right = if amiss.is_empty() { "findings" } else { "agreeing" };
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = head(&mut out, report, language)
        .and_then(|()| match amiss.is_empty() && !right.is_empty() {
            true => Ok(()),
            false => listed(&mut out, "findings", file::CHECKS, &amiss),
        })
        .and_then(|()| outline(&mut out, report, language))
        .and_then(|()| figures(&mut out, report, text, selection))
        .and_then(|()| amendments(&mut out, report, selection))
        .and_then(|()| match right.is_empty() {
            true => Ok(()),
            false => listed(&mut out, place_of_right, file::RIGHT, &right),
        });
    out +=
        &format!("<section id=\"text\"><h2>{}</h2>\n<div class=\"text\" lang=\"zh-CN\">\n", language.pick(file::TEXT));
    text::push(&mut out, report, text, &is_listed, language);
    out += "</div></section>\n";
    let _ = foot(&mut out, report, language);
    out
}

fn head(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    let title = escaped(label::report(report, language));
    let style = include_str!("style.css");
    write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"{}\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
        language.code(),
        escaped(&report.generator)
    )?;
    let genre = (report.genre != Genre::Other).then(|| language.genre(report.genre).to_owned());
    let year = report.year.map(|year| language.fill(file::IN_YEAR, &[&year.to_string()]));
    let about = [genre, report.issuer.clone(), year, report.published.clone()];
    let about: Vec<String> = about.iter().flatten().map(|about| escaped(about)).collect();
    writeln!(out, "<p class=\"about\">{}</p>", about.join(" · "))?;
    if let Some(parts) = &report.parts {
        out.push_str("<ul class=\"parts\">");
        for (part, places) in parts.each() {
            let part = language.part(part);
            match places.is_empty() {
                true => write!(out, "<li class=\"missing\">{}</li>", language.fill(file::LACKS, &[part]))?,
                false => write!(out, "<li>{part}</li>")?,
            }
        }
        out.push_str("</ul>\n");
    }
    let places =
        [("findings", file::CHECKS), ("outline", file::OUTLINE), ("figures", file::FIGURES), ("text", file::TEXT)];
    let links = places.map(|(place, name)| format!("<a href=\"#{place}\">{}</a>", language.pick(name)));
    writeln!(out, "<nav>{}</nav>\n</header>", links.concat())
}

fn outline(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    writeln!(out, "<section id=\"outline\"><h2>{}</h2>", language.pick(file::OUTLINE))?;
    if report.sections.is_empty() {
        writeln!(out, "<p>{}</p>", language.pick(file::NO_SECTIONS))?;
    }
    out.push_str("<ul class=\"tree\">\n");
    for ((section, figures), faults) in report.sections.iter().zip(figures_under(report)).zip(faults_in(report)) {
        let (depth, id) = (section.depth.min(5), section.id);
        write!(out, "<li class=\"d{depth}\"><a href=\"#s{id}\">{}</a>", escaped(&label::section(section)))?;
        for (count, weight) in faults.into_iter().zip([Weight::Wrong, Weight::Odd]).filter(|(count, _)| *count > 0) {
            write!(out, " <b class=\"{}\">{} {count}</b>", class(weight), weight.name(language))?;
        }
        if figures > 0 {
            let held = language.fill(file::HELD, &[&figures.to_string()]);
            write!(out, "<span class=\"tally\">{held}</span>")?;
        }
        out.push_str("</li>\n");
    }
    writeln!(out, "</ul></section>")
}

fn figures(out: &mut String, report: &Report, text: &str, selection: &Selection) -> std::fmt::Result {
    let language = selection.language;
    let offsets = Utf16Offsets::new(text);
    let metrics = selection.metrics(report);
    let note = selection.note(report).unwrap_or_else(|| language.fill(file::IN_ALL, &[&metrics.len().to_string()]));
    let name = language.pick(file::FIGURES);
    write!(
        out,
        "<section id=\"figures\"><h2>{name}<small>{note}</small></h2>\n<div class=\"wide\"><table>\n<thead><tr>"
    )?;
    for head in HEADS {
        let class = if head == file::VALUE { " class=\"n\"" } else { "" };
        write!(out, "<th{class}>{}</th>", language.pick(head))?;
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let labels = label::metrics(report, language);
    let anchors = text::anchors(report);
    let faults = faults_of(report, language);
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
        let exactness = exactness::told(metric, text, &offsets, language);
        figure(out, selection, metric, &exactness, &labels, &anchors, &faults[metric.id])?;
    }
    writeln!(out, "</tbody></table></div></section>")
}

/// Of each figure what of it does not agree: told with the first figure of a check, marked with the others.
fn faults_of(report: &Report, language: Language) -> Vec<String> {
    let mut faults = vec![String::new(); report.metrics.len()];
    let name = Weight::Wrong.name(language);
    for check in report.checks.iter().filter(|check| check.status == Status::Inconsistent) {
        for (at, &metric) in check.metrics.iter().enumerate() {
            let told = if at == 0 { escaped(&check.message.told(language)) } else { name.to_owned() };
            faults[metric] += &format!("<small class=\"wrong\">≠ {told}</small>");
        }
    }
    faults
}

/// The heads of the table.
const HEADS: [Pair; 7] = [file::INDICATOR, file::VALUE, file::UNIT, file::KIND, file::ABOUT, file::PERIOD, file::WHOLE];

fn figure(
    out: &mut String,
    &Selection { measure, language, .. }: &Selection,
    metric: &Metric,
    exactness: &str,
    labels: &[String],
    anchors: &[usize],
    faults: &str,
) -> std::fmt::Result {
    let name = |id: usize| labels.get(id).map_or_else(String::new, |label| escaped(label));
    let anchor = anchors.get(metric.id).copied().unwrap_or(metric.id);
    let arrow = match metric.direction {
        Some(Direction::Up) => "↑ ",
        Some(Direction::Down) => "↓ ",
        None => "",
    };
    // What is plain need not be said.
    let role = (metric.role != Role::Actual).then(|| language.role(metric.role));
    let qualifier = (metric.qualifier != Qualifier::Exact).then_some(exactness);
    let said = metric.amendment.as_ref().map(|amendment| language.deed(amendment.action));
    let about: Vec<&str> = role.into_iter().chain(qualifier).chain(said).collect();
    writeln!(
        out,
        "<tr id=\"m{}\"><td><a href=\"#f{anchor}\">{}</a>{faults}</td><td class=\"n\">{arrow}{}</td><td class=\"s\">{}</td>\
         <td class=\"s\">{}</td><td class=\"s\">{}</td><td class=\"p\">{}</td><td>{}</td></tr>",
        metric.id,
        name(metric.id),
        measure.number(metric),
        escaped(&measure.unit(metric)),
        language.kind(metric.kind),
        about.join(language.pick(file::AND)),
        escaped(metric.period.as_deref().unwrap_or_default()),
        metric.of.map(name).unwrap_or_default(),
    )
}

/// What a person did with the figures and the report itself.
fn amendments(out: &mut String, report: &Report, selection: &Selection) -> std::fmt::Result {
    let language = selection.language;
    let (amended, itself) = (amendment::list(report, selection), amendment::of_report(report, language));
    if amended.is_empty() && itself.is_none() {
        return Ok(());
    }
    let name = language.pick(file::CHANGES);
    writeln!(out, "<section id=\"amendments\"><h2>{name}</h2>\n<ul class=\"findings\">")?;
    if let Some(note) = itself {
        let report = language.pick(file::REPORT);
        writeln!(out, "<li class=\"said\"><b>{}</b><span></span><span>{report}</span></li>", escaped(&note))?;
    }
    for (metric, note) in amended {
        let is_there = metric.amendment.as_ref().is_some_and(|amendment| amendment.action != Deed::Excluded);
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

fn checks(
    out: &mut String,
    report: &Report,
    (place, name): (&str, &str),
    entries: &[Entry],
    is_listed: &[bool],
    language: Language,
) -> std::fmt::Result {
    writeln!(out, "<section id=\"{place}\"><h2>{name}</h2>")?;
    if entries.is_empty() {
        writeln!(out, "<p>{}</p>", language.pick(file::NO_CHECKS))?;
    }
    out.push_str("<ul class=\"findings\">\n");
    for entry in entries {
        check(out, report, entry, is_listed, language)?;
    }
    writeln!(out, "</ul></section>")
}

fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Wrong => "wrong",
        Weight::Missing => "missing",
        Weight::Odd => "odd",
        Weight::Right => "right",
    }
}

fn check(out: &mut String, report: &Report, entry: &Entry, is_listed: &[bool], language: Language) -> std::fmt::Result {
    let class = class(entry.weight);
    write!(
        out,
        "<li class=\"{class}\"><b>{}</b><span>{}</span><span>",
        entry.weight.name(language),
        escaped(&entry.kind)
    )?;
    let told = escaped(&findings::told(report, entry, language));
    match entry.metrics.iter().find(|&&metric| is_listed.get(metric) == Some(&true)) {
        Some(metric) => write!(out, "<a href=\"#m{metric}\">{told}</a>")?,
        None => out.push_str(&told),
    }
    let path = findings::path(report, entry);
    if path.is_empty() {
        return writeln!(out, "</span></li>");
    }
    writeln!(out, "</span><span class=\"path\">{}</span></li>", escaped(&path))
}

/// Where it all came from.
fn foot(out: &mut String, report: &Report, language: Language) -> std::fmt::Result {
    let file = report.source.name.as_deref().map(|name| language.fill(file::OF_FILE, &[&escaped(name)]));
    let read_by = language.fill(file::READ_BY, &[&escaped(&report.generator)]);
    let sha256 = format!("{} {}", language.pick(file::TEXT_SHA256), escaped(&report.source.sha256));
    let told: Vec<String> = file.into_iter().chain([read_by, sha256]).collect();
    writeln!(out, "<footer>{}</footer>\n</body>\n</html>", told.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract;
    use crate::output::measure::Measure;

    const TEXT: &str = "首页 > 文件\n云溪县2023年法治政府建设情况报告\n\n一、<b>主要举措</b>\n（一）抓好案件办理。全年审议项目64个，其中通过57个、\
                        未通过6个，参考率和合格率均达100%。\n（三）减免税费1.36亿元\"&'。\n";

    fn file(selection: &Selection) -> String {
        let report = contract::Report::new(&crate::read(TEXT), TEXT, Some("<script>.txt"));
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
        for selection in
            [Selection::default(), Selection { figures: Some(vec![1]), measure: Measure::Base, ..Selection::default() }]
        {
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
        let body = file
            .split("<div class=\"text\" lang=\"zh-CN\">")
            .nth(1)
            .and_then(|rest| rest.split("</div>").next())
            .expect("text");
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
    fn what_is_wrong_is_marked_in_text_table_and_outline() {
        let text = "一、概况\n全年审议项目64个，其中通过57个、未通过6个。\n三、安排\n";
        let report = contract::Report::new(&crate::read(text), text, None);
        let file = write(&Outgoing { report: &report, text, selection: &Selection::default() });
        assert_eq!(file.matches("<mark class=\"count wrong\"").count(), 3);
        assert_eq!(
            all_between(&file, "<small class=\"wrong\">", "</small>"),
            ["≠ 57 + 6 = 63，与 64 不符", "≠ 不符", "≠ 不符"]
        );
        // What an author must mend comes before all else.
        assert!(file.find("id=\"findings\"") < file.find("id=\"outline\""));
        assert!(file.contains("<b class=\"wrong\">不符 1</b>") && file.contains("<b class=\"odd\">存疑 1</b>"));
        assert!(file.contains("<span class=\"odd\">三、"));
    }

    #[test]
    fn it_says_where_it_came_from() {
        let file = file(&Selection::default());
        let sha256 = contract::Report::new(&crate::read(TEXT), TEXT, None).source.sha256;
        assert!(file.contains(&sha256) && file.contains(contract::GENERATOR));
    }

    #[test]
    fn money_is_in_the_unit_of_choice_and_what_was_not_chosen_stays() {
        let file = file(&Selection { figures: Some(vec![0]), measure: Measure::TenThousand, ..Selection::default() });
        assert_eq!(file.matches("<tr id=\"m").count(), 1);
        assert!(file.contains("筛选出 1 项，共 "));
    }
}
