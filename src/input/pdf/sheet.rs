//! A page as it is printed: glyphs and lines in their places.

use std::rc::Rc;

use super::matrix::Matrix;

/// No page has more glyphs.
const GLYPHS: usize = 1 << 20;

/// Nor more lines that matter.
const LINES: usize = 1 << 14;

/// What is not known is shown as this.
const UNKNOWN: &str = "□";

/// A page.
#[derive(Default)]
pub struct Sheet {
    /// The glyphs, by how many quarters to the left their writing is turned, each as if the page were turned back.
    pub glyphs: [Vec<Glyph>; 4],
    /// The straight lines.
    pub lines: Vec<Line>,
    /// How many pictures there are.
    pub pictures: usize,
    /// How many glyphs are known, and how many are not.
    pub known: usize,
    /// See `known`.
    pub unknown: usize,
    /// Where the page is seen: two corners.
    bounds: Option<Line>,
    /// Whether the last glyph was printed, and how it was turned.
    last: Option<usize>,
}

/// A straight line, or a box: from a point to a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line(pub (f64, f64), pub (f64, f64));

/// A glyph.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// What it stands for.
    pub text: Rc<str>,
    /// Where it begins and ends.
    pub x: f64,
    /// See `x`.
    pub end: f64,
    /// Where it stands: higher is more.
    pub y: f64,
    /// How high the font is.
    pub size: f64,
}

/// What is printed.
pub enum Print {
    /// A glyph, and what it stands for, if that is known.
    Glyph(Option<Rc<str>>),
    /// A glyph for which the one before stands.
    Widen,
}

impl Sheet {
    /// An empty page, of which no more is seen than lies between two corners.
    pub fn new(corner: (f64, f64), other: (f64, f64)) -> Self {
        const EDGE: f64 = 2.0;
        let low = (corner.0.min(other.0) - EDGE, corner.1.min(other.1) - EDGE);
        let high = (corner.0.max(other.0) + EDGE, corner.1.max(other.1) + EDGE);
        Self { bounds: Some(Line(low, high)), ..Self::default() }
    }

    /// Prints something of a width; whether there was room.
    pub fn print(&mut self, print: Print, at: Matrix, width: f64) -> bool {
        if let Print::Widen = print {
            if let Some(last) = self.last.and_then(|quarters| self.glyphs[quarters].last_mut()) {
                let quarters = at.quarters().unwrap_or(0);
                let (end, _) = at.then(Matrix::turn(quarters)).apply((width, 0.0));
                last.end = last.end.max(end);
            }
            return true;
        }
        self.last = None;
        let Print::Glyph(text) = print else { return true };
        // What runs askew over a page is a mark on its paper.
        let Some(quarters) = at.quarters().filter(|_| self.shows(at.apply((0.0, 0.0)))) else { return true };
        match &text {
            Some(text) => self.known += usize::from(!text.trim().is_empty()),
            None => self.unknown += 1,
        }
        let upright = at.then(Matrix::turn(quarters));
        let ((x, y), (end, _), (_, top)) =
            (upright.apply((0.0, 0.0)), upright.apply((width, 0.0)), upright.apply((0.0, 1.0)));
        let size = (top - y).abs();
        if [x, y, end, size].iter().all(|place| place.is_finite()) && size > 0.0 {
            let text = text.unwrap_or_else(|| Rc::from(UNKNOWN));
            self.glyphs[quarters as usize].push(Glyph { text, x, end, y, size });
            self.last = Some(quarters as usize);
        }
        self.glyphs.iter().map(Vec::len).sum::<usize>() <= GLYPHS
    }

    /// How wide the page is.
    pub fn width(&self) -> f64 {
        self.bounds.map_or(0.0, |Line(low, high)| high.0 - low.0)
    }

    /// How many bytes of text there are on it.
    pub fn text(&self) -> usize {
        self.glyphs.iter().flatten().map(|glyph| glyph.text.len()).sum()
    }

    fn shows(&self, (x, y): (f64, f64)) -> bool {
        self.bounds.is_none_or(|Line(low, high)| (low.0..=high.0).contains(&x) && (low.1..=high.1).contains(&y))
    }

    /// Draws a line.
    pub fn rule(&mut self, line: Line) {
        if self.lines.len() < LINES {
            self.lines.push(line);
        }
    }
}
