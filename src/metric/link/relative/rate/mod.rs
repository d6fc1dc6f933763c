//! Of what a rate in percent tells something, if it does not say itself.

mod apart;
mod matter;
mod whole;

use std::ops::ControlFlow::Break;

use super::{ASK_ON, Answer, NOTHING, Relative, tells_of_that};
use crate::language::{Tie, ties};
use crate::metric::figure::Figure;
use crate::metric::link::kinship::{is_akin, is_rate};
use crate::report::{Kind, NameRule, Qualifier, Relation};

/// Of what a rate may tell.
#[derive(Clone, Copy)]
struct Spoken {
    /// The figure that stands nearest.
    nearest: usize,
    /// What that is a part of, if the rate tells of all of it, or else itself.
    whole: usize,
}

impl Relative<'_> {
    /// What a rate belongs to, of which `nearest` stands before it in its sentence; `bare` is whether it has no subject, `share`
    /// whether it is a share of that.
    pub(super) fn rate(&self, nearest: usize, bare: bool, share: bool) -> Answer {
        self.rate_beside(nearest)?;
        let nearest = self.before_score(nearest);
        let nearest = self.first_of_pair(nearest);
        self.done_by_name()?;
        self.counted_by_name(nearest)?;
        self.negated(nearest)?;
        let Some(nearest) = self.without_mean(nearest) else { return NOTHING };
        let nearest = self.all_of_list(nearest);
        let whole = if self.is_all_of_part(nearest) { nearest } else { self.whole_of_rate(nearest) };
        let spoken = Spoken { nearest, whole };
        if !bare && self.is_apart_from(nearest) || self.is_told_of_all(spoken.whole) {
            return NOTHING;
        }
        if bare {
            let group = if share { self.group_before(nearest).unwrap_or(nearest) } else { spoken.whole };
            return tells_of_that(Some(group));
        }
        self.share_by_name(nearest)?;
        self.share_beside_number(nearest)?;
        self.share_of_total(nearest)?;
        if self.is_aim_by_itself(spoken) {
            return NOTHING;
        }
        self.cases_of_pair(spoken.whole)?;
        self.filled(nearest)?;
        self.works_with_money(nearest)?;
        self.deed_before_money(nearest)?;
        self.of_money(spoken)?;
        tells_of_that(self.fits(spoken).then_some(spoken.whole))
    }

    /// Whether the name of the rate is akin to that of another figure.
    fn is_akin(&self, other: usize) -> bool {
        is_akin(self.name, self.name(other))
    }

    /// 办结率100%、满意率98%: a rate beside another is of the same.
    fn rate_beside(&self, nearest: usize) -> Answer {
        // 即办率45%，网办率100%: so it is where nothing else stands between.
        const SHORT: usize = 3;
        let Some(before) = self.index.checked_sub(1) else { return ASK_ON };
        let alone = self.name.len() <= SHORT && self.figure.words.left.len() == self.name.len();
        let listed = || self.is_listed(self.index) || alone && is_rate(self.name(before));
        let of_money = || self.figures[nearest].kind == Kind::Money && self.is_of_money();
        if self.figures[before].kind == Kind::Ratio && listed() && is_rate(self.name) && !of_money() {
            return match self.figures[before].link {
                Some(link @ (_, Relation::Attribute)) => Break(Some(link)),
                _ => ASK_ON,
            };
        }
        ASK_ON
    }

    /// 有5个单位发布信息不足20条，占比13.5%: the share is of those of whom that is told.
    fn group_before(&self, nearest: usize) -> Option<usize> {
        let bound = self.quantity(nearest).qualifier != Qualifier::Exact;
        let counts = |&group: &usize| {
            let group = &self.figures[group];
            group.kind == Kind::Count && group.sentence == self.figure.sentence && group.name_rule == NameRule::Behind
        };
        nearest.checked_sub(1).filter(|_| bound && self.figures[nearest].words.follows).filter(counts)
    }

    /// 出租车总数达860辆，新能源占比75%: right behind all that there are it is a share of them.
    fn share_of_total(&self, nearest: usize) -> Answer {
        let other = self.linker.name(nearest);
        let total = self.figures[nearest].kind == Kind::Count && ties(Tie::Summed).ends(other);
        let share = self.name.ends_with(&['占', '比']) && nearest + 1 == self.index;
        tells_of_that(Some(nearest).filter(|_| total && share && !self.between(nearest, self.index).contains(&';')))
    }

    /// 办理业务18.6万笔，网上办占58%: right behind what was counted, some are a share of it; so are the next, as in 男性占52%，女性占48%.
    fn share_beside_number(&self, nearest: usize) -> Answer {
        let some =
            |figure: &Figure| figure.kind == Kind::Ratio && figure.lead.ends_with(&['占']) && figure.name.len() > 1;
        let adjoins = |before: usize| matches!(self.between(before, self.index), [',' | '、', words @ ..] if !words.contains(&',') && !words.contains(&';'));
        let Some(before) = self.index.checked_sub(1).filter(|&before| some(self.figure) && adjoins(before)) else {
            return ASK_ON;
        };
        if some(&self.figures[before]) {
            return tells_of_that(self.figures[before].link.filter(|link| link.0 == nearest).map(|link| link.0));
        }
        // 资金缺口3亿元，老旧设备占三成; 耕地60万亩，第一产业占12%: neither money nor land has such a share.
        let stands = self.figures[nearest].kind == Kind::Count && self.figures[nearest].link.is_none();
        tells_of_that(Some(nearest).filter(|_| before == nearest && stands))
    }

    /// 干部143名，平均分94分，及格率100%: a rate is of those who were marked.
    fn before_score(&self, nearest: usize) -> usize {
        let scored = |&other: &usize| self.figures[other].kind != Kind::Score;
        let marked = || self.sentence_before(nearest).filter(|&other| !self.figures[other].is_relative()).find(scored);
        if scored(&nearest) { nearest } else { marked().unwrap_or(nearest) }
    }

    /// 完成非税收入3亿元，非税收入占财政总收入比重为46%
    fn share_by_name(&self, nearest: usize) -> Answer {
        let owner = self.name.iter().position(|&letter| letter == '占').filter(|&at| at > 1);
        tells_of_that(owner.filter(|&at| self.name(nearest).ends_with(&self.name[..at])).map(|_| nearest))
    }
}
