//! The answer to one of several questions that are asked of a figure in their order.

use std::ops::ControlFlow::{self, Break, Continue};

use crate::report::Relation;

/// What the figure belongs to and how, or that it belongs to nothing; or else the next question is asked.
pub type Answer = ControlFlow<Option<(usize, Relation)>>;

/// It belongs to nothing.
pub const NOTHING: Answer = Break(None);
/// The next question is to be asked.
pub const ASK_ON: Answer = Continue(());
