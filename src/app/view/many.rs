//! The dialog with many reports. What it shows comes from the part of the program that writes files: see www/many.js.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::{Dispatcher, Page, act, imports, keeper, words};
use crate::app::plain;
use crate::app::state::{Action, Batch, Notice, Stage};
use crate::contract::Particulars;
use crate::words::fill;

#[wasm_bindgen]
extern "C" {
    /// Shows the dialog with some files, or with the kept reports, until it is closed; or again as it was, with [`work`]. Gives the
    /// report that shall be opened, and the figure in it, if one was chosen: see www/many.js.
    #[wasm_bindgen(catch, js_namespace = gangmu)]
    async fn many(program: JsValue, files: JsValue, work: Array) -> Result<JsValue, JsValue>;
    /// Has the browser keep its reports, with [`work`].
    #[wasm_bindgen(js_namespace = gangmu, js_name = keepMany)]
    fn keep_many(work: Array);
    /// Lets its reports go.
    #[wasm_bindgen(js_namespace = gangmu, js_name = leaveMany)]
    pub fn leave_many();
}

/// Shows some files at once.
pub fn show(files: JsValue, count: usize, dispatcher: Dispatcher) {
    dispatcher.dispatch(Action::Batch(Some(Batch::new(count, false))));
    run(files, Array::new(), dispatcher);
}

/// Shows all kept reports. What lies on the page may be one of them.
pub fn show_kept(page: &Page, count: usize) {
    let dispatcher = page.dispatcher();
    dispatcher.dispatch(Action::Batch(Some(Batch::new(count, true))));
    let there = page.shelf.as_ref().and_then(|shelf| shelf.ticket(page.slot)).filter(|_| page.stage != Stage::Empty);
    there.iter().for_each(|_| dispatcher.dispatch(Action::Opened));
    run(JsValue::NULL, Array::of1(&JsValue::from(there.map(|ticket| ticket.id))), dispatcher);
}

/// The event that tells that the browser keeps the reports, or some of them.
pub const KEPT: &str = "manykept";

/// The event that tells what is said there of the report that lies on the page.
pub const AMENDED: &str = "manyamended";

/// What it is.
pub fn amended(event: &Event) -> Particulars {
    let detail = js_sys::Reflect::get(event, &"detail".into()).unwrap_or_default();
    detail.as_string().and_then(|said| plain::read(&said)).unwrap_or_default()
}

/// Whether it keeps all of them.
pub fn are_kept(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"detail".into()).is_ok_and(|are_kept| are_kept.is_truthy())
}

/// Has the browser keep the reports that are at hand.
pub fn keep(page: &Page) {
    if page.batch.is_some() {
        keep_many(work(page));
    }
}

/// What has become on the page of the report that was opened last: its text, what was said of it, the number it is kept under.
fn work(page: &Page) -> Array {
    let text = page.is_of_batch().then(|| page.document.source());
    let said = text.filter(|_| !page.corrections.is_empty()).map(|_| page.corrections.to_json());
    Array::of3(&JsValue::from(text), &JsValue::from(said), &JsValue::from(page.kept_of_batch()))
}

/// The way back to the reports, and the way to let them go.
pub fn way_back(page: &Page) -> Html {
    let Some(batch) = page.batch else { return Html::default() };
    let words = words(page);
    let again = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| run(JsValue::UNDEFINED, work(&page), page.dispatcher()))
    };
    html! {
        <span class="batch" role="group">
            <button type="button" class="button" onclick={again}>{ fill(words.back_to_many, &[&batch.count.to_string()]) }</button>
            <button type="button" class="plain" title={words.leave_many} aria-label={words.leave_many} onclick={act(page, Action::Batch(None))}>{ "×" }</button>
        </span>
    }
}

fn run(files: JsValue, work: Array, dispatcher: Dispatcher) {
    spawn_local(async move { follow(files, work, &dispatcher).await });
}

/// Opens what is chosen in the dialog: a file, or a kept report by its number; nothing that lies there already.
async fn follow(files: JsValue, work: Array, dispatcher: &Dispatcher) {
    let Ok(chosen) = many(wasm_bindgen::module(), files, work).await else {
        dispatcher.dispatch(Action::Batch(None));
        dispatcher.dispatch(Action::Say(Some(Notice::NotSaved)));
        return;
    };
    let Ok(chosen) = chosen.dyn_into::<Array>() else { return };
    let key = chosen.get(0);
    let is_there = if key.is_null() {
        true
    } else if let Some(id) = key.as_f64() {
        keeper::take_up(dispatcher, id as u32).await
    } else {
        let action = imports::read(key.unchecked_into::<File>(), dispatcher).await;
        let is_there = !matches!(action, Action::Say(_));
        dispatcher.dispatch(action);
        is_there
    };
    if is_there {
        dispatcher.dispatch(Action::Opened);
        let figure = chosen.get(1).as_f64();
        figure.iter().for_each(|&figure| dispatcher.dispatch(Action::Seek(figure as usize)));
    }
}
