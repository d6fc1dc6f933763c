//! The text, set like an official document, with every figure marked.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::place::{all, use_return};
use super::viewport::{Target, use_viewport};
use super::{Page, Props, selection};
use crate::app::document::{Block, Document};
use crate::app::reading::{Chosen, Marks, Reading, Run};
use crate::app::state::{Action, Choice, Manner, Pane, Stage};
use crate::contract::{Deed, Span};
use crate::output::amendment;
use crate::output::measure::Measure;
use crate::words::{Language, fill};

/// Heights of a line and of the space between paragraphs, in pixels, for guessing.
const LINE: f64 = 32.0;
const SPACE: f64 = 8.0;

/// A shorter text, in bytes, has been read before anyone could see it without its marks.
const SHORT: usize = 100_000;

/// The text.
#[component]
pub fn Source(Props { page }: &Props) -> Html {
    let pane = use_node_ref();
    let document = page.reading.as_ref().map_or(&page.document, |reading| &reading.document).clone();
    let is_set = page.reading.is_some() || page.stage != Stage::Reading || document.source().len() >= SHORT;
    let heights = use_memo((document.clone(), is_set), |(document, is_set)| {
        let sheets = document.sheets().iter().filter(|_| *is_set);
        sheets.map(|sheet| sheet.lines as f64 * LINE + sheet.blocks.len() as f64 * SPACE).collect()
    });
    let places = places(page);
    let target = target(page.choice, &places, &document);
    let window = use_viewport(&pane, page.slot, &heights, target);
    use_return(&pane, page, &document, &heights);

    let choose = {
        let page = page.clone();
        move |target: Option<Element>, manner: Manner| {
            let action = target.and_then(|target| meant(&target, &page, manner));
            let found = action.is_some();
            action.into_iter().for_each(|action| page.dispatch(action));
            found
        }
    };
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| {
            choose(event.target_dyn_into(), Manner::Point);
        })
    };
    let onkeydown = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            let target: Option<Element> = event.target_dyn_into();
            let to = target.as_ref().and_then(|target| beyond(&event.key(), target, &page));
            if let Some(metric) = to {
                event.prevent_default();
                page.dispatch(Action::Choose(Chosen::Metric(metric), Pane::Text, Manner::Pass));
            } else if matches!(event.key().as_str(), "Enter" | " ") && choose(target, Manner::Enter) {
                event.prevent_default();
            }
        })
    };

    let mut setter = Setter {
        reading: page.reading.as_deref(),
        marks: Marks {
            chosen: &places,
            found: page.find.as_ref().map_or(&[], |find| &find.places),
            ledger: page.ledger,
            speech: page.speech,
        },
        language: page.language,
        document: &document,
        seeks: target.is_some(),
        turn: page.choice.map_or(0, |choice| choice.turn),
    };
    html! {
        <div ref={pane} class="scroller paper" {onclick} {onkeydown} tabindex="0" role="group" aria-label={super::words(page).text}>
            <div class="column" lang="zh-CN">
                <div key="before" data-before="" />
                { for window.shown.map(|sheet| html! {
                    <div key={sheet} class="sheet" data-index={sheet.to_string()}>{ setter.sheet(sheet) }</div>
                }) }
                <div key="after" data-after="" />
            </div>
        </div>
    }
}

/// The places of the text that are chosen.
fn places(page: &Page) -> Vec<Span> {
    let chosen = page.choice.zip(page.reading.as_deref());
    chosen.map(|(choice, reading)| reading.places(choice.chosen)).unwrap_or_default()
}

fn target(choice: Option<Choice>, places: &[Span], document: &Rc<Document>) -> Option<Target> {
    // Arrow keys in the text take the focus from figure to figure.
    let by_arrow = |choice: &Choice| choice.from == Pane::Text && choice.manner == Manner::Pass;
    let choice = choice.filter(|choice| choice.from != Pane::Text || by_arrow(choice))?;
    Some(Target {
        index: document.sheet_of(places.first()?.start),
        to_top: matches!(choice.chosen, Chosen::Section(_)),
        focus: by_arrow(&choice) || choice.manner == Manner::Enter && choice.from != Pane::Checks,
        turn: choice.turn,
    })
}

/// Where an arrow key leads among the figures: from one to the next, or from the text, which up and down scroll, to the nearest.
fn beyond(key: &str, target: &Element, page: &Page) -> Option<usize> {
    let (back, sideways) = match key {
        "ArrowLeft" => (true, true),
        "ArrowRight" => (false, true),
        "ArrowUp" => (true, false),
        "ArrowDown" => (false, false),
        _ => return None,
    };
    let reading = page.reading.as_ref()?;
    if let Some(metric) = number(target, METRIC) {
        // At the end it stays.
        return reading.beyond(metric, back).or(Some(metric));
    }
    if let Some(skipped) = number(target, SKIPPED) {
        return reading.figure_from(reading.report.skipped.get(skipped)?.span.start, back).filter(|_| sideways);
    }
    let pane = target.closest(".paper").ok().flatten().filter(|_| sideways)?;
    nearest(&pane, reading, back).or_else(|| nearest(&pane, reading, !back))
}

/// The first figure from the top of the pane on, or the last above it, also where the pane holds no such text yet.
fn nearest(pane: &Element, reading: &Reading, back: bool) -> Option<usize> {
    let top = pane.get_bounding_client_rect().top();
    let is_above = |mark: &Element| mark.get_bounding_client_rect().top() < top;
    let (above, below): (Vec<Element>, Vec<Element>) = all(pane, "mark").partition(is_above);
    let (above, below) =
        (above.last().and_then(|mark| number(mark, METRIC)), below.first().and_then(|mark| number(mark, METRIC)));
    let (next, other) = if back { (above, below) } else { (below, above) };
    let start = || number(&all(pane, "[data-start]").next()?, "data-start");
    next.or_else(|| match other {
        Some(other) => reading.beyond(other, back),
        None => reading.figure_from(start()?, back),
    })
}

/// The attributes that number the figures of the text, and the numerals that were left out.
const METRIC: &str = "data-metric";
const SKIPPED: &str = "data-skipped";

fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

/// What a reader means who points at a place of the text or presses Enter there: the figure, or that a numeral is one. Who selects
/// words means neither.
fn meant(target: &Element, page: &Page, manner: Manner) -> Option<Action> {
    if let Some(metric) = metric_at(target, page) {
        return Some(Action::Choose(Chosen::Metric(metric), Pane::Text, manner));
    }
    let skipped = number(target, SKIPPED)?;
    (manner == Manner::Enter || selection::span().is_none()).then_some(Action::AddSkipped(skipped))
}

/// The figure that is stated at a mark. If the first of several is chosen already, the next.
fn metric_at(target: &Element, page: &Page) -> Option<usize> {
    let mark = target.closest("[data-metric]").ok().flatten()?;
    let first = number(&mark, METRIC)?;
    let metrics = &page.reading.as_ref()?.report.metrics;
    let Some(Chosen::Metric(chosen)) = page.choice.map(|choice| choice.chosen) else { return Some(first) };
    let next = metrics.get(chosen + 1).filter(|next| chosen >= first && next.span == metrics[first].span);
    Some(next.map_or(first, |_| chosen + 1))
}

/// Sets the text, sheet by sheet.
struct Setter<'page> {
    reading: Option<&'page Reading>,
    document: &'page Document,
    marks: Marks<'page>,
    language: Language,
    /// Whether the first chosen run is still to be found.
    seeks: bool,
    turn: u32,
}

impl Setter<'_> {
    fn sheet(&mut self, sheet: usize) -> Html {
        let document = self.document;
        document.blocks(&document.sheets()[sheet]).iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Html {
        let Some(reading) = self.reading else {
            let words: String = self.document.pieces(block, &[]).into_iter().map(|(_, words)| words).collect();
            return html! { <p class={classes!(block.continues.then_some("continued"))}>{ words }</p> };
        };
        let runs = reading.runs(block, self.marks);
        let all = |is: fn(&Run) -> bool| runs.iter().all(is);
        let heading = runs.first().and_then(|run| run.heading).filter(|_| all(|run| run.heading.is_some()));
        let depth = heading.and_then(|section| reading.report.sections.get(section)).map(|section| section.depth);
        let class = if all(|run| run.title) {
            "title"
        } else if all(|run| run.noise) {
            "noise"
        } else {
            match depth {
                Some(1) => "chapter",
                Some(2) => "part",
                Some(_) => "point",
                None if block.continues => "continued",
                None if runs.iter().any(|run| run.words.contains('\t')) => "cells",
                None => "",
            }
        };
        let level = match class {
            "title" => Some(2),
            _ => depth.map(|depth| (depth + 2).min(6)),
        };
        let words = runs.iter().map(|run| self.run(run, reading, level.is_some())).collect::<Html>();
        html! {
            <p data-start={block.span.start.to_string()} class={(!class.is_empty()).then_some(class)} role={level.map(|_| "heading")} aria-level={level.map(|level| level.to_string())}>{ words }</p>
        }
    }

    fn run(&mut self, run: &Run, reading: &Reading, is_heading: bool) -> Html {
        let is_target = run.chosen && std::mem::take(&mut self.seeks);
        let target = is_target.then_some("");
        let pulse = run.chosen.then_some(if self.turn.is_multiple_of(2) { "chosen" } else { "chosen again" });
        let fault = run.fault.then_some("fault").or(run.doubt.then_some("fault odd"));
        let found = run.found.then_some("found");
        // Figures in a heading are as bold as its words.
        let run_in = (run.heading.is_some() && !is_heading).then_some("run-in");
        if let Some(metric) = reading.report.metrics.get(run.metrics.start).filter(|_| !run.metrics.is_empty()) {
            let mut about = format!("{} · {}", metric.indicator, self.language.kind(metric.kind));
            about.extend(amendment::note(metric, Measure::Printed, self.language).map(|note| format!(" · {note}")));
            let amended = metric.amendment.as_ref().map(|amendment| match amendment.action {
                Deed::Confirmed => "amended confirmed",
                _ => "amended",
            });
            return html! {
                <mark role="button" tabindex="-1" class={classes!(run_in, pulse, fault, found, amended)} data-kind={metric.kind.family()} data-metric={metric.id.to_string()} data-target={target} title={about} aria-pressed={if run.chosen { "true" } else { "false" }}>{ run.words }</mark>
            };
        }
        if let Some((id, skipped)) = run.skipped.and_then(|id| Some((id, reading.report.skipped.get(id)?))) {
            let reason = self.language.reason(skipped.reason).to_owned();
            let label = fill(self.language.words().skipped_as, &[run.words, &reason]);
            return html! {
                <span class={classes!("skipped", run_in, pulse, found)} role="button" tabindex="0" data-skipped={id.to_string()} data-reason={reason} aria-label={label} data-target={target}>{ run.words }</span>
            };
        }
        if let Some(metric) = run.excluded.and_then(|id| reading.report.excluded.get(id)) {
            let about = fill(self.language.words().excluded, &[&metric.indicator]);
            return html! { <s class={classes!(run_in, pulse, found)} title={about}>{ run.words }</s> };
        }
        let class = classes!(run_in, run.noise.then_some("noise"), pulse, fault, found);
        if class.is_empty() {
            return html! { run.words };
        }
        html! { <span {class} data-target={target} tabindex={target.map(|_| "-1")}>{ run.words }</span> }
    }
}
