//! What the program knows of the language, as tables.
//!
//! Every table is a text file of one entry a line, in words that need no Rust; `#` begins a remark.

// First: its macro is in scope from here on.
#[macro_use]
mod table;

mod aliases;
mod beginnings;
mod claims;
mod comparing;
mod cues;
mod currencies;
mod divisions;
mod filter;
mod fixed;
pub mod furniture;
mod groups;
mod heads;
mod lexicon;
pub mod links;
mod lists;
mod naming;
pub mod outline;
mod pairs;
mod periods;
pub mod qualifiers;
mod relations;
mod reporting;
mod senses;
mod telling;
mod units;

pub use aliases::aliases;
pub use claims::{Claim, claims};
pub use comparing::{Alike, alike};
pub use cues::{Cue, cues};
pub use currencies::currencies;
pub use divisions::{Division, divided, divisions};
pub use filter::Filter;
pub use fixed::fixed;
#[cfg(test)]
pub use groups::numbered;
pub use heads::{Column, Head, heads};
pub use lexicon::{Lexicon, rows};
pub use links::{Link, links};
pub use lists::{actors, attributes, funnel, nouns, predicates, rates, verbs};
pub use naming::{Place, naming};
pub use pairs::pairs;
pub use periods::{Time, times};
pub use relations::{Tie, ties};
pub use reporting::reporting;
pub use senses::{Sense, senses};
pub use telling::told_of;
pub use units::{Unit, standard, units};
