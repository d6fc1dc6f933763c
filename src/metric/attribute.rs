//! What tells something of another figure: rates, growth, ranks, targets.

use super::clause;
use super::figure::{self, Figure};
use super::kinship::{is_number_of, shares_pair, tells_of};
use super::name;
use super::relation::Linker;
use super::sharing;
use crate::language::{Claim, Place, Sense, Tie, claims, naming, senses, ties};
use crate::report::{Direction, Kind, NameRule, Relation, Role};

/// A shorter subject of a change may be that of many.
const SUBJECT: usize = 3;
/// Before 起数 and the like less says little.
const COUNTED: usize = 2;
/// So many characters at the end of a name say that it is a total: 收入总计.
const TOTAL: usize = 2;

impl Linker<'_> {
    /// A target belongs to what was reached in the same sentence.
    pub(super) fn target(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if figure.role != Role::Target {
            return None;
        }
        let name = self.name(index);
        // 完成年初预算20亿元的54%: that of which a share was done is no plan for something else.
        let shared = figures.get(index + 1).is_some_and(|next| {
            next.kind == Kind::Ratio && sharing::is_share_of(self.between(figures, index, index + 1))
        });
        let own = !figure.is_borrowed()
            && !shared
            && naming(Place::Task).before(name, name.len()).is_none()
            && !senses(Sense::Target).is_in(&figure.lead)
            && !is_base(figure)
            // 废止53件、拟修改8件: what is still to be done to others.
            || name.starts_with(&['拟']);
        // 其中继续有效48份，拟修改5份: a part that is still to be done is a part.
        let part = |link: (usize, Relation)| link.1 == Relation::Part && !figures[link.0].is_relative();
        if (own || name.starts_with(&['拟'])) && !figure.is_relative() && self.among(figures, index).is_some_and(part)
        {
            return None;
        }
        let actual = |other: &usize| {
            figures[*other].sentence == figure.sentence
                && figures[*other].role == Role::Actual
                && !(shared && figures[*other].increment)
                && (!own || shares_pair(name, self.name(*other)))
                && self.same_unit(figures, *other, index)
                && figures[*other].link.is_none_or(|(_, relation)| relation != Relation::Part)
        };
        Self::before(index).find(actual).map(|whole| (whole, Relation::Attribute))
    }

    /// A rate, a growth or a rank belongs to the figure it speaks of, if it does not name its own subject.
    pub(super) fn relative(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if !figure.is_relative() {
            return None;
        }
        let name = self.name(index);
        // 11件积案100%化解
        if figure.kind == Kind::Ratio
            && figure.words.follows
            && figure.name_rule == NameRule::Behind
            && let Some(before) = index.checked_sub(1).filter(|&before| figures[before].kind == Kind::Count)
        {
            return Some((before, Relation::Attribute));
        }
        if let Some(all) = self.told_of_all(figures, index) {
            return all.map(|whole| (whole, Relation::Attribute));
        }
        // 亏损总额增加11亿元，增亏28.6倍: an increase that has a subject of its own is spoken of too.
        let stands =
            |other: usize| !figures[other].is_relative() || figures[other].increment && figures[other].link.is_none();
        // 综合指数5.73，全市20个区县排名第4，同比下降15%: those who are ranked are not what is told of.
        let ranked = |other: usize| other + 1 < index && self.is_ranked_among(figures, other);
        // 蓄水1.2亿立方米，占总库容2.3亿立方米的52%，减少0.3亿立方米: what a share is taken of is only compared with.
        let base = |other: usize| {
            other + 1 < index
                && figures[other + 1].kind == Kind::Ratio
                && sharing::is_share_of_task(self.between(figures, other, other + 1))
        };
        // 支出22.6万元，节约5.4万元，比上年减少1.8万元: what was spared of it is not what fell.
        let spared = |other: usize| {
            matches!(self.name(other), ['节', '约' | '余' | '支'])
                && figure.direction == Some(Direction::Down)
                && other.checked_sub(1).is_some_and(|before| self.same_unit(figures, before, other) && stands(before))
        };
        // 收到申请143件，上年结转4件，同比增长18%: nor is it what was left of the year before.
        let carried = |other: usize| {
            figure.kind == Kind::Growth && self.name(other).ends_with(&['结', '转']) && other + 1 == index
        };
        let mut roots = Self::before(index).filter(|&other| {
            // 排名前进12位，列全国第143名: by how many places it moved has no rank.
            let moved = figure.kind == Kind::Rank && figures[other].direction.is_some();
            let apart = ranked(other) || base(other) || spared(other) || carried(other) || moved;
            let told = stands(other) && !apart;
            figures[other].sentence == figure.sentence && told
        });
        // 不良率下降0.3个百分点，降至1.1%: the rate itself stands behind.
        let next = figures.get(index + 1).filter(|next| next.is_borrowed() && next.sentence == figure.sentence);
        if figure.kind == Kind::Points && next.is_some_and(|next| next.kind == Kind::Ratio) {
            return Some((index + 1, Relation::Attribute));
        }
        // 增长7%，占全省的5%，较全省增速高1.6个百分点: a pace is compared with a pace.
        let paced = senses(Sense::Pace).is_in(name) && self.grows_before(figures, index).is_some();
        if figure.kind == Kind::Points
            && is_bare_relative(name)
            && let Some(rate) =
                Self::before(index).take_while(|&other| figures[other].sentence == figure.sentence).find(|&other| {
                    // 95.9%，比全省的97.5%低1.6个百分点: what is compared with is not what is spoken of.
                    let compared = matches!(figures[other].lead.first(), Some('比' | '较'));
                    // 劳务消耗上升12.0个百分点，平均每年上升1.2个百分点
                    let moved = figures[other].kind == Kind::Points
                        && figures[other].link.is_none()
                        && !is_bare_relative(self.name(other));
                    // 增长8.4%，两年平均增长5.9%，增速回落1.1个百分点
                    let mean = paced && self.is_mean_growth(figures, other);
                    (matches!(figures[other].kind, Kind::Ratio | Kind::Growth) || moved)
                        && !mean
                        && figures[other].role != Role::Baseline
                        // 比例4.6%，低于15%的问责线，下降3.3个百分点: nor is the line.
                        && (figures[other].role == figure.role || figures[other].role != Role::Target)
                        && !compared
                        && (!paced || figures[other].kind == Kind::Growth)
                })
        {
            return Some((rate, Relation::Attribute));
        }
        // 位列全市第二，较上年提升3个位次
        if figure.increment
            && self
                .quantity(figures, index)
                .unit
                .as_deref()
                .is_some_and(|unit| unit.contains('位') || unit.ends_with("名次") || unit == "名")
            && let Some(rank) = Self::before(index)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| figures[other].kind == Kind::Rank && figures[other].role != Role::Baseline)
        {
            return Some((rank, Relation::Attribute));
        }
        if figure.increment {
            // 面积比上年增加21万亩，达到300万亩: the whole may also stand behind.
            let behind = figures.get(index + 1).filter(|next| next.is_borrowed() && next.sentence == figure.sentence);
            if behind.is_some() && self.same_unit(figures, index, index + 1) {
                return Some((index + 1, Relation::Attribute));
            }
            // 完成预算5亿元的60%，比上年同期2亿元增加1亿元: neither what was planned nor what was before has grown.
            let start = self.quantity(figures, index).range.start;
            let closed = |other: usize| {
                let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, other).range.start);
                bracket.is_some_and(|bracket| bracket.end <= start) && !is_bare_relative(name)
            };
            // 诉讼案件减少12件，败诉案件减少2件: what changed by itself is no whole of another change.
            let other_change = |other: usize| figures[other].increment && !is_bare_relative(name);
            // 收到26件（其中上年结转1件），申请数量较上年增加8件: nor is what is left of the year before.
            let carried = |other: usize| self.name(other).starts_with(&['上', '年']);
            let mut same: Vec<usize> = roots
                .filter(|&other| {
                    self.same_unit(figures, other, index) && !closed(other) && !other_change(other) && !carried(other)
                })
                .collect();
            if same.iter().any(|&other| figures[other].role == Role::Actual) {
                same.retain(|&other| figures[other].role == Role::Actual);
            }
            // 总产值42亿元，…，带动农户户均增收3600元: a mean grew, and no total.
            if name.contains(&'均') && figure.kind == Kind::Money {
                same.retain(|&other| self.name(other).contains(&'均'));
            }
            // 创收540万元，村集体增收26万元: so is what some body earned more.
            let earns = matches!(name[..], [.., '增', '收' | '产' | '值' | '效'] | [.., '创', '收']);
            if earns && !is_bare_relative(name) {
                same.retain(|&other| shares_pair(self.subject(figures, index), self.name(other)));
            }
            // 盈利总额28亿元，但亏损企业亏损总额增加11亿元: what increased is named and is something else.
            if !is_bare_relative(name)
                && !same.iter().any(|&other| tells_of(self.subject(figures, index), self.name(other)))
            {
                return None;
            }
            let akin = same.iter().find(|&&other| shares_pair(name, self.name(other)));
            // 来访143批（含集体访42批），同比减少23批: behind a bracket it is the whole again that is spoken of.
            let bracketed = |other: usize| {
                let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, other).range.start);
                bracket.is_some_and(|bracket| bracket.end <= start)
            };
            let outside = same.iter().find(|&&other| !bracketed(other));
            let whole = akin.or(outside).or(same.first()).copied();
            // 查处案件14起，结案13起，立案数增加3起: what changed is not what became of them.
            let named = !is_bare_relative(name) && akin.is_none();
            // 办理63件，其中甲类47件、其他16件，较上年增加18件: behind the rest it is all of them again.
            let rest = |whole: usize| claims(Claim::Rest).at(self.name(whole), 0).is_some();
            let root =
                |whole: usize| figures[whole].link.filter(|link| (named || rest(whole)) && link.1 == Relation::Part);
            let whole = whole.map(|whole| (root(whole).map_or(whole, |link| link.0), Relation::Attribute));
            return whole.or_else(|| self.told_before(figures, index));
        }
        // 增加8件，增长44.4%: the growth is of what increased.
        if figure.kind == Kind::Growth
            && is_bare_relative(name)
            && let Some(before) = index.checked_sub(1)
            && figures[before].increment
            && figures[before].sentence == figure.sentence
        {
            return figures[before].link.or(Some((before, Relation::Attribute)));
        }
        if figure.kind == Kind::Rank
            && let Some(ranked) = self.placed(figures, index)
        {
            return ranked;
        }
        // 收入3.7亿元，完成预算10.5亿元的35%: the share is of what stands before its whole.
        if figure.kind == Kind::Ratio
            && let Some(whole) = index.checked_sub(1)
            && sharing::is_share_of_task(self.between(figures, whole, index))
            && let Some(part) =
                Self::before(whole).take_while(|&other| figures[other].sentence == figure.sentence).find(|&other| {
                    let stands = figures[other].role == Role::Actual && !figures[other].increment;
                    self.same_unit(figures, other, whole) && stands
                })
        {
            // 拆违12万平方米，其中存量8万、新增4万平方米，完成任务10万平方米的120%
            let planned = figures[whole].role == Role::Target;
            let part = if planned { self.whole_of_list(figures, part, index) } else { part };
            return Some((part, Relation::Attribute));
        }
        // 班车通村率88%，同比增长1.6%: a rate that stands for itself grew.
        if figure.kind == Kind::Growth
            && is_bare_relative(name)
            && let Some(before) = index.checked_sub(1)
            && figures[before].kind == Kind::Ratio
            && figures[before].link.is_none()
            && figures[before].sentence == figure.sentence
            && is_rate(self.name(before))
        {
            return Some((before, Relation::Attribute));
        }
        // 增加值增长14%，占规上工业的32%: what grew is a share, and no figure tells it.
        if figure.kind == Kind::Ratio
            && name.first() == Some(&'占')
            && let Some(before) = index.checked_sub(1)
            && figures[before].kind == Kind::Growth
            && figures[before].link.is_none()
            && figures[before].sentence == figure.sentence
            && !is_bare_relative(self.name(before))
        {
            return None;
        }
        let Some(nearest) = roots.next() else { return self.told_before(figures, index) };
        // 信访96批186人次，批次下降12%，人次下降21%: what is called by its measure word is that of the two.
        if let Some(told) = self.called_by_unit(figures, index, nearest) {
            return Some((told, Relation::Attribute));
        }
        // 320件，上年280件，同比增长14.3%: it is not the year before that grew.
        let nearest = figures[nearest].link.filter(|_| is_base(&figures[nearest])).map_or(nearest, |link| link.0);
        // 到位资金6亿元，占任务8亿元的75%，同比增长11%: nor is it what was planned.
        let done = matches!(name, ['完', '成']);
        let later = figure.kind == Kind::Growth || figure.kind == Kind::Ratio && (done || nearest + 1 < index);
        let planned = figures[nearest].role == Role::Target && figure.role == Role::Actual && later;
        let nearest = figures[nearest]
            .link
            .filter(|link| planned && link.1 == Relation::Attribute && self.same_unit(figures, link.0, nearest))
            .map_or(nearest, |link| link.0);
        // 花费906元，较全省低174元，恢复至2019年的98%: an amount by which something changed is not what is spoken of.
        let nearest = figures[nearest].link.filter(|_| figures[nearest].increment).map_or(nearest, |link| link.0);
        // 48亿元，折合6.9亿美元，增长5.9%: nor is the same in other money.
        let converted = figures[nearest].link.filter(|_| self.is_converted(nearest));
        let nearest = converted.map_or(nearest, |link| link.0);
        // 56200元（折合7980美元），增长5.9%: behind a bracket the figure before it is spoken of again.
        let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, nearest).range.start);
        let closed = bracket.is_some_and(|bracket| bracket.end <= self.quantity(figures, index).range.start);
        // 债务余额96亿元（甲26亿元，乙70亿元），增长9%: so it is behind its parts.
        let told = figures[nearest].link.filter(|_| closed);
        let nearest = told.map_or(nearest, |link| link.0);
        // 利润总额512万元；平均毛利率8.4%: a mean rate has a subject.
        let mean = figure.kind == Kind::Ratio
            && name.starts_with(&['平', '均'])
            && is_rate(name)
            && self.between(figures, nearest, index).contains(&';');
        let bare = is_bare_relative(name) && !mean;
        let share = name.starts_with(&['占']) || figure.is_borrowed() && figure.lead.ends_with(&['占']);
        // 增加的占32.6%，减少的占19.2%: a share of those that changed has a subject.
        let changed = figure.kind == Kind::Ratio && !share && figure.lead.ends_with(&['占']);
        let bare = bare && !changed || share;
        // 造林6.8万亩，其中甲2.1万亩、乙4.7万亩，占任务的113%: of the task it is the whole that is a share.
        let task = ties(Tie::Planned).before(name, name.len()).is_some();
        // 其中职工3万人、居民33万人，占应参保人数的97%: so it is behind a list that leaves nothing over.
        let listed =
            !name.is_empty() && !figure.is_borrowed() && nearest + 1 == index && self.is_listed(figures, nearest);
        let used = listed
            && figures[nearest]
                .link
                .is_some_and(|(whole, relation)| relation == Relation::Part && self.is_used_up(figures, whole, index));
        let nearest =
            if bare && (!share || task || used) { self.whole_of_list(figures, nearest, index) } else { nearest };
        // 甲区45260元，是乙县22310元的2倍: what it is a multiple of stands right before it.
        if figure.kind == Kind::Multiple
            && nearest + 1 == index
            && sharing::is_share_of(self.between(figures, nearest, index))
            && let Some(told) = nearest.checked_sub(1).filter(|&told| self.same_unit(figures, told, nearest))
            && figures[told].sentence == figure.sentence
            && !figures[told].is_relative()
        {
            return Some((told, Relation::Attribute));
        }
        if figure.kind == Kind::Multiple {
            // “跨省通办”事项18项，证件办理量增长1.6倍: what has a subject of its own tells of nothing else.
            const SHORT: usize = 4;
            let subject = self.subject(figures, index);
            let changed = figure::change(&figure.lead).is_some();
            // 收案量是诉讼案件的1.6倍: so it is where the subject is compared with something else.
            let own = !changed && subject.len() >= SUBJECT && !shares_pair(subject, self.name(nearest));
            let told = bare || !own && (!changed || subject.len() <= SHORT || tells_of(subject, self.name(nearest)));
            return told.then_some((nearest, Relation::Attribute));
        }
        // 下放审批事项30项，压减申请材料40%: so it is where what changed stands behind the verb.
        let object = name.get(senses(Sense::Amount).at(name, 0).map_or(0, |(length, ())| length)..);
        if figure.kind == Kind::Growth
            && figure::changes_object(name).is_some()
            && !object.is_some_and(|object| tells_of(object, self.name(nearest)))
        {
            return None;
        }
        // 案件98件，罚款42万元，同比案件数增长12.6%: the subject stands behind 同比.
        // 居民消费价格 does not begin with 居.
        let behind = &name[relative_length(name)..];
        let changes = |at: &usize| senses(Sense::Up).at(behind, *at).or(senses(Sense::Down).at(behind, *at)).is_some();
        if figure.kind == Kind::Growth
            && behind.len() < name.len()
            && let Some(end) = (2..behind.len()).find(changes)
            && let Some(told) = Self::before(index)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| !figures[other].is_relative() && shares_pair(&behind[..end], self.name(other)))
        {
            return Some((told, Relation::Attribute));
        }
        if figure.kind != Kind::Ratio {
            // 存款余额386亿元，余额同比增长8%
            let subject = self.subject(figures, index);
            let again = subject.len() > 1 && self.name(nearest).ends_with(subject);
            // 火灾3起，其中一般火灾1起，火灾次数上升50%: all of them rose.
            let number = is_number_of(name, self.name(nearest));
            let all = figures[nearest].link.filter(|link| number && link.1 == Relation::Part);
            let nearest = all.map_or(nearest, |link| link.0);
            return (bare || again || number).then_some((nearest, Relation::Attribute));
        }
        self.rate(figures, index, nearest, (bare, share))
    }

    /// Which of two figures with one name a change speaks of that is called by its measure word: 批次下降, 人次同比下降.
    fn called_by_unit(&self, figures: &[Figure], index: usize, nearest: usize) -> Option<usize> {
        if figures[index].kind != Kind::Growth {
            return None;
        }
        let subject = self.subject(figures, index);
        let of = |figure: usize| {
            let unit: Vec<char> = self.quantity(figures, figure).unit.as_deref().unwrap_or_default().chars().collect();
            !unit.is_empty() && subject.ends_with(&unit)
                || subject.strip_suffix(&['次']).is_some_and(|own| own.ends_with(&unit))
        };
        // 火灾86起，死亡2人，损失60万元，起数下降12%
        if let Some(counted) = subject.strip_suffix(&['数']).filter(|counted| counted.len() < 3) {
            let told = |&other: &usize| {
                let unit: Vec<char> =
                    self.quantity(figures, other).unit.as_deref().unwrap_or_default().chars().collect();
                figures[other].sentence == figures[index].sentence && unit == counted
            };
            return Self::before(index).filter(|&other| !figures[other].is_relative()).find(told);
        }
        let pair = [nearest, nearest.checked_sub(1)?];
        let joined = figures[nearest].words.joined && figures[nearest].sentence == figures[index].sentence;
        let told = pair.into_iter().find(|&figure| joined && of(figure))?;
        // 来访312批863人次，其中集体访12批326人次，批次下降18%: all of them fell.
        Some(figures[told].link.filter(|link| link.1 == Relation::Part).map_or(told, |link| link.0))
    }

    /// Whether a growth is the mean of some years, told behind that of the year: 增长8.4%，两年平均增长5.9%.
    pub(super) fn is_mean_growth(&self, figures: &[Figure], index: usize) -> bool {
        let mean = matches!(self.name(index), [_, '年', '平' | '年', '均', ..]);
        let beside =
            |before: usize| figures[before].kind == Kind::Growth && figures[before].sentence == figures[index].sentence;
        mean && figures[index].kind == Kind::Growth && index.checked_sub(1).is_some_and(beside)
    }

    /// The nearest growth before a figure in its sentence.
    fn grows_before(&self, figures: &[Figure], index: usize) -> Option<usize> {
        Self::before(index)
            .take_while(|&other| figures[other].sentence == figures[index].sentence)
            .find(|&other| figures[other].kind == Kind::Growth)
    }

    /// `收入86万元，为…取得的收入。较上年减少5万元`: where a sentence begins with a change, it speaks of the one amount that the sentence before tells.
    fn told_before(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let first = index.checked_sub(1).filter(|&before| figures[before].sentence != figure.sentence)?;
        let head = figure.words.left.first() == Some(&figure.sentence.start) && is_bare_relative(self.name(index));
        let adjoins = figures[first].sentence.end == figure.sentence.start;
        let mut amounts = Self::before(index)
            .take_while(|&other| figures[other].sentence == figures[first].sentence)
            .filter(|&other| !figures[other].is_relative() && figures[other].link.is_none());
        let amount = amounts.next().filter(|_| amounts.next().is_none())?;
        let alike = !figure.increment || self.same_unit(figures, amount, index);
        let told = head && adjoins && alike && figures[amount].role == Role::Actual;
        (told && figure.kind != Kind::Rank).then_some((amount, Relation::Attribute))
    }

    /// `支出86万元。与上年相比，支出减少3万元，下降3.4%`: a change belongs to what it names, be that told in a sentence before.
    pub(super) fn told_again(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let subject = self.subject(figures, index);
        // 医院2871个。与上年比较，医院增加63个: a short one only if it is the whole name of what it counts.
        let short = subject.len() < SUBJECT;
        if !(figure.increment || figure.kind == Kind::Growth && !short) || subject.len() < 2 {
            return None;
        }
        // 火灾起数, 死亡人数: how many there are of what is counted in this measure word.
        let number = ties(Tie::Number).before(subject, subject.len()).map_or(0, |(length, ())| length);
        let (counted, word) = subject.split_at(subject.len() - number);
        let names = |other: usize| {
            let name = self.name(other);
            let at = name.windows(subject.len()).rposition(|words| words == subject);
            let unit = || self.quantity(figures, other).unit.as_deref();
            let measured = || {
                word.len() < 2
                    || unit().is_some_and(|unit| {
                        // 火灾次数 are counted in 起 too.
                        unit.starts_with(word[0]) || word[0] == '次' && matches!(unit, "起" | "场")
                    })
            };
            at.is_some_and(|at| name.len() - at - subject.len() <= TOTAL)
                || number > 0 && counted.len() >= COUNTED && name.ends_with(counted) && measured()
        };
        let told = |&other: &usize| {
            figures[other].sentence.end <= figure.sentence.start
                && figures[other].role == Role::Actual
                && !figures[other].is_relative()
                && !figures[other].increment
                && names(other)
                && (!short || self.name(other) == subject)
                && (!figure.increment || self.same_unit(figures, other, index))
        };
        // 发生火灾3起，其中一般火灾1起，火灾次数上升50%: all of them rose.
        let root = |whole: usize| figures[whole].link.filter(|link| link.1 == Relation::Part && number > 0);
        let told = Self::before(index).find(told);
        told.map(|whole| (root(whole).map_or(whole, |link| link.0), Relation::Attribute))
    }

    /// Whether a figure counts those among whom something is ranked right behind it: 全市20个区县排名第4.
    pub(super) fn is_ranked_among(&self, figures: &[Figure], index: usize) -> bool {
        let next = figures.get(index + 1).filter(|next| next.kind == Kind::Rank && next.words.follows);
        figures[index].kind == Kind::Count && next.is_some_and(|next| next.sentence == figures[index].sentence)
    }

    /// What it is that changed, of a figure that says by how much.
    fn subject(&self, figures: &[Figure], index: usize) -> &[char] {
        let length = name::subject_of_change(&self.passage.chars, &figures[index].name).len();
        &self.name(index)[..length]
    }
}

/// Whether a figure is what another is compared with: an earlier one, or one that was planned.
fn is_base(figure: &Figure) -> bool {
    let planned = || figure.role == Role::Target && figure.lead.iter().any(|letter| matches!(letter, '比' | '较'));
    figure.role == Role::Baseline || planned()
}

/// Whether a name ends as rates do: 办结率, 完成比例.
pub(super) fn is_rate(name: &[char]) -> bool {
    ties(Tie::Rate).before(name, name.len()).is_some()
}

/// Whether the name of a rate, growth or rank has no subject of its own: 同比增长, 占全区固投, 总量居全省.
fn is_bare_relative(name: &[char]) -> bool {
    let share = name.starts_with(&['完', '成'])
        || name.starts_with(&['实', '现'])
        || matches!(name.first(), Some('为' | '达' | '占'))
        || name.starts_with(&['超']) && !name.ends_with(&['预', '算']);
    let task = share && ties(Tie::Planned).before(name, name.len()).is_some();
    let changes = senses(Sense::Up).at(name, 0).is_some() || senses(Sense::Down).at(name, 0).is_some();
    // 增速最快的镇增长11.2%: so many grew fastest.
    if changes && name.contains(&'最') {
        return false;
    }
    let relative = relative_length(name) > 0;
    // 平均资产负债率 is one of its own.
    let relative =
        relative && !(name.starts_with(&['平', '均']) && ties(Tie::General).before(name, name.len()).is_some());
    let lies =
        matches!(name, ['完', '成'] | ['超', '额', ..]) || matches!(name, ['高' | '低' | '多' | '少' | '快' | '慢']);
    name.is_empty() || task || changes || relative || lies
}

/// The length of the words at the head of a name that say that it has no subject of its own.
fn relative_length(name: &[char]) -> usize {
    let kept = naming(Place::Kept).at(name, 0).map_or(0, |(length, ())| length);
    ties(Tie::Relative).at(name, 0).map_or(0, |(length, ())| if length >= kept { length } else { 0 })
}
