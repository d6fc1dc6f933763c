//! The forms a reading leaves in, one file for each.

pub mod json;
