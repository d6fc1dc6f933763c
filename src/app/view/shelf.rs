//! What this browser keeps: the question whether it shall, the kept reports, and the ways out.

use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::dialog::use_dialog;
use super::{Page, Props, act, button, exports, imports, keeper, many, part, words};
use crate::app::shelf::{Entry, Shelf, Standing, Trouble};
use crate::app::state::{Action, Keeping, Stage};
use crate::words::{Words, fill};

/// The button in the head of the page: it tells how things stand.
pub fn keep(page: &Page) -> Html {
    let words = words(page);
    let standing = page.shelf.as_ref().map(|shelf| shelf.standing(page.snapshot()));
    let (class, name) = match standing {
        None => ("", words.keep),
        Some(Standing::Kept | Standing::Pending) if page.stage == Stage::Empty => ("kept", words.keep_on),
        Some(Standing::Kept) => ("kept", words.keep_kept),
        Some(Standing::Pending) => ("pending", words.keep_pending),
        Some(Standing::Refused) => ("refused", words.keep_refused),
        Some(Standing::Released) => ("", words.keep_released),
    };
    html! {
        <button type="button" class={classes!("plain", "keep", class)} aria-haspopup="dialog" onclick={act(page, Action::OpenShelf(true))}>{ name }</button>
    }
}

/// The dialog, over the page until it is closed.
#[component]
pub fn ShelfDialog(Props { page }: &Props) -> Html {
    let words = words(page);
    let dialog = use_dialog();
    let is_asking = use_state(|| false);
    {
        let (dispatcher, is_kept) = (page.dispatcher(), page.shelf.is_some());
        use_effect_with((), move |()| {
            if is_kept {
                keeper::refresh(dispatcher);
            }
        });
    }
    let begin = {
        let dispatcher = page.dispatcher();
        Callback::from(move |_: MouseEvent| keeper::begin(dispatcher.clone()))
    };
    let take_out = {
        let page = page.clone();
        move |_: MouseEvent| {
            exports::save_work(&page);
            page.dispatch(Action::OpenShelf(false));
        }
    };
    let take_in = {
        let dispatcher = page.dispatcher();
        Callback::from(move |_: MouseEvent| {
            imports::choose_file();
            dispatcher.dispatch(Action::OpenShelf(false));
        })
    };
    let ask = |asks: bool| {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| is_asking.set(asks))
    };
    let forget = {
        let (dispatcher, is_asking) = (page.dispatcher(), is_asking.clone());
        Callback::from(move |_: MouseEvent| {
            is_asking.set(false);
            keeper::forget(dispatcher.clone());
        })
    };
    let close = act::<MouseEvent>(page, Action::OpenShelf(false));
    html! {
        <dialog ref={dialog} class="shelf" aria-label={words.keep_title} onclose={act(page, Action::OpenShelf(false))}>
            <header><h2>{ words.keep_title }</h2>{ button("plain", words.close, close) }</header>
            if let Some(shelf) = page.shelf.as_deref() {
                { standing(page, shelf) }
                { part::<Reports>(page) }
                <p class="fine">{ words.keep_promise }{ from_disk(words) }</p>
            } else {
                <p>{ words.keep_off }</p>
                <p class="fine">{ words.keep_promise }{ from_disk(words) }</p>
                if let Some(refusal) = page.refusal {
                    <p class="alert" role="alert">{ trouble(words, refusal) }</p>
                }
                <p>{ button("button main", words.keep_begin, begin) }</p>
            }
            <h3>{ words.work_file }</h3>
            <p class="fine">{ words.work_file_hint }</p>
            <p class="row">
                <button type="button" class="button" disabled={page.stage == Stage::Empty} onclick={take_out}>{ words.work_out }</button>
                { button("button", words.work_in, take_in) }
            </p>
            if page.shelf.is_some() {
                <h3>{ words.forget_title }</h3>
                <p class="fine">{ words.forget_hint }</p>
                if *is_asking {
                    <p class="row" role="alert">
                        { words.forget_sure }
                        { button("button danger", words.forget_yes, forget) }
                        { button("button", words.cancel, ask(false)) }
                    </p>
                } else {
                    <p>{ button("button danger", words.forget, ask(true)) }</p>
                }
            }
        </dialog>
    }
}

/// How things stand, and what can be done about it.
fn standing(page: &Page, shelf: &Shelf) -> Html {
    let words = words(page);
    let again = act::<MouseEvent>(page, Action::Keep(Box::new(Keeping::Retry)));
    match shelf.standing(page.snapshot()) {
        Standing::Refused => html! {
            <p class="alert">
                { trouble(words, shelf.trouble.unwrap_or(Trouble::Blocked)) }{ " " }
                { button("link", words.retry, again) }
            </p>
        },
        Standing::Released => html! {
            <p>{ words.keep_released_hint }{ " " }{ button("link", words.keep_again, again) }</p>
        },
        Standing::Kept | Standing::Pending => html! { <p>{ words.keep_on_hint }</p> },
    }
}

/// Why something was not kept, in a sentence.
pub fn trouble(words: &Words, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Full => words.store_full,
        Trouble::Blocked => words.store_blocked,
    }
}

/// A page that was opened from a disk shares what it keeps with others there.
fn from_disk(words: &Words) -> &'static str {
    let is_from_disk = gloo::utils::window().location().protocol().is_ok_and(|protocol| protocol == "file:");
    if is_from_disk { words.keep_from_disk } else { "" }
}

/// The kept reports, to be opened or deleted.
#[component]
pub fn Reports(Props { page }: &Props) -> Html {
    // The report that a person is about to delete.
    let asked = use_state(|| None::<u32>);
    let Some(shelf) = page.shelf.as_deref().filter(|shelf| !shelf.entries.is_empty()) else { return Html::default() };
    let words = words(page);
    let here = shelf.ticket(page.slot).filter(|_| page.stage != Stage::Empty).map(|ticket| ticket.id);
    let line = |entry: &Entry| {
        let id = entry.id;
        let is_asked = *asked == Some(id);
        let open = {
            let dispatcher = page.dispatcher();
            move |_: MouseEvent| {
                dispatcher.dispatch(Action::OpenShelf(false));
                keeper::open(dispatcher.clone(), id);
            }
        };
        let delete = {
            let dispatcher = page.dispatcher();
            Callback::from(move |_: MouseEvent| keeper::delete(dispatcher.clone(), id))
        };
        let ask = {
            let asked = asked.clone();
            move |_: MouseEvent| asked.set((!is_asked).then_some(id))
        };
        let name = fill(words.delete_report, &[&entry.title]);
        html! {
            <li key={id}>
                <button type="button" class="plain title" lang="zh-CN" aria-current={(here == Some(id)).then_some("true")} onclick={open}>{ &entry.title }</button>
                if is_asked {
                    <span class="when" role="alert">{ words.forget_sure }</span>
                    { button("button danger", words.forget_yes, delete) }
                } else {
                    <span class="when">{ when(entry.when, page.language.code()) }</span>
                }
                <button type="button" class="plain" aria-label={(!is_asked).then_some(name)} onclick={ask}>{ if is_asked { words.cancel } else { words.delete } }</button>
                <span class="about">{ for about(words, shelf, entry).into_iter().map(|about| html! { <span>{ about }</span> }) }</span>
            </li>
        }
    };
    let all = {
        let (page, count) = (page.clone(), shelf.entries.len());
        move |_: MouseEvent| {
            page.dispatch(Action::OpenShelf(false));
            many::show_kept(&page, count);
        }
    };
    html! {
        <section class="reports">
            <h3>{ words.kept_reports }</h3>
            <ul>{ for shelf.entries.iter().map(line) }</ul>
            if shelf.entries.len() > 1 {
                <p><button type="button" class="button" aria-haspopup="dialog" onclick={all}>{ words.all_reports }</button></p>
            }
        </section>
    }
}

/// What tells a kept report from others: who reports, on which year, how much it holds, and whether it is there twice.
fn about(words: &Words, shelf: &Shelf, entry: &Entry) -> Vec<String> {
    let about = &entry.about;
    let count = |count: usize, name: &str| (count > 0).then(|| format!("{count} {name}"));
    let told = [
        about.issuer.clone(),
        about.year.map(|year| fill(words.year, &[&year.to_string()])),
        count(about.figures, words.figures),
        count(about.wrong, words.disagree),
        shelf.is_kept_twice(entry).then(|| words.kept_twice.to_owned()),
    ];
    told.into_iter().flatten().collect()
}

/// A day and a time as the language writes them, by the clock of this computer.
fn when(milliseconds: f64, language: &str) -> String {
    let options = Object::new();
    for (name, length) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &name.into(), &length.into());
    }
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let write = Reflect::get(&date, &"toLocaleString".into()).ok().and_then(|write| write.dyn_into().ok());
    let arguments = Array::of2(&language.into(), &options);
    let written = write.and_then(|write: js_sys::Function| write.apply(&date, &arguments).ok());
    written.and_then(|written| written.as_string()).unwrap_or_default()
}
