//! The place in the text stays when editing begins and ends: what stood at the top of the pane stands there again.

use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Page, document};
use crate::app::document::Document;
use crate::app::reading::Chosen;
use crate::app::state::{Action, Stage};
use crate::contract::Span;

/// How many frames the pane is brought to its place: heights are guessed first and measured then.
const FRAMES: u32 = 8;

/// Begins or ends editing, at the place that is in sight.
pub fn turn(page: &Page) {
    page.dispatch(Action::Stay(if page.editing { written(page) } else { chosen(page).or_else(seen) }));
    page.dispatch(Action::SetEditing(!page.editing));
}

/// Where what is chosen stands, if it can be seen: who has scrolled on since is elsewhere.
fn chosen(page: &Page) -> Option<usize> {
    let pane = document().query_selector(".paper").ok().flatten()?;
    let mark = pane.query_selector(".chosen").ok().flatten()?.get_bounding_client_rect();
    let pane = pane.get_bounding_client_rect();
    let place = pick(page)?;
    (mark.bottom() > pane.top() && mark.top() < pane.bottom()).then_some(place.start)
}

/// Where the figure, or the fault, that is chosen stands; a heading is no such place.
pub fn pick(page: &Page) -> Option<Span> {
    let chosen = page.choice?.chosen;
    let place = page.reading.as_ref()?.places(chosen).first().copied();
    place.filter(|_| !matches!(chosen, Chosen::Section(_)))
}

/// Where the first block stands that can be seen.
fn seen() -> Option<usize> {
    let pane = document().query_selector(".paper").ok().flatten()?;
    let top = pane.get_bounding_client_rect().top();
    let first = all(&pane, "[data-start]").find(|block| block.get_bounding_client_rect().bottom() > top + 1.0)?;
    start(&first)
}

/// All elements of a kind in a pane.
pub fn all(pane: &Element, kind: &str) -> impl Iterator<Item = Element> + use<> {
    let found = pane.query_selector_all(kind).ok();
    let count = found.as_ref().map_or(0, |found| found.length());
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

fn start(block: &Element) -> Option<usize> {
    block.get_attribute("data-start")?.parse().ok()
}

/// Where one was in the field: where one wrote, else where one scrolled to, else where one began.
fn written(page: &Page) -> Option<usize> {
    let field: HtmlTextAreaElement = document().query_selector(".editor").ok().flatten()?.dyn_into().ok()?;
    let began = field.get_attribute("data-top").and_then(|top| top.parse::<i32>().ok()).unwrap_or_default();
    let caret = field.selection_start().ok().flatten()? as usize;
    if Some(caret) != page.place {
        return Some(caret);
    }
    if (field.scroll_top() - began).abs() <= 2 {
        return page.place;
    }
    let part = f64::from(field.scroll_top()) / f64::from(field.scroll_height().max(1));
    Some((part * f64::from(field.text_length())) as usize)
}

/// Brings the field to the place where editing begins, and sets the place of writing there; to what is chosen, if it is there.
pub fn begin(field: &HtmlTextAreaElement, text: &str, place: Option<usize>, chosen: Option<Span>) {
    let place = place.unwrap_or(0);
    let chosen = chosen.filter(|chosen| chosen.start == place);
    let before = if place == 0 { 0 } else { height_before(field, text, place) };
    field.set_value(text);
    let end = chosen.map_or(place, |chosen| chosen.end);
    let _ = field.set_selection_range(place as u32, end as u32);
    // A field scrolls to the place of writing when it gets the focus.
    let _ = field.focus();
    // What is chosen stands with the lines above it in sight, any other place at the top.
    let above = if chosen.is_some() { field.client_height() / 3 } else { 0 };
    field.set_scroll_top(before - above);
    let _ = field.set_attribute("data-top", &field.scroll_top().to_string());
}

/// How high the text stands before a place: measured in the field itself, which alone knows where it breaks its lines.
fn height_before(field: &HtmlTextAreaElement, text: &str, place: usize) -> i32 {
    let offsets = crate::text::Utf16Offsets::new(text);
    field.set_value(&text[..offsets.byte(place)]);
    let style = gloo::utils::window().get_computed_style(field).ok().flatten();
    let pixels = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
        value.map(|value| js_sys::parse_float(&value)).filter(|pixels| !pixels.is_nan()).unwrap_or_default()
    };
    let height = field.scroll_height();
    if height <= field.client_height() {
        return 0;
    }
    (f64::from(height) - pixels("padding-top") - pixels("padding-bottom") - pixels("line-height")).max(0.0) as i32
}

/// Brings the pane, when it comes, to the place where editing ended; once more when what was typed last has been read.
#[hook]
pub fn use_return(pane: &NodeRef, page: &Page, document: &Rc<Document>, heights: &Rc<Vec<f64>>) {
    let frame = use_mut_ref(|| None::<AnimationFrame>);
    let is_waiting = use_mut_ref(|| true);
    let (pane, heights, place) = (pane.clone(), heights.clone(), page.place);
    let is_reading = page.stage == Stage::Reading;
    use_effect_with(document.clone(), move |document| {
        let is_due = is_waiting.replace(is_reading);
        let block = place.filter(|_| is_due).and_then(|place| document.block_of(place));
        if let Some(Span { start, .. }) = block {
            let guess = heights.iter().take(document.sheet_of(start)).sum();
            go(pane, start, guess, FRAMES, frame);
        }
    });
}

fn go(pane: NodeRef, start: usize, guess: f64, frames: u32, frame: Rc<std::cell::RefCell<Option<AnimationFrame>>>) {
    let again = frame.clone();
    frame.replace(Some(request_animation_frame(move |_| {
        let Some(element) = pane.cast::<HtmlElement>() else { return };
        let block = element.query_selector(&format!("[data-start=\"{start}\"]")).ok().flatten();
        let top = element.get_bounding_client_rect().top();
        let by =
            block.map_or(guess - f64::from(element.scroll_top()), |block| block.get_bounding_client_rect().top() - top);
        element.set_scroll_top(element.scroll_top() + by.round() as i32);
        if frames > 1 {
            go(pane, start, guess, frames - 1, again);
        }
    })));
}
