//! The outline as a tree.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::viewport::{Target, use_viewport};
use super::{Page, Props, words};
use crate::app::outline::{Line, Step, step};
use crate::app::reading::{Chosen, Reading};
use crate::app::state::{Action, Manner, Pane};
use crate::app::words::fill;
use crate::output::label;

/// How many lines come and go together, and about how high each is.
const LINES: usize = 40;
const HEIGHT: f64 = 32.0;

/// The outline.
#[component]
pub fn Outline(Props { page }: &Props) -> Html {
    let pane = use_node_ref();
    let heights = use_memo(page.lines.clone(), |lines| {
        lines.chunks(LINES).map(|chunk| chunk.len() as f64 * HEIGHT).collect::<Vec<f64>>()
    });
    let here = here(page);
    let at = here.and_then(|here| page.lines.iter().position(|line| line.section == here));
    let target = page.choice.zip(at).map(|(choice, at)| Target {
        index: at / LINES,
        to_top: false,
        focus: choice.from == Pane::Outline && choice.manner == Manner::Pass,
        turn: choice.turn,
    });
    let window = use_viewport(&pane, &heights, target);
    let Some(reading) = page.reading.clone() else { return html! { <div ref={pane} class="scroller" /> } };

    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            let Some(section) = section_at(&target) else { return };
            if target.closest(".twist").ok().flatten().is_some() {
                page.dispatch(Action::Fold(section, !page.folded.contains(&section)));
            } else {
                page.dispatch(Action::Choose(Chosen::Section(section), Pane::Outline, Manner::Point));
            }
        })
    };
    let onkeydown = {
        let (page, reading) = (page.clone(), reading.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(section) = event.target_dyn_into::<Element>().and_then(|target| section_at(&target)) else {
                return;
            };
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            let action = match key.as_str() {
                "Enter" | " " => Some(Action::Choose(Chosen::Section(section), Pane::Outline, Manner::Enter)),
                _ => step(&page.lines, &reading, &page.folded, section, &key).map(|step| match step {
                    Step::To(section) => Action::Choose(Chosen::Section(section), Pane::Outline, Manner::Pass),
                    Step::Fold(fold) => Action::Fold(section, fold),
                    Step::Unfold => Action::Unfold,
                }),
            };
            // The keys of the whole page stay what they are.
            if let Some(action) = action.filter(|_| !matches!(key.as_str(), "/" | "?")) {
                event.prevent_default();
                page.dispatch(action);
            }
        })
    };
    let lines: Rc<Vec<Line>> = page.lines.clone();
    let stop = here.filter(|_| at.is_some()).or(lines.first().map(|line| line.section));
    let chunk = |index: usize| {
        let lines = lines.chunks(LINES).nth(index).unwrap_or_default();
        html! {
            <div key={index} role="none" data-index={index.to_string()}>
                { for lines.iter().map(|line| self::line(page, &reading, line, here, stop)) }
            </div>
        }
    };
    html! {
        <div ref={pane} class="scroller">
            if lines.is_empty() {
                <p class="hint">{ words(page).no_sections }</p>
            } else {
                <div class="tree" role="tree" aria-label={words(page).outline} {onclick} {onkeydown}>
                    <div data-before="" role="none" />
                    { for window.shown.map(chunk) }
                    <div data-after="" role="none" />
                </div>
            }
        </div>
    }
}

/// The section in which the choice stands.
fn here(page: &Page) -> Option<usize> {
    page.reading.as_ref()?.section_of(page.choice?.chosen)
}

fn section_at(target: &Element) -> Option<usize> {
    target.closest("[data-section]").ok().flatten()?.get_attribute("data-section")?.parse().ok()
}

fn line(page: &Page, reading: &Reading, line: &Line, here: Option<usize>, stop: Option<usize>) -> Html {
    let words = words(page);
    let section = &reading.report.sections[line.section];
    let tally = reading.tallies[line.section];
    let is_folded = page.folded.contains(&line.section);
    // A fault is shown where it stands, or on the section that is folded over it.
    let faults = if is_folded { tally.faults } else { tally.own_faults };
    let is_here = here == Some(line.section);
    let is_found = page.find.as_ref().is_some_and(|find| find.sections.binary_search(&line.section).is_ok());
    let title = section.title.as_deref().unwrap_or(&section.lead);
    html! {
        <div key={line.section} class={classes!("line", format!("depth-{}", section.depth.min(5)), is_here.then_some("here"), is_found.then_some("found"))} role="treeitem"
            aria-level={section.depth.to_string()} aria-posinset={line.place.0.to_string()} aria-setsize={line.place.1.to_string()}
            aria-expanded={line.holds.then_some(if is_folded { "false" } else { "true" })} aria-selected={if is_here { "true" } else { "false" }}
            tabindex={if stop == Some(line.section) { "0" } else { "-1" }}
            data-section={line.section.to_string()} data-target={is_here.then_some("")} title={label::section(section)}>
            <span class={classes!("twist", line.holds.then_some("holds"), is_folded.then_some("folded"))} aria-hidden="true" />
            <span class="marker" lang="zh-CN">{ &section.marker }</span>
            <span class={classes!("heading", section.title.is_none().then_some("lead"))} lang="zh-CN">{ title }</span>
            if faults > 0 {
                <span class="faulty" title={fill(words.faults, &[&faults.to_string()])}>{ faults }</span>
            }
            if tally.metrics > 0 {
                <span class="tally" title={format!("{} {}", tally.metrics, words.figures)}>{ tally.metrics }</span>
            }
        </div>
    }
}
