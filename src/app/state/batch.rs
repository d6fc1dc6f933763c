//! The reports that were opened together: they stay at hand while one of them lies on the page.

use super::{Notice, State};
use crate::app::history::History;

/// Reports that were opened together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// How many they are.
    pub count: usize,
    /// Whether the browser keeps them; else they are files, which would have to be opened again.
    pub is_kept: bool,
    /// The report of the page that was opened from among them last.
    slot: Option<u32>,
}

impl Batch {
    /// Reports of which none lies on the page.
    pub fn new(count: usize, is_kept: bool) -> Self {
        Self { count, is_kept, slot: None }
    }
}

impl State {
    /// Notes that the report on the page was opened from among them. Who goes from one of them to another knows that they change.
    pub(super) fn opened_from_batch(&mut self) {
        let before = self.batch.and_then(|batch| batch.slot);
        let is_next = before.is_some() && before == self.slot_before();
        self.notice.take_if(|notice| is_next && *notice == Notice::Replaced);
        let slot = Some(self.slot);
        self.batch = self.batch.map(|batch| Batch { slot, ..batch });
    }

    /// Takes reports that were opened together, or lays them down, which can be undone as long as it is told.
    pub(super) fn set_batch(&mut self, batch: Option<Batch>) {
        let left = self.batch.filter(|_| batch.is_none()).map(Notice::BatchLeft);
        self.notice.take_if(|notice| matches!(notice, Notice::BatchLeft(_)));
        self.notice = left.or(self.notice.take());
        self.batch = batch;
    }

    /// Undoes the last step: also that of laying them down.
    pub(super) fn undo(&mut self) {
        match self.notice {
            Some(Notice::BatchLeft(batch)) => self.set_batch(Some(batch)),
            _ => self.turn_back(History::undo),
        }
    }

    /// The reports that were opened together, as long as they can be shown again.
    pub fn batch_at_hand(&self) -> Option<Batch> {
        let left = match self.notice {
            Some(Notice::BatchLeft(batch)) => Some(batch),
            _ => None,
        };
        self.batch.or(left)
    }

    /// The number under which the browser keeps the one that was opened last.
    pub fn kept_of_batch(&self) -> Option<u32> {
        Some(self.shelf.as_ref()?.ticket(self.batch?.slot?)?.id)
    }

    /// Whether the report on the page is the one that was opened from among them last.
    pub fn is_of_batch(&self) -> bool {
        !self.document.is_blank() && self.batch.is_some_and(|batch| batch.slot == Some(self.slot))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{after, opened};
    use super::super::*;
    use super::Batch;
    use crate::app::reading::sample;

    #[test]
    fn reports_stay_at_hand_and_know_which_of_them_lies_on_the_page() {
        let batch = Action::Batch(Some(Batch::new(12, false)));
        let state = after([batch, Action::Open(sample::TEXT.to_owned(), None), Action::Opened]);
        assert!(state.is_of_batch());
        assert!(state.after(Action::Edit("共9件".to_owned())).is_of_batch());
        let other = state.after(Action::Open("共9件".to_owned(), None));
        assert!(!other.is_of_batch() && other.after(Action::Undo).is_of_batch());
        let cleared = state.after(Action::Clear);
        assert_eq!((cleared.is_of_batch(), cleared.batch.map(|batch| batch.count)), (false, Some(12)));
        assert_eq!(state.after(Action::Batch(None)).batch, None);
        assert!(!opened().after(Action::Opened).is_of_batch());
    }

    #[test]
    fn reports_that_were_laid_down_come_back_as_long_as_it_is_told() {
        let batch = Batch::new(12, false);
        let left = opened().after(Action::Batch(Some(batch))).after(Action::Batch(None));
        assert_eq!((left.batch, left.batch_at_hand(), left.would_lose()), (None, Some(batch), true));
        let back = left.after(Action::Undo);
        assert_eq!((back.batch, back.notice), (Some(batch), None));
        let gone = left.after(Action::Say(None));
        assert_eq!((gone.batch_at_hand(), gone.would_lose()), (None, false));
        let other = Batch::new(3, false);
        let opened_anew = left.after(Action::Batch(Some(other)));
        assert_eq!((opened_anew.notice.as_ref(), opened_anew.after(Action::Undo).batch), (None, Some(other)));
    }

    #[test]
    fn files_that_the_browser_keeps_by_now_need_not_be_opened_again() {
        let state = after([Action::Batch(Some(Batch::new(3, false)))]);
        assert!(state.would_lose());
        assert!(!state.after(Action::Keep(Box::new(Keeping::BatchKept))).would_lose());
    }

    #[test]
    fn who_goes_from_report_to_report_is_told_but_of_another_that_gives_way() {
        let open = |state: State, text: &str| state.after(Action::Open(text.to_owned(), None)).after(Action::Opened);
        let batch = opened().after(Action::Batch(Some(Batch::new(3, false))));
        let first = open(batch, "共9件");
        assert_eq!(first.notice, Some(Notice::Replaced), "what lay there was none of them");
        let second = open(first, "共8件");
        assert_eq!(second.notice, None);
        let pasted = second.after(Action::Open("共7件".to_owned(), None));
        assert_eq!(pasted.notice, Some(Notice::Replaced));
        assert_eq!(open(pasted, "共6件").notice, Some(Notice::Replaced));
    }

    #[test]
    fn what_is_kept_no_more_is_at_hand_no_more() {
        let batch = |is_kept| Action::Batch(Some(Batch::new(3, is_kept)));
        let forget = || Action::Keep(Box::new(Keeping::Forget));
        assert_eq!(after([batch(true), forget()]).batch, None);
        assert!(after([batch(false), forget()]).batch.is_some());
    }
}
