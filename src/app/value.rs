//! How a value is shown.

use crate::output::json::Metric;

/// A value in two cells: the number as the report scales it, and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// `↑ 7.4`, `第 3`, `0.86 亿`
    pub number: String,
    /// `%`, `位`, `美元`
    pub unit: String,
}

/// The value of a figure for people.
pub fn show(metric: &Metric) -> Shown {
    let unit = metric.unit.clone().unwrap_or_default();
    let scale = metric.scale.as_deref().unwrap_or_default();
    let mut number = scaled(metric.value, scale);
    if let Some(low) = metric.low {
        number = format!("{}–{number}", scaled(low, scale));
    }
    if !scale.is_empty() {
        number = format!("{number} {scale}");
    }
    if metric.kind == "rank" {
        return Shown { number: format!("第 {number}"), unit: if unit.is_empty() { "位".to_owned() } else { unit } };
    }
    match metric.direction.as_deref().filter(|_| is_change(&metric.kind)) {
        Some("up") => number.insert_str(0, "↑ "),
        Some("down") => number.insert_str(0, "↓ "),
        _ => {}
    }
    Shown { number, unit }
}

/// Whether figures of the kind say by how much something changed, so that an arrow tells the direction.
pub fn is_change(kind: &str) -> bool {
    matches!(kind, "growth" | "points" | "multiple")
}

fn scaled(value: f64, scale: &str) -> String {
    let by: f64 = scale.chars().filter_map(power).product();
    grouped(value / by)
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

/// The number with a comma at the thousands. Twelve digits hide what halving and doubling leaves behind the last one.
fn grouped(value: f64) -> String {
    let digits = value.abs().log10().floor().max(0.0) as usize;
    let mut number = format!("{:.*}", 12_usize.saturating_sub(digits), value.abs());
    if number.contains('.') {
        number.truncate(number.trim_end_matches('0').trim_end_matches('.').len());
    }
    let whole = number.find('.').unwrap_or(number.len());
    for at in (1..whole).rev().filter(|at| (whole - at) % 3 == 0) {
        number.insert(at, ',');
    }
    if value < 0.0 { format!("−{number}") } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn numbers_are_grouped_and_scaled() {
        assert_eq!(grouped(0.0), "0");
        assert_eq!(grouped(999.0), "999");
        assert_eq!(grouped(1_000.0), "1,000");
        assert_eq!(grouped(-1_234_567.25), "−1,234,567.25");
        assert_eq!(grouped(0.1 + 0.2), "0.3");
        assert_eq!(scaled(86_000_000.0, "亿"), "0.86");
        assert_eq!(scaled(31_415.9, "万"), "3.14159");
        assert_eq!(scaled(2.5e12, "万亿"), "2.5");
        assert_eq!(grouped(1e15), "1,000,000,000,000,000");
    }

    #[test]
    fn a_value_shows_rank_direction_and_range() {
        let template = sample::report().metrics.remove(0);
        let shown = |metric: Metric| {
            let Shown { number, unit } = show(&metric);
            format!("{number}|{unit}")
        };
        let of = |kind: &str, value: f64, unit: &str| Metric {
            kind: kind.to_owned(),
            value,
            unit: Some(unit.to_owned()),
            ..template.clone()
        };
        assert_eq!(shown(Metric { unit: None, ..of("rank", 3.0, "") }), "第 3|位");
        assert_eq!(shown(of("rank", 1.0, "名")), "第 1|名");
        assert_eq!(shown(Metric { direction: Some("up".to_owned()), ..of("growth", 7.4, "%") }), "↑ 7.4|%");
        assert_eq!(
            shown(Metric { direction: Some("down".to_owned()), ..of("points", 0.9, "个百分点") }),
            "↓ 0.9|个百分点"
        );
        assert_eq!(shown(Metric { direction: Some("up".to_owned()), ..of("count", 312.0, "项") }), "312|项");
        assert_eq!(shown(Metric { low: Some(5.0), ..of("ratio", 20.0, "%") }), "5–20|%");
        assert_eq!(shown(Metric { scale: Some("亿".to_owned()), ..of("money", 1.43e8, "美元") }), "1.43 亿|美元");
    }
}
