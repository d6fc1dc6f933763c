//! What a place among others is the place of.

use super::{Link, Linker};
use crate::language::{Cue, Tie, attributes, cues, ties};
use crate::metric::link::kinship::is_rate;
use crate::report::{Kind, NameRule, Relation, Role};

impl Linker<'_> {
    /// What a rank is told of; the outer nothing where its words do not say that it is a place.
    pub(super) fn placed(&self, index: usize) -> Option<Option<Link>> {
        let figure = &self.figures[index];
        let name = self.name(index);
        // 标准17项、认证企业数居全省第一: what has a name of its own is ranked.
        const LONG: usize = 6;
        let own = name.len() > LONG && !is_place(name) && self.is_listed(index);
        if figure.words.follows && !own {
            let before = index.checked_sub(1).filter(|&before| self.figures[before].role != Role::Baseline);
            let Some(before) = before else { return Some(None) };
            // 位列全省第6、全市第1, 总量和增速分别居全省第2位和第4位: both are places of one thing.
            let each = figure.name_rule == NameRule::Respectively;
            if self.figures[before].kind == Kind::Rank && (each || self.is_listed(index)) {
                return Some(self.figures[before].link);
            }
            let told = Self::before(before)
                .take_while(|&other| self.figures[other].sentence == figure.sentence)
                .find(|&other| {
                    // 满意率97.3%，位列全县36个部门第3: a rate is ranked as well.
                    let stands = !self.figures[other].is_relative() || is_rate(self.name(other));
                    stands && !self.is_ranked_among(other)
                })
                .filter(|&other| self.figures[other].kind != Kind::Count)
                .filter(|_| self.is_ranked_among(before) && is_place(name));
            return Some(Some((told.unwrap_or(before), Relation::Attribute)));
        }
        if !is_place(name) {
            return None;
        }
        // 固定资产投资增长6%，居全省第4位: where no amount is told it is the growth that is ranked.
        let all = || self.in_sentence_before(index);
        let among = |&other: &usize| self.is_ranked_among(other);
        // 产值86亿元；增加值增长9%，居全省第1位: behind a semicolon it is what is told there.
        let near = |other: &usize| !self.between(*other, index).contains(&';');
        // 名次前进12位，列全省第86名: by how many places it moved has no place.
        let moved = |other: usize| self.figures[other].kind == Kind::Count && self.figures[other].direction.is_some();
        let kinds = |other: &usize| !matches!(self.figures[*other].kind, Kind::Points | Kind::Rank) && !moved(*other);
        let mean = |other: &usize| self.is_mean_growth(*other);
        let told = all().take_while(near).filter(|other| !among(other) && !mean(other)).find(kinds);
        let rated = |told: usize| self.figures[told].kind == Kind::Ratio && self.figures[told].link.is_none();
        if let Some(told) = told.filter(|&told| self.figures[told].kind == Kind::Growth || rated(told)) {
            return Some(Some((self.figures[told].link.map_or(told, |link| link.0), Relation::Attribute)));
        }
        let ranked = all()
            .filter(|other| !among(other))
            .find(|&other| {
                !matches!(self.figures[other].kind, Kind::Growth | Kind::Points | Kind::Rank) && !moved(other)
            })
            .or_else(|| all().find(|&other| self.figures[other].kind == Kind::Growth));
        let Some(ranked) = ranked else { return Some(None) };
        // 完成任务的113.7%，居全市第2位: the place is of what was done. 核销率91%，居全省第2 tells the place of the rate.
        let rate = self.name(ranked);
        let own = is_rate(rate) && !rate.windows(2).any(|pair| pair == ['完', '成']);
        let told = self.figures[ranked].is_relative() && !own;
        let whole = self.figures[ranked].link.filter(|_| told).map_or(ranked, |link| link.0);
        Some(Some((whole, Relation::Attribute)))
    }

    /// Whether a figure counts those among whom something is ranked right behind it: 全市20个区县排名第4.
    pub(super) fn is_ranked_among(&self, index: usize) -> bool {
        let next = self.figures.get(index + 1).filter(|next| next.kind == Kind::Rank && next.words.follows);
        self.figures[index].kind == Kind::Count
            && next.is_some_and(|next| next.sentence == self.figures[index].sentence)
    }
}

/// Whether the name of a rank only says among whom: 全省, 居全市, 跃居全省, 总额居全省.
fn is_place(name: &[char]) -> bool {
    const LONGEST: usize = 5;
    let told = attributes().head(name).or(ties(Tie::Relative).head(name)).or(cues(Cue::Rank).head(name));
    let told = told.unwrap_or(0);
    let place = |from: usize| ties(Tie::Place).is_at(name, from) && name.len() - from <= LONGEST;
    name.is_empty() || place(0) || place(told)
}
