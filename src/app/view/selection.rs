//! What a reader has selected in the text, as a place of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::contract::Span;

/// The selected place, if it lies in one paragraph of the text.
pub fn span() -> Option<Span> {
    let selection = gloo::utils::window().get_selection().ok()??;
    let range = selection.get_range_at(0).ok()?;
    let paragraph = paragraph(&range.start_container().ok()?)?;
    if !paragraph.contains(Some(&range.end_container().ok()?)) {
        return None;
    }
    let block: usize = paragraph.get_attribute("data-start")?.parse().ok()?;
    let before = Range::new().ok()?;
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let length = |range: &Range| range.to_string().length() as usize;
    let start = block + length(&before);
    Some(Span { start, end: start + length(&range) }).filter(|span| span.start < span.end)
}

fn paragraph(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("[data-start]").ok()?
}
