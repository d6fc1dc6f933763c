//! Body, year and sort of one of many reports, put right by hand: reports are joined by them.

use super::{Many, Node, Source, Wish};
use crate::app::corrections::{Corrections, particulars};
use crate::contract::{Particulars, Report};
use crate::report::Genre;
use crate::words::{file, many};

impl Many {
    /// Takes what a form says: the number of the report, its body, its year and its sort on a line each. Without the last three it
    /// is as it was read.
    pub(super) fn amend(&mut self, form: &str) -> Option<Wish> {
        self.amended = None;
        let mut lines = form.split('\n');
        let at: usize = lines.next()?.parse().ok()?;
        // One is read at a time.
        if self.due().is_some() {
            return None;
        }
        let source = self.sources.get_mut(at)?;
        let report = match [(); 3].map(|()| lines.next()) {
            [Some(issuer), Some(year), Some(genre)] => particulars::said(source.report()?, issuer, year, genre),
            _ => Particulars::default(),
        };
        let said = Corrections { report, ..source.said() };
        if said == source.said() {
            return None;
        }
        source.corrections = (!said.is_empty()).then(|| said.to_json());
        (source.is_changed, source.is_due, source.is_kept) = (true, true, false);
        self.saved = None;
        Some(Wish::Read((self.opened == Some(at)).then_some(said.report)))
    }

    /// Who made a report and on which year, as far as it is known, and whether a person said so.
    pub(super) fn particulars(&self, report: &Report) -> String {
        let language = self.selection.language;
        let issuer = report.issuer.clone().unwrap_or_else(|| language.pick(many::NO_ISSUER).to_owned());
        let year = report.year.map(|year| language.fill(file::IN_YEAR, &[&year.to_string()]));
        let year = year.unwrap_or_else(|| language.pick(many::NO_YEAR).to_owned());
        let amended = (!report.amendment.is_empty()).then(|| language.pick(many::AMENDED).to_owned());
        [Some(issuer), Some(year), amended].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The form for them.
    pub(super) fn form(&self, at: usize, report: &Report) -> Node {
        let say = |pair| self.selection.language.pick(pair);
        let field = |name, pair, value: String| {
            let field = Node::empty("input").with("name", name).with("value", value).with("autocomplete", "off");
            (Node::of("span", say(pair)), field)
        };
        let (name, issuer) = field("issuer", file::ISSUER, report.issuer.clone().unwrap_or_default());
        let issuer = Node::new("label", [name, issuer.with("lang", "zh-CN")]);
        let (name, year) = field("year", file::YEAR, report.year.map(|year| year.to_string()).unwrap_or_default());
        let year =
            year.with("inputmode", "numeric").with("pattern", particulars::YEAR).with("title", say(many::NO_DIGITS));
        let year = Node::new("label", [name, year]);
        let option = |&genre: &Genre| {
            let option = Node::of("option", self.selection.language.genre(genre)).with("value", genre.as_str());
            option.when(genre == report.genre, "selected")
        };
        let genre = Node::new("select", Genre::ALL.iter().map(option)).with("name", "genre");
        let genre = Node::new("label", [Node::of("span", say(file::GENRE)), genre]);
        let save = Node::of("button", say(many::KEEP)).with("class", "button main");
        let leave = Node::button("button", "leave", String::new(), say(many::CANCEL));
        let restore = Node::button("plain", "amended", at.to_string(), say(many::AS_READ));
        let restore = (!report.amendment.is_empty()).then_some(restore);
        let buttons = Node::new("p", [save, leave].into_iter().chain(restore)).with("class", "row");
        Node::new("form", [issuer, year, genre, buttons])
            .with("class", "particulars")
            .with("data-send", "amended")
            .with("data-value", at.to_string())
    }
}

impl Source {
    /// What a person says of it.
    pub(super) fn said(&self) -> Corrections {
        self.corrections.as_deref().and_then(Corrections::from_json).unwrap_or_default()
    }
}
