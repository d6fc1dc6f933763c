//! The encoding of a web page.

use crate::input::{Decode, text};

/// A page tells its encoding within so many bytes.
const HEAD: usize = 4096;

/// A page as text: in what its byte order mark says, in UTF-8 if it can be that, else in what itself says or
/// what it came with, else in GB18030. A page that
/// was saved anew often still says what it was before, but what is no UTF-8 hardly ever looks like it.
pub fn decode(bytes: &[u8], charset: Option<&str>, decode: Decode) -> Option<String> {
    if let Some((encoding, bytes)) = text::marked(bytes) {
        return decode(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let named = [told(bytes).as_deref(), charset].into_iter().flatten().find_map(|encoding| decode(encoding, bytes));
    named.or_else(|| decode("gb18030", bytes))
}

/// What a page says of its encoding, in `<meta charset="…">` or in the type that `<meta http-equiv …>` gives it.
fn told(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let metas = head.match_indices("<meta").filter_map(|(at, _)| head[at..].split('>').next());
    let name = |meta: &str| {
        let value = meta.split_once("charset")?.1.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let name =
            value.split(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_')).next()?;
        // What says so in bytes of ASCII is no UTF-16.
        (!name.is_empty() && !name.starts_with("utf-16")).then(|| name.to_owned())
    };
    metas.map(name).find_map(|name| name)
}
