//! The forms a reading leaves in, one file or folder for each, and what they share. All are written from
//! [`crate::contract::Report`], which is the form for programs itself, so that the page and the command line write the same.

pub mod amendment;
pub mod comparison;
pub mod csv;
pub mod exactness;
pub mod explain;
#[cfg(feature = "cli")]
pub mod find;
pub mod findings;
pub mod html;
pub mod label;
pub mod markdown;
pub mod markup;
pub mod measure;
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
