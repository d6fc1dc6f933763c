//! What was to be done, told beside what was done: tasks, budgets, and by how much more than the task was reached.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::language::{Measure, Place, Sense, measures, naming, senses, verbs};
use crate::metric::figure::{Figure, words::letters_of};
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, Qualifier, Role};

impl Reader<'_> {
    /// `完成17亿元，超额完成年度任务2.1亿元`: by how much more than the task was reached, where it is too little to be the task.
    pub(super) fn beyond_tasks(&self, figures: &mut [Figure], first: usize) {
        const TASK: u32 = 2;
        for index in first + 1..figures.len() {
            // 改造16所，目标12所，超额完成4所
            let told = figures[index - 1].role == Role::Target && figures[index].lead.starts_with(&['超', '额']);
            // 高于目标任务0.4万亩
            let lead = &figures[index].lead;
            let apart = lead.windows(2).any(|pair| matches!(pair, ['高' | '低' | '多' | '少', '于']));
            let beyond = apart || senses(Sense::Beyond).is_in(lead);
            // 利润5.36亿元，超预算0.46亿元
            let whole = senses(Sense::Beyond).is(lead);
            let exceeds = told || whole || figures[index].role == Role::Target && beyond;
            // 超额完成40户改造任务: that is the task.
            let behind = letters_of(&self.passage.chars, &figures[index].words.right);
            if !exceeds || figures[index].is_relative() || senses(Sense::Task).is_in(&behind) {
                continue;
            }
            let quantity = |index: usize| self.quantity(&figures[index]);
            let reached = (first..index).rev().find(|&other| {
                let same = quantity(other).kind == quantity(index).kind && quantity(other).unit == quantity(index).unit;
                same && figures[other].role == Role::Actual && !figures[other].is_relative()
            });
            if reached.is_some_and(|other| quantity(other).value > quantity(index).value * Decimal::from(TASK)) {
                figures[index].role = Role::Actual;
                figures[index].increment = true;
            }
        }
    }

    /// `优良率97%，高于省定95%的目标2个百分点`: a goal that stands before by how much it was passed or missed.
    pub(super) fn beside_goals(&self, figures: &mut [Figure], first: usize) {
        const LONGEST: usize = 7;
        const NEAR: usize = 8;
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let (goal, apart) = (self.quantity(&figures[index]), self.quantity(&figures[index + 1]));
            let noun = goal.range.end + 1..apart.extent.start;
            let words = chars.get(noun.clone()).filter(|words| words.len() <= LONGEST).unwrap_or_default();
            let named = chars.get(goal.range.end) == Some(&'的') && naming(Place::Task).ends(words);
            let near = goal.range.start.saturating_sub(NEAR).max(figures[index].sentence.start);
            let lies = (near..goal.range.start).rev().find(|&at| senses(Sense::Passed).is_at(chars, at));
            let alike = figures[index + 1].kind == Kind::Points || goal.unit == apart.unit;
            let Some(lies) = lies.filter(|_| named && alike) else {
                continue;
            };
            figures[index].role = Role::Target;
            figures[index].qualifier = Qualifier::Exact;
            if figures[index].words.left.first().is_none_or(|&left| left >= lies) {
                figures[index].name = (lies + 2..goal.range.start).chain(noun.clone()).collect();
            }
            let next = &mut figures[index + 1];
            next.name = (lies..lies + 2).chain(noun).collect();
            (next.role, next.increment) = (Role::Actual, true);
        }
    }

    /// `年初预算为80万元，支出决算为76万元`: what was planned to be spent, told beside what was.
    pub(super) fn budgeted(&self, figures: &mut [Figure], first: usize) {
        let names: Vec<Cow<[char]>> =
            figures[first..].iter().map(|figure| figure.letters(&self.passage.chars)).collect();
        let ends = |name: &[char], sense: Sense| senses(sense).ends(name);
        // 年初预算80亿元，调整预算92亿元，实际支出88亿元: before what was planned anew it was planned too.
        for (at, pair) in names.windows(2).enumerate().rev() {
            let (figure, next) = (&figures[first + at], &figures[first + at + 1]);
            let alike = figure.kind == Kind::Money && next.kind == Kind::Money && !figure.increment && !next.increment;
            let done = ends(&pair[1], Sense::Outturn) || is_reached(&pair[1]);
            let anew = next.role == Role::Target && ends(&pair[1], Sense::Budget);
            if alike && figure.role == Role::Actual && ends(&pair[0], Sense::Budget) && (done || anew) {
                figures[first + at].role = Role::Target;
            }
        }
    }

    /// `改厕任务31420座，完成31786座`: what was to be done, told right before what was done of it, by which that is called.
    pub(super) fn tasked(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let (task, done) = (figures[index].letters(chars), figures[index + 1].letters(chars));
            let (one, other) = (self.quantity(&figures[index]), self.quantity(&figures[index + 1]));
            let same = one.unit == other.unit && one.kind == other.kind && !figures[index].is_relative();
            let reached = is_reached(&done) && !figures[index + 1].is_relative();
            // 税收收入预算12亿元，完成12.6亿元
            let budget = senses(Sense::Budget).tail(&task).filter(|_| figures[index].kind == Kind::Money);
            let planned = naming(Place::Task).tail(&task).max(budget);
            let Some(length) = planned.filter(|_| same && reached) else { continue };
            // 12项改革任务已完成9项: tasks themselves are counted.
            let unit = one.unit.as_deref().unwrap_or_default();
            if measures(Measure::Paper).ends_text(unit) || measures(Measure::Task).ends_text(unit) {
                continue;
            }
            figures[index].role = Role::Target;
            let subject = task.len() - length;
            // 市下达新增就业任务
            let assigned = |at: usize| senses(Sense::Assigned).at(&task, at).map(|length| at + length);
            if (0..subject).any(|at| assigned(at).is_some()) {
                continue;
            }
            if subject > 1 && verbs().head(&task).is_none_or(|length| length < subject) {
                let own = std::mem::take(&mut figures[index + 1].name);
                figures[index + 1].name = [&figures[index].name[..subject], &own].concat();
            }
        }
    }
}

/// Whether a name says no more than that something was done: 完成, 实际完成.
fn is_reached(name: &[char]) -> bool {
    matches!(name, ['完', '成'] | ['实', '际', '完', '成'])
}
