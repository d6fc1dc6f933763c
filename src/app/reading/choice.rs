//! What a reader may choose of a reading, and where it is found in the other panes.

use super::{Reading, heading};
use crate::contract::{Check, Span};

/// What a reader has chosen, in whichever pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A figure.
    Metric(usize),
    /// A section.
    Section(usize),
    /// A check, with its figures.
    Check(usize),
    /// Something odd.
    Finding(usize),
    /// A place of the text.
    Place(Span),
}

impl Reading {
    /// The places of the text that are chosen.
    pub fn places(&self, chosen: Chosen) -> Vec<Span> {
        let report = &self.report;
        match chosen {
            Chosen::Metric(metric) => report.metrics.get(metric).map(|metric| metric.span).into_iter().collect(),
            Chosen::Section(section) => report.sections.get(section).map(heading).into_iter().collect(),
            Chosen::Check(check) => match report.checks.get(check) {
                Some(check) if check.metrics.is_empty() => vec![check.span],
                Some(check) => check.metrics.iter().filter_map(|&id| Some(report.metrics.get(id)?.span)).collect(),
                None => Vec::new(),
            },
            Chosen::Finding(finding) => report.findings.get(finding).map(|finding| finding.span).into_iter().collect(),
            Chosen::Place(place) => vec![place],
        }
    }

    /// The section in which the choice stands.
    pub fn section_of(&self, chosen: Chosen) -> Option<usize> {
        match chosen {
            Chosen::Metric(metric) => self.report.metrics.get(metric)?.section,
            Chosen::Section(section) => Some(section),
            _ => self.section_at(self.places(chosen).first()?.start),
        }
    }

    /// Whether the figure belongs to the choice.
    pub fn is_chosen(&self, metric: usize, chosen: Chosen) -> bool {
        match chosen {
            Chosen::Metric(this) => this == metric,
            Chosen::Check(check) => self.report.checks.get(check).is_some_and(|check| check.metrics.contains(&metric)),
            Chosen::Section(_) | Chosen::Finding(_) | Chosen::Place(_) => false,
        }
    }

    /// The figure whose row the table shows for the choice.
    pub fn metric_of(&self, chosen: Chosen) -> Option<usize> {
        match chosen {
            Chosen::Metric(metric) => Some(metric),
            Chosen::Check(check) => self.report.checks.get(check)?.metrics.first().copied(),
            Chosen::Section(section) => {
                let span = self.report.sections.get(section)?.span;
                let first = self.report.metrics.partition_point(|metric| metric.span.start < span.start);
                self.report.metrics.get(first).filter(|metric| metric.span.start < span.end).map(|_| first)
            }
            Chosen::Finding(_) | Chosen::Place(_) => None,
        }
    }

    /// The check that is chosen.
    pub fn check_of(&self, chosen: Chosen) -> Option<&Check> {
        let Chosen::Check(check) = chosen else { return None };
        self.report.checks.get(check)
    }

    /// The figure of which more is told and that can be corrected: the one that is chosen, or the first of a check.
    pub fn figure_of(&self, chosen: Chosen) -> Option<usize> {
        self.metric_of(chosen).filter(|_| !matches!(chosen, Chosen::Section(_)))
    }

    /// The figure that stands after another in the text, or before it.
    pub fn beyond(&self, metric: usize, back: bool) -> Option<usize> {
        let start = self.report.metrics.get(metric)?.span.start;
        self.figure_from(if back { start } else { start + 1 }, back)
    }

    /// The first figure that stands at a place of the text or after it, or the last before it.
    pub fn figure_from(&self, place: usize, back: bool) -> Option<usize> {
        let metrics = &self.report.metrics;
        let first = |start: usize| metrics.partition_point(|metric| metric.span.start < start);
        let at = first(place);
        if back {
            Some(first(metrics.get(at.checked_sub(1)?)?.span.start))
        } else {
            Some(at).filter(|&at| at < metrics.len())
        }
    }

    /// What in this reading was chosen in an older one of nearly the same text.
    pub fn follow(&self, chosen: Chosen, old: &Self) -> Option<Chosen> {
        match chosen {
            Chosen::Metric(id) => {
                let old = old.report.metrics.get(id)?;
                let same = |id: &usize| {
                    let metric = self.report.metrics.get(*id);
                    metric.is_some_and(|new| new.indicator == old.indicator && new.quote == old.quote)
                };
                let same = Some(id).filter(same).or_else(|| (0..self.report.metrics.len()).find(same));
                same.map(Chosen::Metric)
            }
            Chosen::Section(id) => {
                let old = old.report.sections.get(id)?;
                let new = self.report.sections.get(id)?;
                (new.marker == old.marker && new.depth == old.depth).then_some(chosen)
            }
            Chosen::Check(_) | Chosen::Finding(_) | Chosen::Place(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn every_choice_leads_to_text_outline_and_table() {
        let reading = sample::reading();
        let metric = reading.report.metrics[1].span;
        assert_eq!(reading.places(Chosen::Metric(1)), [metric]);
        assert_eq!(reading.section_of(Chosen::Metric(1)), Some(1));
        assert_eq!(reading.metric_of(Chosen::Section(0)), Some(0));
        assert_eq!(reading.metric_of(Chosen::Section(2)), Some(3));
        assert_eq!(
            [Chosen::Metric(2), Chosen::Check(0), Chosen::Section(2)].map(|chosen| reading.figure_of(chosen)),
            [Some(2), Some(0), None]
        );
        assert_eq!(reading.places(Chosen::Check(0)).len(), 3);
        assert_eq!(reading.section_of(Chosen::Check(0)), Some(1));
        assert_eq!(reading.section_of(Chosen::Place(metric)), Some(1));
        assert!(reading.is_chosen(2, Chosen::Check(0)) && !reading.is_chosen(3, Chosen::Check(0)));
        assert!(reading.is_within(2, 0) && !reading.is_within(3, 0));
        for nothing in [Chosen::Metric(9), Chosen::Section(9), Chosen::Check(9), Chosen::Finding(9)] {
            assert_eq!(reading.places(nothing), []);
        }
    }

    #[test]
    fn figures_stand_one_after_another_those_of_one_place_together() {
        let mut report = sample::report();
        report.metrics[1].span = report.metrics[0].span;
        let reading = Reading::new(sample::reading().document, report);
        let way = |back| (0..4).map(|metric| reading.beyond(metric, back)).collect::<Vec<_>>();
        assert_eq!(way(false), [Some(2), Some(2), Some(3), None]);
        assert_eq!(way(true), [None, None, Some(0), Some(2)]);
        let third = reading.report.metrics[2].span.start;
        assert_eq!([false, true].map(|back| reading.figure_from(third, back)), [Some(2), Some(0)]);
        assert_eq!([false, true].map(|back| reading.figure_from(usize::MAX, back)), [None, Some(3)]);
    }

    #[test]
    fn a_choice_follows_its_figure_into_a_new_reading() {
        let old = sample::reading();
        let mut report = sample::report();
        report.metrics.remove(0);
        let new = Reading::new(old.document.clone(), report);
        assert_eq!(new.follow(Chosen::Metric(2), &old), Some(Chosen::Metric(1)));
        assert_eq!(new.follow(Chosen::Metric(0), &old), None);
        assert_eq!(new.follow(Chosen::Section(1), &old), Some(Chosen::Section(1)));
    }
}
