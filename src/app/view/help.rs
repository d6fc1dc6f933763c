//! The sheet of shortcuts.

use yew::prelude::*;

use super::dialog::use_dialog;
use super::{Props, act, button, words};
use crate::app::keys;
use crate::app::state::Action;

/// The sheet, over the page until it is closed.
#[component]
pub fn Help(Props { page }: &Props) -> Html {
    let sheet = use_dialog();
    let words = words(page);
    let entry = |(keys, what): (&[&str], &str)| {
        html! {
            <>
                <dt>{ for keys.iter().map(|key| html! { <><kbd>{ key }</kbd>{ " " }</> }) }</dt>
                <dd>{ what }</dd>
            </>
        }
    };
    html! {
        <dialog ref={sheet} aria-label={words.shortcuts} oncancel={act(page, Action::Help(false))}>
            <h2>{ words.shortcuts }</h2>
            <dl>{ for keys::sheet(words).into_iter().map(entry) }</dl>
            { button("button", words.close, act(page, Action::Help(false))) }
        </dialog>
    }
}
