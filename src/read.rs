//! The one way through the core.

use crate::metric::Memory;
use crate::{Report, check, further, metric, noise, order, outline, text};

/// Reads a report. Never fails and never panics: odd text gives a smaller reading.
pub fn read(source: &str) -> Report {
    read_through(source, None)
}

/// Reads a report whose text is that of the last one, edited: the same reading, sooner.
pub fn reread(source: &str, memory: &mut Memory) -> Report {
    read_through(source, Some(memory))
}

fn read_through(source: &str, mut memory: Option<&mut Memory>) -> Report {
    if let Some(memory) = memory.as_deref_mut() {
        memory.turn();
    }
    let further = text::further(source);
    let end = |next: usize| further.get(next).map_or(source.len(), |title| title.start);
    let mut report = read_one(&source[..end(0)], memory.as_deref_mut());
    let mut known = report.title_span.map(|title| title.of(source)).into_iter().collect();
    for (at, &title) in further.iter().enumerate() {
        let other = read_one(&source[title.start..end(at + 1)], memory.as_deref_mut());
        further::join(source, &mut report, &mut known, (title, end(at + 1)), other);
    }
    order::sort_by_key(&mut report.findings, |finding| finding.span);
    report
}

/// Reads a text that is one report.
fn read_one(source: &str, memory: Option<&mut Memory>) -> Report {
    let lines = text::lines(source);
    let noise = noise::find(source, lines);
    let paragraphs = text::paragraphs(source, lines, &noise);
    let tables = text::Tables::find(source, lines);
    let outline = outline::read(source, &paragraphs, &noise, &tables, None);
    let ledger = metric::read(source, &paragraphs, &outline, &noise, &tables, memory);
    // A text may be large: what no later stage asks for makes room.
    drop((paragraphs, tables));
    let checked = check::run(source, &ledger.metrics, &[], &noise, outline.year);
    let mut findings = outline.findings;
    findings.extend(ledger.findings);
    findings.extend(checked.findings);
    order::sort_by_key(&mut findings, |finding| finding.span);
    Report {
        genre: outline.genre,
        title: outline.title,
        title_span: outline.title_span,
        issuer: outline.issuer,
        year: outline.year,
        published: outline.published,
        preamble: outline.preamble,
        sections: outline.sections,
        metrics: ledger.metrics,
        skipped: ledger.skipped,
        checks: checked.checks,
        findings,
        parts: outline.parts,
        noise,
    }
}
