//! The core off the page's thread: takes `[revision, text]`, answers with the reading, in as many messages as it needs;
//! `[revision, text, corrections]` with what a person said of it.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use crate::Memory;
use crate::app::corrections::{self, Corrections};
use crate::app::{EXAMPLE, wire};
use crate::browser::worker::{send, serve};
use crate::contract::Report;

/// Begins to answer the page.
pub fn listen() {
    serve(|page| {
        let mut memory = Memory::default();
        move |event: MessageEvent| {
            let request: Array = event.data().unchecked_into();
            let revision = request.get(0).as_f64().unwrap_or_default() as u32;
            let text = request.get(1).as_string().unwrap_or_default();
            let mut report = Report::new(&crate::reread(&text, &mut memory), &text, None);
            let said = request.get(2).as_string().and_then(|said| Corrections::from_json(&said));
            if let Some(said) = said {
                report = corrections::apply(&report, &text, &said).report;
            }
            wire::messages(revision, report).for_each(|message| send(&page, &message));
        }
    });
    // The first reading builds the tables of the language and has the browser compile the core: not while a reader waits.
    crate::read(EXAMPLE);
}
