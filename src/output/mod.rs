//! The forms a reading leaves in, one file for each. All but `json` are written from [`json::Report`], so that the
//! page and the command line write the same.

pub mod amendment;
pub mod comparison;
pub mod csv;
pub mod explain;
#[cfg(feature = "cli")]
pub mod find;
pub mod findings;
pub mod html;
pub mod json;
pub mod label;
pub mod markdown;
pub mod markup;
pub mod measure;
pub mod member;
pub mod outline;
pub mod picture;
pub mod png;
pub mod selection;
pub mod svg;
pub mod table;
pub mod tsv;
pub mod xlsx;

#[cfg(test)]
pub(crate) mod sample;
