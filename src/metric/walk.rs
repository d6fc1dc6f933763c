//! The walk through the paragraphs, piece by piece, in step with the sections.

use super::across::lead::Lead;
use super::across::plans::{self, Plans};
use super::piece::Piece;
use super::table::{self, Cells};
use super::{Ledger, Memory};
use crate::language::{Sense, senses};
use crate::outline::Outline;
use crate::report::{Section, Span};
use crate::text::Tables;

/// A paragraph longer than this is read in pieces, so that time and memory stay in proportion.
const LONGEST_PIECE: usize = 1 << 16;

/// What is known of the text up to where the walk has come.
pub struct Walk<'a> {
    text: &'a str,
    outline: &'a Outline,
    noise: &'a [Span],
    tables: &'a Tables,
    memory: Option<&'a mut Memory>,
    /// The figures of tables that are not reached yet.
    cells: Cells,
    sections: Sections<'a>,
    plans: Plans<'a>,
    lead: Lead,
    /// Whether the heading of a glossary, of notes or of an attachment was passed.
    appendix: bool,
    ledger: Ledger,
}

impl<'a> Walk<'a> {
    /// The walk through a text, before its first step.
    pub fn new(
        text: &'a str,
        outline: &'a Outline,
        noise: &'a [Span],
        tables: &'a Tables,
        memory: Option<&'a mut Memory>,
    ) -> Self {
        let (cells, findings) = table::read(text, tables, noise);
        Self {
            text,
            outline,
            noise,
            tables,
            memory,
            cells,
            sections: Sections { sections: &outline.sections, next: 0, open: Vec::new() },
            plans: Plans::new(text, outline),
            lead: Lead::default(),
            appendix: false,
            ledger: Ledger { findings, ..Ledger::default() },
        }
    }

    /// What was read on the way through all paragraphs.
    pub fn through(mut self, paragraphs: &[Span]) -> Ledger {
        for &paragraph in paragraphs {
            self.paragraph(paragraph);
        }
        self.ledger
    }

    fn paragraph(&mut self, paragraph: Span) {
        let words = paragraph.of(self.text);
        // 附件1 above a report is no appendix of it.
        let above = self.outline.sections.first().is_some_and(|first| paragraph.start < first.span.start);
        self.appendix |= !above && opens_appendix(words);
        self.plans.turn(words);
        self.lead.turn();
        let mut start = paragraph.start;
        while start < paragraph.end {
            let section = self.sections.at(start);
            let limit = paragraph.end.min(self.sections.next_start().unwrap_or(usize::MAX));
            let end = piece_end(self.text, start, limit.min(self.tables.form_edge(start)));
            let piece = self.piece(paragraph, Span::new(start, end), section);
            let first = self.ledger.metrics.len();
            self.read(&piece);
            let point = piece.marker.is_some_and(|marker| is_point(marker.of(self.text)));
            self.lead.tell(self.text, &mut self.ledger.metrics[first..], point);
            self.plans.tell(section, &mut self.ledger.metrics[first..]);
            if end < paragraph.end {
                self.lead.take(self.text, piece.span, self.noise, start == paragraph.start && !point);
            }
            start = end;
        }
    }

    /// A piece of a paragraph, and what is known of it before it is read.
    fn piece(&mut self, paragraph: Span, span: Span, section: Option<usize>) -> Piece<'a> {
        let words = span.of(self.text);
        // 下半年工作打算 may be the second line of the title.
        let titled = self.outline.title_span.is_some_and(|title| span.start < title.end);
        let ahead = !titled && self.plans.looks_ahead(words);
        let leads = ahead && words.trim_end().ends_with(['，', ',', ':', '：']);
        if leads || !titled && plans::announces(words, self.outline.year) {
            self.plans.announce(section, span.end);
        }
        let head = section.map(|section| &self.outline.sections[section]);
        let begins = |part: &Span| part.start >= span.start;
        Piece {
            text: self.text,
            span,
            noise: self.noise,
            section,
            planned: if self.appendix {
                plans::names_later_year(paragraph.of(self.text), self.outline.year)
            } else {
                ahead || self.plans.hold(section, span.start)
            },
            year: self.plans.reported(),
            dated: self.outline.dated,
            heading: head.map(|section| section.heading).filter(begins),
            marker: head.map(|section| section.marker).filter(begins),
        }
    }

    fn read(&mut self, piece: &Piece) {
        let ledger = &mut self.ledger;
        let cells = self.cells.take_before(piece.span.end, piece.section, ledger.metrics.len());
        if self.tables.holds(piece.span.start) || !cells.is_empty() {
            piece.skip_table(&cells, ledger);
            ledger.metrics.extend(cells);
        } else if let Some(memory) = self.memory.as_deref_mut() {
            memory.read(piece, ledger);
        } else {
            piece.read(ledger);
        }
    }
}

/// Whether a marker is that of a point in a sentence: 一是.
fn is_point(marker: &str) -> bool {
    marker.trim_end_matches(['，', ',', '：', ':']).ends_with('是')
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
    if !backwards.peek().is_some_and(|&last| senses(Sense::Appendix).may_have_final(last)) {
        return false;
    }
    let mut letters: Vec<char> = backwards.collect();
    letters.reverse();
    senses(Sense::Appendix).ends(&letters)
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
