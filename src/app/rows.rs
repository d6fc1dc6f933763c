//! The rows of the table: which, in which order, how deep.

use super::reading::Reading;
use crate::output::json::{Metric, Report};

/// A row: a figure and how it stands to the row above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The figure.
    pub metric: usize,
    /// 0, or one deeper than the figure it belongs to.
    pub level: usize,
    /// How much of its whole it is, 0 to 1.
    pub share: Option<f64>,
}

/// Every figure in reading order, what belongs to one after it.
pub fn all(report: &Report) -> Vec<Row> {
    let metrics = &report.metrics;
    let mut members: Vec<(usize, usize)> =
        metrics.iter().enumerate().filter_map(|(id, metric)| Some((metric.of?, id))).collect();
    members.sort_unstable();
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
            rows.push(Row { metric: id, level, share: share(&metrics[id], metrics) });
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
    let same = metric.relation.as_deref() == Some("part") && metric.unit == whole.unit && metric.kind == whole.kind;
    (same && whole.value > 0.0).then(|| metric.value / whole.value).filter(|share| (0.0..=1.0).contains(share))
}

/// What to show of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all stand in the row.
    pub query: String,
    /// The section it must stand in.
    pub section: Option<usize>,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        self.query.trim().is_empty() && self.section.is_none()
    }

    /// The rows that pass, each after the rows it stands under.
    pub fn rows(&self, reading: &Reading) -> Vec<Row> {
        if self.is_open() {
            return reading.rows.clone();
        }
        let query = self.query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut shown = Vec::new();
        let mut lineage: Vec<Row> = Vec::new();
        // How many rows of the lineage are shown already: wholes that were passed over come with their first part.
        let mut known = 0;
        for &row in &reading.rows {
            lineage.truncate(row.level);
            known = known.min(lineage.len());
            lineage.push(row);
            if self.passes(row.metric, &words, reading) {
                shown.extend_from_slice(&lineage[known..]);
                known = lineage.len();
            }
        }
        shown
    }

    fn passes(&self, id: usize, words: &[&str], reading: &Reading) -> bool {
        let metric = &reading.report.metrics[id];
        if self.section.is_some_and(|section| !reading.is_within(id, section)) {
            return false;
        }
        let fields = [Some(&metric.indicator), Some(&metric.quote), metric.unit.as_ref(), metric.period.as_ref()];
        let holds = |word: &str| fields.iter().flatten().any(|field| field.to_lowercase().contains(word));
        let value = metric.value.to_string();
        words.iter().all(|word| holds(word) || value.contains(&word.replace(',', "")))
    }
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

    #[test]
    fn a_filter_keeps_the_whole_above_a_part() {
        let reading = sample::reading();
        let filter = |query: &str, section| metrics(&Filter { query: query.to_owned(), section }.rows(&reading));
        assert_eq!(filter("未通过", None), [(0, 0), (2, 1)]);
        assert_eq!(filter("64 审议", None), [(0, 0)]);
        assert_eq!(filter(" ", None).len(), 4);
        assert_eq!(filter("", Some(2)), [(3, 0)]);
        assert_eq!(filter("没有", None), []);
    }
}
