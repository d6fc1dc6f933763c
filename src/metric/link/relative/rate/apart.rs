//! Where a rate with a subject tells of no figure: what came to be so, what was told of all, what is an aim by itself.

use super::Spoken;
use crate::language::{Measure, Tie, measures, rates, ties, verbs};
use crate::metric::link::Linker;
use crate::metric::link::relative::Relative;
use crate::report::{Kind, Relation, Role};

impl Relative<'_> {
    /// Whether a rate with a subject has nothing to do with what was done before it.
    pub(super) fn is_apart_from(&self, nearest: usize) -> bool {
        // 新增床位200张，护理型床位占比提升至62%: what came to be so is told of all of them.
        // 培训执法人员1500人次，执法人员持证率提高到90%: so it is behind what was done.
        // 新申领执法证9人，持证率由76%提升至84%
        let added = || self.name(nearest).starts_with(&['新']) || self.counts_times(nearest);
        let moves = self.figure.direction.is_some() || self.figure.role == Role::Baseline;
        // 举办讲堂14期，组织干部参加测试，参考率100%: between them stands what it is the rate of.
        let persons = || ties(Tie::Persons).begins(self.name) && self.counts_times(nearest);
        self.figure.role == Role::Limit
            || persons() && self.is_broken_by_clause(nearest)
            || moves && (added() || self.is_no_rate_of_deed(nearest))
            || self.is_longer_than_new(nearest) && added()
    }

    /// Whether a clause without a figure stands between a figure and the rate.
    fn is_broken_by_clause(&self, nearest: usize) -> bool {
        self.between(nearest, self.index).iter().filter(|&&letter| letter == ',').count() > 1
    }

    /// Whether a figure counts how often something was done.
    fn counts_times(&self, nearest: usize) -> bool {
        let unit = self.quantity(nearest).unit.as_deref();
        unit.is_some_and(|unit| measures(Measure::Round).ends_text(unit))
    }

    /// 消除大班额23个，大班额比例由2.7%下降至1.1%: it is no rate of doing so; nor is one that was kept within bounds.
    fn is_no_rate_of_deed(&self, nearest: usize) -> bool {
        let does = verbs().begins(self.name) || rates().begins(self.name);
        !does && verbs().begins(self.name(nearest))
    }

    /// 新建幼儿园52所，公办园在园幼儿占比达50%; but 新增床位360张，护理型床位占比62%.
    fn is_longer_than_new(&self, nearest: usize) -> bool {
        const LONGEST: usize = 6;
        let (name, other) = (self.name, self.name(nearest));
        let measure = ties(Tie::Rate).tail(name).unwrap_or(0);
        let same_thing = || name[..name.len() - measure].ends_with(&other[other.len().saturating_sub(2)..]);
        name.len() > LONGEST && !name.starts_with(other) && other.starts_with(&['新']) && !same_thing()
    }

    /// 参保38.6万人，参保率97.8%，脱贫人口参保率100%: what has been told of all is told of some here. 及时解决率 says how.
    pub(super) fn is_told_of_all(&self, whole: usize) -> bool {
        let how = rates().begins(self.name);
        let of_all = |other: usize| {
            let name = self.name(other);
            let longer = name.len() > 2 && name.len() < self.name.len() && self.name.ends_with(name);
            longer && self.figures[other].link == Some((whole, Relation::Attribute))
        };
        !how && Linker::before(self.index).any(of_all)
    }

    /// 开展督察2轮，整改率达到97%; 完成投资17亿元，确保开工率100%: of what is still to be done a rate is an aim by itself.
    pub(super) fn is_aim_by_itself(&self, spoken: Spoken) -> bool {
        let Spoken { nearest, whole } = spoken;
        let counts_things = self.figures[nearest].kind == Kind::Count
            && !self.counts_times(nearest)
            && !self.of_people(nearest)
            && !self.quantity(nearest).unit.as_deref().is_some_and(|unit| unit.contains('/'));
        // 优秀项目不少于3个，整改率保持在95%以上
        let kept = self.figure.lead.windows(2).any(|pair| matches!(pair, ['保' | '维', '持'] | ['稳', '定']));
        self.figure.role == Role::Target && (!counts_things || kept) && !self.is_akin(nearest) && !self.is_akin(whole)
    }
}
