//! Of which figure of a sentence before a change tells.

use super::wording::is_bare_relative;
use crate::language::{Tie, ties};
use crate::metric::link::kinship::{is_rate, is_short_for};
use crate::metric::link::{Link, Linker};
use crate::report::{Kind, Relation, Role};

/// A shorter subject of a change may be that of many.
const SUBJECT: usize = 3;
/// Before 起数 and the like less says little.
const COUNTED: usize = 2;
/// So many characters at the end of a name say that it is a total: 收入总计.
const TOTAL: usize = 2;

impl Linker<'_> {
    /// `收入86万元，为…取得的收入。较上年减少5万元`: where a sentence begins with a change, it speaks of the one amount that the sentence before tells.
    pub(super) fn told_before(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let first = index.checked_sub(1).filter(|&before| self.figures[before].sentence != figure.sentence)?;
        let head = figure.words.left.first() == Some(&figure.sentence.start) && is_bare_relative(self.name(index));
        let adjoins = self.figures[first].sentence.end == figure.sentence.start;
        let mut amounts = Self::before(index)
            .take_while(|&other| self.figures[other].sentence == self.figures[first].sentence)
            .filter(|&other| !self.figures[other].is_relative() && self.figures[other].link.is_none());
        let amount = amounts.next().filter(|_| amounts.next().is_none())?;
        let alike = !figure.increment || self.same_unit(amount, index);
        let told = head && adjoins && alike && self.figures[amount].role == Role::Actual;
        (told && figure.kind != Kind::Rank).then_some((amount, Relation::Attribute))
    }

    /// `结案率49.6%。与上年同期相比，结案率下降2.9个百分点`
    fn rate_told_again(&self, index: usize) -> Option<Link> {
        let subject = self.subject(index);
        let told = |&other: &usize| {
            self.figures[other].sentence.end <= self.figures[index].sentence.start
                && self.figures[other].kind == Kind::Ratio
                && self.figures[other].role == Role::Actual
                && self.name(other) == subject
        };
        let rate = Self::before(index).find(told).filter(|_| is_rate(subject))?;
        Some((rate, Relation::Attribute))
    }

    /// `支出86万元。与上年相比，支出减少3万元，下降3.4%`: a change belongs to what it names, be that told in a sentence before.
    pub(in crate::metric) fn told_again(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        if figure.kind == Kind::Points {
            return self.rate_told_again(index);
        }
        if !figure.increment && figure.kind != Kind::Growth {
            return None;
        }
        let subject = self.subject(index);
        // 医院2871个。与上年比较，医院增加63个: a short one only if it is the whole name of what it counts.
        let short = subject.len() < SUBJECT;
        if !(figure.increment || figure.kind == Kind::Growth && !short) || subject.len() < 2 {
            return None;
        }
        // 火灾起数, 死亡人数: how many there are of what is counted in this measure word.
        let number = ties(Tie::Number).tail(subject).unwrap_or(0);
        let (counted, word) = subject.split_at(subject.len() - number);
        let names = |other: usize| {
            let name = self.name(other);
            let at = name.windows(subject.len()).rposition(|words| words == subject);
            let unit = || self.quantity(other).unit.as_deref();
            let measured = || {
                word.len() < 2
                    || unit().is_some_and(|unit| {
                        // 火灾次数 are counted in 起 too.
                        unit.starts_with(word[0]) || word[0] == '次' && matches!(unit, "起" | "场")
                    })
            };
            at.is_some_and(|at| name.len() - at - subject.len() <= TOTAL)
                || number > 0 && counted.len() >= COUNTED && name.ends_with(counted) && measured()
        };
        let told = |&other: &usize| {
            self.figures[other].sentence.end <= figure.sentence.start
                && self.figures[other].role == Role::Actual
                && !self.figures[other].is_relative()
                && !self.figures[other].increment
                && (names(other) || short && is_short_for(subject, self.name(other)))
                && (!short || self.name(other) == subject || is_short_for(subject, self.name(other)))
                && (!figure.increment || self.same_unit(other, index))
        };
        // 发生火灾3起，其中一般火灾1起，火灾次数上升50%: all of them rose.
        let root = |whole: usize| self.figures[whole].link.filter(|link| link.1 == Relation::Part && number > 0);
        let told = Self::before(index).find(told);
        told.map(|whole| (root(whole).map_or(whole, |link| link.0), Relation::Attribute))
    }
}
