//! Where the focus goes when a part with a field comes and goes.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::document;

/// Moves the focus into a field of a part that has come, and back to where it was when the part goes; if that is gone too, to
/// what is chosen, else into the text.
#[hook]
pub fn use_focus(part: &NodeRef) {
    let part = part.clone();
    use_effect_with((), move |()| {
        let before = document().active_element();
        let part = part.cast::<Element>();
        part.iter().for_each(enter);
        move || {
            let holds_focus =
                is_lost() || part.is_some_and(|part| part.contains(document().active_element().as_deref()));
            if let Some(before) = before.filter(|_| holds_focus) {
                focus(before);
                // What was there may go with the part, as the page is shown without it.
                Timeout::new(0, settle).forget();
            }
        }
    });
}

/// Whether nothing has the focus: a part that is taken away takes it along.
fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

fn settle() {
    let found = |what: &str| document().query_selector(what).ok().flatten();
    if is_lost() {
        found("[data-row].chosen").or_else(|| found(".paper")).into_iter().for_each(focus);
    }
}

/// Moves the focus into the field of a part that is to be filled first, by its mark or its place, with all its words chosen.
pub fn enter(part: &Element) {
    let found = |what: &str| part.query_selector(what).ok().flatten();
    let field =
        found("[data-enter]").or_else(|| found("input")).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.iter().for_each(|field| {
        let _ = field.focus();
        field.select();
    });
}

/// Moves the focus to an element.
pub fn focus(element: Element) {
    element.dyn_into::<HtmlElement>().iter().for_each(|element| drop(element.focus()));
}
