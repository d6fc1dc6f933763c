//! Gangmu (纲目) reads a Chinese government report: its outline (纲) and every figure in it (目).
//!
//! [`read()`] is the one way in ([`reread()`] is the same, sooner, for a text that was edited). It takes the text as it was pasted and
//! returns a [`Report`] whose every span points back into that text. It is pure: no input or output, no clock, no browser.
//! [`quantities`] only lists numerals with their units.

pub mod app;
#[cfg(feature = "page")]
pub mod browser;
pub mod check;
pub mod compare;
pub mod contract;
pub mod input;
pub mod language;
pub mod metric;
pub mod noise;
pub mod outline;
pub mod output;
pub mod report;
#[cfg(feature = "page")]
pub mod takeaway;
pub mod text;
pub mod verdict;
pub mod words;
#[cfg(feature = "page")]
pub mod worker;

#[cfg(test)]
mod cases;
mod exact;
mod further;
mod order;
mod read;

pub use metric::{Memory, quantities};
pub use read::{read, reread};
pub use report::Report;
