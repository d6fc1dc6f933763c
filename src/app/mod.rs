//! The page. What it knows and how that changes stands here without a browser, and is tested on the host; what it
//! shows stands in `view`, one file for each part a person would point at. `many` runs in the takeaway part, where
//! `format` has its answers.

pub mod anchor;
pub mod arrangement;
pub mod corrections;
pub mod document;
pub mod exactness;
pub mod file;
pub mod filter;
pub mod find;
pub mod format;
pub mod highlights;
pub mod history;
pub mod initials;
pub mod keys;
pub mod layout;
pub mod many;
pub mod outline;
pub mod plain;
pub mod reading;
pub mod rows;
pub mod saved;
pub mod settings;
pub mod shelf;
pub mod state;
pub mod value;
pub mod window;
pub mod wire;

#[cfg(feature = "page")]
pub mod view;

/// The built-in example, a report of an invented county.
pub const EXAMPLE: &str = include_str!("example.txt");
