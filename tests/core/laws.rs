//! What holds of every reading, whatever the text.

use gangmu::contract;
use gangmu::output::selection::{Outgoing, Selection};
use gangmu::output::table::COLUMNS;
use gangmu::output::{csv, html, label, markdown, tsv, xlsx};
use gangmu::report::{Genre, Metric, Report, Section, Span};
use gangmu::words::Language;

/// Panics, saying which law and where, if the reading of the text breaks one.
pub fn holds(text: &str) {
    let report = gangmu::read(text);
    spans_are_of_the_text(text, &report);
    every_character_has_one_place(text, &report);
    the_outline_is_a_tree(text, &report);
    every_numeral_is_accounted_for(text, &report);
    the_ledger_counts_nothing_twice(&report);
    figures_stand_where_they_say(text, &report);
    figures_belong_to_figures(&report);
    checks_and_parts_point_to_something(&report);
    the_json_says_the_same(text, &report);
    every_output_takes_it(text, &report);
}

fn spans_are_of_the_text(text: &str, report: &Report) {
    let of_text = |span: Span, what: &str| {
        assert!(span.start <= span.end, "{what}: {span:?} ends before it starts");
        assert!(text.get(span.start..span.end).is_some(), "{what}: {span:?} is not of the text");
    };
    let filled = |span: Span, what: &str| {
        of_text(span, what);
        assert!(!span.is_empty(), "{what}: {span:?} is empty");
    };
    report.title_span.iter().for_each(|&span| filled(span, "title"));
    report.preamble.iter().for_each(|&span| filled(span, "preamble"));
    report.noise.iter().for_each(|&span| filled(span, "noise"));
    for section in &report.sections {
        filled(section.span, "section");
        of_text(section.marker, "marker");
        // What has no number is the title of a further report.
        assert!(!section.marker.is_empty() || section.title == Some(section.heading), "{:?}: no marker", section.span);
        filled(section.heading, "heading");
        of_text(section.lead, "lead");
        section.title.iter().for_each(|&span| filled(span, "title of a section"));
    }
    for metric in &report.metrics {
        filled(metric.span, "metric");
        filled(metric.sentence, "sentence");
        filled(metric.why.extent, "extent");
        metric.why.period.iter().for_each(|&span| filled(span, "period"));
    }
    for &part in gangmu::report::Part::ALL {
        report.parts.iter().flat_map(|parts| &parts[part]).for_each(|place| filled(place.span, "part"));
    }
    report.skipped.iter().for_each(|skipped| filled(skipped.span, "skipped"));
    report.checks.iter().for_each(|check| of_text(check.span, "check"));
    report.findings.iter().for_each(|finding| of_text(finding.span, "finding"));
}

/// Noise wins, then the innermost section, then title, then preamble. So the places that are left must not overlap, and
/// together with noise they must leave nothing out.
fn every_character_has_one_place(text: &str, report: &Report) {
    let top = report.sections.iter().filter(|section| section.parent.is_none()).map(|section| section.span);
    let places: Vec<Span> = top.chain(report.title_span).chain(report.preamble.iter().copied()).collect();
    disjoint(text, places.clone(), "top sections, title and preamble");
    disjoint(text, report.noise.clone(), "noise");
    let covered = Cover::new(text, places.into_iter().chain(report.noise.iter().copied()));
    for (at, character) in text.char_indices() {
        assert!(covered.at(at), "{character:?} at {at} is in no place{}", around(text, at));
    }
}

fn the_outline_is_a_tree(text: &str, report: &Report) {
    let sections = &report.sections;
    for (id, section) in sections.iter().enumerate() {
        let Section { marker, heading, span, .. } = *section;
        let words = heading.of(text);
        assert_eq!(marker.start, span.start, "{words}: a section starts with its marker");
        assert_eq!(heading.start, span.start, "{words}: a heading starts with its marker");
        assert!(heading.contains(marker) && span.contains(heading), "{words}: marker in heading in section");
        assert!(section.title.is_none_or(|title| heading.contains(title)), "{words}: title outside its heading");
        assert!(span.contains(section.lead), "{words}: lead outside its section");
        assert!(id == 0 || sections[id - 1].span.start < span.start, "{words}: not in reading order");
        match section.parent {
            None => assert_eq!(section.depth, 1, "{words}: depth"),
            Some(parent) => {
                assert!(parent < id, "{words}: parent {parent} after child {id}");
                assert_eq!(section.depth, sections[parent].depth + 1, "{words}: depth");
                assert!(sections[parent].span.contains(span), "{words}: outside its parent");
            }
        }
        let next = sections[id + 1..].iter().find(|other| other.depth <= section.depth);
        if let Some(next) = next {
            assert_eq!(span.end, next.span.start, "{words}: must end where the next begins");
        }
    }
}

fn every_numeral_is_accounted_for(text: &str, report: &Report) {
    let metrics = report.metrics.iter().map(|metric| metric.span);
    let markers = report.sections.iter().map(|section| section.marker);
    let skipped = report.skipped.iter().map(|skipped| skipped.span);
    let told = Cover::new(text, metrics.chain(markers).chain(skipped).chain(report.noise.iter().copied()));
    for (at, character) in text.char_indices() {
        if is_numeral(character) {
            assert!(told.at(at), "{character:?} at {at} is in no account{}", around(text, at));
        }
    }
}

/// A numeral as a reader sees one, apart from what the core thinks.
fn is_numeral(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
        || "一二三四五六七八九十百千万亿两〇零壹贰叁肆伍陆柒捌玖拾佰仟萬億".contains(character)
}

fn the_ledger_counts_nothing_twice(report: &Report) {
    for pair in report.metrics.windows(2) {
        let (first, second) = (pair[0].span, pair[1].span);
        assert!(
            first == second || first.end <= second.start,
            "metrics overlap or are out of order: {first:?} {second:?}"
        );
    }
    for pair in report.skipped.windows(2) {
        let (first, second) = (pair[0].span, pair[1].span);
        assert!(first.end <= second.start, "skipped overlap or are out of order: {first:?} {second:?}");
    }
    let mut metrics = report.metrics.iter().peekable();
    for skipped in &report.skipped {
        while metrics.next_if(|metric| metric.span.end <= skipped.span.start).is_some() {}
        let overlaps = metrics.peek().is_some_and(|metric| metric.span.overlaps(skipped.span));
        assert!(!overlaps, "{:?} is both a metric and skipped", skipped.span);
    }
}

fn figures_stand_where_they_say(text: &str, report: &Report) {
    for metric in &report.metrics {
        let Metric { indicator, span, .. } = metric;
        assert!(!indicator.trim().is_empty(), "{span:?} has no name");
        let (quote, sentence) = (span.of(text), metric.sentence.of(text));
        assert!(metric.sentence.contains(*span), "{indicator}: {quote:?} outside its sentence {sentence:?}");
        assert!(metric.why.extent.contains(*span), "{indicator}: {quote:?} outside of what says how exact it is");
        assert_eq!(metric.period.is_some(), metric.why.period.is_some(), "{indicator}: the time and where it stands");
        let innermost = report.sections.iter().rposition(|section| section.span.contains(*span));
        assert_eq!(metric.section, innermost, "{indicator}: section");
        assert!(metric.low.is_none_or(|low| low <= metric.value), "{quote}: low above value");
        assert!((0.0..=1.0).contains(&metric.confidence), "{indicator}: confidence {}", metric.confidence);
        assert!(metric.unit.as_ref().is_none_or(|unit| !unit.is_empty()), "{indicator}: empty unit");
        assert!(!report.noise.iter().any(|noise| noise.contains(*span)), "{indicator}: a metric in noise");
    }
}

fn figures_belong_to_figures(report: &Report) {
    for (id, metric) in report.metrics.iter().enumerate() {
        assert_eq!(metric.of.is_some(), metric.relation.is_some(), "{}: of and relation", metric.indicator);
        let mut steps = 0;
        let mut whole = metric.of;
        while let Some(at) = whole {
            assert!(at < report.metrics.len(), "{}: belongs to no metric", metric.indicator);
            assert!(at != id && steps <= report.metrics.len(), "{}: belongs to itself", metric.indicator);
            whole = report.metrics[at].of;
            steps += 1;
        }
    }
}

fn checks_and_parts_point_to_something(report: &Report) {
    for check in &report.checks {
        assert!(!check.message.to_string().is_empty() && !check.metrics.is_empty(), "a check says nothing");
        assert!(check.metrics.iter().all(|&id| id < report.metrics.len()), "{}: no such metric", check.message);
    }
    assert!(report.findings.iter().all(|finding| !finding.message.to_string().is_empty()), "a finding says nothing");
    assert_eq!(report.parts.is_some(), report.genre == Genre::LawBasedGovernment, "parts are of one genre");
    for &part in gangmu::report::Part::ALL {
        for place in report.parts.iter().flat_map(|parts| &parts[part]) {
            let section = place.section.map(|id| report.sections.get(id).expect("a part's section exists"));
            assert!(section.is_none_or(|section| section.span.contains(place.span)), "{part:?} outside its section");
        }
    }
}

fn the_json_says_the_same(text: &str, report: &Report) {
    let form = contract::Report::new(report, text, Some("报告.txt"));
    let bytes = serde_json::to_string(&form).expect("a reading can be written");
    let again = contract::Report::new(&gangmu::read(text), text, Some("报告.txt"));
    assert_eq!(bytes, serde_json::to_string(&again).expect("a reading can be written"), "two readings differ");
    let back: contract::Report = serde_json::from_str(&bytes).expect("a reading can be read back");
    assert_eq!(bytes, serde_json::to_string(&back).expect("a reading can be written"), "what is read back differs");
    let units: Vec<u16> = text.encode_utf16().collect();
    for metric in &form.metrics {
        let quote = String::from_utf16(&units[metric.span.start..metric.span.end]).expect("no half character");
        assert_eq!(quote, metric.quote, "quote and span");
    }
}

fn every_output_takes_it(text: &str, report: &Report) {
    let form = contract::Report::new(report, text, None);
    let labels = label::metrics(&form, Language::Chinese);
    let mut unique = labels.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), labels.len(), "two rows look alike: {labels:?}");
    let all = Selection::default();
    let outgoing = Outgoing { report: &form, text, selection: &all };
    assert!(markdown::write(&outgoing).starts_with("# "));
    assert_eq!(tsv::write(&outgoing, &COLUMNS).lines().count(), form.metrics.len() + 1);
    let table = csv::write(&outgoing, false);
    let rows = ::csv::Reader::from_reader(table.as_bytes()).into_records().filter(Result::is_ok).count();
    assert_eq!(rows, form.metrics.len());
    assert!(xlsx::write(&[outgoing]).starts_with(b"PK"));
    assert!(html::write(&outgoing).ends_with("</html>\n"));
}

/// Panics if two of the spans share a byte.
fn disjoint(text: &str, mut spans: Vec<Span>, what: &str) {
    spans.sort();
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what} overlap: {pair:?}{}", around(text, pair[1].start));
    }
}

/// The bytes that some spans hold.
struct Cover(Vec<bool>);

impl Cover {
    fn new(text: &str, spans: impl Iterator<Item = Span>) -> Self {
        let mut held = vec![false; text.len()];
        spans.for_each(|span| held[span.start..span.end].fill(true));
        Self(held)
    }

    fn at(&self, byte: usize) -> bool {
        self.0[byte]
    }
}

/// The words around a place, for a message.
fn around(text: &str, at: usize) -> String {
    let before: String = text[..at].chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[at..].chars().take(12).collect();
    format!(": {before:?} | {after:?}")
}
