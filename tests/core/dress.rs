//! The same report in other dress: as pages, printers and word processors hand it on. A reader sees the same sections, so the
//! program must.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::{Report, read};

use crate::reports;

/// A section as a reader would tell it: how deep it is, its number and its words, whatever their widths and spaces.
type Heading = (usize, String, String);

/// What no reader looks at: white space, widths of brackets and digits, marks of punctuation and of Markdown.
fn folded(words: &str) -> String {
    let plain = |character: char| {
        !character.is_whitespace()
            && !"，,。、；;：:“”\"'‘’（）()[]【】《》<>·*#.．〔〕".contains(character)
            && !character.is_control()
    };
    let narrow = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        _ => character,
    };
    words.chars().map(narrow).filter(|&character| plain(character)).collect()
}

/// A point without a heading of its own is told by how it begins.
const LEAD: usize = 24;

fn outline(text: &str, report: &Report) -> Vec<Heading> {
    let headings = report.sections.iter().map(|section| {
        let words = section
            .title
            .map_or_else(|| folded(section.lead.of(text)).chars().take(LEAD).collect(), |title| folded(title.of(text)));
        (section.depth, folded(section.marker.of(text)), words)
    });
    headings.collect()
}

/// What else the first look at a report tells.
fn particulars(report: &Report) -> (String, String, Option<i32>) {
    (report.genre.as_str().to_owned(), folded(report.title.as_deref().unwrap_or_default()), report.year)
}

/// Fails where the report reads otherwise in this dress.
fn assert_same(dress: &str, report: &reports::Report, dressed: &str) {
    let (before, after) = (read(report.text), read(dressed));
    assert_eq!(outline(dressed, &after), outline(report.text, &before), "{} {dress}", report.name);
    assert_eq!(particulars(&after), particulars(&before), "{} {dress}", report.name);
}

/// The reports that are no pages of a site: their furniture has no place where all stands on one line.
fn documents() -> impl Iterator<Item = &'static reports::Report> {
    reports::ALL.iter().filter(|report| read(report.text).noise.is_empty())
}

/// The reports that no printer has broken into lines yet.
fn unbroken() -> impl Iterator<Item = &'static reports::Report> {
    reports::ALL.iter().filter(|report| report.name != "pdf-hard-wrapped")
}

/// Every line changed; empty ones stay as they are.
fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    let changed: Vec<String> =
        text.split('\n').map(|line| if line.trim().is_empty() { line.to_owned() } else { change(line) }).collect();
    changed.join("\n")
}

/// Lines of at most so many characters.
fn broken(text: &str, width: usize) -> String {
    lines(text, |line| {
        let characters: Vec<char> = line.chars().collect();
        characters.chunks(width).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
    })
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty())
}

#[test]
fn with_other_line_breaks() {
    for report in reports::ALL {
        for (dress, line_break) in [("CRLF", "\r\n"), ("CR", "\r"), ("soft", "\u{b}"), ("empty lines", "\n\n\n")] {
            assert_same(dress, report, &report.text.replace('\n', line_break));
        }
    }
}

#[test]
fn with_other_indents() {
    for report in reports::ALL {
        for (dress, indent) in [("spaces", "    "), ("no-break", "\u{a0}\u{a0}\u{a0}\u{a0}"), ("ideographic", "　　")]
        {
            assert_same(dress, report, &lines(report.text, |line| format!("{indent}{}  ", line.trim())));
        }
    }
}

#[test]
fn with_other_widths() {
    for report in unbroken() {
        let full = report.text.chars().map(|character| match character {
            '0'..='9' => char::from_u32(character as u32 + 0xfee0).unwrap_or(character),
            '（' => '(',
            '）' => ')',
            _ => character,
        });
        assert_same("full-width digits", report, &full.collect::<String>());
        assert_same("full-width brackets", report, &report.text.replace('(', "（").replace(')', "）"));
    }
}

#[test]
fn on_one_line() {
    // Rows that begin with 一、 can be told from sections only as long as they are rows.
    // Where a second report begins, its lines tell.
    let parted = ["statistics-tables", "two-reports"];
    for report in documents().filter(|report| !parted.contains(&report.name)) {
        assert_same("one line", report, &paragraphs(report.text).collect::<Vec<_>>().join(" "));
        // ① that touches a word marks a note, and cells that touch each other are none.
        if !report.text.contains(['①', '\t']) {
            let glued: String = paragraphs(report.text).collect();
            let (before, after) = (read(report.text), read(&glued));
            let told = |headings: Vec<Heading>| {
                headings.into_iter().map(|(depth, marker, _)| (depth, marker)).collect::<Vec<_>>()
            };
            assert_eq!(told(outline(&glued, &after)), told(outline(report.text, &before)), "{} glued", report.name);
        }
    }
}

#[test]
fn broken_by_a_printer() {
    for report in unbroken() {
        // Lines of the one that has one line only end anywhere.
        if report.text.trim().contains('\n') {
            assert_same("broken", report, &broken(report.text, 35));
            let indented: String = paragraphs(report.text).map(|line| format!("　　{line}\n")).collect();
            assert_same("broken with indents", report, &broken(&indented, 35));
        }
    }
}

#[test]
fn in_markdown() {
    for report in reports::ALL {
        let reading = read(report.text);
        let mut marked = report.text.to_owned();
        for section in reading.sections.iter().rev() {
            let (start, end) = (section.heading.start, section.heading.end);
            let begins = report.text[..start].trim_end_matches([' ', '　', '\u{a0}']);
            let rest = report.text[end..].split('\n').next().unwrap_or_default();
            if !begins.is_empty() && !begins.ends_with('\n') {
                continue;
            }
            if rest.trim_matches(['。', '：', ' ']).is_empty() {
                marked.insert_str(start, &format!("{} ", "#".repeat(section.depth + 1)));
            } else {
                marked.insert_str(end, "**");
                marked.insert_str(start, "**");
            }
        }
        assert_same("Markdown", report, &marked);
    }
}

#[test]
fn on_the_page_of_a_site() {
    const ABOVE: &str = "首页\n政务公开\n当前位置：首页 > 政务公开 > 年度报告\n";
    const BELOW: &str = "\n【打印】 【关闭】\n上一篇：关于召开会议的通知\n下一篇：没有了\n主办单位：云溪县人民政府\n网站标识码：3500000001 闽ICP备05012345号\n";
    for report in reports::ALL {
        let page = format!("{ABOVE}{}{BELOW}", report.text);
        assert_same("page", report, &page);
        let reading = read(&page);
        for line in ABOVE.lines().chain(BELOW.lines()).filter(|line| !line.is_empty()) {
            let known = reading.noise.iter().any(|noise| folded(noise.of(&page)).contains(&folded(line)));
            assert!(known, "{} page: {line} is no noise", report.name);
        }
    }
}
