//! Things that one word names, told apart by their values: 城乡居民收入分别….

use std::ops::Range;

use super::figure::Figure;
use super::reader::Reader;
use super::sharing::letters_of;
use crate::language::pairs;
use crate::report::NameRule;

impl Reader<'_> {
    /// `城乡居民收入分别达到36820元和18260元`: names each of a run of figures for one of as many things that a word of their subject names;
    /// says whether there is such a word.
    pub(super) fn tell_apart(
        &self,
        figures: &mut [Figure],
        run: Range<usize>,
        subject: &[usize],
        verb: &[usize],
    ) -> bool {
        let letters = letters_of(&self.passage.chars, subject);
        let found = pairs().iter().filter(|pair| pair.members.len() == run.len()).find_map(|pair| {
            let at = letters.windows(pair.word.len()).position(|letters| letters == pair.word)?;
            Some((subject[at]..subject[at + pair.word.len() - 1] + 1, &pair.members))
        });
        let Some((word, members)) = found else { return false };
        for (figure, &member) in figures[run].iter_mut().zip(members) {
            figure.name = [subject, verb].concat();
            figure.name_rule = NameRule::Respectively;
            figure.apart = Some((word.clone(), member));
        }
        true
    }
}
