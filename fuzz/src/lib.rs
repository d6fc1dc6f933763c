//! What is fuzzed: each target takes any bytes and panics where something does not hold that should.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run TARGET` lets libFuzzer look for such bytes, for as long as one likes; `tests/fuzz.rs`
//! tries the same targets for some seconds, without any tool, and with every input of `fuzz/kept` that was once trouble.

#[path = "../../tests/core/laws.rs"]
mod laws;
mod printed;

use std::io::Write as _;

use gangmu::contract::Report;
use gangmu::input::{self, encoding, text};
use gangmu::language::rows;
use gangmu::output::measure::Measure;
use gangmu::output::selection::{Outgoing, Selection};
use gangmu::output::table::COLUMNS;
use gangmu::output::{csv as table, explain as reasons, html as file, markdown as document, picture, svg, tsv, xlsx};
use gangmu::words::Language;
pub use printed::pdf;

/// The core: the laws of a reading hold of any text.
pub fn read(bytes: &[u8]) {
    laws::holds(&String::from_utf8_lossy(bytes));
}

/// The core, on texts made of what it has rules for: every two bytes are one word of the language.
pub fn grammar(bytes: &[u8]) {
    let words = words();
    let word = |pair: &[u8]| words[usize::from(u16::from_le_bytes([pair[0], pair[1]])) % words.len()];
    laws::holds(&bytes.chunks_exact(2).map(word).collect::<String>());
}

/// The way in for files: what was decoded is text, which decodes to itself.
pub fn decode(bytes: &[u8]) {
    let Some(text) = text::decode(bytes, encoding::decode) else { return };
    if !text.starts_with('\u{feff}') {
        assert_eq!(text::decode(text.as_bytes(), encoding::decode).as_deref(), Some(text.as_str()));
    }
    gangmu::read(&text);
}

/// The way in for Word files: elements and words in any order that is XML, of which a text comes.
pub fn docx(bytes: &[u8]) {
    let mut open: Vec<&str> = Vec::new();
    let mut part = String::new();
    for &byte in bytes {
        let piece = WORD[usize::from(byte) % WORD.len()];
        match byte {
            ..128 => {
                part +=
                    &format!("<w:{piece} w:val=\"{}\" w:fldCharType=\"{}\">", byte % 8, FIELDS[usize::from(byte) % 3]);
                open.push(piece.split(' ').next().unwrap_or_default());
            }
            128..208 => part.extend(open.pop().map(|name| format!("</w:{name}>"))),
            208.. => part += "<w:t>甲1</w:t>",
        }
    }
    open.iter().rev().for_each(|name| part += &format!("</w:{name}>"));
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{part}</w:body></w:document>");
    let numbering = format!("<w:numbering xmlns:w=\"w\">{part}</w:numbering>");
    let parts = [("word/document.xml", &document), ("word/styles.xml", &part), ("word/numbering.xml", &numbering)];
    match input::read(&packed(&parts), encoding::decode) {
        Ok(text) => assert!(text.len() <= document.len() * 100),
        Err(refusal) => assert_eq!(refusal, input::Refusal::Damaged),
    }
    // What is no archive, and what is one but for some accidents.
    let _ = input::read(&[b"PK\x03\x04", bytes].concat(), encoding::decode);
    let mut package = packed(&[("word/document.xml", &document)]);
    for pair in bytes.chunks_exact(2).take(8) {
        let at = usize::from(u16::from_le_bytes([pair[0], pair[1]])) % package.len();
        package[at] ^= pair[0] | 1;
    }
    let _ = input::read(&package, encoding::decode);
}

const FIELDS: [&str; 3] = ["begin", "separate", "end"];

/// The elements that a Word file is read by.
const WORD: [&str; 43] = [
    "p",
    "pPr",
    "pStyle",
    "r",
    "rPr",
    "rStyle",
    "vanish",
    "numPr",
    "numId",
    "ilvl",
    "del",
    "ins",
    "moveFrom",
    "tab",
    "br",
    "fldChar",
    "AlternateContent",
    "Choice",
    "Fallback",
    "tbl",
    "tr",
    "trPr",
    "tc",
    "tcPr",
    "gridSpan",
    "vMerge",
    "gridBefore",
    "txbxContent",
    "sdt",
    "sdtPr",
    "rPrChange",
    "style w:styleId=\"1\" w:default=\"1\" w:type=\"paragraph\"",
    "basedOn",
    "abstractNum w:abstractNumId=\"1\"",
    "lvl w:ilvl=\"1\"",
    "start",
    "numFmt",
    "lvlText",
    "lvlRestart",
    "num w:numId=\"1\"",
    "abstractNumId",
    "startOverride",
    "hidden",
];

/// An archive of parts.
fn packed(parts: &[(&str, &String)]) -> Vec<u8> {
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, part) in parts {
        let (mut entry, config) = archive.new_file(*name).start().expect("an entry");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(part.as_bytes()).expect("memory");
        let (_, descriptor) = writer.finish().expect("memory");
        entry.finish(descriptor).expect("memory");
    }
    archive.finish().expect("an archive")
}

/// The way in for web pages: tags and words in any order, and any bytes behind them. No tag is left in what comes of it.
pub fn page(bytes: &[u8]) {
    let mut page = "<!DOCTYPE html>".to_owned();
    for &byte in bytes {
        let piece = PAGE[usize::from(byte) % PAGE.len()];
        page += &if byte < 128 {
            format!("<{piece}>")
        } else {
            format!("甲1</{}>", piece.split(' ').next().unwrap_or_default())
        };
    }
    let text = input::read(page.as_bytes(), encoding::decode).expect("any page can be read");
    assert!(!text.contains('<') && text.len() <= page.len() * 70);
    let _ = input::read(&[page.as_bytes(), bytes].concat(), encoding::decode);
    const HEAD: &[u8] =
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n";
    let _ = input::read(&[HEAD, bytes, b"\n--a--"].concat(), encoding::decode);
}

/// The elements that a web page is read by.
const PAGE: [&str; 20] = [
    "p",
    "div",
    "span",
    "br",
    "table",
    "tr",
    "td rowspan=3",
    "th colspan=2",
    "li",
    "ul",
    "pre",
    "script",
    "style",
    "b",
    "p hidden",
    "span style=display:none",
    "select",
    "tbody",
    "title",
    "body",
];

/// Workbooks: a zip with every part that a workbook needs.
pub fn excel(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let workbook = xlsx::write(&[*outgoing, *outgoing]);
        assert!(workbook.starts_with(b"PK"));
        for part in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
            assert!(workbook.windows(part.len()).any(|window| window == part.as_bytes()), "{part} is missing");
        }
    });
}

/// HTML files: nothing of a text becomes an element or an attribute.
pub fn html(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let page = file::write(outgoing);
        assert!(page.ends_with("</html>\n"));
        assert_eq!(page.matches("<script").count(), 0);
        let foreign = page.match_indices('<').map(|(at, _)| &page[at + 1..]).filter(|element| {
            let name = element.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
            !ELEMENTS.contains(&name.unwrap_or_default()) && !element.starts_with("!doctype html>")
        });
        assert_eq!(foreign.map(|element| element.chars().take(20).collect::<String>()).next(), None);
    });
}

/// Every element that an HTML file is made of.
const ELEMENTS: [&str; 27] = [
    "a", "b", "body", "div", "footer", "h1", "h2", "head", "header", "html", "li", "mark", "meta", "nav", "p",
    "section", "small", "span", "style", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
];

/// Comma-separated values: a row for each figure, and no cell that a spreadsheet would calculate.
pub fn csv(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let table = table::write(outgoing, false);
        let rows: Vec<::csv::StringRecord> =
            ::csv::Reader::from_reader(table.as_bytes()).into_records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), outgoing.selection.metrics(outgoing.report).len());
        for cell in rows.iter().flatten() {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_negative(cell);
            assert!(!is_formula, "{cell:?} would be calculated");
        }
    });
}

/// Whether a cell is one negative number, perhaps with a Chinese unit.
fn is_negative(cell: &str) -> bool {
    let number = cell.trim_start_matches('-');
    let plain =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%' | '‰') || letter > '\u{2e7f}';
    cell.len() == number.len() + 1
        && number.starts_with(|first: char| first.is_ascii_digit())
        && number.chars().all(plain)
}

/// Markdown.
pub fn markdown(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        assert!(document::write(outgoing).starts_with("# "));
    });
}

/// JSON: what is written reads back as the same.
pub fn json(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let written = serde_json::to_string(outgoing.report).expect("a reading can be written");
        let back: Report = serde_json::from_str(&written).expect("a reading can be read back");
        assert_eq!(serde_json::to_string(&back).expect("a reading can be written"), written);
    });
}

/// The table for the clipboard: a line for each figure.
pub fn clipboard(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let lines = tsv::write(outgoing, &COLUMNS);
        assert_eq!(lines.matches('\n').count(), outgoing.selection.metrics(outgoing.report).len() + 1);
    });
}

/// Pictures: every bar within its frame.
pub fn pictures(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        for picture in
            picture::all(outgoing.report, outgoing.selection.measure, outgoing.selection.language, &picture::WIDE)
        {
            assert!(picture.height.is_finite());
            let written = svg::write(&picture, outgoing.report, outgoing.selection.language);
            assert!(written.ends_with("</svg>\n") && !written.contains("NaN") && !written.contains("inf\""));
        }
    });
}

/// The reasons of a reading, at any place.
pub fn explain(bytes: &[u8]) {
    with_reading(bytes, |outgoing| {
        let report = outgoing.report;
        let at = usize::from(bytes.first().copied().unwrap_or_default());
        let told = reasons::write(report, outgoing.text, at);
        assert_eq!(told.is_some(), !report.metrics.is_empty() || !report.skipped.is_empty());
    });
}

/// Hands out the reading of all bytes but the first, which chooses what of it goes out.
fn with_reading(bytes: &[u8], check: impl Fn(&Outgoing)) {
    let Some((&choice, text)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let report = Report::new(&gangmu::read(&text), &text, None);
    let chosen = || (0..report.metrics.len()).rev().step_by(1 + usize::from(choice >> 4)).collect();
    let selection = Selection {
        figures: (choice & 4 == 0).then(chosen),
        measure: Measure::ALL[usize::from(choice) % Measure::ALL.len()],
        language: Language::ALL[usize::from(choice >> 3) % Language::ALL.len()],
    };
    check(&Outgoing { report: &report, text: &text, selection: &selection });
}

/// Every word of the tables of the language, with numerals and marks between them.
fn words() -> &'static [&'static str] {
    static WORDS: std::sync::LazyLock<Vec<&str>> = std::sync::LazyLock::new(|| {
        let of_tables = TABLES.iter().flat_map(|table| rows(table)).flatten();
        // The marks come more often, as they do in a report.
        let marks = || MARKS.iter().copied().cycle().take(MARKS.len() * 12);
        of_tables.chain(marks()).collect()
    });
    &WORDS
}

const MARKS: [&str; 60] = [
    "1",
    "2",
    "30",
    "0.5",
    "12.34",
    "1,234",
    "2023",
    "１２",
    "一",
    "二",
    "三",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "两",
    "%",
    "‰",
    "，",
    "。",
    "；",
    "：",
    "、",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "《",
    "》",
    "-",
    "—",
    "～",
    "/",
    ".",
    "\n",
    "\n　　",
    "\r\n",
    " ",
    "第",
    "个",
    "件",
    "元",
    "年",
    "月",
    "日",
    "其中",
    "共",
    "从",
    "增至",
    "增长",
    "分别为",
    "和",
    "一、",
    "（一）",
    "1.",
    "一是",
];

/// The tables of the language.
const TABLES: &[&str] = &[
    include_str!("../../src/language/actors.txt"),
    include_str!("../../src/language/attributes.txt"),
    include_str!("../../src/language/claims.txt"),
    include_str!("../../src/language/cues.txt"),
    include_str!("../../src/language/divisions.txt"),
    include_str!("../../src/language/fixed.txt"),
    include_str!("../../src/language/funnel.txt"),
    include_str!("../../src/language/furniture.txt"),
    include_str!("../../src/language/genres.txt"),
    include_str!("../../src/language/naming.txt"),
    include_str!("../../src/language/notes.txt"),
    include_str!("../../src/language/nouns.txt"),
    include_str!("../../src/language/openers.txt"),
    include_str!("../../src/language/organs.txt"),
    include_str!("../../src/language/parts.txt"),
    include_str!("../../src/language/periods.txt"),
    include_str!("../../src/language/predicates.txt"),
    include_str!("../../src/language/qualifiers.txt"),
    include_str!("../../src/language/ranked.txt"),
    include_str!("../../src/language/rates.txt"),
    include_str!("../../src/language/senses.txt"),
    include_str!("../../src/language/titles.txt"),
    include_str!("../../src/language/units.txt"),
    include_str!("../../src/language/verbs.txt"),
];
