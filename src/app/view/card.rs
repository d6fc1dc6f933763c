//! The figure that is chosen: why it is there, and what a person says of it.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::bar::select;
use super::evidence::{evidence, sentence};
use super::focus::{enter, use_focus};
use super::{Page, Props, act, button, document, part, words};
use crate::app::corrections::{Change, Place, Whole};
use crate::app::reading::{Reading, is_fault};
use crate::app::state::{Action, Card as Told, Pane};
use crate::contract::{Metric, number};
use crate::output::measure::{Measure, cleared, scaled};
use crate::report::{Kind, Qualifier, Role};
use crate::text::fold;

/// How many figures before and after are offered as the whole.
const NEAR: usize = 40;

/// What a key does to the figure of a row.
pub fn press(key: &str, metric: usize, page: &Page) -> Option<Action> {
    let said = || page.reading.as_ref().and_then(|reading| reading.correction(metric)).map(|said| said.change.clone());
    match key {
        "w" => Some(Action::Tell(Told::Evidence)),
        "e" => Some(Action::Tell(Told::Form)),
        "c" => {
            let change = said().unwrap_or_default();
            Some(Action::Correct(metric, Change { seen: !change.seen, ..change }))
        }
        "x" | "Delete" => Some(Action::Correct(metric, Change { excluded: true, ..said().unwrap_or_default() })),
        _ => None,
    }
}

/// Moves the focus into the form if it lies open.
pub fn focus() {
    document().query_selector(".card form").ok().flatten().iter().for_each(enter);
}

/// The figure that it tells of.
pub fn figure(page: &Page) -> Option<(&Rc<Reading>, &Metric)> {
    let (choice, reading) = page.choice.zip(page.reading.as_ref())?;
    Some((reading, reading.report.metrics.get(reading.figure_of(choice.chosen)?)?))
}

/// The strip under the table.
pub fn card(page: &Page) -> Html {
    let Some((reading, metric)) = figure(page) else { return Html::default() };
    let id = metric.id;
    let words = words(page);
    let check = page.choice.and_then(|choice| reading.check_of(choice.chosen)).filter(|check| is_fault(check));
    let is_seen = reading.correction(id).is_some_and(|said| said.change.seen);
    let turn = |card: Told, name: &'static str| {
        let is_open = page.card == card;
        let next = Action::Tell(if is_open { Told::Closed } else { card });
        html! { <button type="button" class="toggle" aria-expanded={if is_open { "true" } else { "false" }} onclick={act(page, next)}>{ name }</button> }
    };
    let does = |key: &str| press(key, id, page).map(|action| act::<MouseEvent>(page, action));
    let exclude = {
        let (page, at) = (page.clone(), page.rows.iter().position(|row| row.metric == id));
        Callback::from(move |_: MouseEvent| {
            press("x", id, &page).into_iter().for_each(|action| page.dispatch(action));
            // The button goes with the card: the focus goes on to the row that comes into the place of this one.
            let at = at.unwrap_or_default().min(page.rows.len().saturating_sub(2));
            let row = move || document().query_selector(&format!("[data-at=\"{at}\"]")).ok().flatten();
            Timeout::new(0, move || row().into_iter().for_each(super::focus::focus)).forget();
        })
    };
    html! {
        <section class="card" aria-label={words.evidence}>
            <div class="said">
                <b lang="zh-CN">{ &metric.indicator }</b>
                <span lang="zh-CN">{ Measure::Printed.shown(metric) }</span>
                // Who points at what does not agree reads it here.
                if let Some(check) = check {
                    <small class="wrong">{ check.message.told(page.language) }</small>
                }
                // The evidence begins with it.
                if page.card != Told::Evidence {
                    <span class="sentence" lang="zh-CN">{ sentence(reading, metric) }</span>
                }
                <span class="doing">
                    { turn(Told::Evidence, words.evidence) }
                    { turn(Told::Form, words.correct) }
                    <button type="button" class="toggle" aria-pressed={if is_seen { "true" } else { "false" }} onclick={does("c")}>{ words.confirm }</button>
                    { button("toggle", words.exclude, exclude) }
                    { button("toggle to-text", words.text, act(page, Action::Show(Pane::Text))) }
                </span>
            </div>
            // It is read aloud when it comes, and so must be there before.
            <div aria-live="polite">{ for (page.card == Told::Evidence).then(|| evidence(page, reading, id, metric)) }</div>
            if page.card == Told::Form {
                { part::<Form>(page) }
            }
        </section>
    }
}

/// Fields to correct the figure.
#[component]
fn Form(Props { page }: &Props) -> Html {
    let form = use_node_ref();
    use_focus(&form);
    let value = use_node_ref();
    let Some((reading, metric)) = figure(page) else { return Html::default() };
    let id = metric.id;
    let words = words(page);
    let scale = metric.scale.clone().unwrap_or_default();
    let field = |name: &'static str, label: String, value: String| {
        html! { <label><span>{ label }</span><input {name} {value} lang="zh-CN" autocomplete="off" /></label> }
    };
    // The browser keeps whether the value can be read: to show the form anew would undo what was typed.
    let forgive = |event: InputEvent| judge(&event.target_unchecked_into(), "");
    // The keys that a telephone shows for a number may have no minus.
    let turn_sign = {
        let value = value.clone();
        move |_: MouseEvent| {
            let Some(field) = value.cast::<HtmlInputElement>() else { return };
            let words = field.value();
            let words = words.trim();
            let turned = words.trim_start_matches(|sign| fold(sign) == '-');
            field.set_value(&if turned == words { format!("-{words}") } else { turned.to_owned() });
            judge(&field, "");
        }
    };
    let value_label = if scale.is_empty() { words.value.to_owned() } else { format!("{}（{scale}）", words.value) };
    let language = page.language;
    let kinds = Kind::ALL.iter().map(|&kind| (kind.as_str(), language.kind(kind).to_owned())).collect();
    let roles = Role::ALL.iter().map(|&role| (role.as_str(), language.role(role).to_owned())).collect();
    let exactness = Qualifier::ALL.iter();
    let exactness = exactness.map(|&word| (word.as_str(), language.qualifier(word).to_owned())).collect();
    let near =
        reading.report.metrics.iter().skip(id.saturating_sub(NEAR)).take(2 * NEAR).filter(|other| other.id != id);
    let onsubmit = {
        let (page, reading) = (page.clone(), reading.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            if let Some(change) = FormData::new_with_form(&form).ok().and_then(|fields| change(&fields, &reading, id)) {
                page.dispatch(Action::Correct(id, change));
                page.dispatch(Action::Tell(Told::Closed));
            } else if let Some(field) = form.query_selector("[name=value]").ok().flatten() {
                let field: HtmlInputElement = field.unchecked_into();
                judge(&field, self::words(&page).no_number);
                let _ = field.focus();
                field.select();
            }
        })
    };
    let withdraw = reading.origin(id).correction;
    // What was read is wrong in its value, most of all; what a person adds lacks its name.
    let is_read = reading.correction(id).is_none_or(|said| !said.added);
    html! {
        <form key={id} ref={form} class="choices" novalidate=true {onsubmit}>
            { field("name", words.indicator.to_owned(), metric.indicator.clone()) }
            <div class="signed"><label>
                <span>{ value_label }</span>
                <input ref={value} name="value" data-enter={is_read.then_some("")} value={scaled(metric.value, &scale).to_string()} inputmode="decimal" autocomplete="off" oninput={forgive} />
                <small role="alert">{ words.no_number }</small>
            </label><button type="button" class="button" title={words.turn_sign} aria-label={words.turn_sign} onclick={turn_sign}>{ "±" }</button></div>
            { field("unit", words.unit.to_owned(), metric.unit.clone().unwrap_or_default()) }
            { field("period", words.period.to_owned(), metric.period.clone().unwrap_or_default()) }
            { select("qualifier", words.exactness, None, exactness, Some(metric.qualifier.as_str()), Callback::noop()) }
            { select("kind", words.kind, None, kinds, Some(metric.kind.as_str()), Callback::noop()) }
            { select("role", words.filter_role, None, roles, Some(metric.role.as_str()), Callback::noop()) }
            <label>
                <span>{ words.whole }</span>
                <select name="whole">
                    <option value="" selected={metric.of.is_none()}>{ "—" }</option>
                    { for near.map(|other| html! {
                        <option value={other.id.to_string()} selected={metric.of == Some(other.id)}>{ format!("{} {}", other.indicator, other.quote) }</option>
                    }) }
                </select>
            </label>
            <span class="doing">
                <button type="submit" class="button main">{ words.save }</button>
                { button("button", words.cancel, act(page, Action::Tell(Told::Closed))) }
                if let Some(correction) = withdraw {
                    { button("plain", words.as_it_was, act(page, Action::Withdraw(correction))) }
                }
            </span>
        </form>
    }
}

/// Marks a field as one that cannot be read, and why; or, for no reason, as one that can.
fn judge(field: &HtmlInputElement, reason: &str) {
    field.set_custom_validity(reason);
    let _ = field.set_attribute("aria-invalid", if reason.is_empty() { "false" } else { "true" });
}

/// What the fields say that the reading did not; nothing if the value is no number.
fn change(fields: &FormData, reading: &Reading, id: usize) -> Option<Change> {
    let metric = reading.report.metrics.get(id)?;
    let text = |name: &str| fields.get(name).as_string().unwrap_or_default().trim().to_owned();
    let said = reading.correction(id).map(|said| said.change.clone()).unwrap_or_default();
    let read = reading.origin(id).read.and_then(|read| reading.as_read.metrics.get(read));
    let differs = |value: String, read: Option<&str>| (read != Some(value.as_str())).then_some(value);
    let by = scaled(1.0, metric.scale.as_deref().unwrap_or_default());
    let value: String = text("value").chars().map(fold).filter(|&character| character != ',').collect();
    let value = cleared(number(Decimal::from_str_exact(&value).ok()?) / by);
    let chosen = text("whole").parse::<usize>().ok();
    let whole = if chosen == metric.of {
        said.whole
    } else {
        let place = chosen.and_then(|whole| Place::of(&reading.report.metrics, whole, reading.document.source()));
        Some(place.map_or(Whole::Nothing, Whole::Figure))
    };
    let name = Some(text("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| metric.indicator.clone());
    Some(Change {
        name: differs(name, read.map(|read| read.indicator.as_str())),
        value: (read.map(|read| read.value) != Some(value)).then_some(value),
        unit: differs(text("unit"), read.map(|read| read.unit.as_deref().unwrap_or_default())),
        kind: Kind::named(&text("kind")).filter(|&kind| read.is_none_or(|read| read.kind != kind)),
        role: Role::named(&text("role")).filter(|&role| read.is_none_or(|read| read.role != role)),
        qualifier: Qualifier::named(&text("qualifier")).filter(|&word| read.is_none_or(|read| read.qualifier != word)),
        period: differs(text("period"), read.map(|read| read.period.as_deref().unwrap_or_default())),
        whole,
        ..said
    })
}
