//! The reading as an Excel workbook: figures, outline, findings, and where they came from. Several readings stand in
//! the same sheets, one below the other.
//!
//! SpreadsheetML is a few parts of XML in an archive, and the part of it that a table needs fits into two small files; the
//! libraries that write all of it are as large as the page.

pub(crate) mod package;
mod sheet;

use self::sheet::{Look, Row, Sheet};
use super::findings::{self, Weight};
use super::selection::Outgoing;
use super::table::{self, Cell};
use super::{amendment, comparison, label, outline};
use crate::text::Utf16Offsets;
use crate::words::{Language, Pair, file};

/// The workbook of some readings, as a file.
pub fn write(readings: &[Outgoing]) -> Vec<u8> {
    // They go out together, as one person asked for them.
    let language = readings.first().map_or(Language::default(), |reading| reading.selection.language);
    let reports: Vec<_> = readings.iter().map(|reading| reading.report).collect();
    // A report is called the same in all sheets, so that one can be looked up from another.
    let names = label::reports(&reports, language);
    let sheet = |name: Pair, columns: &[Head], rows: fn(&Outgoing, &str) -> Vec<Row>| Sheet {
        name: language.pick(name),
        fixed: 0,
        columns: columns.iter().map(|&(head, width, look)| (language.pick(head).to_owned(), width, look)).collect(),
        rows: readings.iter().zip(&names).flat_map(|(reading, name)| rows(reading, name)).collect(),
    };
    let sheets = [
        Some(sheet(file::FIGURES, &FIGURES, figures)),
        Some(sheet(file::OUTLINE, &OUTLINE, sections)),
        Some(sheet(file::CHECKS, &FINDINGS, entries)),
        (readings.len() > 1).then(|| comparison(readings, language)),
        Some(sheet(file::SOURCE, &SOURCE, source)),
    ];
    package::pack(&sheets.into_iter().flatten().collect::<Vec<_>>())
}

/// The reports side by side.
fn comparison(readings: &[Outgoing], language: Language) -> Sheet {
    /// The widths of [`comparison::LEAD`], and of what stands behind it.
    const WIDTHS: [u32; comparison::LEAD.len()] = [34, 10, 24, 36, 9, 9, 12, 10];
    const WIDTH: u32 = 20;
    let table = comparison::Table::new(readings);
    let column = |(at, head)| {
        let look = match at {
            0 | 2 | 3 => Look::Wrapped,
            _ if at < WIDTHS.len() => Look::Plain,
            _ => Look::Figure,
        };
        (head, WIDTHS.get(at).copied().unwrap_or(WIDTH), look)
    };
    Sheet {
        name: language.pick(file::COMPARISON),
        fixed: 2,
        columns: table.heads.into_iter().enumerate().map(column).collect(),
        rows: table.rows.into_iter().map(|cells| Row { depth: 0, cells }).collect(),
    }
}

/// A column: its head, its width, how its cells look.
type Head = (Pair, u32, Look);

/// The columns of [`table::COLUMNS`], without those that the sheet of sources has.
const FIGURES: [Head; 20] = [
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
    (table::COLUMNS[REPORT], 30, Look::Plain),
    (table::COLUMNS[17], 24, Look::Plain),
    (table::COLUMNS[18], 8, Look::Plain),
    (table::COLUMNS[19], 80, Look::Plain),
];

/// The place of the report among them.
const REPORT: usize = 16;

fn figures(outgoing: &Outgoing, name: &str) -> Vec<Row> {
    let row = |mut cells: [Cell; table::COLUMNS.len()]| {
        cells[REPORT] = Cell::from(name);
        Row { depth: 0, cells: cells.into_iter().take(FIGURES.len()).collect() }
    };
    table::rows(outgoing).into_iter().map(row).collect()
}

const OUTLINE: [Head; 6] = [
    (file::LEVEL, 7, Look::Plain),
    (file::MARKER, 10, Look::Plain),
    (file::TITLE, 70, Look::Tree),
    (file::COUNT, 11, Look::Plain),
    (file::PART, 34, Look::Plain),
    (file::REPORT, 30, Look::Plain),
];

fn sections(&Outgoing { report, selection, .. }: &Outgoing, name: &str) -> Vec<Row> {
    let language = selection.language;
    let row = |(section, figures): (&crate::contract::Section, usize)| Row {
        depth: section.depth.saturating_sub(1),
        cells: vec![
            Cell::Number(section.depth as f64),
            Cell::from(&section.marker),
            Cell::from(label::title(section)),
            Cell::Number(figures as f64),
            Cell::from(section.part.map(|part| language.part(part))),
            Cell::from(name),
        ],
    };
    report.sections.iter().zip(outline::figures_under(report)).map(row).collect()
}

const FINDINGS: [Head; 7] = [
    (file::RESULT, 8, Look::Plain),
    (file::SORT, 12, Look::Plain),
    (file::MESSAGE, 60, Look::Wrapped),
    (file::INDICATOR, 40, Look::Wrapped),
    (file::SECTION, 40, Look::Wrapped),
    (file::TEXT, 60, Look::Wrapped),
    (file::REPORT, 30, Look::Plain),
];

fn entries(&Outgoing { report, text, selection }: &Outgoing, name: &str) -> Vec<Row> {
    let language = selection.language;
    let offsets = Utf16Offsets::new(text);
    let labels = label::metrics(report, language);
    let row = |entry: findings::Entry| {
        let figures: Vec<&str> = entry.metrics.iter().filter_map(|&id| labels.get(id)).map(String::as_str).collect();
        Row {
            depth: 0,
            cells: vec![
                Cell::from(entry.weight.name(language)),
                Cell::from(&entry.kind),
                Cell::from(&entry.message),
                Cell::from(figures.join(language.pick(file::AND))),
                Cell::from(findings::path(report, &entry)),
                entry.span.map_or(Cell::Empty, |span| Cell::from(findings::excerpt(text, &offsets, span))),
                Cell::from(name),
            ],
        }
    };
    findings::list(report, language).into_iter().map(row).collect()
}

const SOURCE: [Head; 14] = [
    (file::REPORT, 44, Look::Wrapped),
    (file::GENRE, 24, Look::Plain),
    (file::ISSUER, 24, Look::Plain),
    (file::YEAR, 8, Look::Plain),
    (file::CHANGES, 24, Look::Wrapped),
    (file::DATE, 12, Look::Plain),
    (file::COUNT, 11, Look::Plain),
    (file::CHOSEN, 24, Look::Plain),
    (file::MEASURE, 11, Look::Plain),
    (file::WRONG, 8, Look::Plain),
    (file::MISSING_PARTS, 30, Look::Wrapped),
    (file::FILE, 24, Look::Plain),
    (file::TEXT_SHA256, 68, Look::Plain),
    (file::PROGRAM, 16, Look::Plain),
];

fn source(&Outgoing { report, selection, .. }: &Outgoing, name: &str) -> Vec<Row> {
    let language = selection.language;
    let wrong = findings::list(report, language).iter().filter(|entry| entry.weight == Weight::Wrong).count();
    let missing: Vec<&str> = findings::missing_parts(report.parts.as_ref()).map(|part| language.part(part)).collect();
    vec![Row {
        depth: 0,
        cells: vec![
            Cell::from(name),
            Cell::from(language.genre(report.genre)),
            Cell::from(report.issuer.as_ref()),
            Cell::year(report),
            Cell::from(amendment::of_report(report, language).as_ref()),
            Cell::from(report.published.as_ref()),
            Cell::Number(selection.metrics(report).len() as f64),
            Cell::from(selection.note(report).as_ref()),
            Cell::from(selection.measure.name(language)),
            Cell::Number(wrong as f64),
            Cell::from(missing.join(language.pick(file::AND))),
            Cell::from(report.source.name.as_ref()),
            Cell::from(&report.source.sha256),
            Cell::from(&report.generator),
        ],
    }]
}
