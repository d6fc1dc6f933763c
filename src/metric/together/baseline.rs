//! What a figure is compared with: what was at an earlier time, and what was planned.

use std::ops::Range;

use rust_decimal::Decimal;

use super::change::without_beginning;
use super::sharing::is_share_of;
use crate::exact::Exact;
use crate::language::{Claim, Cue, Place, Sense, Tie, Time, claims, cues, naming, senses, ties, times};
use crate::metric::clause::{self, predicate};
use crate::metric::figure::words::letters_of;
use crate::metric::figure::{Figure, direction};
use crate::metric::judge::ends_clause;
use crate::metric::name;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, LinkRule, NameRule, Relation, Role};

/// What a figure is to another that is compared with it or changed from it.
enum Base {
    /// What was at this time.
    Time(Range<usize>),
    /// A rate of this time.
    Rate(Range<usize>),
    /// Where a change began that came to nothing.
    Beginning,
    /// What was planned; what that is called.
    Plan(Vec<usize>),
}

impl Reader<'_> {
    /// `较2019年（5.26万人次）`, `比上年85.2%`: what a figure says of itself where another is compared with it, or changed from it; `before`
    /// it stand those of the sentence.
    pub fn compare(&self, figure: &mut Figure, before: &[Figure], periods: &[Period]) {
        let Some(base) = self.base(figure, before, periods) else { return };
        figure.role = if matches!(base, Base::Plan(_)) { Role::Target } else { Role::Baseline };
        match base {
            Base::Time(time) => {
                figure.period = Some(time);
                figure.name.clear();
            }
            Base::Rate(time) => {
                figure.name.retain(|&at| at > time.end);
                figure.period = Some(time);
            }
            Base::Beginning => {
                let name = without_beginning(&self.passage.chars, &figure.name);
                if !name.is_empty() {
                    figure.name = name;
                }
            }
            Base::Plan(name) => figure.name = name,
        }
    }

    /// What a figure is to another that is compared with it, by the words before it.
    fn base(&self, figure: &Figure, before: &[Figure], periods: &[Period]) -> Option<Base> {
        let chars = &self.passage.chars;
        let start = self.quantity(figure).extent.start;
        let absolute = !figure.is_relative() || figure.kind == Kind::Ratio;
        let told = || {
            let same_time = self.same_time(figure, before.last(), periods);
            same_time.or_else(|| self.time_right_before(figure, before, periods))
        };
        let time = if absolute { told() } else { None };
        let compared = || periods.iter().find(|period| self.is_compared(period, figure));
        if let Some(time) = time.or_else(|| compared().map(|period| period.range.clone())) {
            return Some(Base::Time(time));
        }
        if senses(Sense::From).is_before(chars, start) && self.comes_to_nothing(figure) {
            return Some(Base::Beginning);
        }
        if let Some(period) = periods.iter().find(|period| self.is_rate_of(period, start)) {
            return Some(Base::Rate(period.range.clone()));
        }
        let plan = || self.compared_plan(figure).or_else(|| self.passed_goal(figure, before, periods));
        plan().filter(|_| absolute).map(Base::Plan)
    }

    /// `1186起（2022年同期1263起）`: the time of what was in the same months of another year, in a bracket behind a figure of the same unit.
    fn same_time(&self, figure: &Figure, last: Option<&Figure>, periods: &[Period]) -> Option<Range<usize>> {
        let last = last.filter(|_| figure.lead.ends_with(&['同', '期']))?;
        let (one, other) = (self.quantity(last), self.quantity(figure));
        let start = other.extent.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        let behind = bracket.is_some_and(|bracket| bracket.start == one.extent.end);
        let same = behind && one.unit == other.unit && one.kind == other.kind;
        let time = periods.iter().filter(|_| same).find(|period| figure.words.left.contains(&period.range.start));
        time.map(|time| time.range.start..start)
    }

    /// `较2019年（5.26万人次）`, `比上年85.2%`: the time right before a figure that is compared with; so it is with `上年280件` behind a figure of
    /// the same unit.
    fn time_right_before(&self, figure: &Figure, before: &[Figure], periods: &[Period]) -> Option<Range<usize>> {
        let chars = &self.passage.chars;
        let start = self.quantity(figure).extent.start;
        let touches = |period: &&Period| {
            // 与2010年（普查数据）的86万人相比
            let noted = self.enclosures.partner(period.range.end).filter(|&close| close < start);
            let from = noted.map_or(period.range.end, |close| close + 1);
            let between = chars.get(from..start).unwrap_or(&['x']);
            let touches = period.range.end <= start
                && !matches!(chars[period.range.start], '每' | '下')
                && (between.is_empty() || times(Time::Stated).is(between));
            // 恢复至2019年的98.5% is a share of what was.
            let compared = period.compared && (figure.kind != Kind::Ratio || is_behind(chars, period, ['比', '较']));
            touches && (compared || self.is_earlier(period, figure, before))
        };
        let time = periods.iter().find(touches).filter(|period| !is_behind(chars, period, ['由', '从']));
        time.map(|period| period.range.clone())
    }

    /// `与2010年第六次普查的442854人相比`: whether a figure is what is compared with, of a time that stands further before it.
    fn is_compared(&self, period: &Period, figure: &Figure) -> bool {
        let chars = &self.passage.chars;
        let quantity = self.quantity(figure);
        let with = figure.words.left.first().is_some_and(|&first| matches!(chars[first], '与' | '同' | '和'));
        let against = ["相比", "相较"].iter().any(|word| self.passage.has(quantity.extent.end, word));
        with && against && figure.words.left.contains(&period.range.start) && !figure.is_relative()
    }

    /// `13.6%降至0`: whether what is told by a figure came to nothing.
    fn comes_to_nothing(&self, figure: &Figure) -> bool {
        let behind = &self.passage.chars[self.quantity(figure).extent.end..];
        let verb = cues(Cue::Changing).head(behind).unwrap_or(0);
        let rest = match &behind[verb..] {
            ['至' | '到' | '为', rest @ ..] => rest,
            rest => rest,
        };
        verb > 0 && matches!(rest, ['0' | '零', ..]) && !matches!(rest.get(1), Some('.' | '0'..='9'))
            || figure.kind == Kind::Duration && is_done_at_once(behind)
    }

    /// `比2010年的年均增长率0.57%下降`: whether a figure at `start` is a rate that is told of an earlier time and compared with.
    fn is_rate_of(&self, period: &Period, start: usize) -> bool {
        const LONGEST: usize = 10;
        let chars = &self.passage.chars;
        let named = period.range.end + 2 < start && start - period.range.end <= LONGEST;
        let against = is_behind(chars, period, ['比', '较']);
        let Some(['的', name @ ..]) = chars.get(period.range.end..start).filter(|_| named && against) else {
            return false;
        };
        let clause = name.iter().any(|&letter| ends_clause(letter));
        ties(Tie::Rate).ends(name) && !clause
    }

    /// `覆盖率31.6%，高于省定目标28%`, `高于省定28%的目标`: what a goal is called above or below which a rate lies, where the goal is a rate too; by so
    /// much above `目标1%` a rate of 96% would lie, as one does below a goal that it is more than.
    fn passed_goal(&self, figure: &Figure, before: &[Figure], periods: &[Period]) -> Option<Vec<usize>> {
        const LIES: [Claim; 3] = [Claim::Above, Claim::Below, Claim::Exceeded];
        let lies = |&lies: &Claim| Some((claims(lies).head(&figure.lead)?, lies));
        let lies = LIES.iter().filter(|_| figure.kind == Kind::Ratio).filter_map(lies).max_by_key(|lies| lies.0);
        let (length, lies) = lies?;
        let rate = |figure: &&Figure| matches!(figure.kind, Kind::Ratio | Kind::Growth);
        let alike = |reached: &&Figure| self.quantity(reached).unit == self.quantity(figure).unit;
        let reached = before.iter().rev().find(rate).filter(alike)?;
        let (reached, goal) = (self.quantity(reached).value, self.quantity(figure).value);
        let distance = match lies {
            Claim::Below => goal < reached,
            _ => goal.plus(goal).is_some_and(|twice| twice < reached),
        };
        // 高于上年99.2%的指标, 低于全县平均94%的任务: those are no goals.
        let (against, behind) = (figure.words.left.get(length..)?, &figure.words.right);
        let earlier = periods.iter().any(|period| against.contains(&period.range.start));
        if distance || earlier || ties(Tie::Mean).ends(&figure.lead[length..]) {
            return None;
        }
        if senses(Sense::Aimed).ends(&figure.lead[length..]) {
            return Some(against.to_vec());
        }
        let goal = self.goal_at(behind);
        // 低于上级规定的1%上限
        let linked = against.last().is_some_and(|&last| self.passage.chars[last] == '的');
        (!goal.is_empty()).then(|| [&against[..against.len() - usize::from(linked)], goal].concat())
    }

    /// The noun at the head of the words behind a figure that says that this is a goal: 95%的目标.
    fn goal_at<'w>(&self, words: &'w [usize]) -> &'w [usize] {
        let letters = letters_of(&self.passage.chars, words);
        let start = usize::from(letters.first() == Some(&'的'));
        let length = senses(Sense::Aimed).at(&letters, start);
        length.map_or(&[], |length| &words[start..start + length])
    }

    /// `比年初预算35万元减少2万元`: what a figure is called that was planned and is compared with.
    fn compared_plan(&self, figure: &Figure) -> Option<Vec<usize>> {
        // 比省定95%的目标高1.2个百分点
        let goal = self.goal_at(&figure.words.right);
        let end = goal.last().map_or(self.quantity(figure).extent.end, |&last| last + 1);
        let behind = &self.passage.chars[end..];
        let lies = matches!(behind, ['多' | '少' | '高' | '低', next, ..] if next.is_ascii_digit());
        let changes = lies || [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).begins(behind));
        // 比预算的4万元节约20%, 比年初确定的7亿元多2000万元
        let lead = figure.lead.strip_suffix(&['的']).unwrap_or(&figure.lead);
        let set = || lead.len() < figure.lead.len() && senses(Sense::Set).ends(lead);
        let plan = senses(Sense::Budget).ends(lead) || set() || !goal.is_empty();
        let compares =
            |at: &usize| matches!(figure.lead[*at], '比' | '较') && !predicate::is_inside_word(&figure.lead, *at, 1);
        let against = (0..figure.lead.len()).rev().find(compares)?;
        let against = figure.words.left[against];
        let name =
            || figure.name.iter().filter(|&&at| at != against && !goal.contains(&at)).chain(goal).copied().collect();
        (changes && plan).then(name)
    }

    /// Whether a time is the year before the one that a figure of the same unit was told of in this sentence, and stands at the head
    /// of a clause or a bracket: `320件，上年280件`, `185件（2022年150件）`.
    fn is_earlier(&self, period: &Period, figure: &Figure, before: &[Figure]) -> bool {
        let chars = &self.passage.chars;
        let heads = is_behind(chars, period, [',', '(']);
        let unit = |figure: &Figure| (&self.quantity(figure).unit, figure.kind);
        let akin = before.iter().rev().find(|other| unit(other) == unit(figure) && other.role == Role::Actual);
        let passed = match (self.year_of(&period.range), self.piece.year) {
            (Some(year), Some(reported)) => year < reported,
            _ => period.local && matches!(chars[period.range.start], '上' | '去'),
        };
        // 普及率提高到91%，上年为88%: of two rates only what is said to have been so.
        let share = figure.kind == Kind::Ratio && !self.passage.has(period.range.end, "为");
        heads && passed && !share && akin.is_some_and(|akin| akin.period.as_ref() != Some(&period.range))
    }

    /// `比上年同期57亿立方米少16亿立方米`, `比多年同期285毫米少66%`: by how much something lies above or below what it is compared with.
    pub fn lies_apart(&self, figure: &mut Figure, before: Option<&Figure>) {
        const LONGEST: usize = 2;
        // 较计划的20家多3家
        let compared = |before: &&Figure| matches!(before.role, Role::Baseline | Role::Target);
        let short = (1..=LONGEST).contains(&figure.words.left.len());
        let Some(before) = before.filter(|before| compared(before) && short) else { return };
        let Some(direction) = direction::lies(&figure.lead) else { return };
        let (quantity, against) = (self.quantity(figure), self.quantity(before));
        figure.direction = Some(direction);
        if figure.kind == Kind::Ratio && against.kind != Some(Kind::Ratio) {
            figure.kind = Kind::Growth;
        }
        figure.increment |= quantity.unit == against.unit && quantity.kind == against.kind;
    }

    /// `（5.26、3.64万人次）` behind a time that is compared with: the values speak of the figures before them in the same order.
    pub(super) fn compared(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut start = first;
        while start < figures.len() {
            if !(figures[start].role == Role::Baseline && figures[start].name.is_empty()) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && figures[end].words.left.is_empty() {
                figures[end].role = Role::Baseline;
                figures[end].period = figures[start].period.clone();
                figures[end].name.clear();
                end += 1;
            }
            for index in start..end {
                let unit = &self.quantity(&figures[index]).unit;
                let behind = (index..end).filter(|&other| self.quantity(&figures[other]).unit == *unit).count();
                // 收入11亿元，完成预算20亿元的54%，比上年同期13亿元减少2亿元: what a share is taken of is not compared.
                let base = |other: usize| {
                    figures.get(other + 1).is_some_and(|next| next.kind == Kind::Ratio)
                        && is_share_of(self.between(figures, other, other + 1))
                };
                // 比例2.8%，低于6%的警戒线，较上年4.1%下降1.3个百分点: nor is the line.
                let line = |other: usize| {
                    let reached = other > first && figures[other - 1].role == Role::Actual;
                    figures[other].role == Role::Target && figures[other].kind == Kind::Ratio && reached
                };
                // 总量比上年的380件多24件: that is no comparison of the last part that was told.
                let total = self.compared_subject(&figures[start], periods);
                let letters = letters_of(&self.passage.chars, &total);
                if ties(Tie::Summed).ends(&letters) {
                    figures[index].name = total;
                    figures[index].name_rule = NameRule::Comparison;
                    if let Some((whole, _)) = self.whole_before(figures, first..start, unit.as_deref()) {
                        figures[index].link_rule = Some(LinkRule::Comparison);
                        figures[index].link = Some((whole, Relation::Attribute));
                    }
                    continue;
                }
                let mut akin = (0..start).rev().filter(|&other| !base(other) && !line(other)).filter(|&other| {
                    self.quantity(&figures[other]).unit == *unit && figures[other].role != Role::Baseline
                });
                let all =
                    || self.whole_before(figures, first..start, unit.as_deref()).filter(|whole| whole.1 && behind == 1);
                if let Some(root) = akin.nth(behind - 1).map(|root| all().map_or(root, |(whole, _)| whole)) {
                    figures[index].name = figures[root].name.clone();
                    figures[index].name_rule = NameRule::Comparison;
                    // 增长8.7%，较一季度（6.6%）回升: what is compared is growth.
                    if figures[index].kind == Kind::Ratio && figures[root].kind == Kind::Growth {
                        figures[index].kind = Kind::Growth;
                        figures[index].direction = figures[root].direction;
                    }
                    figures[index].link_rule = Some(LinkRule::Comparison);
                    figures[index].link = Some((root, Relation::Attribute));
                } else {
                    figures[index].name = self.compared_subject(&figures[start], periods);
                    figures[index].name_rule = NameRule::Comparison;
                }
            }
            start = end;
        }
    }

    /// `公开信息842条，其中网站615条、微信227条；总量较上年…`: the first figure of a unit, where it is no less than those behind it, and whether these
    /// make all of it.
    fn whole_before(&self, figures: &[Figure], told: Range<usize>, unit: Option<&str>) -> Option<(usize, bool)> {
        let value = |index: usize| self.quantity(&figures[index]).value;
        let same = |&index: &usize| {
            self.quantity(&figures[index]).unit.as_deref() == unit && figures[index].role == Role::Actual
        };
        let mut alike = told.filter(same);
        let whole = alike.next()?;
        let parts = alike.try_fold(Decimal::ZERO, |sum, part| sum.plus(value(part)))?;
        (parts <= value(whole)).then_some((whole, parts == value(whole)))
    }

    /// `收入合计比上年同期86万元增加5万元`: what is compared with an earlier figure of its own, where none was told before.
    fn compared_subject(&self, base: &Figure, periods: &[Period]) -> Vec<usize> {
        let chars = &self.passage.chars;
        let words = &base.words.left;
        let against = words.iter().rposition(|&at| matches!(chars[at], '比' | '较')).unwrap_or_default();
        let name = name::left(chars, periods, &words[..against]);
        let end = naming(Place::Reckoning).before(&letters_of(chars, &name), name.len()).unwrap_or(0);
        name[..name.len() - end].to_vec()
    }

    /// `增长10.2%（全市11.1%）`: what stands in a bracket right behind growth, said of another place, is growth too.
    pub(super) fn growth_elsewhere(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let before = &figures[index - 1];
            let end = self.quantity(before).extent.end;
            let start = self.quantity(&figures[index]).range.start;
            let bracket = clause::bracket_around(self.enclosures, start).is_some_and(|bracket| bracket.start == end);
            if bracket && before.kind == Kind::Growth && figures[index].kind == Kind::Ratio {
                let direction = before.direction;
                figures[index].kind = Kind::Growth;
                figures[index].direction = direction;
            }
        }
    }
}

/// `由7个工作日办结改为当场办结`: whether what lasted so long is done at once now.
fn is_done_at_once(behind: &[char]) -> bool {
    const REACH: usize = 6;
    let ends = |at: &usize| ends_clause(behind[*at]);
    let end = (0..behind.len().min(REACH)).find(ends).unwrap_or(behind.len().min(REACH));
    (0..end).any(|at| {
        let verb = cues(Cue::Changing).at(behind, at).unwrap_or(0);
        let to = at + verb;
        verb > 0 && matches!(behind.get(to), Some('为' | '至' | '到' | '成')) && cues(Cue::Once).is_at(behind, to + 1)
    })
}

/// Whether one of two characters stands right before a time.
fn is_behind(chars: &[char], period: &Period, either: [char; 2]) -> bool {
    period.range.start.checked_sub(1).is_some_and(|at| either.contains(&chars[at]))
}
