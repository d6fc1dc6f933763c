//! How the panes stand: in which order, how wide, which are folded, as a person set them.

use super::state::Pane;

/// How much of the page a pane may take, in percent.
pub const LEAST: u32 = 10;
const MOST: u32 = 70;

/// How the panes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// From left to right.
    order: [Pane; 3],
    /// In percent of the page; as the styles have it where nobody set it. Indexed by [`place`].
    widths: [Option<u32>; 3],
    folded: [bool; 3],
}

impl Default for Layout {
    fn default() -> Self {
        Self { order: PANES, widths: [None; 3], folded: [false; 3] }
    }
}

/// The panes beside each other, as they stand before anyone moves one.
const PANES: [Pane; 3] = [Pane::Outline, Pane::Text, Pane::Table];

/// The names of the panes in settings and styles.
const NAMES: [&str; 3] = ["outline", "text", "table"];

/// How much of the page each takes then, about, in percent.
const USUAL: [u32; 3] = [18, 36, 46];

/// Table and checks take turns in one place.
const fn place(pane: Pane) -> usize {
    match pane {
        Pane::Outline => 0,
        Pane::Text => 1,
        Pane::Table | Pane::Checks => 2,
    }
}

/// The name of a pane in settings and styles.
pub const fn name(pane: Pane) -> &'static str {
    NAMES[place(pane)]
}

impl Layout {
    /// The panes from left to right.
    pub fn order(&self) -> [Pane; 3] {
        self.order
    }

    /// Where a pane stands, from 0.
    pub fn position(&self, pane: Pane) -> usize {
        self.order.iter().position(|&other| place(other) == place(pane)).unwrap_or_default()
    }

    /// Whether it is folded to a strip at its place.
    pub fn is_folded(&self, pane: Pane) -> bool {
        self.folded[place(pane)]
    }

    /// The pane that takes what the others leave: the text, or the next that is open.
    pub fn flexible(&self) -> Pane {
        let open = |pane: &Pane| !self.is_folded(*pane);
        [Pane::Text, Pane::Table, Pane::Outline].into_iter().find(open).unwrap_or(Pane::Text)
    }

    /// Whether the pane grows when its edge moves to the right: whether it stands left of the one that gives way.
    pub fn grows_rightward(&self, pane: Pane) -> bool {
        self.position(pane) < self.position(self.flexible())
    }

    /// How much of the page it takes, in percent: about, where nobody set it.
    pub fn width(&self, pane: Pane) -> u32 {
        if self.is_folded(pane) { 0 } else { self.widths[place(pane)].unwrap_or(USUAL[place(pane)]) }
    }

    /// With the edge of the pane moved so that it takes so much. A pane that is made very narrow folds.
    pub fn sized(mut self, pane: Pane, percent: i32) -> Self {
        if percent < LEAST as i32 / 2 {
            return if self.is_folded(pane) { self } else { self.turned(pane) };
        }
        self.widths[place(pane)] = Some((percent as u32).clamp(LEAST, MOST));
        self.folded[place(pane)] = false;
        self
    }

    /// With the pane folded, or open again. One always stays open.
    pub fn turned(mut self, pane: Pane) -> Self {
        self.folded[place(pane)] ^= true;
        if self.folded == [true; 3] {
            self.folded[place(pane)] = false;
        }
        self
    }

    /// With the pane at another place among the others, from 0.
    pub fn moved(mut self, pane: Pane, to: usize) -> Self {
        let from = self.position(pane);
        let to = to.min(self.order.len() - 1);
        if from < to {
            self.order[from..=to].rotate_left(1);
        } else {
            self.order[to..=from].rotate_right(1);
        }
        self
    }

    /// What a key does on the edge of a pane, as window splitters do by the ARIA practices.
    pub fn press(self, pane: Pane, key: &str) -> Option<Self> {
        let wider = if self.grows_rightward(pane) { "ArrowRight" } else { "ArrowLeft" };
        let width = self.width(pane) as i32;
        match key {
            "Enter" => Some(self.turned(pane)),
            "ArrowLeft" | "ArrowRight" if key == wider => Some(self.sized(pane, width.max(LEAST as i32 - 2) + 2)),
            "ArrowLeft" | "ArrowRight" if !self.is_folded(pane) => {
                Some(self.sized(pane, (width - 2).max(LEAST as i32)))
            }
            "Home" => Some(self.sized(pane, LEAST as i32)),
            "End" => Some(self.sized(pane, MOST as i32)),
            _ => None,
        }
    }

    /// The columns of the page, from left to right, as the styles want them. `--outline` and `--table` are the usual widths.
    pub fn columns(&self) -> String {
        let column = |pane: Pane| {
            if self.is_folded(pane) {
                return "var(--strip)".to_owned();
            }
            match self.widths[place(pane)] {
                _ if self.flexible() == pane => "minmax(0, 1fr)".to_owned(),
                Some(width) => format!("{width}%"),
                None => format!("var(--{})", name(pane)),
            }
        };
        self.order.map(column).join(" ")
    }
}

/// One word for each pane, from left to right: its name, its width if it was set, `-` if it is folded.
impl std::fmt::Display for Layout {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let word = |pane: Pane| {
            let width = self.widths[place(pane)].map(|width| width.to_string()).unwrap_or_default();
            format!("{}{width}{}", name(pane), if self.is_folded(pane) { "-" } else { "" })
        };
        out.write_str(&self.order.map(word).join(" "))
    }
}

impl std::str::FromStr for Layout {
    type Err = &'static str;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let mut layout = Self::default();
        let words: Vec<&str> = words.split(' ').collect();
        for (at, word) in words.iter().enumerate().take(PANES.len()) {
            let pane = PANES.into_iter().find(|&pane| word.starts_with(name(pane))).ok_or("not a pane")?;
            layout = layout.moved(pane, at);
            let rest = &word[name(pane).len()..];
            if let Ok(width) = rest.trim_end_matches('-').parse() {
                layout = layout.sized(pane, width);
            }
            if rest.ends_with('-') {
                layout = layout.turned(pane);
            }
        }
        Ok(layout)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Pane::{Outline, Table, Text};

    #[test]
    fn edges_move_within_bounds_and_panes_fold() {
        let layout = Layout::default();
        assert_eq!(layout.columns(), "var(--outline) minmax(0, 1fr) var(--table)");
        assert_eq!(layout.sized(Outline, 90).width(Outline), MOST);
        assert_eq!(layout.sized(Outline, 7).width(Outline), LEAST);
        let folded = layout.sized(Outline, 25).sized(Outline, -3);
        assert_eq!(folded.columns(), "var(--strip) minmax(0, 1fr) var(--table)");
        assert_eq!((folded.width(Outline), folded.turned(Outline).width(Outline)), (0, 25));
        assert_eq!(folded.sized(Outline, 30).columns(), "30% minmax(0, 1fr) var(--table)");
    }

    #[test]
    fn one_pane_stays_open_and_takes_the_room() {
        let layout = Layout::default().turned(Text);
        assert_eq!(layout.columns(), "var(--outline) var(--strip) minmax(0, 1fr)");
        let layout = layout.turned(Pane::Checks);
        assert_eq!(layout.columns(), "minmax(0, 1fr) var(--strip) var(--strip)");
        assert_eq!(layout.turned(Outline), layout);
    }

    #[test]
    fn panes_change_places() {
        let layout = Layout::default();
        assert_eq!(layout.moved(Table, 0).order(), [Table, Outline, Text]);
        assert_eq!(layout.moved(Outline, 1).order(), [Text, Outline, Table]);
        assert_eq!(layout.moved(Outline, 9).order(), [Text, Table, Outline]);
        assert!(layout.grows_rightward(Outline) && !layout.grows_rightward(Table));
        assert!(!layout.moved(Outline, 2).grows_rightward(Outline));
    }

    #[test]
    fn keys_move_the_edge() {
        let layout = Layout::default().sized(Table, 40);
        let press = |layout: Layout, key| layout.press(Table, key).map(|layout| layout.width(Table));
        assert_eq!(press(layout, "ArrowLeft"), Some(42), "the table stands to the right");
        assert_eq!(press(layout, "ArrowRight"), Some(38));
        assert_eq!(press(layout.moved(Table, 0), "ArrowRight"), Some(42));
        assert_eq!((press(layout, "Home"), press(layout, "End"), press(layout, "a")), (Some(LEAST), Some(MOST), None));
        let folded = layout.turned(Table);
        assert_eq!((press(folded, "Enter"), press(folded, "ArrowLeft")), (Some(40), Some(LEAST)));
        assert_eq!(press(folded, "ArrowRight"), None);
    }

    #[test]
    fn a_layout_is_written_and_read_back() {
        let layout = Layout::default().moved(Table, 0).sized(Table, 33).turned(Outline);
        assert_eq!(layout.to_string(), "table33 outline- text");
        assert_eq!(layout.to_string().parse(), Ok(layout));
        assert_eq!("rubbish".parse::<Layout>(), Err("not a pane"));
        assert!("table33".parse::<Layout>().is_ok());
    }
}
