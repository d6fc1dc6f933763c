//! The chosen reports side by side: which rows are shown, in which order, and how.

use super::{Many, Node, ROWS};
use crate::compare::{self, Change};
use crate::contract::Metric;
use crate::order;
use crate::output::comparison::{Column, LEAD, Table};
use crate::output::measure::grouped;
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

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What two or more reports tell.
    Shared,
    /// What they tell, and not alike.
    Changed,
    /// What not all of them tell.
    Lacking,
    /// All.
    All,
}

impl Choice {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Shared, Self::Changed, Self::Lacking, Self::All];

    const fn name(self) -> Pair {
        match self {
            Self::Shared => many::SHARED,
            Self::Changed => many::CHANGED,
            Self::Lacking => many::LACKING,
            Self::All => many::ALL,
        }
    }
}

/// A column that the rows are sorted by, the largest first or last.
pub type Sort = (Column, bool);

impl Many {
    /// Sorts by a column: falling at first, then rising, then as it was.
    pub(super) fn sort_by(&mut self, column: Column) {
        self.sort = match self.sort {
            Some((sorted, true)) if sorted == column => Some((column, false)),
            Some((sorted, false)) if sorted == column => None,
            _ => Some((column, true)),
        };
    }

    /// What is shown of the comparison.
    pub(super) fn comparison(&self, table: &Table, chosen: &[usize]) -> Node {
        let language = self.selection.language;
        let rows = self.rows(table, chosen);
        let mut nodes = vec![self.choices(rows.len())];
        if rows.is_empty() {
            nodes.push(Node::of("p", language.pick(many::NO_ROWS)).with("class", "fine"));
            return Node::new("section", nodes);
        }
        let columns = told_first(table, &rows);
        let (shown, rest) = rows.split_at(rows.len().min(self.shown));
        let lead = [NAME, UNIT].map(|at| reached(headed(Node::of("th", language.pick(LEAD[at])), "col")));
        let heads = lead.into_iter().chain(columns.iter().map(|&column| self.head(table, column)));
        let shown = shown.iter().map(|&at| row(table, at, &columns, chosen, language));
        // On a narrow page the heads are a strip of buttons, which says what they are for.
        let order = match self.sort {
            Some((_, true)) => many::LARGEST_FIRST,
            Some((_, false)) => many::SMALLEST_FIRST,
            None => many::SORTED,
        };
        let heads = Node::new("tr", heads).with("role", "row").with("data-order", language.pick(order));
        let rowgroup = |tag, rows: Vec<Node>| Node::new(tag, rows).with("role", "rowgroup");
        let held = [rowgroup("thead", vec![heads]), rowgroup("tbody", shown.collect())];
        let held = Node::new("table", held).with("role", "grid").with("aria-label", language.pick(file::COMPARISON));
        nodes.push(Node::new("div", [held]).with("class", "sides"));
        let rest = rest.len().min(ROWS);
        if rest > 0 {
            let more = language.fill(many::MORE, &[&rest.to_string()]);
            nodes.push(Node::new("p", [Node::button("button", "more", String::new(), more)]));
        }
        Node::new("section", nodes)
    }

    /// What can be said of the rows, and how many are left.
    fn choices(&self, rows: usize) -> Node {
        let language = self.selection.language;
        let query = Node::empty("input")
            .with("type", "search")
            .with("placeholder", language.pick(many::FIND))
            .with("aria-label", language.pick(many::FIND))
            .doing("query", String::new());
        let option = |(at, choice): (usize, Choice)| {
            let option = Node::of("option", language.pick(choice.name())).with("value", at.to_string());
            option.when(choice == self.choice, "selected")
        };
        let choice = Node::new("select", Choice::ALL.into_iter().enumerate().map(option))
            .with("aria-label", language.pick(many::WHICH))
            .doing("which", String::new());
        let count = Node::of("span", language.fill(many::ROWS, &[&rows.to_string()])).with("role", "status");
        Node::new("p", [query, choice, count]).with("class", "row")
    }

    /// The rows that are shown, in their order.
    fn rows(&self, table: &Table, chosen: &[usize]) -> Vec<usize> {
        let passes = |at: &usize| {
            let told = table.comparison.rows[*at].0.len();
            let is_chosen = match self.choice {
                Choice::Shared => told > 1,
                Choice::Changed => self.has_changed(table, chosen, *at),
                Choice::Lacking => told < chosen.len(),
                Choice::All => true,
            };
            let said =
                || [NAME, WHOLE, SECTION].iter().any(|&lead| text(&table.rows[*at][lead]).contains(self.query.trim()));
            is_chosen && said()
        };
        let mut rows: Vec<usize> = (0..table.rows.len()).filter(passes).collect();
        if let Some((column, falls)) = self.sort {
            let mut sized: Vec<(usize, Option<f64>)> =
                rows.iter().map(|&at| (at, self.size(table, chosen, at, column))).collect();
            // What has none stands last either way.
            order::sort_by(&mut sized, |(_, one), (_, other)| match (one, other) {
                (Some(one), Some(other)) if falls => other.total_cmp(one),
                (Some(one), Some(other)) => one.total_cmp(other),
                _ => other.is_some().cmp(&one.is_some()),
            });
            rows = sized.into_iter().map(|(at, _)| at).collect();
        }
        rows
    }

    /// The figure that a report tells in a row.
    fn figure(&self, table: &Table, chosen: &[usize], at: usize, report: usize) -> Option<&Metric> {
        self.sources[chosen[report]].report()?.metrics.get(table.comparison.rows[at].figure(report)?)
    }

    fn has_changed(&self, table: &Table, chosen: &[usize], at: usize) -> bool {
        let value = |metric: &Metric| (compare::signed(metric, metric.value), metric.low);
        let mut values = (0..chosen.len()).filter_map(|report| self.figure(table, chosen, at, report)).map(value);
        let first = values.next();
        values.any(|value| Some(value) != first)
    }

    /// What a row is sorted by: amounts in their base unit, changes as they are told.
    fn size(&self, table: &Table, chosen: &[usize], at: usize, column: Column) -> Option<f64> {
        let figure = |report: usize| self.figure(table, chosen, at, report);
        match column {
            Column::Report(report) => figure(report).map(|metric| compare::signed(metric, metric.value)),
            Column::Change([before, after]) => match compare::change(figure(before)?, figure(after)?)? {
                Change::Percent(change) | Change::Points(change) => Some(change),
            },
        }
    }

    /// The head of a column, which sorts by it.
    fn head(&self, table: &Table, column: usize) -> Node {
        let language = self.selection.language;
        let button = Node::button("plain", "sort", column.to_string(), name(table, column));
        let head = headed(Node::new("th", [reached(button.with("title", language.pick(many::SORT)))]), "col");
        match self.sort {
            Some((sorted, falls)) if sorted == table.columns[column] => {
                head.with("aria-sort", if falls { "descending" } else { "ascending" })
            }
            _ => head,
        }
    }
}

/// The columns behind those of [`LEAD`], in which something is told first.
fn told_first(table: &Table, rows: &[usize]) -> Vec<usize> {
    let is_told = |&column: &usize| rows.iter().any(|&at| table.rows[at][LEAD.len() + column] != Cell::Empty);
    let (told, empty): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).partition(is_told);
    [told, empty].concat()
}

/// What a column is called. No line breaks between a year and its 年.
fn name(table: &Table, column: usize) -> String {
    table.heads[LEAD.len() + column].replace(" 年", "\u{a0}年")
}

/// A cell that heads a column or a row. The roles are told, since on a narrow page the table is set as cards.
fn headed(cell: Node, scope: &'static str) -> Node {
    cell.with("scope", scope).with("role", if scope == "col" { "columnheader" } else { "rowheader" })
}

/// What the arrow keys reach, and the key Tab not: www/many.js lets it stop at one of them.
fn reached(node: Node) -> Node {
    node.with("tabindex", "-1")
}

/// A thing that is told, in each of the reports.
fn row(table: &Table, at: usize, columns: &[usize], chosen: &[usize], language: Language) -> Node {
    let cells = &table.rows[at];
    let about = [WHOLE, ROLE, PERIOD].iter().map(|&at| text(&cells[at]));
    // What was reached is what is told of nearly all.
    let about: Vec<String> = about.filter(|words| !words.is_empty() && words != language.role(Role::Actual)).collect();
    let title = [Node::of("b", text(&cells[NAME])), Node::of("small", about.join(" · "))];
    let title = reached(headed(Node::new("th", title), "row")).with("title", text(&cells[SECTION]));
    let value = |&column: &usize| {
        // On a narrow page a row is a card, which says of each value whose it is.
        let shown = Node::empty("td").with("role", "gridcell").with("data-head", name(table, column));
        let words = text(&cells[LEAD.len() + column]);
        let figure = match table.columns[column] {
            Column::Change(_) => None,
            Column::Report(report) => table.comparison.rows[at].figure(report).map(|figure| (chosen[report], figure)),
        };
        match figure {
            Some((report, figure)) => {
                let open = Node::button("link", "open", format!("{report}/{figure}"), words);
                Node { children: vec![reached(open).into()], ..shown }
            }
            None if words.is_empty() => reached(shown),
            None => reached(Node { children: vec![words.into()], ..shown }),
        }
    };
    let lead = [title, reached(Node::of("td", text(&cells[UNIT])).with("role", "gridcell"))];
    Node::new("tr", lead.into_iter().chain(columns.iter().map(value))).with("role", "row")
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => grouped(*number),
        Cell::Text(words) => words.clone(),
    }
}
