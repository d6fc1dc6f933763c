//! The time that the words before the points of a paragraph name: it holds for all of them.

use crate::metric::clause;
use crate::metric::enclosure::Enclosures;
use crate::metric::period::{self, Period};
use crate::metric::quantity::numeral;
use crate::report::{Metric, Role, Span};
use crate::text::Passage;

/// The time that leads to the points of a paragraph: `2025年，重点抓好三件事：一是…；二是…`.
#[derive(Default)]
pub struct Lead {
    time: Option<Span>,
    /// Whether a colon stands before the points.
    colon: bool,
}

impl Lead {
    /// Another paragraph begins.
    pub fn turn(&mut self) {
        self.time = None;
    }

    /// Takes up what the words before a point lead to it with; `opens` is whether they open the paragraph.
    pub fn take(&mut self, text: &str, piece: Span, noise: &[Span], opens: bool) {
        let words = piece.of(text).trim_end();
        // 2025年，县局抓服务、办实事。一是…；二是…
        let colon = words.ends_with([':', '：']);
        if colon || opens && words.ends_with('。') {
            self.colon = colon;
            self.time = leading(text, piece, noise);
        }
    }

    /// Tells the time of those figures of a piece of which its own words tell none; `point` is whether that is a point. Behind a whole
    /// sentence the time holds for points, and for what was done.
    pub fn tell(&self, text: &str, metrics: &mut [Metric], point: bool) {
        let Some(time) = self.time.filter(|_| self.colon || point) else { return };
        let told = |metric: &&mut Metric| metric.period.is_none() && (self.colon || metric.role != Role::Target);
        for metric in metrics.iter_mut().filter(told) {
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
