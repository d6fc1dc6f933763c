//! What can be undone, and done again.

/// How many steps are remembered.
const STEPS: usize = 100;

/// The states before the present one, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> History<T> {
    /// Remembers how it was before something new is done.
    pub fn remember(&mut self, present: T) {
        self.past.push(present);
        self.past.drain(..self.past.len().saturating_sub(STEPS));
        self.future.clear();
    }

    /// Forgets the oldest steps beyond those that take so much room together. `size` gives how much a step takes beside the
    /// one after it; the last step stays whatever it takes.
    pub fn keep_within(&mut self, room: usize, size: impl Fn(&T, Option<&T>) -> usize) {
        let mut taken = 0;
        let mut kept = 0;
        for (at, step) in self.past.iter().enumerate().rev() {
            taken += size(step, self.past.get(at + 1));
            if kept > 0 && taken > room {
                break;
            }
            kept += 1;
        }
        self.past.drain(..self.past.len() - kept);
    }

    /// The last remembered state.
    pub fn last(&self) -> Option<&T> {
        self.past.last()
    }

    /// The last remembered state, in exchange for the present one.
    pub fn undo(&mut self, present: T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(present);
        Some(before)
    }

    /// The state that was undone last, in exchange for the present one.
    pub fn redo(&mut self, present: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(present);
        Some(after)
    }

    /// Whether there is something to undo, and something to do again.
    pub fn can(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth_until_something_new_is_done() {
        let mut history = History::default();
        history.remember(1);
        history.remember(2);
        assert_eq!(history.undo(3), Some(2));
        assert_eq!(history.undo(2), Some(1));
        assert_eq!(history.undo(1), None);
        assert_eq!(history.redo(1), Some(2));
        assert_eq!(history.can(), (true, true));
        history.remember(2);
        assert_eq!((history.can(), history.redo(9)), ((true, false), None));
    }

    #[test]
    fn steps_that_take_too_much_room_are_forgotten() {
        let mut history = History::default();
        for step in [3, 3, 9, 4] {
            history.remember(step);
        }
        history.keep_within(13, |step, _| *step);
        assert_eq!(history.past, [9, 4]);
        history.keep_within(1, |step, after| if after.is_some() { 0 } else { *step });
        assert_eq!(history.past, [4], "the last stays");
    }

    #[test]
    fn old_steps_are_forgotten() {
        let mut history = History::default();
        (0..=STEPS).for_each(|step| history.remember(step));
        assert_eq!(history.past.len(), STEPS);
        assert_eq!(history.past[0], 1);
    }
}
