//! How sure a reading is: by the rule that named it and by what is unusual about its name.

use super::Figure;
use crate::language::{Cue, Place, Tie, attributes, cues, naming, pairs, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::name::trim;
use crate::metric::quantity::{Quantity, numeral};
use crate::report::{Kind, Metric, NameRule, Qualifier, Role};

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

/// Where it is not known which of several values is whose, it is no surer than this.
const UNKNOWN: f32 = 0.75;

/// A figure under a name.
struct Named<'f> {
    figure: &'f Figure,
    rule: NameRule,
    quantity: &'f Quantity,
    chars: &'f [char],
    name: &'f [char],
    heading: Option<usize>,
}

/// What makes a reading unsure: by how much, and where it does.
type Doubt = (f32, fn(&Named) -> bool);

const DOUBTS: [Doubt; 21] = [
    // （三）规范监管检查企业86家: a heading without a mark behind it may be part of the name.
    (0.1, |named| {
        let head = named.figure.name.first().copied();
        named.name.len() >= GLUED && named.heading.is_some() && head == named.heading
    }),
    (0.1, is_cut),
    (0.2, is_measure),
    (0.2, is_told_of_things),
    // 总数87名, 合计26个, 相差600元: of what, is told elsewhere.
    (0.1, |named| matches!(named.name, ['总', '数' | '量' | '额'] | ['合' | '总' | '共' | '小', '计'] | ['相', '差'])),
    (0.1, is_bare),
    // 四项合计32亿元: how many there are is no name of them.
    (0.2, |named| matches!(named.name, [number, '项' | '类' | '个' | '者'] if numeral::digit(*number).is_some())),
    // 压减检查频次，同比下降46%: what changed is named elsewhere.
    (0.2, |named| {
        let relative = || ties(Tie::Relative).begins(named.name) && named.name.len() <= BARE;
        !named.is_linked() && named.is(Kind::Growth) && relative()
    }),
    // 占支出合计的90%, 比上年减少3万元: of what, is told elsewhere.
    (0.2, |named| {
        let share = named.is(Kind::Ratio) && named.name.first() == Some(&'占');
        !named.is_linked() && (share || named.figure.increment && named.name.len() <= BARE + 2)
    }),
    // 旅游收入为15%: an amount in percent is a share or a growth of which the words do not tell.
    (0.2, |named| {
        let percent = named.is(Kind::Ratio) && named.quantity.unit.as_deref() == Some("%");
        percent && !named.name.contains(&'占') && attributes().ends(named.name)
    }),
    // 超亿元的28家: of what so many are over it, is told before.
    (0.1, |named| named.is(Kind::Count) && named.name.last() == Some(&'元')),
    // 旅游人次、总收入分别增长10%、15%: of what it is the total, the first may tell.
    (0.1, |named| named.rule == NameRule::Respectively && named.name.first() == Some(&'总')),
    (0.1, is_one_of_pair),
    // 2项与目标有差距: what stands behind is told of them.
    (0.2, |named| {
        named.rule == NameRule::Behind && named.name.first() == Some(&'与') && named.name.get(1) != Some(&'会')
    }),
    // 改厕任务680户，已完成512户; 新建农田5万亩，累计建成48万亩: what was done is told elsewhere.
    (0.1, |named| {
        let done = named.name.strip_prefix(&['累', '计']).is_some_and(|deed| verbs().is(deed));
        !named.is_linked() && (done || *named.name == ['完', '成'])
    }),
    // 对产值降幅超过20%的企业: 对 leads up to what is done with them.
    (0.1, |named| named.name.first() == Some(&'对') && !named.is_linked() && !ties(Tie::Rate).ends(named.name)),
    // 2.23个项目 is rather the second of a list, 2. 23个项目.
    (0.2, |named| {
        let broken = named.quantity.numeral.scale.is_none() && !named.quantity.value.fract().is_zero();
        named.is(Kind::Count) && broken && !named.name.iter().any(|letter| matches!(letter, '均' | '每'))
    }),
    (0.1, is_bare_mean),
    (0.1, |named| named.quantity.weak || named.quantity.unit.is_none()),
    // 达产后可实现产值5亿元: whether that is so already, is not told.
    (0.1, |named| named.figure.role == Role::Target && !named.figure.planned || named.figure.left_open),
    // 增长11%左右 is as a rule still to be reached, whatever the words around it do not say.
    (0.1, |Named { figure, quantity, .. }| {
        figure.kind == Kind::Growth && figure.role == Role::Actual && quantity.qualifier == Qualifier::About
    }),
];

/// How sure it is that value, name and role of a figure are right, from 0 to 1. From 0.9 on it is said to be sure.
///
/// `heading` is where the words of a heading begin that stands at the head of its paragraph.
pub fn of(figure: &Figure, rule: NameRule, quantity: &Quantity, chars: &[char], heading: Option<usize>) -> f32 {
    let sure: f32 = match rule {
        NameRule::Before | NameRule::Change | NameRule::Composition | NameRule::Both => 0.98,
        NameRule::Behind | NameRule::Joined | NameRule::Respectively | NameRule::Bracket => 0.96,
        NameRule::Around => 0.88,
        NameRule::Table | NameRule::Comparison => 0.9,
        NameRule::Borrowed => 0.75,
        NameRule::Quote => 0.4,
    };
    let name = figure.letters(chars);
    let by_length: f32 = match name.len() {
        0 | 1 => 0.2,
        2..=LONG => 0.0,
        _ if name.len() <= LONGEST => 0.1,
        _ => 0.15,
    };
    let named = Named { figure, rule, quantity, chars, name: &name, heading };
    let doubts = DOUBTS.iter().filter(|(_, holds)| holds(&named));
    let doubt = doubts.fold(by_length, |all, (doubt, _)| all + doubt);
    (sure - doubt).max(0.1)
}

/// The confidence of those whose value may be that of the figure beside them: `metrics` are the figures as the report has them.
pub fn confound(figures: &[Figure], chars: &[char], metrics: &mut [Metric]) {
    for (pair, first) in figures.windows(2).zip(0..) {
        if are_confounded(&pair[0], &pair[1], chars) {
            for metric in &mut metrics[first..first + 2] {
                metric.confidence = metric.confidence.min(UNKNOWN);
            }
        }
    }
}

/// 高中28所，招生1万人；初中86所，招生2万人: two values of one sentence that nothing tells apart lack what they are of.
pub fn doubt_alike(figures: &[Figure], metrics: &mut [Metric]) {
    const REACH: usize = 12;
    for (index, figure) in figures.iter().enumerate() {
        let alike = |at: &usize| {
            let other = &figures[*at];
            let told = other.name == figure.name || other.is_relative() || other.link.is_some();
            let same = (&other.sentence, other.kind, other.role, &other.period)
                == (&figure.sentence, figure.kind, figure.role, &figure.period);
            !told && same && metrics[*at].indicator == metrics[index].indicator
        };
        let own = !(figure.is_relative() || figure.link.is_some() || figure.name.is_empty());
        if let Some(other) = (index.saturating_sub(REACH)..index).rev().find(|other| own && alike(other)) {
            for index in [other, index] {
                metrics[index].confidence = metrics[index].confidence.min(UNKNOWN);
            }
        }
    }
}

/// 列支会议费、培训费、差旅费28.4万元、16.9万元、9.3万元: whether two values have one name, which is that of several things.
fn are_confounded(one: &Figure, next: &Figure, chars: &[char]) -> bool {
    const SEVERAL: usize = 4;
    let listed = one.name.iter().any(|&at| chars[at] == '、');
    // 保障标准分别为596元、5060元: so it is where nothing tells them apart.
    let apart = |figure: &Figure| figure.apart.is_some() || figure.link.is_some();
    let told = [one, next].iter().all(|figure| figure.name_rule == NameRule::Respectively && !apart(figure));
    // 12个村调委会调解员74人: two things stand in one name.
    let both = one.name_rule == NameRule::Behind && next.words.follows && one.name.len() > SEVERAL;
    let listed = listed || told || both && next.is_borrowed() && !next.words.joined;
    let values = one.quantity != next.quantity && one.role == next.role;
    listed && values && one.name == next.name && one.kind == next.kind
}

impl Named<'_> {
    fn is_linked(&self) -> bool {
        self.figure.link.is_some()
    }

    fn is(&self, kind: Kind) -> bool {
        self.figure.kind == kind
    }
}

/// Rates and growth are called by what is done: 比2019年增长. Elsewhere a word that may be a predicate, a clause with 的, a number or a
/// quotation in a name says that it may be cut in the wrong place.
fn is_cut(named: &Named) -> bool {
    !named.figure.is_relative() && (0..named.name.len()).any(|at| is_doubtful(named.name, at))
}

/// 低于1元的标准 is what something else is measured by.
fn is_measure(named: &Named) -> bool {
    let name = named.name;
    let measures = naming(Place::Measure);
    let planned = ties(Tie::Planned).ends(name);
    let against = named.is(Kind::Ratio) && !planned && measures.ends(name);
    against || !named.is_linked() && measures.is(name)
}

/// 播种面积6万亩，总产量3万吨; 制发文件2件，废止1件: of what the measure is or what was done to it, is told before.
fn is_bare(named: &Named) -> bool {
    let whole = named.name.strip_prefix(&['总']).unwrap_or(named.name);
    // 出栏48万头; 进口 and 存款 are names of money.
    let twin = |name: &[char]| !named.is(Kind::Money) && naming(Place::Twin).is(name);
    let bare = |name: &[char]| attributes().is(name) || ties(Tie::Outcome).is(name) || verbs().is(name) || twin(name);
    !named.is_linked() && named.rule != NameRule::Table && (bare(named.name) || bare(whole))
}

/// 3个断面水质优良比例100%: how many there are is told with what is told of them.
fn is_told_of_things(named: &Named) -> bool {
    let Named { figure, rule, chars, name, .. } = *named;
    if !named.is(Kind::Count) || rule != NameRule::Behind {
        return false;
    }
    let rated = ties(Tie::Rate).is_before(name, trim::tail(name, 0));
    // 12个部门年初预算未细化: so may it be with what was not done.
    let behind = figure.name.last().map_or(0, |&last| last + 1);
    let undone = matches!(chars.get(behind), Some('未' | '不' | '尚'));
    // 9个乡镇固定资产投资实现正增长: so may it be with how they fared, or what they have.
    let told = naming(Place::Trait).at(chars, behind).unwrap_or(0);
    let fared = cues(Cue::Faring).is_at(chars, behind + told);
    let agent = |at: usize| naming(Place::Agent).is_compound_before(name, at);
    rated || (undone || fared) && (2..=name.len()).any(agent)
}

/// 城市低保标准由612元提高到658元，农村由437元提高到486元; 基金收入8亿元，支出6亿元: what one of a pair is, the first tells.
fn is_one_of_pair(named: &Named) -> bool {
    let is = |member: &str| member.chars().eq(named.name.iter().copied());
    let one = || pairs().iter().any(|pair| pair.members.iter().any(|&member| is(member)));
    !named.is_linked() && named.is(Kind::Money) && one()
}

/// 每村平均12名: of what, is told before.
fn is_bare_mean(named: &Named) -> bool {
    let name = named.name;
    let each = name.iter().rposition(|&letter| letter == '每').is_some_and(|at| name.len() - at <= SHORT_MEAN);
    // 平均每个乡镇5人
    let per = matches!(name, ['平', '均', '每', ..]) && name.len() <= LONGEST_MEAN;
    each || per || matches!(name, [_, '均'])
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
