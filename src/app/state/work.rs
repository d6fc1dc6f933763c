//! What a person did to a text, and what of it can be undone.

use std::rc::Rc;

use super::{Card, Choice, Chosen, Manner, Notice, Pane, Safe, Stage, State, Verdict};
use crate::app::corrections::{self, Change, Correction, Corrections};
use crate::app::document::Document;
use crate::app::history::History;
use crate::app::reading::Reading;
use crate::contract::{Metric, Particulars, Report, Span};
use crate::output::measure::Measure;
use crate::text::Utf16Offsets;

/// How many bytes of texts are remembered, to be brought back.
const ROOM: usize = 32_000_000;

/// Within how many bytes the unit of a numeral stands.
const NEAR: usize = 60;

/// What of the page can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    slot: u32,
    document: Rc<Document>,
    name: Option<Rc<str>>,
    corrections: Rc<Corrections>,
    safe: Safe,
}

impl State {
    fn work(&self) -> Work {
        Work {
            slot: self.slot,
            document: self.document.clone(),
            name: self.name.clone(),
            corrections: self.corrections.clone(),
            safe: self.safe.clone(),
        }
    }

    pub(super) fn remember(&mut self) {
        let work = self.work();
        let history = Rc::make_mut(&mut self.history);
        history.remember(work);
        let size = |work: &Work, after: Option<&Work>| {
            let is_shared = after.is_some_and(|after| Rc::ptr_eq(&after.document, &work.document));
            if is_shared { 0 } else { work.document.source().len() }
        };
        history.keep_within(ROOM, size);
        (self.typed, self.fresh) = (false, None);
        // What it offers to undo is no longer the last step.
        self.notice.take_if(|notice| notice.is_of_a_step());
    }

    /// The report that lay on the page before the last step.
    pub(super) fn slot_before(&self) -> Option<u32> {
        self.history.last().map(|work| work.slot)
    }

    pub(super) fn turn_back(&mut self, step: fn(&mut History<Work>, Work) -> Option<Work>) {
        let work = self.work();
        let Some(Work { slot, document, name, corrections, safe }) = step(Rc::make_mut(&mut self.history), work) else {
            return;
        };
        let is_same = Rc::ptr_eq(&self.document, &document);
        // What comes back into a field where nothing was written is read, not edited.
        self.editing &= !self.document.is_blank();
        (self.typed, self.fresh) = (false, None);
        self.notice.take_if(|notice| notice.is_of_a_step());
        (self.slot, self.document, self.name, self.corrections) = (slot, document, name, corrections);
        self.safe = safe;
        if self.document.is_blank() {
            *self = Self { revision: self.revision + 1, ..self.bare() };
        } else if is_same && self.stage == Stage::Read {
            self.lay();
        } else {
            self.ask();
        }
    }

    /// Lays what a person says over the reading anew.
    fn lay(&mut self) {
        let Some(old) = self.reading.clone() else { return };
        let reading = Reading::corrected(old.document.clone(), old.as_read.clone(), self.corrections.clone());
        self.choice = self.choice.and_then(|choice| {
            let chosen = match choice.chosen {
                // The check is done anew: what was told of is its figure.
                chosen @ (Chosen::Metric(_) | Chosen::Check(_)) => {
                    Chosen::Metric(reading.version_of(old.figure_of(chosen)?, &old)?)
                }
                other => other,
            };
            Some(Choice { chosen, ..choice })
        });
        self.show_reading(reading);
    }

    pub(super) fn correct(&mut self, metric: usize, change: Change) {
        let Some(reading) = self.reading.clone() else { return };
        let text = reading.document.source();
        let by_keys = |choice: &Choice| {
            let passes = choice.from == Pane::Table && choice.manner == Manner::Pass;
            passes && choice.chosen == Chosen::Metric(metric)
        };
        let left = self.choice.filter(|choice| change.excluded && by_keys(choice));
        let excluded = reading.report.metrics.get(metric).filter(|_| change.excluded);
        self.fresh = None;
        let at = self.rows.iter().position(|row| row.metric == metric);
        let before = reading.correction(metric).map(|said| said.change.clone()).unwrap_or_default();
        let verdict = verdict(&before, &change);
        let said = corrections::say(
            &self.corrections.figures,
            (&reading.report, reading.origin(metric)),
            metric,
            text,
            change,
        );
        self.say_of_figures(said);
        let now = self.reading.as_ref().and_then(|new| new.report.metrics.get(new.version_of(metric, &reading)?));
        self.notice = match (excluded, verdict, now) {
            (Some(excluded), ..) => Some(Notice::Excluded(format!("{} {}", excluded.indicator, excluded.quote))),
            (None, Some(verdict), Some(now)) => Some(Notice::Said(verdict, told(now))),
            _ => None,
        };
        // Who goes from row to row by keys goes on to the next when one is taken away.
        let next = at.and_then(|at| self.rows.get(at).or(self.rows.last()).copied());
        if let (Some(_), Some(next)) = (left, next) {
            self.choice = left;
            self.choose(Chosen::Metric(next.metric), Pane::Table, Manner::Pass);
        }
    }

    pub(super) fn withdraw(&mut self, correction: usize) {
        let mut said = self.corrections.figures.clone();
        if correction >= said.len() {
            return;
        }
        let quote = said.remove(correction).quote().to_owned();
        let taken_away = self.reading.as_ref().and_then(|reading| {
            let at = reading.excluded.iter().position(|&excluded| excluded == correction)?;
            Some(reading.report.excluded.get(at)?.id)
        });
        self.say_of_figures(said);
        self.notice = Some(Notice::Said(Verdict::Restored, quote));
        // What comes back is chosen.
        let back = taken_away.zip(self.reading.as_ref()).and_then(|(read, reading)| {
            (0..reading.report.metrics.len()).find(|&id| reading.origin(id).read == Some(read))
        });
        if let Some(back) = back {
            self.choose(Chosen::Metric(back), Pane::Table, Manner::Pass);
        }
    }

    /// Says something else of the report itself.
    pub(super) fn amend(&mut self, report: Particulars) {
        if report == self.corrections.report {
            return;
        }
        let verdict = if report.is_empty() { Verdict::Restored } else { Verdict::Corrected };
        self.say(Corrections { figures: self.corrections.figures.clone(), report });
        let told = self.reading.as_ref().map(|reading| {
            let Report { issuer, year, genre, amendment, .. } = &*reading.report;
            let genre = amendment.genre.map(|_| self.language.genre(*genre).to_owned());
            [issuer.clone(), year.map(|year| year.to_string()), genre]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        });
        self.notice = Some(Notice::Said(verdict, told.unwrap_or_default()));
    }

    fn say_of_figures(&mut self, figures: Vec<Correction>) {
        self.say(Corrections { figures, report: self.corrections.report.clone() });
    }

    fn say(&mut self, said: Corrections) {
        if said != *self.corrections {
            self.remember();
            self.corrections = Rc::new(said);
            self.lay();
        }
    }

    pub(super) fn add(&mut self, span: Span) {
        let Some(reading) = self.reading.clone() else { return };
        let added = Correction::add(reading.document.source(), span, self.language.words().new_figure.to_owned());
        let Some(added) = added else {
            self.notice = Some(Notice::NoQuantity);
            return;
        };
        let last = self.corrections.figures.len();
        self.say_of_figures(self.corrections.figures.iter().cloned().chain([added]).collect());
        let is_it = |&id: &usize| self.reading.as_ref().is_some_and(|new| new.origin(id).correction == Some(last));
        let count = self.reading.as_ref().map_or(0, |reading| reading.report.metrics.len());
        if let Some(metric) = (0..count).find(is_it) {
            (self.card, self.fresh) = (Card::Form, Some(last));
            self.choose(Chosen::Metric(metric), Pane::Text, Manner::Point);
        }
    }

    /// Adds a numeral that was left out, with the unit behind it; the numeral alone where it has none.
    pub(super) fn add_skipped(&mut self, skipped: usize) {
        let Some(reading) = self.reading.clone() else { return };
        let Some(span) = reading.report.skipped.get(skipped).map(|skipped| skipped.span) else { return };
        let text = reading.document.source();
        let offsets = Utf16Offsets::new(text);
        let rest = &text[offsets.byte(span.start)..];
        let near = &rest[..rest.ceil_char_boundary(NEAR.min(rest.len()))];
        let whole = crate::quantities(near).into_iter().find(|quantity| quantity.span.start == 0);
        let end = whole.map(|quantity| offsets.utf16(offsets.byte(span.start) + quantity.span.end));
        let end = end.filter(|&end| {
            reading.figure_from(span.start, false).is_none_or(|next| reading.report.metrics[next].span.start >= end)
        });
        self.add(Span { end: end.unwrap_or_default().max(span.end), ..span });
    }
}

/// What a figure is, in words.
fn told(metric: &Metric) -> String {
    format!("{} {}", metric.indicator, Measure::Printed.shown(metric))
}

/// What is said of a figure that was not said before.
fn verdict(before: &Change, after: &Change) -> Option<Verdict> {
    let is_same = Change { seen: before.seen, ..after.clone() } == *before;
    match (is_same, after.seen) {
        (true, seen) if seen == before.seen => None,
        (true, true) => Some(Verdict::Confirmed),
        (true, false) => Some(Verdict::Unconfirmed),
        (false, _) if after.changes() => Some(Verdict::Corrected),
        (false, _) => Some(Verdict::Restored),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::opened;
    use super::super::*;
    use crate::app::corrections::Change;
    use crate::app::reading::sample;
    use crate::contract::{Particulars, Span};

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
    fn body_and_year_are_said_kept_through_new_readings_and_undone() {
        let told =
            |state: &State| state.reading.as_ref().map(|reading| (reading.report.issuer.clone(), reading.report.year));
        let said = Particulars { issuer: Some("云溪县".to_owned()), year: Some(2022), ..Particulars::default() };
        let state = opened().after(Action::Amend(said.clone()));
        let expected = Some((said.issuer.clone(), said.year));
        assert_eq!((told(&state), state.would_lose()), (expected.clone(), true));
        assert_eq!(state.notice, Some(Notice::Said(Verdict::Corrected, "云溪县 2022".to_owned())));
        let text = Action::Edit(sample::TEXT.to_owned());
        assert_eq!(told(&state.after(text).after(Action::Read(2, Box::new(sample::report())))), expected);
        let confirmed = state.after(Action::Correct(1, Change { seen: true, ..Change::default() }));
        assert_eq!(told(&confirmed), expected);
        assert_eq!(told(&confirmed.after(Action::Undo).after(Action::Undo)), Some((None, None)));
        let withdrawn = confirmed.after(Action::Amend(Particulars::default()));
        assert_eq!((told(&withdrawn), withdrawn.corrections.figures.len()), (Some((None, None)), 1));
        assert_eq!(state.after(Action::Amend(said)), state, "nothing new is said");
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
    fn who_excludes_by_keys_goes_on_to_the_next_row_and_what_comes_back_is_chosen() {
        let exclude =
            |state: State, id| state.after(Action::Correct(id, Change { excluded: true, ..Change::default() }));
        let chosen = |state: &State| state.choice.map(|choice| (choice.chosen, choice.turn));
        let state = exclude(opened().after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Pass)), 1);
        assert_eq!(chosen(&state), Some((Chosen::Metric(1), 2)));
        let last = exclude(state.after(Action::Choose(Chosen::Metric(2), Pane::Table, Manner::Pass)), 2);
        assert_eq!(chosen(&last), Some((Chosen::Metric(1), 4)));
        let back = last.after(Action::Withdraw(0));
        assert_eq!(chosen(&back), Some((Chosen::Metric(1), 5)));
        assert_eq!(back.rows.len(), 3);
        let pointed = exclude(opened().after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Point)), 1);
        assert_eq!(chosen(&pointed), None);
    }

    #[test]
    fn what_is_excluded_is_told_until_the_next_step() {
        let exclude = Action::Correct(1, Change { excluded: true, ..Change::default() });
        let told = opened().after(exclude.clone());
        assert_eq!(told.notice, Some(Notice::Excluded("通过 57个".to_owned())));
        assert_eq!(told.after(Action::Undo).notice, None);
        let seen = Change { seen: true, ..Change::default() };
        let confirmed = told.after(Action::Correct(0, seen)).notice;
        assert!(confirmed.is_some_and(|notice| !notice.is_of_a_step()), "what is offered is the last step");
    }

    #[test]
    fn a_figure_whose_form_is_not_saved_was_never_added() {
        let byte = sample::TEXT.find("4次").expect("it is there");
        let start = sample::TEXT[..byte].encode_utf16().count();
        let added = opened().after(Action::Add(Span { start, end: start + 2 }));
        assert_eq!((added.card, added.rows.len()), (Card::Form, 5));
        let cancelled = added.after(Action::Tell(Card::Closed));
        assert_eq!((cancelled.rows.len(), cancelled.corrections.figures.len(), cancelled.choice), (4, 0, None));
        let Some(Choice { chosen: Chosen::Metric(id), .. }) = added.choice else { panic!("it is chosen") };
        let saved = added.after(Action::Correct(id, added.corrections.figures[0].change.clone()));
        assert_eq!(saved.after(Action::Tell(Card::Closed)).rows.len(), 5);
        let other = added.after(Action::Choose(Chosen::Metric(0), Pane::Table, Manner::Point));
        assert_eq!(other.after(Action::Tell(Card::Closed)).rows.len(), 5, "the form of another figure was left");
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
    fn what_was_cleared_or_replaced_is_told_until_the_next_step() {
        let cleared = opened().after(Action::Clear);
        assert_eq!(cleared.notice, Some(Notice::Cleared));
        assert_eq!(cleared.after(Action::Undo).notice, None);
        assert_eq!(State::default().after(Action::Clear).notice, None);
        assert_eq!(cleared.after(Action::Open("共9件".to_owned(), None)).notice, None);
        let replaced = opened().after(Action::Open("共9件".to_owned(), None));
        assert_eq!(replaced.notice, Some(Notice::Replaced));
        let read = replaced.after(Action::Read(replaced.revision, Box::new(sample::report())));
        assert_eq!(read.notice, Some(Notice::Replaced));
        assert_eq!(read.after(Action::Undo).notice, None);
    }

    #[test]
    fn what_a_person_says_is_told_once_to_who_does_not_see_it() {
        let notice = |state: &State| state.notice.clone();
        let said = |verdict, figure: &str| Some(Notice::Said(verdict, figure.to_owned()));
        let seen = opened().after(Action::Correct(1, Change { seen: true, ..Change::default() }));
        assert_eq!(notice(&seen), said(Verdict::Confirmed, "通过 57个"));
        let unseen = seen.after(Action::Correct(1, Change::default()));
        assert_eq!(notice(&unseen), said(Verdict::Unconfirmed, "通过 57个"));
        let corrected = unseen.after(Action::Correct(1, Change { value: Some(58.0), ..Change::default() }));
        assert_eq!(notice(&corrected), said(Verdict::Corrected, "通过 58个"));
        assert_eq!(notice(&corrected.after(Action::Withdraw(0))), said(Verdict::Restored, "57个"));
    }

    #[test]
    fn a_numeral_that_was_left_out_is_added_with_its_unit() {
        let mut report = sample::report();
        let left_out = report.metrics.pop().expect("there is one");
        let span = Span { end: left_out.span.end - 1, ..left_out.span };
        report.skipped = vec![crate::contract::Skipped { span, reason: crate::report::Reason::Bare }];
        let text = Action::Open(sample::TEXT.to_owned(), None);
        let state = super::super::sample::after([text, Action::Read(1, Box::new(report)), Action::AddSkipped(0)]);
        let added = state.reading.as_ref().map(|reading| reading.report.metrics[3].clone());
        assert_eq!(added.map(|metric| (metric.quote, metric.value)), Some(("4次".to_owned(), 4.0)));
        assert_eq!((state.card, state.fresh), (Card::Form, Some(0)));
        assert_eq!(state.after(Action::AddSkipped(9)).corrections.figures.len(), 1);
    }

    #[test]
    fn words_without_a_quantity_are_no_figure() {
        let none = opened().after(Action::Add(Span { start: 0, end: 2 }));
        assert_eq!((none.notice, none.corrections.figures.len()), (Some(Notice::NoQuantity), 0));
    }
}
