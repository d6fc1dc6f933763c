//! What a head of office reads in ten seconds: which report, which parts, how many figures, what does not add up.

use yew::prelude::*;

use super::particulars::Particulars;
use super::{Page, Props, act, button, part, words};
use crate::app::exactness::told;
use crate::app::highlights::{called, telling};
use crate::app::reading::{Chosen, is_fault};
use crate::app::state::{Action, Manner, Pane, Stage};
use crate::app::value::Shown;
use crate::contract::{PartPlace, Report, Span};
use crate::report::{self, Genre};
use crate::words::fill;

/// How many of the checks that fail are told here.
const WRONG: usize = 2;

/// A statutory part, and the first place that tells it.
pub struct Part {
    /// What it is called.
    pub name: &'static str,
    /// Where it is told; nowhere if it is missing.
    pub place: Option<Span>,
}

/// The statutory parts of the report, if it is one that must have them.
pub fn parts(page: &Page) -> Vec<Part> {
    let Some(parts) = page.reading.as_ref().and_then(|reading| reading.report.parts.as_ref()) else {
        return Vec::new();
    };
    let part = |(part, places): (report::Part, &[PartPlace])| Part {
        name: page.language.part(part),
        place: places.first().map(|place| place.span),
    };
    parts.each().map(part).into()
}

/// The summary.
pub fn summary(page: &Page) -> Html {
    let words = words(page);
    let Some(reading) = page.reading.as_deref() else {
        let said = match page.stage {
            Stage::Failed => words.failed,
            Stage::Empty => words.waiting,
            _ => words.reading,
        };
        return html! { <div key="summary" class="summary"><h2 class="waiting">{ said }</h2></div> };
    };
    let report = &reading.report;
    let title = report.title.clone().or_else(|| report.source.name.clone());
    let (failed, agreed) = reading.check_counts();
    html! {
        <div key="summary" class="summary">
            <div class="line-of">
            <div class="which">
                <h2 lang={title.as_ref().map(|_| "zh-CN")} title={title.clone()}>{ heading(title.as_deref().unwrap_or(words.untitled)) }</h2>
                <div class="about">{ for about(page, report).into_iter().map(|about| html! { <span>{ about }</span> }) }{ part::<Particulars>(page) }</div>
            </div>
            <ul class="chips" aria-label={words.parts}>{ for parts(page).into_iter().map(|part| chip(page, &part)) }</ul>
            </div>
            <div class="line-of counts">
            <div class={classes!("numbers", (page.stage == Stage::Reading).then_some("stale"))}>
                { number(page, reading.rows.len(), words.figures, Pane::Table, "") }
                if agreed > 0 {
                    { number(page, agreed, words.agree, Pane::Checks, "agree") }
                }
                if failed > 0 {
                    { number(page, failed, words.disagree, Pane::Checks, "disagree") }
                }
                if !report.findings.is_empty() {
                    { number(page, report.findings.len(), words.odd, Pane::Checks, "odd") }
                }
            </div>
            { part::<Gist>(page) }
            </div>
        </div>
    }
}

/// A title whose year is not torn: 2023|年度.
fn heading(title: &str) -> Html {
    let Some(end) = title.find("年度").map(|at| at + "年度".len()) else { return html! { title } };
    let start = title[..end - "年度".len()].trim_end_matches(char::is_numeric).len();
    html! { <>{ &title[..start] }<span>{ &title[start..end] }</span>{ &title[end..] }</> }
}

/// What report it is, beside its title: who reports, on which year, which stay where there is no room; its sort, and when.
pub fn about(page: &Page, report: &Report) -> Vec<String> {
    let genre = (report.genre != Genre::Other).then(|| page.language.genre(report.genre).to_owned());
    let year = report.year.map(|year| fill(words(page).year, &[&year.to_string()]));
    [report.issuer.clone(), year, genre, report.published.clone()].into_iter().flatten().collect()
}

/// The most telling figures, and the first that do not add up.
#[component]
fn Gist(Props { page }: &Props) -> Html {
    let figures = use_memo(page.reading.clone(), |reading| {
        reading.iter().flat_map(|reading| telling(&reading.report)).collect::<Vec<usize>>()
    });
    let Some(reading) = page.reading.as_deref() else { return Html::default() };
    let report = &reading.report;
    let figures = figures.iter().filter_map(|&id| report.metrics.get(id));
    let wrong: Vec<_> = report.checks.iter().enumerate().filter(|(_, check)| is_fault(check)).take(WRONG).collect();
    html! {
        <div class={classes!("gist", wrong.is_empty().then_some("calm"))} lang="zh-CN">
            <ul class="amiss">{ for wrong.into_iter().map(|(id, check)| html! {
                <li><button type="button" lang={page.language.code()} onclick={act(page, Action::Choose(Chosen::Check(id), Pane::Checks, Manner::Point))}>{ check.message.told(page.language) }</button></li>
            }) }</ul>
            <ul class="largest">{ for figures.map(|metric| {
                let Shown { number, unit } = told(metric, &reading.document, page.measure, page.language);
                let name = called(report, metric);
                html! {
                    <li><button type="button" title={name.clone()} onclick={act(page, Action::Choose(Chosen::Metric(metric.id), Pane::Checks, Manner::Point))}>
                        <b>{ number }<small>{ unit }</small></b><span>{ name }</span>
                    </button></li>
                }
            }) }</ul>
        </div>
    }
}

fn chip(page: &Page, part: &Part) -> Html {
    match part.place {
        Some(place) => html! {
            <li>{ button("chip", part.name, act(page, Action::Choose(Chosen::Place(place), Pane::Checks, Manner::Point))) }</li>
        },
        None => {
            html! { <li><span class="chip missing"><b>{ words(page).missing }</b>{ " " }{ part.name }</span></li> }
        }
    }
}

fn number(page: &Page, count: usize, words: &str, pane: Pane, class: &'static str) -> Html {
    html! {
        <button type="button" class={classes!("fact", class)} onclick={act(page, Action::Show(pane))}><b>{ count }</b>{ words }</button>
    }
}
