//! Keeps the page in this browser while a person works on it, if that was asked for, and brings back what was kept.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::many::{self, leave_many};
use super::{Dispatcher, Page, settings};
use crate::app::shelf::Trouble;
use crate::app::state::{Action, Keeping};
use crate::browser::store;

/// How long after the last change the page is kept, in milliseconds.
const PAUSE: u32 = 400;

/// Keeps the page, and looks when it opens for what was kept.
#[hook]
pub fn use_keeper(page: &Page) {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| come_back(dispatcher));

    let due = page.shelf.as_ref().and_then(|shelf| shelf.due(page.snapshot()));
    let dispatcher = page.dispatcher();
    use_effect_with(due, move |due| {
        let begin = move || dispatcher.dispatch(keep(Keeping::Begin));
        let pause = due.is_some().then(|| {
            // A page that is left does not wait.
            let left = EventListener::new(&super::document(), "visibilitychange", {
                let begin = begin.clone();
                move |_| begin()
            });
            (Timeout::new(PAUSE, begin), left)
        });
        move || drop(pause)
    });

    let shelf = page.shelf.clone();
    let saving = shelf.as_ref().and_then(|shelf| shelf.saving()).map(|(snapshot, ..)| snapshot.clone());
    let dispatcher = page.dispatcher();
    use_effect_with(saving, move |saving| {
        if saving.is_some()
            && let Some(shelf) = shelf
        {
            spawn_local(async move {
                let Some((snapshot, ticket, has_text)) = shelf.saving() else { return };
                let keeping = match store::keep(snapshot, ticket, has_text).await {
                    Ok(store::Outcome::Kept(entry)) => Keeping::Stored(Some(entry)),
                    Ok(store::Outcome::Deleted(id)) => {
                        dispatcher.dispatch(keep(Keeping::Stored(None)));
                        Keeping::Delete(id, true)
                    }
                    Ok(store::Outcome::Forgotten) => Keeping::Forget,
                    Err(trouble) => Keeping::Refuse(trouble),
                };
                dispatcher.dispatch(keep(keeping));
            });
        }
    });

    use_batch(page);

    // The browser asks before work is lost, and never where there is none. Reports that are no longer at hand are let go.
    use_effect_with((page.would_lose(), page.batch_at_hand().is_some()), |&(would_lose, has_batch)| {
        if !has_batch {
            leave_many();
        }
        let options = EventListenerOptions::enable_prevent_default();
        let ask = |event: &Event| {
            event.prevent_default();
            // Older browsers ask only where there is something to say.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &"!".into());
        };
        let window = gloo::utils::window();
        let listener = would_lose.then(|| EventListener::new_with_options(&window, "beforeunload", options, ask));
        move || drop(listener)
    });

    // The kept report that lies on the page: loading the page again brings it back.
    let id = page.shelf.as_ref().and_then(|shelf| shelf.ticket(page.slot)).map(|ticket| ticket.id);
    let is_kept = page.shelf.is_some();
    use_effect_with((is_kept, id), |&(is_kept, id)| {
        if is_kept {
            remember(id);
        }
        // Of a page that no longer keeps anything nothing is remembered either.
        move || {
            if is_kept {
                remember(None)
            }
        }
    });
}

/// Keeps the reports that were opened together, and takes what is said beside them of the one that lies on the page.
#[hook]
fn use_batch(page: &Page) {
    // Who asks to keep what lies on the page means all that was opened together.
    let asked = page.clone();
    use_effect_with(page.shelf.is_some(), move |&is_asked| {
        if is_asked {
            many::keep(&asked);
        }
    });
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        let amend = {
            let dispatcher = dispatcher.clone();
            move |event: &web_sys::Event| dispatcher.dispatch(Action::Amend(many::amended(event)))
        };
        let kept = move |event: &web_sys::Event| {
            refresh(dispatcher.clone());
            if many::are_kept(event) {
                dispatcher.dispatch(keep(Keeping::BatchKept));
            }
        };
        let document = super::document();
        let listeners =
            [EventListener::new(&document, many::AMENDED, amend), EventListener::new(&document, many::KEPT, kept)];
        move || drop(listeners)
    });
}

fn keep(keeping: Keeping) -> Action {
    Action::Keep(Box::new(keeping))
}

/// Brings back what was kept, if anything was.
fn come_back(dispatcher: Dispatcher) {
    let id = remembered();
    spawn_local(async move {
        let Ok(Some(entries)) = store::look().await else { return };
        dispatcher.dispatch(keep(Keeping::Found(entries)));
        let Some(id) = id else { return };
        if let Ok(Some((entry, text, saved))) = store::fetch(id).await {
            dispatcher.dispatch(keep(Keeping::Resume(entry, text, saved)));
        }
    });
}

/// The kept report that lay on the page when it was left. The browser remembers it with the page, as long as its tab.
fn remembered() -> Option<u32> {
    let id = gloo::utils::window().history().ok()?.state().ok()?.as_f64()?;
    Some(id as u32)
}

fn remember(id: Option<u32>) {
    let id = id.map_or(JsValue::NULL, JsValue::from);
    // Where it is refused, the report is opened from the list.
    let _ = gloo::utils::window().history().and_then(|history| history.replace_state(&id, ""));
}

/// Begins to keep, as a person asked.
pub fn begin(dispatcher: Dispatcher) {
    spawn_local(async move {
        let found = match store::begin().await {
            Ok(()) => store::look().await,
            Err(trouble) => Err(trouble),
        };
        dispatcher.dispatch(keep(match found {
            Ok(Some(entries)) => Keeping::Found(entries),
            Ok(None) => Keeping::Refuse(Trouble::Blocked),
            Err(trouble) => Keeping::Refuse(trouble),
        }));
    });
}

/// Looks anew for what is kept: another page may have kept or deleted something.
pub fn refresh(dispatcher: Dispatcher) {
    spawn_local(async move {
        match store::look().await {
            Ok(Some(entries)) => dispatcher.dispatch(keep(Keeping::List(entries))),
            Ok(None) => dispatcher.dispatch(keep(Keeping::Forget)),
            Err(_) => {}
        }
    });
}

/// Opens a kept report.
pub fn open(dispatcher: Dispatcher, id: u32) {
    spawn_local(async move {
        take_up(&dispatcher, id).await;
    });
}

/// Opens a kept report, and comes back when it is there. Returns whether it is.
pub async fn take_up(dispatcher: &Dispatcher, id: u32) -> bool {
    let keeping = match store::fetch(id).await {
        Ok(Some((entry, text, saved))) => Keeping::TakeUp(entry, text, saved),
        Ok(None) => Keeping::Delete(id, true),
        Err(trouble) => Keeping::Refuse(trouble),
    };
    let is_there = matches!(keeping, Keeping::TakeUp(..));
    dispatcher.dispatch(keep(keeping));
    is_there
}

/// Deletes a kept report.
pub fn delete(dispatcher: Dispatcher, id: u32) {
    spawn_local(async move {
        dispatcher.dispatch(keep(match store::delete(id).await {
            Ok(()) => Keeping::Delete(id, false),
            Err(trouble) => Keeping::Refuse(trouble),
        }));
    });
}

/// Deletes all that is kept.
pub fn forget(dispatcher: Dispatcher) {
    settings::forget();
    spawn_local(async move {
        dispatcher.dispatch(keep(match store::forget().await {
            Ok(()) => Keeping::Forget,
            Err(trouble) => Keeping::Refuse(trouble),
        }));
    });
}
