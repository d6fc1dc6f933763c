//! Of which of the figures before it a rate tells: of the whole rather than of what was done with it.

use crate::language::Measure;
use crate::metric::link::kinship::is_rate;
use crate::metric::link::relative::{ASK_ON, Answer, NOTHING, Relative, tells_of_that};
use crate::report::{Kind, LinkRule, Relation};

impl Relative<'_> {
    /// 处置土地21宗1106亩，处置率76.2%: of two numbers of one thing it is told of the first.
    pub(super) fn first_of_pair(&self, nearest: usize) -> usize {
        let figure = &self.figures[nearest];
        if !(figure.words.joined && figure.link_rule == Some(LinkRule::Joined) && is_rate(self.name)) {
            return nearest;
        }
        // 培训12期1360人次，持证率100%: not so of people and money, unless cases are counted before them.
        let apart = self.of_people(nearest) || figure.kind == Kind::Money;
        let cases = |first: usize| {
            let first = self.quantity(first);
            first.is_counted_in(Measure::Case) || first.is_counted_in(Measure::Batch)
        };
        figure.link.filter(|link| !apart || cases(link.0)).map_or(nearest, |link| link.0)
    }

    /// 应修复67座，已修复61座，面积1800亩，修复率91%: what was done bears the name of the rate.
    pub(super) fn done_by_name(&self) -> Answer {
        let Some(stem) = self.name.strip_suffix(&['率']) else { return ASK_ON };
        let done = self
            .sentence_before(self.index)
            .find(|&other| self.figures[other].kind != Kind::Money && self.name(other) == stem);
        match done.and_then(|done| self.figures[done].link) {
            Some((whole, Relation::Part)) => tells_of_that(Some(whole)),
            _ => ASK_ON,
        }
    }

    /// 直接结算2万人次，结算金额1亿元，直接结算率83%: so does what it is counted of, though money stands between.
    pub(super) fn counted_by_name(&self, nearest: usize) -> Answer {
        let stem = self.name.strip_suffix(&['率']).filter(|stem| stem.len() > 2);
        let Some(stem) = stem.filter(|_| self.figures[nearest].kind == Kind::Money) else { return ASK_ON };
        let counted = |&other: &usize| self.figures[other].kind == Kind::Count && self.name(other).ends_with(stem);
        tells_of_that(self.sentence_before(nearest).find(counted))
    }

    /// 抽检2416批次，不合格食品处置率100%: what is not so is only a part of them.
    pub(super) fn negated(&self, nearest: usize) -> Answer {
        let negated = self.name.len() > 2 && matches!(self.name[0], '不' | '未');
        let named = || self.name(nearest).windows(2).any(|pair| *pair == self.name[..2]);
        if !negated {
            return ASK_ON;
        }
        if !named() {
            return NOTHING;
        }
        // 不合格23批次，不合格食品处置率100% is of those 23, but 不合格率2.7% is not.
        let stem = &self.name[..self.name.len() - 1];
        let own = is_rate(self.name) && !self.linker.name(nearest).windows(stem.len()).any(|part| part == stem);
        tells_of_that(Some(nearest).filter(|_| own))
    }

    /// 清运垃圾9.86万吨，日均处理270吨，无害化处理率100%: a mean is not what a rate tells of, but all of which it is one.
    /// Nothing where all of it is not told.
    pub(super) fn without_mean(&self, nearest: usize) -> Option<usize> {
        if !is_rate(self.name) || !is_mean(self.name(nearest)) {
            return Some(nearest);
        }
        self.sentence_before(nearest)
            .filter(|&other| !self.figures[other].is_relative() && !is_mean(self.name(other)))
            .find(|&other| self.same_unit(other, nearest) || self.is_akin(other))
            // 人均转移净收入5296元，增长7.5%，占比20%
            .or(Some(nearest).filter(|_| self.is_share()))
    }

    /// 接收163人，其中自主就业151人，安置到甲9人、乙3人，安置率100%: what is no part of all tells nothing of it.
    pub(super) fn all_of_list(&self, nearest: usize) -> usize {
        let listed = self.figures[nearest].link.is_none() && self.is_listed(nearest);
        if !listed || self.is_akin(nearest) {
            return nearest;
        }
        let part = |other: usize| self.figures[other].link.filter(|link| link.1 == Relation::Part);
        let among = self.sentence_before(nearest).find_map(part);
        among.filter(|link| self.same_unit(link.0, nearest)).map_or(nearest, |link| link.0)
    }

    /// `其中合同7件，全部按时备案，备案率100%`: whether the words behind a part say that something was done with all of those.
    pub(super) fn is_all_of_part(&self, nearest: usize) -> bool {
        let all = |letters: &[char]| matches!(letters, [',', '全', '部', ..] | [',', '均' | '都', ..]);
        let part = self.figures[nearest].link.is_some_and(|link| link.1 == Relation::Part);
        part && all(self.between(nearest, self.index))
    }

    /// A rate speaks of the whole rather than of the part before it: 受理22件，办结22件，办结率100%.
    pub(super) fn whole_of_rate(&self, nearest: usize) -> usize {
        // 签约18万人，签约率46%，其中重点人群签约11万人，签约率82%: of the whole it was told before.
        let again = |whole: usize| {
            let of_whole = |other: usize| self.figures[other].link == Some((whole, Relation::Attribute));
            (whole..nearest).any(|other| of_whole(other) && self.name(other) == self.name)
        };
        match self.figures[nearest].link {
            // 安排12.6亿元，已下达12.5亿元，下达率99.2%: of money it tells of what was done.
            _ if self.figures[nearest].kind == Kind::Money && self.name.starts_with(self.name(nearest)) => nearest,
            Some((whole, Relation::Part)) if is_rate(self.name) && !again(whole) => whole,
            _ => nearest,
        }
    }

    /// The whole of the works that were begun: what they are a part of, unless it is they that the rate names.
    pub(super) fn whole_of_works(&self, owner: usize) -> usize {
        let part = self.figures[owner].link.filter(|link| link.1 == Relation::Part && !self.is_akin(owner));
        part.map_or_else(|| self.whole_of_list(owner, self.index), |link| link.0)
    }
}

/// Whether a name is that of a mean: 日均处理.
fn is_mean(name: &[char]) -> bool {
    // 床位2340张，每千名老人拥有30张，护理型床位占比41%: nor is a mean what a rate tells of.
    let each = matches!(name, ['每', '百' | '千' | '万', ..]);
    each || name.windows(2).any(|pair| matches!(pair, ['日' | '月' | '年' | '人' | '户' | '亩', '均']))
}
