//! The keys that work everywhere on the page, and what the sheet of shortcuts says of all keys.

use super::state::{Action, Card, State};
use crate::words::Words;

/// A key as it was pressed.
#[derive(Clone, Copy, Debug)]
pub struct Key<'event> {
    /// Its name.
    pub name: &'event str,
    /// Whether Ctrl or ⌘ was held.
    pub command: bool,
    /// Whether the focus is where one writes: there letters are letters.
    pub in_field: bool,
}

/// What a key does, if it does anything here.
pub fn action(key: Key, state: &State) -> Option<Action> {
    let has_text = !state.document.is_blank();
    match (key.name, key.command) {
        ("f" | "F", true) if has_text => Some(Action::Find(Some(String::new()))),
        ("Escape", false) if state.find.is_some() => Some(Action::Find(None)),
        ("Escape", false) if state.card != Card::Closed => Some(Action::Tell(Card::Closed)),
        ("z", true) if !key.in_field => Some(Action::Undo),
        ("Z" | "y", true) if !key.in_field => Some(Action::Redo),
        _ if key.in_field || key.command => None,
        ("/", _) if has_text => Some(Action::Find(Some(String::new()))),
        ("?", _) => Some(Action::Help(true)),
        ("n", _) if state.find.is_some() => Some(Action::Next(false)),
        ("N", _) if state.find.is_some() => Some(Action::Next(true)),
        _ => None,
    }
}

/// The sheet of shortcuts: keys, and what they do.
pub fn sheet(words: &Words) -> Vec<(&'static [&'static str], &'static str)> {
    vec![
        (&["Ctrl+V"], words.key_paste),
        (&["/", "Ctrl+F"], words.find),
        (&["Enter", "Shift+Enter"], words.key_next),
        (&["↑", "↓", "Home", "End"], words.key_rows),
        (&["Enter"], words.key_enter),
        (&["←", "→"], words.key_figures),
        (&["Enter"], words.key_add),
        (&["←", "→", "*"], words.key_tree),
        (&["W"], words.evidence),
        (&["E"], words.correct),
        (&["C"], words.confirm),
        (&["X"], words.exclude),
        (&["Ctrl+Z", "Ctrl+Y"], words.key_undo),
        (&["Esc"], words.key_leave),
        (&["?"], words.shortcuts),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(name: &str, command: bool, in_field: bool, state: &State) -> Option<Action> {
        action(Key { name, command, in_field }, state)
    }

    #[test]
    fn letters_are_letters_where_one_writes() {
        let state = State::default().after(Action::Open("共9件".to_owned(), None));
        assert_eq!(press("/", false, false, &state), Some(Action::Find(Some(String::new()))));
        assert_eq!(press("/", false, true, &state), None);
        assert_eq!(press("f", true, true, &state), Some(Action::Find(Some(String::new()))));
        assert_eq!(press("f", true, false, &State::default()), None, "the browser finds what there is to find");
        assert_eq!(press("?", false, false, &state), Some(Action::Help(true)));
        assert_eq!(press("z", true, true, &state), None, "a field undoes what was typed in it");
        assert_eq!(press("z", true, false, &state), Some(Action::Undo));
        assert_eq!(press("Z", true, false, &state), Some(Action::Redo));
        assert_eq!(press("n", false, false, &state), None);
        let finding = state.after(Action::Find(Some("共".to_owned())));
        assert_eq!(press("n", false, false, &finding), Some(Action::Next(false)));
        assert_eq!(press("Escape", false, true, &finding), Some(Action::Find(None)));
        let told = state.after(Action::Tell(Card::Form));
        assert_eq!(press("Escape", false, true, &told), Some(Action::Tell(Card::Closed)));
        assert_eq!(press("Escape", false, false, &state), None);
    }
}
