//! Whether a sentence looks ahead: its first words, the time that it leads to, and what was announced before it.

use std::ops::Range;

use super::intent;
use super::reader::Reader;
use super::{Before, Sentence};
use crate::language::{Sense, senses};
use crate::metric::clause;
use crate::metric::judge::ends_clause;
use crate::metric::period::{self, Period};

impl Reader<'_> {
    /// What a sentence looks to before its first figure.
    pub(super) fn outlook<'s>(
        &self,
        range: &'s Range<usize>,
        stated: &[usize],
        periods: &'s [Period],
        before: &Before<'s>,
    ) -> Sentence<'s> {
        const OPENING: usize = 24;
        let first = stated.first().map_or(range.end, |&index| self.quantities[index].range.start);
        let opening = &self.passage.chars[range.start..first.min(range.start + OPENING)];
        let opens = intent::opens_plan(opening);
        let goes_on = before.announced && !self.tells_what_was_done(range) && !self.names_past(periods);
        let opened = opens || goes_on;
        // 目前有23家。下一步，新建2所: what is to come is not so now.
        let carried = before.carried.filter(|_| !opens);
        let planned = self.piece.planned || opened || self.leads_to_later(range, periods);
        Sentence { range, periods, carried, opened, planned }
    }

    /// Whether one of the times is the year reported on or before it.
    fn names_past(&self, periods: &[Period]) -> bool {
        periods.iter().any(|period| {
            let year = self.year_of(&period.range).zip(self.piece.year);
            !period.compared && year.is_some_and(|(year, reported)| year <= reported)
        })
    }

    /// Whether a sentence says what follows is to be reached: 今年的主要目标是：.
    pub(in crate::metric) fn announces(&self, sentence: &Range<usize>) -> bool {
        const LONGEST: usize = 60;
        let head = &self.passage.chars[sentence.start..sentence.end.min(sentence.start + LONGEST)];
        let goals = senses(Sense::Goal);
        let names = |at: usize| {
            let goal = goals.at(head, at);
            goal.is_some_and(|length| matches!(head.get(at + length), Some(':' | '是' | '为' | '如')))
        };
        // 增长5.9%（预期目标为8%以上）: a bracket announces nothing.
        let outside = |at: usize| clause::bracket_around(self.enclosures, sentence.start + at).is_none();
        (0..head.len()).filter(|&at| names(at)).any(outside)
    }

    /// Whether a sentence says that it tells what was done: 已, 了, 目前.
    fn tells_what_was_done(&self, sentence: &Range<usize>) -> bool {
        let letters = &self.passage.chars[sentence.clone()];
        letters.contains(&'了') || senses(Sense::Done).is_in(letters)
    }

    /// Whether a sentence begins with 到2030年 and tells of nothing that is done.
    fn leads_to_later(&self, sentence: &Range<usize>, periods: &[Period]) -> bool {
        let chars = &self.passage.chars;
        let leads = |period: &&Period| {
            let at = period.range.start;
            let to = at.saturating_sub(1).max(sentence.start);
            // 规划到2030年
            let intent = senses(Sense::Until).before(&chars[..to], to).unwrap_or(0);
            let head = to.saturating_sub(intent);
            matches!(chars[to], '到' | '至') && (head <= sentence.start || ends_clause(chars[head - 1]))
        };
        let past = |period: &Period| {
            self.year_of(&period.range).zip(self.piece.year).is_some_and(|(year, reported)| year < reported)
        };
        // 至6月底 in an account is the end of what it tells of.
        let month = |period: &Period| {
            let mut words = chars[period.range.clone()].iter().skip_while(|letter| letter.is_ascii_digit());
            self.year_of(&period.range).is_none() && words.next() == Some(&'月')
        };
        // 受理96件，到年底办结91件: so is the end of the year behind what it tells of.
        let end = |period: &Period| {
            // 预计受理96件，到年底办结91件
            let intends = || intent::is_planned(&chars[sentence.start..period.range.start]);
            self.year_of(&period.range).is_none()
                && period.range.start > sentence.start + 1
                && period::is_end(&chars[period.range.clone()])
                && !intends()
        };
        let later = |period: &Period| !past(period) && !month(period) && !end(period);
        !self.tells_what_was_done(sentence) && periods.iter().find(leads).is_some_and(later)
    }
}
