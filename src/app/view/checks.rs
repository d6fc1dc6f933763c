//! What adds up and what does not, in one place.

use web_sys::Element;
use yew::prelude::*;

use super::summary::parts;
use super::viewport::use_viewport;
use super::{Page, Props, words};
use crate::app::reading::{Chosen, Reading, is_fault};
use crate::app::state::{Action, Manner, Pane, Stage};
use crate::output::label;
use crate::words::fill;

/// How many entries come and go together, and about how high each is.
const ENTRIES: usize = 30;
const HEIGHT: f64 = 80.0;

/// An entry of the list.
#[derive(Clone, PartialEq)]
enum Entry {
    /// The head of a group: its colour, its name, how many it holds.
    Head(&'static str, &'static str, usize),
    /// A check, and its colour.
    Check(&'static str, usize),
    /// Something odd.
    Finding(usize),
    /// A statutory part that is missing.
    Missing(&'static str),
}

/// The list of checks and findings.
#[component]
pub fn Checks(Props { page }: &Props) -> Html {
    let pane = use_node_ref();
    let entries = use_memo((page.reading.clone(), page.language), |_| entries(page));
    let heights = use_memo(entries.clone(), |entries| {
        entries.chunks(ENTRIES).map(|chunk| chunk.len() as f64 * HEIGHT).collect::<Vec<f64>>()
    });
    let window = use_viewport(&pane, page.slot, &heights, None);
    let Some(reading) = page.reading.as_deref() else {
        return html! { <div ref={pane} class="scroller" aria-busy={(page.stage == Stage::Reading).then_some("true")} /> };
    };
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(chosen) = event.target_dyn_into::<Element>().and_then(|target| chosen_at(&target)) {
                page.dispatch(Action::Choose(chosen, Pane::Checks, Manner::Point));
            }
        })
    };
    let chunk = |index: usize| {
        let entries = entries.chunks(ENTRIES).nth(index).unwrap_or_default();
        html! {
            <div key={index} data-index={index.to_string()}>{ for entries.iter().map(|entry| show(page, reading, entry)) }</div>
        }
    };
    html! {
        <div ref={pane} class="scroller checks" {onclick}>
            if entries.is_empty() {
                <p class="hint">{ words(page).no_checks }</p>
            } else {
                <div key="before" data-before="" />
                { for window.shown.map(chunk) }
                <div key="after" data-after="" />
            }
        </div>
    }
}

/// What fails, what is missing, what is odd, what holds: in this order.
fn entries(page: &Page) -> Vec<Entry> {
    let words = words(page);
    let Some(report) = page.reading.as_ref().map(|reading| &reading.report) else { return Vec::new() };
    let checks = |class: &'static str, faulty: bool| -> Vec<Entry> {
        let checks = report.checks.iter().enumerate().filter(|(_, check)| is_fault(check) == faulty);
        checks.map(|(id, _)| Entry::Check(class, id)).collect()
    };
    let missing = parts(page).into_iter().filter(|part| part.place.is_none()).map(|part| Entry::Missing(part.name));
    let findings = (0..report.findings.len()).map(Entry::Finding);
    let groups = [
        ("wrong", words.not_agreeing, checks("wrong", true)),
        ("wrong", words.missing_parts, missing.collect()),
        ("odd", words.to_look_at, findings.collect()),
        ("agreeing", words.agreeing, checks("agreeing", false)),
    ];
    let groups = groups.into_iter().filter(|(.., entries)| !entries.is_empty());
    groups
        .flat_map(|(class, name, entries)| [Entry::Head(class, name, entries.len())].into_iter().chain(entries))
        .collect()
}

fn show(page: &Page, reading: &Reading, entry: &Entry) -> Html {
    let report = &reading.report;
    match entry {
        &Entry::Head(class, name, count) => html! { <h3 {class}>{ name }<span class="count">{ count }</span></h3> },
        Entry::Missing(name) => html! { <p class="missing">{ fill(words(page).missing_part, &[name]) }</p> },
        &Entry::Check(class, id) => {
            let check = &report.checks[id];
            item(
                page,
                reading,
                Chosen::Check(id),
                class,
                format!("check-{id}"),
                page.language.check(check.kind),
                &check.message.told(page.language),
            )
        }
        &Entry::Finding(id) => {
            let finding = &report.findings[id];
            let kind = page.language.finding(finding.kind);
            let message = finding.message.told(page.language);
            item(page, reading, Chosen::Finding(id), "odd", format!("finding-{id}"), kind, &message)
        }
    }
}

fn item(
    page: &Page,
    reading: &Reading,
    chosen: Chosen,
    class: &'static str,
    name: String,
    kind: &str,
    message: &str,
) -> Html {
    let is_chosen = page.choice.is_some_and(|choice| choice.chosen == chosen);
    let figure = reading.metric_of(chosen).and_then(|metric| reading.report.metrics.get(metric));
    html! {
        <button type="button" class={classes!("item", class, is_chosen.then_some("chosen"))} aria-current={is_chosen.then_some("true")} data-item={name}>
            <span class="kind">{ kind }</span>
            if let Some(figure) = figure {
                <span class="about" lang="zh-CN">{ &figure.indicator }</span>
            }
            <span class="message">{ message }</span>
            <span class="where" lang="zh-CN">{ label::path(&reading.report, reading.section_of(chosen)) }</span>
        </button>
    }
}

fn chosen_at(target: &Element) -> Option<Chosen> {
    let item = target.closest("[data-item]").ok().flatten()?.get_attribute("data-item")?;
    let (name, id) = item.split_once('-')?;
    let id = id.parse().ok()?;
    match name {
        "check" => Some(Chosen::Check(id)),
        "finding" => Some(Chosen::Finding(id)),
        _ => None,
    }
}
