//! Plain data as JSON and back. In the page the browser does it: a second way costs 12 KB of what is loaded.

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

/// The JSON of a value.
#[cfg(feature = "page")]
pub fn write(value: &impl serde::Serialize) -> String {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
    js_sys::JSON::stringify(&value).map(String::from).unwrap_or_default()
}

/// The value of a JSON.
#[cfg(feature = "page")]
pub fn read<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(json).ok()?).ok()
}
