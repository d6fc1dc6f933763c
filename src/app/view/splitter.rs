//! The edges of the panes, moved by hand or by keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Page, words};
use crate::app::layout::name;
use crate::app::state::{Action, Pane};

/// Sets the columns that a person chose on the element that holds the panes.
#[hook]
pub fn use_columns(page: &Page, panes: &NodeRef) {
    let panes = panes.clone();
    use_effect_with(page.layout.columns(), move |columns| {
        if let Some(panes) = panes.cast::<HtmlElement>() {
            let _ = panes.style().set_property("--columns", columns);
        }
    });
}

/// The edge between a pane and the one that gives way.
pub fn splitter(page: &Page, pane: Pane) -> Html {
    let words = words(page);
    let label = if pane == Pane::Outline { words.outline_width } else { words.table_width };
    let grasp = Callback::from(|event: PointerEvent| {
        if let Some(line) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = line.set_pointer_capture(event.pointer_id());
        }
    });
    let drag = {
        let page = page.clone();
        Callback::from(move |event: PointerEvent| {
            let percent = percent(&page, pane, event.client_x().into()).filter(|_| event.buttons() == 1);
            let layout = percent.map(|percent| page.layout.sized(pane, percent));
            if let Some(layout) = layout.filter(|layout| *layout != page.layout) {
                page.dispatch(Action::Lay(layout));
            }
        })
    };
    let press = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(layout) = page.layout.press(pane, &event.key()) {
                event.prevent_default();
                page.dispatch(Action::Lay(layout));
            }
        })
    };
    let fold = super::act(page, Action::Lay(page.layout.turned(pane)));
    let edge = if page.layout.grows_rightward(pane) { "end" } else { "start" };
    html! {
        <div key={format!("{}-edge", name(pane))} class="split" data-at={page.layout.position(pane).to_string()} data-edge={edge}
            role="separator" aria-orientation="vertical" aria-label={label} title={words.split_hint} tabindex="0"
            aria-valuemin="0" aria-valuemax="100" aria-valuenow={page.layout.width(pane).to_string()}
            onpointerdown={grasp} onpointermove={drag} onkeydown={press} ondblclick={fold} />
    }
}

/// How much of the page the pane takes if its edge stands at `x`.
fn percent(page: &Page, pane: Pane, x: f64) -> Option<i32> {
    let element = super::document().query_selector(&format!(".pane.{}", name(pane))).ok().flatten()?;
    let place = element.get_bounding_client_rect();
    let room = element.parent_element()?.get_bounding_client_rect().width();
    let width = if page.layout.grows_rightward(pane) { x - place.left() } else { place.right() - x };
    Some((width / room * 100.0).round() as i32)
}
