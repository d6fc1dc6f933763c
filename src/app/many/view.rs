//! What the dialog with many reports shows.

use super::{Many, Node, ROWS, Source, Standing};
use crate::output::comparison::{Column, LEAD, Table};
use crate::output::measure::{Measure, grouped};
use crate::output::table::Cell;
use crate::report::Role;
use crate::words::{Language, Pair, file, many};

/// The places of what is shown among the columns before those of the reports.
const NAME: usize = 0;
const UNIT: usize = 1;
const WHOLE: usize = 2;
const SECTION: usize = 3;
const ROLE: usize = 5;
const PERIOD: usize = 6;

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
        let class = if self.table.is_some() { "sources beside" } else { "sources" };
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

    /// The chosen reports side by side.
    fn comparison(&self, table: &Table, chosen: &[usize]) -> Node {
        let language = self.selection.language;
        let passes = |at: &usize| {
            let cells = &table.rows[*at];
            let said = || [NAME, WHOLE, SECTION].iter().any(|&lead| text(&cells[lead]).contains(self.query.trim()));
            (!self.only_shared || table.comparison.rows[*at].0.len() > 1) && said()
        };
        let rows: Vec<usize> = (0..table.rows.len()).filter(passes).collect();
        let query = Node::empty("input")
            .with("type", "search")
            .with("placeholder", language.pick(many::FIND))
            .with("aria-label", language.pick(many::FIND))
            .doing("query", String::new());
        let shared = Node::empty("input")
            .with("type", "checkbox")
            .doing("shared", String::new())
            .when(self.only_shared, "checked");
        let shared = Node::new("label", [shared, Node::of("span", language.pick(many::SHARED))]);
        let count = Node::of("span", language.fill(many::ROWS, &[&rows.len().to_string()])).with("role", "status");
        let mut nodes = vec![Node::new("p", [query, shared, count]).with("class", "row")];
        if rows.is_empty() {
            nodes.push(Node::of("p", language.pick(many::NO_ROWS)).with("class", "fine"));
            return Node::new("section", nodes);
        }
        let (shown, rest) = rows.split_at(rows.len().min(self.shown));
        let columns = told_first(table, shown);
        let head = |words: &str| Node::of("th", words).with("scope", "col");
        let lead = [NAME, UNIT].map(|at| head(language.pick(LEAD[at])));
        let heads = lead.into_iter().chain(columns.iter().map(|&column| head(&table.heads[LEAD.len() + column])));
        let shown = shown.iter().map(|&at| row(table, at, &columns, chosen, language));
        let held = Node::new("table", [Node::new("thead", [Node::new("tr", heads)]), Node::new("tbody", shown)]);
        nodes.push(
            Node::new("div", [held])
                .with("class", "sides")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", language.pick(file::COMPARISON)),
        );
        let rest = rest.len().min(ROWS);
        if rest > 0 {
            let more = language.fill(many::MORE, &[&rest.to_string()]);
            nodes.push(Node::new("p", [Node::button("button", "more", String::new(), more)]));
        }
        Node::new("section", nodes)
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
        // 政府工作报告 tells of itself what it is, and not whose.
        let body = report.issuer.as_deref().filter(|body| !title.contains(body));
        let is_shared = self.sources.iter().filter(|other| other.title() == title).count() > 1;
        let file = Some(source.file.as_ref().unwrap_or(&source.name)).filter(|file| is_shared && *file != title);
        let same = source.same.map(|same| language.fill(many::SAME, &[&self.sources[same].name]));
        let notes = [body, file.map(String::as_str), same.as_deref()].into_iter().flatten();
        let label = [tick, Node::of("span", title)].into_iter().chain(notes.map(note));
        let label = Node::new("label", label).with("title", source.name.as_str());
        let held = language.fill(many::HELD, &[&report.metrics.len().to_string()]);
        let called = file.map_or(title.to_owned(), |file| language.fill(file::IN_BRACKETS, &[title, file]));
        let open = Node::button("plain", "open", at.to_string(), language.pick(many::SHOW))
            .with("aria-label", language.fill(many::OPEN, &[&called]));
        Node::new("li", [label, note(&held), open])
    }
}

impl Source {
    /// What it is called in the list.
    fn title(&self) -> &str {
        self.report().and_then(|report| report.title.as_deref()).unwrap_or(&self.name)
    }
}

/// The columns behind those of [`LEAD`], in which something is told first.
fn told_first(table: &Table, rows: &[usize]) -> Vec<usize> {
    let is_told = |&column: &usize| rows.iter().any(|&at| table.rows[at][LEAD.len() + column] != Cell::Empty);
    let (told, empty): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).partition(is_told);
    [told, empty].concat()
}

/// A thing that is told, in each of the reports.
fn row(table: &Table, at: usize, columns: &[usize], chosen: &[usize], language: Language) -> Node {
    let cells = &table.rows[at];
    let about = [WHOLE, ROLE, PERIOD].iter().map(|&at| text(&cells[at]));
    // What was reached is what is told of nearly all.
    let about: Vec<String> = about.filter(|words| !words.is_empty() && words != language.role(Role::Actual)).collect();
    let name = [Node::of("b", text(&cells[NAME])), Node::of("small", about.join(" · "))];
    let name = Node::new("th", name).with("scope", "row").with("title", text(&cells[SECTION]));
    let value = |&column: &usize| {
        // On a narrow page a row is a card, which says of each value whose it is.
        let shown = Node::of("td", "").with("data-head", &*table.heads[LEAD.len() + column]);
        let words = text(&cells[LEAD.len() + column]);
        let held = match table.columns[column] {
            Column::Change(_) => words.into(),
            Column::Report(report) => match table.comparison.rows[at].figure(report) {
                Some(figure) => Node::button("link", "open", format!("{}/{figure}", chosen[report]), words).into(),
                None => return shown,
            },
        };
        Node { children: vec![held], ..shown }
    };
    let lead = [name, Node::of("td", text(&cells[UNIT]))];
    Node::new("tr", lead.into_iter().chain(columns.iter().map(value)))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => grouped(*number),
        Cell::Text(words) => words.clone(),
    }
}
