//! How texts come in: pasted, dropped, opened, or the built-in example.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement, TextDecoder,
    TextDecoderOptions,
};

use super::{Dispatcher, many};
use crate::app::EXAMPLE;
use crate::app::saved::Saved;
use crate::app::state::{Action, Keeping, Notice};

/// Opens the built-in example.
pub fn example() -> Action {
    Action::Open(EXAMPLE.to_owned(), None)
}

/// Takes a text that was pasted anywhere but into a field.
pub fn pasted(event: &Event, dispatcher: &Dispatcher) {
    let target = event.target();
    let is_field = target.is_some_and(|target| {
        target.dyn_ref::<HtmlTextAreaElement>().is_some() || target.dyn_ref::<HtmlInputElement>().is_some()
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
        (Some(file), 1) => spawn_local(async move { dispatcher.dispatch(read(file).await) }),
        (Some(_), _) => many::show(Array::from(files).into(), dispatcher),
        (None, _) => {}
    }
}

/// What comes of a file.
pub async fn read(file: File) -> Action {
    let name = file.name();
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => match decode(&Uint8Array::new(&buffer).to_vec()) {
            Some(content) => opened(content, name),
            None => Action::Say(Some(Notice::NotText)),
        },
        Err(_) => Action::Say(Some(Notice::NothingThere)),
    }
}

/// A file of work gives back text and work; any other is a text.
fn opened(content: String, name: String) -> Action {
    match Saved::from_file(&content) {
        None => Action::Open(content, Some(name)),
        Some(Ok((text, saved))) => Action::Keep(Box::new(Keeping::OpenFile(text, saved))),
        Some(Err(unreadable)) => Action::Say(Some(Notice::Unreadable(unreadable))),
    }
}

/// The text of a file: UTF-8, UTF-16 with its mark, else the Chinese encoding that Windows gives to .txt files. None where the bytes
/// are no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let (encoding, bytes) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => ("utf-8", rest),
        [0xff, 0xfe, rest @ ..] => ("utf-16le", rest),
        [0xfe, 0xff, rest @ ..] => ("utf-16be", rest),
        _ if std::str::from_utf8(bytes).is_ok() => ("utf-8", bytes),
        // Almost any bytes could be GB18030, but no text has a NUL.
        _ if bytes.contains(&0) => return None,
        _ => ("gb18030", bytes),
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Takes the text on the clipboard, where the browser lets a page read it; else tells which keys do it.
pub fn paste(dispatcher: Dispatcher) {
    spawn_local(async move {
        let action = match clipboard_text().await {
            Ok(text) => Action::Open(text, None),
            Err(_) => Action::Say(Some(Notice::PressPaste)),
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
