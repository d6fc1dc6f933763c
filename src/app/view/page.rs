//! The state as the parts of the page see it.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::{Action, State};

/// The state as it is now, as Yew keeps it.
pub struct Latest(Rc<State>);

impl Reducible for Latest {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.after(action))))
    }
}

/// The way to make something happen.
pub type Dispatcher = UseReducerDispatcher<Latest>;

/// The state at one moment, and the way to change it. Yew's own handle always tells the latest state; a part that may be
/// shown a moment later must be shown as one with the others.
#[derive(Clone)]
pub struct Page {
    state: Rc<State>,
    dispatcher: Dispatcher,
}

/// The page as it is now.
#[hook]
pub fn use_page() -> Page {
    let latest = use_reducer(|| Latest(Rc::new(super::settings::recall())));
    Page { state: latest.0.clone(), dispatcher: latest.dispatcher() }
}

impl Page {
    /// The way to make something happen.
    pub fn dispatcher(&self) -> Dispatcher {
        self.dispatcher.clone()
    }

    /// Makes something happen.
    pub fn dispatch(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }
}

impl Deref for Page {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

/// The same state is the one in the same place: each thing that happens makes a new one.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}
