//! States for the tests.

use super::{Action, State};
use crate::app::reading::sample;

/// The page after some things happened.
pub fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.after(action))
}

/// The page with the sample read.
pub fn opened() -> State {
    after([Action::Open(sample::TEXT.to_owned(), None), Action::Read(1, Box::new(sample::report()))])
}
