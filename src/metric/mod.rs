//! The figures: numerals, what they count, which of them the report states, what they measure and what belongs to what.

mod attribute;
mod change;
mod clause;
mod confidence;
mod coordination;
mod enclosure;
mod figure;
mod judge;
mod memory;
mod name;
mod numeral;
mod parts;
mod period;
mod piece;
mod predicate;
mod quantity;
mod reader;
mod relation;
mod sharing;
mod table;

pub use self::memory::Memory;
use crate::language::{Sense, senses};
use crate::outline::Outline;
use crate::report::{Finding, Metric, Part, Quantity, Reason, Section, Skipped, Span};
use crate::text::{self, Passage, Tables};

/// Every numeral of the text: figures, and those that are none with the reason.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The figures, in reading order.
    pub metrics: Vec<Metric>,
    /// The other numerals, in reading order.
    pub skipped: Vec<Skipped>,
    /// What is odd: flattened tables.
    pub findings: Vec<Finding>,
}

/// How much of a heading is looked at for what it announces.
const LONGEST_TITLE: usize = 30;

/// How many sections around one are asked whether they tell what is to be done.
const DEEPEST: usize = 12;

/// A paragraph longer than this is read in pieces, so that time and memory stay in proportion.
const LONGEST_PIECE: usize = 1 << 16;

/// Reads the figures; with a memory of the text before, only those that may have changed.
pub fn read(
    text: &str,
    paragraphs: &[Span],
    outline: &Outline,
    noise: &[Span],
    tables: &Tables,
    mut memory: Option<&mut Memory>,
) -> Ledger {
    if let Some(memory) = memory.as_deref_mut() {
        memory.turn();
    }
    let mut read_back = table::read(text, tables);
    let mut ledger = Ledger { findings: std::mem::take(&mut read_back.findings), ..Ledger::default() };
    let mut plans = Plans::new(text, &outline.sections, outline.year);
    let mut sections = Sections { sections: &outline.sections, next: 0, open: Vec::new() };
    let mut appendix = false;
    for &paragraph in paragraphs {
        appendix |= opens_appendix(paragraph.of(text));
        let announcing = announces(paragraph.of(text));
        let mut start = paragraph.start;
        while start < paragraph.end {
            let section = sections.at(start);
            if announcing {
                plans.announce(section, paragraph.end);
            }
            let end = piece_end(text, start, paragraph.end.min(sections.next_start().unwrap_or(usize::MAX)));
            let heading =
                section.map(|section| outline.sections[section].heading).filter(|heading| heading.start >= start);
            let marker = section.map(|section| outline.sections[section].marker).filter(|marker| marker.start >= start);
            let piece = piece::Piece {
                text,
                span: Span::new(start, end),
                noise,
                section,
                planned: if appendix {
                    names_later_year(paragraph.of(text), outline.year)
                } else {
                    section.is_some_and(|section| plans.holds(section))
                },
                year: outline.year,
                heading,
                marker,
            };
            let cells = read_back.take_before(end, section, ledger.metrics.len());
            if tables.holds(start) || !cells.is_empty() {
                piece.skip_table(&cells, &mut ledger);
                ledger.metrics.extend(cells);
            } else if let Some(memory) = memory.as_deref_mut() {
                memory.read(&piece, &mut ledger);
            } else {
                piece.read(&mut ledger);
            }
            start = end;
        }
    }
    ledger
}

/// Every numeral that counts something, whether or not it is a figure of the report. Names, dates and words are not looked at.
pub fn quantities(source: &str) -> Vec<Quantity> {
    let lines = text::lines(source);
    let mut found = Vec::new();
    for paragraph in text::paragraphs(source, &lines, &[]) {
        let passage = Passage::new(source, paragraph, &[]);
        let enclosures = enclosure::Enclosures::new(&passage.chars);
        let quantities = quantity::read(&passage);
        let scene = judge::Scene { passage: &passage, enclosures: &enclosures, quantities: &quantities };
        found.extend(quantities.iter().filter(|quantity| scene.counts(quantity)).map(|quantity| Quantity {
            span: passage.span(quantity.range.start, quantity.range.end),
            value: quantity.value.normalize(),
            low: quantity.low,
            unit: quantity.unit.clone(),
            kind: quantity.kind,
            qualifier: quantity.qualifier,
        }));
    }
    found
}

/// Whether a paragraph is the heading of a glossary, of notes or of an attachment.
fn opens_appendix(paragraph: &str) -> bool {
    const LONGEST: usize = 60;
    if paragraph.trim().len() > LONGEST {
        return false;
    }
    // **注 释** is set as a heading.
    let mut letters: Vec<char> =
        paragraph.chars().filter(|letter| !letter.is_whitespace() && !"*#_".contains(*letter)).collect();
    while let Some(':' | '：' | '1' | '2') = letters.last() {
        letters.pop();
    }
    senses(Sense::Appendix).before(&letters, letters.len()).is_some()
}

/// The end of the piece that begins at `start`: `limit`, or a sentence's end before it if that is far away.
fn piece_end(text: &str, start: usize, limit: usize) -> usize {
    if limit - start <= LONGEST_PIECE {
        return limit;
    }
    let mut end = start + LONGEST_PIECE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let window = &text[start..end];
    window.rfind('。').map_or(end, |at| start + at + '。'.len_utf8())
}

/// Which sections tell what is to be done.
struct Plans<'a> {
    sections: &'a [Section],
    /// For each section whether its title, its part or the section around it says so.
    titled: Vec<bool>,
    /// For each section, and last for the whole text, from where on a paragraph of it says so of the sections below.
    announced: Vec<Option<usize>>,
}

impl<'a> Plans<'a> {
    fn new(text: &str, sections: &'a [Section], year: Option<i32>) -> Self {
        let mut titled: Vec<bool> = Vec::with_capacity(sections.len());
        for section in sections {
            let title: Vec<char> = section.title.unwrap_or(section.lead).of(text).chars().take(LONGEST_TITLE).collect();
            let says = section.part == Some(Part::Plans)
                || senses(Sense::Plan).is_in(&title)
                || senses(Sense::PlanEnd).before(&title, title.len()).is_some()
                || is_later(&title, year);
            let other = section.part.is_some_and(|part| part != Part::Plans);
            let inherited = section.parent.and_then(|parent| titled.get(parent).copied()).unwrap_or(false);
            // 工作总结和来年工作思路 tells both; each sentence says which.
            let both = says && senses(Sense::Review).is_in(&title);
            titled.push(!other && (says && !both || inherited));
        }
        Self { sections, titled, announced: vec![None; sections.len() + 1] }
    }

    /// A paragraph that ends at `end` says that the sections below its own tell what is to be done.
    fn announce(&mut self, section: Option<usize>, end: usize) {
        self.announced[section.unwrap_or(self.sections.len())].get_or_insert(end);
    }

    /// Whether a section tells what is to be done.
    fn holds(&self, section: usize) -> bool {
        let around = std::iter::successors(Some(section), |&inner| self.sections[inner].parent);
        let announced = |inner: usize| {
            let section = &self.sections[inner];
            let from = self.announced[section.parent.unwrap_or(self.sections.len())];
            from.is_some_and(|from| section.span.start >= from) && section.part.is_none_or(|part| part == Part::Plans)
        };
        self.titled[section] || around.take(DEEPEST).any(announced)
    }
}

/// Whether a paragraph says that what follows is to be done: `为实现上述目标，我们重点做好以下工作：`.
fn announces(paragraph: &str) -> bool {
    const LONGEST: usize = 60;
    let line = paragraph.trim_end();
    if !line.ends_with([':', '：', '。']) {
        return false;
    }
    let tail: Vec<char> = line.chars().rev().take(LONGEST).collect();
    let mut tail: Vec<char> = tail.into_iter().rev().collect();
    let closing = tail.pop();
    if let Some(at) = tail.iter().rposition(|&letter| matches!(letter, '。' | ';' | '；')) {
        tail.drain(..=at);
    }
    let announced = senses(Sense::Announcing).is_in(&tail);
    announced && (closing != Some('。') || tail.ends_with(&['工', '作']))
}

/// Whether a note begins with a year after the one reported on: `17.2023年十件实事：`.
fn names_later_year(note: &str, year: Option<i32>) -> bool {
    const LONGEST: usize = 12;
    let head: Vec<char> = note.chars().take(LONGEST).collect();
    (0..head.len()).any(|at| at + 4 < head.len() && head[at + 4] == '年' && is_later(&head[at..at + 4], year))
}

/// Whether a title begins with a year after the one reported on.
fn is_later(title: &[char], year: Option<i32>) -> bool {
    let digits: String = title
        .iter()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(|letter| letter.is_ascii_digit())
        .collect();
    digits.len() == 4
        && digits.parse().ok().zip(year).is_some_and(|(later, year): (i32, i32)| later > year && later < year + 30)
}

/// A walk through the sections in step with the text.
struct Sections<'a> {
    sections: &'a [Section],
    next: usize,
    open: Vec<usize>,
}

impl Sections<'_> {
    /// The innermost section at an offset; offsets must not go back.
    fn at(&mut self, offset: usize) -> Option<usize> {
        while let Some(section) = self.sections.get(self.next)
            && section.span.start <= offset
        {
            self.open.push(self.next);
            self.next += 1;
        }
        while let Some(&last) = self.open.last()
            && self.sections[last].span.end <= offset
        {
            self.open.pop();
        }
        self.open.last().copied()
    }

    /// Where the next section begins.
    fn next_start(&self) -> Option<usize> {
        self.sections.get(self.next).map(|section| section.span.start)
    }
}

/// A numeral that is no figure.
fn skip(span: Span, reason: Reason) -> Skipped {
    Skipped { span, reason }
}
