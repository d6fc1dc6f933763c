//! The text that is to be read: how it comes, changes and goes, and how its reading arrives.

use std::rc::Rc;

use super::{Choice, Notice, Pane, State};
use crate::app::document::Document;
use crate::app::reading::Reading;
use crate::contract::Report;

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
    /// A person stopped the worker.
    Stopped,
}

impl State {
    pub(super) fn open(&mut self, text: String, name: Option<String>) {
        let document = Document::new(text);
        if document.is_blank() {
            self.notice = Some(Notice::NothingThere);
            return;
        }
        let is_other = !self.document.is_blank();
        if is_other {
            self.remember();
        }
        *self = Self {
            notice: is_other.then_some(Notice::Replaced),
            document: Rc::new(document),
            name: name.map(Rc::from),
            revision: self.revision,
            pane: if self.stage == Stage::Empty { Pane::default() } else { self.pane },
            ..self.bare()
        };
        self.note_safe();
        self.ask();
        self.slot = self.revision;
    }

    /// Has a person paste: with keys anywhere, without them into an empty field. What lay there before can be brought back.
    pub(super) fn ask_to_paste(&mut self, by_touch: bool) {
        if !by_touch && !self.document.is_blank() {
            self.notice = Some(Notice::PressPaste);
            return;
        }
        self.clear();
        (self.editing, self.pane) = (true, Pane::Text);
    }

    pub(super) fn clear(&mut self) {
        let is_there = !self.document.is_blank();
        if is_there {
            self.remember();
        }
        let notice = is_there.then_some(Notice::Cleared);
        *self = Self { revision: self.revision + 1, notice, ..self.bare() };
    }

    /// What is typed without a pause for anything else is one step.
    pub(super) fn edit(&mut self, text: String) {
        if !self.typed && text != self.document.source() {
            self.remember();
            self.typed = true;
        }
        self.document = Rc::new(Document::new(text));
        self.ask();
    }

    /// Wants no reading of the text for now.
    pub(super) fn stop(&mut self) {
        if self.stage == Stage::Reading {
            self.stage = Stage::Stopped;
        }
    }

    /// Wants the text read.
    pub(super) fn ask(&mut self) {
        self.revision += 1;
        self.stage = Stage::Reading;
    }

    pub(super) fn take(&mut self, mut report: Report) {
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
        self.seek();
    }

    pub(super) fn show_reading(&mut self, reading: Reading) {
        self.reading = Some(Rc::new(reading));
        self.list();
        self.draw();
        self.find = self.find.take().map(|find| Rc::new(self.found(find.query.clone())));
    }

    pub(super) fn set_editing(&mut self, editing: bool) {
        if !editing && self.document.is_blank() {
            self.clear();
            return;
        }
        (self.editing, self.typed) = (editing, false);
        // A text field turns every line break into one character: so must the text, for places to agree.
        if editing && self.document.source().contains('\r') {
            let is_safe = self.is_safe();
            let text = self.document.source().replace("\r\n", "\n").replace('\r', "\n");
            self.document = Rc::new(Document::new(text));
            if is_safe {
                self.note_safe();
            }
            self.ask();
        }
    }
}

/// Whether a text is nothing but addresses of the web: the report stands where they lead.
pub(super) fn is_address(text: &str) -> bool {
    const BEGINNINGS: [&str; 3] = ["http://", "https://", "www."];
    let begins = |word: &str, with: &str| word.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let is_one = |word: &str| word.is_ascii() && BEGINNINGS.iter().any(|with| begins(word, with));
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(is_one)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{after, opened};
    use super::super::*;
    use crate::app::reading::sample;

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
    fn an_address_of_the_web_is_no_report_and_leaves_everything_as_it_is() {
        for address in ["https://www.gov.cn/a.pdf", " HTTP://x.cn/1\n", "www.gov.cn", "https://a.cn https://b.cn"] {
            let state = opened().after(Action::Open(address.to_owned(), None));
            assert_eq!((state.notice, state.rows.len()), (Some(Notice::OnlyAddress), 4), "{address}");
        }
        for text in ["详见https://www.gov.cn", "https://www.gov.cn 共9件", "https://www.gov.cn/全年受理9件"] {
            assert_eq!(after([Action::Open(text.to_owned(), None)]).stage, Stage::Reading, "{text}");
        }
    }

    #[test]
    fn who_pastes_by_hand_gets_an_empty_field_unless_keys_paste_over_the_report() {
        let asked = |state: State, by_touch| {
            let state = state.after(Action::AskToPaste(by_touch));
            (state.editing, state.document.is_blank(), state.pane, state.notice)
        };
        assert_eq!(asked(State::default(), false), (true, true, Pane::Text, None));
        assert_eq!(asked(State::default(), true), (true, true, Pane::Text, None));
        assert_eq!(asked(opened(), false), (false, false, Pane::Table, Some(Notice::PressPaste)));
        assert_eq!(asked(opened(), true), (true, true, Pane::Text, Some(Notice::Cleared)));
        let back = opened().after(Action::AskToPaste(true)).after(Action::Undo);
        assert_eq!((back.document.source(), back.editing), (sample::TEXT, false));
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
    fn a_reading_that_is_stopped_leaves_the_text() {
        let state = opened().after(Action::Edit("共9件".to_owned())).after(Action::Stop);
        assert_eq!((state.stage, state.document.source()), (Stage::Stopped, "共9件"));
        assert!(state.reading.is_some());
        let again = state.after(Action::Retry);
        assert_eq!((again.stage, again.revision), (Stage::Reading, 3));
        assert_eq!(opened().after(Action::Stop).stage, Stage::Read);
    }

    #[test]
    fn what_is_typed_is_undone_as_one_and_apart_from_what_is_corrected_between() {
        let typed = |state: State, words: &str| {
            let longer = format!("{}{words}", state.document.source());
            let read = Action::Read(state.revision + 1, Box::new(sample::report()));
            state.after(Action::Edit(longer)).after(read)
        };
        let source = |state: &State| state.document.source().strip_prefix(sample::TEXT).map(str::to_owned);
        let state = typed(typed(opened().after(Action::SetEditing(true)), "一"), "二");
        let change = crate::app::corrections::Change { seen: true, ..Default::default() };
        let state = typed(state.after(Action::Correct(1, change)), "三").after(Action::SetEditing(false));
        let told = |state: &State| (source(state).unwrap_or_default(), state.corrections.figures.len());
        assert_eq!(told(&state), ("一二三".to_owned(), 1));
        let state = state.after(Action::Undo);
        assert_eq!(told(&state), ("一二".to_owned(), 1));
        let state = state.after(Action::Undo);
        assert_eq!(told(&state), ("一二".to_owned(), 0));
        let state = state.after(Action::Undo);
        assert_eq!((told(&state), state.history.can()), ((String::new(), 0), (false, true)));
        let state = state.after(Action::Redo).after(Action::Redo).after(Action::Redo);
        assert_eq!(told(&state), ("一二三".to_owned(), 1));
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let state = opened().after(Action::SetEditing(true)).after(Action::SetEditing(false));
        assert_eq!(state.history.can(), (false, false));
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
