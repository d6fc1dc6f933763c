use super::super::LARGEST;
use super::{Refusal, document, package, paragraph, part, read};

fn of(parts: &[(&str, &str)]) -> Result<String, Refusal> {
    let parts: Vec<_> = parts.iter().map(|(name, part)| (*name, (*part).to_owned())).collect();
    read(&package(&parts))
}

#[test]
fn what_is_no_report_is_named() {
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        read(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name].concat())
    };
    for (read, refusal) in [
        (compound("EncryptedPackage"), Refusal::Locked),
        (compound("WordDocument"), Refusal::Document),
        (compound("Workbook"), Refusal::Workbook),
        (compound("PowerPoint Document"), Refusal::Slides),
        (compound(""), Refusal::Document),
        (read(b"%PDF-1.7\n\x00"), Refusal::PdfDamaged),
        (read(b"{\\rtf1\\ansi "), Refusal::Document),
        (read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related"), Refusal::PageArchive),
        (read(b"From: <Saved by Blink>\r\n"), Refusal::PageArchive),
        (
            read("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\n<w:wordDocument>".as_bytes()),
            Refusal::Document,
        ),
        (read(b"\x89PNG\r\n\x1a\n\x00\x00"), Refusal::NotText),
        (of(&[("xl/workbook.xml", "<workbook/>")]), Refusal::Workbook),
        (of(&[("ppt/presentation.xml", "<presentation/>")]), Refusal::Slides),
        (of(&[("OFD.xml", "<OFD/>"), ("Doc_0/Document.xml", "")]), Refusal::Ofd),
        (of(&[("content.xml", ""), ("META-INF/manifest.xml", "")]), Refusal::Document),
        (of(&[("报告.txt", "全年办件")]), Refusal::Archive),
        (of(&[("word/styles.xml", "<styles/>")]), Refusal::Damaged),
        (of(&[]), Refusal::Archive),
    ] {
        assert_eq!(read, Err(refusal));
    }
}

#[test]
fn plain_text_stays_plain_text() {
    for text in
        ["", "<一>全年办件12件", "<!--", "From: 云溪县", "PK赛12场", "<?xml version=\"1.0\"?>\n<report>1</report>"]
    {
        let page = text.starts_with("<!--");
        assert_eq!(read(text.as_bytes()).as_deref(), Ok(if page { "" } else { text }));
    }
}

#[test]
fn a_damaged_file_is_refused() {
    let whole = package(&[("word/document.xml", document(&paragraph("", "全年办件12件。")))]);
    assert!(read(&whole).is_ok());
    for length in 4..whole.len() {
        assert_eq!(read(&whole[..length]), Err(Refusal::Damaged), "of {length} bytes");
    }
    // Some byte of the pressed part, then of its checksum: no accident makes another text of it.
    let at = 30 + "word/document.xml".len();
    for place in at..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x10;
        if let Ok(text) = read(&bytes) {
            assert_eq!(text, "全年办件12件。\n");
        }
    }
    let mut bytes = whole.clone();
    bytes[at + 20] ^= 0xff;
    assert_eq!(read(&bytes), Err(Refusal::Damaged));
}

#[test]
fn xml_that_is_none_is_damage() {
    let whole = document(&paragraph("", "甲"));
    for part in [&whole[..whole.len() - 9], "", "甲", "<w:body", "<w:p></w:r>", "<html><p>甲</p></html>"] {
        assert_eq!(of(&[("word/document.xml", part)]), Err(Refusal::Damaged), "{part}");
    }
    assert_eq!(of(&[("word/document.xml", &whole), ("word/styles.xml", "<w:styles><")]), Err(Refusal::Damaged));
}

#[test]
fn a_file_that_would_unpack_to_too_much_is_refused() {
    let bomb = package(&[("word/document.xml", " ".repeat(LARGEST + 1))]);
    assert!(bomb.len() < LARGEST / 500);
    assert_eq!(read(&bomb), Err(Refusal::TooLarge));
}

#[test]
fn numbers_before_nothing_do_not_make_a_small_file_large() {
    let lists = part(
        "numbering",
        &format!(
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"{}\"/>\
             <w:start w:val=\"3888\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            "%1".repeat(5_000_000)
        ),
    );
    let styles = part(
        "styles",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
    );
    let body = document(&"<w:p/>".repeat(1_000_000));
    let file = package(&[("word/document.xml", body), ("word/numbering.xml", lists), ("word/styles.xml", styles)]);
    assert_eq!(read(&file), Err(Refusal::TooLarge));
}
