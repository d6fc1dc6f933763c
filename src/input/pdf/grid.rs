//! The cells that the lines of a page enclose.

use super::sheet::Line;

/// Ends and lines so near to each other meet, in points.
pub const NEAR: f64 = 3.0;

/// A page has no more lines on which tables stand.
const MOST: usize = 2_000;

/// The lines of a page, those across and those down.
pub struct Grid {
    across: Vec<Rule>,
    down: Vec<Rule>,
}

/// A line: where it lies, and from where to where it reaches.
#[derive(Clone, Copy, Debug)]
struct Rule {
    at: f64,
    from: f64,
    to: f64,
}

/// The bounds of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// From left to right.
    pub left: f64,
    /// See `left`.
    pub right: f64,
    /// From top to bottom: higher is more.
    pub top: f64,
    /// See `top`.
    pub bottom: f64,
}

impl Grid {
    /// The grid of lines. Those that meet no others, as what is drawn under words, are no part of it.
    pub fn new(lines: &[Line]) -> Self {
        let (across, down): (Vec<Line>, Vec<Line>) = lines.iter().partition(|Line(from, to)| from.1 == to.1);
        let across = across.iter().map(|Line(from, to)| Rule { at: from.1, from: from.0, to: to.0 });
        let down = down.iter().map(|Line(from, to)| Rule { at: from.0, from: from.1, to: to.1 });
        let (across, down) = (joined(across.collect()), joined(down.collect()));
        if across.len() + down.len() > MOST {
            return Self { across: Vec::new(), down: Vec::new() };
        }
        let met = |rule: &Rule, others: &[Rule]| {
            let meets = |other: &&Rule| other.covers(rule.at) && rule.covers(other.at);
            others.iter().filter(meets).count()
        };
        let kept = across.iter().filter(|rule| met(rule, &down) > 1).copied().collect();
        Self { down: down.iter().filter(|rule| met(rule, &across) > 0).copied().collect(), across: kept }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.across.len() + self.down.len()
    }

    /// The cell around a point. Where a table goes on over the end of a page, nothing closes its cells but the end of their lines.
    pub fn cell(&self, x: f64, y: f64) -> Option<Cell> {
        let beside = || self.down.iter().filter(|rule| rule.covers(y));
        let left = beside().filter(|rule| rule.at <= x).max_by(|one, other| one.at.total_cmp(&other.at))?;
        let right = beside().filter(|rule| rule.at > x).min_by(|one, other| one.at.total_cmp(&other.at))?;
        let along = || self.across.iter().filter(|rule| rule.covers(x)).map(|rule| rule.at);
        let (lowest, highest) = (left.from.max(right.from), left.to.min(right.to));
        let bottom = along().filter(|place| *place <= y).max_by(f64::total_cmp);
        let top = along().filter(|place| *place > y).min_by(f64::total_cmp);
        Some(Cell {
            left: left.at,
            right: right.at,
            top: top.filter(|top| *top <= highest + NEAR).unwrap_or(highest),
            bottom: bottom.filter(|bottom| *bottom >= lowest - NEAR).unwrap_or(lowest),
        })
    }
}

impl Cell {
    /// Whether a point lies in it.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        self.left < x && x < self.right && self.bottom < y && y < self.top
    }
}

impl Rule {
    fn covers(&self, place: f64) -> bool {
        self.from - NEAR <= place && place <= self.to + NEAR
    }
}

/// Pieces that go on in one another, as one.
fn joined(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|one, other| one.at.total_cmp(&other.at));
    // Lines drawn side by side are one.
    let mut at = f64::NEG_INFINITY;
    for rule in &mut rules {
        if rule.at - at > NEAR {
            at = rule.at;
        }
        rule.at = at;
    }
    rules.sort_by(|one, other| one.at.total_cmp(&other.at).then(one.from.total_cmp(&other.from)));
    let mut whole: Vec<Rule> = Vec::new();
    for rule in rules {
        match whole.last_mut() {
            Some(last) if last.at == rule.at && rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
            _ => whole.push(rule),
        }
    }
    whole
}
