//! The particulars of a report: its sort, title, issuer, year and day.

use super::day;
use crate::language::outline::genres;
use crate::report::{Genre, Section, Span};
use crate::text::{front, has_year, headline, is_space, issuer, names_organ, title, year};

/// The opening of a report, where the words that tell its sort are sought, is at most so many bytes.
const OPENING: usize = 1500;
/// A title that runs into a sentence ends within so many bytes.
const GLUED: usize = 300;
/// An opening that speaks so often of growth is statistics.
const GROWTH: usize = 4;
/// The name of a body has at most so many characters.
const NAME: usize = 24;
/// Characters that verbs and small words have, and names of bodies have not.
const NO_NAME: &str = "的在对为以按将把被是有了等各全本我、和紧抓推落实深入认真坚持加强围绕贯彻";
/// What follows where the name of a body only says whose work it is.
const NO_VERB: [&str; 7] = ["工作", "的", "和", "、", "关于", "决策", "部署"];

/// The particulars.
#[derive(Debug)]
pub struct Particulars {
    pub genre: Genre,
    pub title: Option<String>,
    pub title_span: Option<Span>,
    pub issuer: Option<String>,
    pub year: Option<i32>,
    pub published: Option<String>,
}

/// Reads the particulars.
pub fn read(text: &str, paragraphs: &[Span], noise: &[Span], sections: &[Section]) -> Particulars {
    let first_section = sections.first().map_or(text.len(), |section| section.span.start);
    let head: Vec<Span> = paragraphs
        .iter()
        .take_while(|paragraph| paragraph.start < first_section)
        .map(|paragraph| Span::new(paragraph.start, paragraph.end.min(first_section)))
        .flat_map(|paragraph| without(paragraph, noise))
        .collect();
    let pieces = front(text, head.iter().copied());
    // A first line that runs on into the next is the beginning of a sentence.
    let first_line = head.first().filter(|line| !pieces.is_empty() && !line.of(text).trim().contains('\n'));
    let title_span = title(text, &pieces)
        .map(|title| title.span)
        .or_else(|| glued(text, &head))
        .or_else(|| first_line.and_then(|&line| headline(text, line)));
    let title: Option<String> = title_span.map(|span| joined(span.of(text)));
    let opening_start = title_span.map_or(head.first().map_or(0, |first| first.start), |span| span.end);
    let opening = Span::new(opening_start, text.floor_char_boundary(opening_start + OPENING));
    let genre = genre(title.as_deref(), opening.of(text));
    let before_body =
        head.first().map_or(0, |first| first.start)..pieces.last().map_or(0, |last| last.end).max(opening_start);
    let published = published(text, noise, before_body, title_span, sections);
    let year = reported_year(text, genre, title.as_deref(), opening, sections, published);
    let below_title = || {
        pieces
            .iter()
            .filter(|piece| piece.start > opening_start)
            .find_map(|piece| named_below(piece.of(text), title.as_deref()?))
    };
    let issuer = below_title()
        .or_else(|| title.as_deref().and_then(issuer))
        .map(str::to_owned)
        .or_else(|| speaker(text, &pieces))
        .or_else(|| signature(text, paragraphs, noise))
        .or_else(|| subject(opening.of(text)));
    Particulars { genre, title, title_span, issuer, year, published: published.map(day::iso) }
}

/// The parts of a span that no noise holds.
pub fn without(span: Span, noise: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    let first = noise.partition_point(|noise| noise.end <= span.start);
    for hole in noise[first..].iter().take_while(|hole| hole.start < span.end) {
        parts.push(Span::new(start, hole.start.max(start)));
        start = hole.end.max(start);
    }
    parts.push(Span::new(start.min(span.end), span.end));
    parts.retain(|part| !part.is_empty());
    parts
}

/// The words without white space, but for spaces between words of Latin letters.
fn joined(words: &str) -> String {
    let mut joined = String::new();
    let mut spaced = false;
    for character in words.chars() {
        if is_space(character) {
            spaced = true;
            continue;
        }
        let latin = |character: char| character.is_ascii_alphabetic();
        if spaced && latin(character) && joined.chars().next_back().is_some_and(latin) {
            joined.push(' ');
        }
        spaced = false;
        joined.push(character);
    }
    joined
}

/// A title that runs into the first sentence: it ends where a year or 今年 begins the sentence.
fn glued(text: &str, head: &[Span]) -> Option<Span> {
    let first = head.first()?;
    let words = first.of(text);
    let start = first.start + words.len() - words.trim_start_matches(is_space).len();
    let words = Span::new(start, first.end).of(text);
    let words = &words[..words.floor_char_boundary(GLUED)];
    let stop = words.find(['，', '。', ',', '；', '：', ':']).unwrap_or(words.len());
    let mut cuts = words[..stop].char_indices().filter(|&(at, _)| {
        let rest = &words[at..];
        rest.starts_with("今年")
            || rest.starts_with("近年来")
            || rest.chars().nth(4) == Some('年') && has_year(&words[at..words.floor_char_boundary(at + 8)])
    });
    cuts.find_map(|(at, _)| {
        let span = Span::new(start, start + at);
        (at > 0).then(|| title(text, &[span])).flatten().map(|title| title.span)
    })
}

/// The sort of document: by its title, else by its opening, else by how much its opening speaks of growth.
fn genre(title: Option<&str>, opening: &str) -> Genre {
    let by_title = || title.and_then(|title| genres().iter().find(|entry| entry.pattern.is_in(title)));
    let by_opening = || {
        opening
            .split('。')
            .flat_map(|sentence| genres().iter().find(|entry| !entry.title_only && entry.pattern.is_in(sentence)))
            .next()
    };
    if let Some(entry) = by_title().or_else(by_opening) {
        return entry.genre;
    }
    let growth = ["增长", "下降", "同比", "比上年"].iter().map(|word| opening.matches(word).count()).sum::<usize>();
    if growth >= GROWTH { Genre::Statistics } else { Genre::Other }
}

/// The year reported on: the title's; for a report to a congress the year it looks back on; else the opening's.
fn reported_year(
    text: &str,
    genre: Genre,
    title: Option<&str>,
    opening: Span,
    sections: &[Section],
    published: Option<day::Day>,
) -> Option<i32> {
    let before = published.map(|day| day.year - 1);
    if genre == Genre::WorkReport {
        let looking_back = sections.iter().take_while(|section| section.depth == 1).filter_map(|section| {
            let words = section.title?.of(text);
            words.contains("回顾").then(|| year(words)).flatten()
        });
        return looking_back.last().or(before).or_else(|| title.and_then(year)).or_else(|| year(opening.of(text)));
    }
    title.and_then(year).or_else(|| year(opening.of(text))).or(before)
}

/// The day of publication: from a label of the page, from below the title, or from the signature.
fn published(
    text: &str,
    noise: &[Span],
    head: std::ops::Range<usize>,
    title: Option<Span>,
    sections: &[Section],
) -> Option<day::Day> {
    // Of several days the page prints, the one it calls that of publication; never the day of the visit.
    let furniture = || {
        noise.iter().map(|noise| noise.of(text)).filter(|words| !words.contains("星期") && !words.contains("今天是"))
    };
    let behind = |label: &str| furniture().find_map(|words| day::find(&words[words.find(label)? + label.len()..]));
    let labelled = behind("发布")
        .or_else(|| behind("时间"))
        .or_else(|| behind("日期"))
        .or_else(|| furniture().find_map(day::find));
    let below_title = || title.and_then(|title| day::find(text.get(title.end..head.end.max(title.end))?));
    let signed = || {
        let last = sections
            .last()
            .map_or(head.end, |section| section.span.start)
            .max(text.floor_char_boundary(text.len().saturating_sub(600)));
        text[text.floor_char_boundary(last)..].lines().rev().find_map(|line| {
            let after_sentence = line.rsplit('。').next().unwrap_or(line);
            day::alone(after_sentence.trim_matches(is_space))
        })
    };
    labelled.or_else(below_title).or_else(signed)
}

/// The body that signs: the last line, before the day, that is nothing but the name of one.
fn signature(text: &str, paragraphs: &[Span], noise: &[Span]) -> Option<String> {
    let lines = paragraphs.iter().rev().take(6).flat_map(|&paragraph| without(paragraph, noise).into_iter().rev());
    for span in lines {
        for line in span.of(text).lines().rev() {
            let words = joined(line.rsplit('。').next().unwrap_or(line));
            if words.is_empty() || day::alone(&words).is_some() {
                continue;
            }
            let named = day::cut(&words);
            return (names_organ(named) && named.chars().count() <= NAME && !named.contains(['，', '、', '：']))
                .then(|| named.to_owned());
        }
    }
    None
}

/// The body below a title that names its place only: 云溪县统计局 below 2022年云溪县统计公报.
fn named_below<'text>(piece: &'text str, title: &str) -> Option<&'text str> {
    let place = issuer(title)?;
    (piece.len() > place.len() && piece.starts_with(place) && names_organ(piece) && piece.chars().count() <= NAME)
        .then_some(piece)
}

/// The government whose head speaks: 云溪县人民政府县长 below the title.
fn speaker(text: &str, pieces: &[Span]) -> Option<String> {
    const GOVERNMENT: &str = "人民政府";
    pieces.iter().find_map(|piece| {
        let words = piece.of(text);
        let end = words.find(GOVERNMENT)? + GOVERNMENT.len();
        let head = words[end..].chars().nth(1) == Some('长') || words[end..].starts_with('代');
        head.then(|| words[..end].to_owned())
    })
}

/// The body that acts in the opening: 2022年以来，云溪县司法局认真… A bare 我局 names none.
fn subject(opening: &str) -> Option<String> {
    let sentences = opening.split(['。', '\n']).take(3);
    sentences.flat_map(|sentence| sentence.split(['，', ',', '：', ':'])).find_map(|clause| {
        let clause = clause.trim_matches(is_space);
        if let Some(rest) = clause.strip_prefix("我代表") {
            let end = rest.find("政府")? + "政府".len();
            return Some(rest[..end].to_owned());
        }
        let clause = clause.strip_prefix("现将").unwrap_or(clause);
        let ends = clause.char_indices().take(NAME).map(|(at, character)| at + character.len_utf8());
        let names = ends.filter(|&end| names_organ(&clause[..end]) && end > 2 * '局'.len_utf8());
        let name = &clause[..names.last()?];
        let acts = !name.contains(|character: char| NO_NAME.contains(character) || character.is_ascii_digit());
        let whole = clause.len() > name.len() && !NO_VERB.iter().any(|word| clause[name.len()..].starts_with(word));
        (acts && whole).then(|| name.to_owned())
    })
}
