//! Which of many stacked things are in sight, when only those shall be in the page.

use std::ops::Range;

/// No browser shows an element higher than about 17 million pixels.
const HIGHEST: f64 = 12_000_000.0;

/// A stack of things with known or guessed heights, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stack {
    heights: Vec<f64>,
    /// Where each thing begins, and where the last ends.
    offsets: Vec<f64>,
}

/// What of a stack is to be in the page, and the room to leave before and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Window {
    /// Indices of the things.
    pub shown: Range<usize>,
    /// Pixels before them.
    pub before: f64,
    /// Pixels after them.
    pub after: f64,
}

impl Stack {
    /// A stack of things with these heights.
    pub fn new(heights: Vec<f64>) -> Self {
        let mut stack = Self { heights, offsets: Vec::new() };
        stack.pile();
        stack
    }

    fn pile(&mut self) {
        self.offsets.clear();
        self.offsets.push(0.0);
        let mut top = 0.0;
        self.offsets.extend(self.heights.iter().map(|height| {
            top += height;
            top
        }));
    }

    fn total(&self) -> f64 {
        self.offsets.last().copied().unwrap_or(0.0)
    }

    /// Takes measured heights in. Returns how far what stands at `scroll` has moved, if anything has.
    pub fn measure(&mut self, measured: &[(usize, f64)], scroll: f64, room: f64) -> Option<f64> {
        let anchor = self.at(self.depth(scroll, room));
        let before = self.offsets.get(anchor).copied();
        let mut changed = false;
        for &(index, height) in measured {
            if let Some(known) = self.heights.get_mut(index).filter(|known| (**known - height).abs() > 0.5) {
                *known = height;
                changed = true;
            }
        }
        if !changed {
            return None;
        }
        self.pile();
        Some(self.offsets.get(anchor).copied().zip(before).map_or(0.0, |(after, before)| after - before))
    }

    /// The thing at a depth of the stack.
    fn at(&self, depth: f64) -> usize {
        let last = self.heights.len().saturating_sub(1);
        self.offsets.partition_point(|&offset| offset <= depth).saturating_sub(1).min(last)
    }

    /// How many pixels of the stack one pixel of the page stands for: 1, but for very high stacks.
    fn scale(&self, room: f64) -> f64 {
        let total = self.total();
        if total <= HIGHEST { 1.0 } else { (total - room) / (HIGHEST - room) }
    }

    fn depth(&self, scroll: f64, room: f64) -> f64 {
        scroll * self.scale(room)
    }

    /// How far to scroll so that a thing begins at the top, in a pane `room` pixels high.
    pub fn scroll_to(&self, index: usize, room: f64) -> f64 {
        self.offsets.get(index).copied().unwrap_or(0.0) / self.scale(room)
    }

    /// What is in sight at `scroll`, and `beyond` pixels on both sides.
    pub fn reach(&self, scroll: f64, room: f64, beyond: f64) -> Range<usize> {
        if self.heights.is_empty() {
            return 0..0;
        }
        let depth = self.depth(scroll, room);
        self.at(depth - beyond)..self.at(depth + room + beyond) + 1
    }

    /// The room that these things leave before and after them, when the pane has scrolled to `scroll`.
    pub fn window(&self, shown: Range<usize>, scroll: f64, room: f64) -> Window {
        let (Some(start), Some(end)) = (self.offsets.get(shown.start), self.offsets.get(shown.end)) else {
            return Window::default();
        };
        let before = (scroll - (self.depth(scroll, room) - start)).max(0.0);
        let after = (self.total().min(HIGHEST) - before - (end - start)).max(0.0);
        Window { shown, before, after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is in sight, and as much again on both sides.
    fn window(stack: &Stack, scroll: f64, room: f64) -> Window {
        stack.window(stack.reach(scroll, room, room), scroll, room)
    }

    #[test]
    fn only_what_is_near_is_shown() {
        let stack = Stack::new(vec![100.0; 1_000]);
        assert_eq!(window(&stack, 0.0, 500.0), Window { shown: 0..11, before: 0.0, after: 98_900.0 });
        let near = window(&stack, 50_000.0, 500.0);
        assert_eq!(near.shown, 495..511);
        assert_eq!(near.before, 49_500.0);
        assert_eq!(near.before + 1_600.0 + near.after, 100_000.0);
        assert_eq!(window(&stack, 99_500.0, 500.0).shown, 990..1_000);
        assert_eq!(window(&Stack::new(Vec::new()), 0.0, 500.0), Window::default());
        assert_eq!(stack.reach(50_000.0, 450.0, 0.0), 500..505);
    }

    #[test]
    fn the_same_things_leave_other_room_when_others_are_measured() {
        let mut stack = Stack::new(vec![100.0; 10]);
        stack.measure(&[(0, 150.0)], 0.0, 100.0);
        assert_eq!(stack.window(2..4, 250.0, 100.0), Window { shown: 2..4, before: 250.0, after: 600.0 });
        assert_eq!(stack.window(8..12, 250.0, 100.0), Window::default(), "there are no such things");
    }

    #[test]
    fn what_is_in_sight_stays_when_something_above_is_measured() {
        let mut stack = Stack::new(vec![100.0; 10]);
        assert_eq!(stack.measure(&[(1, 100.0)], 300.0, 100.0), None);
        assert_eq!(stack.measure(&[(1, 130.0)], 300.0, 100.0), Some(30.0));
        assert_eq!(stack.measure(&[(9, 50.0)], 300.0, 100.0), Some(0.0));
        assert_eq!(stack.scroll_to(3, 100.0), 330.0);
    }

    #[test]
    fn a_stack_too_high_for_a_browser_is_reached_to_its_end() {
        let stack = Stack::new(vec![1_000.0; 40_000]);
        let room = 500.0;
        let end = HIGHEST - room;
        assert_eq!(window(&stack, end, room).shown.end, 40_000);
        assert_eq!(window(&stack, 0.0, room).shown.start, 0);
        let scroll = stack.scroll_to(20_000, room);
        assert!(window(&stack, scroll, room).shown.contains(&20_000));
        let window = window(&stack, scroll, room);
        assert!(window.before + window.after < HIGHEST);
    }
}
