//! How sure a reading is: by the rule that named it and by what is unusual about its name.

use super::Figure;
use crate::language::{Cue, Place, Tie, attributes, cues, naming, pairs, ties};
use crate::metric::clause::predicate;
use crate::metric::name::trim;
use crate::metric::quantity::{Quantity, numeral};
use crate::report::{Kind, NameRule, Qualifier, Role};

/// A name of more characters than this often holds more than a name.
const LONG: usize = 15;
/// A name of more characters than this is a clause.
const LONGEST: usize = 24;
/// A name of so many characters at the head of a heading may hold another heading.
const GLUED: usize = 9;
/// A change of no more characters may lack what it is that changed: 同比下降.
const BARE: usize = 4;
/// A name of no more characters that begins with 每 names nothing but by what a mean is taken.
const SHORT_MEAN: usize = 3;
/// Nor does one that begins with 平均每 and is no longer than this.
const LONGEST_MEAN: usize = 7;

/// How sure it is that value, name and role of a figure are right, from 0 to 1. From 0.9 on it is said to be sure.
///
/// `heading` is where the words of a heading begin that stands at the head of its paragraph.
pub fn of(figure: &Figure, rule: NameRule, quantity: &Quantity, chars: &[char], heading: Option<usize>) -> f32 {
    let named: f32 = match rule {
        NameRule::Before | NameRule::Change | NameRule::Composition | NameRule::Both => 0.98,
        NameRule::Behind | NameRule::Joined | NameRule::Respectively | NameRule::Bracket => 0.96,
        NameRule::Around => 0.88,
        NameRule::Table | NameRule::Comparison => 0.9,
        NameRule::Borrowed => 0.75,
        NameRule::Quote => 0.4,
    };
    let name = figure.letters(chars);
    let mut doubt: f32 = match name.len() {
        0 | 1 => 0.2,
        2..=LONG => 0.0,
        _ if name.len() <= LONGEST => 0.1,
        _ => 0.15,
    };
    // （三）规范监管检查企业86家: a heading without a mark behind it may be part of the name.
    if name.len() >= GLUED && heading.is_some() && figure.name.first().copied() == heading {
        doubt += 0.1;
    }
    // Rates and growth are called by what is done: 比2019年增长. Elsewhere a word that may be a predicate, a clause with 的, a
    // number or a quotation in a name says that it may be cut in the wrong place.
    if !figure.is_relative() {
        let told = (0..name.len()).any(|at| is_doubtful(&name, at));
        doubt += if told { 0.1 } else { 0.0 };
    }
    // 低于1元的标准 is what something else is measured by.
    let told = figure.link.is_some();
    let measures = naming(Place::Measure);
    let planned = ties(Tie::Planned).before(&name, name.len()).is_some();
    let against = figure.kind == Kind::Ratio && !planned && measures.before(&name, name.len()).is_some();
    if against || !told && measures.at(&name, 0).is_some_and(|(length, ())| length == name.len()) {
        doubt += 0.2;
    }
    // 3个断面水质优良比例100%: how many there are is told with what is told of them.
    if figure.kind == Kind::Count && rule == NameRule::Behind {
        let end = trim::tail(&name, 0);
        let rated = ties(Tie::Rate).before(&name, end).is_some();
        // 12个部门年初预算未细化: so may it be with what was not done.
        let undone = figure.name.last().is_some_and(|&last| matches!(chars.get(last + 1), Some('未' | '不')));
        // 9个乡镇固定资产投资实现正增长: so may it be with how they fared.
        let fared = figure.name.last().is_some_and(|&last| cues(Cue::Faring).at(chars, last + 1).is_some());
        let within =
            || (2..name.len()).any(|at| naming(Place::Agent).before(&name, at).is_some_and(|(agent, ())| agent > 1));
        doubt += if rated || (undone || fared) && within() { 0.2 } else { 0.0 };
    }
    // 总数87名: of what, is told elsewhere.
    doubt += if matches!(name[..], ['总', '数' | '量' | '额']) { 0.1 } else { 0.0 };
    // 四项合计32亿元: how many there are is no name of them.
    let numbered = || numeral::digit(name[0]).is_some() && matches!(name[1], '项' | '类' | '个' | '者');
    if name.len() == 2 && numbered() {
        doubt += 0.2;
    }
    // 压减检查频次，同比下降46%: what changed is named elsewhere.
    if !told && figure.kind == Kind::Growth && ties(Tie::Relative).at(&name, 0).is_some() && name.len() <= BARE {
        doubt += 0.2;
    }
    // 占支出合计的90%, 比上年减少3万元: of what, is told elsewhere.
    let share = figure.kind == Kind::Ratio && name.first() == Some(&'占');
    if !told && (share || figure.increment && name.len() <= BARE + 2) {
        doubt += 0.2;
    }
    // 旅游收入为15%: an amount in percent is a share or a growth of which the words do not tell.
    let percent = figure.kind == Kind::Ratio && quantity.unit.as_deref() == Some("%");
    if percent && !name.contains(&'占') && attributes().before(&name, name.len()).is_some() {
        doubt += 0.2;
    }
    // 超亿元的28家: of what so many are over it, is told before.
    if figure.kind == Kind::Count && name.last() == Some(&'元') {
        doubt += 0.1;
    }
    // 旅游人次、总收入分别增长10%、15%: of what it is the total, the first may tell.
    if rule == NameRule::Respectively && name.first() == Some(&'总') {
        doubt += 0.1;
    }
    // 城市低保标准由612元提高到658元，农村由437元提高到486元; 基金收入8亿元，支出6亿元: what one of a pair is, the first tells.
    let one = || pairs().iter().any(|pair| pair.members.iter().any(|&member| member.chars().eq(name.iter().copied())));
    if !told && figure.kind == Kind::Money && one() {
        doubt += 0.1;
    }
    // 2项与目标有差距: what stands behind is told of them.
    if rule == NameRule::Behind && name.first() == Some(&'与') && name.get(1) != Some(&'会') {
        doubt += 0.2;
    }
    // 改厕任务680户，已完成512户: what was done is told elsewhere.
    if !told && name == ['完', '成'] {
        doubt += 0.1;
    }
    // 2.23个项目 is rather the second of a list, 2. 23个项目.
    let counted = figure.kind == Kind::Count && quantity.numeral.scale.is_none() && !quantity.value.fract().is_zero();
    if counted && !name.iter().any(|letter| matches!(letter, '均' | '每')) {
        doubt += 0.2;
    }
    // 每村平均12名: of what, is told before.
    let each = name.iter().rposition(|&letter| letter == '每').is_some_and(|at| name.len() - at <= SHORT_MEAN);
    // 平均每个乡镇5人
    let per = matches!(name[..], ['平', '均', '每', ..]) && name.len() <= LONGEST_MEAN;
    let mean = each || per || matches!(name[..], [_, '均']);
    doubt += if mean { 0.1 } else { 0.0 };
    if quantity.weak || quantity.unit.is_none() {
        doubt += 0.1;
    }
    // 达产后可实现产值5亿元: whether that is so already, is not told.
    if figure.role == Role::Target && !figure.planned || figure.left_open {
        doubt += 0.1;
    }
    // 增长11%左右 is as a rule still to be reached, whatever the words around it do not say.
    if figure.kind == Kind::Growth && figure.role == Role::Actual && figure.qualifier == Qualifier::About {
        doubt += 0.1;
    }
    (named - doubt).max(0.1)
}

/// Whether a character of a name says that the name may be more or less than one.
fn is_doubtful(name: &[char], at: usize) -> bool {
    // 生活费按集中养育
    let by = at > 1 && name[at] == '按' && !predicate::is_inside_word(name, at, 1);
    // 结案标的, 被采纳
    if name[at] == '的' && at > 0 && name[at - 1] == '标' || at == 0 && name[0] == '被' {
        return false;
    }
    by || matches!(name[at], '的' | '“' | '《' | '(' | '0'..='9') || predicate::is_boundary(name, at)
}
