//! Figures in brackets that are called by what stands before the bracket.

use std::ops::Range;

use super::sharing::begins_with_change;
use crate::language::{Tie, ties};
use crate::metric::clause;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::name::{self, coordination};
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule, Role};

impl Reader<'_> {
    /// `城市、农村低保对象（0.92、4.15万人）`: figures alone in a bracket are called what stands before it, in the same order.
    pub(super) fn names_before_brackets(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut start = first;
        while start < figures.len() {
            let at = self.quantity(&figures[start]).range.start;
            let bracket = clause::bracket_around(self.enclosures, at)
                .filter(|bracket| bracket.start >= figures[start].sentence.start);
            let heads = |bracket: &Range<usize>| {
                let before = start.checked_sub(1).map(|before| self.quantity(&figures[before]).range.start);
                figures[start].name.is_empty() && before.is_none_or(|before| before < bracket.start)
            };
            let Some(bracket) = bracket.clone().filter(heads) else {
                if let Some(bracket) = bracket {
                    self.name_change_in_bracket(&mut figures[first..=start], &bracket, periods);
                }
                start += 1;
                continue;
            };
            let inside =
                |figure: &Figure| figure.name.is_empty() && bracket.contains(&self.quantity(figure).range.start);
            let end = start + figures[start..].iter().take_while(|figure| inside(figure)).count();
            let before =
                clause::words_before(self.passage, self.enclosures, bracket.start, figures[start].sentence.start);
            // 因病（36%）、因残（20%）: a bracket with a figure ends the name before it.
            let last = start.checked_sub(1).filter(|&last| last >= first);
            let told = last.is_some_and(|last| {
                let at = self.quantity(&figures[last]).range.start;
                clause::bracket_around(self.enclosures, at).is_some_and(|other| other.end <= bracket.start)
            });
            let from = if told { self.behind_bracket(&before) } else { 0 };
            // 主要集中在征地拆迁（占41%）、城乡规划（占18%）: in a list the first is called by its own words.
            let chars = &self.passage.chars;
            let leads = |&at: &usize| matches!(chars[before[at]], '在' | '为' | '是' | '括');
            let head = (1..before.len().saturating_sub(1)).rev().find(leads).map_or(0, |at| at + 1);
            let listed = chars.get(bracket.end) == Some(&'、');
            let from = if listed { from.max(head) } else { from };
            let mut subject = name::left(&self.passage.chars, periods, &before[from..]);
            // 185件，同比上升23%（2022年150件）: right behind a figure it is called like the last of its unit.
            let touched = start.checked_sub(1).filter(|&touched| touched >= first);
            if let Some(touched) = touched
                && self.quantity(&figures[touched]).extent.end == bracket.start
            {
                let unit = |index: usize| &self.quantity(&figures[index]).unit;
                // 医院812张（占79%），站点183张（占18%）: a share is that of what it touches.
                let share = figures[start].lead.ends_with(&['占']);
                let akin = (first..start).rev().find(|&other| !share && unit(other) == unit(start));
                subject.clone_from(&figures[akin.unwrap_or(touched)].name);
            }
            // 高出省定目标（80%）6个百分点: how it lies from what was aimed at is no name of that.
            if figures[start].role == Role::Target
                && subject.first().is_none_or(|&at| self.passage.chars[at] != '占')
                && let Some(length) = ties(Tie::Relative).head(&letters_of(&self.passage.chars, &subject))
            {
                subject.drain(..length);
            }
            let names = coordination::divide(&self.passage.chars, &subject);
            for (position, figure) in figures[start..end].iter_mut().enumerate() {
                figure.name = if names.len() == end - start { names[position].clone() } else { subject.clone() };
                figure.name_rule = NameRule::Bracket;
            }
            start = end.max(start + 1);
        }
    }

    /// Where words go on behind the last bracket in them and what links them to it.
    fn behind_bracket(&self, words: &[usize]) -> usize {
        let chars = &self.passage.chars;
        let closed = words.iter().rposition(|&index| chars[index] == ')').map_or(0, |at| at + 1);
        let links = |&&index: &&usize| matches!(chars[index], '、' | '和' | '与' | '及' | ',' | ';');
        closed + words[closed..].iter().take_while(links).count()
    }

    /// `刑事立案数（同比下降11.2%）`: a change alone in a bracket is of what stands before it where no figure does.
    fn name_change_in_bracket(&self, figures: &mut [Figure], bracket: &Range<usize>, periods: &[Period]) {
        let chars = &self.passage.chars;
        let Some((figure, before)) = figures.split_last_mut() else { return };
        let ends = |figure: &Figure| self.quantity(figure).extent.end;
        let first = before.last().is_none_or(|before| ends(before) < bracket.start);
        if figure.kind != Kind::Growth || !first || !begins_with_change(&figure.letters(chars)) {
            return;
        }
        let words = clause::words_before(self.passage, self.enclosures, bracket.start, figure.sentence.start);
        let subject = name::left(chars, periods, &words[self.behind_bracket(&words)..]);
        if !subject.is_empty() {
            figure.name = [subject, std::mem::take(&mut figure.name)].concat();
            figure.name_rule = NameRule::Bracket;
        }
    }
}
