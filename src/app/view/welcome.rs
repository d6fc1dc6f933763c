//! The page before there is a text.

use yew::prelude::*;

use super::shelf::Reports;
use super::{Page, act, button, imports, part, words};
use crate::app::state::Action;

/// What the page is for, how to begin, and where the text goes: nowhere.
pub fn welcome(page: &Page) -> Html {
    let words = words(page);
    let dispatcher = page.dispatcher();
    let paste = Callback::from(move |_: MouseEvent| imports::paste(dispatcher.clone()));
    let example = {
        let dispatcher = page.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(imports::example()))
    };
    let points = [
        (words.what_outline, words.what_outline_more),
        (words.what_figures, words.what_figures_more),
        (words.what_checks, words.what_checks_more),
    ];
    html! {
        <main class="welcome">
            <div class="letter">
                <p class="letterhead" aria-hidden="true">{ "纲　目" }</p>
                <h2>{ words.tagline }</h2>
                <div class="begin">
                    { button("button main", words.paste, paste) }
                    { button("button", words.open, Callback::from(|_| imports::choose_file())) }
                    { button("button", words.example, example) }
                    { button("plain", words.type_in, act(page, Action::SetEditing(true))) }
                </div>
                <p class="invite">{ imports::by_touch(words.invite, words.invite_touch) }</p>
                { part::<Reports>(page) }
                <dl>
                    { for points.into_iter().map(|(name, more)| html! { <div><dt>{ name }</dt><dd>{ more }</dd></div> }) }
                </dl>
                <p class="promise">{ if page.shelf.is_some() { words.promise_kept } else { words.promise } }</p>
                <p class="proof">{ words.proof }</p>
            </div>
        </main>
    }
}
