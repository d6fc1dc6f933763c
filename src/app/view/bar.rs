//! What stands above the table: what of it is shown, how it is laid out, and what can be taken away.

use std::collections::BTreeSet;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::takeaway::Takeaway;
use super::{Page, act, find, part, words};
use crate::app::arrangement::{Arrangement, Column, Grouping};
use crate::app::filter::{Filter, Mark};
use crate::app::state::Action;
use crate::report::{Kind, Role};

/// Shows every row again.
pub fn all(page: &Page) -> Callback<MouseEvent> {
    act(page, Action::Filter(Filter::default()))
}

/// Search, filters, and what can be taken away.
pub fn bar(page: &Page) -> Html {
    let words = words(page);
    let search = {
        let page = page.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            page.dispatch(Action::Filter(Filter { query: field.value(), ..page.filter.clone() }));
        })
    };
    let learn = {
        let page = page.clone();
        move |_: FocusEvent| find::learn(&page)
    };
    let here = page.choice.zip(page.reading.as_ref()).and_then(|(choice, reading)| reading.section_of(choice.chosen));
    let is_only = page.filter.section.is_some();
    let only = Filter { section: if is_only { None } else { here }, ..page.filter.clone() };
    html! {
        <div class="bar">
            <input type="search" class="search" placeholder={words.search} aria-label={words.search} value={page.filter.query.clone()} oninput={search} onfocus={learn} />
            <button type="button" class="toggle" aria-pressed={if is_only { "true" } else { "false" }} disabled={!is_only && here.is_none()} onclick={act(page, Action::Filter(only))}>{ words.only_section }</button>
            { part::<Takeaway>(page) }
            { options(page) }
        </div>
    }
}

/// Filters, groups and columns, folded away until they are wanted.
fn options(page: &Page) -> Html {
    let words = words(page);
    let language = page.language;
    let &Filter { kind, role, mark, ref period, .. } = &page.filter;
    let narrow = |change: fn(&mut Filter, &str)| {
        let page = page.clone();
        Callback::from(move |chosen: String| {
            let mut filter = page.filter.clone();
            change(&mut filter, &chosen);
            page.dispatch(Action::Filter(filter));
        })
    };
    let kinds = Kind::ALL.iter().copied().filter(|&kind| {
        let metrics = page.reading.iter().flat_map(|reading| &reading.report.metrics);
        metrics.into_iter().any(|metric| metric.kind == kind)
    });
    let kinds = kinds.map(|kind| (kind.as_str(), language.kind(kind).to_owned())).collect();
    let periods: BTreeSet<&String> = page
        .reading
        .iter()
        .flat_map(|reading| &reading.report.metrics)
        .filter_map(|metric| metric.period.as_ref())
        .collect();
    let periods = periods.into_iter().map(|period| (period.as_str(), period.clone())).collect();
    let roles = Role::ALL.iter().map(|&role| (role.as_str(), language.role(role).to_owned())).collect();
    let marks = Mark::ALL.iter().zip(MARKS).map(|(&mark, word)| (word, mark.name(language).to_owned())).collect();
    let mark = mark.and_then(|mark| MARKS.iter().zip(Mark::ALL).find(|&(_, this)| this == mark)).map(|(&word, _)| word);
    let group = {
        let page = page.clone();
        Callback::from(move |chosen: String| {
            let grouping =
                GROUPINGS.into_iter().find(|(word, _)| *word == chosen).map_or(Grouping::Wholes, |found| found.1);
            page.dispatch(Action::Arrange(Arrangement { grouping, ..page.arrangement }));
        })
    };
    let groupings = GROUPINGS.map(|(word, grouping)| (word, grouping.name(language).to_owned())).into();
    let grouping =
        GROUPINGS.into_iter().find(|(_, grouping)| *grouping == page.arrangement.grouping).map(|found| found.0);
    let column = |column: Column| {
        let toggle = act(page, Action::Arrange(page.arrangement.toggle(column)));
        html! { <label><input type="checkbox" checked={page.arrangement.has(column)} onchange={toggle} />{ column.name(language) }</label> }
    };
    let is_narrowed =
        page.filter != Filter { query: page.filter.query.clone(), section: page.filter.section, ..Filter::default() };
    html! {
        <details class={classes!("options", is_narrowed.then_some("narrowed"))}>
            <summary>{ words.options }</summary>
            <div class="choices">
                { select("kind", words.filter_kind, Some(words.every), kinds, kind.map(Kind::as_str), narrow(|filter, word| filter.kind = Kind::named(word))) }
                { select("period", words.period, Some(words.every), periods, period.as_deref(), narrow(|filter, word| filter.period = (!word.is_empty()).then(|| word.to_owned()))) }
                { select("role", words.filter_role, Some(words.every), roles, role.map(Role::as_str), narrow(|filter, word| filter.role = Role::named(word))) }
                { select("mark", words.filter_mark, Some(words.every), marks, mark, narrow(|filter, word| filter.mark = MARKS.iter().position(|mark| *mark == word).map(|at| Mark::ALL[at]))) }
                { select("group", words.group_by, None, groupings, grouping, group) }
                <fieldset>
                    <legend>{ words.columns }</legend>
                    { for Column::ALL.into_iter().skip(1).map(column) }
                </fieldset>
            </div>
        </details>
    }
}

/// The marks in the values of their field, in the order of [`Mark::ALL`].
const MARKS: [&str; 5] = ["disagrees", "agrees", "unsure", "changed", "unseen"];

const GROUPINGS: [(&str, Grouping); 3] =
    [("wholes", Grouping::Wholes), ("sections", Grouping::Sections), ("nothing", Grouping::Nothing)];

/// A field to choose one of several words from, with its name; `none` is the choice of none of them.
pub fn select(
    field: &'static str,
    name: &'static str,
    none: Option<&'static str>,
    choices: Vec<(&str, String)>,
    chosen: Option<&str>,
    take: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        take.emit(field.value());
    });
    html! {
        <label>
            <span>{ name }</span>
            <select name={field} {onchange}>
                { for none.map(|none| html! { <option value="" selected={chosen.is_none()}>{ none }</option> }) }
                { for choices.into_iter().map(|(word, name)| html! { <option value={word.to_owned()} selected={chosen == Some(word)}>{ name }</option> }) }
            </select>
        </label>
    }
}
