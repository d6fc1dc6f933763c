//! What the program knows of the language, as tables.
//!
//! Every table is a text file of one entry a line, in words that need no Rust; `#` begins a remark.

mod claims;
mod cues;
mod divisions;
mod fixed;
mod groups;
mod lexicon;
mod lists;
mod naming;
pub mod outline;
pub mod qualifiers;
mod senses;
mod units;

pub use claims::{Claim, claims};
pub use cues::{Cue, cues};
pub use divisions::divisions;
pub use fixed::fixed;
pub use lexicon::{Lexicon, rows};
pub use lists::{actors, attributes, funnel, nouns, periods, predicates, rates, verbs};
pub use naming::{Place, naming};
pub use senses::{Sense, senses};
pub use units::{Unit, units};
