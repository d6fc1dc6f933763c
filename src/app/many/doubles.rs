//! Reports of one body, one year and one sort: what they tell would stand side by side as if of two.

use super::{Many, Node};
use crate::contract::Report;
use crate::output::comparison::names;
use crate::report::Genre;
use crate::words::{file, many};

impl Many {
    /// A line for each body, year and sort that several of the chosen reports have, naming them as the heads of the comparison do.
    pub(super) fn doubles(&self) -> Node {
        let language = self.selection.language;
        let reports: Vec<&Report> = self.chosen().iter().filter_map(|&at| self.sources[at].report()).collect();
        let names = names(&reports, language);
        let mut groups: Vec<(_, Vec<String>)> = Vec::new();
        for (report, name) in reports.iter().zip(&names) {
            let Some((issuer, year)) = report.issuer.as_deref().zip(report.year) else { continue };
            let of = (issuer, year, report.genre);
            let name = language.fill(file::QUOTED, &[name]);
            match groups.iter_mut().find(|(other, _)| *other == of) {
                Some((_, group)) => group.push(name),
                None => groups.push((of, vec![name])),
            }
        }
        let line = |((issuer, year, _), group): ((&str, i32, Genre), Vec<String>)| {
            let year = language.fill(file::IN_YEAR, &[&year.to_string()]);
            let group = group.join(language.pick(file::AND));
            Node::of("p", language.fill(many::DOUBLES, &[&group, issuer, &year])).with("class", "alert")
        };
        Node::new("div", groups.into_iter().filter(|(_, group)| group.len() > 1).map(line)).with("role", "status")
    }
}
