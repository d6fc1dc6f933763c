//! Numbers behind 第: which of them rank something.

use super::{Scene, ends_clause, is_word};
use crate::language::Cue;
use crate::metric::quantity::Quantity;
use crate::report::{Kind, Reason};

impl Scene<'_> {
    /// 第 and a number.
    pub(super) fn ordinal(&self, index: usize) -> Option<Reason> {
        let quantity = &self.quantities[index];
        let end = quantity.range.end;
        let next = self.char(end);
        if quantity.kind == Some(Kind::Rank) {
            return None;
        }
        let ranked = self.cue_before(Cue::Rank, self.first_of_list(index).extent.start);
        // 列全市第三、山区县第一: the next of a list is ranked as the one before it.
        const PLACE: usize = 8;
        let listed = index.checked_sub(1).map(|before| &self.quantities[before]).is_some_and(|before| {
            let apart = quantity.extent.start.saturating_sub(before.range.end);
            before.ordinal
                && apart <= PLACE
                && self.char(before.range.end) == '、'
                && self.is_ranked(before.extent.start)
        });
        let ranked = ranked || listed || self.is_ranked(quantity.extent.start);
        // 从全市第五跃居第二
        let moves = self.cue_at(Cue::Changing, end);
        if quantity.unit.is_none() && (ends_clause(next) || next == '和' || moves) && ranked {
            return None;
        }
        Some(match next {
            _ if self.passage.has(end, "季度") => Reason::Period,
            _ if self.cue_at(Cue::Session, end) || self.cue_at(Cue::Session, quantity.numeral.range.end) => {
                Reason::DocumentNumber
            }
            _ => Reason::Ordinal,
        })
    }

    /// Whether the words before an ordinal rank something among others that they name: 居全国地级市第四.
    fn is_ranked(&self, start: usize) -> bool {
        const REACH: usize = 14;
        let near = (1..=REACH).take_while(|&back| back <= start && is_word(self.char(start - back)));
        near.into_iter().any(|back| self.cue_at(Cue::Ranking, start - back))
    }

    /// The ordinal that begins a list of them: 分别居全国第二、第七、第九.
    fn first_of_list(&self, index: usize) -> &Quantity {
        let mut first = index;
        while let Some(before) = first.checked_sub(1).map(|before| &self.quantities[before])
            && before.ordinal
            && before.range.end + 1 == self.quantities[first].range.start
            && matches!(self.char(before.range.end), '、' | '和')
        {
            first -= 1;
        }
        &self.quantities[first]
    }
}
