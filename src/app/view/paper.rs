//! The reading as a document on paper: what it is, outline, figures, findings. It is in the page only while it is printed.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::summary::{about, parts};
use super::{Page, Props, exports, words};
use crate::app::exactness::tag;
use crate::app::reading::{Reading, Tally, is_fault};
use crate::app::rows::Row;
use crate::app::state::Action;
use crate::app::value::{Shown, show};
use crate::contract::Metric;
use crate::output::amendment;
use crate::output::findings::{self, Entry, Weight};
use crate::output::label;
use crate::text::Utf16Offsets;
use crate::words::{Words, file, fill};

/// Asks the browser to print, once the document is there: it does not wait for what an event of its own brings about.
pub fn print(page: &Page) {
    page.dispatch(Action::Print(true));
    Timeout::new(0, || {
        // A browser that cannot print has nothing to say about it either.
        let _ = gloo::utils::window().print();
    })
    .forget();
}

/// The document, while it is printed.
#[component]
pub fn Paper(Props { page }: &Props) -> Html {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let listen = |kind: &'static str, begins: bool| {
            let dispatcher = dispatcher.clone();
            EventListener::new(&window, kind, move |_| dispatcher.dispatch(Action::Print(begins)))
        };
        let listeners = [listen("beforeprint", true), listen("afterprint", false)];
        move || drop(listeners)
    });
    let Some(reading) = page.reading.as_deref().filter(|_| page.is_printing) else { return Html::default() };
    let words = words(page);
    let report = &reading.report;
    let (amiss, right) = findings::parted(report, page.language);
    let offsets = Utf16Offsets::new(reading.document.source());
    let list = |name: &'static str, entries: &[Entry]| {
        (!entries.is_empty()).then(|| {
            html! {
                <>
                    <h2>{ name }</h2>
                    <ul class="findings">{ for entries.iter().map(|entry| finding(page, reading, &offsets, entry)) }</ul>
                </>
            }
        })
    };
    let amended = amendment::list(report, &exports::selection(page, true));
    let itself = amendment::of_report(report, page.language);
    let all = report.metrics.len().to_string();
    html! {
        <article class="printed" lang="zh-CN">
            <h1>{ label::report(report, page.language) }</h1>
            <p class="about">{ about(page, report).join(" · ") }</p>
            <ul class="parts">{ for parts(page).into_iter().map(|part| match part.place {
                Some(_) => html! { <li>{ part.name }</li> },
                None => html! { <li class="missing">{ words.missing }{ " " }{ part.name }</li> },
            }) }</ul>
            { for list(words.checks, &amiss) }
            if !report.sections.is_empty() {
                <h2>{ words.outline }</h2>
                <ul class="outline">{ for report.sections.iter().map(|section| html! {
                    <li class={format!("depth-{}", section.depth.min(5))}>{ label::section(section) }{ for faults(reading, section.id, words) }</li>
                }) }</ul>
            }
            if !page.rows.is_empty() {
                <h2>{ words.table }<small>{ fill(words.rows_of, &[&page.rows.len().to_string(), &all]) }</small></h2>
                <table>
                    <thead><tr><th>{ words.indicator }</th><th class="number">{ words.value }</th><th>{ words.unit }</th><th>{ words.period }</th></tr></thead>
                    <tbody>{ for rows(page, reading) }</tbody>
                </table>
            }
            if !amended.is_empty() || itself.is_some() {
                <h2>{ words.changes }</h2>
                <ul class="amended">{ for itself.map(|note| html! {
                    <li>{ page.language.fill(file::TOLD, &[page.language.pick(file::REPORT), &note]) }</li>
                }) }{ for amended.into_iter().map(|(metric, note)| html! {
                    <li>{ &metric.indicator }{ "（" }{ &metric.quote }{ "）：" }{ note }</li>
                }) }</ul>
            }
            { for list(words.agreeing, &right) }
            <footer>{ &report.generator }{ " · SHA-256 " }{ &report.source.sha256 }</footer>
        </article>
    }
}

/// The rows that the table shows, under the headings of their sections.
fn rows(page: &Page, reading: &Reading) -> Vec<Html> {
    let metrics = &reading.report.metrics;
    let mut section = None;
    let mut rows = Vec::new();
    for row in page.rows.iter() {
        let Some(metric) = metrics.get(row.metric) else { continue };
        if metric.section != section && metric.section.is_some() {
            let path = label::path(&reading.report, metric.section);
            rows.push(html! { <tr class="group"><th colspan="4" scope="rowgroup">{ path }</th></tr> });
        }
        section = metric.section;
        rows.push(line(page, reading, row, metric));
    }
    rows
}

fn line(page: &Page, reading: &Reading, row: &Row, metric: &Metric) -> Html {
    let faults = reading.checks_told_at(row.metric).filter(|(_, check)| is_fault(check));
    let Shown { number, unit } = show(metric, page.measure);
    html! {
        <tr>
            <td class={format!("level-{}", row.level.min(4))}>
                { &metric.indicator }
                if let Some(tag) = tag(metric, &reading.document, page.language) {
                    <small>{ tag }</small>
                }
                { for faults.map(|(_, check)| html! { <small class="wrong">{ check.message.told(page.language) }</small> }) }
                if reading.faults_elsewhere(row.metric).next().is_some() {
                    <small class="wrong">{ words(page).not_agreeing }</small>
                }
            </td>
            <td class={classes!("number", reading.is_faulty(row.metric).then_some("faulty"))}>{ number }</td>
            <td class="unit">{ unit }</td>
            <td class="period">{ metric.period.clone() }</td>
        </tr>
    }
}

/// What of a section does not agree or is odd, as the outline of the page tells it.
fn faults(reading: &Reading, section: usize, words: &Words) -> impl Iterator<Item = Html> {
    let Tally { own_faults, own_wrong, .. } = reading.tallies[section];
    let told = [(own_wrong, words.disagree, "faulty"), (own_faults - own_wrong, words.odd, "faulty odd")];
    told.into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, name, class)| html! { <b {class}>{ count }{ " " }{ name }</b> })
}

/// An entry of the list; of one that an author must mend, the words that it speaks of.
fn finding(page: &Page, reading: &Reading, offsets: &Utf16Offsets, entry: &Entry) -> Html {
    let class = match entry.weight {
        Weight::Wrong | Weight::Missing => "fails",
        Weight::Odd => "doubtful",
        Weight::Right => "holds",
    };
    let text = reading.document.source();
    html! {
        <li {class}>
            <b>{ entry.weight.name(page.language) }</b><span>{ &entry.kind }</span>
            <span>
                { findings::told(&reading.report, entry, page.language) }
                if let Some(span) = entry.span.filter(|_| entry.weight != Weight::Right) {
                    <small>{ findings::excerpt(text, offsets, span) }</small>
                }
                <small>{ findings::path(&reading.report, entry) }</small>
            </span>
        </li>
    }
}
