//! What the program knows of the language, as tables.
//!
//! Every table is a text file of one entry a line, in words that need no Rust; `#` begins a remark.

mod fixed;
mod lexicon;
mod nouns;
pub mod outline;
pub mod qualifiers;
mod units;

pub use fixed::fixed;
pub use nouns::nouns;
pub use lexicon::{Lexicon, rows};
pub use units::{Unit, units};
