//! Which figures before it a figure may speak of.

use super::Relative;
use crate::metric::link::Linker;
use crate::metric::together::sharing;
use crate::report::{Direction, Kind};

impl Relative<'_> {
    /// The figures of the sentence that may be spoken of, nearest first.
    pub(super) fn roots(&self) -> impl Iterator<Item = usize> {
        Linker::before(self.index)
            .filter(|&other| self.in_sentence(other) && self.stands(other) && !self.is_apart(other))
    }

    /// Whether a figure stands for itself.
    fn stands(&self, other: usize) -> bool {
        let figure = &self.figures[other];
        // 亏损总额增加11亿元，增亏28.6倍: an increase that has a subject of its own is spoken of too.
        !figure.is_relative() || figure.increment && figure.link.is_none()
    }

    /// Whether a figure stands for itself and is not what is spoken of all the same.
    fn is_apart(&self, other: usize) -> bool {
        // 综合指数5.73，全市20个区县排名第4，同比下降15%: those who are ranked are not what is told of.
        let ranked = || other + 1 < self.index && self.is_ranked_among(other);
        // 收到申请143件，上年结转4件，同比增长18%: nor is it what was left of the year before.
        let carried =
            || self.figure.kind == Kind::Growth && self.name(other).ends_with(&['结', '转']) && other + 1 == self.index;
        // 排名前进12位，列全国第143名: by how many places it moved has no rank.
        let moved = || self.figure.kind == Kind::Rank && self.figures[other].direction.is_some();
        ranked() || self.is_base_of_share(other) || self.was_spared(other) || carried() || moved()
    }

    /// 蓄水1.2亿立方米，占总库容2.3亿立方米的52%，减少0.3亿立方米: what a share is taken of is only compared with.
    fn is_base_of_share(&self, other: usize) -> bool {
        other + 1 < self.index
            && self.figures[other + 1].kind == Kind::Ratio
            && sharing::is_share_of_task(self.between(other, other + 1))
    }

    /// 支出22.6万元，节约5.4万元，比上年减少1.8万元: what was spared of it is not what fell.
    fn was_spared(&self, other: usize) -> bool {
        matches!(self.name(other), ['节', '约' | '余' | '支'])
            && self.figure.direction == Some(Direction::Down)
            && other.checked_sub(1).is_some_and(|before| self.same_unit(before, other) && self.stands(before))
    }
}
