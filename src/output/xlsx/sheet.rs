//! A sheet: a table with a head that stays, filters and columns of their own width.

use std::fmt::Write;

use crate::output::markup::push_escaped;
use crate::output::table::Cell;

/// The last row that a sheet may have, its head counted.
pub const LAST_ROW: usize = 1_048_576;

/// The longest words that a cell may hold, in UTF-16 units.
const LONGEST: usize = 32_767;

/// How a column looks.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// Words, or a number as it is.
    Plain,
    /// Words that may take several lines.
    Wrapped,
    /// A number with commas at the thousands and as many decimals as it has.
    Figure,
    /// Words set in by the depth of the row.
    Tree,
}

/// A column: its head, its width in digits, its look.
pub type Column = (String, u32, Look);

/// A row: how deep it is in an outline, and its cells.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// 0, or how many rows it stands under.
    pub depth: usize,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A sheet of a workbook.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// How many of its first columns stay in sight.
    pub fixed: usize,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows below the head.
    pub rows: Vec<Row>,
}

// The places of the looks in styles.xml.
const HEAD: usize = 1;
const WRAPPED: usize = 2;
const FIGURE: usize = 3;
const MOST_DECIMALS: usize = 6;
const TREE: usize = FIGURE + MOST_DECIMALS + 1;
const DEEPEST: usize = 5;

impl Sheet {
    /// What a worksheet part holds.
    pub fn write(&self) -> String {
        let mut out = String::from(
            "<sheetPr><outlinePr summaryBelow=\"0\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
             <sheetViews><sheetView workbookViewId=\"0\">",
        );
        let first = letters(self.fixed);
        let (split, pane) = match self.fixed {
            0 => (String::new(), "bottomLeft"),
            fixed => (format!("xSplit=\"{fixed}\" "), "bottomRight"),
        };
        // Writing into a string does not fail.
        let _ = write!(
            out,
            "<pane {split}ySplit=\"1\" topLeftCell=\"{first}2\" activePane=\"{pane}\" state=\"frozen\"/>\
             <selection pane=\"{pane}\" activeCell=\"{first}2\" sqref=\"{first}2\"/></sheetView></sheetViews>\
             <sheetFormatPr defaultRowHeight=\"16\"/><cols>"
        );
        for (number, (_, width, _)) in (1..).zip(&self.columns) {
            let _ = write!(out, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        out += "</cols><sheetData><row r=\"1\" ht=\"22\" customHeight=\"1\">";
        for (column, (head, ..)) in self.columns.iter().enumerate() {
            words(&mut out, column, 1, HEAD, head);
        }
        out += "</row>";
        for (number, row) in (2..).zip(self.shown()) {
            let _ = match row.depth {
                0 => write!(out, "<row r=\"{number}\">"),
                depth => write!(out, "<row r=\"{number}\" outlineLevel=\"{}\">", depth.min(7)),
            };
            for (column, (cell, (.., look))) in row.cells.iter().zip(&self.columns).enumerate() {
                match cell {
                    Cell::Empty => {}
                    Cell::Number(value) => number_cell(&mut out, column, number, *look, *value),
                    Cell::Text(text) => words(&mut out, column, number, style(*look, row.depth), text),
                }
            }
            out += "</row>";
        }
        let _ = write!(out, "</sheetData><autoFilter ref=\"{}\"/>", self.range(false));
        out + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
               <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
               <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    }

    /// The rows that fit.
    fn shown(&self) -> &[Row] {
        &self.rows[..self.rows.len().min(LAST_ROW - 1)]
    }

    /// The cells of the table: `A1:C9`, or `$A$1:$C$9`.
    pub fn range(&self, is_fixed: bool) -> String {
        let dollar = if is_fixed { "$" } else { "" };
        let last = letters(self.columns.len().saturating_sub(1));
        format!("{dollar}A{dollar}1:{dollar}{last}{dollar}{}", self.shown().len() + 1)
    }
}

fn style(look: Look, depth: usize) -> usize {
    match look {
        Look::Plain | Look::Figure => 0,
        Look::Wrapped => WRAPPED,
        Look::Tree => TREE + depth.min(DEEPEST - 1),
    }
}

fn number_cell(out: &mut String, column: usize, row: usize, look: Look, value: f64) {
    let printed = value.to_string();
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(MOST_DECIMALS));
    let style = if matches!(look, Look::Figure) { FIGURE + decimals } else { 0 };
    let _ = write!(out, "<c r=\"{}{row}\" s=\"{style}\"><v>{printed}</v></c>", letters(column));
}

/// A cell with words. Words inside a cell can be no formula.
fn words(out: &mut String, column: usize, row: usize, style: usize, words: &str) {
    let _ =
        write!(out, "<c r=\"{}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", letters(column));
    push_escaped(out, cut(words));
    out.push_str("</t></is></c>");
}

/// As much of the words as a cell may hold.
fn cut(words: &str) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > LONGEST
    });
    &words[..end.map_or(words.len(), |(end, _)| end)]
}

/// The letters of a column, counted from 0: A, B, … Z, AA.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(look: Look, cell: Cell) -> String {
        let rows = vec![Row { depth: 0, cells: vec![cell] }];
        Sheet { name: "表", fixed: 0, columns: vec![("头".to_owned(), 9, look)], rows }.write()
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_number_shows_the_decimals_it_has() {
        for (value, cell) in [(64.0, "s=\"3\"><v>64<"), (-2.5, "s=\"4\"><v>-2.5<"), (1e15, "<v>1000000000000000<")] {
            assert!(sheet(Look::Figure, Cell::Number(value)).contains(cell), "{value}");
        }
        assert!(sheet(Look::Plain, Cell::Number(7.25)).contains("s=\"0\"><v>7.25<"));
    }

    #[test]
    fn words_are_words_and_no_longer_than_a_cell() {
        assert!(sheet(Look::Plain, Cell::from("=1+<1>")).contains("preserve\">=1+&lt;1&gt;</t>"));
        assert_eq!(cut(&"\u{1f600}".repeat(20_000)).chars().count(), LONGEST / 2);
        assert_eq!(cut("短"), "短");
    }

    #[test]
    fn a_deep_row_is_set_in_and_can_be_folded() {
        let row = |depth| Row { depth, cells: vec![Cell::from("甲")] };
        let sheet = Sheet {
            name: "表",
            fixed: 1,
            columns: vec![("头".to_owned(), 9, Look::Tree)],
            rows: vec![row(0), row(1), row(12)],
        };
        let written = sheet.write();
        assert!(written.contains("<row r=\"3\" outlineLevel=\"1\"><c r=\"A3\" s=\"11\""), "{written}");
        assert!(written.contains("<row r=\"4\" outlineLevel=\"7\"><c r=\"A4\" s=\"14\""), "{written}");
        assert!(written.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""), "{written}");
        assert_eq!(sheet.range(true), "$A$1:$A$4");
    }
}
