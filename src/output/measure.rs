//! In which unit figures are shown: as the report printed them, or all in one, to be compared and added up.

use serde::{Deserialize, Serialize};

use crate::contract::Metric;
use crate::report::Kind;
use crate::words::{Language, file};

/// The unit that figures are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Each as the report printed it: `1.36亿元`, `940万元`, `4.5万份`.
    #[default]
    Printed,
    /// In base units: `136000000元`, `45000份`.
    Base,
    /// Money by the ten thousand, all else in base units.
    TenThousand,
    /// Money by the hundred million, all else in base units.
    HundredMillion,
}

impl Measure {
    /// Every measure, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Printed, Self::Base, Self::TenThousand, Self::HundredMillion];

    /// What it is called.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Printed => language.pick(file::AS_PRINTED),
            Self::Base => "元",
            Self::TenThousand => "万元",
            Self::HundredMillion => "亿元",
        }
    }

    /// The multiplier that a figure is shown with: 万, 亿, or none.
    pub fn scale(self, metric: &Metric) -> &str {
        match self {
            Self::Printed => metric.scale.as_deref().unwrap_or_default(),
            Self::TenThousand if metric.kind == Kind::Money => "万",
            Self::HundredMillion if metric.kind == Kind::Money => "亿",
            _ => "",
        }
    }

    /// The unit that a figure is shown in, its multiplier before it.
    pub fn unit(self, metric: &Metric) -> String {
        format!("{}{}", self.scale(metric), metric.unit.as_deref().unwrap_or_default())
    }

    /// The figure as one word: as the report printed it, or its value with its unit.
    pub fn shown(self, metric: &Metric) -> String {
        if self == Self::Printed && metric.is_as_printed() {
            return metric.quote.clone();
        }
        format!("{}{}", self.number(metric), self.unit(metric))
    }

    /// The number that stands before that unit: `1,240`, `5–20`. A fraction that no decimal is stays as it was printed: `三分之一`.
    pub fn number(self, metric: &Metric) -> String {
        if metric.unit.is_none() && has_no_end(metric.value) && metric.is_as_printed() {
            return metric.quote.clone();
        }
        let low = metric.low.map(|low| format!("{}–", grouped(self.value(metric, low)))).unwrap_or_default();
        format!("{low}{}", grouped(self.value(metric, metric.value)))
    }

    /// A value of the figure in that unit.
    pub fn value(self, metric: &Metric, value: f64) -> f64 {
        scaled(value, self.scale(metric))
    }
}

/// Whether a number has more digits behind its point than are ever printed.
fn has_no_end(number: f64) -> bool {
    const MOST: f64 = 1e6;
    (number * MOST).fract() != 0.0
}

/// How many of a multiplier a value is.
pub fn scaled(value: f64, scale: &str) -> f64 {
    let by: f64 = scale.chars().filter_map(power).product();
    if by == 1.0 { value } else { cleared(value / by) }
}

/// A number with fifteen digits: as many as a spreadsheet keeps. They hide what a division leaves behind the last one.
pub fn cleared(number: f64) -> f64 {
    /// With this many digits before the point, and as far as powers of ten are exact.
    const LEAST: f64 = 1e14;
    const EXACT: f64 = 1e22;
    let mut power = 1.0;
    while number.abs() * power < LEAST && power < EXACT {
        power *= 10.0;
    }
    (number * power).round() / power
}

/// The number with a comma at the thousands.
pub fn grouped(value: f64) -> String {
    let mut number = value.abs().to_string();
    let whole = number.find('.').unwrap_or(number.len());
    for at in (1..whole).rev().filter(|at| (whole - at).is_multiple_of(3)) {
        number.insert(at, ',');
    }
    if value < 0.0 { format!("−{number}") } else { number }
}

fn power(character: char) -> Option<f64> {
    match character {
        '十' => Some(1e1),
        '百' => Some(1e2),
        '千' => Some(1e3),
        '万' => Some(1e4),
        '亿' => Some(1e8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn money_goes_into_the_unit_of_choice_and_all_else_into_its_base_unit() {
        let scale = Some("万".to_owned());
        let money = Metric { kind: Kind::Money, scale: scale.clone(), ..sample::metric("罚款", 9_400_000.0, "元") };
        let count = Metric { scale, ..sample::metric("发放资料", 45_000.0, "份") };
        let shown = |metric: &Metric| {
            Measure::ALL.map(|measure| format!("{}{}", measure.value(metric, metric.value), measure.unit(metric)))
        };
        assert_eq!(shown(&money), ["940万元", "9400000元", "940万元", "0.094亿元"]);
        assert_eq!(shown(&count), ["4.5万份", "45000份", "45000份", "45000份"]);
    }

    #[test]
    fn a_fraction_without_end_stays_as_it_was_printed() {
        let third = |value: f64| Metric {
            value,
            unit: None,
            scale: None,
            quote: "三分之一".to_owned(),
            ..sample::metric("占比", 0.0, "")
        };
        assert_eq!(Measure::Printed.shown(&third(1.0 / 3.0)), "三分之一");
        assert_eq!(Measure::Base.number(&third(1.0 / 3.0)), "三分之一");
        assert_eq!(Measure::Base.number(&third(0.25)), "0.25");
    }

    #[test]
    fn numbers_are_grouped_at_the_thousands() {
        let shown = [0.0, 999.0, 1_000.0, -1_234_567.25, 1e15].map(grouped);
        assert_eq!(shown, ["0", "999", "1,000", "−1,234,567.25", "1,000,000,000,000,000"]);
    }

    #[test]
    fn a_scaled_value_has_no_dust_behind_its_last_digit() {
        assert_eq!(scaled(27_182.5, "万"), 2.71825);
        assert_eq!(scaled(2.5e12, "万亿"), 2.5);
        assert_eq!(scaled(0.1 + 0.2, ""), 0.1 + 0.2);
    }
}
