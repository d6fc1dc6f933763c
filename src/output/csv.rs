//! The table of figures as comma-separated values: RFC 4180, safe to open in a spreadsheet.

use csv::{Terminator, WriterBuilder};

use super::amendment;
use super::comparison::Table;
use super::selection::Outgoing;
use super::table::{self, COLUMNS, Cell};
use crate::words::{Language, file};

/// What a file must begin with so that Excel takes it for UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table of one report.
pub fn write(outgoing: &Outgoing, byte_order_mark: bool) -> String {
    header(byte_order_mark, outgoing.selection.language) + &rows(outgoing)
}

/// The line of column heads.
pub fn header(byte_order_mark: bool, language: Language) -> String {
    mark(byte_order_mark) + &lines([COLUMNS.map(|head| language.pick(head).to_owned())])
}

/// Several reports side by side.
pub fn comparison(readings: &[Outgoing], byte_order_mark: bool) -> String {
    let table = Table::new(readings);
    let guarded = |cells: &Vec<Cell>| cells.iter().map(Cell::guarded).collect::<Vec<String>>();
    let heads = table.heads.iter().map(Cell::from).collect();
    mark(byte_order_mark) + &lines([heads].iter().chain(&table.rows).map(guarded))
}

fn mark(byte_order_mark: bool) -> String {
    if byte_order_mark { BYTE_ORDER_MARK.to_owned() } else { String::new() }
}

/// A line for each figure that goes out, without heads: the tables of several reports stand under one header. There is no other place
/// to tell what was done with the report itself.
pub fn rows(outgoing: &Outgoing) -> String {
    let language = outgoing.selection.language;
    let itself = amendment::of_report(outgoing.report, language);
    let changes = COLUMNS.iter().position(|&head| head == file::CHANGES);
    let row = |row: &[Cell; COLUMNS.len()]| {
        let mut cells = row.each_ref().map(Cell::guarded);
        if let Some((note, at)) = itself.as_deref().zip(changes) {
            let told = [cells[at].as_str(), note];
            let told: Vec<&str> = told.into_iter().filter(|told| !told.is_empty()).collect();
            cells[at] = told.join(language.pick(file::AND));
        }
        cells
    };
    lines(table::rows(outgoing).iter().map(row))
}

fn lines(rows: impl IntoIterator<Item = impl IntoIterator<Item = String>>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // A write into memory does not fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::super::selection::{Outgoing, Selection};
    use crate::contract::{Amendment, Deed, Metric, Report, Span};

    fn write(report: &Report, byte_order_mark: bool) -> String {
        let selection = Selection::default();
        super::write(&Outgoing { report, text: "工业增加值\n-2.5%", selection: &selection }, byte_order_mark)
    }

    #[test]
    fn a_table_that_a_spreadsheet_takes_as_it_is() {
        let mut falling = sample::metric("=“工业”, \"增加值\"", -2.5, "%");
        falling.quote = "-2.5%\n".to_owned();
        falling.sentence = Span { start: 0, end: 11 };
        let expected = [
            "\u{feff}指标,数值,下限,单位,原文,类型,性质,限定,方向,时期,隶属,关系,章节,改动,起,止,报告,报送单位,年度,原句,SHA-256,程序\r\n",
            "\"'=“工业”, \"\"增加值\"\"\",-2.5,,%,\"'-2.5%\n\",数量,实际,确数,,,,,一、主要成效,,0,0,",
            "云溪县2023年法治政府建设情况报告,云溪县,2023,\"工业增加值\n-2.5%\",5f2d,gangmu 0.0.0\r\n",
        ];
        assert_eq!(write(&sample::report(vec![falling]), true), expected.concat());
    }

    #[test]
    fn each_row_tells_what_was_done_with_its_report() {
        let done = Metric { amendment: Some(Amendment::new(Deed::Added)), ..sample::metric("资金", 5.0, "元") };
        let mut report = sample::report(vec![sample::metric("项目", 9.0, "个"), done]);
        report.amendment.year = Some(2022);
        let table = write(&report, false);
        let told: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split(',').nth(13)).collect();
        assert_eq!(told, ["更正（原读年度2022）", "补录、更正（原读年度2022）"]);
    }

    #[test]
    fn without_figures_there_are_heads() {
        let table = write(&sample::report(Vec::new()), false);
        assert!(table.starts_with("指标,") && table.ends_with("程序\r\n") && table.lines().count() == 1);
    }
}
