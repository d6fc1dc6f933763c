//! Shares make a hundred, and follow from the amounts they stand behind.

use rust_decimal::Decimal;

use super::{common_whole, is_percent, percent_of, shared_whole};
use crate::check::interval::Interval;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind};
use crate::verdict::{Outcome, Verdict};

/// How many shares one list may have.
const MOST: usize = 20;

/// The list of shares that begins here: its checks, and where it ends; nothing where none begins.
pub fn run(sheet: &Sheet, index: usize, checks: &mut Vec<Check>) -> Option<usize> {
    let end = composition(sheet, index);
    if end > index + 1 {
        checks.extend(hundred(sheet, &(index..end).collect::<Vec<_>>()));
        return Some(end);
    }
    let listed = shares(sheet, index, is_share);
    if listed.len() > 2
        && let Some(check) = hundred(sheet, &listed)
    {
        let amounts = amounts(sheet, &listed).unwrap_or_default();
        let of_whole = common_whole::run(sheet, &listed, &amounts);
        // 床位900张，其中医院700张（占77.8%），…: nearly a hundred is no claim where the whole is told and is more than they make.
        if of_whole.is_none() || sum_of(sheet, &listed) == Some(Decimal::ONE_HUNDRED) {
            checks.push(check);
        }
        checks.extend(of_whole.unwrap_or_else(|| of_their_sum(sheet, &listed, &amounts)));
        return listed.last().map(|&last| last + 1);
    }
    let of_whole = amounts(sheet, &listed).filter(|_| listed.len() > 1);
    let of_whole = of_whole.and_then(|amounts| common_whole::run(sheet, &listed, &amounts));
    let end = listed.last().filter(|_| of_whole.is_some()).map(|&last| last + 1);
    checks.extend(of_whole.into_iter().flatten());
    // 上升的占50.9%，下降的占49.1%；…的占40.0%，…的占60.0%: those that make a hundred to the digit.
    // 第一产业投资下降8.2%，占投资的比重为1.4%；第二产业投资下降2.1%，占61.0%；…
    // 占总额的比重分别为：东片36.3%，上升0.1个百分点；中片27.0%，与上年持平；…
    let lead = sheet.raw(sheet.lead(index, 24));
    // 对经济增长的贡献率分别为8%、48%和44%
    let told = lead.contains('占') || lead.contains("贡献率");
    let each = is_percent(sheet, index) && told && ["分别", "依次"].iter().any(|each| lead.contains(each));
    let listed = shares(sheet, index, |sheet, index| {
        is_any_share(sheet, index) || is_weight(sheet, index) || each && is_percent(sheet, index)
    });
    let full = (2..=listed.len()).find(|&count| sum_of(sheet, &listed[..count]) == Some(Decimal::ONE_HUNDRED));
    checks.extend(full.and_then(|full| hundred(sheet, &listed[..full])));
    end
}

/// The sum of shares as printed; nothing where one is not exact.
fn sum_of(sheet: &Sheet, shares: &[usize]) -> Option<Decimal> {
    shares.iter().try_fold(Decimal::ZERO, |sum, &share| {
        sheet.exact(share)?;
        sum.plus(sheet.metrics[share].value)
    })
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
fn shares(sheet: &Sheet, start: usize, is_share: impl Fn(&Sheet, usize) -> bool) -> Vec<usize> {
    let mut listed: Vec<usize> = Vec::new();
    for index in start..(start + 2 * MOST).min(sheet.metrics.len()) {
        if !sheet.same_sentence(start, index) {
            break;
        }
        if !is_share(sheet, index) {
            let told = sheet.is_amount(index) || matches!(sheet.metrics[index].kind, Kind::Growth | Kind::Points);
            if listed.is_empty() || !told {
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

/// Whether a percentage is a share of a whole, named or not.
fn is_any_share(sheet: &Sheet, index: usize) -> bool {
    is_percent(sheet, index) && shared_whole(sheet, index).is_some()
}

/// Whether a percentage is called a weight: 第二产业增加值比重.
fn is_weight(sheet: &Sheet, index: usize) -> bool {
    let named = || claims(Claim::Share).text_tail(&sheet.metrics[index].indicator).is_some_and(|length| length > 1);
    is_percent(sheet, index) && named()
}

/// Shares that make a hundred.
fn hundred(sheet: &Sheet, shares: &[usize]) -> Option<Check> {
    let mut sum = Decimal::ZERO;
    let mut range = Interval::exactly(Decimal::ZERO);
    let mut fine = Decimal::ONE;
    for &share in shares {
        let interval = sheet.exact(share)?.interval();
        sum = sum.plus(sheet.metrics[share].value)?;
        range = range.plus(interval)?;
        fine = fine.min(interval.high().minus(sheet.metrics[share].value)?);
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
    let outcome = match (agrees, off.is_zero()) {
        (true, true) => Outcome::Equal,
        (true, false) => Outcome::RoundedFull,
        (false, _) => Outcome::Differs,
    };
    let unit = if composed { "" } else { "%" };
    let sum = ('=', format!("{}{unit}", sum.normalize()));
    let message = Verdict::worked(outcome, sheet.sum_of(shares, true), sum, format!("100{unit}"));
    Some(sheet.check(CheckKind::Ratio, agrees, shares.to_vec(), message))
}

/// The amounts of one unit that shares stand behind, one each; nothing where one has none.
fn amounts(sheet: &Sheet, shares: &[usize]) -> Option<Vec<usize>> {
    let amount = |share: usize| {
        let amount = sheet.subject_of(share).or(share.checked_sub(1))?;
        (amount < share && sheet.is_amount(amount) && sheet.exact(amount).is_some()).then_some(amount)
    };
    let amounts = shares.iter().map(|&share| amount(share)).collect::<Option<Vec<_>>>()?;
    let one_unit = amounts.windows(2).all(|pair| pair[0] < pair[1] && sheet.same_unit(pair[0], pair[1]));
    one_unit.then_some(amounts)
}

/// Shares that make a hundred follow from the amounts they stand behind, where no whole is told.
fn of_their_sum(sheet: &Sheet, shares: &[usize], amounts: &[usize]) -> Vec<Check> {
    if amounts.iter().any(|&amount| sheet.whole_of(amount).is_some_and(|whole| sheet.same_unit(whole, amount))) {
        return Vec::new();
    }
    let mut total = Some((Decimal::ZERO, Interval::exactly(Decimal::ZERO)));
    for &amount in amounts {
        total = total.and_then(|(sum, range)| {
            Some((sum.plus(sheet.metrics[amount].value)?, range.plus(sheet.exact(amount)?.interval())?))
        });
    }
    let Some((sum, range)) = total else { return Vec::new() };
    let wrong = |(&share, &amount): (&usize, &usize)| {
        let quotient = sheet.exact(amount)?.interval().over(range)?.percent()?;
        if quotient.meets(sheet.exact(share)?.interval()) {
            return None;
        }
        let (sign, worked) = sheet.worked(percent_of(sheet, amount, sum)?, share);
        let terms = format!("{} ÷ {}", sheet.show(amount, false), sheet.show_as(sum, amount, false));
        let worked = (sign, format!("{worked}%"));
        let message = Verdict::worked(Outcome::Differs, terms, worked, sheet.show(share, false));
        Some(sheet.check(CheckKind::Ratio, false, vec![amount, share], message))
    };
    shares.iter().zip(amounts).filter_map(wrong).collect()
}
