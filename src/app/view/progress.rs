//! How the reading goes, where there is something to say: that it takes long, broke off or was stopped.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Props, act, button, words};
use crate::app::state::{Action, Stage};

/// A reading that takes longer is told, with a way to stop it; in milliseconds.
const LONG: u32 = 1_500;

/// A line above the text.
#[component]
pub fn Progress(Props { page }: &Props) -> Html {
    let words = words(page);
    let is_long = use_state_eq(|| false);
    {
        let is_long = is_long.clone();
        use_effect_with((page.stage, page.revision), move |(stage, _)| {
            is_long.set(false);
            let timeout = (*stage == Stage::Reading).then(|| Timeout::new(LONG, move || is_long.set(true)));
            move || drop(timeout)
        });
    }
    let line = |said: &'static str, action: Action, name: &'static str| {
        html! { <>{ said }{ " " }{ button("link", name, act(page, action)) }</> }
    };
    match page.stage {
        Stage::Reading if *is_long => html! {
            <p class="alert mild" role="status">{ line(words.reading_long, Action::Stop, words.stop) }</p>
        },
        Stage::Failed => html! { <p class="alert" role="alert">{ line(words.failed, Action::Retry, words.retry) }</p> },
        Stage::Stopped => html! {
            <p class="alert mild" role="status">{ line(words.stopped, Action::Retry, words.go_on) }</p>
        },
        Stage::Empty | Stage::Reading | Stage::Read => Html::default(),
    }
}
