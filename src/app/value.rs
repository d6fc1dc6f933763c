//! How a value is shown.

use crate::contract::Metric;
use crate::output::measure::Measure;
use crate::report::{Direction, Kind};

/// A value in two cells: the number, and the unit it is counted in, which is never torn: 3,000 | 亿元.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// `↑ 7.4`, `第 3`, `0.86`
    pub number: String,
    /// `%`, `位`, `亿美元`
    pub unit: String,
}

/// The value of a figure for people.
pub fn show(metric: &Metric, measure: Measure) -> Shown {
    let unit = measure.unit(metric);
    let mut number = measure.number(metric);
    if metric.kind == Kind::Rank {
        return Shown { number: format!("第 {number}"), unit: if unit.is_empty() { "位".to_owned() } else { unit } };
    }
    match metric.direction.filter(|_| is_change(metric.kind)) {
        Some(Direction::Up) => number.insert_str(0, "↑ "),
        // 增长-2.1%: the arrow tells the sign.
        Some(Direction::Down) => number = format!("↓ {}", number.trim_start_matches('−')),
        None => {}
    }
    Shown { number, unit }
}

/// Whether figures of the kind say by how much something changed, so that an arrow tells the direction.
pub fn is_change(kind: Kind) -> bool {
    matches!(kind, Kind::Growth | Kind::Points | Kind::Multiple)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_value_shows_rank_direction_and_range() {
        let template = sample::report().metrics.remove(0);
        let shown = |metric: Metric| {
            let Shown { number, unit } = show(&metric, Measure::Printed);
            format!("{number}|{unit}")
        };
        let of = |kind: Kind, value: f64, unit: &str| Metric {
            kind,
            value,
            unit: Some(unit.to_owned()),
            ..template.clone()
        };
        assert_eq!(shown(Metric { unit: None, ..of(Kind::Rank, 3.0, "") }), "第 3|位");
        assert_eq!(shown(of(Kind::Rank, 1.0, "名")), "第 1|名");
        assert_eq!(shown(Metric { direction: Some(Direction::Up), ..of(Kind::Growth, 7.4, "%") }), "↑ 7.4|%");
        assert_eq!(
            shown(Metric { direction: Some(Direction::Down), ..of(Kind::Points, 0.9, "个百分点") }),
            "↓ 0.9|个百分点"
        );
        assert_eq!(shown(Metric { direction: Some(Direction::Down), ..of(Kind::Growth, -2.1, "%") }), "↓ 2.1|%");
        assert_eq!(shown(Metric { direction: Some(Direction::Up), ..of(Kind::Count, 312.0, "项") }), "312|项");
        assert_eq!(shown(Metric { low: Some(5.0), ..of(Kind::Ratio, 20.0, "%") }), "5–20|%");
        assert_eq!(shown(Metric { scale: Some("亿".to_owned()), ..of(Kind::Money, 1.43e8, "美元") }), "1.43|亿美元");
    }
}
