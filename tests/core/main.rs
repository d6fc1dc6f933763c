//! What the core promises, on the host and, the same tests, in wasm in a browser.
//!
//! In wasm there are no files: what a test reads is compiled in. A module of tests begins with the two lines below.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::output::json;

#[test]
fn the_same_text_gives_the_same_bytes() {
    let text = "一、主要工作\r\n全年办理行政复议案件36件。";
    let read = || serde_json::to_string(&json::Report::new(&gangmu::read(text), text, None)).unwrap();
    let first = read();
    assert_eq!(first, read());
    // What `sha256sum` says of it, whatever the machine.
    let digest = "6134935cfc725498c75bb0d8ac22171a43a7195c60dcef6f4fa071ebdb106ac2";
    assert!(first.contains(digest), "{first}");
}
