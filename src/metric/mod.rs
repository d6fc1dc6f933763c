//! The figures: numerals, what they count, which of them the report states, what they measure and what belongs to what.

mod actor;
mod among;
mod answer;
mod apart;
mod attribute;
mod between;
mod borrowing;
mod bound;
mod bracket;
mod calendar;
mod change;
mod clause;
mod confidence;
mod coordination;
mod counted;
mod dealt;
mod division;
mod each_counted;
mod enclosure;
mod enumeration;
mod examples;
mod figure;
mod form;
mod governed;
mod index;
mod intent;
mod items;
mod judge;
mod kinship;
mod lead;
mod listing;
mod made;
mod mean;
mod measured;
mod memory;
mod months;
mod name;
mod named;
mod numeral;
mod occasion;
mod ordinal;
mod others;
mod outcome;
mod owned;
mod parts;
mod period;
mod piece;
mod place;
mod plans;
mod predicate;
mod quantity;
mod ranking;
mod reader;
mod referring;
mod relation;
mod relative;
mod respective;
mod resumed;
mod role;
mod sentence;
mod sharing;
mod short;
mod sorts;
mod sums;
mod table;
mod target;
mod those;
mod tidy;
mod timed;
mod trim;
mod worth;

pub use self::memory::Memory;
use crate::language::{Sense, senses};
use crate::outline::Outline;
use crate::report::{Finding, Metric, Quantity, Reason, Section, Skipped, Span};
use crate::text::{self, Passage, Tables};
use plans::Plans;

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
    let mut read_back = table::read(text, tables, noise);
    let mut ledger = Ledger { findings: std::mem::take(&mut read_back.findings), ..Ledger::default() };
    let mut plans = Plans::new(text, outline);
    let mut sections = Sections { sections: &outline.sections, next: 0, open: Vec::new() };
    let mut appendix = false;
    let mut lead = lead::Lead::default();
    for &paragraph in paragraphs {
        // 附件1 above a report is no appendix of it.
        let above = outline.sections.first().is_some_and(|first| paragraph.start < first.span.start);
        appendix |= !above && opens_appendix(paragraph.of(text));
        plans.turn(paragraph.of(text));
        lead.turn();
        let mut start = paragraph.start;
        while start < paragraph.end {
            let section = sections.at(start);
            let limit = paragraph.end.min(sections.next_start().unwrap_or(usize::MAX));
            let end = piece_end(text, start, limit.min(tables.form_edge(start)));
            // 下半年工作打算 may be the second line of the title.
            let titled = outline.title_span.is_some_and(|title| start < title.end);
            let ahead = !titled && plans.looks_ahead(&text[start..end]);
            let leads = ahead && text[start..end].trim_end().ends_with(['，', ',', ':', '：']);
            if leads || !titled && plans::announces(&text[start..end]) {
                plans.announce(section, end);
            }
            let heading =
                section.map(|section| outline.sections[section].heading).filter(|heading| heading.start >= start);
            let marker = section.map(|section| outline.sections[section].marker).filter(|marker| marker.start >= start);
            let piece = piece::Piece {
                text,
                span: Span::new(start, end),
                noise,
                section,
                planned: if appendix {
                    plans::names_later_year(paragraph.of(text), outline.year)
                } else {
                    ahead || plans.hold(section, start)
                },
                year: plans.reported(),
                dated: outline.dated,
                heading,
                marker,
            };
            let first = ledger.metrics.len();
            let cells = read_back.take_before(end, section, ledger.metrics.len());
            if tables.holds(start) || !cells.is_empty() {
                piece.skip_table(&cells, &mut ledger);
                ledger.metrics.extend(cells);
            } else if let Some(memory) = memory.as_deref_mut() {
                memory.read(&piece, &mut ledger);
            } else {
                piece.read(&mut ledger);
            }
            lead.tell(text, &mut ledger.metrics[first..]);
            plans.tell(section, &mut ledger.metrics[first..]);
            if end < paragraph.end {
                lead.take(text, piece.span, noise);
            }
            start = end;
        }
    }
    items::link(text, &mut ledger.metrics);
    resumed::link(text, &mut ledger.metrics);
    ledger
}

/// Every numeral that counts something, whether or not it is a figure of the report. Names, dates and words are not looked at.
pub fn quantities(source: &str) -> Vec<Quantity> {
    let lines = text::lines(source);
    let mut found = Vec::new();
    for paragraph in text::paragraphs(source, lines, &[]) {
        let passage = Passage::new(source, paragraph, &[]);
        let enclosures = enclosure::Enclosures::new(&passage.chars);
        let quantities = quantity::read(&passage);
        let scene = judge::Scene { passage: &passage, enclosures: &enclosures, quantities: &quantities };
        found.extend(quantities.iter().filter(|quantity| scene.counts(quantity)).map(|quantity| Quantity {
            span: passage.span(quantity.range.start, quantity.range.end),
            value: quantity.value.normalize(),
            low: quantity.low,
            unit: quantity.unit.as_deref().map(str::to_owned),
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
    let shown = |letter: &char| !letter.is_whitespace() && !"*#_".contains(*letter);
    let numbers = |letter: &char| matches!(letter, ':' | '：' | '1' | '2');
    let mut backwards = paragraph.chars().rev().filter(shown).skip_while(numbers).peekable();
    if !backwards.peek().is_some_and(|&last| senses(Sense::Appendix).may_end(last)) {
        return false;
    }
    let mut letters: Vec<char> = backwards.collect();
    letters.reverse();
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
