//! What would be lost if the page were left now: a text that was pasted and no more can be pasted again, work cannot.

use std::rc::Rc;

use super::State;
use crate::app::corrections::Corrections;
use crate::app::document::Document;
use crate::app::shelf::Standing;

/// A text and what is said of it, as they are somewhere else too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Safe {
    document: Rc<Document>,
    corrections: Rc<Corrections>,
}

impl State {
    /// Whether leaving the page would lose something.
    pub fn would_lose(&self) -> bool {
        let is_kept = || {
            let standing = self.shelf.as_ref().map(|shelf| shelf.standing(self.snapshot()));
            standing == Some(Standing::Kept)
        };
        let is_safe = self.document.is_blank() || self.is_safe() || is_kept();
        !is_safe || self.batch_at_hand().is_some_and(|batch| !batch.is_kept)
    }

    pub(super) fn is_safe(&self) -> bool {
        let Safe { document, corrections } = &self.safe;
        let is_same = Rc::ptr_eq(document, &self.document) || document.source() == self.document.source();
        is_same && *corrections == self.corrections
    }

    /// Notes that the work on the page is safe as it is.
    pub(super) fn note_safe(&mut self) {
        self.safe = Safe { document: self.document.clone(), corrections: self.corrections.clone() };
    }

    /// Notes that what was said of the text is on the page alone.
    pub(super) fn note_said_here(&mut self) {
        self.safe.corrections = Rc::default();
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{after, opened};
    use super::super::*;
    use crate::app::corrections::Change;
    use crate::app::reading::sample;

    fn confirm() -> Action {
        Action::Correct(1, Change { seen: true, ..Change::default() })
    }

    #[test]
    fn work_would_be_lost_and_a_text_that_only_was_pasted_would_not() {
        assert!(!State::default().would_lose() && !opened().would_lose());
        assert!(opened().after(confirm()).would_lose());
        assert!(!opened().after(confirm()).after(Action::Undo).would_lose());
        assert!(!opened().after(confirm()).after(Action::Clear).would_lose());
        let edited = opened().after(Action::Edit("共9件".to_owned()));
        assert!(edited.would_lose() && !edited.after(Action::Undo).would_lose());
        assert!(after([Action::SetEditing(true), Action::Edit("共9件".to_owned())]).would_lose());
        let read_only = after([Action::Open("共9件\r\n".to_owned(), None), Action::SetEditing(true)]);
        assert!(!read_only.would_lose(), "line breaks are no work");
    }

    #[test]
    fn work_that_is_kept_or_in_a_file_would_not_be_lost() {
        let state = opened().after(confirm());
        let saved = state.after(Action::TakenOut);
        assert!(!saved.would_lose() && saved.after(Action::Edit("共9件".to_owned())).would_lose());
        let keep = |keeping| Action::Keep(Box::new(keeping));
        let file = keep(Keeping::OpenFile(sample::TEXT.to_owned(), state.saved()));
        assert!(!after([file]).would_lose());
        let kept = state.after(keep(Keeping::Found(Vec::new()))).after(keep(Keeping::Begin));
        assert!(kept.would_lose(), "it is on its way");
        let kept = kept.after(keep(Keeping::Stored(None)));
        assert!(!kept.would_lose() && kept.after(keep(Keeping::Forget)).would_lose());
    }

    #[test]
    fn files_that_were_opened_together_would_have_to_be_opened_again() {
        let batch = |is_kept| Action::Batch(Some(Batch::new(12, is_kept)));
        assert!(after([batch(false)]).would_lose() && !after([batch(true)]).would_lose());
    }
}
