//! The table of figures as comma-separated values: RFC 4180, safe to open in a spreadsheet.

use csv::{Terminator, WriterBuilder};

use super::json::Report;
use super::table::{self, COLUMNS};

/// What a file must begin with so that Excel takes it for UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The whole table of one report.
pub fn write(report: &Report, byte_order_mark: bool) -> String {
    header(byte_order_mark) + &rows(report)
}

/// The line of column heads.
pub fn header(byte_order_mark: bool) -> String {
    let mark = if byte_order_mark { BYTE_ORDER_MARK } else { "" };
    format!("{mark}{}", lines([COLUMNS.map(str::to_owned)]))
}

/// A line for each figure, without heads: the tables of several reports stand under one header.
pub fn rows(report: &Report) -> String {
    lines(table::rows(report).iter().map(|row| row.each_ref().map(|cell| cell.guarded())))
}

fn lines(rows: impl IntoIterator<Item = [String; COLUMNS.len()]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // A write into memory does not fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
