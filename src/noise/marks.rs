//! Marks that stand anywhere, also inside a sentence: templates' and paywalls' leftovers, and the numbers of printed pages.

use std::collections::HashSet;

use crate::language::furniture::{self, Furniture, furniture, tags};
use crate::language::{Reporting, reporting};
use crate::order;
use crate::report::Span;
use crate::text::{
    Line, Lines, Passage, arabic_digit, breaks_line, chinese_digit, is_figure, is_space, letters, positions,
};

/// A line longer than this in bytes is no page number.
const PAGE_NUMBER: usize = 48;
/// A sheet of a text on a site of documents is at least so many bytes, on one line.
const SHEET: usize = 450;
/// The caption of a picture, with who took it, is at most so many bytes.
const CAPTION: usize = 300;
/// The name in a mark has at most so many letters.
const NAME: usize = 24;
/// A comment of the page's source is at most so many bytes.
const COMMENT: usize = 600;
/// A rule of a style sheet is at most so many bytes.
const RULE: usize = 3000;
/// Around the name of a setting stand at most so many bytes of others.
const LEFTOVER: usize = 160;
/// Names of a word processor's settings that a paste may bring along.
const OFFICE: [&str; 3] = ["MicrosoftInternetExplorer", "DocumentNotSpecified", "X-NONE"];
/// Entities that a copy from the page's source leaves behind.
const ENTITIES: [&str; 4] = ["&nbsp;", "&ensp;", "&emsp;", "&#160;"];

/// The marks and page numbers of the text.
pub fn find(text: &str, lines: Lines) -> Vec<Span> {
    let written: Vec<Line> = lines.iter().filter(|line| !line.of(text).chars().all(is_space)).collect();
    let written = || written.iter().copied();
    let mut marks: Vec<Span> = written().filter(|line| is_page_number(line.of(text))).collect();
    if !marks.is_empty() {
        marks.extend(running_heads(text, written(), &marks));
    }
    for line in written() {
        marks.extend(if is_credit(line.of(text)) {
            Some(line)
        } else {
            tag(text, line).or_else(|| dateline(text, line))
        });
    }
    marks.extend(bare_numbers(text, written()));
    marks.extend(sheets(text, written()));
    marks.extend(sayings(text));
    marks.extend(watermarks(text));
    let mut next = 0;
    for at in positions(text, |byte| matches!(byte, b'#' | b'&' | b'<' | b'{' | b'M' | b'D' | b'X')) {
        if text[at..].starts_with(char::is_alphabetic) {
            let name = OFFICE.iter().find(|&&name| text[at..].starts_with(name));
            marks.extend(name.map(|name| leftover(text, Span::new(at, at + name.len()))));
        } else if at >= next {
            let length = mark(&text[at..]);
            let found = if length > 0 { Some(Span::new(at, at + length)) } else { style_rule(text, at) };
            next = found.map_or(at + 1, |mark| mark.end);
            marks.extend(found);
        }
    }
    marks.extend(text.match_indices('第').filter_map(|(at, _)| page_of(text, at).or_else(|| turned_page(text, at))));
    marks
}

/// What a site calls the part of the text that the line begins: 【正文】.
fn tag(text: &str, line: Line) -> Option<Span> {
    let words = line.of(text).trim_start_matches(is_space);
    let (inside, rest) = words.strip_prefix('【')?.split_once('】')?;
    let letters: Vec<char> = inside.chars().filter(|&character| !is_space(character)).collect();
    let whole = |length: usize| length == letters.len();
    let tag = tags().head(&letters).is_some_and(whole);
    let known = || matches!(furniture().at(&letters, 0), Some((length, Furniture::Word)) if whole(length));
    (tag || known()).then(|| Span::new(line.end - words.len(), line.end - rest.len()))
}

/// Where and when an agency reported what the line begins with: 新华社北京3月15日电, 本报讯.
fn dateline(text: &str, line: Line) -> Option<Span> {
    const LONGEST: usize = 16;
    let words = line.of(text).trim_start_matches(is_space);
    if !words.starts_with(|first| furniture().has_initial(first)) {
        return None;
    }
    let letters: Vec<char> = words.chars().take(LONGEST).collect();
    let name = furniture().at(&letters, 0).filter(|(_, sort)| **sort == Furniture::Agency)?.0;
    let end = (name..letters.len()).find(|&at| match letters[at] {
        '电' => letters[at - 1] == '日',
        '讯' => at == name,
        _ => false,
    })?;
    let length: usize = letters[..=end].iter().map(|letter| letter.len_utf8()).sum();
    let start = line.end - words.len();
    Some(Span::new(start, start + length + signed(&words[length..])))
}

/// The length of the bracket at the start of the words that says who wrote what follows: （记者 张三 通讯员 李四）.
fn signed(words: &str) -> usize {
    let bracket = words.trim_start_matches(is_space).strip_prefix(['（', '(']);
    let inside = bracket.and_then(|words| words.split_once(['）', ')']));
    let names = inside.filter(|(names, _)| reporting(Reporting::Press).iter().any(|word| names.starts_with(word)));
    names.map_or(0, |(_, rest)| words.len() - rest.len())
}

/// What a newspaper prints where a text goes on elsewhere: （下转第四版）（上接第一版）; `at` is the 第.
fn turned_page(text: &str, at: usize) -> Option<Span> {
    let before = &text[..at];
    let open =
        reporting(Reporting::Turn).iter().find_map(|way| before.strip_suffix(way)?.strip_suffix(['（', '(']))?.len();
    let number = |digit: char| arabic_digit(digit).is_some() || chinese_digit(digit).is_some();
    let rest = text[at + '第'.len_utf8()..].trim_start_matches(number).strip_prefix('版')?;
    let rest = rest.strip_prefix(['）', ')'])?;
    Some(Span::new(open, text.len() - rest.len()))
}

/// The sentences in which a site speaks of its own of a text: 以下是小编整理的工作总结，欢迎阅读！
fn sayings(text: &str) -> Vec<Span> {
    /// They stand in so many bytes at the top and at the bottom.
    const EDGE: usize = 3000;
    /// One has at most so many bytes.
    const LONGEST: usize = 360;
    let top = Span::new(0, text.floor_char_boundary(EDGE));
    let bottom = Span::new(text.ceil_char_boundary(text.len().saturating_sub(EDGE).max(top.end)), text.len());
    let ends = |character: char| matches!(character, '。' | '！' | '？' | '!' | '?' | '】') || breaks_line(character);
    let mut sayings = Vec::new();
    let words = furniture::sayings();
    for edge in [top, bottom] {
        if !words.is_in(&letters(text, edge, &[])) {
            continue;
        }
        let passage = Passage::new(text, edge, &[]);
        for at in (0..passage.len()).filter(|&at| words.is_at(&passage.chars, at)) {
            let place = passage.start(at);
            let before = &text[edge.start..place];
            let start = place - before.rsplit(ends).next().unwrap_or(before).trim_start_matches(is_space).len();
            let stop = text[place..].char_indices().find(|&(_, character)| ends(character));
            let end =
                stop.map_or(text.len(), |(at, stop)| place + at + if breaks_line(stop) { 0 } else { stop.len_utf8() });
            if end - start <= LONGEST {
                sayings.push(Span::new(start, end));
            }
        }
    }
    sayings
}

/// What a site prints over the sheets of a document, the first among them, in the middle of its sentences: 下载后可任意编辑.
fn watermarks(text: &str) -> impl Iterator<Item = Span> {
    /// The first sheet has more bytes than these.
    const TOP: usize = 3000;
    let top = &text[..text.floor_char_boundary(TOP)];
    let mut printed: Vec<usize> = furniture::watermarks().within(top).map(|(number, _)| number).collect();
    order::sort_by_key(&mut printed, |&number| number);
    printed.dedup();
    let words = printed.into_iter().map(|number| furniture::watermarks().word(number));
    words.flat_map(|word| text.match_indices(word).map(|(at, _)| Span::new(at, at + word.len())))
}

/// The rule of a style sheet whose bracket opens at `open`, with its selector: `p.MsoNormal{ margin:0pt; }`.
fn style_rule(text: &str, open: usize) -> Option<Span> {
    let limit = text.floor_char_boundary(open + RULE);
    let body = &text[open + 1..limit];
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let property = body.trim_start_matches(is_space);
    let value = property.trim_start_matches(is_name);
    (value.len() < property.len() && value.starts_with(':')).then_some(())?;
    let close = body.find(['{', '}']).filter(|&at| body[at..].starts_with('}')).map(|at| open + 1 + at)?;
    let before = text[..open].trim_end_matches(is_space);
    let ascii =
        before.trim_end_matches(|character: char| character.is_ascii() && !matches!(character, '}' | '\n' | '\r'));
    let selector = &before[ascii.len()..];
    let begin = selector.rfind('@').or_else(|| selector.rfind(is_space).map(|at| at + 1)).unwrap_or_default();
    Some(Span::new(ascii.len() + begin, close + 1))
}

/// What a word processor leaves around the name of one of its settings: `false EN-US ZH-CN MicrosoftInternetExplorer4`.
fn leftover(text: &str, name: Span) -> Span {
    let part = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, ' ' | '.' | '-' | '/' | '*' | '\u{a0}' | '磅')
    };
    let before = &text[text.ceil_char_boundary(name.start.saturating_sub(LEFTOVER))..name.start];
    let kept = before.trim_end_matches(part);
    let start = name.start - before[kept.len()..].trim_start_matches(is_space).len();
    let after = &text[name.end..text.floor_char_boundary(name.end + LEFTOVER)];
    let rest = after.trim_start_matches(part);
    let end = name.end + after[..after.len() - rest.len()].trim_end_matches(is_space).len();
    Span::new(start, end)
}

/// The length of the mark at the start of the text: `##paidend##`, `&nbsp;`, `<!-- … -->`.
fn mark(text: &str) -> usize {
    let entity = ENTITIES.iter().find(|&&entity| text.starts_with(entity)).map_or(0, |entity| entity.len());
    if text.starts_with("<!--") {
        return text[..text.floor_char_boundary(COMMENT)].find("-->").map_or(0, |end| end + "-->".len());
    }
    let Some(name) = text.strip_prefix("##") else { return entity };
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let letters = name.bytes().take(NAME).take_while(letter).count();
    if letters > 1 && name[letters..].starts_with("##") { letters + 4 } else { entity }
}

/// The numbers that sites of documents set before each sheet of a text, 1、 before the first: they break sentences in two.
fn sheets(text: &str, written: impl Iterator<Item = Line>) -> Vec<Span> {
    /// Above the first sheet stand at most so many lines.
    const ABOVE: usize = 60;
    let mut sheets: Vec<Span> = Vec::new();
    let mut broken = false;
    let mut before = Span::default();
    for (index, line) in written.enumerate() {
        if index == ABOVE && sheets.is_empty() {
            break;
        }
        let start = line.end - line.of(text).trim_start_matches(is_space).len();
        let number = (sheets.len() + 1).to_string();
        let marked = text[start..].strip_prefix(number.as_str()).is_some_and(|rest| rest.starts_with('、'));
        let first = sheets.is_empty();
        if marked && (first || before.of(text).len() >= SHEET) {
            let goes_on = |last: char| last.is_alphanumeric() || matches!(last, '、' | '，' | ',');
            broken |= !first && before.of(text).trim_end_matches(is_space).ends_with(goes_on);
            sheets.push(Span::new(start, start + number.len() + '、'.len_utf8()));
        }
        before = line;
    }
    if broken { sheets } else { Vec::new() }
}

/// Lines with the number of a page and no sign around it: they count on, apart from other figures, and one stands inside a sentence.
fn bare_numbers(text: &str, written: impl Iterator<Item = Line>) -> Vec<Span> {
    /// A page holds at least so many bytes.
    const PAGE: usize = 300;
    let number = |words: &str| {
        let digits = words.len() <= 3 && words.bytes().all(|digit| digit.is_ascii_digit());
        digits.then(|| words.parse::<u32>().ok()).flatten()
    };
    let (mut numbers, mut last, mut broken): (Vec<Span>, _, _) = (Vec::new(), None, false);
    for (before, line, next) in with_neighbours(written) {
        let words = |line: Option<Line>| line.map_or("", |line| line.of(text).trim_matches(is_space));
        let Some(own) = number(words(Some(line))).filter(|_| before.is_some()) else { continue };
        let (before, next) = (words(before), words(next));
        if is_figure(before) || is_figure(next) {
            continue;
        }
        let near = numbers.last().is_some_and(|number| line.start < number.end + PAGE);
        if near || last.is_some_and(|last| own != last + 1) {
            return Vec::new();
        }
        let stops = before.contains(['，', ',']) && before.ends_with(char::is_alphanumeric);
        broken |= stops && next.starts_with(char::is_alphanumeric);
        last = Some(own);
        numbers.push(line);
    }
    if broken && numbers.len() > 1 { numbers } else { Vec::new() }
}

/// The line that stands beside the numbers of pages again and again: the title of the report, but for its first place.
fn running_heads(text: &str, written: impl Iterator<Item = Line>, numbers: &[Span]) -> Vec<Span> {
    const LONGEST: usize = 180;
    let is_number = |line: Option<Line>| line.is_some_and(|line| numbers.binary_search(&line).is_ok());
    let mut known = HashSet::new();
    let mut heads = Vec::new();
    for (before, line, next) in with_neighbours(written).filter(|(_, line, _)| line.of(text).len() <= LONGEST) {
        let beside = is_number(before) || is_number(next);
        let first = known.insert(line.of(text).trim_matches(is_space));
        if beside && !first && !is_number(Some(line)) {
            heads.push(line);
        }
    }
    heads
}

/// Each line with the one before it and the one behind.
fn with_neighbours(lines: impl Iterator<Item = Line>) -> impl Iterator<Item = (Option<Line>, Line, Option<Line>)> {
    let mut lines = lines.peekable();
    let mut last = None;
    std::iter::from_fn(move || {
        let line = lines.next()?;
        Some((last.replace(line), line, lines.peek().copied()))
    })
}

/// The number of a page that a sentence runs around: 第3页共12页.
fn page_of(text: &str, start: usize) -> Option<Span> {
    let digits = |words: &str| {
        let words = words.trim_start_matches(' ');
        let rest = words.trim_start_matches(|digit| arabic_digit(digit).is_some());
        (rest.len() < words.len()).then(|| rest.trim_start_matches(' ').len())
    };
    let own = &text[start + '第'.len_utf8()..];
    let rest = own[own.len() - digits(own)?..].strip_prefix('页')?.trim_start_matches([' ', '/', '，', ',']);
    let all = rest.strip_prefix('共')?;
    let rest = all[all.len() - digits(all)?..].strip_prefix('页')?;
    Some(Span::new(start, text.len() - rest.len()))
}

/// Whether a line tells who took the picture that stood there: `（张三 摄）`, `图：李四`, `会议现场。本报记者 张三 摄`.
fn is_credit(line: &str) -> bool {
    let line = line.trim_matches(is_space);
    if line.len() <= CAPTION
        && line.trim_end_matches(['）', ')']).ends_with('摄')
        && reporting(Reporting::Press).iter().any(|word| line.contains(word))
    {
        return true;
    }
    // 会议现场。本报记者 张三
    /// The longest name and the space before it.
    const NAME_WITH_SPACE: usize = 5;
    let reporter = |word: &str| {
        let (before, name) = line.rsplit_once(word)?;
        let caption = before.rsplit_once('。').is_some_and(|(_, paper)| !paper.contains(['，', '：', '；']));
        Some(
            caption
                && name.starts_with(is_space)
                && (2..NAME_WITH_SPACE).contains(&name.trim_matches(is_space).chars().count()),
        )
    };
    let spaced = || line.chars().rev().take(NAME_WITH_SPACE).any(is_space);
    if line.len() <= CAPTION && spaced() && reporting(Reporting::Press).iter().any(|word| reporter(word) == Some(true))
    {
        return true;
    }
    if line.len() > PAGE_NUMBER {
        return false;
    }
    let inside = line.strip_prefix(['（', '(']).and_then(|line| line.strip_suffix(['）', ')'])).unwrap_or(line);
    inside.len() < line.len() && inside.ends_with(['摄', '图'])
        || inside.starts_with("图：")
        || inside.starts_with("摄影：")
}

/// Whether a line is a page number: `- 3 -`, `—3—`, `第3页 共12页`, `3 / 12`.
fn is_page_number(line: &str) -> bool {
    if line.len() > PAGE_NUMBER {
        return false;
    }
    let line = line.trim_matches(is_space);
    let digits = line.chars().filter(|&character| arabic_digit(character).is_some()).count();
    let dash = |character: char| matches!(character, '-' | '—' | '－' | '–' | '―' | '─');
    let dashed = line.starts_with(dash)
        && line.ends_with(dash)
        && line.chars().all(|character| dash(character) || is_space(character) || arabic_digit(character).is_some());
    let said = line.starts_with('第')
        && line.ends_with('页')
        && line.chars().all(|character| {
            matches!(character, '第' | '页' | '共' | '/' | '，' | ',')
                || is_space(character)
                || arabic_digit(character).is_some()
        });
    (1..=4).contains(&digits) && dashed || (1..=8).contains(&digits) && said
}
