//! How a reading travels from the worker to the page: in pieces, each small enough to be taken in between two frames.

use serde::{Deserialize, Serialize};

use crate::output::json::{Check, Finding, Metric, Noise, Report, Section, Skipped};

/// How many sections, figures and so on travel together.
const LOAD: usize = 1_000;

/// A piece of a reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// The reading without what follows.
    Report(Box<Report>),
    /// Some of its sections.
    Sections(Vec<Section>),
    /// Some of its figures.
    Metrics(Vec<Metric>),
    /// Some of its other numerals.
    Skipped(Vec<Skipped>),
    /// Some of its checks.
    Checks(Vec<Check>),
    /// Some of its findings.
    Findings(Vec<Finding>),
    /// Some of its noise.
    Noise(Vec<Noise>),
    /// There is no more.
    End,
}

/// A reading as pieces, in the order to send them.
pub fn pieces(mut report: Report) -> impl Iterator<Item = Piece> {
    let sections = loads(std::mem::take(&mut report.sections)).map(Piece::Sections);
    let metrics = loads(std::mem::take(&mut report.metrics)).map(Piece::Metrics);
    let skipped = loads(std::mem::take(&mut report.skipped)).map(Piece::Skipped);
    let checks = loads(std::mem::take(&mut report.checks)).map(Piece::Checks);
    let findings = loads(std::mem::take(&mut report.findings)).map(Piece::Findings);
    let noise = loads(std::mem::take(&mut report.noise)).map(Piece::Noise);
    let lists = sections.chain(metrics).chain(skipped).chain(checks).chain(findings).chain(noise);
    [Piece::Report(Box::new(report))].into_iter().chain(lists).chain([Piece::End])
}

fn loads<T>(things: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut things = things.into_iter();
    std::iter::from_fn(move || Some(things.by_ref().take(LOAD).collect::<Vec<T>>()).filter(|load| !load.is_empty()))
}

/// A reading that is arriving.
#[derive(Debug, Default)]
pub struct Assembly(Option<Box<Report>>);

impl Assembly {
    /// Takes the next piece. The last one gives the reading.
    pub fn take(&mut self, piece: Piece) -> Option<Report> {
        match (piece, self.0.as_mut()) {
            (Piece::Report(report), _) => self.0 = Some(report),
            (Piece::Sections(more), Some(report)) => report.sections.extend(more),
            (Piece::Metrics(more), Some(report)) => report.metrics.extend(more),
            (Piece::Skipped(more), Some(report)) => report.skipped.extend(more),
            (Piece::Checks(more), Some(report)) => report.checks.extend(more),
            (Piece::Findings(more), Some(report)) => report.findings.extend(more),
            (Piece::Noise(more), Some(report)) => report.noise.extend(more),
            (Piece::End, _) => return self.0.take().map(|report| *report),
            (_, None) => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_reading_arrives_as_it_was_sent() {
        let mut report = sample::report();
        let template = report.metrics[0].clone();
        report.metrics = (0..LOAD * 2 + 1).map(|id| Metric { id, ..template.clone() }).collect();
        let sent: Vec<Piece> = pieces(report.clone()).collect();
        assert!(sent.len() >= 5);
        let mut assembly = Assembly::default();
        let arrived: Vec<Report> = sent.into_iter().filter_map(|piece| assembly.take(piece)).collect();
        assert_eq!(arrived, [report]);
    }
}
