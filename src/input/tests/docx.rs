use super::{document, package, paragraph, part, read, text};
use crate::contract::Report;
use crate::report::FindingKind;

#[test]
fn paragraphs_are_lines_and_runs_are_joined() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">云溪县 </w:t></w:r><w:r><w:t>2023年</w:t></w:r></w:p>\
                <w:p/><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>3月 &lt;&#19968;&amp;</w:t><w:cr/>\
                <w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>";
    assert_eq!(text(body), "云溪县 2023年\n\n甲\t乙\n1-3月 <一&\n\n");
}

#[test]
fn what_was_inserted_stays_and_what_was_deleted_or_moved_goes() {
    let body = "<w:p><w:r><w:t>办理</w:t></w:r><w:del><w:r><w:delText>9</w:delText><w:t>九</w:t></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>\
                <w:r><w:t>件</w:t></w:r><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>";
    assert_eq!(text(body), "办理12件新\n");
}

#[test]
fn a_paragraph_whose_end_is_deleted_goes_on_in_the_next() {
    let gone = paragraph("<w:rPr><w:del w:id=\"1\"/></w:rPr>", "全年");
    assert_eq!(text(&(gone.clone() + &paragraph("", "办理12件"))), "全年办理12件\n");
    assert_eq!(text(&gone), "全年\n");
    let cell = format!("<w:tbl><w:tr><w:tc>{gone}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("", "7"));
    assert_eq!(text(&cell), "全年\t7\n");
}

#[test]
fn hidden_words_are_left_out() {
    let run = |properties: &str, words: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p>{}",
        run("<w:vanish/>", "藏"),
        run("<w:vanish w:val=\"0\"/>", "显"),
        run("<w:rStyle w:val=\"Secret\"/>", "密"),
        run("<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"false\"/>", "露"),
        paragraph("<w:pStyle w:val=\"Note\"/>", "注"),
    );
    let styles = part(
        "styles",
        "<w:style w:type=\"character\" w:styleId=\"Hidden\"><w:rPr><w:vanish/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Secret\"><w:basedOn w:val=\"Hidden\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:rPr><w:vanish/></w:rPr></w:style>",
    );
    let file = package(&[("word/document.xml", document(&body)), ("word/styles.xml", styles)]);
    assert_eq!(read(&file).as_deref(), Ok("显露\n\n"));
}

#[test]
fn of_a_field_only_what_came_of_it_is_shown() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let words = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let field = |instruction: &str, result: &str| {
        mark("begin") + instruction + &mark("separate") + &words(result) + &mark("end")
    };
    let inner = field("<w:r><w:instrText>PAGE</w:instrText></w:r>", "3");
    let body = format!(
        "<w:p>{}{}{}<w:hyperlink>{}</w:hyperlink><w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>",
        field(&(words("IF") + &inner), "甲"),
        mark("begin") + &mark("end"),
        words("乙"),
        words("丙"),
        words("丁")
    );
    assert_eq!(text(&body), "甲乙丙丁\n");
}

#[test]
fn a_table_of_contents_that_word_made_is_left_out() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let page = mark("begin") + &instruction("PAGEREF a") + &mark("separate") + "<w:r><w:t>1</w:t></w:r>" + &mark("end");
    let body = format!(
        "<w:p>{}{}{}{}<w:r><w:t>一、总体情况</w:t><w:tab/></w:r>{page}</w:p><w:p>{}<w:r><w:t>正文</w:t></w:r></w:p>",
        mark("begin"),
        instruction(" TO"),
        instruction("C \\o \"1-3\""),
        mark("separate"),
        mark("end"),
    );
    assert_eq!(text(&body), "\n正文\n");
}

#[test]
fn content_controls_and_tags_are_looked_into() {
    let inside = paragraph("", "一");
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"标题\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>\
         <w:p><w:smartTag><w:r><w:t>二</w:t></w:r></w:smartTag><w:r><w:ruby><w:rt><w:r><w:t>èr</w:t></w:r></w:rt>\
         <w:rubyBase><w:r><w:t>三</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    );
    assert_eq!(text(&body), "一\n二三\n");
}

#[test]
fn a_text_box_stands_once_and_before_its_paragraph() {
    let held = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", words));
    let body = format!(
        "<w:p><w:r><w:t>正</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{}</wps:txbx></mc:Choice>\
         <mc:Fallback><v:textbox>{}</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>文</w:t></w:r></w:p>",
        held("云溪县人民政府文件"),
        held("又一次"),
    );
    assert_eq!(text(&body), "云溪县人民政府文件\n正文\n");
}

#[test]
fn notes_comments_headers_and_footers_are_left_out() {
    let body = "<w:p><w:r><w:t>增长5%</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
    let note = |name: &str| part(name, &paragraph("", "按可比价计算，为7%。"));
    let file = package(&[
        ("word/document.xml", document(body)),
        ("word/footnotes.xml", note("footnotes")),
        ("word/comments.xml", note("comments")),
        ("word/header1.xml", note("hdr")),
    ]);
    assert_eq!(read(&file).as_deref(), Ok("增长5%\n"));
}

fn cell(properties: &str, paragraphs: &[&str]) -> String {
    let words: String = paragraphs.iter().map(|words| paragraph("", words)).collect();
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>")
}

fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

#[test]
fn a_row_is_a_line_and_keeps_its_columns() {
    let plain = |words: &[&str]| words.iter().map(|words| cell("", &[words])).collect::<String>();
    let body = table(&[
        cell("<w:gridSpan w:val=\"3\"/>", &["办件情况"]),
        cell("<w:vMerge w:val=\"restart\"/>", &["事项"]) + &cell("<w:gridSpan w:val=\"2\"/>", &["数", "量"]),
        cell("<w:vMerge/>", &[""]) + &plain(&["受理（件）", "办结（件）"]),
        plain(&["咨询\u{3000}", "12", "11"]),
        "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned() + &plain(&["9", "8"]),
        "<w:trPr><w:del/></w:trPr>".to_owned() + &plain(&["旧", "9", "8"]),
        plain(&["", "", ""]),
    ]);
    let rows = "办件情况\n事项\t数量\t\n\t受理（件）\t办结（件）\n咨询\t12\t11\n\t9\t8\n";
    assert_eq!(text(&body), rows);
    // Into a cell goes no line of its own.
    let outer = table(&[format!("<w:tc>{body}</w:tc>") + &cell("", &["甲", "x", "1"])]);
    assert_eq!(text(&outer), "办件情况事项数量受理（件）办结（件）咨询12 11 9 8\t甲x 1\n");
}

#[test]
fn a_table_that_only_holds_the_page_together_makes_no_rows() {
    let inside = table(&[cell("", &["甲"]) + &cell("", &["12"])]);
    let body =
        table(&[format!("<w:tc>{}{inside}{}</w:tc>", paragraph("", "一、总体情况"), paragraph("", "全年办理。"))]);
    assert_eq!(text(&body), "一、总体情况\n甲\t12\n全年办理。\n");
    let long = vec!["全年办理。"; 20];
    let body = table(&[cell("", &["旁"]) + &cell("", &long)]);
    assert_eq!(text(&body), format!("旁\n{}", "全年办理。\n".repeat(20)));
}

/// The form of the annual report on openness, with words broken as narrow cells break them.
#[test]
fn a_form_of_a_word_file_is_read_back() {
    let plain = |words: &[&str]| words.iter().map(|words| cell("", &[words])).collect::<String>();
    let wide = |words: &str| cell("<w:gridSpan w:val=\"4\"/>", &[words]);
    let body = paragraph("", "云溪县司法局2023年政府信息公开工作年度报告")
        + &paragraph("", "二、主动公开政府信息情况")
        + &table(&[
            wide("第二十条第（一）项"),
            cell("", &["信息内容"]) + &cell("", &["本年", "制发件数"]) + &plain(&["本年废止件数", "现行有效件数"]),
            plain(&["规章", "0", "0", "/"]),
            plain(&["行政规范性文件", "3", "4", "29"]),
            wide("第二十条第（五）项"),
            cell("", &["信息内容"]) + &cell("<w:gridSpan w:val=\"3\"/>", &["本年处理决定数量"]),
            cell("", &["行政许可"]) + &cell("<w:gridSpan w:val=\"3\"/>", &["137"]),
        ]);
    let text = text(&body);
    let report = Report::new(&crate::read(&text), &text, None);
    let told: Vec<_> = report.metrics.iter().map(|metric| (metric.indicator.as_str(), metric.value)).collect();
    let expected = [
        ("行政规范性文件本年制发件数", 3.0),
        ("行政规范性文件本年废止件数", 4.0),
        ("行政规范性文件现行有效件数", 29.0),
    ];
    for figure in expected {
        assert!(told.contains(&figure), "{told:?} in {text}");
    }
    assert!(told.iter().any(|(_, value)| *value == 137.0), "{told:?} in {text}");
    assert!(report.findings.iter().all(|finding| finding.kind != FindingKind::Table), "{:?}", report.findings);
}

#[test]
fn the_part_with_the_text_may_be_called_otherwise() {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"r\"><Relationship Id=\"r1\" Type=\"http://office/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let numbered = paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "总体情况");
    let lists = part(
        "numbering",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>\
         <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    );
    let file = package(&[
        ("_rels/.rels", relation("officeDocument", "/word/document2.xml")),
        ("word/_rels/document2.xml.rels", relation("numbering", "lists.xml")),
        ("Word\\Document2.xml", document(&numbered)),
        ("word/lists.xml", lists),
    ]);
    assert_eq!(read(&file).as_deref(), Ok("一、总体情况\n"));
}

#[test]
fn nesting_takes_no_more_than_its_length() {
    let deep = |open: &str, close: &str| open.repeat(10_000) + &paragraph("", "底") + &close.repeat(10_000);
    assert_eq!(text(&deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")), "底\n");
    let tables = deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    assert_eq!(text(&tables), "底\n");
    let boxes = deep("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>");
    assert_eq!(text(&boxes).trim(), "底");
}
