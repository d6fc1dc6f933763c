//! A program in a thread of its own, which answers the messages of the page.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers messages for as long as the thread lives, and tells the page that it is ready, with an empty message.
pub fn serve<Answer: FnMut(MessageEvent) + 'static>(answer: impl FnOnce(DedicatedWorkerGlobalScope) -> Answer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer(scope.clone()));
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    scope.post_message(&JsValue::NULL).unwrap_throw();
}

/// Sends bytes to the page.
pub fn send(page: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
    let message = Uint8Array::from(bytes);
    // Handed over, not copied.
    page.post_message_with_transfer(&message, &Array::of1(&message.buffer())).unwrap_throw();
}
