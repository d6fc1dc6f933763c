//! What the page knows, and how that changes: one pure step for each thing that happens.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::arrangement::Arrangement;
use super::corrections::{self, Change, Correction};
use super::document::Document;
use super::filter::Filter;
use super::find::Find;
use super::history::History;
use super::layout::Layout;
use super::outline::{self, Line};
use super::reading::{Chosen, Reading};
use super::rows::Row;
use super::words::Language;
use crate::output::json::{Report, Span};
use crate::output::measure::Measure;

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

/// How far the reading of the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// There is no text.
    #[default]
    Empty,
    /// The worker has it.
    Reading,
    /// It is read.
    Read,
    /// The worker died of it.
    Failed,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Theme {
    Light,
    Dark,
}

/// Something that was done and is to be said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many rows are on the clipboard.
    Copied(usize),
    /// The clipboard was refused.
    NotCopied,
    /// A file of this name was saved.
    Saved(String),
    /// The browser does not let the page read the clipboard.
    PressPaste,
    /// The clipboard or the file holds no text.
    NothingThere,
    /// The words that were chosen hold no quantity.
    NoQuantity,
}

/// How something is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// In passing, as the arrow keys go: the other panes show it.
    Pass,
    /// By pointing: on a narrow screen the other side of the link comes into sight.
    Point,
    /// With the key Enter: the focus goes there too.
    Enter,
}

/// The choice, and what is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub chosen: Chosen,
    /// The pane in which it was chosen: the others show it.
    pub from: Pane,
    /// How it was chosen.
    pub manner: Manner,
    /// Counts the choices: choosing the same again shows it again.
    pub turn: u32,
}

/// What of the page can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    document: Rc<Document>,
    name: Option<Rc<str>>,
    corrections: Rc<Vec<Correction>>,
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
    pub folded: Rc<BTreeSet<usize>>,
    /// The lines of the outline that are shown.
    pub lines: Rc<Vec<Line>>,
    /// What a person says of the figures.
    pub corrections: Rc<Vec<Correction>>,
    /// What can be undone.
    pub history: Rc<History<Work>>,
    /// How wide the panes are.
    pub layout: Layout,
    /// What is told of the figure that is chosen.
    pub card: Card,
    /// The words that are looked for everywhere.
    pub find: Option<Rc<Find>>,
    /// Whether the text shows every numeral that is no figure.
    pub ledger: bool,
    /// Whether the sheet of shortcuts lies open.
    pub help: bool,
    /// Whether the text is being edited.
    pub editing: bool,
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

/// What may happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A new text came, with the name of its file if it has one.
    Open(String, Option<String>),
    /// The text was changed by hand.
    Edit(String),
    /// The worker has read a revision.
    Read(u32, Box<Report>),
    /// The worker died of a revision.
    Fail(u32),
    /// The text shall be read once more.
    Retry,
    /// The reader chose something in a pane.
    Choose(Chosen, Pane, Manner),
    /// The table shall show what passes.
    Filter(Filter),
    /// The table shall be laid out so.
    Arrange(Arrangement),
    /// A person says something of a figure.
    Correct(usize, Change),
    /// What a person said shall no longer hold.
    Withdraw(usize),
    /// Words that were passed over are a figure.
    Add(Span),
    /// The last step shall be undone.
    Undo,
    /// What was undone shall be done again.
    Redo,
    /// The panes shall be so wide.
    Lay(Layout),
    /// More or less shall be told of the figure that is chosen.
    Tell(Card),
    /// Words shall be looked for everywhere, or no longer.
    Find(Option<String>),
    /// The next place where they are found shall be shown, or the one before.
    Next(bool),
    /// The text shall show every numeral that is no figure, or no longer.
    ShowLedger(bool),
    /// The sheet of shortcuts shall lie open, or no longer.
    Help(bool),
    /// Figures shall be shown in a unit.
    Measure(Measure),
    /// A section shall be folded or unfolded.
    Fold(usize, bool),
    /// Every section shall be unfolded.
    Unfold,
    /// Editing begins or ends.
    SetEditing(bool),
    /// A pane shall be in sight.
    Show(Pane),
    /// The language shall change.
    Speak(Language),
    /// The colours shall change.
    Light(Theme),
    /// Printing begins or ends.
    Print(bool),
    /// Something shall be said, or no longer.
    Say(Option<Notice>),
    /// The text shall go.
    Clear,
}

impl State {
    /// The state after something happened.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Open(text, name) => next.open(text, name),
            Action::Edit(text) => next.edit(text),
            Action::Read(revision, report) if revision == self.revision => next.take(*report),
            Action::Fail(revision) if revision == self.revision => next.stage = Stage::Failed,
            Action::Read(..) | Action::Fail(_) => {}
            Action::Retry => next.ask(),
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
            Action::Withdraw(correction) => next.withdraw(correction),
            Action::Add(span) => next.add(span),
            Action::Undo => next.turn_back(History::undo),
            Action::Redo => next.turn_back(History::redo),
            Action::Lay(layout) => next.layout = layout,
            Action::Tell(card) => next.card = card,
            Action::Find(query) => {
                next.find = query.map(|query| Rc::new(next.found(query)));
            }
            Action::Next(back) => next.go_to_next(back),
            Action::ShowLedger(ledger) => next.ledger = ledger,
            Action::Help(help) => next.help = help,
            Action::Measure(measure) => next.measure = measure,
            Action::Fold(section, fold) => next.fold(section, fold),
            Action::Unfold => {
                next.folded = Rc::default();
                next.draw();
            }
            Action::SetEditing(editing) => next.set_editing(editing),
            Action::Show(pane) => next.show(pane),
            Action::Speak(language) => next.language = language,
            Action::Light(theme) => next.theme = Some(theme),
            Action::Print(begins) => next.is_printing = begins,
            Action::Say(notice) => next.notice = notice,
            Action::Clear => {
                next.remember();
                next = Self { revision: self.revision + 1, ..next.bare() };
            }
        }
        next
    }

    fn open(&mut self, text: String, name: Option<String>) {
        let document = Document::new(text);
        if document.is_blank() {
            self.notice = Some(Notice::NothingThere);
            return;
        }
        if self.stage != Stage::Empty {
            self.remember();
        }
        *self = Self {
            document: Rc::new(document),
            name: name.map(Rc::from),
            revision: self.revision,
            pane: if self.stage == Stage::Empty { Pane::default() } else { self.pane },
            ..self.bare()
        };
        self.ask();
    }

    /// The page without a text: what holds for any text stays.
    fn bare(&self) -> Self {
        Self {
            arrangement: self.arrangement,
            ledger: self.ledger,
            history: self.history.clone(),
            layout: self.layout,
            measure: self.measure,
            language: self.language,
            theme: self.theme,
            ..Self::default()
        }
    }

    fn edit(&mut self, text: String) {
        self.document = Rc::new(Document::new(text));
        self.ask();
    }

    /// Wants the text read.
    fn ask(&mut self) {
        self.revision += 1;
        self.stage = Stage::Reading;
    }

    fn take(&mut self, mut report: Report) {
        report.source.name = self.name.as_deref().map(str::to_owned);
        let reading = Reading::corrected(self.document.clone(), Rc::new(report), self.corrections.clone());
        let chosen = self.choice.zip(self.reading.as_deref());
        self.choice = chosen.and_then(|(choice, old)| {
            let chosen = reading.follow(choice.chosen, old)?;
            Some(Choice { chosen, ..choice })
        });
        // Sections may have changed their numbers.
        if self.reading.as_ref().is_some_and(|old| old.report.sections.len() != reading.report.sections.len()) {
            self.filter.section = None;
            self.folded = Rc::default();
        }
        self.stage = Stage::Read;
        self.show_reading(reading);
    }

    fn show_reading(&mut self, reading: Reading) {
        self.reading = Some(Rc::new(reading));
        self.list();
        self.draw();
        self.find = self.find.take().map(|find| Rc::new(self.found(find.query.clone())));
    }

    /// Lays what a person says over the reading anew.
    fn lay(&mut self) {
        let Some(old) = self.reading.clone() else { return };
        let reading = Reading::corrected(old.document.clone(), old.as_read.clone(), self.corrections.clone());
        self.choice = self.choice.and_then(|choice| {
            let chosen = match choice.chosen {
                Chosen::Metric(metric) => Chosen::Metric(reading.version_of(metric, &old)?),
                Chosen::Check(_) => return None,
                other => other,
            };
            Some(Choice { chosen, ..choice })
        });
        self.show_reading(reading);
    }

    fn work(&self) -> Work {
        Work { document: self.document.clone(), name: self.name.clone(), corrections: self.corrections.clone() }
    }

    fn remember(&mut self) {
        let work = self.work();
        Rc::make_mut(&mut self.history).remember(work);
    }

    fn turn_back(&mut self, step: fn(&mut History<Work>, Work) -> Option<Work>) {
        let work = self.work();
        let Some(Work { document, name, corrections }) = step(Rc::make_mut(&mut self.history), work) else { return };
        let is_same = Rc::ptr_eq(&self.document, &document);
        (self.document, self.name, self.corrections) = (document, name, corrections);
        if self.document.is_blank() {
            *self = Self { revision: self.revision + 1, ..self.bare() };
        } else if is_same && self.stage == Stage::Read {
            self.lay();
        } else {
            self.ask();
        }
    }

    fn correct(&mut self, metric: usize, change: Change) {
        let Some(reading) = self.reading.clone() else { return };
        let text = reading.document.source();
        let said = corrections::say(&self.corrections, (&reading.report, reading.origin(metric)), metric, text, change);
        self.say(said);
    }

    fn withdraw(&mut self, correction: usize) {
        let mut said = self.corrections.to_vec();
        if correction < said.len() {
            said.remove(correction);
            self.say(said);
        }
    }

    fn say(&mut self, said: Vec<Correction>) {
        if said != *self.corrections {
            self.remember();
            self.corrections = Rc::new(said);
            self.lay();
        }
    }

    fn add(&mut self, span: Span) {
        let Some(reading) = self.reading.clone() else { return };
        let added = Correction::add(reading.document.source(), span, self.language.words().new_figure.to_owned());
        let Some(added) = added else {
            self.notice = Some(Notice::NoQuantity);
            return;
        };
        self.say(self.corrections.iter().cloned().chain([added]).collect());
        let last = self.corrections.len() - 1;
        let is_it = |&id: &usize| self.reading.as_ref().is_some_and(|new| new.origin(id).correction == Some(last));
        let count = self.reading.as_ref().map_or(0, |reading| reading.report.metrics.len());
        if let Some(metric) = (0..count).find(is_it) {
            self.card = Card::Form;
            self.choose(Chosen::Metric(metric), Pane::Text, Manner::Point);
        }
    }

    fn found(&self, query: String) -> Find {
        let reading = self.reading.as_deref();
        Find::new(query, reading.map_or(&self.document, |reading| &reading.document), reading)
    }

    fn go_to_next(&mut self, back: bool) {
        let Some(stop) = self.find.as_mut().and_then(|find| Rc::make_mut(find).step(back)) else { return };
        // As if from the list of checks: all three panes show it.
        self.choose(stop, Pane::Checks, Manner::Pass);
        self.show(if matches!(stop, Chosen::Metric(_)) { Pane::Table } else { Pane::Text });
    }

    /// Lists the rows that pass the filter.
    fn list(&mut self) {
        self.rows = Rc::new(
            self.reading.as_ref().map(|reading| self.arrangement.rows(&self.filter, reading)).unwrap_or_default(),
        );
    }

    /// Lists the lines of the outline in sight.
    fn draw(&mut self) {
        self.lines =
            Rc::new(self.reading.as_ref().map(|reading| outline::lines(reading, &self.folded)).unwrap_or_default());
    }

    fn choose(&mut self, chosen: Chosen, from: Pane, manner: Manner) {
        let Some(reading) = self.reading.clone() else { return };
        let turn = self.choice.map_or(0, |choice| choice.turn) + 1;
        self.choice = Some(Choice { chosen, from, manner, turn });
        if let (Some(_), Chosen::Section(section)) = (self.filter.section, chosen) {
            self.filter.section = Some(section);
            self.list();
        }
        // What is chosen must be there to be seen.
        if let Some(metric) = reading.metric_of(chosen)
            && from != Pane::Table
            && !self.rows.iter().any(|row| row.metric == metric)
        {
            self.filter = Filter::default();
            self.list();
        }
        if let Some(section) = reading.section_of(chosen) {
            let above: Vec<usize> = reading.lineage(section).skip(1).collect();
            if above.iter().any(|section| self.folded.contains(section)) {
                let open = self.folded.iter().copied().filter(|section| !above.contains(section));
                self.folded = Rc::new(open.collect());
                self.draw();
            }
        }
        match from {
            _ if manner == Manner::Pass => {}
            Pane::Text if reading.metric_of(chosen).is_some() => self.show(Pane::Table),
            Pane::Text => {}
            Pane::Outline | Pane::Table | Pane::Checks => self.show(Pane::Text),
        }
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
        if fold {
            folded.insert(section);
        } else {
            folded.remove(&section);
        }
        self.draw();
    }

    fn set_editing(&mut self, editing: bool) {
        if !editing && self.document.is_blank() {
            *self = self.after(Action::Clear);
            return;
        }
        if editing {
            self.remember();
        }
        self.editing = editing;
        // A text field turns every line break into one character: so must the text, for places to agree.
        if editing && self.document.source().contains('\r') {
            self.edit(self.document.source().replace("\r\n", "\n").replace('\r', "\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), |state, action| state.after(action))
    }

    fn opened() -> State {
        after([Action::Open(sample::TEXT.to_owned(), None), Action::Read(1, Box::new(sample::report()))])
    }

    #[test]
    fn a_text_is_read_and_shown() {
        let state = after([Action::Open(sample::TEXT.to_owned(), Some("a.txt".to_owned()))]);
        assert_eq!((state.stage, state.revision, state.rows.len()), (Stage::Reading, 1, 0));
        assert_eq!(state.name.as_deref(), Some("a.txt"));
        let state = state.after(Action::Read(1, Box::new(sample::report())));
        assert_eq!((state.stage, state.rows.len(), state.lines.len()), (Stage::Read, 4, 3));
    }

    #[test]
    fn a_stale_reading_is_dropped() {
        let state = opened().after(Action::Edit("共9件".to_owned()));
        let late = state.after(Action::Read(1, Box::new(sample::report()))).after(Action::Fail(1));
        assert_eq!(late, state);
        assert_eq!(late.stage, Stage::Reading);
        assert!(late.reading.is_some(), "the old table stands until the new one is there");
    }

    #[test]
    fn a_blank_text_leaves_everything_as_it_is() {
        let state = opened().after(Action::Open(" \n".to_owned(), None));
        assert_eq!(state.notice, Some(Notice::NothingThere));
        assert_eq!(state.rows.len(), 4);
    }

    #[test]
    fn a_worker_that_dies_leaves_the_text() {
        let state = after([Action::Open(sample::TEXT.to_owned(), None), Action::Fail(1)]);
        assert_eq!(state.stage, Stage::Failed);
        assert_eq!(state.document.source(), sample::TEXT);
        let state = state.after(Action::Retry);
        assert_eq!((state.stage, state.revision), (Stage::Reading, 2));
    }

    #[test]
    fn a_choice_in_one_pane_is_shown_in_the_others() {
        let state = opened().after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Point));
        assert_eq!(
            state.choice,
            Some(Choice { chosen: Chosen::Metric(1), from: Pane::Table, manner: Manner::Point, turn: 1 })
        );
        assert_eq!(state.pane, Pane::Text);
        let state = state.after(Action::Choose(Chosen::Metric(1), Pane::Text, Manner::Point));
        assert_eq!((state.pane, state.choice.map(|choice| choice.turn)), (Pane::Table, Some(2)));
        let state = state.after(Action::Choose(Chosen::Section(1), Pane::Outline, Manner::Point));
        assert_eq!(state.pane, Pane::Text);
    }

    #[test]
    fn a_figure_chosen_in_the_text_is_never_filtered_or_folded_away() {
        let state = opened()
            .after(Action::Filter(Filter { query: "培训".to_owned(), ..Filter::default() }))
            .after(Action::Fold(0, true))
            .after(Action::Show(Pane::Checks));
        assert_eq!((state.rows.len(), state.lines.len(), state.checks_in_sight), (1, 2, true));
        let state = state.after(Action::Choose(Chosen::Metric(1), Pane::Text, Manner::Point));
        assert_eq!((state.rows.len(), state.lines.len(), state.checks_in_sight), (4, 3, false));
        assert!(state.filter.is_open());
    }

    #[test]
    fn arrow_keys_leave_the_pane_in_sight() {
        let state = opened().after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Pass));
        assert_eq!(state.pane, Pane::Table);
    }

    #[test]
    fn the_section_of_the_table_follows_the_outline() {
        let state = opened().after(Action::Filter(Filter { section: Some(1), ..Filter::default() }));
        assert_eq!(state.rows.len(), 3);
        let state = state.after(Action::Choose(Chosen::Section(2), Pane::Outline, Manner::Point));
        assert_eq!((state.rows.len(), state.filter.section), (1, Some(2)));
    }

    #[test]
    fn words_are_looked_for_everywhere_and_shown_one_after_the_other() {
        let state = opened().after(Action::Find(Some("审议".to_owned()))).after(Action::Next(false));
        assert_eq!(state.choice.map(|choice| choice.chosen), Some(Chosen::Section(1)));
        assert_eq!(state.find.as_ref().and_then(|find| find.at), Some(0));
        let state = state.after(Action::Edit("审议9件".to_owned())).after(Action::Read(2, Box::new(sample::report())));
        assert_eq!(state.find.as_ref().map(|find| (find.places.len(), find.at)), Some((1, None)));
        assert_eq!(state.after(Action::Find(None)).find, None);
    }

    #[test]
    fn corrections_hold_through_new_readings_and_can_be_undone() {
        let change = Change { name: Some("审议通过".to_owned()), ..Change::default() };
        let name = |state: &State| state.reading.as_ref().map(|reading| reading.report.metrics[1].indicator.clone());
        let state = opened().after(Action::Correct(1, change));
        assert_eq!(name(&state).as_deref(), Some("审议通过"));
        let again =
            state.after(Action::Edit(sample::TEXT.to_owned())).after(Action::Read(2, Box::new(sample::report())));
        assert_eq!(name(&again).as_deref(), Some("审议通过"));
        let undone = state.after(Action::Undo);
        assert_eq!(name(&undone).as_deref(), Some("通过"));
        assert_eq!(name(&undone.after(Action::Redo)).as_deref(), Some("审议通过"));
        assert_eq!(name(&state.after(Action::Withdraw(0))).as_deref(), Some("通过"));
    }

    #[test]
    fn an_excluded_figure_goes_and_the_choice_stays_with_its_own() {
        let state = opened().after(Action::Choose(Chosen::Metric(2), Pane::Table, Manner::Pass));
        let state = state.after(Action::Correct(0, Change { excluded: true, ..Change::default() }));
        assert_eq!(state.rows.len(), 3);
        assert_eq!(state.choice.map(|choice| choice.chosen), Some(Chosen::Metric(1)));
        assert_eq!(state.reading.as_ref().map(|reading| reading.excluded.len()), Some(1));
    }

    #[test]
    fn what_was_cleared_or_pasted_over_comes_back() {
        let cleared = opened().after(Action::Clear);
        let back = cleared.after(Action::Undo);
        assert_eq!((back.stage, back.document.source()), (Stage::Reading, sample::TEXT));
        let other = opened().after(Action::Open("共9件".to_owned(), None)).after(Action::Undo);
        assert_eq!(other.document.source(), sample::TEXT);
        assert_eq!(other.after(Action::Redo).document.source(), "共9件");
    }

    #[test]
    fn words_without_a_quantity_are_no_figure() {
        let none = opened().after(Action::Add(Span { start: 0, end: 2 }));
        assert_eq!((none.notice, none.corrections.len()), (Some(Notice::NoQuantity), 0));
    }

    #[test]
    fn typing_may_begin_and_end_with_nothing() {
        let state = after([Action::SetEditing(true), Action::Edit("共".to_owned()), Action::Edit(String::new())]);
        assert!(state.editing);
        let state = state.after(Action::SetEditing(false));
        assert_eq!((state.editing, state.stage), (false, Stage::Empty));
    }

    #[test]
    fn editing_speaks_of_line_breaks_as_a_text_field_does() {
        let state = after([Action::Open("一\r\n二\r三".to_owned(), None), Action::SetEditing(true)]);
        assert_eq!(state.document.source(), "一\n二\n三");
        assert_eq!(state.revision, 2);
    }

    #[test]
    fn an_edit_keeps_the_choice_and_drops_what_no_longer_holds() {
        let chosen = opened()
            .after(Action::Choose(Chosen::Metric(2), Pane::Table, Manner::Point))
            .after(Action::Filter(Filter { section: Some(1), ..Filter::default() }));
        let mut report = sample::report();
        report.metrics.remove(0);
        report.sections.truncate(2);
        let state = chosen.after(Action::Edit(sample::TEXT.to_owned())).after(Action::Read(2, Box::new(report)));
        assert_eq!(state.choice.map(|choice| choice.chosen), Some(Chosen::Metric(1)));
        assert!(state.filter.is_open());
    }

    #[test]
    fn clearing_keeps_language_and_colours_and_waits_for_no_reading() {
        let state = opened().after(Action::Speak(Language::English)).after(Action::Light(Theme::Dark));
        let state = state.after(Action::Edit("共9件".to_owned())).after(Action::Clear);
        assert_eq!((state.stage, state.language, state.theme), (Stage::Empty, Language::English, Some(Theme::Dark)));
        let late = state.after(Action::Read(2, Box::new(sample::report())));
        assert_eq!(late.stage, Stage::Empty);
    }
}
