//! Where a heading ends: at its line, at the end of a short sentence, or where the text begins that it runs into.

use super::statutory;
use crate::language::{closers, openers};
use crate::report::{Part, Span};
use crate::text::{Style, arabic_digit, asks_on, breaks_line, is_han, is_space, parts_words};

/// A sentence of at most so many characters that leads a paragraph is a heading.
const SENTENCE: usize = 40;
/// A line without a full stop is a heading up to so many characters.
const LINE: usize = 80;
/// A lead has at most so many characters.
const LEAD: usize = 80;
/// A word of more characters than these belongs to a sentence.
const SEGMENT: usize = 20;
/// What may be a heading before a space, a colon or an opener has at least so many characters.
const LEAST: usize = 4;

/// A heading as it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading {
    /// Its words, without closing punctuation.
    pub title: Option<Span>,
    /// How the text after the marker begins: the first sentence, or as much of it as a lead holds.
    pub lead: Span,
    /// The first of several lines, where no title was found and the line could be one.
    pub line: Option<Span>,
    /// The first sentence, if a heading may run into it.
    pub run: Option<Span>,
}

/// Reads the heading in `body`: what stands between a marker and the next one, or the end of the paragraph.
/// `tabled` says that a table follows.
pub fn read(text: &str, body: Span, style: Style, tabled: bool) -> Heading {
    let mut body = body;
    let trimmed = body.of(text).trim_start_matches(is_blank);
    body.start = body.end - trimmed.len();
    body.end = body.start + trimmed.trim_end_matches(is_blank).len();
    let sentence = Sentence::read(text, body);
    let lead = Span::new(body.start, sentence.lead_end);
    let told = || problems_end(text, Span::new(body.start, sentence.end));
    let title_end = match sentence.stop {
        // The whole of a line is its heading; a point that long is a sentence that lost its full stop.
        Stop::End if sentence.length <= if style.is_point() { SENTENCE } else { LINE } => {
            let cells = |gap: &usize| tabled || sentence.length > SENTENCE || has_cells(&text[*gap..body.end]);
            let opens = |gap: &usize| text[*gap..body.end].ends_with(['：', ':']) || opens(&text[*gap..body.end], true);
            sentence.gap.filter(opens).or(sentence.first_gap.filter(cells)).unwrap_or(sentence.end)
        }
        Stop::Mark if sentence.length <= SENTENCE => {
            let timed = |&at: &usize| {
                let rest = &text[at..sentence.end];
                let closed = is_closed(&text[body.start..at]);
                begins_period(rest) || closed && (opens(rest, false) || begins_year(rest))
            };
            let dated = || opener(text, body).filter(|&at| at < sentence.end).filter(timed);
            sentence.gap.or_else(dated).or_else(told).filter(|_| !style.is_point()).unwrap_or(sentence.end)
        }
        _ => match sentence
            .first_gap
            .filter(|&gap| has_cells(&text[gap..sentence.end]))
            .or(sentence.gap)
            .or_else(|| opener(text, body))
            .or_else(told)
        {
            Some(end) if !style.is_point() => end,
            _ => body.start,
        },
    };
    let title = without_note(text[body.start..title_end].trim_end_matches(closes_heading));
    let title = (!title.is_empty()).then(|| Span::new(body.start, body.start + title.len()));
    let first_line = || body.of(text).split(breaks_line).next().unwrap_or_default().trim_end_matches(is_blank);
    let could_be = |line: &&str| {
        line.len() < body.end - body.start && line.chars().count() <= SENTENCE && !asks_on(line) && !counts_on(line)
    };
    let line = title.is_none().then(first_line).filter(could_be);
    let run_end = if title_end == body.start { sentence.end } else { title_end };
    Heading {
        title,
        lead,
        line: line.map(|line| Span::new(body.start, body.start + line.len())),
        run: (!style.is_point()).then(|| Span::new(body.start, run_end)),
    }
}

/// Whether figures stand in several clauses of a line, as in those of a sentence: 受理申请76件，审结65件
fn counts_on(line: &str) -> bool {
    line.split(['，', ',', '；']).filter(|clause| clause.contains(|letter| arabic_digit(letter).is_some())).count() > 1
}

/// Where a heading in bold ends, **一、总体情况**全年平稳: the marker stands in the bold as well.
pub fn bold_end(text: &str, marker: Span, body: Span) -> Option<usize> {
    let end = text[..marker.start].ends_with("**").then(|| body.of(text).find("**"))??;
    (body.of(text)[..end].chars().count() <= LINE).then_some(body.start + end)
}

/// A heading without the mark of a note at its end: 压实责任[5]
fn without_note(title: &str) -> &str {
    let mark = title.strip_suffix([']', '］']).map(|rest| rest.trim_end_matches(|digit| arabic_digit(digit).is_some()));
    let marked = mark.filter(|rest| rest.len() + 1 < title.len()).and_then(|rest| rest.strip_suffix(['[', '［']));
    marked.map_or(title, |title| title.trim_end_matches(closes_heading))
}

/// Whether a line ends here, but for the mark that closes a heading.
pub fn ends_line(rest: &str) -> bool {
    rest.trim_start_matches(|mark| closes_heading(mark) && !breaks_line(mark)).chars().next().is_none_or(breaks_line)
}

/// Whether cells of a table stand in the words: figures with white space around them.
fn has_cells(words: &str) -> bool {
    words.split(is_space).any(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_blank(character: char) -> bool {
    is_space(character) || matches!(character, '*' | '#')
}

fn closes_heading(character: char) -> bool {
    is_blank(character) || matches!(character, '。' | '；' | '：' | '，' | '、' | ';' | ':' | ',' | '.' | '！' | '？')
}

/// What a sentence ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A full stop or the like.
    Mark,
    /// The end of the paragraph or the next marker.
    End,
    /// It is longer than a heading or a lead.
    Far,
}

/// The first sentence after a marker.
struct Sentence {
    length: usize,
    /// Before its mark.
    end: usize,
    stop: Stop,
    lead_end: usize,
    /// The space where a heading ends and its text begins.
    gap: Option<usize>,
    /// The first space that parts words.
    first_gap: Option<usize>,
}

impl Sentence {
    fn read(text: &str, body: Span) -> Self {
        let mut sentence =
            Self { length: 0, end: body.end, stop: Stop::End, lead_end: body.end, gap: None, first_gap: None };
        let mut words = vec![Word::default()];
        let mut depth = 0_usize;
        let mut before = ' ';
        // A line break inside a paragraph is a soft one and parts nothing.
        let (mut spaced, mut broken) = (false, false);
        for (offset, character) in body.of(text).char_indices() {
            let at = body.start + offset;
            if is_space(character) {
                spaced |= parts_words(character);
                broken |= breaks_line(character);
                continue;
            }
            if spaced && !broken && depth == 0 {
                let rest = &text[at..body.end];
                let opens = opens(rest, false);
                // 存在问题和 2024 年计划, …，力争 2024 年…: figures may be set apart.
                let figure = arabic_digit(character).is_some() && !opens;
                let goes_on = joins(before) || figure && words.iter().any(|word| word.comma);
                if is_word(before)
                    && !goes_on
                    && (is_word(character) || character == '（' || opens || begins_year(rest))
                {
                    words.push(Word { start: at, length: 0, opens, comma: false, figure: false });
                }
            }
            (spaced, broken) = (false, false);
            match character {
                '（' | '《' | '“' | '(' | '〔' => depth += 1,
                // A writer may close “ with a straight mark.
                '）' | '》' | '”' | ')' | '〕' | '"' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let stop = matches!(character, '。' | '！' | '？' | '；' | ';') || character == '.' && is_han(before);
            if stop && depth == 0 {
                (sentence.end, sentence.stop) = (at, Stop::Mark);
                break;
            }
            if let Some(word) = words.last_mut() {
                word.length += 1;
                word.comma |= depth == 0 && matches!(character, '，' | ',');
                word.figure |= arabic_digit(character).is_some();
            }
            sentence.length += 1;
            before = character;
            if sentence.length > LEAD {
                (sentence.end, sentence.stop) = (at, Stop::Far);
                break;
            }
        }
        sentence.lead_end = sentence.end;
        sentence.gap = gap(&words, sentence.stop != Stop::Far, false);
        sentence.first_gap = gap(&words, false, true);
        sentence
    }
}

/// What stands between spaces.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    start: usize,
    length: usize,
    /// Whether a sentence opens with it.
    opens: bool,
    /// Whether a comma stands in it.
    comma: bool,
    /// Whether a figure stands in it.
    figure: bool,
}

/// The space where a heading ends and its text begins. A heading may have several words (抓学习 促落实); it ends before the
/// first that opens a sentence or has a comma in it, else before the last, if that is no other half of the heading. `first` asks
/// for the first space.
fn gap(words: &[Word], sentence_ends: bool, first: bool) -> Option<usize> {
    let mut before = words.first()?.length;
    let mut last = before;
    let mut spread = before == 1;
    for (index, word) in words.iter().enumerate().skip(1) {
        // Letters set apart are one word.
        let letters = last == 1 && (word.length == 1 || !spread);
        spread &= word.length == 1;
        if !letters {
            let sentence = word.opens || word.comma || word.figure || word.length > SEGMENT;
            let ends = sentence_ends && index + 1 == words.len() && word.length != last && before >= LEAST;
            if sentence && before >= 2 || ends || first && before >= LEAST {
                return Some(word.start);
            }
        }
        before += word.length;
        last = word.length;
    }
    None
}

/// Whether a heading does not end with a character, since it joins what follows: 问题和
pub fn joins(last: char) -> bool {
    matches!(last, '的' | '和' | '与' | '及' | '在' | '对' | '于' | '到' | '至' | '自')
}

/// A character of a word, or the sign that closes or opens a quotation.
fn is_word(character: char) -> bool {
    is_han(character) || matches!(character, '”' | '“' | '》' | '《' | '）')
}

/// Whether a sentence opens here: with a year and what sets it off, or with words that open sentences.
fn opens(rest: &str, whole_line: bool) -> bool {
    let sets_time = |after: char| matches!(after, '，' | ',') || !whole_line && sets_time(after);
    year_end(rest).is_some_and(|end| rest[end..].chars().find(|&next| !is_space(next)).is_some_and(sets_time))
        || begins_month(rest)
        || openers().after_heading(rest)
}

/// Whether the words begin with months that set the time of a sentence: 1-12月，
fn begins_month(words: &str) -> bool {
    let digit =
        |character: char| arabic_digit(character).is_some() || matches!(character, '-' | '—' | '－' | '至' | '~');
    let rest = words.trim_start_matches(digit);
    rest.len() < words.len()
        && arabic_digit(words.chars().next().unwrap_or_default()).is_some()
        && (rest.starts_with("月，")
            || rest.starts_with("月份，")
            || rest.starts_with("月,")
            || rest.starts_with("月份,"))
}

/// Whether a sentence begins here with a year, or a part of one, set off by a comma: 2023年一季度，
fn begins_period(rest: &str) -> bool {
    const PERIOD: usize = 7;
    year_end(rest).is_some_and(|end| rest[end..].chars().take(PERIOD).any(|next| matches!(next, '，' | ',')))
}

/// What follows 2023年 where it begins a sentence: 2023年，全县… 推进2023年重点任务 goes on.
fn sets_time(after: char) -> bool {
    matches!(after, '，' | ',' | '以' | '我' | '全' | '度' | '上' | '下' | '前' | '一' | '二' | '三' | '四')
        || arabic_digit(after).is_some()
}

/// Whether a text begins here that may follow a heading.
pub fn begins_text(rest: &str) -> bool {
    // A year or a month begins with a digit, all others with their words.
    let may_begin = |first| arabic_digit(first).is_some() || openers().may_begin(first);
    rest.starts_with(may_begin) && (begins_year(rest) || begins_month(rest) || openers().after_title(rest))
}

fn begins_year(words: &str) -> bool {
    year_end(words).is_some()
}

/// Where the year ends that the words begin with: 2023年, 2023 年
fn year_end(words: &str) -> Option<usize> {
    let digits = words.char_indices().take_while(|&(_, character)| arabic_digit(character).is_some());
    let (last, digit) =
        digits.take(5).enumerate().filter(|&(index, _)| index < 5).last().filter(|&(index, _)| index == 3)?.1;
    let rest = words[last + digit.len_utf8()..].trim_start_matches(is_space);
    rest.starts_with('年').then(|| words.len() - rest.len() + '年'.len_utf8())
}

/// Whether the words end as headings do that say what a part of a report is about.
fn is_closed(words: &str) -> bool {
    closers().ends_text(words)
}

/// Where a sentence begins behind a heading with no mark between: before a year or a word that opens sentences, or behind a word
/// that headings end with (存在的问题), before what a sentence begins with.
fn opener(text: &str, body: Span) -> Option<usize> {
    let words = body.of(text);
    let mut before = ' ';
    for (length, (offset, character)) in words.char_indices().enumerate().take(SENTENCE) {
        let rest = &words[offset..];
        let bound = arabic_digit(before).is_some()
            || joins(before)
            || matches!(before, '，' | ',' | '、' | '《' | '“' | '（' | '(');
        let begins = || begins_text(rest) || openers().acts(rest);
        // A year or a month begins with a digit, all others with their words.
        let may_begin = || arabic_digit(character).is_some() || openers().may_begin(character);
        if length >= LEAST && !bound && may_begin() && (opens(rest, false) || is_closed(&words[..offset]) && begins()) {
            return Some(body.start + offset);
        }
        before = character;
    }
    None
}

/// Where a heading ends that says that problems are told, and a sentence with clauses runs into it: 存在问题人手不足，经费紧张。
fn problems_end(text: &str, sentence: Span) -> Option<usize> {
    const LONGEST: usize = 14;
    let words = sentence.of(text);
    let heads = |&(at, next): &(usize, char)| {
        let goes_on = matches!(next, '和' | '与' | '及' | '的' | '之' | '整' | '清' | '分' | '台');
        !goes_on
            && is_han(next)
            && words[at..].contains(['，', ','])
            && is_closed(&words[..at])
            && statutory::of_heading(&words[..at], 1, None) == Some(Part::Problems)
    };
    words.char_indices().take(LONGEST).skip(LEAST).find(heads).map(|(at, _)| sentence.start + at)
}
