//! Shares of a whole that is told: `占总投资30亿元的40%`, `其中制造业77个，占82.8%`.

use super::{HORIZON, before_share, is_percent, nearest, pardon, prove, shared_whole, work_out};
use crate::check::sheet::Sheet;
use crate::language::{Claim, Tie, aliases, claims, ties};
use crate::report::{Check, Role, Status};

/// `完成投资12亿元，占总投资30亿元的40%`, `完成全年10亿元目标的80%`, `占年度计划（30亿元）的40%`: the whole stands right before its
/// share.
pub fn of_the_last(sheet: &Sheet, index: usize) -> Option<Check> {
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
    if !task.is_empty() && claims(Claim::Task).tail(task).is_none_or(|length| length + 2 < task.len()) {
        return None;
    }
    let fits = |part: usize| sheet.is_amount(part) && sheet.same_unit(part, whole) && sheet.same_sentence(part, index);
    let beside = whole.checked_sub(1).filter(|&part| fits(part));
    let part = beside.or(sheet.subject_of(index).filter(|&part| part < whole && fits(part)))?;
    Some((part, whole))
}

/// `其中制造业77个，占82.8%`: a share of the whole that its part belongs to.
pub fn share(sheet: &Sheet, index: usize) -> Option<Check> {
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
        let planned = ties(Tie::Planned).ends(&named);
        let named: String = named.iter().collect();
        let is_named = |&other: &usize| {
            let is_so = !planned || sheet.metrics[other].role == Role::Target;
            other < part && is_so && sheet.same_unit(other, part) && sheet.metrics[other].indicator.contains(&named)
        };
        let whole = whole.filter(is_named).or_else(|| nearest(part, is_named))?;
        // 甲医院总投资2.8亿元；乙医院完成投资7800万元，占总投资的65%: only a whole that the part belongs to is surely meant.
        let own = sheet.whole_of(part) == Some(whole);
        (whole, said && own && sheet.same_sentence(whole, part))
    };
    // 新增公交车86辆，总数620辆，占公交车总数的72.6%: what is smaller than its part was not the whole that is meant.
    let greater = sheet.metrics[whole].value >= sheet.metrics[part].value;
    settle(sheet, part, whole, index, sure && own && greater)
        .filter(|check| greater || check.status == Status::Consistent)
}

/// Works out a rate of a part that belongs to a whole. A fault is told only where it comes out of no other amount of the sentence either,
/// as in 项目36个，开工28个，竣工12个，竣工率33.3%, and where the rate stands alone, not as in 860户2100人，占26.4%和16.7%.
pub fn settle(sheet: &Sheet, part: usize, whole: usize, index: usize, sure: bool) -> Option<Check> {
    let check = work_out(sheet, part, whole, index, sure)?;
    if check.status == Status::Consistent {
        return Some(check);
    }
    // 老年人26万人，占18.7%（其中高龄19万人，占13.5%）: both may be shares of all.
    let shared = |other: usize| is_percent(sheet, other) && sheet.subject_of(other) == Some(whole);
    if (whole + 1..part).any(shared) {
        return None;
    }
    let link = |words: &[char]| matches!(words, ['、' | '和' | '与' | '及']);
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

/// `服务业增加值35.47亿元，占GDP比重57.7%`: a share whose digits prove that it is of the whole it names, wherever that is told.
pub fn far(sheet: &Sheet, index: usize) -> Option<Check> {
    const FAR: usize = 80;
    let named: String = shared_whole(sheet, index)?.into_iter().collect();
    sheet.exact(index)?;
    let proves = sheet.numeral(index).chars().filter(char::is_ascii_digit).count() > 2;
    // 下派86名，占干部的41%（干部合计210名）: fewer digits do of what stands in the bracket right behind.
    let enclosed = sheet.opens_behind(index);
    if named.chars().count() < 2 || !proves && !enclosed {
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
        let near = proves || whole == index + 1;
        near && whole != part && sheet.is_amount(whole) && sheet.same_unit(whole, part) && is_named()
    });
    wholes.filter_map(|whole| prove(sheet, part, whole, index)).next()
}

/// `第二产业增加值比重为36.6%`: a weight whose digits prove that it is of the whole that the amount of this name is a part of.
pub fn weight(sheet: &Sheet, index: usize) -> Option<Check> {
    const FAR: usize = 40;
    let name = sheet.name(index);
    let tail = claims(Claim::Share).tail(name).filter(|&tail| tail < name.len())?;
    let stem = &name[..name.len() - tail];
    // 第二产业实现增加值 is 第二产业增加值.
    let named = |other: &[char]| {
        let done = |at: usize| ties(Tie::Done).at(other, at).map(|length| (at, at + length));
        let plain = (1..other.len()).find_map(done).map(|(from, to)| [&other[..from], &other[to..]].concat());
        other.starts_with(stem) || plain.is_some_and(|plain| plain.starts_with(stem))
    };
    let told = |&part: &usize| {
        let other = sheet.name(part);
        sheet.is_amount(part) && sheet.whole_of(part).is_some() && named(other)
    };
    let part = (index.saturating_sub(FAR)..index).rev().find(told)?;
    prove(sheet, part, sheet.whole_of(part)?, index)
}
