//! How pages turn, move and scale what is on them.

use super::object::Object;

/// What makes of a point `(x, y)` the point `(a x + c y + e, b x + d y + f)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Leaves all in its place.
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Of six numbers.
    pub fn of(numbers: &[Object]) -> Option<Self> {
        let mut matrix = [0.0; 6];
        for (place, number) in matrix.iter_mut().zip(numbers.get(..6)?) {
            *place = number.number()?;
        }
        Some(Self(matrix))
    }

    /// Moves.
    pub const fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Turns to the right by so many quarters.
    pub const fn turn(quarters: i64) -> Self {
        match quarters.rem_euclid(4) {
            0 => Self::IDENTITY,
            1 => Self([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            2 => Self([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            _ => Self([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        }
    }

    /// Does this first, then the other.
    pub fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    /// Where a point comes to lie.
    pub fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How many quarters to the left the direction of writing is turned; none, if it runs askew.
    pub fn quarters(self) -> Option<i64> {
        const SLANT: f64 = 0.05;
        let [a, b, ..] = self.0;
        if b.abs() <= SLANT * a.abs() && a != 0.0 {
            Some(if a > 0.0 { 0 } else { 2 })
        } else if a.abs() <= SLANT * b.abs() && b != 0.0 {
            Some(if b > 0.0 { 1 } else { 3 })
        } else {
            None
        }
    }
}
