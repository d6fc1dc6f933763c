//! One piece of text, no longer than a paragraph and within one section, read for its figures.

use std::ops::Range;

use super::clause;
use super::enclosure::Enclosures;
use super::figure::{Figure, confidence};
use super::judge::Scene;
use super::link::Linker;
use super::quantity::{self, numeral};
use super::sentence::reader::Reader;
use super::{Ledger, printed, skip};
use crate::report::{Metric, NameRule, Reason, Span, Why};
use crate::text::{Gap, Passage, is_han};

/// One piece of text and where it stands.
pub struct Piece<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The piece.
    pub span: Span,
    /// The furniture of the text.
    pub noise: &'a [Span],
    /// The innermost section.
    pub section: Option<usize>,
    /// Whether the section tells what is to be done.
    pub planned: bool,
    /// The year reported on.
    pub year: Option<i32>,
    /// Whether the title or the day of the report tells it.
    pub dated: bool,
    /// The heading of the section, if it begins in the piece.
    pub heading: Option<Span>,
    /// The marker of the section, if it begins in the piece.
    pub marker: Option<Span>,
}

impl Piece<'_> {
    /// Adds the figures and the other numerals of the piece to the ledger.
    pub fn read(&self, ledger: &mut Ledger) {
        let mut passage = Passage::new(self.text, self.span, self.noise);
        // 2.23个项目: what numbers the point is no part of the number behind it.
        if let Some(first) = self.marker.map(|marker| passage.index(marker.end))
            && let Some(gap @ Gap::None) = passage.gaps.get_mut(first)
        {
            *gap = Gap::Space;
        }
        let quantities = quantity::read(&passage);
        if quantities.is_empty() {
            return skip_words(&passage, 0..passage.len(), ledger);
        }
        let enclosures = Enclosures::new(&passage.chars);
        let scene = Scene { passage: &passage, enclosures: &enclosures, quantities: &quantities };
        let caption = is_caption(&passage.chars);
        let foreign = is_foreign(&passage.chars);
        let mut stated = Vec::new();
        let mut told = 0;
        for (index, quantity) in quantities.iter().enumerate() {
            skip_words(&passage, told..quantity.range.start, ledger);
            told = quantity.range.end;
            let span = passage.span(quantity.numeral.range.start, quantity.numeral.range.end);
            let in_marker = self.marker.is_some_and(|marker| marker.overlaps(span));
            let foreign = foreign && !quantity.unit.as_deref().is_some_and(|unit| unit.contains(is_han));
            let named = if foreign { Some(Reason::Word) } else { caption.then_some(Reason::Name) };
            let reason = if in_marker { Some(Reason::Marker) } else { scene.reason(index).or(named) };
            match reason {
                Some(reason) => {
                    ledger.skipped.push(skip(passage.span(quantity.range.start, quantity.range.end), reason))
                }
                None => stated.push(index),
            }
        }
        skip_words(&passage, told..passage.len(), ledger);
        if stated.is_empty() {
            return;
        }
        // A figure is not cut in two, wherever a heading is said to end.
        let whole =
            |cut: &usize| !quantities.iter().any(|quantity| quantity.range.start < *cut && *cut < quantity.range.end);
        let ends = [self.marker, self.heading].into_iter().flatten().map(|span| passage.index(span.end));
        let cuts: Vec<usize> = ends.filter(whole).collect();
        let sentences = clause::sentences(&passage, &enclosures, &cuts);
        let reader = Reader { piece: self, passage: &passage, enclosures: &enclosures, quantities: &quantities };
        let mut figures = reader.figures(&sentences, &stated);
        // A link ties two.
        if figures.len() > 1 {
            Linker::new(&passage, &enclosures, &quantities, &mut figures).link();
            reader.share_owners(&mut figures);
            reader.share_measures(&mut figures);
            reader.share_verbs(&mut figures);
        }
        let base = ledger.metrics.len();
        let metrics = figures.iter().map(|figure| self.metric(&reader, figure, base));
        ledger.metrics.extend(metrics);
        confidence::confound(&figures, &passage.chars, &mut ledger.metrics[base..]);
        confidence::doubt_alike(&figures, &mut ledger.metrics[base..]);
    }

    /// Adds the numerals of a table to the ledger, all but those of the cells that were read back.
    pub fn skip_table(&self, cells: &[Metric], ledger: &mut Ledger) {
        let passage = Passage::new(self.text, self.span, self.noise);
        let mut told = 0;
        for quantity in quantity::read(&passage) {
            skip_words(&passage, told..quantity.range.start, ledger);
            told = quantity.range.end;
            let span = passage.span(quantity.range.start, quantity.range.end);
            if cells.iter().any(|cell| cell.span.overlaps(span)) {
                // What is read as one number here may reach over the edge of the cell.
                for at in quantity.range.clone().filter(|&at| numeral::begins(passage.chars[at])) {
                    let place = passage.span(at, at + 1);
                    if !cells.iter().any(|cell| cell.span.contains(place)) {
                        ledger.skipped.push(skip(place, Reason::Table));
                    }
                }
                continue;
            }
            let in_marker = self.marker.is_some_and(|marker| marker.overlaps(span));
            ledger.skipped.push(skip(span, if in_marker { Reason::Marker } else { Reason::Table }));
        }
        skip_words(&passage, told..passage.len(), ledger);
    }

    /// Where the words of its heading begin behind a marker that is a number: not so behind 一是.
    fn heading_start(&self, passage: &Passage) -> Option<usize> {
        let marker = self.marker?;
        let numbered = !marker.of(self.text).trim_end().ends_with(['是', '，', ',']);
        numbered.then(|| passage.index(marker.end))
    }

    /// The figure as the report has it; `base` figures stand before those of the piece.
    fn metric(&self, reader: &Reader, figure: &Figure, base: usize) -> Metric {
        let (text, passage) = (self.text, reader.passage);
        let quantity = reader.quantity(figure);
        let span = passage.span(quantity.range.start, quantity.range.end);
        let named = printed::name(text, passage, figure);
        let name_rule = if named.is_empty() { NameRule::Quote } else { figure.name_rule };
        let period = figure.period.as_ref();
        Metric {
            section: self.section,
            indicator: if named.is_empty() { span.of(text).to_owned() } else { named },
            value: quantity.value.normalize(),
            low: quantity.low,
            scale: quantity.scale.clone(),
            unit: printed::unit(text, passage, &reader.quantities[figure.quantity..]),
            kind: figure.kind,
            role: figure.role,
            qualifier: figure.qualifier,
            direction: figure.direction,
            period: period.map(|period| passage.words(text, period.start, period.end)),
            of: figure.link.map(|(whole, _)| base + whole),
            relation: figure.link.map(|(_, relation)| relation),
            confidence: confidence::of(figure, name_rule, quantity, &passage.chars, self.heading_start(passage)),
            span,
            sentence: passage.span(figure.sentence.start, figure.sentence.end),
            why: Why {
                name: name_rule,
                link: figure.link_rule,
                extent: passage.span(quantity.extent.start, quantity.extent.end),
                period: period.map(|period| passage.span(period.start, period.end)),
                planned: figure.planned,
            },
        }
    }
}

/// Whether a paragraph is what stands below a picture or above a table: 图4 近五年三项基金收支情况.
fn is_caption(chars: &[char]) -> bool {
    const LONGEST: usize = 50;
    let sentence = |letter: &char| matches!(letter, '。' | ',' | ';' | ':');
    matches!(chars, ['图' | '表', '0'..='9', _, ..]) && chars.len() <= LONGEST && !chars.iter().any(sentence)
}

/// Whether hardly any of the words are Chinese: spending was 22 million yuan. A label such as PM2.5 is too short to tell.
fn is_foreign(chars: &[char]) -> bool {
    const FEWEST: usize = 16;
    const OTHERS: usize = 8;
    let han = chars.iter().filter(|&&letter| is_han(letter)).count();
    if chars.len() - han <= OTHERS * han {
        return false;
    }
    let latin = chars.iter().filter(|letter| !is_han(**letter) && letter.is_alphabetic()).count();
    latin >= FEWEST && latin > OTHERS * han
}

/// Skips the characters of numerals that stand in a word and make no number: 千 of a bare 千瓦.
fn skip_words(passage: &Passage, range: Range<usize>, ledger: &mut Ledger) {
    for at in range.filter(|&at| numeral::begins(passage.chars[at])) {
        ledger.skipped.push(skip(passage.span(at, at + 1), Reason::Word));
    }
}
