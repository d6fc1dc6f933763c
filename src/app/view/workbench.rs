//! The three panes under the summary.

use yew::prelude::*;

use super::checks::Checks;
use super::editor::Editor;
use super::frame::{Frame, frame};
use super::outline::Outline;
use super::progress::Progress;
use super::source::Source;
use super::splitter::{splitter, use_columns};
use super::summary::summary;
use super::table::Table;
use super::{Page, Props, act, card, part, place, selection, words};
use crate::app::layout::name;
use crate::app::state::{Action, Card, Notice, Pane};
use crate::words::{Words, fill};

/// Summary, outline, text, and table or checks.
#[component]
pub fn Workbench(Props { page }: &Props) -> Html {
    let words = words(page);
    let in_sight = if page.pane == Pane::Checks { "checks" } else { name(page.pane) };
    let panes = use_node_ref();
    use_columns(page, &panes);
    // The place that a pane would take which is carried over the page.
    let carried = use_state(|| None::<usize>);
    let carry = {
        let carried = carried.clone();
        Callback::from(move |to| carried.set(to))
    };
    let right = if page.checks_in_sight { words.checks } else { words.table };
    let show = |pane: Pane| {
        let (title, head, held) = match pane {
            Pane::Outline => (words.outline, html! { <h2>{ words.outline }</h2> }, part::<Outline>(page)),
            Pane::Text => (words.text, text_head(page), text(page)),
            Pane::Table | Pane::Checks => (right, turns(page), table(page)),
        };
        let frame = frame(page, Frame { pane, title, head, held }, &carry);
        // An edge stands between its pane and the one that gives way, for the key Tab too.
        let edge = (pane != Pane::Text && pane != page.layout.flexible()).then(|| splitter(page, pane));
        let after = page.layout.grows_rightward(pane);
        let (before, behind) = if after { (None, edge) } else { (edge, None) };
        before.into_iter().chain([frame]).chain(behind).collect::<Vec<Html>>()
    };
    let shown: Vec<Html> = page.layout.order().into_iter().flat_map(show).collect();
    // All of them have keys: what moves is not made anew.
    let landing = carried.map(|at| html! { <div key="landing" class="landing" data-at={at.to_string()} /> });
    // What is told of a figure needs room on a narrow page, and the row of the figure too.
    let is_told = page.card != Card::Closed && card::figure(page).is_some();
    html! {
        <main ref={panes} class={classes!("workbench", is_told.then_some("telling"))} data-pane={in_sight} data-first={name(page.layout.order()[0])}>
            { summary(page) }
            <nav key="tabs" class="tabs" aria-label={words.panes}>
                { tab(page, Pane::Outline, words.outline) }
                { tab(page, Pane::Text, words.text) }
                { tab(page, Pane::Table, words.table) }
                { tab(page, Pane::Checks, words.checks) }
            </nav>
            { for shown.into_iter().chain(landing) }
        </main>
    }
}

/// What stands in the head of the text.
fn text_head(page: &Page) -> Html {
    let words = words(page);
    let (skipped, speech) = page.reading.as_ref().map_or((0, 0), |reading| reading.skipped_counts());
    let add = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.dispatch(selection::span().map_or(Action::Say(Some(Notice::NoQuantity)), Action::Add));
        })
    };
    let edit = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| place::turn(&page))
    };
    html! {
        <>
            <h2>{ words.text }</h2>
            { legend(words) }
            if !page.editing && skipped > 0 {
                { toggle(fill(words.ledger, &[&(skipped - speech).to_string()]), words.ledger_hint, page.ledger, act(page, Action::ShowLedger(!page.ledger))) }
                if page.ledger && speech > 0 {
                    { toggle(fill(words.speech, &[&speech.to_string()]), words.speech_hint, page.speech, act(page, Action::ShowSpeech(!page.speech))) }
                }
            }
            if !page.editing {
                <button type="button" class="toggle" title={words.add_selected_hint} onclick={add}>{ words.add_selected }</button>
            }
            <button type="button" class="toggle edit" title={page.editing.then_some("Esc")} aria-pressed={if page.editing { "true" } else { "false" }} onclick={edit}>
                { if page.editing { words.finish } else { words.edit } }
            </button>
        </>
    }
}

fn toggle(name: String, hint: &'static str, is_on: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="toggle" title={hint} aria-pressed={if is_on { "true" } else { "false" }} {onclick}>{ name }</button> }
}

fn text(page: &Page) -> Html {
    html! {
        <>
            { part::<Progress>(page) }
            if page.editing {
                { part::<Editor>(page) }
            } else {
                { part::<Source>(page) }
            }
        </>
    }
}

/// The names of table and checks, which take turns.
fn turns(page: &Page) -> Html {
    let words = words(page);
    html! {
        <>
            { turn(page, Pane::Table, words.table, !page.checks_in_sight) }
            { turn(page, Pane::Checks, words.checks, page.checks_in_sight) }
        </>
    }
}

fn table(page: &Page) -> Html {
    if page.checks_in_sight { part::<Checks>(page) } else { part::<Table>(page) }
}

/// A tab of the narrow page.
fn tab(page: &Page, pane: Pane, name: &'static str) -> Html {
    let is_here = page.pane == pane;
    html! { <button type="button" aria-current={is_here.then_some("true")} onclick={act(page, Action::Show(pane))}>{ name }</button> }
}

/// What the right pane shows on a wide page.
fn turn(page: &Page, pane: Pane, name: &'static str, is_here: bool) -> Html {
    let faults = page.reading.as_ref().map_or(0, |reading| reading.check_counts().0);
    let count = (pane == Pane::Checks && faults > 0).then(|| html! { <span class="count">{ faults }</span> });
    html! {
        <h2 class="turn"><button type="button" aria-pressed={if is_here { "true" } else { "false" }} onclick={act(page, Action::Show(pane))}>{ name }{ for count }</button></h2>
    }
}

/// How kinds of figures are underlined.
fn legend(words: &Words) -> Html {
    let kinds = [
        ("count", words.legend_count),
        ("money", words.legend_money),
        ("rate", words.legend_rate),
        ("rank", words.legend_rank),
        ("measure", words.legend_measure),
    ];
    html! {
        <p class="legend" aria-hidden="true">{ for kinds.into_iter().map(|(kind, name)| html! { <span data-kind={kind}>{ name }</span> }) }</p>
    }
}
