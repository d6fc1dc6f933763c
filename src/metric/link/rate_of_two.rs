//! A rate that two figures before it make: of 32 problems 29 were solved, which is 90.6%.

use rust_decimal::Decimal;

use super::kinship::{is_akin, is_short_for, shares_pair};
use super::{Link, Linker};
use crate::exact::Exact;
use crate::language::{Tie, ties};
use crate::report::{Kind, Relation, Role};

/// So many figures before a rate are looked at, and as many before each of these.
const REACH: usize = 6;

impl Linker<'_> {
    /// Whether one figure is so much of another as a rate says.
    pub(super) fn makes(&self, part_and_whole: (usize, usize), rate: usize) -> bool {
        self.makes_within(part_and_whole, rate, Decimal::new(6, 2))
    }

    /// Whether it is where the rate is a round one.
    fn rounds(&self, part_and_whole: (usize, usize), rate: usize) -> bool {
        self.makes_within(part_and_whole, rate, Decimal::new(5, 1))
    }

    fn makes_within(&self, (part, whole): (usize, usize), rate: usize, within: Decimal) -> bool {
        let share = self.value(part).times(Decimal::ONE_HUNDRED).and_then(|part| part.over(self.value(whole)));
        let apart = share.and_then(|share| share.minus(self.value(rate)));
        apart.is_some_and(|apart| apart.abs() <= within)
    }

    /// Whether a rate right behind a figure says that it is so much of a part that was told before it.
    pub(super) fn is_rated(&self, index: usize) -> bool {
        if !self.figures.get(index + 1).is_some_and(|next| next.kind == Kind::Ratio && !next.is_borrowed()) {
            return false;
        }
        Self::before(index)
            .take(REACH)
            .take_while(|&other| self.figures[other].sentence == self.figures[index].sentence)
            .filter(|&other| self.same_unit(other, index))
            .find(|&other| self.makes((index, other), index + 1))
            .is_some_and(|whole| self.figures[whole].link.is_some_and(|link| link.1 == Relation::Part))
    }

    /// `安排项目217个，已开工217个，完工203个，完工率93.5%`: as many as all of them are all of them.
    fn as_many_before(&self, whole: usize) -> usize {
        let same = |root: &usize| self.value(*root) == self.value(whole);
        let root = self.figures[whole].link.filter(|link| link.1 == Relation::Part).map(|link| link.0).filter(same);
        root.unwrap_or(whole)
    }

    /// `受理诉讼57件，应诉57件；败诉3件，败诉率5.3%`: of what a figure is a part, where the rate behind it is of what it is and says so to the digit
    /// that is printed.
    pub(super) fn rated_part(&self, index: usize) -> Option<Link> {
        let (figure, name) = (&self.figures[index], self.name(index));
        let rate =
            self.figures.get(index + 1).filter(|rate| rate.kind == Kind::Ratio && rate.sentence == figure.sentence)?;
        let counted = figure.kind == Kind::Count || figure.kind == Kind::Money && self.is_share(index + 1);
        if !counted || figure.increment || rate.role != figure.role || !self.tells_how_many(index + 1, name) {
            return None;
        }
        let printed = self.passage.chars[self.quantity(index + 1).numeral.range.clone()].contains(&'.');
        let precise = printed && !rate.is_borrowed();
        let whole = |&other: &usize| {
            self.same_unit(other, index)
                && !self.figures[other].is_relative()
                && self.figures[other].role == figure.role
                && self.value(other) >= self.value(index)
        };
        let mut wholes = self.in_sentence_before(index).filter(whole);
        // A round rate is made by chance too easily of those that stand further off.
        let whole = match precise {
            true => wholes.take(REACH).find(|&whole| self.makes((index, whole), index + 1)),
            false => wholes
                .find(|&whole| !self.is_part(whole))
                .filter(|&whole| self.value(whole) > self.value(index) && self.rounds((index, whole), index + 1)),
        };
        whole.map(|whole| (self.as_many_before(whole), Relation::Part))
    }

    /// Whether a rate is called by what it is the rate of: 破案1529起，破案率; 调成1793起，调解成功率; 用于产业3521万元，产业占比.
    fn tells_how_many(&self, rate: usize, name: &[char]) -> bool {
        let told = self.name(rate);
        let measure = ties(Tie::Rate).tail(told).unwrap_or(0);
        let stem = &told[..told.len() - measure];
        measure > 0 && (shares_pair(stem, name) || is_short_for(name, stem))
    }

    fn is_share(&self, rate: usize) -> bool {
        self.name(rate).ends_with(&['占', '比'])
    }

    fn is_part(&self, index: usize) -> bool {
        self.figures[index].link.is_some_and(|link| link.1 == Relation::Part)
    }

    /// `成功化解319起，其中村级276起、镇级43起，化解率97.6%`: the whole of which a figure before makes the rate, to the digit behind the point.
    pub(super) fn made_of(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let name = self.name(index);
        let rate = self.value(index);
        // A round rate is often made by chance.
        const FINEST: u32 = 3;
        let precise = !rate.fract().is_zero() && rate.scale() <= FINEST && rate < Decimal::ONE_HUNDRED;
        let precise = figure.kind == Kind::Ratio && precise;
        if !precise || figure.is_borrowed() || !ties(Tie::Rate).ends(name) || name.contains(&'占') {
            return None;
        }
        let within = Decimal::new(5, rate.scale() + 1);
        // 下达12.5亿元，下达率99.2%: of money it is what was done that a rate tells of.
        let counted = |kind| matches!(kind, Kind::Count | Kind::Area | Kind::Length | Kind::Mass | Kind::Volume);
        let stands = |other: &usize| !self.figures[*other].is_relative() && counted(self.figures[*other].kind);
        let near = |other: &usize| self.figures[*other].sentence == figure.sentence;
        let adjoins = |other: &usize| self.figures[*other].sentence.end >= figure.sentence.start;
        let nearest = Self::before(index).take_while(near).find(stands)?;
        let parts = Self::before(index).take_while(near).filter(stands).take(REACH);
        let told = |part: &usize| *part == nearest || is_akin(name, self.name(*part));
        parts.filter(told).find_map(|part| {
            let makes = |whole: &usize| {
                let (of, all) = (self.value(part), self.value(*whole));
                let share = of.times(Decimal::ONE_HUNDRED).and_then(|of| of.over(all));
                let apart = share.and_then(|share| share.minus(rate)).map(|apart| apart.abs());
                of < all && apart.is_some_and(|apart| apart <= within)
            };
            let mut wholes = Self::before(part).take_while(adjoins).filter(stands).take(REACH);
            let whole = wholes.find(|&whole| self.same_unit(whole, part) && makes(&whole))?;
            let planned = self.figures[whole].role == Role::Target;
            let whole = self.as_many_before(whole);
            Some((if planned { part } else { whole }, Relation::Attribute))
        })
    }
}
