//! What reaches over sentences and paragraphs: parts told elsewhere than their whole, the time that holds for all points, plans.

pub(super) mod items;
pub(super) mod lead;
pub(super) mod plans;
pub(super) mod resumed;
