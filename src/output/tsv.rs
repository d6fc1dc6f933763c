//! The table of figures for the clipboard: tab-separated, as spreadsheets take it when pasted.

use super::json::Report;
use super::selection::Selection;
use super::table::{self, COLUMNS};

/// The table of one report.
pub fn write(report: &Report, selection: &Selection) -> String {
    let mut out = line(COLUMNS.iter().map(|&head| selection.language.pick(head).to_owned()));
    for row in table::rows(report, selection) {
        out += &line(row.iter().map(|cell| cell.guarded()));
    }
    out
}

/// One line. A tab or a line break inside a cell would tear the row, so it becomes a space.
fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect();
    cells.join("\t") + "\n"
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::Selection;

    #[test]
    fn a_tab_or_a_line_break_does_not_tear_a_row() {
        let table =
            super::write(&sample::report(vec![sample::metric("办结\t案件\r\n总数", 2.0, "件")]), &Selection::default());
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].len(), rows[1].len());
        assert_eq!(&rows[1][..4], ["办结 案件  总数", "2", "", "件"]);
    }
}
