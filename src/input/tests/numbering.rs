use super::{document, package, paragraph, part, read};

/// A level: format, what is written, and what else is to be said.
fn level(at: usize, format: &str, written: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{written}\"/></w:lvl>"
    )
}

fn kind(id: u32, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: u32, kind: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>")
}

/// A paragraph of a list.
fn item(list: u32, level: usize, words: &str) -> String {
    paragraph(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

fn styled(style: &str, words: &str) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), words)
}

/// The lines of a document with these lists and styles.
fn lines(lists: &[String], styles: &str, body: &[String]) -> Vec<String> {
    let file = package(&[
        ("word/document.xml", document(&body.concat())),
        ("word/numbering.xml", part("numbering", &lists.concat())),
        ("word/styles.xml", part("styles", styles)),
    ]);
    read(&file).expect("a Word file").lines().map(str::to_owned).collect()
}

/// As in most reports: 一、 （一） 1. ①
fn usual() -> Vec<String> {
    let levels = [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCountingThousand", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimalEnclosedCircleChinese", "%4", ""),
    ];
    vec![kind(0, &levels), list(1, 0, "")]
}

#[test]
fn numbers_stand_as_word_shows_them() {
    let body = [
        (0, "总体情况"),
        (1, "办件"),
        (1, "办结"),
        (2, "2023年"),
        (2, "其他"),
        (3, "甲"),
        (0, "主要工作"),
        (1, "一般"),
        (2, "再"),
    ];
    let body: Vec<_> = body.iter().map(|(level, words)| item(1, *level, words)).collect();
    let expected = [
        "一、总体情况",
        "（一）办件",
        "（二）办结",
        "1. 2023年",
        "2. 其他",
        "① 甲",
        "二、主要工作",
        "（一）一般",
        "1. 再",
    ];
    assert_eq!(lines(&usual(), "", &body), expected);
}

#[test]
fn a_gap_may_be_nothing_and_a_bullet_is_none() {
    let levels = [
        level(0, "chineseCounting", "第%1章", ""),
        level(1, "decimal", "%1.%2", "<w:suff w:val=\"nothing\"/>"),
        level(2, "bullet", "\u{f0b7}", ""),
        level(3, "none", "", ""),
        level(4, "decimal", "100%%5", "<w:suff w:val=\"space\"/>"),
    ];
    let body = [item(1, 0, "总则"), item(1, 1, "甲"), item(1, 2, "乙"), item(1, 3, "丙"), item(1, 4, "丁")];
    let expected = ["第一章 总则", "一.1甲", "乙", "丙", "100%1 丁"];
    assert_eq!(lines(&[kind(0, &levels), list(1, 0, "")], "", &body), expected);
}

#[test]
fn numerals_of_a_legal_level_are_digits() {
    let levels = [level(0, "chineseCounting", "%1、", ""), level(1, "lowerRoman", "%1.%2", "<w:isLgl/>")];
    let body = [item(1, 0, "甲"), item(1, 1, "乙"), item(1, 1, "丙")];
    assert_eq!(lines(&[kind(0, &levels), list(1, 0, "")], "", &body), ["一、甲", "1.1 乙", "1.2 丙"]);
}

#[test]
fn lists_of_a_kind_go_on_unless_one_says_where_it_starts() {
    let again = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
    let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "upperLetter", "%1.", ""));
    let mut lists = usual();
    lists.extend([list(2, 0, ""), list(3, 0, again), list(4, 0, &own)]);
    let body =
        [item(1, 0, "甲"), item(2, 0, "乙"), item(3, 0, "丙"), item(3, 0, "丁"), item(1, 0, "戊"), item(4, 0, "己")];
    assert_eq!(super::numbering::lines(&lists, "", &body), ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊", "D. 己"]);
}

#[test]
fn a_level_begins_anew_below_the_one_it_names() {
    let levels = |restart: &str| {
        [level(0, "decimal", "%1.", ""), level(1, "decimal", "(%2)", ""), level(2, "lowerLetter", "%3.", restart)]
    };
    let body = [0, 1, 2, 1, 2, 0, 1, 2].map(|level| item(1, level, "甲"));
    let third = |restart: &str| {
        let lines = lines(&[kind(0, &levels(restart)), list(1, 0, "")], "", &body);
        [2, 4, 7].map(|at| lines[at].clone())
    };
    assert_eq!(third(""), ["a. 甲", "a. 甲", "a. 甲"]);
    assert_eq!(third("<w:lvlRestart w:val=\"1\"/>"), ["a. 甲", "b. 甲", "a. 甲"]);
    assert_eq!(third("<w:lvlRestart w:val=\"0\"/>"), ["a. 甲", "b. 甲", "c. 甲"]);
}

#[test]
fn a_level_below_one_that_was_left_out_counts_that_as_begun() {
    let levels = [level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2", "")];
    let body = [item(1, 1, "甲"), item(1, 1, "乙"), item(1, 0, "丙"), item(1, 1, "丁")];
    assert_eq!(lines(&[kind(0, &levels), list(1, 0, "")], "", &body), ["1.1 甲", "1.2 乙", "1. 丙", "1.1 丁"]);
}

#[test]
fn styles_number_headings_and_a_paragraph_may_say_otherwise() {
    let levels = [
        level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>"),
        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"2\"/>"),
    ];
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>\
        <w:style w:type=\"paragraph\" w:styleId=\"1\"><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"2\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"own\"><w:basedOn w:val=\"2\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>";
    let none = paragraph("<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "附件");
    let former = paragraph("<w:pPrChange><w:pPr><w:pStyle w:val=\"1\"/></w:pPr></w:pPrChange>", "正文");
    let body = [
        styled("1", "甲"),
        styled("2", "乙"),
        styled("own", "丙"),
        none,
        styled("1", "丁"),
        styled("loop", "戊"),
        former,
    ];
    let expected = ["一、甲", "（一）乙", "（二）丙", "附件", "二、丁", "戊", "正文"];
    assert_eq!(lines(&[kind(0, &levels), list(1, 0, "")], styles, &body), expected);
}

#[test]
fn a_list_may_be_numbered_as_a_style_says() {
    let linked = "<w:abstractNum w:abstractNumId=\"5\"><w:numStyleLink w:val=\"公文\"/></w:abstractNum>".to_owned();
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"公文\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let mut lists = usual();
    lists.extend([linked, list(7, 5, "")]);
    assert_eq!(lines(&lists, styles, &[item(7, 0, "甲"), item(7, 1, "乙")]), ["一、甲", "（一）乙"]);
}

#[test]
fn what_refers_to_nothing_numbers_nothing() {
    let lists =
        [list(1, 99, ""), list(2, 0, "<w:lvlOverride w:ilvl=\"77\"><w:startOverride w:val=\"x\"/></w:lvlOverride>")];
    let body = [item(1, 0, "甲"), item(2, 40, "乙"), item(3, 0, "丙"), styled("没有", "丁")];
    assert_eq!(lines(&lists, "", &body), ["甲", "乙", "丙", "丁"]);
}

#[test]
fn deleted_and_hidden_paragraphs_are_not_counted() {
    let gone = paragraph(
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr>",
        "",
    );
    let hidden = gone.replace("<w:del w:id=\"1\"/>", "<w:vanish/>");
    assert_eq!(lines(&usual(), "", &[item(1, 0, "甲"), gone, hidden, item(1, 0, "乙")]), ["一、甲", "二、乙"]);
}
