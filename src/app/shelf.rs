//! What this browser keeps of the work on the page, if a person asked for it.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::corrections::Correction;
use super::document::Document;
use super::saved::{Saved, Settings, View};

use crate::order;

/// A report as the browser keeps it, beside its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// What it is called.
    pub title: String,
    /// When it was kept last, in milliseconds since 1970.
    pub when: f64,
    /// Counts how often it was kept: another page may have kept it since this one did.
    pub turn: u32,
    /// The work on it.
    pub work: Saved,
}

/// A kept report in the list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number in the browser.
    pub id: u32,
    /// What it is called.
    pub title: String,
    /// When it was kept last, in milliseconds since 1970.
    pub when: f64,
    /// Counts how often it was kept.
    pub turn: u32,
}

/// Where a report of the page is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its number in the browser.
    pub id: u32,
    /// How often it had been kept when this page saw it last.
    pub turn: u32,
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room.
    Full,
    /// The browser does not let the page keep anything.
    Blocked,
}

/// What is kept of a report at one moment.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Copied {
    /// Tells the reports of the page apart.
    pub slot: u32,
    pub title: String,
    /// Whether the title is one that was read.
    pub is_titled: bool,
    pub document: Rc<Document>,
    pub name: Option<Rc<str>>,
    pub corrections: Rc<Vec<Correction>>,
    pub view: View,
}

/// What is kept of the page at one moment.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Snapshot {
    pub settings: Settings,
    pub report: Option<Copied>,
}

/// What the browser keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The kept reports, the newest first.
    pub entries: Vec<Entry>,
    /// Where the reports of this page are kept; none for one that shall not be.
    tickets: BTreeMap<u32, Option<Ticket>>,
    /// What was kept last.
    stored: Option<Snapshot>,
    /// What is being kept.
    saving: Option<Snapshot>,
    /// What could not be kept.
    refused: Option<Snapshot>,
    /// Why the last attempt failed.
    pub trouble: Option<Trouble>,
}

/// How the page stands to what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// All of it is kept.
    Kept,
    /// It will be in a moment.
    Pending,
    /// It could not be kept.
    Refused,
    /// This report is not to be kept.
    Released,
}

/// The same text is the one in the same place, as with readings.
impl PartialEq for Copied {
    fn eq(&self, other: &Self) -> bool {
        self.slot == other.slot
            && Rc::ptr_eq(&self.document, &other.document)
            && self.is_titled == other.is_titled
            && self.corrections == other.corrections
            && self.view == other.view
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.settings == other.settings && self.report == other.report
    }
}

impl Snapshot {
    /// Whether nothing of another one is missing here.
    fn covers(&self, other: &Self) -> bool {
        let report = match (&self.report, &other.report) {
            (Some(this), Some(other)) => {
                *this == Copied { is_titled: this.is_titled, ..other.clone() } && this.is_titled >= other.is_titled
            }
            (_, None) => true,
            (None, Some(_)) => false,
        };
        report && self.settings == other.settings
    }
}

impl Entry {
    /// The entry of a record.
    pub fn new(id: u32, record: &Record) -> Self {
        Self { id, title: record.title.clone(), when: record.when, turn: record.turn }
    }
}

impl Shelf {
    /// The shelf as it is found when the page opens, the page being set as was kept.
    pub fn found(entries: Vec<Entry>, settings: Option<Settings>) -> Self {
        let stored = settings.map(|settings| Snapshot { settings, report: None });
        let mut shelf = Self { stored, ..Self::default() };
        shelf.list(entries);
        shelf
    }

    /// Takes the list of what is kept now. What another page deleted is not kept again.
    pub fn list(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        order::sort_by(&mut self.entries, |one, other| other.when.total_cmp(&one.when).then(other.id.cmp(&one.id)));
        let is_there = |ticket: &Ticket| self.entries.iter().any(|entry| entry.id == ticket.id);
        for ticket in self.tickets.values_mut() {
            *ticket = ticket.filter(is_there);
        }
    }

    /// Where a report of the page is kept, if it is.
    pub fn ticket(&self, slot: u32) -> Option<Ticket> {
        self.tickets.get(&slot).copied().flatten()
    }

    /// The report of the page that is kept under a number.
    pub fn slot(&self, id: u32) -> Option<u32> {
        self.tickets.iter().find(|(_, ticket)| ticket.is_some_and(|ticket| ticket.id == id)).map(|(&slot, _)| slot)
    }

    /// Whether a report of the page shall not be kept.
    pub fn is_released(&self, slot: u32) -> bool {
        self.tickets.get(&slot) == Some(&None)
    }

    /// What of the page is to be kept, if anything has changed. Nothing while something is being kept.
    pub fn due(&self, present: Snapshot) -> Option<Snapshot> {
        if self.saving.is_some() || self.refused.as_ref().is_some_and(|refused| refused.covers(&present)) {
            return None;
        }
        Some(self.without_released(present))
            .filter(|present| !self.stored.as_ref().is_some_and(|stored| stored.covers(present)))
    }

    fn without_released(&self, mut present: Snapshot) -> Snapshot {
        present.report = present.report.filter(|report| !self.is_released(report.slot));
        present
    }

    /// What is being kept, where it was kept before, and whether its text is there already.
    pub fn saving(&self) -> Option<(&Snapshot, Option<Ticket>, bool)> {
        let saving = self.saving.as_ref()?;
        let ticket = saving.report.as_ref().and_then(|report| self.ticket(report.slot));
        let texts = saving.report.as_ref().zip(self.stored.as_ref().and_then(|stored| stored.report.as_ref()));
        let has_text =
            texts.is_some_and(|(now, then)| now.slot == then.slot && Rc::ptr_eq(&now.document, &then.document));
        Some((saving, ticket, has_text))
    }

    /// Begins to keep what has changed.
    pub fn begin(&mut self, present: Snapshot) {
        if let Some(due) = self.due(present) {
            self.saving = Some(due);
        }
    }

    /// Notes that what was to be kept is.
    pub fn stored(&mut self, entry: Option<Entry>) {
        let Some(saved) = self.saving.take() else { return };
        if let (Some(report), Some(entry)) = (&saved.report, entry) {
            self.tickets.insert(report.slot, Some(Ticket { id: entry.id, turn: entry.turn }));
            self.entries.retain(|other| other.id != entry.id);
            self.entries.insert(0, entry);
        }
        (self.stored, self.refused, self.trouble) = (Some(saved), None, None);
    }

    /// Notes that it is not.
    pub fn refused(&mut self, trouble: Trouble) {
        self.refused = self.saving.take();
        self.trouble = Some(trouble);
    }

    /// Tries once more what could not be kept.
    pub fn retry(&mut self) {
        (self.refused, self.trouble) = (None, None);
    }

    /// Notes that a report of the page came from a kept one.
    pub fn taken_up(&mut self, entry: &Entry, present: Snapshot) {
        if let Some(report) = &present.report {
            self.tickets.insert(report.slot, Some(Ticket { id: entry.id, turn: entry.turn }));
        }
        self.stored = Some(present);
    }

    /// Notes that a kept report is no more; the report of the page that it came from is not kept again.
    pub fn deleted(&mut self, id: u32) {
        self.list(self.entries.iter().filter(|entry| entry.id != id).cloned().collect());
    }

    /// A report of the page that was not to be kept shall be.
    pub fn keep_again(&mut self, slot: u32) {
        self.tickets.remove(&slot);
    }

    /// How the page stands to what is kept.
    pub fn standing(&self, present: Snapshot) -> Standing {
        if self.trouble.is_some() {
            return Standing::Refused;
        }
        let is_released = present.report.as_ref().is_some_and(|report| self.is_released(report.slot));
        match self.saving.is_some() || self.due(present).is_some() {
            _ if is_released => Standing::Released,
            true => Standing::Pending,
            false => Standing::Kept,
        }
    }
}
