//! What this browser keeps of the page, and what comes back from it.

use std::rc::Rc;

use super::{Notice, Stage, State};
use crate::app::saved::{Saved, View};
use crate::app::shelf::{About, Entry, Shelf, Snapshot, Trouble};

/// The longest title of a text without one, in characters.
const TITLE: usize = 40;

/// What may happen between the page and what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// These reports are kept, as the page opened or since a person asked for it.
    Found(Vec<Entry>),
    /// These reports are kept now.
    List(Vec<Entry>),
    /// It is time to keep what has changed.
    Begin,
    /// It is kept, a report under its entry.
    Stored(Option<Entry>),
    /// It could not be kept.
    Refuse(Trouble),
    /// What could not be kept shall be tried again; a report that was not to be kept shall be.
    Retry,
    /// A kept report is opened.
    TakeUp(Entry, String, Saved),
    /// The page was loaded again, and the report that lay on it comes back, unless another one came first.
    Resume(Entry, String, Saved),
    /// A file of work is opened.
    OpenFile(String, Saved),
    /// The reports that were opened together are kept, all of them.
    BatchKept,
    /// A kept report was deleted; here, or on another page.
    Delete(u32, bool),
    /// All that was kept was deleted.
    Forget,
}

impl State {
    /// What of the page is kept; nothing without a text.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let is_there = self.stage != Stage::Empty && !self.document.is_blank();
        is_there.then(|| Snapshot {
            slot: self.slot,
            title: self.title(),
            is_titled: self.reading.as_ref().is_some_and(|reading| Rc::ptr_eq(&reading.document, &self.document)),
            about: self.about(),
            document: self.document.clone(),
            name: self.name.clone(),
            corrections: self.corrections.clone(),
            view: self.view(),
        })
    }

    /// The work on the report, to be kept or taken out.
    pub fn saved(&self) -> Saved {
        Saved::new(self.name.as_deref().map(str::to_owned), (*self.corrections).clone(), self.view())
    }

    fn view(&self) -> View {
        View {
            filter: self.filter.clone(),
            arrangement: self.arrangement,
            measure: self.measure,
            folded: (*self.folded).clone(),
            ledger: self.ledger,
        }
    }

    /// What tells the report from others in the list of kept ones.
    fn about(&self) -> About {
        let Some(reading) = &self.reading else { return About::default() };
        let report = &reading.report;
        About {
            issuer: report.issuer.clone(),
            year: report.year,
            figures: report.metrics.len(),
            wrong: reading.check_counts().0,
            sha256: report.source.sha256.clone(),
        }
    }

    /// What the report is called in the list of kept ones.
    fn title(&self) -> String {
        let read = self.reading.as_ref().and_then(|reading| reading.report.title.clone());
        let first = || self.document.source().lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let name = || self.name.as_deref().unwrap_or_else(first).chars().take(TITLE).collect();
        read.unwrap_or_else(name)
    }

    pub(super) fn keep(&mut self, keeping: Keeping) {
        match keeping {
            Keeping::Found(entries) => {
                self.shelf = Some(Rc::new(Shelf::new(entries)));
                self.refusal = None;
            }
            Keeping::List(entries) => self.on_shelf(|shelf, _| shelf.list(entries)),
            Keeping::Begin => self.on_shelf(|shelf, page| shelf.begin(page.snapshot())),
            Keeping::Stored(entry) => self.on_shelf(|shelf, _| shelf.stored(entry)),
            Keeping::Refuse(trouble) => {
                if self.shelf.as_ref().is_none_or(|shelf| shelf.trouble != Some(trouble)) {
                    self.notice = Some(Notice::NotKept(trouble));
                }
                self.refusal = Some(trouble).filter(|_| self.shelf.is_none());
                self.on_shelf(|shelf, _| shelf.refused(trouble));
            }
            Keeping::Retry => self.on_shelf(|shelf, page| {
                shelf.retry();
                shelf.keep_again(page.slot);
            }),
            Keeping::Resume(..) if self.stage != Stage::Empty || self.editing => {}
            Keeping::TakeUp(entry, text, saved) | Keeping::Resume(entry, text, saved) => {
                let slot = self.shelf.as_ref().and_then(|shelf| shelf.slot(entry.id));
                if slot == Some(self.slot) && self.stage != Stage::Empty {
                    return;
                }
                self.open_saved(text, &saved);
                self.slot = slot.unwrap_or(self.slot);
                self.on_shelf(|shelf, page| {
                    page.snapshot().into_iter().for_each(|present| shelf.taken_up(&entry, present));
                });
            }
            Keeping::OpenFile(text, saved) => {
                self.open_saved(text, &saved);
                self.shelf_open = false;
            }
            Keeping::BatchKept => self.batch.iter_mut().for_each(|batch| batch.is_kept = true),
            Keeping::Delete(id, elsewhere) => {
                if elsewhere {
                    self.notice = Some(Notice::Released);
                }
                self.on_shelf(|shelf, _| shelf.deleted(id));
            }
            Keeping::Forget => {
                self.shelf = None;
                self.batch.take_if(|batch| batch.is_kept);
                self.note_said_here();
                self.notice = Some(Notice::Forgotten);
            }
        }
    }

    fn open_saved(&mut self, text: String, saved: &Saved) {
        self.open(text, saved.name.clone());
        if self.notice == Some(Notice::NothingThere) {
            return;
        }
        let View { filter, arrangement, measure, folded, ledger } = saved.view();
        (self.filter, self.arrangement, self.measure, self.ledger) = (filter, arrangement, measure, ledger);
        self.folded = Rc::new(folded);
        self.corrections = Rc::new(saved.corrections());
        self.note_safe();
    }

    /// Does something with what is kept, if anything is to be.
    fn on_shelf(&mut self, act: impl FnOnce(&mut Shelf, &Self)) {
        if let Some(mut shelf) = self.shelf.take() {
            act(Rc::make_mut(&mut shelf), self);
            self.shelf = Some(shelf);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{after, opened};
    use super::super::*;
    use super::*;
    use crate::app::corrections::Change;
    use crate::app::reading::sample;
    use crate::app::shelf::Standing;

    fn keep(keeping: Keeping) -> Action {
        Action::Keep(Box::new(keeping))
    }

    fn entry(id: u32, turn: u32) -> Entry {
        Entry { id, title: "云溪县".to_owned(), when: f64::from(id), turn, about: About::default() }
    }

    fn kept() -> State {
        opened().after(keep(Keeping::Found(Vec::new())))
    }

    fn shelf(state: &State) -> &Shelf {
        state.shelf.as_deref().expect("work is kept")
    }

    fn due(state: &State) -> bool {
        shelf(state).due(state.snapshot()).is_some()
    }

    #[test]
    fn nothing_is_kept_unless_a_person_asks() {
        let state = opened();
        assert_eq!(state.after(keep(Keeping::Begin)).after(keep(Keeping::Stored(None))), state);
    }

    #[test]
    fn what_has_changed_is_kept_once() {
        let state = kept();
        assert!(due(&state));
        let state = state.after(keep(Keeping::Begin));
        assert!(
            !due(&state) && shelf(&state).saving().is_some_and(|(_, ticket, has_text)| ticket.is_none() && !has_text)
        );
        let state = state.after(keep(Keeping::Stored(Some(entry(7, 1)))));
        assert!(!due(&state) && shelf(&state).saving().is_none());
        assert_eq!(shelf(&state).standing(state.snapshot()), Standing::Kept);
        let state = state.after(Action::Correct(1, Change { seen: true, ..Change::default() }));
        assert!(due(&state));
        let state = state.after(keep(Keeping::Begin));
        let saving = shelf(&state).saving().map(|(_, ticket, has_text)| (ticket.map(|ticket| ticket.id), has_text));
        assert_eq!(saving, Some((Some(7), true)), "the text is there already");
        let state = state.after(keep(Keeping::Stored(Some(entry(7, 2)))));
        assert_eq!(shelf(&state).entries, [entry(7, 2)]);
    }

    #[test]
    fn what_changes_while_it_is_kept_is_kept_afterwards() {
        let state = kept().after(keep(Keeping::Begin)).after(Action::ShowLedger(true));
        assert!(!due(&state));
        assert!(due(&state.after(keep(Keeping::Stored(Some(entry(7, 1)))))));
    }

    #[test]
    fn another_text_is_another_report_and_what_is_undone_is_the_old_one() {
        let state = kept().after(keep(Keeping::Begin)).after(keep(Keeping::Stored(Some(entry(7, 1)))));
        let other = state.after(Action::Open("共9件".to_owned(), None)).after(keep(Keeping::Begin));
        assert_eq!(shelf(&other).saving().map(|(_, ticket, _)| ticket), Some(None));
        let back = other.after(keep(Keeping::Stored(Some(entry(8, 1))))).after(Action::Undo);
        assert_eq!(shelf(&back).ticket(back.slot).map(|ticket| ticket.id), Some(7));
        let edited = state.after(Action::Edit("共9件".to_owned()));
        assert_eq!(shelf(&edited).ticket(edited.slot).map(|ticket| ticket.id), Some(7));
    }

    #[test]
    fn what_cannot_be_kept_is_said_and_tried_again_with_the_next_change() {
        let state = kept().after(keep(Keeping::Begin)).after(keep(Keeping::Refuse(Trouble::Full)));
        assert_eq!(state.notice, Some(Notice::NotKept(Trouble::Full)));
        assert!(!due(&state));
        assert_eq!(shelf(&state).standing(state.snapshot()), Standing::Refused);
        assert!(due(&state.after(Action::ShowLedger(true))));
        assert!(due(&state.after(keep(Keeping::Retry))));
        assert_eq!(state.document.source(), sample::TEXT);
    }

    #[test]
    fn a_kept_report_comes_back_with_its_work() {
        let state = opened()
            .after(Action::Correct(1, Change { name: Some("审议通过".to_owned()), ..Change::default() }))
            .after(Action::Filter(Filter { query: "审议".to_owned(), ..Filter::default() }))
            .after(Action::Fold(0, true));
        let fresh = after([keep(Keeping::Found(vec![entry(7, 3)]))]);
        let resumed = fresh
            .after(keep(Keeping::Resume(entry(7, 3), sample::TEXT.to_owned(), state.saved())))
            .after(Action::Read(1, Box::new(sample::report())));
        assert_eq!(resumed.rows, state.rows);
        assert_eq!((resumed.lines.len(), &resumed.corrections), (state.lines.len(), &state.corrections));
        assert!(!due(&resumed), "nothing has changed since");
        let late = opened().after(keep(Keeping::Resume(entry(7, 3), "共9件".to_owned(), state.saved())));
        assert_eq!(late.document.source(), sample::TEXT, "what was pasted in the meantime stays");
    }

    #[test]
    fn what_was_deleted_is_not_kept_again_unless_asked() {
        let state = kept().after(keep(Keeping::Begin)).after(keep(Keeping::Stored(Some(entry(7, 1)))));
        let state = state.after(keep(Keeping::Delete(7, true))).after(Action::ShowLedger(true));
        assert_eq!((state.notice.clone(), shelf(&state).entries.len()), (Some(Notice::Released), 0));
        assert!(!due(&state) && shelf(&state).standing(state.snapshot()) == Standing::Released);
        assert!(due(&state.after(keep(Keeping::Retry))));
        let refused = opened().after(keep(Keeping::Refuse(Trouble::Blocked)));
        assert_eq!((refused.shelf.as_ref(), refused.refusal), (None, Some(Trouble::Blocked)));
        let gone = state.after(keep(Keeping::Forget));
        assert_eq!((gone.shelf, gone.document.source()), (None, sample::TEXT));
    }

    #[test]
    fn a_report_that_is_kept_twice_is_known() {
        let entry = |id: u32, sha256: &str| Entry {
            about: About { sha256: sha256.to_owned(), ..About::default() },
            ..entry(id, 1)
        };
        let shelf = Shelf::new(vec![entry(1, "a"), entry(2, "b"), entry(3, "a"), entry(4, ""), entry(5, "")]);
        let twice = shelf.entries.iter().filter(|entry| shelf.is_kept_twice(entry)).map(|entry| entry.id);
        assert_eq!(twice.collect::<Vec<_>>(), [3, 1]);
    }

    #[test]
    fn what_is_told_of_a_report_is_kept_once_it_is_read_from_this_text() {
        let about = |state: &State| state.snapshot().map(|report| (report.about.figures, report.about.wrong));
        assert_eq!(about(&opened()), Some((4, 1)));
        let state = kept().after(Action::Edit("共9件".to_owned())).after(keep(Keeping::Begin));
        let state = state.after(keep(Keeping::Stored(Some(entry(7, 1)))));
        assert!(!due(&state));
        assert!(due(&state.after(Action::Read(2, Box::new(sample::report())))));
    }

    #[test]
    fn a_text_without_a_title_is_called_by_its_first_line() {
        let state = after([Action::Open("\n  共9件。\n其中1件".to_owned(), None)]);
        assert_eq!(state.snapshot().map(|report| report.title).as_deref(), Some("共9件。"));
    }
}
