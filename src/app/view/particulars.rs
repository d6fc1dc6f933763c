//! Who reports, on which year and in what sort of document, put right by hand.

use web_sys::{Element, FormData, HtmlFormElement};
use yew::prelude::*;

use super::bar::select;
use super::focus::enter;
use super::{Props, button, dialog, words};
use crate::app::corrections::particulars::{YEAR, said};
use crate::app::state::Action;
use crate::contract::Particulars as Said;
use crate::output::amendment;
use crate::report::Genre;
use crate::words::file;

/// The button, what was done before, and the dialog that the button opens.
#[component]
pub fn Particulars(Props { page }: &Props) -> Html {
    let dialog = use_node_ref();
    // The form is another one each time it was closed: what was typed and not saved is gone.
    let is_odd = use_state(|| false);
    let Some(reading) = page.reading.clone() else { return Html::default() };
    let (words, language) = (words(page), page.language);
    let report = &reading.report;
    let note = amendment::of_report(report, language);
    let show = {
        let dialog = dialog.clone();
        move |_: MouseEvent| {
            dialog::open(&dialog);
            dialog.cast::<Element>().iter().for_each(enter);
        }
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| dialog::close(&dialog))
    };
    let leave = {
        let is_odd = is_odd.clone();
        move |_: Event| is_odd.set(!*is_odd)
    };
    let withdraw = {
        let (page, dialog) = (page.clone(), dialog.clone());
        Callback::from(move |_: MouseEvent| {
            page.dispatch(Action::Amend(Said::default()));
            dialog::close(&dialog);
        })
    };
    let onsubmit = {
        let (page, dialog, report) = (page.clone(), dialog.clone(), reading.report.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            let fields = FormData::new_with_form(&form).ok();
            let field =
                |name: &str| fields.as_ref().and_then(|fields| fields.get(name).as_string()).unwrap_or_default();
            page.dispatch(Action::Amend(said(&report, &field("issuer"), &field("year"), &field("genre"))));
            dialog::close(&dialog);
        })
    };
    let year = report.year.map(|year| year.to_string());
    let genres = Genre::ALL.iter().map(|&genre| (genre.as_str(), language.genre(genre).to_owned())).collect();
    html! {
        <>
            if let Some(note) = &note {
                <span class="tag said" title={note.clone()}>{ words.changed }</span>
            }
            <button type="button" class="plain" aria-haspopup="dialog" title={words.correct_report} aria-label={words.correct_report} onclick={show}>{ words.correct }</button>
            <dialog ref={dialog} class="takeaway" aria-label={words.correct_report} onclose={leave}>
                <h2>{ words.correct_report }</h2>
                <form key={usize::from(*is_odd)} class="particulars" {onsubmit}>
                    <label><span>{ language.pick(file::ISSUER) }</span><input name="issuer" lang="zh-CN" value={report.issuer.clone()} autocomplete="off" /></label>
                    <label><span>{ language.pick(file::YEAR) }</span><input name="year" value={year} inputmode="numeric" pattern={YEAR} title={words.no_year} autocomplete="off" /></label>
                    { select("genre", language.pick(file::GENRE), None, genres, Some(report.genre.as_str()), Callback::noop()) }
                    if let Some(note) = note {
                        <small>{ note }</small>
                    }
                    <p class="doing">
                        <button type="submit" class="button main">{ words.save }</button>
                        { button("button", words.cancel, close) }
                        if !page.corrections.report.is_empty() {
                            { button("plain", words.as_it_was, withdraw) }
                        }
                    </p>
                </form>
            </dialog>
        </>
    }
}
