//! What the core promises, on the host and, the same tests, in wasm in a browser.
//!
//! In wasm there are no files: what a test reads is compiled in. A module of tests takes `wasm_bindgen_test` for `test`
//! there.

mod cases;
mod dress;
mod laws;
mod properties;
mod quantities;
mod readings;
mod reports;
#[cfg(not(target_arch = "wasm32"))]
mod written;
