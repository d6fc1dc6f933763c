//! Of what a rate in percent tells something, if it does not say itself.

use super::figure::Figure;
use super::kinship::is_akin;
use super::relation::Linker;
use super::relative::is_rate;
use crate::language::{Sense, Tie, rates, senses, ties, verbs};
use crate::report::{Kind, LinkRule, NameRule, Qualifier, Relation, Role};

impl Linker<'_> {
    /// What a rate belongs to, of which `nearest` stands before it in its sentence; `bare` is whether it has no subject, `share`
    /// whether it is a share of that.
    pub(super) fn rate(
        &self,
        figures: &[Figure],
        index: usize,
        nearest: usize,
        (bare, share): (bool, bool),
    ) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let name = self.name(index);
        // 办结率100%、满意率98%: a rate beside another is of the same.
        // 即办率45%，网办率100%: so it is where nothing else stands between.
        const SHORT: usize = 3;
        let bare_rate = name.len() <= SHORT && figure.words.left.len() == name.len();
        if let Some(before) = index.checked_sub(1)
            && figures[before].kind == Kind::Ratio
            && (self.is_listed(figures, index) || bare_rate && is_rate(self.name(before)))
            && is_rate(name)
            && !(figures[nearest].kind == Kind::Money && senses(Sense::Money).at(name, 0).is_some())
            && figures[before].link.is_some_and(|(_, relation)| relation == Relation::Attribute)
        {
            return figures[before].link;
        }
        // 处置土地21宗1106亩，处置率76.2%: of two numbers of one thing it is told of the first.
        let joined = figures[nearest].words.joined && figures[nearest].link_rule == Some(LinkRule::Joined);
        let first = figures[nearest].link.filter(|link| {
            // 培训12期1360人次，持证率100%: not so of people and money, unless cases are counted before them.
            let unit = self.quantity(figures, link.0).unit.as_deref();
            let cases = matches!(unit, Some("件" | "起" | "宗" | "批" | "批次"));
            let own = self.of_people(figures, nearest) || figures[nearest].kind == Kind::Money;
            joined && is_rate(name) && (cases || !own)
        });
        let nearest = first.map_or(nearest, |link| link.0);
        // 应修复67座，已修复61座，面积1800亩，修复率91%: what was done bears the name of the rate.
        let done = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .filter(|&other| figures[other].kind != Kind::Money)
            .find(|&other| name.strip_suffix(&['率']).is_some_and(|stem| stem == self.name(other)));
        if let Some((whole, Relation::Part)) = done.and_then(|done| figures[done].link) {
            return Some((whole, Relation::Attribute));
        }
        // 直接结算2万人次，结算金额1亿元，直接结算率83%: so does what it is counted of, though money stands between.
        if let Some(stem) = name.strip_suffix(&['率']).filter(|stem| stem.len() > 2)
            && figures[nearest].kind == Kind::Money
            && let Some(told) = Self::before(nearest)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| figures[other].kind == Kind::Count && self.name(other).ends_with(stem))
        {
            return Some((told, Relation::Attribute));
        }
        // 抽检2416批次，不合格食品处置率100%: what is not so is only a part of them.
        let negated = name.len() > 2 && matches!(name[0], '不' | '未');
        if negated && !self.name(nearest).windows(2).any(|pair| *pair == name[..2]) {
            return None;
        }
        // 清运垃圾9.86万吨，日均处理270吨，无害化处理率100%: all of it was dealt with so.
        // 床位2340张，每千名老人拥有30张，护理型床位占比41%: nor is a mean what a rate tells of.
        let mean = |name: &[char]| {
            let each = matches!(name, ['每', '百' | '千' | '万', ..]);
            each || name.windows(2).any(|pair| matches!(pair, ['日' | '月' | '年' | '人' | '户' | '亩', '均']))
        };
        let nearest = if is_rate(name) && mean(self.name(nearest)) {
            let all = |other: &usize| !figures[*other].is_relative() && !mean(self.name(*other));
            Self::before(nearest)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .filter(all)
                .find(|&other| self.same_unit(figures, other, nearest) || is_akin(name, self.name(other)))?
        } else {
            nearest
        };
        // 接收163人，其中自主就业151人，安置到甲9人、乙3人，安置率100%: what is no part of all tells nothing of it.
        let among = Self::before(nearest)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .find_map(|other| figures[other].link.filter(|link| link.1 == Relation::Part))
            .filter(|link| self.same_unit(figures, link.0, nearest));
        let listed = figures[nearest].link.is_none() && self.is_listed(figures, nearest);
        let nearest = among.filter(|_| listed && !is_akin(name, self.name(nearest))).map_or(nearest, |link| link.0);
        // 签约18万人，签约率46%，其中重点人群签约11万人，签约率82%: of the whole it was told before.
        let again = |whole: usize| {
            let told = |other: usize| figures[other].link == Some((whole, Relation::Attribute));
            (whole..nearest).any(|other| told(other) && self.name(other) == name)
        };
        // A rate speaks of the whole rather than of the part before it: 受理22件，办结22件，办结率100%.
        let whole = match figures[nearest].link {
            // 安排12.6亿元，已下达12.5亿元，下达率99.2%: of money it tells of what was done.
            Some(_) if figures[nearest].kind == Kind::Money && name.starts_with(self.name(nearest)) => nearest,
            Some((whole, Relation::Part)) if is_rate(name) && !again(whole) => whole,
            _ => nearest,
        };
        let akin = |other: usize| is_akin(name, self.name(other));
        // 新增床位200张，护理型床位占比提升至62%: what came to be so is told of all of them.
        // 培训执法人员1500人次，执法人员持证率提高到90%: so it is behind what was done.
        // 新申领执法证9人，持证率由76%提升至84%
        let unit = self.quantity(figures, nearest).unit.as_deref();
        let times = unit.is_some_and(|unit| unit.ends_with(['次', '期', '场', '班', '轮']));
        let own = self.name(nearest).starts_with(&['新']) || times;
        let moves = figure.direction.is_some() || figure.role == Role::Baseline;
        // 新建幼儿园52所，公办园在园幼儿占比达50%; but 新增床位360张，护理型床位占比62%.
        const OWN: usize = 6;
        let owner = self.name(nearest);
        let measure = ties(Tie::Rate).before(name, name.len()).map_or(0, |(length, ())| length);
        let same_thing = name[..name.len() - measure].ends_with(&owner[owner.len().saturating_sub(2)..]);
        let longer = name.len() > OWN && !name.starts_with(owner) && owner.starts_with(&['新']) && !same_thing;
        // 消除大班额23个，大班额比例由2.7%下降至1.1%: it is no rate of doing so; nor is one that was kept within bounds.
        let does = verbs().at(name, 0).is_some() || rates().at(name, 0).is_some();
        let deed = verbs().at(self.name(nearest), 0).is_some();
        if !bare && (moves && (own || deed && !does) || longer && own || figure.role == Role::Limit) {
            return None;
        }
        // 参保38.6万人，参保率97.8%，脱贫人口参保率100%: what has been told of all is told of some here. 及时解决率 says how.
        let some = |other: usize| {
            let told = self.name(other);
            let longer = told.len() > 2 && told.len() < name.len() && name.ends_with(told);
            longer && figures[other].link == Some((whole, Relation::Attribute)) && rates().at(name, 0).is_none()
        };
        if Self::before(index).any(some) {
            return None;
        }
        // 有5个单位发布信息不足20条，占比13.5%: the share is of those of whom that is told.
        let group = nearest.checked_sub(1).filter(|&group| {
            let bound = self.quantity(figures, nearest).qualifier != Qualifier::Exact;
            let counts = figures[group].kind == Kind::Count && figures[group].sentence == figure.sentence;
            share && bound && counts && figures[nearest].words.follows && figures[group].name_rule == NameRule::Behind
        });
        if bare {
            return Some((if share { group.unwrap_or(nearest) } else { whole }, Relation::Attribute));
        }
        // 完成非税收入3亿元，非税收入占财政总收入比重为46%
        if let Some(at) = name.iter().position(|&letter| letter == '占').filter(|&at| at > 1)
            && self.name(nearest).ends_with(&name[..at])
        {
            return Some((nearest, Relation::Attribute));
        }
        // 开展督察2轮，整改率达到97%; 完成投资17亿元，确保开工率100%: of what is still to be done a rate is an aim by itself.
        let aimed = figure.role == Role::Target
            && (figures[nearest].kind != Kind::Count
                || times
                || self.of_people(figures, nearest)
                || unit.is_some_and(|unit| unit.contains('/')));
        if aimed && !akin(nearest) && !akin(whole) {
            return None;
        }
        // 发放补贴126万元；公租房分配率98%，租金收缴率91%: behind a semicolon it is another matter.
        // 化解纠纷86件；信访事项一次性化解率94%: the verb of the rate is not enough.
        const VERB: usize = 3;
        const LONG: usize = 5;
        let does = |&at: &usize| rates().at(name, at).or(verbs().at(name, at)).is_some_and(|(length, ())| length > 1);
        let thing = match (2..name.len()).find(does) {
            Some(end) if name.len() > LONG => &name[..end.min(name.len() - VERB)],
            None if name.len() > LONG => &name[..name.len() - VERB],
            _ => name,
        };
        let same = |other: usize| is_akin(thing, self.name(other));
        // 审结案件4件31人，结案率100%: of the two it is the cases.
        let paired = whole > 0 && figures[whole].words.joined && figures[whole - 1].kind == Kind::Count;
        if ties(Tie::Cases).at(name, 0).is_some() && is_rate(name) && paired && self.of_people(figures, whole) {
            return Some((whole - 1, Relation::Attribute));
        }
        // 新增就业6500人，调解成功率70%: people are no cases.
        let cases = ties(Tie::Cases).at(name, 0).is_some() && self.of_people(figures, whole);
        let process = (verbs().at(name, 0).is_some() || rates().at(name, 0).is_some()) && !cases;
        // 新增绿地5公顷，绿化覆盖率42%: nothing was done to an area whose rate that is.
        let measures = matches!(figures[nearest].kind, Kind::Area | Kind::Length);
        const LONGEST: usize = 10;
        // 项目86个，总投资36亿元，开工率92%: it is projects that were begun.
        if is_rate(name)
            && ties(Tie::Works).at(name, 0).is_some()
            && figures[nearest].kind == Kind::Money
            && let Some(owner) = Self::before(nearest)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| matches!(figures[other].kind, Kind::Count | Kind::Area))
        {
            let root = figures[owner].link.filter(|link| link.1 == Relation::Part && !akin(owner));
            let whole = root.map_or(self.whole_of_list(figures, owner, index), |link| link.0);
            return Some((whole, Relation::Attribute));
        }
        // 成功调处83件，涉及金额126万元，调解成功率97.6%: the money is not what succeeded.
        if is_rate(name)
            && matches!(figures[nearest].kind, Kind::Money | Kind::Area)
            && !akin(nearest)
            && let Some((owner, Relation::Attribute)) = figures[nearest].link
            && akin(owner)
            && (same(owner) || !self.between(figures, owner, index).contains(&';'))
        {
            let whole = figures[owner].link.filter(|link| link.1 == Relation::Part).map_or(owner, |link| link.0);
            return Some((whole, Relation::Attribute));
        }
        // 新增就业2200人，登记失业率4%
        let general = ties(Tie::General).before(name, name.len()).is_some();
        // 净资产21亿元，资产负债率65%: what is left of the whole has no rate of all.
        let owned = |other: usize| self.name(other).first() == Some(&'净') || self.name(other).ends_with(&['权', '益']);
        let akin = |other: usize| akin(other) && !(general && owned(other));
        let apart = self.between(figures, nearest, index).contains(&';') && !same(nearest) && !same(whole);
        if is_rate(name) && senses(Sense::Money).at(name, 0).is_some() && !apart {
            // 交易额38亿元，节约资金2亿元，增值3亿元，资金节约率5%: of several amounts it is the one whose name it shares.
            let amounts = || {
                Self::before(index)
                    .take_while(|&other| figures[other].sentence == figure.sentence)
                    .filter(|&other| figures[other].kind == Kind::Money)
            };
            // 争取债券28亿元，支持项目35个，支出进度98%: things are not paid out.
            let told = amounts().find(|&other| akin(other));
            let only = || amounts().next().filter(|_| amounts().nth(1).is_none());
            let told = told.or_else(only);
            if told.is_some() || figures[nearest].kind == Kind::Money {
                return told.map(|whole| (whole, Relation::Attribute));
            }
        }
        // 新增就业6500人以上，调解成功率70%，仲裁结案率95%: what the rate before it is none of, it is none of either.
        let broken = (nearest + 1..index).any(|other| {
            let own = figures[other].quantity != figure.quantity && figures[other].kind == Kind::Ratio;
            own && is_rate(self.name(other)) && figures[other].link.is_none()
        });
        if is_rate(name)
            && name.len() <= LONGEST
            // 再就业86人；毕业生就业率93%: behind a semicolon a longer name tells of what is its own.
            && !(name.len() > 5 && self.between(figures, nearest, index).contains(&';') && !name.starts_with(self.name(nearest)))
            // 98个贫困村退出，贫困发生率1%: how often something happens is told of all.
            && !name.ends_with(&['发', '生', '率'])
            && !matches!(figures[nearest].kind, Kind::Index | Kind::Score)
            // 轮训60学时: nothing is a share of hours, as it may be of days.
            && !(figures[nearest].kind == Kind::Duration && !akin(nearest) && self.quantity(figures, nearest).unit.as_deref() != Some("天"))
            && !(name.len() > 5 && self.is_listed(figures, nearest))
            && if measures {
                // 流转土地26.8万亩，流转率52.6%
                let stem = &name[..name.len() - 1];
                self.name(nearest).windows(stem.len().max(1)).any(|part| part == stem)
            } else {
                !apart && (name.len() <= LONG && process && !general && !broken || akin(whole) || akin(nearest))
            }
            && !figure.is_borrowed()
        {
            return Some((whole, Relation::Attribute));
        }
        None
    }
}
