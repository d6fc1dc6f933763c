//! The dialog with many reports. What it shows comes from the part of the program that writes files: see www/many.js.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::{Dispatcher, imports, keeper};
use crate::app::state::{Action, Notice};

#[wasm_bindgen]
extern "C" {
    /// Shows the dialog with some files, or with the kept reports, until it is closed. Gives the file, or the number of the kept
    /// report, that shall be opened, and the figure in it, if one was chosen: see www/many.js.
    #[wasm_bindgen(catch, js_namespace = gangmu)]
    async fn many(program: JsValue, files: JsValue) -> Result<JsValue, JsValue>;
}

/// Shows some files at once; without files, the kept reports.
pub fn show(files: JsValue, dispatcher: Dispatcher) {
    spawn_local(async move {
        let Ok(chosen) = many(wasm_bindgen::module(), files).await else {
            dispatcher.dispatch(Action::Say(Some(Notice::NotSaved)));
            return;
        };
        let Ok(chosen) = chosen.dyn_into::<Array>() else { return };
        match chosen.get(0).dyn_into::<File>() {
            Ok(file) => dispatcher.dispatch(imports::read(file, &dispatcher).await),
            Err(kept) => keeper::take_up(&dispatcher, kept.as_f64().unwrap_or_default() as u32).await,
        }
        if let Some(figure) = chosen.get(1).as_f64() {
            dispatcher.dispatch(Action::Seek(figure as usize));
        }
    });
}
