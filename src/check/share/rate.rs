//! Rates that are named after what was done: `受理22件，办结22件，办结率100%`.

use rust_decimal::Decimal;

use super::of_whole::settle;
use super::{HORIZON, nearest, prove, work_out};
use crate::check::sheet::{Sheet, akin};
use crate::language::{Claim, Sense, Tie, claims, senses, ties};
use crate::report::{Check, Role, Status};

/// How long the name of a rate may be before 率, so that it names what was done rather than a long story.
const LONGEST_STEM: usize = 8;

/// Whether a name says that what a rate tells of was not so: 不知晓 to 知晓率, 未签约 to 签约率.
fn denies(told: &str, stem: &str) -> bool {
    let not = ['不', '未', '没', '无'];
    let right_before = told.split_once(stem).is_some_and(|(head, _)| head.ends_with(not) || head.ends_with("没有"));
    right_before || told.starts_with(['未', '没']) && !stem.starts_with(not)
}

/// `受理22件，办结22件，办结率100%`: what the rate names, of what it was taken from.
pub fn rate(sheet: &Sheet, index: usize) -> Option<Check> {
    let name = &sheet.metrics[index].indicator;
    let letters: Vec<char> = name.chars().collect();
    let tail = ties(Tie::Rate).tail(&letters)?;
    let stem: String = letters[..letters.len() - tail].iter().collect();
    if stem.is_empty() || letters.len() - tail > LONGEST_STEM {
        return None;
    }
    let stem = stem.as_str();
    if let Some(check) = completion(sheet, index, stem) {
        return Some(check);
    }
    let tells = |&part: &usize| {
        if !sheet.same_sentence(part, index) || !sheet.is_amount(part) {
            return false;
        }
        let told = &sheet.metrics[part].indicator;
        let same = told.contains(stem) || akin(stem, told);
        // 2个单位公务卡结算率不足30%: what is called by the rate itself was not dealt with.
        let rated = told.ends_with(name.as_str());
        same && !rated && !denies(told, stem)
    };
    // 审结95件，结案率95%: another word for the same thing, if the numbers say so and do not say it of anything.
    let full = sheet.metrics[index].value == Decimal::ONE_HUNDRED || sheet.exact(index).is_none();
    let beside = index.checked_sub(1).filter(|&beside| {
        let other = full || denies(&sheet.metrics[beside].indicator, stem);
        !other && sheet.same_sentence(beside, index) && sheet.whole_of(beside).is_some() && sheet.is_amount(beside)
    });
    // 整改161个，正在推进14个，暂难整改5个，整改率89.4%: the digits tell of which it is said.
    let proves = |part: &usize| {
        let whole = sheet.whole_of(*part).filter(|&whole| whole < *part && sheet.same_unit(whole, *part));
        tells(part) && whole.is_some_and(|whole| prove(sheet, *part, whole, index).is_some())
    };
    let part = nearest(index, proves).or_else(|| nearest(index, tells)).or(beside)?;
    // 集中供养436人、分散供养1744人，集中供养率20%: what bears its very name is farther off, if the numbers say so.
    let named = |&other: &usize| other != part && tells(&other) && sheet.metrics[other].indicator.contains(stem);
    let farther = nearest(index, named).and_then(|other| of_part(sheet, index, other, stem));
    farther.filter(|check| check.status == Status::Consistent).or_else(|| of_part(sheet, index, part, stem))
}

/// Works out a rate of what it names, which is called by `stem`: of what it was taken from.
fn of_part(sheet: &Sheet, index: usize, part: usize, stem: &str) -> Option<Check> {
    let full = sheet.metrics[index].value == Decimal::ONE_HUNDRED || sheet.exact(index).is_none();
    let own = |&whole: &usize| whole < part && sheet.same_unit(whole, part);
    let linked = sheet.whole_of(part).or(sheet.subject_of(index).filter(|&owner| owner != part)).filter(own);
    let Some(whole) = linked else {
        // Of several figures before it the rate itself tells which it was taken from.
        let near = |whole: &usize| own(whole) && sheet.same_sentence(*whole, part) && sheet.is_amount(*whole);
        let mut wholes = (part.saturating_sub(HORIZON)..part).rev().filter(near);
        return match full {
            true => wholes.next().and_then(|whole| work_out(sheet, part, whole, index, false)),
            false => wholes.find_map(|whole| work_out(sheet, part, whole, index, false)),
        };
    };
    // 受理50件，同比增长25%（去年40件），审结48件: what the whole is compared with is no other whole.
    let compared = |other: usize| sheet.metrics[other].role == Role::Baseline && sheet.subject_of(other) == Some(whole);
    // 抽检3100批次，达到每千人6批次，不合格42批次: nor is what there are for each of others.
    let for_each = |other: usize| sheet.ahead(other, 6).contains(&'每');
    let apart_from = |other: usize| !sheet.same_unit(other, part) || compared(other) || for_each(other);
    let only = (whole + 1..part).all(apart_from);
    let named = part + 1 == index && sheet.metrics[part].indicator.contains(stem);
    // 上线3260人，其中本科上线1260人，上线率33.3%: what has the name of the rate itself is no whole of it.
    let apart = !sheet.metrics[whole].indicator.contains(stem);
    let sure = named && only && apart && sheet.whole_of(part) == Some(whole);
    settle(sheet, part, whole, index, sure)
}

/// `超过年度任务200人`, `超额完成4所`: whether a figure tells only by how much a goal was passed or missed.
fn lies_apart(sheet: &Sheet, index: usize) -> bool {
    let name = sheet.name(index);
    senses(Sense::Beyond).is(name) || senses(Sense::Passed).begins(name)
}

/// `年度任务500户，完成520户，完成任务的104%`, `完成投资12.6亿元，占年计划的84%，年计划15亿元`: the rate of a task that is told beside it.
pub fn task(sheet: &Sheet, index: usize) -> Option<Check> {
    let name = sheet.name(index);
    if !claims(Claim::Task).is_in(name) && !claims(Claim::Reached).is_in(name) {
        return None;
    }
    let end = sheet.metrics.len().min(index + 3);
    let near = |role: Role, range: std::ops::Range<usize>| {
        range.rev().find(|&other| {
            other != index
                && sheet.metrics[other].role == role
                && sheet.same_sentence(other, index)
                && sheet.is_amount(other)
                && !lies_apart(sheet, other)
        })
    };
    let from = index.saturating_sub(HORIZON);
    let (target, reached) = (near(Role::Target, from..end)?, near(Role::Actual, from..index)?);
    if !sheet.same_unit(target, reached) {
        return None;
    }
    prove(sheet, reached, target, index).or_else(|| {
        // 造林任务2万亩，完成3万亩，完成任务的150%: of no other task it can be said, if it tells of none.
        let task = sheet.name(target);
        let own = name.strip_prefix(&['完', '成']).is_some_and(|own| task.ends_with(own) || own.len() == 2);
        let sure = own && target + 1 == reached && reached + 1 == index && claims(Claim::Task).is_in(task);
        work_out(sheet, reached, target, index, sure)
    })
}

/// `职工60人，女职工24人，占总人数40%`, `行政村120个，通硬化路120个，通畅率100%`: two figures of one unit right before the rate that comes out.
pub fn beside(sheet: &Sheet, index: usize) -> Option<Check> {
    let (part, whole) = (index.checked_sub(1)?, index.checked_sub(2)?);
    let actual = |other: usize| sheet.metrics[other].role == Role::Actual && sheet.is_amount(other);
    let alike = sheet.same_unit(part, whole) && sheet.same_sentence(whole, index) && actual(part) && actual(whole);
    let name = sheet.name(index);
    let told = name.starts_with(&['占']) || ties(Tie::Rate).ends(name);
    let all = [whole, part].iter().any(|&other| sheet.metrics[other].value >= Decimal::TEN);
    (alike && told && all).then(|| prove(sheet, part, whole, index)).flatten()
}

/// `37个行业中有21个增长，增长面为56.8%`, `办结率98.5%（办结197件，受理200件）`: a rate whose own digits prove which of the few figures
/// around it it was taken from. It is said of one of those next to it.
pub fn proved(sheet: &Sheet, index: usize) -> Option<Check> {
    const SENTENCES: usize = 2;
    const NEXT: usize = 2;
    sheet.exact(index)?;
    if sheet.digits(index) < 3 || sheet.metrics[index].role != Role::Actual {
        return None;
    }
    // What something grew by is no part of anything.
    let stands = |other: usize| sheet.metrics[other].direction.is_none() || sheet.subject_of(other).is_none();
    let states = |other: usize| sheet.is_amount(other) && sheet.exact(other).is_some() && stands(other);
    let actual =
        |&part: &usize| states(part) && sheet.same_sentence(part, index) && sheet.metrics[part].role == Role::Actual;
    let behind = index + 1..sheet.metrics.len().min(index + 1 + NEXT);
    let before = (index.saturating_sub(3)..index).rev().filter(actual).take(NEXT);
    let mut parts = before.chain(behind.clone().filter(actual)).peekable();
    parts.peek()?;
    let near = |whole: &usize| {
        let (first, last) = ((*whole).min(index), (*whole).max(index));
        let stops = || sheet.stops_between(first, last);
        states(*whole) && stops().is_some_and(|count| count <= if *whole < index { SENTENCES } else { 0 })
    };
    let wholes: Vec<usize> = (index.saturating_sub(HORIZON)..index).rev().chain(behind).filter(near).collect();
    parts.find_map(|part| {
        let fits = |whole: &&usize| {
            let earlier = **whole < part || sheet.same_sentence(**whole, index);
            let more = sheet.metrics[**whole].value > sheet.metrics[part].value
                || sheet.metrics[index].value > Decimal::ONE_HUNDRED;
            **whole != part && earlier && more && sheet.same_unit(**whole, part)
        };
        wholes.iter().filter(fits).find_map(|&whole| prove(sheet, part, whole, index))
    })
}

/// `完成率101.8%`: what was reached, of the target beside it.
fn completion(sheet: &Sheet, index: usize, stem: &str) -> Option<Check> {
    if !stem.ends_with("完成") {
        return None;
    }
    let near = |role: Role| {
        nearest(index, |&other| {
            let told = sheet.metrics[other].role == role && sheet.same_sentence(other, index);
            told && sheet.is_amount(other) && !lies_apart(sheet, other)
        })
    };
    let (target, reached) = (near(Role::Target)?, near(Role::Actual)?);
    if !sheet.same_unit(target, reached) || target.abs_diff(reached) != 1 {
        return None;
    }
    let name = sheet.name(target);
    let sure = target.max(reached) + 1 == index && claims(Claim::Task).is_in(name);
    work_out(sheet, reached, target, index, sure)
}
