//! The dialog with many reports, as the page runs it: what a person does comes in, what is shown goes out. See www/many.js.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::open;
use crate::app::format::Format;
use crate::app::many::{As, Child, Many, Node, Source, Wish};
use crate::app::plain;
use crate::app::shelf::{Entry, Snapshot, Ticket};
use crate::app::wire::{self, Assembly};
use crate::browser::store::{self, Outcome};
use crate::contract::Report;
use crate::output::measure::Measure;
use crate::words::{Language, many};

/// The dialog while it lies open.
#[derive(Clone)]
pub struct Session {
    page: DedicatedWorkerGlobalScope,
    desk: Rc<RefCell<Desk>>,
}

struct Desk {
    many: Many,
    assembly: Assembly,
    /// What the page calls the reports, in their order.
    keys: Vec<JsValue>,
    /// Whether they are being kept.
    is_keeping: bool,
}

impl Session {
    /// A dialog that shows nothing yet.
    pub fn new(page: DedicatedWorkerGlobalScope) -> Self {
        let many = Many::new(Measure::default(), Language::default());
        let desk = Desk { many, assembly: Assembly::default(), keys: Vec::new(), is_keeping: false };
        Self { page, desk: Rc::new(RefCell::new(desk)) }
    }

    /// Takes a message of the page: what it is, and what goes with it.
    pub fn hear(&self, message: &Array) {
        let (what, with) = (message.get(0).as_string().unwrap_or_default(), message.get(1));
        match what.as_str() {
            "begin" => {
                let measure = message.get(3).as_f64().and_then(|at| Measure::ALL.get(at as usize).copied());
                self.desk.borrow_mut().many = Many::new(measure.unwrap_or_default(), open::language(&message.get(2)));
                let (session, kept) = (self.clone(), message.get(4));
                spawn_local(async move {
                    session.show();
                    let (keys, sources) = gather(with).await.into_iter().unzip();
                    {
                        let mut desk = session.desk.borrow_mut();
                        desk.many.begin(sources);
                        desk.keys = keys;
                        let there = desk.keys.iter().position(|key| key.as_f64().is_some() && *key == kept);
                        there.into_iter().for_each(|at| desk.many.lies_there(at));
                    }
                    session.go_on();
                });
            }
            "read" => {
                let bytes = with.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
                let report = self.desk.borrow_mut().assemble(&bytes);
                if report.is_some() {
                    self.take(report);
                }
            }
            // The dialog is shown again, or what it holds is to be kept from now on.
            "again" | "keep" => {
                let work = with.as_string().map(|text| (text, message.get(2).as_string()));
                let begins = self.desk.borrow_mut().come_back(work, message.get(3));
                if begins {
                    self.go_on();
                } else {
                    self.keep();
                }
            }
            "broken" => self.take(None),
            _ => {
                let wish = self.desk.borrow_mut().many.act(&what, &with.as_string().unwrap_or_default());
                let begins = matches!(wish, Some(Wish::Read(_)));
                wish.into_iter().for_each(|wish| self.grant(wish));
                if begins { self.go_on() } else { self.show() }
            }
        }
    }

    /// Has the page save a file, open a report, or say of the one that lies there what is said of it here.
    fn grant(&self, wish: Wish) {
        match wish {
            Wish::Save(name, file) => {
                let file = Uint8Array::from(file.as_slice());
                self.tell("save", &[name.into(), Format::Excel.kind().1.into(), file.into()]);
            }
            Wish::Open(source, figure, way) => {
                let key = self.desk.borrow().keys.get(source).cloned().unwrap_or_default();
                let key = match way {
                    As::There => JsValue::NULL,
                    // The browser keeps the work on what it keeps.
                    As::Work(work) if key.as_f64().is_none() => {
                        let name = key.unchecked_ref::<File>().name();
                        File::new_with_str_sequence(&Array::of1(&work.into()), &name).map_or(key, JsValue::from)
                    }
                    As::Work(_) | As::Itself => key,
                };
                let figure = figure.map_or(JsValue::UNDEFINED, |figure| JsValue::from(figure as u32));
                self.tell("open", &[key, figure]);
            }
            Wish::Read(said) => said
                .into_iter()
                .for_each(|said| self.tell("report", &["manyamended".into(), plain::write(&said).into()])),
        }
    }

    fn take(&self, report: Option<Report>) {
        {
            let mut desk = self.desk.borrow_mut();
            desk.assembly = Assembly::default();
            desk.many.take(report);
        }
        self.go_on();
    }

    /// Shows how things stand, and has the next report read.
    fn go_on(&self) {
        self.show();
        let next = self.desk.borrow().many.next().map(|(text, said)| [text.into(), JsValue::from(said)]);
        match next {
            Some(next) => self.tell("read", &next),
            None => {
                self.tell("rest", &[]);
                self.keep();
            }
        }
    }

    /// Has the browser keep the reports that are read, if a person asked it to keep what lies on the page.
    fn keep(&self) {
        let session = self.clone();
        spawn_local(async move {
            if session.desk.borrow_mut().begin_to_keep() {
                let are_kept = session.keep_all().await;
                session.desk.borrow_mut().is_keeping = false;
                if let Some(are_kept) = are_kept {
                    session.desk.borrow_mut().many.are_kept(are_kept);
                    session.tell("report", &["manykept".into(), are_kept.into()]);
                    session.show();
                }
            }
        });
    }

    /// Whether all of them are kept; nothing where nobody asked for it.
    async fn keep_all(&self) -> Option<bool> {
        let mut there = store::look().await.ok().flatten()?;
        self.desk.borrow_mut().release(&there);
        loop {
            let next = self.desk.borrow().many.unkept();
            let Some((at, report)) = next else { return Some(true) };
            // What was said here of a kept report is kept in its place.
            let ticket = self.desk.borrow().ticket(at, &there);
            if ticket.is_some() || !is_there(&there, &report).await {
                match store::keep(&report, ticket, ticket.is_some()).await {
                    Ok(Outcome::Kept(entry)) => {
                        self.desk.borrow_mut().keys[at] = entry.id.into();
                        there.retain(|other| other.id != entry.id);
                        there.push(entry);
                    }
                    Ok(Outcome::Deleted(_) | Outcome::Forgotten) => return None,
                    Err(_) => return Some(false),
                }
            }
            self.desk.borrow_mut().many.kept(at);
        }
    }

    fn show(&self) {
        let nodes: Array = self.desk.borrow().many.view().iter().map(built).collect();
        self.tell("show", &[nodes.into()]);
    }

    fn tell(&self, what: &str, with: &[JsValue]) {
        let message: Array = [JsValue::from(what)].into_iter().chain(with.iter().cloned()).collect();
        self.page.post_message(&message).unwrap_throw();
    }
}

/// Whether the text is kept already with the same corrections; one of which nothing is said need not be there twice in any case.
async fn is_there(there: &[Entry], report: &Snapshot) -> bool {
    for entry in there.iter().filter(|entry| entry.about.sha256 == report.about.sha256) {
        let is_said = || async {
            let kept = store::fetch(entry.id).await.ok().flatten();
            kept.is_some_and(|(_, _, work)| work.corrections() == *report.corrections)
        };
        if report.corrections.is_empty() || is_said().await {
            return true;
        }
    }
    false
}

impl Desk {
    /// Takes what has become of the report that was opened, and the number that it is kept under, if it is. Returns whether a
    /// reading is to begin.
    fn come_back(&mut self, work: Option<(String, Option<String>)>, kept: JsValue) -> bool {
        if let Some(at) = self.many.opened().filter(|_| kept.as_f64().is_some()) {
            self.keys[at] = kept;
            self.many.kept(at);
        }
        self.many.again(work)
    }

    /// Takes none for kept whose record was deleted meanwhile.
    fn release(&mut self, there: &[Entry]) {
        for (at, key) in self.keys.iter().enumerate() {
            if key.as_f64().is_some_and(|id| !there.iter().any(|entry| f64::from(entry.id) == id)) {
                self.many.released(at);
            }
        }
    }

    /// Where a report is kept, if it is.
    fn ticket(&self, at: usize, there: &[Entry]) -> Option<Ticket> {
        let id = self.keys[at].as_f64()?;
        let entry = there.iter().find(|entry| f64::from(entry.id) == id)?;
        Some(Ticket { id: entry.id, turn: entry.turn })
    }

    fn begin_to_keep(&mut self) -> bool {
        let begins = !self.is_keeping && self.many.is_read();
        self.is_keeping |= begins;
        begins
    }

    fn assemble(&mut self, bytes: &[u8]) -> Option<Report> {
        let (_, pieces) = wire::received(bytes)?;
        pieces.into_iter().find_map(|piece| self.assembly.take(piece))
    }
}

/// The reports of some files, or those that this browser keeps, each with what the page calls it.
async fn gather(files: JsValue) -> Vec<(JsValue, Source)> {
    let mut sources = Vec::new();
    if let Ok(files) = files.dyn_into::<Array>() {
        for file in files.iter() {
            let named: &File = file.unchecked_ref();
            let source = Source::from_file(named.name(), open::text_of(named).await);
            sources.push((file, source));
        }
        return sources;
    }
    for entry in store::look().await.ok().flatten().unwrap_or_default() {
        let source = match store::fetch(entry.id).await {
            Ok(Some((entry, text, saved))) => Source::kept(entry.title, text, saved),
            _ => Source::refused(entry.title, many::UNREADABLE),
        };
        sources.push((entry.id.into(), source));
    }
    sources
}

/// What is shown, as the page takes it: words, or tag, attributes and what stands inside.
fn built(node: &Node) -> JsValue {
    let attributes = node.attributes.iter().map(|(name, value)| Array::of2(&(*name).into(), &value.into()));
    let children = node.children.iter().map(|child| match child {
        Child::Words(words) => words.into(),
        Child::Node(node) => built(node),
    });
    Array::of3(&node.tag.into(), &attributes.collect::<Array>(), &children.collect::<Array>()).into()
}
