//! Which figures divide another. Only these may share a bar: two divisions in one bar, or parts that overlap, would tell a
//! falsehood.

use crate::contract::{Check, Metric, Report};
use crate::report::{CheckKind, Relation, Status};
use crate::verdict::Outcome;

/// Some of what is told of the shares of a figure.
#[derive(Debug, PartialEq)]
pub enum Shares<'a> {
    /// They make up the whole.
    Division(Vec<&'a Metric>),
    /// The text says that they do, and they do not.
    Refuted(Vec<&'a Metric>),
    /// Each is a part of the whole. They may overlap, and leave some of it out.
    Loose(Vec<&'a Metric>),
}

/// Of each figure, what is told of its shares: what checks proved or refuted, what adds up though no check says so, the rest.
pub fn all(report: &Report) -> Vec<Vec<Shares<'_>>> {
    let metrics = &report.metrics;
    let mut parts = vec![Vec::new(); metrics.len()];
    for part in metrics.iter().filter(|metric| metric.relation == Some(Relation::Part)) {
        if let Some(parts) = part.of.and_then(|whole| parts.get_mut(whole)) {
            parts.push(part);
        }
    }
    let mut shares: Vec<Vec<Shares>> = metrics.iter().map(|_| Vec::new()).collect();
    for check in &report.checks {
        if let Some((whole, parts)) = addends(report, check) {
            let proved = check.status == Status::Consistent;
            shares[whole].push(if proved { Shares::Division(parts) } else { Shares::Refuted(parts) });
        }
    }
    for ((whole, parts), shares) in metrics.iter().zip(parts).zip(&mut shares) {
        let is_loose = |part: &&Metric| {
            let fits = is_alike(whole, part) && part.value > 0.0 && part.value <= whole.value;
            fits && part.unit == whole.unit && !shares.iter().any(|shares| shares.parts().contains(part))
        };
        let loose: Vec<&Metric> = parts.into_iter().filter(is_loose).collect();
        shares.extend(told_alike(whole, loose));
    }
    shares
}

/// The shares that no check speaks of: those that one rule found make a division if they add up to the digit.
fn told_alike<'a>(whole: &Metric, mut loose: Vec<&'a Metric>) -> Vec<Shares<'a>> {
    let rule = |part: &Metric| part.why.as_ref().and_then(|why| why.link);
    let mut shares = Vec::new();
    let mut rules: Vec<_> = loose.iter().map(|part| rule(part)).collect();
    rules.dedup();
    for one in rules {
        let (group, rest): (Vec<&Metric>, Vec<&Metric>) = loose.iter().partition(|part| rule(part) == one);
        let sum: f64 = group.iter().map(|part| part.value).sum();
        if group.len() > 1 && (sum - whole.value).abs() <= whole.value * 1e-9 {
            shares.push(Shares::Division(group));
            loose = rest;
        }
    }
    if loose.len() > 1 {
        shares.push(Shares::Loose(loose));
    }
    shares
}

/// The whole and the parts of a check that adds up some figures and compares them with another.
fn addends<'a>(report: &'a Report, check: &Check) -> Option<(usize, Vec<&'a Metric>)> {
    let figures: Vec<&Metric> = check.metrics.iter().filter_map(|&id| report.metrics.get(id)).collect();
    let (whole, parts) = figures.split_first()?;
    // 26 + 1 = 24 + 3 compares two sums.
    let one_sum = matches!(check.message.outcome, Outcome::Equal | Outcome::Rounded | Outcome::Differs);
    let adds_up = check.kind == CheckKind::Sum && parts.len() > 1 && one_sum;
    (adds_up && parts.iter().all(|part| is_alike(whole, part))).then(|| (whole.id, parts.to_vec()))
}

fn is_alike(whole: &Metric, part: &Metric) -> bool {
    part.kind == whole.kind && part.value >= 0.0 && whole.value > 0.0
}

impl<'a> Shares<'a> {
    /// The shares, as the text tells them.
    pub fn parts(&self) -> &[&'a Metric] {
        let (Self::Division(parts) | Self::Refuted(parts) | Self::Loose(parts)) = self;
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shares of the first figure of a text, by their printed words.
    fn shares(text: &str) -> Vec<String> {
        let report = Report::new(&crate::read(text), text, None);
        let told = |shares: &Shares| {
            let sign = match shares {
                Shares::Division(_) => "=",
                Shares::Refuted(_) => "≠",
                Shares::Loose(_) => "?",
            };
            let quotes: Vec<&str> = shares.parts().iter().map(|part| part.quote.as_str()).collect();
            format!("{sign} {}", quotes.join(" "))
        };
        all(&report).first().map(|shares| shares.iter().map(told).collect()).unwrap_or_default()
    }

    #[test]
    fn what_became_of_the_whole_is_not_added_to_its_parts() {
        let text = "全年收到行政复议申请164件，其中受理151件、不予受理8件、其他处理5件，审结139件。";
        assert_eq!(shares(text), ["= 151件 8件 5件"]);
    }

    #[test]
    fn two_divisions_of_a_whole_are_two() {
        let text = "收到政府信息公开申请43件，其中自然人申请41件、法人申请2件。从渠道看，信函29件、网络11件、当面3件。";
        assert_eq!(shares(text), ["= 41件 2件", "= 29件 11件 3件"]);
    }

    #[test]
    fn what_nothing_proves_may_overlap() {
        assert_eq!(shares("全镇有党员80名，其中女党员30名，大专以上学历60名。"), ["? 30名 60名"]);
    }

    #[test]
    fn a_sum_that_is_refuted_is_one() {
        assert_eq!(shares("办理案件72件（甲类45件、乙类19件、丙类7件）。"), ["≠ 45件 19件 7件"]);
    }
}
