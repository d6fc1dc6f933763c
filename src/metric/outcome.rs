//! What became of the things that were counted, and what of them is left.

use rust_decimal::Decimal;

use super::figure::Figure;
use super::kinship::shares_pair;
use super::relation::Linker;
use crate::exact::Exact;
use crate::language::{Claim, Sense, Tie, claims, divisions, funnel, senses, ties, verbs};
use crate::report::{Kind, LinkRule, Relation, Role};

impl Linker<'_> {
    /// What became of the things counted before: 受理22件，已办结20件.
    pub(super) fn outcome(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let (whole, relation) = self.outcome_of(figures, index)?;
        Some((self.whole_by_numbers(figures, index, whole), relation))
    }

    fn outcome_of(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        const ALREADY: usize = 3;
        let figure = &figures[index];
        // 应修复67座，已修复61座
        let name = self.name(index);
        let already = figure.lead.iter().take(ALREADY).any(|&letter| letter == '已');
        let done = already && verbs().at(name, 0).is_some_and(|(length, ())| length > 1 && length == name.len());
        // 处罚金额3862万元，已上缴财政1430万元
        let paid_in = already && matches!(name, ['上', '缴' | '交', ..]);
        let same = |other: usize| self.name(other).windows(name.len()).any(|part| part == name);
        // 违法图斑37个、面积126亩，已查处36个
        let beside = |other: usize| self.same_unit(figures, other, index);
        let before = Self::before(index).find(|&other| figures[other].kind == Kind::Count);
        // 86套公租房已分配72套
        let done =
            done && (figure.words.follows || index.checked_sub(1).is_some_and(same) || before.is_some_and(beside));
        // 应签约216户，签约200户
        let due = |other: usize| is_due(self.name(other), name) && beside(other);
        let done = done || [before, index.checked_sub(1)].into_iter().flatten().any(due);
        // 排查纠纷2163件，调解2147件，调解率99.3%: the rate says that it is so many of them.
        let rated = |other: usize| {
            figures.get(index + 1).is_some_and(|next| {
                let told = next.letters(&self.passage.chars);
                told.strip_suffix(&['率']) == Some(name)
                    && beside(other)
                    && self.makes(figures, (index, other), index + 1)
            })
        };
        let done = done || before.is_some_and(rated);
        // 受灾12万亩，成灾8万亩
        let harmed = figure.kind == Kind::Area && ties(Tie::Harmed).at(name, 0).is_some();
        // 安排资金12.6亿元，已下达12.5亿元
        let paid = already
            && figure.kind == Kind::Money
            && senses(Sense::Paid).at(name, 0).is_some_and(|(length, ())| length == name.len());
        // 征地4860亩，已兑付3972亩
        let settled = done && figure.kind == Kind::Area;
        let told = (done || paid_in || paid || tells_outcome(figure, name))
            && matches!(figure.kind, Kind::Count | Kind::Money);
        // 总诊疗86万人次，出院1.2万人次: visits are no patients who were admitted.
        let visits = ties(Tie::Discharged).at(name, 0).is_some()
            && self.quantity(figures, index).unit.as_deref() == Some("人次");
        // 审结338件，撤销41件、变更3件: what stands in one list became of the same.
        if let Some(before) = index.checked_sub(1)
            && figure.kind == Kind::Count
            && self.is_listed(figures, index)
            && figures[before].link_rule == Some(LinkRule::Outcome)
            && self.same_unit(figures, before, index)
            && figure.role == Role::Actual
            && let Some((whole, Relation::Part)) = figures[before].link
            && self.quantity(figures, index).value <= self.quantity(figures, whole).value
        {
            return Some((whole, Relation::Part));
        }
        if !(harmed || told || settled) || visits {
            return None;
        }
        let start = self.quantity(figures, index).range.start;
        let near = |other: &usize| {
            let between = self.passage.chars.get(self.quantity(figures, *other).range.end..start).unwrap_or_default();
            // 发现问题54个；已整改51个: 已 goes on behind a semicolon, and so does what becomes of cases.
            let goes_on = already || matches!(name, ['审' | '办', '结'] | ['结', '案']);
            figures[*other].sentence == figure.sentence && (goes_on || !between.contains(&';'))
        };
        let wholes: Vec<usize> = Self::before(index)
            .take_while(near)
            .filter(|&other| !figures[other].increment)
            .filter(|&other| self.same_unit(figures, other, index) && figures[other].role == Role::Actual)
            .filter(|&other| !are_members(self.name(other), name) && (!harmed || self.name(other).contains(&'灾')))
            .collect();
        // 问题63条，措施126条，整改58条，其余5条: what is left over tells of which things.
        let rest = figures.get(index + 1).filter(|next| claims(Claim::Rest).at(&next.lead, 0).is_some());
        let all = rest.and_then(|_| self.quantity(figures, index).value.plus(self.quantity(figures, index + 1).value));
        let adds_up = |other: &usize| all == Some(self.quantity(figures, *other).value);
        let Some(&nearest) = wholes.first() else { return self.came_of(figures, index) };
        // 收到97件，受理86件，不予受理5件；审结81件: what was taken up is dealt with.
        let taken = |other: &usize| {
            let name = self.name(*other);
            let enough = self.quantity(figures, *other).value >= self.quantity(figures, index).value;
            enough
                && !matches!(name.first(), Some('不' | '未'))
                && claims(Claim::Pending).before(name, name.len()).is_some()
        };
        let behind = self.between(figures, nearest, index).contains(&';');
        let nearest = wholes.iter().copied().find(taken).filter(|_| behind).unwrap_or(nearest);
        // 受理审查逮捕163件、审查起诉371件，批准逮捕131件: it is what its name says.
        // 发放问卷3000份，收回2846份，有效问卷2790份: but of what came back.
        let named = |other: &usize| {
            let own =
                shares_pair(name, self.name(nearest)) || figures[nearest].link.is_some_and(|link| link.0 == *other);
            let enough = self.quantity(figures, *other).value >= self.quantity(figures, index).value;
            !own && enough && figures[*other].link.is_none() && shares_pair(name, self.name(*other))
        };
        let nearest = wholes.iter().copied().find(named).unwrap_or(nearest);
        // 甲型4座、乙型19座，已完工15座: of which of them is not said.
        let alone = figures[nearest].link.is_none() && self.is_listed(figures, nearest);
        if alone && self.same_unit(figures, nearest - 1, nearest) && !adds_up(&nearest) {
            return None;
        }
        // 完成整改29个，基本完成2个，长期坚持1个: how far each is stands side by side.
        if ties(Tie::Status).at(&figure.lead, 0).is_some() && tells_outcome(&figures[nearest], self.name(nearest)) {
            return figures[nearest].link.filter(|link| link.1 == Relation::Part);
        }
        // 批准逮捕147件，不批准逮捕31件: what is not so is no part of what is.
        if is_denied(name, self.name(nearest)) {
            return figures[nearest].link.filter(|link| link.1 == Relation::Part);
        }
        // 移送监察机关13人、移送公安机关2人: those to whom things were sent stand side by side.
        let verb = verbs().at(name, 0).map_or(0, |(length, ())| length);
        if verb > 1
            && self.is_listed(figures, index)
            && nearest + 1 == index
            && self.name(nearest).starts_with(&name[..verb])
            && name.len() > verb
        {
            return figures[nearest].link.filter(|link| link.1 == Relation::Part);
        }
        // 责令整改86家，立案处罚21家: what was done to those at fault stands side by side.
        let begins = |index: usize, tie| ties(tie).at(self.name(index), 0).is_some();
        if begins(index, Tie::Beside) && begins(nearest, Tie::Measure) {
            return None;
        }
        let whole = if adds_up(&nearest) { nearest } else { wholes.into_iter().find(adds_up).unwrap_or(nearest) };
        // 发放贷款1.3亿元，补偿面积6万亩，兑现资金900万元: money is paid out for what was told last.
        let other = |&other: &usize| !figures[other].is_relative() && !self.same_unit(figures, other, index);
        if figure.kind == Kind::Money && Self::before(index).take_while(|&other| other > whole).any(|at| other(&at)) {
            return None;
        }
        let quantity = |index| self.quantity(figures, index).value;
        // Two outcomes side by side are parts of one whole.
        // 签约36个，开工21个，开工率58%，投产9个，投产率25%: the rate behind it tells of which.
        let rated = |root: usize, other: usize| {
            // 优秀117卷，占37.5%，不合格6卷，占1.9%: a share says so as a rate does.
            let share = |next: &Figure| next.lead.ends_with(&['占']);
            let rate = figures
                .get(index + 1)
                .filter(|next| next.kind == Kind::Ratio && (!next.is_borrowed() || share(next)))?;
            let rate = self.quantities[rate.quantity].value;
            let of = |whole: usize| {
                let share = quantity(index).times(Decimal::ONE_HUNDRED)?.over(quantity(whole))?;
                Some(share.minus(rate)?.abs() <= Decimal::new(6, 2))
            };
            Some(of(root)? && !of(other)?)
        };
        // 13项预期性指标完成11项: in one clause with them it is of these.
        let follows = figure.words.follows && whole + 1 == index && !self.is_listed(figures, index);
        let whole = match figures[whole].link {
            Some((root, Relation::Part))
                if !follows
                    && rated(whole, root) != Some(true)
                    && (quantity(index) > quantity(whole)
                        || rated(root, whole) == Some(true)
                        || self.is_used_up(figures, root, index)
                        || self.is_listed(figures, index)
                        || self.tells_between(figures, whole, self.quantity(figures, index).range.start)) =>
            {
                root
            }
            _ => whole,
        };
        (quantity(index) <= quantity(whole)).then_some((whole, Relation::Part))
    }

    /// `受理案件163件218人，其中提前介入3件。经审查，批准逮捕147件184人`: what a sentence that goes on says first of what the sentence before began with.
    fn came_of(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let goes_on = self.passage.chars.get(figure.sentence.start) == Some(&'经');
        let first =
            index.checked_sub(1).filter(|&before| goes_on && figures[before].sentence.end == figure.sentence.start)?;
        let whole = Self::before(index)
            .take_while(|&other| figures[other].sentence == figures[first].sentence)
            .filter(|&other| self.same_unit(figures, other, index) && figures[other].role == Role::Actual)
            .filter(|&other| !figures[other].is_relative())
            .last()?;
        let enough = self.quantity(figures, whole).value >= self.quantity(figures, index).value;
        (enough && figures[whole].link.is_none()).then_some((whole, Relation::Part))
    }

    /// Makes what was done of things that were divided already, and what is left of them, their parts where they add up:
    /// 危房73栋，其中甲级52栋、乙级21栋，拆除18栋，加固39栋，其余16栋停用.
    pub(super) fn leave_over(&self, figures: &mut [Figure]) {
        for rest in 0..figures.len() {
            if figures[rest].link.is_some() || figures[rest].is_relative() || !is_rest(&figures[rest].lead) {
                continue;
            }
            let value = |index| self.quantity(figures, index).value;
            let mut members = vec![rest];
            let mut sum = value(rest);
            let before = Self::before(rest)
                .take_while(|&other| figures[other].sentence == figures[rest].sentence)
                .filter(|&other| self.same_unit(figures, other, rest) && !figures[other].is_relative());
            let mut whole = None;
            for other in before {
                if members.len() > 2 && sum == value(other) {
                    whole = Some(other);
                    break;
                }
                if figures[other].link.is_none() {
                    let Some(more) = sum.plus(value(other)) else { break };
                    sum = more;
                    members.push(other);
                }
            }
            if let Some(whole) = whole {
                for member in members {
                    figures[member].link = Some((whole, Relation::Part));
                    figures[member].link_rule = Some(LinkRule::Sum);
                }
            }
        }
    }

    /// What is left of the whole that parts were taken from: 整改82项，其余4项.
    pub(super) fn remainder(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        // 教育类上涨1.5%，其他类上涨1.2%: what grew otherwise is no rest of what grew.
        if !is_rest(&figure.lead) || figure.kind == Kind::Growth {
            return None;
        }
        let mut before = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .filter(|&other| self.same_unit(figures, other, index));
        let nearest = before.next()?;
        match figures[nearest].link {
            Some((whole, Relation::Part)) => {
                let account = claims(Claim::Rest).at(self.name(whole), 0).is_some();
                (!account).then_some((whole, Relation::Part))
            }
            // 税收收入占83.5%，其他收入占16.5%: what is left over of all is no part of the other share.
            _ if figure.kind == Kind::Ratio => None,
            _ => {
                let second = before.next();
                // 受理1286件。已答复1271件，其余15件: both are what was told before.
                let value = |index: usize| self.quantity(figures, index).value;
                let all = value(nearest).plus(value(index));
                if second.is_none() && tells_outcome(&figures[nearest], self.name(nearest)) {
                    let told = |&other: &usize| self.same_unit(figures, other, index) && all == Some(value(other));
                    return Self::before(nearest).find(told).map(|whole| (whole, Relation::Part));
                }
                // 拆除18栋，加固39栋，其余16栋: what is smaller than its part is no whole.
                let whole = second.filter(|&whole| value(whole) >= value(nearest)).unwrap_or(nearest);
                // 其他应收款83万元，…；其他应付款29万元: what is called 其他 beside another that is so is nothing left over.
                if claims(Claim::Rest).at(self.name(whole), 0).is_some() {
                    return None;
                }
                // 予以公开4件，不掌握2件，其他处理1件: the last of a list is of none in it.
                if figure.lead.first() == Some(&'其') && figure.lead.get(1) != Some(&'余') && whole != nearest {
                    return None;
                }
                let between = self.quantity(figures, whole).range.end..self.quantity(figures, index).range.start;
                // 处罚类253件；公开类67件；其他类130件: sorts side by side are no parts of each other.
                let apart = self.passage.chars.get(between).is_some_and(|between| between.contains(&';'));
                (!apart && self.quantity(figures, whole).value > self.quantity(figures, index).value)
                    .then_some((whole, Relation::Part))
            }
        }
    }
}

/// Whether the words before a number say that it is what is left: 其余, 剩余.
fn is_rest(lead: &[char]) -> bool {
    // 年剩余日控制值 is a name of its own.
    const SHORT: usize = 6;
    let heads = lead.len() <= SHORT || claims(Claim::Rest).at(lead, 0).is_some();
    heads && claims(Claim::Rest).is_in(lead)
}

/// Whether a figure is called by what became of things: 办结, 被采纳, 阶段性办结, 有关部门已查处并结案.
pub(super) fn tells_outcome(figure: &Figure, name: &[char]) -> bool {
    const SHORT: usize = 5;
    const LONGEST: usize = 14;
    let passive = ties(Tie::Passive).at(name, 0).is_some();
    let begins = funnel().at(name, 0).is_some_and(|(length, ())| name.len() <= length + if passive { 6 } else { 2 });
    let ends = ties(Tie::Outcome).before(name, name.len()).is_some();
    let done = figure.lead.contains(&'已');
    let sole = ties(Tie::Sole).at(name, 0).is_some_and(|(length, ())| length == name.len());
    sole || begins || ends && (name.len() <= SHORT || done && name.len() <= LONGEST)
}

/// Whether one name says that what the other tells was not done: 决定不起诉 and 决定起诉.
fn is_denied(name: &[char], other: &[char]) -> bool {
    // 不予受理 beside 立案受理
    let not = |at: usize| {
        let behind = at + 1 + usize::from(name.get(at + 1) == Some(&'予'));
        matches!(name[at], '不' | '未') && name.len() > behind && other.ends_with(&name[behind..])
    };
    (0..name.len()).any(not)
}

/// Whether a name says that something was due that another says was done: 处理处罚应上交财政 and 上交.
fn is_due(due: &[char], done: &[char]) -> bool {
    let behind = |at: usize| due[at] == '应' && due[at + 1..].starts_with(done);
    !done.is_empty() && (0..due.len()).any(behind)
}

/// Whether two names are those of members of one whole: 男性人口 and 女性人口.
pub(super) fn are_members(one: &[char], other: &[char]) -> bool {
    let holds = |name: &[char], word: &str| {
        let word: Vec<char> = word.chars().collect();
        name.windows(word.len()).any(|letters| letters == word)
    };
    divisions().iter().any(|division| {
        let own = |name: &[char]| division.words.iter().position(|word| holds(name, word));
        own(one).zip(own(other)).is_some_and(|(one, other)| one != other)
    })
}
