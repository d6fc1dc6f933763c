//! A list that a text divides a whole into: what stands in a bracket or behind 分别为 in one row, and what follows a colon behind a total,
//! `三类共86起：无证24起，超限31起，其他31起`.

use super::claimed::{AMONG, BRACKET, CERTAIN, Claimed, is_division, leaves_nothing};
use crate::check::sheet::Sheet;
use crate::language::{Claim, Measure, claims, measures};
use crate::report::{Kind, Role, Span};
use crate::text::chinese_digit;

/// Fewer members may well be some of all.
const FEWEST: usize = 3;
/// How many members a list may have.
const MOST: usize = 40;
/// A list in one row.
const LISTED: Claimed = Claimed { below: 30, above: 30 };

/// What a bracket claims of the members in it, where they are all it holds and of one sort; `close` is where it ends.
pub fn enclosed(sheet: &Sheet, whole: usize, members: &[usize], close: usize) -> Option<Claimed> {
    let last = *members.last()?;
    let full = sheet.raw(Span::new(sheet.metrics[last].span.end, close)).trim().is_empty();
    (full && members.len() >= FEWEST && in_row(sheet, whole, members) && of_one_sort(sheet, members)).then_some(LISTED)
}

/// What 分别为 claims of the members behind it.
pub fn respectively(sheet: &Sheet, whole: usize, members: &[usize]) -> Option<Claimed> {
    let opening = sheet.between(whole, *members.first()?)?;
    let says = opening.windows(3).any(|words| matches!(words, ['分', '别', '为' | '是']));
    let ends = |last: usize| sheet.next_letter(last).is_none_or(|next| matches!(next, '。' | ';'));
    (says && members.len() >= FEWEST && ends(*members.last()?) && in_row(sheet, whole, members)).then_some(LISTED)
}

/// The members that stand behind a total, and what the text claims of them.
pub fn behind_total(sheet: &Sheet, whole: usize) -> Option<(Vec<usize>, Claimed)> {
    const NOUN: usize = 6;
    let lead = sheet.ahead(whole, 16);
    let clause = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | '。' | ':')).map_or(0, |at| at + 1);
    let words = &lead[clause..];
    let total = words.contains(&'共') || claims(Claim::Total).is_in(words);
    let first = whole + 1;
    if first >= sheet.metrics.len() {
        return None;
    }
    let opening = sheet.between(whole, first)?;
    let mark = opening.iter().position(|letter| !letter.is_alphanumeric())?;
    let member = |&index: &usize| sheet.same_sentence(whole, index) && sheet.same_unit(whole, index);
    let members: Vec<usize> = (first..sheet.metrics.len().min(first + MOST)).take_while(member).collect();
    let last = *members.last()?;
    let closed = sheet.next_letter(last).is_none_or(|next| next == '。');
    let opens = match opening[mark] {
        ':' => mark == 0 || total && mark <= NOUN,
        // 共86起，无证24起，超限31起，其他31起
        ',' => total && mark == 0 && leaves_nothing(sheet, whole, &members),
        _ => false,
    };
    if !opens || !closed || !in_row(sheet, whole, &members) {
        return None;
    }
    // 公园90个：口袋公园24个，综合公园31个: sorts that may overlap, or be some of all. Only their sum to the digit says that they are not.
    let money = sheet.metrics[whole].kind == Kind::Money;
    let claimed = match total {
        true if counts_sorts(words, members.len()) => CERTAIN,
        // 支出合计950万元：人员支出620万元，项目支出310万元: no money is told in two entries.
        true if money && is_division(sheet, whole, &members, |_| true) => BRACKET,
        _ => AMONG,
    };
    Some((members, claimed))
}

/// Whether words tell how many sorts there are, and it is so many: 三类共86起, 三期共186人. 三级法院 counts something else.
fn counts_sorts(words: &[char], members: usize) -> bool {
    words.windows(2).enumerate().any(|(at, pair)| {
        let ordinal = at > 0 && (words[at - 1] == '第' || chinese_digit(words[at - 1]).is_some());
        let sorts = measures(Measure::Member).is(&pair[1..]);
        sorts && !ordinal && chinese_digit(pair[0]).is_some_and(|count| count as usize == members)
    })
}

/// Whether members stand side by side, each with its name, and none is more than the whole.
fn in_row(sheet: &Sheet, whole: usize, members: &[usize]) -> bool {
    let named = |words: &[char]| {
        matches!(words.first(), Some('、' | ',' | ';' | '和'))
            && words.len() > 1
            && words[1..].iter().all(|letter| letter.is_alphanumeric() || matches!(letter, '“' | '”'))
    };
    let all = &sheet.metrics[whole];
    let plain = |&member: &usize| {
        let metric = &sheet.metrics[member];
        let free = metric.of.is_none_or(|of| of == whole) && metric.direction.is_none() && metric.low.is_none();
        free && metric.value <= all.value && metric.role == Role::Actual && sheet.exact(member).is_some()
    };
    let opening = sheet.between(whole, members[0]).unwrap_or_default();
    // 含, 主要是: some of all.
    let some = claims(Claim::Among).is_in(opening);
    let apart = |pair: &[usize]| pair[0] + 1 == pair[1] && sheet.between(pair[0], pair[1]).is_some_and(named);
    members.len() > 1
        && members[0] == whole + 1
        && !some
        && all.direction.is_none()
        && members.iter().all(plain)
        && members.windows(2).all(apart)
}

/// Whether names end alike, as those of one sort do: 种子类, 农药类. Of 高级, 中级 and 初级 one may have none.
fn of_one_sort(sheet: &Sheet, members: &[usize]) -> bool {
    let last = |member: usize| sheet.metrics[member].indicator.chars().last();
    last(members[0]) != Some('级') && members.windows(2).all(|pair| last(pair[0]) == last(pair[1]))
}
