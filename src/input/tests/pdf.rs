use miniz_oxide::deflate::compress_to_vec_zlib;

use super::{Refusal, read};

/// A font that is not in the file, in an encoding that every reader knows.
fn known_font(encoding: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 908 500]>>]>>"
    )
}

/// A stream with what is said of it.
fn stream(said: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{said}/Length {}>>stream\r\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A file of objects, from number 1 on: the first is the root.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n");
    file
}

/// A file with pages of these contents and fonts, each of which has a name.
fn pages(contents: &[String], resources: &str, others: &[Vec<u8>]) -> Vec<u8> {
    let kids: String = (0..contents.len()).map(|page| format!("{} 0 R ", 10 + 2 * page)).collect();
    let mut objects = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec()];
    objects.push(format!("<</Type/Pages/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<<{resources}>>>>").into_bytes());
    objects.extend(others.iter().cloned());
    objects.resize(9, b"null".to_vec());
    for (page, contents) in contents.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 11 + 2 * page).into_bytes());
        objects.push(stream("/Filter/FlateDecode", &compress_to_vec_zlib(contents.as_bytes(), 6)));
    }
    file(&objects)
}

/// Words in the encoding of Unicode, as a string.
fn unicode(words: &str) -> String {
    let digits: String = words.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("<{digits}>")
}

/// Words at a place, in 16 points.
fn at(x: f64, y: f64, words: &str) -> String {
    format!("BT /F 16 Tf 1 0 0 1 {x} {y} Tm {} Tj ET\n", unicode(words))
}

/// The text of a page.
fn text(contents: &str) -> String {
    let file = pages(&[contents.to_owned()], "/Font<</F 3 0 R>>", &[known_font("UniGB-UCS2-H").into_bytes()]);
    read(&file).expect("a PDF file")
}

/// A report as offices print it: 28 characters in a line, paragraphs indented by two, a head above and a number below each page.
fn printed(report: &str) -> Vec<u8> {
    const EDGE: f64 = 73.5;
    let mut pages_of = vec![String::new()];
    let mut y = 760.0;
    let mut put = |x: f64, words: &str| {
        if y < 300.0 {
            y = 760.0;
            pages_of.push(String::new());
        }
        let page = pages_of.last_mut().expect("a page");
        page.push_str(&at(x, y, words));
        y -= 28.0;
    };
    for line in report.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (mut words, mut x, mut width) = (String::new(), EDGE + 32.0, 32.0);
        for character in line.chars() {
            let more = if character.is_ascii() { 8.0 } else { 16.0 };
            if width + more > 28.0 * 16.0 {
                put(x, &words);
                (words, x, width) = (String::new(), EDGE, 0.0);
            }
            words.push(character);
            width += more;
        }
        put(x, &words);
    }
    for (page, number) in pages_of.iter_mut().zip(1..) {
        page.push_str(&at(EDGE, 800.0, "内部资料"));
        page.push_str(&at(270.0, 50.0, &format!("— {number} —")));
    }
    pages(&pages_of, "/Font<</F 3 0 R>>", &[known_font("UniGB-UCS2-H").into_bytes()])
}

#[test]
fn a_printed_report_reads_as_its_text() {
    for name in ["law-annual-report", "government-work-report", "statistical-communique", "openness-annual-report"] {
        let report = std::fs::read_to_string(format!("tests/reports/{name}.txt")).expect("a report");
        let text = read(&printed(&report)).expect("a PDF file");
        assert!(text.starts_with("内部资料\n") && text.matches("内部资料").count() == 1, "{text}");
        assert!(!text.contains("— 1 —"), "{text}");
        let text = text.replacen("内部资料\n", "", 1);
        let [from_text, from_file] = [report.as_str(), text.as_str()].map(|text| {
            let report = crate::read(text);
            let bare = |words: &str| words.split_whitespace().collect::<String>();
            let figures = report.metrics.iter().map(|metric| {
                format!("{} {} {:?}", bare(&metric.indicator), bare(metric.span.of(text)), metric.section)
            });
            let headings = report.sections.iter().map(|section| bare(section.heading.of(text)));
            headings.chain(figures).collect::<Vec<_>>()
        });
        assert!(from_text.len() > 20);
        assert_eq!(from_file, from_text, "{name}");
    }
}

#[test]
fn paragraphs_are_put_together_and_begin_on_lines_of_their_own() {
    let page = [
        at(106.0, 700.0, "一、总体情况"),
        at(106.0, 672.0, "全县共受理政府信息公开申请一百二十件，比去年增长1"),
        at(74.0, 644.0, "2件。"),
        at(106.0, 616.0, "编印公报。"),
    ];
    let said = "　　一、总体情况\n　　全县共受理政府信息公开申请一百二十件，比去年增长12件。\n　　编印公报。\n";
    assert_eq!(text(&page.concat()), said);
}

#[test]
fn a_head_in_small_letters_that_reaches_beyond_the_text_tells_no_edge() {
    let head =
        at(20.0, 800.0, "内部资料").replace("/F 16", "/F 8") + &at(540.0, 800.0, "第一页").replace("/F 16", "/F 8");
    let page = [head, at(106.0, 700.0, "全县共受理政府信息公开申请一百二十件，比去年增长1"), at(74.0, 672.0, "2件。")];
    let text = text(&page.concat());
    assert!(text.ends_with("　　全县共受理政府信息公开申请一百二十件，比去年增长12件。\n"), "{text}");
}

#[test]
fn blanks_part_words_and_neither_characters_nor_numbers() {
    let shown = |operators: &str| text(&format!("BT /F 16 Tf 72 700 Td {operators} ET"));
    let [spread, digits, columns] = [unicode("办"), unicode("1"), unicode("甲")];
    assert_eq!(shown(&format!("[{spread} -300 {spread} -900 {digits} 100 {digits} -200 {digits}] TJ")), "办办 111\n");
    assert_eq!(shown(&format!("[{columns} -2000 {columns} -5000 {columns}] TJ")), "甲\t甲\t甲\n");
    assert_eq!(
        shown(&format!("{} Tj 0 -20 TD {} ' T* {} Tj", unicode("一"), unicode("二"), unicode("三"))),
        "一\n二\n三\n"
    );
    let (raised, bold) = (unicode("③"), unicode("粗"));
    let notes = format!("{} Tj /F 8 Tf 7 Ts {raised} Tj /F 16 Tf 0 Ts {} Tj", unicode("增长5件"), unicode("。"));
    assert_eq!(shown(&notes), "增长5件。\n");
    assert_eq!(shown(&format!("{bold} Tj -0.3 0 Td 16 0 Td {digits} Tj 0.3 0 Td {digits} Tj")), "粗1\n");
}

#[test]
fn cells_between_lines_are_those_of_a_table() {
    let rule = |x: i32, y: i32, width: i32, height: i32| format!("{x} {y} {width} {height} re f\n");
    let mut page = String::new();
    for y in [700, 660, 600] {
        page += &rule(72, y, 300, 1);
    }
    for x in [72, 172, 272, 371] {
        page += &rule(x, 600, 1, 101);
    }
    page += &at(80.0, 675.0, "项目");
    page += &at(180.0, 675.0, "数量");
    page += &at(276.0, 675.0, "比重（%）");
    page += &at(80.0, 640.0, "行政复");
    page += &at(80.0, 615.0, "议");
    page += &at(180.0, 630.0, "12");
    assert_eq!(text(&page), "项目\t数量\t比重（%）\n行政复议\t12\t\n");
}

#[test]
fn the_end_of_a_page_closes_the_cells_of_a_table_that_goes_on() {
    let mut page = "72 700 300 1 re f\n".to_owned();
    for x in [72, 172, 371] {
        page += &format!("{x} 640 1 61 re f\n");
    }
    page += &at(80.0, 675.0, "行政复");
    page += &at(80.0, 650.0, "议");
    page += &at(180.0, 660.0, "12");
    // What is drawn under words encloses none.
    page += &at(80.0, 500.0, "全年受理12件。");
    page += "80 498 100 1 re f\n";
    assert_eq!(text(&page), "行政复议\t12\n全年受理12件。\n");
}

#[test]
fn encodings_that_every_reader_knows() {
    for (encoding, words) in [
        ("UniGB-UCS2-H", "<529e4ef60031>"),
        ("UniGB-UTF16-H", "<529e4ef60031>"),
        ("UniGB-UTF8-H", "<e58a9ee4bbb631>"),
        ("GBK-EUC-H", "<b0ecbcfe31>"),
        ("GBKp-EUC-H", "<b0ecbcfe31>"),
        ("GB-EUC-H", "<b0ecbcfe31>"),
        ("GBK2K-H", "<b0ecbcfe31>"),
        // The glyphs of the collection by their numbers.
        ("Identity-H", "<03f708710012>"),
    ] {
        let page = format!("BT /F 16 Tf 72 700 Td {words} Tj ET");
        let file = pages(&[page], "/Font<</F 3 0 R>>", &[known_font(encoding).into_bytes()]);
        assert_eq!(read(&file).as_deref(), Ok("办件1\n"), "{encoding}");
    }
}

#[test]
fn fonts_tell_their_characters() {
    let page = "BT /F 16 Tf 72 700 Td <0001000200030004> Tj /G 16 Tf (A\\001\\002b) Tj ET".to_owned();
    let table = "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <529e> endbfchar \
                 2 beginbfrange <0002> <0003> <0031> <0004> <0004> [<2f8f>] endbfrange";
    let font = "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<</DW 1000>>]>>";
    let latin = "<</Subtype/Type1/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/seven/uni4E07]>>>>";
    let others = [font.into(), latin.into(), stream("", table.as_bytes())];
    let file = pages(&[page], "/Font<</F 3 0 R/G 4 0 R>>", &others);
    assert_eq!(read(&file).as_deref(), Ok("办12行A7万b\n"));
}

#[test]
fn forms_turned_pages_and_words_that_stand_for_glyphs() {
    let form = stream("/Subtype/Form/Matrix[1 0 0 1 0 -50]", at(72.0, 700.0, "表内").as_bytes());
    let page = format!(
        "/X Do 0 1 -1 0 500 0 cm /Span<</ActualText<feff0031>>>BDC {} EMC {}",
        at(90.0, 90.0, "壹"),
        "BT /F 30 Tf 1 1 -1 1 200 200 Tm <6837> Tj ET"
    );
    let others = [known_font("UniGB-UCS2-H").into_bytes(), form];
    let file = pages(&[page], "/Font<</F 3 0 R>>/XObject<</X 4 0 R>>", &others);
    assert_eq!(read(&file).as_deref(), Ok("表内\n1\n"));
}

#[test]
fn objects_are_found_packed_or_where_the_list_of_them_is_wrong() {
    let whole = pages(&[at(72.0, 700.0, "全年办件12件。")], "/Font<</F 3 0 R>>", &[known_font("UniGB-UCS2-H").into()]);
    let said = Ok("全年办件12件。\n");
    assert_eq!(read(&[&whole, &b"startxref\n99999\n%%EOF"[..]].concat()).as_deref(), said);
    let catalog = "<</Type/Catalog/Pages 2 0 R>>";
    let packed = compress_to_vec_zlib(format!("1 0 {catalog}").as_bytes(), 6);
    let pack = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &packed);
    let without = String::from_utf8_lossy(&whole[..60]).replace("1 0 obj", "%");
    let packed = [without.as_bytes(), &whole[60..], b"20 0 obj\n", &pack, b"\nendobj\n"].concat();
    assert_eq!(read(&packed).as_deref(), said);
    // What is written again holds.
    let again = stream("", at(72.0, 700.0, "更正。").as_bytes());
    assert_eq!(read(&[&whole, &b"11 0 obj\n"[..], &again, b"\nendobj\n"].concat()).as_deref(), Ok("更正。\n"));
}

#[test]
fn a_file_without_text_that_can_be_read_is_named() {
    let font = [known_font("UniGB-UCS2-H").into_bytes(), stream("/Subtype/Image", b"\xff\xd8")];
    let resources = "/Font<</F 3 0 R>>/XObject<</X 4 0 R>>";
    let of = |page: &str, others: &[Vec<u8>]| read(&pages(&[page.to_owned()], resources, others));
    assert_eq!(of("/X Do", &font), Err(Refusal::PdfScan));
    assert_eq!(of(&format!("/X Do {}", at(280.0, 40.0, "— 1 —")), &font), Err(Refusal::PdfScan));
    assert_eq!(of("", &font), Err(Refusal::PdfEmpty));
    assert_eq!(read(b"%PDF-1.4\n%%EOF"), Err(Refusal::PdfDamaged));
    let nameless = b"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDSystemInfo<</Ordering(Identity)>>>>]>>";
    assert_eq!(of(&at(72.0, 700.0, "全年办件"), &[nameless.to_vec()]), Err(Refusal::PdfFonts));
    let locked =
        [&pages(&[at(72.0, 700.0, "甲")], resources, &font), &b"trailer<</Encrypt<</Filter/X>>>>"[..]].concat();
    assert_eq!(read(&locked), Err(Refusal::PdfLocked));
}

#[test]
fn a_file_that_would_take_for_ever_is_refused() {
    let bomb = compress_to_vec_zlib(&vec![b' '; super::super::LARGEST + 1], 6);
    let mut objects = vec![b"<</Pages 2 0 R>>".to_vec(), b"<</Kids[3 0 R]>>".to_vec(), b"<</Contents 4 0 R>>".to_vec()];
    objects.push(stream("/Filter/FlateDecode", &bomb));
    assert_eq!(read(&file(&objects)), Err(Refusal::TooLarge));
    // Forms that print themselves ten times.
    let form = stream("/Subtype/Form/Resources<</XObject<</X 3 0 R>>>>", "/X Do ".repeat(10).as_bytes());
    assert_eq!(read(&pages(&["/X Do".into()], "/XObject<</X 3 0 R>>", &[form])), Err(Refusal::TooLarge));
    // Pages that hold themselves, and what refers to itself.
    let loops = file(&[b"<</Pages 2 0 R>>".to_vec(), b"<</Kids[2 0 R 3 0 R]>>".to_vec(), b"3 0 R".to_vec()]);
    assert_eq!(read(&loops), Err(Refusal::PdfDamaged));
    let deep = format!("%PDF-1.7\n1 0 obj{}", "[<</A".repeat(100_000));
    assert_eq!(read(deep.as_bytes()), Err(Refusal::PdfDamaged));
}

#[test]
fn no_piece_of_a_file_is_trouble() {
    let whole = pages(&[at(72.0, 700.0, "全年办件12件。")], "/Font<</F 3 0 R>>", &[known_font("UniGB-UCS2-H").into()]);
    for length in 5..whole.len() {
        let _ = read(&whole[..length]);
        let mut bytes = whole.clone();
        bytes[length] ^= 0x55;
        let _ = read(&bytes);
    }
}

#[test]
fn a_file_that_is_locked_without_a_password_is_read() {
    for (name, file) in [
        ("rc4-40", include_bytes!("locked/rc4-40.pdf").as_slice()),
        ("rc4-128", include_bytes!("locked/rc4-128.pdf")),
        ("aes-128", include_bytes!("locked/aes-128.pdf")),
        ("aes-256", include_bytes!("locked/aes-256.pdf")),
    ] {
        assert_eq!(read(file).as_deref(), Ok("办件12\n"), "{name}");
    }
    assert_eq!(read(include_bytes!("locked/word.pdf")), Err(Refusal::PdfLocked));
}

#[test]
fn only_what_repeats_on_most_pages_is_left_out_and_of_the_first_its_numbers_alone() {
    let of = |contents: &[&[&str]]| {
        let contents: Vec<String> = contents
            .iter()
            .map(|lines| (0..).zip(*lines).map(|(row, line)| at(72.0, 700.0 - 20.0 * f64::from(row), line)).collect())
            .collect();
        read(&pages(&contents, "/Font<</F 3 0 R>>", &[known_font("UniGB-UCS2-H").into()])).expect("a PDF file")
    };
    let (title, unit) = ("清水县2023年决算说明", "单位：万元");
    // The first page has what all have, be they two or three.
    let said = of(&[&[title, unit, "甲。"], &[title, unit, "乙。"]]);
    assert_eq!(said, format!("{title}\n{unit}\n甲。\n{unit}\n乙。\n"));
    assert_eq!(of(&[&["甲。", "某站 1/2"], &["乙。", "某站 2/2"]]), "甲。\n乙。\n");
    let said = of(&[&[title, "甲。", "—1—"], &[title, "乙。", "—2—"], &[title, "丙。", "—3—"]]);
    assert_eq!(said, format!("{title}\n甲。\n乙。\n丙。\n"));
    // Pages that number themselves in their head.
    let said = of(&[&["年报 第1页", "甲。"], &["年报 第2页", "乙。"], &["年报 第3页", "丙。"]]);
    assert_eq!(said, "年报 第1页\n甲。\n乙。\n丙。\n");
    // What counts on and is no number of a page, and units.
    for heads in
        [["附件1", "附件2", "附件3"], ["2021", "2022", "2023"], ["报告 2021", "报告 2022", "报告 2023"], [unit; 3]]
    {
        let said = of(&[&[heads[0], unit, "甲。"], &[heads[1], unit, "乙。"], &[heads[2], unit, "丙。"]]);
        let whole = [("甲", heads[0]), ("乙", heads[1]), ("丙", heads[2])];
        assert_eq!(said, whole.map(|(text, head)| format!("{head}\n{unit}\n{text}。\n")).concat());
    }
    // A number alone that is none of a page.
    assert_eq!(of(&[&["甲：", "1,200"], &["乙：", "12.5"]]), "甲：\n1,200\n乙：\n12.5\n");
}

#[test]
fn trailers_that_never_end_are_refused() {
    // Each is read to the end of the file.
    for trailer in ["trailer(", "1 0 obj(/XRef "] {
        let file = format!("%PDF-1.7\n{}", trailer.repeat(60_000));
        assert_eq!(read(file.as_bytes()), Err(Refusal::TooLarge), "{trailer}");
    }
}

#[test]
fn a_page_that_cannot_be_unpacked_is_named_and_not_left_out() {
    let font = known_font("UniGB-UCS2-H").into_bytes();
    for way in ["LZWDecode", "RunLengthDecode"] {
        let packed = stream(&format!("/Subtype/Form/Filter/{way}"), b"\x80");
        let others = [font.clone(), packed];
        let good = pages(&[at(72.0, 700.0, "全年办件12件。")], "/Font<</F 3 0 R>>", &others);
        assert_eq!(read(&good).as_deref(), Ok("全年办件12件。\n"));
        let page = b"10 0 obj\n<</Type/Page/Parent 2 0 R/Contents[11 0 R 4 0 R]>>\nendobj\n";
        assert_eq!(read(&[&good, &page[..]].concat()), Err(Refusal::PdfPacked), "{way}");
        let form = pages(&["/X Do".to_owned()], "/XObject<</X 4 0 R>>", &others);
        assert_eq!(read(&form), Err(Refusal::PdfPacked), "{way}");
    }
}

#[test]
fn what_is_open_deeper_than_is_kept_is_closed_as_it_was_opened() {
    let (deep, inner) = ("q ".repeat(100), "Q ".repeat(99));
    let moved = format!("1 0 0 1 0 500 cm {deep}{inner}{}", at(72.0, 200.0, "二"));
    assert_eq!(text(&format!("q {moved} Q Q {}", at(72.0, 600.0, "三"))), "二\n三\n");
    let marks = format!("/Span<</ActualText<feff0031>>>BDC {}", "/P BMC ".repeat(100));
    let page = format!("{marks}{}{} EMC {}", "EMC ".repeat(100), at(72.0, 700.0, "壹"), at(72.0, 600.0, "二"));
    assert_eq!(text(&page), "1\n二\n");
}

#[test]
fn widths_are_kept_as_they_are_told() {
    let part = "/CIDSystemInfo<</Ordering(GB1)>>/DW 1000/W[0 65535 500 70000 [600]]";
    let font = format!("<</Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<<{part}>>]>>");
    let page = format!("BT /F 16 Tf 72 700 Td [{} 0 {}] TJ ET", unicode("1"), unicode("2"));
    let file = pages(&[page], "/Font<</F 3 0 R>>", &[font.clone().into_bytes()]);
    assert_eq!(read(&file).as_deref(), Ok("12\n"));
    // Each state of the graphics is copied, with its strings.
    let resources = format!("/ExtGState<</G<</X({})>>>>", "A".repeat(100_000));
    assert_eq!(read(&pages(&["/G gs ".repeat(1000)], &resources, &[])), Err(Refusal::TooLarge));
}

#[test]
fn bounds_of_codes_are_looked_through_no_longer_than_a_report_needs() {
    let spaces = format!("{} endcodespacerange", "<0000> <0000> ".repeat(100_000));
    let page = |count: usize| format!("BT /F 9 Tf 100 100 Td ({}) Tj ET", "A".repeat(count));
    let font = b"<</Subtype/Type0/Encoding 4 0 R/DescendantFonts[<<>>]>>".to_vec();
    let packed = stream("/Filter/FlateDecode", &compress_to_vec_zlib(spaces.as_bytes(), 6));
    let others = [font, packed];
    let of = |count: usize| read(&pages(&[page(count)], "/Font<</F 3 0 R>>", &others));
    assert_eq!(of(200), Err(Refusal::PdfFonts));
    assert_eq!(of(400_000), Err(Refusal::TooLarge));
}
