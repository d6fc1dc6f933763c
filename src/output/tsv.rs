//! The table of figures for the clipboard: tab-separated, as spreadsheets take it when pasted.

use super::selection::Outgoing;
use super::table::{self, COLUMNS};
use crate::words::Pair;

/// The figures of one report that go out, with those of [`COLUMNS`] that have one of the heads. Nobody who copies a table
/// wants what was taken out of it.
pub fn write(outgoing: &Outgoing, heads: &[Pair]) -> String {
    let columns: Vec<usize> = (0..COLUMNS.len()).filter(|&column| heads.contains(&COLUMNS[column])).collect();
    let mut out = line(columns.iter().map(|&column| outgoing.selection.language.pick(COLUMNS[column]).to_owned()));
    let figures = outgoing.selection.metrics(outgoing.report).len();
    for row in table::rows(outgoing).iter().take(figures) {
        out += &line(columns.iter().map(|&column| row[column].guarded()));
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
    use super::super::selection::{Outgoing, Selection};
    use crate::contract::Metric;
    use crate::words::{Pair, file};

    fn rows(metric: Metric, heads: &[Pair]) -> Vec<Vec<String>> {
        let (report, selection) = (sample::report(vec![metric]), Selection::default());
        let table = super::write(&Outgoing { report: &report, text: "", selection: &selection }, heads);
        table.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_tab_or_a_line_break_does_not_tear_a_row() {
        let rows = rows(sample::metric("办结\t案件\r\n总数", 2.0, "件"), &super::COLUMNS);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].len(), rows[1].len());
        assert_eq!(&rows[1][..4], ["办结 案件  总数", "2", "", "件"]);
    }

    #[test]
    fn what_was_taken_out_stays_out() {
        let (mut report, selection) = (sample::report(vec![sample::metric("办结", 2.0, "件")]), Selection::default());
        report.excluded = vec![sample::metric("人员", 3.0, "名")];
        let table = super::write(&Outgoing { report: &report, text: "", selection: &selection }, &[file::INDICATOR]);
        assert_eq!(table, "指标\n办结\n");
    }

    #[test]
    fn columns_that_are_not_asked_for_stay_away() {
        let rows = rows(sample::metric("办结案件", 2.0, "件"), &[file::UNIT, file::INDICATOR]);
        assert_eq!(rows, [["指标", "单位"], ["办结案件", "件"]]);
    }
}
