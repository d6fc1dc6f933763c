//! The outline: title, sections and statutory parts.

mod candidate;
mod day;
mod glued;
mod heading;
mod issuer;
mod particulars;
mod scan;
mod statutory;
mod tree;
mod year;

use crate::report::{Finding, Genre, Parts, Section, Span};
use crate::text::{Form, Tables};
use glued::{Family, Run};
use heading::Heading;
use tree::Node;

/// What the outline stage hands on. The fields mean what they mean in [`crate::Report`].
#[derive(Debug)]
pub struct Outline {
    /// What sort of document it is.
    pub genre: Genre,
    /// The title without white space.
    pub title: Option<String>,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// The body that reports.
    pub issuer: Option<String>,
    /// The year reported on.
    pub year: Option<i32>,
    /// Whether the title or the day of the report tells it.
    pub dated: bool,
    /// The day of publication in ISO 8601.
    pub published: Option<String>,
    /// What stands before the first section and is neither title nor noise.
    pub preamble: Vec<Span>,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// What is odd in the numbers of the sections.
    pub findings: Vec<Finding>,
    /// The places that tell the statutory parts.
    pub parts: Option<Parts>,
}

/// Reads the outline; `said` is what sort of document it is and on which year, where a person says so.
pub fn read(
    text: &str,
    paragraphs: &[Span],
    noise: &[Span],
    tables: &Tables,
    said: Option<(Genre, Option<i32>)>,
) -> Outline {
    let candidates = candidate::find(text, paragraphs, noise, tables);
    let (nodes, findings) = tree::build(text, &candidates);
    drop(candidates);
    let mut sections = sections(text, &nodes, tables.forms());
    let particulars = particulars::read(text, paragraphs, noise, &sections);
    let (genre, year) = said.unwrap_or((particulars.genre, particulars.year));
    let parts = (genre == Genre::LawBasedGovernment).then(|| {
        for section in &mut sections {
            let words = section.title.unwrap_or(opening(text, section.lead)).of(text);
            section.part = statutory::of_heading(words, section.depth, year);
        }
        statutory::read(text, paragraphs, &sections, year)
    });
    let preamble = preamble(text, particulars.title_span, noise, &sections);
    Outline {
        genre,
        title: particulars.title,
        title_span: particulars.title_span,
        issuer: particulars.issuer,
        year,
        dated: particulars.dated,
        published: particulars.published,
        preamble,
        sections,
        findings,
        parts,
    }
}

/// The first words of a lead, where a heading stands that runs into its text.
fn opening(text: &str, lead: Span) -> Span {
    const HEADING: usize = 20;
    let end = lead.of(text).char_indices().nth(HEADING).map_or(lead.end, |(at, _)| lead.start + at);
    Span::new(lead.start, end)
}

/// The sections that the nodes number: each reaches to the next of the same or a smaller depth.
fn sections(text: &str, nodes: &[Node], forms: &[Form]) -> Vec<Section> {
    // A closing mark or two may stand behind the title.
    const CLOSING: usize = 8;
    let mut sections: Vec<Section> = Vec::with_capacity(nodes.len());
    let mut open: Vec<usize> = Vec::new();
    // For each parent, none being the last, how many more of its own stand alone on their lines than lead a paragraph.
    let mut alone = vec![0_i32; nodes.len() + 1];
    let family = |node: &Node| node.parent.map_or(nodes.len(), |parent| parent as usize);
    let mut lines: Vec<(usize, Span)> = Vec::new();
    let mut runs: Vec<(usize, Run)> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let Node { marker, limit, .. } = *node;
        let heading = heading(text, node, nodes.get(index + 1), forms);
        // A point inside a paragraph stands on no line of its own.
        if let Some(title) = heading.title.filter(|_| node.begins_line) {
            alone[family(node)] += if title.end + CLOSING >= limit { 1 } else { -1 };
        }
        lines.extend(heading.line.map(|line| (index, line)));
        // What has its line for itself runs into nothing.
        let run = heading.run.filter(|run| !(node.begins_line && heading::ends_line(&text[run.end..])));
        runs.extend(run.map(|run| (index, Run::of(text, run, node.style, heading.title.is_some()))));
        while let Some(last) = open.pop_if(|last| nodes[*last].depth >= node.depth) {
            sections[last].span.end = marker.start;
        }
        open.push(index);
        sections.push(Section {
            parent: node.parent.map(|parent| parent as usize),
            depth: node.depth.into(),
            marker,
            title: heading.title,
            lead: heading.lead,
            part: None,
            span: Span::new(marker.start, text.len()),
            heading: Span::new(marker.start, heading.title.map_or(marker.end, |title| title.end)),
        });
    }
    // A heading that fills its line to the last character seems to run into the text below; it ends with the line if its siblings
    // rather stand alone on theirs than lead a paragraph.
    for (index, line) in lines.into_iter().filter(|&(index, _)| alone[family(&nodes[index])] > 0) {
        sections[index].title = Some(line);
        sections[index].heading.end = line.end;
        runs.retain(|&(run, _)| run != index);
    }
    part(text, &mut sections, &runs);
    sections
}

/// Parts headings from the text that they run into.
fn part(text: &str, sections: &mut [Section], runs: &[(usize, Run)]) {
    if runs.is_empty() {
        return;
    }
    let mut families: Vec<Option<Box<Family>>> = vec![None; sections.len() + 1];
    let family = |section: &Section| section.parent.map_or(0, |parent| parent + 1);
    for (index, run) in runs {
        families[family(&sections[*index])].get_or_insert_with(|| Box::new(Family::new())).suppose(run);
    }
    for section in sections.iter() {
        if let (Some(title), Some(family)) = (section.title, &mut families[family(section)]) {
            family.know(title.of(text));
        }
    }
    for (index, run) in runs {
        let family = families[family(&sections[*index])].as_deref();
        if let Some(end) = family.and_then(|family| family.end(run)) {
            let section = &mut sections[*index];
            section.title = Some(Span::new(section.lead.start, end));
            section.heading.end = end;
        }
    }
}

/// The heading of a node.
fn heading(text: &str, node: &Node, next: Option<&Node>, forms: &[Form]) -> Heading {
    let next = next.map_or(text.len(), |next| next.marker.start);
    // The table of a form has a head, which begins where the heading of its section ends.
    let form = forms.get(forms.partition_point(|form| form.span.start < node.marker.end));
    let limit = form.map_or(next, |form| form.span.start.min(next));
    let body = Span::new(node.marker.end, node.limit.min(limit).max(node.marker.end));
    let body = Span::new(body.start, heading::bold_end(text, node.marker, body).unwrap_or(body.end));
    heading::read(text, body, node.style, node.tabled)
}

/// What stands before the first section and is neither title nor noise.
fn preamble(text: &str, title: Option<Span>, noise: &[Span], sections: &[Section]) -> Vec<Span> {
    let end = sections.first().map_or(text.len(), |section| section.span.start);
    let before = Span::new(0, title.map_or(0, |title| title.start).min(end));
    let after = Span::new(title.map_or(0, |title| title.end).min(end), end);
    [before, after]
        .into_iter()
        .filter(|part| !part.is_empty())
        .flat_map(|part| particulars::without(part, noise))
        .collect()
}

#[cfg(test)]
mod tests;
