//! What the page needs seldom, off its thread: the files that are saved, those that are opened and are no plain text, and the dialog
//! with many reports.

mod many;
mod open;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::app::format;

/// Registers the worker and tells the page that it is ready, with an empty message.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let session = many::Session::new(scope.clone());
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request: Uint8Array = match event.data().dyn_into::<Array>() {
            Ok(message) if message.get(0) == "unpack" => {
                let (file, language) = (message.get(1).unchecked_into(), open::language(&message.get(2)));
                return spawn_local(open::answer(page.clone(), file, language));
            }
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
