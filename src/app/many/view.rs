//! What the dialog with many reports shows.

use super::{Many, Node, Source, Standing};
use crate::output::measure::Measure;
use crate::words::{Pair, file, many};

impl Many {
    /// What the dialog shows.
    pub fn view(&self) -> Vec<Node> {
        let language = self.selection.language;
        let say = |pair: Pair| language.pick(pair);
        let close = Node::button("plain", "close", String::new(), say(many::CLOSE));
        let mut nodes =
            vec![Node::new("header", [Node::of("h2", say(many::TITLE)).with("id", "many"), close]), self.progress()];
        if self.sources.is_empty() {
            return nodes;
        }
        let list = (0..self.sources.len()).map(|at| self.line(at));
        let beside = self.table.as_ref().map(|_| "beside");
        let open = self.amended.map(|_| "open");
        let class = ["sources"].into_iter().chain(beside).chain(open).collect::<Vec<_>>().join(" ");
        let list =
            Node::new("ul", list).with("class", class).with("aria-label", say(many::REPORTS)).with("tabindex", "0");
        nodes.push(list.when(self.is_folded, "hidden"));
        let count = self.chosen().len();
        nodes.push(self.buttons(self.waiting().is_none() && count > 0));
        let hint = match &self.saved {
            Some(name) => language.fill(many::SAVED, &[name]),
            None => language.fill(many::SAVE_HINT, &[&count.to_string()]),
        };
        nodes.push(Node::of("p", hint).with("class", "fine").with("role", "status"));
        nodes.push(self.doubles());
        if let Some((table, chosen)) = &self.table {
            nodes.push(self.comparison(table, chosen));
        }
        nodes
    }

    /// What can be done with those that are chosen.
    fn buttons(&self, is_idle: bool) -> Node {
        let language = self.selection.language;
        let say = |pair: Pair| language.pick(pair);
        let told = |is: bool| if is { "true" } else { "false" };
        let save = Node::button("button main", "save", String::new(), say(many::SAVE)).when(!is_idle, "disabled");
        let measure = |(at, measure): (usize, Measure)| {
            let is_chosen = measure == self.selection.measure;
            Node::of("option", measure.name(language)).with("value", at.to_string()).when(is_chosen, "selected")
        };
        let measures = Node::new("select", Measure::ALL.into_iter().enumerate().map(measure))
            .with("aria-label", say(file::MEASURE))
            .with("title", say(file::MEASURE))
            .doing("measure", String::new());
        let compare = Node::button("toggle", "compare", String::new(), say(many::COMPARE))
            .with("aria-pressed", told(self.table.is_some()))
            .when(!is_idle, "disabled");
        let fold = self.table.as_ref().map(|_| {
            let name = language.fill(many::FOLD, &[&self.sources.len().to_string()]);
            Node::button("toggle", "fold", String::new(), name).with("aria-expanded", told(!self.is_folded))
        });
        Node::new("p", [save, measures, compare].into_iter().chain(fold)).with("class", "row")
    }

    /// How far the reading is. It is told when it begins and when it ends, not forty times on the way.
    fn progress(&self) -> Node {
        let language = self.selection.language;
        let all = self.sources.len();
        let read = self.sources.iter().filter(|source| source.report().is_some()).count();
        let waiting = self.waiting();
        let said = match (self.is_whole, read, all - read) {
            (false, ..) => language.pick(many::GATHERING).to_owned(),
            _ if waiting.is_some() => language.fill(many::READING, &[&all.to_string()]),
            (_, 0, 0) => language.pick(many::NONE).to_owned(),
            (_, _, 0) => language.fill(many::READ, &[&read.to_string()]),
            (_, _, refused) => language.fill(many::READ_BUT, &[&read.to_string(), &refused.to_string()]),
        };
        let again = self.sources.iter().filter(|source| source.same.is_some()).count();
        let again = (again > 0).then(|| language.fill(many::READ_AGAIN, &[&again.to_string()]));
        let kept = self.are_kept.map(|are| language.pick(if are { many::KEPT } else { many::NOT_KEPT }).to_owned());
        let rest = [again, kept].into_iter().flatten().filter(|_| waiting.is_none());
        let said = [said].into_iter().chain(rest).collect::<Vec<_>>().join(language.pick(many::AND_TOLD));
        let done = waiting.unwrap_or(all);
        let bar = Node::empty("progress").with("max", all.to_string()).with("value", done.to_string());
        let bar = bar.with("aria-label", language.pick(many::PROGRESS)).when(waiting.is_none(), "hidden");
        Node::new("p", [Node::of("span", said).with("role", "status"), bar]).with("class", "row")
    }

    /// A report in the list.
    fn line(&self, at: usize) -> Node {
        let (language, source) = (self.selection.language, &self.sources[at]);
        let note = |words: &str| Node::of("span", words).with("class", "when");
        let report = match &source.standing {
            Standing::Waiting => {
                return Node::new("li", [Node::of("span", source.name.as_str()), note(language.pick(many::WAITING))]);
            }
            Standing::Refused(reason) => {
                let reason = Node::of("span", language.pick(*reason)).with("class", "refused");
                return Node::new("li", [Node::of("span", source.name.as_str()), reason]);
            }
            Standing::Read(report) => report,
        };
        let title = source.title();
        let tick = Node::empty("input")
            .with("type", "checkbox")
            .doing("choose", at.to_string())
            .when(source.is_chosen, "checked");
        let particulars = self.particulars(report);
        let is_shared = self.sources.iter().filter(|other| other.title() == title).count() > 1;
        let file = Some(source.file.as_ref().unwrap_or(&source.name)).filter(|file| is_shared && *file != title);
        let same = source.same.map(|same| language.fill(many::SAME, &[&self.sources[same].name]));
        let notes = [Some(particulars.as_str()), file.map(String::as_str), same.as_deref()].into_iter().flatten();
        let label = [tick, Node::of("span", title)].into_iter().chain(notes.map(note));
        let label = Node::new("label", label).with("title", source.name.as_str());
        let held = language.fill(many::HELD, &[&report.metrics.len().to_string()]);
        let called = file.map_or(title.to_owned(), |file| language.fill(file::IN_BRACKETS, &[title, file]));
        let open = Node::button("plain", "open", at.to_string(), language.pick(many::SHOW))
            .with("aria-label", language.fill(many::OPEN, &[&called]));
        // The focus stays on it while what was put right is read anew: that takes a moment, the first reading of all longer.
        let amend = Node::button("plain", "amend", at.to_string(), language.pick(many::AMEND))
            .with("aria-label", language.fill(many::AMEND_OF, &[&called]))
            .when(self.waiting().is_some(), "disabled");
        let form = (self.amended == Some(at) && self.due().is_none()).then(|| self.form(at, report));
        Node::new("li", [label, note(&held), amend, open].into_iter().chain(form))
    }
}

impl Source {
    /// What it is called in the list.
    fn title(&self) -> &str {
        self.report().and_then(|report| report.title.as_deref()).unwrap_or(&self.name)
    }
}
