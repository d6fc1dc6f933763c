//! What is chosen in one pane, and how the others follow.

use std::rc::Rc;

use super::{Card, Pane, Stage, State};
use crate::app::filter::Filter;
use crate::app::history::History;
use crate::app::reading::Chosen;

/// How something is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// In passing, as the arrow keys go: the other panes show it.
    Pass,
    /// By pointing: on a narrow screen the other side of the link comes into sight, from the table at the second time.
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

impl State {
    pub(super) fn choose(&mut self, chosen: Chosen, from: Pane, manner: Manner) {
        let Some(reading) = self.reading.clone() else { return };
        let before = self.choice;
        let turn = before.map_or(0, |choice| choice.turn) + 1;
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
            // Who goes through the rows stays with them; the card has the sentence. Once more leads to the text.
            Pane::Table if manner == Manner::Point && before.is_none_or(|before| before.chosen != chosen) => {}
            Pane::Outline | Pane::Table | Pane::Checks => self.show(Pane::Text),
        }
    }

    /// Tells of the choice. The focus stays where it is, or goes into the fields of a form: the pane does not take it back.
    /// What was added just now and is not to be saved goes again.
    pub(super) fn tell(&mut self, card: Card) {
        let leaves_form = self.card == Card::Form && card != Card::Form;
        self.card = card;
        if leaves_form && self.fresh.take().is_some_and(|fresh| self.chosen_correction() == Some(fresh)) {
            self.turn_back(History::undo);
        }
        // It takes room from the panes, which show the choice again.
        if let Some(choice) = self.choice.as_mut().filter(|_| card != Card::Closed) {
            (choice.manner, choice.turn) = (Manner::Point, choice.turn + 1);
        }
    }

    /// Shows the figure that is sought, once there is a reading of the text.
    pub(super) fn seek(&mut self) {
        if self.stage == Stage::Read
            && let Some(figure) = self.sought.take()
            && self.reading.as_ref().is_some_and(|reading| figure < reading.report.metrics.len())
        {
            // As if from the list of checks: all three panes show it, and the focus goes to its row.
            self.choose(Chosen::Metric(figure), Pane::Checks, Manner::Enter);
            self.show(Pane::Table);
        }
    }

    /// The correction of the figure that is chosen.
    fn chosen_correction(&self) -> Option<usize> {
        let Chosen::Metric(metric) = self.choice?.chosen else { return None };
        self.reading.as_ref()?.origin(metric).correction
    }

    pub(super) fn go_to_next(&mut self, back: bool) {
        let Some(stop) = self.find.as_mut().and_then(|find| Rc::make_mut(find).step(back)) else { return };
        // As if from the list of checks: all three panes show it.
        self.choose(stop, Pane::Checks, Manner::Pass);
        self.show(if matches!(stop, Chosen::Metric(_)) { Pane::Table } else { Pane::Text });
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::opened;
    use super::super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_choice_in_one_pane_is_shown_in_the_others() {
        let state = opened().after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Point));
        assert_eq!(
            state.choice,
            Some(Choice { chosen: Chosen::Metric(1), from: Pane::Table, manner: Manner::Point, turn: 1 })
        );
        assert_eq!(state.pane, Pane::Table);
        let state = state.after(Action::Choose(Chosen::Metric(1), Pane::Table, Manner::Point));
        assert_eq!(state.pane, Pane::Text);
        let state = state.after(Action::Choose(Chosen::Metric(1), Pane::Text, Manner::Point));
        assert_eq!((state.pane, state.choice.map(|choice| choice.turn)), (Pane::Table, Some(3)));
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
        // The pane has the focus, until something else may have it.
        let manner = |state: &State| state.choice.map(|choice| choice.manner);
        assert_eq!(manner(&state.clone().after(Action::Tell(Card::Evidence))), Some(Manner::Point));
        assert_eq!(manner(&state.after(Action::Tell(Card::Closed))), Some(Manner::Pass));
    }

    #[test]
    fn the_section_of_the_table_follows_the_outline() {
        let state = opened().after(Action::Filter(Filter { section: Some(1), ..Filter::default() }));
        assert_eq!(state.rows.len(), 3);
        let state = state.after(Action::Choose(Chosen::Section(2), Pane::Outline, Manner::Point));
        assert_eq!((state.rows.len(), state.filter.section), (1, Some(2)));
    }

    #[test]
    fn a_figure_that_is_sought_is_shown_when_the_text_is_read() {
        let chosen = |state: &State| state.choice.map(|choice| choice.chosen);
        let state = opened().after(Action::Seek(1));
        assert_eq!((chosen(&state), state.pane), (Some(Chosen::Metric(1)), Pane::Table));
        let state = state.after(Action::Open(sample::TEXT.to_owned(), None)).after(Action::Seek(2));
        assert_eq!(chosen(&state), None);
        let state = state.after(Action::Read(state.revision, Box::new(sample::report())));
        assert_eq!((chosen(&state), state.sought), (Some(Chosen::Metric(2)), None));
        assert_eq!(chosen(&opened().after(Action::Seek(99))), None);
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
}
