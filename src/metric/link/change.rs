//! What was before, and what was added: both belong to what there is now. And two measures under one name, which belong to what the
//! first tells of.

use super::{Link, Linker};
use crate::report::{Kind, LinkRule, NameRule, Relation, Role};

impl Linker<'_> {
    /// `由86家增加到132家`, `分别由60件、30件减少到20件、10件`: what was before tells of what it came to.
    pub(super) fn began_at(&self, index: usize) -> Option<Link> {
        const MOST: usize = 4;
        let figure = &self.figures[index];
        let is_start = |other: &usize| {
            self.figures[*other].role == Role::Baseline && self.figures[*other].sentence == figure.sentence
        };
        // 由60日缩短到20日: how long it took before stands beside how long it takes.
        if !is_start(&index) || figure.kind == Kind::Duration {
            return None;
        }
        let end = (index..self.figures.len()).take(MOST).take_while(is_start).last()? + 1;
        let first = (index.saturating_sub(MOST)..=index).rev().take_while(is_start).last()?;
        let came = self.figures.get(end + index - first)?;
        let to = end + index - first;
        let changed = came.name_rule == NameRule::Change
            && came.role != Role::Baseline
            && came.sentence == figure.sentence
            && self.name(to) == self.name(index);
        changed.then_some((to, Relation::Attribute))
    }

    /// `示范店达326家，当年新增58家`, `新增示范村12个，累计达到46个`: what was added is part of all that there are.
    pub(super) fn added_to(&self, index: usize) -> Option<Link> {
        const LONGEST: usize = 5;
        let figure = &self.figures[index];
        let name = self.name(index);
        let all = |whole: usize| {
            let other = &self.figures[whole];
            other.sentence == figure.sentence
                && other.role == figure.role
                && figure.kind == Kind::Count
                && self.same_unit(whole, index)
                && self.value(whole) >= self.value(index)
                && !self.between(whole.min(index), whole.max(index)).contains(&';')
        };
        // 参保38万人，新增2万人 is a change of it.
        let of_time = name.len() > 2 && name.len() <= LONGEST && name.ends_with(&['新', '增']);
        let before = index.checked_sub(1).filter(|&before| of_time && all(before));
        let before = before.filter(|&before| !self.figures[before].is_relative());
        let behind = self.figures.get(index + 1).map(|_| index + 1).filter(|&next| {
            let altogether = self.figures[next].lead.starts_with(&['累', '计']) && self.figures[next].is_borrowed();
            name.starts_with(&['新', '增']) && altogether && all(next)
        });
        before.or(behind).map(|whole| (whole, Relation::Part))
    }

    /// `来访102批458人次`: two measures of one thing stand side by side under one name, and neither belongs to the other, but both to what
    /// the first tells of: 改造小区26个，惠及居民4300户、13000人. Money tells what things cost, and power how strong they are.
    pub(super) fn part_measures(&mut self) {
        for index in 1..self.figures.len() {
            let figure = &self.figures[index];
            let attribute = figure.link == Some((index - 1, Relation::Attribute));
            let plain = matches!(figure.kind, Kind::Count | Kind::Length | Kind::Area);
            let measure = plain && (figure.words.joined || figure.is_borrowed());
            if !(attribute && measure && figure.link_rule == Some(LinkRule::Joined)) {
                continue;
            }
            let first = &self.figures[index - 1];
            let owner =
                first.link.filter(|link| link.1 == Relation::Attribute && link.0 < index - 1).map(|link| link.0);
            // 审结案件11件19人，去年为22件59人
            let second = |owner: usize| {
                let next = owner + 1;
                let paired = next < index - 1 && self.figures[next].words.joined && self.same_unit(next, index);
                if paired { next } else { owner }
            };
            let link = owner.map(|owner| (second(owner), Relation::Attribute));
            let rule = first.link_rule.filter(|_| link.is_some());
            self.figures[index].link = link;
            self.figures[index].link_rule = rule;
        }
    }
}
