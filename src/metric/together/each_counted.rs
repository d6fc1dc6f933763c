//! Values of things that are listed and counted: `青河、安洛2个乡镇工业产值分别为1.2亿元、0.8亿元`.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::{Sense, Tie, attributes, senses, ties};
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::judge::ends_clause;
use crate::metric::name::{self, coordination};
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule};

impl Reader<'_> {
    /// Gives each value the name of its own thing, where as many things are listed before their number as values stand behind 分别.
    pub(super) fn each_of_counted(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        for counted in first..figures.len().saturating_sub(1) {
            let end = self.run_end(figures, counted + 1);
            let run = counted + 1..end;
            let as_many = figures[counted].kind == Kind::Count
                && self.quantity(&figures[counted]).value == Decimal::from(run.len());
            if !as_many || run.len() < 2 {
                continue;
            }
            let Some((thing, verb)) = self.told_of_each(figures, counted, periods) else { continue };
            let list = name::left(&self.passage.chars, periods, &figures[counted].words.left);
            let members = coordination::split(&self.passage.chars, &list);
            if members.len() == run.len() {
                self.name_members(figures, run, members, &[thing.clone(), verb].concat());
                self.without_what_is_told(&mut figures[counted], &thing);
            }
        }
    }

    /// Where the values end that stand in one list from `start` on, if they are few enough to be told apart.
    fn run_end(&self, figures: &[Figure], start: usize) -> usize {
        const MOST: usize = 64;
        let goes_on = |figure: &&Figure| figure.words.follows && figure.words.left.is_empty();
        start + 1 + figures[start + 1..].iter().take(MOST).take_while(goes_on).count()
    }

    /// The words between the number of the things and the values: what is told of each before 分别, and the verb behind it.
    fn told_of_each(&self, figures: &[Figure], counted: usize, periods: &[Period]) -> Option<(Vec<usize>, Vec<usize>)> {
        let chars = &self.passage.chars;
        let start = self.quantity(&figures[counted]).range.end;
        let end = self.quantity(&figures[counted + 1]).extent.start;
        let between: Vec<usize> = (start..end).collect();
        let words = chars.get(start..end)?;
        let at = (0..words.len()).find(|&at| senses(Sense::Each).is_at(words, at))?;
        if at == 0 || between.iter().any(|&at| ends_clause(chars[at])) {
            return None;
        }
        let timed = |at: &usize| periods.iter().any(|period| period.range.contains(at));
        let thing: Vec<usize> = between[..at].iter().copied().filter(|at| !timed(at)).collect();
        let verb = name::left(chars, periods, &between[at + 2..]);
        let done = ties(Tie::Done).head(&letters_of(chars, &verb)).is_some_and(|length| length == verb.len());
        Some((thing, if done { Vec::new() } else { verb }))
    }

    /// Names the values of a run; all are of the sort of the first.
    fn name_members(&self, figures: &mut [Figure], run: Range<usize>, members: Vec<Vec<usize>>, told: &[usize]) {
        let (kind, direction) = (figures[run.start].kind, figures[run.start].direction);
        for (figure, member) in figures[run].iter_mut().zip(members) {
            figure.name = [&member, told].concat();
            figure.name_rule = NameRule::Respectively;
            figure.kind = kind;
            figure.direction = figure.direction.or(direction);
        }
    }

    /// Calls the things that are counted by what they are and not by what is told of them: 2个乡镇 of 2个乡镇产值.
    fn without_what_is_told(&self, counted: &mut Figure, thing: &[usize]) {
        let letters = letters_of(&self.passage.chars, thing);
        let told = attributes().tail(&letters).unwrap_or(0);
        if counted.name.ends_with(thing) || counted.name == thing {
            counted.name.truncate(counted.name.len() - told);
        }
    }
}
