//! Who is ranked, and among whom: `综合竞争力在全省80个县中的排位`.

use super::figure::Figure;
use super::name;
use super::period::Period;
use super::predicate;
use super::reader::Reader;
use crate::language::{Tie, ties};
use crate::report::Kind;

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
            let left: Vec<char> = count.words.left.iter().map(|&at| chars[at]).collect();
            let among = |at: usize| {
                let (length, ()) = ties(Tie::Ranks).at(&left, at)?;
                (length > 1 || !predicate::is_inside_word(&left, at, 1)).then_some((at, length))
            };
            let Some((at, length)) = (SHORTEST..left.len()).find_map(among) else { continue };
            let subject = name::left(chars, periods, &count.words.left[..at]);
            let place = name::left(chars, periods, &count.words.left[at + length..]);
            let behind = self.quantities[count.quantity].range.end;
            let counted: Vec<usize> = count.name.iter().copied().filter(|&at| at >= behind).collect();
            // 列全省86个县第9位: what stands between is counted, and no more is said of the place.
            let between: Vec<char> = rank.words.left.iter().map(|&at| chars[at]).collect();
            let bare = counted.is_empty() && !(0..between.len()).any(|at| ties(Tie::Ranks).at(&between, at).is_some());
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
