use super::{Refusal, read};

/// A file of parts, each with the lines of its head and its body.
fn file(parts: &[(&str, &str)]) -> String {
    let head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://yunxi.example/\r\nMIME-Version: 1.0\r\n\
                Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Yunxi--0\"\r\n\r\n\r\n";
    let part = |(head, body): &(&str, &str)| format!("------Yunxi--0\r\n{head}\r\n\r\n{body}\r\n");
    head.to_owned() + &parts.iter().map(part).collect::<String>() + "------Yunxi--0--\r\n"
}

const QUOTED: &str = "Content-Type: text/html\r\nContent-ID: <frame-0>\r\nContent-Transfer-Encoding: quoted-printable";

#[test]
fn the_page_is_read_out_of_its_parts() {
    let page =
        "<!DOCTYPE html><p style=3D\"color:red\">=E5=85=A8=E5=B9=B4=E5=8A=9E=E4=BB=\r\n=B612=E4=BB=B6=E3=80=82</p>";
    let style = ("Content-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable", "p { color: red; }");
    let picture = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=");
    assert_eq!(read(file(&[(QUOTED, page), style, picture]).as_bytes()).as_deref(), Ok("全年办件12件。\n"));
    let unix = file(&[(QUOTED, page)]).replace("\r\n", "\n");
    assert_eq!(read(unix.as_bytes()).as_deref(), Ok("全年办件12件。\n"));
}

#[test]
fn a_page_is_in_the_encoding_that_its_head_names() {
    // 总结 in GB2312, and in Big5.
    let gbk = (
        "Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: base64",
        "PHA+\r\n19y94Twv\r\ncD4=",
    );
    assert_eq!(read(file(&[gbk]).as_bytes()).as_deref(), Ok("总结\n"));
    let big5 =
        ("CONTENT-TYPE: TEXT/HTML; CHARSET=big5\r\nContent-Transfer-Encoding: Quoted-Printable", "<p>=C1`=B5=B2");
    assert_eq!(read(file(&[big5]).as_bytes()).as_deref(), Ok("總結\n"));
    let plain = ("Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit", "<p>总结 =E5");
    assert_eq!(read(file(&[plain]).as_bytes()).as_deref(), Ok("总结 =E5\n"));
}

#[test]
fn heads_begin_in_many_ways() {
    let page = file(&[("Content-Type: text/html", "<p>12件")]);
    let (_, rest) = page.split_once("MIME").expect("it is there");
    for head in ["", "From: =?gb2312?B?1MY=?=\r\nSubject: =?gb2312?B?z6o=?=\r\nDate: Mon\r\n", "Message-ID: <1>\r\n"] {
        assert_eq!(read(format!("{head}MIME{rest}").as_bytes()).as_deref(), Ok("12件\n"), "{head}");
    }
}

#[test]
fn a_page_may_be_all_that_is_in_a_file_and_mail_in_plain_text_is_text() {
    let head = "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable";
    assert_eq!(read(format!("{head}\r\n\r\n<p>12=E4=BB=B6").as_bytes()).as_deref(), Ok("12件\n"));
    let mail = "Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain\n\n办件12件。\n";
    assert_eq!(read(mail.as_bytes()).as_deref(), Ok(mail));
}

#[test]
fn parts_within_parts_and_pages_within_frames_are_found() {
    let inner =
        "--甲\r\nContent-Type: text/plain\r\n\r\n别的\r\n--甲\r\nContent-Type: text/html\r\n\r\n<p>12件\r\n--甲--";
    let nested = [("Content-Type: multipart/alternative; boundary=甲", inner)];
    assert_eq!(read(file(&nested).as_bytes()).as_deref(), Ok("12件\n"));
    let html = "Content-Type: text/html";
    let frames = [(html, "<frameset><frame src=a></frameset>"), (html, "<p>甲"), (html, "<p>乙")];
    assert_eq!(read(file(&frames).as_bytes()).as_deref(), Ok("甲\n乙\n"));
    // What a page has in a frame beside its own words is something else.
    assert_eq!(read(file(&frames[1..]).as_bytes()).as_deref(), Ok("甲\n"));
}

#[test]
fn what_is_cut_short_or_holds_no_page_is_refused() {
    let whole = file(&[(QUOTED, "<p>12=E4=BB=B6</p>")]);
    let end = whole.len() - "------Yunxi--0--\r\n".len();
    for length in "From: <Saved by".len()..end {
        assert_eq!(read(&whole.as_bytes()[..length]), Err(Refusal::PageArchive), "of {length} bytes");
    }
    assert_eq!(read(file(&[("Content-Type: image/png", "x")]).as_bytes()), Err(Refusal::PageArchive));
    // A head without an end is none.
    let endless =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n".to_owned() + &"a: b\r\n".repeat(1 << 16);
    assert_eq!(read(endless.as_bytes()), Err(Refusal::PageArchive));
    assert_eq!(read(file(&[]).as_bytes()), Err(Refusal::PageArchive));
}
