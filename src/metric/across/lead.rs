//! The time that the words before the points of a paragraph name: it holds for all of them.

use crate::metric::clause;
use crate::metric::enclosure::Enclosures;
use crate::metric::period::{self, Period};
use crate::metric::quantity::numeral;
use crate::report::{Metric, Span};
use crate::text::Passage;

/// The time that leads to the points of a paragraph: `2025年，重点抓好三件事：一是…；二是…`.
#[derive(Default)]
pub struct Lead {
    time: Option<Span>,
}

impl Lead {
    /// Another paragraph begins.
    pub fn turn(&mut self) {
        self.time = None;
    }

    /// Takes up what the words before a point lead to it with.
    pub fn take(&mut self, text: &str, piece: Span, noise: &[Span]) {
        if piece.of(text).trim_end().ends_with([':', '：']) {
            self.time = leading(text, piece, noise);
        }
    }

    /// Tells the time of those figures of a point of which its own words tell none.
    pub fn tell(&self, text: &str, metrics: &mut [Metric]) {
        let Some(time) = self.time else { return };
        for metric in metrics.iter_mut().filter(|metric| metric.period.is_none()) {
            metric.period = Some(time.of(text).to_owned());
            metric.why.period = Some(time);
        }
    }
}

/// The time that the last sentence of a piece begins with.
fn leading(text: &str, piece: Span, noise: &[Span]) -> Option<Span> {
    let passage = Passage::new(text, piece, noise);
    let enclosures = Enclosures::new(&passage.chars);
    let sentence = clause::sentences(&passage, &enclosures, &[]).pop()?;
    let begins = |period: &Period| {
        period.range.start == sentence.start
            && period.carries(&passage.chars, &enclosures, None)
            && passage.chars[period.range.clone()].iter().any(|&letter| numeral::begins(letter) || letter == '年')
    };
    let time = period::find(&passage, &enclosures, sentence.clone()).into_iter().find(begins)?;
    Some(passage.span(time.range.start, time.range.end))
}
