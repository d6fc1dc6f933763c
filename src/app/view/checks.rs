//! What adds up and what does not, in one place.

use web_sys::Element;
use yew::prelude::*;

use super::{Page, Props, words};
use crate::app::reading::{Chosen, Reading, is_fault};
use crate::app::state::{Action, Manner, Pane};
use crate::app::words::fill;
use crate::output::label;

/// The list of checks and findings.
#[component]
pub fn Checks(Props { page }: &Props) -> Html {
    let words = words(page);
    let Some(reading) = page.reading.as_deref() else { return html! { <div class="scroller" aria-busy="true" /> } };
    let report = &reading.report;
    let item = |chosen: Chosen, kind: String, message: &str| item(page, reading, chosen, kind, message);
    let checks = |faulty: bool| -> Vec<Html> {
        let checks = report.checks.iter().enumerate().filter(|(_, check)| is_fault(check) == faulty);
        checks.map(|(id, check)| item(Chosen::Check(id), page.language.check(&check.kind), &check.message)).collect()
    };
    let findings: Vec<Html> = report
        .findings
        .iter()
        .enumerate()
        .map(|(id, finding)| item(Chosen::Finding(id), page.language.finding(&finding.kind), &finding.message))
        .collect();
    let missing: Vec<Html> = super::summary::parts(page)
        .into_iter()
        .filter(|part| part.place.is_none())
        .map(|part| html! { <li class="missing">{ fill(words.missing_part, &[part.name]) }</li> })
        .collect();
    let groups = [
        ("wrong", words.not_agreeing, checks(true)),
        ("wrong", words.missing_parts, missing),
        ("odd", words.to_look_at, findings),
        ("right", words.agreeing, checks(false)),
    ];
    let is_empty = groups.iter().all(|(.., items)| items.is_empty());
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(chosen) = event.target_dyn_into::<Element>().and_then(|target| chosen_at(&target)) {
                page.dispatch(Action::Choose(chosen, Pane::Checks, Manner::Point));
            }
        })
    };
    html! {
        <div class="scroller checks" {onclick}>
            if is_empty {
                <p class="hint">{ words.no_checks }</p>
            }
            { for groups.into_iter().filter(|(.., items)| !items.is_empty()).map(|(class, name, items)| html! {
                <section {class}>
                    <h3>{ name }<span class="count">{ items.len() }</span></h3>
                    <ul>{ for items }</ul>
                </section>
            }) }
        </div>
    }
}

fn item(page: &Page, reading: &Reading, chosen: Chosen, kind: String, message: &str) -> Html {
    let is_chosen = page.choice.is_some_and(|choice| choice.chosen == chosen);
    let (name, id) = match chosen {
        Chosen::Check(id) => ("check", id),
        Chosen::Finding(id) => ("finding", id),
        Chosen::Metric(id) | Chosen::Section(id) => ("", id),
        Chosen::Place(place) => ("", place.start),
    };
    let figure = reading.metric_of(chosen).and_then(|metric| reading.report.metrics.get(metric));
    html! {
        <li key={format!("{name}-{id}")}>
            <button type="button" class={classes!("item", is_chosen.then_some("chosen"))} aria-current={is_chosen.then_some("true")} data-item={format!("{name}-{id}")}>
                <span class="kind">{ kind }</span>
                if let Some(figure) = figure {
                    <span class="about" lang="zh-CN">{ &figure.indicator }</span>
                }
                <span class="message" lang="zh-CN">{ message }</span>
                <span class="where" lang="zh-CN">{ label::path(&reading.report, reading.section_of(chosen)) }</span>
            </button>
        </li>
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
