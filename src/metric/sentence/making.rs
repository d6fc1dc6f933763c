//! The making of one figure by its own words: what it is called, of what kind, of what time, and which way it went.

use super::Sentence;
use super::reader::Reader;
use super::role::is_estimated;
use crate::language::{Claim, Cue, Measure, Sense, Tie, claims, cues, qualifiers, senses, ties};
use crate::metric::enclosure::Pair;
use crate::metric::figure::words::{Words, letters_of};
use crate::metric::figure::{Figure, direction, kind};
use crate::metric::judge::ends_clause;
use crate::metric::name::{self, trim};
use crate::metric::period::Period;
use crate::metric::quantity::Quantity;
use crate::report::{Direction, Kind, NameRule, Qualifier, Role};

impl Reader<'_> {
    /// A figure as its own words tell it; what it is to the report is not known yet.
    pub(super) fn make(
        &self,
        sentence: &Sentence,
        last: Option<&Figure>,
        period: Option<&Period>,
        index: usize,
        words: Words,
    ) -> Figure {
        let quantity = &self.quantities[index];
        let lead = letters_of(&self.passage.chars, &words.left);
        let name = name::find(self.passage, sentence.periods, quantity, &words);
        let kind = self.kind_of(index, &lead, last);
        // 提标61户: their allowance was raised, and not how many they are.
        let raises = quantity.counts_people() && lead.ends_with(&['提', '标']);
        let shared = matches!(quantity.kind, Some(Kind::Ratio | Kind::Multiple | Kind::Points));
        // 全年接待游客96万人次。现有景区5家: what stands now was not done in the year told before.
        let carried = sentence.carried.filter(|_| !senses(Sense::Standing).is_in(&lead));
        Figure {
            quantity: index,
            sentence: sentence.range.clone(),
            apart: None,
            kind,
            role: Role::Actual,
            qualifier: qualifier(quantity, &lead, &letters_of(&self.passage.chars, &words.right)),
            direction: direction(quantity, kind, &lead, raises),
            period: period.map(|period| period.range.clone()).or(carried.cloned()),
            link: None,
            link_rule: None,
            increment: is_increment(&lead) && !raises && !shared,
            name_rule: name_rule(&name, quantity),
            planned: false,
            left_open: false,
            name,
            lead: lead.into_owned(),
            words,
        }
    }

    /// The kind of a figure, by its unit and the words before it.
    fn kind_of(&self, index: usize, lead: &[char], last: Option<&Figure>) -> Kind {
        let quantity = &self.quantities[index];
        // 收入任务174万，完成198万: it is what the task is.
        let bare = |quantity: &Quantity| quantity.unit.is_none() && quantity.kind.is_none();
        let money = |last: &Figure| last.kind == Kind::Money && bare(self.quantity(last));
        let attained = || cues(Cue::Attained).is(lead);
        if bare(quantity) && last.is_some_and(money) && attained() {
            return Kind::Money;
        }
        // 增长6.5%，力争7%: so is what one strives to reach beyond it.
        let grew = |last: &Figure| last.kind == Kind::Growth && self.quantity(last).unit == quantity.unit;
        if last.is_some_and(grew) && senses(Sense::Target).is(lead) {
            return Kind::Growth;
        }
        // 死亡率为0
        let rate = || ties(Tie::Rate).ends(&lead[..trim::tail(lead, 0)]);
        let bare = if bare(quantity) && rate() { Kind::Ratio } else { Kind::Index };
        let unknown = if quantity.ordinal { Kind::Rank } else { bare };
        kind::of(quantity, lead).unwrap_or(unknown)
    }

    /// The time that the sentence says a figure of, which begins at `start`.
    pub(super) fn period_of<'s>(&self, sentence: &Sentence<'s>, start: usize) -> Option<&'s Period> {
        let chars = &self.passage.chars;
        let said = |period: &&Period| {
            // 1186起（2022年同期1263起），下降6.1%: what a bracket compares with is not told of what follows.
            let closed =
                self.enclosures.around(period.range.start, Pair::Bracket).is_some_and(|pair| pair.close < start);
            let apart = |mark: &char| matches!(mark, ',' | ';' | '、');
            let holds = !(closed || period.local && chars[period.range.end..start].iter().any(apart));
            !period.compared && period.range.end <= start && holds
        };
        let before = &sentence.periods[..sentence.periods.partition_point(|period| period.range.end <= start)];
        let mut nearest = before.iter().rev().filter(said);
        let outer = |period: &&Period| !(period.inner && chars[period.range.end..start].contains(&';'));
        let last = nearest.next();
        let alone = || last.filter(|last| sentence.carried.is_none() && !last.deadline);
        last.filter(outer).or_else(|| nearest.find(outer)).or_else(alone)
    }

    /// 3个站所全年未开展培训: where no time stands before those who are counted, it is that of what they did.
    pub(super) fn told_of_behind(&self, figure: &mut Figure, periods: &[Period]) {
        let chars = &self.passage.chars;
        // 42个问题6月底前完成整改30个: when so many were solved is not when there were so many.
        let last = |period: &Period| {
            let behind = chars[period.range.end..].iter().take_while(|letter| !ends_clause(**letter));
            !behind.into_iter().any(char::is_ascii_digit)
        };
        let did = |period: &&Period| {
            figure.words.right.contains(&period.range.start)
                && !(period.compared || period.deadline || period.local)
                && last(period)
        };
        if figure.kind == Kind::Count
            && let Some(period) = periods.iter().find(did)
        {
            figure.period = Some(period.range.clone());
        }
    }

    /// 略低于8%的预定目标: the goal itself was just so much.
    pub(super) fn exact_goal(&self, figure: &mut Figure) {
        if figure.role != Role::Target || figure.qualifier == Qualifier::About {
            return;
        }
        let quantity = self.quantity(figure);
        let behind = letters_of(&self.passage.chars, &figure.words.right);
        let goal = behind.first() == Some(&'的') && senses(Sense::Task).is_in(&behind);
        let led = quantity.extent.start < quantity.range.start && quantity.extent.end == quantity.range.end;
        if goal && led {
            figure.qualifier = Qualifier::Exact;
        }
    }

    /// 是上个五年的1.8倍: what it is a multiple of names nothing.
    pub(super) fn without_base(&self, figure: &mut Figure, periods: &[Period]) {
        if figure.kind != Kind::Multiple {
            return;
        }
        let is = |letter: char| matches!(letter, '是' | '为');
        if figure.lead.ends_with(&['的']) {
            let leads = figure.lead.first().is_some_and(|&letter| is(letter));
            let whole = if leads { 0 } else { figure.name.len() };
            let subject = figure.name.iter().position(|&at| is(self.passage.chars[at]));
            figure.name.truncate(subject.unwrap_or(whole));
        }
        if figure.name.iter().all(|index| periods.iter().any(|period| period.range.contains(index))) {
            figure.name.clear();
        }
    }

    /// 由第42位上升至第35位，前移7位
    pub(super) fn moved_places(&self, figure: &mut Figure, last: Option<&Figure>) {
        let unit = self.quantity(figure).unit.as_deref();
        let places = Measure::Rank.has(unit);
        let moved = places && claims(Claim::Moved).ends(&figure.lead);
        figure.increment |= moved && last.is_some_and(|last| last.kind == Kind::Rank);
    }
}

/// How exact a figure is, by its own marks or by the words around it.
fn qualifier(quantity: &Quantity, lead: &[char], behind: &[char]) -> Qualifier {
    match quantity.qualifier {
        // 控制在6亿立方米的红线以内
        Qualifier::Exact if lead.ends_with(&['控', '制', '在']) && matches!(behind, ['的', .., '以' | '之', '内']) => {
            Qualifier::AtMost
        }
        Qualifier::Exact if is_estimated(lead) => Qualifier::About,
        // 每村至少培养3名: the verb stands between.
        Qualifier::Exact if senses(Sense::Least).is_in(lead) => Qualifier::AtLeast,
        Qualifier::Exact if quantity.kind == Some(Kind::Ratio) && lead.ends_with(&['的']) => bound_of_share(lead),
        qualifier => qualifier,
    }
}

/// `检查面不低于单位总数的20%`: how exact a share is by the words before what it is taken of.
fn bound_of_share(lead: &[char]) -> Qualifier {
    let bound = |at: usize| {
        qualifiers::before().at(lead, at).filter(|_| at > 0 || lead[0] == '不').map(|(_, qualifier)| *qualifier)
    };
    let bounds = (0..lead.len()).filter_map(bound);
    let strict = |qualifier: &Qualifier| matches!(qualifier, Qualifier::AtLeast | Qualifier::AtMost);
    bounds.into_iter().find(strict).unwrap_or(Qualifier::Exact)
}

/// Which way a change went; `raises` is whether it is something else of them that was raised.
fn direction(quantity: &Quantity, kind: Kind, lead: &[char], raises: bool) -> Option<Direction> {
    // 同比-3.6%
    let falls = quantity.value.is_sign_negative();
    let grows = (kind == Kind::Growth).then_some(if falls { Direction::Down } else { Direction::Up });
    let drags = kind == Kind::Points && direction::drags(lead);
    drags
        .then_some(Direction::Down)
        .or_else(|| direction::compared(lead))
        .or_else(|| direction::change(lead).filter(|_| !raises).map(|(direction, _)| direction))
        .or_else(|| direction::change_of(lead))
        .or_else(|| direction::lies(lead).filter(|_| kind == Kind::Points))
        .or_else(|| direction::changes_object(lead).filter(|_| kind == Kind::Growth))
        .or(grows)
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
    // 低于限额1.2亿元, 高于全省平均水平860元: so far it lies from what is named. Not so 少于2万人的有7个.
    if matches!(lead, ['高' | '低' | '多' | '少' | '大' | '小', '于', _, _, ..]) && !lead.ends_with(&['有']) {
        return true;
    }
    let amount = senses(Sense::Amount).ends(lead);
    (compared || amount) && direction::change(lead).is_some_and(|(_, level)| !level)
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
