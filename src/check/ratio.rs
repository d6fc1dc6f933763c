//! A rate follows from two figures.

use rust_decimal::Decimal;

use super::sheet::{Sheet, akin};
use super::{pardon, proportion, rows, shares};
use crate::exact::Exact;
use crate::language::{Claim, Tie, aliases, claims, ties};
use crate::report::{Check, CheckKind, Kind, Role, Span, Status};
use rustc_hash::FxHashMap;

/// How many figures before a rate what it was taken from may stand.
const HORIZON: usize = 8;
/// How long the name of a rate may be before 率, so that it names what was done rather than a long story.
const LONGEST_STEM: usize = 8;

/// Works out each rate.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let wholes = wholes(checks);
    let mut index = 0;
    while index < sheet.metrics.len() {
        let before = checks.len();
        if let Some(end) = shares::run(sheet, index, checks) {
            let is_told = |share: &usize| checks[before..].iter().any(|check| check.metrics.get(2) == Some(share));
            let so = |check: &Check| check.status == Status::Consistent;
            let proof = |one| of_proved(sheet, one, &wholes).or_else(|| share(sheet, one).filter(so));
            let proved: Vec<Check> = (index..end).filter(|share| !is_told(share)).filter_map(proof).collect();
            checks.extend(proved);
            index = end;
            continue;
        }
        let row = rows::run(sheet, index);
        if !row.is_empty() {
            index += row.len();
            checks.extend(row);
            continue;
        }
        let found = if is_percent(sheet, index) { percent(sheet, index) } else { proportion::run(sheet, index) };
        checks.extend(found.or_else(|| of_proved(sheet, index, &wholes)));
        index += 1;
    }
    pardon::several(checks);
    pardon::elsewhere(sheet, checks);
}

/// For each member of a sum that was proved its whole.
fn wholes(checks: &[Check]) -> FxHashMap<usize, usize> {
    let sums = checks.iter().filter(|check| check.kind == CheckKind::Sum && check.status == Status::Consistent);
    let members = |check: &Check| {
        let whole = check.metrics[0];
        check.metrics[1..].iter().map(move |&member| (member, whole)).collect::<Vec<_>>()
    };
    sums.flat_map(members).collect()
}

/// `甲13154亩，占87.7%；乙200亩，占1.3%`: the share of a member of a sum that was proved.
fn of_proved(sheet: &Sheet, share: usize, wholes: &FxHashMap<usize, usize>) -> Option<Check> {
    let named = shared_whole(sheet, share).filter(|_| is_percent(sheet, share))?;
    let part = sheet.subject_of(share).or(share.checked_sub(1))?;
    let whole = *wholes.get(&part).filter(|_| named.is_empty() && part < share && sheet.same_sentence(part, share))?;
    prove(sheet, part, whole, share)
}

/// Works out one rate.
fn percent(sheet: &Sheet, index: usize) -> Option<Check> {
    of_the_last(sheet, index)
        .or_else(|| share(sheet, index))
        .or_else(|| rate(sheet, index))
        .or_else(|| task(sheet, index))
        .or_else(|| beside(sheet, index))
        .or_else(|| proved(sheet, index))
        .or_else(|| far(sheet, index))
        .or_else(|| weight(sheet, index))
}

/// Whether a figure is a rate in percent.
pub fn is_percent(sheet: &Sheet, index: usize) -> bool {
    let metric = &sheet.metrics[index];
    metric.kind == Kind::Ratio && metric.unit.as_deref() == Some("%") && sheet.printed(index).is_some()
}

/// The whole that a share names behind 占; nothing where it is no share.
pub fn shared_whole(sheet: &Sheet, index: usize) -> Option<Vec<char>> {
    let lead = before_share(sheet, index)?;
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

/// The words before a figure, where 占 stands among them.
fn before_share(sheet: &Sheet, index: usize) -> Option<Vec<char>> {
    let lead = sheet.lead(index, 24);
    sheet.raw(lead).contains('占').then(|| sheet.letters(lead))
}

/// A share in percent.
pub fn percent_of(sheet: &Sheet, amount: usize, whole: Decimal) -> Option<Decimal> {
    sheet.metrics[amount].value.times(Decimal::ONE_HUNDRED)?.over(whole)
}

/// `完成投资12亿元，占总投资30亿元的40%`, `完成全年10亿元目标的80%`, `占年度计划（30亿元）的40%`: the whole stands right before its
/// share.
fn of_the_last(sheet: &Sheet, index: usize) -> Option<Check> {
    let (part, whole) = direct(sheet, index)?;
    let check = work_out(sheet, part, whole, index, true)?;
    // 收入12亿元，其中税收8亿元，完成预算10亿元的120%: of what is divided it may be said too.
    let fits = |all: usize| sheet.is_amount(all) && sheet.same_unit(all, whole) && sheet.same_sentence(all, index);
    let divided = sheet.whole_of(part).filter(|&all| check.status == Status::Inconsistent && fits(all));
    divided.map_or(Some(check), |all| work_out(sheet, all, whole, index, false))
}

/// The part and the whole of a share that stands right behind its whole.
pub fn direct(sheet: &Sheet, index: usize) -> Option<(usize, usize)> {
    let whole = index.checked_sub(1)?;
    let between = sheet.between(whole, index)?;
    let task = between.strip_suffix(&['的'])?;
    let task = task.strip_prefix(&[')']).unwrap_or(task);
    // 林地1.7万亩，占任务的113%: that is the share of a task which is not told.
    if task.iter().any(|letter| matches!(letter, ',' | ';' | '占')) {
        return None;
    }
    if !task.is_empty()
        && claims(Claim::Task).before(task, task.len()).is_none_or(|(length, ())| length + 2 < task.len())
    {
        return None;
    }
    let fits = |part: usize| sheet.is_amount(part) && sheet.same_unit(part, whole) && sheet.same_sentence(part, index);
    let beside = whole.checked_sub(1).filter(|&part| fits(part));
    let part = beside.or(sheet.subject_of(index).filter(|&part| part < whole && fits(part)))?;
    Some((part, whole))
}

/// `其中制造业77个，占82.8%`: a share of the whole that its part belongs to.
fn share(sheet: &Sheet, index: usize) -> Option<Check> {
    let named = shared_whole(sheet, index)?;
    let part = sheet.subject_of(index).or(index.checked_sub(1))?;
    if part >= index || !sheet.is_amount(part) || !sheet.same_sentence(part, index) {
        return None;
    }
    // 补助31万元（含上年5万元）、占比1%: the share is of what stands before the bracket.
    if sheet.parted_by_bracket(part, index) {
        return None;
    }
    let whole = sheet.whole_of(part).filter(|&whole| sheet.same_unit(part, whole));
    // 女性23.3万人；0—14岁人口占17.2%: the share is of what stands before 占.
    let own = share_subject(sheet, index).is_none_or(|subject| sheet.metrics[part].indicator.contains(&subject));
    let (whole, sure) = if named.is_empty() {
        // 老年人26万人，占18.7%（其中高龄9万人，占6.3%）: where the whole is told with its own share, both are of one greater whole.
        let whole = whole?;
        let shared = (whole + 1..part)
            .any(|other| sheet.subject_of(other) == Some(whole) && shared_whole(sheet, other).is_some());
        (whole, part + 1 == index && !shared)
    } else {
        let said = named.len() > 1 && part + 1 == index;
        // 总收入374亿元，其中当年收入341亿元，占预算的132%: 预算收入 that came in is no budget.
        let planned = ties(Tie::Planned).before(&named, named.len()).is_some();
        let named: String = named.iter().collect();
        let is_named = |&other: &usize| {
            let is_so = !planned || sheet.metrics[other].role == Role::Target;
            other < part && is_so && sheet.same_unit(other, part) && sheet.metrics[other].indicator.contains(&named)
        };
        let whole = whole.filter(is_named).or_else(|| nearest(part, is_named))?;
        let own = sheet.whole_of(part) == Some(whole) || whole + 1 == part;
        (whole, said && own && sheet.same_sentence(whole, part))
    };
    // 新增公交车86辆，总数620辆，占公交车总数的72.6%: what is smaller than its part was not the whole that is meant.
    let greater = sheet.metrics[whole].value >= sheet.metrics[part].value;
    settle(sheet, part, whole, index, sure && own && greater)
        .filter(|check| greater || check.status == Status::Consistent)
}

/// Works out a rate of a part that belongs to a whole. A fault is told only where it comes out of no other amount of the sentence either,
/// as in 项目36个，开工28个，竣工12个，竣工率33.3%, and where the rate stands alone, not as in 860户2100人，占26.4%和16.7%.
fn settle(sheet: &Sheet, part: usize, whole: usize, index: usize, sure: bool) -> Option<Check> {
    let check = work_out(sheet, part, whole, index, sure)?;
    if check.status == Status::Consistent {
        return Some(check);
    }
    // 老年人26万人，占18.7%（其中高龄19万人，占13.5%）: both may be shares of all.
    let shared = |other: usize| is_percent(sheet, other) && sheet.subject_of(other) == Some(whole);
    if (whole + 1..part).any(shared) {
        return None;
    }
    let link = |words: Vec<char>| matches!(words[..], ['、' | '和' | '与' | '及']);
    let beside = |one: usize, other: usize| {
        other < sheet.metrics.len() && is_percent(sheet, other.max(one)) && sheet.between(one, other).is_some_and(link)
    };
    if beside(index, index + 1) || index > 0 && is_percent(sheet, index - 1) && beside(index - 1, index) {
        return None;
    }
    let others = (part.saturating_sub(HORIZON)..part)
        .rev()
        .filter(|&other| other != whole && sheet.same_unit(other, part) && sheet.is_amount(other));
    if pardon::is_of_both(sheet, part, whole, index) || pardon::is_of_pair(sheet, part, whole, index) {
        return None;
    }
    let found = others.filter_map(|other| Some((other, work_out(sheet, part, other, index, false)?))).next();
    match found {
        // 公务员90人，其中男82人；法官67人，占74%: a whole that another sentence tells may be meant, and is not certain.
        Some((other, found)) => Some(found).filter(|_| sheet.same_sentence(other, part)),
        None => Some(check),
    }
}

/// What stands before 占 in the clause of a share: of what it is the share; nothing where no word does.
fn share_subject(sheet: &Sheet, index: usize) -> Option<String> {
    let lead = before_share(sheet, index)?;
    let at = lead.iter().rposition(|letter| matches!(letter, ',' | ';' | '、' | '(' | ':')).map_or(0, |at| at + 1);
    let end = at + lead[at..].iter().position(|&letter| letter == '占')?;
    let subject = &lead[at..end];
    (subject.len() > 1).then(|| subject.iter().collect())
}

fn nearest(index: usize, is_it: impl Fn(&usize) -> bool) -> Option<usize> {
    (index.saturating_sub(HORIZON)..index).rev().find(is_it)
}

/// Whether a name says that what a rate tells of was not so: 不知晓 to 知晓率, 未签约 to 签约率.
fn denies(told: &str, stem: &str) -> bool {
    let not = ['不', '未', '没', '无'];
    let right_before = told.split_once(stem).is_some_and(|(head, _)| head.ends_with(not) || head.ends_with("没有"));
    right_before || told.starts_with(['未', '没']) && !stem.starts_with(not)
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
        let same = told.contains(stem) || akin(stem, told);
        // 2个单位公务卡结算率不足30%: what is called by the rate itself was not dealt with.
        let rated = told.ends_with(name.as_str());
        sheet.same_sentence(part, index) && sheet.is_amount(part) && same && !rated && !denies(told, stem)
    };
    // 审结95件，结案率95%: another word for the same thing, if the numbers say so and do not say it of anything.
    let full = sheet.metrics[index].value == Decimal::ONE_HUNDRED || sheet.exact(index).is_none();
    let beside = index.checked_sub(1).filter(|&beside| {
        let other = full || denies(&sheet.metrics[beside].indicator, stem);
        !other && sheet.same_sentence(beside, index) && sheet.whole_of(beside).is_some() && sheet.is_amount(beside)
    });
    // 整改151个，正在推进13个，暂难整改4个，整改率89.9%: the digits tell of which it is said.
    let proves = |part: &usize| {
        let whole = sheet.whole_of(*part).filter(|&whole| whole < *part && sheet.same_unit(whole, *part));
        tells(part) && whole.is_some_and(|whole| prove(sheet, *part, whole, index).is_some())
    };
    let part = nearest(index, proves).or_else(|| nearest(index, tells)).or(beside)?;
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
    let only = (whole + 1..part).all(|other| !sheet.same_unit(other, part) || compared(other));
    let named = part + 1 == index && sheet.metrics[part].indicator.contains(stem);
    // 上线3260人，其中本科上线1260人，上线率33.3%: what has the name of the rate itself is no whole of it.
    let apart = !sheet.metrics[whole].indicator.contains(stem);
    let sure = named && only && apart && sheet.whole_of(part) == Some(whole);
    settle(sheet, part, whole, index, sure)
}

/// `年度任务500户，完成520户，完成任务的104%`, `完成投资12.6亿元，占年计划的84%，年计划15亿元`: the rate of a task that is told beside it.
fn task(sheet: &Sheet, index: usize) -> Option<Check> {
    let name: Vec<char> = sheet.metrics[index].indicator.chars().collect();
    if !claims(Claim::Task).is_in(&name) && !claims(Claim::Reached).is_in(&name) {
        return None;
    }
    let end = sheet.metrics.len().min(index + 3);
    let near = |role: Role, range: std::ops::Range<usize>| {
        range.rev().find(|&other| {
            other != index
                && sheet.metrics[other].role == role
                && sheet.same_sentence(other, index)
                && sheet.is_amount(other)
        })
    };
    let from = index.saturating_sub(HORIZON);
    let (target, reached) = (near(Role::Target, from..end)?, near(Role::Actual, from..index)?);
    if !sheet.same_unit(target, reached) {
        return None;
    }
    prove(sheet, reached, target, index).or_else(|| {
        // 造林任务2万亩，完成3万亩，完成任务的150%: of no other task it can be said, if it tells of none.
        let task: Vec<char> = sheet.metrics[target].indicator.chars().collect();
        let own = name.strip_prefix(&['完', '成']).is_some_and(|own| task.ends_with(own) || own.len() == 2);
        let sure = own && target + 1 == reached && reached + 1 == index && claims(Claim::Task).is_in(&task);
        work_out(sheet, reached, target, index, sure)
    })
}

/// `职工60人，女职工24人，占总人数40%`, `行政村120个，通硬化路120个，通畅率100%`: two figures of one unit right before the rate that comes out.
fn beside(sheet: &Sheet, index: usize) -> Option<Check> {
    let (part, whole) = (index.checked_sub(1)?, index.checked_sub(2)?);
    let actual = |other: usize| sheet.metrics[other].role == Role::Actual && sheet.is_amount(other);
    let alike = sheet.same_unit(part, whole) && sheet.same_sentence(whole, index) && actual(part) && actual(whole);
    let name: Vec<char> = sheet.metrics[index].indicator.chars().collect();
    let told = name.starts_with(&['占']) || ties(Tie::Rate).before(&name, name.len()).is_some();
    let all = [whole, part].iter().any(|&other| sheet.metrics[other].value >= Decimal::TEN);
    (alike && told && all).then(|| prove(sheet, part, whole, index)).flatten()
}

/// `37个行业中有21个增长，增长面为56.8%`, `办结率98.5%（办结197件，受理200件）`: a rate whose own digits prove which of the few figures
/// around it it was taken from. It is said of one of those next to it.
fn proved(sheet: &Sheet, index: usize) -> Option<Check> {
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

/// `服务业增加值35.47亿元，占GDP比重57.7%`: a share whose digits prove that it is of the whole it names, wherever that is told.
fn far(sheet: &Sheet, index: usize) -> Option<Check> {
    const FAR: usize = 80;
    let named: String = shared_whole(sheet, index)?.into_iter().collect();
    sheet.exact(index)?;
    let proves = sheet.numeral(index).chars().filter(char::is_ascii_digit).count() > 2;
    if named.chars().count() < 2 || !proves {
        return None;
    }
    let beside = sheet.subject_of(index).or(index.checked_sub(1)).filter(|&part| sheet.same_sentence(part, index));
    // 税收收入占一般公共预算收入的69%: the part is named before 占, and told before.
    let told =
        sheet.metrics[index].indicator.split_once('占').map(|(name, _)| name).filter(|name| name.chars().count() > 2);
    let part = match told {
        Some(name) => {
            (index.saturating_sub(FAR)..index).rev().find(|&other| sheet.metrics[other].indicator.contains(name))?
        }
        None => beside?,
    };
    if part >= index || !sheet.is_amount(part) {
        return None;
    }
    let aliases = aliases(&named);
    let wholes = (part.saturating_sub(FAR)..sheet.metrics.len().min(index + FAR)).filter(|&whole| {
        let name = &sheet.metrics[whole].indicator;
        let is_named = || name.contains(&named) || aliases.iter().any(|alias| name.contains(alias));
        whole != part && sheet.is_amount(whole) && sheet.same_unit(whole, part) && is_named()
    });
    wholes.filter_map(|whole| prove(sheet, part, whole, index)).next()
}

/// `第二产业增加值比重为36.6%`: a weight whose digits prove that it is of the whole that the amount of this name is a part of.
fn weight(sheet: &Sheet, index: usize) -> Option<Check> {
    const FAR: usize = 40;
    let name: Vec<char> = sheet.metrics[index].indicator.chars().collect();
    let (tail, ()) = claims(Claim::Share).before(&name, name.len()).filter(|&(tail, ())| tail < name.len())?;
    let stem = &name[..name.len() - tail];
    // 第二产业实现增加值 is 第二产业增加值.
    let named = |other: &[char]| {
        let done = |at: usize| ties(Tie::Done).at(other, at).map(|(length, ())| (at, at + length));
        let plain = (1..other.len()).find_map(done).map(|(from, to)| [&other[..from], &other[to..]].concat());
        other.starts_with(stem) || plain.is_some_and(|plain| plain.starts_with(stem))
    };
    let told = |&part: &usize| {
        let other: Vec<char> = sheet.metrics[part].indicator.chars().collect();
        sheet.is_amount(part) && sheet.whole_of(part).is_some() && named(&other)
    };
    let part = (index.saturating_sub(FAR)..index).rev().find(told)?;
    prove(sheet, part, sheet.whole_of(part)?, index)
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
    let name: Vec<char> = sheet.metrics[target].indicator.chars().collect();
    let sure = target.max(reached) + 1 == index && claims(Claim::Task).is_in(&name);
    work_out(sheet, reached, target, index, sure)
}

/// The check of figures that only their digits tie together: the share that follows is the one stated but for its last digits.
fn prove(sheet: &Sheet, part: usize, whole: usize, share: usize) -> Option<Check> {
    const LAST_DIGITS: i64 = 3;
    let value = sheet.metrics[share].value;
    let off = percent_of(sheet, part, sheet.metrics[whole].value)?.minus(value)?.abs();
    let step = sheet.printed(share)?.interval().high().minus(value)?.times(LAST_DIGITS.into())?;
    if off <= step { work_out(sheet, part, whole, share, false) } else { None }
}

/// Compares a stated share with the one that follows; a fault is told only where the text is `sure`ly about these two.
pub fn work_out(sheet: &Sheet, part: usize, whole: usize, share: usize, sure: bool) -> Option<Check> {
    let (one, all) = (sheet.exact(part)?, sheet.exact(whole)?);
    let quotient = one.interval().over(all.interval())?.percent()?;
    let percent = percent_of(sheet, part, sheet.metrics[whole].value)?;
    let agrees = sheet.agrees(quotient, percent, share)?;
    let gap = sheet.gap(part.min(share), part.max(share))?;
    let says = agrees || sure && is_certain(sheet, part, whole, share, gap);
    if !says {
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

/// Whether no words around a share, nor those of the gap between it and its part, say that it was taken from something else.
pub fn is_certain(sheet: &Sheet, part: usize, whole: usize, share: usize, gap: Span) -> bool {
    let between = sheet.letters(gap);
    // 8620人，完成年度任务7500人的115%: what stands right before its share is what it is taken of.
    const NEAR: usize = 10;
    let told = |other: usize| sheet.subject_of(other) == Some(part);
    let direct = part < whole
        && whole + 1 == share
        && (part + 1..whole).all(told)
        && sheet.between(whole - 1, whole).is_some_and(|words| words.len() <= NEAR && words.first() == Some(&','));
    let apart = sheet.metrics[part].role != sheet.metrics[whole].role && between.len() > 12 && !direct;
    // 完成率85%（剔除顺延任务）
    let behind = sheet.behind(share, 16);
    let noted = behind.first() == Some(&'(') && claims(Claim::Noted).is_in(&behind);
    !apart && !noted && !claims(Claim::Earlier).is_in(&between)
}
