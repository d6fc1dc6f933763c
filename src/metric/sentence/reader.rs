//! The sentences of a piece, read for their figures.

use std::cell::LazyCell;
use std::ops::Range;

use super::Before;
use crate::language::{Measure, Place, attributes, naming, verbs};
use crate::metric::across::plans::names_problems;
use crate::metric::clause::predicate;
use crate::metric::enclosure::Enclosures;
use crate::metric::figure::Figure;
use crate::metric::judge::ends_clause;
use crate::metric::link::division;
use crate::metric::period::{self, Period};
use crate::metric::piece::Piece;
use crate::metric::quantity::Quantity;
use crate::report::Kind;
use crate::text::Passage;

/// Reads the figures of one piece.
pub struct Reader<'a> {
    pub piece: &'a Piece<'a>,
    pub passage: &'a Passage,
    pub enclosures: &'a Enclosures,
    pub quantities: &'a [Quantity],
}

impl Reader<'_> {
    /// Every figure of the piece, not yet linked.
    pub fn figures(&self, sentences: &[Range<usize>], stated: &[usize]) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        let mut carried: Option<Range<usize>> = None;
        // What is so at the end of a year holds for its own sentence and what goes on from it: 其中, those of an age, a comparison.
        let mut stock: Option<Range<usize>> = None;
        // 主要目标是：…增长10%。…增长9%: what a sentence announces goes on in the next.
        let mut announced = false;
        let telling_both = LazyCell::new(|| self.heading_that_tells_both());
        let mut next = 0;
        for sentence in sentences {
            let first = next;
            while next < stated.len() && self.quantities[stated[next]].range.start < sentence.end {
                next += 1;
            }
            let periods = period::find(self.passage, self.enclosures, sentence.clone());
            announced |= self.announces(sentence);
            if first < next {
                let compares = || {
                    periods.first().is_some_and(|period| period.compared && period.range.start <= sentence.start + 1)
                };
                let among = self.passage.has(sentence.start, "其中")
                    || self.begins_with_age(sentence.start)
                    || division::begins(&self.passage.chars[sentence.clone()])
                    || self.counts_what_stands(&self.quantities[stated[first]], sentence.start)
                    || compares();
                let carried = stock.as_ref().filter(|_| among).or(carried.as_ref());
                let before = Before { carried, announced };
                self.sentence(&mut figures, sentence, &stated[first..next], &periods, &before);
            }
            // What a sentence says of time holds for figures behind it.
            if next == stated.len() {
                break;
            }
            let begun = stated[first..next].first().map(|&index| self.quantities[index].range.start);
            let carries = |period: &&Period| {
                period.carries(&self.passage.chars, self.enclosures, begun) && !self.passes(&period.range, sentence)
            };
            let passed = !periods.is_empty() && telling_both.is_some_and(|end| sentence.end <= end);
            let held = || periods.iter().rev().filter(carries).filter(|_| !passed);
            if let Some(period) = held().find(|period| !period.inner).or_else(|| held().next()) {
                let names_end = period::is_end(&self.passage.chars[period.range.clone()]);
                let time = Some(period.range.clone());
                (carried, stock) = if names_end { (carried, time) } else { (time, None) };
            }
        }
        figures
    }

    /// Where a heading ends that tells of problems, and maybe of a year to come, which holds for the plans alone: 不足和2025年打算.
    fn heading_that_tells_both(&self) -> Option<usize> {
        let heading = self.piece.heading.filter(|heading| names_problems(heading.of(self.piece.text)));
        heading.map(|heading| self.passage.index(heading.end))
    }

    /// 0—17岁9万人、60岁及以上11万人
    fn begins_with_age(&self, start: usize) -> bool {
        const LONGEST: usize = 6;
        let mut head = self.passage.chars[start..].iter().take(LONGEST);
        let span = |letter: &char| letter.is_ascii_digit() || matches!(letter, '-' | '—' | '~');
        self.passage.chars[start].is_ascii_digit() && head.find(|letter| !span(letter)) == Some(&'岁')
    }

    /// 公交车186辆。出租车320辆: whether a sentence begins with how many there are of what stands, and with no deed, as 汽车销售3200辆 does.
    fn counts_what_stands(&self, quantity: &Quantity, start: usize) -> bool {
        let words = &self.passage.chars[start..quantity.extent.start.max(start)];
        let stands = quantity.kind == Some(Kind::Count) && Measure::Standing.has(quantity.unit.as_deref());
        // 新购公交车20辆; not so 新能源汽车120辆.
        let anew = words.first() == Some(&'新') && !naming(Place::Kept).begins(words);
        let deed = || anew || predicate::start_at_verb(words).is_some() || verbs().begins(words) || verbs().ends(words);
        stands && !words.iter().any(|&letter| ends_clause(letter)) && !deed() && !attributes().ends(words)
    }

    /// Whether a time is named in passing, as that of one thing in a sentence on the year reported on: 城市测评2020年度列第5位, 创近五年最好水平.
    fn passes(&self, period: &Range<usize>, sentence: &Range<usize>) -> bool {
        let chars = &self.passage.chars;
        let amid = period.start > sentence.start && !ends_clause(chars[period.start - 1]);
        let earlier = || self.year_of(period).zip(self.piece.year).is_some_and(|(year, reported)| year < reported);
        let since = chars[period.clone()].ends_with(&['以', '来']);
        // 在第三季度网站抽查中得分98分: it is the time of what it stands in.
        let within = || {
            let clause = chars[period.end..].iter().take_while(|&&letter| !ends_clause(letter));
            chars[period.start - 1] == '在' && clause.into_iter().any(|&letter| letter == '中')
        };
        amid && !since && (chars[period.start] == '近' || self.piece.dated && earlier() || within())
    }

    /// The quantity of a figure.
    pub fn quantity(&self, figure: &Figure) -> &Quantity {
        &self.quantities[figure.quantity]
    }

    /// Whether a period begins with a year after the one reported on, and is no time gone by: 2019年以来. Where only
    /// the opening tells of a year, it may be the first of several: 2018年审结5011件；2019年审结5202件.
    pub(super) fn is_later(&self, period: &Range<usize>) -> bool {
        let year = self.year_of(period).zip(self.piece.year.filter(|_| self.piece.dated));
        let since = self.passage.chars[period.clone()].ends_with(&['以', '来']);
        !since && year.is_some_and(|(year, reported)| year > reported && year < reported + 30)
    }

    /// The year that a period begins with.
    pub fn year_of(&self, period: &Range<usize>) -> Option<i32> {
        let mut digits = self.passage.chars[period.clone()].iter().map_while(|letter| letter.to_digit(10));
        let year = digits.try_fold(0_i32, |year, digit| year.checked_mul(10)?.checked_add(digit as i32));
        year.filter(|year| (1900..2200).contains(year))
    }
}
