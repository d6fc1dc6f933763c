//! Things that one word names, told apart by their values: 城乡居民收入分别….

use std::ops::Range;

use super::coordination;
use super::figure::Figure;
use super::reader::Reader;
use super::sharing::letters_of;
use crate::language::pairs;
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
        let value = |figures: &[Figure], index: usize| self.quantities[figures[index].quantity].value;
        for index in run.start..turn {
            let up = value(figures, index + half) >= value(figures, index);
            figures[index + half].direction = Some(if up { Direction::Up } else { Direction::Down });
        }
        true
    }
}
