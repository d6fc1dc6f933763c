//! The table of figures.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::takeaway::Takeaway;
use super::viewport::{Target, use_viewport};
use super::{Page, Props, act, words};
use crate::app::reading::{Chosen, Reading, is_fault};
use crate::app::rows::{Filter, Row};
use crate::app::state::{Action, Manner, Pane, Stage};
use crate::app::value::{Shown, is_change, show};
use crate::app::words::fill;
use crate::output::label;

/// How many rows come and go together, and about how high each is.
const ROWS: usize = 40;
const HEIGHT: f64 = 37.0;

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
        let from_text = choice.from == Pane::Text && choice.manner == Manner::Enter;
        Target {
            index: at / ROWS,
            to_top: matches!(choice.chosen, Chosen::Section(_)),
            focus: by_arrow || from_text,
            turn: choice.turn,
        }
    });
    let window = use_viewport(&pane, &heights, target);
    let Some(reading) = page.reading.clone() else {
        return html! { <div ref={pane} class="scroller" aria-busy="true" /> };
    };
    let rows = page.rows.clone();
    let events = Events::new(page);
    let stop = at.map_or(0, |at| at);
    let chunk = |index: usize| {
        let rows: Vec<(usize, Row)> = rows.iter().copied().enumerate().skip(index * ROWS).take(ROWS).collect();
        html! {
            <tbody key={index} role="rowgroup" data-index={index.to_string()}>
                { for rows.into_iter().map(|(at, row)| html! {
                    <Line key={row.metric} page={page.clone()} {row} {at} is_stop={at == stop} is_target={wanted == Some(row.metric)} />
                }) }
            </tbody>
        }
    };
    html! {
        <>
            <Bar page={page.clone()} />
            <div ref={pane} class="scroller">
                if page.rows.is_empty() {
                    <Nothing page={page.clone()} />
                } else {
                    <table class="figures" role="treegrid" aria-label={words(page).table} aria-rowcount={(rows.len() + 1).to_string()} onclick={events.click} onkeydown={events.key}>
                        <Head page={page.clone()} />
                        <tbody role="none"><tr role="none"><td role="none" data-before="" /></tr></tbody>
                        { for window.shown.filter(|index| index * ROWS < rows.len()).map(chunk) }
                        <tbody role="none"><tr role="none"><td role="none" data-after="" /></tr></tbody>
                    </table>
                    if reading.report.metrics.len() > rows.len() {
                        <p class="hint">
                            { fill(words(page).rows_of, &[&rows.len().to_string(), &reading.report.metrics.len().to_string()]) }
                            { " " }
                            <button type="button" class="link" onclick={all(page)}>{ words(page).show_all }</button>
                        </p>
                    }
                }
            </div>
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
        let dispatcher = page.dispatcher();
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
                _ => return,
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

/// Shows every row again.
fn all(page: &Page) -> Callback<MouseEvent> {
    let dispatcher = page.dispatcher();
    Callback::from(move |_| {
        dispatcher.dispatch(Action::Search(String::new()));
        dispatcher.dispatch(Action::Only(None));
    })
}

/// Search, section, and what can be taken away.
#[component]
fn Bar(Props { page }: &Props) -> Html {
    let words = words(page);
    let dispatcher = page.dispatcher();
    let oninput = Callback::from(move |event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        dispatcher.dispatch(Action::Search(field.value()));
    });
    let here = page.choice.zip(page.reading.as_ref()).and_then(|(choice, reading)| reading.section_of(choice.chosen));
    let section = match page.filter.section {
        Some(_) => {
            html! { <button type="button" class="toggle" aria-pressed="true" onclick={act(page, Action::Only(None))}>{ words.only_section }</button> }
        }
        None => {
            html! { <button type="button" class="toggle" aria-pressed="false" disabled={here.is_none()} onclick={act(page, Action::Only(here))}>{ words.only_section }</button> }
        }
    };
    html! {
        <div class="bar">
            <input type="search" class="search" placeholder={words.search} aria-label={words.search} value={page.filter.query.clone()} {oninput} />
            { section }
            <Takeaway page={page.clone()} />
        </div>
    }
}

/// Why there is no row.
#[component]
fn Nothing(Props { page }: &Props) -> Html {
    let words = words(page);
    let has_figures = page.reading.as_ref().is_some_and(|reading| !reading.rows.is_empty());
    match page.stage {
        _ if has_figures && page.filter != Filter::default() => html! {
            <p class="hint">{ words.no_rows }{ " " }<button type="button" class="link" onclick={all(page)}>{ words.show_all }</button></p>
        },
        Stage::Read if !page.document.is_blank() => html! { <p class="hint">{ words.no_figures }</p> },
        _ => Html::default(),
    }
}

#[component]
fn Head(Props { page }: &Props) -> Html {
    let words = words(page);
    html! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                <th role="columnheader" scope="col">{ words.indicator }</th>
                <th role="columnheader" scope="col" class="number">{ words.value }</th>
                <th role="columnheader" scope="col">{ words.unit }</th>
                <th role="columnheader" scope="col" class="period">{ words.period }</th>
                <th role="columnheader" scope="col" class="section">{ words.section }</th>
            </tr>
        </thead>
    }
}

#[derive(PartialEq, Properties)]
struct LineProps {
    page: Page,
    row: Row,
    /// Its place among the rows that are shown.
    at: usize,
    /// Whether the key Tab stops here.
    is_stop: bool,
    /// Whether it is to be brought into sight.
    is_target: bool,
}

/// A row.
#[component]
fn Line(LineProps { page, row, at, is_stop, is_target }: &LineProps) -> Html {
    let Some(reading) = page.reading.as_deref() else { return Html::default() };
    let words = words(page);
    let Some(metric) = reading.report.metrics.get(row.metric) else { return Html::default() };
    let choice = page.choice.map(|choice| choice.chosen);
    let is_chosen = choice.is_some_and(|chosen| reading.is_chosen(row.metric, chosen));
    let is_near = matches!(choice, Some(Chosen::Section(section)) if reading.is_within(row.metric, section));
    let Shown { number, unit } = show(metric, page.measure);
    let way = metric.direction.clone().filter(|_| is_change(&metric.kind));
    let class = classes!(
        format!("level-{}", row.level.min(4)),
        is_chosen.then_some("chosen"),
        is_near.then_some("near"),
        reading.is_faulty(row.metric).then_some("faulty")
    );
    html! {
        <tr role="row" {class} aria-level={(row.level + 1).to_string()} aria-rowindex={(at + 2).to_string()} aria-selected={if is_chosen { "true" } else { "false" }}
            tabindex={if *is_stop { "0" } else { "-1" }} data-row={row.metric.to_string()} data-at={at.to_string()} data-target={is_target.then_some("")}>
            <td role="gridcell" class="indicator">
                <span class="name" lang="zh-CN">{ &metric.indicator }</span>
                if let Some(tag) = words.tag(&metric.role, &metric.qualifier) {
                    <span class="tag">{ tag }</span>
                }
                if let Some(share) = row.share {
                    { self::share(words.share_of, share) }
                }
                { for reading.checks_told_at(row.metric).map(|(id, check)| html! {
                    <span class={if is_fault(check) { "wrong" } else { "right" }} data-check={id.to_string()} lang="zh-CN">{ &check.message }</span>
                }) }
            </td>
            <td role="gridcell" class={classes!("number", way)}>{ number }</td>
            <td role="gridcell" class="unit" lang="zh-CN">{ unit }</td>
            <td role="gridcell" class="period" lang="zh-CN">{ metric.period.clone() }</td>
            <td role="gridcell" class="section" lang="zh-CN" title={label::path(&reading.report, metric.section)}>{ section_of(reading, metric.section) }</td>
        </tr>
    }
}

/// A bar that shows a share, as long as the share is large.
fn share(words: &str, share: f64) -> Html {
    let percent = format!("{:.1}", share * 100.0);
    let about = fill(words, &[&percent]);
    html! {
        <svg class="share" role="img" aria-label={about.clone()} viewBox="0 0 100 6" preserveAspectRatio="none">
            <title>{ about }</title>
            <rect class="whole" width="100" height="6" />
            <rect class="part" width={percent} height="6" />
        </svg>
    }
}

/// The section of a row in short: its heading, after the number of the section around it.
fn section_of(reading: &Reading, section: Option<usize>) -> String {
    let sections = &reading.report.sections;
    let Some(section) = section.and_then(|section| sections.get(section)) else { return String::new() };
    let around = section.parent.filter(|_| section.depth > 2).and_then(|parent| sections.get(parent));
    format!("{}{}", around.map_or("", |around| &around.marker), label::section(section))
}
