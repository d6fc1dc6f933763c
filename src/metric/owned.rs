//! What is told of things that were counted: how many people they are, what they cost, how large they are.

use super::clause;
use super::figure::Figure;
use super::kinship::shares_pair;
use super::outcome::tells_outcome;
use super::relation::{HORIZON, Linker};
use super::sharing::is_share_of_task;
use crate::language::{Place, Tie, attributes, naming, ties, verbs};
use crate::report::{Kind, NameRule, Relation, Role};

impl Linker<'_> {
    /// `10件12人`: the second tells of the first.
    pub(super) fn joined(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let before = index.checked_sub(1)?;
        let apart = !self.same_unit(figures, before, index) && figures[before].quantity != figure.quantity;
        // 2000户果农、22000亩果园 stand side by side.
        let listed = self.is_listed(figures, index);
        let measured = !listed
            && figure.words.follows
            && figures[before].kind == Kind::Count
            && matches!(
                figure.kind,
                Kind::Money | Kind::Area | Kind::Length | Kind::Mass | Kind::Volume | Kind::Energy | Kind::Power
            );
        // 辖5镇3乡: nor do towns tell of one another.
        let own = figure.name_rule == NameRule::Respectively || self.quantity(figures, before).counts_places();
        // 低保对象126户，285人
        let unit = |index: usize| self.quantity(figures, index).unit.as_deref();
        let measured = measured
            || figure.is_borrowed()
                && figure.words.left.is_empty()
                && unit(before) == Some("户")
                && matches!(unit(index), Some("人" | "名"));
        let joined = (figure.words.joined || measured) && apart && !own && figures[before].sentence == figure.sentence;
        // 301户611人，其中173户349人: of two numbers the second is part of the second.
        if joined
            && let Some((whole, Relation::Part)) = figures[before].link
            && let Some(second) = figures.get(whole + 1).filter(|second| second.words.joined && whole + 1 < before)
            && self.same_unit(figures, whole + 1, index)
            && second.role == figure.role
            && self.quantity(figures, whole + 1).value >= self.quantity(figures, index).value
        {
            return Some((whole + 1, Relation::Part));
        }
        joined.then_some((before, Relation::Attribute))
    }

    /// Whether a figure is a later member of a list: nothing but 、 and its own words stand between it and the one before.
    pub(super) fn is_listed(&self, figures: &[Figure], index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let (start, end) = (self.quantity(figures, before).range.end, self.quantity(figures, index).range.start);
        let between = self.passage.chars.get(start..end).unwrap_or_default();
        between.contains(&'、') && !between.contains(&',') && !between.contains(&';')
    }

    /// Whether a figure tells the one before it again in other money or another measure.
    pub(super) fn is_converted(&self, index: usize) -> bool {
        ties(Tie::Converted).is_in(self.name(index))
    }

    /// Whether a figure is that of which a share was done: 占年度任务4.5万亩的53.3%.
    fn is_shared(&self, figures: &[Figure], index: usize) -> bool {
        figures[index].role == Role::Target
            && figures.get(index + 1).is_some_and(|next| next.kind == Kind::Ratio)
            && is_share_of_task(self.between(figures, index, index + 1))
    }

    /// Total investment, area and the like belong to the things counted right before.
    pub(super) fn attribute(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let name = self.name(index);
        // 资助大学生126名，每人3000元
        if figure.is_borrowed() && figure.lead.first() == Some(&'每') && figure.kind == Kind::Money {
            return index.checked_sub(1).map(|before| (before, Relation::Attribute));
        }
        // 总额48亿元，折合6.9亿美元: the same is told again.
        if self.is_converted(index)
            && let Some(before) = index.checked_sub(1)
            && figures[before].sentence == figure.sentence
        {
            let told = figures[before].link.filter(|_| figures[before].is_relative()).map_or(before, |link| link.0);
            return (!figures[told].is_relative()).then_some((told, Relation::Attribute));
        }
        let done = without_doing(name);
        if !is_attribute(name) && !is_attribute(done) {
            return None;
        }
        let start = self.quantity(figures, index).range.start;
        // 总投资12亿元的8个项目: what it tells of stands behind.
        let possessive = figure.words.left.is_empty()
            || self.passage.chars.get(self.quantity(figures, index).extent.end) == Some(&'的');
        if possessive
            && let Some(next) = figures.get(index + 1)
            && next.words.follows
            && next.kind == Kind::Count
        {
            return Some((index + 1, Relation::Attribute));
        }
        // 医师2人、护士3人、床位6张 stand side by side.
        // 移送事项14件、涉及人员23人、金额627万元 are told of the first.
        let involved = |name: &[char]| matches!(name, ['涉', '及' | '案', ..]);
        let beside = self.is_listed(figures, index) && self.is_listed(figures, index - 1);
        if beside && !involved(self.name(index - 1)) {
            return None;
        }
        let mut before = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .filter(|&other| !figures[other].is_relative());
        if name.ends_with(&['均']) {
            return before.next().map(|whole| (whole, Relation::Attribute));
        }
        let counted = |other: &usize| {
            // 开工78个；累计完成投资42亿元: behind a semicolon the sum of all is told.
            let behind = &self.passage.chars[self.quantity(figures, *other).range.end.min(start)..start];
            let apart = done.len() < name.len() && behind.contains(&';');
            // 全长1.8公里，宽24米 are told of the same thing as what follows.
            let measure = self.name(*other);
            let own = figure.kind == Kind::Money
                && behind.contains(&';')
                && attributes().before(measure, measure.len()).is_some();
            // 总库容1286万立方米，概算总投资5.72亿元: so are measures of works.
            let works = figure.kind == Kind::Money && ties(Tie::Scheme).before(name, name.len()).is_some();
            let measured = attributes().before(measure, measure.len()).is_some();
            let told = figures[*other].kind != Kind::Count
                && (is_attribute(measure) || works && measured || measure.len() == 1 || own);
            // 调解纠纷86件，涉及当事人126人，涉案金额62万元: both are told of the same thing.
            // 项目23个，涉及居民楼147栋4863户，总投资8640万元: nor was the money spent on whom they touch.
            let touched = figure.kind == Kind::Money && ties(Tie::Project).before(measure, measure.len()).is_none();
            let reached = ties(Tie::Reached).at(measure, 0).is_some();
            let both = (involved(measure) || reached) && (involved(name) || touched || self.is_listed(figures, index));
            let homes = figure.kind == Kind::Area && figures[*other].words.joined && self.of_people(figures, *other);
            // 企业62万个，增加17万个；从业人员481万人: so it is with those who work there.
            let staff = figure.kind == Kind::Count && behind.contains(&';') && ties(Tie::Staff).is_in(done);
            // 粮食播种面积208万亩，…；总产量99万吨: what is measured is no thing that bears.
            let sown = figures[*other].kind == Kind::Area
                && measure.ends_with(&['面', '积'])
                && done.starts_with(&['总', '产']);
            // 火灾12起，死亡3人，直接财产损失46万元: nobody lost it who died.
            // 倒塌房屋92间，直接经济损失46万元: nor is it the loss of the houses alone.
            let unit = self.quantity(figures, *other).unit.as_deref();
            // 启动应急响应11次: nothing was lost by what was done against it.
            let disaster = ties(Tie::Disaster).is_in(measure) && !measure.ends_with(&['响', '应']);
            let occurred = matches!(unit, Some("起" | "场" | "场次" | "件")) || unit == Some("次") && disaster;
            let lost = name.ends_with(&['损', '失']) && !occurred;
            // 建成2.4万亩，占年度任务4.5万亩的53.3%，完成投资5160万元: no money was spent on the task.
            let shared = self.is_shared(figures, *other);
            // 商品房销售面积86万平方米，销售额52亿元 stand side by side.
            let beside = figures[*other].kind == Kind::Area && figure.kind == Kind::Money && shares_pair(name, measure);
            // 全科医生每千人2.4人；公立医院负债11.6亿元: nor does money behind a semicolon belong to people.
            let persons = figure.kind == Kind::Money && behind.contains(&';') && self.counts_persons(figures, *other);
            !(apart || persons || told || both || homes || lost || shared || staff || sown || beside)
                && !matches!(figures[*other].kind, Kind::Money | Kind::Duration)
                && !self.same_unit(figures, *other, index)
                && (figure.kind == Kind::Count || figures[*other].kind != figure.kind)
        };
        before.find(counted).filter(|&other| self.may_own(figures, other, index)).map(|other| {
            // Behind a bracket with parts, or behind their semicolon, it is the whole again that is spoken of.
            let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, other).range.start);
            let between = &self.passage.chars[self.quantity(figures, other).range.end.min(start)..start];
            let outside = bracket.is_some_and(|bracket| bracket.end <= start) || between.contains(&';');
            // 续建项目30个，年度计划投资45亿元；新开工项目56个，年度计划投资75亿元: each part has its own.
            let siblings = (0..index).rev().take_while(|&earlier| figures[earlier].sentence == figure.sentence);
            let told = |earlier: usize| {
                figures[earlier].letters(&self.passage.chars) == name
                    && figures[earlier].link.is_some_and(|(owner, _)| {
                        owner != other && figures[owner].link == figures[other].link && figures[owner].link.is_some()
                    })
            };
            if siblings.take(HORIZON).any(told) {
                return (other, Relation::Attribute);
            }
            match figures[other].link {
                // 改造项目23个，已完工19个，完成投资7460万元: the money is that of all.
                Some((whole, Relation::Part))
                    if outside
                        || figure.kind == Kind::Money
                            && done.len() < name.len()
                            && tells_outcome(&figures[other], self.name(other)) =>
                {
                    (whole, Relation::Attribute)
                }
                _ => (self.whole_of_list(figures, other, index), Relation::Attribute),
            }
        })
    }

    /// Whether what is told by a figure can be told of another: no area of persons or of a way, no loss of those whom it hit, and no money
    /// of the last of several things that were done.
    fn may_own(&self, figures: &[Figure], owner: usize, index: usize) -> bool {
        let (figure, name) = (&figures[index], self.name(index));
        let unit: Vec<char> = self.quantity(figures, owner).unit.as_deref().unwrap_or_default().chars().collect();
        let persons = self.counts_persons(figures, owner);
        let area = figure.kind == Kind::Area;
        // 硬化道路5公里，投资46万元新建广场2个: it paid for what follows.
        let end = self.quantity(figures, index).extent.end;
        let spent = figure.kind == Kind::Money
            && verbs().at(&self.passage.chars, end).is_some_and(|(length, ())| length > 1)
            && figures.get(index + 1).is_some_and(|next| next.sentence == figure.sentence);
        // 新建水闸41座，新建桥6座，完成投资860万元: it is no part of a project's own words for which of them.
        let several = figure.kind == Kind::Money
            && ties(Tie::Project).before(self.name(owner), self.name(owner).len()).is_none()
            && without_doing(name).len() < name.len()
            && figures[owner].link.is_none()
            && Self::before(owner).find(|&before| !figures[before].is_relative()).is_some_and(|before| {
                let before = &figures[before];
                let other = before.role == Role::Actual;
                before.sentence == figure.sentence && before.link.is_none() && other
            });
        // 人口78万，面积2034平方公里: nor of people that are counted without a measure word.
        let kinds = !area || figures[owner].kind == Kind::Count && !persons && !unit.is_empty();
        // 发布信息2459条，粉丝8.6万人，阅读量126万次: messages have no followers, and followers are not what is read.
        let followers = ties(Tie::Followers).at(name, 0).is_some()
            && (matches!(unit[..], ['条' | '篇' | '期' | '则']) || unit.last() == Some(&'次'));
        let read = persons && figure.kind == Kind::Count && name.ends_with(&['量']);
        // 卫生院1所、卫生室21个，床位86张: of which of them is not told.
        let listed = figures[owner].link.is_none()
            && figures[owner].kind == Kind::Count
            && figure.kind == Kind::Count
            && self.is_listed(figures, owner)
            && !self.is_listed(figures, index);
        // 集装箱吞吐量340万标箱，实现利润6亿元: nor is there money of an output that is counted.
        let output = figure.kind == Kind::Money && self.name(owner).ends_with(&['量']);
        // 每个社区不少于5名，现有人数为68人: people have no number of people.
        let number = persons && name.ends_with(&['人', '数']);
        kinds && !(number || output || spent || several || followers || read || listed)
    }

    /// Whether a figure counts people, not households.
    fn counts_persons(&self, figures: &[Figure], index: usize) -> bool {
        let quantity = self.quantity(figures, index);
        quantity.counts_people() && quantity.unit.as_deref().is_some_and(|unit| !unit.starts_with('户'))
    }
}

/// Whether a name is what is told about things counted: 总投资, with a word before it or not: 估算总投资, 合同金额.
pub(super) fn is_attribute(name: &[char]) -> bool {
    let plain = |name: &[char]| attributes().at(name, 0).is_some_and(|(length, ())| length == name.len());
    // 涉及财政资金: so it is with a word between.
    let involved = name.starts_with(&['涉', '及']) && attributes().before(name, name.len()).is_some();
    plain(name) || involved || ties(Tie::Modifying).at(name, 0).is_some_and(|(length, ())| plain(&name[length..]))
}

/// 累计完成投资, 实现增加值: a name without the words at its head that say it was done.
fn without_doing(name: &[char]) -> &[char] {
    let altogether = naming(Place::Altogether).at(name, 0).map_or(0, |(length, ())| length);
    let done = ties(Tie::Done).at(name, altogether).map_or(0, |(length, ())| length);
    if done > 0 { &name[altogether + done..] } else { name }
}
