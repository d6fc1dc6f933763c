//! How readings go out: onto the clipboard and into files.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Clipboard, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Url};

use super::Page;
use crate::app::file;
use crate::app::reading::Reading;
use crate::app::state::{Action, Notice};
use crate::output::selection::Selection;
use crate::output::{csv, tsv};

/// Puts the table on the clipboard, tab-separated.
pub fn copy_table(page: &Page) {
    let Some(reading) = page.reading.clone() else { return };
    let dispatcher = page.dispatcher();
    spawn_local(async move {
        let copied = copy(&tsv::write(&reading.report, &Selection::default())).await;
        let notice = if copied { Notice::Copied(reading.rows.len()) } else { Notice::NotCopied };
        dispatcher.dispatch(Action::Say(Some(notice)));
    });
}

/// Saves the table as comma-separated values.
pub fn save_csv(page: &Page) {
    save(page, super::words(page).figures_file, "csv", "text/csv", |reading| {
        csv::write(&reading.report, &Selection::default(), true)
    });
}

/// Saves the reading as JSON.
pub fn save_json(page: &Page) {
    save(page, super::words(page).reading_file, "json", "application/json", |reading| {
        serde_json::to_string(&*reading.report).unwrap_or_default()
    });
}

fn save(page: &Page, what: &str, extension: &str, kind: &str, content: fn(&Reading) -> String) {
    let Some(reading) = &page.reading else { return };
    let name = file::name(&reading.report, what, extension);
    if download(&name, kind, &content(reading)).is_ok() {
        page.dispatch(Action::Say(Some(Notice::Saved(name))));
    }
}

fn download(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = super::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// The clipboard, if the browser gives it: over plain HTTP it does not.
pub fn clipboard() -> Option<Clipboard> {
    let navigator = gloo::utils::window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    (!clipboard.is_undefined()).then(|| clipboard.unchecked_into())
}

async fn copy(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) if JsFuture::from(clipboard.write_text(text)).await.is_ok() => true,
        _ => copy_from_field(text).unwrap_or(false),
    }
}

/// The older way: a field with the text, selected and copied.
fn copy_from_field(text: &str) -> Result<bool, JsValue> {
    let document: HtmlDocument = super::document().unchecked_into();
    let field: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    field.set_class_name("unseen");
    field.set_value(text);
    document.body().ok_or(JsValue::UNDEFINED)?.append_child(&field)?;
    field.select();
    let copied = document.exec_command("copy");
    field.remove();
    copied
}
