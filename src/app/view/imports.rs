//! How texts come in: pasted, dropped, opened, or the built-in example.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement};

use super::{Dispatcher, many, theme};
use crate::app::EXAMPLE;
use crate::app::saved::Saved;
use crate::app::state::{Action, Keeping, Notice};
use crate::browser::decode;
use crate::input::kind::{HEAD, Kind};
use crate::input::text;

/// Opens the built-in example.
pub fn example() -> Action {
    Action::Open(EXAMPLE.to_owned(), None)
}

/// Takes a text that was pasted anywhere but into a field where something is written already.
pub fn pasted(event: &Event, dispatcher: &Dispatcher) {
    let target = event.target();
    let is_field = target.is_some_and(|target| {
        let is_written = |text: &HtmlTextAreaElement| !text.value().is_empty();
        target.dyn_ref().is_some_and(is_written) || target.dyn_ref::<HtmlInputElement>().is_some()
    });
    if let (false, Some(event)) = (is_field, event.dyn_ref::<ClipboardEvent>()) {
        event.prevent_default();
        take(event.clipboard_data(), dispatcher);
    }
}

/// Lets the page be dropped on.
pub fn dragged(event: &Event, _: &Dispatcher) {
    event.prevent_default();
}

/// Takes a file or a text that was dropped.
pub fn dropped(event: &Event, dispatcher: &Dispatcher) {
    event.prevent_default();
    take(event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer), dispatcher);
}

fn take(data: Option<DataTransfer>, dispatcher: &Dispatcher) {
    let Some(data) = data.filter(|_| !super::is_covered()) else { return };
    match data.files().filter(|files| files.length() > 0) {
        Some(files) => open(&files, dispatcher),
        None => dispatcher.dispatch(Action::Open(data.get_data("text/plain").unwrap_or_default(), None)),
    }
}

/// Whether fingers do what keys would.
const TOUCH: &str = "(pointer: coarse)";

/// What the page asks for where there are keys, or what where there are none.
pub fn by_touch(keys: &'static str, touch: &'static str) -> &'static str {
    if theme::matches(TOUCH) { touch } else { keys }
}

/// The field that asks for a file.
pub const FILE: &str = "file";

/// Asks for a file.
pub fn choose_file() {
    let field = super::document().get_element_by_id(FILE).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.iter().for_each(|field| field.click());
}

/// Opens a file, or shows several at once.
pub fn open(files: &FileList, dispatcher: &Dispatcher) {
    let dispatcher = dispatcher.clone();
    match (files.get(0), files.length()) {
        (Some(file), 1) => spawn_local(async move { dispatcher.dispatch(read(file, &dispatcher).await) }),
        (Some(_), _) => many::show(Array::from(files).into(), files.length() as usize, dispatcher),
        (None, _) => {}
    }
}

#[wasm_bindgen]
extern "C" {
    /// Has the part of the program that is fetched behind take the text out of a file: whether it could, and the text, or why not.
    #[wasm_bindgen(catch, js_namespace = gangmu)]
    async fn unpack(file: &File) -> Result<JsValue, JsValue>;
}

/// What comes of a file. Plain text is taken here; what has to be unpacked is said to take its time.
pub async fn read(file: File, dispatcher: &Dispatcher) -> Action {
    let name = file.name();
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        return Action::Say(Some(Notice::NothingThere));
    };
    let bytes = Uint8Array::new(&buffer);
    if Kind::of(&bytes.subarray(0, HEAD as u32).to_vec()) == Kind::Text
        && let Some(content) = text::decode(&bytes.to_vec(), decode)
    {
        return opened(content, name);
    }
    dispatcher.dispatch(Action::Say(Some(Notice::Opening)));
    let Ok(answer) = unpack(&file).await else { return Action::Say(Some(Notice::NotOpened)) };
    let (is_read, words) = (get(&answer, 0), get(&answer, 1).as_string().unwrap_or_default());
    if is_read.is_truthy() { Action::Open(words, Some(name)) } else { Action::Say(Some(Notice::Refused(words))) }
}

fn get(answer: &JsValue, at: u32) -> JsValue {
    js_sys::Reflect::get_u32(answer, at).unwrap_or_default()
}

/// A file of work gives back text and work; any other is a text.
fn opened(content: String, name: String) -> Action {
    match Saved::from_file(&content) {
        None => Action::Open(content, Some(name)),
        Some(Ok((text, saved))) => Action::Keep(Box::new(Keeping::OpenFile(text, saved))),
        Some(Err(unreadable)) => Action::Say(Some(Notice::Unreadable(unreadable))),
    }
}

/// Takes the text on the clipboard, where the browser lets a page read it; else has a person paste it.
pub fn paste(dispatcher: Dispatcher) {
    spawn_local(async move {
        let action = match clipboard_text().await {
            Ok(text) => Action::Open(text, None),
            Err(_) => Action::AskToPaste(theme::matches(TOUCH)),
        };
        dispatcher.dispatch(action);
    });
}

async fn clipboard_text() -> Result<String, JsValue> {
    let clipboard = super::exports::clipboard().ok_or(JsValue::UNDEFINED)?;
    let can_read = js_sys::Reflect::has(&clipboard, &"readText".into())?;
    if !can_read {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(clipboard.read_text()).await?.as_string().ok_or(JsValue::UNDEFINED)
}
