//! Looking for words everywhere: a field, how often they are found, next and previous.

use std::rc::Rc;

use web_sys::{HtmlInputElement, TextDecoder};
use yew::prelude::*;

use super::focus::{enter, use_focus};
use super::{Page, Props, act, button, words};
use crate::app::initials::Initials;
use crate::app::state::Action;
use crate::words::fill;

/// Moves the focus into the strip that lies open.
pub fn focus() {
    super::document().query_selector(".find").ok().flatten().iter().for_each(enter);
}

/// The strip under the head of the page.
#[component]
pub fn Find(Props { page }: &Props) -> Html {
    let strip = use_node_ref();
    use_focus(&strip);
    let learner = page.clone();
    use_effect_with((), move |()| learn(&learner));
    let Some(find) = &page.find else { return Html::default() };
    let words = words(page);
    let look = {
        let dispatcher = page.dispatcher();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatcher.dispatch(Action::Find(Some(field.value())));
        })
    };
    let onkeydown = {
        let dispatcher = page.dispatcher();
        Callback::from(move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                "Enter" => Action::Next(event.shift_key()),
                "Escape" => Action::Find(None),
                _ => return,
            };
            event.prevent_default();
            dispatcher.dispatch(action);
        })
    };
    let at = find.at.map_or(0, |at| at + 1).to_string();
    let count = fill(words.found, &[&at, &find.stops.len().to_string()]);
    let number = |count: usize| count.to_string();
    let places = [number(find.places.len()), number(find.sections.len()), number(find.metrics.len())];
    let where_found = fill(words.found_in, &places.each_ref().map(String::as_str));
    let is_empty = find.stops.is_empty();
    html! {
        <div ref={strip} class="find" role="search" {onkeydown}>
            <input type="search" class="search" lang="zh-CN" placeholder={words.find} aria-label={words.find} value={find.query.clone()} oninput={look} />
            if !find.query.is_empty() {
                <p class="found" role="status">
                    if is_empty { { words.not_found } } else { <b>{ count }</b><span>{ where_found }</span> }
                </p>
            }
            <button type="button" class="button" disabled={is_empty} onclick={act(page, Action::Next(true))}>{ words.previous }</button>
            <button type="button" class="button" disabled={is_empty} onclick={act(page, Action::Next(false))}>{ words.next }</button>
            { button("plain", words.close, act(page, Action::Find(None))) }
        </div>
    }
}

/// Learns the first letters of Chinese characters, unless they are known.
pub fn learn(page: &Page) {
    if *page.initials == Initials::default()
        && let Some(initials) = initials()
    {
        page.dispatch(Action::Learn(Rc::new(initials)));
    }
}

/// The first letters of Chinese characters, from the browser's knowledge of an encoding that is ordered by them.
fn initials() -> Option<Initials> {
    let decoder = TextDecoder::new_with_label("gb18030").ok()?;
    decoder.decode_with_u8_array(&Initials::encoded()).ok().map(|characters| Initials::learn(&characters))
}
