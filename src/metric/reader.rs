//! The sentences of a piece, read for their figures.

use std::ops::Range;

use super::actor;
use super::clause;
use super::enclosure::{Enclosures, Pair};
use super::figure::{self, Figure};
use super::intent;
use super::judge::ends_clause;
use super::name;
use super::period::{self, Period};
use super::piece::Piece;
use super::quantity::Quantity;
use super::role::{is_estimated, names_use};
use super::tidy;
use crate::language::{Claim, Cue, Sense, claims, cues, senses, verbs};
use crate::report::{Direction, Kind, NameRule, Qualifier, Role};
use crate::text::Passage;

/// What is known of a sentence from the words before it.
struct Told<'a> {
    /// The times it names.
    periods: &'a [Period],
    /// The time that the sentences before it name.
    carried: Option<&'a Range<usize>>,
    /// Whether a sentence before it said that goals follow.
    announced: bool,
}

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
        // What is so at the end of a year holds for its own sentence and for what 其中 goes on with.
        let mut stock: Option<Range<usize>> = None;
        // 主要目标是：…增长10%。…增长9%: what a sentence announces goes on in the next.
        let mut announced = false;
        let mut next = 0;
        for sentence in sentences {
            let first = next;
            while next < stated.len() && self.quantities[stated[next]].range.start < sentence.end {
                next += 1;
            }
            let periods = period::find(self.passage, self.enclosures, sentence.clone());
            announced |= self.announces(sentence);
            if first < next {
                let among = self.passage.has(sentence.start, "其中");
                let before = stock.as_ref().filter(|_| among).or(carried.as_ref());
                let told = Told { periods: &periods, carried: before, announced };
                self.sentence(&mut figures, sentence, &stated[first..next], &told);
            }
            let begun = stated[first..next].first().map(|&index| self.quantities[index].range.start);
            let carries = |period: &&Period| period.carries(&self.passage.chars, self.enclosures, begun);
            let held = || periods.iter().rev().filter(carries);
            if let Some(period) = held().find(|period| !period.inner).or_else(|| held().next()) {
                let names_end = period::is_end(&self.passage.chars[period.range.clone()]);
                *if names_end { &mut stock } else { &mut carried } = Some(period.range.clone());
            }
        }
        figures.shrink_to_fit();
        figures
    }

    /// Reads one sentence.
    fn sentence(&self, figures: &mut Vec<Figure>, sentence: &Range<usize>, stated: &[usize], told: &Told) {
        let Told { periods, carried, announced } = *told;
        let chars = &self.passage.chars;
        let words = clause::words(self.passage, self.enclosures, self.quantities, stated, sentence, periods);
        const OPENING: usize = 24;
        let first_start = stated.first().map_or(sentence.end, |&index| self.quantities[index].range.start);
        let opening = &chars[sentence.start..first_start.min(sentence.start + OPENING)];
        let past = |period: &Period| {
            let year = self.year_of(&period.range).zip(self.piece.year);
            !period.compared && year.is_some_and(|(year, reported)| year <= reported)
        };
        let goes_on = announced && !self.tells_what_was_done(sentence) && !periods.iter().any(past);
        let opened = intent::opens_plan(opening) || goes_on;
        // 目前有23家。下一步，新建2所: what is to come is not so now.
        let carried = carried.filter(|_| !intent::opens_plan(opening));
        let planned = self.piece.planned || opened || self.leads_to_later(sentence, periods);
        let (mut aimed, mut intended, mut standing, mut so_far) = (false, false, false, false);
        let mut promised = false;
        let first = figures.len();
        for (&index, words) in stated.iter().zip(words) {
            let quantity = &self.quantities[index];
            let lead: Vec<char> = words.left.iter().map(|&index| chars[index]).collect();
            let name = name::find(self.passage, periods, quantity, &words);
            let name_rule = name_rule(&name, quantity);
            let kind = match figure::kind(quantity, &lead) {
                Some(kind) => kind,
                None if quantity.ordinal => Kind::Rank,
                None => Kind::Index,
            };
            // 收入任务174万，完成198万: it is what the task is.
            let bare = |index: usize| self.quantities[index].unit.is_none() && self.quantities[index].kind.is_none();
            let money = figures[first..].last().is_some_and(|last| last.kind == Kind::Money && bare(last.quantity));
            let attained = cues(Cue::Attained).at(&lead, 0).is_some_and(|(length, ())| length == lead.len());
            let kind = if bare(index) && money && attained { Kind::Money } else { kind };
            let start = quantity.range.start;
            let said = |period: &&Period| {
                // 1186起（2022年同期1263起），下降6.1%: what a bracket compares with is not told of what follows.
                let closed =
                    self.enclosures.around(period.range.start, Pair::Bracket).is_some_and(|pair| pair.close < start);
                let apart = |mark: &char| matches!(mark, ',' | ';' | '、');
                let holds = !(closed || period.local && chars[period.range.end..start].iter().any(apart));
                !period.compared && period.range.end <= start && holds
            };
            let before = &periods[..periods.partition_point(|period| period.range.end <= start)];
            let mut told = before.iter().rev().filter(said);
            let outer = |period: &&Period| !(period.inner && chars[period.range.end..start].contains(&';'));
            let last = told.next();
            let period = last.filter(outer).or_else(|| told.find(outer)).or(last.filter(|_| carried.is_none()));
            // 提标61户: their allowance was raised, and not how many they are.
            let raises = quantity.counts_people() && lead.ends_with(&['提', '标']);
            let since = figures[first..].last().map_or(sentence.start, |last| self.quantities[last.quantity].range.end);
            promised |= (since..start).any(|at| senses(Sense::Promised).at(chars, at).is_some());
            let mut figure = Figure {
                quantity: index,
                sentence: sentence.clone(),
                name,
                apart: None,
                kind,
                role: Role::Actual,
                qualifier: match quantity.qualifier {
                    Qualifier::Exact if is_estimated(&lead) => Qualifier::About,
                    // 每村至少培养3名: the verb stands between.
                    Qualifier::Exact if senses(Sense::Least).is_in(&lead) => Qualifier::AtLeast,
                    qualifier => qualifier,
                },
                direction: figure::compared(&lead)
                    .or(figure::change(&lead).filter(|_| !raises).map(|(direction, _)| direction))
                    .or(figure::change_of(&lead))
                    .or(figure::lies(&lead).filter(|_| kind == Kind::Points))
                    .or(figure::changes_object(&lead).filter(|_| kind == Kind::Growth)),
                period: period.map(|period| period.range.clone()).or(carried.cloned()),
                link: None,
                link_rule: None,
                increment: is_increment(&lead)
                    && !raises
                    && !matches!(quantity.kind, Some(Kind::Ratio | Kind::Multiple | Kind::Points)),
                name_rule,
                planned: planned || aimed,
                left_open: promised,
                words,
                lead,
            };
            // 同比-3.6%
            if figure.kind == Kind::Growth && figure.direction.is_none() {
                let falls = quantity.value.is_sign_negative();
                figure.direction = Some(if falls { Direction::Down } else { Direction::Up });
            }
            let said = intent::without_quotations(&figure.lead);
            let last = figures[first..].last();
            // 废止53件、拟修改8件，保留180件: amid what was done only what 拟 stands before is still to be done.
            let amid = said.first() == Some(&'拟') && last.is_some_and(|last| last.role == Role::Actual);
            // 增长6.2%，高于预期目标0.2个百分点: what is compared with an aim was reached.
            // 投资增速低于年初预期2.3个百分点: so it is behind a subject.
            let lies = said.windows(2).any(|pair| matches!(pair, ['高' | '低' | '快' | '慢', '于']));
            let against = figure.kind == Kind::Points && (lies || senses(Sense::Measured).at(&said, 0).is_some());
            let aims = !(amid || against) && senses(Sense::Aim).is_in(&said) && !senses(Sense::Settled).is_in(&said);
            // 增长5.9%（预期目标为8%以上），…: what a bracket aims at holds for itself.
            let enclosed = clause::bracket_around(self.enclosures, start).is_some();
            aimed |= aims && !enclosed;
            let between = last.map_or(start..start, |last| self.quantities[last.quantity].range.end..start);
            aimed |= self.aims(between.clone());
            // 计划投资8600万元新建学校2所: what the planned money is to pay for.
            let paid = last.is_some_and(|last| last.role == Role::Target && last.kind == Kind::Money)
                && !figure.is_relative()
                && !chars[between.clone()].iter().any(|&letter| ends_clause(letter) || letter == '、')
                && verbs().at(chars, between.start).is_some_and(|(length, ())| length > 1);
            let to_come = intent::is_to_come(&said);
            intended |= to_come && !amid;
            // 现有水库12座，总库容1.2亿立方米: what stands is told of until something else is to be done.
            let anew = period.is_some_and(|period| {
                figures[first..].last().is_some_and(|last| last.period.as_ref() != Some(&period.range))
            });
            standing &= !(anew || aimed || to_come || intent::is_planned(&said) || intent::goes_further(&said));
            let gone = period.is_some_and(|period| matches!(&chars[period.range.clone()], ['去' | '上', '年', ..]));
            standing |= gone || senses(Sense::Standing).is_in(&said) || senses(Sense::Done).is_in(&said);
            // 计划投资12亿元，一季度完成投资8亿元: what was intended ends where something was reached.
            let reached = |words: &[char]| senses(Sense::Reached).at(words, 0).is_some() && !names_use(words);
            // 计划改造34个，仅完工21个，资金支付率仅为47%: it fell short of that.
            let short = said.first() == Some(&'只') || said.contains(&'仅') && !said.contains(&'不');
            let reached =
                reached(&said) || reached(&figure.letters(chars)) || senses(Sense::Done).is_in(&said) || short;
            intended &= to_come && !amid || !reached;
            // 2023年目标任务10亿元，1—6月完成6亿元; 计划解决16个村的饮水问题，解决了20个村的: that is what was done of it.
            let months = |period: &Period| {
                let words = &chars[period.range.clone()];
                words.first() == Some(&'1')
                    && words.ends_with(&['月'])
                    && words.iter().any(|&at| matches!(at, '-' | '—'))
            };
            let other = anew && last.is_some_and(|last| last.role == Role::Target);
            let done = verbs().at(&said, 0).is_some_and(|(length, ())| said.get(length) == Some(&'了'));
            if !self.piece.planned && (other && period.is_some_and(months) || done && !to_come) {
                so_far = true;
                (aimed, intended) = (false, false);
            } else if anew || aimed || to_come || intent::is_planned(&said) {
                so_far = false;
            }
            let opened = opened && !so_far;
            figure.role = self.role(
                &figure,
                planned && !standing && !so_far,
                opened || aimed || aims || intended || paid || amid,
            );
            // 略低于8%的预定目标: the goal itself was just so much.
            let behind: Vec<char> = figure.words.right.iter().map(|&index| chars[index]).collect();
            let goal = behind.first() == Some(&'的') && senses(Sense::Task).is_in(&behind);
            let led = quantity.extent.start < start && quantity.extent.end == quantity.range.end;
            if figure.role == Role::Target && goal && led && figure.qualifier != Qualifier::About {
                figure.qualifier = Qualifier::Exact;
            }
            let timed = |index: &usize| periods.iter().any(|period| period.range.contains(index));
            // 是上个五年的1.8倍: what it is a multiple of names nothing.
            let is = figure.name.iter().position(|&at| matches!(chars[at], '是' | '为'));
            let of = figure.lead.first().is_some_and(|letter| matches!(letter, '是' | '为'));
            if figure.kind == Kind::Multiple && figure.lead.ends_with(&['的']) {
                figure.name.truncate(is.unwrap_or(if of { 0 } else { figure.name.len() }));
            }
            if figure.kind == Kind::Multiple && figure.name.iter().all(timed) {
                figure.name.clear();
            }
            self.compare(&mut figure, &figures[first..], periods);
            self.lies_apart(&mut figure, figures[first..].last());
            // 由第42位上升至第35位，前移7位
            let places = matches!(quantity.unit.as_deref(), Some("位" | "名" | "位次" | "个位次" | "名次" | "个名次"));
            let moved = places && claims(Claim::Moved).before(&figure.lead, figure.lead.len()).is_some();
            figure.increment |= moved && figures[first..].last().is_some_and(|last| last.kind == Kind::Rank);
            figures.push(figure);
        }
        self.ranked_among(figures, first, periods);
        self.compositions(figures, first);
        self.changes(figures, first, periods);
        self.compared(figures, first, periods);
        self.growth_elsewhere(figures, first);
        self.respectively(figures, first, periods);
        self.listed_changes(figures, first, periods);
        self.listed_values(figures, first, periods);
        self.borrow_names(figures, first, sentence, periods);
        self.under_head(figures, first);
        self.made_alike(figures, first);
        for figure in &mut figures[first..] {
            // 分别增长6%、-12%
            let grows = figure.kind == Kind::Growth || figure.direction == Some(Direction::Up);
            if grows && self.quantities[figure.quantity].value.is_sign_negative() {
                figure.direction = Some(Direction::Down);
            }
            tidy::tidy(chars, periods, &self.quantities[figure.quantity], figure);
        }
        for figure in figures[first..].iter_mut().filter(|figure| figure.role == Role::Baseline) {
            // 由年初的86%上升为93%
            let start = self.quantities[figure.quantity].range.start;
            let end = start - usize::from(chars[..start].ends_with(&['的']));
            if chars[..end].ends_with(&['年', '初']) && end >= sentence.start + 2 {
                figure.period = Some(end - 2..end);
            }
        }
        actor::leave_out_medium(chars, &mut figures[first..]);
        self.beyond_tasks(figures, first);
        self.budgeted(figures, first);
        self.tasked(figures, first);
        self.grown_plans(figures, first);
        self.said_of_both(figures, first);
        self.name_shares(figures, first);
    }

    /// Whether a sentence says what follows is to be reached: 今年的主要目标是：.
    fn announces(&self, sentence: &Range<usize>) -> bool {
        const LONGEST: usize = 60;
        let head = &self.passage.chars[sentence.start..sentence.end.min(sentence.start + LONGEST)];
        let goals = senses(Sense::Goal);
        let names = |at: usize| {
            let goal = goals.at(head, at);
            goal.is_some_and(|(length, ())| matches!(head.get(at + length), Some(':' | '是' | '为' | '如')))
        };
        // 增长5.9%（预期目标为8%以上）: a bracket announces nothing.
        let outside = |at: &usize| clause::bracket_around(self.enclosures, sentence.start + at).is_none();
        (0..head.len()).filter(outside).any(names)
    }

    /// Whether a clause of these characters begins with words that say that what follows is to be reached: ，确保明年投用，.
    fn aims(&self, range: Range<usize>) -> bool {
        let chars = &self.passage.chars;
        let begins =
            |at: usize| at > 0 && ends_clause(chars[at - 1]) && senses(Sense::Ensuring).at(chars, at).is_some();
        range.into_iter().any(begins)
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
            let intent = senses(Sense::Until).before(&chars[..to], to).map_or(0, |(length, ())| length);
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
        let later = |period: &Period| !past(period) && !month(period);
        !self.tells_what_was_done(sentence) && periods.iter().find(leads).is_some_and(later)
    }

    /// Whether a period begins with a year after the one reported on, and is no time gone by: 2019年以来.
    pub(super) fn is_later(&self, period: &Range<usize>) -> bool {
        let year = self.year_of(period).zip(self.piece.year);
        let since = self.passage.chars[period.clone()].ends_with(&['以', '来']);
        !since && year.is_some_and(|(year, reported)| year > reported && year < reported + 30)
    }

    /// The year that a period begins with.
    pub(super) fn year_of(&self, period: &Range<usize>) -> Option<i32> {
        let mut digits = self.passage.chars[period.clone()].iter().map_while(|letter| letter.to_digit(10));
        let year = digits.try_fold(0_i32, |year, digit| year.checked_mul(10)?.checked_add(digit as i32));
        year.filter(|year| (1900..2200).contains(year))
    }
}

/// Whether the words before a figure say by how much something changed against another time: 同比增加, 比2005年增加.
fn is_increment(lead: &[char]) -> bool {
    // 自然增长101人 is what births leave over deaths.
    if lead.ends_with(&['自', '然', '增', '长']) {
        return false;
    }
    // 比上年, 较全省平均低: with another time or another place.
    let other = lead.iter().any(|&character| matches!(character, '比' | '较'));
    let compared = lead.windows(2).any(|pair| matches!(pair, ['同', '比'] | ['环', '比']))
        || other && (lead.contains(&'年') || matches!(lead.last(), Some('多' | '少' | '高' | '低' | '快' | '慢')));
    // 低于限额1.2亿元, 高于全省平均水平860元: so far it lies from what is named.
    if matches!(lead, ['高' | '低' | '多' | '少' | '大' | '小', '于', _, _, ..]) {
        return true;
    }
    let amount = senses(Sense::Amount).before(lead, lead.len()).is_some();
    (compared || amount) && figure::change(lead).is_some_and(|(_, level)| !level)
}

/// Which rule a name was found by: where its words stand.
fn name_rule(name: &[usize], quantity: &Quantity) -> NameRule {
    let before = name.iter().any(|&index| index < quantity.range.start);
    let behind = name.iter().any(|&index| index >= quantity.range.end);
    match (before, behind) {
        (true, true) => NameRule::Around,
        (false, true) => NameRule::Behind,
        _ => NameRule::Before,
    }
}
