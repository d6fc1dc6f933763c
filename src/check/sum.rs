//! The parts add up to the whole.

use rust_decimal::Decimal;

use super::claimed::{AMONG, BRACKET, CERTAIN, Claimed, among_claims, comparable, leaves_nothing};
use super::interval::Interval;
use super::listed;
use super::parts::{Named, Parts};
use super::sheet::{Sheet, begins};
use crate::exact::{self, Exact};
use crate::language::{Claim, Tie, claims, divisions, ties};
use crate::report::{Check, CheckKind, NameRule};

/// How many figures behind a whole its members may stand that are not linked to it.
const HORIZON: usize = 40;
/// A whole below this adds up by chance too easily to be taken for divided where no word says so.
const SMALL: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Two figures right behind a whole as large as this hardly add up to it by chance.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

/// Adds up the parts of each whole.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let parts = Parts::new(sheet);
    let named = Named::all(sheet);
    for whole in 0..sheet.metrics.len() {
        // What the cells of a table add up to, their form says.
        let cell = sheet.metrics[whole].why.name == NameRule::Table;
        let nothing = sheet.metrics[whole].value.is_zero();
        if cell || nothing || sheet.exact(whole).is_none() || !sheet.is_amount(whole) {
            continue;
        }
        let own = parts.of(whole);
        let linked = linked(sheet, whole, own);
        if let Some(first) = &linked {
            // A large whole may be divided in several ways.
            let mut rest: Vec<usize> = own.iter().copied().filter(|part| !first.metrics.contains(part)).collect();
            while let Some(next) = some_of(sheet, whole, &rest) {
                rest.retain(|part| !next.metrics.contains(part));
                checks.push(next);
            }
        }
        let behind = linked.or_else(|| followed(sheet, whole)).or_else(|| spread(sheet, whole, &named));
        let listed = || listed::behind_total(sheet, whole);
        let behind =
            behind.or_else(|| listed().and_then(|(members, claimed)| compare(sheet, whole, &members, claimed)));
        let behind = behind.or_else(|| balanced(sheet, whole));
        let apart = |check: &Check| behind.as_ref().is_none_or(|behind| behind.metrics != check.metrics);
        checks.extend(offset(sheet, whole).filter(apart));
        let before = totalled(sheet, whole);
        if behind.is_none() && before.is_none() {
            checks.extend(told_of_parts(sheet, whole, &parts));
        }
        // 总收入898万元 may add up what stands before it, and be what was spent and what is left behind it.
        checks.extend(behind.into_iter().chain(before));
    }
}

/// `项目86个，总投资326亿元，其中省级项目26个，总投资206亿元；市级项目60个，总投资120亿元`: what is told of things counted, and the same of each
/// of their parts, where the parts are all there are.
fn told_of_parts(sheet: &Sheet, told: usize, parts: &Parts) -> Option<Check> {
    let owner = sheet.subject_of(told).filter(|&owner| owner < told)?;
    let seconds = parts.of(told);
    let parts = parts.of(owner);
    let (counted, _) = added(sheet, parts)?;
    let all = parts.len() > 1 && counted == sheet.metrics[owner].value;
    let name = &sheet.metrics[told].indicator;
    let same = |part: usize| {
        // 事故21起、死亡19人，其中甲类14起死亡13人: the second number of each part.
        if seconds.contains(&(part + 1)) {
            return Some(part + 1);
        }
        let told_of = (part + 1..sheet.metrics.len().min(part + HORIZON))
            .find(|&index| sheet.subject_of(index) == Some(part) && sheet.metrics[index].indicator == *name)?;
        sheet.same_unit(told, told_of).then_some(told_of)
    };
    let members: Vec<usize> = parts.iter().map(|&part| same(part)).collect::<Option<_>>().filter(|_| all)?;
    compare(sheet, told, &members, BRACKET)
}

/// The parts that are linked to a whole: those in the bracket right behind it, and those outside.
fn linked(sheet: &Sheet, whole: usize, parts: &[usize]) -> Option<Check> {
    let &first = parts.first()?;
    let opening = sheet.between(whole, first)?;
    let among = claims(Claim::Among).is_in(&opening);
    let bracket =
        opening.iter().position(|&letter| letter == '(').filter(|&at| at <= 8 && !opening[at..].contains(&')'));
    let Some(_) = bracket else {
        let divides = !among && claims(Claim::Divides).is_in(&opening);
        let claimed = listed::respectively(sheet, whole, parts);
        let claimed = claimed.unwrap_or(if divides { BRACKET } else { among_claims(sheet, whole, parts) });
        return compare(sheet, whole, parts, claimed);
    };
    let close = sheet.metrics[whole].span.end + closing(sheet, whole)?;
    let inside = parts.partition_point(|&part| sheet.metrics[part].span.start < close);
    let claimed = match among {
        true => among_claims(sheet, whole, &parts[..inside]),
        false => listed::enclosed(sheet, whole, &parts[..inside], close).unwrap_or(BRACKET),
    };
    compare(sheet, whole, &parts[..inside], claimed).or_else(|| compare(sheet, whole, &parts[inside..], AMONG))
}

/// How far behind a figure the bracket that opens right behind it closes.
pub fn closing(sheet: &Sheet, whole: usize) -> Option<usize> {
    const LONGEST: usize = 600;
    let mut depth = 0_i32;
    for (at, letter) in sheet.raw(sheet.stretch(whole, LONGEST)).char_indices() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => {
                depth -= 1;
                if depth <= 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Compares a whole with the sum of its members.
fn compare(sheet: &Sheet, whole: usize, members: &[usize], claimed: Claimed) -> Option<Check> {
    if members.len() < 2 {
        return None;
    }
    if let Some(found) = some_of(sheet, whole, members) {
        return Some(found);
    }
    let (sum, range) = added(sheet, members)?;
    let value = sheet.metrics[whole].value;
    let off = sum.minus(value)?.times(Decimal::ONE_HUNDRED)?.over(value)?;
    let meets = range.meets(sheet.exact(whole)?.interval());
    let claimed = if leaves_nothing(sheet, whole, members) { CERTAIN } else { claimed };
    if meets {
        // With few digits almost any sum is near enough.
        return (claimed == CERTAIN || claimed == BRACKET || is_rounded(sheet, whole, members))
            .then(|| told(sheet, whole, members, sum, true));
    }
    // 增收16亿元（甲增收9亿元、乙增收8亿元）: another may have fallen.
    let offset = sheet.metrics[whole].direction.is_some();
    let above = if offset { 0 } else { claimed.above };
    let wrong = if off.is_sign_negative() { claimed.below } else { above };
    let clear = off.abs() <= Decimal::from(wrong) && (claimed == CERTAIN || comparable(sheet, whole, members));
    // 包括：甲30个，其中乙10个；丙5个: more of the list may follow than was told apart.
    let clear = clear && (claimed == CERTAIN || sum > value || !goes_on(sheet, *members.last()?));
    // 问题63条，措施126条，整改57条，其余5条: which of them are left over?
    let other = |other: usize| {
        other != whole
            && sheet.same_sentence(other, members[0])
            && sheet.same_unit(other, whole)
            && sheet.metrics[other].of.is_none()
    };
    let elsewhere = (members[0].saturating_sub(HORIZON)..members[0]).any(other) && off.abs() > Decimal::TEN;
    (clear && !elsewhere).then(|| told(sheet, whole, members, sum, false))
}

/// Whether another figure of the same unit follows in the sentence of this one, behind a semicolon.
fn goes_on(sheet: &Sheet, member: usize) -> bool {
    let mut parted = false;
    (member + 1..sheet.metrics.len().min(member + HORIZON)).take_while(|&next| sheet.same_sentence(member, next)).any(
        |next| {
            parted |= sheet.between(next - 1, next).is_none_or(|words| words.contains(&';'));
            parted && sheet.same_unit(member, next)
        },
    )
}

/// Members that add up to the digit: all of them, or some in a row where the others tell a large whole in another way
/// (其中甲类30件、乙类20件；当年完成45件).
fn some_of(sheet: &Sheet, whole: usize, members: &[usize]) -> Option<Check> {
    let value = sheet.metrics[whole].value;
    // 按类别分，甲类6家、乙类1家；按辖区分，甲局4家、乙局3家: a clause divides the whole anew.
    let anew = |one: usize, other: usize| {
        sheet.between(one, other).is_some_and(|words| words.contains(&';') && claims(Claim::Sorted).is_in(&words))
    };
    for start in 0..members.len() {
        let begins = start == 0 || anew(members[start - 1], members[start]);
        let mut sum = Decimal::ZERO;
        for (length, &member) in members[start..].iter().enumerate() {
            if sheet.exact(member).is_none() {
                break;
            }
            sum = sum.plus(sheet.metrics[member].value)?;
            let all = begins && members.get(start + length + 1).is_none_or(|&next| anew(member, next))
                || length + 1 == members.len();
            if length > 0 && sum == value && (all || value >= SMALL) {
                return Some(told(sheet, whole, &members[start..=start + length], sum, true));
            }
        }
    }
    None
}

/// Members that are not linked to the whole before them, where they add up to it to the digit.
fn followed(sheet: &Sheet, whole: usize) -> Option<Check> {
    let value = sheet.metrics[whole].value;
    let mut members: Vec<usize> = Vec::new();
    let mut opened = false;
    // Sentence ends behind the whole, and how many of them stand before the first member.
    let (mut sentences, mut begun) = (0, 0);
    let mut sum = Decimal::ZERO;
    for index in whole + 1..(whole + HORIZON).min(sheet.metrics.len()) {
        let apart = sheet.metrics[index].of.is_none_or(|of| of == whole) && sheet.subject_of(index).is_none();
        let member = sheet.same_unit(whole, index) && apart;
        let stranger = !member && sheet.is_amount(index) && sheet.subject_of(index).is_none();
        if stranger || member && sheet.exact(index).is_none() {
            return None;
        }
        sentences += sheet.stops_between(index - 1, index)?;
        if members.is_empty() {
            opened |= opens(&sheet.between(index - 1, index)?);
        }
        // Beyond the sentence that begins to divide a large whole, only a sum to the digit of the next figure counts.
        let beyond = !members.is_empty() && sentences > begun;
        if sentences > begun + 1 || beyond && !(opened && value >= LARGE) {
            return None;
        }
        if !member {
            continue;
        }
        // 收入总计57亿元；支出52亿元，上解1亿元…: what was spent are no parts of what came in.
        let name = |index: usize| sheet.metrics[index].indicator.chars().collect::<Vec<_>>();
        if ties(Tie::Income).is_in(&name(whole)) && ties(Tie::Expense).is_in(&name(index)) {
            return None;
        }
        // 收到27件，上年结转2件，其中公开18件: nor is what was left of the year before.
        if claims(Claim::Carried).at(&name(index), 0).is_some() {
            return None;
        }
        if members.is_empty() {
            begun = sentences;
        }
        members.push(index);
        sum = sum.plus(sheet.metrics[index].value)?;
        if sum != value && members.len() > 1 && begun == 0 && is_rounded(sheet, whole, &members) {
            return Some(told(sheet, whole, &members, sum, true));
        }
        if sum > value {
            return None;
        }
        if sum == value && members.len() > 1 {
            let steps = exact::steps(value, members.iter().map(|&member| sheet.metrics[member].value));
            let many = members.len() > 2 && steps >= SMALL || steps >= LARGE && index == whole + 2;
            let says = opened || many || leaves_nothing(sheet, whole, &members);
            return says.then(|| told(sheet, whole, &members, sum, true));
        }
    }
    None
}

/// Whether members that add up but for their last digit are so finely printed that it is no chance.
fn is_rounded(sheet: &Sheet, whole: usize, members: &[usize]) -> bool {
    const FINE: i64 = 300;
    let value = sheet.metrics[whole].value;
    let near = |(sum, range): (Decimal, Interval)| {
        let off = sum.minus(value)?.abs().times(FINE.into())?;
        Some(off <= value && range.meets(sheet.exact(whole)?.interval()))
    };
    let same = members.iter().all(|&member| sheet.metrics[member].role == sheet.metrics[whole].role);
    same && added(sheet, members).and_then(near).unwrap_or(false)
}

/// A known division told over clauses and sentences, with other things said in between: 第一产业…；第二产业…，其中工业…。第三产业….
fn spread(sheet: &Sheet, whole: usize, named: &[Named]) -> Option<Check> {
    let interval = sheet.exact(whole)?.interval();
    let name = |index: usize| sheet.metrics[index].indicator.as_str();
    let may_belong = |other: &&Named| {
        let owner = sheet.metrics[other.index].of;
        sheet.same_unit(whole, other.index)
            && sheet.exact(other.index).is_some()
            && name(other.index) != name(whole)
            && owner.is_none_or(|owner| owner == whole)
    };
    let (start, end) = [whole, whole + HORIZON].map(|end| named.partition_point(|named| named.index < end)).into();
    let (own, behind) = match &named[start..end] {
        [own, behind @ ..] if own.index == whole => (own.words.as_slice(), behind),
        behind => (&[][..], behind),
    };
    let others: Vec<&Named> = behind.iter().filter(may_belong).collect();
    if others.len() < 2 {
        return None;
    }
    divisions().iter().find_map(|division| {
        // 进出口 names both of its members; what names one of them is that member.
        let named = division.words.iter().filter(|word| own.contains(word)).count();
        if named > 0 && named < division.words.len() && !name(whole).contains("进出口") {
            return None;
        }
        let mut members: Vec<usize> = Vec::new();
        for other in &others {
            let Some(word) = division.words.get(members.len()) else { break };
            if other.words.contains(word) {
                members.push(other.index);
            }
        }
        if members.len() < division.words.len() {
            return None;
        }
        if sheet.stops_between(whole, *members.last()?)? > 2 {
            return None;
        }
        let (sum, range) = added(sheet, &members)?;
        let off = sum.minus(sheet.metrics[whole].value)?.times(Decimal::ONE_HUNDRED)?;
        let near = off.over(sheet.metrics[whole].value)?.abs() < Decimal::ONE;
        (range.meets(interval) && near).then(|| told(sheet, whole, &members, sum, true))
    })
}

/// Whether words behind a whole begin to divide it.
fn opens(letters: &[char]) -> bool {
    claims(Claim::Among).is_in(letters)
        || claims(Claim::Divides).is_in(letters)
        || letters.contains(&':')
        || letters.contains(&'(')
}

/// A figure that adds up those before it: `甲3件、乙5件，共计8件`.
fn totalled(sheet: &Sheet, total: usize) -> Option<Check> {
    let lead = total_lead(sheet, total)?;
    let all: Vec<usize> = before(sheet, total);
    let roots: Vec<usize> = all.iter().copied().filter(|&index| sheet.whole_of(index).is_none()).collect();
    if let Some(found) = ending_in(sheet, total, &roots).or_else(|| ending_in(sheet, total, &all)) {
        return Some(found);
    }
    let bare = begins(&lead, ",") && is_bare_total(&lead[1..]);
    let plain = roots.len() == all.len() && all.len() > 1;
    if !bare || !plain {
        return None;
    }
    let (sum, range) = added(sheet, &all)?;
    let value = sheet.metrics[total].value;
    let off = sum.minus(value)?.times(Decimal::ONE_HUNDRED)?.over(value)?;
    let agrees = range.meets(sheet.exact(total)?.interval());
    (off.abs() <= Decimal::TEN).then(|| told(sheet, total, &all, sum, agrees))
}

/// The words before a figure that is called a total.
fn total_lead(sheet: &Sheet, total: usize) -> Option<Vec<char>> {
    let lead = sheet.ahead(total, 12);
    let clause = lead.iter().rposition(|letter| matches!(letter, ',' | '、' | ';' | ':' | '。')).map_or(0, |at| at + 1);
    (clause..lead.len()).any(|at| claims(Claim::Altogether).at(&lead, at).is_some()).then_some(lead)
}

/// The figures of its sentence that a total may add up: those that stand for themselves.
pub fn totalled_by(sheet: &Sheet, total: usize) -> Option<Vec<usize>> {
    total_lead(sheet, total)?;
    let mut members = before(sheet, total);
    members.retain(|&index| sheet.whole_of(index).is_none() && sheet.subject_of(index).is_none());
    Some(members)
}

/// `总收入86万元，…总支出80万元，…结余6万元`: what came in is what was spent and what is left. Only that it is so is told: more may have been left
/// from before.
fn balanced(sheet: &Sheet, income: usize) -> Option<Check> {
    const NEAR: usize = 12;
    let name = |index: usize| sheet.metrics[index].indicator.chars().collect::<Vec<_>>();
    if !ties(Tie::Income).is_in(&name(income)) {
        return None;
    }
    let near = (income + 1..sheet.metrics.len().min(income + NEAR)).filter(|&index| sheet.same_unit(income, index));
    let others: Vec<usize> = near.collect();
    let spent = |index: usize| ties(Tie::Expense).is_in(&name(index));
    let pair = others.windows(2).find(|pair| spent(pair[0]) && claims(Claim::Left).is_in(&name(pair[1])))?;
    let (sum, _) = added(sheet, pair)?;
    (sum == sheet.metrics[income].value).then(|| told(sheet, income, pair, sum, true))
}

/// `收入总计91亿元，…。支出总计88亿元，…。收支相抵，年终结转4亿元`: what is left is said to be what came in without what was spent.
fn offset(sheet: &Sheet, income: usize) -> Option<Check> {
    let names = |index: usize, tie| {
        let name: Vec<char> = sheet.metrics[index].indicator.chars().collect();
        ties(tie).is_in(&name).then_some(name)
    };
    let total = |index: usize, tie| names(index, tie).is_some_and(|name| claims(Claim::Altogether).is_in(&name));
    if !total(income, Tie::Income) {
        return None;
    }
    let behind = income + 1..sheet.metrics.len().min(income + HORIZON);
    let left = behind.clone().find(|&index| claims(Claim::Offset).is_in(&sheet.ahead(index, 12)))?;
    let spent = behind.take_while(|&index| index < left).find(|&index| total(index, Tie::Expense))?;
    // Another account may have been opened between.
    let anew = (spent + 1..left).any(|index| names(index, Tie::Income).is_some());
    let pair = [spent, left];
    let alike = pair.iter().all(|&index| sheet.same_unit(income, index) && sheet.exact(index).is_some());
    let name = &sheet.metrics[left].indicator;
    // 收支相抵，结转下年8亿元，净结余2亿元: more may be left than is told first.
    let more = (left + 1..sheet.metrics.len().min(left + HORIZON)).take_while(|&next| sheet.same_sentence(left, next));
    let remains = name.contains('结')
        && !name.contains(['净', '滚'])
        && !more.into_iter().any(|next| sheet.same_unit(left, next));
    let (sum, range) = added(sheet, &pair).filter(|_| alike && remains && !anew)?;
    let agrees = range.meets(sheet.exact(income)?.interval());
    (sheet.metrics[spent].value < sheet.metrics[income].value).then(|| told(sheet, income, &pair, sum, agrees))
}

/// The figures of a sentence that a total behind them may add up, in reading order; none where one of them is not exact.
fn before(sheet: &Sheet, total: usize) -> Vec<usize> {
    let mut members: Vec<usize> = Vec::new();
    for index in (total.saturating_sub(HORIZON)..total).rev() {
        let stranger = sheet.is_amount(index) && sheet.subject_of(index).is_none();
        if !sheet.same_sentence(index, total) || !sheet.same_unit(index, total) && stranger {
            break;
        }
        if !sheet.same_unit(index, total) {
            continue;
        }
        if sheet.exact(index).is_none() || sheet.metrics[index].role != sheet.metrics[total].role {
            return Vec::new();
        }
        members.push(index);
    }
    members.reverse();
    members
}

/// The last of these members that add up to the total to the digit.
fn ending_in(sheet: &Sheet, total: usize, members: &[usize]) -> Option<Check> {
    let mut sum = Decimal::ZERO;
    for start in (0..members.len()).rev() {
        sum = sum.plus(sheet.metrics[members[start]].value)?;
        if sum == sheet.metrics[total].value && start + 1 < members.len() {
            return Some(told(sheet, total, &members[start..], sum, true));
        }
    }
    None
}

/// The sum of members as printed, and all it may stand for.
pub fn added(sheet: &Sheet, members: &[usize]) -> Option<(Decimal, Interval)> {
    members.iter().try_fold((Decimal::ZERO, Interval::exactly(Decimal::ZERO)), |(sum, range), &member| {
        Some((sum.plus(sheet.metrics[member].value)?, range.plus(sheet.exact(member)?.interval())?))
    })
}

/// Whether the words before a total say nothing but that it is one: `三项合计`, `共计`.
fn is_bare_total(lead: &[char]) -> bool {
    claims(Claim::Total).before(lead, lead.len()).is_some_and(|(length, ())| {
        let before = &lead[..lead.len() - length];
        before.is_empty() || before.len() <= 3 && before.contains(&'项')
    })
}

/// What was compared, as the report prints it.
pub fn told(sheet: &Sheet, whole: usize, members: &[usize], sum: Decimal, agrees: bool) -> Check {
    let mut metrics = vec![whole];
    metrics.extend_from_slice(members);
    let bare = sheet.alike(&metrics);
    let terms: Vec<String> = members.iter().map(|&member| sheet.show(member, bare)).collect();
    let terms = terms.join(" + ");
    let stated = sheet.show(whole, bare);
    let added = sheet.show_as(sum, whole, bare);
    let message = match (agrees, sum == sheet.metrics[whole].value) {
        (true, true) => format!("{terms} = {stated}"),
        (true, false) => format!("{terms} = {added}，在取舍范围内与 {stated} 相符"),
        (false, _) => format!("{terms} = {added}，与 {stated} 不符"),
    };
    sheet.check(CheckKind::Sum, agrees, metrics, message)
}
