//! What stands behind a whole and makes it, though nothing links it: `共86起。其中：甲类24起，乙类62起`.

use rust_decimal::Decimal;

use super::claimed::leaves_nothing;
use super::parts::Named;
use super::{HORIZON, SMALL, added, is_rounded, told};
use crate::check::sheet::Sheet;
use crate::exact::{self, Exact};
use crate::language::{Claim, Tie, claims, divisions, ties};
use crate::report::Check;

/// Two figures right behind a whole as large as this hardly add up to it by chance.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

/// Members that are not linked to the whole before them, where they add up to it to the digit.
pub fn followed(sheet: &Sheet, whole: usize) -> Option<Check> {
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
            opened |= opens(sheet.between(index - 1, index)?);
        }
        // Beyond the sentence that begins to divide a large whole, only a sum to the digit of the next figure counts.
        let beyond = !members.is_empty() && sentences > begun;
        if sentences > begun + 1 || beyond && !(opened && value >= LARGE) {
            return None;
        }
        if !member {
            continue;
        }
        // 收入总计57亿元；支出52亿元，上解1亿元…: what was spent are no parts of what came in, nor what came in of what was spent.
        let spent = |one: usize, other: usize| {
            ties(Tie::Income).is_in(sheet.name(one)) && ties(Tie::Expense).is_in(sheet.name(other))
        };
        if spent(whole, index) || spent(index, whole) {
            return None;
        }
        // 收到27件，上年结转2件，其中公开18件: nor is what was left of the year before.
        if claims(Claim::Carried).begins(sheet.name(index)) {
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

/// A known division told over clauses and sentences, with other things said in between: 第一产业…；第二产业…，其中工业…。第三产业….
pub fn spread(sheet: &Sheet, whole: usize, named: &[Named]) -> Option<Check> {
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
        [own, behind @ ..] if own.index == whole => (own.members.as_slice(), behind),
        behind => (&[][..], behind),
    };
    let others: Vec<&Named> = behind.iter().filter(may_belong).collect();
    if others.len() < 2 {
        return None;
    }
    let begun = |number: usize| others.iter().any(|other| other.members.contains(&(number, 0)));
    divisions().iter().enumerate().filter(|&(number, _)| begun(number)).find_map(|(number, division)| {
        // 进出口 names both of its members; what names one of them is that member.
        let count = division.words.len();
        let named = (0..count).filter(|&member| own.contains(&(number, member))).count();
        if named > 0 && named < count && !name(whole).contains("进出口") {
            return None;
        }
        let mut members: Vec<usize> = Vec::new();
        for other in &others {
            if members.len() < count && other.members.contains(&(number, members.len())) {
                members.push(other.index);
            }
        }
        if members.len() < count {
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

/// `总收入86万元，…总支出80万元，…结余6万元`: what came in is what was spent and what is left. Only that it is so is told: more may have been left
/// from before.
pub fn balanced(sheet: &Sheet, income: usize) -> Option<Check> {
    const NEAR: usize = 12;
    if !ties(Tie::Income).is_in(sheet.name(income)) {
        return None;
    }
    let near = (income + 1..sheet.metrics.len().min(income + NEAR)).filter(|&index| sheet.same_unit(income, index));
    let others: Vec<usize> = near.collect();
    let spent = |index: usize| ties(Tie::Expense).is_in(sheet.name(index));
    let pair = others.windows(2).find(|pair| spent(pair[0]) && claims(Claim::Left).is_in(sheet.name(pair[1])))?;
    let (sum, _) = added(sheet, pair)?;
    (sum == sheet.metrics[income].value).then(|| told(sheet, income, pair, sum, true))
}
