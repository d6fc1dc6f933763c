//! What a printed number may stand for: all that rounds or is cut to its digits.

use rust_decimal::Decimal;

use crate::exact::Exact;

/// A closed range of numbers. Arithmetic that cannot be held gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    low: Decimal,
    high: Decimal,
}

/// What numbers may stand for, and what follows from them: were they all rounded, and were they all cut. One report does not do
/// both to the terms of one sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    rounded: Range,
    cut: Range,
}

impl Range {
    fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    fn minus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.minus(other.high)?, high: self.high.minus(other.low)? })
    }

    fn over(self, other: Self) -> Option<Self> {
        if other.low <= Decimal::ZERO || self.low < Decimal::ZERO {
            return None;
        }
        Some(Self { low: self.low.over(other.high)?, high: self.high.over(other.low)? })
    }

    fn percent(self) -> Option<Self> {
        Some(Self { low: self.low.times(Decimal::ONE_HUNDRED)?, high: self.high.times(Decimal::ONE_HUNDRED)? })
    }
}

impl Interval {
    /// The number alone.
    pub const fn exactly(value: Decimal) -> Self {
        let range = Range { low: value, high: value };
        Self { rounded: range, cut: range }
    }

    /// What a number may stand for whose last digit is worth `step`; 0 where it was counted and stands for itself.
    pub fn printed(value: Decimal, step: Decimal) -> Option<Self> {
        if step.is_zero() {
            return Some(Self::exactly(value));
        }
        let half = step.over(Decimal::TWO)?;
        // What is cut comes nearer to nothing.
        let (below, above) = if value.is_sign_negative() { (step, Decimal::ZERO) } else { (Decimal::ZERO, step) };
        Some(Self {
            rounded: Range { low: value.minus(half)?, high: value.plus(half)? },
            cut: Range { low: value.minus(below)?, high: value.plus(above)? },
        })
    }

    /// The least number, be it by rounding or by cutting.
    pub fn low(self) -> Decimal {
        self.rounded.low.min(self.cut.low)
    }

    /// The greatest.
    pub fn high(self) -> Decimal {
        self.rounded.high.max(self.cut.high)
    }

    /// The sums of one of each.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { rounded: self.rounded.plus(other.rounded)?, cut: self.cut.plus(other.cut)? })
    }

    /// The differences.
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self { rounded: self.rounded.minus(other.rounded)?, cut: self.cut.minus(other.cut)? })
    }

    /// The quotients; only of numbers that are not negative, by numbers above 0.
    pub fn over(self, other: Self) -> Option<Self> {
        Some(Self { rounded: self.rounded.over(other.rounded)?, cut: self.cut.over(other.cut)? })
    }

    /// Every number, a hundred times.
    pub fn percent(self) -> Option<Self> {
        Some(Self { rounded: self.rounded.percent()?, cut: self.cut.percent()? })
    }

    /// Without the numbers below nothing.
    pub fn not_negative(self) -> Self {
        let above = |range: Range| Range { low: range.low.max(Decimal::ZERO), ..range };
        Self { rounded: above(self.rounded), cut: above(self.cut) }
    }

    /// Whether what was worked out shares a number with what is `stated`, which may be rounded or cut whatever its terms were.
    pub fn meets(self, stated: Self) -> bool {
        let meets = |range: Range| range.low <= stated.high() && stated.low() <= range.high;
        meets(self.rounded) || meets(self.cut)
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
    fn the_terms_of_one_sum_are_not_rounded_and_cut_at_once() {
        let difference = printed(186, 1).minus(printed(4, 1)).expect("small numbers can be held");
        assert!(difference.meets(printed(182, 1)) && difference.meets(printed(183, 1)));
        assert!(!difference.meets(printed(184, 1)) && !difference.meets(printed(179, 1)));
        let sum = printed(13, 1).plus(printed(13, 1)).and_then(|sum| sum.plus(printed(13, 1)));
        assert!(sum.expect("small numbers can be held").meets(printed(42, 1)), "each of them cut");
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
