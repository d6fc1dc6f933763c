//! The numbers that a browser shows before the items of a list.

use crate::input::numerals::written;

/// How many ordered lists were counted, and how many items each has: one that counts down begins with the last number.
#[derive(Default)]
pub struct Counts {
    /// The items of each list, in the order in which the lists begin.
    pub items: Vec<i32>,
    /// Those of a first walk through the page; none in that walk.
    pub known: Vec<i32>,
}

/// An ordered list that is open.
#[derive(Clone, Copy)]
pub struct List {
    /// Its place among those of the page.
    pub place: usize,
    next: i32,
    step: i32,
    form: &'static str,
}

/// What the browser calls a form, and what a Word file calls it.
const FORMS: [(&str, &str); 14] = [
    ("a", "lowerLetter"),
    ("A", "upperLetter"),
    ("i", "lowerRoman"),
    ("I", "upperRoman"),
    ("lower-alpha", "lowerLetter"),
    ("lower-latin", "lowerLetter"),
    ("upper-alpha", "upperLetter"),
    ("upper-latin", "upperLetter"),
    ("lower-roman", "lowerRoman"),
    ("upper-roman", "upperRoman"),
    ("decimal-leading-zero", "decimalZero"),
    ("cjk-ideographic", CHINESE),
    ("simp-chinese-informal", CHINESE),
    ("none", NONE),
];

const CHINESE: &str = "chineseCountingThousand";
const NONE: &str = "none";

impl Counts {
    /// A list that begins: with what its attributes say.
    pub fn begin(&mut self, attribute: impl Fn(&[u8]) -> Option<String>) -> List {
        let place = self.items.len();
        self.items.push(0);
        let falls = attribute(b"reversed").is_some();
        let count = self.known.get(place).copied().unwrap_or_default();
        let next = number(&attribute, b"start").unwrap_or(if falls { count } else { 1 });
        List { place, next, step: if falls { -1 } else { 1 }, form: form(&attribute).unwrap_or("decimal") }
    }
}

impl List {
    /// What stands before the next item, whose attributes may say otherwise.
    pub fn number(&mut self, attribute: impl Fn(&[u8]) -> Option<String>) -> String {
        let own = number(&attribute, b"value").unwrap_or(self.next);
        self.next = own.saturating_add(self.step);
        let form = form(&attribute).unwrap_or(self.form);
        let number = u32::try_from(own).map_or_else(|_| own.to_string(), |number| written(number, form));
        match form {
            NONE => String::new(),
            CHINESE => number + "、",
            _ => number + ". ",
        }
    }
}

fn number(attribute: &impl Fn(&[u8]) -> Option<String>, name: &[u8]) -> Option<i32> {
    attribute(name)?.trim().parse().ok()
}

/// The form that a style asks for, else a type.
fn form(attribute: &impl Fn(&[u8]) -> Option<String>) -> Option<&'static str> {
    let style = attribute(b"style").unwrap_or_default().to_ascii_lowercase();
    // The last rule counts.
    let styled = style.rsplit(';').find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        let is_form = matches!(name.trim(), "list-style" | "list-style-type");
        is_form.then(|| value.split_whitespace().find_map(known))?
    });
    styled.or_else(|| known(attribute(b"type")?.trim()))
}

fn known(word: &str) -> Option<&'static str> {
    FORMS.iter().find(|(name, _)| *name == word).map(|(_, form)| *form)
}

/// Whether words begin with a number of their own: whoever writes it has the page show none.
pub fn is_numbered(words: &str) -> bool {
    let words = words.trim_start();
    let bare = words.trim_start_matches(['（', '(', '第']);
    let rest = bare
        .trim_start_matches(|letter: char| letter.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(letter));
    let is_closed = rest.starts_with(['.', '．', '、', '）', ')', '，', '是', '章', '条', '节']);
    let is_sign = words.starts_with(|first: char| matches!(first, '①'..='⒛' | '㈠'..='㈩' | '㊀'..='㊉'));
    is_sign || (rest.len() < bare.len() && is_closed)
}
