//! A pane that scrolls over many things and holds only those in sight.
//!
//! The pane's element contains an element marked `data-before`, the things marked `data-index`, an element marked
//! `data-after`, and perhaps one marked `data-target`, which is to be seen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
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
    /// The report that the pane shows.
    slot: u32,
    heights: Rc<Vec<f64>>,
    stack: Stack,
    shown: Window,
    /// Whether the pane showed nothing of this report a moment ago.
    is_new: bool,
    /// Whether the pane still stands where another report was left.
    is_left: bool,
    /// How far the pane had scrolled when it was last looked at, and how high it was. While one part of the page is shown
    /// anew nothing is asked of the browser: it would have to lay out what the parts before have changed.
    place: (f64, f64),
    turn: u32,
    seeking: Option<(Target, u32)>,
}

/// What of the things of the report in `slot` is to be in the pane. The heights are guesses, in pixels.
#[hook]
pub fn use_viewport(pane: &NodeRef, slot: u32, heights: &Rc<Vec<f64>>, target: Option<Target>) -> Window {
    let memory = use_mut_ref(Memory::default);
    let refresh = use_force_update();
    let is_new = memory.borrow_mut().update(slot, heights, target);
    {
        let (pane, memory, refresh) = (pane.clone(), memory.clone(), refresh.clone());
        use_effect(move || settle_soon(Viewport { pane, memory, refresh }));
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
        use_effect_with((is_new, slot), move |&(is_new, _)| {
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
    /// Takes in what the pane is to show. Returns whether it showed nothing of it a moment ago.
    fn update(&mut self, slot: u32, heights: &Rc<Vec<f64>>, target: Option<Target>) -> bool {
        if slot != self.slot {
            *self = Self { slot, is_left: self.place.0 > 0.0, place: (0.0, self.place.1), ..Self::default() };
        }
        if !Rc::ptr_eq(&self.heights, heights) {
            self.is_new = self.heights.is_empty() && !heights.is_empty();
            self.heights = heights.clone();
            self.stack = Stack::new(heights.to_vec());
        }
        let turn = target.map_or(0, |target| target.turn);
        if turn != self.turn {
            self.turn = turn;
            self.seeking = target.map(|target| (target, TRIES));
        }
        self.shown = self.window();
        self.is_new
    }

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

/// A pane that has been shown anew.
struct Viewport {
    pane: NodeRef,
    memory: Rc<RefCell<Memory>>,
    refresh: UseForceUpdateHandle,
}

thread_local! {
    /// The panes that have been shown anew and have not been looked at since.
    static UNSETTLED: RefCell<Vec<Viewport>> = const { RefCell::new(Vec::new()) };
}

/// Settles the pane when all parts of the page have been shown anew.
fn settle_soon(viewport: Viewport) {
    UNSETTLED.with_borrow_mut(|unsettled| {
        if unsettled.is_empty() {
            spawn_local(async { settle(&UNSETTLED.take()) });
        }
        unsettled.push(viewport);
    });
}

/// Makes panes agree with what is known of them. First all are written to, then all are looked at: the browser lays the page out
/// once, and not once for each.
fn settle(viewports: &[Viewport]) {
    let panes: Vec<(&Viewport, HtmlElement)> =
        viewports.iter().filter_map(|viewport| Some((viewport, viewport.pane.cast()?))).collect();
    for (viewport, pane) in &panes {
        prepare(pane, &mut viewport.memory.borrow_mut());
    }
    let looks: Vec<Look> = panes.iter().map(|(_, pane)| look(pane)).collect();
    for ((viewport, pane), look) in panes.iter().zip(&looks) {
        if !agree(pane, &mut viewport.memory.borrow_mut(), look) {
            viewport.refresh.force_update();
        }
    }
}

/// Leaves the room before and after what a pane holds.
fn prepare(pane: &HtmlElement, memory: &mut Memory) {
    leave_room(pane, &memory.shown);
    if std::mem::take(&mut memory.is_left) {
        pane.set_scroll_top(0);
    }
}

/// What is seen of a pane.
struct Look {
    place: (f64, f64),
    heights: Vec<(usize, f64)>,
}

fn look(pane: &HtmlElement) -> Look {
    let place = place(pane);
    // A pane that is not in sight has no heights to measure.
    let heights = if place.1 == 0.0 { Vec::new() } else { measured(pane) };
    Look { place, heights }
}

/// Takes in what was seen of a pane. Returns whether the pane agrees with it; else it must be shown anew.
fn agree(pane: &HtmlElement, memory: &mut Memory, look: &Look) -> bool {
    memory.place = look.place;
    let (scroll, room) = look.place;
    if room == 0.0 {
        return true;
    }
    let moved = memory.stack.measure(&look.heights, scroll, room);
    let is_enough = fit(pane, memory);
    let moves = moved.is_some_and(|moved| moved.abs() > 0.5);
    if let Some(moved) = moved.filter(|_| moves) {
        scroll_by(pane, moved);
    }
    let seeks = memory.seeking.is_some();
    let goes_on = seek(pane, memory, room, moved.is_some());
    // Only a pane that may have scrolled is looked at once more.
    let is_settled = if moves || seeks { is_settled(pane, memory) } else { is_enough };
    is_settled && !goes_on
}

/// How far a pane has scrolled, and how high it is.
fn place(pane: &HtmlElement) -> (f64, f64) {
    (f64::from(pane.scroll_top()), f64::from(pane.client_height()))
}

/// Looks whether the pane holds what it must.
fn is_settled(pane: &HtmlElement, memory: &mut Memory) -> bool {
    memory.place = place(pane);
    fit(pane, memory)
}

/// Whether the pane holds what it must. Then only the room before and after that may have to change.
fn fit(pane: &HtmlElement, memory: &mut Memory) -> bool {
    if !memory.is_enough() {
        return false;
    }
    let (scroll, room) = memory.place;
    let window = memory.stack.window(memory.shown.shown.clone(), scroll, room);
    if window != memory.shown {
        leave_room(pane, &window);
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
            let place = found.get_bounding_client_rect();
            let top = place.top() - pane.get_bounding_client_rect().top();
            let is_in_sight = (room * 0.12..room * 0.85).contains(&top) && top + place.height() <= room;
            if target.to_top || !is_in_sight {
                // All of it, where there is little room.
                let above = (room * if target.to_top { 0.1 } else { 0.35 }).min((room - place.height()).max(0.0));
                scroll_by(pane, top - above);
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

fn leave_room(pane: &HtmlElement, window: &Window) {
    set_height(pane, "[data-before]", window.before);
    set_height(pane, "[data-after]", window.after);
}

fn set_height(pane: &HtmlElement, which: &str, pixels: f64) {
    let element = pane.query_selector(which).ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.style().set_property("height", &format!("{pixels:.0}px"));
    }
}
