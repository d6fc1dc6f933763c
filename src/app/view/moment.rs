//! The page in the moment that a short text takes to be read: as it was before. Showing first that the text has come and then
//! what it says would be to build the page twice, and the one that nobody can see first.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Page, document};
use crate::app::state::Stage;

/// A reading that takes longer is waited for in sight, in milliseconds: until then nobody takes the page for slow.
const MOMENT: u32 = 80;

/// The page that is to be shown: the one at hand, or for a moment the one that was shown before.
#[hook]
pub fn use_moment(page: &Page) -> Page {
    let shown = use_mut_ref(|| page.clone());
    let is_over = use_mut_ref(|| false);
    let refresh = use_force_update();
    let is_reading = page.stage == Stage::Reading;
    {
        let is_over = is_over.clone();
        use_effect_with(is_reading, move |&is_reading| {
            is_over.replace(false);
            let timeout = is_reading.then(|| {
                Timeout::new(MOMENT, move || {
                    is_over.replace(true);
                    refresh.force_update();
                })
            });
            move || drop(timeout)
        });
    }
    // Those who are read the page are told at once that it is about to change, and a part that has come since as well.
    if is_reading {
        tell_busy(true);
    }
    use_effect(move || tell_busy(is_reading));
    // What was undone has to stand in the field before more is typed.
    let is_due = page.editing && !page.typed;
    if !is_reading || is_due || *is_over.borrow() {
        shown.replace(page.clone());
    }
    shown.borrow().clone()
}

fn tell_busy(is_busy: bool) {
    let Some(main) = document().query_selector("main.workbench").ok().flatten() else { return };
    let _ = if is_busy { main.set_attribute("aria-busy", "true") } else { main.remove_attribute("aria-busy") };
}
