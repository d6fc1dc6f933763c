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
use crate::app::wire::{self, Assembly};
use crate::browser::store;
use crate::contract::Report;
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
}

impl Session {
    /// A dialog that shows nothing yet.
    pub fn new(page: DedicatedWorkerGlobalScope) -> Self {
        let desk = Desk { many: Many::new(Language::default()), assembly: Assembly::default(), keys: Vec::new() };
        Self { page, desk: Rc::new(RefCell::new(desk)) }
    }

    /// Takes a message of the page: what it is, and what goes with it.
    pub fn hear(&self, message: &Array) {
        let (what, with) = (message.get(0).as_string().unwrap_or_default(), message.get(1));
        match what.as_str() {
            "begin" => {
                self.desk.borrow_mut().many = Many::new(open::language(&message.get(2)));
                let session = self.clone();
                spawn_local(async move {
                    session.show();
                    let (keys, sources) = gather(with).await.into_iter().unzip();
                    {
                        let mut desk = session.desk.borrow_mut();
                        desk.many.begin(sources);
                        desk.keys = keys;
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
            "again" => {
                let work = with.as_string().map(|text| (text, message.get(2).as_string()));
                let begins = self.desk.borrow_mut().many.again(work);
                if begins {
                    self.go_on();
                }
            }
            "broken" => self.take(None),
            _ => {
                let wish = self.desk.borrow_mut().many.act(&what, &with.as_string().unwrap_or_default());
                match wish {
                    Some(Wish::Save(name, file)) => {
                        let file = Uint8Array::from(file.as_slice());
                        self.tell("save", &[name.into(), Format::Excel.kind().1.into(), file.into()]);
                    }
                    Some(Wish::Open(source, figure, way)) => {
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
                    None => {}
                }
                self.show();
            }
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
            None => self.tell("rest", &[]),
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

impl Desk {
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
