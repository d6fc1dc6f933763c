//! What was read of the text before this one: of a text that was edited, only what the edit touched is read again.

use std::collections::HashMap;

use super::Ledger;
use super::piece::Piece;
use crate::report::{Metric, Skipped, Span, Why};

/// The pieces of a text and what was read in each.
///
/// A piece is read from its own words and the few things of its `Key`, so the same key always gives the same figures:
/// a reading with a memory is the same as one without.
#[derive(Debug, Default)]
pub struct Memory {
    before: HashMap<Key, Ledger>,
    now: HashMap<Key, Ledger>,
    fresh: usize,
}

/// All that the figures of a piece depend on. Spans are counted from its beginning.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    words: Box<str>,
    noise: Box<[Span]>,
    heading: Option<Span>,
    marker: Option<Span>,
    planned: bool,
    year: Option<i32>,
    dated: bool,
}

impl Memory {
    /// How many pieces of the last text had not stood in the one before.
    pub fn fresh(&self) -> usize {
        self.fresh
    }

    /// A new text begins: what the last one did not need is forgotten.
    pub fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
        self.fresh = 0;
    }

    /// Adds the figures and the other numerals of a piece to the ledger.
    pub(super) fn read(&mut self, piece: &Piece, ledger: &mut Ledger) {
        let key = Key::of(piece);
        let start = piece.span.start;
        if let Some(known) = self.now.get(&key) {
            return known.added(ledger, start, piece.section);
        }
        let known = self.before.remove(&key).unwrap_or_else(|| {
            self.fresh += 1;
            let mut read = Ledger::default();
            piece.read(&mut read);
            read.counted_from(start)
        });
        known.added(ledger, start, piece.section);
        self.now.insert(key, known);
    }
}

impl Key {
    fn of(piece: &Piece) -> Self {
        let Span { start, end } = piece.span;
        let from_start = |span: Span| Span::new(span.start.saturating_sub(start), span.end - start);
        let first = piece.noise.partition_point(|noise| noise.end <= start);
        let noise = piece.noise[first..].iter().take_while(|noise| noise.start < end).copied().map(from_start);
        Self {
            words: piece.span.of(piece.text).into(),
            noise: noise.collect(),
            heading: piece.heading.map(from_start),
            marker: piece.marker.map(from_start),
            planned: piece.planned,
            year: piece.year,
            dated: piece.dated,
        }
    }
}

impl Ledger {
    /// The ledger of a piece that begins at `start`, as if it began the text.
    fn counted_from(mut self, start: usize) -> Self {
        let back = |span: Span| Span::new(span.start - start, span.end - start);
        self.metrics.iter_mut().for_each(|metric| metric.shift(back));
        self.skipped.iter_mut().for_each(|skipped| skipped.span = back(skipped.span));
        self
    }

    /// Adds the ledger of a piece, which was counted from its beginning, to that of the text.
    fn added(&self, ledger: &mut Self, start: usize, section: Option<usize>) {
        let base = ledger.metrics.len();
        let on = |span: Span| Span::new(span.start + start, span.end + start);
        ledger.metrics.extend(self.metrics.iter().map(|metric| {
            let mut metric = Metric { section, of: metric.of.map(|whole| base + whole), ..metric.clone() };
            metric.shift(on);
            metric
        }));
        ledger.skipped.extend(self.skipped.iter().map(|skipped| Skipped { span: on(skipped.span), ..*skipped }));
    }
}

impl Metric {
    /// Moves it to where another text has it.
    pub fn shift(&mut self, to: impl Fn(Span) -> Span) {
        let Why { extent, period, .. } = &mut self.why;
        for span in [&mut self.span, &mut self.sentence, extent].into_iter().chain(period) {
            *span = to(*span);
        }
    }
}
