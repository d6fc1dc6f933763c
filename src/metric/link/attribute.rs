//! What is told of the things counted right before: what they cost, how large they are, how many work there.

use std::ops::Deref;

use super::kinship::shares_pair;
use super::outcome::tells_outcome;
use super::ownership::{is_attribute, without_doing};
use super::{HORIZON, Link, Linker};
use crate::language::{Measure, Tie, attributes, ties};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::report::{Kind, Relation, Role};

/// A figure that tells something of things that were counted.
struct Attribute<'q> {
    linker: &'q Linker<'q>,
    index: usize,
    figure: &'q Figure,
    name: &'q [char],
    /// The name without what was done: 投资 of 完成投资.
    bare: &'q [char],
}

impl Linker<'_> {
    /// Total investment, area and the like belong to the things counted right before.
    pub(super) fn attribute(&self, index: usize) -> Option<Link> {
        let (figure, name) = (&self.figures[index], self.name(index));
        // 资助大学生126名，每人3000元
        if figure.is_borrowed() && figure.lead.first() == Some(&'每') && figure.kind == Kind::Money {
            return index.checked_sub(1).map(|before| (before, Relation::Attribute));
        }
        // 总额48亿元，折合6.9亿美元: the same is told again.
        if self.is_converted(index)
            && let Some(before) = index.checked_sub(1)
            && self.figures[before].sentence == figure.sentence
        {
            let root =
                self.figures[before].link.filter(|_| self.figures[before].is_relative()).map_or(before, |link| link.0);
            return (!self.figures[root].is_relative()).then_some((root, Relation::Attribute));
        }
        let bare = without_doing(name);
        let attribute = Attribute { linker: self, index, figure, name, bare };
        let owner = if is_attribute(name) || is_attribute(bare) { attribute.owner() } else { None };
        owner.map(|owner| (owner, Relation::Attribute))
    }
}

impl<'q> Deref for Attribute<'q> {
    type Target = Linker<'q>;

    fn deref(&self) -> &Self::Target {
        self.linker
    }
}

impl Attribute<'_> {
    /// The things it tells of.
    fn owner(&self) -> Option<usize> {
        if self.tells_of_next() {
            return Some(self.index + 1);
        }
        if self.is_in_list() {
            return None;
        }
        let mut before = self.in_sentence_before(self.index).filter(|&other| !self.figures[other].is_relative());
        if self.name.ends_with(&['均']) {
            return before.next();
        }
        let owner = before.find(|&other| self.may_tell_of(other))?;
        // 企业86家，从业人员2140人，实现产值6.8亿元: what is told of them is theirs.
        let theirs = is_attribute(self.name(owner)) && self.figures[owner].kind == Kind::Count;
        if let Some((root, Relation::Attribute)) = self.figures[owner].link.filter(|_| theirs) {
            let may = self.may_tell_of(root) && self.may_own(root, self.index);
            return may.then_some(root);
        }
        self.may_own(owner, self.index).then(|| self.whole_of(owner))
    }

    /// 总投资12亿元的8个项目: what it tells of stands behind.
    fn tells_of_next(&self) -> bool {
        let end = self.quantity(self.index).extent.end;
        let possessive = self.figure.words.left.is_empty() || self.passage.chars.get(end) == Some(&'的');
        let counted = |next: &Figure| next.words.follows && next.kind == Kind::Count;
        possessive && self.figures.get(self.index + 1).is_some_and(counted)
    }

    /// 医师2人、护士3人、床位6张 stand side by side.
    fn is_in_list(&self) -> bool {
        let listed = |index: usize| self.is_listed(index);
        // 移送事项14件、涉及人员23人、金额627万元 are told of the first.
        let third = || listed(self.index - 1) && !is_involved(self.name(self.index - 1));
        listed(self.index) && (third() || self.is_beside_attribute())
    }

    /// 新增学位1620个、床位200张: what is told of others stands beside it.
    fn is_beside_attribute(&self) -> bool {
        let name = self.name(self.index - 1);
        let counts = self.figure.kind == Kind::Count && self.figures[self.index - 1].kind == Kind::Count;
        counts && attributes().ends(name)
    }

    /// Whether a figure before it counts things of which it may tell.
    fn may_tell_of(&self, other: usize) -> bool {
        let kind = self.figures[other].kind;
        !matches!(kind, Kind::Money | Kind::Duration)
            && (self.figure.kind == Kind::Count || kind != self.figure.kind)
            && !self.same_unit(other, self.index)
            // 受理纠纷96件，较上年的112件减少14.3%，涉案金额86万元
            && (self.figures[other].role != Role::Baseline || self.figure.role == Role::Baseline)
            && !self.is_measure(other)
            && !self.is_touched(other)
            && !self.is_lost_elsewhere(other)
            && !self.is_parted(other)
            // 建成2.4万亩，占年度任务4.5万亩的53.3%，完成投资5160万元: no money was spent on the task.
            && !self.is_shared(other)
    }

    /// The characters between another figure and this one.
    fn behind(&self, other: usize) -> &[char] {
        let start = self.quantity(self.index).range.start;
        &self.passage.chars[self.quantity(other).range.end.min(start)..start]
    }

    /// Whether a semicolon stands behind another figure.
    fn is_behind_semicolon(&self, other: usize) -> bool {
        self.behind(other).contains(&';')
    }

    /// Whether a figure is a measure itself, and no thing that bears another.
    fn is_measure(&self, other: usize) -> bool {
        let (kind, measure) = (self.figures[other].kind, self.name(other));
        let money = self.figure.kind == Kind::Money;
        // 全长1.8公里，宽24米 are told of the same thing as what follows.
        let told = || is_attribute(measure) || measure.len() == 1;
        // 总库容1286万立方米，概算总投资5.72亿元: so are measures of works.
        let works = || ties(Tie::Scheme).ends(self.name) || self.is_behind_semicolon(other);
        let measured = || money && attributes().ends(measure) && works();
        // 粮食播种面积208万亩，…；总产量99万吨: what is measured is no thing that bears.
        let sown = kind == Kind::Area && measure.ends_with(&['面', '积']) && self.bare.starts_with(&['总', '产']);
        // 商品房销售面积86万平方米，销售额52亿元 stand side by side.
        let beside = || kind == Kind::Area && money && shares_pair(self.name, measure);
        kind != Kind::Count && (told() || measured()) || sown || beside()
    }

    /// 调解纠纷86件，涉及当事人126人，涉案金额62万元: both are told of the same thing.
    fn is_touched(&self, other: usize) -> bool {
        let measure = self.name(other);
        // 项目23个，涉及居民楼147栋4863户，总投资8640万元: nor was the money spent on whom they touch.
        let spent = || self.figure.kind == Kind::Money && !ties(Tie::Project).ends(measure);
        let reached = is_involved(measure) || ties(Tie::Reached).begins(measure);
        let both = reached && (is_involved(self.name) || spent() || self.is_listed(self.index));
        let homes = || {
            let joined = self.figures[other].words.joined;
            self.figure.kind == Kind::Area && joined && self.of_people(other)
        };
        both || homes()
    }

    /// 火灾12起，死亡3人，直接财产损失46万元: nobody lost it who died.
    fn is_lost_elsewhere(&self, other: usize) -> bool {
        if !self.name.ends_with(&['损', '失']) {
            return false;
        }
        let measure = self.name(other);
        // 倒塌房屋92间，直接经济损失46万元: nor is it the loss of the houses alone.
        let unit = self.quantity(other).unit.as_deref();
        // 启动应急响应11次: nothing was lost by what was done against it.
        let disaster = || ties(Tie::Disaster).is_in(measure) && !measure.ends_with(&['响', '应']);
        !(Measure::Blow.has(unit) || unit == Some("次") && disaster())
    }

    /// Whether a semicolon parts it from a figure of which it then tells nothing.
    fn is_parted(&self, other: usize) -> bool {
        if !self.is_behind_semicolon(other) {
            return false;
        }
        // 开工78个；累计完成投资42亿元: behind a semicolon the sum of all is told.
        let sum = self.bare.len() < self.name.len();
        // 企业62万个，增加17万个；从业人员481万人: so it is with those who work there.
        let staff = || self.figure.kind == Kind::Count && ties(Tie::Staff).is_in(self.bare);
        // 全科医生每千人2.4人；公立医院负债11.6亿元: nor does money behind a semicolon belong to people.
        let persons = || self.figure.kind == Kind::Money && self.counts_persons(other);
        sum || staff() || persons()
    }

    /// The things themselves, or the whole that they are a part of.
    fn whole_of(&self, owner: usize) -> usize {
        if self.is_told_of_sibling(owner) {
            return owner;
        }
        // Behind a bracket with parts, or behind their semicolon, it is the whole again that is spoken of.
        let range = |index: usize| &self.quantity(index).range;
        let bracket = clause::bracket_around(self.enclosures, range(owner).start);
        let outside =
            bracket.is_some_and(|bracket| bracket.end <= range(self.index).start) || self.is_behind_semicolon(owner);
        // 改造项目23个，已完工19个，完成投资7460万元: the money is that of all.
        let of_all = || {
            self.figure.kind == Kind::Money
                && (self.bare.len() < self.name.len() || is_involved(self.name))
                && tells_outcome(&self.figures[owner], self.name(owner))
        };
        match self.figures[owner].link {
            Some((whole, Relation::Part)) if outside || of_all() => whole,
            _ => self.whole_of_list(owner, self.index),
        }
    }

    /// 续建项目30个，年度计划投资45亿元；新开工项目56个，年度计划投资75亿元: each part has its own.
    fn is_told_of_sibling(&self, owner: usize) -> bool {
        let Some(root) = self.figures[owner].link else { return false };
        let told = |earlier: usize| {
            self.figures[earlier].letters(&self.passage.chars) == self.name
                && self.figures[earlier]
                    .link
                    .is_some_and(|(sibling, _)| sibling != owner && self.figures[sibling].link == Some(root))
        };
        (0..self.index)
            .rev()
            .take_while(|&earlier| self.figures[earlier].sentence == self.figure.sentence)
            .take(HORIZON)
            .any(told)
    }
}

/// Whether a name says that someone or something was touched by it: 涉及, 涉案.
fn is_involved(name: &[char]) -> bool {
    matches!(name, ['涉', '及' | '案', ..])
}
