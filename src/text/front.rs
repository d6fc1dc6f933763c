//! What stands before the body of a report: pieces of lines, one of them perhaps the title.

use std::ops::Range;

use super::bytes::{find_mark, han_length};
use super::{Line, Marker, is_space, issuer, parts_words};
use crate::language::{Organ, organs, title_endings, titles};
use crate::language::{Reporting, reporting};
use crate::report::Span;

/// No front is longer than so many pieces.
const PIECES: usize = 200;
/// No front is longer than so many bytes.
const BYTES: usize = 16_000;
/// A piece of so many characters with a comma in it is a sentence.
const SENTENCE: usize = 40;
/// A title has at most so many characters.
const TITLE: usize = 80;
/// A title that has none of the words of titles has at least so many characters.
const HEADLINE: usize = 8;
/// A label that a column stroke sets off from its value has at most so many characters.
const LABEL: usize = 6;
/// A title this short may be the rest of one that began on the line before.
const REST: usize = 8;

/// Marks that a title has not.
const MARKS: [char; 10] = ['。', '；', '！', '？', '：', ':', '，', ',', '>', '|'];

/// The pieces of a line that white space parts. Letters set apart (政 府 工 作 报 告) are one piece, so is what stands in brackets.
pub fn pieces(text: &str, line: Line) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    let mut depth = 0_usize;
    let mut apart = true;
    let mut spread = false;
    let tabular = line.of(text).matches('|').nth(1).is_some();
    let mut end = line.start;
    loop {
        // Nearly all are of these.
        if !apart && let Some(last) = pieces.last_mut() {
            let words = han_length(&text[end..line.end]);
            end += words;
            if words > 0 {
                last.end = end;
            }
        }
        let Some(character) = text[end..line.end].chars().next() else { break };
        let start = end;
        end += character.len_utf8();
        if is_space(character) {
            apart |= depth == 0 && parts_words(character) && !in_year(text, line, start);
            continue;
        }
        match character {
            '（' | '(' | '《' | '〔' | '【' | '[' if is_closed(&text[start..line.end]) => depth += 1,
            '）' | ')' | '》' | '〕' | '】' | ']' => depth = depth.saturating_sub(1),
            // A colon belongs to the label before it.
            '：' | ':' => apart = false,
            '|' if !tabular && pieces.last().is_some_and(|last| last.of(text).chars().count() <= LABEL) => {
                apart = false
            }
            // A subtitle begins with a dash.
            '—' if depth == 0 && text[start..line.end].starts_with("——") => apart = true,
            _ => {}
        }
        match pieces.last_mut() {
            Some(last) if !apart => last.end = end,
            // One character after one character: letters set apart, up to a second character without space.
            Some(last) if spread && single(text, line, start) => last.end = end,
            _ => {
                spread = single(text, line, start);
                pieces.push(Span::new(start, end));
            }
        }
        apart = false;
    }
    pieces
}

/// Whether a bracket that the words begin with is closed: a page may cut off its end, 其他文件（其他应主动公开的.
fn is_closed(words: &str) -> bool {
    const REACH: usize = 300;
    let near = words[..words.floor_char_boundary(REACH)].chars().skip(1);
    let mut marks = near.filter(|character| "（）()《》〔〕【】[]".contains(*character));
    marks.next().is_some_and(|mark| "）)》〕】]".contains(mark))
}

/// Whether the space at `start` only sets the figures of a year apart: 云溪县 2022 年工作总结. They may be broken off their line.
fn in_year(text: &str, line: Line, start: usize) -> bool {
    const YEAR: usize = 4;
    let space = [' ', '\n'];
    let figures = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits == YEAR && rest[digits..].strip_prefix(space).is_some_and(|rest| rest.starts_with('年'))
    };
    let rest = &text[start..line.end];
    let Some(after) = rest.strip_prefix(space) else { return false };
    let year = start.checked_sub(YEAR).filter(|&year| year >= line.start && text.is_char_boundary(year));
    figures(after) || year.is_some_and(|year| figures(&text[year..line.end]))
}

/// Whether the character at `start` has white space, a colon or the end of the line behind it.
fn single(text: &str, line: Line, start: usize) -> bool {
    let mut rest = text[start..line.end].chars();
    let han = rest.next().is_some_and(is_han);
    han && rest.next().is_none_or(|next| is_space(next) || matches!(next, '：' | ':'))
}

/// Whether a character is one of Chinese words.
pub fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// The pieces before the body: up to the first that reads like a sentence, an address or a heading. `parted` cuts pieces that
/// touch each other apart.
pub fn front(text: &str, lines: impl IntoIterator<Item = Line>, parted: impl Fn(&str, Span) -> Vec<Span>) -> Vec<Span> {
    let mut front = Vec::new();
    let mut left = BYTES;
    let mut lines = lines.into_iter().peekable();
    while let Some(mut line) = lines.next() {
        // A year may be broken off the title that it begins.
        if is_year(line.of(text))
            && let Some(next) = lines.next_if(|next| next.of(text).starts_with('年'))
        {
            line.end = next.end;
        }
        let line = Span::new(line.start, text.floor_char_boundary(line.end.min(line.start + left)));
        left -= line.end - line.start;
        let pieces = pieces(text, line).into_iter().flat_map(|piece| parted(text, piece));
        for (index, piece) in pieces.enumerate() {
            if front.len() == PIECES || is_body(piece.of(text), index == 0) {
                return front;
            }
            front.push(piece);
        }
    }
    front
}

/// Whether a line is a year and nothing else.
fn is_year(line: &str) -> bool {
    line.len() == 4 && line.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_body(words: &str, begins_line: bool) -> bool {
    let words = words.trim_start_matches(['#', '*', ' ']);
    let heads = Marker::at(words).is_some_and(|marker| marker.style.is_heading() && marker.number == 1);
    let addresses = || begins_line && words.starts_with("各位") && words.chars().count() < SENTENCE;
    let has_comma = || find_mark(words, |mark| matches!(mark, '，' | ',')).is_some();
    let is_long = || words.char_indices().nth(SENTENCE).is_some() && has_comma();
    heads || addresses() || is_long() || find_mark(words, |mark| matches!(mark, '。' | '！')).is_some()
}

/// A title among the pieces of a front.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The pieces that hold it.
    pub pieces: Range<usize>,
    /// Where it stands; a bracket behind it with a day or a name is left out.
    pub span: Span,
}

/// The title: the piece that reads most like one, the later of two, with what belongs to it in the pieces before; where none does,
/// the first that Markdown heads the text with. A piece too short to be a title may be the end of one that the line broke.
pub fn title(text: &str, pieces: &[Span]) -> Option<Title> {
    // What the page calls itself, with the name of the site before or behind, is not the title that it repeats.
    let page = |index: &usize| pieces[index + 1..].iter().any(|own| names_page(pieces[*index].of(text), own.of(text)));
    let whole = (0..pieces.len())
        .filter(|index| !page(index))
        .filter_map(|index| Some((score(pieces[index].of(text))?, index, index)));
    // What stands above the menu of a page begins no title below it.
    let adjoins = |index: usize| text[pieces[index - 1].end..pieces[index].start].chars().all(is_space);
    let broken = (1..pieces.len()).filter(|&index| adjoins(index)).filter_map(|index| {
        let (before, own) = (pieces[index - 1].of(text), pieces[index].of(text));
        let (length, long) = (own.chars().count(), before.chars().count() > REST || names_organ(before));
        // 开展情况总结 alone reads like a title, but less than with the line before, which is no whole one.
        let rest = length <= REST && score(own).is_none_or(|own| score(before).is_some_and(|before| own < before));
        let counts = own.chars().all(|character| character.is_ascii_digit());
        let joined =
            (rest && long && !counts && !is_strong(before)).then(|| score(&[before.trim_end(), own].concat()))??;
        Some((joined, index, index - 1))
    });
    let framed = (0..pieces.len()).filter_map(|first| {
        let last = frame(text, &pieces[first..])? + first;
        (first + 1..=last).all(adjoins).then_some(())?;
        let joined = pieces[first..=last].iter().map(|piece| piece.of(text)).collect::<String>();
        Some((score(&joined)?, last, first))
    });
    let headed = || (0..pieces.len()).find(|&index| heads_text(pieces[index].of(text))).map(|index| (0, index, index));
    let (_, mut last, mut first) = whole.chain(broken).chain(framed).max().or_else(headed)?;
    let goes_on = |next: &Span| adds(next.of(text)) && ends_as_title(next.of(text));
    while pieces.get(last + 1).is_some_and(goes_on) && adjoins(last + 1) {
        last += 1;
    }
    while first > 0 && adjoins(first) && belongs(pieces[first - 1].of(text), pieces[first].of(text)) {
        first -= 1;
    }
    Some(Title { pieces: first..last + 1, span: bare(text, Span::new(pieces[first].start, pieces[last].end)) })
}

/// Whether words are the name of a page: its title with that of the site before or behind it, 云溪县人民政府-2022年工作总结.
pub fn names_page(words: &str, title: &str) -> bool {
    const STROKES: [char; 6] = ['-', '_', '|', '–', '－', '—'];
    let site = words.strip_prefix(title).map(|site| site.starts_with(STROKES));
    let site = site.or(words.strip_suffix(title).map(|site| site.ends_with(STROKES)));
    site == Some(true) && title.chars().count() >= HEADLINE
}

/// Whether the words end as titles do whatever else stands in them.
fn is_strong(words: &str) -> bool {
    let words = words.trim_end();
    title_endings().ends_text(words) && titles().iter().any(|&(ending, strong)| strong && words.ends_with(ending))
}

/// The piece in which a title ends that begins with 关于 in the first and ends with 的报告 or the like in a later one.
fn frame(text: &str, pieces: &[Span]) -> Option<usize> {
    const LINES: usize = 4;
    let closed = |words: &str| {
        let ending = words.trim_end_matches(is_space).rsplit_once('的').map(|(_, ending)| ending);
        ending.is_some_and(|ending| title_endings().is_text(ending))
    };
    let plain = |words: &str| words.chars().count() <= SENTENCE && !words.contains(MARKS);
    let opens = pieces.first().is_some_and(|first| first.of(text).contains("关于") && !closed(first.of(text)));
    let mut lines = pieces.iter().take(LINES).take_while(|line| plain(line.of(text)));
    lines.position(|line| closed(line.of(text))).filter(|_| opens)
}

/// Whether a piece is a heading of the first level in Markdown, or all bold: # 标题, **标题**
fn heads_text(piece: &str) -> bool {
    let heading = piece.strip_prefix('#').filter(|rest| rest.starts_with(is_space));
    let bold = piece.strip_prefix("**").and_then(|piece| piece.strip_suffix("**"));
    heading.or(bold).is_some_and(|words| {
        let words = words.trim_matches(is_space);
        let plain = !words.contains(['。', '，', '；', '：', ':', '*']) && !words.starts_with(['—', '-', '（']);
        // 云溪县人民政府县长 张三 speaks, and heads nothing.
        let person = reporting(Reporting::Head).iter().any(|head| words.contains(head));
        plain
            && !person
            && (6..=SENTENCE).contains(&words.chars().count())
            && Marker::at(words).is_none()
            && !has_day(words)
    })
}

/// A title that only its place tells: the first piece, on a line of its own, with no mark in it that a sentence has; above the
/// label of a page (`labelled`) it may have a comma or colon in it.
pub fn headline(text: &str, line: Line, labelled: bool) -> Option<Span> {
    let span = bare(text, line);
    let words = span.of(text).trim_matches(is_space);
    let length = words.chars().filter(|&character| !is_space(character)).take(SENTENCE + 1).count();
    if !(HEADLINE..=SENTENCE).contains(&length) {
        return None;
    }
    let plain = !words.contains(['。', '；', '|', '〔', '>', '/', '\t']) && !words.ends_with(['，', ',']);
    // 有关情况如下： announces what follows.
    let opens = line.of(text).trim_end_matches(is_space).ends_with(['：', ':']);
    let announces = opens && !title_endings().ends_text(words);
    let pure = labelled || !words.contains(['，', '：', ':', ',']);
    let other = announces
        || has_day(words)
        || names_organ(words)
        || words.contains("各位")
        || words.contains("同志们")
        || words.starts_with("附件")
        || names_person(words)
        || Marker::at(words).is_some();
    (plain && pure && !other && !words.starts_with(['—', '-', '（', '('])).then_some(span)
}

/// Whether the words say who speaks, and nothing else: 云溪县审计局局长 张三, 云溪县人民政府县长 李四.
pub fn names_person(words: &str) -> bool {
    const NAME: usize = 4;
    let offices = || reporting(Reporting::Office).iter().chain(reporting(Reporting::Head));
    offices().any(|office| {
        words.rsplit_once(office).is_some_and(|(body, name)| {
            let letters = name.chars().filter(|&character| !is_space(character));
            // The head of 云溪县 is 云溪县县长, 云溪县长 or 县长.
            body.chars().count() > 1 && letters.count() <= NAME
        })
    })
}

/// The words without the mark of a note behind them: `[1]` `①`
fn without_note(words: &str) -> &str {
    let plain = words.trim_end_matches(|last: char| matches!(last, '①'..='⑳'));
    let inside = plain.strip_suffix([']', '］', '〕']).and_then(|plain| plain.rsplit_once(['[', '［', '〔']));
    inside
        .filter(|(_, number)| number.chars().all(|digit| super::arabic_digit(digit).is_some()))
        .map_or(plain, |(before, _)| before)
}

/// A span without the white space and signs around a title, and without a bracket, a colon or the mark of a note behind it.
fn bare(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let frame = |character: char| is_space(character) || matches!(character, '#' | '*' | '：' | ':');
    let begin = words.len() - words.trim_start_matches(frame).len();
    let words_end = body_of(without_note(words.trim_end_matches(frame)));
    let end = words_end.trim_end_matches(frame).len();
    Span::new(span.start + begin, span.start + end.max(begin))
}

/// How much the words read like a title; nothing if they do not.
fn score(words: &str) -> Option<u32> {
    // Wherever one of these stands: a colon may stand at the end.
    if words.contains(|letter| MARKS.contains(&letter) && !matches!(letter, '：' | ':')) {
        return None;
    }
    let words: String =
        words.chars().filter(|&character| !is_space(character) && character != '*' && character != '#').collect();
    let words = words.trim_end_matches(['：', ':']);
    let body = body_of(without_note(words));
    let plain = if body.ends_with(['）', ')']) {
        body.rsplit_once(['（', '(']).map_or(body, |(before, _)| before)
    } else {
        body
    };
    // A page may number its titles: 工作总结1.
    let plain = match plain.trim_end_matches(|last: char| last.is_ascii_digit()) {
        words if plain.len() - words.len() <= 2 => words,
        _ => plain,
    };
    // 2023-01-09发布 is no title.
    let undated =
        plain.trim_start_matches(|first: char| first.is_ascii_digit() || matches!(first, '-' | '.' | '/' | ':'));
    let length = plain.chars().count();
    if undated.chars().count() < 4
        || !(4..=TITLE).contains(&length)
        || words.contains(MARKS)
        || words.starts_with(['—', '-'])
        || Marker::at(words).is_some()
    {
        return None;
    }
    if !title_endings().ends_text(plain) {
        return None;
    }
    let strong = titles().iter().find(|(ending, _)| plain.ends_with(ending)).map(|&(_, strong)| strong)?;
    let dated = has_year(words);
    let about = plain.contains("关于");
    let told = about || plain.contains("工作总结");
    let issued = issuer(plain).is_some();
    ((length >= 6 || issued) && (strong || dated || told)).then_some(
        2 * u32::from(strong) + 2 * u32::from(dated) + u32::from(about) + u32::from(issued) + u32::from(length >= 10),
    )
}

/// The words without a bracket at their end that holds a day, a name or a remark rather than a year.
fn body_of(words: &str) -> &str {
    let words = words.trim_end();
    let Some((before, inside)) = words.strip_suffix(['）', ')']).and_then(|words| words.rsplit_once(['（', '(']))
    else {
        return words;
    };
    let dated = inside.contains('月') || inside.matches(['-', '.', '/']).count() > 1;
    // （草案） and （摘要） say what of the report it is.
    let version = reporting(Reporting::Version).iter().any(|version| inside.trim().ends_with(version));
    if version || has_year(inside) && !dated { words } else { before.trim_end() }
}

/// Whether a year stands in the words.
pub fn has_year(words: &str) -> bool {
    year(words).is_some()
}

/// The first year in the words, in Arabic or Chinese digits: 2022年, 二〇二二年, 2022 where 年 was left out.
pub fn year(words: &str) -> Option<i32> {
    let digit = |character: char| match character {
        '〇' | '○' | 'Ｏ' | 'O' | 'o' | '零' => Some(0),
        '十' => None,
        _ => super::arabic_digit(character).or(super::chinese_digit(character)),
    };
    let mut run = Vec::new();
    for character in words.chars().chain([' ']) {
        match digit(character) {
            Some(value) => run.push(value as i32),
            None => {
                if let [a @ (1 | 2), b, c, d] = run[..]
                    && (a, b) >= (1, 9)
                    && (a, b) <= (2, 0)
                {
                    return Some(a * 1000 + b * 100 + c * 10 + d);
                }
                run.clear();
            }
        }
    }
    None
}

/// Whether words go on with a title that stands before: 与2024年计划草案的报告, 和2024年工作计划.
fn adds(words: &str) -> bool {
    let plain = words.chars().count() <= SENTENCE && !words.contains(MARKS);
    plain && reporting(Reporting::Join).iter().any(|word| words.starts_with(word)) && issuer(words).is_none()
}

/// Whether words end as titles do.
fn ends_as_title(words: &str) -> bool {
    let words = words.trim_end();
    title_endings().ends_text(words)
}

/// Whether a piece is the beginning of the title that goes on in the next.
fn belongs(piece: &str, next: &str) -> bool {
    let piece = piece.trim_matches(['#', '*', ' ']);
    let length = piece.chars().count();
    if length > SENTENCE
        || piece.contains(['。', '；', '：', ':', '，', '）', ')', '〕', '>', '|', '/'])
        || has_day(piece)
    {
        return false;
    }
    let next = next.trim_matches(['#', '*', ' ']);
    let rest = next.chars().count() <= REST;
    let names = names_organ(piece) && length >= 3;
    let begins = piece.contains("关于") || has_year(piece);
    let dates = next.chars().next().is_some_and(is_han) && is_period(piece);
    // 云溪县司法局贯彻落实 has an object to come.
    let lacks = next.starts_with('《') && issuer(piece).is_some();
    // A page may call the report otherwise above it: a whole title begins no other.
    if is_strong(piece) && has_year(piece) && !adds(next) {
        return false;
    }
    // 中共云溪镇委员会 and the government of the town report together.
    let both = names && piece.starts_with("中共") && next.contains("关于") && issuer(next).is_some();
    let heads = both || names && next.starts_with("关于") || begins && adds(next) || dates || lacks;
    heads || issuer(next).is_none() && (names || (begins && !has_year(next))) || rest && (names || begins)
}

/// Whether words are a year and nothing else: 2023年, 2023年度.
fn is_period(words: &str) -> bool {
    words
        .strip_suffix("年度")
        .or(words.strip_suffix('年'))
        .is_some_and(|year| year.chars().count() == 4 && has_year(year))
}

fn has_day(words: &str) -> bool {
    words.contains('日') && words.contains('月') || words.contains(['-', '.']) && has_year(words)
}

/// Whether the words end as the name of a body does.
pub fn names_organ(words: &str) -> bool {
    match organs().text_tail(words) {
        Some((_, Organ::Name)) => true,
        Some((length, Organ::Place)) => names_place(words, length),
        _ => false,
    }
}

/// Whether a common word at the end, of so many characters, ends the name of a place: a short one of its own stands before it,
/// at the beginning or behind the name of a larger place.
fn names_place(words: &str, length: usize) -> bool {
    const LONGEST: usize = 3;
    let before = words.chars().rev().skip(length);
    let larger = |letter: &char| matches!(letter, '省' | '市' | '县' | '区' | '州' | '旗' | '盟');
    let own: Vec<char> = before.take_while(|letter| !larger(letter)).take(LONGEST + 1).collect();
    (1..=LONGEST).contains(&own.len()) && own.into_iter().all(is_han)
}
