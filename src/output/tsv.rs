//! The table of figures for the clipboard: tab-separated, as spreadsheets take it when pasted.

use super::json::Report;
use super::table::{self, COLUMNS};

/// The whole table of one report.
pub fn write(report: &Report) -> String {
    let mut out = line(COLUMNS.iter().map(|head| (*head).to_owned()));
    for row in table::rows(report) {
        out += &line(row.iter().map(|cell| cell.guarded()));
    }
    out
}

/// One line. A tab or a line break inside a cell would tear the row, so it becomes a space.
fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect();
    cells.join("\t") + "\n"
}
