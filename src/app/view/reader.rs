//! The worker as the page sees it: a text goes in, its reading comes back, and the latest text wins.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};
use yew::prelude::*;

use super::Page;
use crate::app::document::Document;
use crate::app::state::{Action, Stage};
use crate::app::wire::{self, Assembly};

#[wasm_bindgen]
extern "C" {
    /// Makes a worker that waits for the program: see www/start.js.
    #[wasm_bindgen(catch, js_namespace = gangmu)]
    fn worker() -> Result<Worker, JsValue>;
}

/// Has every new text read.
#[hook]
pub fn use_reader(page: &Page) {
    let dispatcher = page.dispatcher();
    let reader = use_memo((), |()| Reader::new(move |action| dispatcher.dispatch(action)));
    let asked = use_mut_ref(|| None);
    // Not in an effect, which would come after the page has been shown anew: the worker reads meanwhile.
    if page.stage == Stage::Reading && asked.replace(Some(page.revision)) != Some(page.revision) {
        reader.read(page.revision, page.document.clone());
    }
    use_effect_with(page.stage == Stage::Stopped, move |&is_stopped| {
        if is_stopped {
            reader.stop();
        }
    });
}

/// How long a new text waits for the reading of an old one, in milliseconds: that may hang.
const PATIENCE: u32 = 3_000;

#[derive(Clone)]
struct Reader(Rc<RefCell<Desk>>);

/// What lies on the reader's desk.
struct Desk {
    worker: Option<Link>,
    /// The text that is to be read next. A newer one takes its place.
    waiting: Option<(u32, Rc<Document>)>,
    /// The revision that the worker is reading.
    busy: Option<u32>,
    assembly: Assembly,
    /// Looks whether the worker has done with an old text.
    watch: Option<Timeout>,
    tell: Rc<dyn Fn(Action)>,
}

/// A worker and what listens to it.
struct Link {
    worker: Worker,
    is_ready: bool,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Reader {
    fn new(tell: impl Fn(Action) + 'static) -> Self {
        let desk = Desk {
            worker: None,
            waiting: None,
            busy: None,
            assembly: Assembly::default(),
            watch: None,
            tell: Rc::new(tell),
        };
        let reader = Self(Rc::new(RefCell::new(desk)));
        // The worker starts with the page, so that it is ready when the first text comes.
        reader.start();
        reader
    }

    fn start(&self) {
        let link = Link::new(&self.0).ok();
        self.0.borrow_mut().worker = link;
    }

    fn read(&self, revision: u32, document: Rc<Document>) {
        self.0.borrow_mut().waiting = Some((revision, document));
        if self.0.borrow().worker.is_none() {
            self.start();
        }
        let failed = self.0.borrow().worker.is_none();
        if failed {
            let tell = self.0.borrow().tell.clone();
            tell(Action::Fail(revision));
        }
        self.0.borrow_mut().go_on();
        let busy = self.0.borrow().busy.filter(|&busy| busy != revision);
        if let Some(busy) = busy
            && self.0.borrow().watch.is_none()
        {
            self.watch(busy);
        }
    }

    /// Has a new text read by another worker if this one does not come to an end with an old one.
    fn watch(&self, old: u32) {
        let reader = self.clone();
        let watch = Timeout::new(PATIENCE, move || {
            let hangs = {
                let mut desk = reader.0.borrow_mut();
                desk.watch = None;
                desk.busy == Some(old) && desk.waiting.is_some()
            };
            if hangs {
                reader.replace();
            }
        });
        self.0.borrow_mut().watch = Some(watch);
    }

    /// Lets the worker go in the midst of its reading.
    fn stop(&self) {
        self.0.borrow_mut().waiting = None;
        if self.0.borrow().busy.is_some() {
            self.replace();
        }
    }

    /// Lets the worker go, whatever it does, and starts another.
    fn replace(&self) {
        {
            let mut desk = self.0.borrow_mut();
            (desk.worker, desk.busy, desk.watch) = (None, None, None);
            desk.assembly = Assembly::default();
        }
        self.start();
    }
}

impl Desk {
    /// Hands the waiting text to the worker if it is free.
    fn go_on(&mut self) {
        let Some(link) = self.worker.as_ref().filter(|link| link.is_ready && self.busy.is_none()) else { return };
        let Some((revision, document)) = self.waiting.take() else { return };
        let request = Array::of2(&revision.into(), &document.source().into());
        self.busy = link.worker.post_message(&request).is_ok().then_some(revision);
    }

    /// Takes a message of the worker.
    fn hear(&mut self, message: JsValue) -> Option<Action> {
        if message.is_null() {
            self.worker.as_mut()?.is_ready = true;
            self.go_on();
            return None;
        }
        let (revision, pieces) = wire::received(&message.dyn_into::<Uint8Array>().ok()?.to_vec())?;
        let report = pieces.into_iter().find_map(|piece| self.assembly.take(piece))?;
        (self.busy, self.watch) = (None, None);
        self.go_on();
        Some(Action::Read(revision, Box::new(report)))
    }

    /// Lets a worker go that has died.
    fn mourn(&mut self) -> Option<Action> {
        (self.worker, self.watch) = (None, None);
        self.assembly = Assembly::default();
        let lost = self.busy.take().or_else(|| Some(self.waiting.take()?.0))?;
        Some(Action::Fail(lost))
    }
}

impl Link {
    /// Starts a worker and hands it the program that the page has compiled.
    fn new(desk: &Rc<RefCell<Desk>>) -> Result<Self, JsValue> {
        let worker = worker()?;
        let on_message = {
            let desk = desk.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let action = desk.borrow_mut().hear(event.data());
                tell(&desk, action);
            })
        };
        let on_error = {
            let desk = desk.clone();
            Closure::<dyn Fn(Event)>::new(move |_: Event| {
                let desk = desk.clone();
                // Not within the call: the worker's listeners go with the worker.
                wasm_bindgen_futures::spawn_local(async move {
                    let action = desk.borrow_mut().mourn();
                    tell(&desk, action);
                    Reader(desk).start_if_wanted();
                });
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.post_message(&wasm_bindgen::module())?;
        Ok(Self { worker, is_ready: false, _on_message: on_message, _on_error: on_error })
    }
}

fn tell(desk: &Rc<RefCell<Desk>>, action: Option<Action>) {
    if let Some(action) = action {
        let tell = desk.borrow().tell.clone();
        tell(action);
    }
}

impl Reader {
    /// Replaces a worker that has died while a newer text was waiting.
    fn start_if_wanted(&self) {
        if self.0.borrow().waiting.is_some() {
            self.start();
        }
    }
}
