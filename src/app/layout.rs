//! How wide the panes are, as a person set them.

/// A line between two panes that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Between outline and text.
    Outline,
    /// Between text and table.
    Table,
}

impl Split {
    /// Both, from left to right.
    pub const ALL: [Self; 2] = [Self::Outline, Self::Table];

    /// How much of the page the pane beside the text may take, in percent.
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            Self::Outline => (10, 35),
            Self::Table => (20, 70),
        }
    }

    /// How much it takes, about, before anyone moves the line.
    const fn usual(self) -> u32 {
        match self {
            Self::Outline => 18,
            Self::Table => 46,
        }
    }
}

/// How wide the panes are, and which are folded away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    outline: Side,
    table: Side,
}

/// A pane beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Side {
    /// In percent of the page; as the styles have it if nobody set it.
    width: Option<u32>,
    is_folded: bool,
}

impl Layout {
    fn side(&self, split: Split) -> Side {
        match split {
            Split::Outline => self.outline,
            Split::Table => self.table,
        }
    }

    fn with(mut self, split: Split, side: Side) -> Self {
        match split {
            Split::Outline => self.outline = side,
            Split::Table => self.table = side,
        }
        self
    }

    /// How much of the page the pane beside the line takes, in percent; 0 if it is folded away.
    pub fn width(&self, split: Split) -> u32 {
        let side = self.side(split);
        if side.is_folded { 0 } else { side.width.unwrap_or(split.usual()) }
    }

    /// Whether the width is one that a person set.
    pub fn is_set(&self, split: Split) -> bool {
        let side = self.side(split);
        side.is_folded || side.width.is_some()
    }

    /// With the line moved so that the pane takes so much. A pane that is made very narrow folds away.
    pub fn moved(self, split: Split, percent: i32) -> Self {
        let (least, most) = split.bounds();
        if percent < least as i32 / 2 {
            return self.with(split, Side { is_folded: true, ..self.side(split) });
        }
        let width = (percent as u32).clamp(least, most);
        self.with(split, Side { width: Some(width), is_folded: false })
    }

    /// With the pane folded away, or back.
    pub fn folded(self, split: Split) -> Self {
        let side = self.side(split);
        self.with(split, Side { is_folded: !side.is_folded, ..side })
    }

    /// What a key does on the line, as window splitters do by the ARIA practices.
    pub fn press(self, split: Split, key: &str) -> Option<Self> {
        let (least, most) = split.bounds();
        let wider = match split {
            Split::Outline => "ArrowRight",
            Split::Table => "ArrowLeft",
        };
        let width = self.width(split) as i32;
        match key {
            "Enter" => Some(self.folded(split)),
            "ArrowLeft" | "ArrowRight" if key == wider => Some(self.moved(split, width.max(least as i32 - 2) + 2)),
            "ArrowLeft" | "ArrowRight" if width > 0 => Some(self.moved(split, (width - 2).max(least as i32))),
            "Home" => Some(self.moved(split, least as i32)),
            "End" => Some(self.moved(split, most as i32)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_move_within_bounds_and_panes_fold() {
        let layout = Layout::default();
        assert!(!layout.is_set(Split::Outline) && layout.width(Split::Outline) > 0);
        assert_eq!(layout.moved(Split::Outline, 90).width(Split::Outline), 35);
        assert_eq!(layout.moved(Split::Outline, 7).width(Split::Outline), 10);
        let folded = layout.moved(Split::Outline, 25).moved(Split::Outline, -3);
        assert_eq!((folded.width(Split::Outline), folded.width(Split::Table)), (0, 46));
        assert_eq!(folded.folded(Split::Outline).width(Split::Outline), 25);
    }

    #[test]
    fn keys_move_the_line() {
        let layout = Layout::default().moved(Split::Table, 40);
        let press = |key| layout.press(Split::Table, key).map(|layout| layout.width(Split::Table));
        assert_eq!(press("ArrowLeft"), Some(42), "the table stands to the right");
        assert_eq!(press("ArrowRight"), Some(38));
        assert_eq!((press("Home"), press("End"), press("Enter"), press("a")), (Some(20), Some(70), Some(0), None));
        let folded = layout.folded(Split::Table);
        assert_eq!(folded.press(Split::Table, "ArrowLeft").map(|layout| layout.width(Split::Table)), Some(20));
        assert_eq!(folded.press(Split::Table, "ArrowRight"), None);
    }
}
