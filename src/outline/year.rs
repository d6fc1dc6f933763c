//! The year that is reported on.

use super::day;
use crate::language::{Reporting, reporting};
use crate::report::{Genre, Section};
use crate::text::{Depth, arabic_digit, breaks_line, handed_in, is_han, is_space, year};

/// The year that is reported on ended before this month.
const SPRING: u32 = 6;

/// The year reported on: the title's; for a report to a congress the year it looks back on; else the opening's.
pub fn reported(
    text: &str,
    genre: Genre,
    title: Option<&str>,
    opening: &str,
    sections: &[Section],
    published: Option<day::Day>,
) -> Option<i32> {
    // A report is published in the spring after its year; one on months or later in the year tells of the same year.
    // 一季度 may stand in the title alone.
    let told = |words: &str| reporting(Reporting::Monthly).iter().any(|word| words.contains(word));
    let monthly = told(opening) || title.is_some_and(told);
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
        // 五年来工作回顾 names no year, 2022年重点工作 the one to come.
        let to_come = sections.iter().filter(|section| section.depth == 1).filter_map(|section| {
            let words = section.title?.of(text);
            (words.contains("工作") && !words.contains("回顾")).then(|| year(words)).flatten()
        });
        let to_come = to_come.max().map(|year| year - 1);
        return looking_back.last().or(before.filter(|_| !late)).or(given).or(made).or(spoken).or(to_come);
    }
    // 今年年初，…。2018年，排名第二: what was so the year before is told beside this one.
    let running = published.filter(|day| day.month > SPRING && opening.contains("今年")).map(|day| day.year);
    let spoken = spoken_year(opening).filter(|&spoken| running != Some(spoken + 1));
    let Some((first, last)) = title.and_then(years_of_title) else { return spoken.or(before) };
    // An account of several years is given at their end, or for the one in which it is made.
    let told = before.filter(|year| (first..=last).contains(year)).unwrap_or(last);
    // A report may be called by the year in which it is published.
    let made = published.is_some_and(|day| day.year == told && day.month <= SPRING);
    Some(if made && annual && spoken == Some(told - 1) { told - 1 } else { told })
}

/// The year in a title, or the first and the last of a span (2021—2025年), outside of names of documents.
fn years_of_title(title: &str) -> Option<(i32, i32)> {
    // What is handed in has its own year.
    let title = title.strip_prefix("关于").map_or(title, handed_in);
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
    let mut names = Depth::of("《》〔〕[]");
    let mut years: Vec<(i32, usize)> = Vec::new();
    let mut before = '。';
    for (at, character) in opening.char_indices() {
        // Nearly all are of these: with none of them a year begins, nor the name of a document.
        if is_han(character) && character != '二' {
            before = character;
            continue;
        }
        let outside = names.is_outside(character);
        // 到2025年 is to come, 较2020年, 与2010年相比 and 由2015年的 are what is compared with.
        let begins = arabic_digit(before).is_none()
            && !matches!(before, '二' | '〇' | '○' | '到' | '较' | '比' | '与' | '由' | '从');
        let found = (outside && begins && (arabic_digit(character).is_some() || character == '二'))
            .then(|| leading(&opening[at..]))
            .flatten();
        if let Some((year, rest)) = found {
            // A day on a line of its own is that of the report, not of what it tells.
            let line = opening[at..].split(breaks_line).next().unwrap_or_default();
            if day::alone(line).is_some() || is_month(rest.split(breaks_line).next().unwrap_or_default()) {
                continue;
            }
            let opens = is_space(before) || matches!(before, '。' | '，' | ',' | '；' | '：' | ':');
            if opens && rest.starts_with(['，', ',', '度', '以', '我', '全', '是']) {
                return Some(last_of_series(year, rest));
            }
            let clause = rest.split(['，', '。', ',', '；']).next().unwrap_or_default();
            // 2024年6月底前完成 is to come.
            let to_come = clause.contains("底前") || clause.contains("前完成");
            if to_come || reporting(Reporting::Since).iter().any(|since| clause.contains(since)) {
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
    // A history names many years, each once, and tells of none of them.
    const MANY: usize = 3;
    if years.len() >= MANY && years.iter().all(|&(_, times)| times == 1) {
        return None;
    }
    years.into_iter().max_by_key(|&(year, times)| (times, year)).map(|(year, _)| year)
}

/// Whether words are a month and nothing else: 3月 of a line 2024年3月.
fn is_month(words: &str) -> bool {
    let month = words.trim_matches(is_space).strip_suffix('月');
    month
        .is_some_and(|month| (1..=2).contains(&month.len()) && month.chars().all(|digit| arabic_digit(digit).is_some()))
}

/// The last year of a row that one sentence tells of: 2010年受理…；2011年受理…；2012年受理…. Of two the second may be to come.
fn last_of_series(first: i32, rest: &str) -> i32 {
    let sentence = rest.split('。').next().unwrap_or_default();
    let told = |year: &i32| {
        let words = format!("{year}年");
        sentence.split(['；', ';']).any(|clause| clause.trim_start_matches(is_space).starts_with(&words))
    };
    let later = (first + 1..).take_while(told).count();
    if later > 1 { first + i32::try_from(later).unwrap_or_default() } else { first }
}

/// The year at the start of the words, and what follows its 年.
pub fn leading(words: &str) -> Option<(i32, &str)> {
    const YEAR: usize = 4;
    let mut shown = words.char_indices().filter(|&(_, character)| !is_space(character)).enumerate();
    let end = shown.find(|&(count, (_, character))| count == YEAR || character == '年')?;
    let (YEAR, (end, '年')) = end else { return None };
    year(&words[..end]).map(|year| (year, &words[end + '年'.len_utf8()..]))
}
