//! What belongs to what: parts to their whole, rates and growth to what they speak of.

mod among;
mod attribute;
mod bracket;
mod change;
mod dealt_with;
pub(super) mod division;
pub(super) mod kinship;
mod mean;
mod named;
mod other_measure;
mod outcome;
mod own_clause;
mod ownership;
mod parts;
mod rank;
mod rate_of_two;
mod relative;
pub(super) mod sums;
mod target;
mod those_who;

use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Range;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::clause;
use super::enclosure::Enclosures;
use super::figure::Figure;
use super::quantity::Quantity;
use crate::language::{Claim, Sense, claims, senses};
use crate::report::{Kind, LinkRule, Relation, Role};
use crate::text::Passage;

/// What a figure belongs to, and how.
pub type Link = (usize, Relation);

/// The answer to one of several questions that are asked of a figure in their order: what it belongs to and how, or that it
/// belongs to nothing; or else the next question is asked.
type Answer = ControlFlow<Option<Link>>;

/// It belongs to nothing.
const NOTHING: Answer = Break(None);
/// The next question is to be asked.
const ASK_ON: Answer = Continue(());

/// It tells something of that figure, if there is one; or else the next question is asked.
fn tells_of_that(whole: Option<usize>) -> Answer {
    whole.map_or(ASK_ON, |whole| Break(Some((whole, Relation::Attribute))))
}

/// The link of the first question that is answered.
fn answered(answer: Answer) -> Option<Link> {
    answer.break_value().flatten()
}

/// Links the figures of a passage.
pub struct Linker<'a> {
    /// The characters.
    pub passage: &'a Passage,
    /// Their pairs of marks.
    pub enclosures: &'a Enclosures,
    /// Every quantity.
    pub quantities: &'a [Quantity],
    /// The figures, as far as they are linked.
    figures: &'a mut [Figure],
    /// The names of the figures.
    names: Vec<Vec<char>>,
    /// Where 其中 and the like stand, which open the parts of a whole, by where the bracket around them opens.
    openings: FxHashMap<Option<usize>, Vec<usize>>,
}

/// How many figures back the whole of a part may stand.
pub(super) const HORIZON: usize = 24;

impl<'a> Linker<'a> {
    /// The linker of the figures of a passage.
    pub fn new(
        passage: &'a Passage,
        enclosures: &'a Enclosures,
        quantities: &'a [Quantity],
        figures: &'a mut [Figure],
    ) -> Self {
        let names = figures.iter().map(|figure| figure.letters(&passage.chars).into_owned()).collect();
        let mut openings: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for at in parts::openings(&passage.chars) {
            let bracket = clause::bracket_around(enclosures, at).map(|bracket| bracket.start);
            openings.entry(bracket).or_default().push(at);
        }
        Self { passage, enclosures, quantities, figures, names, openings }
    }
}

impl Linker<'_> {
    /// The name of a figure.
    pub(super) fn name(&self, index: usize) -> &[char] {
        &self.names[index]
    }

    /// Where the last 其中 or the like stands in a stretch of characters, in this bracket or in none.
    pub(super) fn opening(&self, stretch: Range<usize>, bracket: Option<&Range<usize>>) -> Option<usize> {
        let openings = self.openings.get(&bracket.map(|bracket| bracket.start))?;
        let last = openings.partition_point(|&at| at < stretch.end).checked_sub(1)?;
        Some(openings[last]).filter(|&at| at >= stretch.start)
    }

    /// Whether 其中 or the like stands between two figures of a sentence, outside of brackets.
    pub(super) fn opens_between(&self, one: usize, other: usize) -> bool {
        let between = self.quantity(one).range.end..self.quantity(other).range.start;
        self.opening(between, None).is_some()
    }

    /// Sets the link of every figure that has none yet.
    pub fn link(&mut self) {
        self.totals();
        self.divide_named();
        self.add_up();
        self.divide_again();
        self.leave_over();
        self.divide_by();
        self.divide_as_known();
        self.itemise();
        for index in 0..self.figures.len() {
            // 应急队18支612人，社会队伍3支145人，总人数757人: what members make together tells of none of them.
            let total =
                index.checked_sub(1).is_some_and(|last| self.figures[last].link == Some((index, Relation::Part)));
            if self.figures[index].link.is_none()
                && !total
                && let Some((link, rule)) = self.find(index)
                && !self.leads_to(link.0, index)
            {
                self.figures[index].link = Some(link);
                self.figures[index].link_rule = Some(rule);
                // 播种粮食36万亩，其中水稻29万亩: what is to be done is so in its parts.
                let told = rule == LinkRule::Among || rule == LinkRule::Bracket;
                let whole = &self.figures[link.0];
                let planned = link.1 == Relation::Part && whole.role == Role::Target && told;
                let done = senses(Sense::Done).is_in(&self.figures[index].lead)
                    || senses(Sense::Reached).begins(self.name(index));
                // 计划改造86个，已开工80个，其中完工41个
                let reached = || {
                    (link.0 + 1..index)
                        .any(|other| self.figures[other].role == Role::Actual && self.same_unit(other, index))
                };
                if planned && !done && self.figures[index].role == Role::Actual && !reached() {
                    self.figures[index].role = Role::Target;
                }
            }
        }
        self.link_both();
        self.part_measures();
    }

    /// `见面率、办结率均达100%`: what is told of one of two things that share a value is told of the other.
    fn link_both(&mut self) {
        for index in (1..self.figures.len()).rev() {
            let same = self.figures[index].quantity == self.figures[index - 1].quantity;
            if let Some(link) = self.figures[index].link.filter(|link| same && link.0 + 1 < index)
                && self.figures[index - 1].link.is_none()
            {
                self.figures[index - 1].link = Some(link);
                self.figures[index - 1].link_rule = self.figures[index].link_rule;
            }
        }
        // 报备率、及时率、规范率均达100%
        for index in 1..self.figures.len() {
            let same = self.figures[index].quantity == self.figures[index - 1].quantity
                && self.figures[index].kind == Kind::Ratio;
            if self.figures[index].link.is_none() && same && self.figures[index - 1].link.is_some() {
                self.figures[index].link = self.figures[index - 1].link;
                self.figures[index].link_rule = self.figures[index - 1].link_rule;
            }
        }
    }

    fn find(&self, index: usize) -> Option<(Link, LinkRule)> {
        type Rule<'a> = fn(&Linker<'a>, usize) -> Option<Link>;
        let rules: [(LinkRule, Rule<'_>); 31] = [
            (LinkRule::Relative, Self::began_at),
            (LinkRule::Bracket, Self::in_bracket),
            (LinkRule::Joined, Self::second_of_pair),
            (LinkRule::Outcome, Self::spent_of),
            (LinkRule::Attribute, Self::reached),
            (LinkRule::Attribute, Self::for_each),
            (LinkRule::Attribute, Self::told_of_dealt),
            (LinkRule::Attribute, Self::falls_on_each),
            (LinkRule::Attribute, Self::mean_of_counted),
            (LinkRule::Attribute, Self::mean_of_same),
            (LinkRule::Attribute, Self::attribute),
            (LinkRule::Target, Self::target),
            (LinkRule::Among, Self::added_to),
            (LinkRule::Among, Self::growth_among),
            (LinkRule::Relative, Self::made_of),
            (LinkRule::Relative, Self::share_of_those),
            (LinkRule::Relative, Self::relative),
            (LinkRule::Joined, Self::joined),
            (LinkRule::Among, Self::partitive),
            (LinkRule::Outcome, Self::all_again),
            (LinkRule::Among, Self::out_of_named),
            (LinkRule::Among, Self::among),
            (LinkRule::Among, Self::among_measured),
            (LinkRule::Threshold, Self::those_who),
            (LinkRule::Shared, Self::shared_out),
            (LinkRule::Remainder, Self::remainder),
            (LinkRule::Outcome, Self::rated_part),
            (LinkRule::Outcome, Self::outcome),
            (LinkRule::Threshold, Self::over_threshold),
            (LinkRule::Threshold, Self::of_age),
            (LinkRule::Relative, Self::told_again),
        ];
        let found = rules.iter().find_map(|(rule, find)| Some((find(self, index)?, *rule)));
        // 新收申请45件，上年结转的2件已办结: unless it is told so, what was left from the year before is no part of what came in.
        let told = |rule| matches!(rule, LinkRule::Bracket | LinkRule::Among);
        let carried = claims(Claim::Carried).begins(self.name(index));
        found.filter(|(link, rule)| !carried || link.1 != Relation::Part || told(*rule))
    }

    /// Whether the links of a figure lead to another, so that a link back would make a circle.
    fn leads_to(&self, from: usize, to: usize) -> bool {
        let links = std::iter::successors(Some(from), |&at| self.figures[at].link.map(|link| link.0));
        links.take(HORIZON).any(|at| at == to)
    }

    /// The quantity of a figure.
    pub(super) fn quantity(&self, index: usize) -> &Quantity {
        &self.quantities[self.figures[index].quantity]
    }

    /// The number of a figure.
    pub(super) fn value(&self, index: usize) -> Decimal {
        self.quantity(index).value
    }

    /// Whether two figures are counted or measured alike.
    pub(super) fn same_unit(&self, one: usize, other: usize) -> bool {
        let (one_kind, other_kind) = (self.figures[one].kind, self.figures[other].kind);
        let (one, other) = (self.quantity(one), self.quantity(other));
        // 108亿元, 其中工业突破百亿: an amount of money may leave out its unit.
        let money =
            one_kind == Kind::Money && other_kind == Kind::Money && (one.unit.is_none() || other.unit.is_none());
        let alike = one.unit == other.unit
            || one_kind == Kind::Count
                && one
                    .unit
                    .as_deref()
                    .zip(other.unit.as_deref())
                    .is_some_and(|(one, other)| without_times(one) == without_times(other));
        // 诊疗人次95.5万，增加11.3万人次; 5.13万农村人口（其中脱贫人口1.96万人）: a number of people may leave out its unit.
        let people = |one: &Quantity, other: &Quantity| {
            let counts = matches!(other.unit.as_deref(), Some("人" | "人次"));
            one.unit.is_none() && one.numeral.scale.is_some() && counts
        };
        let people = one_kind == Kind::Count && other_kind == Kind::Count && (people(one, other) || people(other, one));
        one.kind == other.kind && alike || money || people
    }

    /// The characters between two figures.
    pub(super) fn between(&self, one: usize, other: usize) -> &[char] {
        let (start, end) = (self.quantity(one).range.end, self.quantity(other).range.start);
        self.passage.chars.get(start..end).unwrap_or_default()
    }

    /// Figures before `index`, nearest first, not too far back.
    pub(super) fn before(index: usize) -> impl Iterator<Item = usize> {
        (index.saturating_sub(HORIZON)..index).rev()
    }

    /// Those of them that stand in its sentence.
    pub(super) fn in_sentence_before(&self, index: usize) -> impl Iterator<Item = usize> {
        Self::before(index).take_while(move |&other| self.figures[other].sentence == self.figures[index].sentence)
    }
}

/// A measure word without what says that each time is counted, and under one name: 件次, 宗(次) and 起 are 件. 人次 are no 人.
fn without_times(unit: &str) -> &str {
    if matches!(unit, "人次" | "人(次)") {
        return "人次";
    }
    let each = unit.strip_suffix("(次)").or(unit.strip_suffix('次')).filter(|each| !each.is_empty());
    match each.unwrap_or(unit) {
        // 劳动者86名，其中农民工51人
        "名" | "位" => "人",
        // 受理复议案件19起，其中维持6件
        "起" | "宗" => "件",
        each => each,
    }
}
