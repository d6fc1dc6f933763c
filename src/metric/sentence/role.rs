//! What a figure is to the report: what was reached, what was aimed at, what was before, what must not be passed.

use super::intent;
use super::reader::Reader;
use crate::language::{Measure, Place, Sense, attributes, naming, senses, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::name::short::falls_short;
use crate::metric::quantity::Quantity;
use crate::report::{Kind, Qualifier, Role};

impl Reader<'_> {
    /// What the figure is to the report, by its own words; `planned` is whether it stands among what is to be done, `aimed` whether the
    /// words before it aim at something.
    pub(super) fn role(&self, figure: &Figure, planned: bool, aimed: bool) -> Role {
        let quantity = self.quantity(figure);
        let lead = intent::without_quotations(&figure.lead);
        if self.is_limit(figure, quantity, &lead) {
            return Role::Limit;
        }
        let behind = Behind::new(self, figure, &lead);
        // 力争突破48亿元，同比增长10%: a growth is aimed at like the amount.
        let grows = aimed && figure.kind == Kind::Growth;
        let asked = planned || behind.task || grows;
        if self.is_compared_task(quantity, &lead) {
            return Role::Target;
        }
        if figure.is_relative() && !asked && is_measured(&lead) {
            return Role::Actual;
        }
        let whole = self.is_whole(quantity);
        if whole && self.is_year_before(figure) {
            return Role::Baseline;
        }
        if is_demanded(figure, &lead) {
            return Role::Target;
        }
        // 制定年度执法计划1项: the plan itself is counted.
        let paper = quantity.is_counted_in(Measure::Paper) && senses(Sense::Target).ends(&lead);
        if paper && !planned {
            return Role::Actual;
        }
        let target = (planned && !self.is_of_past(figure) || aimed) && !self.is_done(figure, &lead)
            || behind.task
            || behind.beyond
            || self.is_of_later(figure, quantity)
            || whole && self.is_whole_planned(quantity, &lead)
            || self.is_task_in_bracket(figure, quantity)
            || !figure.is_relative() && !paper && senses(Sense::Drawn).ends(&lead)
            || intent::is_planned(&lead)
            || self.is_set(figure, quantity, &lead);
        if target { Role::Target } else { Role::Actual }
    }

    /// Whether it is what must not be passed.
    fn is_limit(&self, figure: &Figure, quantity: &Quantity, lead: &[char]) -> bool {
        // 平均用时不到1天 tells how it was.
        let before = &self.passage.chars[quantity.extent.start..quantity.range.start];
        let bound = figure.qualifier == Qualifier::AtMost && !matches!(before, ['不', '到' | '足']);
        let lasts = figure.kind == Kind::Duration && !lead.ends_with(&['至']);
        // 败诉率控制在5%以内 tells how it was or is to be, 单次费用控制在3万元以内 what must not be passed.
        // 失业率3%，控制在4%以内: so it is beside how it was.
        let control = senses(Sense::Control);
        let kept = || control.is_in(lead) && (senses(Sense::Binding).is_in(lead) || control.begins(lead));
        bound && (lasts || kept())
    }

    /// Whether the words around it say that it was done.
    fn is_done(&self, figure: &Figure, lead: &[char]) -> bool {
        let chars = &self.passage.chars;
        let now = || self.own_period(figure).is_some_and(|period| matches!(period, ['目', '前']));
        // 在今年7项任务的基础上: that is what was done before.
        let circumstance = || {
            let behind = letters_of(chars, &figure.words.right);
            naming(Place::Circumstance).is_in(&behind)
        };
        senses(Sense::Done).is_in(lead) || is_actual(lead) || now() || circumstance()
    }

    /// The characters of the time it is said of, where its own sentence names that.
    fn own_period(&self, figure: &Figure) -> Option<&[char]> {
        let period = figure.period.as_ref().filter(|period| figure.sentence.contains(&period.start));
        period.map(|period| &self.passage.chars[period.clone()])
    }

    /// Whether it is said of a later year: but 2024年7月，向人大作了报告，指出97个问题, what was done since is told too.
    fn is_of_later(&self, figure: &Figure, quantity: &Quantity) -> bool {
        let since = |end: usize| self.passage.chars.get(end..quantity.extent.start);
        let done = |end: usize| since(end).is_some_and(|words| words.contains(&'了'));
        let period = figure.period.as_ref().filter(|period| figure.sentence.contains(&period.start));
        period.is_some_and(|period| self.is_later(period) && !done(period.end))
    }

    /// 是上年收入1.2亿元的92%: whether it was so a year before, of which a share is taken.
    fn is_year_before(&self, figure: &Figure) -> bool {
        self.own_period(figure).is_some_and(|period| matches!(period, ['上' | '去', '年', ..]))
    }

    /// 比年度目标5%低0.4个百分点, 比控制指标20万吨少2万吨: whether it is a task with which what was done is compared.
    fn is_compared_task(&self, quantity: &Quantity, lead: &[char]) -> bool {
        // 占比34%，低于规定的50%
        if let ['低' | '高', '于', standard @ .., '的'] = lead
            && naming(Place::Measure).ends(standard)
        {
            return true;
        }
        let task = matches!(lead.first(), Some('比' | '较')) && senses(Sense::Task).ends(lead);
        let lies = matches!(self.passage.chars.get(quantity.range.end), Some('高' | '低' | '多' | '少' | '快' | '慢'));
        task && lies
    }

    /// Whether it is said of the year reported on or one before it.
    fn is_of_past(&self, figure: &Figure) -> bool {
        let year = figure.period.as_ref().and_then(|period| self.year_of(period));
        year.is_some_and(|year| Some(year) <= self.piece.year)
    }

    /// Whether the whole of a share is what was planned: 完成预算48亿元的104%.
    fn is_whole_planned(&self, quantity: &Quantity, lead: &[char]) -> bool {
        // 占年度目标任务（390个）的40%
        let bracketed = || self.opens_bracket_behind(quantity, Sense::Budget);
        senses(Sense::Budget).ends(lead) || bracketed() || is_estimated(lead)
    }

    /// 超额完成省定任务（380辆）
    fn is_task_in_bracket(&self, figure: &Figure, quantity: &Quantity) -> bool {
        let task = || !figure.is_relative() && self.opens_bracket_behind(quantity, Sense::Task);
        // 高出省定目标(80%)6个百分点
        let aim = || figure.kind == Kind::Ratio && self.opens_bracket_behind(quantity, Sense::Aimed);
        self.passage.chars.get(quantity.range.end) == Some(&')') && (task() || aim())
    }

    /// Whether it stands first in a bracket right behind such words.
    fn opens_bracket_behind(&self, quantity: &Quantity, sense: Sense) -> bool {
        let before = &self.passage.chars[..quantity.extent.start];
        let Some((&'(', before)) = before.split_last() else { return false };
        senses(sense).ends(before)
    }

    /// Whether the words before a figure name a task without saying that it was done: 市下达新增就业任务, （任务120亩）.
    fn is_set(&self, figure: &Figure, quantity: &Quantity, lead: &[char]) -> bool {
        let Some(length) = senses(Sense::Task).tail(lead) else { return false };
        // 农田建设任务8万亩, 造林任务2万亩; 落实治理任务8万亩 was done.
        let acts = || {
            let name = figure.letters(&self.passage.chars);
            verbs().head(&name).is_some_and(|length| !senses(Sense::Task).is_at(&name, length))
        };
        let bare = || {
            let measured = figure.kind != Kind::Count || quantity.counts_people();
            measured && !senses(Sense::Reached).is_in(lead) && !acts()
        };
        (length == lead.len() || senses(Sense::Assigned).is_in(lead) || bare())
            && !quantity.is_counted_in(Measure::Task)
    }

    /// Whether a share of the quantity is told right behind it: 48亿元的104.6%, （48亿元）的104.6%.
    fn is_whole(&self, quantity: &Quantity) -> bool {
        let chars = &self.passage.chars;
        let at = quantity.range.end + usize::from(chars.get(quantity.range.end) == Some(&')'));
        chars.get(at) == Some(&'的') && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    }
}

/// Whether it is asked that a figure be no less: 持证率应不低于80%, 明确参训率不低于90%.
fn is_demanded(figure: &Figure, lead: &[char]) -> bool {
    let asks = matches!(lead, ['明', '确', ..] | ['要', '求', ..] | ['规', '定', ..]);
    figure.qualifier == Qualifier::AtLeast && (asks || matches!(lead.last(), Some('应' | '须')))
}

/// Whether the words before a figure say that it is not final: 预计, but not 占预计数.
pub fn is_estimated(lead: &[char]) -> bool {
    senses(Sense::Nearly).is_in(lead) || foreseen(lead).next().is_some()
}

/// Whether they say so of what follows too: not so 达到年度预计收入的80%.
pub(super) fn is_foreseen(lead: &[char]) -> bool {
    foreseen(lead).any(|end| !attributes().is_at(lead, end))
}

/// Where the words end that say that something is not final.
fn foreseen(lead: &[char]) -> impl Iterator<Item = usize> {
    let ends = |at: usize| senses(Sense::Estimate).at(lead, at).map(|length| at + length);
    (0..lead.len()).filter_map(ends).filter(|&end| !matches!(lead.get(end), Some('数' | '值')))
}

/// What stands behind a figure says of a task.
struct Behind {
    /// Whether the figure is a task.
    task: bool,
    /// Whether it is by how much a task was passed.
    beyond: bool,
}

impl Behind {
    /// What the words behind a figure say, of which `lead` are those before it.
    fn new(reader: &Reader, figure: &Figure, lead: &[char]) -> Self {
        const REACH: usize = 8;
        const NEAR: usize = 5;
        let chars = &reader.passage.chars;
        let quantity = reader.quantity(figure);
        let behind: Vec<char> = figure.words.right.iter().take(REACH).map(|&index| chars[index]).collect();
        let at = (0..behind.len().min(NEAR)).find(|&at| senses(Sense::Task).is_at(&behind, at));
        // 13800亩任务, 1.2万亩造林任务
        let measured = figure.kind != Kind::Count
            && !figure.is_relative()
            && at.is_some_and(|at| at == 0 || !predicate::does(&behind[..at], 0));
        let counted = || {
            let papers = quantity.is_counted_in(Measure::Paper) || quantity.is_counted_in(Measure::Task);
            at == Some(0) && !papers
        };
        let demanded = || senses(Sense::Demand).is_at(&behind, 1) && intent::is_planned(lead);
        let possessed = || behind.first() == Some(&'的') && (senses(Sense::Task).is_in(&behind) || demanded());
        // 距70%的标准还有差距: what a thing falls short of.
        let short = || falls_short(lead, &behind).is_some();
        // 超额完成40户改造任务
        let beyond = at.is_some() && senses(Sense::Beyond).ends(lead);
        Self { task: measured || counted() || possessed() || short(), beyond }
    }
}

/// Whether the words before a rate tell how it was.
fn is_measured(lead: &[char]) -> bool {
    // 优良比例, 占比 and 完成率 are names of a rate.
    let names = |at: usize| matches!(lead.get(at), Some('比' | '例' | '重' | '率' | '值'));
    // 超限率控制在0.6%以下: nor is 超限.
    let inside = |at: usize, length: usize| predicate::is_inside_word(lead, at, length);
    let tells = |at: usize| {
        senses(Sense::Measured).at(lead, at).is_some_and(|length| !names(at + length) && !inside(at, length))
    };
    // 为年度计划的40% tells what was done of it.
    let share = || {
        let plan = lead.strip_suffix(&['的']);
        plan.is_some_and(|plan| senses(Sense::Budget).ends(plan))
    };
    (0..lead.len()).any(|at| tells(at) && (at == 0 || lead[at - 1] != '占')) || share()
}

/// Whether the words begin with 实际 and are no name that does: 实际利用外资.
fn is_actual(lead: &[char]) -> bool {
    senses(Sense::Actually).begins(lead) && !names_use(lead)
}

/// Whether a name begins here that has 实际 in it: 实际利用外资, 实际使用外资.
pub fn names_use(lead: &[char]) -> bool {
    matches!(lead, ['实', '际', '利' | '使', '用', ..] | ['实', '际', '外' | '内', '资', ..])
}
