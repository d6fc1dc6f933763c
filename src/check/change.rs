//! Where a change began, where it came to, and by how much it is said to have changed agree.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashSet;

use super::earlier::{self, Earlier};
use super::interval::Interval;
use super::proof;
use super::sheet::{Sheet, begins};
use crate::exact::Exact;
use crate::language::{Claim, Sense, Tie, claims, senses, ties};
use crate::report::{Check, CheckKind, Direction, Kind, Metric, NameRule, Role, Span, Status};

/// How many figures before a growth where it began may stand.
const HORIZON: usize = 8;

/// Works out each change.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let earlier = Earlier::new(sheet);
    for index in 0..sheet.metrics.len() {
        let found = match sheet.metrics[index].kind {
            Kind::Growth => growth(sheet, index),
            Kind::Ratio if rate_of_change(sheet, index).is_some() => growth(sheet, index),
            Kind::Points => points(sheet, index),
            Kind::Multiple => multiple(sheet, index),
            _ => increment(sheet, index, &earlier),
        };
        checks.extend(found.or_else(|| proof::run(sheet, index)));
    }
    // What was stated for the year before says more of an amount than the amount's own growth.
    let refuted: FxHashSet<(usize, usize)> = checks
        .iter()
        .filter(|check| check.kind == CheckKind::Change && check.metrics.len() == 3 && earlier.is_in(&check.metrics))
        .map(|check| (check.metrics[0], check.metrics[2]))
        .collect();
    checks.retain(|check| {
        let own = check.kind == CheckKind::Change && !earlier.is_in(&check.metrics);
        let holds = |one: usize| check.metrics.iter().any(|&other| refuted.contains(&(one, other)));
        !own || !check.metrics.iter().any(|&one| holds(one))
    });
}

/// A change: where it began, where it came to, and the figure that says by how much.
pub struct Change {
    /// Where it began.
    pub from: usize,
    /// Where it came to.
    pub to: usize,
    /// By how much.
    pub by: usize,
}

impl Change {
    /// The amount changed by: positive where it grew as said.
    fn amount(&self, sheet: &Sheet) -> Option<Interval> {
        let (from, to) = (sheet.printed(self.from)?.interval(), sheet.printed(self.to)?.interval());
        if self.falls(sheet) { from.minus(to) } else { to.minus(from) }
    }

    /// Whether the change is said to go down. What gets faster takes less time, and a better place is a smaller number.
    pub fn falls(&self, sheet: &Sheet) -> bool {
        let (from, to, by) = (&sheet.metrics[self.from], &sheet.metrics[self.to], &sheet.metrics[self.by]);
        let name: Vec<char> = by.indicator.chars().collect();
        let turned = from.kind == Kind::Rank || claims(Claim::Faster).is_in(&name);
        if turned { to.value < from.value } else { falls(sheet, self.by) }
    }

    /// Whether the number itself says that it went down: -16.7 in the cell of a table.
    pub fn is_signed(&self, sheet: &Sheet) -> bool {
        sheet.metrics[self.by].value.is_sign_negative()
    }

    /// The amount as printed figures give it.
    pub fn worked(&self, sheet: &Sheet) -> Option<Decimal> {
        let (from, to) = (sheet.metrics[self.from].value, sheet.metrics[self.to].value);
        if self.falls(sheet) && !self.is_signed(sheet) { from.minus(to) } else { to.minus(from) }
    }

    /// What `(to - from) ÷ from` says, as words.
    pub fn terms(&self, sheet: &Sheet) -> String {
        let bare = sheet.alike(&[self.from, self.to]);
        let (from, to) = (sheet.show(self.from, bare), sheet.show(self.to, bare));
        let down = self.falls(sheet) && !self.is_signed(sheet);
        if down { format!("{from} − {to}") } else { format!("{to} − {from}") }
    }

    /// The change in percent against the one stated, and whether they agree.
    pub fn growth(&self, sheet: &Sheet) -> Option<(Check, bool)> {
        let (from, by) = (self.from, self.by);
        let of = sheet.printed(from)?.interval();
        let amount = self.amount(sheet)?;
        let worked = self.worked(sheet)?.times(Decimal::ONE_HUNDRED)?.over(sheet.metrics[from].value)?;
        // A change that went the other way than said has no share of what it began with.
        let agrees =
            match amount.not_negative().over(of).and_then(Interval::percent).filter(|_| amount.high() >= Decimal::ZERO)
            {
                Some(share) if self.is_signed(sheet) => {
                    sheet.agrees(Interval::exactly(Decimal::ZERO).minus(share)?, worked, by)?
                }
                Some(share) => sheet.agrees(share, worked, by)?,
                None => false,
            };
        let terms = format!("({}) ÷ {}", self.terms(sheet), sheet.show(from, sheet.alike(&[from, self.to])));
        Some((self.check(sheet, agrees, &terms, worked, "%"), agrees))
    }

    /// `翻一番`: the check where what it came to is about so many times twice what it began with.
    pub fn doubled(&self, sheet: &Sheet) -> Option<Check> {
        const MOST: u64 = 4;
        let metric = &sheet.metrics[self.by];
        let times = metric.value.to_u64().filter(|&times| times <= MOST && metric.unit.as_deref() == Some("番"))?;
        let expected = Decimal::from(1_u64 << times);
        let worked = sheet.metrics[self.to].value.over(sheet.metrics[self.from].value)?;
        let off = worked.minus(expected)?.abs();
        let bare = sheet.alike(&[self.from, self.to]);
        let terms = format!("{} ÷ {}", sheet.show(self.to, bare), sheet.show(self.from, bare));
        (off.times(Decimal::TEN)? <= expected).then(|| self.check(sheet, true, &terms, worked, "倍"))
    }

    /// The difference between the two ends against the one stated.
    pub fn difference(&self, sheet: &Sheet) -> Option<Check> {
        let by = self.by;
        if [self.from, self.to, by].iter().any(|&index| sheet.exact(index).is_none()) {
            return None;
        }
        let worked = self.worked(sheet)?;
        let agrees = sheet.agrees(self.amount(sheet)?, worked, by)?;
        let scale = sheet.printed(by)?.scale();
        let unit: String = sheet.show(by, false).chars().skip(sheet.numeral(by).chars().count()).collect();
        Some(self.check(sheet, agrees, &self.terms(sheet), worked.over(scale)?, &unit))
    }

    /// The check, with a number that was worked out and the unit it is in.
    fn check(&self, sheet: &Sheet, agrees: bool, terms: &str, worked: Decimal, unit: &str) -> Check {
        let (sign, worked) = sheet.worked(worked, self.by);
        let worked = format!("{worked}{unit}");
        let stated = sheet.show(self.by, false);
        let message = match agrees {
            true if worked == stated => format!("{terms} {sign} {stated}"),
            true => format!("{terms} {sign} {worked}，与 {stated} 相符"),
            false => format!("{terms} {sign} {worked}，与 {stated} 不符"),
        };
        let check = sheet.check(CheckKind::Change, agrees, vec![self.to, self.from, self.by], message);
        // The claim is where the change is stated, however far away it began.
        let (to, by) = (sheet.metrics[self.to].span, sheet.metrics[self.by].span);
        if sheet.same_sentence(self.from, self.to) {
            check
        } else {
            Check { span: Span::new(to.start, by.end), ..check }
        }
    }
}

/// `较2019年（5.26万人次）增长25%`, `由100天缩短至30天，缩短70%`, `12亿元，增加2亿元，增长20%`.
fn growth(sheet: &Sheet, by: usize) -> Option<Check> {
    sheet.printed(by)?;
    let to = grown(sheet, by)?;
    // 同比增长10.9%，增收2798万元: by how much may be told behind.
    let added = nearest(to + 1, by, |index| is_increment(sheet, index, to))
        .or_else(|| Some(by + 1).filter(|&next| next < sheet.metrics.len() && is_increment(sheet, next, to)));
    if let Some(added) = added {
        return by_amount(sheet, to, added, by);
    }
    let (change, sure) = ends(sheet, to, by)?;
    let (check, agrees) = change.growth(sheet)?;
    (agrees || sure).then_some(check)
}

/// The growth that the text claims of two amounts at `by`, where nothing else tells by how much.
pub fn claimed(sheet: &Sheet, by: usize) -> Option<Change> {
    let to = grown(sheet, by).filter(|_| sheet.metrics[by].kind == Kind::Growth)?;
    let (change, sure) = ends(sheet, to, by)?;
    // 2022年12亿元，2023年15亿元，增长18%: of money it is in doubt.
    let years = || are_two_years(sheet, change.from, to, by) && is_claimed(sheet, to, by);
    (sure || years()).then_some(change)
}

/// The amount that the growth at `by` is told of.
fn grown(sheet: &Sheet, by: usize) -> Option<usize> {
    let said_of = sheet.subject_of(by).or_else(|| by.checked_sub(1).filter(|&to| may_tell_of(sheet, by, to)))?;
    let to = came_to(sheet, said_of, by)?;
    // What is planned did not grow.
    let planned = sheet.metrics[to].role == Role::Target && sheet.metrics[by].role != Role::Target;
    // 收入382万元，为财政拨款。较上年减少157万元，下降29%: a link reaches into the next sentence.
    let linked = sheet.subject_of(by) == Some(to);
    (to < by && sheet.is_amount(to) && (linked || sheet.same_sentence(to, by)) && !planned).then_some(to)
}

/// The ends of the growth of `to`, and whether the text claims it of just these.
fn ends(sheet: &Sheet, to: usize, by: usize) -> Option<(Change, bool)> {
    if sheet.metrics[to].role == Role::Baseline {
        return None;
    }
    let (from, sure) = base(sheet, to, by)?;
    let exact = sheet.exact(to).is_some() && sheet.exact(from).is_some();
    // 年均增长14.5%，其中2022年增长20%: another growth between is of another time.
    let last = (to + 1..by).all(|index| sheet.metrics[index].kind != Kind::Growth);
    let years = are_two_years(sheet, from, to, by);
    let whole = !claims(Claim::Among).is_in(&sheet.ahead(by, 16));
    let sure =
        sure && exact && last && whole && (years || alone(sheet, from.min(to), by, to)) && is_claimed(sheet, to, by);
    let sure = sure && (years || !is_mean(sheet, from, to, by));
    Some((Change { from, to, by }, sure))
}

/// What came to be where a change is said of this figure: of one that was compared with, the one that is; of one in a bracket that has
/// closed, the one before the bracket.
fn came_to(sheet: &Sheet, said_of: usize, by: usize) -> Option<usize> {
    // 较2022年的5亿元增长12%: the growth is of what is compared with that.
    let before = |index: usize| {
        let same =
            |&other: &usize| sheet.same_unit(other, index) && sheet.is_amount(other) && !is_compared(sheet, other);
        index.checked_sub(1).filter(same).filter(|&other| sheet.same_sentence(other, by))
    };
    // 支出比上年同期86万元减少5万元: where it began is all that is told.
    let alone = || Some(said_of).filter(|_| sheet.metrics[said_of].role == Role::Baseline);
    let to = match is_compared(sheet, said_of) {
        true => sheet.subject_of(said_of).or_else(|| before(said_of)).or_else(alone)?,
        false => said_of,
    };
    if to >= by || !sheet.parted_by_bracket(to, by) {
        return Some(to);
    }
    // 余额90亿元（甲20亿元、乙70亿元），增长12%
    (to.saturating_sub(HORIZON)..to)
        .rev()
        .find(|&head| !sheet.parted_by_bracket(head, by))
        .filter(|&head| sheet.same_unit(head, to) && sheet.same_sentence(head, by) && !is_compared(sheet, head))
}

/// What came to be where the figure at `index` tells how it changed or where it began.
fn owner(sheet: &Sheet, index: usize) -> Option<usize> {
    sheet.subject_of(index).and_then(|said_of| came_to(sheet, said_of, index))
}

/// Whether another figure is compared with this one: 比上年的5亿元, 与上年的5亿元相比.
fn is_compared(sheet: &Sheet, index: usize) -> bool {
    if sheet.metrics[index].role == Role::Baseline || begins(&sheet.behind(index, 4), "相比") {
        return true;
    }
    let lead = sheet.ahead(index, 24);
    let clause = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | ':' | '。')).map_or(0, |at| at + 1);
    matches!(lead.get(clause), Some('比' | '较')) && sheet.metrics[index].direction.is_none()
}

/// Whether a growth gives what it came to if it went on for some years: 五年来由3.2亿元增加到5.6亿元，增长11.8% is a mean, said or not.
fn is_mean(sheet: &Sheet, from: usize, to: usize, by: usize) -> bool {
    const MOST_YEARS: usize = 10;
    const NEAR: i64 = 50;
    let value = |index: usize| sheet.metrics[index].value;
    let factor = value(by)
        .over(Decimal::ONE_HUNDRED)
        .and_then(|growth| if falls(sheet, by) { Decimal::ONE.minus(growth) } else { Decimal::ONE.plus(growth) });
    let Some(factor) = factor else { return false };
    let years = std::iter::successors(value(from).times(factor), |came| came.times(factor)).take(MOST_YEARS);
    years.skip(1).any(|came| {
        let off = came.minus(value(to)).and_then(|off| off.abs().times(NEAR.into()));
        off.is_some_and(|off| off <= value(to))
    })
}

/// Whether a change that is linked with nothing may be one of the figure before it: it names no subject, or one that is alike.
pub fn may_tell_of(sheet: &Sheet, by: usize, to: usize) -> bool {
    let letters = |index: usize| sheet.metrics[index].indicator.chars().collect::<Vec<char>>();
    let (change, figure) = (letters(by), letters(to));
    names_no_subject(&change) || change.windows(2).any(|pair| figure.windows(2).any(|other| pair == other))
}

/// Whether a change is called by nothing but how it went and against what: 同比增长, 比上年, 年均.
fn names_no_subject(change: &[char]) -> bool {
    let begins = |sense| senses(sense).at(change, 0).is_some();
    let compared = matches!(change.first(), Some('比' | '较' | '同' | '年' | '平'));
    compared || begins(Sense::Up) || begins(Sense::Down) || ties(Tie::Relative).at(change, 0).is_some()
}

/// `压缩率60%`: which way a change went whose rate this is.
fn rate_of_change(sheet: &Sheet, index: usize) -> Option<Direction> {
    let name = sheet.metrics[index].indicator.trim_end_matches(['率', '幅', '度', '达']);
    let letters: Vec<char> = name.chars().collect();
    let whole = |sense| senses(sense).before(&letters, letters.len()).is_some();
    match (whole(Sense::Up), whole(Sense::Down)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// Whether between two figures nothing is told of another amount than `to`, so that the last can only be said of it: not so in
/// 8起、2人，比上年分别减少2起、1人.
fn alone(sheet: &Sheet, first: usize, last: usize, to: usize) -> bool {
    (first + 1..last)
        .all(|index| index == to || sheet.metrics[index].of == Some(to) || sheet.metrics[index].role == Role::Baseline)
}

/// Whether a change is said to go down.
fn falls(sheet: &Sheet, by: usize) -> bool {
    sheet.metrics[by].direction.or_else(|| rate_of_change(sheet, by)) == Some(Direction::Down)
}

/// Where a change began, and whether the text says so of these two: the baseline beside the figure, or the one that belongs to it.
fn base(sheet: &Sheet, to: usize, by: usize) -> Option<(usize, bool)> {
    let fits = |from: usize| {
        is_compared(sheet, from) && sheet.same_unit(from, to) && sheet.same_sentence(from, to) && sheet.is_amount(from)
    };
    if let Some(own) = nearest(to + 1, by, |from| fits(from) && owner(sheet, from) == Some(to)) {
        return Some((own, true));
    }
    // 12件，同比增长20%（上年10件）: a bracket right behind the change tells of when that was. Of money it may be one at constant prices.
    let counted = sheet.metrics[to].kind != Kind::Money;
    let yearly = || claims(Claim::Yearly).is_in(&sheet.ahead(by, 12));
    let enclosed =
        |from: usize| sheet.between(by, from).is_some_and(|words| matches!(words[..], ['(', '上' | '去', '年', ..]));
    let behind = by + 1;
    if counted
        && behind < sheet.metrics.len()
        && fits(behind)
        && owner(sheet, behind) == Some(to)
        && enclosed(behind)
        && yearly()
    {
        return Some((behind, true));
    }
    let beside =
        to.checked_sub(1).filter(|&from| fits(from)).or_else(|| Some(to + 1).filter(|&from| from < by && fits(from)));
    if let Some(beside) = beside {
        return Some((beside, true));
    }
    // 2021年12件，2022年18件，增长50%
    let same_name = |from: usize| {
        let (one, other) = (&sheet.metrics[from], &sheet.metrics[to]);
        sheet.same_unit(from, to) && one.indicator == other.indicator && one.period != other.period
    };
    let told = |from: &usize| same_name(*from) && sheet.same_sentence(*from, to);
    let before = to.checked_sub(1).filter(told).or_else(|| Some(to + 1).filter(|&from| from < by).filter(told))?;
    Some((before, counted && are_two_years(sheet, before, to, by)))
}

/// Whether two figures right before a growth are of two years in turn.
fn are_two_years(sheet: &Sheet, from: usize, to: usize, by: usize) -> bool {
    from.max(to) + 1 == by && from.abs_diff(to) == 1 && earlier::follows(sheet, from, to)
}

/// The figure nearest to the end of a stretch that is so.
fn nearest(start: usize, end: usize, is_it: impl Fn(usize) -> bool) -> Option<usize> {
    (start.max(end.saturating_sub(HORIZON))..end).rev().find(|&index| is_it(index))
}

/// Whether a figure is an amount by which another changed: 同比增加0.72亿元.
fn is_increment(sheet: &Sheet, index: usize, to: usize) -> bool {
    let metric = &sheet.metrics[index];
    let own = owner(sheet, index) == Some(to) && sheet.same_unit(index, to) && sheet.is_amount(index);
    own && metric.direction.is_some() && metric.role != Role::Baseline && {
        let lead = sheet.ahead(index, 12);
        !lead.ends_with(&['至']) && !lead.ends_with(&['到']) && !lead.ends_with(&['为'])
    }
}

/// Whether two changes of an amount are told against the same time: not so in 比年初增加12亿元，同比增长9%.
fn is_same_base(sheet: &Sheet, added: usize, by: usize) -> bool {
    let against = |index: usize| sheet.ahead(index, 12);
    let compared = |words: &[char]| words.iter().any(|letter| matches!(letter, '比' | '较'));
    // 同比 and 比上年末 are the same only at the end of a year.
    let stock = |words: &[char]| words.iter().any(|letter| matches!(letter, '末' | '底' | '初'));
    let yearly = |words: &[char]| claims(Claim::Yearly).is_in(words) && !stock(words);
    let (first, second) = (against(added.min(by)), against(added.max(by)));
    !compared(&second) || yearly(&first) && yearly(&second)
}

/// An amount, what it grew by, and its growth: `12亿元，增加2亿元，增长20%`, `9亿元，增加6亿元，增长2倍`.
fn by_amount(sheet: &Sheet, to: usize, added: usize, by: usize) -> Option<Check> {
    let (now, change) = (sheet.exact(to)?, sheet.exact(added)?);
    let (value, amount) = (sheet.metrics[to].value, sheet.metrics[added].value);
    // 购置费0万元: what changed by some of it is another.
    if falls(sheet, by) != falls(sheet, added) || value.is_zero() {
        return None;
    }
    let down = falls(sheet, added);
    // 支出比上年同期86万元减少5万元: where it began, or what was planned, is all that is told.
    let beside = || sheet.between(to.min(added), to.max(added)).is_some_and(|words| !words.contains(&','));
    let planned = sheet.metrics[to].role == Role::Target && sheet.metrics[added].role == Role::Actual && beside();
    let began = planned || sheet.metrics[to].role == Role::Baseline;
    let (before, from) = match down {
        _ if began => (now.interval(), value),
        true => (now.interval().plus(change.interval())?, value.plus(amount)?),
        false => (now.interval().minus(change.interval())?, value.minus(amount)?),
    };
    let (mut range, mut number) = (change.interval().over(before)?, amount.over(from)?);
    let times = sheet.metrics[by].kind == Kind::Multiple;
    if !times {
        (range, number) = (range.percent()?, number.times(Decimal::ONE_HUNDRED)?);
    }
    let agrees = sheet.agrees(range, number, by)?;
    // 增长85%，主要原因是土地收入增加11亿元: a cause need not be all of it.
    let caused = || claims(Claim::Cause).is_in(&sheet.ahead(added, 40));
    let claimed = || [by, added].iter().all(|&change| is_claimed(sheet, to, change)) && !caused();
    let sure = || alone(sheet, to, by.max(added), to) && claimed() && is_same_base(sheet, added, by);
    if !(agrees || sure()) {
        return None;
    }
    let (equals, worked) = sheet.worked(number, by);
    let bare = sheet.alike(&[to, added]);
    let sign = if down { "+" } else { "−" };
    let (now, amount) = (sheet.show(to, bare), sheet.show(added, bare));
    let unit = if times { "倍" } else { "%" };
    let verdict = if agrees { "相符" } else { "不符" };
    let whole = if began { now } else { format!("({now} {sign} {amount})") };
    let message = format!("{amount} ÷ {whole} {equals} {worked}{unit}，与 {} {verdict}", sheet.show(by, false));
    Some(sheet.check(CheckKind::Change, agrees, vec![to, added, by], message))
}

/// `由85%提高到92%，提高7个百分点`.
fn points(sheet: &Sheet, by: usize) -> Option<Check> {
    let to = sheet.subject_of(by).or(by.checked_sub(1))?;
    // 95.9%，比上年的97.5%低1.6个百分点: what is compared with stands right before.
    let compared = |&from: &usize| {
        let lead = sheet.ahead(from, 24);
        let clause = lead.iter().rposition(|letter| matches!(letter, ',' | ';')).map_or(0, |at| at + 1);
        from > to && matches!(lead.get(clause), Some('比' | '较'))
    };
    let beside = to.checked_sub(1).filter(|&from| sheet.metrics[from].role == Role::Baseline);
    let from = by.checked_sub(1).filter(compared).or(beside)?;
    let rates = [from, to].iter().all(|&index| matches!(sheet.metrics[index].kind, Kind::Ratio | Kind::Growth));
    if !rates || !sheet.same_sentence(from, by) || to >= by || !sheet.same_unit(from, to) {
        return None;
    }
    let check = Change { from, to, by }.difference(sheet)?;
    // 由82%提高到91%，高于国家要求6个百分点: that tells how far it lies from something else.
    let name: Vec<char> = sheet.metrics[by].indicator.chars().collect();
    let moved = [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).before(&name, name.len()).is_some());
    let other = from < to && (!moved || name.contains(&'于'));
    (check.status == Status::Consistent || !other && is_claimed(sheet, to, by)).then_some(check)
}

/// `36亿元，是2019年12亿元的3倍`: what the amount before is a multiple of stands right before the multiple.
fn of_the_last(sheet: &Sheet, by: usize) -> Option<(usize, usize, bool)> {
    let from = by.checked_sub(1).filter(|&from| sheet.between(from, by).is_some_and(|words| words == ['的']))?;
    let to = from.checked_sub(1)?;
    let fits = sheet.is_amount(to) && sheet.same_unit(from, to) && sheet.same_sentence(to, by);
    fits.then_some((to, from, true))
}

/// `是2015年（12件）的3倍`.
fn multiple(sheet: &Sheet, by: usize) -> Option<Check> {
    let grown = sheet.metrics[by].direction == Some(Direction::Up);
    if let Some(to) = sheet.subject_of(by).filter(|&to| grown && to < by)
        && let Some(added) = nearest(to + 1, by, |index| is_increment(sheet, index, to))
    {
        return by_amount(sheet, to, added, by);
    }
    let (to, from, sure) = of_the_last(sheet, by).or_else(|| {
        let to = sheet.subject_of(by)?;
        base(sheet, to, by).map(|(from, sure)| (to, from, sure))
    })?;
    sheet.exact(by)?;
    let quotient = sheet.exact(to)?.interval().over(sheet.exact(from)?.interval())?;
    let times = if grown { quotient.minus(Interval::exactly(Decimal::ONE))? } else { quotient };
    let worked = sheet.metrics[to].value.over(sheet.metrics[from].value)?;
    let worked = if grown { worked.minus(Decimal::ONE)? } else { worked };
    let agrees = sheet.agrees(times, worked, by)?;
    if !(agrees || sure && is_claimed(sheet, to, by)) {
        return None;
    }
    let bare = sheet.alike(&[from, to]);
    let (now, before) = (sheet.show(to, bare), sheet.show(from, bare));
    let terms = if grown { format!("({now} − {before}) ÷ {before}") } else { format!("{now} ÷ {before}") };
    Some(Change { from, to, by }.check(sheet, agrees, &terms, worked, "倍"))
}

/// `由100天缩短至30天，缩短70天`, and `同比增加0.72亿元` against the figure stated for the year before.
fn increment(sheet: &Sheet, by: usize, earlier: &Earlier) -> Option<Check> {
    let to = owner(sheet, by).filter(|&to| to < by && is_increment(sheet, by, to))?;
    if let Some((from, true)) = base(sheet, to, by) {
        let check = Change { from, to, by }.difference(sheet)?;
        return (check.status == Status::Consistent || is_claimed(sheet, to, by)).then_some(check);
    }
    let yearly = claims(Claim::Yearly).is_in(&sheet.ahead(by, 12));
    let from = earlier.find(sheet, to).filter(|_| yearly && is_claimed(sheet, to, by))?;
    let check = Change { from, to, by }.difference(sheet)?;
    // The same name may be said of a county and of its offices: what was stated in another section must be near, or nothing is refuted.
    const NEAR: i64 = 20;
    let together = sheet.metrics[from].section == sheet.metrics[to].section;
    let before = sheet.metrics[to].value.minus(sheet.metrics[by].value)?;
    let off = before.minus(sheet.metrics[from].value)?.abs().times(NEAR.into())?;
    let near = off <= sheet.metrics[from].value;
    (check.status == Status::Consistent || together || near).then_some(check)
}

/// Whether a change of an amount is reckoned otherwise than from what is printed: the words before it say so, or those that open the
/// sentence, or the bracket behind.
fn is_adjusted(sheet: &Sheet, to: usize, by: usize) -> bool {
    const BEHIND: usize = 16;
    let name: Vec<char> = sheet.metrics[to].indicator.chars().collect();
    let behind = sheet.behind(by, BEHIND);
    // 平均办理时限 is reckoned like any other time.
    sheet.metrics[to].kind != Kind::Duration && adjusted(&name)
        || adjusted(&sheet.ahead(by, 16))
        || behind.first() == Some(&'(') && adjusted(&behind)
        || claims(Claim::Reckoned).is_in(&sheet.ahead(to, 40))
}

/// Whether words say that a change is reckoned in a way of its own: 年增14%, but not 比上年增加.
fn adjusted(letters: &[char]) -> bool {
    let mut at = 0;
    while at < letters.len() {
        if claims(Claim::Adjusted).at(letters, at).is_some() {
            return true;
        }
        at += claims(Claim::Yearly).at(letters, at).map_or(1, |(length, ())| length);
    }
    false
}

/// Whether the text claims a change of just this figure, reckoned from what is printed.
fn is_claimed(sheet: &Sheet, to: usize, by: usize) -> bool {
    !is_adjusted(sheet, to, by) && names_no_other(sheet, by, to)
}

/// Whether what a change is called names no other thing than the figure it came to: 人员编制减少 says nothing of 机构.
fn names_no_other(sheet: &Sheet, change: usize, to: usize) -> bool {
    const SHORT: usize = 2;
    let Metric { indicator, why, .. } = &sheet.metrics[change];
    let name: Vec<char> = indicator.chars().collect();
    let changes = |at: usize| [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).at(&name, at).is_some());
    if matches!(why.name, NameRule::Borrowed | NameRule::Joined | NameRule::Comparison) || names_no_subject(&name) {
        return true;
    }
    let begins = |at: &usize| changes(*at) || matches!(name[*at], '比' | '较' | '同' | '环');
    let subject = &name[..(0..name.len()).find(begins).unwrap_or(name.len())];
    let whole: Vec<char> = sheet.metrics[to].indicator.chars().collect();
    let shared = subject.windows(2).filter(|pair| whole.windows(2).any(|other| other == *pair)).count();
    subject.len() < SHORT || 2 * shared > subject.len() - 1
}
