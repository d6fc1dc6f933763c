//! What the program knows of the language, as tables.
//!
//! Every table is a text file of one entry a line, in words that need no Rust; `#` begins a remark.

mod cues;
mod fixed;
mod lexicon;
mod names;
mod nouns;
pub mod outline;
mod periods;
pub mod qualifiers;
mod senses;
mod units;

pub use cues::{Cue, cues};
pub use fixed::fixed;
pub use lexicon::{Lexicon, rows};
pub use names::{Place, attributes, funnel, naming, verbs};
pub use nouns::nouns;
pub use periods::periods;
pub use senses::{Sense, senses};
pub use units::{Unit, units};
