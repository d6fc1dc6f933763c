//! The name of a figure with no words of its own: that of the figure behind, of its whole, or of what was told last.

use std::ops::Range;

use super::{lend, second};
use crate::language::{Place, naming};
use crate::metric::clause;
use crate::metric::figure::{Figure, direction};
use crate::metric::name;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::metric::together::sharing::is_share_of;
use crate::report::{Kind, NameRule, Role};

impl Reader<'_> {
    /// 207户673名帮扶对象, 4台66万千瓦机组: the name of both stands behind the second. Whether it is so.
    pub(super) fn name_of_second(&self, figures: &mut [Figure], index: usize, periods: &[Period]) -> bool {
        let says_nothing = |at: &usize| {
            let timed = periods.iter().any(|period| period.range.contains(at));
            timed || naming(Place::Bare).begins(&[self.passage.chars[*at]])
        };
        let named = second(figures, index).is_some_and(|next| !next.is_relative() && !next.name.is_empty());
        let so = named && figures[index].kind == Kind::Count && figures[index].words.left.iter().all(says_nothing);
        if so {
            lend(figures, index + 1, index, NameRule::Joined);
        }
        so
    }

    /// 完成预算10.5亿元的35%: the share is called as its whole is. Whether it is so.
    pub(super) fn name_of_whole(&self, figures: &mut [Figure], first: usize, index: usize) -> bool {
        let Some(whole) = before(first, index) else { return false };
        let so = figures[index].kind == Kind::Ratio
            && figures[whole].role == Role::Target
            && !figures[whole].name.is_empty()
            && is_share_of(self.between(figures, whole, index));
        if so {
            lend(figures, whole, index, NameRule::Joined);
        }
        so
    }

    /// 优良率提高12.6个百分点、达到86.3%: in one clause it is what moved that came to it. Whether it is so.
    pub(super) fn name_of_moved(&self, figures: &mut [Figure], first: usize, index: usize) -> bool {
        let Some(before) = before(first, index).filter(|_| figures[index].words.follows) else { return false };
        // 产量翻一番、达到36万吨
        let doubled = self.quantity(&figures[before]).unit.as_deref() == Some("番") && !figures[index].is_relative();
        let so = doubled || (figures[before].kind, figures[index].kind) == (Kind::Points, Kind::Ratio);
        if so {
            figures[index].name = name::subject_of_change(&self.passage.chars, &figures[before].name);
            figures[index].name_rule = NameRule::Borrowed;
        }
        so
    }

    /// 工资1.7万元，增长5%，占收入的56%；转移0.6万元，增长6%，占20%: what the first is a share of all are. Whether it is so.
    pub(super) fn name_of_share(&self, figures: &mut [Figure], first: usize, index: usize) -> bool {
        let share = figures[index].kind == Kind::Ratio && figures[index].lead.ends_with(&['占']);
        let grew = before(first, index).is_some_and(|before| figures[before].kind == Kind::Growth);
        if !(share && grew) {
            return false;
        }
        let same = |other: &usize| {
            figures[*other].kind == Kind::Ratio && figures[*other].letters(&self.passage.chars).first() == Some(&'占')
        };
        let thing = |other: &usize| !figures[*other].is_relative() && !figures[*other].name.is_empty();
        let lent = (first..index).rev().find(same).or_else(|| (first..index).rev().find(thing));
        if let Some(lent) = lent {
            lend(figures, lent, index, NameRule::Borrowed);
        }
        lent.is_some()
    }

    /// The name of what was told last, if that is of its sort, or else of what the clause before tells.
    pub(super) fn name_of_last(
        &self,
        figures: &mut [Figure],
        first: usize,
        index: usize,
        sentence: &Range<usize>,
        periods: &[Period],
    ) {
        let joined = figures[index].words.joined;
        let before = self.before_bracket(figures, first, index);
        let name = self.last_name(figures, first, index, sentence, periods);
        let name = match before {
            Some(before) if name.is_empty() => self.lent_name(&figures[before], &figures[index]),
            _ => name,
        };
        figures[index].name = name;
        self.whom_it_concerns(&mut figures[index]);
        // 同比减少23批166人次: both are by how much it changed.
        if let Some(before) = before.filter(|&before| joined && figures[before].increment)
            && figures[index].kind == Kind::Count
        {
            figures[index].increment = true;
            figures[index].direction = figures[before].direction;
            figures[index].name = figures[before].name.clone();
        }
        // 126个组，3860户14260人: neither has a name of its own.
        let lent = before.is_some_and(|before| figures[before].name_rule == NameRule::Borrowed);
        figures[index].name_rule = if joined && !lent { NameRule::Joined } else { NameRule::Borrowed };
    }

    /// `追回补贴86万元，涉及236人`: what is borrowed names no persons; they are those whom it concerns.
    fn whom_it_concerns(&self, figure: &mut Figure) {
        let concerns = figure.lead.ends_with(&['涉', '及']);
        if concerns && self.quantity(figure).counts_people() && !figure.name.is_empty() {
            let words = &figure.words.left;
            figure.name.extend_from_slice(&words[words.len() - 2..]);
        }
    }

    /// That name; nothing where neither has one.
    fn last_name(
        &self,
        figures: &[Figure],
        first: usize,
        index: usize,
        sentence: &Range<usize>,
        periods: &[Period],
    ) -> Vec<usize> {
        let figure = &figures[index];
        let (chars, joined) = (&self.passage.chars, figure.words.joined);
        // 人均收入，1982年为494.5元: what it was then has its own subject in the clause before.
        let clause = self.clause_before(self.quantity(figure).extent.start, sentence.start);
        let within = |before: &usize| clause.contains(&self.quantity(&figures[*before]).range.start);
        let last = self.before_bracket(figures, first, index);
        let akin = last.filter(|before| {
            let alike = joined || figures[*before].kind == figure.kind;
            alike || figure.role == Role::Baseline && (within(before) || clause.is_empty())
        });
        if let Some(before) = akin {
            return self.name_of_akin(&figures[before], figure);
        }
        match (first..last.map_or(index, |last| last + 1)).rev().find(within) {
            // 城镇化率每年提高1个百分点，2025年达到60%
            Some(before) if figures[before].kind == Kind::Points && figure.kind == Kind::Ratio => {
                name::subject_of_change(chars, &figures[before].name)
            }
            Some(before) => self.lent_name(&figures[before], figure),
            // 使用率偏低，仅为46%
            None => name::subject_of_change(chars, &name::left(chars, periods, &clause)),
        }
    }

    /// The figure before one, and behind a bracket the one before that: 本科学历203人（其中硕士41人），占63.8%.
    fn before_bracket(&self, figures: &[Figure], first: usize, index: usize) -> Option<usize> {
        let last = before(first, index)?;
        let start = |of: usize| self.quantity(&figures[of]).range.start;
        let bracket = clause::bracket_around(self.enclosures, start(last));
        let closed = bracket.filter(|bracket| !figures[index].words.joined && !bracket.contains(&start(index)));
        let outside = closed.and_then(|bracket| (first..last).rev().find(|&other| start(other) < bracket.start));
        outside.or(Some(last))
    }

    /// The name of the figure before, of the same sort: without the change where another value of it is told.
    fn name_of_akin(&self, before: &Figure, figure: &Figure) -> Vec<usize> {
        let name = self.name_of_all(before, figure);
        let changed = matches!(before.kind, Kind::Growth | Kind::Points) || before.increment;
        let level = direction::change(&figure.lead).is_some_and(|(_, level)| level);
        if changed && (!figure.is_relative() || level || figure.kind == Kind::Ratio) {
            return name::subject_of_change(&self.passage.chars, &name);
        }
        name
    }
}

/// The figure right before, if it is of the same sentence, which begins with `first`.
fn before(first: usize, index: usize) -> Option<usize> {
    index.checked_sub(1).filter(|&before| before >= first)
}
