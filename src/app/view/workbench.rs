//! The three panes under the summary.

use yew::prelude::*;

use super::checks::Checks;
use super::editor::Editor;
use super::outline::Outline;
use super::progress::Progress;
use super::source::Source;
use super::summary::Summary;
use super::table::Table;
use super::{Page, Props, act, selection, splitter, words};
use crate::app::layout::Split;
use crate::app::state::{Action, Notice, Pane, Stage};
use crate::app::words::fill;

/// Summary, outline, text, and table or checks.
#[component]
pub fn Workbench(Props { page }: &Props) -> Html {
    let words = words(page);
    let in_sight = match page.pane {
        Pane::Outline => "outline",
        Pane::Text => "text",
        Pane::Table => "table",
        Pane::Checks => "checks",
    };
    let skipped = page.reading.as_ref().map_or(0, |reading| reading.report.skipped.len());
    let panes = use_node_ref();
    splitter::use_widths(page, &panes);
    let folded = Split::ALL.into_iter().zip(["outline", "table"]).filter(|(split, _)| page.layout.width(*split) == 0);
    let folded = folded.map(|(_, name)| name).collect::<Vec<_>>().join(" ");
    let add = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.dispatch(selection::span().map_or(Action::Say(Some(Notice::NoQuantity)), Action::Add));
        })
    };
    html! {
        <main ref={panes} class="workbench" data-folded={folded} data-pane={in_sight} aria-busy={(page.stage == Stage::Reading).then_some("true")}>
            <Summary page={page.clone()} />
            <nav class="tabs" aria-label={words.panes}>
                { tab(page, Pane::Outline, words.outline) }
                { tab(page, Pane::Text, words.text) }
                { tab(page, Pane::Table, words.table) }
                { tab(page, Pane::Checks, words.checks) }
            </nav>
            <splitter::Splitters page={page.clone()} />
            <section class="pane outline" aria-label={words.outline}>
                <div class="head"><h2>{ words.outline }</h2></div>
                <Outline page={page.clone()} />
            </section>
            <section class="pane text" aria-label={words.text}>
                <div class="head">
                    <h2>{ words.text }</h2>
                    <Legend page={page.clone()} />
                    if !page.editing && skipped > 0 {
                        <button type="button" class="toggle" title={words.ledger_hint} aria-pressed={if page.ledger { "true" } else { "false" }} onclick={act(page, Action::ShowLedger(!page.ledger))}>
                            { fill(words.ledger, &[&skipped.to_string()]) }
                        </button>
                    }
                    if !page.editing {
                        <button type="button" class="toggle" title={words.add_selected_hint} onclick={add}>{ words.add_selected }</button>
                    }
                    <button type="button" class="toggle" aria-pressed={if page.editing { "true" } else { "false" }} onclick={act(page, Action::SetEditing(!page.editing))}>
                        { if page.editing { words.finish } else { words.edit } }
                    </button>
                </div>
                <Progress page={page.clone()} />
                if page.editing {
                    <Editor page={page.clone()} />
                } else {
                    <Source page={page.clone()} />
                }
            </section>
            <section class="pane table" id="figures" aria-label={if page.checks_in_sight { words.checks } else { words.table }}>
                <div class="head">
                    { turn(page, Pane::Table, words.table, !page.checks_in_sight) }
                    { turn(page, Pane::Checks, words.checks, page.checks_in_sight) }
                </div>
                if page.checks_in_sight {
                    <Checks page={page.clone()} />
                } else {
                    <Table page={page.clone()} />
                }
            </section>
        </main>
    }
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
#[component]
fn Legend(Props { page }: &Props) -> Html {
    let words = words(page);
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
