//! Many reports at once: read one after another, put into one workbook, and shown side by side. The part of the program that
//! writes files runs this and tells the page what to show; most visits open one report.

mod amend;
mod doubles;
mod keeping;
mod node;
mod sides;
mod view;

pub use self::node::{Child, Node};
use self::sides::{Choice, Sort};
use super::saved::{Saved, Unreadable, View};
use crate::contract::{Particulars, Report};
use crate::output::comparison::Table;
use crate::output::measure::Measure;
use crate::output::selection::{Outgoing, Selection};
use crate::output::xlsx;
use crate::words::{Language, Pair, many};

/// How many rows of the comparison are shown at first, and how many more each time.
const ROWS: usize = 200;

/// A report among many.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it is called where it came from.
    name: String,
    /// The name of its file, if it came from one.
    file: Option<String>,
    text: String,
    /// What a person says of it, in JSON; nothing, if nothing.
    corrections: Option<String>,
    /// Whether it was worked on since it was opened from here.
    is_changed: bool,
    /// Whether it is to be read anew.
    is_due: bool,
    /// How it was looked at, if it was kept before.
    view: View,
    /// Whether the browser keeps it.
    is_kept: bool,
    standing: Standing,
    is_chosen: bool,
    /// The report before it that has the same text.
    same: Option<usize>,
}

/// How far a report is.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Waiting,
    Refused(Pair),
    Read(Box<Report>),
}

/// What a person does there that the page has to see to.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// A file of this name is saved.
    Save(String, Vec<u8>),
    /// A report is opened at a figure.
    Open(usize, Option<usize>, As),
    /// A report is read anew; what is said of it, if it lies on the page, which has to say the same.
    Read(Option<Particulars>),
}

/// How a report is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum As {
    /// As it came.
    Itself,
    /// With the work on it, as in a file.
    Work(String),
    /// It lies on the page.
    There,
}

/// Many reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Many {
    /// How they are shown and go out.
    selection: Selection,
    sources: Vec<Source>,
    /// Whether all of them are there to be read.
    is_whole: bool,
    /// What was saved.
    saved: Option<String>,
    /// The comparison of those that are chosen, and which they are, while it is looked at.
    table: Option<(Table, Vec<usize>)>,
    /// Whether the list of them is folded away, to leave room for it.
    is_folded: bool,
    query: String,
    choice: Choice,
    /// What its rows are sorted by; nothing if they stand as they were put side by side.
    sort: Option<Sort>,
    shown: usize,
    /// The report that lies on the page.
    opened: Option<usize>,
    /// The report whose body and year are being put right.
    amended: Option<usize>,
    /// Whether the browser keeps them, if it was to.
    are_kept: Option<bool>,
}

impl Source {
    /// A report from a file, as far as it could be opened.
    pub fn from_file(name: String, content: Result<String, Pair>) -> Self {
        let content = match content {
            Ok(content) => content,
            Err(reason) => return Self::refused(name, reason),
        };
        match Saved::from_file(&content) {
            None => Self { file: Some(name.clone()), ..Self::new(name, content) },
            Some(Ok((text, saved))) => Self::worked(name, text, saved),
            Some(Err(Unreadable::Newer)) => Self::refused(name, many::NEWER),
            Some(Err(Unreadable::Damaged)) => Self::refused(name, many::DAMAGED),
        }
    }

    /// A report with the work on it, as the browser keeps it.
    pub fn kept(name: String, text: String, saved: Saved) -> Self {
        Self { is_kept: true, ..Self::worked(name, text, saved) }
    }

    fn worked(name: String, text: String, saved: Saved) -> Self {
        let (said, view) = (saved.corrections(), saved.view());
        let corrections = (!said.is_empty()).then(|| said.to_json());
        Self { file: saved.name, corrections, view, ..Self::new(name, text) }
    }

    /// A report that could not be opened.
    pub fn refused(name: String, reason: Pair) -> Self {
        Self { standing: Standing::Refused(reason), ..Self::new(name, String::new()) }
    }

    fn new(name: String, text: String) -> Self {
        let is_blank = text.trim().is_empty();
        let standing = if is_blank { Standing::Refused(many::BLANK) } else { Standing::Waiting };
        Self {
            name,
            file: None,
            text,
            corrections: None,
            is_changed: false,
            is_due: false,
            view: View::default(),
            is_kept: false,
            standing,
            is_chosen: true,
            same: None,
        }
    }

    fn report(&self) -> Option<&Report> {
        match &self.standing {
            Standing::Read(report) => Some(report),
            _ => None,
        }
    }

    /// What tells its text from others, once it is read.
    fn digest(&self) -> Option<&str> {
        self.report().map(|report| report.source.sha256.as_str())
    }
}

impl Many {
    /// Nothing yet.
    pub fn new(measure: Measure, language: Language) -> Self {
        Self {
            selection: Selection { figures: None, measure, language },
            sources: Vec::new(),
            is_whole: false,
            saved: None,
            table: None,
            is_folded: false,
            query: String::new(),
            choice: Choice::Shared,
            sort: None,
            shown: ROWS,
            opened: None,
            amended: None,
            are_kept: None,
        }
    }

    /// Takes the reports that are to be read.
    pub fn begin(&mut self, sources: Vec<Source>) {
        (self.sources, self.is_whole) = (sources, true);
    }

    /// The text that is to be read next, and what a person says of it.
    pub fn next(&self) -> Option<(&str, Option<&str>)> {
        let source = &self.sources[self.due()?];
        Some((&source.text, source.corrections.as_deref()))
    }

    /// Takes what has become on the page of the report that was opened from here: its text, and what a person says of it. Nothing if
    /// another one lies there. Returns whether a reading is to begin.
    pub fn again(&mut self, work: Option<(String, Option<String>)>) -> bool {
        let at = self.opened.filter(|_| work.is_some());
        self.opened = at;
        if let (Some(source), Some((text, said))) = (at.map(|at| &mut self.sources[at]), work)
            && (&source.text, &source.corrections) != (&text, &said)
        {
            (source.text, source.corrections) = (text, said);
            (source.is_changed, source.is_due) = (true, true);
        }
        self.waiting().is_none() && self.due().is_some()
    }

    /// The report that is read next: first those that never were.
    fn due(&self) -> Option<usize> {
        self.waiting().or_else(|| self.sources.iter().position(|source| source.is_due))
    }

    fn waiting(&self) -> Option<usize> {
        self.sources.iter().position(|source| source.standing == Standing::Waiting)
    }

    /// Takes the reading of it; none if it broke off.
    pub fn take(&mut self, report: Option<Report>) {
        let is_again = self.waiting().is_none();
        let Some(at) = self.due() else { return };
        let source = &mut self.sources[at];
        source.standing = report.map_or(Standing::Refused(many::BROKEN), |mut report| {
            report.source.name.clone_from(&source.file);
            Standing::Read(Box::new(report))
        });
        if is_again {
            self.sources[at].is_due = false;
            self.tell_apart();
            self.refresh();
        } else {
            self.set_aside(at);
        }
    }

    /// Takes up those reports again that were left out as the same, and are so no more.
    fn tell_apart(&mut self) {
        for at in 0..self.sources.len() {
            let same = self.sources[at].same;
            if same.is_some_and(|same| self.sources[same].digest() != self.sources[at].digest()) {
                (self.sources[at].same, self.sources[at].is_chosen) = (None, true);
            }
        }
    }

    /// Leaves out a report that is there already, unless something else is said of it.
    fn set_aside(&mut self, at: usize) {
        let (before, rest) = self.sources.split_at_mut(at);
        let own = &mut rest[0];
        let is_same = |other: &Source| own.digest().is_some() && other.digest() == own.digest();
        own.same = before.iter().position(is_same);
        own.is_chosen = own.same.is_none_or(|same| before[same].corrections != own.corrections);
    }

    /// What a person does.
    pub fn act(&mut self, what: &str, value: &str) -> Option<Wish> {
        match what {
            "choose" => {
                let source = self.sources.get_mut(value.parse::<usize>().ok()?)?;
                source.is_chosen = !source.is_chosen;
                self.saved = None;
                self.refresh();
            }
            "measure" => {
                self.selection.measure = *Measure::ALL.get(value.parse::<usize>().ok()?)?;
                self.saved = None;
                self.refresh();
            }
            "save" => {
                let name = self.selection.language.fill(many::FILE_NAME, &[&self.chosen().len().to_string()]);
                self.saved = Some(name.clone());
                return Some(Wish::Save(name, self.workbook()));
            }
            "compare" if self.table.is_some() => (self.table, self.is_folded) = (None, false),
            "compare" => {
                self.compare();
                self.is_folded = true;
                // Where no two have anything in common, all is shown rather than nothing.
                let shares = |(table, _): &(Table, _)| table.comparison.rows.iter().any(|row| row.0.len() > 1);
                let is_shared = self.table.as_ref().is_some_and(shares);
                self.choice = if is_shared { Choice::Shared } else { Choice::All };
            }
            "fold" => self.is_folded = !self.is_folded,
            "query" => (self.query, self.shown) = (value.to_owned(), ROWS),
            "which" => (self.choice, self.shown) = (*Choice::ALL.get(value.parse::<usize>().ok()?)?, ROWS),
            "sort" => {
                let (table, _) = self.table.as_ref()?;
                self.sort_by(*table.columns.get(value.parse::<usize>().ok()?)?);
            }
            "more" => self.shown += ROWS,
            "amend" => self.amended = value.parse().ok(),
            "leave" => self.amended = None,
            "amended" => return self.amend(value),
            "open" => {
                let (source, figure) = value.split_once('/').unwrap_or((value, ""));
                let at = source.parse().ok()?;
                let way = self.way(at)?;
                self.opened = Some(at);
                return Some(Wish::Open(at, figure.parse().ok(), way));
            }
            _ => {}
        }
        None
    }

    fn way(&self, at: usize) -> Option<As> {
        let source = self.sources.get(at)?;
        if self.opened == Some(at) {
            return Some(As::There);
        }
        if !source.is_changed {
            return Some(As::Itself);
        }
        Some(As::Work(Saved::new(source.file.clone(), source.said(), source.view.clone()).to_file(&source.text)))
    }

    /// Those that are read and chosen.
    fn chosen(&self) -> Vec<usize> {
        let is_chosen = |&at: &usize| self.sources[at].is_chosen && self.sources[at].report().is_some();
        (0..self.sources.len()).filter(is_chosen).collect()
    }

    fn outgoing<'a>(&'a self, chosen: &[usize]) -> Vec<Outgoing<'a>> {
        let (sources, selection) = (chosen.iter().map(|&at| &self.sources[at]), &self.selection);
        let outgoing = |source: &'a Source| Some(Outgoing { report: source.report()?, text: &source.text, selection });
        sources.filter_map(outgoing).collect()
    }

    fn compare(&mut self) {
        let chosen = self.chosen();
        let table = Table::new(&self.outgoing(&chosen));
        self.sort = self.sort.and_then(|(column, falls)| {
            let (_, before) = self.table.as_ref()?;
            let column = column.among(|at| chosen.iter().position(|&source| source == before[at]))?;
            table.columns.contains(&column).then_some((column, falls))
        });
        self.table = Some((table, chosen));
    }

    /// Puts them side by side anew, if that is looked at.
    fn refresh(&mut self) {
        if self.table.is_some() {
            self.compare();
        }
    }

    fn workbook(&self) -> Vec<u8> {
        xlsx::write(&self.outgoing(&self.chosen()))
    }
}

#[cfg(test)]
mod tests;
