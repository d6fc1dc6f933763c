//! Figures in a bracket behind another: its parts, and what is told of it.

use std::ops::ControlFlow::Break;
use std::ops::{Deref, Range};

use rust_decimal::Decimal;

use super::kinship::is_rate;
use super::ownership::is_attribute;
use super::{ASK_ON, Answer, Link, Linker, NOTHING, answered, tells_of_that};
use crate::exact::Exact;
use crate::language::{Sense, funnel, senses};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::report::{Kind, Relation, Role};

/// A figure in a bracket.
struct Inside<'q> {
    linker: &'q Linker<'q>,
    index: usize,
    figure: &'q Figure,
    bracket: Range<usize>,
}

impl Linker<'_> {
    /// In a bracket behind the whole: `87个（动建52个、投产29个）`.
    pub(super) fn in_bracket(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let bracket = clause::bracket_around(self.enclosures, self.quantity(index).range.start)?;
        if bracket.start < figure.sentence.start {
            return None;
        }
        answered(Inside { linker: self, index, figure, bracket }.ask())
    }
}

impl<'q> Deref for Inside<'q> {
    type Target = Linker<'q>;

    fn deref(&self) -> &Self::Target {
        self.linker
    }
}

impl Inside<'_> {
    /// The questions in their order: what it tells of in the bracket, and then of which of the figures before the bracket.
    fn ask(&self) -> Answer {
        self.increase()?;
        self.relative_inside()?;
        self.money_of_clause()?;
        self.money_of_things()?;
        self.aim_of_rate()?;
        self.outcome_inside()?;
        self.of_nearest()
    }

    /// The figures before it in the bracket, nearest first.
    fn inside(&self) -> impl Iterator<Item = usize> {
        Linker::before(self.index).take_while(|&other| self.quantity(other).range.start > self.bracket.start)
    }

    /// Whether a figure stands before the bracket in its sentence.
    fn is_outside(&self, other: usize) -> bool {
        self.quantity(other).range.end <= self.bracket.start && self.figures[other].sentence == self.figure.sentence
    }

    /// 东片（87件）、西片（64件）: whether a figure stands in a bracket beside this one, and tells of the name before that.
    fn is_beside(&self, other: usize) -> bool {
        let bracket = clause::bracket_around(self.enclosures, self.quantity(other).range.start);
        bracket.is_some_and(|bracket| bracket.end <= self.bracket.start)
    }

    /// 收入增加86万元（税收增加52万元，补助增加34万元）
    fn increase(&self) -> Answer {
        let amount = self.figure.increment || !self.figure.is_relative();
        let whole = Linker::before(self.index).find(|&other| self.quantity(other).range.end <= self.bracket.start);
        let increases = |&whole: &usize| {
            let touches = self.quantity(whole).extent.end == self.bracket.start;
            touches && amount && self.figures[whole].increment && self.same_unit(whole, self.index)
        };
        whole.filter(increases).map_or(ASK_ON, |whole| Break(Some((whole, Relation::Part))))
    }

    /// （税收4亿元，增长8%）: a rate tells of what stands before it in the bracket.
    fn relative_inside(&self) -> Answer {
        let mut roots = self.inside().filter(|&other| !self.figures[other].is_relative());
        tells_of_that(self.rated_together())?;
        tells_of_that(if self.figure.is_relative() { roots.next() } else { None })
    }

    /// 结案420件（调解206件，撤诉88件，调撤率70%）: the whole before the bracket, where all that is told in it makes the rate of it.
    fn rated_together(&self) -> Option<usize> {
        // （党员36人，占60%）: a share is told of those who have it.
        let name = self.name(self.index);
        if self.figure.kind != Kind::Ratio || !is_rate(name) || name.contains(&'占') {
            return None;
        }
        let mut inside = self.inside().filter(|&other| !self.figures[other].is_relative()).peekable();
        inside.peek()?;
        let whole = Linker::before(self.index).find(|&other| self.is_outside(other))?;
        let sum = inside.try_fold(Decimal::ZERO, |sum, other| {
            sum.plus(self.value(other)).filter(|_| self.same_unit(other, whole))
        })?;
        let share = sum.times(Decimal::ONE_HUNDRED)?.over(self.value(whole))?;
        let apart = share.minus(self.value(self.index))?;
        (apart.abs() <= Decimal::new(6, 2)).then_some(whole)
    }

    /// （简易案件12起罚1300元）: what is told in one clause with a number belongs to it.
    fn money_of_clause(&self) -> Answer {
        let money = self.figure.kind == Kind::Money && self.figure.words.follows;
        tells_of_that(self.inside().next().filter(|&root| money && self.figures[root].kind == Kind::Count))
    }

    /// （工程领域41起，涉及金额116万元，其他领域55起，…）: so does what is told of it in the next clause.
    fn money_of_things(&self) -> Answer {
        let name = self.name(self.index);
        let told = || is_attribute(name) || matches!(name, ['涉', '及' | '案', ..]);
        let money = self.figure.kind == Kind::Money && told();
        tells_of_that(self.inside().next().filter(|&root| money && self.figures[root].kind == Kind::Count))
    }

    /// 增长5.9%（预期目标为8%以上）: what was aimed at is measured as what it stands behind.
    fn aim_of_rate(&self) -> Answer {
        let name = self.name(self.index);
        let aim = self.figure.role == Role::Target && self.figure.kind == Kind::Ratio;
        if !aim || !senses(Sense::Task).ends(name) {
            return ASK_ON;
        }
        let mut rates = Linker::before(self.index).take_while(|&other| self.is_outside(other));
        tells_of_that(rates.find(|&other| matches!(self.figures[other].kind, Kind::Ratio | Kind::Growth)))
    }

    /// 公告12期（样品860批次，不合格9批次）: what became of some of those that the bracket counts.
    fn outcome_inside(&self) -> Answer {
        let outcome = !self.figure.is_relative() && funnel().begins(self.name(self.index));
        let apart = Linker::before(self.index).find(|&other| self.is_outside(other));
        let apart = apart.is_some_and(|whole| !self.same_unit(whole, self.index));
        let of = |&other: &usize| self.same_unit(other, self.index) && self.value(other) >= self.value(self.index);
        let whole = self.inside().last().filter(of).filter(|_| outcome && apart);
        whole.map_or(ASK_ON, |whole| Break(Some((whole, Relation::Part))))
    }

    /// What it is to the figures before the bracket, of which it may be told, nearest first.
    fn of_nearest(&self) -> Answer {
        let relative = self.figure.is_relative();
        let base = |other: usize| relative && self.figures[other].role == Role::Baseline;
        let mut outside = Linker::before(self.index)
            .filter(|&other| self.is_outside(other))
            .filter(|&other| !self.figures[other].is_relative() && !base(other) && !self.is_beside(other));
        let Some(nearest) = outside.next() else { return NOTHING };
        let between = &self.passage.chars[self.quantity(nearest).range.end..self.bracket.start];
        let same = self.same_unit(nearest, self.index);
        // 隧道掘进3814米；货运通道（12.6公里）6月建成: behind a semicolon it is told of what has no number.
        if between.contains(&';') && !same && !relative {
            return NOTHING;
        }
        if relative {
            // 综合指数4.2，全市20个区县排名第4（全省排名第87）
            let ranked = self.is_ranked_among(nearest) && nearest + 1 < self.index;
            let told = outside.find(|&other| !self.is_ranked_among(other)).filter(|_| ranked);
            return tells_of_that(told.or(Some(nearest)));
        }
        if same {
            let relation = self.relation_to(nearest);
            // 利用16.8万吨（可利用18万吨）: what is more than a figure is no part of it.
            let more = relation == Relation::Part && self.value(self.index) > self.value(nearest);
            return Break((!more).then_some((nearest, relation)));
        }
        if let Some(whole) = outside.take(3).find(|&other| self.same_unit(other, self.index)) {
            return Break(Some((whole, Relation::Part)));
        }
        // 面积2万平方米，分小学部和初中部（小学部有教室36间）: of what stands in an earlier clause it tells nothing.
        if between.contains(&',') {
            return NOTHING;
        }
        // 小学211所（含53个教学点）: what is held is a part, whatever it is counted in.
        let held = self.passage.chars.get(self.bracket.start + 1) == Some(&'含')
            && self.figure.kind == Kind::Count
            && self.figures[nearest].kind == Kind::Count;
        Break(Some((nearest, if held { Relation::Part } else { Relation::Attribute })))
    }

    /// What it is to a figure of its unit right before the bracket.
    fn relation_to(&self, nearest: usize) -> Relation {
        // 造林1300亩（任务1200亩）
        let task = self.figure.role == Role::Target && self.figures[nearest].role == Role::Actual;
        // 责任人192名（即每座水库3人）
        let each = || self.figure.lead.iter().take(2).any(|&letter| letter == '每');
        if task || self.figure.kind == Kind::Score || each() { Relation::Attribute } else { Relation::Part }
    }
}
