//! Parts and their whole: brackets, 其中, outcomes, thresholds.

use rust_decimal::Decimal;

use super::ownership::is_attribute;
use super::{Link, Linker};
use crate::exact::Exact;
use crate::language::{Sense, Tie, senses, ties};
use crate::metric::clause;
use crate::report::{Kind, LinkRule, Relation, Role};

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

    /// In a bracket behind the whole: `87个（动建52个、投产29个）`.
    pub(super) fn in_bracket(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let bracket = clause::bracket_around(self.enclosures, self.quantity(index).range.start)?;
        if bracket.start < figure.sentence.start {
            return None;
        }
        // 收入增加86万元（税收增加52万元，补助增加34万元）
        let whole = Self::before(index).find(|&other| self.quantity(other).range.end <= bracket.start);
        let increases = |whole: &usize| {
            let touches = self.quantity(*whole).extent.end == bracket.start;
            let amount = figure.increment || !figure.is_relative();
            touches && amount && self.figures[*whole].increment && self.same_unit(*whole, index)
        };
        if let Some(whole) = whole.filter(increases) {
            return Some((whole, Relation::Part));
        }
        let inside = Self::before(index).take_while(|&other| self.quantity(other).range.start > bracket.start);
        let mut inside_roots = inside.filter(|&other| !self.figures[other].is_relative());
        if figure.is_relative()
            && let Some(root) = inside_roots.next()
        {
            return Some((root, Relation::Attribute));
        }
        // （简易案件12起罚1300元）: what is told in one clause with a number belongs to it.
        if figure.kind == Kind::Money
            && figure.words.follows
            && let Some(root) = index.checked_sub(1).filter(|&root| self.figures[root].kind == Kind::Count)
            && self.quantity(root).range.start > bracket.start
        {
            return Some((root, Relation::Attribute));
        }
        // （工程领域41起，涉及金额116万元，其他领域55起，…）: so does what is told of it in the next clause.
        let name = self.name(index);
        if figure.kind == Kind::Money
            && (is_attribute(name) || matches!(name, ['涉', '及' | '案', ..]))
            && let Some(root) = Self::before(index)
                .take_while(|&other| self.quantity(other).range.start > bracket.start)
                .next()
                .filter(|&root| self.figures[root].kind == Kind::Count)
        {
            return Some((root, Relation::Attribute));
        }
        let outside = |other: &usize| {
            let other_quantity = self.quantity(*other);
            other_quantity.range.end <= bracket.start && self.figures[*other].sentence == figure.sentence
        };
        // 增长5.9%（预期目标为8%以上）: what was aimed at is measured as what it stands behind.
        if figure.role == Role::Target
            && figure.kind == Kind::Ratio
            && senses(Sense::Task).before(self.name(index), self.name(index).len()).is_some()
            && let Some(rate) = Self::before(index)
                .take_while(|other| outside(other))
                .find(|&other| matches!(self.figures[other].kind, Kind::Ratio | Kind::Growth))
        {
            return Some((rate, Relation::Attribute));
        }
        let base = |other: usize| figure.is_relative() && self.figures[other].role == Role::Baseline;
        let mut candidates =
            Self::before(index).filter(outside).filter(|&other| !self.figures[other].is_relative() && !base(other));
        let nearest = candidates.next()?;
        // 隧道掘进3814米；货运通道（12.6公里）6月建成: behind a semicolon it is told of what has no number.
        let own = self.passage.chars[self.quantity(nearest).range.end..bracket.start].contains(&';');
        if own && !self.same_unit(nearest, index) && !figure.is_relative() {
            return None;
        }
        if figure.is_relative() {
            // 综合指数4.2，全市20个区县排名第4（全省排名第87）
            let ranked = self.is_ranked_among(nearest) && nearest + 1 < index;
            let told = candidates.find(|&other| !self.is_ranked_among(other)).filter(|_| ranked);
            return Some((told.unwrap_or(nearest), Relation::Attribute));
        }
        if self.same_unit(nearest, index) {
            // 造林1300亩（任务1200亩）
            let task = figure.role == Role::Target && self.figures[nearest].role == Role::Actual;
            // 责任人192名（即每座水库3人）
            let scored = figure.kind == Kind::Score || figure.lead.iter().take(2).any(|&letter| letter == '每');
            return Some((nearest, if task || scored { Relation::Attribute } else { Relation::Part }));
        }
        // 面积2万平方米，分小学部和初中部（小学部有教室36间）: of what stands in an earlier clause it tells nothing.
        let apart = self.passage.chars[self.quantity(nearest).range.end..bracket.start].contains(&',');
        let same = candidates.take(3).find(|&other| self.same_unit(other, index));
        // 小学211所（含53个教学点）: what is held is a part, whatever it is counted in.
        let held = self.passage.chars.get(bracket.start + 1) == Some(&'含')
            && figure.kind == Kind::Count
            && self.figures[nearest].kind == Kind::Count;
        let relation = if held { Relation::Part } else { Relation::Attribute };
        same.map(|whole| (whole, Relation::Part)).or((!apart).then_some((nearest, relation)))
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
        chars[at] == '其' && chars.get(at + 1) == Some(&'中')
            || starts_clause(chars, at) && among.at(chars, at).is_some()
    };
    (0..chars.len()).filter(opens).collect()
}

fn starts_clause(chars: &[char], at: usize) -> bool {
    at == 0 || matches!(chars[at - 1], ',' | ';' | '(' | '。')
}
