//! Who is ranked, and among whom: `综合竞争力在全省80个县中的排位`.

use crate::language::{Tie, ties};
use crate::metric::clause::predicate;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::name;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule};

impl Reader<'_> {
    /// `综合竞争力在全省80个县中排名第五`: what stands before 在 is ranked, and those among whom it is are called by what follows.
    pub(super) fn ranked_among(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        const SHORTEST: usize = 2;
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let (count, rank) = (&figures[index], &figures[index + 1]);
            if !(count.kind == Kind::Count && rank.kind == Kind::Rank && rank.words.follows) {
                continue;
            }
            let left = letters_of(chars, &count.words.left);
            // 位列全县36个部门第3
            if let Some((verb, place)) =
                ranks(&left).filter(|&(verb, _)| verb < SHORTEST && rank.name == rank.words.left)
            {
                let (left, counted) = (count.words.left.clone(), rank.name.clone());
                let subject = name::left(chars, periods, &left[..verb]);
                figures[index].name = [&left[place..], &counted].concat();
                figures[index].name_rule = NameRule::Around;
                figures[index + 1].name = [&subject, &left[verb..]].concat();
                figures[index + 1].name_rule = NameRule::Before;
                continue;
            }
            let among = |at: usize| {
                let length = ties(Tie::Ranks).at(&left, at)?;
                (length > 1 || !predicate::is_inside_word(&left, at, 1)).then_some((at, length))
            };
            let Some((at, length)) = (SHORTEST..left.len()).find_map(among) else { continue };
            let subject = name::left(chars, periods, &count.words.left[..at]);
            let place = name::left(chars, periods, &count.words.left[at + length..]);
            let behind = self.quantity(count).range.end;
            let counted: Vec<usize> = count.name.iter().copied().filter(|&at| at >= behind).collect();
            // 列全省86个县第9位: what stands between is counted, and no more is said of the place.
            let between = letters_of(chars, &rank.words.left);
            let bare = counted.is_empty() && !ties(Tie::Ranks).is_in(&between);
            let counted = if bare { rank.name.clone() } else { counted };
            if bare {
                figures[index + 1].name.clear();
            }
            let counted: Vec<usize> = place.into_iter().chain(counted).collect();
            if subject.len() < SHORTEST || counted.is_empty() {
                continue;
            }
            figures[index].name = counted;
            figures[index + 1].name.splice(..0, subject);
        }
    }
}

/// Where the verb begins that ranks something, and the place behind it, at the end of the words: 位列全县, 考核居全市同类.
fn ranks(left: &[char]) -> Option<(usize, usize)> {
    const LONGEST: usize = 6;
    let place = left.iter().rposition(|&letter| matches!(letter, '居' | '列' | '排'))? + 1;
    let verb = place - 1 - usize::from(place > 1 && matches!(left[place - 2], '位' | '排' | '跃' | '名'));
    let among = left.get(place).is_some_and(|&first| matches!(first, '全' | '本' | '同' | '参'));
    (among && left.len() - place <= LONGEST).then_some((verb, place))
}
