//! The parts of a workbook and the archive that holds them.

use std::fmt::Write as _;
use std::io::Write as _;

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::sheet::Sheet;
use crate::output::markup::escaped;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// How hard the parts are pressed, 0 to 10: where more effort stops being worth its time.
const EFFORT: u8 = 6;

/// The workbook with these sheets, as a file.
pub fn pack(sheets: &[Sheet]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml".to_owned(), workbook(sheets)),
        ("xl/styles.xml".to_owned(), format!("{XML}{}", include_str!("styles.xml"))),
    ];
    let mut targets: Vec<(&str, String)> =
        (1..=sheets.len()).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml"))).collect();
    targets.push(("styles", "styles.xml".to_owned()));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&targets)));
    for (number, sheet) in (1..).zip(sheets) {
        let part = format!("{XML}<worksheet xmlns=\"{MAIN}\">{}</worksheet>", sheet.write());
        parts.push((format!("xl/worksheets/sheet{number}.xml"), part));
    }
    // A write into memory does not fail.
    archive(&parts).unwrap_or_default()
}

fn content_types(sheets: usize) -> String {
    let mut out = format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            out,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{KIND}.worksheet+xml\"/>"
        );
    }
    out + "</Types>"
}

/// The relations of a part: kind and target, numbered from 1.
fn relations(targets: &[(&str, String)]) -> String {
    let mut out = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(targets) {
        let _ = write!(out, "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    out + "</Relationships>"
}

fn workbook(sheets: &[Sheet]) -> String {
    let mut out = format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    for (number, sheet) in (1..).zip(sheets) {
        let _ = write!(out, "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"r{number}\"/>", escaped(sheet.name));
    }
    out += "</sheets><definedNames>";
    // Excel wants to know each filter by a name of its own, and which rows to repeat on every page.
    for (number, sheet) in sheets.iter().enumerate() {
        let (name, range) = (escaped(sheet.name), sheet.range(true));
        let _ = write!(
            out,
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{number}\" hidden=\"1\">'{name}'!{range}</definedName>"
        );
    }
    for (number, sheet) in sheets.iter().enumerate() {
        let name = escaped(sheet.name);
        let _ = write!(
            out,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{number}\">'{name}'!$1:$1</definedName>"
        );
    }
    out + "</definedNames></workbook>"
}

/// An archive of parts, each with its name.
pub fn archive(parts: &[(String, String)]) -> Result<Vec<u8>, rawzip::Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, content) in parts {
        let pressed = compress_to_vec(content.as_bytes(), EFFORT);
        let (mut entry, config) =
            archive.new_file(name.as_str()).compression_method(CompressionMethod::DEFLATE).start()?;
        // The archive wants the length and the checksum of the content, not of what it becomes.
        let mut measured = config.wrap(std::io::sink());
        measured.write_all(content.as_bytes())?;
        let (_, descriptor) = measured.finish()?;
        entry.write_all(&pressed)?;
        entry.finish(descriptor)?;
    }
    archive.finish()
}
