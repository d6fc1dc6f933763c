//! What the page needs seldom, off its thread: the files that are saved, and the dialog with many reports.

mod many;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::app::format;

/// Registers the worker and tells the page that it is ready, with an empty message.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let session = many::Session::new(scope.clone());
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request: Uint8Array = match event.data().dyn_into::<Array>() {
            Ok(message) => return session.hear(&message),
            Err(request) => request.unchecked_into(),
        };
        let file = format::answer(&request.to_vec()).expect_throw("a request");
        let message = Uint8Array::from(file.as_slice());
        // Handed over, not copied.
        page.post_message_with_transfer(&message, &Array::of1(&message.buffer())).unwrap_throw();
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    answer.forget();
    scope.post_message(&JsValue::NULL).unwrap_throw();
}
