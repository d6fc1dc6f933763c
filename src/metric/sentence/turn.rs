//! What the words before a figure say of the course of its sentence.

use std::ops::Range;

use super::Sentence;
use super::intent;
use super::reader::Reader;
use super::role::{is_foreseen, names_use};
use crate::language::{Sense, senses, verbs};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::metric::judge::ends_clause;
use crate::metric::period::Period;
use crate::report::{Kind, Role};

/// What the words before a figure say of the course of its sentence.
pub(super) struct Turn {
    /// Whether it is still to be done amid what was done.
    pub amid: bool,
    /// Whether it is aimed at.
    pub aims: bool,
    /// Whether what follows is aimed at too.
    pub aims_on: bool,
    /// Whether the planned money before it is to pay for it.
    pub paid: bool,
    /// Whether it is still to be done.
    pub to_come: bool,
    /// Whether its words speak of a plan or a task.
    pub planned: bool,
    /// Whether its words say that more of the same is to be done.
    pub further: bool,
    /// Whether it is said of another time than the figure before it.
    pub anew: bool,
    /// Whether it is so already.
    pub stands: bool,
    /// Whether it was reached.
    pub reached: bool,
    /// Whether it is what was done of the task before it.
    pub done_of_task: bool,
    /// Whether it is foreseen, and so is what follows.
    pub foreseen: bool,
    /// Whether it has a deed of its own, is a task, or measures something else than the figure before it.
    pub apart: bool,
}

impl Turn {
    /// Whether it is still to be done, and so is what follows.
    pub fn intends(&self) -> bool {
        self.to_come && !self.amid
    }
}

impl Reader<'_> {
    /// What the words before a figure say, which the sentence says of `period`; `last` is the figure before it in the sentence.
    pub(super) fn turn(&self, figure: &Figure, last: Option<&Figure>, period: Option<&Period>) -> Turn {
        let said = intent::without_quotations(&figure.lead);
        let start = self.quantity(figure).range.start;
        let between = last.map_or(start..start, |last| self.quantity(last).range.end..start);
        // 废止53件、拟修改8件，保留180件: amid what was done only what 拟 stands before is still to be done.
        let amid = said.first() == Some(&'拟') && last.is_some_and(|last| last.role == Role::Actual);
        let aims = !amid && aims_at(figure, &said);
        // 增长5.9%（预期目标为8%以上），…: what a bracket aims at holds for itself.
        let enclosed = clause::bracket_around(self.enclosures, start).is_some();
        let aims_on = aims && !enclosed || self.ensures(between.clone());
        let to_come = intent::is_to_come(&said);
        let anew = period.is_some_and(|period| last.is_some_and(|last| last.period.as_ref() != Some(&period.range)));
        // 2023年目标任务10亿元，1—6月完成6亿元; 计划解决16个村的饮水问题，解决了20个村的: that is what was done of it.
        let of_task = anew && last.is_some_and(|last| last.role == Role::Target);
        let done = verbs().head(&said).is_some_and(|length| said.get(length) == Some(&'了'));
        let done_of_task = of_task && period.is_some_and(|period| self.are_months(period)) || done && !to_come;
        Turn {
            amid,
            aims,
            aims_on,
            paid: self.is_paid(figure, last, between),
            to_come,
            planned: intent::is_planned(&said),
            further: intent::goes_further(&said),
            anew,
            stands: self.stands(&said, period),
            reached: self.is_reached(figure, &said),
            done_of_task,
            foreseen: !enclosed && is_foreseen(&said),
            apart: last.is_some_and(|last| is_apart(figure, last, &said)),
        }
    }

    /// Whether a clause of these characters begins with words that say that what follows is to be reached: ，确保明年投用，.
    fn ensures(&self, range: Range<usize>) -> bool {
        let chars = &self.passage.chars;
        let begins = |at: usize| at > 0 && ends_clause(chars[at - 1]) && senses(Sense::Ensuring).is_at(chars, at);
        range.into_iter().any(begins)
    }

    /// 计划投资8600万元新建学校2所: what the planned money is to pay for.
    fn is_paid(&self, figure: &Figure, last: Option<&Figure>, between: Range<usize>) -> bool {
        let chars = &self.passage.chars;
        last.is_some_and(|last| last.role == Role::Target && last.kind == Kind::Money)
            && !figure.is_relative()
            && !chars[between.clone()].iter().any(|&letter| ends_clause(letter) || letter == '、')
            && verbs().is_compound_at(chars, between.start)
    }

    /// Whether the words say that something is so already, or was in the year before.
    fn stands(&self, said: &[char], period: Option<&Period>) -> bool {
        let chars = &self.passage.chars;
        let gone = period.is_some_and(|period| matches!(&chars[period.range.clone()], ['去' | '上', '年', ..]));
        gone || senses(Sense::Standing).is_in(said) || senses(Sense::Done).is_in(said)
    }

    /// Whether the words before a figure or its name say that something was reached.
    fn is_reached(&self, figure: &Figure, said: &[char]) -> bool {
        let reached = |words: &[char]| senses(Sense::Reached).begins(words) && !names_use(words);
        // 计划改造34个，仅完工21个，资金支付率仅为47%: it fell short of that.
        let short = said.first() == Some(&'只') || said.contains(&'仅') && !said.contains(&'不');
        short || reached(said) || senses(Sense::Done).is_in(said) || reached(&figure.letters(&self.passage.chars))
    }

    /// Whether a time is the months since the year began: 1—6月.
    fn are_months(&self, period: &Period) -> bool {
        let words = &self.passage.chars[period.range.clone()];
        words.first() == Some(&'1') && words.ends_with(&['月']) && words.iter().any(|&at| matches!(at, '-' | '—'))
    }

    /// Whether the words since the figure before say that what follows is hoped for when something will be finished: 建成后.
    pub(super) fn promises(&self, sentence: &Sentence, last: Option<&Figure>, start: usize) -> bool {
        let since = last.map_or(sentence.range.start, |last| self.quantity(last).range.end);
        (since..start).any(|at| senses(Sense::Promised).is_at(&self.passage.chars, at))
    }
}

/// Whether a figure has a deed of its own, is a task, or measures something else than the `last` before it: 预计处理垃圾12万吨，总投资3亿元.
fn is_apart(figure: &Figure, last: &Figure, said: &[char]) -> bool {
    let task = senses(Sense::Task).is_in(said) || senses(Sense::Actually).is_in(said);
    let own = !figure.words.listed && (figure.kind != last.kind || verbs().is_compound_at(said, 0));
    task || own && !figure.is_relative() && !last.is_relative()
}

/// Whether the words before a figure aim at it.
fn aims_at(figure: &Figure, said: &[char]) -> bool {
    // 增长6.2%，高于预期目标0.2个百分点: what is compared with an aim was reached.
    // 投资增速低于年初预期2.3个百分点: so it is behind a subject.
    let lies = || said.windows(2).any(|pair| matches!(pair, ['高' | '低' | '快' | '慢', '于']));
    let against = figure.kind == Kind::Points && (lies() || senses(Sense::Measured).begins(said));
    !against && senses(Sense::Aim).is_in(said) && !senses(Sense::Settled).is_in(said)
}
