//! Saved web pages: the text that a browser would show. Nothing in them is run or asked for.

mod charset;
mod elements;
mod numbers;

use std::borrow::Cow;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use super::lines::{Lines, is_wide};
use super::{Decode, Refusal};
use elements::{Sort, sort};
use numbers::{Counts, List, is_numbered};

/// So many open elements are looked through for the one that ends: a damaged page may have left any number open.
const REACH: usize = 64;

/// The text of a web page, as much of it as can be read.
pub fn read(bytes: &[u8], decode: Decode) -> Result<String, Refusal> {
    read_as(bytes, None, decode)
}

/// The same of a page that came with the name of an encoding.
pub fn read_as(bytes: &[u8], charset: Option<&str>, decode: Decode) -> Result<String, Refusal> {
    let markup = charset::decode(bytes, charset, decode).ok_or(Refusal::NotText)?;
    // Which number the first item of a list that counts down has, is known at its end.
    let known = if markup.contains("reversed") { walk(&markup, Vec::new())?.counts.items } else { Vec::new() };
    walk(&markup, known)?.lines.finish().ok_or(Refusal::TooLarge)
}

/// Goes through a page. `known`: how many items its lists have, if that matters.
fn walk(markup: &str, known: Vec<i32>) -> Result<Page, Refusal> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page { counts: Counts { known, ..Counts::default() }, ..Page::default() };
    for Ok(token) in Tokenizer::new_with_emitter(markup, emitter) {
        match token {
            Token::StartTag(tag) => page.begin(&tag),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(words) => page.say(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if page.lines.is_full() {
            return Err(Refusal::TooLarge);
        }
    }
    page.break_line();
    Ok(page)
}

/// A page as it is walked through.
#[derive(Default)]
struct Page {
    lines: Lines,
    /// The line that is being put together.
    line: String,
    /// The number of an item that stands before its first words.
    number: String,
    /// The white space behind it, of which nothing is shown unless more words follow.
    space: Gap,
    /// The open elements that matter, from the outside in.
    open: Vec<Open>,
    /// How many of them hide what is in them.
    hidden: usize,
    /// How many of them keep their white space.
    kept: usize,
    counts: Counts,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line break of the source, which parts no words of Chinese.
    Break,
}

struct Open {
    name: Vec<u8>,
    sort: Sort,
    is_hidden: bool,
    /// Of an ordered list, how it counts.
    list: Option<List>,
}

impl Page {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
        let sort = sort(name);
        match sort {
            Sort::Break => return self.break_shown(),
            Sort::Void => return,
            Sort::Cell | Sort::Row => self.close_within(&[Sort::Table], sort),
            Sort::Item => self.close_within(&[Sort::List, Sort::Cell, Sort::Table], sort),
            _ => {}
        }
        let is_hidden = sort == Sort::Hidden
            || attribute(b"hidden").is_some()
            || attribute(b"style").is_some_and(|style| hides(&style));
        if sort.is_block() {
            self.close_paragraph();
            if !is_hidden {
                self.break_shown();
            }
        }
        // What is neither a block nor hidden changes nothing; within what is hidden all is followed, to find its end.
        if sort == Sort::Inline && !is_hidden && self.hidden == 0 {
            return;
        }
        if self.hidden == 0 && !is_hidden {
            self.begin_part_of_table(sort, |name| attribute(name).and_then(|count| count.trim().parse().ok()));
            self.begin_item(sort, |name| attribute(name).map(Cow::into_owned));
        }
        self.hidden += usize::from(is_hidden);
        self.kept += usize::from(sort == Sort::Kept);
        let is_ordered = name == b"ol" && self.hidden == 0;
        let list = is_ordered.then(|| self.counts.begin(|name| attribute(name).map(Cow::into_owned)));
        self.open.push(Open { name: name.to_vec(), sort, is_hidden, list });
    }

    /// Numbers an item, if its list does.
    fn begin_item(&mut self, sort: Sort, attribute: impl Fn(&[u8]) -> Option<String>) {
        let inside = self.open.iter_mut().rev().take(REACH);
        let list = inside.take_while(|open| !open.sort.is_of_table()).find(|open| open.sort == Sort::List);
        if let Some(list) = list.and_then(|open| open.list.as_mut()).filter(|_| sort == Sort::Item) {
            self.counts.items[list.place] += 1;
            self.number = list.number(attribute);
        }
    }

    fn begin_part_of_table(&mut self, sort: Sort, number: impl Fn(&[u8]) -> Option<usize>) {
        match sort {
            Sort::Table => self.lines.begin_table(),
            Sort::Row => self.lines.begin_row(),
            Sort::Cell => {
                self.lines.begin_cell(number(b"rowspan").unwrap_or(1));
                self.lines.widen(number(b"colspan").unwrap_or(1));
            }
            _ => {}
        }
    }

    /// Ends an element with what is still open in it; nothing, if it is not open. What is outside of a cell is not ended in it.
    fn end(&mut self, name: &[u8]) {
        let sort = sort(name);
        if name == b"br" {
            return self.break_shown();
        }
        let is_bound = |open: &Open| matches!(open.sort, Sort::Cell) && !sort.is_of_table();
        let mut inside = self.open.iter().rev().take(REACH).take_while(|open| open.name == name || !is_bound(open));
        if let Some(depth) = inside.position(|open| open.name == name) {
            self.close(depth + 1);
        }
    }

    /// Ends the innermost element of a sort where another of it begins, if no bound stands between.
    fn close_within(&mut self, bounds: &[Sort], sort: Sort) {
        let mut inside = self.open.iter().rev().take(REACH).take_while(|open| !bounds.contains(&open.sort));
        if let Some(depth) = inside.position(|open| open.sort == sort) {
            self.close(depth + 1);
        }
    }

    /// A paragraph ends where another block begins.
    fn close_paragraph(&mut self) {
        if self.open.last().is_some_and(|open| open.name == b"p") {
            self.close(1);
        }
    }

    /// Ends so many open elements.
    fn close(&mut self, count: usize) {
        for open in self.open.split_off(self.open.len().saturating_sub(count)).into_iter().rev() {
            self.kept -= usize::from(open.sort == Sort::Kept);
            self.hidden -= usize::from(open.is_hidden);
            if self.hidden == 0 && !open.is_hidden && open.sort.is_block() {
                self.break_line();
                if open.sort == Sort::Item {
                    self.number.clear();
                }
                match open.sort {
                    Sort::Table => self.lines.end_table(),
                    Sort::Row => self.lines.end_row(),
                    Sort::Cell => self.lines.end_cell(),
                    _ => {}
                }
            }
        }
    }

    fn say(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        for character in words.chars() {
            match character {
                '\n' if self.kept > 0 => self.break_shown(),
                _ if self.kept > 0 => self.line.push(character),
                '\n' | '\r' => self.space = Gap::Break,
                ' ' | '\t' | '\u{c}' if self.space == Gap::None => self.space = Gap::Space,
                ' ' | '\t' | '\u{c}' | '\u{200b}' | '\u{feff}' => {}
                _ => self.put(character),
            }
        }
    }

    fn put(&mut self, character: char) {
        let space = std::mem::take(&mut self.space);
        let parts = match space {
            Gap::None => false,
            Gap::Space => true,
            Gap::Break => !(is_wide(character) && self.line.ends_with(is_wide)),
        };
        if parts && !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.push(character);
    }

    /// Breaks the line, where that is seen.
    fn break_shown(&mut self) {
        if self.hidden == 0 {
            self.break_line();
        }
    }

    fn break_line(&mut self) {
        self.space = Gap::None;
        if !self.line.trim().is_empty() {
            let number = std::mem::take(&mut self.number);
            if !number.is_empty() && !is_numbered(&self.line) {
                self.line.insert_str(0, &number);
            }
            self.lines.line(&self.line);
        }
        self.line.clear();
    }
}

/// Whether a style hides what it is the style of.
fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_ascii_lowercase();
    style.split(';').any(|rule| {
        let rule = rule.trim_end_matches("!important");
        matches!(rule, "display:none" | "visibility:hidden")
    })
}
