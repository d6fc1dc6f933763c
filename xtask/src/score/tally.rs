//! Hits out of chances, measure by measure, and what the differences are.

use std::collections::BTreeMap;

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    counts: BTreeMap<&'static str, (usize, usize)>,
    /// Every difference, in words.
    pub differences: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, measure: &'static str, hits: usize, chances: usize) {
        let count = self.counts.entry(measure).or_default();
        *count = (count.0 + hits, count.1 + chances);
    }

    /// Counts one chance; a miss is said.
    pub fn hit(&mut self, measure: &'static str, is_hit: bool, miss: impl FnOnce() -> String) {
        self.add(measure, is_hit.into(), 1);
        if !is_hit {
            self.say(miss());
        }
    }

    pub fn say(&mut self, difference: String) {
        self.differences.push(difference);
    }

    /// Adds what was counted elsewhere.
    pub fn extend(&mut self, other: &Self) {
        for (&measure, &(hits, chances)) in &other.counts {
            self.add(measure, hits, chances);
        }
    }

    /// The same chances, every one missed.
    pub fn missed(&self) -> Self {
        let counts = self.counts.iter().map(|(&measure, &(_, chances))| (measure, (0, chances)));
        Self { counts: counts.collect(), differences: Vec::new() }
    }

    /// The measures in the order of their names: hits and chances.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, (usize, usize))> {
        self.counts.iter().map(|(&measure, &count)| (measure, count))
    }

    pub fn count(&self, measure: &str) -> Option<(usize, usize)> {
        self.counts.get(measure).copied()
    }

    pub fn set(&mut self, measure: &'static str, hits: usize, chances: usize) {
        self.counts.insert(measure, (hits, chances));
    }

    /// The harmonic mean of a measure's precision and recall.
    pub fn f1(&self, of: &str) -> f64 {
        let rate_of = |side| rate(self.count(&format!("{of}.{side}")).unwrap_or_default());
        let (precision, recall): (f64, f64) = (rate_of("precision"), rate_of("recall"));
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

/// Nothing asked is nothing missed.
pub fn rate((hits, chances): (usize, usize)) -> f64 {
    if chances == 0 { 1.0 } else { hits as f64 / chances as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_is_between_precision_and_recall() {
        let mut tally = Tally::default();
        tally.add("metrics.recall", 1, 2);
        tally.add("metrics.precision", 1, 1);
        assert_eq!(tally.f1("metrics"), 2.0 / 3.0);
        assert_eq!(tally.missed().f1("metrics"), 0.0);
        assert_eq!(tally.f1("outline"), 1.0, "nothing was asked");
    }

    #[test]
    fn a_miss_is_said() {
        let mut tally = Tally::default();
        tally.hit("field.kind", true, || "right".to_owned());
        tally.hit("field.kind", false, || "wrong".to_owned());
        assert_eq!((tally.count("field.kind"), &tally.differences[..]), (Some((1, 2)), &["wrong".to_owned()][..]));
    }
}
