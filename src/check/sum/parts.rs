//! Which figures are parts of which, and which have the words of a known division in their names.

use crate::check::sheet::Sheet;
use crate::language::members_in;
use crate::order;

/// How many parts a whole may have.
const MOST: usize = 40;

/// The figures that are parts of others before them.
pub struct Parts<'a> {
    sheet: &'a Sheet<'a>,
    /// By their wholes, those of each in reading order.
    parts: Vec<usize>,
}

impl<'a> Parts<'a> {
    /// All of a report.
    pub fn new(sheet: &'a Sheet) -> Self {
        let is_part =
            |&part: &usize| sheet.whole_of(part).is_some_and(|whole| whole < part && sheet.same_measure(whole, part));
        let mut parts: Vec<usize> = (0..sheet.metrics.len()).filter(is_part).collect();
        order::sort_by_key(&mut parts, |&part| sheet.whole_of(part));
        Self { sheet, parts }
    }

    /// The parts of a whole, the first of them where they are many.
    pub fn of(&self, whole: usize) -> &[usize] {
        let start = self.parts.partition_point(|&part| self.sheet.whole_of(part) < Some(whole));
        let own = self.parts[start..].iter().take(MOST).take_while(|&&part| self.sheet.whole_of(part) == Some(whole));
        &self.parts[start..start + own.count()]
    }
}

/// A figure in whose name words of divisions stand.
pub struct Named {
    /// Which.
    pub index: usize,
    /// The members they name: of which division, and which of it.
    pub members: Vec<(usize, usize)>,
}

impl Named {
    /// All of a report, in reading order.
    pub fn all(sheet: &Sheet) -> Vec<Self> {
        let named = |index| Self { index, members: members_in(sheet.name(index)).collect() };
        let all = (0..sheet.metrics.len()).map(named);
        all.filter(|named| !named.members.is_empty()).collect()
    }
}
