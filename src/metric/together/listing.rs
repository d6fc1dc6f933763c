//! Values in a list that speak of what was named or counted before, in the same order.

use std::ops::Range;

use super::sharing::begins_with_change;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::name::coordination;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, LinkRule, NameRule, Relation, Role};

impl Reader<'_> {
    /// `城乡居民收入分别为32100元、18600元，城乡居民收入分别增长5%、6%`: what names the figures before again speaks of these in the same order.
    pub(super) fn tell_of_both(&self, figures: &mut [Figure], first: usize, run: Range<usize>, subject: &[usize]) {
        let chars = &self.passage.chars;
        let noun = letters_of(chars, &subject[subject.len().saturating_sub(2)..]);
        let again = |index: &usize| letters_of(chars, &figures[*index].name).ends_with(&noun);
        let plain = |index: &usize| !figures[*index].is_relative() && figures[*index].role != Role::Baseline;
        let mut roots: Vec<usize> = (first..run.start).filter(plain).filter(again).collect();
        // 高血压患者3.86万人、糖尿病患者1.12万人，规范管理率分别为72.3%、70.6%: so does what is told of as many right behind their list.
        let beside = run.start.saturating_sub(run.len()).max(first)..run.start;
        let unit = |index: usize| &self.quantity(&figures[index]).unit;
        let listed = beside.len() == run.len()
            && beside.clone().all(|index| plain(&index) && unit(index) == unit(beside.start))
            && beside.clone().skip(1).all(|index| figures[index].words.listed);
        let standard = letters_of(chars, subject).ends_with(&['标', '准']);
        if listed && roots.len() != run.len() {
            roots = beside.collect();
        }
        if roots.len() == run.len() && (figures[run.start].is_relative() || standard && listed) {
            for (root, index) in roots.into_iter().zip(run) {
                figures[index].link = Some((root, Relation::Attribute));
                figures[index].link_rule = Some(LinkRule::Respectively);
            }
        }
    }

    /// `来访86批次、132人次，批次、人次分别下降2%、3%`: what is called by the measure words of the figures before speaks of these.
    pub(super) fn measures_again(&self, figures: &mut [Figure], first: usize, run: Range<usize>, verb: usize) {
        let root = |index: usize| {
            let name = letters_of(&self.passage.chars, &figures[index].name);
            let subject = &name[..name.len().saturating_sub(verb)];
            let said = |other: &usize| {
                let unit: Vec<char> =
                    self.quantity(&figures[*other]).unit.iter().flat_map(|unit| unit.chars()).collect();
                let plain = !figures[*other].is_relative() && !unit.is_empty();
                let counted =
                    subject == unit || subject.strip_suffix(&['数']).is_some_and(|noun| noun.ends_with(&unit));
                let owner = letters_of(&self.passage.chars, &figures[*other].name);
                plain && (counted || subject.len() > 1 && owner.ends_with(subject))
            };
            (first..run.start).rev().find(said)
        };
        let roots: Option<Vec<usize>> = run.clone().map(root).collect();
        let relative = run.clone().all(|index| figures[index].is_relative());
        if let Some(roots) = roots.filter(|_| relative) {
            for (index, root) in run.zip(roots) {
                figures[index].link = Some((root, Relation::Attribute));
                figures[index].link_rule = Some(LinkRule::Respectively);
            }
        }
    }

    /// `存款、贷款余额达到86亿元和53亿元`: values of one unit in a list speak of as many things named before them.
    pub(super) fn listed_values(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            let unit = &self.quantity(&figures[start]).unit;
            let alike =
                |figure: &&Figure| figure.words.joined && figure.words.listed && self.quantity(figure).unit == *unit;
            let end = start + 1 + figures[start + 1..].iter().take_while(alike).count();
            let named = figures[start].name_rule == NameRule::Before && !figures[start].name.is_empty();
            let several = end - start > 1 && unit.is_some() && named && figures[start].kind != Kind::Growth;
            if several && figures[start].is_relative() && figures[start].kind != Kind::Ratio {
                let verb = figures[start].name.clone();
                if begins_with_change(&letters_of(chars, &verb)) {
                    let model = figures[start].clone();
                    for figure in &mut figures[start + 1..end] {
                        (figure.kind, figure.increment) = (model.kind, model.increment);
                        (figure.direction, figure.name) = (model.direction, verb.clone());
                    }
                    self.refer_back(figures, first, start..end, &verb, periods);
                }
            } else if several {
                let names = coordination::divide(chars, &figures[start].name);
                if names.len() == end - start {
                    for (figure, name) in figures[start..end].iter_mut().zip(names) {
                        figure.name = name;
                        figure.name_rule = NameRule::Respectively;
                    }
                }
            }
            start = end;
        }
    }
}
