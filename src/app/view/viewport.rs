//! A pane that scrolls over many things and holds only those in sight.
//!
//! The pane's element contains an element marked `data-before`, the things marked `data-index`, an element marked
//! `data-after`, and perhaps one marked `data-target`, which is to be seen.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::window::{Stack, Window};

/// How often a pane looks for its target: heights near it are guessed first and measured then.
const TRIES: u32 = 5;

/// A pane that was empty holds at first only what is in sight; what is around that, so many milliseconds later.
const LATER: u32 = 50;

/// A pane is at least so high, in pixels, as long as nobody has looked.
const LEAST: f64 = 400.0;

/// Something that a pane is to bring into sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The thing that holds it.
    pub index: usize,
    /// Whether it goes to the top, or only into sight.
    pub to_top: bool,
    /// Whether the focus goes to it.
    pub focus: bool,
    /// Counts the wishes: a new one is followed, also to the same thing.
    pub turn: u32,
}

#[derive(Default)]
struct Memory {
    heights: Rc<Vec<f64>>,
    stack: Stack,
    shown: Window,
    /// Whether the pane was empty a moment ago.
    is_new: bool,
    /// How far the pane had scrolled when it was last looked at, and how high it was. While one part of the page is shown
    /// anew nothing is asked of the browser: it would have to lay out what the parts before have changed.
    place: (f64, f64),
    turn: u32,
    seeking: Option<(Target, u32)>,
}

/// What of the things is to be in the pane. The heights are guesses, in pixels.
#[hook]
pub fn use_viewport(pane: &NodeRef, heights: &Rc<Vec<f64>>, target: Option<Target>) -> Window {
    let memory = use_mut_ref(Memory::default);
    let refresh = use_force_update();
    let is_new = {
        let mut memory = memory.borrow_mut();
        if !Rc::ptr_eq(&memory.heights, heights) {
            memory.is_new = memory.heights.is_empty() && !heights.is_empty();
            memory.heights = heights.clone();
            memory.stack = Stack::new(heights.to_vec());
        }
        let turn = target.map_or(0, |target| target.turn);
        if turn != memory.turn {
            memory.turn = turn;
            memory.seeking = target.map(|target| (target, TRIES));
        }
        memory.shown = memory.window();
        memory.is_new
    };
    {
        let (pane, memory, refresh) = (pane.clone(), memory.clone(), refresh.clone());
        use_effect(move || {
            if let Some(pane) = pane.cast::<HtmlElement>()
                && settle(&pane, &mut memory.borrow_mut())
            {
                refresh.force_update();
            }
        });
    }
    let look = {
        let (pane, memory) = (pane.clone(), memory.clone());
        move || {
            let is_settled = pane.cast::<HtmlElement>().is_none_or(|pane| is_settled(&pane, &mut memory.borrow_mut()));
            if !is_settled {
                refresh.force_update();
            }
        }
    };
    {
        let (memory, look) = (memory.clone(), look.clone());
        use_effect_with(is_new, move |&is_new| {
            let widen = move || {
                memory.borrow_mut().is_new = false;
                look();
            };
            let timeout = is_new.then(|| Timeout::new(LATER, widen));
            move || drop(timeout)
        });
    }
    use_effect_with((), move |()| {
        let listeners = on_move(look);
        move || drop(listeners)
    });
    memory.borrow().shown.clone()
}

/// Calls whenever a pane has scrolled or the window has another size.
pub fn on_move(call: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let at_resize = call.clone();
    [
        // Scrolling does not bubble. The document hears it of every pane, also of one that comes later.
        EventListener::new_with_options(
            &super::document(),
            "scroll",
            EventListenerOptions::run_in_capture_phase(),
            move |_| call(),
        ),
        EventListener::new(&gloo::utils::window(), "resize", move |_| at_resize()),
    ]
}

impl Memory {
    /// What the pane is to hold: more than it must, so that not every step of scrolling makes it hold something else.
    fn window(&self) -> Window {
        let (scroll, room) = self.place;
        let room = room.max(LEAST);
        let beyond = if self.is_new { 0.0 } else { room };
        self.stack.window(self.stack.reach(scroll, room, beyond), scroll, room)
    }

    /// Whether the pane holds what it must.
    fn is_enough(&self) -> bool {
        let (scroll, room) = self.place;
        let beyond = if self.is_new { 0.0 } else { room / 2.0 };
        let needed = self.stack.reach(scroll, room, beyond);
        let shown = &self.shown.shown;
        shown.start <= needed.start && needed.end <= shown.end && shown.end <= self.heights.len()
    }
}

/// How far a pane has scrolled, and how high it is.
fn place(pane: &HtmlElement) -> (f64, f64) {
    (f64::from(pane.scroll_top()), f64::from(pane.client_height()))
}

/// Makes the pane agree with what is known of it. Returns whether it must be shown anew.
fn settle(pane: &HtmlElement, memory: &mut Memory) -> bool {
    set_height(pane, "[data-before]", memory.shown.before);
    set_height(pane, "[data-after]", memory.shown.after);
    let (scroll, room) = place(pane);
    // A pane that is not in sight has no heights to measure.
    if room == 0.0 {
        return false;
    }
    let moved = memory.stack.measure(&measured(pane), scroll, room);
    if moved.is_some() {
        is_settled(pane, memory);
    }
    if let Some(moved) = moved.filter(|moved| moved.abs() > 0.5) {
        scroll_by(pane, moved);
    }
    let is_seeking = seek(pane, memory, room, moved.is_some());
    !is_settled(pane, memory) || is_seeking
}

/// Whether the pane holds what it must. Then only the room before and after that may have to change.
fn is_settled(pane: &HtmlElement, memory: &mut Memory) -> bool {
    memory.place = place(pane);
    if !memory.is_enough() {
        return false;
    }
    let (scroll, room) = memory.place;
    let window = memory.stack.window(memory.shown.shown.clone(), scroll, room);
    if window != memory.shown {
        set_height(pane, "[data-before]", window.before);
        set_height(pane, "[data-after]", window.after);
        memory.shown = window;
    }
    true
}

fn measured(pane: &HtmlElement) -> Vec<(usize, f64)> {
    let Ok(things) = pane.query_selector_all("[data-index]") else { return Vec::new() };
    let height = |thing: Element| {
        let index = thing.get_attribute("data-index")?.parse().ok()?;
        Some((index, thing.get_bounding_client_rect().height()))
    };
    (0..things.length()).filter_map(|at| height(things.get(at)?.unchecked_into())).collect()
}

/// Brings what is sought into sight. Returns whether it must be sought again.
fn seek(pane: &HtmlElement, memory: &mut Memory, room: f64, is_moving: bool) -> bool {
    let Some((target, tries)) = memory.seeking.take() else { return false };
    let found = pane.query_selector("[data-target]").ok().flatten();
    match &found {
        Some(found) => {
            let top = found.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
            let is_in_sight = (room * 0.12..room * 0.85).contains(&top);
            if target.to_top || !is_in_sight {
                scroll_by(pane, top - room * if target.to_top { 0.1 } else { 0.35 });
            }
            if let Some(found) = found.dyn_ref::<HtmlElement>().filter(|_| target.focus) {
                let _ = found.focus();
            }
        }
        None => pane.set_scroll_top(memory.stack.scroll_to(target.index, room) as i32),
    }
    let go_on = tries > 0 && (found.is_none() || is_moving);
    memory.seeking = go_on.then_some((target, tries.saturating_sub(1)));
    go_on
}

fn scroll_by(pane: &HtmlElement, pixels: f64) {
    pane.set_scroll_top((f64::from(pane.scroll_top()) + pixels).round() as i32);
}

fn set_height(pane: &HtmlElement, which: &str, pixels: f64) {
    let element = pane.query_selector(which).ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.style().set_property("height", &format!("{pixels:.0}px"));
    }
}
