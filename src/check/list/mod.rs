//! Lists: each has as many members as is said, `8个部门（…）`, `甲、乙、丙3项`. Where a list stands is told here, what its members are in
//! `members.rs`.

mod members;

use rust_decimal::prelude::ToPrimitive;

use super::sheet::Sheet;
use crate::language::{Claim, Measure, Sense, claims, senses, verbs};
use crate::report::{Check, CheckKind, Kind, NameRule, Span};
use crate::text::{Depth, Mark};
use crate::verdict::{Outcome, Verdict};
use members::{Members, ends_alike, parts_members};

/// A list longer than this is not read.
const LONGEST: usize = 500;
/// Behind a number so many characters may name what is counted before its list begins.
const LONGEST_NOUN: usize = 16;
/// More members than this are not counted out.
const MOST: usize = 60;

/// Counts the members of each list.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    for (index, metric) in sheet.metrics.iter().enumerate() {
        let count = metric.value.to_usize().filter(|&count| (2..=MOST).contains(&count));
        let listed = metric.kind == Kind::Count && metric.why.name != NameRule::Table;
        let Some(count) = count.filter(|_| listed && sheet.exact(index).is_some()) else {
            continue;
        };
        let event = Measure::Event.has(metric.unit.as_deref());
        let found = behind(sheet, index, count).or_else(|| before(sheet, index, count, event));
        checks.extend(found);
    }
}

/// Whether the first words behind a number let a list follow.
fn may_open(head: &[char]) -> bool {
    const LISTING: usize = 8;
    let Some(noun) = head.iter().take(LONGEST_NOUN).position(ends_noun) else { return head.len() < LONGEST_NOUN };
    matches!(head[noun], '(' | ':') || head.len() < noun + LISTING || claims(Claim::Listing).is_at(head, noun + 1)
}

fn ends_noun(letter: &char) -> bool {
    matches!(letter, '(' | ',' | ':' | '。' | ';' | '、')
}

/// The list behind a number: in a bracket, or behind 即, 分别是 or a colon.
fn behind(sheet: &Sheet, index: usize, count: usize) -> Option<Check> {
    const HEAD: usize = 32;
    if !may_open(sheet.behind(index, HEAD)) {
        return None;
    }
    let passage = sheet.passage(sheet.stretch(index, LONGEST));
    let letters = &passage.chars;
    let noun = letters.iter().take(LONGEST_NOUN).position(ends_noun)?;
    let bracket = letters[noun] == '(';
    let mut start = noun + 1;
    let mut listing = bracket;
    let mut firm = bracket;
    if claims(Claim::Among).is_at(letters, start) {
        return None;
    }
    listing |= letters[noun] == ':';
    while let Some(length) = claims(Claim::Listing).at(letters, start) {
        listing |= length > 1 || letters[start] == '即';
        firm |= letters[start] == '分' && length > 1;
        start += length;
    }
    if !listing || start >= letters.len() {
        return None;
    }
    let end = if bracket {
        close(letters, noun)?
    } else {
        start + letters[start..].iter().position(|letter| matches!(letter, '。' | ';'))?
    };
    let figures = sheet.metrics.get(index + 1).is_some_and(|next| next.span.start < passage.start(end));
    if figures || end <= start || !bracket && letters[start..end].contains(&',') {
        return None;
    }
    let list = &letters[start..end];
    let members = Members::new(list);
    let sorts = members.names.iter().all(|name| {
        let name = &list[name.clone()];
        claims(Claim::Sorts).is(name)
    });
    if sorts {
        return None;
    }
    let span = Span::new(sheet.metrics[index].span.start, passage.span(start, end).end);
    if members.counts.contains(&count) {
        return Some(told(sheet, index, count, span, true));
    }
    let listed = members.names.len();
    let short = members.names.iter().all(|name| (2..=25).contains(&name.len()));
    // Three words in a bracket may as well say of what sort two things are.
    let one_sort = count > 3 || ends_alike(&members.names.iter().map(|name| &list[name.clone()]).collect::<Vec<_>>());
    let near = listed.abs_diff(count) <= (count / 4).max(1) && listed > 2 && one_sort;
    let over = members.counts.first().is_some_and(|&least| least > count);
    let wrong = firm && short && near && (!members.open || over);
    wrong.then(|| told(sheet, index, listed, span, false))
}

/// Where the bracket that opens at `open` closes.
fn close(letters: &[char], open: usize) -> Option<usize> {
    let mut depth = Depth::of("()");
    (open..letters.len()).find(|&at| depth.is_outside(letters[at]))
}

/// The list right before a number: `甲、乙、丙3项`, `“甲”“乙”两项`. Of what happens a list is only made by names of one sort.
fn before(sheet: &Sheet, index: usize, count: usize, event: bool) -> Option<Check> {
    let end = sheet.metrics[index].span.start;
    let passage = sheet.passage(sheet.lead(index, LONGEST));
    let mut letters = passage.chars.as_slice();
    while let Some((&last, rest)) = letters.split_last()
        && matches!(last, '共' | '计' | '这' | '的')
    {
        letters = rest;
    }
    let start = clause(letters);
    let list = &letters[start..];
    // 优良率、达标率、5个水源地达标率: behind a mark the number begins a member of its own.
    // 一、二、三等军人分别有3人、12人: it counts one of them.
    let apart = senses(Sense::Each).is_in(list);
    if apart
        || opens_row(sheet, index)
        || list.last() == Some(&'、')
        || !list.iter().any(|&letter| parts_members(letter))
    {
        return None;
    }
    let members = Members::new(list);
    let names: Vec<&[char]> = members.names.iter().map(|name| &list[name.clone()]).collect();
    let first = passage.start(start + members.names.first()?.start);
    let span = Span::new(first, sheet.metrics[index].span.end);
    let marked = members.quoted > 1;
    let counted = sheet.each_letter(sheet.metrics[index].span).next();
    let two = matches!(counted, Some('两' | '二' | '双'));
    // 教育、就业3个领域 are called by what is done there; 制定、修订3项 tell what was done.
    let does = |name: &[char]| verbs().is(name);
    let closed = sheet.next_letter(index).is_none_or(|next| !next.is_alphanumeric());
    let done = if closed { names.iter().any(|name| does(name)) } else { names.first().is_some_and(|name| does(name)) };
    if done || end <= first || event && (marked || names.len() < 3 || !ends_alike(&names)) {
        return None;
    }
    if members.counts.contains(&count) {
        // 东岭、西溪2个示范点: two names that touch the number they are counted by.
        let touching = names.len() == 2 && letters.len() == passage.chars.len() && !members.open;
        let says = names.len() > 2 || marked || two || touching;
        return says.then(|| told(sheet, index, count, span, true));
    }
    // The first name begins somewhere behind a verb; the others tell whether this is a list of one sort of thing.
    let row = names.len() == 1 && marked && members.touching + 1 == members.quoted;
    let one_sort = names.len() > 2 && {
        let titles = names[1..].iter().all(|name| matches!(name.first(), Some('“' | '《')));
        titles || ends_alike(&names)
    };
    let listed = if row { members.quoted } else { names.len() };
    let near = members.counts.iter().all(|&counted| counted.abs_diff(count) <= 2);
    let wrong = (row && listed > 2 || one_sort) && near && !members.open;
    wrong.then(|| told(sheet, index, listed, span, false))
}

/// 小学、初中、高中12所、5所和2所: whether it is the first of a row of numbers that count one name each.
fn opens_row(sheet: &Sheet, index: usize) -> bool {
    let joined = |between: &[char]| matches!(between, ['、' | '和' | '与' | '及']);
    index + 1 < sheet.metrics.len() && sheet.between(index, index + 1).is_some_and(joined)
}

/// Where the clause at the end of these characters begins.
fn clause(letters: &[char]) -> usize {
    // Read from its end, what closes a pair opens it.
    let mut depth = Depth::of(")(”“》《][");
    let begins = |&letter: &char| {
        depth.read(letter) == Mark::Stray || !depth.is_open() && matches!(letter, ',' | '。' | ';' | ':' | '!' | '?')
    };
    letters.iter().rposition(begins).map_or(0, |at| at + 1)
}

/// What was counted.
fn told(sheet: &Sheet, index: usize, listed: usize, span: Span, agrees: bool) -> Check {
    let outcome = if agrees { Outcome::Listed } else { Outcome::Miscounted };
    let message = Verdict::counted(outcome, listed, sheet.show(index, false));
    Check { span, ..sheet.check(CheckKind::ListCount, agrees, vec![index], message) }
}
