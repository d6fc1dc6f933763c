//! Numbers without a unit that tell an index or a score.

use super::{Scene, ends_clause};
use crate::language::{Cue, cues};
use crate::metric::quantity::Quantity;

impl Scene<'_> {
    /// `性别比为111.3，较2010年下降6.8`: whether a bare number tells by how much the index before it moved.
    pub(super) fn moves_index(&self, start: usize) -> bool {
        const REACH: usize = 20;
        let chars = &self.passage.chars;
        let last = self.quantities.partition_point(|quantity| quantity.range.end < start);
        // 性别比108.6(以女性为100), 比上年下降0.8
        let noted = |quantity: &&Quantity| self.char(quantity.range.end) == ')';
        let told = |quantity: &&Quantity| self.date(quantity).is_none() && !noted(quantity);
        let Some(index) = self.quantities[..last].iter().rev().take(2).find(told) else { return false };
        let bare = index.unit.is_none() && index.kind.is_none() && self.is_index(index.range.start);
        // 收入比为2.05:1, 比上年缩小0.04
        let proportion = index.composition && index.range.end > index.numeral.range.end;
        let noted = self.enclosures.partner(index.range.end).filter(|&close| close < start);
        let end = noted.map_or(index.range.end, |close| close + 1);
        let moves = self.cue_before(Cue::Moving, start);
        let Some([mark, between @ ..]) = chars.get(end..start) else { return false };
        let compared = matches!(between.first(), Some('比' | '较' | '同')) || cues(Cue::Moving).begins(between);
        let one = between.len() < REACH && !between.iter().any(|&letter| ends_clause(letter));
        (bare || proportion) && moves && compared && one && *mark == ','
    }

    /// Whether the words before a bare number name an index or a score.
    pub fn is_index(&self, start: usize) -> bool {
        let chars = &self.passage.chars;
        let mut at = start;
        loop {
            if let Some(length) = cues(Cue::Reaching).before(chars, at) {
                at -= length;
            } else if matches!(chars[..at], [.., '上' | '去', '年', '的']) {
                at -= 3;
            } else if let Some(open) = at.checked_sub(1).and_then(|last| self.enclosures.partner(last))
                && open < at
                && chars[open] == '('
            {
                // 性别比(以女性为100)为105.07
                at = open;
            } else {
                break;
            }
        }
        // 由2.01缩小到1.97: where a change came to is an index as where it began.
        let changed = cues(Cue::Changing).before(chars, at).filter(|_| at < start);
        if let Some(length) = changed
            && let end = at - length
            && let bracket = end.checked_sub(1).and_then(|close| self.enclosures.partner(close))
            && let end = bracket.filter(|&open| open < end).unwrap_or(end)
            && let Ok(from) = self.quantities.binary_search_by_key(&end, |quantity| quantity.range.end)
        {
            let from = &self.quantities[from];
            return from.unit.is_none() && from.kind.is_none() && self.is_index(from.range.start);
        }
        // 收入比缩小到1.97
        at -= changed.unwrap_or(0);
        !self.cue_before(Cue::Compared, at) && self.cue_before(Cue::Number, at)
    }

    /// Whether 到, 至 or 为 and a number stand here.
    pub(super) fn leads_on(&self, at: usize) -> bool {
        matches!(self.char(at), '到' | '至' | '为') && self.char(at + 1).is_ascii_digit()
    }
}
