use super::*;
use crate::{noise, text};

/// The outline of a text as an indented listing.
fn listing(source: &str) -> String {
    let lines = text::lines(source);
    let noise = noise::find(source, &lines);
    let paragraphs = text::paragraphs(source, &lines, &noise);
    let outline = read(source, &paragraphs, &noise);
    let mut listing = String::new();
    for section in &outline.sections {
        let words =
            section.title.map_or_else(|| format!("~{}", section.lead.of(source)), |title| title.of(source).to_owned());
        listing += &format!("{}{} {}\n", "  ".repeat(section.depth - 1), section.marker.of(source), words);
    }
    listing
}

#[test]
fn headings_on_lines_of_their_own() {
    let source = "一、总体情况\n全县平稳。\n（一）主动公开\n好。\n二、问题\n少。";
    assert_eq!(listing(source), "一、 总体情况\n  （一） 主动公开\n二、 问题\n");
}
