//! Furniture told by its words.

use crate::language::furniture::asks;
use crate::language::furniture::{Furniture, furniture};
use crate::language::{Reporting, reporting};
use crate::report::Span;
use crate::text::{Passage, breaks_line, find_mark, fold, has_year, is_space, names_organ, title};

/// The value of a label has at most so many characters when it stands apart from it.
const VALUE: usize = 40;

/// What a piece reads as, if it is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Word,
    Label {
        date: bool,
        value: bool,
    },
    /// A label without a colon, as in the columns of an index table.
    Bare,
    Path,
    Line,
    Contact,
    Rest,
}

impl Reading {
    fn is_label(self) -> bool {
        matches!(self, Self::Bare | Self::Label { .. })
    }
}

/// Which of the pieces are furniture. `head` says that they stand before the body: there a day alone is that of publication,
/// behind the body it is that of the signature.
pub fn classify(text: &str, pieces: &[Span], head: bool) -> Vec<bool> {
    let mut classes = Classes { text, pieces, head, is_furniture: vec![false; pieces.len()], readings: Vec::new() };
    classes.readings = pieces.iter().map(|piece| read(text, *piece)).collect();
    classes.settle();
    let mut index = 0;
    while index < pieces.len() {
        index = classes.step(index);
    }
    classes.stamps();
    classes.between();
    classes.beside();
    classes.is_furniture
}

struct Classes<'text> {
    text: &'text str,
    pieces: &'text [Span],
    head: bool,
    readings: Vec<Option<Reading>>,
    is_furniture: Vec<bool>,
}

impl Classes<'_> {
    fn words(&self, index: usize) -> &str {
        self.pieces[index].of(self.text)
    }

    /// Whether nothing but white space of one line parts two pieces.
    fn same_line(&self, first: usize, second: usize) -> bool {
        !self.text[self.pieces[first].end..self.pieces[second].start].contains(breaks_line)
    }

    fn is_title(&self, index: usize) -> bool {
        title(self.text, &self.pieces[index..=index]).is_some()
    }

    /// Whether a piece that reads as nothing may be the value of a label before it.
    fn may_be_value(&self, index: usize, date: bool) -> bool {
        index < self.pieces.len() && self.readings[index].is_none() && is_value(self.words(index), date)
    }

    /// The title that a label repeats stands once more, as the title; there it may be broken into several lines.
    fn repeats(&self, index: usize) -> bool {
        let words = self.words(index);
        (index + 1..self.pieces.len()).any(|first| {
            let mut rest = words;
            self.pieces[first..].iter().any(|piece| {
                rest = rest.strip_prefix(piece.of(self.text)).unwrap_or("-");
                rest.is_empty()
            })
        })
    }

    /// A word that might be a label is one where others stand around it: the labels of an index table.
    fn settle(&mut self) {
        if self.is_table() {
            return;
        }
        for index in 0..self.pieces.len() {
            // 阅读 1234
            let next = index + 1 < self.pieces.len() && self.same_line(index, index + 1);
            let counted = next && counts(&self.words(index + 1).chars().collect::<Vec<char>>());
            if self.readings[index] == Some(Reading::Bare) && !counted {
                self.readings[index] = None;
            }
        }
    }

    /// How many pieces from `index` on are the value of a label in an index table: up to the next label or the end of the line.
    fn columns(&self, index: usize) -> usize {
        const MOST: usize = 6;
        let in_line = |other: &usize| *other < self.pieces.len() && self.same_line(index - 1, *other);
        let is_value = |other: &usize| self.may_be_value(*other, false) && !self.is_title(*other);
        let length = (index..).take_while(in_line).take_while(is_value).count();
        let Some(last) = length.checked_sub(1).map(|before| self.pieces[index + before].end) else { return 0 };
        let labelled = in_line(&(index + length)) && self.readings[index + length].is_some_and(Reading::is_label);
        let rest = self.text[last..].trim_start_matches(|character| is_space(character) && !breaks_line(character));
        let ends = labelled || rest.is_empty() || rest.starts_with(breaks_line);
        if self.is_table() && ends && length <= MOST { length } else { 0 }
    }

    /// Whether there are as many labels above the body as only an index table has.
    fn is_table(&self) -> bool {
        const FEWEST: usize = 3;
        self.head && self.readings.iter().flatten().filter(|reading| reading.is_label()).count() >= FEWEST
    }

    /// Whether a piece below a label is its value: it has a figure in it, or the next label below it.
    fn is_cell(&self, index: usize) -> bool {
        let labelled = self.readings.get(index + 1).is_some_and(|below| below.is_some_and(Reading::is_label));
        labelled || self.words(index).contains(|digit: char| digit.is_ascii_digit())
    }

    /// Whether a piece on the line below a label is its value, and not how the body begins: furniture follows it, it has a figure in
    /// it, or is what such labels have behind them, a body or a person.
    fn is_source(&self, index: usize) -> bool {
        const PERSON: usize = 3;
        let words = self.words(index);
        let followed = self.readings.get(index + 1).is_some_and(Option::is_some);
        let site = reporting(Reporting::Site).iter().any(|site| words.ends_with(site));
        let opens = words.ends_with(['：', ':']);
        !opens && (followed || self.is_cell(index) || names_organ(words) || site || words.chars().count() <= PERSON)
    }

    /// Reads the piece at `begin` and what belongs to it; returns where to go on.
    fn step(&mut self, begin: usize) -> usize {
        let mut index = begin + 1;
        let Some(reading) = self.readings[begin] else { return index };
        if reading == Reading::Contact {
            // An address is furniture among furniture only.
            self.is_furniture[begin] = begin > 0 && self.is_furniture[begin - 1];
            return index;
        }
        self.is_furniture[begin] = true;
        match reading {
            // A quotation in Markdown begins its line so.
            Reading::Word if self.words(begin) == ">" && self.quotes(begin) => {
                self.is_furniture[begin] = false;
            }
            // What follows a stroke of a path is a step of it.
            Reading::Word if self.words(begin).ends_with(['>', '»']) => {
                if self.may_be_value(index, false) && !self.is_title(index) {
                    self.is_furniture[index] = true;
                    index += 1;
                }
            }
            Reading::Word | Reading::Contact => {}
            Reading::Label { date: false, value } if self.columns(index) > usize::from(!value) => {
                let end = index + self.columns(index);
                self.is_furniture[index..end].fill(true);
                index = end;
            }
            Reading::Label { date, value } => {
                let near = |index| self.same_line(begin, index) || date || self.is_source(index);
                if !value
                    && self.may_be_value(index, date)
                    && near(index)
                    && (!self.is_title(index) || self.repeats(index))
                {
                    self.is_furniture[index] = true;
                    index += 1;
                }
                while date
                    && self.may_be_value(index, false)
                    && self.same_line(begin, index)
                    && is_time(self.words(index))
                {
                    self.is_furniture[index] = true;
                    index += 1;
                }
            }
            Reading::Rest if !self.head => {
                let contacts =
                    self.readings[..begin].iter().rev().take_while(|before| **before == Some(Reading::Contact));
                let contacts = contacts.count();
                self.is_furniture[begin - contacts..].fill(true);
                return self.pieces.len();
            }
            Reading::Bare => {
                while self.may_be_value(index, false)
                    && (self.same_line(begin, index) || index == begin + 1 && self.is_cell(index))
                    && (!self.is_title(index) || self.repeats(index))
                {
                    self.is_furniture[index] = true;
                    index += 1;
                }
            }
            // Above the body the report is still to come.
            Reading::Path | Reading::Line | Reading::Rest => {
                while index < self.pieces.len()
                    && self.same_line(begin, index)
                    && self.readings[index].is_none()
                    && !self.is_title(index)
                {
                    self.is_furniture[index] = true;
                    index += 1;
                }
            }
        }
        index
    }

    /// Whether a stroke begins a quotation: it begins its line, and is not the whole of it below the step of a path.
    fn quotes(&self, index: usize) -> bool {
        let begins = index == 0 || !self.same_line(index - 1, index);
        let alone = index + 1 == self.pieces.len() || !self.same_line(index, index + 1);
        begins && !(alone && index > 0 && self.is_furniture[index - 1])
    }

    /// Days and times without a label: beside furniture on their line, or alone above the body.
    fn stamps(&mut self) {
        for index in (0..self.pieces.len()).chain((0..self.pieces.len()).rev()) {
            let words = unframed(self.words(index));
            let before = index > 0 && self.same_line(index - 1, index);
            let after = index + 1 < self.pieces.len() && self.same_line(index, index + 1);
            let hour = |index: usize| is_time(self.words(index)) && self.words(index).contains([':', '：', '时']);
            let timed = hour(index) || after && hour(index + 1);
            let beside = before && self.is_furniture[index - 1] || after && self.is_furniture[index + 1];
            // 2023年1月9日 alone may be that of a signature; above the body it is not, beside furniture.
            let told = timed || self.head && beside || !words.contains('年');
            let numeric = words.contains(|digit: char| digit.is_ascii_digit()) && told;
            if self.is_furniture[index] || !is_time(words) || !numeric {
                continue;
            }
            let day = words.len() >= 8 && has_year(words);
            self.is_furniture[index] = beside || day && timed || self.head && day && !before && !after;
        }
    }
}

impl Classes<'_> {
    /// A short word between two pieces of furniture of its line is a button that no table knows; so are strokes and counts.
    fn between(&mut self) {
        const BUTTON: usize = 6;
        const COUNT: usize = 3;
        for begin in 1..self.pieces.len().saturating_sub(1) {
            let slight = |index: &usize| {
                let chars: Vec<char> = self.words(*index).chars().collect();
                chars.iter().all(|&character| is_frame(character)) || counts(&chars)
            };
            let short = self.head && unframed(self.words(begin)).chars().count() <= BUTTON;
            let length = (begin..self.pieces.len()).take(COUNT).take_while(slight).count().max(usize::from(short));
            let end = begin + length;
            let inside = self.is_furniture[begin - 1] && self.is_furniture.get(end).is_some_and(|&after| after);
            if length > 0 && inside && (begin..=end).all(|index| self.same_line(index - 1, index)) {
                self.is_furniture[begin..end].fill(true);
            }
        }
    }
}

impl Classes<'_> {
    /// What stands at the head of a line of furniture: the name and the address of the site, or the mark of a list.
    fn beside(&mut self) {
        const STEP: usize = 16;
        for index in (0..self.pieces.len().saturating_sub(1)).rev() {
            let words = self.words(index);
            let begins = index == 0 || !self.same_line(index - 1, index);
            let leads = self.same_line(index, index + 1) && self.is_furniture[index + 1];
            let mark = begins && words.chars().all(is_frame);
            let site =
                self.head && (is_address(words) || reporting(Reporting::Site).iter().any(|site| words.ends_with(site)));
            if leads && !self.is_furniture[index] && (mark || site && !self.is_title(index)) {
                self.is_furniture[index] = true;
            }
        }
        // >办事指南 behind a path is a step of it, whatever it is called.
        for index in 1..self.pieces.len() {
            let step = self.words(index).starts_with(['>', '»']) && self.words(index).chars().count() <= STEP;
            let path = self.is_furniture[index - 1] && self.same_line(index - 1, index);
            self.is_furniture[index] |= step && path && !self.is_title(index);
        }
    }
}

/// Whether words are the address of a site: www.yunxi.gov.cn
fn is_address(words: &str) -> bool {
    words.is_ascii() && words.contains('.') && (words.starts_with("www.") || words.starts_with("http"))
}

/// Whether a line is an entry of a list of other pages: a mark, the name of the page, its day.
pub fn is_listing(line: &str) -> bool {
    let words = line.trim_matches(is_space);
    let Some((before, last)) = words.rsplit_once(is_space) else { return false };
    let day = unframed(last);
    let marked = words.starts_with(['-', '·', '•', '●', '◆', '■', '▪', '>', '»', '※', '∙', '○', '*']);
    marked && day.len() >= 8 && is_time(day) && has_year(day) && before.chars().count() > 4
}

/// A day without the brackets around it.
fn unframed(words: &str) -> &str {
    words.trim_matches(|sign| is_space(sign) || matches!(sign, '[' | ']' | '(' | ')' | '（' | '）' | '【' | '】'))
}

/// Whether a line as a whole begins as furniture does that may hold sentences.
pub fn begins_furniture(line: &str) -> bool {
    may_begin_notice(line) && matches!(read(line, Span::new(0, line.len())), Some(Reading::Line | Reading::Rest))
}

/// Whether a line asks something of the reader of a site: it says of whom and what.
pub fn asks_reader(line: &str) -> bool {
    const LONGEST: usize = 60;
    if line.chars().filter(|&character| !is_space(character)).nth(LONGEST).is_some() {
        return false;
    }
    let passage = Passage::new(line, Span::new(0, line.len()), &[]);
    let says = |what: bool| {
        (0..passage.len()).any(|at| asks().at(&passage.chars, at).is_some_and(|(_, &asked)| asked == what))
    };
    says(true) && says(false)
}

/// Whether a line begins as notices of sites do.
pub fn begins_notice(line: &str) -> bool {
    may_begin_notice(line) && matches!(read(line, Span::new(0, line.len())), Some(Reading::Line))
}

/// Whether the words of a notice may stand at the head of a line, behind a number or the name of a document: of most lines nothing
/// more is asked.
fn may_begin_notice(line: &str) -> bool {
    let shown =
        line.chars().filter(|&character| !is_space(character)).map(fold).find(|&character| !is_frame(character));
    shown.is_some_and(|first| furniture().has_initial(first) || numbers_notice(first))
        || find_mark(line, |mark| matches!(mark, '》' | '〉')).is_some()
}

fn read(text: &str, piece: Span) -> Option<Reading> {
    let passage = Passage::new(text, piece, &[]);
    let chars = &passage.chars;
    let Some(begin) = chars.iter().position(|character| !is_frame(*character)) else {
        return chars.iter().any(|sign| matches!(sign, '>' | '×')).then_some(Reading::Word);
    };
    if is_file(piece.of(text)) || is_size(chars) {
        return Some(Reading::Word);
    }
    if visits(&chars[begin..]) {
        return Some(Reading::Word);
    }
    let begin = notice(chars, begin).unwrap_or(begin);
    let (length, &sort) = furniture().at(chars, begin)?;
    let after = begin + length;
    let label = chars.get(after).is_some_and(|&next| matches!(next, ':' | '|'));
    let value = chars[after..].iter().any(|&character| !is_frame(character) && character != ':');
    match sort {
        Furniture::Rest => Some(Reading::Rest),
        Furniture::Line => Some(Reading::Line),
        Furniture::Path if label => Some(Reading::Path),
        Furniture::Contact if label => Some(Reading::Contact),
        Furniture::Date | Furniture::Value if label => Some(Reading::Label { date: sort == Furniture::Date, value }),
        // 评论(3)
        Furniture::Word if chars[after..].starts_with(&['(']) && counts(&chars[after..]) => Some(Reading::Word),
        // 分享到： has buttons behind it, which read as furniture themselves.
        Furniture::Word if label => Some(Reading::Word),
        Furniture::Word if all_words(&chars[begin..]) => Some(Reading::Word),
        // 浏览次数35次, 阅读(35)
        Furniture::Value if counts(&chars[after..]) => Some(Reading::Word),
        Furniture::Date | Furniture::Value if length > 1 && !value => Some(Reading::Bare),
        _ => None,
    }
}

/// Where the words of a notice begin behind its number, or behind the name of the document: 1、本站, 《总结.doc》由会员
fn notice(chars: &[char], begin: usize) -> Option<usize> {
    let is_notice = |at: &usize| matches!(furniture().at(chars, *at), Some((_, Furniture::Line)));
    let number = begin + chars[begin..].iter().take_while(|character| numbers_notice(**character)).count();
    let name = chars.iter().position(|&character| character == '》').map(|end| end + 1);
    Some(number).filter(|&number| number > begin).into_iter().chain(name).find(is_notice)
}

/// Whether the number of a notice may have this character.
fn numbers_notice(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '、' | '.' | ':' | '"' | '“')
}

/// Whether the characters are entries of menus and buttons, one after the other.
fn all_words(chars: &[char]) -> bool {
    let mut at = 0;
    while at < chars.len() {
        if is_frame(chars[at]) {
            at += 1;
            continue;
        }
        match furniture().at(chars, at) {
            Some((length, Furniture::Word)) => at += length,
            _ => return false,
        }
    }
    true
}

/// Whether the characters are a count of visits, perhaps in brackets.
fn counts(chars: &[char]) -> bool {
    let inside = match chars {
        ['[' | '(', inside @ .., ']' | ')'] => inside,
        _ => chars,
    };
    inside.first().is_some_and(char::is_ascii_digit)
        && inside
            .iter()
            .all(|&character| character.is_ascii_digit() || matches!(character, '次' | '人' | '万' | '.' | '+'))
}

/// Whether the characters are a count with its label behind it: 356次浏览
fn visits(chars: &[char]) -> bool {
    let counted = chars.first().is_some_and(char::is_ascii_digit);
    let label = furniture().before(chars, chars.len()).filter(|_| counted);
    label.is_some_and(|(length, &sort)| {
        let named = matches!(sort, Furniture::Value | Furniture::Word) && length > 1;
        named && counts(&chars[..chars.len() - length])
    })
}

/// What stands around and between buttons.
pub fn is_frame(character: char) -> bool {
    matches!(
        character,
        '[' | ']' | '(' | ')' | '|' | '/' | '>' | '»' | '<' | '·' | '-' | '*' | '•' | '《' | '》' | '×' | '★' | '☆'
    )
}

/// Whether the characters are the size of a file: 20.63KB
fn is_size(chars: &[char]) -> bool {
    let number = chars.iter().take_while(|&&character| character.is_ascii_digit() || character == '.').count();
    number > 0 && matches!(chars[number..], ['K' | 'M' | 'k' | 'm', 'B' | 'b'])
}

fn is_file(words: &str) -> bool {
    let Some((_, extension)) = words.trim_end_matches(is_space).rsplit_once('.') else { return false };
    const EXTENSIONS: [&str; 9] = ["pdf", "doc", "docx", "xls", "xlsx", "wps", "ofd", "zip", "rar"];
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn is_time(words: &str) -> bool {
    words.chars().all(|character| {
        character.is_ascii_digit()
            || matches!(character, ':' | '：' | '-' | '.' | '/' | '年' | '月' | '日' | '时' | '分' | '秒')
    })
}

fn is_value(words: &str, date: bool) -> bool {
    let short = words.chars().count() <= VALUE && !words.contains(['，', '。']);
    if date { short && words.starts_with(|first: char| first.is_ascii_digit()) } else { short }
}
