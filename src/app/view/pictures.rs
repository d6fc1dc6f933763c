//! The reading in pictures: breakdowns, changes, rates. Every bar leads to its row, every picture can be saved.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::{Page, Props, button, dialog, exports, words};
use crate::app::reading::Chosen;
use crate::app::state::{Action, Manner, Pane};
use crate::output::picture::{self, Form, NARROW, Picture, Shape, WIDE};
use crate::output::svg;
use crate::words::fill;

/// How many pictures are shown: more, nobody looks at.
const MANY: usize = 60;

/// The button, and the dialog with the pictures.
#[component]
pub fn Pictures(Props { page }: &Props) -> Html {
    let words = words(page);
    let dialog = use_node_ref();
    let is_open = use_state(|| false);
    let is_narrow = use_state_eq(is_narrow);
    {
        // A telephone is turned, a window drawn out.
        let is_narrow = is_narrow.setter();
        use_effect_with((), move |()| {
            let listener =
                EventListener::new(&gloo::utils::window(), "resize", move |_| is_narrow.set(self::is_narrow()));
            move || drop(listener)
        });
    }
    let open = {
        let (dialog, is_open) = (dialog.clone(), is_open.clone());
        move |_: MouseEvent| {
            is_open.set(true);
            dialog::open(&dialog);
        }
    };
    let close = {
        let dialog = dialog.clone();
        move || dialog::close(&dialog)
    };
    let follow = {
        let (page, close) = (page.clone(), close.clone());
        move |target: Option<Element>, manner: Manner| {
            if let Some(metric) = target.and_then(|target| metric_at(&target)) {
                close();
                page.dispatch(Action::Choose(Chosen::Metric(metric), Pane::Checks, manner));
            }
        }
    };
    let onkeydown = {
        let follow = follow.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                follow(event.target_dyn_into(), Manner::Enter);
            }
        }
    };
    let onclick = move |event: MouseEvent| follow(event.target_dyn_into(), Manner::Point);
    let onclose = {
        let is_open = is_open.clone();
        move |_: Event| is_open.set(false)
    };
    let has_figures = page.reading.as_ref().is_some_and(|reading| !reading.report.metrics.is_empty());
    html! {
        <>
            <button type="button" class="button" aria-haspopup="dialog" disabled={!has_figures} onclick={open}>{ words.pictures }</button>
            <dialog ref={dialog} class="takeaway pictures" aria-label={words.pictures} {onclose} {onclick} {onkeydown}>
                <header><h2>{ words.pictures }</h2>{ button("plain", words.close, Callback::from(move |_: MouseEvent| close())) }</header>
                if *is_open {
                    { gallery(page, *is_narrow) }
                }
            </dialog>
        </>
    }
}

fn gallery(page: &Page, is_narrow: bool) -> Html {
    let words = words(page);
    let Some(reading) = page.reading.as_deref() else { return Html::default() };
    let paint = |frame| picture::all(&reading.report, page.measure, page.language, frame);
    // What is saved is laid out for paper.
    let saved = paint(&WIDE);
    let count = saved.len();
    let shown = if is_narrow { paint(&NARROW) } else { saved.clone() };
    html! {
        <>
            if count == 0 {
                <p class="hint">{ words.no_pictures }</p>
            }
            { for shown.iter().zip(saved).take(MANY).map(|(picture, saved)| show(page, picture, saved)) }
            if count > MANY {
                <p class="hint">{ fill(words.more_pictures, &[&MANY.to_string(), &count.to_string()]) }</p>
            }
        </>
    }
}

/// Whether there is no room for a picture as wide as on paper.
fn is_narrow() -> bool {
    let width = gloo::utils::window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width < WIDE.width)
}

fn show(page: &Page, picture: &Picture, saved: Picture) -> Html {
    let shapes: Html = picture.shapes.iter().map(shape).collect();
    let Picture { title, width, height, .. } = picture;
    let saved = Rc::new(saved);
    let save = |save: fn(&Page, &Picture)| {
        let (page, picture) = (page.clone(), saved.clone());
        Callback::from(move |_: MouseEvent| save(&page, &picture))
    };
    html! {
        <figure lang="zh-CN">
            <figcaption>
                <b>{ title }</b>
                { button("plain", words(page).save_svg, save(exports::save_svg)) }
                { button("plain", words(page).save_png, save(exports::save_png)) }
            </figcaption>
            <svg viewBox={format!("0 0 {width} {height}")} role="group">{ shapes }</svg>
        </figure>
    }
}

fn shape(shape: &Shape) -> Html {
    let class = shape.paint;
    let metric = shape.metric.map(|metric| metric.to_string());
    match &shape.form {
        Form::Bar(x, y, width, height) => html! {
            <rect {class} data-metric={metric} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
        },
        // The key Tab stops at names: each stands for its bar.
        Form::Words(x, y, anchor, words) => html! {
            <text {class} tabindex={(class == "name" && metric.is_some()).then_some("0")} role={metric.as_ref().map(|_| "link")} data-metric={metric}
                x={x.to_string()} y={y.to_string()} text-anchor={svg::anchor_name(*anchor)}>{ words }</text>
        },
        Form::Arrow(from, to, y) => {
            html! { <path class={classes!(class, "arrow")} data-metric={metric} d={svg::arrow(*from, *to, *y)} /> }
        }
    }
}

fn metric_at(target: &Element) -> Option<usize> {
    target.closest("[data-metric]").ok().flatten()?.get_attribute("data-metric")?.parse().ok()
}
