//! The core off the page's thread: takes `[revision, text]`, answers with the reading, in as many messages as it needs;
//! `[revision, text, corrections]` with what a person said of it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::Memory;
use crate::app::corrections::{self, Correction};
use crate::app::{EXAMPLE, plain, wire};
use crate::contract::Report;

/// Registers the worker and tells the page that it is ready, with an empty message.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let mut memory = Memory::default();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let request: Array = event.data().unchecked_into();
        let revision = request.get(0).as_f64().unwrap_or_default() as u32;
        let text = request.get(1).as_string().unwrap_or_default();
        let mut report = Report::new(&crate::reread(&text, &mut memory), &text, None);
        let said: Option<Vec<Correction>> = request.get(2).as_string().and_then(|said| plain::read(&said));
        if let Some(said) = said {
            report = corrections::apply(&report, &text, &said).report;
        }
        for message in wire::messages(revision, report) {
            let message = Uint8Array::from(message.as_slice());
            // Handed over, not copied.
            page.post_message_with_transfer(&message, &Array::of1(&message.buffer())).unwrap_throw();
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    answer.forget();
    scope.post_message(&JsValue::NULL).unwrap_throw();
    // The first reading builds the tables of the language and has the browser compile the core: not while a reader waits.
    crate::read(EXAMPLE);
}
