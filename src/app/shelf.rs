//! What this browser keeps of the work on the page, if a person asked for it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::corrections::Corrections;
use super::document::Document;
use super::saved::{Saved, View};

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
    /// What tells it from others.
    #[serde(default)]
    pub about: About,
    /// The work on it.
    pub work: Saved,
}

/// What tells a kept report from others of its name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct About {
    pub issuer: Option<String>,
    pub year: Option<i32>,
    pub figures: usize,
    /// How many of its checks fail.
    pub wrong: usize,
    /// SHA-256 of its text; empty before that has been read.
    pub sha256: String,
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
    /// What tells it from others.
    pub about: About,
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
pub struct Snapshot {
    /// Tells the reports of the page apart.
    pub slot: u32,
    pub title: String,
    /// Whether the title, and what else is told of it, was read from this text.
    pub is_titled: bool,
    pub about: About,
    pub document: Rc<Document>,
    pub name: Option<Rc<str>>,
    pub corrections: Rc<Corrections>,
    pub view: View,
}

/// What the browser keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The kept reports, the newest first.
    pub entries: Vec<Entry>,
    /// Where the reports of this page are kept; none for one that shall not be.
    tickets: Vec<(u32, Option<Ticket>)>,
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
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.slot == other.slot
            && Rc::ptr_eq(&self.document, &other.document)
            && self.is_titled == other.is_titled
            && self.corrections == other.corrections
            && self.view == other.view
    }
}

impl Snapshot {
    /// Whether nothing of another one is missing here.
    fn covers(&self, other: &Self) -> bool {
        *self == Self { is_titled: self.is_titled, ..other.clone() } && self.is_titled >= other.is_titled
    }
}

impl Entry {
    /// The entry of a record.
    pub fn new(id: u32, record: &Record) -> Self {
        Self { id, title: record.title.clone(), when: record.when, turn: record.turn, about: record.about.clone() }
    }
}

impl Shelf {
    /// The shelf with these reports on it.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut shelf = Self::default();
        shelf.list(entries);
        shelf
    }

    /// Whether another kept report has the same text.
    pub fn is_kept_twice(&self, entry: &Entry) -> bool {
        let is_same = |other: &Entry| other.id != entry.id && other.about.sha256 == entry.about.sha256;
        !entry.about.sha256.is_empty() && self.entries.iter().any(is_same)
    }

    /// Takes the list of what is kept now. What another page deleted is not kept again.
    pub fn list(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        order::sort_by(&mut self.entries, |one, other| other.when.total_cmp(&one.when).then(other.id.cmp(&one.id)));
        let is_there = |ticket: &Ticket| self.entries.iter().any(|entry| entry.id == ticket.id);
        for (_, ticket) in &mut self.tickets {
            *ticket = ticket.filter(is_there);
        }
    }

    /// Where a report of the page is kept, if it is.
    pub fn ticket(&self, slot: u32) -> Option<Ticket> {
        self.tickets.iter().find(|&&(other, _)| other == slot)?.1
    }

    /// The report of the page that is kept under a number.
    pub fn slot(&self, id: u32) -> Option<u32> {
        self.tickets.iter().find(|(_, ticket)| ticket.is_some_and(|ticket| ticket.id == id)).map(|&(slot, _)| slot)
    }

    /// Whether a report of the page shall not be kept.
    pub fn is_released(&self, slot: u32) -> bool {
        self.tickets.contains(&(slot, None))
    }

    /// What of the page is to be kept, if anything has changed. Nothing while something is being kept.
    pub fn due(&self, present: Option<Snapshot>) -> Option<Snapshot> {
        let present = present.filter(|_| self.saving.is_none())?;
        let is_done = |done: &Option<Snapshot>| done.as_ref().is_some_and(|done| done.covers(&present));
        let is_due = !is_done(&self.stored) && !is_done(&self.refused) && !self.is_released(present.slot);
        is_due.then_some(present)
    }

    /// What is being kept, where it was kept before, and whether its text is there already.
    pub fn saving(&self) -> Option<(&Snapshot, Option<Ticket>, bool)> {
        let saving = self.saving.as_ref()?;
        let has_text = self
            .stored
            .as_ref()
            .is_some_and(|stored| stored.slot == saving.slot && Rc::ptr_eq(&stored.document, &saving.document));
        Some((saving, self.ticket(saving.slot), has_text))
    }

    /// Begins to keep what has changed.
    pub fn begin(&mut self, present: Option<Snapshot>) {
        if let Some(due) = self.due(present) {
            self.saving = Some(due);
        }
    }

    /// Notes that what was to be kept is.
    pub fn stored(&mut self, entry: Option<Entry>) {
        let Some(saved) = self.saving.take() else { return };
        if let Some(entry) = entry {
            self.issue(saved.slot, &entry);
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
        self.issue(present.slot, entry);
        // What it is called is known already.
        self.stored = Some(Snapshot { is_titled: true, ..present });
    }

    /// Notes that a kept report is no more; the report of the page that it came from is not kept again.
    pub fn deleted(&mut self, id: u32) {
        self.list(self.entries.iter().filter(|entry| entry.id != id).cloned().collect());
    }

    /// A report of the page that was not to be kept shall be.
    pub fn keep_again(&mut self, slot: u32) {
        self.tickets.retain(|&(other, _)| other != slot);
    }

    /// Notes where a report of the page is kept.
    fn issue(&mut self, slot: u32, entry: &Entry) {
        self.keep_again(slot);
        self.tickets.push((slot, Some(Ticket { id: entry.id, turn: entry.turn })));
    }

    /// How the page stands to what is kept.
    pub fn standing(&self, present: Option<Snapshot>) -> Standing {
        if self.trouble.is_some() {
            return Standing::Refused;
        }
        let is_released = present.as_ref().is_some_and(|present| self.is_released(present.slot));
        match self.saving.is_some() || self.due(present).is_some() {
            _ if is_released => Standing::Released,
            true => Standing::Pending,
            false => Standing::Kept,
        }
    }
}
