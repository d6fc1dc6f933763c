//! What can be taken away: the table to the clipboard, the reading into a file, and what of it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::pictures::Pictures;
use super::{Page, Props, button, dialog, exports, part, words};
use crate::app::format::Format;
use crate::app::state::Action;
use crate::output::measure::Measure;
use crate::words::{Words, fill};

/// The buttons, and the dialog that one of them opens.
#[component]
pub fn Takeaway(Props { page }: &Props) -> Html {
    let words = words(page);
    let dialog = use_node_ref();
    let everything = use_state(|| false);
    let Some(reading) = page.reading.as_deref() else { return Html::default() };
    let all = reading.report.metrics.len();
    let is_filtered = !page.filter.is_open();
    let only_shown = !(is_filtered && *everything);
    let show = {
        let (dialog, everything) = (dialog.clone(), everything.clone());
        Callback::from(move |_: MouseEvent| {
            everything.set(false);
            dialog::open(&dialog);
        })
    };
    let close = {
        let dialog = dialog.clone();
        move || dialog::close(&dialog)
    };
    let range = |whole: bool, name: String| {
        let everything = everything.clone();
        html! {
            <label>
                <input type="radio" name="range" checked={*everything == whole} onchange={move |_: Event| everything.set(whole)} />
                { name }
            </label>
        }
    };
    let form = |format: Format| {
        let (name, hint) = exports::told(format, words);
        let (page, close) = (page.clone(), close.clone());
        let onclick = move |_: MouseEvent| {
            exports::save(&page, format, only_shown);
            close();
        };
        html! { <li><button type="button" class="form" {onclick}><b>{ name }</b><span>{ hint }</span></button></li> }
    };
    let copy = {
        let page = page.clone();
        move |_: MouseEvent| exports::copy_table(&page)
    };
    let leave = close.clone();
    html! {
        <span class="exports" role="group" aria-label={words.take}>
            { units(page) }
            { part::<Pictures>(page) }
            <button type="button" class="button" title={words.copy_hint} disabled={all == 0} onclick={copy}>{ words.copy }</button>
            <button type="button" class="button" aria-haspopup="dialog" onclick={show}>{ words.take }</button>
            <dialog ref={dialog} class="takeaway" aria-label={words.take}>
                <header><h2>{ words.take }</h2>{ button("plain", words.close, Callback::from(move |_: MouseEvent| leave())) }</header>
                if is_filtered {
                    <fieldset>
                        <legend>{ words.range }</legend>
                        { range(false, fill(words.range_shown, &[&page.rows.len().to_string()])) }
                        { range(true, fill(words.range_all, &[&all.to_string()])) }
                    </fieldset>
                }
                <p class="measured">{ fill(words.measured, &[measure(words, page.measure)]) }</p>
                <ul>{ for Format::ALL.into_iter().map(form) }</ul>
            </dialog>
        </span>
    }
}

/// The unit that figures are shown in, here and in what is taken away.
fn units(page: &Page) -> Html {
    let words = words(page);
    let dispatcher = page.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        let chosen = usize::try_from(field.selected_index()).ok().and_then(|at| Measure::ALL.get(at).copied());
        chosen.into_iter().for_each(|measure| dispatcher.dispatch(Action::Measure(measure)));
    });
    html! {
        <select class="units" aria-label={words.units} title={words.units} {onchange}>
            { for Measure::ALL.into_iter().map(|each| html! {
                <option selected={each == page.measure}>{ measure(words, each) }</option>
            }) }
        </select>
    }
}

fn measure(words: &Words, measure: Measure) -> &'static str {
    match measure {
        Measure::Printed => words.unit_printed,
        Measure::Base => words.unit_base,
        Measure::TenThousand => words.unit_ten_thousand,
        Measure::HundredMillion => words.unit_hundred_million,
    }
}
