//! Parts behind 其中: of which of the figures before it each is one.

use std::ops::Deref;

use rust_decimal::Decimal;

use super::kinship::shares_pair;
use super::outcome::{are_members, tells_outcome};
use super::{Link, Linker};
use crate::exact::Exact;
use crate::language::{Claim, Place, Tie, claims, naming, ties, verbs};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::metric::together::sharing;
use crate::report::{Kind, Relation, Role};

impl Linker<'_> {
    /// Behind 其中: parts of the nearest whole before it, unless the numbers say of which.
    pub(super) fn among(&self, index: usize) -> Option<Link> {
        let link = self.among_nearest(index)?;
        if self.figures[index].increment {
            return Some(link);
        }
        Some((self.whole_by_numbers(index, link.0), link.1))
    }

    fn among_nearest(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        // 超额0.8万亩 is beyond the task and no part of what was done.
        if figure.lead.starts_with(&['超', '额']) {
            return None;
        }
        // 下发图斑312个，其中违法图斑27个，已整改26个，整改率96.3%: the rate says of which.
        if tells_outcome(figure, self.name(index)) && (self.follows_receipt(index) || self.is_rated(index)) {
            return None;
        }
        let start = self.quantity(index).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        let opened = self.opening(figure.sentence.start..start, bracket.as_ref())?;
        // A new clause that names the time or adds another matter is no part any more.
        let between = &self.passage.chars[opened..start];
        if ties(Tie::Beyond).is_in(between) || is_mean(self.name(index)) {
            return None;
        }
        let behind = |&other: &usize| self.quantity(other).range.start > opened;
        let first = (0..index).rev().take_while(behind).last();
        let part = Member { linker: self, index, opened, between, first };
        if figure.increment { part.of_change() } else { part.of_amount() }
    }

    /// `调处成功3094件，其中平台受理816件，办结809件`: whether what was received stands right before what became of it.
    fn follows_receipt(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| {
            let enough = self.value(before) >= self.value(index);
            let name = self.name(before);
            let receipt = claims(Claim::Pending).ends(name);
            enough
                && receipt
                && self.same_unit(before, index)
                && self.figures[before].sentence == self.figures[index].sentence
        })
    }

    /// The words before a figure that stand behind `opened` and the word 其中 there.
    fn own_words(&self, index: usize, opened: usize) -> Vec<char> {
        const AMONG: usize = 2;
        let own = |&&at: &&usize| at >= opened + AMONG;
        self.figures[index].words.left.iter().filter(own).map(|&at| self.passage.chars[at]).collect()
    }
}

/// A figure behind 其中.
struct Member<'q> {
    linker: &'q Linker<'q>,
    index: usize,
    /// Where 其中 stands.
    opened: usize,
    /// What stands between it and the figure.
    between: &'q [char],
    /// The first figure behind it, if that is another one.
    first: Option<usize>,
}

impl<'q> Deref for Member<'q> {
    type Target = Linker<'q>;

    fn deref(&self) -> &Self::Target {
        self.linker
    }
}

impl Member<'_> {
    fn figure(&self) -> &Figure {
        &self.figures[self.index]
    }

    /// Whether a figure stands behind 其中 too.
    fn is_behind(&self, other: usize) -> bool {
        self.quantity(other).range.start > self.opened
    }

    /// Whether another matter may have begun: a semicolon stands before the figure.
    fn is_apart(&self) -> bool {
        self.between.contains(&';')
    }

    /// `基金收入12亿元，减收7亿元，主要是土地收入减少6亿元`: what fell is part of the fall.
    fn of_change(&self) -> Option<Link> {
        let figure = self.figure();
        let (_, sum) = self.sum_behind(self.index, self.opened);
        let fell = self.in_sentence_before(self.index).find(|&other| {
            let stands = self.quantity(other).range.end <= self.opened;
            self.figures[other].increment && stands
        })?;
        let contains = self.figures[fell].direction == figure.direction && self.value(fell) >= self.value(self.index);
        // Behind a semicolon it is only where all that is told adds up to it.
        let added = !self.is_apart() || sum == Some(self.value(fell));
        (self.same_unit(fell, self.index) && added && contains).then_some((fell, Relation::Part))
    }

    fn of_amount(&self) -> Option<Link> {
        let index = self.index;
        let all = self.wholes();
        if self.exceeds(&all) {
            return None;
        }
        let value = self.value(index);
        let wholes: Vec<usize> = all.into_iter().filter(|&other| value <= self.value(other)).collect();
        let same: Vec<usize> = wholes.iter().copied().filter(|&other| self.same_unit(other, index)).collect();
        if same.first().is_some_and(|&whole| self.is_listed_since((whole, index), self.opened)) {
            return None;
        }
        let Some(nearest) = same.first().map(|&nearest| self.whole_of_bracket(nearest)) else {
            let other = self.among_others(index, self.opened, &wholes);
            return other.map(|whole| (whole, Relation::Part));
        };
        if self.is_beside(nearest) || self.stands_with_no_part() {
            return None;
        }
        // 受理89件，办结86件，其中甲类61件、乙类28件，化解5件: the list is of the one that it adds up to, and nothing more is.
        let listed = self.whole_of_first_list(index, self.opened, &wholes);
        if let Some((whole, last)) = listed.filter(|&(_, last)| index <= last || !self.is_apart()) {
            return (index <= last).then(|| (self.whole_of_bracket(whole), Relation::Part));
        }
        let (members, sum) = self.sum_behind(index, self.opened);
        let sums = Sums { members, sum };
        let shared = self.has_share();
        if self.is_apart() {
            match self.behind_semicolon(nearest, &same, &sums, shared) {
                Behind::Told(link) => return link,
                Behind::GoesOn => {}
            }
        }
        if self.is_full(nearest, shared) {
            return None;
        }
        if let Some(other) = self.called_alike(nearest, &same) {
            return Some((other, Relation::Part));
        }
        // 学校48所，学生2万人，教师1600人，其中高中8所，招生860人: of which of several it is a part, no name tells.
        let of_another = |first: usize| first != index && !self.same_unit(first, index);
        if same.len() > 1 && sum != Some(self.value(nearest)) && self.first.is_some_and(of_another) {
            return None;
        }
        if sum != Some(self.value(nearest)) && self.begins_another_matter() {
            return None;
        }
        // Of several wholes it is the one that the members add up to: 受理168件，办结161件；其中甲100件、乙68件.
        if sum == Some(self.value(nearest)) {
            return Some((nearest, Relation::Part));
        }
        // Something else was told since the part that is nearest: 立案486件，结案452件，罚款628万元，其中大要案5件.
        let root = self.figures[nearest]
            .link
            .filter(|link| link.1 == Relation::Part && self.tells_between(nearest, self.opened));
        let whole = same[1..].iter().copied().find(|&other| members > 1 && sum == Some(self.value(other)));
        Some((whole.or(root.map(|link| link.0)).unwrap_or(nearest), Relation::Part))
    }

    /// 经营主体3800户（企业980户、个体户2760户），增长9%；其中新登记620户: behind the parts in a bracket it is the whole that is divided.
    fn whole_of_bracket(&self, nearest: usize) -> usize {
        let start = |other: usize| self.quantity(other).range.start;
        let bracket = |other: usize| clause::bracket_around(self.enclosures, start(other));
        let closed = bracket(nearest).filter(|bracket| bracket.end <= self.opened);
        let beside = |other: usize| closed.is_some() && bracket(other) == closed;
        let several = nearest.checked_sub(1).is_some_and(beside) || beside(nearest + 1);
        match self.figures[nearest].link {
            Some((whole, Relation::Part)) if several => whole,
            _ => nearest,
        }
    }

    /// What stands before 其中 and may be divided behind it, the nearest first.
    fn wholes(&self) -> Vec<usize> {
        let figure = self.figure();
        // Between a heading and what it leads stands its mark.
        let near = |other: &usize| self.figures[*other].sentence.end + 1 >= figure.sentence.start;
        let stands = |other: usize| self.quantity(other).range.end <= self.opened;
        // 受理案件96件，其中甲类60件、乙类36件，挽回损失86万元: where its own sentence has a whole, it has none in the one before.
        let own = self.in_sentence_before(self.index).any(|other| stands(other) && !self.figures[other].is_relative());
        // 总收入86万元，其中税收52万元；总支出80万元，结转6万元
        let last = self.between.iter().rposition(|&letter| letter == ';');
        let spent = last.is_some_and(|at| ties(Tie::Expense).is_in(&self.between[at..]));
        // 完成投资3亿元，其中：甲工程总投资6800万元，完成投资5100万元
        let scheme = |other: usize| {
            let name = self.name(other);
            ties(Tie::Scheme).tail(name).map(|length| &name[name.len() - length..])
        };
        let to_be_spent = scheme(self.index);
        let apart = self.matter_before();
        Linker::before(self.index)
            .take_while(near)
            .filter(|&other| stands(other) && !self.figures[other].is_relative())
            .filter(|&other| !self.has_no_parts(other) && (to_be_spent.is_none() || scheme(other) == to_be_spent))
            .filter(|&other| !own || self.figures[other].sentence == figure.sentence)
            .filter(|&other| !(spent && ties(Tie::Income).is_in(self.name(other))))
            .filter(|&other| apart.is_none_or(|apart| self.quantity(other).range.end > apart))
            .collect()
    }

    /// Whether a figure is none that anything is part of: a task, what was before, a mean, or what a share is taken of.
    fn has_no_parts(&self, other: usize) -> bool {
        // 造林6820亩（任务6500亩），其中油桐2100亩
        let task = self.figures[other].role == Role::Target
            && self.figures[other].link.is_some_and(|link| link.1 == Relation::Attribute);
        // 完成6.3亿元，为去年同期4.8亿元的1.3倍，其中产业类4.6亿元
        let base = self.figures[other].role == Role::Baseline && self.figure().role == Role::Actual;
        // 累计造林59万亩，年均12万亩，其中退耕还林37万亩: a mean has no parts.
        // 人均支出2万元，其中食品0.6万元: but where nothing else stands before it.
        let beside = || {
            Linker::before(other)
                .take_while(|&before| self.figures[before].sentence == self.figures[other].sentence)
                .take_while(|&before| !self.between(before, other).contains(&';'))
                .any(|before| self.same_unit(before, other) && !self.figures[before].is_relative())
        };
        let mean = ties(Tie::Mean).begins(self.name(other)) && beside();
        // 民生支出13亿元，占总支出16亿元的83%，其中教育支出3亿元: nor has what a share is taken of.
        let taken = self.figures.get(other + 1).is_some_and(|next| next.kind == Kind::Ratio)
            && sharing::is_share_of(self.between(other, other + 1));
        task || base || mean || taken
    }

    /// `果园1.2万亩，产量1.8万吨；茶园8600亩，其中投产6200亩，产茶320吨`: where the semicolon stands before which another matter was told.
    fn matter_before(&self) -> Option<usize> {
        let start = self.figure().sentence.start;
        let told = &self.passage.chars[start..self.opened];
        let apart = start + told.iter().rposition(|&letter| letter == ';')?;
        let since = Linker::before(self.index).any(|other| {
            let range = &self.quantity(other).range;
            range.start > apart && range.end <= self.opened && !self.figures[other].is_relative()
        });
        since.then_some(apart)
    }

    /// `建议86件、提案102件，其中甲类126件、乙类48件`: whether the first part is more than each of the wholes: what is told apart are both.
    fn exceeds(&self, wholes: &[usize]) -> bool {
        let Some(first) = self.first else { return false };
        let mut alike = wholes.iter().filter(|&&whole| self.same_unit(whole, first)).peekable();
        self.figures[first].link.is_none()
            && self.same_unit(first, self.index)
            && alike.peek().is_some()
            && alike.all(|&whole| self.value(first) > self.value(whole))
    }

    /// `签约52个、总投资196亿元，其中10亿元以上项目5个，到位内资73亿元`: whether it is told next to a part of the things counted: then it is no
    /// part of their money unless it is called as that is.
    fn is_beside(&self, nearest: usize) -> bool {
        let last = Linker::before(self.index).find(|&other| !self.figures[other].is_relative());
        let counted = |last: usize| {
            let part = |(whole, relation)| relation == Relation::Part && whole < nearest;
            self.is_behind(last) && self.figures[last].kind == Kind::Count && self.figures[last].link.is_some_and(part)
        };
        self.figure().kind == Kind::Money
            && last.is_some_and(counted)
            && !shares_pair(without_concern(self.name(self.index)), without_concern(self.name(nearest)))
    }

    /// `其中自主就业151人，符合条件12人，安置到甲9人、乙3人`: whether it stands in one list with what is no part.
    fn stands_with_no_part(&self) -> bool {
        let beside = self
            .index
            .checked_sub(1)
            .filter(|&before| self.is_listed(self.index) && !self.figures[before].is_relative());
        beside.is_some_and(|before| {
            let behind = self.is_behind(before) && self.first.is_some_and(|first| first < before);
            behind && self.same_unit(before, self.index) && self.figures[before].link.is_none()
        })
    }

    /// `党员52人，占60.5%；大专以上78人，占90.7%`: whether a share behind the figure says that it is a part.
    fn has_share(&self) -> bool {
        self.figures.get(self.index + 1).is_some_and(|next| {
            // 占总人数的28.4%; but 完成产业投资213亿元，占全部投资的47.8% may be a share of another whole.
            let total = matches!(next.lead[..], ['占', '总' | '全', ..]) && self.figure().kind == Kind::Count;
            next.kind == Kind::Ratio && (next.lead.ends_with(&['占']) || total)
        })
    }

    /// Behind a semicolon another matter begins, unless 其中 opens a list of clauses or all the members add up.
    fn behind_semicolon(&self, nearest: usize, same: &[usize], sums: &Sums, shared: bool) -> Behind {
        let index = self.index;
        let sum_is = |other: usize| sums.sum == Some(self.value(other));
        if (self.is_titled_as(nearest) || self.is_of_another_time()) && !sum_is(nearest) {
            return Behind::Told(None);
        }
        let list_of_clauses = matches!(self.passage.chars.get(self.opened + 2), Some(',' | ':'));
        // 出栏126万头，其中甲36万头…；存栏78万头，母猪7.6万头，占9.7%
        let anew = self.between.iter().rposition(|&letter| letter == ';').and_then(|at| {
            Linker::before(index)
                .take_while(|&other| self.quantity(other).range.start > self.opened + at)
                .find(|&other| self.same_unit(other, index) && !self.figures[other].is_relative())
        });
        if shared
            && !list_of_clauses
            && let Some(whole) = anew.filter(|&other| self.figures[other].link.is_none())
        {
            return Behind::Told(Some((whole, Relation::Part)));
        }
        if let Some(whole) = self.whole_of_parallel(index, self.opened) {
            return Behind::Told(Some((whole, Relation::Part)));
        }
        if list_of_clauses || shared {
            return Behind::GoesOn;
        }
        // A verb begins another matter, unless the first member begins with one too.
        let acts = |other: usize| verbs().begins(&self.own_words(other, self.opened));
        let own = !acts(index) || self.first.is_some_and(acts);
        let alike = acts(index) && self.first.is_some_and(acts);
        let many = sums.members > 2;
        let almost =
            |&other: &usize| (many && own || alike) && sums.sum.is_some_and(|sum| is_near(sum, self.value(other)));
        let goes_on = Some(nearest).filter(|_| self.goes_on(nearest));
        let added = same.iter().copied().find(|&other| sum_is(other));
        let whole = added.or(Some(nearest).filter(almost)).or(goes_on);
        // 收到46件，其中个人41件，单位5件；上年结转2件: nothing is left of the whole for it.
        let whole = whole.filter(|&whole| !self.is_used_up(whole, index));
        Behind::Told(whole.map(|whole| (whole, Relation::Part)))
    }

    /// `二季度末存栏31万头，其中母猪3万头；上半年出栏28万头`: another time than that of the first part is told behind the semicolon.
    fn is_of_another_time(&self) -> bool {
        let Some(last) = self.between.iter().rposition(|&letter| letter == ';') else { return false };
        let own =
            |index: usize, from: usize| self.figures[index].period.as_ref().is_some_and(|time| time.start >= from);
        own(self.index, self.opened + last) && self.first.is_some_and(|first| !own(first, self.opened))
    }

    /// `粮食总产量30万吨，其中：早稻11万吨、晚稻19万吨；油料总产量0.5万吨`: what is called as the whole is stands beside it.
    fn is_titled_as(&self, nearest: usize) -> bool {
        const TITLE: usize = 3;
        let title = |other: usize| {
            let name = self.name(other);
            name.get(name.len().checked_sub(TITLE)?..).filter(|title| title.starts_with(&['总']))
        };
        title(self.index).is_some()
            && title(self.index) == title(nearest)
            && self.first.is_some_and(|first| title(first) != title(nearest))
    }

    /// `食品4826元，占30%；居住3647元，占23%；教育2143元，增长13%`: a list goes on where two clauses were of it, and no verb begins another.
    fn goes_on(&self, nearest: usize) -> bool {
        let figure = self.figure();
        let members = (0..self.index).rev().take_while(|&other| self.is_behind(other));
        let parts: Vec<usize> =
            members.filter(|&other| self.figures[other].link == Some((nearest, Relation::Part))).take(2).collect();
        let apart = |pair: &[usize]| self.between(pair[1], pair[0]).contains(&';');
        let last = parts.first().is_some_and(|&last| {
            let between = self.between(last, self.index);
            between.iter().filter(|&&letter| letter == ';').count() == 1
        });
        let whole_name = figure.words.left.len() == self.name(self.index).len();
        figure.kind == Kind::Money && parts.len() == 2 && apart(&parts) && last && whole_name
    }

    /// `换发4826个，其中执法证4613个、监督证213个，注销352个`: whether nothing is left that could be another part.
    fn is_full(&self, nearest: usize, shared: bool) -> bool {
        let last = Linker::before(self.index).find(|&other| !self.figures[other].is_relative());
        // 违规1.06亿元，不规范4.11亿元，处罚3862万元，上缴1430万元: nor is there behind what is told of something else.
        let divided = last.is_some_and(|last| self.figures[last].link == Some((nearest, Relation::Part)));
        // 办案1863件，其中甲类1427件、乙类436件，人均14件，复议3件
        let full = last.is_some_and(|last| self.name(last).contains(&'均'));
        // 收入8亿元（税收5亿元、非税3亿元），其中增值税2亿元: what divides it in a bracket is not all that divides it.
        let enclosed = last.is_some_and(|last| self.whole_of_bracket(last) == nearest);
        let used_up = || !enclosed && self.is_used_up(nearest, self.index);
        ((divided || full) && !shared || self.figure().kind == Kind::Money) && used_up()
    }

    /// `新建公园12个，改造小区30个，其中口袋公园5个`: a whole farther off that is called as the part is.
    fn called_alike(&self, nearest: usize, same: &[usize]) -> Option<usize> {
        let name = self.name(self.index);
        let alike = |other: usize| {
            let whole = self.name(other);
            whole.len() > 1 && name.ends_with(&whole[whole.len() - 2..])
        };
        if self.figure().kind != Kind::Count || alike(nearest) || shares_pair(name, self.name(nearest)) {
            return None;
        }
        same.iter().copied().find(|&other| {
            // 申报专利680件，授权326件，其中发明专利48件: what came of them is told of the same things.
            // 排查隐患5127处，整改5064处，整改率98.8%，其中重大隐患11处: behind the rate it is all of them again.
            let before = &self.figures[self.index - 1];
            let rated = before.kind == Kind::Ratio && before.link.is_some_and(|link| link.0 == other);
            let part = |(whole, relation)| relation == Relation::Part && whole >= other;
            let came = !rated && self.figures[nearest].link.is_some_and(part);
            alike(other)
                && !came
                && self.figures[other].link.is_none()
                && self.figures[other].sentence == self.figures[nearest].sentence
        })
    }

    /// `取消54项，其中自行设定的12项全部取消，推行承诺制31项`: whether a verb begins another matter behind a comma too.
    fn begins_another_matter(&self) -> bool {
        let (index, name) = (self.index, self.name(self.index));
        let own_words = self.own_words(index, self.opened);
        let clause = own_words.iter().rposition(|&letter| letter == ',').map_or(0, |comma| comma + 1);
        self.figure().kind == Kind::Count
            && acts(&own_words[clause..])
            // 其中来信213件，来访386批: they are known to divide one thing.
            && !self.first.is_some_and(|first| are_members(self.name(first), name))
            && !tells_outcome(self.figure(), name)
            && self.first.is_some_and(|first| {
                // 其中再融资债券47亿元，新增债券21亿元: both are bonds.
                let one = self.name(first);
                let akin = one.len() > 1 && name.ends_with(&one[one.len() - 2..]);
                !verbs().begins(one) && !akin && !tells_outcome(&self.figures[first], one)
            })
            && !self.is_listed(index)
    }
}

/// How many figures of one unit stand behind 其中, and what they add up to.
struct Sums {
    members: usize,
    sum: Option<Decimal>,
}

/// What a semicolon says of the figure behind it.
enum Behind {
    /// Of what it is part, or that it is of nothing.
    Told(Option<Link>),
    /// The list goes on over it.
    GoesOn,
}

/// Whether words begin with a verb: 派出所干警6人 does not.
fn acts(words: &[char]) -> bool {
    // 柔性引进专家12名
    let how = naming(Place::Adverbial).head(words).unwrap_or(0);
    let words = &words[how..];
    let verb = verbs().head(words).filter(|_| !naming(Place::Nominal).begins(words));
    verb.is_some_and(|length| !naming(Place::Derived).is_at(words, length))
}

/// `经费46万元，其中镇级财政31万元，人均由0.8元提高到1.5元`: whether a name is of a mean, which is no part.
fn is_mean(name: &[char]) -> bool {
    // 居民人均收入3万元，其中农村居民人均收入2万元: nor is the mean of some.
    let own = name.windows(3).any(|letters| matches!(letters, ['民' | '工' | '员', '人', '均']));
    own || ties(Tie::Mean).begins(name) || name.contains(&'每')
}

/// Whether two numbers are so near that one may be meant for the other: a sum that is one short.
fn is_near(one: Decimal, other: Decimal) -> bool {
    const TOLERANCE: i64 = 20;
    let apart = one.minus(other).map(|apart| apart.abs());
    apart.and_then(|apart| apart.times(TOLERANCE.into())).is_some_and(|apart| apart <= other)
}

/// A name without the verb that only says that money is concerned: 涉及资产.
fn without_concern(name: &[char]) -> &[char] {
    name.strip_prefix(&['涉', '及']).filter(|rest| rest.len() > 1).unwrap_or(name)
}
