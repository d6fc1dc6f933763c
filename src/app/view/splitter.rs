//! The lines between the panes, moved by hand or by keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Page, Props, words};
use crate::app::layout::Split;
use crate::app::state::Action;

/// Sets the widths that a person chose on the element that holds the panes.
#[hook]
pub fn use_widths(page: &Page, panes: &NodeRef) {
    let panes = panes.clone();
    use_effect_with(page.layout, move |layout| {
        let Some(panes) = panes.cast::<HtmlElement>() else { return };
        for (split, name) in [(Split::Outline, "--outline"), (Split::Table, "--table")] {
            let width = layout.is_set(split).then(|| format!("{}%", layout.width(split)));
            let _ = match width {
                Some(width) => panes.style().set_property(name, &width),
                None => panes.style().remove_property(name).map(drop),
            };
        }
    });
}

/// Both lines.
#[component]
pub fn Splitters(Props { page }: &Props) -> Html {
    html! { <>{ for Split::ALL.map(|split| splitter(page, split)) }</> }
}

fn splitter(page: &Page, split: Split) -> Html {
    let words = words(page);
    let (name, class) = match split {
        Split::Outline => (words.outline_width, "outline-split"),
        Split::Table => (words.table_width, "table-split"),
    };
    let grasp = Callback::from(|event: PointerEvent| {
        if let Some(line) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = line.set_pointer_capture(event.pointer_id());
        }
    });
    let drag = {
        let page = page.clone();
        Callback::from(move |event: PointerEvent| {
            let root = super::document().document_element();
            let Some(root) = root.filter(|_| event.buttons() == 1) else { return };
            let from_left = f64::from(event.client_x()) / f64::from(root.client_width()) * 100.0;
            let percent = if split == Split::Outline { from_left } else { 100.0 - from_left };
            let layout = page.layout.moved(split, percent.round() as i32);
            if layout != page.layout {
                page.dispatch(Action::Lay(layout));
            }
        })
    };
    let press = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(layout) = page.layout.press(split, &event.key()) {
                event.prevent_default();
                page.dispatch(Action::Lay(layout));
            }
        })
    };
    let fold = super::act(page, Action::Lay(page.layout.folded(split)));
    let (_, most) = split.bounds();
    html! {
        <div class={classes!("split", class)} role="separator" aria-orientation="vertical" aria-label={name} title={words.split_hint} tabindex="0"
            aria-valuemin="0" aria-valuemax={most.to_string()} aria-valuenow={page.layout.width(split).to_string()}
            onpointerdown={grasp} onpointermove={drag} onkeydown={press} ondblclick={fold} />
    }
}
