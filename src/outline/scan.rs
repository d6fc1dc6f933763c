//! Goes through the paragraphs of a text, and finds the markers that may head a section.

use super::candidate::{Candidate, Place};
use crate::language::Filter;
use crate::language::{Zone, forms, note_headings, zones};
use crate::report::Span;
use crate::text::{
    HAN, Marker, Row, Style, Tables, arabic_digit, breaks_line, chinese_digit, first_han, is_han, is_space,
};

/// A quotation longer than this in bytes was never closed.
const QUOTATION: usize = 240;

/// What has been found so far.
pub struct Scan<'text> {
    text: &'text str,
    tables: &'text Tables,
    /// The characters of words with which markers, notes and contents begin.
    heads: Filter,
    pub candidates: Vec<Candidate>,
    zone: Zone,
    /// Whether sentences point to notes.
    pub notes_in_text: bool,
    /// How many candidates there were before a table of contents.
    pub contents: Option<usize>,
}

impl<'text> Scan<'text> {
    /// Before the first paragraph.
    pub fn new(text: &'text str, tables: &'text Tables) -> Self {
        Self {
            text,
            tables,
            heads: zones().initials().or(Marker::initials()).or(&Filter::of(&['目'])),
            candidates: Vec::new(),
            zone: Zone::Body,
            notes_in_text: false,
            contents: None,
        }
    }

    /// Goes through a paragraph, whose number is `index`; `noise` does not end before it.
    pub fn paragraph(&mut self, index: usize, paragraph: Span, noise: &[Span]) {
        let walk = Walk {
            scan: self,
            index,
            paragraph,
            noise,
            at: paragraph.start,
            before: [None, None],
            gap: false,
            quotation: None,
            circled: None,
            remark: false,
        };
        walk.go();
    }

    /// How far the text only goes on with what stands before it: no marker, notes, contents, bracket or quotation begins there.
    /// `number` says that a digit stands right before it.
    fn run_length(&self, text: &str, mut number: bool) -> usize {
        let bytes = text.as_bytes();
        let mut length = 0;
        loop {
            let goes_on = |letter| is_han(letter) && !self.heads.admits(letter);
            while first_han(&bytes[length..]).is_some_and(goes_on) {
                length += HAN;
                number = false;
            }
            match bytes[length..] {
                [digit, ..] if digit.is_ascii_digit() && number => length += 1,
                // ，；：。、
                [0xef, 0xbc, 0x8c | 0x9b | 0x9a, ..] | [0xe3, 0x80, 0x82 | 0x81, ..] => {
                    length += HAN;
                    number = false;
                }
                _ => return length,
            }
        }
    }

    /// Whether ② behind a word goes on a list, ①修渠②打井, or ① begins one, 重点是①修渠: else it is the mark of a note.
    fn lists(&self, number: u32, at: usize, before: Option<char>, last: Option<(u32, usize)>) -> bool {
        /// A point that the next one touches is at most so many bytes.
        const POINT: usize = 180;
        match last {
            Some((last, end)) if number == last + 1 => {
                at - end < POINT && !self.text[end..at].contains(['。', '！', '？'])
            }
            _ => number == 1 && (before.is_some_and(|before| "是为有即指含括".contains(before)) || self.opens_list(at)),
        }
    }

    /// Whether ① stands right behind the words of a heading, and ② behind a sentence: 推进产业化①修渠2条；②打井3眼。
    fn opens_list(&self, at: usize) -> bool {
        const HEADING: usize = 90;
        let rest = &self.text[at..];
        let heading = self.candidates.last().is_some_and(|last| {
            let words = &self.text[last.span.end.min(at)..at];
            !last.marker.style.is_point() && words.len() < HEADING && words.chars().all(is_han)
        });
        let next = || rest.find('②').is_some_and(|next| rest[..next].ends_with(['；', ';', '。']));
        heading && next()
    }

    /// Whether the words behind a marker are the label of a row of a form that the law lays down: cells or another marker follow.
    fn is_form_row(&self, rest: Span) -> bool {
        /// A label of so many characters is one without cells, too.
        const LONG: usize = 6;
        const LABEL: usize = 40;
        let letters = rest.of(self.text).chars().filter(|&character| !is_space(character));
        if !letters.clone().next().is_some_and(|first| forms().has_initial(first)) {
            return false;
        }
        let label: Vec<char> = letters.take(LABEL).collect();
        let Some(length) = forms().head(&label) else { return false };
        let Some(&next) = label.get(length) else { return length >= LONG };
        let cell = arabic_digit(next).is_some() || matches!(next, '|' | '/' | '-' | '—' | '（' | '(');
        cell || Marker::at(&label[length..].iter().collect::<String>()).is_some()
    }

    /// Notes and attachments begin with their name and a colon, or with their name alone on the line.
    fn enter_zone(&mut self, rest: Span, place: Place) {
        if place == Place::Line && heads_notes(rest.of(self.text)) {
            self.zone = Zone::Notes;
        }
        let shown = |character: &char| !is_space(*character) && !matches!(character, '*' | '#' | '【' | '】' | '-');
        let letters = rest.of(self.text).chars().filter(shown);
        if !letters.clone().next().is_some_and(|first| first == '目' || zones().has_initial(first)) {
            return;
        }
        // Behind a word only a longer name with a colon begins them.
        let word = place == Place::Word;
        let mut head = ['\0'; 10];
        let mut length = 0;
        for character in letters.take(head.len()) {
            head[length] = character;
            length += 1;
        }
        if self.contents.is_none()
            && head.starts_with(&['目', '录'])
            && (length == 2 || chinese_digit(head[2]).is_some())
        {
            self.contents = Some(self.candidates.len());
        }
        if let Some((name, &zone)) = zones().at(&head[..length], 0) {
            let next = head[..length].get(name).copied();
            let numbered = next.is_some_and(|next| arabic_digit(next).is_some() || chinese_digit(next).is_some());
            let alone = next.is_none() && place == Place::Line;
            let listed = numbered && (place == Place::Line || zone == Zone::Notes && name > 1 && !word);
            let named = matches!(next, Some('：' | ':')) && !(word && name < 2);
            // A report may itself be an attachment: 附件1 above its title.
            const ABOVE: usize = 200;
            let above = zone == Zone::Attachment
                && self.candidates.is_empty()
                && rest.start <= ABOVE
                && !self.text[..rest.start].contains('。');
            if (alone || listed || named) && !above {
                self.zone = zone;
            }
        }
    }
}

/// A way through one paragraph.
struct Walk<'scan, 'text> {
    scan: &'scan mut Scan<'text>,
    index: usize,
    paragraph: Span,
    /// The noise that is not passed yet.
    noise: &'scan [Span],
    at: usize,
    /// The last two characters that show.
    before: [Option<char>; 2],
    /// Whether white space has followed them.
    gap: bool,
    /// Where the quotation that is open began.
    quotation: Option<usize>,
    /// The last ① of a list and where it ends.
    circled: Option<(u32, usize)>,
    /// Whether the bracket that is open, or was closed last, stands behind a sentence.
    remark: bool,
}

impl Walk<'_, '_> {
    fn go(mut self) {
        loop {
            self.pass_noise();
            if self.at >= self.paragraph.end {
                break;
            }
            if !self.pass_run() {
                self.step();
            }
        }
    }

    fn pass_noise(&mut self) {
        while let Some(hole) = self.noise.first().filter(|hole| hole.start <= self.at) {
            self.at = self.at.max(hole.end);
            self.noise = &self.noise[1..];
        }
    }

    /// Passes what only goes on with what stands before it, and tells whether there was any.
    fn pass_run(&mut self) -> bool {
        // At the head of a paragraph a word may open notes.
        if self.before[0].is_none() {
            return false;
        }
        let limit = self.noise.first().map_or(self.paragraph.end, |hole| hole.start.min(self.paragraph.end));
        let rest = &self.scan.text[self.at..limit];
        let number = !self.gap && self.before[0].is_some_and(|before| before.is_ascii_digit());
        let run = &rest[..self.scan.run_length(rest, number)];
        let mut last = run.chars().rev();
        let Some(character) = last.next() else { return false };
        self.before = [Some(character), last.next().or(self.before[0])];
        self.gap = false;
        self.at += run.len();
        true
    }

    /// Goes on by a character or by the marker that begins with it.
    fn step(&mut self) {
        let character = character_at(self.scan.text, self.at);
        let bullet = self.before[0].is_none() && matches!(character, '>' | '•' | '●' | '■' | '◆');
        if is_space(character) || bullet || matches!(character, '#' | '*') {
            self.gap |= is_space(character);
            self.at += character.len_utf8();
            return;
        }
        self.quote(character);
        let place = self.place(character);
        if place != Place::Comma && (place != Place::Word || zones().has_initial(character)) {
            self.scan.enter_zone(Span::new(self.at, self.paragraph.end), place);
        }
        match self.marker(character, place) {
            Some(marker) if self.is_of_note(marker, place) => {
                self.scan.notes_in_text |= marker.number == 1 || self.ends_words(marker);
                self.pass(character);
            }
            Some(marker)
                if place != Place::Word || !matches!(marker.style, Style::Capital | Style::Letter | Style::Article) =>
            {
                self.take(marker, place);
            }
            _ => self.pass(character),
        }
        self.gap = false;
    }

    /// Opens or closes a quotation.
    fn quote(&mut self, character: char) {
        match character {
            '“' | '《' if self.quotation.is_none() => self.quotation = Some(self.at),
            '”' | '》' | '"' => self.quotation = None,
            _ => {}
        }
    }

    /// What stands before the character. A bracket behind a sentence ends one as well.
    fn place(&mut self, character: char) -> Place {
        let place = match place(self.before, self.gap) {
            Place::Word | Place::Gap if self.remark && matches!(self.before[0], Some('）' | ')')) => Place::Sentence,
            place => place,
        };
        if matches!(character, '（' | '(') {
            self.remark = place == Place::Sentence;
        }
        place
    }

    /// The marker that begins with the character.
    fn marker(&self, character: char, place: Place) -> Option<Marker> {
        let quoted = self.quotation.is_some_and(|open| self.at - open < QUOTATION);
        let letter = character.is_ascii_alphabetic() && place != Place::Line;
        if quoted || letter || !Marker::may_begin(character) || !may_follow(self.before, place, character) {
            return None;
        }
        let rest = &self.scan.text[self.at..self.paragraph.end];
        let marker = Marker::at(rest)?;
        // 比例降到3. at the end of a line, and 9 on the next, are one number.
        let behind = rest[marker.len..].trim_start_matches(is_space);
        let ends_line = rest[marker.len..].chars().next().is_none_or(breaks_line);
        let goes_on = behind.is_empty() || behind.starts_with(|next| arabic_digit(next).is_some());
        if place == Place::Word && ends_line && goes_on && rest[..marker.len].ends_with('.') {
            return None;
        }
        // 一，and 1，number a line, not a clause.
        let numbers = !marker.loose && (marker.sign != '，' || marker.style.is_point());
        (numbers || place == Place::Line).then_some(marker)
    }

    /// Whether ① is the mark of a note, not of a point.
    fn is_of_note(&self, marker: Marker, place: Place) -> bool {
        place == Place::Word
            && marker.style == Style::Circled
            && !self.scan.lists(marker.number, self.at, self.before[0], self.circled)
    }

    /// Whether the words before a marker end there.
    fn ends_words(&self, marker: Marker) -> bool {
        let next = self.scan.text[self.at + marker.len..self.paragraph.end].chars().next();
        next.is_none_or(|next| matches!(next, '。' | '，' | '、' | '；' | ',' | '）'))
    }

    fn pass(&mut self, character: char) {
        self.before = [Some(character), self.before[0]];
        self.at += character.len_utf8();
    }

    /// Takes a marker for a candidate.
    fn take(&mut self, marker: Marker, place: Place) {
        let span = Span::new(self.at, self.at + marker.len);
        let point = marker.style == Style::Circled;
        self.circled = point.then_some((marker.number, span.end)).or(self.circled);
        let candidate = Candidate {
            marker,
            span,
            place: if point && place == Place::Word { Place::Sentence } else { place },
            paragraph: self.index,
            limit: self.paragraph.end,
            zone: self.scan.zone,
            table: self.row(span),
        };
        self.scan.candidates.push(candidate);
        // What follows a marker begins like a sentence.
        self.before = [Some('。'), None];
        self.at = span.end;
    }

    /// The row of a table or form that a marker begins or stands in.
    fn row(&self, marker: Span) -> Option<Row> {
        let Scan { text, tables, .. } = *self.scan;
        let heads = self.scan.is_form_row(Span::new(marker.end, self.paragraph.end))
            || tables.row(text, marker.end) == Row::Head;
        if heads { Some(Row::Head) } else { tables.holds(marker.start).then_some(Row::Between) }
    }
}

/// Whether a line is the heading of notes: （《政府工作报告》名词解释，按出现顺序排列）
fn heads_notes(paragraph: &str) -> bool {
    const LONGEST: usize = 120;
    let head = &paragraph[..paragraph.ceil_char_boundary(LONGEST + 1)];
    let line = head.split(breaks_line).next().unwrap_or_default();
    if line.len() > LONGEST || line.len() < paragraph.trim_end_matches(is_space).len() {
        return false;
    }
    let frame =
        |character: char| is_space(character) || matches!(character, '*' | '#' | '：' | ':' | '>' | '【' | '】' | '-');
    let words = line.trim_matches(frame);
    let words = words
        .strip_suffix(['）', ')'])
        .and_then(|words| words.rsplit_once(['（', '(']))
        .map_or(words, |(before, _)| before);
    let words = words.trim_end_matches(frame);
    !words.contains(['，', '。', '；']) && note_headings().ends_text(words)
}

/// The character that begins at a byte.
fn character_at(text: &str, at: usize) -> char {
    match text.as_bytes()[at] {
        ascii @ ..=0x7f => ascii as char,
        _ => text[at..].chars().next().unwrap_or_default(),
    }
}

fn place(before: [Option<char>; 2], gap: bool) -> Place {
    let [Some(last), second] = before else { return Place::Line };
    let ends = |character: char| matches!(character, '。' | '！' | '？' | '；' | '：' | ';' | '!' | '?' | ':' | '…');
    let closed = matches!(last, '”' | '’' | '）' | ')' | '》' | '"' | '*') && second.is_some_and(ends);
    let full_stop = last == '.' && second.is_some_and(|second| !second.is_ascii_digit());
    match last {
        _ if ends(last) || closed || full_stop => Place::Sentence,
        '，' | ',' | '、' => Place::Comma,
        _ if gap => Place::Gap,
        _ => Place::Word,
    }
}

/// Whether a marker that begins with `character` may stand behind a word that ends so: 统一、 and 第（一）项 hold none.
fn may_follow(before: [Option<char>; 2], place: Place, character: char) -> bool {
    const BOUND: &str =
        "第统唯之其单专万周初合同每任某逐划归百千十两几数这那期拜大高如均不选样表图件一二三四五六七八九〇零";
    let Some(last) = before[0].filter(|_| place == Place::Word) else { return true };
    // 整齐划一、 holds none, 工作计划一、 one.
    let plans = last == '划' && matches!(before[1], Some('计' | '规'));
    match character {
        '（' | '(' | '〔' => !matches!(last, '第' | '条' | '款' | '项' | '表' | '图'),
        '0'..='9' | '０'..='９' => {
            !last.is_ascii() && arabic_digit(last).is_none() && !matches!(last, '第' | '．' | '－' | '—' | '～')
        }
        _ => plans || !BOUND.contains(last),
    }
}
