//! Files that are no plain text: what text is in them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, File};

use crate::browser::decode;
use crate::input;
use crate::words::{Language, Pair, many};

/// The text of a file, or why there is none.
pub async fn text_of(file: &File) -> Result<String, Pair> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| many::UNREADABLE)?;
    input::read(&Uint8Array::new(&buffer).to_vec(), decode).map_err(input::Refusal::words)
}

/// Tells the page the text of a file: whether there is one, and it, or why not, in the language of the page.
pub async fn answer(page: DedicatedWorkerGlobalScope, file: File, language: Language) {
    let read = text_of(&file).await;
    let is_read = read.is_ok();
    let words = read.unwrap_or_else(|reason| language.pick(reason).to_owned());
    page.post_message(&Array::of2(&is_read.into(), &words.into())).unwrap_throw();
}

/// The language of a code, as the page is marked with it.
pub fn language(code: &JsValue) -> Language {
    let is_chinese = code.as_string().as_deref() == Some(Language::Chinese.code());
    if is_chinese { Language::Chinese } else { Language::English }
}
