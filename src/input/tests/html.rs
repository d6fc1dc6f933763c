use super::read;

/// The text of a page whose body this is.
fn text(body: &str) -> String {
    read(format!("<!DOCTYPE html><html><head><title>题</title></head><body>{body}</body></html>").as_bytes())
        .expect("a page")
}

#[test]
fn blocks_and_breaks_make_lines() {
    assert_eq!(
        text("<h1>甲</h1><div>乙<div>丙</div>丁<p>戊<br>己<p>庚</div><ul><li>辛<li>壬</ul>"),
        "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n"
    );
    assert_eq!(text("<p>办理<b>12</b><span>件</span><a href=x>。</a></p><hr><p> </p>"), "办理12件。\n");
    assert_eq!(text("<pre>甲  乙\n 丙</pre>"), "甲  乙\n 丙\n");
}

#[test]
fn items_of_ordered_lists_have_the_numbers_that_a_browser_shows() {
    assert_eq!(
        text("<ol><li>甲<li><p>乙</p><p>丙</p><li> <li>丁</ol>戊<ul><li>己</ul>"),
        "1. 甲\n2. 乙\n丙\n4. 丁\n戊\n己\n"
    );
    assert_eq!(text("<ol start=3><li>甲<li value=7>乙<li type=i>丙<li>丁</ol>"), "3. 甲\n7. 乙\nviii. 丙\n9. 丁\n");
    assert_eq!(text("<ol type=A><li>甲<ol type=a><li>乙<li>丙</ol><li>丁</ol>"), "A. 甲\na. 乙\nb. 丙\nB. 丁\n");
    assert_eq!(
        text("<ol reversed><li>甲<ol><li>乙</ol><li>丙</ol><ol reversed start=0><li>丁<li>戊</ol>"),
        "2. 甲\n1. 乙\n1. 丙\n0. 丁\n-1. 戊\n"
    );
    assert_eq!(text("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>"), "一、甲\n二、乙\n");
}

#[test]
fn a_number_is_not_told_twice_nor_where_none_is_shown() {
    assert_eq!(
        text("<ol><li>1. 甲<li>一、乙<li>（三）丙<li>④丁<li>12件<li>三年</ol>"),
        "1. 甲\n一、乙\n（三）丙\n④丁\n5. 12件\n6. 三年\n"
    );
    assert_eq!(text("<ol style='margin:0;list-style:none'><li>甲</ol><ol><li hidden>坏<li>乙</ol>"), "甲\n1. 乙\n");
    assert_eq!(text("<ol><li><table><tr><td>甲<td><ol><li>乙</ol></table></ol>"), "1. 甲\t1. 乙\n");
    assert_eq!(
        text("<ol start=99999999999><li>甲<li value=2147483647>乙<li>丙</ol>"),
        "1. 甲\n2147483647. 乙\n2147483647. 丙\n"
    );
}

#[test]
fn white_space_is_shown_as_a_browser_shows_it() {
    assert_eq!(text("<p>\n  GDP\n  growth \t of  <i> 5% </i> 。</p>"), "GDP growth of 5% 。\n");
    assert_eq!(text("<p>　　全年\n  办理&ensp;12\n件，“\n一”</p>"), "　　全年办理\u{2002}12 件，“一”\n");
    assert_eq!(
        text("<p>&nbsp;&nbsp;甲&amp;乙&lt;&#19968;&#x4e8c;&hellip;&unknown;&ltb</p>"),
        "\u{a0}\u{a0}甲&乙<一二…&unknown;<b\n"
    );
}

#[test]
fn what_is_not_shown_is_left_out() {
    assert_eq!(
        text(
            "甲<script>document.write('<p>坏</p>')</script><style>p{}</style><noscript>坏</noscript><template><p>坏</p></template>\
             <p hidden>坏<p style='color:red; DISPLAY : none !important'>坏<p>乙<span style=\"display:none\">坏<span>坏</span></span>丙\
             <select><option>坏</option></select><textarea>坏</textarea><svg><title>坏</title><text>坏</text></svg><!-- 坏 --><div hidden><div>坏</div>坏</div>"
        ),
        "甲\n乙丙\n"
    );
}

#[test]
fn rows_are_lines_and_keep_their_columns() {
    let table = "<table><caption>办件</caption><thead><tr><th rowspan=2>事项<th colspan=2>数量<tbody><tr><th>受理（件）<th>办结（件）\
                 <tr><td>咨\n询<td><p>12</p><td> 11 <tr><td>投诉<br>举报<td>9<td>8</table>后";
    assert_eq!(text(table), "办件\n事项\t数量\t\n\t受理（件）\t办结（件）\n咨询\t12\t11\n投诉举报\t9\t8\n后\n");
}

#[test]
fn a_table_that_holds_the_page_together_makes_no_rows() {
    let inner = "<table><tr><td>甲</td><td>12</td></tr></table>";
    assert_eq!(
        text(&format!("<table><tr><td><p>一、总体情况</p>{inner}<p>全年。</p></td></tr></table>")),
        "一、总体情况\n甲\t12\n全年。\n"
    );
}

#[test]
fn a_damaged_page_gives_what_can_be_read() {
    assert_eq!(
        text("</p></div></td><td>甲</tr><p>乙</b></i><table><td>丙<td>丁</p>戊</table></table><li>己"),
        "甲\n乙\n丙\t丁戊\n己\n"
    );
    assert_eq!(read(b"<html><body><p>\xe7\x94\xb2<table><tr><td>1<div").as_deref(), Ok("甲\n1\n"));
    assert_eq!(read(b"<html>").as_deref(), Ok(""));
    let deep = "<div><table><tr><td><span hidden>".repeat(20_000);
    assert_eq!(text(&deep), "");
    assert_eq!(text(&("<div>".repeat(100_000) + "甲" + &"</span></div>".repeat(100_000))), "甲\n");
}

#[test]
fn the_encoding_is_that_of_the_mark_the_bytes_or_the_page() {
    let page = |head: &str| format!("<html><head>{head}</head><body>总结</body></html>");
    let encoded = |encoding: &'static encoding_rs::Encoding, head: &str| encoding.encode(&page(head)).0.into_owned();
    let utf_16: Vec<u8> = format!("\u{feff}{}", page("")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        page("<meta charset=gb2312>").into_bytes(),
        format!("\u{feff}{}", page("")).into_bytes(),
        utf_16,
        encoded(encoding_rs::GBK, ""),
        encoded(encoding_rs::GBK, "<meta charset='utf-16'>"),
        encoded(encoding_rs::GBK, "<meta charset='none such'>"),
        encoded(encoding_rs::BIG5, "<META content=\"text/html; charset=Big5\" http-equiv=content-type>"),
        encoded(encoding_rs::GB18030, "<title>一</title><meta name=a><meta charset = \"GB18030\">"),
    ] {
        assert_eq!(read(&bytes).as_deref().map(str::trim), Ok("总结"));
    }
}

#[test]
fn pages_are_known_by_how_they_begin() {
    for page in [
        "<p>甲</p>",
        "\n <!-- saved from url=(0022) -->\n<HTML><p>甲",
        "<?xml version='1.0'?><!DOCTYPE html><p>甲",
        "\u{feff}<div>甲",
    ] {
        assert_eq!(read(page.as_bytes()).as_deref(), Ok("甲\n"), "{page}");
    }
}
