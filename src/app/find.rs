//! Looking for words in text, outline and table at once.

use super::document::Document;
use super::initials::Initials;
use super::reading::{Chosen, Reading};
use crate::contract::{Section, Span};
use crate::order;
use crate::text::Utf16Offsets;

/// No reader walks through more places than this.
const MOST: usize = 10_000;

/// Words that are looked for, and where they are found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// The words.
    pub query: String,
    /// Every place of the text that has them, rising.
    pub places: Vec<Span>,
    /// Every section whose heading has them, rising.
    pub sections: Vec<usize>,
    /// Every figure whose name has them, rising.
    pub metrics: Vec<usize>,
    /// All that, in reading order, each thing once.
    pub stops: Vec<Chosen>,
    /// The stop that is in sight.
    pub at: Option<usize>,
}

impl Find {
    /// Looks for words.
    pub fn new(query: String, document: &Document, reading: Option<&Reading>, initials: &Initials) -> Self {
        let places = places(&query, document.source());
        let mut find = Self { query, places, ..Self::default() };
        find.stops = find.places.iter().map(|&place| Chosen::Place(place)).collect();
        if let Some(reading) = reading.filter(|_| !find.query.is_empty()) {
            find.look_in(reading, initials);
        }
        find
    }

    /// Headings and names are found by the first letters of their characters too.
    fn look_in(&mut self, reading: &Reading, initials: &Initials) {
        let report = &reading.report;
        let query = self.query.to_ascii_lowercase();
        let holds = |words: &str| words.to_ascii_lowercase().contains(&query) || initials.spell(&query, words);
        let is_spelled = |section: &Section| section.title.as_ref().is_some_and(|title| initials.spell(&query, title));
        let sections = report.sections.iter().filter(|section| self.is_within(section.heading) || is_spelled(section));
        self.sections = sections.map(|section| section.id).collect();
        let metrics = report.metrics.iter().filter(|metric| holds(&metric.indicator)).take(MOST);
        self.metrics = metrics.map(|metric| metric.id).collect();
        let heading = |place: Span| {
            let section = self.sections.iter().find(|&&section| contains(report.sections[section].heading, place));
            section.map(|&section| Chosen::Section(section))
        };
        let mut stops: Vec<(usize, Chosen)> =
            self.places.iter().map(|&place| (place.start, heading(place).unwrap_or(Chosen::Place(place)))).collect();
        let spelled = self.sections.iter().filter(|&&section| !self.is_within(report.sections[section].heading));
        stops.extend(spelled.map(|&section| (report.sections[section].heading.start, Chosen::Section(section))));
        // A figure that is named in its own sentence is found there.
        let unnamed = self.metrics.iter().filter(|&&metric| !self.is_within(report.metrics[metric].sentence));
        stops.extend(unnamed.map(|&metric| (report.metrics[metric].span.start, Chosen::Metric(metric))));
        order::sort_by_key(&mut stops, |&(start, _)| start);
        self.stops = stops.into_iter().map(|(_, stop)| stop).collect();
        self.stops.dedup();
    }

    /// Whether the words stand in a span.
    fn is_within(&self, span: Span) -> bool {
        let next = self.places.partition_point(|place| place.start < span.start);
        self.places.get(next).is_some_and(|place| contains(span, *place))
    }

    /// Goes to the next stop, or the one before; round the end.
    pub fn step(&mut self, back: bool) -> Option<Chosen> {
        let count = self.stops.len();
        let at = match self.at {
            None => 0,
            Some(at) if back => (at + count - 1) % count.max(1),
            Some(at) => (at + 1) % count.max(1),
        };
        self.at = (at < count).then_some(at);
        self.stops.get(at).copied()
    }
}

fn contains(span: Span, place: Span) -> bool {
    span.start <= place.start && place.end <= span.end
}

/// Where the words stand, small letters and capitals alike.
fn places(query: &str, source: &str) -> Vec<Span> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    // As long as the source, byte for byte.
    let text = source.to_ascii_lowercase();
    let query = query.to_ascii_lowercase();
    let offsets = Utf16Offsets::new(source);
    let found = text.match_indices(&query).take(MOST);
    found.map(|(at, _)| Span { start: offsets.utf16(at), end: offsets.utf16(at + query.len()) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn find(query: &str) -> Find {
        let reading = sample::reading();
        Find::new(query.to_owned(), &reading.document, Some(&reading), &sample::initials())
    }

    #[test]
    fn headings_and_names_are_found_by_their_first_letters() {
        let found = find("sy");
        assert_eq!((found.places.len(), found.sections.as_slice(), found.metrics.as_slice()), (0, &[1][..], &[0][..]));
        assert_eq!(found.stops, [Chosen::Section(1), Chosen::Metric(0)]);
        assert_eq!(find("s").stops, []);
    }

    #[test]
    fn words_are_found_in_text_outline_and_table() {
        let found = find("审议");
        assert_eq!((found.places.len(), found.sections.as_slice(), found.metrics.as_slice()), (2, &[1][..], &[0][..]));
        assert_eq!(found.stops[0], Chosen::Section(1));
        assert_eq!(found.stops.len(), 3, "the sentence of the sample's figure is its quote alone");
        assert_eq!(find("没有"), Find { query: "没有".to_owned(), ..Find::default() });
        assert_eq!(find("").stops, []);
    }

    #[test]
    fn letters_are_found_whether_small_or_not() {
        let document = Document::new("\u{1f600}PPP项目".to_owned());
        assert_eq!(
            Find::new("ppp".to_owned(), &document, None, &Initials::default()).places,
            [Span { start: 2, end: 5 }]
        );
    }

    #[test]
    fn steps_go_round() {
        let mut found = find("通过");
        let count = found.stops.len();
        let first = found.step(false);
        for _ in 1..count {
            found.step(false);
        }
        assert_eq!(found.at, Some(count - 1));
        assert_eq!(found.step(false), first);
        found.step(true);
        assert_eq!(found.at, Some(count - 1));
        assert_eq!(find("没有").step(true), None);
    }
}
