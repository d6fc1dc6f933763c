//! Plain data as JSON and back. In the page the browser does it: a second way costs 12 KB of what is loaded.

#[cfg(feature = "page")]
pub use crate::browser::json::{read, write};

/// The JSON of a value.
#[cfg(not(feature = "page"))]
pub fn write(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The value of a JSON.
#[cfg(not(feature = "page"))]
pub fn read<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}
