//! Parts told in another sentence or paragraph than their whole: `医院中，公立医院…`, `医院按等级分：三级医院…`, and those whose own shares prove
//! what they are shares of.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::exact::Exact;
use crate::language::{Claim, Measure, Tie, claims, ties};
use crate::metric::figure::kind;
use crate::metric::link::HORIZON;
use crate::report::{Kind, LinkRule, Metric, Relation, Role, Span};
use crate::text::Passage;

/// Links the parts that are told apart from their whole, within one section.
pub fn link(text: &str, metrics: &mut [Metric]) {
    let mut first = 0;
    while first < metrics.len() {
        let sentence = metrics[first].sentence;
        let end = first + metrics[first..].iter().take_while(|metric| metric.sentence == sentence).count();
        if let Some(named) = head(text, Span::new(sentence.start, metrics[first].span.start)) {
            resume(metrics, first..end, &named);
        }
        prove(text, metrics, first..end);
        first = end;
    }
}

/// The whole that the words at the head of a sentence name: 医院中, 在对终端销售中, 医院按等级分. 分产业看 names none that divides all the same.
fn head(text: &str, span: Span) -> Option<Vec<char>> {
    const LONGEST: usize = 24;
    let start = &text[span.start.min(span.end)..span.end];
    let cut = start.char_indices().nth(2 * LONGEST).map_or(start.len(), |(at, _)| at);
    let clause = start[..cut].find(['，', ',', '：', ':'])?;
    let letters = Passage::new(text, Span::new(span.start, span.start + clause), &[]).chars;
    let within = letters.strip_suffix(&['中']).filter(|words| !words.ends_with(&['其']));
    let named = match within {
        Some(words) => words.strip_prefix(&['在']).unwrap_or(words),
        None => {
            let length = claims(Claim::Sorted).tail(&letters)?;
            if ties(Tie::Divided).begins(&letters) {
                return Some(Vec::new());
            }
            let by = (2..letters.len() - length).find(|&at| ties(Tie::Divided).is_at(&letters, at))?;
            &letters[..by]
        }
    };
    let named = without_time(named);
    (2..=LONGEST).contains(&named.len()).then(|| named.to_vec())
}

/// 2024年末卫生人员总数 without the time.
fn without_time(words: &[char]) -> &[char] {
    let Some(year) = words.iter().position(|&letter| letter == '年').filter(|&at| at < 5) else { return words };
    let rest = &words[year + 1..];
    rest.strip_prefix(&['末']).unwrap_or(rest)
}

/// A name without what says that it is the number or the sum of what it names: 医疗卫生机构总数, 终端销售额.
fn without_number(name: &[char]) -> &[char] {
    let number = ties(Tie::Number).tail(name).unwrap_or(0);
    let name = &name[..name.len() - number];
    let sum = name.strip_suffix(&['总', '额']).or(name.strip_suffix(&['额']));
    sum.unwrap_or(name)
}

/// Whether a figure may be the whole that these words name.
fn is_named(metric: &Metric, named: &[char]) -> bool {
    let name: Vec<char> = metric.indicator.chars().collect();
    let (name, named) = (without_number(&name), without_number(named));
    // 全国就业人员中 tells of 就业人员 as 就业人员中 does of 全国就业人员.
    let longer = |one: &[char], other: &[char]| other.len() > 1 && one.ends_with(other) && one.len() - other.len() < 5;
    stands(metric) && (longer(name, named) || longer(named, name))
}

/// Whether a figure stands for itself, and may be a whole or a part.
fn stands(metric: &Metric) -> bool {
    !kind::is_relative(metric.kind) && metric.direction.is_none() && metric.role == Role::Actual
}

/// The figures before one that may be its whole, the nearest first.
fn wholes(metrics: &[Metric], first: usize) -> impl Iterator<Item = usize> {
    let section = metrics[first].section;
    (first.saturating_sub(2 * HORIZON)..first).rev().take_while(move |&other| metrics[other].section == section)
}

/// Whether one figure counts or measures as another does.
fn is_alike(part: &Metric, whole: &Metric) -> bool {
    stands(part) && part.kind == whole.kind && of_one_sort(part, whole)
}

/// Whether two figures have one unit, or count people with two measure words: 42名 of 86人.
fn of_one_sort(one: &Metric, other: &Metric) -> bool {
    let people = |metric: &Metric| Measure::Person.has(metric.unit.as_deref());
    one.unit == other.unit || people(one) && people(other)
}

/// Whether one figure may be part of another.
fn fits(part: &Metric, whole: &Metric) -> bool {
    is_alike(part, whole) && part.value <= whole.value
}

/// Makes the free figures of a sentence parts of what its head names.
fn resume(metrics: &mut [Metric], sentence: Range<usize>, named: &[char]) {
    let called =
        |other: &usize| stands(&metrics[*other]) && metrics[*other].indicator.chars().eq(named.iter().copied());
    let alike = |other: &usize| is_named(&metrics[*other], named);
    let before = || wholes(metrics, sentence.start);
    let free = |metric: &Metric| match metric.of {
        None => true,
        // 一级医院486个，未定级医院127个: what came of things is not told in a list of their parts.
        Some(of) => sentence.contains(&of) && metric.why.link == Some(LinkRule::Outcome),
    };
    let parts_of = |whole: usize| -> Vec<usize> {
        let part = |part: &usize| free(&metrics[*part]) && is_alike(&metrics[*part], &metrics[whole]);
        sentence.clone().filter(part).collect()
    };
    let sum_of = |parts: &[usize]| parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.plus(metrics[part].value));
    // What no name is given of is what they add up to.
    let made = |other: &usize| {
        let parts = parts_of(*other);
        stands(&metrics[*other]) && parts.len() > 1 && sum_of(&parts) == Some(metrics[*other].value)
    };
    let whole = match named {
        [] => before().find(made),
        _ => before().find(called).or_else(|| before().find(alike)),
    };
    let Some(whole) = whole else { return };
    let parts = parts_of(whole);
    // Rounded parts may make a little more than their whole.
    const SPARE: i64 = 100;
    let most = metrics[whole].value.over(SPARE.into()).and_then(|spare| metrics[whole].value.plus(spare));
    if sum_of(&parts).zip(most).is_some_and(|(sum, most)| sum <= most) {
        for part in parts {
            tie(&mut metrics[part], whole, LinkRule::Among);
        }
    }
}

fn tie(metric: &mut Metric, whole: usize, rule: LinkRule) {
    metric.of = Some(whole);
    metric.relation = Some(Relation::Part);
    metric.why.link = Some(rule);
}

/// A figure and the share of its whole that is told of it.
struct Shared {
    part: usize,
    share: usize,
    /// What it is said to be a share of.
    named: Vec<char>,
}

/// `人员分布：医院937万人（占59.4%），机构526万人（占33.3%）`: free figures of which each has a share behind it are parts of what they all are
/// shares of, to the last digit, or of what the share names.
fn prove(text: &str, metrics: &mut [Metric], sentence: Range<usize>) {
    // 年龄35岁以下的96人，占31.2%: the nearest whole may be a part itself.
    let near = |part: &usize| metrics[*part].why.link == Some(LinkRule::Shared);
    let free = |part: &usize| (metrics[*part].of.is_none() || near(part)) && stands(&metrics[*part]);
    let shares = sentence.clone().filter(free).filter_map(|part| shared(text, metrics, part, sentence.end));
    let (bare, named): (Vec<Shared>, Vec<Shared>) = shares.partition(|shared| shared.named.is_empty());
    for Shared { part, share, named } in named {
        let whole = wholes(metrics, part).find(|&other| {
            let greater = fits(&metrics[part], &metrics[other]) && metrics[part].value < metrics[other].value;
            // 占销售总额: 对终端销售额 is another.
            let name: Vec<char> = metrics[other].indicator.chars().collect();
            greater && (name.ends_with(&named) || named.ends_with(&name)) && makes(metrics, part, share, other, LOOSE)
        });
        if let Some(whole) = whole {
            tie(&mut metrics[part], whole, LinkRule::Shared);
        }
    }
    // Two figures make a share of two digits by accident, and hardly one of three or two of two.
    if bare.len() < 2 && !bare.iter().any(|shared| metrics[shared.share].value.normalize().mantissa() >= 100) {
        return;
    }
    let makes_all = |&other: &usize| {
        let of_it = |shared: &Shared| {
            fits(&metrics[shared.part], &metrics[other]) && makes(metrics, shared.part, shared.share, other, 1)
        };
        bare.iter().all(of_it)
    };
    let known = bare.first().and_then(|shared| metrics[shared.part].of).filter(makes_all);
    if let Some(whole) = known.or_else(|| wholes(metrics, sentence.start).find(makes_all)) {
        for shared in bare {
            tie(&mut metrics[shared.part], whole, LinkRule::Shared);
        }
    }
}

/// By so many of its last digits a share may differ that follows from rounded amounts.
const LOOSE: i64 = 8;

/// The share that is told of a figure, before any other in the sentence: 5.4亿元，增长9%，占总费用的52.5%.
fn shared(text: &str, metrics: &[Metric], part: usize, end: usize) -> Option<Shared> {
    let own = |&other: &usize| {
        let of = metrics[other].of;
        of == Some(part) || of.is_some_and(|of| metrics[of].of == Some(part))
    };
    let percent = |metric: &Metric| {
        metric.kind == Kind::Ratio && metric.unit.as_deref() == Some("%") && metric.role == Role::Actual
    };
    let share = (part + 1..end).take_while(own).find(|&other| percent(&metrics[other]))?;
    let between = Span::new(metrics[share - 1].span.end, metrics[share].span.start);
    let between = Passage::new(text, between, &[]).chars;
    let at = between.iter().rposition(|&letter| letter == '占')?;
    let length = claims(Claim::Share).at(&between, at)?;
    let mut named = &between[at + length..];
    while let Some(length) = claims(Claim::ShareTail).tail(named) {
        named = &named[..named.len() - length];
    }
    Some(Shared { part, share, named: named.to_vec() })
}

/// Whether a share follows from its part and a whole but for so many of its last digits.
fn makes(metrics: &[Metric], part: usize, share: usize, whole: usize, digits: i64) -> bool {
    let share = metrics[share].value;
    let quotient = metrics[part].value.times(Decimal::ONE_HUNDRED).and_then(|part| part.over(metrics[whole].value));
    let step = Decimal::new(digits, share.scale());
    quotient.and_then(|quotient| quotient.minus(share)).is_some_and(|off| off.abs() < step)
}
