//! Tables of forms that the law lays down: their head tells what each cell of a row is, however the table was flattened.

use super::table::{LABEL, cells, is_figure, is_prose};
use super::{arabic_digit, fold, is_han, is_space};
use crate::language::{Head, heads};
use crate::order;
use crate::report::Span;

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

/// The forms of a text: each begins with its head, and has at least one row.
pub fn find(text: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for (head, span) in heads_in(text) {
        if forms.last().is_none_or(|last| last.span.end <= span.start) {
            let form = read(text, head, span);
            forms.extend(Some(form).filter(|form| !form.rows.is_empty()));
        }
    }
    forms
}

/// The heads in a text and where they stand, in order; of two that begin at one place the longer first.
fn heads_in(text: &str) -> Vec<(&'static Head, Span)> {
    let mut firsts: Vec<&str> = heads().iter().map(|head| head.words[0]).collect();
    firsts.dedup();
    let mut found = Vec::new();
    for first in firsts {
        for (at, _) in text.match_indices(first) {
            let own = heads().iter().filter(|head| head.words[0] == first);
            found.extend(own.filter_map(|head| Some((head, Span::new(at, at + reaches(&text[at..], &head.words)?)))));
        }
    }
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
    let mut rest = cells(text, Span::new(span.end, text.len())).flat_map(|token| parted(text, token)).peekable();
    loop {
        let mut label = Vec::new();
        let mut length = 0;
        while let Some(words) = rest.next_if(|&token| !is_cell(token.of(text))) {
            length += words.end - words.start;
            let other = heads().iter().any(|head| words.of(text).contains(head.words[0]));
            if other || length > LABEL || is_prose(words.of(text)) {
                return form;
            }
            label.push(words);
        }
        let mut cells = Vec::new();
        while let Some(cell) = rest.next_if(|&token| cells.len() <= head.columns.len() && is_cell(token.of(text))) {
            // 情况 2024 年 is no row.
            if rest.peek().is_some_and(|next| next.of(text).starts_with('年')) {
                return form;
            }
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
    let remark = words.starts_with(['（', '(']) && words.ends_with(['）', ')']);
    // 主动公开政府信息情况第二十条第（一）项: a heading may run into the caption.
    let article = words.rfind('条').and_then(|end| words[..end].rfind('第')).filter(|_| !remark);
    let words = &words[article.unwrap_or_default()..];
    let clause = words.starts_with('第') && words.ends_with(['条', '款', '项']);
    if clause || remark { text[..head].trim_end_matches(is_between).len() - words.len() } else { head }
}

/// A token, or a cell and the label of the next row that touches it: 7行政许可.
fn parted(text: &str, token: Span) -> impl Iterator<Item = Span> {
    let words = token.of(text);
    let label = words.trim_start_matches(|letter: char| letter == '.' || arabic_digit(letter).is_some());
    let middle = token.end - label.len();
    let touches = middle > token.start && label.starts_with(is_han);
    let first = Span::new(token.start, if touches { middle } else { token.end });
    std::iter::once(first).chain(touches.then(|| Span::new(middle, token.end)))
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
        // Where lines were put together a cell touches the next label.
        let rows = rows.map(|row| row.replace('/', "0"));
        assert_eq!(listing(&TABLE.replace('/', "0").replace('\n', "")), rows);
        assert_eq!(listing(&(TABLE.replace('\n', "") + "三、情况 2024 年")).last(), Some(&rows[2]));
    }

    #[test]
    fn what_lacks_a_cell_or_a_head_is_no_row_of_a_form() {
        let listing = |text: String| listing(&format!("甲\t1\t2\n乙\t3\t4\n{text}"));
        assert_eq!(listing(TABLE.replace("\t29", "")), ["规章 0 0 /", "行政许可 137"]);
        assert_eq!(listing(TABLE.replace("本年制发件数", "上年制发件数")), ["行政许可 137"]);
        assert_eq!(listing(TABLE.replace("规章", "规章共有三件。规章")), ["行政许可 137"]);
    }
}
