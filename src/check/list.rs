//! A list has as many members as is said: `8个部门（…）`, `甲、乙、丙3项`.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use super::sheet::Sheet;
use crate::language::{Claim, Sense, claims, links, senses, verbs};
use crate::order;
use crate::report::{Check, CheckKind, Kind, NameRule, Span};

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
        let unit: Vec<char> = metric.unit.as_deref().unwrap_or_default().chars().collect();
        let event = claims(Claim::Events).at(&unit, 0).is_some_and(|(length, ())| length == unit.len());
        let found = behind(sheet, index, count).or_else(|| before(sheet, index, count, event));
        checks.extend(found);
    }
}

/// The members a list may be taken to have.
struct Members {
    /// Each way to count them: with and without the lists inside a member.
    counts: Vec<usize>,
    /// At the marks that part members.
    names: Vec<Range<usize>>,
    /// How many quotations or titles there are, where the list is made of them.
    quoted: usize,
    /// How many of these follow right behind another.
    touching: usize,
    /// Whether the list gives examples.
    open: bool,
}

impl Members {
    /// The members in these characters.
    fn new(letters: &[char]) -> Self {
        let mut end = letters.len();
        let mut open = false;
        while let Some((length, ())) = claims(Claim::Examples).before(letters, end) {
            open = true;
            end -= length;
        }
        let letters = &letters[..end];
        open |= letters.contains(&'…') || claims(Claim::Examples).is_in(letters);
        let names = split(letters, |mark| matches!(mark, '、' | ',' | ';'));
        let mut counts = vec![names.len()];
        for marks in [['、', '、'], [';', ';'], [',', ','], [',', ';']] {
            counts.push(split(letters, |mark| marks.contains(&mark)).len());
        }
        let last = names.last().map_or(&[][..], |name| &letters[name.clone()]);
        let joined = joints(last) > 0;
        let joints = joints(letters);
        if joined {
            let more: Vec<usize> = counts.iter().map(|count| count + 1).collect();
            counts.extend(more);
        }
        counts.push(names.len() + joints);
        // 1、2号线工程 may be one name.
        let numbers = |three: &&[char]| matches!(three, [one, '、', two] if one.is_numeric() && two.is_numeric());
        counts.push(names.len() - letters.windows(3).filter(numbers).count());
        let quoted = quoted(letters);
        counts.push(quoted);
        counts.retain(|&count| count > 1);
        order::sort_by_key(&mut counts, |&count| count);
        counts.dedup();
        Self { counts, names, quoted, touching: touching(letters), open }
    }
}

/// How many links stand between the words of a list: 甲、乙和丙.
fn joints(letters: &[char]) -> usize {
    let joins = |&at: &usize| matches!(letters[at], '和' | '与' | '及') && !links::is_inside_word(letters, at);
    (1..letters.len().saturating_sub(1)).filter(joins).count()
}

/// How many quotations or titles there are, where the list is made of them.
fn quoted(letters: &[char]) -> usize {
    let closing = |letter: &char| matches!(letter, '”' | '》');
    let opening = |letter: &char| matches!(letter, '“' | '《');
    if letters.last().is_some_and(closing) {
        // Of a quotation inside a title or the other way round only the outer counts.
        let mut depth = 0_usize;
        let mut outer = 0;
        for letter in letters {
            if opening(letter) {
                outer += usize::from(depth == 0);
                depth += 1;
            } else if closing(letter) {
                depth = depth.saturating_sub(1);
            }
        }
        outer
    } else {
        0
    }
}

/// The stretches between marks, without what stands in pairs of their own.
fn split(letters: &[char], is_mark: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, &letter) in letters.iter().enumerate() {
        match letter {
            '(' | '“' | '《' | '[' => depth += 1,
            ')' | '”' | '》' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_mark(letter) => {
                stretches.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    stretches.push(start..letters.len());
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Whether the first words behind a number let a list follow.
fn may_open(head: &[char]) -> bool {
    const LISTING: usize = 8;
    let Some(noun) = head.iter().take(LONGEST_NOUN).position(ends_noun) else { return head.len() < LONGEST_NOUN };
    matches!(head[noun], '(' | ':')
        || head.len() < noun + LISTING
        || claims(Claim::Listing).at(head, noun + 1).is_some()
}

fn ends_noun(letter: &char) -> bool {
    matches!(letter, '(' | ',' | ':' | '。' | ';' | '、')
}

/// The list behind a number: in a bracket, or behind 即, 分别是 or a colon.
fn behind(sheet: &Sheet, index: usize, count: usize) -> Option<Check> {
    const HEAD: usize = 32;
    if !may_open(&sheet.behind(index, HEAD)) {
        return None;
    }
    let passage = sheet.passage(sheet.stretch(index, LONGEST));
    let letters = &passage.chars;
    let noun = letters.iter().take(LONGEST_NOUN).position(ends_noun)?;
    let bracket = letters[noun] == '(';
    let mut start = noun + 1;
    let mut listing = bracket;
    let mut firm = bracket;
    if claims(Claim::Among).at(letters, start).is_some() {
        return None;
    }
    listing |= letters[noun] == ':';
    while let Some((length, ())) = claims(Claim::Listing).at(letters, start) {
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
        claims(Claim::Sorts).at(name, 0).is_some_and(|(length, ())| length == name.len())
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
    let mut depth = 0_usize;
    letters[open..]
        .iter()
        .position(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .map(|at| open + at)
}

/// Whether two members of a list may meet at this character.
fn parts_members(letter: char) -> bool {
    matches!(letter, '、' | ',' | ';' | '和' | '与' | '及' | '”' | '》')
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
    if apart || list.last() == Some(&'、') || !list.iter().any(|&letter| parts_members(letter)) {
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
    let does = |name: &[char]| verbs().at(name, 0).is_some_and(|(length, ())| length == name.len());
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

/// Whether names end in the same character, as names of one sort do: 白塔镇、河东镇.
fn ends_alike(names: &[&[char]]) -> bool {
    names.windows(2).all(|pair| pair[0].last() == pair[1].last())
}

/// How many quotations or titles follow right behind another.
fn touching(letters: &[char]) -> usize {
    letters.windows(2).filter(|pair| matches!(pair, ['”', '“'] | ['》', '《'])).count()
}

/// Where the clause at the end of these characters begins.
fn clause(letters: &[char]) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in letters.iter().enumerate().rev() {
        match letter {
            ')' | '”' | '》' | ']' => depth += 1,
            '(' | '“' | '《' | '[' if depth == 0 => return at + 1,
            '(' | '“' | '《' | '[' => depth -= 1,
            ',' | '。' | ';' | ':' | '!' | '?' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    0
}

/// What was counted.
fn told(sheet: &Sheet, index: usize, listed: usize, span: Span, agrees: bool) -> Check {
    let stated = sheet.show(index, false);
    let message = if agrees {
        format!("列出 {listed} 个名称，与“{stated}”相符")
    } else {
        format!("列出 {listed} 个名称，与“{stated}”不符")
    };
    Check { span, ..sheet.check(CheckKind::ListCount, agrees, vec![index], message) }
}
