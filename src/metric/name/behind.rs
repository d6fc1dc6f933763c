//! What stands behind a figure and may name what is counted.

use super::counted;
use super::pick::is_bare;
use super::sides::Sides;
use crate::language::{Measure, Place, Sense, actors, naming, senses, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::words::letters_of;
use crate::report::Kind;

impl Sides<'_> {
    /// The words behind it that may name it.
    pub(super) fn thing_behind(&self) -> Vec<usize> {
        let right = &self.words.right;
        // 八成的村设立了议事亭: of a share it is told what is so.
        if self.share {
            let possessive = self.chars.get(self.quantity.extent.end) == Some(&'的');
            return right[usize::from(possessive).min(right.len())..].to_vec();
        }
        predicate::thing(self.chars, right, self.lead(), self.preposition > 0)
    }

    /// Takes off it what is none of the thing that is counted.
    pub(super) fn trim_thing(&mut self) {
        self.without_next_place();
        self.without_exception();
        if self.counts() {
            self.right.truncate(counted::without_measure(self.chars, self.quantity, &self.right));
        }
        self.without_possession();
        self.without_fitting();
        if self.quantity.is_counted_in(Measure::Person) {
            self.right.truncate(counted::without_persons(&letters_of(self.chars, &self.right)));
        }
        self.with_whole_case();
    }

    /// 位居全市第一、全省前十: what stands behind is another place.
    fn without_next_place(&mut self) {
        let ranked = self.quantity.ordinal || self.quantity.kind == Some(Kind::Rank);
        if ranked && self.words.right.first().is_some_and(|&next| self.chars[next] == '、') {
            self.right.clear();
        }
    }

    /// 除1件涉密外: 外 ends what is left out, and is no name of it.
    fn without_exception(&mut self) {
        let left_out = self.words.left.last().is_some_and(|&last| self.chars[last] == '除');
        let ends = letters_of(self.chars, &self.right);
        let tail = match ends[..] {
            [_, .., '以' | '之', '外'] => 2,
            [_, .., '外'] => 1,
            _ => 0,
        };
        self.right.truncate(ends.len() - if left_out { tail } else { 0 });
        // 由11名律师、4名教师组成: nor is that they make something.
        if ends.len() > 2 && matches!(ends[ends.len() - 2..], ['组' | '构', '成']) {
            self.right.truncate(ends.len() - 2);
        }
    }

    /// 印发13家单位的规定: those who have it are counted.
    fn without_possession(&mut self) {
        let chars = self.chars;
        if (self.quantity.is_counted_in(Measure::Firm) || self.quantity.is_counted_in(Measure::Person))
            && let Some(at) = self.right.iter().position(|&at| chars[at] == '的').filter(|&at| at > 1)
            && !verbs().is_at(chars, self.right[at] + 1)
            && (naming(Place::Agent).is_compound_before(chars, self.right[at])
                || actors().is_before(chars, self.right[at]))
        {
            self.right.truncate(at);
        }
    }

    /// 对8家排污企业治污设施进行检查: firms are counted, not what stands in them.
    fn without_fitting(&mut self) {
        let behind = letters_of(self.chars, &self.right);
        let fitting = |at: usize| naming(Place::Fitting).is_at(&behind, at);
        let firm = |at: &usize| naming(Place::Agent).is_compound_before(&behind, *at);
        if self.quantity.is_counted_in(Measure::Firm)
            && let Some(end) = (2..behind.len()).rev().find(firm)
            && (end..behind.len()).any(fitting)
        {
            self.right.truncate(end);
        }
    }

    /// 1宗法院裁定驳回起诉: cases are counted, not courts.
    fn with_whole_case(&mut self) {
        let cases = self.quantity.is_counted_in(Measure::Case);
        let actor = |letters: &[char]| actors().is(letters);
        if cases && actor(&letters_of(self.chars, &self.right)) {
            self.right.clone_from(&self.words.right);
        }
    }

    /// 对扶贫资金7.8亿元进行审计: what was done to it is no name of money; `behind` is what stands behind it.
    pub(super) fn without_treatment(&mut self, behind: &[char]) {
        let treated = self.quantity.kind == Some(Kind::Money)
            && matches!(behind, ['进', '行', ..] | ['予', '以', ..] | ['存', '在', ..]);
        if is_bare(behind) || treated && !self.left.is_empty() {
            self.right.clear();
        }
    }

    /// 4个问题明年3月底前完成, 余下6座计划2024年6月底前完成: when it will be done is no name.
    pub(super) fn without_time(&mut self) {
        if !self.counts() {
            return;
        }
        let chars = self.chars;
        let begins =
            self.periods.iter().filter_map(|period| self.right.iter().position(|&at| at == period.range.start));
        match begins.min() {
            // 其余12个年底前完成
            Some(0) => {
                let covered = |&at: &usize| {
                    matches!(chars[at], '前' | '内' | '底')
                        || self.periods.iter().any(|period| period.range.contains(&at))
                };
                if self.right.iter().all(covered) {
                    self.right.clear();
                }
            }
            Some(at) => {
                self.right.truncate(at);
                let planned = senses(Sense::Target).before(&letters_of(chars, &self.right), at);
                self.right.truncate(at - planned.unwrap_or(0));
                // 结转至2023年办理
                let leads = self.right.last().is_some_and(|&last| matches!(chars[last], '至' | '到' | '于' | '在'));
                self.right.truncate(self.right.len() - usize::from(leads));
            }
            None => {}
        }
    }
}
