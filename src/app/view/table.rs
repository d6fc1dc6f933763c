//! The table of figures.

use web_sys::Element;
use yew::prelude::*;

use super::bar::{all, bar};
use super::row::{Line, line};
use super::viewport::{Target, use_viewport};
use super::{Page, Props, act, button, card, words};
use crate::app::arrangement::Column;
use crate::app::filter::Filter;
use crate::app::reading::Chosen;
use crate::app::state::{Action, Card, Manner, Pane, Stage};
use crate::words::fill;

/// How many rows come and go together, and about how high each is.
const ROWS: usize = 5;
const HEIGHT: f64 = 40.0;

/// More columns than this have no room beside the text: the table scrolls sideways.
const MANY: usize = 6;

/// The table with its search and what can be taken away.
#[component]
pub fn Table(Props { page }: &Props) -> Html {
    let pane = use_node_ref();
    let heights = use_memo(page.rows.clone(), |rows| {
        rows.chunks(ROWS).map(|chunk| chunk.len() as f64 * HEIGHT).collect::<Vec<f64>>()
    });
    let wanted = page.choice.zip(page.reading.as_ref());
    let wanted = wanted.and_then(|(choice, reading)| reading.metric_of(choice.chosen));
    let at = wanted.and_then(|metric| page.rows.iter().position(|row| row.metric == metric));
    let target = page.choice.zip(at).map(|(choice, at)| {
        // Arrow keys in the table take the focus from row to row.
        let by_arrow = choice.from == Pane::Table && choice.manner == Manner::Pass;
        let by_enter = choice.from != Pane::Table && choice.manner == Manner::Enter;
        Target {
            index: at / ROWS,
            to_top: matches!(choice.chosen, Chosen::Section(_)),
            focus: by_arrow || by_enter,
            turn: choice.turn,
        }
    });
    let window = use_viewport(&pane, page.slot, &heights, target);
    let Some(reading) = page.reading.clone() else {
        return html! { <div ref={pane} class="scroller" aria-busy={(page.stage == Stage::Reading).then_some("true")} /> };
    };
    let rows = page.rows.clone();
    let events = Events::new(page);
    let stop = at.unwrap_or(0);
    let chunk = |index: usize| {
        let rows = rows.iter().enumerate().skip(index * ROWS).take(ROWS);
        let lines = rows.flat_map(|(at, &row)| {
            line(page, &reading, &Line { row, at, is_stop: at == stop, is_target: wanted == Some(row.metric) })
        });
        html! { <tbody key={index} data-index={index.to_string()}>{ for lines }</tbody> }
    };
    html! {
        <>
            { bar(page) }
            { set_aside(page) }
            <div ref={pane} class="scroller">
                if page.rows.is_empty() {
                    { nothing(page) }
                } else {
                    <table class={classes!("figures", (columns(page).count() > MANY).then_some("many"))} role="treegrid" aria-label={words(page).table} aria-rowcount={(rows.len() + 1).to_string()} onclick={events.click} onkeydown={events.key}>
                        { head(page) }
                        <tbody key="before" role="none"><tr role="none"><td role="none" data-before="" /></tr></tbody>
                        { for window.shown.filter(|index| index * ROWS < rows.len()).map(chunk) }
                        <tbody key="after" role="none"><tr role="none"><td role="none" data-after="" /></tr></tbody>
                    </table>
                    if reading.report.metrics.len() > rows.len() {
                        <p class="hint">
                            { fill(words(page).rows_of, &[&rows.len().to_string(), &reading.report.metrics.len().to_string()]) }
                            { " " }
                            { button("link", words(page).show_all, all(page)) }
                        </p>
                    }
                }
            </div>
            { card::card(page) }
        </>
    }
}

/// What a person took away, and what was said of words that are gone.
fn set_aside(page: &Page) -> Html {
    let Some(reading) = &page.reading else { return Html::default() };
    let words = words(page);
    let line = |correction: usize, said: String| {
        html! { <p>{ said }{ " " }{ button("link", words.restore, act(page, Action::Withdraw(correction))) }</p> }
    };
    let excluded = reading
        .excluded
        .iter()
        .zip(&reading.report.excluded)
        .map(|(correction, metric)| line(*correction, format!("{} {}", metric.indicator, metric.quote)));
    let count = reading.excluded.len().to_string();
    let lost = reading.lost.iter().filter_map(|&correction| {
        let quote = reading.corrections.figures.get(correction)?.quote();
        Some(line(correction, fill(words.lost, &[quote])))
    });
    html! {
        <>
            if !reading.excluded.is_empty() {
                <details class="aside"><summary>{ fill(words.excluded_count, &[&count]) }</summary>{ for excluded }</details>
            }
            if !reading.lost.is_empty() {
                <div class="aside">{ for lost }</div>
            }
        </>
    }
}

struct Events {
    click: Callback<MouseEvent>,
    key: Callback<KeyboardEvent>,
}

impl Events {
    fn new(page: &Page) -> Self {
        let choose = {
            let page = page.clone();
            move |target: Option<Element>, manner: Manner| {
                if let Some(chosen) = target.and_then(|target| chosen_at(&target)) {
                    page.dispatch(Action::Choose(chosen, Pane::Table, manner));
                }
            }
        };
        let click = {
            let choose = choose.clone();
            Callback::from(move |event: MouseEvent| choose(event.target_dyn_into(), Manner::Point))
        };
        let rows = page.rows.clone();
        let (dispatcher, this) = (page.dispatcher(), page.clone());
        let key = Callback::from(move |event: KeyboardEvent| {
            let target: Option<Element> = event.target_dyn_into();
            let at = target.as_ref().and_then(|target| target.get_attribute("data-at")?.parse::<usize>().ok());
            let Some(at) = at else { return };
            let to = match event.key().as_str() {
                "ArrowDown" => rows.get(at + 1),
                "ArrowUp" => at.checked_sub(1).and_then(|above| rows.get(above)),
                "Home" => rows.first(),
                "End" => rows.last(),
                "Enter" | " " => {
                    event.prevent_default();
                    choose(target, Manner::Enter);
                    return;
                }
                key => {
                    let row = rows.get(at).filter(|_| !event.ctrl_key() && !event.meta_key());
                    if let Some((row, action)) = row.and_then(|row| Some((row, card::press(key, row.metric, &this)?))) {
                        event.prevent_default();
                        this.dispatch(Action::Choose(Chosen::Metric(row.metric), Pane::Table, Manner::Pass));
                        let is_form = matches!(action, Action::Tell(Card::Form));
                        this.dispatch(action);
                        if is_form {
                            card::focus();
                        }
                    }
                    return;
                }
            };
            event.prevent_default();
            if let Some(row) = to {
                dispatcher.dispatch(Action::Choose(Chosen::Metric(row.metric), Pane::Table, Manner::Pass));
            }
        });
        Self { click, key }
    }
}

/// What a click in the table chooses: a check that is told in a row, else the row's figure.
fn chosen_at(target: &Element) -> Option<Chosen> {
    let number = |name: &str| {
        let element = target.closest(&format!("[{name}]")).ok().flatten()?;
        element.get_attribute(name)?.parse().ok()
    };
    number("data-check").map(Chosen::Check).or_else(|| number("data-row").map(Chosen::Metric))
}

/// Why there is no row.
fn nothing(page: &Page) -> Html {
    let words = words(page);
    let has_figures = page.reading.as_ref().is_some_and(|reading| !reading.rows.is_empty());
    match page.stage {
        _ if has_figures && page.filter != Filter::default() => html! {
            <p class="hint">{ words.no_rows }{ " " }{ button("link", words.show_all, all(page)) }</p>
        },
        Stage::Read if !page.document.is_blank() => html! { <p class="hint">{ words.no_figures }</p> },
        _ => Html::default(),
    }
}

/// The names of the columns; a click sorts by one.
fn head(page: &Page) -> Html {
    let arrangement = page.arrangement;
    let head = |column: Column| {
        let order = arrangement.sort.filter(|&(by, _)| by == column).map(|(_, reverse)| reverse);
        let order = order.map(|reverse| if reverse { "descending" } else { "ascending" });
        html! {
            <th scope="col" class={column.class()} aria-sort={order.unwrap_or("none")}>
                { button("sort", column.name(page.language), act(page, Action::Arrange(arrangement.sorted_by(column)))) }
            </th>
        }
    };
    html! {
        <thead key="head">
            <tr aria-rowindex="1">{ for columns(page).map(head) }</tr>
        </thead>
    }
}

/// The columns that are shown.
pub fn columns(page: &Page) -> impl Iterator<Item = Column> + use<> {
    let arrangement = page.arrangement;
    Column::ALL.into_iter().filter(move |&column| arrangement.has(column))
}
