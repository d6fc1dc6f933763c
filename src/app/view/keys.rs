//! Keys that work everywhere on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{Page, find};
use crate::app::keys::{Key, action};
use crate::app::state::Action;

/// Listens to the keys.
#[hook]
pub fn use_keys(page: &Page) {
    let latest = use_mut_ref(|| page.clone());
    latest.replace(page.clone());
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&super::document(), "keydown", options, move |event| {
            press(event, &latest);
        });
        move || drop(listener)
    });
}

fn press(event: &Event, page: &Rc<RefCell<Page>>) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.alt_key()) else { return };
    if event.default_prevented() || super::is_covered() {
        return;
    }
    let page = page.borrow().clone();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    let key = Key { name: &event.key(), command: event.ctrl_key() || event.meta_key(), in_field };
    if let Some(action) = action(key, &page) {
        event.prevent_default();
        if page.find.is_some() && matches!(action, Action::Find(Some(_))) {
            find::focus();
        } else {
            page.dispatch(action);
        }
    }
}
