//! The rows of the table: every figure, in which order, how deep.

use crate::contract::{Metric, Report};
use crate::order;
use crate::report::Relation;

/// A row: a figure and how it stands to the row above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The figure.
    pub metric: usize,
    /// 0, or one deeper than the figure it belongs to.
    pub level: usize,
    /// How much of its whole it is, 0 to 1.
    pub share: Option<f64>,
    /// Whether it is the first of a group that has a heading: its section.
    pub leads: bool,
}

/// Every figure in reading order, what belongs to one after it.
pub fn all(report: &Report) -> Vec<Row> {
    let metrics = &report.metrics;
    let mut members: Vec<(usize, usize)> =
        metrics.iter().enumerate().filter_map(|(id, metric)| Some((metric.of?, id))).collect();
    order::sort_by_key(&mut members, |&pair| pair);
    let mut rows = Vec::with_capacity(metrics.len());
    let mut placed = vec![false; metrics.len()];
    // First from the wholes down; then whatever no whole leads to.
    let wholes = (0..metrics.len()).filter(|&id| metrics[id].of.is_none_or(|of| of >= metrics.len()));
    for root in wholes.chain(0..metrics.len()) {
        let mut waiting = vec![(root, 0)];
        while let Some((id, level)) = waiting.pop() {
            if std::mem::replace(&mut placed[id], true) {
                continue;
            }
            rows.push(Row { metric: id, level, share: share(&metrics[id], metrics), leads: false });
            let first = members.partition_point(|&(of, _)| of < id);
            let of_this = members[first..].iter().take_while(|&&(of, _)| of == id);
            let at = waiting.len();
            waiting.extend(of_this.map(|&(_, member)| (member, level + 1)));
            waiting[at..].reverse();
        }
    }
    rows
}

/// What part of its whole a figure is, where both count the same thing.
fn share(metric: &Metric, metrics: &[Metric]) -> Option<f64> {
    let whole = metrics.get(metric.of?)?;
    let same = metric.relation == Some(Relation::Part) && metric.unit == whole.unit && metric.kind == whole.kind;
    (same && whole.value > 0.0).then(|| metric.value / whole.value).filter(|share| (0.0..=1.0).contains(share))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    fn metrics(rows: &[Row]) -> Vec<(usize, usize)> {
        rows.iter().map(|row| (row.metric, row.level)).collect()
    }

    #[test]
    fn parts_stand_under_their_whole_with_their_share() {
        let mut report = sample::report();
        report.metrics[1].of = Some(3);
        let rows = all(&report);
        assert_eq!(metrics(&rows), [(0, 0), (2, 1), (3, 0), (1, 1)]);
        assert_eq!(rows[1].share, Some(6.0 / 64.0));
        assert_eq!(rows[3].share, None, "57 of 4 is no share");
    }

    #[test]
    fn figures_that_belong_to_each_other_in_a_ring_are_shown_once() {
        let mut report = sample::report();
        report.metrics[0].of = Some(2);
        report.metrics[3].of = Some(99);
        let mut shown: Vec<usize> = all(&report).iter().map(|row| row.metric).collect();
        shown.sort_unstable();
        assert_eq!(shown, [0, 1, 2, 3]);
    }
}
