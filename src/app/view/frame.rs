//! What every pane has: a head with a handle to move it and a button to fold it, and the strip that is left of it then.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Page, act, words};
use crate::app::layout::name;
use crate::app::state::{Action, Pane};
use crate::words::fill;

/// A pane and what it holds.
pub struct Frame {
    /// Which pane.
    pub pane: Pane,
    /// Its name for people.
    pub title: &'static str,
    /// What stands in its head.
    pub head: Html,
    /// What it holds.
    pub held: Html,
}

/// The pane. `carry` is told where it would go while it is carried.
pub fn frame(page: &Page, Frame { pane, title, head, held }: Frame, carry: &Callback<Option<usize>>) -> Html {
    let words = words(page);
    let is_folded = page.layout.is_folded(pane);
    let turn = act(page, Action::Lay(page.layout.turned(pane)));
    html! {
        <section key={name(pane)} id={format!("pane-{}", name(pane))} class={classes!("pane", name(pane), is_folded.then_some("folded"))} aria-label={title}>
            if is_folded {
                <button type="button" class="strip" aria-expanded="false" title={words.unfold} onclick={turn.clone()}>{ title }</button>
            }
            <div class="head">
                <Grip page={page.clone()} {pane} {title} {carry} />
                { head }
                <button type="button" class="plain icon fold" aria-expanded="true" aria-label={fill(words.fold_pane, &[title])} title={words.fold} onclick={turn}>
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2.5 3.5h11v9h-11zM6.5 3.5v9" fill="none" stroke="currentColor" stroke-width="1.3" /></svg>
                </button>
            </div>
            { held }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct GripProps {
    page: Page,
    pane: Pane,
    title: &'static str,
    carry: Callback<Option<usize>>,
}

/// The handle: dragged to another place, or moved by the arrow keys.
#[component]
fn Grip(GripProps { page, pane, title, carry }: &GripProps) -> Html {
    let words = words(page);
    let handle = use_node_ref();
    let is_held = use_mut_ref(|| false);
    let to = use_mut_ref(|| None::<usize>);
    {
        // A pane that has moved has lost the focus on its way.
        let (handle, is_held) = (handle.clone(), is_held.clone());
        use_effect_with(page.layout.order(), move |_| {
            if let Some(handle) = handle.cast::<HtmlElement>().filter(|_| is_held.replace(false)) {
                let _ = handle.focus();
            }
        });
    }
    let pane = *pane;
    let grasp = {
        let handle = handle.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(handle) = handle.cast::<HtmlElement>() {
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let drag = {
        let (carry, to) = (carry.clone(), to.clone());
        Callback::from(move |event: PointerEvent| {
            let over = pane_at(event.client_x().into()).filter(|_| event.buttons() == 1);
            if over != *to.borrow() {
                to.replace(over);
                carry.emit(over);
            }
        })
    };
    let drop = {
        let (page, carry) = (page.clone(), carry.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(to) = to.take() {
                carry.emit(None);
                page.dispatch(Action::Lay(page.layout.moved(pane, to)));
            }
        })
    };
    let press = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            let at = page.layout.position(pane);
            let to = match event.key().as_str() {
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowRight" => at + 1,
                _ => return,
            };
            event.prevent_default();
            let layout = page.layout.moved(pane, to);
            if layout != page.layout {
                is_held.replace(true);
                page.dispatch(Action::Lay(layout));
            }
        })
    };
    html! {
        <button ref={handle} type="button" class="grip" aria-label={fill(words.move_pane, &[title, &(page.layout.position(pane) + 1).to_string()])} title={words.move_hint}
            onpointerdown={grasp} onpointermove={drag} onpointerup={drop} onkeydown={press}>
            <svg viewBox="0 0 8 16" width="8" height="16" aria-hidden="true"><path d="M1.5 3h1M1.5 8h1M1.5 13h1M5.5 3h1M5.5 8h1M5.5 13h1" stroke="currentColor" stroke-width="1.6" /></svg>
        </button>
    }
}

/// The place, from 0, of the pane that stands at `x`.
fn pane_at(x: f64) -> Option<usize> {
    let panes = super::document().query_selector_all(".workbench > .pane").ok()?;
    (0..panes.length())
        .find(|&at| {
            let pane = panes.get(at).and_then(|pane| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(pane).ok());
            pane.is_some_and(|pane| {
                let place = pane.get_bounding_client_rect();
                place.left() <= x && x < place.right()
            })
        })
        .map(|at| at as usize)
}
