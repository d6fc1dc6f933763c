//! What the page needs seldom, off its thread: the files that are saved, those that are opened and are no plain text, and the dialog
//! with many reports.

mod many;
mod open;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::app::format;
use crate::browser::worker::{send, serve};

/// Begins to answer the page.
pub fn listen() {
    serve(|page| {
        let session = many::Session::new(page.clone());
        move |event: MessageEvent| match event.data().dyn_into::<Array>() {
            Ok(message) if message.get(0) == "unpack" => {
                let (file, language) = (message.get(1).unchecked_into(), open::language(&message.get(2)));
                spawn_local(open::answer(page.clone(), file, language));
            }
            Ok(message) => session.hear(&message),
            Err(request) => {
                let request: Uint8Array = request.unchecked_into();
                send(&page, &format::answer(&request.to_vec()).expect_throw("a request"));
            }
        }
    });
}
