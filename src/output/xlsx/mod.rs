//! The reading as an Excel workbook: figures, outline, findings, and where they came from. Several readings stand in
//! the same sheets, one below the other.
//!
//! SpreadsheetML is a few parts of XML in an archive, and the part of it that a table needs fits into two small files; the
//! libraries that write all of it are as large as the page.

mod package;
mod sheet;

use self::sheet::{Column, Look, Row, Sheet};
use super::findings::{self, Weight};
use super::selection::Outgoing;
use super::table::{self, Cell};
use super::{label, outline, words};
use crate::text::Utf16Offsets;

/// The workbook of some readings, as a file.
pub fn write(readings: &[Outgoing]) -> Vec<u8> {
    let sheet = |name, columns: &[Column], rows: fn(&Outgoing) -> Vec<Row>| Sheet {
        name,
        columns: columns.to_vec(),
        rows: readings.iter().flat_map(rows).collect(),
    };
    package::pack(&[
        sheet("数据", &FIGURES, figures),
        sheet("大纲", &OUTLINE, sections),
        sheet("核对", &FINDINGS, entries),
        sheet("来源", &SOURCE, source),
    ])
}

/// The columns of [`table::COLUMNS`], without those that the sheet of sources has, and the sentence of each figure.
const FIGURES: [Column; 18] = [
    (table::COLUMNS[0], 34, Look::Wrapped),
    (table::COLUMNS[1], 16, Look::Figure),
    (table::COLUMNS[2], 10, Look::Figure),
    (table::COLUMNS[3], 10, Look::Plain),
    (table::COLUMNS[4], 16, Look::Plain),
    (table::COLUMNS[5], 9, Look::Plain),
    (table::COLUMNS[6], 9, Look::Plain),
    (table::COLUMNS[7], 9, Look::Plain),
    (table::COLUMNS[8], 9, Look::Plain),
    (table::COLUMNS[9], 12, Look::Plain),
    (table::COLUMNS[10], 24, Look::Wrapped),
    (table::COLUMNS[11], 9, Look::Plain),
    (table::COLUMNS[12], 36, Look::Wrapped),
    (table::COLUMNS[13], 30, Look::Wrapped),
    (table::COLUMNS[14], 8, Look::Plain),
    (table::COLUMNS[15], 8, Look::Plain),
    (table::COLUMNS[16], 30, Look::Plain),
    ("原句", 80, Look::Plain),
];

fn figures(&Outgoing { report, text, selection }: &Outgoing) -> Vec<Row> {
    let offsets = Utf16Offsets::new(text);
    let rows = table::rows(report, selection).into_iter();
    let metrics = selection.metrics(report).into_iter().chain(selection.excluded(report));
    rows.zip(metrics)
        .map(|(row, metric)| {
            let sentence = Cell::from(findings::quote(text, &offsets, metric.sentence).trim());
            Row { depth: 0, cells: row.into_iter().take(FIGURES.len() - 1).chain([sentence]).collect() }
        })
        .collect()
}

const OUTLINE: [Column; 6] = [
    ("层级", 7, Look::Plain),
    ("序号", 10, Look::Plain),
    ("标题", 70, Look::Tree),
    ("数据项数", 11, Look::Plain),
    ("法定内容", 34, Look::Plain),
    ("报告", 30, Look::Plain),
];

fn sections(&Outgoing { report, .. }: &Outgoing) -> Vec<Row> {
    let row = |(section, figures): (&super::json::Section, usize)| Row {
        depth: section.depth.saturating_sub(1),
        cells: vec![
            Cell::Number(section.depth as f64),
            Cell::from(&section.marker),
            Cell::from(label::title(section)),
            Cell::Number(figures as f64),
            Cell::from(section.part.as_deref().map(words::part)),
            Cell::from(label::report(report)),
        ],
    };
    report.sections.iter().zip(outline::figures_under(report)).map(row).collect()
}

const FINDINGS: [Column; 7] = [
    ("结果", 8, Look::Plain),
    ("类别", 12, Look::Plain),
    ("说明", 60, Look::Wrapped),
    ("指标", 40, Look::Wrapped),
    ("章节", 40, Look::Wrapped),
    ("原文", 60, Look::Wrapped),
    ("报告", 30, Look::Plain),
];

fn entries(&Outgoing { report, text, .. }: &Outgoing) -> Vec<Row> {
    let offsets = Utf16Offsets::new(text);
    let labels = label::metrics(report);
    let row = |entry: findings::Entry| {
        let figures: Vec<&str> = entry.metrics.iter().filter_map(|&id| labels.get(id)).map(String::as_str).collect();
        Row {
            depth: 0,
            cells: vec![
                Cell::from(entry.weight.name()),
                Cell::from(&entry.kind),
                Cell::from(&entry.message),
                Cell::from(figures.join("、")),
                Cell::from(findings::path(report, &entry)),
                Cell::from(entry.span.map(|span| findings::quote(text, &offsets, span).trim())),
                Cell::from(label::report(report)),
            ],
        }
    };
    findings::list(report).into_iter().map(row).collect()
}

const SOURCE: [Column; 13] = [
    ("报告", 44, Look::Wrapped),
    ("类别", 24, Look::Plain),
    ("单位", 24, Look::Plain),
    ("年度", 8, Look::Plain),
    ("日期", 12, Look::Plain),
    ("数据项数", 11, Look::Plain),
    ("筛选", 24, Look::Plain),
    ("数值单位", 11, Look::Plain),
    ("不符", 8, Look::Plain),
    ("缺少的法定内容", 30, Look::Wrapped),
    ("文件", 24, Look::Plain),
    ("原文 SHA-256", 68, Look::Plain),
    ("程序", 16, Look::Plain),
];

fn source(&Outgoing { report, selection, .. }: &Outgoing) -> Vec<Row> {
    let wrong = findings::list(report).iter().filter(|entry| entry.weight == Weight::Wrong).count();
    let missing: Vec<&str> = findings::missing_parts(report.parts.as_ref()).map(words::part).collect();
    vec![Row {
        depth: 0,
        cells: vec![
            Cell::from(label::report(report)),
            Cell::from(words::genre(&report.genre)),
            Cell::from(report.issuer.as_ref()),
            report.year.map_or(Cell::Empty, |year| Cell::Number(f64::from(year))),
            Cell::from(report.published.as_ref()),
            Cell::Number(selection.metrics(report).len() as f64),
            Cell::from(selection.note(report).as_ref()),
            Cell::from(selection.measure.name()),
            Cell::Number(wrong as f64),
            Cell::from(missing.join("、")),
            Cell::from(report.source.name.as_ref()),
            Cell::from(&report.source.sha256),
            Cell::from(&report.generator),
        ],
    }]
}
