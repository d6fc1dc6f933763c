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
use super::predicate;
use super::quantity::Quantity;
use super::tidy;
use crate::language::{Claim, Cue, Place, Sense, claims, cues, naming, senses, verbs};
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
            let against = figure.kind == Kind::Points && senses(Sense::Measured).at(&said, 0).is_some();
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

    /// What the figure is to the report, by its own words.
    fn role(&self, figure: &Figure, planned: bool, aimed: bool) -> Role {
        let chars = &self.passage.chars;
        let quantity = &self.quantities[figure.quantity];
        let lead = intent::without_quotations(&figure.lead);
        let behind: Vec<char> = figure.words.right.iter().take(8).map(|&index| chars[index]).collect();
        // 平均用时不到1天 tells how it was.
        let short = matches!(chars[quantity.extent.start..quantity.range.start], ['不', '到' | '足']);
        let bound = quantity.qualifier == Qualifier::AtMost && !short;
        let under_control = senses(Sense::Control).is_in(&lead);
        if bound && (figure.kind == Kind::Duration && !lead.ends_with(&['至']) || under_control) {
            return Role::Limit;
        }
        // 13800亩任务, 1.2万亩造林任务
        let tasks = (0..behind.len().min(5)).find(|&at| senses(Sense::Task).at(&behind, at).is_some());
        let measured_task = figure.kind != Kind::Count
            && !figure.is_relative()
            && tasks.is_some_and(|at| at == 0 || !predicate::does(&behind[..at], 0));
        let demanded = senses(Sense::Demand).at(&behind, 1).is_some() && intent::is_planned(&lead);
        let task = behind.first() == Some(&'的') && (senses(Sense::Task).is_in(&behind) || demanded)
            || measured_task
            || tasks == Some(0)
                && !self.is_counted_in(quantity, Place::Paper)
                && !self.is_counted_in(quantity, Place::Counted);
        // 超额完成40户改造任务
        let beyond = tasks.is_some() && senses(Sense::Beyond).before(&lead, lead.len()).is_some();
        let done = senses(Sense::Done).is_in(&lead) || is_actual(&lead);
        let own = |period: &&Range<usize>| figure.sentence.contains(&period.start);
        let now = |period: &Range<usize>| matches!(&chars[period.clone()], ['目', '前']);
        let done = done || figure.period.as_ref().filter(own).is_some_and(now);
        // 在今年7项任务的基础上: that is what was done before.
        let done = done
            || naming(Place::Circumstance)
                .is_in(&figure.words.right.iter().map(|&index| chars[index]).collect::<Vec<_>>());
        // 2024年7月，向人大作了报告，指出97个问题: what was done since is told too.
        let start = quantity.extent.start;
        let told = |period: &Range<usize>| chars.get(period.end..start).is_some_and(|words| words.contains(&'了'));
        let later = figure.period.as_ref().filter(own).is_some_and(|period| self.is_later(period) && !told(period));
        // 优良比例, 占比 and 完成率 are names of a rate.
        let names = |at: usize| matches!(lead.get(at), Some('比' | '例' | '重' | '率' | '值'));
        let tells = |at: usize| senses(Sense::Measured).at(&lead, at).is_some_and(|(length, ())| !names(at + length));
        let measured = (0..lead.len()).any(|at| tells(at) && (at == 0 || lead[at - 1] != '占'));
        // 为年度计划的40% tells what was done of it.
        let share = lead
            .split_last()
            .is_some_and(|(last, plan)| *last == '的' && senses(Sense::Budget).before(plan, plan.len()).is_some());
        // 力争突破48亿元，同比增长10%: a growth is aimed at like the amount.
        let grows = aimed && figure.kind == Kind::Growth;
        if figure.is_relative() && (measured || share) && !planned && !task && !grows {
            return Role::Actual;
        }
        // 是上年收入1.2亿元的92%: what a share is taken of was so a year before.
        let before = figure
            .period
            .as_ref()
            .filter(own)
            .is_some_and(|period| matches!(&chars[period.clone()], ['上' | '去', '年', ..]));
        if before && self.is_whole(quantity) {
            return Role::Baseline;
        }
        // 制定年度执法计划1项: the plan itself is counted. 完成预算48亿元的104%: the whole of a share is what was planned.
        let in_bracket = |sense| {
            start > 0 && chars[start - 1] == '(' && senses(sense).before(&chars[..start - 1], start - 1).is_some()
        };
        // 超额完成省定任务（380辆）
        let explained = in_bracket(Sense::Task) && chars.get(quantity.range.end) == Some(&')') && !figure.is_relative();
        // 占年度目标任务（390个）的40%
        let bracketed = in_bracket(Sense::Budget);
        let planned_whole =
            (bracketed || senses(Sense::Budget).before(&lead, lead.len()).is_some()) && self.is_whole(quantity);
        let drawn = !figure.is_relative() && senses(Sense::Drawn).before(&lead, lead.len()).is_some();
        let paper =
            self.is_counted_in(quantity, Place::Paper) && senses(Sense::Target).before(&lead, lead.len()).is_some();
        if paper && !planned {
            return Role::Actual;
        }
        let past = figure
            .period
            .as_ref()
            .and_then(|period| self.year_of(period))
            .is_some_and(|year| Some(year) <= self.piece.year);
        if planned && !done && !past
            || aimed && !done
            || later
            || task
            || planned_whole
            || explained
            || drawn && !paper
            || self.is_whole(quantity) && is_estimated(&lead)
            || beyond
            || intent::is_planned(&lead)
            || is_set(&lead, figure, chars, quantity.counts_people()) && !self.is_counted_in(quantity, Place::Counted)
        {
            return Role::Target;
        }
        Role::Actual
    }

    /// Whether a quantity counts plans and tasks rather than what they ask for: 计划1项, 任务3份.
    fn is_counted_in(&self, quantity: &Quantity, units: Place) -> bool {
        let unit = quantity.unit.as_deref().unwrap_or_default();
        naming(units).ending(unit).is_some_and(|(length, ())| length == unit.chars().count())
    }

    /// Whether a share of the quantity is told right behind it: 48亿元的104.6%, （48亿元）的104.6%.
    fn is_whole(&self, quantity: &Quantity) -> bool {
        let chars = &self.passage.chars;
        let at = quantity.range.end + usize::from(chars.get(quantity.range.end) == Some(&')'));
        chars.get(at) == Some(&'的') && chars.get(at + 1).is_some_and(char::is_ascii_digit)
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
    fn is_later(&self, period: &Range<usize>) -> bool {
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

/// Whether the words before a figure say that it is not final: 预计, but not 占预计数.
fn is_estimated(lead: &[char]) -> bool {
    let estimates = |at: usize| senses(Sense::Estimate).at(lead, at).map(|(length, ())| at + length);
    (0..lead.len()).filter_map(estimates).any(|end| !matches!(lead.get(end), Some('数' | '值')))
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

/// Whether the words before a figure name a task without saying that it was done: 市下达新增就业任务, （任务120亩）.
fn is_set(lead: &[char], figure: &Figure, chars: &[char], people: bool) -> bool {
    let name = &figure.letters(chars);
    let task = senses(Sense::Task).before(lead, lead.len());
    // 农田建设任务8万亩, 造林任务2万亩; 落实治理任务8万亩 was done.
    let acts = verbs().at(name, 0).is_some_and(|(length, ())| senses(Sense::Task).at(name, length).is_none());
    let bare = (figure.kind != Kind::Count || people) && !acts && !senses(Sense::Reached).is_in(lead);
    task.is_some_and(|(length, ())| length == lead.len() || bare || senses(Sense::Assigned).is_in(lead))
}

/// Whether the words begin with 实际 and are no name that does: 实际利用外资.
fn is_actual(lead: &[char]) -> bool {
    senses(Sense::Actually).at(lead, 0).is_some() && !names_use(lead)
}

/// Whether a name begins here that has 实际 in it: 实际利用外资, 实际使用外资.
fn names_use(lead: &[char]) -> bool {
    matches!(lead, ['实', '际', '利' | '使', '用', ..] | ['实', '际', '外' | '内', '资', ..])
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
