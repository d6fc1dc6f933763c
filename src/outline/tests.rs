use super::*;
use crate::report::Part;
use crate::{cases, noise, text};

fn outline(source: &str) -> Outline {
    let lines = text::lines(source);
    let noise = noise::find(source, lines);
    let paragraphs = text::paragraphs(source, lines, &noise);
    read(source, &paragraphs, &noise, &text::Tables::find(source, lines), None)
}

/// The outline of a text as an indented listing, and what is odd in it.
fn listing(source: &str) -> String {
    let outline = outline(source);
    let mut listing = String::new();
    for section in &outline.sections {
        let words =
            section.title.map_or_else(|| format!("~{}", section.lead.of(source)), |title| title.of(source).to_owned());
        let words = text::on_one_line(&words);
        listing += &format!("{}{} {words}\n", "  ".repeat(section.depth - 1), section.marker.of(source));
    }
    for finding in &outline.findings {
        listing += &format!("! {}\n", finding.message);
    }
    listing
}

#[test]
fn cases() {
    cases::hold(&[include_str!("cases.txt")], listing);
}

/// Title, issuer, year, day and sort as one line.
fn particulars(source: &str) -> String {
    let Outline { title, issuer, year, published, genre, .. } = outline(source);
    let or_none = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
    [
        or_none(title),
        or_none(issuer),
        or_none(year.map(|year| year.to_string())),
        or_none(published),
        genre.as_str().to_owned(),
    ]
    .join(" | ")
}

#[test]
fn particulars_of_pages() {
    cases::hold(&[include_str!("particulars.txt")], particulars);
}

#[test]
fn particulars_of_lines_as_old_machines_end_them() {
    let source =
        "云溪县水务局2022年法治政府建设工作总结\r2022年，我局认真履职。\r一、成效\r好。\r云溪县水务局\r2023年1\r月6日";
    let expected = "云溪县水务局2022年法治政府建设工作总结 | 云溪县水务局 | 2022 | 2023-01-06 | law_based_government";
    assert_eq!(particulars(source), expected);
}

/// How many places tell each statutory part.
fn parts(source: &str) -> Option<[usize; 4]> {
    let parts = outline(source).parts?;
    Some(std::array::from_fn(|at| parts[Part::ALL[at]].len()))
}

#[test]
fn statutory_parts_are_told_by_headings_else_by_sentences() {
    let title = "云溪镇2022年法治政府建设年度报告\n";
    for (body, expected) in [
        (
            "一、主要举措和成效\n好。\n二、主要负责人履职情况\n好。\n三、存在的不足和原因\n少。\n四、下一年度主要安排\n干。",
            [1, 1, 1, 1],
        ),
        ("一、工作开展情况\n好。\n二、存在的问题及下一步打算\n少。", [1, 1, 0, 1]),
        (
            "一、加强组织领导\n镇党委扎实推进法治政府建设。党政主要负责人履行推进法治建设第一责任人职责，听取汇报。\n下一步，我镇将继续努力。",
            [2, 0, 1, 1],
        ),
        ("一、抓学习\n成立由主要领导任组长的小组，压实安全生产第一责任人职责。", [0, 0, 0, 0]),
        ("一、2022年主要工作及成效\n好。\n二、2023年主要工作\n干。\n三、2022年工作打算的落实\n好。", [2, 0, 0, 1]),
        (
            "一、工作亮点\n好。\n二、困难和挑战\n少。\n三、“一把手”履行法治建设职责情况\n好。\n四、2023年工作思路\n干。",
            [1, 1, 1, 1],
        ),
        ("一、抓执法\n主要负责同志亲自部署依法行政工作。", [0, 0, 1, 0]),
        (
            "一、做法\n好。\n二、区委区政府主要负责人抓法治情况\n好。\n三、欠缺在哪里\n少。\n四、打算\n干。",
            [1, 1, 1, 1],
        ),
        ("一、做法\n好。\n二、不足与下一步\n少。", [1, 1, 0, 1]),
        ("一、做法\n好。\n二、抓法治教育\n好。", [1, 0, 0, 0]),
        ("一、成效\n主要领导每季度研究法治工作。虽有进步，但仍存在执法不严等问题。", [1, 1, 1, 0]),
    ] {
        assert_eq!(parts(&format!("{title}{body}")), Some(expected), "{body}");
    }
    assert_eq!(parts("云溪镇2022年工作总结\n一、成效\n好。"), None);
}

#[test]
fn hostile_text_is_read_for_what_it_is() {
    for unit in [
        "（",
        "“一、",
        "一、",
        "（一）",
        "一是，",
        "1.",
        "##a",
        "<!--",
        "注：",
        "2023年",
        "来源：",
        "\u{feff}\r\n",
        "\u{202e}①",
    ] {
        let source = unit.repeat(2_000);
        let outline = outline(&source);
        assert!(outline.sections.iter().all(|section| section.span.contains(section.heading)), "{unit}");
    }
}
