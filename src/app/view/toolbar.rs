//! The head of the page: what it is called, how a text gets in, language and colours.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::shelf::keep;
use super::{Props, act, button, imports, many, paper, theme, words};
use crate::app::state::{Action, Stage};

/// The head of the page.
#[component]
pub fn Toolbar(Props { page }: &Props) -> Html {
    let words = words(page);
    let dispatcher = page.dispatcher();
    let paste = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| imports::paste(dispatcher.clone()))
    };
    let open = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            field.files().iter().for_each(|files| imports::open(files, &dispatcher));
            // The same file may be opened again.
            field.set_value("");
        })
    };
    let relight = {
        let chosen = page.theme;
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Light(theme::other(chosen))))
    };
    let (can_undo, can_redo) = page.history.can();
    let print = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| paper::print(&page))
    };
    let has_text = page.stage != Stage::Empty || page.editing;
    // On a narrow page, whether what is seldom needed is shown.
    let is_open = use_state(|| false);
    let leave = {
        let is_open = is_open.clone();
        Callback::from(move |event: MouseEvent| {
            let more = event.target_dyn_into::<Element>().and_then(|target| target.closest(".more").ok().flatten());
            if *is_open && more.is_none() {
                is_open.set(false);
            }
        })
    };
    let escape = {
        let is_open = is_open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if *is_open && event.key() == "Escape" {
                event.prevent_default();
                is_open.set(false);
            }
        })
    };
    {
        // Who goes elsewhere is done with it.
        let (is_open, turn) = (is_open.clone(), page.choice.map(|choice| choice.turn));
        use_effect_with((page.pane, turn, page.slot), move |_| is_open.set(false));
    }
    let more = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <header class={classes!("toolbar", is_open.then_some("open"))} onclick={leave} onkeydown={escape}>
            <span class="seal" aria-hidden="true">{ "纲" }</span>
            <h1 class="brand">{ words.name }</h1>
            { many::way_back(page) }
            <div class="actions" role="group" aria-label={words.actions}>
                if has_text {
                    { button("button", words.paste, paste) }
                }
                <input id={imports::FILE}  class="unseen" type="file" accept=".docx,.pdf,.txt,.text,.html,.htm,.mht,.mhtml,.json,text/plain,text/html,application/json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document" multiple=true tabindex="-1" aria-label={words.open} onchange={open} />
                if has_text {
                    { button("plain roomy", words.open, Callback::from(|_| imports::choose_file())) }
                }
                // What was cleared can be brought back from the empty page.
                if has_text || can_undo || can_redo {
                    <button type="button" class={classes!("plain", has_text.then_some("roomy"))} title="Ctrl+Z" disabled={!can_undo} onclick={act(page, Action::Undo)}>{ words.undo }</button>
                    <button type="button" class={classes!("plain", has_text.then_some("roomy"))} title="Ctrl+Y" disabled={!can_redo} onclick={act(page, Action::Redo)}>{ words.redo }</button>
                }
                if has_text {
                    <button type="button" class="plain" title="Ctrl+F" onclick={act(page, Action::Find(Some(String::new())))}>{ words.find_short }</button>
                    { button("plain roomy", words.print, print) }
                    { button("plain roomy", words.clear, act(page, Action::Clear)) }
                }
            </div>
            { keep(page) }
            <span class="local" title={if page.shelf.is_some() { words.promise_kept } else { words.promise }}>{ words.local }</span>
            <button type="button" class="plain more" title={words.more} aria-label={words.more} aria-expanded={if *is_open { "true" } else { "false" }} onclick={more}>{ "⋯" }</button>
            <button type="button" class="plain roomy" title={words.shortcuts} aria-label={words.shortcuts} onclick={act(page, Action::Help(true))}>{ "?" }</button>
            <button type="button" class="plain roomy" title={words.language_hint} lang={page.language.other().code()} onclick={act(page, Action::Speak(page.language.other()))}>{ words.language }</button>
            <button type="button" class="plain icon roomy" title={words.theme} aria-label={words.theme} onclick={relight}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /></svg>
            </button>
        </header>
    }
}
