//! What is left when what went is taken from what came: 新增企业326家，注销112家，净增214家.

use rustc_hash::FxHashSet;

use super::{added, is_rounded, told};
use crate::check::sheet::Sheet;
use crate::language::{Net, Sense, Words, names_difference, nets, senses};
use crate::report::{Check, Span};

/// How many figures before what is left those stand of which it is left.
const HORIZON: usize = 8;
/// About how many characters around a figure say what it is.
const NEAR: usize = 16;

/// Compares each difference that is called one with what it is the difference of, where no sum has told that yet.
pub fn run(sheet: &Sheet, checks: &mut Vec<Check>) {
    let known: FxHashSet<[usize; 2]> = checks.iter().filter_map(members).collect();
    let differences = (0..sheet.metrics.len())
        .filter(|&left| names_difference(sheet.name(left)))
        .filter_map(|left| nets().iter().find_map(|net| compared(sheet, left, net)));
    checks.extend(differences.filter(|check| members(check).is_none_or(|members| !known.contains(&members))));
}

/// The two figures that a check adds up, in reading order.
fn members(check: &Check) -> Option<[usize; 2]> {
    let mut members: [usize; 2] = check.metrics.get(1..)?.try_into().ok()?;
    members.sort_unstable();
    Some(members)
}

/// The check of what is left.
fn compared(sheet: &Sheet, left: usize, net: &Net) -> Option<Check> {
    let [came, went, difference, _] = net;
    // 顺差扩大至12亿元: how it changed is another matter.
    let plain = |(_, rest): (&[char], &[char])| ![Sense::Up, Sense::Down].iter().any(|&way| senses(way).is_in(rest));
    let is_named = around(difference, sheet.name(left)).is_some_and(plain);
    if !is_named || !sheet.is_amount(left) || sheet.exact(left).is_none() || compares(sheet, left) {
        return None;
    }
    if !around(difference, sheet.ahead(left, NEAR)).is_none_or(plain) {
        return None;
    }
    // 比上年减少112家 is of another year.
    let is_alike =
        |&other: &usize| sheet.same_sentence(other, left) && sheet.same_unit(other, left) && !compares(sheet, other);
    let alike: Vec<usize> = (left.saturating_sub(HORIZON)..left).filter(is_alike).collect();
    let (came, went) = (called(sheet, &alike, came, went), called(sheet, &alike, went, came));
    let sums = came.iter().flat_map(|&came| went.iter().map(move |&went| (came, went)));
    let sums = sums.filter(|&(came, went)| sheet.exact(came).is_some() && sheet.exact(went).is_some());
    let mut sums = sums.filter_map(|(came, went)| Some((came, went, added(sheet, &[went, left])?)));
    if let Some((came, went, (sum, _))) = sums.clone().find(|(came, _, (sum, _))| *sum == sheet.metrics[*came].value) {
        return Some(told(sheet, came, &[went, left], sum, true));
    }
    let (came, went, (sum, range)) = sums.next().filter(|_| came.len() == 1 && went.len() == 1)?;
    let agrees = range.meets(sheet.exact(came)?.interval());
    let sure = is_sure(sheet, [came, went, left], net) && are_all(sheet, &alike, came, went);
    // Few digits agree by chance.
    (sure && (!agrees || is_rounded(sheet, came, &[went, left]))).then(|| told(sheet, came, &[went, left], sum, agrees))
}

/// Whether what is left can be of nothing but these two: of one object, one time and one role, and no word near says that more came or went.
fn is_sure(sheet: &Sheet, figures: [usize; 3], net: &Net) -> bool {
    let [came, went, left] = figures.map(|index| &sheet.metrics[index]);
    let [whole, rest @ ..] = [0, 1, 2].map(|sort| object(&net[sort], sheet.name(figures[sort])));
    let same_object = rest.iter().all(|object| object.is_empty() || *object == whole);
    let same_time = [went, left].iter().all(|other| other.period == came.period && other.role == came.role);
    let less = [went, left].iter().all(|other| other.value < came.value);
    let first = figures[0].min(figures[1]);
    let near = Span::new(sheet.lead(first, NEAR).start, sheet.stretch(figures[2], NEAR).end);
    let are_near = sheet.gap(first, figures[2]).is_some();
    let named = || figures.iter().any(|&index| net[3].is_in(sheet.name(index)));
    same_object && same_time && less && are_near && !named() && !net[3].is_in(sheet.letters(near))
}

/// Whether all figures alike are these two or what they are parts of.
fn are_all(sheet: &Sheet, alike: &[usize], came: usize, went: usize) -> bool {
    let both = [came, went];
    let belongs =
        |&index: &usize| both.contains(&index) || both.iter().any(|&part| sheet.whole_of(part) == Some(index));
    alike.iter().all(belongs)
}

/// Those that are called so and not otherwise, without the parts of others: 其中 tells some of what came.
fn called(sheet: &Sheet, alike: &[usize], words: &Words, others: &Words) -> Vec<usize> {
    let is_called = |&&index: &&usize| {
        let name = sheet.name(index);
        words.is_in(name) && !others.is_in(name)
    };
    let all: Vec<usize> = alike.iter().filter(is_called).copied().collect();
    let is_whole = |&index: &usize| sheet.whole_of(index).is_none_or(|whole| !all.contains(&whole));
    all.iter().copied().filter(is_whole).collect()
}

/// What is left of a name without the word it is called by.
fn object(words: &Words, name: &[char]) -> Vec<char> {
    around(words, name).map(|(before, behind)| [before, behind].concat()).unwrap_or_default()
}

/// What stands before and behind the first of these words.
fn around<'a>(words: &Words, letters: &'a [char]) -> Option<(&'a [char], &'a [char])> {
    (0..letters.len()).find_map(|at| Some((&letters[..at], &letters[at + words.at(letters, at)?..])))
}

/// Whether a figure is told beside that of another time.
fn compares(sheet: &Sheet, index: usize) -> bool {
    let is_beside = |letter: &char| matches!(letter, '比' | '较');
    sheet.name(index).iter().chain(sheet.ahead(index, NEAR)).any(is_beside)
}
