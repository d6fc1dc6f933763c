//! The particulars of a report: its sort, title, issuer, year and day.

use super::{day, issuer, year};
use crate::language::{GenrePlace, genre_ends, genres, openers, title_endings};
use crate::language::{Reporting, Sense, reporting, senses};
use crate::report::{Genre, Section, Span};
use crate::text::{breaks_line, front, has_year, headline, is_space, passed_on, title};

/// The opening of a report, where the words that tell its sort are sought, is at most so many bytes.
const OPENING: usize = 1500;
/// A title that runs into a sentence ends within so many bytes.
const GLUED: usize = 300;
/// A bracket that touches the title ends within so many bytes.
const BRACKET: usize = 120;
/// A title that the page has a label for stands in one of so many stretches.
const HEAD: usize = 16;
/// A title stands below at most so many paragraphs.
const LEAD: usize = 2;
/// An opening that speaks so often of growth is statistics.
const GROWTH: usize = 4;

/// The particulars.
#[derive(Debug)]
pub struct Particulars {
    pub genre: Genre,
    pub title: Option<String>,
    pub title_span: Option<Span>,
    pub issuer: Option<String>,
    pub year: Option<i32>,
    pub dated: bool,
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
    let pieces = front(text, head.iter().copied(), |_, piece| vec![piece]);
    // A first line that runs on into the next is the beginning of a sentence.
    let first_line = head.first().filter(|line| !pieces.is_empty() && !line.of(text).trim().contains(breaks_line));
    let title_span = title(text, &pieces)
        .map(|title| title.span)
        .or_else(|| announced(text, &head, noise))
        .or_else(|| glued(text, &head))
        .map(|span| (span, true))
        .or_else(|| {
            // Above the day of a page stands its title.
            let mut lines = head.iter().take(HEAD).filter(|&&line| is_labelled(text, line, noise));
            let span = lines.find_map(|&line| headline(text, line, true))?;
            Some((span, ends_as_title(span.of(text))))
        })
        .or_else(|| {
            first_line
                .and_then(|&line| {
                    headline(text, line, is_labelled(text, line, noise)).or_else(|| leading(text, line, &pieces))
                })
                .map(|span| (span, ends_as_title(span.of(text))))
        })
        .or_else(|| {
            // A site may say in a sentence above it where the report is from.
            let (_, below) = head.split_first()?;
            let mut lines = below.iter().take(LEAD).filter_map(|&line| title(text, &[line]));
            lines.next().map(|title| (title.span, true))
        });
    // The title of a report names who reports; another headline may name anybody.
    let (title_span, names) = title_span.map_or((None, false), |(span, names)| (Some(span), names));
    let title: Option<String> = title_span.map(|span| joined(span.of(text)));
    let opening_start = title_span.map_or(head.first().map_or(0, |first| first.start), |span| span.end);
    let opening = Span::new(opening_start, text.floor_char_boundary(opening_start + OPENING));
    let genre = genre(title.as_deref(), opening.of(text));
    let before_body =
        head.first().map_or(0, |first| first.start)..pieces.last().map_or(0, |last| last.end).max(opening_start);
    let published = published(text, noise, before_body, title_span, sections);
    let words: String = without(opening, noise).into_iter().map(|span| span.of(text)).collect();
    let year = year::reported(text, genre, title.as_deref(), &words, sections, published);
    let page = issuer::Page { text, paragraphs, noise, pieces: &pieces, title: title.as_deref(), names, opening };
    let issuer = issuer::find(&page);
    let dated = published.is_some() || title.as_deref().is_some_and(has_year);
    Particulars { genre, title, title_span, issuer, year, dated, published: published.map(day::iso) }
}

/// A headline that leads its line: a sentence opens behind the space after it.
fn leading(text: &str, line: Span, pieces: &[Span]) -> Option<Span> {
    let first = pieces.first().filter(|first| first.end < line.end)?;
    let rest = text[first.end..line.end].trim_start_matches(is_space);
    let opens = year::leading(rest).is_some() || openers().after_title(rest);
    opens.then(|| headline(text, *first, false)).flatten()
}

/// Whether words end as the title of a report does, though nothing else tells that they are one.
fn ends_as_title(words: &str) -> bool {
    title_endings().ends_text(words)
}

/// Whether page furniture with a day stands right below a line.
fn is_labelled(text: &str, line: Span, noise: &[Span]) -> bool {
    noise.iter().find(|noise| noise.start >= line.end).is_some_and(|noise| {
        text[line.end..noise.start].trim_matches(is_space).is_empty() && day::find(noise.of(text)).is_some()
    })
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

/// The words without white space and Markdown, but for spaces between words of Latin letters.
pub fn joined(words: &str) -> String {
    let mut joined = String::new();
    let mut spaced = false;
    for character in words.chars().filter(|character| !matches!(character, '*' | '#')) {
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

/// A title that runs into the first sentence and that the page has printed before: at the end of a path, behind a label, or right
/// before it.
fn announced(text: &str, head: &[Span], noise: &[Span]) -> Option<Span> {
    const LEAST: usize = 8;
    const MOST: usize = 60;
    let first = head.iter().find(|line| !line.of(text).trim_matches(is_space).is_empty())?;
    let words = first.of(text);
    let start = first.start + words.len() - words.trim_start_matches(is_space).len();
    let words = &text[start..first.end];
    let printed = noise.iter().take_while(|noise| noise.start < start).map(|noise| noise.of(text));
    let step = printed
        .flat_map(|noise| {
            let step = noise.rsplit(['>', '»', '：', ':', '|', '\t']).next();
            let file = noise.split_once('《').and_then(|(_, rest)| rest.split(['》', '.']).next());
            step.into_iter().chain(file)
        })
        .map(|step| step.trim_matches(is_space))
        .filter(|step| (LEAST..=MOST).contains(&step.chars().count()) && words.starts_with(step))
        .max_by_key(|step| step.len());
    let doubled = || {
        let ends = words.char_indices().map(|(at, _)| at).skip(LEAST).take(MOST - LEAST);
        ends.filter(|&end| words[end..].starts_with(&words[..end])).last()
    };
    step.map(str::len).or_else(doubled).map(|length| Span::new(start, start + length))
}

/// A title that runs into the first sentence: it ends where a year, or words that open sentences, begin it.
fn glued(text: &str, head: &[Span]) -> Option<Span> {
    let first = head.first()?;
    let words = first.of(text);
    let start = first.start + words.len() - words.trim_start_matches(is_space).len();
    let words = Span::new(start, first.end).of(text);
    let words = &words[..words.floor_char_boundary(GLUED)];
    let stop = words.find(['，', '。', ',', '；', '：', ':']).unwrap_or(words.len());
    let mut cuts = words[..stop].char_indices().filter(|&(at, _)| {
        let rest = &words[at..];
        let year = rest.chars().nth(4) == Some('年') && has_year(&rest[..rest.floor_char_boundary(8)]);
        let dated =
            || rest.strip_prefix(['（', '(']).is_some_and(|rest| has_year(&rest[..rest.floor_char_boundary(15)]));
        year || openers().after_title(rest) || dated()
    });
    let is_title = |end: usize| title(text, &[Span::new(start, start + end)]).map(|title| title.span);
    cuts.find_map(|(at, _)| {
        // 关于2022年工作情况的报告云溪县水务局: who made it may stand between.
        let ends = words[..at].char_indices().map(|(end, _)| end).skip(1);
        let named = |&end: &usize| issuer::is_name(&words[end..at]);
        (at > 0).then(|| is_title(at).or_else(|| ends.filter(named).find_map(is_title))).flatten()
    })
}

/// The sort of document: by its title, else by its opening: by what it says, by how much it speaks of growth, by what is likely.
fn genre(title: Option<&str>, opening: &str) -> Genre {
    let find = |words: &str, places: &[GenrePlace]| {
        genres().first_in(words, |(_, place)| places.contains(place)).map(|&(genre, _)| genre)
    };
    // A plan for law-based government is no report on it; a title with an account in it tells of more than a plan.
    let by_end = |title: &str| {
        let title = passed_on(title);
        let version = title.strip_suffix(['）', ')']).and_then(|title| title.rsplit_once(['（', '(']));
        let called = version.map_or(title, |(called, _)| called);
        let account = senses(Sense::Account).is_in(&called.chars().collect::<Vec<_>>());
        let end = genre_ends().iter().find(|(_, words)| called.ends_with(words));
        end.filter(|_| !account).map(|&(genre, _)| genre)
    };
    // A printer may have broken a line within the words that tell it.
    let by_opening = || {
        let unbroken: String = opening.chars().filter(|&character| !is_space(character)).collect();
        unbroken.split('。').find_map(|sentence| find(sentence, &[GenrePlace::Any]))
    };
    // What is only likely is weighed against the whole opening.
    let likely = || {
        let told = opening
            .split('。')
            .flat_map(|sentence| genres().found_in(sentence, |(_, place)| *place == GenrePlace::Likely));
        told.min_by_key(|&(number, _)| number).map(|(_, &(genre, _))| genre)
    };
    // Where a body tells what it did, growth is what it counts by the way.
    let growth = || {
        let times = reporting(Reporting::Change).iter().map(|word| opening.matches(word).count()).sum::<usize>();
        (times >= GROWTH && !issuer::acts(opening)).then_some(Genre::Statistics)
    };
    title
        .and_then(|title| by_end(title).or_else(|| find(title, &[GenrePlace::Any, GenrePlace::Title])))
        .or_else(by_opening)
        .or_else(growth)
        .or_else(likely)
        .or_else(|| issuer::acts(opening).then_some(Genre::Summary))
        .unwrap_or(Genre::Other)
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
    let furniture = |end: usize| {
        let above = noise.iter().take_while(move |noise| noise.start < end).map(|noise| noise.of(text));
        above.filter(|words| !words.contains("星期") && !words.contains("今天是"))
    };
    let behind =
        |label: &str| furniture(text.len()).find_map(|words| day::find(&words[words.find(label)? + label.len()..]));
    let labelled = behind("发布").or_else(|| behind("时间")).or_else(|| behind("日期"));
    let body = sections.first().map_or(head.end, |section| section.span.start);
    let stamped = |end: usize| furniture(end).find_map(day::find);
    let below_title = || {
        let start = title.map_or(head.start, |title| title.end);
        // A bracket with the day may touch the title, or who made the report.
        let rest = &text[start..text.floor_char_boundary(start + BRACKET)];
        let bracket = || rest.split_once(['（', '(']).filter(|(name, _)| name.is_empty() || issuer::is_name(name));
        day::find(text.get(start..head.end.max(start))?)
            .or_else(|| bracket().and_then(|(_, rest)| day::find(rest.split(['）', ')']).next()?)))
    };
    let signed = || {
        let last = sections
            .last()
            .map_or(head.end, |section| section.span.start)
            .max(text.floor_char_boundary(text.len().saturating_sub(600)));
        let lines: Vec<&str> = text[text.floor_char_boundary(last)..]
            .split(breaks_line)
            .map(|line| line.trim_matches(is_space))
            .filter(|line| !line.is_empty())
            .collect();
        let alone = |line: &str| {
            let words = line.rsplit('。').next().unwrap_or(line).trim_matches(is_space);
            day::alone(words.strip_suffix("印发").unwrap_or(words))
        };
        // A day may be broken between two lines.
        let broken =
            |index: usize| index.checked_sub(1).and_then(|before| alone(&[lines[before], lines[index]].concat()));
        (0..lines.len()).rev().find_map(|index| alone(lines[index]).or_else(|| broken(index)))
    };
    // What is passed on with a letter is signed before its first section.
    let passed_on = || {
        let lines = text[head.start.min(body)..body].split(breaks_line);
        lines.filter_map(|line| day::alone(line.trim_matches(is_space))).next_back()
    };
    // Below the body the day may be that of another page.
    let above = || stamped(body);
    labelled.or_else(above).or_else(below_title).or_else(signed).or_else(passed_on).or_else(|| stamped(text.len()))
}
