//! Sentences and clauses: which words around a figure are its own.

mod between;
pub(super) mod predicate;

use std::ops::Range;

use super::enclosure::{Enclosures, Pair};
use super::figure::words::Words;
use super::name::{self, trim};
use super::period::Period;
use super::quantity::Quantity;
use crate::language::organs;
use crate::language::{Claim, Link, Place, actors, claims, links, naming, verbs};
use crate::metric::figure::words::letters_of;
use crate::report::Kind;
use crate::text::{Depth, Passage};

/// Of a sentence longer than this the next comma is taken for the end, so that time stays in proportion.
const LONGEST_SENTENCE: usize = 1500;

/// The sentences of a passage: ranges of characters, with their closing marks. `cuts` are places where one ends all the same.
pub fn sentences(passage: &Passage, enclosures: &Enclosures, cuts: &[usize]) -> Vec<Range<usize>> {
    let chars = &passage.chars;
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut cuts = cuts.iter().copied().filter(|&cut| cut > 0).peekable();
    let mut at = 0;
    while at < chars.len() {
        while let Some(cut) = cuts.next_if(|&cut| cut <= at) {
            if cut > start {
                sentences.push(start..cut);
                start = cut;
            }
        }
        let open = || enclosures.innermost(at).is_none_or(|pair| pair.close - pair.open > 200);
        let ends = matches!(chars[at], '。' | '!' | '?') && open()
            || at - start > LONGEST_SENTENCE && matches!(chars[at], ',' | ';' | '、') && !groups(chars, at);
        at += 1;
        if ends {
            while matches!(chars.get(at), Some('”' | '’' | ')' | '》')) {
                at += 1;
            }
            sentences.push(start..at);
            start = at;
        }
    }
    if start < chars.len() {
        sentences.push(start..chars.len());
    }
    sentences
}

/// Whether a mark stands between the digits of one number: 1,234.
pub fn groups(chars: &[char], at: usize) -> bool {
    let behind = chars.get(at + 1..at + 4).is_some_and(|digits| digits.iter().all(char::is_ascii_digit));
    behind && at > 0 && chars[at - 1].is_ascii_digit()
}

/// Whether a clause ends at this mark.
fn divides(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '。' | '!' | '?')
}

/// How long a bracket with sorts of one thing may be.
const LONGEST_SORTS: usize = 8;

/// How far from a figure its words may reach.
const REACH: usize = 160;
/// How many there seldom are more of.
const USUAL: usize = 24;

/// The words of each figure of one sentence. `figures` are indices into `quantities`, in order.
pub fn words(
    passage: &Passage,
    enclosures: &Enclosures,
    quantities: &[Quantity],
    figures: &[usize],
    sentence: &Range<usize>,
    periods: &[Period],
) -> Vec<Words> {
    let mut all: Vec<Words> = Vec::with_capacity(figures.len());
    for (position, &index) in figures.iter().enumerate() {
        let quantity = &quantities[index];
        let before = position.checked_sub(1).map(|before| &quantities[figures[before]]);
        let after = figures.get(position + 1).map(|&after| &quantities[after]);
        let (left, follows) = back(passage, enclosures, quantity.extent.start, sentence.start, before);
        let (right, leads) = forth(passage, enclosures, quantity.extent.end, sentence.end, after);
        // 3条共2.6公里
        let total = letters_of(&passage.chars, &left);
        let left = if follows && matches!(total[..], ['共'] | ['共' | '合', '计']) { Vec::new() } else { left };
        let left = behind_giver(&passage.chars, quantity, left);
        let joined = follows && left.is_empty();
        all.push(Words { left, right: if leads { Vec::new() } else { right }, joined, listed: false, follows });
    }
    for position in 1..all.len() {
        if all[position].follows {
            let counted = matches!(
                quantities[figures[position - 1]].kind,
                Some(Kind::Count | Kind::Area | Kind::Length | Kind::Mass | Kind::Volume | Kind::Power)
            );
            let before = &quantities[figures[position - 1]];
            if before.unit.as_deref() == Some("个") && classifies(&passage.chars, &all[position]) {
                all[position - 1].right = std::mem::take(&mut all[position].left);
                all[position].listed = true;
                continue;
            }
            let paid = quantities[figures[position]].kind == Some(Kind::Money);
            let share = quantities[figures[position]].kind == Some(Kind::Ratio);
            if share && counted && whole_of_share(&passage.chars, &mut all, position) {
                continue;
            }
            if before.counts_people() && given_to_several(&passage.chars, &mut all, position) {
                continue;
            }
            between::share(&passage.chars, &mut all, position, periods, (counted, paid));
        }
    }
    // 36个部门286个事项: each is called by what stands behind it.
    for position in 1..all.len() {
        // 8项资金6420万元未分配: what was not done names nothing.
        let right = letters_of(&passage.chars, &all[position].right);
        let told = !right.is_empty() && !matches!(right[0], '未' | '不' | '尚');
        if told && all[position].left == all[position - 1].right {
            all[position].left.clear();
        }
    }
    // 10件12人 are told of one thing; in 3个乡镇、12名干部 each has its own.
    for words in &mut all {
        words.joined &= words.right.is_empty() || !words.listed;
    }
    all
}

/// `为3268名低保对象、特困人员代缴保险费32万元`: those to whom something is given are counted, however many sorts of them there are, and what
/// is given is told behind them. Whether it is so.
fn given_to_several(chars: &[char], all: &mut [Words], position: usize) -> bool {
    let led = all[position - 1].left.last().is_some_and(|&last| matches!(chars[last], '为' | '向' | '给' | '对'));
    let letters = letters_of(chars, &all[position].left);
    let verb = predicate::start_at_verb(&letters).filter(|&verb| led && letters[..verb].contains(&'、'));
    let Some(verb) = verb.filter(|&verb| letters[verb - 1] != '、' && verb < letters.len()) else { return false };
    let deed = all[position].left.split_off(verb);
    all[position - 1].right = std::mem::replace(&mut all[position].left, deed);
    true
}

/// `占全县150个行政村的96%`: what is counted are all of them, of which the share is told. Whether it is so.
fn whole_of_share(chars: &[char], all: &mut [Words], position: usize) -> bool {
    const LONGEST: usize = 12;
    let of = |words: &[usize]| words.last().is_some_and(|&last| chars[last] == '的');
    let (before, share) = (&all[position - 1].left, &all[position].left);
    let letters: Vec<char> = share.iter().map(|&at| chars[at]).collect();
    let led = before.first().is_some_and(|&first| chars[first] == '占') && before.len() > 1;
    let noun = (2..=LONGEST).contains(&share.len()) && predicate::start_at_verb(&letters).is_none();
    if !(led && of(share) && noun) {
        return false;
    }
    let things = share[..share.len() - 1].to_vec();
    all[position].left.clear();
    all[position - 1].left.remove(0);
    all[position - 1].right = things;
    true
}

/// `税务局为1326户企业办理退税`: without the body that does something for those who are counted.
fn behind_giver(chars: &[char], quantity: &Quantity, mut left: Vec<usize>) -> Vec<usize> {
    let letters = letters_of(chars, &left);
    let Some((&('为' | '向' | '给' | '对'), body)) = letters.split_last() else { return left };
    let named = organs().before(body, body.len()).is_some()
        || actors().ends(body)
        || naming(Place::Agent).is_compound_before(body, body.len());
    let kept = naming(Place::Kept).ends(&letters);
    if named
        && !kept
        && quantity.counts_people()
        && chars.get(quantity.range.end).is_some_and(|next| next.is_alphabetic())
    {
        left.drain(..body.len());
    }
    left
}

/// `4个方向8条通道`: whether what stands between two figures is no more than what the first counts, since the second has its own.
fn classifies(chars: &[char], words: &Words) -> bool {
    const LONGEST: usize = 3;
    let letters = |words: &[usize]| letters_of(chars, words);
    let (between, behind) = (letters(&words.left), letters(&words.right));
    let noun = |letters: &[char]| letters.len() > 1 && !starts_with_verb(letters) && !predicate::begins(letters, 0);
    between.len() <= LONGEST && noun(&between) && noun(&behind) && link(&between).is_none() && !verbs().ends(&between)
}

/// The words before `start`: back to a dividing mark, an open mark, or the figure before. Says whether that figure was reached.
fn back(
    passage: &Passage,
    enclosures: &Enclosures,
    start: usize,
    floor: usize,
    before: Option<&Quantity>,
) -> (Vec<usize>, bool) {
    let chars = &passage.chars;
    let wall = before.map_or(floor, |before| before.extent.end.max(floor));
    let mut words = Vec::with_capacity(USUAL.min(start.saturating_sub(wall)));
    // 同比+5.2%
    let signed = start > wall && chars[start - 1] == '+';
    let start = start - usize::from(signed);
    let mut at = start;
    while at > wall && start - at < REACH {
        let character = chars[at - 1];
        if let Some(open) = enclosures.partner(at - 1).filter(|&open| open < at - 1) {
            let holds_figure = before.is_some_and(|before| open < before.range.start);
            // 县(市、区) names one sort of thing, a longer list in brackets its members.
            let list = chars[open] == '('
                && at - open > LONGEST_SORTS
                && chars[open..at].iter().any(|character| matches!(character, '、' | ',' | ';'));
            // “六乱”问题（甲、乙、丙等）7000处: right before the number the list stands behind what is counted. 占预计数（取自《…》）的60.7%
            // 其他原因（缺水、缺技术等）占11%: nor do words part it from the number that only lead up to that.
            let touches =
                at == start || at + 1 == start && chars[at] == '的' || list && trim::tail(&chars[at..start], 0) == 0;
            if holds_figure || open < floor || list && !touches {
                return (reversed(words), false);
            }
            if touches && chars[open] == '(' && at - open > LONGEST_SORTS {
                at = open;
                continue;
            }
            // A note mark is no word, nor is (下同): 生产总值[2].
            if chars[open] != '[' && !naming(Place::Aside).is_at(chars, open + 1) {
                words.extend((open..at).rev());
            }
            at = open;
            continue;
        }
        // 交通类价格与上年持平、居住类价格上涨0.5%: what stayed as it was is told.
        let told = character == '、' && chars[wall..at - 1].ends_with(&['持', '平']);
        let parts = divides(character) && !groups(chars, at - 1);
        if told || parts || (matches!(character, '(' | '“' | '《') && enclosures.partner(at - 1).is_some()) {
            return (reversed(words), false);
        }
        words.push(at - 1);
        at -= 1;
    }
    let reached = at == wall && before.is_some_and(|before| before.extent.end == wall && before.extent.end >= floor);
    (reversed(words), reached)
}

/// The words of the clause that ends at `end`.
pub fn words_before(passage: &Passage, enclosures: &Enclosures, end: usize, floor: usize) -> Vec<usize> {
    back(passage, enclosures, end, floor, None).0
}

fn reversed(mut words: Vec<usize>) -> Vec<usize> {
    words.reverse();
    words
}

/// The words behind `end`: to a dividing mark, a bracket, or the figure behind. Says whether that figure was reached.
fn forth(
    passage: &Passage,
    enclosures: &Enclosures,
    end: usize,
    ceiling: usize,
    after: Option<&Quantity>,
) -> (Vec<usize>, bool) {
    let chars = &passage.chars;
    let wall = after.map_or(ceiling, |after| after.extent.start.min(ceiling));
    let mut words = Vec::with_capacity(USUAL.min(wall.saturating_sub(end)));
    let mut at = end;
    while at < wall && at - end < REACH {
        let character = chars[at];
        // 社区(村居) names one sort of thing, 小(二)型水库 a size.
        if character == '('
            && let Some(close) =
                enclosures.partner(at).filter(|&close| at > end && close < wall && close - at <= LONGEST_SORTS)
            && (claims(Claim::Sorts).is_at(chars, at + 1) || chars.get(close + 1) == Some(&'型'))
        {
            words.extend(at..=close);
            at = close + 1;
            continue;
        }
        if divides(character) && !groups(chars, at) || matches!(character, '(' | ')') {
            return (words, false);
        }
        if let Some(close) = enclosures.partner(at) {
            if close < at || close >= wall {
                return (words, false);
            }
            // A note mark is no word: 312亿元[2].
            if character != '[' {
                words.extend(at..=close);
            }
            at = close + 1;
            continue;
        }
        words.push(at);
        at += 1;
    }
    (words, at == wall && after.is_some_and(|after| after.extent.start == wall))
}

/// A word that links two figures: where it stands and how long it is.
pub(super) fn link(letters: &[char]) -> Option<(usize, usize)> {
    // 县(市、区) is one word.
    let mut depth = Depth::of("()");
    (0..letters.len()).find_map(|at| {
        let outside = depth.is_outside(letters[at]);
        let length = links(Link::Between).at(letters, at).filter(|_| outside)?;
        (!links::is_inside_word(letters, at) && !joins_sorts(letters, at)).then_some((at, length))
    })
}

/// `国控、省控断面水质`, `超标准、超范围列支`: whether 、 stands between words of one noun that end alike, or deeds that begin alike.
fn joins_sorts(letters: &[char], at: usize) -> bool {
    const SORT: usize = 2;
    const DEED: usize = 3;
    let ends = |from: usize| letters.get(from + SORT - 1);
    let sorts = at == SORT && ends(0) == ends(at + 1) && letters.len() > at + 1 + SORT;
    let deeds = at >= DEED && letters.len() > at + 1 + DEED && letters[at - DEED] == letters[at + 1];
    letters[at] == '、' && (sorts || deeds)
}

pub(super) fn starts_with_verb(letters: &[char]) -> bool {
    verbs().begins(letters)
}

/// Whether words name something rather than lead up to what stands behind a number: more than a verb, an adverb or a preposition.
pub fn names_something(chars: &[char], words: &[usize], periods: &[Period]) -> bool {
    let letters = letters_of(chars, words);
    let rest: Vec<char> = name::left(chars, periods, words).iter().map(|&index| chars[index]).collect();
    let rest = rest.as_slice();
    let place = rest.first() == Some(&'在') && !naming(Place::Kept).begins(rest);
    // 全会提出的12项任务: what is counted stands behind.
    let possessive = letters.last() == Some(&'的');
    // 全县43个单位2163名人员: a place names nothing.
    let whole_place = matches!(rest, ['全', _] | ['将' | '把' | '对', '全', _]);
    if rest.is_empty() || place || whole_place || possessive || naming(Place::Bare).is(rest) {
        return false;
    }
    // 走访全镇14个村的3960户群众: nor does one behind what was done there.
    if let [deed @ .., '全', region] = rest
        && naming(Place::Region).is(&[*region])
        && verbs().tail(deed).is_some_and(|length| length > 1)
    {
        return false;
    }
    // 全乡辖11个村126个组
    if rest.last() == Some(&'辖') {
        return false;
    }
    // A last word that does something asks for what it is done to.
    let (length, nominal) = (verbs().tail(rest).unwrap_or(0), naming(Place::Nominal).ends(rest));
    length <= 1 || nominal && length < rest.len().saturating_sub(2)
}

/// The bracket that holds `index`.
pub fn bracket_around(enclosures: &Enclosures, index: usize) -> Option<Range<usize>> {
    enclosures.around(index, Pair::Bracket).map(|pair| pair.open..pair.close + 1)
}
