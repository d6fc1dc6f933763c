//! The lines that a page draws: those of its tables.

use super::matrix::Matrix;
use super::object::Object;
use super::sheet::{Line, Sheet};

/// What is no wider than this is a line, in points.
const THIN: f64 = 3.0;

/// A path has at most so many parts that matter.
const MOST: usize = 1 << 14;

/// A path that is drawn.
#[derive(Default)]
pub struct Paths {
    /// Where the part begins that is drawn now, and how far it has come.
    begin: (f64, f64),
    at: (f64, f64),
    /// Its pieces, each from a point to a point.
    pieces: Vec<Line>,
    /// The boxes around its parts: corner and corner.
    boxes: Vec<Line>,
}

impl Paths {
    /// Takes an operator that draws; others do nothing.
    pub fn draw(&mut self, operator: &[u8], operands: &[Object], place: Matrix, sheet: &mut Sheet) {
        let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
        let point = |at: usize| place.apply((number(at), number(at + 1)));
        match operator {
            b"m" => self.move_to(point(0)),
            b"l" => self.reach(point(0)),
            b"c" => self.move_on(point(4)),
            b"v" | b"y" => self.move_on(point(2)),
            b"h" => self.reach(self.begin),
            b"re" => {
                let (x, y, width, height) = (number(0), number(1), number(2), number(3));
                self.move_to(place.apply((x, y)));
                for corner in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
                    self.reach(place.apply(corner));
                }
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => {
                self.pieces.iter().for_each(|piece| rule(*piece, sheet));
                self.clear();
            }
            b"f" | b"F" | b"f*" => {
                self.boxes.iter().for_each(|area| rule(*area, sheet));
                self.clear();
            }
            b"n" => self.clear(),
            _ => {}
        }
    }

    fn clear(&mut self) {
        self.pieces.clear();
        self.boxes.clear();
    }

    fn move_to(&mut self, point: (f64, f64)) {
        (self.begin, self.at) = (point, point);
        if self.boxes.len() < MOST {
            self.boxes.push(Line(point, point));
        }
    }

    /// Draws a straight line to a point.
    fn reach(&mut self, point: (f64, f64)) {
        if self.pieces.len() < MOST {
            self.pieces.push(Line(self.at, point));
        }
        self.move_on(point);
    }

    fn move_on(&mut self, point: (f64, f64)) {
        self.at = point;
        if let Some(Line(low, high)) = self.boxes.last_mut() {
            *low = (low.0.min(point.0), low.1.min(point.1));
            *high = (high.0.max(point.0), high.1.max(point.1));
        }
    }
}

/// Draws a line along the middle of a box, if it is thin.
fn rule(Line(from, to): Line, sheet: &mut Sheet) {
    let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    if height <= THIN && width > THIN {
        sheet.rule(Line((from.0.min(to.0), middle.1), (from.0.max(to.0), middle.1)));
    } else if width <= THIN && height > THIN {
        sheet.rule(Line((middle.0, from.1.min(to.1)), (middle.0, from.1.max(to.1))));
    }
}
