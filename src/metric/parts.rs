//! Parts and their whole: brackets, 其中, outcomes, thresholds.

use rust_decimal::Decimal;

use super::clause;
use super::figure::Figure;
use super::kinship::shares_pair;
use super::outcome::{are_members, tells_outcome};
use super::owned::is_attribute;
use super::relation::Linker;
use super::sharing;
use crate::exact::Exact;
use crate::language::{Claim, Place, Sense, Tie, claims, naming, senses, ties, verbs};
use crate::report::{Kind, LinkRule, Relation, Role};

impl Linker<'_> {
    /// The whole of a part that is the last of a list or the last of what adds up; else the figure itself.
    pub(super) fn whole_of_list(&self, figures: &[Figure], part: usize, index: usize) -> usize {
        let Some((whole, Relation::Part)) = figures[part].link else { return part };
        let sibling = part.checked_sub(1).is_some_and(|before| figures[before].link == figures[part].link);
        let listed = sibling && self.is_listed(figures, part);
        // 税收4亿元，为预算的99%；非税3亿元，为预算的117%: each has its own.
        let each = (whole + 1..part).any(|other| {
            figures[other].kind == figures[index].kind
                && figures[other].link.is_some_and(|(member, relation)| {
                    relation == Relation::Attribute && member > whole && figures[member].link == figures[part].link
                })
        });
        let closed = figures[index].kind != Kind::Growth && !each && self.is_used_up(figures, whole, index);
        if listed || closed { whole } else { part }
    }

    /// Whether the parts of a whole that stand before `index` add up to it.
    pub(super) fn is_used_up(&self, figures: &[Figure], whole: usize, index: usize) -> bool {
        let parts = (whole + 1..index).filter(|&other| figures[other].link == Some((whole, Relation::Part)));
        let sum = parts
            .map(|other| self.quantity(figures, other).value)
            .try_fold(Decimal::ZERO, |sum, value| sum.plus(value));
        sum == Some(self.quantity(figures, whole).value)
    }

    /// In a bracket behind the whole: `87个（动建52个、投产29个）`.
    pub(super) fn in_bracket(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, index).range.start)?;
        if bracket.start < figure.sentence.start {
            return None;
        }
        // 收入增加86万元（税收增加52万元，补助增加34万元）
        let whole = Self::before(index).find(|&other| self.quantity(figures, other).range.end <= bracket.start);
        let increases = |whole: &usize| {
            let touches = self.quantity(figures, *whole).extent.end == bracket.start;
            let amount = figure.increment || !figure.is_relative();
            touches && amount && figures[*whole].increment && self.same_unit(figures, *whole, index)
        };
        if let Some(whole) = whole.filter(increases) {
            return Some((whole, Relation::Part));
        }
        let inside = Self::before(index).take_while(|&other| self.quantity(figures, other).range.start > bracket.start);
        let mut inside_roots = inside.filter(|&other| !figures[other].is_relative());
        if figure.is_relative()
            && let Some(root) = inside_roots.next()
        {
            return Some((root, Relation::Attribute));
        }
        // （简易案件12起罚1300元）: what is told in one clause with a number belongs to it.
        if figure.kind == Kind::Money
            && figure.words.follows
            && let Some(root) = index.checked_sub(1).filter(|&root| figures[root].kind == Kind::Count)
            && self.quantity(figures, root).range.start > bracket.start
        {
            return Some((root, Relation::Attribute));
        }
        // （工程领域41起，涉及金额116万元，其他领域55起，…）: so does what is told of it in the next clause.
        let name = self.name(index);
        if figure.kind == Kind::Money
            && (is_attribute(name) || matches!(name, ['涉', '及' | '案', ..]))
            && let Some(root) = Self::before(index)
                .take_while(|&other| self.quantity(figures, other).range.start > bracket.start)
                .next()
                .filter(|&root| figures[root].kind == Kind::Count)
        {
            return Some((root, Relation::Attribute));
        }
        let outside = |other: &usize| {
            let other_quantity = self.quantity(figures, *other);
            other_quantity.range.end <= bracket.start && figures[*other].sentence == figure.sentence
        };
        // 增长5.9%（预期目标为8%以上）: what was aimed at is measured as what it stands behind.
        if figure.role == Role::Target
            && figure.kind == Kind::Ratio
            && senses(Sense::Task).before(self.name(index), self.name(index).len()).is_some()
            && let Some(rate) = Self::before(index)
                .take_while(|other| outside(other))
                .find(|&other| matches!(figures[other].kind, Kind::Ratio | Kind::Growth))
        {
            return Some((rate, Relation::Attribute));
        }
        let base = |other: usize| figure.is_relative() && figures[other].role == Role::Baseline;
        let mut candidates =
            Self::before(index).filter(outside).filter(|&other| !figures[other].is_relative() && !base(other));
        let nearest = candidates.next()?;
        // 隧道掘进3814米；货运通道（12.6公里）6月建成: behind a semicolon it is told of what has no number.
        let own = self.passage.chars[self.quantity(figures, nearest).range.end..bracket.start].contains(&';');
        if own && !self.same_unit(figures, nearest, index) && !figure.is_relative() {
            return None;
        }
        if figure.is_relative() {
            // 综合指数4.2，全市20个区县排名第4（全省排名第87）
            let ranked = self.is_ranked_among(figures, nearest) && nearest + 1 < index;
            let told = candidates.find(|&other| !self.is_ranked_among(figures, other)).filter(|_| ranked);
            return Some((told.unwrap_or(nearest), Relation::Attribute));
        }
        if self.same_unit(figures, nearest, index) {
            // 造林1300亩（任务1200亩）
            let task = figure.role == Role::Target && figures[nearest].role == Role::Actual;
            // 责任人192名（即每座水库3人）
            let scored = figure.kind == Kind::Score || figure.lead.iter().take(2).any(|&letter| letter == '每');
            return Some((nearest, if task || scored { Relation::Attribute } else { Relation::Part }));
        }
        // 面积2万平方米，分小学部和初中部（小学部有教室36间）: of what stands in an earlier clause it tells nothing.
        let apart = self.passage.chars[self.quantity(figures, nearest).range.end..bracket.start].contains(&',');
        let same = candidates.take(3).find(|&other| self.same_unit(figures, other, index));
        // 小学211所（含53个教学点）: what is held is a part, whatever it is counted in.
        let held = self.passage.chars.get(bracket.start + 1) == Some(&'含')
            && figure.kind == Kind::Count
            && figures[nearest].kind == Kind::Count;
        let relation = if held { Relation::Part } else { Relation::Attribute };
        same.map(|whole| (whole, Relation::Part)).or((!apart).then_some((nearest, relation)))
    }

    /// Behind 其中: parts of the nearest whole before it, unless the numbers say of which.
    pub(super) fn among(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let link = self.among_nearest(figures, index)?;
        if figures[index].increment {
            return Some(link);
        }
        Some((self.whole_by_numbers(figures, index, link.0), link.1))
    }

    fn among_nearest(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        // 超额0.8万亩 is beyond the task and no part of what was done.
        if figure.lead.starts_with(&['超', '额']) {
            return None;
        }
        // 下发图斑312个，其中违法图斑27个，已整改26个，整改率96.3%: the rate says of which.
        // 调处成功3094件，其中平台受理816件，办结809件: so does what was received right before.
        let received = index.checked_sub(1).is_some_and(|before| {
            let enough = self.quantity(figures, before).value >= self.quantity(figures, index).value;
            let name = self.name(before);
            let receipt = claims(Claim::Pending).before(name, name.len()).is_some();
            enough && receipt && self.same_unit(figures, before, index) && figures[before].sentence == figure.sentence
        });
        if tells_outcome(figure, self.name(index)) && (received || self.is_rated(figures, index)) {
            return None;
        }
        let start = self.quantity(figures, index).range.start;
        let chars = &self.passage.chars;
        let bracket = clause::bracket_around(self.enclosures, start);
        let opened = self.opening(figure.sentence.start..start, bracket.as_ref())?;
        // A new clause that names the time or adds another matter is no part any more.
        let between = &chars[opened..start];
        if ties(Tie::Beyond).is_in(between) {
            return None;
        }
        // Between a heading and what it leads stands its mark.
        let near = |other: &usize| figures[*other].sentence.end + 1 >= figure.sentence.start;
        let wholes = Self::before(index)
            .take_while(near)
            .filter(|&other| self.quantity(figures, other).range.end <= opened && !figures[other].is_relative());
        // 总收入86万元，其中税收52万元；总支出80万元，结转6万元
        let spent = between
            .iter()
            .rposition(|&letter| letter == ';')
            .is_some_and(|at| ties(Tie::Expense).is_in(&between[at..]));
        // 经费46万元，其中镇级财政31万元，人均由0.8元提高到1.5元: a mean is no part.
        let name = self.name(index);
        // 居民人均收入3万元，其中农村居民人均收入2万元: nor is the mean of some.
        let own = name.windows(3).any(|letters| matches!(letters, ['民' | '工' | '员', '人', '均']));
        if own || ties(Tie::Mean).at(name, 0).is_some() || name.contains(&'每') {
            return None;
        }
        // 基金收入12亿元，减收7亿元，主要是土地收入减少6亿元: what fell is part of the fall.
        if figure.increment {
            let (_, sum) = self.sum_behind(figures, index, opened);
            let fell = Self::before(index)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| figures[other].increment && self.quantity(figures, other).range.end <= opened);
            // Behind a semicolon it is only where all that is told adds up to it.
            let added = |&whole: &usize| !between.contains(&';') || sum == Some(self.quantity(figures, whole).value);
            return fell
                .filter(|&whole| self.same_unit(figures, whole, index))
                .filter(added)
                .filter(|&whole| {
                    figures[whole].direction == figure.direction
                        && self.quantity(figures, whole).value >= self.quantity(figures, index).value
                })
                .map(|whole| (whole, Relation::Part));
        }
        // 完成投资3亿元，其中：甲工程总投资6800万元，完成投资5100万元
        let scheme = |other: usize| {
            let name = self.name(other);
            ties(Tie::Scheme).before(name, name.len()).map(|(length, ())| &name[name.len() - length..])
        };
        let to_be_spent = scheme(index);
        let value = self.quantity(figures, index).value;
        // 造林6820亩（任务6500亩），其中油桐2100亩
        let task = |other: usize| {
            figures[other].role == Role::Target && figures[other].link.is_some_and(|link| link.1 == Relation::Attribute)
        };
        // 完成6.3亿元，为去年同期4.8亿元的1.3倍，其中产业类4.6亿元
        let base = |other: usize| figures[other].role == Role::Baseline && figure.role == Role::Actual;
        // 累计造林59万亩，年均12万亩，其中退耕还林37万亩: a mean has no parts.
        // 人均支出2万元，其中食品0.6万元: but where nothing else stands before it.
        let beside = |other: usize| {
            Self::before(other)
                .take_while(|&before| figures[before].sentence == figures[other].sentence)
                .take_while(|&before| !self.between(figures, before, other).contains(&';'))
                .any(|before| self.same_unit(figures, before, other) && !figures[before].is_relative())
        };
        let mean = |other: usize| ties(Tie::Mean).at(self.name(other), 0).is_some() && beside(other);
        // 民生支出13亿元，占总支出16亿元的83%，其中教育支出3亿元: nor has what a share is taken of.
        let taken = |other: usize| {
            figures.get(other + 1).is_some_and(|next| next.kind == Kind::Ratio)
                && sharing::is_share_of(self.between(figures, other, other + 1))
        };
        let wholes = wholes.filter(|&other| {
            !task(other)
                && !base(other)
                && !mean(other)
                && !taken(other)
                && (to_be_spent.is_none() || scheme(other) == to_be_spent)
        });
        // 受理案件96件，其中甲类60件、乙类36件，挽回损失86万元: where its own sentence has a whole, it has none in the one before.
        let own = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .any(|other| self.quantity(figures, other).range.end <= opened && !figures[other].is_relative());
        let wholes = wholes.filter(|&other| !own || figures[other].sentence == figure.sentence);
        let wholes = wholes.filter(|&other| !(spent && ties(Tie::Income).is_in(self.name(other))));
        // 果园1.2万亩，产量1.8万吨；茶园8600亩，其中投产6200亩，产茶320吨: what stands before the semicolon is another matter.
        let told = &chars[figure.sentence.start..opened];
        let apart = told.iter().rposition(|&letter| letter == ';').map(|at| figure.sentence.start + at);
        let apart = apart.filter(|&apart| {
            Self::before(index).any(|other| {
                let range = &self.quantity(figures, other).range;
                range.start > apart && range.end <= opened && !figures[other].is_relative()
            })
        });
        let wholes = wholes.filter(|&other| apart.is_none_or(|apart| self.quantity(figures, other).range.end > apart));
        // 建议86件、提案102件，其中甲类126件、乙类48件: what is told apart are both.
        let all: Vec<usize> = wholes.collect();
        let first = (0..index).rev().take_while(|&other| self.quantity(figures, other).range.start > opened).last();
        let beyond = first.is_some_and(|first| {
            let more = |&whole: &usize| {
                self.same_unit(figures, whole, first)
                    && self.quantity(figures, first).value > self.quantity(figures, whole).value
            };
            let mut alike = all.iter().filter(|&&whole| self.same_unit(figures, whole, first)).peekable();
            figures[first].link.is_none()
                && self.same_unit(figures, first, index)
                && alike.peek().is_some()
                && alike.all(more)
        });
        if beyond {
            return None;
        }
        let wholes: Vec<usize> =
            all.into_iter().filter(|&other| value <= self.quantity(figures, other).value).collect();
        let same = wholes.iter().copied().filter(|&other| self.same_unit(figures, other, index));
        // 签约52个、总投资196亿元，其中10亿元以上项目5个，到位内资73亿元: what is told next to a part of the things counted is no part of
        // their money unless it is called as that is.
        let besides = |nearest: usize| {
            let last = Self::before(index).find(|&other| !figures[other].is_relative());
            let counted = |last: usize| {
                self.quantity(figures, last).range.start > opened
                    && figures[last].kind == Kind::Count
                    && figures[last].link.is_some_and(|(whole, relation)| relation == Relation::Part && whole < nearest)
            };
            figure.kind == Kind::Money && last.is_some_and(counted) && !shares_pair(name, self.name(nearest))
        };
        let mut same = same.peekable();
        if same.peek().is_some_and(|&whole| self.is_listed_since(figures, (whole, index), opened)) {
            return None;
        }
        let Some(nearest) = same.next() else {
            return self.among_others(figures, index, opened, &wholes).map(|whole| (whole, Relation::Part));
        };
        if besides(nearest) {
            return None;
        }
        // 其中自主就业151人，符合条件12人，安置到甲9人、乙3人: what stands in one list with what is no part is none.
        let beside =
            index.checked_sub(1).filter(|&before| self.is_listed(figures, index) && !figures[before].is_relative());
        if beside.is_some_and(|before| {
            let behind =
                self.quantity(figures, before).range.start > opened && first.is_some_and(|first| first < before);
            behind && self.same_unit(figures, before, index) && figures[before].link.is_none()
        }) {
            return None;
        }
        // 受理89件，办结86件，其中甲类61件、乙类28件，化解5件: the list is of the one that it adds up to, and nothing more is.
        let listed = self.whole_of_first_list(figures, index, opened, &wholes);
        if let Some((whole, last)) = listed.filter(|&(_, last)| index <= last || !between.contains(&';')) {
            return (index <= last).then_some((whole, Relation::Part));
        }
        let (members, sum) = self.sum_behind(figures, index, opened);
        let many = members > 2;
        let value = |other| self.quantity(figures, other).value;
        // Behind a semicolon another matter begins, unless 其中 opens a list of clauses or all the members add up.
        let list_of_clauses = matches!(chars.get(opened + 2), Some(',' | ':'));
        // 党员52人，占60.5%；大专以上78人，占90.7%: a share says that it is a part.
        let shared = figures.get(index + 1).is_some_and(|next| {
            // 占总人数的28.4%
            let total = matches!(next.lead[..], ['占', '总' | '全', ..]);
            next.kind == Kind::Ratio && (next.lead.ends_with(&['占']) || total)
        });
        // 出栏126万头，其中甲36万头…；存栏78万头，母猪7.6万头，占9.7%
        let anew = between.iter().rposition(|&letter| letter == ';').and_then(|at| {
            Self::before(index)
                .take_while(|&other| self.quantity(figures, other).range.start > opened + at)
                .find(|&other| self.same_unit(figures, other, index) && !figures[other].is_relative())
        });
        // 粮食总产量30万吨，其中：早稻11万吨、晚稻19万吨；油料总产量0.5万吨: what is called as the whole is stands beside it.
        const TITLE: usize = 3;
        let title = |other: usize| {
            let name = self.name(other);
            name.get(name.len().checked_sub(TITLE)?..).filter(|title| title.starts_with(&['总']))
        };
        let first = (0..index).rev().take_while(|&other| self.quantity(figures, other).range.start > opened).last();
        if between.contains(&';')
            && title(index).is_some()
            && title(index) == title(nearest)
            && first.is_some_and(|first| title(first) != title(nearest))
            && sum != Some(value(nearest))
        {
            return None;
        }
        if shared
            && !list_of_clauses
            && let Some(whole) = anew.filter(|&other| figures[other].link.is_none())
        {
            return Some((whole, Relation::Part));
        }
        if between.contains(&';')
            && let Some(whole) = self.whole_of_parallel(figures, index, opened)
        {
            return Some((whole, Relation::Part));
        }
        if between.contains(&';') && !list_of_clauses && !shared {
            let added = |&other: &usize| sum.is_some_and(|sum| sum == value(other));
            // A verb begins another matter, unless the first member begins with one too.
            let acts = |other: usize| verbs().at(&self.own_words(figures, other, opened), 0).is_some();
            let first = (0..index).rev().take_while(|&other| self.quantity(figures, other).range.start > opened).last();
            let own = !acts(index) || first.is_some_and(acts);
            let alike = acts(index) && first.is_some_and(acts);
            let almost = |&other: &usize| (many && own || alike) && sum.is_some_and(|sum| is_near(sum, value(other)));
            let wholes: Vec<usize> = [nearest].into_iter().chain(same).collect();
            // 食品4826元，占30%；居住3647元，占23%；教育2143元，增长13%: so it goes on where two clauses were of it, and no verb begins another.
            let settled = || {
                let members = (0..index).rev().take_while(|&other| self.quantity(figures, other).range.start > opened);
                let parts: Vec<usize> =
                    members.filter(|&other| figures[other].link == Some((nearest, Relation::Part))).take(2).collect();
                let apart = |pair: &[usize]| self.between(figures, pair[1], pair[0]).contains(&';');
                let last = parts.first().is_some_and(|&last| {
                    let between = self.between(figures, last, index);
                    between.iter().filter(|&&letter| letter == ';').count() == 1
                });
                parts.len() == 2 && apart(&parts) && last && figure.words.left.len() == name.len()
            };
            let goes_on = Some(nearest).filter(|_| figure.kind == Kind::Money && settled());
            let whole = wholes.iter().copied().find(added).or(Some(nearest).filter(almost)).or(goes_on);
            // 收到46件，其中个人41件，单位5件；上年结转2件: nothing is left of the whole for it.
            let whole = whole.filter(|&whole| !self.is_used_up(figures, whole, index));
            return whole.map(|whole| (whole, Relation::Part));
        }
        // 换发4826个，其中执法证4613个、监督证213个，注销352个: nothing is left that could be another part.
        let last = Self::before(index).find(|&other| !figures[other].is_relative());
        // 违规1.06亿元，不规范4.11亿元，处罚3862万元，上缴1430万元: nor is there behind what is told of something else.
        let divided = last.is_some_and(|last| figures[last].link == Some((nearest, Relation::Part)));
        // 办案1863件，其中甲类1427件、乙类436件，人均14件，复议3件
        let full = last.is_some_and(|last| self.name(last).contains(&'均'));
        if ((divided || full) && !shared || figure.kind == Kind::Money) && self.is_used_up(figures, nearest, index) {
            return None;
        }
        // 新建公园12个，改造小区30个，其中口袋公园5个
        let alike = |other: usize| {
            let (name, whole) = (self.name(index), self.name(other));
            whole.len() > 1 && name.ends_with(&whole[whole.len() - 2..])
        };
        if figure.kind == Kind::Count && !alike(nearest) && !shares_pair(self.name(index), self.name(nearest)) {
            let other = wholes.iter().copied().filter(|&other| self.same_unit(figures, other, index)).find(|&other| {
                // 申报专利680件，授权326件，其中发明专利48件: what came of them is told of the same things.
                // 排查隐患5127处，整改5064处，整改率98.8%，其中重大隐患11处: behind the rate it is all of them again.
                let rated = figures[index - 1].kind == Kind::Ratio
                    && figures[index - 1].link.is_some_and(|link| link.0 == other);
                let came = !rated
                    && figures[nearest]
                        .link
                        .is_some_and(|(whole, relation)| relation == Relation::Part && whole >= other);
                alike(other)
                    && !came
                    && figures[other].link.is_none()
                    && figures[other].sentence == figures[nearest].sentence
            });
            if let Some(other) = other {
                return Some((other, Relation::Part));
            }
        }
        // 取消54项，其中自行设定的12项全部取消，推行承诺制31项: a verb begins another matter behind a comma too.
        let own_words = self.own_words(figures, index, opened);
        let clause = own_words.iter().rposition(|&letter| letter == ',').map_or(0, |comma| comma + 1);
        // 派出所干警6人 is no verb.
        let begins = |words: &[char]| {
            // 柔性引进专家12名
            let how = naming(Place::Adverbial).at(words, 0).map_or(0, |(length, ())| length);
            let words = &words[how..];
            let verb = verbs().at(words, 0).filter(|_| naming(Place::Nominal).at(words, 0).is_none());
            verb.is_some_and(|(length, ())| naming(Place::Derived).at(words, length).is_none())
        };
        let first = (0..index).rev().take_while(|&other| self.quantity(figures, other).range.start > opened).last();
        let other = figure.kind == Kind::Count
            && begins(&own_words[clause..])
            // 其中来信213件，来访386批: they are known to divide one thing.
            && !first.is_some_and(|first| are_members(self.name(first), self.name(index)))
            && !tells_outcome(figure, self.name(index))
            && first.is_some_and(|first| {
                // 其中再融资债券47亿元，新增债券21亿元: both are bonds.
                let (one, name) = (self.name(first), self.name(index));
                let akin = one.len() > 1 && name.ends_with(&one[one.len() - 2..]);
                verbs().at(one, 0).is_none() && !akin && !tells_outcome(&figures[first], one)
            })
            && !self.is_listed(figures, index);
        if other && sum != Some(value(nearest)) {
            return None;
        }
        // Of several wholes it is the one that the members add up to: 受理168件，办结161件；其中甲100件、乙68件.
        if sum == Some(value(nearest)) {
            return Some((nearest, Relation::Part));
        }
        // Something else was told since the part that is nearest: 立案486件，结案452件，罚款628万元，其中大要案5件.
        let root = figures[nearest]
            .link
            .filter(|link| link.1 == Relation::Part && self.tells_between(figures, nearest, opened));
        let whole = same.find(|&other| members > 1 && sum == Some(value(other)));
        Some((whole.or(root.map(|link| link.0)).unwrap_or(nearest), Relation::Part))
    }

    /// `答复申请805件，…。予以公开258件，占32%；不予公开35件，占4%`: parts with their shares in a sentence of their own are of the last whole
    /// of the sentence before; so is what stands in one list with them.
    pub(super) fn shared_out(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if figure.is_relative() || figure.kind != Kind::Count {
            return None;
        }
        let own = |&other: &usize| figures[other].sentence == figure.sentence && !figures[other].is_relative();
        if let Some(sibling) = Self::before(index).find(own) {
            // The next of the list.
            let whole = figures[sibling].link.filter(|link| link.1 == Relation::Part)?.0;
            let listed =
                figures[sibling].link_rule == Some(LinkRule::Shared) && self.same_unit(figures, sibling, index);
            return listed.then_some((whole, Relation::Part));
        }
        let share =
            figures.get(index + 1).filter(|next| next.sentence == figure.sentence && next.kind == Kind::Ratio)?;
        let unnamed =
            (share.lead.ends_with(&['占']) || share.lead.ends_with(&['占', '比'])) && share.words.left.len() <= 2;
        let last = Self::before(index).next().map(|before| figures[before].sentence.clone())?;
        let adjoins = last.end == figure.sentence.start;
        let whole = Self::before(index).take_while(|&other| figures[other].sentence == last).find(|&other| {
            self.same_unit(figures, other, index)
                && !figures[other].is_relative()
                && figures[other].link.is_none_or(|link| link.1 != Relation::Part)
                && self.quantity(figures, other).value > self.quantity(figures, index).value
        })?;
        (unnamed && adjoins).then_some((whole, Relation::Part))
    }

    /// The words before a figure that stand behind `opened` and the word 其中 there.
    fn own_words(&self, figures: &[Figure], index: usize, opened: usize) -> Vec<char> {
        const AMONG: usize = 2;
        let own = |&&at: &&usize| at >= opened + AMONG;
        figures[index].words.left.iter().filter(own).map(|&at| self.passage.chars[at]).collect()
    }

    /// Whether a figure of another sort stands between one figure and `end`.
    pub(super) fn tells_between(&self, figures: &[Figure], from: usize, end: usize) -> bool {
        (from + 1..figures.len())
            .take_while(|&other| self.quantity(figures, other).range.end <= end)
            .any(|other| !self.same_unit(figures, from, other) && !figures[other].is_relative())
    }
}

/// Whether two numbers are so near that one may be meant for the other: a sum that is one short.
fn is_near(one: Decimal, other: Decimal) -> bool {
    const TOLERANCE: i64 = 20;
    let apart = one.minus(other).map(|apart| apart.abs());
    apart.and_then(|apart| apart.times(TOLERANCE.into())).is_some_and(|apart| apart <= other)
}

/// Where 其中 and the like stand.
pub fn openings(chars: &[char]) -> Vec<usize> {
    let among = ties(Tie::Among);
    let opens = |&at: &usize| {
        chars[at] == '其' && chars.get(at + 1) == Some(&'中')
            || starts_clause(chars, at) && among.at(chars, at).is_some()
    };
    (0..chars.len()).filter(opens).collect()
}

fn starts_clause(chars: &[char], at: usize) -> bool {
    at == 0 || matches!(chars[at - 1], ',' | ';' | '(' | '。')
}
