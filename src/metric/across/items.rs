//! Parts in paragraphs of their own: `共争取资金8.6亿元，其中：` and an item a line.

use rust_decimal::Decimal;

use crate::exact::Exact;
use crate::metric::link::sums::MOST_MEMBERS;
use crate::report::{LinkRule, Metric, NameRule, Relation, Role};
use crate::text::Marker;

/// So many characters may stand between a whole and the colon that opens its items: 其中, 分配如下, 具体为.
const LONGEST_OPENING: usize = 12;
/// A longer bracket between them tells of more than what is left out.
const LONGEST_ASIDE: usize = 40;

/// Makes the figures at the head of the lines behind a whole and a colon its parts, where 其中 opens them or they add up to it.
pub fn link(text: &str, metrics: &mut [Metric]) {
    for whole in 0..metrics.len().saturating_sub(1) {
        let (end, next) = (metrics[whole].span.end, metrics[whole + 1].span.start);
        let free = metrics[whole].relation != Some(Relation::Part) && is_amount(&metrics[whole]);
        // 892公里（不含便道12公里），其中：
        let aside = aside(&text[end..]).map_or(0..0, |aside| end..end + aside);
        let inside = metrics[whole + 1..].iter().take_while(|metric| metric.span.start < aside.end).count();
        let next = metrics.get(whole + 1 + inside).map_or(next, |next| next.span.start);
        let end = end.max(aside.end);
        let Some(opening) = free.then(|| opening(text.get(end..next)?)).flatten() else { continue };
        let (first, total) = (whole + 1 + inside, metrics[whole].value);
        let added =
            |members: &[usize]| members.iter().try_fold(Decimal::ZERO, |sum, &member| sum.plus(metrics[member].value));
        // 学校380所：/ 小学215所、初中165所。
        let sentence = sentence(metrics, (whole, first));
        let one_sentence = added(&sentence) == Some(total);
        let members = if one_sentence { sentence } else { members(text, metrics, (whole, first), end + opening.end) };
        let sum = added(&members);
        let all = sum == Some(total);
        if members.len() > 1 && (all || opening.among && sum.is_some_and(|sum| sum < total)) {
            for member in members {
                metrics[member].of = Some(whole);
                metrics[member].relation = Some(Relation::Part);
                metrics[member].why.link = Some(if all { LinkRule::Sum } else { LinkRule::Among });
            }
        }
    }
}

/// What stands between a whole and its items.
struct Opening {
    /// Where it ends: behind the end of its line.
    end: usize,
    /// Whether it says 其中.
    among: bool,
}

/// The words behind a whole that open items in lines of their own.
fn opening(between: &str) -> Option<Opening> {
    let (line, _) = between.split_once('\n')?;
    let words = line.trim_end().strip_suffix([':', '：'])?;
    let short = words.chars().nth(LONGEST_OPENING).is_none() && !words.contains(['。', '；', ';']);
    short.then(|| Opening { end: line.len() + 1, among: words.ends_with("其中") || words.contains("其中，") })
}

/// The length of a short bracket that words begin with.
fn aside(words: &str) -> Option<usize> {
    let mut letters = words.char_indices().take(LONGEST_ASIDE);
    letters.next().filter(|(_, letter)| matches!(letter, '（' | '('))?;
    letters.find(|(_, letter)| matches!(letter, '）' | ')')).map(|(at, letter)| at + letter.len_utf8())
}

/// The figures of the first sentence behind a whole that are of its unit.
fn sentence(metrics: &[Metric], (whole, first): (usize, usize)) -> Vec<usize> {
    let sentence = metrics[first].sentence;
    let behind = (first..metrics.len()).take_while(|&index| metrics[index].sentence == sentence);
    behind
        .take(2 * MOST_MEMBERS)
        .filter(|&index| is_like(&metrics[index], &metrics[whole]))
        .take(MOST_MEMBERS)
        .collect()
}

/// The figures of one unit at the head of the lines from `start` on: of lines that are numbered alike, or that a semicolon joins.
fn members(text: &str, metrics: &[Metric], (whole, next): (usize, usize), start: usize) -> Vec<usize> {
    let mut members = Vec::new();
    let (mut line_start, mut index) = (start, next);
    let mut style = None;
    while members.len() < MOST_MEMBERS && line_start < text.len() {
        let line_end = text[line_start..].find('\n').map_or(text.len(), |at| line_start + at);
        let line = text[line_start..line_end].trim();
        if line.is_empty() {
            line_start = line_end + 1;
            continue;
        }
        // 县道5条182.4公里: how many they are may stand before what they measure.
        let like = |at: usize| {
            metrics.get(at).is_some_and(|metric| metric.span.end <= line_end && is_like(metric, &metrics[whole]))
        };
        let joined = |at: usize| metrics.get(at).is_some_and(|metric| metric.why.name == NameRule::Joined);
        let head = like(index).then_some(index).or_else(|| (like(index + 1) && joined(index + 1)).then_some(index + 1));
        let marker = Marker::at(line).map(|marker| marker.style);
        let first = members.is_empty();
        let Some(head) = head.filter(|_| first || marker == style) else { break };
        style = marker;
        members.push(head);
        line_start = line_end + 1;
        index += metrics[index..].iter().take_while(|metric| metric.span.start < line_end).count();
        if marker.is_none() && !line.ends_with(['；', ';']) {
            break;
        }
    }
    members
}

/// Whether a figure may be a part of a whole told above it.
fn is_like(part: &Metric, whole: &Metric) -> bool {
    let told = part.relation == Some(Relation::Part) || part.role == Role::Baseline;
    part.unit == whole.unit && part.kind == whole.kind && is_amount(part) && !told && part.direction.is_none()
}

/// Whether a figure stands for itself and is no cell of a table.
fn is_amount(metric: &Metric) -> bool {
    metric.kind.is_amount() && metric.why.name != NameRule::Table
}
