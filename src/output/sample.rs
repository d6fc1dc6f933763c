//! A small reading for the tests of the outputs.

use crate::contract::{Finding, Metric, Particulars, Parts, Report, SCHEMA, Section, Source, Span};
use crate::report::{FindingKind, Genre};
use crate::verdict::Verdict;

const NOWHERE: Span = Span { start: 0, end: 0 };

/// A reading with two sections, the second in the first.
pub fn report(metrics: Vec<Metric>) -> Report {
    Report {
        schema: SCHEMA.to_owned(),
        generator: "gangmu 0.0.0".to_owned(),
        source: Source { name: None, sha256: "5f2d".to_owned() },
        text: None,
        genre: Genre::LawBasedGovernment,
        title: Some("云溪县2023年法治政府建设情况报告".to_owned()),
        title_span: None,
        issuer: Some("云溪县".to_owned()),
        year: Some(2023),
        amendment: Particulars::default(),
        published: None,
        preamble: Vec::new(),
        sections: vec![section(0, None, "一、", "主要成效"), section(1, Some(0), "1.", "招商引资")],
        metrics: metrics.into_iter().enumerate().map(|(id, metric)| Metric { id, ..metric }).collect(),
        excluded: Vec::new(),
        skipped: Vec::new(),
        checks: Vec::new(),
        findings: vec![Finding {
            kind: FindingKind::Numbering,
            span: NOWHERE,
            message: Verdict::said("序号重复：（二）".to_owned()),
        }],
        parts: Some(Parts::default()),
        noise: Vec::new(),
    }
}

fn section(id: usize, parent: Option<usize>, marker: &str, title: &str) -> Section {
    Section {
        id,
        parent,
        depth: id + 1,
        marker: marker.to_owned(),
        title: Some(title.to_owned()),
        lead: String::new(),
        part: None,
        span: NOWHERE,
        heading: NOWHERE,
    }
}

/// A figure in the first section.
pub fn metric(indicator: &str, value: f64, unit: &str) -> Metric {
    Metric {
        section: Some(0),
        indicator: indicator.to_owned(),
        value,
        unit: Some(unit.to_owned()),
        ..Metric::blank(format!("{value}{unit}"), NOWHERE)
    }
}
