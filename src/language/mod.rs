//! What the program knows of the language, as tables.
//!
//! Every table is a text file, in words that need no Rust; `#` begins a remark. Its first remarks say what a line holds: one
//! entry, a sort and its words, or just words with spaces between.

// First: its macro is in scope from here on.
#[macro_use]
mod table;

mod aliases;
mod beginnings;
mod claims;
mod comparing;
mod cues;
mod currencies;
mod definitions;
mod divisions;
mod filter;
mod fixed;
pub mod furniture;
mod genres;
mod groups;
mod heads;
mod index;
mod joints;
mod lexicon;
pub mod links;
mod lists;
mod measures;
mod naming;
mod nets;
mod notes;
mod openers;
mod organs;
mod pairs;
mod parts;
mod periods;
pub mod qualifiers;
mod relations;
mod reporting;
mod senses;
mod telling;
mod titles;
mod units;
mod words;

pub use aliases::aliases;
pub use claims::{Claim, claims};
pub use comparing::{Alike, alike};
pub use cues::{Cue, cues};
pub use currencies::currencies;
pub use definitions::{Definition, Working, definitions};
pub use divisions::{Division, divided, divisions, members_in, members_named};
pub use filter::Filter;
pub use fixed::fixed;
pub use genres::{GenrePlace, genre_ends, genres};
#[cfg(test)]
pub use groups::numbered;
pub use heads::{Column, Head, heads};
pub use joints::{Joint, joints};
pub use lexicon::{Lexicon, rows};
use lexicon::{of_sort, sorted};
pub use links::{Link, links};
pub use lists::{actors, attributes, closers, forms, funnel, nouns, predicates, ranked, rates, verbs};
pub use measures::{Measure, measures};
pub use naming::{Place, naming};
pub use nets::{Net, names_difference, nets};
pub use notes::{Zone, note_headings, zones};
pub use openers::openers;
pub use organs::{Organ, organs};
pub use pairs::pairs;
pub use parts::parts;
pub use periods::{Time, times};
pub use relations::{Tie, ties};
pub use reporting::{Reporting, offices, reporting};
pub use senses::{Sense, senses};
pub use telling::told_of;
pub use titles::{title_endings, titles};
pub use units::{Unit, standard, units};
pub use words::Words;
