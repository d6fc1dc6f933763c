//! The core for JavaScript: what the npm package in `npm` is made of.

use gangmu::contract::Report;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The reading of a text, as the object that its JSON form is written of.
#[wasm_bindgen]
pub fn read(text: &str) -> Result<JsValue, JsValue> {
    let report = Report::new(&gangmu::read(text), text, None);
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// Nothing is done when the module is loaded.
fn main() {}
