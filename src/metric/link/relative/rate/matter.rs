//! Whether a rate with a subject tells of a figure by what they are about: cases, works, money, or one thing.

use std::ops::ControlFlow::Break;

use super::Spoken;
use crate::language::{Measure, Sense, Tie, rates, senses, ties, verbs};
use crate::metric::link::kinship::{is_akin, is_rate};
use crate::metric::link::relative::{ASK_ON, Answer, Relative, tells_of_that};
use crate::report::{Kind, Relation};

/// A rate with a longer name tells of nothing that is not akin to it.
const LONG: usize = 5;

impl Relative<'_> {
    /// 审结案件4件31人，结案率100%: of the two it is the cases.
    pub(super) fn cases_of_pair(&self, whole: usize) -> Answer {
        let paired = whole > 0
            && self.figures[whole].words.joined
            && self.figures[whole - 1].kind == Kind::Count
            && is_rate(self.name)
            && self.is_of_cases_beside_people(whole);
        tells_of_that(paired.then(|| whole - 1))
    }

    /// 厂房12万平方米，入驻企业26家，使用率92%: what is used or lived in are the rooms that were told before those inside; where other things
    /// were, of which of them is not known.
    pub(super) fn filled(&self, nearest: usize) -> Answer {
        let inside = |other: usize| {
            let quantity = self.quantity(other);
            quantity.counts_people() || quantity.is_counted_in(Measure::Firm)
        };
        if !(is_rate(self.name) && ties(Tie::Filled).begins(self.name) && inside(nearest)) {
            return ASK_ON;
        }
        let room = |&other: &usize| {
            Measure::Room.has(self.quantity(other).unit.as_deref()) || ties(Tie::Room).ends(self.linker.name(other))
        };
        if self.sentence_before(nearest).next().is_none() {
            return ASK_ON;
        }
        Break(self.sentence_before(nearest).find(room).map(|room| (room, Relation::Attribute)))
    }

    /// 新增就业6500人，调解成功率70%: people are no cases.
    fn is_of_cases_beside_people(&self, whole: usize) -> bool {
        ties(Tie::Cases).begins(self.name) && self.of_people(whole)
    }

    /// 项目86个，总投资36亿元，开工率92%: it is projects that were begun.
    pub(super) fn works_with_money(&self, nearest: usize) -> Answer {
        let works = is_rate(self.name) && [Tie::Works, Tie::Cases].iter().any(|&of| ties(of).begins(self.name));
        if !works || self.figures[nearest].kind != Kind::Money {
            return ASK_ON;
        }
        let counted = |&other: &usize| matches!(self.figures[other].kind, Kind::Count | Kind::Area);
        tells_of_that(self.sentence_before(nearest).find(counted).map(|owner| self.whole_of_works(owner)))
    }

    /// 成功调处83件，涉及金额126万元，调解成功率97.6%: the money is not what succeeded.
    pub(super) fn deed_before_money(&self, nearest: usize) -> Answer {
        let amount = matches!(self.figures[nearest].kind, Kind::Money | Kind::Area);
        let Some((owner, Relation::Attribute)) = self.figures[nearest].link else { return ASK_ON };
        if !(amount && is_rate(self.name) && !self.is_akin(nearest) && self.is_akin(owner)) {
            return ASK_ON;
        }
        if !self.is_about(owner) && self.between(owner, self.index).contains(&';') {
            return ASK_ON;
        }
        let part = self.figures[owner].link.filter(|link| link.1 == Relation::Part);
        tells_of_that(Some(part.map_or(owner, |link| link.0)))
    }

    /// Whether a rate is one of money: 资金节约率.
    pub(super) fn is_of_money(&self) -> bool {
        senses(Sense::Money).begins(self.name)
    }

    /// 交易额38亿元，节约资金2亿元，增值3亿元，资金节约率5%: of several amounts it is the one whose name it shares.
    pub(super) fn of_money(&self, spoken: Spoken) -> Answer {
        if !is_rate(self.name) || !self.is_of_money() || self.is_other_matter(spoken) {
            return ASK_ON;
        }
        let amounts = || self.sentence_before(self.index).filter(|&other| self.figures[other].kind == Kind::Money);
        // 争取债券28亿元，支持项目35个，支出进度98%: things are not paid out.
        let only = || amounts().next().filter(|_| amounts().nth(1).is_none());
        let amount = amounts().find(|&other| self.shares_thing(other)).or_else(only);
        if amount.is_none() && self.figures[spoken.nearest].kind != Kind::Money {
            return ASK_ON;
        }
        Break(amount.map(|whole| (whole, Relation::Attribute)))
    }

    /// 发放补贴126万元；公租房分配率98%，租金收缴率91%: whether it is another matter, behind a semicolon.
    fn is_other_matter(&self, spoken: Spoken) -> bool {
        let Spoken { nearest, whole } = spoken;
        self.between(nearest, self.index).contains(&';') && !self.is_about(nearest) && !self.is_about(whole)
    }

    /// Whether what a rate is of is akin to the name of a figure.
    fn is_about(&self, other: usize) -> bool {
        is_akin(self.thing(), self.name(other))
    }

    /// 化解纠纷86件；信访事项一次性化解率94%: the verb of the rate is not enough.
    fn thing(&self) -> &[char] {
        const VERB: usize = 3;
        let name = self.name;
        if name.len() <= LONG {
            return name;
        }
        let does = |&at: &usize| rates().at(name, at).or(verbs().at(name, at)).is_some_and(|length| length > 1);
        let end = (2..name.len()).find(does).unwrap_or(name.len());
        &name[..end.min(name.len() - VERB)]
    }

    /// 新增就业2200人，登记失业率4%: whether a rate is a general one.
    fn is_general(&self) -> bool {
        ties(Tie::General).ends(self.name)
    }

    /// Whether the name of the rate is akin to that of a figure, of which it may be the rate.
    fn shares_thing(&self, other: usize) -> bool {
        // 净资产21亿元，资产负债率65%: what is left of the whole has no rate of all.
        let owned = |name: &[char]| name.first() == Some(&'净') || name.ends_with(&['权', '益']);
        self.is_akin(other) && !(self.is_general() && owned(self.name(other)))
    }

    /// Whether a rate tells of what stands before it.
    pub(super) fn fits(&self, spoken: Spoken) -> bool {
        // 新增绿地5公顷，绿化覆盖率42%: nothing was done to an area whose rate that is.
        let measures = matches!(self.figures[spoken.nearest].kind, Kind::Area | Kind::Length);
        let alike = || if measures { self.shares_measure(spoken.nearest) } else { self.shares_matter(spoken) };
        is_rate(self.name) && !self.figure.is_borrowed() && !self.is_none_of(spoken.nearest) && alike()
    }

    /// Whether a rate can be none of such a figure, whatever they are about.
    fn is_none_of(&self, nearest: usize) -> bool {
        const LONGEST: usize = 10;
        let figure = &self.figures[nearest];
        let long = self.name.len() > LONG;
        // 再就业86人；毕业生就业率93%: behind a semicolon a longer name tells of what is its own.
        let apart = || self.between(nearest, self.index).contains(&';') && !self.name.starts_with(self.name(nearest));
        // 轮训60学时: nothing is a share of hours, as it may be of days.
        let hours = || self.quantity(nearest).unit.as_deref() != Some("天") && !self.shares_thing(nearest);
        // 开办平均用时0.5天，网办率93%: nor of how long something takes.
        let took = || {
            let name = self.linker.name(nearest);
            matches!(name, [.., '用', '时'] | [.., '时', '限' | '间' | '长'])
        };
        // 98个贫困村退出，贫困发生率1%: how often something happens is told of all.
        self.name.ends_with(&['发', '生', '率'])
            || self.name.len() > LONGEST
            || long && (apart() || self.is_listed(nearest))
            || matches!(figure.kind, Kind::Index | Kind::Score)
            || figure.kind == Kind::Duration && (hours() || took())
    }

    /// 流转土地26.8万亩，流转率52.6%
    fn shares_measure(&self, nearest: usize) -> bool {
        let stem = &self.name[..self.name.len() - 1];
        self.name(nearest).windows(stem.len().max(1)).any(|part| part == stem)
    }

    /// Whether a rate is of what was done, or akin to it.
    fn shares_matter(&self, spoken: Spoken) -> bool {
        let Spoken { nearest, whole } = spoken;
        let does = || verbs().begins(self.name) || rates().begins(self.name);
        let process = || does() && !self.is_of_cases_beside_people(whole);
        let short = self.name.len() <= LONG;
        !self.is_other_matter(spoken)
            && (short && process() && !self.is_general() && !self.is_broken(nearest)
                || self.shares_thing(whole)
                || self.shares_thing(nearest))
    }

    /// 新增就业6500人以上，调解成功率70%，仲裁结案率95%: what the rate before it is none of, it is none of either.
    fn is_broken(&self, nearest: usize) -> bool {
        (nearest + 1..self.index).any(|other| {
            let figure = &self.figures[other];
            let another = figure.quantity != self.figure.quantity && figure.kind == Kind::Ratio;
            another && is_rate(self.name(other)) && figure.link.is_none()
        })
    }
}
