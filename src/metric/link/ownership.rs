//! `10件12人`: a second measure that tells of the first; and what is asked of figures before one may belong to another.

use super::{Link, Linker};
use crate::language::{Measure, Place, Tie, attributes, measures, naming, ties, verbs};
use crate::metric::together::sharing::is_share_of_task;
use crate::report::{Kind, NameRule, Relation, Role};

impl Linker<'_> {
    /// `10件12人`: the second tells of the first.
    pub(super) fn joined(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let before = index.checked_sub(1)?;
        let apart = !self.same_unit(before, index) && self.figures[before].quantity != figure.quantity;
        // 2000户果农、22000亩果园 stand side by side.
        let listed = self.is_listed(index);
        let measured = !listed
            && figure.words.follows
            && self.figures[before].kind == Kind::Count
            && matches!(
                figure.kind,
                Kind::Money | Kind::Area | Kind::Length | Kind::Mass | Kind::Volume | Kind::Energy | Kind::Power
            );
        // 辖5镇3乡: nor do towns tell of one another.
        let own = figure.name_rule == NameRule::Respectively || self.quantity(before).counts_places();
        // 低保对象126户，285人
        let unit = |index: usize| self.quantity(index).unit.as_deref();
        let measured = measured
            || figure.is_borrowed()
                && figure.words.left.is_empty()
                && unit(before) == Some("户")
                && matches!(unit(index), Some("人" | "名"));
        let joined =
            (figure.words.joined || measured) && apart && !own && self.figures[before].sentence == figure.sentence;
        // 301户611人，其中173户349人: of two numbers the second is part of the second.
        if joined
            && let Some((whole, Relation::Part)) = self.figures[before].link
            && let Some(second) = self.figures.get(whole + 1).filter(|second| second.words.joined && whole + 1 < before)
            && self.same_unit(whole + 1, index)
            && second.role == figure.role
            && self.value(whole + 1) >= self.value(index)
        {
            return Some((whole + 1, Relation::Part));
        }
        joined.then_some((before, Relation::Attribute))
    }

    /// Whether a figure is a later member of a list: nothing but 、 and its own words stand between it and the one before.
    pub(super) fn is_listed(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let (start, end) = (self.quantity(before).range.end, self.quantity(index).range.start);
        let between = self.passage.chars.get(start..end).unwrap_or_default();
        between.contains(&'、') && !between.contains(&',') && !between.contains(&';')
    }

    /// Whether a figure tells the one before it again in other money or another measure.
    pub(super) fn is_converted(&self, index: usize) -> bool {
        ties(Tie::Converted).is_in(self.name(index))
    }

    /// Whether a figure is that of which a share was done: 占年度任务4.5万亩的53.3%.
    pub(super) fn is_shared(&self, index: usize) -> bool {
        self.figures[index].role == Role::Target
            && self.figures.get(index + 1).is_some_and(|next| next.kind == Kind::Ratio)
            && is_share_of_task(self.between(index, index + 1))
    }

    /// Whether what is told by a figure can be told of another: no area of persons or of a way, no loss of those whom it hit, and no money
    /// of the last of several things that were done.
    pub(super) fn may_own(&self, owner: usize, index: usize) -> bool {
        let (figure, name) = (&self.figures[index], self.name(index));
        let unit: Vec<char> = self.quantity(owner).unit.as_deref().unwrap_or_default().chars().collect();
        let persons = self.counts_persons(owner);
        let area = figure.kind == Kind::Area;
        // 硬化道路5公里，投资46万元新建广场2个: it paid for what follows.
        let end = self.quantity(index).extent.end;
        let spent = figure.kind == Kind::Money
            && verbs().is_compound_at(&self.passage.chars, end)
            && self.figures.get(index + 1).is_some_and(|next| next.sentence == figure.sentence);
        // 新建水闸41座，新建桥6座，完成投资860万元: it is no part of a project's own words for which of them.
        let several = figure.kind == Kind::Money
            && !ties(Tie::Project).ends(self.name(owner))
            && without_doing(name).len() < name.len()
            && self.figures[owner].link.is_none()
            && Self::before(owner).find(|&before| !self.figures[before].is_relative()).is_some_and(|before| {
                // 车程缩短到18分钟；改造公路36公里，完成投资1.2亿元
                let apart = self.between(before, owner).contains(&';');
                let before = &self.figures[before];
                let other = before.role == Role::Actual;
                before.sentence == figure.sentence && before.link.is_none() && other && !apart
            });
        // 人口78万，面积2034平方公里: nor of people that are counted without a measure word.
        let kinds = !area || self.figures[owner].kind == Kind::Count && !persons && !unit.is_empty();
        // 发布信息2459条，粉丝8.6万人，阅读量126万次: messages have no followers, and followers are not what is read.
        let followers =
            ties(Tie::Followers).begins(name) && (measures(Measure::Message).is(&unit) || unit.last() == Some(&'次'));
        let read = persons && figure.kind == Kind::Count && name.ends_with(&['量']);
        // 卫生院1所、卫生室21个，床位86张: of which of them is not told.
        let listed = self.figures[owner].link.is_none()
            && self.figures[owner].kind == Kind::Count
            && figure.kind == Kind::Count
            && self.is_listed(owner)
            && !self.is_listed(index);
        // 集装箱吞吐量340万标箱，实现利润6亿元: nor is there money of an output that is counted.
        let output = figure.kind == Kind::Money && self.name(owner).ends_with(&['量']);
        // 每个社区不少于5名，现有人数为68人: people have no number of people.
        let number = persons && name.ends_with(&['人', '数']);
        kinds && !(number || output || spent || several || followers || read || listed)
    }

    /// Whether a figure counts people, not households.
    pub(super) fn counts_persons(&self, index: usize) -> bool {
        let quantity = self.quantity(index);
        quantity.counts_people() && quantity.unit.as_deref().is_some_and(|unit| !unit.starts_with('户'))
    }
}

/// Whether a name is what is told about things counted: 总投资, with a word before it or not: 估算总投资, 合同金额.
pub(super) fn is_attribute(name: &[char]) -> bool {
    let plain = |name: &[char]| attributes().is(name);
    // 涉及财政资金: so it is with a word between.
    let involved = name.starts_with(&['涉', '及']) && attributes().ends(name);
    plain(name) || involved || ties(Tie::Modifying).head(name).is_some_and(|length| plain(&name[length..]))
}

/// 累计完成投资, 实现增加值: a name without the words at its head that say it was done.
pub(super) fn without_doing(name: &[char]) -> &[char] {
    let altogether = naming(Place::Altogether).head(name).unwrap_or(0);
    let done = ties(Tie::Done).at(name, altogether).unwrap_or(0);
    if done > 0 { &name[altogether + done..] } else { name }
}
