//! A row of the table.

use yew::prelude::*;

use super::table::columns;
use super::{Page, words};
use crate::app::arrangement::Column;
use crate::app::exactness::tag;
use crate::app::filter::Mark;
use crate::app::reading::{Chosen, Reading, is_fault};
use crate::app::rows::Row;
use crate::app::value::{Shown, is_change, show};
use crate::compare::member::member;
use crate::contract::{Check, Metric};
use crate::order;
use crate::output::{amendment, label};
use crate::report::{Direction, Role};
use crate::words::{Words, fill};

/// How many checks, targets and the like are told in a row: a figure may stand in a text a thousand times.
const TOLD: usize = 4;

/// A row and how it stands among those that are shown.
pub struct Line {
    /// The row.
    pub row: Row,
    /// Its place.
    pub at: usize,
    /// Whether the key Tab stops here.
    pub is_stop: bool,
    /// Whether it is to be brought into sight.
    pub is_target: bool,
}

/// A row, after the heading of the group that it leads.
pub fn line(page: &Page, reading: &Reading, &Line { row, at, is_stop, is_target }: &Line) -> Vec<Html> {
    let Some(metric) = reading.report.metrics.get(row.metric) else { return Vec::new() };
    let words = words(page);
    let choice = page.choice.map(|choice| choice.chosen);
    let is_chosen = choice.is_some_and(|chosen| reading.is_chosen(row.metric, chosen));
    let is_near = matches!(choice, Some(Chosen::Section(section)) if reading.is_within(row.metric, section));
    let is_found = page.find.as_ref().is_some_and(|find| find.metrics.binary_search(&row.metric).is_ok());
    let class = classes!(
        is_found.then_some("found"),
        format!("level-{}", row.level.min(4)),
        is_chosen.then_some("chosen"),
        is_near.then_some("near"),
        reading.is_faulty(row.metric).then_some("faulty")
    );
    let group = row.leads.then(|| {
        html! {
            <tr key={format!("group-{}", row.metric)} class="group"><td colspan={columns(page).count().to_string()} lang="zh-CN">{ heading(reading, metric.section, words) }</td></tr>
        }
    });
    let line = html! {
        <tr key={row.metric} {class} aria-level={(row.level + 1).to_string()} aria-rowindex={(at + 2).to_string()} aria-selected={if is_chosen { "true" } else { "false" }}
            tabindex={if is_stop { "0" } else { "-1" }} data-row={row.metric.to_string()} data-at={at.to_string()} data-target={is_target.then_some("")}>
            { for columns(page).map(|column| cell(page, reading, &row, metric, column)) }
        </tr>
    };
    group.into_iter().chain([line]).collect()
}

fn heading(reading: &Reading, section: Option<usize>, words: &Words) -> String {
    if section.is_some() { label::path(&reading.report, section) } else { words.no_section.to_owned() }
}

fn cell(page: &Page, reading: &Reading, row: &Row, metric: &Metric, column: Column) -> Html {
    let measure = page.measure;
    let class = column.class();
    let chinese = |content: Option<String>| html! { <td {class} lang="zh-CN">{ content }</td> };
    match column {
        Column::Indicator => html! { <td {class}>{ indicator(page, reading, row, metric) }</td> },
        Column::Value => {
            let way = metric.direction.filter(|_| is_change(metric.kind)).map(Direction::as_str);
            html! { <td class={classes!(class, way)}>{ show(metric, measure).number }</td> }
        }
        Column::Unit => chinese(Some(show(metric, measure).unit)),
        Column::Kind => html! { <td {class}>{ page.language.kind(metric.kind) }</td> },
        Column::Whole => {
            let whole = metric.of.and_then(|whole| reading.report.metrics.get(whole));
            chinese(whole.map(|whole| whole.indicator.clone()))
        }
        Column::Period => chinese(metric.period.clone()),
        Column::Section => html! {
            <td {class} lang="zh-CN" title={label::path(&reading.report, metric.section)}>{ section_of(reading, metric.section) }</td>
        },
        Column::Sentence => chinese(Some(reading.document.words(metric.sentence))),
    }
}

/// The name of a figure, with what a reader must know beside it.
fn indicator(page: &Page, reading: &Reading, row: &Row, metric: &Metric) -> Html {
    let (words, measure) = (words(page), page.measure);
    let said = reading.correction(row.metric);
    let mut checks: Vec<(usize, &Check)> = reading.checks_told_at(row.metric).collect();
    order::sort_by_key(&mut checks, |(_, check)| !is_fault(check));
    let beside = reading.beside(row.metric).take(TOLD).map(|other| {
        let Shown { number, unit } = show(other, measure);
        let reached = (other.role == Role::Target && other.value > 0.0).then(|| format!("{:.0}%", metric.value / other.value * 100.0));
        let name = tag(other, &reading.document, page.language).unwrap_or_default();
        html! {
            <span class="tag beside">{ name }{ " " }<span lang="zh-CN">{ number }{ unit }</span>{ for reached.map(|reached| html! { <b>{ reached }</b> }) }</span>
        }
    });
    html! {
        <>
            <span class="name" lang="zh-CN">{ &metric.indicator }</span>
            if let Some(member) = member(&reading.report, row.metric) {
                <span class="tag" lang="zh-CN">{ member }</span>
            }
            if let Some(tag) = tag(metric, &reading.document, page.language) {
                <span class="tag">{ tag }</span>
            }
            { for beside }
            if let Some(said) = said {
                <span class="tag said" title={amendment::note(metric, measure, page.language)}>{ if said.added { words.added } else if said.change.changes() { words.changed } else { words.confirmed } }</span>
            }
            if Mark::Unsure.is_on(row.metric, reading) {
                <span class="tag unsure" title={words.unsure_hint}>{ words.unsure }</span>
            }
            if let Some(share) = row.share {
                { self::share(words.share_of, share) }
            }
            { for checks.iter().take(TOLD).map(|(id, check)| html! {
                <span class={if is_fault(check) { "wrong" } else { "right" }} data-check={id.to_string()}>{ check.message.told(page.language) }</span>
            }) }
            { for reading.faults_elsewhere(row.metric).take(TOLD).map(|(id, check)| html! {
                <span class="tag wrong" data-check={id.to_string()} title={check.message.told(page.language)}>{ words.not_agreeing }</span>
            }) }
            if checks.len() > TOLD {
                <span class="tag">{ format!("+{}", checks.len() - TOLD) }</span>
            }
        </>
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

/// The section of a row in short: the innermost heading. Its number would take the room of the words that tell it from others.
fn section_of(reading: &Reading, section: Option<usize>) -> String {
    section.and_then(|section| reading.report.sections.get(section)).map(label::title).unwrap_or_default()
}
