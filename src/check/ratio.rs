//! A rate follows from two figures, or shares make a hundred.

use rust_decimal::Decimal;

use super::interval::Interval;
use super::sheet::{Sheet, akin};
use crate::exact::Exact;
use crate::language::{Claim, Tie, claims, ties};
use crate::report::{Check, CheckKind, Kind, Role};

/// How many figures before a rate what it was taken from may stand.
const HORIZON: usize = 8;
/// How long the name of a rate may be before 率, so that it names what was done rather than a long story.
const LONGEST_STEM: usize = 8;
/// How many shares one list may have.
const MOST: usize = 20;

/// Works out each rate.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let mut index = 0;
    while index < sheet.metrics.len() {
        let end = composition(sheet, index);
        if end > index + 1 {
            checks.extend(hundred(sheet, &(index..end).collect::<Vec<_>>()));
            index = end;
            continue;
        }
        let listed = shares(sheet, index);
        if listed.len() > 2
            && let Some(check) = hundred(sheet, &listed)
        {
            checks.push(check);
            checks.extend(of_their_sum(sheet, &listed));
            index = listed.last().map_or(index, |&last| last) + 1;
            continue;
        }
        if is_percent(sheet, index) {
            let said = of_the_last(sheet, index).or_else(|| share(sheet, index)).or_else(|| rate(sheet, index));
            checks.extend(said.or_else(|| proved(sheet, index)));
        }
        index += 1;
    }
}

fn is_percent(sheet: &Sheet, index: usize) -> bool {
    let metric = &sheet.metrics[index];
    metric.kind == Kind::Ratio && metric.unit.as_deref() == Some("%") && sheet.printed(index).is_some()
}

/// Where a composition that begins here ends: `27.3:39.2:33.5`.
fn composition(sheet: &Sheet, start: usize) -> usize {
    let bare = |index: usize| sheet.metrics[index].kind == Kind::Ratio && sheet.metrics[index].unit.is_none();
    let mut end = start + 1;
    while bare(end - 1)
        && end < sheet.metrics.len()
        && bare(end)
        && end - start < MOST
        && sheet.between(end - 1, end).is_some_and(|between| between == [':'])
    {
        end += 1;
    }
    end
}

/// The shares that stand in one list with the one here, each of them the only one of its member.
fn shares(sheet: &Sheet, start: usize) -> Vec<usize> {
    let mut listed: Vec<usize> = Vec::new();
    for index in start..(start + 2 * MOST).min(sheet.metrics.len()) {
        if !sheet.same_sentence(start, index) {
            break;
        }
        if !is_share(sheet, index) {
            if listed.is_empty() || !sheet.is_amount(index) {
                break;
            }
            continue;
        }
        listed.push(index);
    }
    listed
}

/// Whether a percentage is a share of a whole that is not named: 占比12%.
fn is_share(sheet: &Sheet, index: usize) -> bool {
    is_percent(sheet, index) && shared_whole(sheet, index).is_some_and(|whole| whole.is_empty())
}

/// The whole that a share names behind 占; nothing where it is no share.
fn shared_whole(sheet: &Sheet, index: usize) -> Option<Vec<char>> {
    let lead = sheet.ahead(index, 24);
    let at = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | '、' | '(' | ':')).map_or(0, |at| at + 1);
    let from = at + lead[at..].iter().position(|&letter| letter == '占')?;
    let mut rest = &lead[from..];
    let (length, ()) = claims(Claim::Share).at(rest, 0)?;
    rest = &rest[length..];
    while let Some((length, ())) = claims(Claim::ShareTail).before(rest, rest.len()) {
        rest = &rest[..rest.len() - length];
    }
    Some(rest.to_vec())
}

/// Shares that make a hundred.
fn hundred(sheet: &Sheet, shares: &[usize]) -> Option<Check> {
    let mut sum = Decimal::ZERO;
    let mut range = Interval::exactly(Decimal::ZERO);
    let mut fine = Decimal::ONE;
    for &share in shares {
        let interval = sheet.exact(share)?.interval;
        sum = sum.plus(sheet.metrics[share].value)?;
        range = range.plus(interval)?;
        fine = fine.min(interval.high.minus(sheet.metrics[share].value)?);
    }
    let full = Interval::exactly(Decimal::ONE_HUNDRED);
    let agrees = range.meets(full);
    let off = sum.minus(Decimal::ONE_HUNDRED)?.abs();
    let composed = sheet.metrics[shares[0]].unit.is_none();
    // A proportion such as 5:3:2 makes no hundred, and shares of some members need not.
    if agrees && off > Decimal::from(shares.len())
        || !agrees && (!composed || off > Decimal::from(5) || fine >= Decimal::ONE)
    {
        return None;
    }
    let terms: Vec<String> = shares.iter().map(|&share| sheet.show(share, true)).collect();
    let unit = if composed { "" } else { "%" };
    let sum = sum.normalize();
    let terms = terms.join(" + ");
    let message = match (agrees, off.is_zero()) {
        (true, true) => format!("{terms} = {sum}{unit}"),
        (true, false) => format!("{terms} = {sum}{unit}，在取舍范围内为 100{unit}"),
        (false, _) => format!("{terms} = {sum}{unit}，与 100{unit} 不符"),
    };
    Some(sheet.check(CheckKind::Ratio, agrees, shares.to_vec(), message))
}

/// Shares that make a hundred follow from the amounts they stand behind.
fn of_their_sum(sheet: &Sheet, shares: &[usize]) -> Vec<Check> {
    let amount = |share: usize| {
        let amount = sheet.subject_of(share).or(share.checked_sub(1))?;
        (amount < share && sheet.is_amount(amount) && sheet.exact(amount).is_some()).then_some(amount)
    };
    let Some(amounts) = shares.iter().map(|&share| amount(share)).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    if amounts.windows(2).any(|pair| pair[0] >= pair[1] || !sheet.same_unit(pair[0], pair[1])) {
        return Vec::new();
    }
    let mut total = Some((Decimal::ZERO, Interval::exactly(Decimal::ZERO)));
    for &amount in &amounts {
        total = total.and_then(|(sum, range)| {
            Some((sum.plus(sheet.metrics[amount].value)?, range.plus(sheet.exact(amount)?.interval)?))
        });
    }
    let Some((sum, range)) = total else { return Vec::new() };
    let wrong = |(&share, &amount): (&usize, &usize)| {
        let quotient = sheet.exact(amount)?.interval.over(range)?.percent()?;
        if quotient.meets(sheet.exact(share)?.interval) {
            return None;
        }
        let (sign, worked) = sheet.worked(percent_of(sheet, amount, sum)?, share);
        let (amount_shown, sum_shown) = (sheet.show(amount, false), sheet.show_as(sum, amount, false));
        let stated = sheet.show(share, false);
        let message = format!("{amount_shown} ÷ {sum_shown} {sign} {worked}%，与 {stated} 不符");
        Some(sheet.check(CheckKind::Ratio, false, vec![amount, share], message))
    };
    shares.iter().zip(&amounts).filter_map(wrong).collect()
}

/// A share in percent.
fn percent_of(sheet: &Sheet, amount: usize, whole: Decimal) -> Option<Decimal> {
    sheet.metrics[amount].value.times(Decimal::ONE_HUNDRED)?.over(whole)
}

/// `完成投资12亿元，占总投资30亿元的40%`, `完成全年10亿元目标的80%`: the whole stands right before its share.
fn of_the_last(sheet: &Sheet, index: usize) -> Option<Check> {
    let whole = index.checked_sub(1)?;
    let between = sheet.between(whole, index)?;
    let task = between.strip_suffix(&['的'])?;
    if !task.is_empty()
        && claims(Claim::Task).before(task, task.len()).is_none_or(|(length, ())| length + 2 < task.len())
    {
        return None;
    }
    let part = whole.checked_sub(1)?;
    let fits = sheet.is_amount(part) && sheet.same_unit(part, whole) && sheet.same_sentence(part, index);
    fits.then(|| work_out(sheet, part, whole, index, true)).flatten()
}

/// `其中制造业77个，占82.8%`: a share of the whole that its part belongs to.
fn share(sheet: &Sheet, index: usize) -> Option<Check> {
    let named = shared_whole(sheet, index)?;
    let part = sheet.subject_of(index).or(index.checked_sub(1))?;
    if part >= index || !sheet.is_amount(part) || !sheet.same_sentence(part, index) {
        return None;
    }
    let whole = sheet.whole_of(part).filter(|&whole| sheet.same_unit(part, whole));
    let (whole, sure) = if named.is_empty() {
        (whole?, part + 1 == index)
    } else {
        let said = named.len() > 1 && part + 1 == index;
        let named: String = named.iter().collect();
        let is_named = |&other: &usize| {
            other < part && sheet.same_unit(other, part) && sheet.metrics[other].indicator.contains(&named)
        };
        let whole = whole.filter(is_named).or_else(|| nearest(part, is_named))?;
        let own = sheet.whole_of(part) == Some(whole) || whole + 1 == part;
        (whole, said && own && sheet.same_sentence(whole, part))
    };
    work_out(sheet, part, whole, index, sure)
}

fn nearest(index: usize, is_it: impl Fn(&usize) -> bool) -> Option<usize> {
    (index.saturating_sub(HORIZON)..index).rev().find(is_it)
}

/// `受理22件，办结22件，办结率100%`: what the rate names, of what it was taken from.
fn rate(sheet: &Sheet, index: usize) -> Option<Check> {
    let name = &sheet.metrics[index].indicator;
    let letters: Vec<char> = name.chars().collect();
    let (tail, ()) = ties(Tie::Rate).before(&letters, letters.len())?;
    let stem: String = letters[..letters.len() - tail].iter().collect();
    if stem.is_empty() || letters.len() - tail > LONGEST_STEM {
        return None;
    }
    let stem = stem.as_str();
    if let Some(check) = completion(sheet, index, stem) {
        return Some(check);
    }
    let tells = |&part: &usize| {
        let told = &sheet.metrics[part].indicator;
        sheet.same_sentence(part, index) && sheet.is_amount(part) && (told.contains(stem) || akin(stem, told))
    };
    // 审结95件，结案率95%: another word for the same thing, if the numbers say so and do not say it of anything.
    let full = sheet.metrics[index].value == Decimal::ONE_HUNDRED || sheet.exact(index).is_none();
    let beside = index.checked_sub(1).filter(|&beside| {
        !full && sheet.same_sentence(beside, index) && sheet.whole_of(beside).is_some() && sheet.is_amount(beside)
    });
    let part = nearest(index, tells).or(beside)?;
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
    let only = (whole + 1..part).all(|other| !sheet.same_unit(other, part));
    let named = part + 1 == index && sheet.metrics[part].indicator.contains(stem);
    let sure = named && only && sheet.whole_of(part) == Some(whole);
    work_out(sheet, part, whole, index, sure)
}

/// `37个行业中有21个增长，增长面为56.8%`: a rate whose own digits prove which of the few figures before it it was taken from. It is said
/// of the figure right before it, or of the one before that.
fn proved(sheet: &Sheet, index: usize) -> Option<Check> {
    const SENTENCES: usize = 2;
    let digits = sheet.exact(index)?.numeral.trim_matches(['0', '.']).chars().filter(char::is_ascii_digit).count();
    if digits < 3 || sheet.metrics[index].role != Role::Actual {
        return None;
    }
    let mut parts = (index.saturating_sub(3)..index).rev().filter(|&part| {
        sheet.is_amount(part) && sheet.same_sentence(part, index) && sheet.metrics[part].role == Role::Actual
    });
    let part = parts.next().into_iter().chain(parts.next());
    part.into_iter().find_map(|part| {
        let mut wholes = (index.saturating_sub(HORIZON)..part).rev().filter(|&whole| {
            let near = sheet
                .between(whole, part)
                .is_some_and(|between| between.iter().filter(|&&letter| letter == '。').count() <= SENTENCES);
            near && sheet.same_unit(whole, part) && sheet.metrics[whole].value >= sheet.metrics[part].value
        });
        wholes.find_map(|whole| work_out(sheet, part, whole, index, false))
    })
}

/// `完成率101.8%`: what was reached, of the target beside it.
fn completion(sheet: &Sheet, index: usize, stem: &str) -> Option<Check> {
    if !stem.ends_with("完成") {
        return None;
    }
    let near = |role: Role| {
        nearest(index, |&other| {
            sheet.metrics[other].role == role && sheet.same_sentence(other, index) && sheet.is_amount(other)
        })
    };
    let (target, reached) = (near(Role::Target)?, near(Role::Actual)?);
    if !sheet.same_unit(target, reached) || target.abs_diff(reached) != 1 {
        return None;
    }
    work_out(sheet, reached, target, index, target.max(reached) + 1 == index)
}

/// Compares a stated share with the one that follows; a fault is told only where the text is `sure`ly about these two.
fn work_out(sheet: &Sheet, part: usize, whole: usize, share: usize, sure: bool) -> Option<Check> {
    let (one, all) = (sheet.exact(part)?, sheet.exact(whole)?);
    let quotient = one.interval.over(all.interval)?.percent()?;
    let percent = percent_of(sheet, part, sheet.metrics[whole].value)?;
    let agrees = sheet.agrees(quotient, percent, share)?;
    let between = sheet.between(part, share)?;
    let apart = sheet.metrics[part].role != sheet.metrics[whole].role && between.len() > 12;
    if !agrees && (!sure || apart || claims(Claim::Earlier).is_in(&between)) {
        return None;
    }
    let (sign, worked) = sheet.worked(percent, share);
    let bare = sheet.alike(&[part, whole]);
    let sum = format!("{} ÷ {} {sign} ", sheet.show(part, bare), sheet.show(whole, bare));
    let stated = sheet.show(share, false);
    let message = match agrees {
        true if worked == sheet.metrics[share].value => format!("{sum}{stated}"),
        true => format!("{sum}{worked}%，与 {stated} 相符"),
        false => format!("{sum}{worked}%，与 {stated} 不符"),
    };
    Some(sheet.check(CheckKind::Ratio, agrees, vec![whole, part, share], message))
}
