//! Means that have no other name: of what was told right before.

use super::kinship::shares_pair;
use super::{Link, Linker};
use crate::language::{Tie, ties, verbs};
use crate::report::{Kind, Relation};

impl Linker<'_> {
    /// `培育法律明白人1435名，每村不少于7名`, `推送1040条，平均每天2.8条`, `建成示范村6个，每村奖补50万元`: what falls on each.
    pub(super) fn falls_on_each(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let before = index.checked_sub(1).filter(|&before| self.figures[before].sentence == figure.sentence)?;
        let on = on_each(self.name(index))?;
        let stands =
            !self.figures[before].is_relative() && !figure.is_relative() && self.figures[before].role == figure.role;
        // 每村奖补50万元: a sum has a name of its own, and falls on those who were counted.
        let counted = || self.figures[before].kind == Kind::Count && self.name(before).ends_with(&on[..1]);
        // 每人标准500元: so has a rate that is set for each.
        let mean = figure.kind == Kind::Count || self.name(index).starts_with(&['平', '均']);
        let fits = mean && on.len() <= LONGEST && self.same_unit(before, index) || counted();
        let apart = self.between(before, index).contains(&';');
        (stands && fits && !apart).then_some((before, Relation::Attribute))
    }

    /// `救助820户次，户均救助1500元`, `改良草场6.5万亩，投入资金5200万元，亩均投入800元`: a mean of what was counted in the measure word that it
    /// begins with.
    pub(super) fn mean_of_counted(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let name = self.name(index);
        let (measure, what) = match name {
            [measure @ ('户' | '亩' | '人'), '均', what @ ..] if what.len() > 1 => (*measure, what),
            _ => return None,
        };
        // 转移就业8万人，人均可支配收入2万元: what people earn is told of all.
        let of_all = measure == '人' && (what.ends_with(&['收', '入']) || what.ends_with(&['总', '值']));
        let counted = |&other: &usize| {
            let unit = self.quantity(other).unit.as_deref().unwrap_or_default();
            let each =
                unit.strip_prefix(measure).is_some_and(|rest| rest.is_empty() || measure == '户' && rest == "次");
            each && !self.figures[other].is_relative() && self.figures[other].role == figure.role
        };
        // 收储土地3260亩，供应用地1120亩，亩均税收18万元: of which of them is not told.
        let mut owners = self.in_sentence_before(index).filter(counted);
        let owner = owners.next().filter(|_| owners.next().is_none())?;
        let apart = self.between(owner, index).contains(&';');
        (!of_all && !figure.is_relative() && !apart).then_some((owner, Relation::Attribute))
    }

    /// `接待游客126万人次，日均接待3450人次`: a mean of all that was done by the same verb in the same time in the sentence. 人均收入 and the like are
    /// measures of their own.
    pub(super) fn mean_of_same(&self, index: usize) -> Option<Link> {
        let name = self.name(index);
        let what = &name[ties(Tie::Mean).head(name)?..];
        let figure = &self.figures[index];
        let same = |&other: &usize| {
            let all = self.same_unit(other, index) && self.value(other) > self.value(index);
            all && !self.figures[other].is_relative() && shares_pair(what, self.name(other))
        };
        let whole = self.in_sentence_before(index).find(same).filter(|_| !figure.is_relative())?;
        let done = figure.kind != Kind::Money && verbs().begins(what);
        // 全年接待游客126万人次，国庆假期日均接待3.2万人次: a mean of some days is none of the year.
        let alike = figure.role == self.figures[whole].role && figure.period == self.figures[whole].period;
        let fits = done && alike && ties(Tie::Mean).head(self.name(whole)).is_none();
        fits.then_some((whole, Relation::Attribute))
    }
}

/// What each is called is no longer than this: 每天, 每个社区.
const LONGEST: usize = 3;

/// The words behind 每 in a name that begins with it: 实现每村, 平均每天.
fn on_each(name: &[char]) -> Option<&[char]> {
    let led = match name {
        ['平', '均', ..] | ['实', '现', ..] | ['达', '到', ..] | ['确', '保', ..] => 2,
        _ => 0,
    };
    name[led..].strip_prefix(&['每']).filter(|on| !on.is_empty())
}
