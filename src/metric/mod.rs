//! The figures: numerals, what they count, which of them the report states, what they measure and what belongs to what.

mod across;
mod clause;
mod enclosure;
mod figure;
mod judge;
mod link;
mod memory;
mod name;
mod period;
mod piece;
mod printed;
mod quantity;
mod sentence;
mod table;
mod together;
mod walk;

use self::across::{items, resumed};
pub use self::memory::Memory;
use self::walk::Walk;
use crate::outline::Outline;
use crate::report::{Finding, Metric, Quantity, Reason, Skipped, Span};
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

/// Reads the figures; with a memory of the text before, only those that may have changed.
pub fn read(
    text: &str,
    paragraphs: &[Span],
    outline: &Outline,
    noise: &[Span],
    tables: &Tables,
    memory: Option<&mut Memory>,
) -> Ledger {
    let mut ledger = Walk::new(text, outline, noise, tables, memory).through(paragraphs);
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

/// A numeral that is no figure.
fn skip(span: Span, reason: Reason) -> Skipped {
    Skipped { span, reason }
}
