//! Tables of forms that the law lays down: their head tells what each cell of a row is, however the table was flattened.

use super::table::{LABEL, cells, is_figure, is_prose};
use super::{fold, is_space};
use crate::language::{Head, heads};
use crate::order;
use crate::report::Span;

/// The head of a table stands at most so many bytes before its first figures.
const REACH: usize = 900;

/// A table of a form.
#[derive(Debug)]
pub struct Form {
    /// What it is.
    pub head: &'static Head,
    /// From its head to its last cell.
    pub span: Span,
    /// Its rows.
    pub rows: Vec<FormRow>,
}

/// A row of a form.
#[derive(Debug)]
pub struct FormRow {
    /// The words before its cells; none where the form has but one row.
    pub label: Vec<Span>,
    /// One for each column of the form.
    pub cells: Vec<Span>,
}

/// The forms that stand in tables or close to them.
pub fn find(text: &str, tables: &[Span]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut told = 0;
    for table in tables {
        let mut near = Span::new(table.start.saturating_sub(REACH).max(told), table.end + REACH);
        while near.start < near.end {
            let here = Span::new(text.ceil_char_boundary(near.start), text.ceil_char_boundary(near.end));
            for (head, span) in heads_in(text, here) {
                if forms.last().is_none_or(|last| last.span.end <= span.start) {
                    let form = read(text, head, span);
                    forms.extend(Some(form).filter(|form| !form.rows.is_empty()));
                }
            }
            // A table of few cells may follow that is found by nothing but its head.
            told = here.end;
            near = Span::new(told, forms.last().map_or(0, |last| last.span.end + REACH).min(text.len()));
        }
    }
    forms
}

/// The heads that begin in a stretch of text and where they stand, in order; of two that begin at one place the longer first.
fn heads_in(text: &str, stretch: Span) -> Vec<(&'static Head, Span)> {
    let places = |head: &'static Head| {
        let begins = stretch.of(text).match_indices(head.words[0]).map(move |(at, _)| stretch.start + at);
        begins.filter_map(move |at| Some((head, Span::new(at, at + reaches(&text[at..], &head.words)?))))
    };
    let mut found: Vec<_> = heads().iter().flat_map(places).collect();
    order::sort_by_key(&mut found, |(_, span)| (span.start, std::cmp::Reverse(span.end)));
    found
}

/// How far the words of a head reach that a text begins with, be there white space between them or in them.
fn reaches(text: &str, words: &[&str]) -> Option<usize> {
    let mut letters = text.char_indices().filter(|&(_, letter)| !is_between(letter));
    let mut end = 0;
    for word in words.iter().flat_map(|word| word.chars()) {
        let (at, letter) = letters.next()?;
        if fold(letter) != fold(word) {
            return None;
        }
        end = at + letter.len_utf8();
    }
    Some(end)
}

/// Whether a character parts cells.
fn is_between(letter: char) -> bool {
    letter == '|' || is_space(letter)
}

/// The rows behind a head, as far as each has a cell for every column.
fn read(text: &str, head: &'static Head, span: Span) -> Form {
    let mut form = Form { head, span: Span::new(caption(text, span.start), span.end), rows: Vec::new() };
    let mut rest = cells(text, Span::new(span.end, text.len())).peekable();
    loop {
        let mut label = Vec::new();
        let mut length = 0;
        while let Some(words) = rest.next_if(|&token| !is_cell(token.of(text))) {
            length += words.end - words.start;
            let other = heads().iter().any(|head| reaches(words.of(text), &head.words[..1]).is_some());
            if other || length > LABEL || is_prose(words.of(text)) {
                return form;
            }
            label.push(words);
        }
        let mut cells = Vec::new();
        while let Some(cell) = rest.next_if(|&token| cells.len() <= head.columns.len() && is_cell(token.of(text))) {
            cells.push(cell);
        }
        // A form of one row has no label for it.
        let whole = cells.len() == head.columns.len() && (form.rows.is_empty() || !label.is_empty());
        let Some(&last) = cells.last().filter(|_| whole) else { return form };
        form.span.end = last.end;
        form.rows.push(FormRow { label, cells });
    }
}

/// Where the caption of a table begins, or else its head: the clause of the law that it is about, 第二十条第（一）项, or a remark in brackets.
fn caption(text: &str, head: usize) -> usize {
    const LONGEST: usize = 200;
    let before = text[text.ceil_char_boundary(head.saturating_sub(LONGEST))..head].trim_end_matches(is_between);
    let words = before.rsplit(is_between).next().unwrap_or_default();
    let clause = words.starts_with('第') && words.ends_with(['条', '款', '项']);
    let remark = words.starts_with(['（', '(']) && words.ends_with(['）', ')']);
    if clause || remark { text[..head].trim_end_matches(is_between).len() - words.len() } else { head }
}

/// Whether a token is a cell: a figure, or the sign that there is none.
fn is_cell(token: &str) -> bool {
    let empty = matches!(token, "/" | "／" | "-" | "－" | "—" | "——" | "\\");
    empty || is_figure(token) && !token.ends_with(['.', '．'])
}

#[cfg(test)]
mod tests {
    use super::super::{Tables, lines};

    /// What the forms of a text hold: the words and cells of each row.
    fn listing(text: &str) -> Vec<String> {
        let tables = Tables::find(text, lines(text));
        let rows = tables.forms().iter().flat_map(|form| &form.rows);
        rows.map(|row| row.label.iter().chain(&row.cells).map(|cell| cell.of(text)).collect::<Vec<_>>().join(" "))
            .collect()
    }

    const TABLE: &str = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t/\n行政规范性文件\t3\t4\t29\n\
        第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t137\n";

    #[test]
    fn a_form_is_read_however_it_was_flattened() {
        let rows = ["规章 0 0 /", "行政规范性文件 3 4 29", "行政许可 137"];
        let one_line = TABLE.replace('\n', " ");
        for text in [
            TABLE,
            &TABLE.replace('\t', "\n"),
            &TABLE.replace('\t', " \u{a0}\n\n"),
            &one_line,
            &one_line.replace('\t', " "),
        ] {
            assert_eq!(listing(text), rows, "{text}");
        }
        assert_eq!(listing(&TABLE.replace("本年制发件数", "本年制\n发件数")), rows);
    }

    #[test]
    fn what_lacks_a_cell_or_a_head_is_no_row_of_a_form() {
        let listing = |text: String| listing(&format!("甲\t1\t2\n乙\t3\t4\n{text}"));
        assert_eq!(listing(TABLE.replace("\t29", "")), ["规章 0 0 /", "行政许可 137"]);
        assert_eq!(listing(TABLE.replace("本年制发件数", "上年制发件数")), ["行政许可 137"]);
        assert_eq!(listing(TABLE.replace("规章", "规章共有三件。规章")), ["行政许可 137"]);
    }
}
