//! The text while it is being edited: outline and table follow.

use gloo::timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::focus::focus;
use super::{Props, document, imports, place, words};
use crate::app::state::{Action, Card, Pane};

/// The code of a key that an input method takes for itself; older browsers tell it in no other way.
const INPUT_METHOD: u32 = 229;

/// The field.
#[component]
pub fn Editor(Props { page }: &Props) -> Html {
    let field = use_node_ref();
    // What was typed and is not told yet.
    let due = use_mut_ref(|| None::<Timeout>);
    {
        let (field, document, place) = (field.clone(), page.document.clone(), page.place);
        let chosen = place::pick(page);
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                place::begin(&field, document.source(), place, chosen);
            }
        });
    }
    {
        // What was undone, or came from elsewhere, is in the field as well.
        let (field, source) = (field.clone(), page.document.clone());
        let typed = page.typed;
        use_effect_with(page.document.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| !typed) {
                field.set_value(source.source());
            }
        });
    }
    {
        // What is chosen in another pane from here on is selected here.
        let field = field.clone();
        let known = use_mut_ref(|| page.choice.map(|choice| choice.turn));
        let choice = page.choice.filter(|choice| choice.from != Pane::Text);
        let place = choice
            .zip(page.reading.as_ref())
            .and_then(|(choice, reading)| reading.places(choice.chosen).first().copied());
        use_effect_with(choice.map(|choice| choice.turn), move |&turn| {
            let is_new = known.replace(turn) != turn;
            if let (Some(field), Some(place), true) = (field.cast::<HtmlTextAreaElement>(), place, is_new) {
                // Browsers scroll to the place of writing when a field gets the focus.
                let _ = field.blur();
                let _ = field.set_selection_range(place.start as u32, place.start as u32);
                let _ = field.focus();
                let _ = field.set_selection_range(place.start as u32, place.end as u32);
            }
        });
    }
    let oninput = {
        let (field, dispatcher) = (field.clone(), page.dispatcher());
        Callback::from(move |_: InputEvent| {
            let (field, dispatcher) = (field.clone(), dispatcher.clone());
            // Several lines that come together are told one by one.
            due.replace(Some(Timeout::new(0, move || {
                if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                    dispatcher.dispatch(Action::Edit(field.value()));
                }
            })));
        })
    };
    let onkeydown = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            // What lies over the text is closed first, and so is the list of an input method.
            let is_clear = page.find.is_none() && page.card == Card::Closed && event.key_code() != INPUT_METHOD;
            if event.key() == "Escape" && is_clear {
                event.prevent_default();
                // The focus goes where editing begins, since the field goes.
                let _ = document().query_selector(".toggle.edit").ok().flatten().map(focus);
                place::turn(&page);
            }
        })
    };
    html! {
        <textarea ref={field} class="editor" lang="zh-CN" aria-label={words(page).text_edited} placeholder={imports::by_touch(words(page).invite, words(page).paste_by_touch)} spellcheck="false" {oninput} {onkeydown} />
    }
}
