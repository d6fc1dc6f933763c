//! Arithmetic of decimals, compiled once: the library's own is compiled anew wherever it is called. What cannot be held gives
//! nothing.

use rust_decimal::Decimal;

/// Arithmetic that is exact, or none.
pub trait Exact: Sized {
    /// The sum.
    fn plus(self, other: Self) -> Option<Self>;
    /// The difference.
    fn minus(self, other: Self) -> Option<Self>;
    /// The product.
    fn times(self, other: Self) -> Option<Self>;
    /// The quotient; none by zero.
    fn over(self, other: Self) -> Option<Self>;
}

impl Exact for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn minus(self, other: Self) -> Option<Self> {
        self.checked_sub(other)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn over(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }
}

/// How many steps of the finest power of ten that several numbers are multiples of one of them is: 5 for 500 beside 300 and 200. The
/// fewer there are, the sooner numbers add up to another by accident.
pub fn steps(number: Decimal, others: impl Iterator<Item = Decimal>) -> Decimal {
    let power = |number: Decimal| {
        let number = number.normalize();
        let mut mantissa = number.mantissa();
        let mut zeros = -i64::from(number.scale());
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            zeros += 1;
        }
        zeros
    };
    let finest = others.map(power).fold(power(number), i64::min);
    let mut steps = number.normalize();
    for _ in 0..finest.abs() {
        let step = if finest < 0 { steps.times(Decimal::TEN) } else { steps.over(Decimal::TEN) };
        steps = step.unwrap_or(steps);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn round_numbers_have_few_steps() {
        for (number, others, expected) in
            [("500", ["300", "200"], "5"), ("12.6", ["3", "9.6"], "126"), ("46", ["6", "40"], "46")]
        {
            let others = others.into_iter().map(|other| other.parse().unwrap());
            assert_eq!(steps(number.parse().unwrap(), others), expected.parse().unwrap(), "{number}");
        }
    }
}
