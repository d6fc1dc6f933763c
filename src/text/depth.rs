//! How deep in pairs of marks a text is, told while it is read from one end.

use super::is_han;

/// What a character is to the pairs that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It opens one.
    Opens,
    /// It closes one.
    Closes,
    /// It closes one that was not opened, and changes nothing.
    Stray,
    /// None of their marks.
    Other,
}

/// How many pairs are open. Marks are told apart only by whether they open or close.
#[derive(Clone, Copy, Debug)]
pub struct Depth {
    /// The marks: each that opens, and the one that closes it.
    pairs: &'static str,
    open: usize,
}

impl Depth {
    /// Outside of these pairs.
    pub const fn of(pairs: &'static str) -> Self {
        Self { pairs, open: 0 }
    }

    /// Goes on by a character.
    pub fn read(&mut self, letter: char) -> Mark {
        // Nearly all are of these, and no pair is.
        if is_han(letter) {
            return Mark::Other;
        }
        match self.pairs.chars().position(|mark| mark == letter) {
            Some(place) if place % 2 == 0 => {
                self.open += 1;
                Mark::Opens
            }
            Some(_) if self.open == 0 => Mark::Stray,
            Some(_) => {
                self.open -= 1;
                Mark::Closes
            }
            None => Mark::Other,
        }
    }

    /// Goes on by a character, and tells whether none is open then.
    pub fn is_outside(&mut self, letter: char) -> bool {
        self.read(letter);
        !self.is_open()
    }

    /// Whether a pair is open.
    pub fn is_open(&self) -> bool {
        self.open > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_open_and_close_and_strays_change_nothing() {
        let mut depth = Depth::of("()《》");
        let marks: Vec<Mark> = "a)(《b》)".chars().map(|letter| depth.read(letter)).collect();
        assert_eq!(marks[..3], [Mark::Other, Mark::Stray, Mark::Opens]);
        assert_eq!(marks[3..], [Mark::Opens, Mark::Other, Mark::Closes, Mark::Closes]);
        assert!(!depth.is_open());
    }

    #[test]
    fn what_stands_outside_is_told() {
        let mut depth = Depth::of("()");
        let outside: String = "县(市、区)、乡".chars().filter(|&letter| depth.is_outside(letter)).collect();
        assert_eq!(outside, "县)、乡");
    }
}
