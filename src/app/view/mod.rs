//! What the page shows, one file for each part a person would point at.

mod bar;
mod card;
mod checks;
mod dialog;
mod editor;
mod evidence;
mod exports;
mod find;
mod focus;
mod frame;
mod help;
mod imports;
mod keeper;
mod keys;
mod many;
mod moment;
mod notice;
mod outline;
mod page;
mod paper;
mod part;
mod particulars;
mod pictures;
mod place;
mod progress;
mod reader;
mod row;
mod selection;
mod settings;
mod shelf;
mod sight;
mod source;
mod splitter;
mod summary;
mod table;
mod takeaway;
mod theme;
mod toolbar;
mod viewport;
mod welcome;
mod workbench;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use self::page::{Dispatcher, Page};
use self::part::part;
use super::reading::Chosen;
use super::state::{Action, Manner, Pane, Stage};
use crate::words::Words;

/// What every part is given: the state, and the way to change it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
}

fn words(page: &Page) -> &'static Words {
    page.language.words()
}

/// A callback that makes one thing happen.
fn act<E>(page: &Page, action: Action) -> Callback<E> {
    let dispatcher = page.dispatcher();
    Callback::from(move |_| dispatcher.dispatch(action.clone()))
}

/// A button with a word on it.
fn button(class: &'static str, word: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ word }</button> }
}

fn document() -> web_sys::Document {
    gloo::utils::document()
}

/// Whether a dialog lies over the page: then nothing is done to what lies behind it.
fn is_covered() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// Puts the page into the document.
pub fn show() {
    yew::Renderer::<App>::new().render();
}

/// The whole page.
#[component]
fn App() -> Html {
    let page = page::use_page();
    reader::use_reader(&page);
    use_arrivals(&page);
    keeper::use_keeper(&page);
    keys::use_keys(&page);
    settings::use_settings(&page);
    use_effect_with((page.language, page.theme), |(language, theme)| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", language.code());
        }
        theme::apply(*theme);
    });
    // Reports that are opened together are shown in it too.
    use_effect_with(page.measure, |&measure| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-measure", &(measure as usize).to_string());
        }
    });
    let page = moment::use_moment(&page);
    let is_empty = page.stage == Stage::Empty && !page.editing;
    html! {
        <>
            { part::<paper::Paper>(&page) }
            if !is_empty {
                <a class="skip" href="#pane-table" onclick={skip(&page)}>{ words(&page).to_table }</a>
            }
            { part::<toolbar::Toolbar>(&page) }
            if page.find.is_some() {
                { part::<find::Find>(&page) }
            }
            if is_empty {
                { welcome::welcome(&page) }
            } else {
                { part::<workbench::Workbench>(&page) }
            }
            if page.help {
                { part::<help::Help>(&page) }
            }
            if page.shelf_open {
                { part::<shelf::ShelfDialog>(&page) }
            }
            { part::<notice::Notice>(&page) }
        </>
    }
}

/// Brings the table into sight and the focus to the row that is chosen, else to the first, without a place in the browser's
/// history. Where there is no row, one looks for others.
fn skip(page: &Page) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let wanted =
            page.choice.zip(page.reading.as_ref()).and_then(|(choice, reading)| reading.metric_of(choice.chosen));
        let row = page.rows.iter().find(|row| wanted == Some(row.metric)).or(page.rows.first());
        if let Some(row) = row {
            // As from the text, where Enter leads to the row.
            return page.dispatch(Action::Choose(Chosen::Metric(row.metric), Pane::Text, Manner::Enter));
        }
        page.dispatch(Action::Show(Pane::Table));
        let field = document().query_selector("#pane-table input").ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    })
}

/// Takes texts that are pasted or dropped anywhere on the page.
#[hook]
fn use_arrivals(page: &Page) {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listen = |kind: &'static str, take: fn(&Event, &Dispatcher)| {
            let dispatcher = dispatcher.clone();
            EventListener::new_with_options(&document(), kind, options, move |event| take(event, &dispatcher))
        };
        let listeners =
            [listen("paste", imports::pasted), listen("dragover", imports::dragged), listen("drop", imports::dropped)];
        move || drop(listeners)
    });
}
