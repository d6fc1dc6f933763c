//! Web pages that a browser saved as one file, `.mht`: parts with heads, as in mail (RFC 2557). The page is one of them; pictures and
//! styles are left where they are.

use super::{Decode, Refusal, html};

/// Parts within parts are looked for no deeper.
const DEPTH: usize = 4;

/// A head is no longer than so many bytes: what follows is no head.
const HEAD: usize = 64 << 10;

/// A part, or the whole file.
struct Part<'a> {
    /// Its head: the names of the fields in small letters, and what they say.
    head: Vec<(String, String)>,
    body: &'a [u8],
}

/// The text of the page. Where it is but a frame, that of the pages in it.
pub fn read(bytes: &[u8], decode: Decode) -> Result<String, Refusal> {
    let mut pages = Vec::new();
    gather(Part::new(bytes.trim_ascii_start()), DEPTH, &mut pages);
    let mut texts =
        pages.iter().map(|page| html::read_as(&page.content(), page.parameter("charset").as_deref(), decode));
    let text = texts.next().ok_or(Refusal::PageArchive)??;
    if !text.trim().is_empty() {
        return Ok(text);
    }
    texts.collect::<Result<String, Refusal>>()
}

/// Gathers the pages in a part: itself, or those among its parts.
fn gather<'a>(part: Part<'a>, depth: usize, pages: &mut Vec<Part<'a>>) {
    match part.sort().as_str() {
        "text/html" | "application/xhtml+xml" => pages.push(part),
        sort if sort.starts_with("multipart/") => {
            let boundary = part.parameter("boundary").filter(|_| depth > 0);
            for inside in boundary.iter().flat_map(|boundary| parts(part.body, boundary)) {
                gather(Part::new(inside), depth - 1, pages);
            }
        }
        _ => {}
    }
}

/// What stands between the lines that part it. What has no such line behind it is not whole, and left out.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut at, mut begun) = (0, None);
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        let behind = line.strip_prefix(mark.as_bytes()).map(<[u8]>::trim_ascii);
        if let Some(behind @ (b"" | b"--")) = behind {
            parts.extend(begun.map(|begun| &body[begun..at]));
            begun = behind.is_empty().then_some(at + line.len());
        }
        at += line.len();
    }
    parts
}

impl<'a> Part<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mut head: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            at += line.len();
            let line = String::from_utf8_lossy(line);
            if line.trim().is_empty() || at > HEAD {
                break;
            }
            if line.starts_with([' ', '\t']) {
                head.last_mut().into_iter().for_each(|(_, said)| *said += line.trim_end());
            } else if let Some((name, said)) = line.split_once(':') {
                head.push((name.trim().to_ascii_lowercase(), said.trim().to_owned()));
            }
        }
        Self { head, body: &bytes[at..] }
    }

    fn field(&self, name: &str) -> &str {
        self.head.iter().find(|(field, _)| field == name).map_or("", |(_, said)| said)
    }

    /// What it is: `text/html`.
    fn sort(&self) -> String {
        self.field("content-type").split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// What is said of its sort besides: the boundary of parts, the encoding of a text.
    fn parameter(&self, name: &str) -> Option<String> {
        let said = self.field("content-type").split(';').skip(1).find_map(|said| {
            let (field, value) = said.split_once('=')?;
            field.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
        });
        said.filter(|said| !said.is_empty())
    }

    /// What is in it, as it was before it was made fit for mail.
    fn content(&self) -> Vec<u8> {
        match self.field("content-transfer-encoding").to_ascii_lowercase().as_str() {
            "quoted-printable" => unquoted(self.body),
            "base64" => unpacked(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// Bytes from quoted-printable: `=E5` is a byte, and a line that ends with `=` goes on. What is neither stays.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (b'=', [b'\r', b'\n', ..]) => rest = &behind[2..],
            (b'=', [b'\n', ..]) => rest = &behind[1..],
            (b'=', [high, low, ..]) if let (Some(high), Some(low)) = (digit(*high), digit(*low)) => {
                out.push(high << 4 | low);
                rest = &behind[2..];
            }
            _ => out.push(*first),
        }
    }
    out
}

/// Bytes from base64: four letters are three bytes. What is no such letter stands between lines.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters = bytes.iter().take_while(|&&byte| byte != b'=');
    let sixes = letters.filter_map(|byte| LETTERS.iter().position(|letter| letter == byte));
    let (mut held, mut bits) = (0_u32, 0);
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    for six in sixes {
        held = held << 6 | six as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    out
}
