//! The members of a list: how many ways there are to count them.

use std::ops::Range;

use crate::language::{Claim, claims, links};
use crate::order;
use crate::text::{Depth, Mark};

/// The members a list may be taken to have.
pub struct Members {
    /// Each way to count them: with and without the lists inside a member.
    pub counts: Vec<usize>,
    /// At the marks that part members.
    pub names: Vec<Range<usize>>,
    /// How many quotations or titles there are, where the list is made of them.
    pub quoted: usize,
    /// How many of these follow right behind another.
    pub touching: usize,
    /// Whether the list gives examples.
    pub open: bool,
}

impl Members {
    /// The members in these characters.
    pub fn new(letters: &[char]) -> Self {
        let mut end = letters.len();
        let mut open = false;
        while let Some(length) = claims(Claim::Examples).before(letters, end) {
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
    if matches!(letters.last(), Some('”' | '》')) {
        // Of a quotation inside a title or the other way round only the outer counts.
        let mut depth = Depth::of("“”《》");
        let outer = |&&letter: &&char| {
            let outside = !depth.is_open();
            depth.read(letter) == Mark::Opens && outside
        };
        letters.iter().filter(outer).count()
    } else {
        0
    }
}

/// The stretches between marks, without what stands in pairs of their own.
fn split(letters: &[char], is_mark: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut depth = Depth::of("()“”《》[]");
    let mut start = 0;
    for (at, &letter) in letters.iter().enumerate() {
        if depth.is_outside(letter) && is_mark(letter) {
            stretches.push(start..at);
            start = at + 1;
        }
    }
    stretches.push(start..letters.len());
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Whether two members of a list may meet at this character.
pub fn parts_members(letter: char) -> bool {
    matches!(letter, '、' | ',' | ';' | '和' | '与' | '及' | '”' | '》')
}

/// Whether names end in the same character, as names of one sort do: 白塔镇、河东镇.
pub fn ends_alike(names: &[&[char]]) -> bool {
    names.windows(2).all(|pair| pair[0].last() == pair[1].last())
}

/// How many quotations or titles follow right behind another.
fn touching(letters: &[char]) -> usize {
    letters.windows(2).filter(|pair| matches!(pair, ['”', '“'] | ['》', '《'])).count()
}
