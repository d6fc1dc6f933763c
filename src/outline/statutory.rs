//! The statutory parts of an annual report on law-based government, told by headings, else by sentences.

use crate::language::parts;
use crate::order;
use crate::report::{Part, PartPlace, Parts, Section, Span};
use crate::text::{find_mark, is_space, year};

/// The part that a heading tells. Below the top level only the duty of the first responsible person is a part of its own.
/// A heading that names a year tells by it whether it plans: `reported` is the year of the report.
pub fn of_heading(words: &str, depth: usize, reported: Option<i32>) -> Option<Part> {
    let (past, later) = (is_past(words, reported), is_later(words, reported));
    let fits = |&part: &Part| !(past && part == Part::Plans || later && part == Part::Achievements);
    let told = parts().heading.first_in(words, fits).copied();
    let part = told.or(later.then_some(Part::Plans))?;
    (depth == 1 || part == Part::FirstResponsible).then_some(part)
}

/// Whether the last year that the words name is no later than the reported one.
fn is_past(words: &str, reported: Option<i32>) -> bool {
    last_year(words).zip(reported).is_some_and(|(named, reported)| named <= reported)
}

/// Whether it is later.
fn is_later(words: &str, reported: Option<i32>) -> bool {
    last_year(words).zip(reported).is_some_and(|(named, reported)| named > reported)
}

/// The last of the years that the words name: 2023年
fn last_year(words: &str) -> Option<i32> {
    let (named, _) = words.rsplit_once('年')?;
    let year_before = |words: &str| {
        let (start, _) = words.char_indices().rev().filter(|&(_, character)| !is_space(character)).nth(3)?;
        year(&words[start..])
    };
    named.split('年').filter_map(year_before).max()
}

/// The places that tell each part of a report on the year `reported`.
pub fn read(text: &str, paragraphs: &[Span], sections: &[Section], reported: Option<i32>) -> Parts {
    let mut found = Parts::default();
    for (index, section) in sections.iter().enumerate() {
        let Some(own) = section.part else { continue };
        // One heading may tell two parts: 存在的问题及下一步打算.
        let words = section.title.unwrap_or(section.lead).of(text);
        let told: Vec<Part> = parts().heading.found_in(words, |_| true).map(|(_, &part)| part).collect();
        for &part in Part::ALL {
            let over = part == Part::Plans && is_past(words, reported);
            let too = part != Part::Achievements && !over && section.title.is_some() && told.contains(&part);
            if part == own || too {
                found[part].push(PartPlace { section: Some(index), span: section.heading });
            }
        }
    }
    let missing: Vec<Part> = Part::ALL.iter().copied().filter(|&part| found[part].is_empty()).collect();
    if missing.is_empty() {
        return found;
    }
    let mut holder = 0;
    for sentence in paragraphs.iter().flat_map(|&paragraph| sentences(text, paragraph, sections)) {
        while sections.get(holder).is_some_and(|next| next.span.start <= sentence.start) {
            holder += 1;
        }
        let words = sentence.of(text);
        let asked = |part: &Part| missing.contains(part);
        let mut told: Vec<Part> = parts().sentence.found_in(words, asked).map(|(_, &part)| part).collect();
        if is_bare_heading(words) {
            told.extend(of_heading(words, 1, reported));
        }
        for &part in &missing {
            if told.contains(&part) {
                found[part].push(PartPlace { section: holder.checked_sub(1), span: sentence });
            }
        }
    }
    found
}

/// Whether a line may be a heading without a number, and is no title: 下一步打算.
fn is_bare_heading(line: &str) -> bool {
    const LONGEST: usize = 20;
    let line = line.trim_matches(is_space);
    let marks = ['。', '！', '？', '，', ',', '；', '：', ':', '、', '>', '|'];
    let other = ["报告", "总结", "日"].iter().any(|end| line.ends_with(end));
    line.chars().nth(LONGEST).is_none() && !line.contains(marks) && !other
}

/// The sentences of a paragraph; each ends at the latest where a section begins.
fn sentences(text: &str, paragraph: Span, sections: &[Section]) -> impl Iterator<Item = Span> {
    let first = sections.partition_point(|section| section.span.start <= paragraph.start);
    let starts = sections[first..].iter().map(|section| section.span.start).take_while(move |&at| at < paragraph.end);
    let mut at = paragraph.start;
    let stops = std::iter::from_fn(move || {
        at += find_mark(&text[at..paragraph.end], |mark| matches!(mark, '。' | '！' | '？'))? + '。'.len_utf8();
        Some(at)
    });
    let mut ends: Vec<usize> = starts.chain(stops).chain([paragraph.end]).collect();
    order::sort_by_key(&mut ends, |&end| end);
    ends.dedup();
    let mut start = paragraph.start;
    ends.into_iter().map(move |end| Span::new(std::mem::replace(&mut start, end), end)).filter(|span| !span.is_empty())
}
