//! Things that one word names, told apart by their values: 城乡居民收入分别….

use std::ops::Range;

use crate::language::pairs;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::name::coordination;
use crate::metric::sentence::reader::Reader;
use crate::report::{Direction, NameRule, Role};

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
            let length = pair.word.len();
            let at = letters.windows(length).position(|letters| letters == pair.word);
            // 存、贷款余额
            let parted = || letters.windows(length + 1).position(|letters| is_parted(letters, &pair.word));
            let (at, length) = at.map(|at| (at, length)).or_else(|| Some((parted()?, length + 1)))?;
            Some((subject[at]..subject[at + length - 1] + 1, &pair.members))
        });
        let Some((word, members)) = found else { return false };
        let mark = |at: &usize| word.contains(at) && matches!(self.passage.chars[*at], '、' | '和');
        let subject: Vec<usize> = subject.iter().copied().filter(|at| !mark(at)).collect();
        for (figure, &member) in figures[run].iter_mut().zip(members) {
            figure.name = [&subject, verb].concat();
            figure.name_rule = NameRule::Respectively;
            figure.apart = Some((word.clone(), member));
        }
        true
    }

    /// `金融机构存、贷款余额`: whether a word for several things stands in a subject with a mark behind its first character.
    pub(super) fn is_parted_pair(&self, subject: &[usize], count: usize) -> bool {
        let letters = letters_of(&self.passage.chars, subject);
        let parted = |word: &[char]| letters.windows(word.len() + 1).any(|letters| is_parted(letters, word));
        pairs().iter().any(|pair| pair.members.len() == count && parted(&pair.word))
    }

    /// `城镇、农村居民收入分别由26120元、11260元增加到37680元、17920元`: where each began, and then where each came to; says whether it is told so.
    pub(super) fn both_ends(&self, figures: &mut [Figure], run: Range<usize>, subject: &[usize]) -> bool {
        let half = run.len() / 2;
        let ends = |figure: &Figure, letters: &[char]| figure.lead.last().is_some_and(|last| letters.contains(last));
        let turn = run.start + half;
        let follows = |index: usize| index == run.start || index == turn || figures[index].words.left.is_empty();
        let told = run.len() > 2
            && run.len().is_multiple_of(2)
            && ends(&figures[run.start], &['由', '从'])
            && ends(&figures[turn], &['到', '至', '为', '成'])
            && run.clone().all(follows);
        if !told {
            return false;
        }
        let names = coordination::divide_into(&self.passage.chars, subject, half);
        for (start, role) in [(run.start, Role::Baseline), (turn, Role::Actual)] {
            let part = start..start + half;
            if names.len() == half {
                for (figure, name) in figures[part.clone()].iter_mut().zip(&names) {
                    figure.name.clone_from(name);
                    figure.name_rule = NameRule::Respectively;
                }
            } else if !self.tell_apart(figures, part.clone(), subject, &[]) {
                return false;
            }
            for figure in &mut figures[part] {
                figure.role = if figure.planned && role == Role::Actual { Role::Target } else { role };
                (figure.link, figure.direction) = (None, None);
            }
        }
        let value = |figures: &[Figure], index: usize| self.quantity(&figures[index]).value;
        for index in run.start..turn {
            let up = value(figures, index + half) >= value(figures, index);
            figures[index + half].direction = Some(if up { Direction::Up } else { Direction::Down });
        }
        true
    }
}

/// Whether letters are a word with a mark behind its first: 存、贷款.
pub(super) fn is_parted(letters: &[char], word: &[char]) -> bool {
    let [first, '、' | '和', rest @ ..] = letters else { return false };
    word.split_first() == Some((first, rest))
}
