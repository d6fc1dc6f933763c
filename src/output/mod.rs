//! The forms a reading leaves in, one file for each. All but `json` are written from [`json::Report`], so that the
//! page and the command line write the same.

pub mod csv;
pub mod explain;
pub mod json;
pub mod label;
pub mod markdown;
pub mod table;
pub mod tsv;
pub mod words;

#[cfg(test)]
mod sample;
