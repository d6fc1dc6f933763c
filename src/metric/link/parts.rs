//! Parts and their whole: where 其中 opens them, when they use it up, and those that are told with their shares.

use rust_decimal::Decimal;

use super::{Link, Linker};
use crate::exact::Exact;
use crate::language::{Tie, ties};
use crate::report::{Kind, LinkRule, Relation};

impl Linker<'_> {
    /// The whole of a part that is the last of a list or the last of what adds up; else the figure itself.
    pub(super) fn whole_of_list(&self, part: usize, index: usize) -> usize {
        let Some((whole, Relation::Part)) = self.figures[part].link else { return part };
        let sibling = part.checked_sub(1).is_some_and(|before| self.figures[before].link == self.figures[part].link);
        let listed = sibling && self.is_listed(part);
        // 税收4亿元，为预算的99%；非税3亿元，为预算的117%: each has its own.
        let each = (whole + 1..part).any(|other| {
            self.figures[other].kind == self.figures[index].kind
                && self.figures[other].link.is_some_and(|(member, relation)| {
                    relation == Relation::Attribute
                        && member > whole
                        && self.figures[member].link == self.figures[part].link
                })
        });
        let closed = self.figures[index].kind != Kind::Growth && !each && self.is_used_up(whole, index);
        if listed || closed { whole } else { part }
    }

    /// Whether the parts of a whole that stand before `index` add up to it.
    pub(super) fn is_used_up(&self, whole: usize, index: usize) -> bool {
        let parts = (whole + 1..index).filter(|&other| self.figures[other].link == Some((whole, Relation::Part)));
        let sum = parts.map(|other| self.value(other)).try_fold(Decimal::ZERO, |sum, value| sum.plus(value));
        sum == Some(self.value(whole))
    }

    /// `答复申请640件，…。予以公开212件，占33%；不予公开28件，占4.4%`: parts with their shares in a sentence of their own are of the last whole
    /// of the sentence before; so is what stands in one list with them.
    pub(super) fn shared_out(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        if figure.is_relative() || figure.kind != Kind::Count {
            return None;
        }
        let own =
            |&other: &usize| self.figures[other].sentence == figure.sentence && !self.figures[other].is_relative();
        if let Some(sibling) = Self::before(index).find(own) {
            // The next of the list.
            let whole = self.figures[sibling].link.filter(|link| link.1 == Relation::Part)?.0;
            let listed = self.figures[sibling].link_rule == Some(LinkRule::Shared) && self.same_unit(sibling, index);
            return listed.then_some((whole, Relation::Part));
        }
        let share =
            self.figures.get(index + 1).filter(|next| next.sentence == figure.sentence && next.kind == Kind::Ratio)?;
        let unnamed =
            (share.lead.ends_with(&['占']) || share.lead.ends_with(&['占', '比'])) && share.words.left.len() <= 2;
        let last = Self::before(index).next().map(|before| self.figures[before].sentence.clone())?;
        let adjoins = last.end == figure.sentence.start;
        let whole = Self::before(index).take_while(|&other| self.figures[other].sentence == last).find(|&other| {
            self.same_unit(other, index)
                && !self.figures[other].is_relative()
                && self.figures[other].link.is_none_or(|link| link.1 != Relation::Part)
                && self.value(other) > self.value(index)
        })?;
        (unnamed && adjoins).then_some((whole, Relation::Part))
    }

    /// Whether a figure of another sort stands between one figure and `end`.
    pub(super) fn tells_between(&self, from: usize, end: usize) -> bool {
        (from + 1..self.figures.len())
            .take_while(|&other| self.quantity(other).range.end <= end)
            .any(|other| !self.same_unit(from, other) && !self.figures[other].is_relative())
    }
}

/// Where 其中 and the like stand.
pub fn openings(chars: &[char]) -> Vec<usize> {
    let among = ties(Tie::Among);
    let opens = |&at: &usize| {
        chars[at] == '其' && chars.get(at + 1) == Some(&'中') || starts_clause(chars, at) && among.is_at(chars, at)
    };
    (0..chars.len()).filter(opens).collect()
}

fn starts_clause(chars: &[char], at: usize) -> bool {
    at == 0 || matches!(chars[at - 1], ',' | ';' | '(' | '。')
}
