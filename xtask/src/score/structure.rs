//! What is promised of every reading, gold or not.

use std::collections::HashMap;

use gangmu::contract::Report;

use super::tally::Tally;
use super::text::{Source, fold, inside};

pub fn score(source: &Source, got: &Report, tally: &mut Tally) {
    let sections: HashMap<usize, _> = got.sections.iter().map(|section| (section.id, section)).collect();
    let metrics: HashMap<usize, _> = got.metrics.iter().map(|metric| (metric.id, metric)).collect();
    let mut check = |measure, is_good, what: &str| tally.hit(measure, is_good, || format!("{measure}: {what}"));

    check("structure.ids", sections.len() == got.sections.len() && metrics.len() == got.metrics.len(), "not unique");
    for section in &got.sections {
        let depth = section.parent.and_then(|id| sections.get(&id)).map_or(0, |parent| parent.depth);
        check("structure.parent", section.depth == depth + 1, &section.marker);
        let heading = fold(&source.at(section.heading));
        let is_heading = heading.starts_with(&fold(&section.marker)) && inside(section.heading, section.span);
        check("structure.heading", is_heading, &section.marker);
    }
    for metric in &got.metrics {
        let home = metric.section.and_then(|id| sections.get(&id));
        let is_home = metric.section.is_none() || home.is_some_and(|home| inside(metric.span, home.span));
        check("structure.section", is_home, &metric.quote);
        let depth = home.map_or(0, |home| home.depth);
        let is_deeper = got.sections.iter().any(|section| section.depth > depth && inside(metric.span, section.span));
        check("structure.innermost", !is_deeper, &metric.quote);
        check("structure.sentence", inside(metric.span, metric.sentence), &metric.quote);
    }
    for noise in &got.noise {
        check("structure.noise", source.at(noise.span) == noise.text, &noise.text);
    }
}
