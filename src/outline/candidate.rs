//! Where markers stand that may head a section, and what speaks for them.

use crate::language::Filter;
use crate::language::{Zone, forms, note_headings, zones};
use crate::report::Span;
use crate::text::{
    HAN, Marker, Row, Style, Tables, arabic_digit, breaks_line, chinese_digit, first_han, is_han, is_space,
};

/// What stands right before a marker, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing: it begins a paragraph.
    Line,
    /// The end of a sentence or clause: 。；：
    Sentence,
    /// White space.
    Gap,
    /// A comma.
    Comma,
    /// Another word.
    Word,
}

/// A marker that may head a section.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// How it is written.
    pub marker: Marker,
    /// Where.
    pub span: Span,
    /// What stands before it.
    pub place: Place,
    /// The paragraph that holds it, and where that ends.
    pub paragraph: usize,
    /// The end of the paragraph.
    pub limit: usize,
    /// Whether it stands among notes or attachments.
    pub zone: Zone,
    /// Whether it stands inside a table, and if so, whether cells follow it in its row.
    pub table: Option<Row>,
}

/// A quotation longer than this in bytes was never closed.
const QUOTATION: usize = 240;

/// Every candidate, in reading order.
pub fn find(text: &str, paragraphs: &[Span], noise: &[Span], tables: &Tables) -> Vec<Candidate> {
    let mut scan = Scan {
        text,
        tables,
        heads: zones().initials().or(Marker::initials()).or(&Filter::of(&['目'])),
        candidates: Vec::new(),
        zone: Zone::Body,
        notes_in_text: false,
        contents: None,
    };
    let mut rest = noise;
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let passed = rest.partition_point(|noise| noise.end <= paragraph.start);
        rest = &rest[passed..];
        scan.paragraph(index, paragraph, rest);
    }
    let Scan { mut candidates, notes_in_text, contents, .. } = scan;
    match contents {
        Some(listed) => drop_contents(&mut candidates, listed),
        None => drop_unnamed_contents(text, &mut candidates),
    }
    if notes_in_text {
        // ① in a sentence points to a note, so ① at the head of a line is that note.
        candidates.retain(|candidate| candidate.marker.style != Style::Circled);
    }
    drop_glossary(text, &mut candidates);
    join_runs(&mut candidates);
    candidates
}

/// Drops the numbers of a glossary that no heading names: the last run of lines, from 1 on, that say what words of the text mean.
fn drop_glossary(text: &str, candidates: &mut Vec<Candidate>) {
    const FEWEST: usize = 3;
    /// So many of them show what the others are.
    const SHOWN: usize = 20;
    let mut first = candidates.len();
    while let Some(candidate) = first.checked_sub(1).map(|before| candidates[before]) {
        let follows = candidates.get(first).is_none_or(|next| {
            next.marker.style == candidate.marker.style && next.marker.follows(candidate.marker.number)
        });
        if candidate.place != Place::Line || !follows {
            break;
        }
        first -= 1;
        if candidate.marker.number == 1 {
            break;
        }
    }
    let run = &candidates[first..];
    let Some(head) = run.first().filter(|head| head.marker.number == 1 && run.len() >= FEWEST) else { return };
    let before = text[..head.span.start].trim_end_matches(is_space);
    let shown = run.len().min(SHOWN);
    let explained = run[..shown].iter().filter(|candidate| explains(text, candidate, before)).count();
    if !before.ends_with(['：', ':']) && explained * 4 >= shown * 3 {
        candidates.truncate(first);
    }
}

/// Whether a line says what a word means that stands in the text before: 3.“放管服”改革：简政放权的简称。
fn explains(text: &str, candidate: &Candidate, before: &str) -> bool {
    const WORD: usize = 90;
    let line = text[candidate.span.end..candidate.limit].trim_start_matches(is_space);
    let Some((word, _)) = line.split_once(['：', ':']).filter(|(word, _)| word.len() <= WORD) else { return false };
    let quoted = word.split_once('“').and_then(|(_, word)| word.split_once('”')).map(|(word, _)| word);
    let known = quoted.unwrap_or(word).trim_matches(is_space);
    known.chars().count() > 1 && before.contains(known)
}

/// Lets the points of one list be one run, though the writer changed the family: 首先, 其次, 第三 or 一是, 二是, 第三.
fn join_runs(candidates: &mut [Candidate]) {
    /// The points of one list are at most this far apart in bytes.
    const LIST: usize = 3000;
    let is_counted =
        |style: Style| matches!(style, Style::Ordinal | Style::Among | Style::Sequence | Style::Is | Style::Must);
    let mut last = [0_u32; Style::COUNT];
    let mut run: Option<(Marker, usize)> = None;
    for candidate in candidates {
        let style = candidate.marker.style;
        if !is_counted(style) {
            continue;
        }
        let own = candidate.marker.follows(last[style as usize]);
        let other = run.filter(|&(other, end)| {
            candidate.marker.follows(last[other.style as usize]) && candidate.span.start < end + LIST
        });
        if let Some((other, _)) = other.filter(|_| !own && candidate.marker.number > 1) {
            candidate.marker = Marker { style: other.style, sign: other.sign, ..candidate.marker };
        }
        last[candidate.marker.style as usize] = candidate.marker.number;
        run = Some((candidate.marker, candidate.span.end));
    }
}

/// Drops the entries of a table of contents: from the first behind its heading to where the same number comes again.
fn drop_contents(candidates: &mut Vec<Candidate>, listed: usize) {
    let Some(first) = candidates.get(listed).map(|candidate| candidate.marker) else { return };
    let again = candidates.iter().skip(listed + 1).position(|candidate| {
        candidate.marker.style == first.style && candidate.marker.number == first.number && candidate.table.is_none()
    });
    if let Some(again) = again {
        candidates.drain(listed..listed + 1 + again);
    }
}

/// Drops a table of contents that no word names: the first headings, with no sentence between them, if the first of them comes
/// again with the same words.
fn drop_unnamed_contents(text: &str, candidates: &mut Vec<Candidate>) {
    const LISTED: usize = 80;
    const WORDS: usize = 8;
    const FEWEST: usize = 3;
    let words = |candidate: &Candidate| {
        let rest = text[candidate.span.end..candidate.limit].chars();
        rest.filter(|&character| !is_space(character) && !matches!(character, '*' | '#'))
            .take(WORDS)
            .collect::<String>()
    };
    let Some(first) = candidates.first().copied() else { return };
    if !first.marker.style.is_heading() || first.place != Place::Line {
        return;
    }
    let own = words(&first);
    let again = candidates.iter().take(LISTED).skip(1).position(|candidate| {
        candidate.marker.style == first.marker.style
            && candidate.marker.number == first.marker.number
            && candidate.place == Place::Line
            && words(candidate) == own
    });
    let apart =
        |again: &usize| *again >= FEWEST && !text[first.span.start..candidates[*again].span.start].contains('。');
    if let Some(again) = again.map(|again| again + 1).filter(apart) {
        candidates.drain(..again);
    }
}

struct Scan<'text> {
    text: &'text str,
    tables: &'text Tables,
    /// The characters of words with which markers, notes and contents begin.
    heads: Filter,
    candidates: Vec<Candidate>,
    zone: Zone,
    notes_in_text: bool,
    /// How many candidates there were before a table of contents.
    contents: Option<usize>,
}

impl Scan<'_> {
    fn paragraph(&mut self, index: usize, paragraph: Span, mut noise: &[Span]) {
        let bytes = self.text.as_bytes();
        // The last two characters that show, and whether white space has followed them.
        let mut before = [None, None];
        let mut gap = false;
        let mut quotation: Option<usize> = None;
        // The last ① of a list and where it ends.
        let mut circled: Option<(u32, usize)> = None;
        // Whether the bracket that is open, or was closed last, stands behind a sentence.
        let mut remark = false;
        let mut at = paragraph.start;
        while at < paragraph.end {
            while let Some(hole) = noise.first().filter(|hole| hole.start <= at) {
                at = at.max(hole.end);
                noise = &noise[1..];
            }
            if at >= paragraph.end {
                break;
            }
            // At the head of a paragraph a word may open notes.
            if before[0].is_some() {
                let limit = noise.first().map_or(paragraph.end, |hole| hole.start.min(paragraph.end));
                let rest = &self.text[at..limit];
                let run = &rest[..self.run_length(rest)];
                if !run.is_empty() {
                    let mut last = run.chars().rev();
                    before = [last.next(), last.next().or(before[0])];
                    gap = false;
                    at += run.len();
                    continue;
                }
            }
            let character = character_at(self.text, bytes, at);
            let end = at + character.len_utf8();
            if is_space(character) {
                gap = true;
                at = end;
                continue;
            }
            if matches!(character, '#' | '*') {
                at = end;
                continue;
            }
            match character {
                '“' | '《' if quotation.is_none() => quotation = Some(at),
                '”' | '》' | '"' => quotation = None,
                _ => {}
            }
            let quoted = quotation.is_some_and(|open| at - open < QUOTATION);
            let place = match place(before, gap) {
                Place::Word | Place::Gap if remark && matches!(before[0], Some('）' | ')')) => Place::Sentence,
                place => place,
            };
            if matches!(character, '（' | '(') {
                remark = place == Place::Sentence;
            }
            if place != Place::Comma && (place != Place::Word || zones().has_initial(character)) {
                self.enter_zone(Span::new(at, paragraph.end), place);
            }
            let letter = character.is_ascii_alphabetic() && place != Place::Line;
            // 一，and 1，number a line, not a clause.
            let numbers = |marker: &Marker| {
                !marker.loose && (marker.sign != '，' || marker.style.is_point()) || place == Place::Line
            };
            let marker = (!quoted && !letter && Marker::may_begin(character) && may_follow(before, place, character))
                .then(|| Marker::at(&self.text[at..paragraph.end]))
                .flatten()
                .filter(numbers);
            match marker {
                Some(marker)
                    if place == Place::Word
                        && marker.style == Style::Circled
                        && !self.lists(marker.number, at, before[0], circled) =>
                {
                    let next = self.text[at + marker.len..paragraph.end].chars().next();
                    self.notes_in_text |= marker.number == 1
                        || next.is_none_or(|next| matches!(next, '。' | '，' | '、' | '；' | ',' | '）'));
                    before = [Some(character), before[0]];
                    at = end;
                }
                Some(marker)
                    if place != Place::Word
                        || !matches!(marker.style, Style::Capital | Style::Letter | Style::Article) =>
                {
                    let span = Span::new(at, at + marker.len);
                    let point = marker.style == Style::Circled;
                    let place = if point && place == Place::Word { Place::Sentence } else { place };
                    circled = point.then_some((marker.number, span.end)).or(circled);
                    let table = self.tables.holds(at).then_some(Row::Between);
                    let listed = self.is_form_row(Span::new(span.end, paragraph.end));
                    let row = if listed || self.tables.row(self.text, span.end) == Row::Head {
                        Some(Row::Head)
                    } else {
                        table
                    };
                    self.candidates.push(Candidate {
                        marker,
                        span,
                        place,
                        paragraph: index,
                        limit: paragraph.end,
                        zone: self.zone,
                        table: row,
                    });
                    // What follows a marker begins like a sentence.
                    before = [Some('。'), None];
                    at = span.end;
                }
                _ => {
                    before = [Some(character), before[0]];
                    at = end;
                }
            }
            gap = false;
        }
    }

    /// How far the text only goes on with what stands before it: no marker, notes, contents, bracket or quotation begins there.
    fn run_length(&self, text: &str) -> usize {
        let goes_on = |letter| is_han(letter) && !self.heads.admits(letter);
        let mut length = 0;
        loop {
            while first_han(&text.as_bytes()[length..]).is_some_and(goes_on) {
                length += HAN;
            }
            match text[length..].chars().next() {
                Some(mark @ ('，' | '。' | '、' | '；' | '：')) => length += mark.len_utf8(),
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
            _ => number == 1 && before.is_some_and(|before| "是为有即指含括".contains(before)),
        }
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
fn character_at(text: &str, bytes: &[u8], at: usize) -> char {
    match bytes[at] {
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
