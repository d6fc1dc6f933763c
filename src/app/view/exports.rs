//! How readings go out: onto the clipboard and into files.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Clipboard, HtmlAnchorElement, HtmlCanvasElement, HtmlDocument,
    HtmlImageElement, HtmlTextAreaElement, Url,
};

use super::{Page, words};
use crate::app::file;
use crate::app::format::{self, Format};
use crate::app::state::{Action, Notice};
use crate::output::picture::Picture;
use crate::output::selection::{Outgoing, Selection};
use crate::output::{png, svg, tsv};
use crate::words::{Words, fill};

#[wasm_bindgen]
extern "C" {
    /// Has the part of the program that writes files answer a request, and gives the file: see www/start.js.
    #[wasm_bindgen(catch, js_namespace = gangmu)]
    async fn takeaway(request: Uint8Array) -> Result<JsValue, JsValue>;
}

/// How many pixels of a PNG one of the page becomes.
const SHARPNESS: u32 = 3;

/// What a form is called, and what one gets.
pub fn told(format: Format, words: &'static Words) -> (&'static str, &'static str) {
    match format {
        Format::Excel => (words.save_excel, words.save_excel_hint),
        Format::Html => (words.save_html, words.save_html_hint),
        Format::Csv => (words.save_csv, words.save_csv_hint),
        Format::Markdown => (words.save_markdown, words.save_markdown_hint),
        Format::Json => (words.save_json, words.save_json_hint),
    }
}

/// What goes out: all figures as one reads, or those that the table shows in the order it shows them.
pub fn selection(page: &Page, only_shown: bool) -> Selection {
    let is_arranged = !page.filter.is_open() || page.arrangement.sort.is_some();
    let shown = || page.rows.iter().map(|row| row.metric).collect();
    Selection { figures: (only_shown && is_arranged).then(shown), measure: page.measure, language: page.language }
}

/// Puts the table, as it is shown, on the clipboard, tab-separated.
pub fn copy_table(page: &Page) {
    let Some(reading) = page.reading.clone() else { return };
    let (selection, heads) = (selection(page, true), page.arrangement.heads());
    let rows = selection.metrics(&reading.report).len();
    let dispatcher = page.dispatcher();
    spawn_local(async move {
        let outgoing = Outgoing { report: &reading.report, text: reading.document.source(), selection: &selection };
        let copied = copy(&tsv::write(&outgoing, &heads)).await;
        let notice = if copied { Notice::Copied(rows) } else { Notice::NotCopied };
        dispatcher.dispatch(Action::Say(Some(notice)));
    });
}

/// Saves the reading in a form.
pub fn save(page: &Page, format: Format, only_shown: bool) {
    let Some(reading) = &page.reading else { return };
    let words = words(page);
    let whole = if format == Format::Csv { words.figures_file } else { words.reading_file };
    let selection = selection(page, only_shown);
    let what = match &selection.figures {
        Some(figures) if !selection.is_all(&reading.report) => {
            format!("{whole}-{}", fill(words.chosen_file, &[&figures.len().to_string()]))
        }
        _ => whole.to_owned(),
    };
    let outgoing = Outgoing { report: &reading.report, text: reading.document.source(), selection: &selection };
    let (extension, kind) = format.kind();
    let name = file::name(&reading.report, &what, extension);
    let request = Uint8Array::from(format::request(format, &outgoing).as_slice());
    let dispatcher = page.dispatcher();
    spawn_local(async move {
        let file = takeaway(request).await.and_then(|file| download(&name, kind, &file));
        let notice = if file.is_ok() { Notice::Saved(name) } else { Notice::NotSaved };
        dispatcher.dispatch(Action::Say(Some(notice)));
    });
}

/// Saves text and work, to be opened again.
pub fn save_work(page: &Page) {
    let plain = file::untitled(page.name.as_deref(), words(page).work_name, "json");
    let name =
        page.reading.as_ref().map_or(plain, |reading| file::name(&reading.report, words(page).work_name, "json"));
    let content = page.saved().to_file(page.document.source());
    if download(&name, "application/json", &content.into()).is_ok() {
        page.dispatch(Action::TakenOut);
        page.dispatch(Action::Say(Some(Notice::Saved(name))));
    }
}

/// Saves a picture as SVG.
pub fn save_svg(page: &Page, picture: &Picture) {
    let Some(reading) = &page.reading else { return };
    let name = file::name(&reading.report, &picture.title, "svg");
    if download(&name, "image/svg+xml", &svg::write(picture, &reading.report, page.language).into()).is_ok() {
        page.dispatch(Action::Say(Some(Notice::Saved(name))));
    }
}

/// Saves a picture as PNG, painted by the browser.
pub fn save_png(page: &Page, picture: &Picture) {
    let Some(reading) = page.reading.clone() else { return };
    let name = file::name(&reading.report, &picture.title, "png");
    let svg = svg::write(picture, &reading.report, page.language);
    let dispatcher = page.dispatcher();
    spawn_local(async move {
        let Ok(painted) = paint(&svg).await else { return };
        let file = Uint8Array::from(png::signed(&painted, &reading.report).as_slice());
        if download(&name, "image/png", &file).is_ok() {
            dispatcher.dispatch(Action::Say(Some(Notice::Saved(name))));
        }
    });
}

/// Paints a picture, large enough for print.
async fn paint(svg: &str) -> Result<Vec<u8>, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = super::document().create_element("canvas")?.unchecked_into();
    canvas.set_width(image.natural_width() * SHARPNESS);
    canvas.set_height(image.natural_height() * SHARPNESS);
    let brush: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?.unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    brush.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let address = canvas.to_data_url()?;
    let packed = address.split_once(',').map_or("", |(_, packed)| packed);
    let unpacked = gloo::utils::window().atob(packed)?;
    // One character for each byte.
    Ok(unpacked.chars().map(|byte| byte as u8).collect())
}

/// Hands a file to the browser to be saved: bytes, or words.
fn download(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_blob_sequence_and_options(&Array::of1(content), &options)?;
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
