//! Where a name begins behind who acts, by what means, and that it was or is to be done.

use std::borrow::Cow;

use crate::language::{Place, Sense, Tie, actors, naming, organs, senses, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::Figure;
use crate::report::NameRule;

/// Where the name begins behind who acts.
pub fn behind(letters: &[char]) -> usize {
    let mut start = behind_altogether(letters)
        .max(behind_done(letters))
        .max(behind_modal(letters))
        .max(behind_goal(letters))
        .max(behind_respectively(letters))
        .max(behind_granted(letters));
    // 审计部门向有关机关移送: one who acts, then one to whom it is done.
    for _ in 0..2 {
        start += behind_body(&letters[start..]);
    }
    start
}

/// `采购中心确定了设备的中标金额`: where what was done to begins behind a verb with 了; 0 where there is none.
fn behind_done(letters: &[char]) -> usize {
    const SHORTEST: usize = 2;
    let done = |at: &usize| {
        letters[*at] == '了'
            && !matches!(letters[*at - 1], '为' | '除')
            && !matches!(letters.get(*at + 1), Some('解' | '然' | '如' | '不'))
    };
    let end = letters.len().saturating_sub(SHORTEST);
    (SHORTEST..end).rev().find(done).map_or(0, |at| at + 1)
}

/// `全县敬老院建设任务是新增床位`: where what is to be done begins behind what it is a task of; 0 where there is none.
fn behind_goal(letters: &[char]) -> usize {
    const SHORTEST: usize = 2;
    let told = |at: &usize| {
        let is = matches!(letters[*at], '是' | '为') && verbs().is_compound_at(letters, at + 1);
        is && naming(Place::Task).is_before(letters, *at)
    };
    let end = letters.len().saturating_sub(SHORTEST);
    (SHORTEST..end).rev().find(told).map_or(0, |at| at + 1)
}

/// `结果分别为决定撤销`: where the first of several begins; 0 where none is named.
fn behind_respectively(letters: &[char]) -> usize {
    const SHORTEST: usize = 2;
    let told = |at: &usize| matches!(letters[*at..*at + 3], ['分', '别', '为' | '是']);
    let end = letters.len().saturating_sub(2 + SHORTEST);
    (1..end).rev().find(told).map_or(0, |at| at + 3)
}

/// `省财政厅核定我县政府债务限额`: where what was granted begins behind who granted it to us; 0 where nobody did.
fn behind_granted(letters: &[char]) -> usize {
    const SHORTEST: usize = 4;
    let granted = |at: &usize| {
        let ours = matches!(
            letters[*at..*at + 2],
            ['我' | '全' | '本', '省' | '市' | '县' | '区' | '州' | '旗' | '镇' | '乡']
        );
        ours && naming(Place::Granting).before(letters, *at).is_some_and(|length| length < *at)
    };
    let end = letters.len().saturating_sub(2 + SHORTEST);
    (2..=end).find(granted).map_or(0, |at| at + 2)
}

/// `全县交通工作要完成投资`: where what is to be done begins behind who is to do it; 0 where nobody is named.
fn behind_modal(letters: &[char]) -> usize {
    let modal = |at: usize| {
        let length = naming(Place::Upcoming).at(letters, at)?;
        let verb = verbs().at(letters, at + length)?;
        let word = predicate::is_inside_word(letters, at, length);
        (verb > 1 && !word && at + length + verb < letters.len()).then_some(at + length)
    };
    (2..letters.len()).find_map(modal).unwrap_or(0)
}

/// `通过…方式`, `在…基础上`: where what was done begins behind the words that say by what means; 0 where there are none.
pub fn behind_means(letters: &[char]) -> usize {
    if !naming(Place::Means).begins(letters) {
        // 在原有4个站点的基础上新建: the number parts the circumstances from what leads up to them.
        let end = (1..letters.len()).find_map(|at| Some(at + naming(Place::Circumstance).at(letters, at)?));
        return end.filter(|&end| end + 2 <= letters.len()).unwrap_or(0);
    }
    let end = (2..letters.len()).find_map(|at| Some(at + naming(Place::Manner).at(letters, at)?));
    // 通过“老带新”带领年轻干部化解纠纷
    let led =
        || (3..letters.len()).find(|&at| matches!(letters[at - 1], '”') && naming(Place::Causing).is_at(letters, at));
    // 利用系统对全市12个单位: what it was done to is the place of those who are counted.
    let treated = || match letters {
        [.., '对' | '向' | '为', '全', _] => Some(letters.len() - 2),
        _ => None,
    };
    // 通过网络渠道提交的12件: by what means tells them apart.
    let described = |end: usize| letters.strip_suffix(&['的']).is_some_and(|words| verbs().is(&words[end..]));
    let end = end.or_else(led).or_else(treated);
    end.filter(|&end| end + 2 <= letters.len() && !described(end)).unwrap_or(0)
}

/// `审批时限在法定时限基础上压缩`: the words amid a name that say from where something changed.
pub fn base(letters: &[char]) -> Option<std::ops::Range<usize>> {
    let start = letters.iter().position(|&letter| letter == '在').filter(|&start| start > 1)?;
    let end = (start + 2..letters.len()).find_map(|at| Some(at + naming(Place::Circumstance).at(letters, at)?))?;
    let change = &letters[end..];
    let changes = [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is(change));
    changes.then_some(start..end)
}

/// `区经济局在平台上公开`, `引导企业对条例提出`, `会同有关部门完成`: where the name begins behind who acts; 0 where nobody is named.
fn behind_body(letters: &[char]) -> usize {
    const LONGEST: usize = 14;
    const LEAD: usize = 2;
    const JOINT: usize = 2;
    const LONGEST_COMPANY: usize = 24;
    let does = |at: &usize| {
        let body = || is_body(&letters[..*at]) || actors().is_before(letters, *at);
        let verb = |at: usize| verbs().is_compound_at(letters, at) && !naming(Place::Nominal).is_at(letters, at);
        // 与交警大队联合执法
        let together = *at + JOINT < letters.len() && matches!(letters[*at..*at + JOINT], ['联' | '协', '合' | '同']);
        (verb(*at) || together) && body()
    };
    // 会同有关部门完成, 从街道选调, 向企业收取
    let led = naming(Place::Causing).begins(letters);
    let company = naming(Place::Accompanying).begins(letters) && !naming(Place::Kept).begins(letters);
    if (company || led)
        && let Some(start) = (3..letters.len().min(LONGEST_COMPANY)).find(does)
    {
        return start;
    }
    // 法制、执法部门联合开展: so it is where they do it together.
    // 部门联合检查占比, 企业联合研发中心: that is what it is called.
    let named = || is_body(letters) || ties(Tie::Degree).ends(letters);
    let joint = |at: &usize| {
        let verb = verbs().at(letters, at + JOINT).filter(|&length| length > 1 && at + JOINT + length < letters.len());
        matches!(letters[*at], '联' | '共') && verb.is_some() && !named()
    };
    if let Some(start) = (2..letters.len().saturating_sub(JOINT).min(LONGEST)).find(|at| joint(at) && does(at)) {
        return start + JOINT;
    }
    let acts = |at: &usize| {
        let preposition = matches!(letters[*at], '在' | '对' | '就' | '向' | '从' | '为' | '将');
        // 郊区为24吨: with nothing behind it 为 is no preposition. 以区政府为被告: there it belongs to 以.
        let is = *at + 1 == letters.len();
        let framed = letters[*at] == '为' && (letters[..*at].contains(&'以') || letters.get(at + 1) == Some(&'被'));
        // 群众对法治政府建设满意度为: who is satisfied belongs to it.
        let end = letters.len();
        let degree = || (end.saturating_sub(LEAD)..=end).any(|end| ties(Tie::Degree).is_before(letters, end));
        let judged = letters[*at] == '对' && degree();
        preposition
            && !is
            && !framed
            && !judged
            && !naming(Place::Kept).is_at(letters, *at)
            && (led || is_body(&letters[..*at]) || letters[*at] != '从' && actors().is_before(letters, *at))
    };
    (2..letters.len().min(LONGEST)).find(acts).unwrap_or(0)
}

/// Where the name begins behind 共, if a body stands before it, or the verb behind it says what it does: `区法律服务中心共接待`,
/// `领导信箱共公开信件`.
fn behind_altogether(letters: &[char]) -> usize {
    let does = |at: usize| {
        let body = || is_body(&letters[..at]) || actors().is_before(letters, at);
        // 执法队共有执法人员
        // 镇党委下设党总支
        if matches!(letters[at..], ['共' | '现', '有', _, _, ..] | ['下', '设' | '辖', _, ..]) && body() {
            return Some(at + 2);
        }
        let length = naming(Place::Altogether).at(letters, at)?;
        let verb = verbs().at(letters, at + length)?;
        let told = verb > 1 && at + length + verb < letters.len() && !predicate::is_inside_word(letters, at, length);
        (told || body()).then_some(at + length)
    };
    (1..letters.len()).rev().find_map(does).unwrap_or(0)
}

/// Whether the letters end as the name of a body does.
fn is_body(letters: &[char]) -> bool {
    organs().before(letters, letters.len()).is_some()
}

/// Leaves the medium out of a name, `通过门户网站发布信息`, unless it tells the figures of a sentence apart.
pub fn leave_out_medium(chars: &[char], figures: &mut [Figure]) {
    let may_tell = |&first: &usize| naming(Place::Means).has_initial(chars[first]);
    if !figures.iter().any(|figure| figure.name.first().is_some_and(may_tell)) {
        return;
    }
    let names: Vec<Cow<[char]>> = figures.iter().map(|figure| figure.letters(chars)).collect();
    let by_means = |name: &&Cow<[char]>| naming(Place::Means).begins(name);
    if names.iter().filter(by_means).count() != 1 {
        return;
    }
    for (figure, name) in figures.iter_mut().zip(&names).filter(|(_, name)| by_means(name)) {
        let ends = |at: usize| {
            let end = at + naming(Place::Medium).at(name, at)?;
            let verb = verbs().compound_at(name, end)?;
            (end + verb < name.len()).then_some(end)
        };
        if figure.name_rule == NameRule::Before
            && let Some(end) = (2..name.len()).find_map(ends)
        {
            figure.name.drain(..end);
        }
    }
}
