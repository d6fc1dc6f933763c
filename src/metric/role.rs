//! What a figure is to the report: what was reached, what was aimed at, what was before, what must not be passed.

use std::ops::Range;

use super::figure::Figure;
use super::intent;
use super::predicate;
use super::quantity::Quantity;
use super::reader::Reader;
use crate::language::{Place, Sense, naming, senses, verbs};
use crate::report::{Kind, Qualifier, Role};

impl Reader<'_> {
    /// What the figure is to the report, by its own words.
    pub(super) fn role(&self, figure: &Figure, planned: bool, aimed: bool) -> Role {
        let chars = &self.passage.chars;
        let quantity = &self.quantities[figure.quantity];
        let lead = intent::without_quotations(&figure.lead);
        let behind: Vec<char> = figure.words.right.iter().take(8).map(|&index| chars[index]).collect();
        // 平均用时不到1天 tells how it was.
        let short = matches!(chars[quantity.extent.start..quantity.range.start], ['不', '到' | '足']);
        let bound = quantity.qualifier == Qualifier::AtMost && !short;
        let under_control = senses(Sense::Control).is_in(&lead);
        if bound && (figure.kind == Kind::Duration && !lead.ends_with(&['至']) || under_control) {
            return Role::Limit;
        }
        // 13800亩任务, 1.2万亩造林任务
        let tasks = (0..behind.len().min(5)).find(|&at| senses(Sense::Task).at(&behind, at).is_some());
        let measured_task = figure.kind != Kind::Count
            && !figure.is_relative()
            && tasks.is_some_and(|at| at == 0 || !predicate::does(&behind[..at], 0));
        let demanded = senses(Sense::Demand).at(&behind, 1).is_some() && intent::is_planned(&lead);
        let task = behind.first() == Some(&'的') && (senses(Sense::Task).is_in(&behind) || demanded)
            || measured_task
            || tasks == Some(0)
                && !self.is_counted_in(quantity, Place::Paper)
                && !self.is_counted_in(quantity, Place::Counted);
        // 超额完成40户改造任务
        let beyond = tasks.is_some() && senses(Sense::Beyond).before(&lead, lead.len()).is_some();
        let done = senses(Sense::Done).is_in(&lead) || is_actual(&lead);
        let own = |period: &&Range<usize>| figure.sentence.contains(&period.start);
        let now = |period: &Range<usize>| matches!(&chars[period.clone()], ['目', '前']);
        let done = done || figure.period.as_ref().filter(own).is_some_and(now);
        // 在今年7项任务的基础上: that is what was done before.
        let done = done
            || naming(Place::Circumstance)
                .is_in(&figure.words.right.iter().map(|&index| chars[index]).collect::<Vec<_>>());
        // 2024年7月，向人大作了报告，指出97个问题: what was done since is told too.
        let start = quantity.extent.start;
        let told = |period: &Range<usize>| chars.get(period.end..start).is_some_and(|words| words.contains(&'了'));
        let later = figure.period.as_ref().filter(own).is_some_and(|period| self.is_later(period) && !told(period));
        // 优良比例, 占比 and 完成率 are names of a rate.
        let names = |at: usize| matches!(lead.get(at), Some('比' | '例' | '重' | '率' | '值'));
        let tells = |at: usize| senses(Sense::Measured).at(&lead, at).is_some_and(|(length, ())| !names(at + length));
        let measured = (0..lead.len()).any(|at| tells(at) && (at == 0 || lead[at - 1] != '占'));
        // 为年度计划的40% tells what was done of it.
        let share = lead
            .split_last()
            .is_some_and(|(last, plan)| *last == '的' && senses(Sense::Budget).before(plan, plan.len()).is_some());
        // 力争突破48亿元，同比增长10%: a growth is aimed at like the amount.
        let grows = aimed && figure.kind == Kind::Growth;
        if figure.is_relative() && (measured || share) && !planned && !task && !grows {
            return Role::Actual;
        }
        // 是上年收入1.2亿元的92%: what a share is taken of was so a year before.
        let before = figure
            .period
            .as_ref()
            .filter(own)
            .is_some_and(|period| matches!(&chars[period.clone()], ['上' | '去', '年', ..]));
        if before && self.is_whole(quantity) {
            return Role::Baseline;
        }
        // 制定年度执法计划1项: the plan itself is counted. 完成预算48亿元的104%: the whole of a share is what was planned.
        // 高出省定目标(80%)6个百分点
        let in_bracket = |sense| {
            start > 0 && chars[start - 1] == '(' && senses(sense).before(&chars[..start - 1], start - 1).is_some()
        };
        // 超额完成省定任务（380辆）
        let alone = chars.get(quantity.range.end) == Some(&')');
        let aim = || figure.kind == Kind::Ratio && in_bracket(Sense::Aimed);
        let explained = alone && (in_bracket(Sense::Task) && !figure.is_relative() || aim());
        // 占年度目标任务（390个）的40%
        let bracketed = in_bracket(Sense::Budget);
        let planned_whole =
            (bracketed || senses(Sense::Budget).before(&lead, lead.len()).is_some()) && self.is_whole(quantity);
        let drawn = !figure.is_relative() && senses(Sense::Drawn).before(&lead, lead.len()).is_some();
        let paper =
            self.is_counted_in(quantity, Place::Paper) && senses(Sense::Target).before(&lead, lead.len()).is_some();
        if paper && !planned {
            return Role::Actual;
        }
        let past = figure
            .period
            .as_ref()
            .and_then(|period| self.year_of(period))
            .is_some_and(|year| Some(year) <= self.piece.year);
        if planned && !done && !past
            || aimed && !done
            || later
            || task
            || planned_whole
            || explained
            || drawn && !paper
            || self.is_whole(quantity) && is_estimated(&lead)
            || beyond
            || intent::is_planned(&lead)
            || is_set(&lead, figure, chars, quantity.counts_people()) && !self.is_counted_in(quantity, Place::Counted)
        {
            return Role::Target;
        }
        Role::Actual
    }

    /// Whether a quantity counts plans and tasks rather than what they ask for: 计划1项, 任务3份.
    fn is_counted_in(&self, quantity: &Quantity, units: Place) -> bool {
        let unit = quantity.unit.as_deref().unwrap_or_default();
        naming(units).ending(unit).is_some_and(|(length, ())| length == unit.chars().count())
    }

    /// Whether a share of the quantity is told right behind it: 48亿元的104.6%, （48亿元）的104.6%.
    fn is_whole(&self, quantity: &Quantity) -> bool {
        let chars = &self.passage.chars;
        let at = quantity.range.end + usize::from(chars.get(quantity.range.end) == Some(&')'));
        chars.get(at) == Some(&'的') && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    }
}

/// Whether the words before a figure say that it is not final: 预计, but not 占预计数.
pub fn is_estimated(lead: &[char]) -> bool {
    let estimates = |at: usize| senses(Sense::Estimate).at(lead, at).map(|(length, ())| at + length);
    (0..lead.len()).filter_map(estimates).any(|end| !matches!(lead.get(end), Some('数' | '值')))
}

/// Whether the words before a figure name a task without saying that it was done: 市下达新增就业任务, （任务120亩）.
fn is_set(lead: &[char], figure: &Figure, chars: &[char], people: bool) -> bool {
    let name = &figure.letters(chars);
    let task = senses(Sense::Task).before(lead, lead.len());
    // 农田建设任务8万亩, 造林任务2万亩; 落实治理任务8万亩 was done.
    let acts = verbs().at(name, 0).is_some_and(|(length, ())| senses(Sense::Task).at(name, length).is_none());
    let bare = (figure.kind != Kind::Count || people) && !acts && !senses(Sense::Reached).is_in(lead);
    task.is_some_and(|(length, ())| length == lead.len() || bare || senses(Sense::Assigned).is_in(lead))
}

/// Whether the words begin with 实际 and are no name that does: 实际利用外资.
fn is_actual(lead: &[char]) -> bool {
    senses(Sense::Actually).at(lead, 0).is_some() && !names_use(lead)
}

/// Whether a name begins here that has 实际 in it: 实际利用外资, 实际使用外资.
pub fn names_use(lead: &[char]) -> bool {
    matches!(lead, ['实', '际', '利' | '使', '用', ..] | ['实', '际', '外' | '内', '资', ..])
}
