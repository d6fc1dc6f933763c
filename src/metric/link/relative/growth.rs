//! Of which figure a growth tells: 同比增长8%.

use std::ops::ControlFlow::Break;

use super::wording::{is_bare_relative, relative_length};
use super::{ASK_ON, Answer, NOTHING, Relative, tells_of_that};
use crate::language::{Sense, senses};
use crate::metric::clause;
use crate::metric::figure::direction;
use crate::metric::link::kinship::{is_number_of, is_rate, shares_pair, tells_of};
use crate::metric::link::{Link, Linker};
use crate::report::{Kind, Relation};

impl Relative<'_> {
    /// A growth without a subject, right behind what it can only be told of.
    pub(super) fn growth_beside(&self) -> Answer {
        let Some(before) = self.beside().filter(|_| self.bare) else { return ASK_ON };
        let figure = &self.figures[before];
        // 增加8件，增长44.4%: the growth is of what increased.
        if figure.increment {
            return Break(figure.link.or(Some((before, Relation::Attribute))));
        }
        // 班车通村率88%，同比增长1.6%: a rate that stands for itself grew.
        // 增长面达到58%，提高补助标准10%: but not where something else is named that was raised.
        let object = direction::changes_object(self.name).is_some();
        let rate = !object && figure.kind == Kind::Ratio && figure.link.is_none() && is_rate(self.name(before));
        tells_of_that(rate.then_some(before))
    }

    /// 信访96批186人次，批次下降12%，人次下降21%: what is called by its measure word is that of the two.
    pub(super) fn called_by_unit(&self, nearest: usize) -> Answer {
        if self.figure.kind != Kind::Growth {
            return ASK_ON;
        }
        let subject = self.subject(self.index);
        // 火灾86起，死亡2人，损失60万元，起数下降12%
        if let Some(counted) = subject.strip_suffix(&['数']).filter(|counted| counted.len() < 3) {
            let counts = |&other: &usize| self.in_sentence(other) && self.unit_of(other) == counted;
            let amount = |&other: &usize| !self.figures[other].is_relative();
            return tells_of_that(Linker::before(self.index).filter(amount).find(counts));
        }
        let Some(before) = nearest.checked_sub(1) else { return ASK_ON };
        if !self.figures[nearest].words.joined || !self.in_sentence(nearest) {
            return ASK_ON;
        }
        let called = |&other: &usize| {
            let unit = self.unit_of(other);
            !unit.is_empty() && subject.ends_with(&unit)
                || subject.strip_suffix(&['次']).is_some_and(|kept| kept.ends_with(&unit))
        };
        // 来访312批863人次，其中集体访12批326人次，批次下降18%: all of them fell.
        let all =
            |one: usize| self.figures[one].link.filter(|link| link.1 == Relation::Part).map_or(one, |link| link.0);
        tells_of_that([nearest, before].into_iter().find(called).map(all))
    }

    /// The characters of the unit of a figure.
    fn unit_of(&self, other: usize) -> Vec<char> {
        self.quantity(other).unit.as_deref().unwrap_or_default().chars().collect()
    }

    /// Whether a growth is of the nearest figure; `bare` is whether it has no subject.
    pub(super) fn growth(&self, nearest: usize, bare: bool) -> Answer {
        self.growth_of_object(nearest)?;
        self.growth_of_subject()?;
        self.growth_of_number(nearest)?;
        self.again(nearest, bare)
    }

    /// 下放审批事项30项，压减申请材料40%: where what changed stands behind the verb, it is told of nothing else.
    fn growth_of_object(&self, nearest: usize) -> Answer {
        if direction::changes_object(self.name).is_none() {
            return ASK_ON;
        }
        let verb = senses(Sense::Amount).head(self.name).unwrap_or(0);
        let alike = self.name.get(verb..).is_some_and(|object| tells_of(object, self.name(nearest)));
        if alike { ASK_ON } else { NOTHING }
    }

    /// 案件98件，罚款42万元，同比案件数增长12.6%: the subject stands behind 同比.
    fn growth_of_subject(&self) -> Answer {
        // 居民消费价格 does not begin with 居.
        let behind = &self.name[relative_length(self.name)..];
        let changes = |&at: &usize| senses(Sense::Up).at(behind, at).or(senses(Sense::Down).at(behind, at)).is_some();
        if behind.len() == self.name.len() {
            return ASK_ON;
        }
        let Some(end) = (2..behind.len()).find(changes) else { return ASK_ON };
        let named =
            |&other: &usize| !self.figures[other].is_relative() && shares_pair(&behind[..end], self.name(other));
        tells_of_that(self.sentence_before(self.index).find(named))
    }

    /// 办理案件296件，罚款80万元，案件数下降14%: it is the number of what was told farther off.
    fn growth_of_number(&self, nearest: usize) -> Answer {
        let counted = |&other: &usize| is_number_of(self.name, self.name(other)) && !self.figures[other].is_relative();
        if counted(&nearest) {
            return ASK_ON;
        }
        let all = |other: usize| {
            self.figures[other].link.filter(|link| link.1 == Relation::Part).map_or(other, |link| link.0)
        };
        tells_of_that(self.sentence_before(nearest).find(counted).map(all))
    }

    /// Whether what changed is the nearest figure: one without a subject, or whose subject is called again.
    pub(super) fn again(&self, nearest: usize, bare: bool) -> Answer {
        // 存款余额386亿元，余额同比增长8%
        let subject = self.subject(self.index);
        let again = subject.len() > 1 && self.name(nearest).ends_with(subject);
        // 火灾3起，其中一般火灾1起，火灾次数上升50%: all of them rose.
        let number = is_number_of(self.name, self.name(nearest));
        let all = self.figures[nearest].link.filter(|link| number && link.1 == Relation::Part);
        let nearest = all.map_or(nearest, |link| link.0);
        tells_of_that((bare || again || number).then_some(nearest))
    }
}

impl Linker<'_> {
    /// `税收增长3.2%，其中工业税收增长6.5%`: how a part grew is part of how all of it grew.
    pub(in crate::metric::link) fn growth_among(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let grew = |other: usize| {
            let figure = &self.figures[other];
            figure.kind == Kind::Growth && !figure.increment && !is_bare_relative(self.name(other))
        };
        let start = self.quantity(index).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        let opened = self.opening(figure.sentence.start..start, bracket.as_ref()).filter(|_| grew(index))?;
        let all = |&other: &usize| self.quantity(other).range.end <= opened;
        let whole =
            self.in_sentence_before(index).filter(all).find(|&other| self.figures[other].kind == Kind::Growth)?;
        let stands = grew(whole) && self.figures[whole].link.is_none();
        let akin = shares_pair(self.subject(index), self.subject(whole));
        let apart = self.passage.chars[opened..start].contains(&';');
        (stands && akin && !apart).then_some((whole, Relation::Part))
    }

    /// Whether a growth is the mean of some years, told behind that of the year: 增长8.4%，两年平均增长5.9%.
    pub(in crate::metric) fn is_mean_growth(&self, index: usize) -> bool {
        let mean = matches!(self.name(index), [_, '年', '平' | '年', '均', ..]);
        let grew = |before: usize| {
            self.figures[before].kind == Kind::Growth && self.figures[before].sentence == self.figures[index].sentence
        };
        mean && self.figures[index].kind == Kind::Growth && index.checked_sub(1).is_some_and(grew)
    }
}
