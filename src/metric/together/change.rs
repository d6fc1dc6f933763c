//! Changes: where they began, where they came to, and what they are called.

use std::ops::Range;

use crate::language::{Cue, Place, Sense, cues, naming, senses};
use crate::metric::figure::Figure;
use crate::metric::figure::direction::change_length;
use crate::metric::figure::words::letters_of;
use crate::metric::name;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Direction, Kind, NameRule, Role};

impl Reader<'_> {
    /// `3.9∶59.5∶36.6`: every number is called like the first.
    pub(super) fn compositions(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let (before, quantity) = (self.quantity(&figures[index - 1]), self.quantity(&figures[index]));
            if before.composition && quantity.composition && before.range.end + 1 == quantity.range.start {
                figures[index].name = figures[index - 1].name.clone();
                figures[index].name_rule = NameRule::Composition;
                figures[index].role = figures[index - 1].role;
            }
        }
    }

    /// `由100天缩短至30天`: the first is where the change began, the second is called like the first.
    pub(super) fn changes(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut told: Option<(Range<usize>, Range<usize>)> = None;
        for index in first..figures.len().saturating_sub(1) {
            let length = self.composition_length(figures, index);
            if index + length >= figures.len() {
                break;
            }
            if self.turned(figures, index) {
                self.turn_about(figures, index, periods);
                continue;
            }
            if !self.changed(figures, index, length) {
                continue;
            }
            let (from, to) = (&figures[index], &figures[index + length]);
            let direction = self.direction_between(from, to);
            let each = |period: &Period| self.passage.chars[period.range.start] == '每';
            let began = last_time(from, periods, |period| period.compared && !each(period));
            let came = last_time(to, periods, |period| !(period.compared && each(period)));
            // 收入由2022年的6亿元增加到2023年的8亿元；利润由5千万元下降到4千万元: the times of the first change are those of the next.
            let start = self.quantity(from).range.start;
            let since =
                |last: &Range<usize>| periods.iter().any(|period| (last.end..start).contains(&period.range.start));
            let held = told.take().filter(|(_, last)| began.is_none() && came.is_none() && !since(last)).unzip();
            let (began, came) = (began.or(held.0), came.or(held.1));
            told = began.clone().zip(came.clone());
            let name = self.name_of_change(from, began.as_ref(), periods);
            for step in 0..length.min(figures.len() - index - length) {
                let start = &mut figures[index + step];
                start.role = Role::Baseline;
                if began.is_some() {
                    start.period.clone_from(&began);
                }
                if !name.is_empty() {
                    start.name.clone_from(&name);
                }
                let end = &mut figures[index + length + step];
                end.role = if end.planned { Role::Target } else { Role::Actual };
                if came.is_some() {
                    end.period.clone_from(&came);
                }
                if !name.is_empty() {
                    end.name.clone_from(&name);
                    end.name_rule = NameRule::Change;
                }
            }
            if length == 1 {
                figures[index + 1].direction = Some(direction);
            }
            // 年底有企业12户，收入由2022年的6亿元增加到2023年的8亿元，增长30%: so it grew to the end of the change.
            if let (Some((began, came)), Some(next)) = (&told, figures.get_mut(index + 2 * length)) {
                let before = next.period.as_ref().is_some_and(|period| period.end <= began.start);
                if next.is_relative() && before {
                    next.period = Some(came.clone());
                }
            }
        }
    }

    /// `由上年下降2.1%转为增长6.4%`: whether a change of before turned into the one behind it.
    fn turned(&self, figures: &[Figure], index: usize) -> bool {
        let (from, to) = (&figures[index], &figures[index + 1]);
        let begins = from.lead.iter().any(|letter| matches!(letter, '由' | '从'));
        let behind = &self.passage.chars[self.quantity(from).range.end..];
        let turns = cues(Cue::Turning).begins(behind) && to.words.follows;
        begins && turns && from.kind == Kind::Growth && to.kind == Kind::Growth
    }

    /// Names both changes by their subject and which way each went.
    fn turn_about(&self, figures: &mut [Figure], index: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let subject = without_beginning(chars, &figures[index].name);
        let [from, to] = &mut figures[index..index + 2] else { return };
        if let Some(began) = last_time(from, periods, |_| true) {
            from.period = Some(began);
        }
        from.role = Role::Baseline;
        for figure in [from, to] {
            let left = &figure.words.left;
            let verb = left.len().saturating_sub(change_length(&figure.lead));
            figure.name = [&subject, &left[verb..]].concat();
            figure.name_rule = NameRule::Change;
        }
    }

    /// Whether what a figure tells changed into what the figure tells that stands `length` behind it.
    fn changed(&self, figures: &[Figure], index: usize, length: usize) -> bool {
        const NEAR: usize = 24;
        let chars = &self.passage.chars;
        let (from, to) = (&figures[index], &figures[index + length]);
        let (one, other) = (self.quantity(from), self.quantity(to));
        // 由60日压缩至20个工作日
        let same = one.kind == other.kind && (one.unit == other.unit || to.kind == Kind::Duration);
        let end = self.quantity(&figures[index + length - 1]).range.end;
        let Some(between) = chars.get(end..other.extent.start) else { return false };
        let ends = between.iter().any(|character| matches!(character, '至' | '到' | '为' | '成'));
        let near = between.len() <= NEAR && !between.iter().any(|character| matches!(character, '。' | ';'));
        // 30天缩短为10天: nothing but the verb of change stands between.
        // 30天压缩到平均18天
        let verb = between.strip_suffix(&['平', '均']).unwrap_or(between);
        let bare = verb.split_last().is_some_and(|(last, verb)| {
            let changes = cues(Cue::Changing).is(verb);
            matches!(last, '至' | '到' | '为') && verb.len() > 1 && changes && !one.composition
        });
        // 从最多时的第3位，后移到2005年的第30位
        let moves = |at: usize| {
            let length = cues(Cue::Changing).at(between, at)?;
            matches!(between.get(at + length), Some('至' | '到' | '为')).then_some(())
        };
        let moves = matches!(between.first(), Some(',')) && moves(1).is_some();
        // 从第五跃居第二
        let ranks = from.kind == Kind::Rank && cues(Cue::Changing).is(between);
        let bare = bare || ranks;
        let begins =
            begins_change(&from.lead, bare || moves) || senses(Sense::From).is_before(chars, one.extent.start) || bare;
        begins && same && (ends || ranks) && near
    }

    /// Which way a change went between two figures.
    fn direction_between(&self, from: &Figure, to: &Figure) -> Direction {
        let (one, other) = (self.quantity(from), self.quantity(to));
        // A better place is a smaller number.
        let up = (other.value >= one.value) != (to.kind == Kind::Rank);
        let told = to.direction.filter(|_| one.unit != other.unit);
        told.unwrap_or(if up { Direction::Up } else { Direction::Down })
    }

    /// What it is that changed, as the words before the figure name it where the change began.
    fn name_of_change(&self, from: &Figure, began: Option<&Range<usize>>, periods: &[Period]) -> Vec<usize> {
        let chars = &self.passage.chars;
        let name = without_beginning(chars, &from.name);
        if !begins_clause(chars, &from.words.left) {
            return name;
        }
        // 从县城到机场由50分钟缩短到35分钟: how long it takes from the one to the other.
        let way = name::holds(chars, &from.name, '到') || name::holds(chars, &from.name, '至');
        let whole = from.name.last().is_some_and(|&last| !matches!(chars[last], '到' | '至'));
        if way && whole && from.name.first() == from.words.left.first() && from.lead.ends_with(&['由']) {
            return from.name.clone();
        }
        // 由上年居全省第四位上升为第三位
        let behind = began.filter(|_| from.kind == Kind::Rank).map_or(usize::MAX, |period| period.end);
        let place: Vec<usize> =
            from.words.left.iter().copied().filter(|&at| at >= behind && chars[at] != '的').collect();
        let name = if place.is_empty() { name } else { place };
        if !name.is_empty() {
            return name;
        }
        // 城乡收入比持续缩小，由2.05:1下降为2.02:1
        let clause = self.clause_before(self.quantity(from).extent.start, from.sentence.start);
        name::subject_of_change(chars, &name::left(chars, periods, &clause))
    }

    /// How many numbers the composition has that begins at a figure; 1 where none does.
    fn composition_length(&self, figures: &[Figure], index: usize) -> usize {
        let quantity = |index: usize| self.quantity(&figures[index]);
        let linked = |at: &usize| {
            quantity(*at).composition
                && quantity(*at - 1).composition
                && quantity(*at - 1).range.end + 1 == quantity(*at).range.start
        };
        1 + (index + 1..figures.len()).take_while(linked).count()
    }
}

/// Whether the words before a figure end in where a change began: 由2005年的, 从十年前的; where a verb of change follows the number right
/// away, in whatever few words: 由法定的, 从年标准.
fn begins_change(lead: &[char], changed: bool) -> bool {
    const LONGEST: usize = 10;
    let Some(at) = lead.iter().rposition(|&character| matches!(character, '由' | '从')) else { return false };
    let since = &lead[at + 1..];
    since.is_empty()
        || since[0] == '每'
        || since.len() <= LONGEST
            && (changed
                || matches!(since.last(), Some('的' | '年' | '月' | '期' | '底' | '末' | '初'))
                    && since
                        .iter()
                        .any(|&character| matches!(character, '年' | '前' | '月' | '初' | '末' | '底' | '期' | '原')))
}

/// The last time in the words before a figure that fits.
fn last_time(figure: &Figure, periods: &[Period], fits: impl Fn(&Period) -> bool) -> Option<Range<usize>> {
    let told = |period: &&Period| fits(period) && figure.words.left.contains(&period.range.start);
    periods.iter().rev().find(told).map(|period| period.range.clone())
}

/// Whether words begin with where a change began.
fn begins_clause(chars: &[char], words: &[usize]) -> bool {
    words.first().is_some_and(|&first| matches!(chars[first], '由' | '从'))
}

/// `合作社由十年前`, `由上年同期`: without what a change began with.
pub(super) fn without_beginning(chars: &[char], name: &[usize]) -> Vec<usize> {
    let letters = letters_of(chars, name);
    // 项目从立项到验收的时限: what is measured reaches from the one to the other.
    let reaches = |at: usize| {
        let behind = &letters[at..];
        let to = behind.iter().position(|letter| matches!(letter, '到' | '至'));
        behind[0] == '从' && to.is_some_and(|to| behind[to..behind.len() - 1].contains(&'的'))
    };
    let from =
        |at: &usize| matches!(letters[*at], '由' | '从') && !naming(Place::Kept).is_at(&letters, *at) && !reaches(*at);
    let end = (0..name.len()).rev().find(from).unwrap_or(name.len());
    name[..end].to_vec()
}
