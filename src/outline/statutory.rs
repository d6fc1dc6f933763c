//! The statutory parts of an annual report on law-based government, told by headings, else by sentences.

use crate::language::outline::parts;
use crate::report::{Part, PartPlace, Parts, Section, Span};

/// The part that a heading tells. Below the top level only the duty of the first responsible person is a part of its own.
pub fn of_heading(words: &str, depth: usize) -> Option<Part> {
    let part = parts().iter().find(|entry| entry.heading && entry.pattern.is_in(words))?.part;
    (depth == 1 || part == Part::FirstResponsible).then_some(part)
}

/// The places that tell each part.
pub fn read(text: &str, paragraphs: &[Span], sections: &[Section]) -> Parts {
    let mut found = Parts::default();
    for (index, section) in sections.iter().enumerate() {
        let Some(title) = section.title else { continue };
        // One heading may tell two parts: 存在的问题及下一步打算.
        for &part in Part::ALL {
            let tells =
                parts().iter().any(|entry| entry.heading && entry.part == part && entry.pattern.is_in(title.of(text)));
            let settled = part == Part::Achievements && section.part != Some(part);
            if tells && !settled && (section.depth == 1 || section.part == Some(part)) {
                found.places_mut(part).push(PartPlace { section: Some(index), span: section.heading });
            }
        }
    }
    let missing: Vec<Part> = Part::ALL.iter().copied().filter(|&part| found.places(part).is_empty()).collect();
    if missing.is_empty() {
        return found;
    }
    let mut holder = 0;
    for sentence in paragraphs.iter().flat_map(|&paragraph| sentences(text, paragraph)) {
        while sections.get(holder).is_some_and(|next| next.span.start <= sentence.start) {
            holder += 1;
        }
        let words = sentence.of(text);
        for &part in &missing {
            if parts().iter().any(|entry| !entry.heading && entry.part == part && entry.pattern.is_in(words)) {
                found.places_mut(part).push(PartPlace { section: holder.checked_sub(1), span: sentence });
            }
        }
    }
    found
}

/// The sentences of a paragraph.
fn sentences(text: &str, paragraph: Span) -> impl Iterator<Item = Span> {
    let mut start = paragraph.start;
    paragraph.of(text).split_inclusive(['。', '！', '？']).map(move |sentence| {
        let span = Span::new(start, start + sentence.len());
        start += sentence.len();
        span
    })
}
