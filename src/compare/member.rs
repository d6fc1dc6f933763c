//! Of which of several things a number of a composition tells: 三次产业比例为9:40:51.

use crate::contract::{Metric, Report};
use crate::language::pairs;
use crate::report::Kind;

/// No pair has more members; a longer row of numbers is looked at no further.
const MOST: usize = 8;

/// What the share is called whose place in its composition is that of one of the things that the name tells at once: 第一产业.
/// Nothing where the name tells of no such things, or of more or fewer than the composition has numbers.
pub fn member(report: &Report, id: usize) -> Option<&'static str> {
    let metrics = &report.metrics;
    let joins = |at: usize| metrics.get(at).zip(metrics.get(at + 1)).is_some_and(|(one, next)| is_next(one, next));
    let before = (0..id).rev().take(MOST).take_while(|&at| joins(at)).count();
    let behind = (id..).take(MOST).take_while(|&at| joins(at)).count();
    let name = &metrics.get(id)?.indicator;
    let told = |word: &[char]| name.contains(&word.iter().collect::<String>());
    let pair = pairs().iter().find(|pair| pair.members.len() == before + 1 + behind && told(&pair.word))?;
    pair.members.get(before).copied()
}

/// The name of a figure with the thing that its place in a composition tells: 三次产业比例（第一产业）.
pub fn named(report: &Report, metric: &Metric) -> String {
    let name = &metric.indicator;
    member(report, metric.id).map_or_else(|| name.clone(), |member| format!("{name}（{member}）"))
}

/// Whether a number stands right behind another in one composition: only a mark lies between.
fn is_next(one: &Metric, next: &Metric) -> bool {
    let is_share = |metric: &Metric| metric.kind == Kind::Ratio && metric.unit.is_none();
    is_share(one) && is_share(next) && one.indicator == next.indicator && one.span.end + 1 == next.span.start
}

#[cfg(test)]
mod tests {
    use super::{Kind, Metric, member};
    use crate::contract::Span;
    use crate::output::sample;

    fn composition(name: &str, starts: &[usize]) -> Vec<Option<&'static str>> {
        let share = |&start: &usize| Metric {
            kind: Kind::Ratio,
            unit: None,
            span: Span { start, end: start + 2 },
            ..sample::metric(name, 20.0, "")
        };
        let report = sample::report(starts.iter().map(share).collect());
        (0..starts.len()).map(|id| member(&report, id)).collect()
    }

    #[test]
    fn the_place_tells_the_thing() {
        let industries = [Some("第一产业"), Some("第二产业"), Some("第三产业")];
        assert_eq!(composition("三次产业比例", &[10, 13, 16]), industries);
        assert_eq!(composition("三次产业比例", &[10, 13, 16, 20, 23, 26]), [industries, industries].concat());
    }

    #[test]
    fn other_names_and_other_numbers_tell_nothing() {
        assert_eq!(composition("用地结构", &[10, 13, 16]), [None; 3]);
        assert_eq!(composition("三次产业比例", &[10, 13]), [None; 2]);
        assert_eq!(composition("三次产业比例", &[10]), [None]);
    }
}
