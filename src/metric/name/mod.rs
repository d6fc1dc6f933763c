//! What a figure measures, as a reader would name its row.

pub(super) mod actor;
mod before;
mod behind;
pub(super) mod coordination;
pub(super) mod counted;
mod examples;
mod left;
pub(super) mod occasion;
mod pick;
pub(super) mod short;
mod sides;
mod subject;
mod timed;
pub(super) mod trim;

use std::ops::ControlFlow::{Break, Continue};

pub use self::left::left;
use self::pick::Pick;
use self::sides::Sides;
pub use self::subject::subject_of_change;
use super::figure::words::Words;
use super::period::Period;
use super::quantity::Quantity;
use crate::metric::clause::predicate;
use crate::metric::figure::words::letters_of;
use crate::text::Passage;

/// The name of a figure, as indices of characters; empty where the words around it give none.
pub fn find(passage: &Passage, periods: &[Period], quantity: &Quantity, words: &Words) -> Vec<usize> {
    let chars = &passage.chars;
    let left = left(chars, periods, &words.left);
    let before = letters_of(chars, &left);
    if let Some(deed) = occasion::find(chars, quantity, words, &before) {
        return deed;
    }
    let mut sides = Sides::new(chars, periods, quantity, words, left, before.into_owned());
    let pick = match sides.ask() {
        Break(pick) => pick,
        Continue(()) => Pick::Both,
    };
    sides.take(pick)
}

/// `37个行业中有21个`: whether the words before `start` say what is counted out of.
pub fn is_partitive(chars: &[char], start: usize) -> bool {
    const REACH: usize = 8;
    let from = start.saturating_sub(REACH);
    let letters = &chars[from..start];
    let end = from + trim::tail(letters, 0);
    // 36个行业里，21个
    end > 1 && end < start && predicate::is_out_of(chars, end)
}

/// Whether a character stands in a name.
pub(super) fn holds(chars: &[char], name: &[usize], character: char) -> bool {
    name.iter().any(|&index| chars[index] == character)
}
