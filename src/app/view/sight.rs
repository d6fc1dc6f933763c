//! Which part of the text is on screen.

use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::{DomRect, Element};
use yew::prelude::*;

use super::viewport::on_move;
use crate::app::reading::Reading;
use crate::contract::Span;

/// The sections of which something is on screen: the first and the last.
pub type Sight = Option<(usize, usize)>;

/// The sections on screen, always as the text stands after it has scrolled.
#[hook]
pub fn use_sight(reading: &Option<Rc<Reading>>) -> Sight {
    let sight = use_state(|| None);
    let latest = use_mut_ref(|| None);
    latest.replace(reading.clone());
    let look = {
        let (sight, latest) = (sight.clone(), latest.clone());
        let known = use_mut_ref(|| None);
        Rc::new(move || {
            let seen = latest.borrow().as_deref().and_then(seen);
            if known.replace(seen) != seen {
                sight.set(seen);
            }
        })
    };
    // Whatever happens, the pane is shown anew first.
    let frame = use_mut_ref(|| None::<AnimationFrame>);
    let look = Rc::new(move || {
        let look = look.clone();
        frame.replace(Some(request_animation_frame(move |_| look())));
    });
    {
        let look = look.clone();
        use_effect_with((), move |()| {
            let listeners = on_move(move || look());
            move || drop(listeners)
        });
    }
    use_effect_with(reading.clone(), move |_| look());
    *sight
}

/// What of the text can be seen now.
fn seen(reading: &Reading) -> Sight {
    let pane = super::document().query_selector(".paper").ok().flatten()?;
    let room = pane.get_bounding_client_rect();
    let blocks = pane.query_selector_all("[data-start]").ok()?;
    let block = |at: u32| blocks.get(at).and_then(|block| wasm_bindgen::JsCast::dyn_into::<Element>(block).ok());
    // The first block that ends below a height, by halving.
    let below = |height: f64| {
        let (mut low, mut high) = (0, blocks.length());
        while low < high {
            let middle = (low + high) / 2;
            let is_above = block(middle).is_some_and(|block| block.get_bounding_client_rect().bottom() <= height);
            if is_above { low = middle + 1 } else { high = middle }
        }
        block(low).or_else(|| block(blocks.length().checked_sub(1)?))
    };
    // A heading that only just shows is not read yet.
    let margin = (room.height() / 12.0).min(40.0);
    if room.height() == 0.0 {
        return None;
    }
    let at = |height: f64| {
        let block = below(height)?;
        let span = reading.document.block_at(block.get_attribute("data-start")?.parse().ok()?)?;
        Some(place(span, &block.get_bounding_client_rect(), height))
    };
    let first = at(room.top() + margin)?;
    let last = at(room.bottom() - margin)?;
    let sections = &reading.report.sections;
    // Above the first heading there is a title, or nothing that has a section.
    let first = reading.section_at(first).or_else(|| sections.first().map(|_| 0))?;
    let last = sections.partition_point(|section| section.span.start <= last).checked_sub(1)?;
    Some((first.min(last), last))
}

/// The place of the text that stands at a height in a block: in set text, as far down as it is far on.
fn place(span: Span, rect: &DomRect, height: f64) -> usize {
    let part = ((height - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0);
    span.start + ((span.end - span.start) as f64 * part) as usize
}
