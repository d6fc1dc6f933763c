//! What a person chose for every text: languages, colours, panes, columns. Nothing of any text.

use super::arrangement::Arrangement;
use super::state::{State, Theme};
use crate::words::Language;

/// The settings as lines of a name and a value.
pub fn write(state: &State) -> String {
    let theme = state.theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let lines = [
        ("language", Some(state.language.code().to_owned())),
        ("theme", theme.map(str::to_owned)),
        ("panes", Some(state.layout.to_string())),
        ("columns", Some(state.arrangement.columns.to_string())),
    ];
    lines.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}\n", value?))).collect()
}

/// A page with these settings. What cannot be read is as it was before anyone set it.
pub fn read(lines: &str) -> State {
    let mut state = State::default();
    for (name, value) in lines.lines().filter_map(|line| line.split_once(": ")) {
        match (name, value) {
            ("language", _) => {
                let known = [Language::Chinese, Language::English].into_iter().find(|known| known.code() == value);
                state.language = known.unwrap_or_default();
            }
            ("theme", "light") => state.theme = Some(Theme::Light),
            ("theme", "dark") => state.theme = Some(Theme::Dark),
            ("panes", _) => state.layout = value.parse().unwrap_or_default(),
            ("columns", _) => {
                let columns = value.parse().unwrap_or(state.arrangement.columns);
                state.arrangement = Arrangement { columns, ..state.arrangement };
            }
            _ => {}
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::arrangement::Column;
    use crate::app::layout::Layout;
    use crate::app::state::{Action, Pane};

    #[test]
    fn settings_come_back_and_no_text_is_among_them() {
        let state = State {
            language: Language::English,
            theme: Some(Theme::Dark),
            layout: Layout::default().moved(Pane::Table, 0),
            arrangement: Arrangement::default().toggle(Column::Kind),
            ..State::default()
        };
        let with_text = state.after(Action::Open("共9件".to_owned(), None));
        assert_eq!(read(&write(&with_text)), state);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(read("language: tlh\ntheme: pink\npanes: x\ncolumns: many\nodd\n"), State::default());
    }
}
