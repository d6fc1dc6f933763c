//! The outline as a tree of lines, some of them folded away.

use super::reading::Reading;

/// A line of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The section.
    pub section: usize,
    /// Whether it holds others.
    pub holds: bool,
    /// Its place among those with the same parent, from 1, and how many they are.
    pub place: (usize, usize),
}

/// The lines in sight: all but those below a folded section.
pub fn lines(reading: &Reading, folded: &[usize]) -> Vec<Line> {
    let sections = &reading.report.sections;
    let mut siblings = vec![0; sections.len() + 1];
    let family = |parent: Option<usize>| parent.map_or(0, |parent| parent + 1);
    let place: Vec<usize> = sections
        .iter()
        .map(|section| {
            let place = &mut siblings[family(section.parent)];
            *place += 1;
            *place
        })
        .collect();
    let is_hidden = |section: usize| reading.lineage(section).skip(1).any(|above| folded.contains(&above));
    (0..sections.len())
        .filter(|&section| !is_hidden(section))
        .map(|section| Line {
            section,
            holds: siblings[section + 1] > 0,
            place: (place[section], siblings[family(sections[section].parent)]),
        })
        .collect()
}

/// Where a key of a tree leads from a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To another section.
    To(usize),
    /// To fold or unfold the section.
    Fold(bool),
    /// To unfold every section.
    Unfold,
}

/// What a key does on the line of a section, as trees do by the ARIA practices.
pub fn step(lines: &[Line], reading: &Reading, folded: &[usize], section: usize, key: &str) -> Option<Step> {
    let at = lines.iter().position(|line| line.section == section)?;
    let line = lines[at];
    let is_folded = folded.contains(&section);
    let to = |line: Option<&Line>| line.map(|line| Step::To(line.section));
    match key {
        "ArrowDown" => to(lines.get(at + 1)),
        "ArrowUp" => to(at.checked_sub(1).and_then(|above| lines.get(above))),
        "Home" => to(lines.first()),
        "End" => to(lines.last()),
        "ArrowRight" if line.holds && is_folded => Some(Step::Fold(false)),
        "ArrowRight" if line.holds => to(lines.get(at + 1)),
        "ArrowLeft" if line.holds && !is_folded => Some(Step::Fold(true)),
        "ArrowLeft" => reading.report.sections[section].parent.map(Step::To),
        "*" => Some(Step::Unfold),
        _ => {
            // A letter leads to the next line that begins with it.
            let letter = Some(key.to_ascii_lowercase()).filter(|key| key.chars().count() == 1 && key != " ")?;
            let begins = |line: &&Line| {
                let section = &reading.report.sections[line.section];
                section.title.as_ref().unwrap_or(&section.lead).to_ascii_lowercase().starts_with(&letter)
            };
            to(lines[at + 1..].iter().chain(&lines[..at]).find(begins))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_folded_section_hides_what_it_holds() {
        let reading = sample::reading();
        let open = lines(&reading, &[]);
        assert_eq!(open.iter().map(|line| line.place).collect::<Vec<_>>(), [(1, 2), (1, 1), (2, 2)]);
        assert_eq!(open.iter().map(|line| line.holds).collect::<Vec<_>>(), [true, false, false]);
        let folded = lines(&reading, &[0]);
        assert_eq!(folded.iter().map(|line| line.section).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn keys_walk_the_tree() {
        let reading = sample::reading();
        let none = [];
        let open = lines(&reading, &none);
        let press = |section, key| step(&open, &reading, &none, section, key);
        assert_eq!(press(0, "ArrowDown"), Some(Step::To(1)));
        assert_eq!(press(0, "ArrowUp"), None);
        assert_eq!(press(0, "ArrowRight"), Some(Step::To(1)));
        assert_eq!(press(0, "ArrowLeft"), Some(Step::Fold(true)));
        assert_eq!(press(1, "ArrowLeft"), Some(Step::To(0)));
        assert_eq!(press(1, "End"), Some(Step::To(2)));
        assert_eq!(press(2, "Home"), Some(Step::To(0)));
        assert_eq!(press(0, "下"), Some(Step::To(2)));
        assert_eq!(press(2, "项"), Some(Step::To(1)));
        assert_eq!(press(0, "没"), None);
        assert_eq!(press(1, "*"), Some(Step::Unfold));
        let folded = [0];
        let closed = lines(&reading, &folded);
        assert_eq!(step(&closed, &reading, &folded, 0, "ArrowRight"), Some(Step::Fold(false)));
        assert_eq!(step(&closed, &reading, &folded, 0, "ArrowDown"), Some(Step::To(2)));
    }
}
