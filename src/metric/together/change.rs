//! Changes and comparisons: where they began, where they came to, and what they are called.

use rust_decimal::Decimal;

use super::sharing::is_share_of;
use crate::language::{Cue, Place, Sense, Tie, Time, cues, naming, senses, ties, times, verbs};
use crate::metric::clause::{self, predicate};
use crate::metric::figure::{Figure, direction};
use crate::metric::judge::ends_clause;
use crate::metric::name;
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Direction, Kind, LinkRule, NameRule, Relation, Role};

impl Reader<'_> {
    /// `较2019年（4.81万人次）`, `比上年85.2%`: a figure right behind the time that is compared with is where a change began; so is
    /// `上年280件` behind a figure of the same unit, `before` it in the sentence.
    pub fn compare(&self, figure: &mut Figure, before: &[Figure], periods: &[Period]) {
        let start = self.quantities[figure.quantity].extent.start;
        let chars = &self.passage.chars;
        let touches = |period: &&Period| {
            // 与2010年（普查数据）的86万人相比
            let noted = self.enclosures.partner(period.range.end).filter(|&close| close < start);
            let from = noted.map_or(period.range.end, |close| close + 1);
            let between = chars.get(from..start).unwrap_or(&['x']);
            let touches = period.range.end <= start
                && !matches!(chars[period.range.start], '每' | '下')
                && (between.is_empty()
                    || times(Time::Stated).at(between, 0).is_some_and(|said| said.0 == between.len()));
            // 恢复至2019年的98.5% is a share of what was.
            let against = period.range.start.checked_sub(1).is_some_and(|at| matches!(chars[at], '比' | '较'));
            let compared = period.compared && (figure.kind != Kind::Ratio || against);
            touches && (compared || self.is_earlier(period, figure, before))
        };
        let changes = |period: &Period| {
            period.range.start.checked_sub(1).is_some_and(|before| matches!(chars[before], '由' | '从'))
        };
        let relative = figure.is_relative() && figure.kind != Kind::Ratio;
        // 1186起（2022年同期1263起）
        let same_time = figure.lead.ends_with(&['同', '期'])
            && before.last().is_some_and(|last| {
                let unit = |index: usize| (&self.quantities[index].unit, self.quantities[index].kind);
                let bracket = clause::bracket_around(self.enclosures, start);
                let end = self.quantities[last.quantity].extent.end;
                bracket.is_some_and(|bracket| bracket.start == end) && unit(last.quantity) == unit(figure.quantity)
            });
        let time = periods.iter().find(|period| figure.words.left.contains(&period.range.start));
        if let Some(time) = time.filter(|_| same_time && !relative) {
            figure.role = Role::Baseline;
            figure.period = Some(time.range.start..start);
            figure.name.clear();
        } else if let Some(period) = periods.iter().find(touches).filter(|period| !relative && !changes(period)) {
            figure.role = Role::Baseline;
            figure.period = Some(period.range.clone());
            figure.name.clear();
        } else if let Some(period) = periods.iter().find(|period| self.is_compared(period, figure)) {
            figure.role = Role::Baseline;
            figure.period = Some(period.range.clone());
            figure.name.clear();
        } else if senses(Sense::From).before(chars, start).is_some() && self.comes_to_nothing(figure) {
            figure.role = Role::Baseline;
            let name = without_beginning(chars, &figure.name);
            if !name.is_empty() {
                figure.name = name;
            }
        } else if let Some(period) = periods.iter().find(|period| self.is_rate_of(period, start)) {
            figure.role = Role::Baseline;
            figure.period = Some(period.range.clone());
            figure.name.retain(|&at| at > period.range.end);
        } else if let Some(against) = self.compared_plan(figure).filter(|_| !relative) {
            figure.role = Role::Target;
            figure.name.retain(|&at| at != against);
        }
    }

    /// `与2010年第六次普查的442854人相比`: whether a figure is what is compared with, of a time that stands further before it.
    fn is_compared(&self, period: &Period, figure: &Figure) -> bool {
        let chars = &self.passage.chars;
        let quantity = &self.quantities[figure.quantity];
        let with = figure.words.left.first().is_some_and(|&first| matches!(chars[first], '与' | '同' | '和'));
        let against = ["相比", "相较"].iter().any(|word| self.passage.has(quantity.extent.end, word));
        with && against && figure.words.left.contains(&period.range.start) && !figure.is_relative()
    }

    /// `13.6%降至0`: whether what is told by a figure came to nothing.
    fn comes_to_nothing(&self, figure: &Figure) -> bool {
        let behind = &self.passage.chars[self.quantities[figure.quantity].extent.end..];
        let verb = cues(Cue::Changing).at(behind, 0).map_or(0, |(length, ())| length);
        let rest = behind[verb..].strip_prefix(&['至']).or(behind[verb..].strip_prefix(&['到']));
        let rest = rest.unwrap_or(&behind[verb..]);
        verb > 0 && matches!(rest, ['0' | '零', ..]) && !matches!(rest.get(1), Some('.' | '0'..='9'))
            || figure.kind == Kind::Duration && is_done_at_once(behind)
    }

    /// `比上年同期57亿立方米少16亿立方米`, `比多年同期285毫米少66%`: by how much something lies above or below what it is compared with.
    pub fn lies_apart(&self, figure: &mut Figure, before: Option<&Figure>) {
        let Some(before) = before.filter(|before| before.role == Role::Baseline && figure.words.left.len() == 1) else {
            return;
        };
        let Some(direction) = direction::lies(&figure.lead) else { return };
        let (quantity, against) = (&self.quantities[figure.quantity], &self.quantities[before.quantity]);
        figure.direction = Some(direction);
        if figure.kind == Kind::Ratio && against.kind != Some(Kind::Ratio) {
            figure.kind = Kind::Growth;
        }
        figure.increment |= quantity.unit == against.unit && quantity.kind == against.kind;
    }

    /// `比2010年的年均增长率0.57%下降`: whether a figure at `start` is a rate that is told of an earlier time and compared with.
    fn is_rate_of(&self, period: &Period, start: usize) -> bool {
        const LONGEST: usize = 10;
        let chars = &self.passage.chars;
        let named = period.range.end + 2 < start && start - period.range.end <= LONGEST;
        let against = period.range.start.checked_sub(1).is_some_and(|at| matches!(chars[at], '比' | '较'));
        let Some(['的', name @ ..]) = chars.get(period.range.end..start).filter(|_| named && against) else {
            return false;
        };
        let clause = name.iter().any(|&letter| ends_clause(letter));
        ties(Tie::Rate).before(name, name.len()).is_some() && !clause
    }

    /// `比年初预算35万元减少2万元`: where the word stands that says that a figure is what was planned and is compared with.
    fn compared_plan(&self, figure: &Figure) -> Option<usize> {
        let behind = &self.passage.chars[self.quantities[figure.quantity].extent.end..];
        let changes = [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).at(behind, 0).is_some());
        let plan = senses(Sense::Budget).before(&figure.lead, figure.lead.len()).is_some();
        let compares =
            |at: &usize| matches!(figure.lead[*at], '比' | '较') && !predicate::is_inside_word(&figure.lead, *at, 1);
        let against = (0..figure.lead.len()).rev().find(compares)?;
        (changes && plan).then(|| figure.words.left[against])
    }

    /// Whether a time is the year before the one that a figure of the same unit was told of in this sentence, and stands at the head
    /// of a clause or a bracket: `320件，上年280件`, `185件（2022年150件）`.
    fn is_earlier(&self, period: &Period, figure: &Figure, before: &[Figure]) -> bool {
        let chars = &self.passage.chars;
        let heads = period.range.start.checked_sub(1).is_some_and(|at| matches!(chars[at], ',' | '('));
        let unit = |figure: &Figure| (&self.quantities[figure.quantity].unit, figure.kind);
        let akin = before.iter().rev().find(|other| unit(other) == unit(figure) && other.role == Role::Actual);
        let year = |range: &std::ops::Range<usize>| self.year_of(range);
        let passed = match (year(&period.range), self.piece.year) {
            (Some(year), Some(reported)) => year < reported,
            _ => period.local && matches!(chars[period.range.start], '上' | '去'),
        };
        heads
            && passed
            && figure.kind != Kind::Ratio
            && akin.is_some_and(|akin| akin.period.as_ref() != Some(&period.range))
    }

    /// `完成17亿元，超额完成年度任务2.1亿元`: by how much more than the task was reached, where it is too little to be the task.
    pub(super) fn beyond_tasks(&self, figures: &mut [Figure], first: usize) {
        const TASK: u32 = 2;
        for index in first + 1..figures.len() {
            // 改造16所，目标12所，超额完成4所
            let told = figures[index - 1].role == Role::Target && figures[index].lead.starts_with(&['超', '额']);
            // 高于目标任务0.4万亩
            let lead = &figures[index].lead;
            let apart = lead.windows(2).any(|pair| matches!(pair, ['高' | '低' | '多' | '少', '于']));
            let beyond = apart || senses(Sense::Beyond).is_in(lead);
            // 利润5.36亿元，超预算0.46亿元
            let whole = senses(Sense::Beyond).at(lead, 0).is_some_and(|(length, ())| length == lead.len());
            let exceeds = told || whole || figures[index].role == Role::Target && beyond;
            // 超额完成40户改造任务: that is the task.
            let behind: Vec<char> = figures[index].words.right.iter().map(|&at| self.passage.chars[at]).collect();
            if !exceeds || figures[index].is_relative() || senses(Sense::Task).is_in(&behind) {
                continue;
            }
            let quantity = |index: usize| &self.quantities[figures[index].quantity];
            let reached = (first..index).rev().find(|&other| {
                let same = quantity(other).kind == quantity(index).kind && quantity(other).unit == quantity(index).unit;
                same && figures[other].role == Role::Actual && !figures[other].is_relative()
            });
            if reached.is_some_and(|other| quantity(other).value > quantity(index).value * Decimal::from(TASK)) {
                figures[index].role = Role::Actual;
                figures[index].increment = true;
            }
        }
    }

    /// `年初预算为80万元，支出决算为76万元`: what was planned to be spent, told beside what was.
    pub(super) fn budgeted(&self, figures: &mut [Figure], first: usize) {
        let names: Vec<Vec<char>> = figures[first..].iter().map(|figure| figure.letters(&self.passage.chars)).collect();
        let ends = |name: &[char], sense: Sense| senses(sense).before(name, name.len()).is_some();
        // 年初预算80亿元，调整预算92亿元，实际支出88亿元: before what was planned anew it was planned too.
        for (at, pair) in names.windows(2).enumerate().rev() {
            let (figure, next) = (&figures[first + at], &figures[first + at + 1]);
            let alike = figure.kind == Kind::Money && next.kind == Kind::Money && !figure.increment && !next.increment;
            let done = ends(&pair[1], Sense::Outturn) || is_reached(&pair[1]);
            let anew = next.role == Role::Target && ends(&pair[1], Sense::Budget);
            if alike && figure.role == Role::Actual && ends(&pair[0], Sense::Budget) && (done || anew) {
                figures[first + at].role = Role::Target;
            }
        }
    }

    /// `改厕任务31420座，完成31786座`: what was to be done, told right before what was done of it, by which that is called.
    pub(super) fn tasked(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let (task, done) = (figures[index].letters(chars), figures[index + 1].letters(chars));
            let (one, other) =
                (&self.quantities[figures[index].quantity], &self.quantities[figures[index + 1].quantity]);
            let same = one.unit == other.unit && one.kind == other.kind && !figures[index].is_relative();
            let reached = is_reached(&done) && !figures[index + 1].is_relative();
            // 税收收入预算12亿元，完成12.6亿元
            let budget = senses(Sense::Budget).before(&task, task.len()).filter(|_| figures[index].kind == Kind::Money);
            let planned = naming(Place::Task).before(&task, task.len()).max(budget);
            let Some((length, ())) = planned.filter(|_| same && reached) else { continue };
            // 12项改革任务已完成9项: tasks themselves are counted.
            let unit = one.unit.as_deref().unwrap_or_default();
            if naming(Place::Paper).ending(unit).is_some() || naming(Place::Counted).ending(unit).is_some() {
                continue;
            }
            figures[index].role = Role::Target;
            let subject = task.len() - length;
            // 市下达新增就业任务
            let assigned = |at: usize| senses(Sense::Assigned).at(&task, at).map(|(length, ())| at + length);
            if (0..subject).any(|at| assigned(at).is_some()) {
                continue;
            }
            if subject > 1 && verbs().at(&task, 0).is_none_or(|(length, ())| length < subject) {
                let own = std::mem::take(&mut figures[index + 1].name);
                figures[index + 1].name = [&figures[index].name[..subject], &own].concat();
            }
        }
    }

    /// `3.9∶59.5∶36.6`: every number is called like the first.
    pub(super) fn compositions(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let (before, quantity) =
                (&self.quantities[figures[index - 1].quantity], &self.quantities[figures[index].quantity]);
            if before.composition && quantity.composition && before.range.end + 1 == quantity.range.start {
                figures[index].name = figures[index - 1].name.clone();
                figures[index].name_rule = NameRule::Composition;
                figures[index].role = figures[index - 1].role;
            }
        }
    }

    /// `（4.81、3.27万人次）` behind a time that is compared with: the values speak of the figures before them in the same order.
    pub(super) fn compared(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut start = first;
        while start < figures.len() {
            if !(figures[start].role == Role::Baseline && figures[start].name.is_empty()) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && self.only_links(&figures[end]) {
                figures[end].role = Role::Baseline;
                figures[end].period = figures[start].period.clone();
                figures[end].name.clear();
                end += 1;
            }
            for index in start..end {
                let unit = &self.quantities[figures[index].quantity].unit;
                let behind =
                    (index..end).filter(|&other| self.quantities[figures[other].quantity].unit == *unit).count();
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
                let mut akin = (0..start).rev().filter(|&other| !base(other) && !line(other)).filter(|&other| {
                    self.quantities[figures[other].quantity].unit == *unit && figures[other].role != Role::Baseline
                });
                if let Some(root) = akin.nth(behind - 1) {
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

    /// `收入合计比上年同期86万元增加5万元`: what is compared with an earlier figure of its own, where none was told before.
    fn compared_subject(&self, base: &Figure, periods: &[Period]) -> Vec<usize> {
        let chars = &self.passage.chars;
        let words = &base.words.left;
        let against = words.iter().rposition(|&at| matches!(chars[at], '比' | '较')).unwrap_or_default();
        let name = name::left(chars, periods, &words[..against]);
        let end = naming(Place::Reckoning).before(&letters(chars, &name), name.len()).map_or(0, |(length, ())| length);
        name[..name.len() - end].to_vec()
    }

    /// `增长10.2%（全市11.1%）`: what stands in a bracket right behind growth, said of another place, is growth too.
    pub(super) fn growth_elsewhere(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let before = &figures[index - 1];
            let end = self.quantities[before.quantity].extent.end;
            let start = self.quantities[figures[index].quantity].range.start;
            let bracket = clause::bracket_around(self.enclosures, start).is_some_and(|bracket| bracket.start == end);
            if bracket && before.kind == Kind::Growth && figures[index].kind == Kind::Ratio {
                let direction = before.direction;
                figures[index].kind = Kind::Growth;
                figures[index].direction = direction;
            }
        }
    }

    /// Whether nothing but a link stands between a figure and the one before it.
    fn only_links(&self, figure: &Figure) -> bool {
        figure.words.left.is_empty()
    }

    /// `由100天缩短至30天`: the first is where the change began, the second is called like the first.
    pub(super) fn changes(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let length = self.composition_length(figures, index);
            if index + length >= figures.len() {
                break;
            }
            let (from, to) = (&figures[index], &figures[index + length]);
            let (from_quantity, to_quantity) = (&self.quantities[from.quantity], &self.quantities[to.quantity]);
            let unit = from_quantity.unit == to_quantity.unit;
            // 由60日压缩至20个工作日
            let same = from_quantity.kind == to_quantity.kind && (unit || to.kind == Kind::Duration);
            let end = self.quantities[figures[index + length - 1].quantity].range.end;
            let Some(between) = chars.get(end..to_quantity.extent.start) else { continue };
            let ends = between.iter().any(|character| matches!(character, '至' | '到' | '为' | '成'));
            let near = between.len() <= 24 && !between.iter().any(|character| matches!(character, '。' | ';'));
            // 30天缩短为10天: nothing but the verb of change stands between.
            // 30天压缩到平均18天
            let verb = between.strip_suffix(&['平', '均']).unwrap_or(between);
            let bare = verb.split_last().is_some_and(|(last, verb)| {
                let changes = cues(Cue::Changing).at(verb, 0).is_some_and(|(length, ())| length == verb.len());
                matches!(last, '至' | '到' | '为') && verb.len() > 1 && changes && !from_quantity.composition
            });
            // 从最多时的第3位，后移到2005年的第30位
            let moves = |at: usize| {
                let (length, ()) = cues(Cue::Changing).at(between, at)?;
                matches!(between.get(at + length), Some('至' | '到' | '为')).then_some(())
            };
            let moves = matches!(between.first(), Some(',')) && moves(1).is_some();
            // 从第五跃居第二
            let ranks = from.kind == Kind::Rank
                && cues(Cue::Changing).at(between, 0).is_some_and(|(length, ())| length == between.len());
            let bare = bare || ranks;
            let begins = begins_change(&from.lead, bare || moves)
                || senses(Sense::From).before(chars, from_quantity.extent.start).is_some()
                || bare;
            if !(begins && same && (ends || ranks) && near) {
                continue;
            }
            let began = periods.iter().rev().find(|period| {
                let each = chars[period.range.start] == '每';
                period.compared && !each && from.words.left.contains(&period.range.start)
            });
            let began = began.map(|period| period.range.clone());
            let came = periods.iter().rev().find(|period| {
                let each = period.compared && chars[period.range.start] == '每';
                !each && to.words.left.contains(&period.range.start)
            });
            let came = came.map(|period| period.range.clone());
            // A better place is a smaller number.
            let up = (to_quantity.value >= from_quantity.value) != (to.kind == Kind::Rank);
            let told = to.direction.filter(|_| !unit);
            let direction = told.unwrap_or(if up { Direction::Up } else { Direction::Down });
            let mut name = without_beginning(chars, &from.name);
            if from.kind == Kind::Rank && begins_clause(chars, &from.words.left) {
                // 由上年居全省第四位上升为第三位
                let behind = began.as_ref().map_or(usize::MAX, |period| period.end);
                let place: Vec<usize> =
                    from.words.left.iter().copied().filter(|&at| at >= behind && chars[at] != '的').collect();
                name = if place.is_empty() { name } else { place };
            }
            if name.is_empty() && begins_clause(chars, &from.words.left) {
                // 城乡收入比持续缩小，由2.05:1下降为2.02:1
                let clause = self.clause_before(self.quantities[from.quantity].extent.start, from.sentence.start);
                name = name::subject_of_change(chars, &name::left(chars, periods, &clause));
            }
            for step in 0..length.min(figures.len() - index - length) {
                figures[index + step].role = Role::Baseline;
                if let Some(period) = &began {
                    figures[index + step].period = Some(period.clone());
                }
                let end = &mut figures[index + length + step];
                end.role = if end.planned { Role::Target } else { Role::Actual };
                if came.is_some() {
                    end.period.clone_from(&came);
                }
                if !name.is_empty() {
                    figures[index + step].name = name.clone();
                    figures[index + length + step].name = name.clone();
                    figures[index + length + step].name_rule = NameRule::Change;
                }
            }
            if length == 1 {
                figures[index + 1].direction = Some(direction);
            }
        }
    }

    /// How many numbers the composition has that begins at a figure; 1 where none does.
    fn composition_length(&self, figures: &[Figure], index: usize) -> usize {
        let quantity = |index: usize| &self.quantities[figures[index].quantity];
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

/// `由7个工作日办结改为当场办结`: whether what lasted so long is done at once now.
fn is_done_at_once(behind: &[char]) -> bool {
    const REACH: usize = 6;
    let ends = |at: &usize| ends_clause(behind[*at]);
    let end = (0..behind.len().min(REACH)).find(ends).unwrap_or(behind.len().min(REACH));
    (0..end).any(|at| {
        let verb = cues(Cue::Changing).at(behind, at).map_or(0, |(length, ())| length);
        let to = at + verb;
        verb > 0
            && matches!(behind.get(to), Some('为' | '至' | '到' | '成'))
            && cues(Cue::Once).at(behind, to + 1).is_some()
    })
}

/// Whether words begin with where a change began.
fn begins_clause(chars: &[char], words: &[usize]) -> bool {
    words.first().is_some_and(|&first| matches!(chars[first], '由' | '从'))
}

/// `合作社由十年前`, `由上年同期`: without what a change began with.
fn without_beginning(chars: &[char], name: &[usize]) -> Vec<usize> {
    let from = |at: &usize| {
        matches!(chars[name[*at]], '由' | '从') && naming(Place::Kept).at(&letters(chars, name), *at).is_none()
    };
    let end = (0..name.len()).rev().find(from).unwrap_or(name.len());
    name[..end].to_vec()
}

fn letters(chars: &[char], words: &[usize]) -> Vec<char> {
    words.iter().map(|&index| chars[index]).collect()
}

/// Whether a name says no more than that something was done: 完成, 实际完成.
fn is_reached(name: &[char]) -> bool {
    matches!(name, ['完', '成'] | ['实', '际', '完', '成'])
}
