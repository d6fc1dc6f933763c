//! What is left of the things that were counted: 其余4项.

use super::tells_outcome;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::metric::link::{Link, Linker};
use crate::report::{Kind, LinkRule, Relation};

impl Linker<'_> {
    /// Makes what was done of things that were divided already, and what is left of them, their parts where they add up:
    /// 危房73栋，其中甲级52栋、乙级21栋，拆除18栋，加固39栋，其余16栋停用.
    pub(in crate::metric) fn leave_over(&mut self) {
        for rest in 0..self.figures.len() {
            if self.figures[rest].link.is_some()
                || self.figures[rest].is_relative()
                || !is_rest(&self.figures[rest].lead)
            {
                continue;
            }
            let mut members = vec![rest];
            let mut sum = self.value(rest);
            let before = Self::before(rest)
                .take_while(|&other| self.figures[other].sentence == self.figures[rest].sentence)
                .filter(|&other| self.same_unit(other, rest) && !self.figures[other].is_relative());
            let mut whole = None;
            for other in before {
                if members.len() > 2 && sum == self.value(other) {
                    whole = Some(other);
                    break;
                }
                if self.figures[other].link.is_none() {
                    let Some(more) = sum.plus(self.value(other)) else { break };
                    sum = more;
                    members.push(other);
                }
            }
            if let Some(whole) = whole {
                for member in members {
                    self.figures[member].link = Some((whole, Relation::Part));
                    self.figures[member].link_rule = Some(LinkRule::Sum);
                }
            }
        }
    }

    /// What is left of the whole that parts were taken from: 整改82项，其余4项.
    pub(in crate::metric) fn remainder(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        // 教育类上涨1.5%，其他类上涨1.2%: what grew otherwise is no rest of what grew.
        if !is_rest(&figure.lead) || figure.kind == Kind::Growth {
            return None;
        }
        let mut before = self.in_sentence_before(index).filter(|&other| self.same_unit(other, index));
        let nearest = before.next()?;
        match self.figures[nearest].link {
            Some((whole, Relation::Part)) => {
                let account = claims(Claim::Rest).begins(self.name(whole));
                (!account).then_some((whole, Relation::Part))
            }
            // 税收收入占83.5%，其他收入占16.5%: what is left over of all is no part of the other share.
            _ if figure.kind == Kind::Ratio => None,
            _ => {
                let second = before.next();
                // 受理1286件。已答复1271件，其余15件: both are what was told before.
                let all = self.value(nearest).plus(self.value(index));
                if second.is_none() && tells_outcome(&self.figures[nearest], self.name(nearest)) {
                    let told = |&other: &usize| self.same_unit(other, index) && all == Some(self.value(other));
                    return Self::before(nearest).find(told).map(|whole| (whole, Relation::Part));
                }
                // 拆除18栋，加固39栋，其余16栋: what is smaller than its part is no whole.
                let whole = second.filter(|&whole| self.value(whole) >= self.value(nearest)).unwrap_or(nearest);
                // 其他应收款83万元，…；其他应付款29万元: what is called 其他 beside another that is so is nothing left over.
                if claims(Claim::Rest).begins(self.name(whole)) {
                    return None;
                }
                // 予以公开4件，不掌握2件，其他处理1件: the last of a list is of none in it.
                // 无证24起，超限31起，其他19起: nor is it where the first of them is the smaller.
                if figure.lead.first() == Some(&'其') && figure.lead.get(1) != Some(&'余') && second.is_some() {
                    return None;
                }
                let between = self.quantity(whole).range.end..self.quantity(index).range.start;
                // 处罚类253件；公开类67件；其他类130件: sorts side by side are no parts of each other.
                let apart = self.passage.chars.get(between).is_some_and(|between| between.contains(&';'));
                (!apart && self.value(whole) > self.value(index)).then_some((whole, Relation::Part))
            }
        }
    }
}

/// Whether the words before a number say that it is what is left: 其余, 剩余.
fn is_rest(lead: &[char]) -> bool {
    // 年剩余日控制值 is a name of its own.
    const SHORT: usize = 6;
    let heads = lead.len() <= SHORT || claims(Claim::Rest).begins(lead);
    heads && claims(Claim::Rest).is_in(lead)
}
