use super::*;
use crate::{noise, text};

fn outline(source: &str) -> Outline {
    let lines = text::lines(source);
    let noise = noise::find(source, &lines);
    let paragraphs = text::paragraphs(source, &lines, &noise);
    read(source, &paragraphs, &noise)
}

/// The outline of a text as an indented listing, and what is odd in it.
fn listing(source: &str) -> String {
    let outline = outline(source);
    let mut listing = String::new();
    for section in &outline.sections {
        let words =
            section.title.map_or_else(|| format!("~{}", section.lead.of(source)), |title| title.of(source).to_owned());
        listing += &format!("{}{} {words}\n", "  ".repeat(section.depth - 1), section.marker.of(source));
    }
    for finding in &outline.findings {
        listing += &format!("! {}\n", finding.message);
    }
    listing
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let cases: Vec<&str> = include_str!("cases.txt").split("=== ").skip(1).collect();
    for case in &cases {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (source, expected) = rest.split_once("\n---\n").expect("a case has an outline");
        let read = listing(source);
        if read.trim_end() != expected.trim_end() {
            wrong.push(format!("{name}: expected\n{expected}\nbut read\n{read}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
