//! The names that outputs give to figures and sections, so that no two rows of a report look alike.

use std::collections::{HashMap, HashSet};

use crate::compare::member::member;
use crate::contract::{Metric, Report, Section};
use crate::report::{Kind, Role};
use crate::text::on_one_line;
use crate::words::{Language, file};

/// So much of a point without a heading is shown, as far as whole clauses go; of the first clause so much at the most.
const LEAD: usize = 16;
const CLAUSE: usize = 32;

/// A name for each figure, unlike every other in the report: the indicator, and where several figures have the same,
/// what tells them apart: the figure it belongs to, its place in a composition, its role, the sections above it, its period, its kind, its unit.
pub fn metrics(report: &Report, language: Language) -> Vec<String> {
    let mut labels: Vec<String> = report.metrics.iter().map(|metric| metric.indicator.clone()).collect();
    let before = |word: &str, label: &str| format!("{word}·{label}");
    let after = |word: &str, label: &str| format!("{label}（{word}）");
    distinguish(&mut labels, before, |id| whole(report, &report.metrics[id]));
    distinguish(&mut labels, after, |id| member(report, id).map(str::to_owned));
    distinguish(&mut labels, after, |id| {
        let role = report.metrics[id].role;
        (role != Role::Actual).then(|| language.role(role).to_owned())
    });
    let deepest = report.sections.iter().map(|section| section.depth).max().unwrap_or(0);
    for level in 0..deepest {
        distinguish(&mut labels, before, |id| ancestor(report, report.metrics[id].section, level).map(title));
    }
    distinguish(&mut labels, after, |id| report.metrics[id].period.clone());
    distinguish(&mut labels, after, |id| {
        let kind = report.metrics[id].kind;
        (kind != Kind::Count).then(|| language.kind(kind).to_owned())
    });
    distinguish(&mut labels, after, |id| report.metrics[id].unit.clone());
    number(&mut labels);
    labels
}

/// A section's heading as a line: its number and its title, or how it begins.
pub fn section(section: &Section) -> String {
    format!("{}{}", section.marker, title(section))
}

/// The headings from the top to the section.
pub fn path(report: &Report, section: Option<usize>) -> String {
    let mut headings: Vec<String> =
        (0..).map_while(|level| ancestor(report, section, level)).map(self::section).collect();
    headings.reverse();
    headings.join(" / ")
}

/// What a report is called: its title, else the name of its file.
pub fn report(report: &Report, language: Language) -> &str {
    report.title.as_deref().or(report.source.name.as_deref()).unwrap_or(language.pick(file::UNTITLED))
}

/// What some reports are called, no two alike: where several have one title, with the name of the file.
pub fn reports(reports: &[&Report], language: Language) -> Vec<String> {
    let mut names = Vec::with_capacity(reports.len());
    for report in reports {
        let title = self::report(report, language);
        let is_shared = reports.iter().filter(|other| self::report(other, language) == title).count() > 1;
        let file = stem(report).filter(|&file| is_shared && report.title.is_some() && file != title);
        let name = file.map_or(title.to_owned(), |file| language.fill(file::IN_BRACKETS, &[title, file]));
        names.push(free(&name, &names, language));
    }
    names
}

/// The name of a report's file without what tells its format.
pub fn stem(report: &Report) -> Option<&str> {
    let name = report.source.name.as_deref()?;
    Some(name.rsplit_once('.').map_or(name, |(stem, _)| stem)).filter(|stem| !stem.is_empty())
}

/// A name that none of some names is: itself, or with a number.
pub fn free(name: &str, taken: &[String], language: Language) -> String {
    let numbered = (2..).map(|number: usize| language.fill(file::NUMBERED, &[name, &number.to_string()]));
    [name.to_owned()].into_iter().chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
}

/// The section's title in one line, or how its text begins.
pub fn title(section: &Section) -> String {
    let title = section.title.as_deref().unwrap_or(&section.lead);
    let line = on_one_line(title).split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = if section.title.is_some() { &line } else { opening(&line) };
    let is_cut = line[shown.len()..].chars().any(char::is_alphanumeric);
    if is_cut { format!("{shown}…") } else { line }
}

/// The first clauses of a line. Where a clause is too long and must be cut, no number is.
fn opening(line: &str) -> &str {
    let clauses = line.match_indices(['，', '；', '。', '：', '！', '？']).map(|(at, _)| &line[..at]).chain([line]);
    let shown = clauses.enumerate().take_while(|(at, words)| *at == 0 || words.chars().count() <= LEAD).last();
    let shown = shown.map_or(line, |(_, words)| words);
    match shown.char_indices().nth(CLAUSE) {
        Some((end, _)) => {
            shown[..end].trim_end_matches(|last: char| last.is_ascii_digit() || matches!(last, '.' | ','))
        }
        None => shown,
    }
}

/// The name of the figure that this one belongs to, if it says something new.
fn whole(report: &Report, metric: &Metric) -> Option<String> {
    let whole = &report.metrics.get(metric.of?)?.indicator;
    (!metric.indicator.starts_with(whole.as_str())).then(|| whole.clone())
}

/// The section `level` steps above.
fn ancestor(report: &Report, section: Option<usize>, level: usize) -> Option<&Section> {
    let mut section = report.sections.get(section?)?;
    for _ in 0..level {
        section = report.sections.get(section.parent?)?;
    }
    Some(section)
}

/// Adds to labels that are alike the words that differ between them.
fn distinguish(
    labels: &mut [String],
    place: impl Fn(&str, &str) -> String,
    words_of: impl Fn(usize) -> Option<String>,
) {
    for alike in alike(labels) {
        let words: Vec<Option<String>> = alike.iter().map(|&id| words_of(id)).collect();
        if words.iter().all(|word| *word == words[0]) {
            continue;
        }
        for (id, word) in alike.into_iter().zip(words) {
            if let Some(word) = word {
                labels[id] = place(&word, &labels[id]);
            }
        }
    }
}

/// Numbers the labels that are still alike.
fn number(labels: &mut [String]) {
    let mut taken: HashSet<String> = labels.iter().cloned().collect();
    for alike in alike(labels) {
        let mut numbers = 2..;
        for id in alike.into_iter().skip(1) {
            let numbered = numbers.by_ref().map(|number| format!("{}（{number}）", labels[id]));
            let free = numbered.into_iter().find(|label| !taken.contains(label)).unwrap_or_default();
            taken.insert(free.clone());
            labels[id] = free;
        }
    }
}

/// The groups of two and more labels that are the same, in reading order.
fn alike(labels: &[String]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<&str, usize> = HashMap::new();
    for (id, label) in labels.iter().enumerate() {
        let group = *group_of.entry(label).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(id);
    }
    groups.retain(|group| group.len() > 1);
    groups
}

#[cfg(test)]
mod tests {
    use super::{super::sample, Language, Metric, Role, metrics, path};
    use crate::report::{Kind, Relation};

    #[track_caller]
    fn labels(metrics_of_report: Vec<Metric>, expected: &[&str]) {
        assert_eq!(metrics(&sample::report(metrics_of_report), Language::Chinese), expected);
    }

    fn part_of(of: usize, metric: Metric) -> Metric {
        Metric { of: Some(of), relation: Some(Relation::Part), ..metric }
    }

    #[test]
    fn a_name_that_is_alone_stays() {
        labels(vec![sample::metric("项目", 3.0, "个"), sample::metric("资金", 5.0, "元")], &["项目", "资金"]);
    }

    #[test]
    fn the_whole_tells_apart() {
        labels(
            vec![
                sample::metric("新签项目", 3.0, "个"),
                part_of(0, sample::metric("总投资", 5.0, "元")),
                sample::metric("在建项目", 4.0, "个"),
                part_of(2, sample::metric("总投资", 5.0, "元")),
            ],
            &["新签项目", "新签项目·总投资", "在建项目", "在建项目·总投资"],
        );
    }

    #[test]
    fn the_role_tells_apart() {
        let target = Metric { role: Role::Target, ..part_of(0, sample::metric("转化项目", 78.0, "个")) };
        labels(vec![sample::metric("转化项目", 87.0, "个"), target], &["转化项目", "转化项目（目标）"]);
    }

    #[test]
    fn the_section_tells_apart() {
        let inner = Metric { section: Some(1), ..sample::metric("培训", 2.0, "期") };
        labels(vec![sample::metric("培训", 1.0, "期"), inner], &["主要成效·培训", "招商引资·培训"]);
    }

    #[test]
    fn period_and_unit_tell_apart() {
        let earlier = Metric { period: Some("2022年".to_owned()), ..sample::metric("案件", 2.0, "件") };
        labels(vec![sample::metric("案件", 1.0, "件"), earlier], &["案件", "案件（2022年）"]);
        labels(
            vec![sample::metric("处罚", 14.0, "件"), sample::metric("处罚", 12.0, "人")],
            &["处罚（件）", "处罚（人）"],
        );
    }

    #[test]
    fn what_is_not_counted_says_so() {
        let share = Metric { kind: Kind::Ratio, ..sample::metric("公务用车", 27.6, "%") };
        labels(vec![sample::metric("公务用车", 43.0, "辆"), share], &["公务用车", "公务用车（比率）"]);
    }

    #[test]
    fn what_nothing_tells_apart_is_numbered() {
        let same = || sample::metric("培训", 2.0, "期");
        let taken = sample::metric("培训（2）", 2.0, "期");
        labels(vec![same(), taken, same(), same()], &["培训", "培训（2）", "培训（3）", "培训（4）"]);
    }

    #[test]
    fn a_point_without_a_heading_is_cut_at_a_clause_and_never_in_a_number() {
        let title = |lead: &str| {
            let section = sample::report(Vec::new()).sections.remove(0);
            super::title(&super::Section { title: None, lead: lead.to_owned(), ..section })
        };
        assert_eq!(title("4个单位应收账款长期未清3528.6万元。"), "4个单位应收账款长期未清3528.6万元。");
        assert_eq!(title("4个单位应收账款长期未清3528.6万元，其中"), "4个单位应收账款长期未清3528.6万元…");
        assert_eq!(title("一年来，开展巡查9次，发现隐患3处，均已整改。"), "一年来，开展巡查9次…");
        assert_eq!(title("今年以来。"), "今年以来。");
        let long = "在全县各乡镇街道和有关部门的共同努力下新建改建农村公路桥梁共计";
        assert_eq!(title(&format!("{}1234.5公里", &long[..long.len() - 6])), format!("{}…", &long[..long.len() - 6]));
    }

    #[test]
    fn a_path_goes_from_the_top() {
        let report = sample::report(Vec::new());
        assert_eq!(path(&report, Some(1)), "一、主要成效 / 1.招商引资");
        assert_eq!(path(&report, None), "");
    }
}
