//! What a printed number may stand for: all that rounds or is cut to its digits.

use rust_decimal::Decimal;

use crate::exact::Exact;

/// A closed range of numbers. Arithmetic that cannot be held gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least number.
    pub low: Decimal,
    /// The greatest.
    pub high: Decimal,
}

impl Interval {
    /// The number alone.
    pub const fn exactly(value: Decimal) -> Self {
        Self { low: value, high: value }
    }

    /// What a number may stand for whose last digit is worth `step`; 0 where it was counted and stands for itself.
    pub fn printed(value: Decimal, step: Decimal) -> Option<Self> {
        let half = step.over(Decimal::TWO)?;
        // What is cut comes nearer to nothing.
        let (below, above) = if value.is_sign_negative() { (step, half) } else { (half, step) };
        Some(Self { low: value.minus(below)?, high: value.plus(above)? })
    }

    /// The sums of one of each.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    /// The differences.
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.minus(other.high)?, high: self.high.minus(other.low)? })
    }

    /// The quotients; only of numbers that are not negative, by numbers above 0.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.low <= Decimal::ZERO || self.low < Decimal::ZERO {
            return None;
        }
        Some(Self { low: self.low.over(other.high)?, high: self.high.over(other.low)? })
    }

    /// Every number, a hundred times.
    pub fn percent(self) -> Option<Self> {
        Some(Self { low: self.low.times(Decimal::ONE_HUNDRED)?, high: self.high.times(Decimal::ONE_HUNDRED)? })
    }

    /// Whether the two share a number.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(value: i64, scale: u32) -> Interval {
        let step = Decimal::new(1, scale);
        Interval::printed(Decimal::new(value, scale), step).expect("small numbers can be held")
    }

    #[test]
    fn rounded_parts_may_add_up_to_more_than_they_show() {
        let sum = printed(1, 1).plus(printed(2, 1)).expect("small numbers can be held");
        assert!(sum.meets(printed(4, 1)));
        assert!(!sum.meets(printed(6, 1)));
    }

    #[test]
    fn a_quotient_rounded_or_cut_is_met() {
        let share = Interval::exactly(Decimal::TWO).over(Interval::exactly(Decimal::from(3)));
        let share = share.and_then(Interval::percent).expect("small numbers can be held");
        assert!(share.meets(printed(667, 1)) && share.meets(printed(666, 1)));
        assert!(!share.meets(printed(665, 1)) && !share.meets(printed(668, 1)));
    }

    #[test]
    fn what_cannot_be_held_gives_nothing() {
        let large = Interval::exactly(Decimal::MAX);
        assert_eq!(large.plus(large), None);
        assert_eq!(large.percent(), None);
        assert_eq!(large.over(Interval::exactly(Decimal::ZERO)), None);
    }
}
