//! The particulars of a report: its sort, title, issuer, year and day.

use super::day;
use crate::language::outline::{GenrePlace, genres, openers, titles};
use crate::report::{Genre, Section, Span};
use crate::text::{arabic_digit, breaks_line, front, has_year, headline, is_space, issuer, names_organ, title, year};

/// The opening of a report, where the words that tell its sort are sought, is at most so many bytes.
const OPENING: usize = 1500;
/// A title that runs into a sentence ends within so many bytes.
const GLUED: usize = 300;
/// A bracket that touches the title ends within so many bytes.
const BRACKET: usize = 120;
/// An opening that speaks so often of growth is statistics.
const GROWTH: usize = 4;
/// The year that is reported on ended before this month.
const SPRING: u32 = 6;
/// What tells that part of a year is reported on.
const MONTHLY: [&str; 5] = ["月份", "季度", "上半年", "1-", "1—"];
/// The name of a body has at most so many characters.
const NAME: usize = 24;
/// Characters that small words have, and names of bodies have not.
const NO_NAME: &str = "的在以按为把被是了我、“”《》（）()：:";
/// How a report calls itself that tells who made it: 本报告由云溪县商务局编制.
const OWN: [&str; 5] = ["本报告", "本年报", "本年度报告", "本年度年报", "本公报"];
/// Marks that the name of a body has not.
const MARKS: [char; 4] = ['，', '、', '：', '。'];
/// How a body calls itself that reports: who else acts beside it does not report.
const SELF: [&str; 12] =
    ["我局", "我厅", "我委", "我办", "我院", "我校", "我行", "我处", "我会", "我站", "我部", "我中心"];

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
    let pieces = front(text, head.iter().copied(), |_, piece| vec![piece]);
    // A first line that runs on into the next is the beginning of a sentence.
    let first_line = head.first().filter(|line| !pieces.is_empty() && !line.of(text).trim().contains(breaks_line));
    let title_span = title(text, &pieces)
        .map(|title| title.span)
        .or_else(|| announced(text, &head, noise))
        .or_else(|| glued(text, &head))
        .map(|span| (span, true))
        .or_else(|| {
            first_line
                .and_then(|&line| {
                    headline(text, line, is_labelled(text, line, noise)).or_else(|| leading(text, line, &pieces))
                })
                .map(|span| (span, ends_as_title(span.of(text))))
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
    let year = reported_year(text, genre, title.as_deref(), &words, sections, published);
    let below_title = || {
        pieces
            .iter()
            .filter(|piece| piece.start > opening_start)
            .find_map(|piece| named_below(piece.of(text), title.as_deref()?))
    };
    // A title may name the place only, and who speaks or signs the body of that place.
    let of_place = || {
        let place = title.as_deref().filter(|_| names).and_then(issuer)?;
        place.ends_with(['省', '市', '县', '区', '州', '旗', '镇', '乡']).then_some(())?;
        let of_place = |body: &String| body.len() > place.len() && body.starts_with(place);
        head_of(text, &pieces).filter(of_place).or_else(|| signature(text, paragraphs, noise).filter(of_place))
    };
    let issuer = below_title()
        .map(str::to_owned)
        .or_else(of_place)
        .or_else(|| title.as_deref().filter(|_| names).and_then(issuer).map(str::to_owned))
        .or_else(|| subtitle(text, &pieces))
        .or_else(|| speaker(text, &pieces))
        .or_else(|| title_span.filter(|_| names && pieces.is_empty()).and_then(|_| named_behind(opening.of(text))))
        .or_else(|| signature(text, paragraphs, noise))
        .or_else(|| subject(opening.of(text)));
    Particulars { genre, title, title_span, issuer, year, published: published.map(day::iso) }
}

/// A headline that leads its line: a sentence opens behind the space after it.
fn leading(text: &str, line: Span, pieces: &[Span]) -> Option<Span> {
    let first = pieces.first().filter(|first| first.end < line.end)?;
    let rest = text[first.end..line.end].trim_start_matches(is_space);
    let opens = year_at(rest).is_some() || openers().after_title(rest);
    opens.then(|| headline(text, *first, false)).flatten()
}

/// Whether words end as the title of a report does, though nothing else tells that they are one.
fn ends_as_title(words: &str) -> bool {
    titles().iter().any(|&(ending, _)| words.ends_with(ending))
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
fn joined(words: &str) -> String {
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
        let named = |&end: &usize| is_name(&words[end..at]);
        (at > 0).then(|| is_title(at).or_else(|| ends.filter(named).find_map(is_title))).flatten()
    })
}

/// The body right behind a title that runs into it: 关于2022年工作情况的报告云溪县水务局（2023年1月6日）.
fn named_behind(opening: &str) -> Option<String> {
    let name = opening.split(['（', '(', '，', '。', ' ']).next().unwrap_or_default();
    let name = day::cut(name);
    is_name(name).then(|| name.to_owned())
}

/// Whether words are the name of a body and nothing else.
fn is_name(words: &str) -> bool {
    let sign = |sign: char| NO_NAME.contains(sign) || sign.is_ascii_digit();
    (3..=NAME).contains(&words.chars().count()) && names_organ(words) && !words.contains(sign)
}

/// The sort of document: by its title, else by its opening: by what it says, by how much it speaks of growth, by what is likely.
fn genre(title: Option<&str>, opening: &str) -> Genre {
    let find = |words: &str, places: &[GenrePlace]| {
        genres().first_in(words, |(_, place)| places.contains(place)).map(|&(genre, _)| genre)
    };
    let by_opening = |place| opening.split('。').find_map(|sentence| find(sentence, &[place]));
    let growth = || {
        let times = ["增长", "下降", "同比", "比上年"].iter().map(|word| opening.matches(word).count()).sum::<usize>();
        (times >= GROWTH).then_some(Genre::Statistics)
    };
    title
        .and_then(|title| find(title, &[GenrePlace::Any, GenrePlace::Title]))
        .or_else(|| by_opening(GenrePlace::Any))
        .or_else(growth)
        .or_else(|| by_opening(GenrePlace::Likely))
        .unwrap_or(Genre::Other)
}

/// The year reported on: the title's; for a report to a congress the year it looks back on; else the opening's.
fn reported_year(
    text: &str,
    genre: Genre,
    title: Option<&str>,
    opening: &str,
    sections: &[Section],
    published: Option<day::Day>,
) -> Option<i32> {
    // A report is published in the spring after its year; one on months or later in the year tells of the same year.
    let monthly = MONTHLY.iter().any(|word| opening.contains(word));
    let annual = !monthly && genre != Genre::Other;
    let before = published.map(|day| if day.month <= SPRING && annual { day.year - 1 } else { day.year });
    if genre == Genre::WorkReport {
        let looking_back = sections.iter().take_while(|section| section.depth == 1).filter_map(|section| {
            let words = section.title?.of(text);
            words.contains("回顾").then(|| year(words)).flatten()
        });
        // The title may have the year in which the report was made.
        let spoken = spoken_year(opening);
        let made = title.and_then(year).map(|year| spoken.filter(|&spoken| spoken == year - 1).unwrap_or(year));
        // A page may print an old report long after it was given.
        let meeting = opening.split_once("会议上").and_then(|(before, _)| day::find(before));
        let given = meeting.map(|day| if day.month <= SPRING { day.year - 1 } else { day.year });
        let late = before.zip(made).is_some_and(|(before, made)| before > made);
        return looking_back.last().or(before.filter(|_| !late)).or(given).or(made).or(spoken);
    }
    let spoken = spoken_year(opening);
    let Some((first, last)) = title.and_then(years_of_title) else { return spoken.or(before) };
    // An account of several years is given at their end, or for the one in which it is made.
    let told = before.filter(|year| (first..=last).contains(year)).unwrap_or(last);
    // A report may be called by the year in which it is published.
    let made = published.is_some_and(|day| day.year == told && day.month <= SPRING);
    Some(if made && annual && spoken == Some(told - 1) { told - 1 } else { told })
}

/// The year in a title, or the first and the last of a span (2021—2025年), outside of names of documents.
fn years_of_title(title: &str) -> Option<(i32, i32)> {
    let mut own = title.split('《').map(|part| part.rsplit('》').next().unwrap_or(part));
    own.find_map(|words| {
        let (first, rest) = words.char_indices().find_map(|(at, _)| leading_year(&words[at..]))?;
        let rest = rest.trim_start_matches('年');
        let until = rest.trim_start_matches(['-', '—', '－', '–', '~', '至', '到']);
        let last = leading_year(until).map(|(last, _)| last).filter(|&last| until.len() < rest.len() && last > first);
        Some((first, last.unwrap_or(first)))
    })
}

/// The year whose four digits begin the words, and what follows them.
fn leading_year(words: &str) -> Option<(i32, &str)> {
    let end = words.char_indices().nth(4).map_or(words.len(), |(end, _)| end);
    year(&words[..end]).map(|year| (year, &words[end..]))
}

/// The year that an opening speaks of: the first that begins a clause, else the one it names most, outside of names of documents.
fn spoken_year(opening: &str) -> Option<i32> {
    let mut depth = 0_usize;
    let mut years: Vec<(i32, usize)> = Vec::new();
    let mut before = '。';
    for (at, character) in opening.char_indices() {
        match character {
            '《' | '〔' | '[' => depth += 1,
            '》' | '〕' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // 到2025年 is to come.
        let begins = arabic_digit(before).is_none() && !matches!(before, '二' | '〇' | '○' | '到');
        let found = (depth == 0 && begins && (arabic_digit(character).is_some() || character == '二'))
            .then(|| year_at(&opening[at..]))
            .flatten();
        if let Some((year, rest)) = found {
            let opens = is_space(before) || matches!(before, '。' | '，' | ',' | '；' | '：' | ':');
            if opens && rest.starts_with(['，', ',', '度', '以', '我', '全']) {
                return Some(year);
            }
            let clause = rest.split(['，', '。', ',', '；']).next().unwrap_or_default();
            if ["以来", "至今", "起"].iter().any(|since| clause.contains(since)) {
                continue;
            }
            match years.iter_mut().find(|(known, _)| *known == year) {
                Some((_, times)) => *times += 1,
                None => years.push((year, 1)),
            }
        }
        if !is_space(character) || !is_space(before) {
            before = character;
        }
    }
    years.into_iter().max_by_key(|&(year, times)| (times, year)).map(|(year, _)| year)
}

/// The year at the start of the words, and what follows its 年.
fn year_at(words: &str) -> Option<(i32, &str)> {
    let (digits, rest) = words.split_once('年')?;
    (digits.chars().filter(|&character| !is_space(character)).count() == 4)
        .then(|| year(digits))
        .flatten()
        .map(|year| (year, rest))
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
        let bracket = || rest.split_once(['（', '(']).filter(|(name, _)| name.is_empty() || is_name(name));
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
    // Below the body the day may be that of another page.
    let above = || stamped(body);
    labelled.or_else(above).or_else(below_title).or_else(signed).or_else(|| stamped(text.len()))
}

/// The body that signs: the last line, before the day, that is nothing but the name of one.
fn signature(text: &str, paragraphs: &[Span], noise: &[Span]) -> Option<String> {
    let lines = paragraphs.iter().rev().take(6).flat_map(|&paragraph| without(paragraph, noise).into_iter().rev());
    for span in lines {
        for line in span.of(text).rsplit(breaks_line) {
            let words = joined(line.rsplit('。').next().unwrap_or(line));
            let named = day::cut(&words);
            if named.is_empty() || day::alone(&words).is_some() && !names_organ(named) {
                continue;
            }
            return (names_organ(named) && named.chars().count() <= NAME && !named.contains(MARKS))
                .then(|| named.to_owned());
        }
    }
    None
}

/// The body below a title that names its place only: 云溪县统计局 below 2022年云溪县统计公报; or below one that names none.
fn named_below<'text>(piece: &'text str, title: &str) -> Option<&'text str> {
    let own = |place: &str| {
        let nation = place.ends_with("共和国") && piece.starts_with("国家");
        // 云溪县财政局 below 关于临水州云溪县2022年预算…的报告.
        let ends = place.char_indices().map(|(at, _)| &place[at..]).filter(|end| end.chars().count() > 2);
        ends.into_iter().any(|end| piece.len() > end.len() && piece.starts_with(end)) || nation
    };
    (issuer(title).is_none_or(own) && is_name(piece)).then_some(piece)
}

/// The body that a subtitle names: ——云溪县2022年工作总结.
fn subtitle(text: &str, pieces: &[Span]) -> Option<String> {
    let subtitles = pieces.iter().filter_map(|piece| piece.of(text).strip_prefix('—'));
    subtitles.map(|words| words.trim_start_matches(['—', ' '])).filter_map(issuer).next().map(str::to_owned)
}

/// The government whose head speaks: 云溪县人民政府县长 or 云溪县县长 below the title, or whose congress it is:
/// 在云溪县第十八届人民代表大会.
fn speaker(text: &str, pieces: &[Span]) -> Option<String> {
    const GOVERNMENT: &str = "人民政府";
    const COUNCIL: &str = "国务院";
    const HEADS: [&str; 9] = ["省长", "市长", "县长", "区长", "州长", "旗长", "镇长", "乡长", "主席"];
    // The line may begin with where and when he speaks.
    let bare = |words: &str| words.rfind("会议上").map_or(0, |at| at + "会议上".len());
    let words = || pieces.iter().map(|piece| piece.of(text).trim_matches(['*', '#', ' ']));
    let spoken = || words().map(|words| words[bare(words)..].trim_start());
    let named = spoken().find_map(|words| {
        let end = words.find(GOVERNMENT)? + GOVERNMENT.len();
        let head = words[end..].chars().nth(1) == Some('长') || words[end..].starts_with('代');
        head.then(|| words[..end].to_owned())
    });
    let of_place = || {
        spoken().find_map(|words| {
            let place = HEADS.iter().find_map(|head| words.split_once(head)).map(|(place, _)| place)?;
            let place = place.trim_end_matches(['代', '、', '副']);
            (place.chars().count() > 2 && names_organ(place)).then(|| format!("{place}{GOVERNMENT}"))
        })
    };
    let of_congress = || {
        words().find_map(|words| {
            let (before, after) = words.split_once('第')?;
            let congress = after.contains('届') && (after.contains("人民代表") || after.contains("届人民"));
            let place = before.rsplit(['在', '日']).next()?;
            (congress && place.chars().count() > 2 && names_organ(place)).then(|| format!("{place}{GOVERNMENT}"))
        })
    };
    let of_nation = || spoken().any(|words| words.starts_with("国务院总理")).then(|| COUNCIL.to_owned());
    named.or_else(of_nation).or_else(of_congress).or_else(of_place)
}

/// The body whose head speaks below the title: 云溪县审计局局长 张三.
fn head_of(text: &str, pieces: &[Span]) -> Option<String> {
    const OFFICES: [&str; 5] = ["局长", "厅长", "主任", "部长", "院长"];
    pieces.iter().find_map(|piece| {
        let words = piece.of(text).trim_matches(['*', '#', ' ', '（', '(']);
        let (at, _) = OFFICES.iter().find_map(|office| words.match_indices(office).next())?;
        let name = words[..at].trim_end_matches('副');
        let own = name.chars().count() <= NAME && names_organ(name) && !name.contains(MARKS);
        own.then(|| name.to_owned())
    })
}

/// The body that acts in the opening: 2022年以来，云溪县司法局认真… A bare 我局 names none.
fn subject(opening: &str) -> Option<String> {
    let sentences = opening.split(|character| character == '。' || breaks_line(character));
    let sentences = sentences.filter(|sentence| !sentence.trim_matches(is_space).is_empty()).take(4);
    sentences.flat_map(|sentence| sentence.split(['，', ',', '：', ':'])).find_map(|clause| {
        let clause = clause.trim_matches(is_space);
        let clause = OWN.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
        if let Some(rest) = clause.strip_prefix("我代表") {
            let end = rest.find("政府")? + "政府".len();
            return Some(rest[..end].to_owned());
        }
        let clause = ["现将", "受", "由"].iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
        let ends = clause.char_indices().take(NAME).map(|(at, character)| at + character.len_utf8());
        let acts = |name: &str| {
            !name.starts_with(['全', '各'])
                && !name.contains(|character: char| NO_NAME.contains(character) || character.is_ascii_digit())
        };
        let names = ends.filter(|&end| {
            end > 2 * '局'.len_utf8()
                && names_organ(&clause[..end])
                && acts(&clause[..end])
                && openers().acts(&clause[end..])
        });
        let name = &clause[..names.last()?];
        // Beside 我局 only a body that may be called so reports.
        let other = SELF.iter().any(|own| opening.contains(own)) && !name.ends_with(['局', '委', '办', '中', '院']);
        (!other).then(|| name.to_owned())
    })
}
