//! Plain data as JSON and back, by the browser: see [`crate::app::plain`].

/// The JSON of a value.
pub fn write(value: &impl serde::Serialize) -> String {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
    js_sys::JSON::stringify(&value).map(String::from).unwrap_or_default()
}

/// The value of a JSON.
pub fn read<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(json).ok()?).ok()
}
