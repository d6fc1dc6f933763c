//! What the page knows, and how that changes: one pure step for each thing that happens.

mod action;
mod batch;
mod choice;
mod keeping;
mod notice;
#[cfg(test)]
pub mod sample;
mod stake;
mod text;
mod work;

use std::rc::Rc;

pub use self::action::Action;
pub use self::batch::Batch;
pub use self::choice::{Choice, Manner};
pub use self::keeping::Keeping;
pub use self::notice::{Notice, Verdict};
pub use self::stake::Safe;
pub use self::text::Stage;
use self::text::is_address;
pub use self::work::Work;
use super::arrangement::Arrangement;
use super::corrections::Corrections;
use super::document::Document;
use super::filter::Filter;
use super::find::Find;
use super::history::History;
use super::initials::Initials;
use super::layout::Layout;
use super::outline::{self, Line};
use super::reading::{Chosen, Reading};
use super::rows::Row;
use super::shelf::{Shelf, Trouble};
use crate::output::measure::Measure;
use crate::words::Language;

/// A pane of the page. On a narrow screen one is in sight; on a wide one table and checks take turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The outline.
    Outline,
    /// The text.
    Text,
    /// The table of figures.
    #[default]
    Table,
    /// What adds up and what does not.
    Checks,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Theme {
    Light,
    Dark,
}

/// What is told of the figure that is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    /// Its name alone.
    #[default]
    Closed,
    /// Why it is there.
    Evidence,
    /// Fields to correct it.
    Form,
}

/// All that the page knows. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The text that is to be read.
    pub document: Rc<Document>,
    /// The name of the file it came from.
    pub name: Option<Rc<str>>,
    /// Counts the texts. A reading of another revision is stale.
    pub revision: u32,
    /// Tells the reports of the page apart: an edited text is the same report, a pasted one another.
    pub slot: u32,
    /// How far its reading is.
    pub stage: Stage,
    /// The last reading. While one types it may be of the text as it was a moment ago.
    pub reading: Option<Rc<Reading>>,
    /// What is chosen.
    pub choice: Option<Choice>,
    /// What of the table is to be shown.
    pub filter: Filter,
    /// How the table is laid out.
    pub arrangement: Arrangement,
    /// The unit that figures are shown in.
    pub measure: Measure,
    /// What of the table is shown.
    pub rows: Rc<Vec<Row>>,
    /// Sections whose subsections are hidden.
    pub folded: Rc<Vec<usize>>,
    /// The lines of the outline that are shown.
    pub lines: Rc<Vec<Line>>,
    /// What a person says of the reading.
    pub corrections: Rc<Corrections>,
    /// The text and what is said of it, as they are safe elsewhere.
    pub safe: Safe,
    /// The reports that were opened together, as long as they are at hand.
    pub batch: Option<Batch>,
    /// What can be undone.
    pub history: Rc<History<Work>>,
    /// The correction that added a figure in the last step, as long as its form has not been saved.
    pub fresh: Option<usize>,
    /// How wide the panes are.
    pub layout: Layout,
    /// What is told of the figure that is chosen.
    pub card: Card,
    /// The figure that is shown as soon as the text is read.
    pub sought: Option<usize>,
    /// The words that are looked for everywhere.
    pub find: Option<Rc<Find>>,
    /// The letters that Chinese characters begin with; not known before they are asked for.
    pub initials: Rc<Initials>,
    /// Whether the text shows every numeral that is no figure.
    pub ledger: bool,
    /// Whether it shows those too that are but parts of speech.
    pub speech: bool,
    /// Whether the sheet of shortcuts lies open.
    pub help: bool,
    /// What this browser keeps; nothing unless a person asked for it.
    pub shelf: Option<Rc<Shelf>>,
    /// Why nothing is kept although a person asked for it.
    pub refusal: Option<Trouble>,
    /// Whether the dialog about it lies open.
    pub shelf_open: bool,
    /// Whether the text is being edited.
    pub editing: bool,
    /// The place of the text at which editing began or ended, in UTF-16 units.
    pub place: Option<usize>,
    /// Whether the text is as it was typed: the field has it, and the step before is remembered.
    pub typed: bool,
    /// The pane in sight on a narrow screen.
    pub pane: Pane,
    /// Whether the checks stand where the table stands else.
    pub checks_in_sight: bool,
    /// The language of the page.
    pub language: Language,
    /// Light or dark, if it was chosen; else as the system is.
    pub theme: Option<Theme>,
    /// Whether the document for the printer is in the page.
    pub is_printing: bool,
    /// What is to be said.
    pub notice: Option<Notice>,
}

impl State {
    /// The state after something happened.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Open(text, None) if is_address(&text) => next.notice = Some(Notice::OnlyAddress),
            Action::Open(text, name) => next.open(text, name),
            Action::AskToPaste(by_touch) => next.ask_to_paste(by_touch),
            Action::Edit(text) => next.edit(text),
            Action::Read(revision, report) if revision == self.revision => next.take(*report),
            Action::Fail(revision) if revision == self.revision => next.stage = Stage::Failed,
            Action::Read(..) | Action::Fail(_) => {}
            Action::Retry => next.ask(),
            Action::Stop => next.stop(),
            Action::Choose(chosen, from, manner) => next.choose(chosen, from, manner),
            Action::Filter(filter) => {
                next.filter = filter;
                next.list();
            }
            Action::Arrange(arrangement) => {
                next.arrangement = arrangement;
                next.list();
            }
            Action::Correct(metric, change) => next.correct(metric, change),
            Action::Amend(said) => next.amend(said),
            Action::Withdraw(correction) => next.withdraw(correction),
            Action::Add(span) => next.add(span),
            Action::Batch(batch) => next.set_batch(batch),
            Action::AddSkipped(skipped) => next.add_skipped(skipped),
            Action::Opened => next.opened_from_batch(),
            Action::TakenOut => next.note_safe(),
            Action::Undo => next.undo(),
            Action::Redo => next.turn_back(History::redo),
            Action::Lay(layout) => next.layout = layout,
            Action::Tell(card) => next.tell(card),
            Action::Seek(figure) => {
                next.sought = Some(figure);
                next.seek();
            }
            Action::Find(query) => {
                next.find = query.map(|query| Rc::new(next.found(query)));
            }
            Action::Learn(initials) => {
                next.initials = initials;
                next.list();
            }
            Action::Next(back) => next.go_to_next(back),
            Action::ShowLedger(ledger) => next.ledger = ledger,
            Action::ShowSpeech(speech) => next.speech = speech,
            Action::Help(help) => next.help = help,
            Action::Keep(keeping) => next.keep(*keeping),
            Action::OpenShelf(open) => (next.shelf_open, next.refusal) = (open, None),
            Action::Measure(measure) => next.measure = measure,
            Action::Fold(section, fold) => next.fold(section, fold),
            Action::Unfold => {
                next.folded = Rc::default();
                next.draw();
            }
            Action::Stay(place) => next.place = place,
            Action::SetEditing(editing) => next.set_editing(editing),
            Action::Show(pane) => next.show(pane),
            Action::Speak(language) => next.language = language,
            Action::Light(theme) => next.theme = Some(theme),
            Action::Print(begins) => next.is_printing = begins,
            Action::Say(notice) => next.notice = notice,
            Action::Clear => next.clear(),
        }
        next
    }

    /// The page without a text: what holds for any text stays.
    fn bare(&self) -> Self {
        Self {
            arrangement: self.arrangement,
            batch: self.batch,
            ledger: self.ledger,
            history: self.history.clone(),
            initials: self.initials.clone(),
            layout: self.layout,
            measure: self.measure,
            language: self.language,
            theme: self.theme,
            shelf: self.shelf.clone(),
            ..Self::default()
        }
    }

    fn found(&self, query: String) -> Find {
        let reading = self.reading.as_deref();
        Find::new(query, reading.map_or(&self.document, |reading| &reading.document), reading, &self.initials)
    }

    /// Lists the rows that pass the filter.
    fn list(&mut self) {
        self.rows = Rc::new(
            self.reading
                .as_ref()
                .map(|reading| self.arrangement.rows(&self.filter, reading, &self.initials))
                .unwrap_or_default(),
        );
    }

    /// Lists the lines of the outline in sight.
    fn draw(&mut self) {
        self.lines =
            Rc::new(self.reading.as_ref().map(|reading| outline::lines(reading, &self.folded)).unwrap_or_default());
    }

    fn show(&mut self, pane: Pane) {
        self.pane = pane;
        match pane {
            Pane::Table => self.checks_in_sight = false,
            Pane::Checks => self.checks_in_sight = true,
            Pane::Outline | Pane::Text => {}
        }
    }

    fn fold(&mut self, section: usize, fold: bool) {
        let folded = Rc::make_mut(&mut self.folded);
        folded.retain(|&other| other != section);
        if fold {
            folded.push(section);
        }
        self.draw();
    }
}
