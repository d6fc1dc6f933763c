//! The report's own arithmetic, proved or refuted: one file for each kind of check.
//!
//! A check is raised only where the text claims the relation; where that is not certain nothing is said, above all no fault.

mod above;
mod change;
mod claimed;
mod common_whole;
mod doubt;
mod earlier;
mod excess;
mod form;
mod interval;
mod list;
mod listed;
mod mean;
mod pardon;
mod parts;
mod proof;
mod proportion;
mod rank;
mod ratio;
mod rows;
mod shares;
mod sheet;
mod sorts;
mod sum;
mod target;
mod total;

#[cfg(test)]
mod tests;

use crate::order;
use crate::report::{Check, Finding, Metric, Span};
use sheet::Sheet;

/// What the figures of a report prove, refute, and leave in doubt.
#[derive(Default)]
pub struct Checked {
    /// In the order of their spans.
    pub checks: Vec<Check>,
    /// What the text does not claim, and one would look at.
    pub findings: Vec<Finding>,
}

/// Runs every check over the figures of a report on `year`. `restated`: figures whose value is another than is printed.
pub fn run(text: &str, metrics: &[Metric], restated: &[usize], noise: &[Span], year: Option<i32>) -> Checked {
    let sheet = Sheet::new(text, noise, metrics, restated, year);
    let mut checks = Vec::new();
    sum::run(&sheet, &mut checks);
    excess::run(&sheet, &mut checks);
    above::run(&sheet, &mut checks);
    form::run(&sheet, &mut checks);
    sorts::run(&sheet, &mut checks);
    list::run(&sheet, &mut checks);
    ratio::run(&sheet, &mut checks);
    mean::run(&sheet, &mut checks);
    target::run(&sheet, &mut checks);
    change::run(&sheet, &mut checks);
    total::run(&sheet, &mut checks);
    rank::run(&sheet, &mut checks);
    order::sort_by_key(&mut checks, |check: &Check| (check.span, check.kind));
    let findings = doubt::run(&sheet, &checks);
    Checked { checks, findings }
}
