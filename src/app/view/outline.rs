//! The outline as a tree.

use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::sight::{Sight, use_sight};
use super::viewport::{Target, use_viewport};
use super::{Page, Props, words};
use crate::app::outline::{Line, Step, step};
use crate::app::reading::{Chosen, Reading};
use crate::app::state::{Action, Manner, Pane};
use crate::output::label;
use crate::text::on_one_line;

/// How many lines come and go together, and about how high each is.
const LINES: usize = 10;
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
    let on_screen = lines_on_screen(page, use_sight(&page.reading));
    let target = use_target(page, at, &on_screen);
    let window = use_viewport(&pane, page.slot, &heights, target.map(|target| target.target));
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
                { for lines.iter().zip(index * LINES..).map(|(line, at)| self::line(page, &reading, line, &Place {
                    is_here: here == Some(line.section),
                    is_stop: stop == Some(line.section),
                    is_target: target.is_some_and(|target| target.line == at),
                    is_on_screen: on_screen.contains(&at),
                    is_first_on_screen: on_screen.start == at && !on_screen.is_empty(),
                })) }
            </div>
        }
    };
    html! {
        <div ref={pane} class="scroller">
            if lines.is_empty() {
                <p class="hint">{ words(page).no_sections }</p>
            } else {
                <div class="tree" role="tree" aria-label={words(page).outline} {onclick} {onkeydown}>
                    <div key="before" data-before="" role="none" />
                    { for window.shown.map(chunk) }
                    <div key="after" data-after="" role="none" />
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

/// The lines of the sections on screen; of a folded section the line that it is folded into.
fn lines_on_screen(page: &Page, sight: Sight) -> Range<usize> {
    let Some((first, last)) = sight else { return 0..0 };
    let until = |section: usize| page.lines.partition_point(|line| line.section <= section);
    until(first).saturating_sub(1)..until(last)
}

/// A line that is to be brought into sight.
#[derive(Clone, Copy)]
struct Sought {
    line: usize,
    target: Target,
}

/// The line that is to be brought into sight: that of the choice, or, when the text has scrolled on, of what is read now.
#[hook]
fn use_target(page: &Page, chosen: Option<usize>, on_screen: &Range<usize>) -> Option<Sought> {
    #[derive(Default)]
    struct Last {
        turn: u32,
        choice: Option<u32>,
        on_screen: Range<usize>,
        sought: Option<Sought>,
    }
    let last = use_mut_ref(Last::default);
    let mut last = last.borrow_mut();
    let choice = page.choice.filter(|_| chosen.is_some());
    let is_new_choice = choice.map(|choice| choice.turn) != last.choice;
    let has_scrolled = *on_screen != last.on_screen;
    last.choice = choice.map(|choice| choice.turn);
    last.on_screen = on_screen.clone();
    let seek = |line: usize, focus: bool, turn: u32| {
        Some(Sought { line, target: Target { index: line / LINES, to_top: false, focus, turn } })
    };
    if let (Some(choice), Some(line), true) = (choice, chosen, is_new_choice) {
        last.turn += 1;
        last.sought = seek(line, choice.from == Pane::Outline && choice.manner == Manner::Pass, last.turn);
    } else if has_scrolled && !on_screen.is_empty() && !chosen.is_some_and(|line| on_screen.contains(&line)) {
        last.turn += 1;
        last.sought = seek(on_screen.start, false, last.turn);
    }
    last.sought
}

/// How a line stands to what a reader does.
struct Place {
    /// The choice stands in it.
    is_here: bool,
    /// The key Tab stops here.
    is_stop: bool,
    /// It is to be brought into sight.
    is_target: bool,
    /// Its section is on screen.
    is_on_screen: bool,
    is_first_on_screen: bool,
}

fn line(page: &Page, reading: &Reading, line: &Line, place: &Place) -> Html {
    let words = words(page);
    let section = &reading.report.sections[line.section];
    let tally = reading.tallies[line.section];
    let is_folded = page.folded.contains(&line.section);
    // A fault is shown where it stands, or on the section that is folded over it.
    let (faults, wrong) = if is_folded { (tally.faults, tally.wrong) } else { (tally.own_faults, tally.own_wrong) };
    let is_here = place.is_here;
    let is_found = page.find.as_ref().is_some_and(|find| find.sections.binary_search(&line.section).is_ok());
    let title = on_one_line(section.title.as_deref().unwrap_or(&section.lead));
    html! {
        <div key={line.section} class={classes!("line", format!("depth-{}", section.depth.min(5)), is_here.then_some("here"), place.is_on_screen.then_some("on-screen"), is_found.then_some("found"))} role="treeitem"
            aria-level={section.depth.to_string()} aria-posinset={line.place.0.to_string()} aria-setsize={line.place.1.to_string()}
            aria-expanded={line.holds.then_some(if is_folded { "false" } else { "true" })} aria-selected={if is_here { "true" } else { "false" }}
            tabindex={if place.is_stop { "0" } else { "-1" }} aria-current={place.is_first_on_screen.then_some("location")}
            data-section={line.section.to_string()} data-target={place.is_target.then_some("")} title={label::section(section)}>
            <span class={classes!("twist", line.holds.then_some("holds"), is_folded.then_some("folded"))} aria-hidden="true" />
            <span class="marker" lang="zh-CN">{ &section.marker }</span>
            <span class={classes!("heading", section.title.is_none().then_some("lead"))} lang="zh-CN">{ title }</span>
            { for [(wrong, words.disagree, None), (faults - wrong, words.odd, Some("odd"))].into_iter().filter(|(count, ..)| *count > 0).map(|(count, name, odd)| html! {
                <span class={classes!("faulty", odd)} title={format!("{count} {name}")}>{ count }</span>
            }) }
            if tally.metrics > 0 {
                <span class="tally" title={format!("{} {}", tally.metrics, words.figures)}>{ tally.metrics }</span>
            }
        </div>
    }
}
