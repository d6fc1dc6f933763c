//! What belongs to what: parts to their whole, rates and growth to what they speak of.

use super::clause;
use super::enclosure::Enclosures;
use super::figure::Figure;
use super::quantity::Quantity;
use crate::language::{attributes, funnel, rates, verbs};
use crate::report::{Kind, LinkRule, Relation, Role};
use crate::text::Passage;
use rust_decimal::Decimal;

/// Links the figures of a passage.
pub struct Linker<'a> {
    /// The characters.
    pub passage: &'a Passage,
    /// Their pairs of marks.
    pub enclosures: &'a Enclosures,
    /// Every quantity.
    pub quantities: &'a [Quantity],
}

/// How many figures back the whole of a part may stand.
const HORIZON: usize = 24;

impl Linker<'_> {
    /// Sets the link of every figure that has none yet.
    pub fn link(&self, figures: &mut [Figure]) {
        for index in 0..figures.len() {
            if figures[index].link.is_none()
                && let Some((link, rule)) = self.find(figures, index)
            {
                figures[index].link = Some(link);
                figures[index].link_rule = Some(rule);
            }
        }
    }

    fn find(&self, figures: &[Figure], index: usize) -> Option<((usize, Relation), LinkRule)> {
        type Rule<'l, 'a> = fn(&'l Linker<'a>, &[Figure], usize) -> Option<(usize, Relation)>;
        let rules: [(LinkRule, Rule<'_, '_>); 8] = [
            (LinkRule::Bracket, Self::in_bracket),
            (LinkRule::Attribute, Self::attribute),
            (LinkRule::Target, Self::target),
            (LinkRule::Relative, Self::relative),
            (LinkRule::Joined, Self::joined),
            (LinkRule::Among, Self::among),
            (LinkRule::Outcome, Self::outcome),
            (LinkRule::Threshold, Self::over_threshold),
        ];
        rules.iter().find_map(|(rule, find)| Some((find(self, figures, index)?, *rule)))
    }

    fn quantity(&self, figures: &[Figure], index: usize) -> &Quantity {
        &self.quantities[figures[index].quantity]
    }

    fn same_unit(&self, figures: &[Figure], one: usize, other: usize) -> bool {
        let (one, other) = (self.quantity(figures, one), self.quantity(figures, other));
        one.kind == other.kind && one.unit == other.unit
    }

    /// Figures before `index`, nearest first, not too far back.
    fn before(index: usize) -> impl Iterator<Item = usize> {
        (index.saturating_sub(HORIZON)..index).rev()
    }

    /// In a bracket behind the whole: `87个（动建52个、投产29个）`.
    fn in_bracket(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, index).range.start)?;
        if bracket.start < figure.sentence.start {
            return None;
        }
        let inside = Self::before(index).take_while(|&other| self.quantity(figures, other).range.start > bracket.start);
        let mut inside_roots = inside.filter(|&other| !figures[other].is_relative());
        if figure.is_relative()
            && let Some(root) = inside_roots.next()
        {
            return Some((root, Relation::Attribute));
        }
        let outside = |other: &usize| {
            let other_quantity = self.quantity(figures, *other);
            other_quantity.range.end <= bracket.start && figures[*other].sentence == figure.sentence
        };
        let mut candidates = Self::before(index).filter(outside).filter(|&other| !figures[other].is_relative());
        let nearest = candidates.next()?;
        if figure.is_relative() {
            return Some((nearest, Relation::Attribute));
        }
        if self.same_unit(figures, nearest, index) {
            return Some((nearest, Relation::Part));
        }
        let same = candidates.take(3).find(|&other| self.same_unit(figures, other, index));
        same.map(|whole| (whole, Relation::Part)).or(Some((nearest, Relation::Attribute)))
    }

    /// A target belongs to what was reached in the same sentence.
    fn target(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if figure.role != Role::Target {
            return None;
        }
        let actual = |other: &usize| {
            figures[*other].sentence == figure.sentence
                && figures[*other].role == Role::Actual
                && self.same_unit(figures, *other, index)
                && figures[*other].link.is_none_or(|(_, relation)| relation != Relation::Part)
        };
        Self::before(index).find(actual).map(|whole| (whole, Relation::Attribute))
    }

    /// A rate, a growth or a rank belongs to the figure it speaks of, if it does not name its own subject.
    fn relative(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if !figure.is_relative() {
            return None;
        }
        let chars = &self.passage.chars;
        let name = figure.letters(chars);
        let mut roots = Self::before(index)
            .filter(|&other| figures[other].sentence == figure.sentence && !figures[other].is_relative());
        if figure.kind == Kind::Points
            && let Some(rate) = Self::before(index)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| matches!(figures[other].kind, Kind::Ratio | Kind::Growth))
        {
            return Some((rate, Relation::Attribute));
        }
        if figure.increment {
            // 面积比上年增加21万亩，达到300万亩: the whole may also stand behind.
            let behind = figures.get(index + 1).filter(|next| next.is_borrowed() && next.sentence == figure.sentence);
            if behind.is_some() && self.same_unit(figures, index, index + 1) {
                return Some((index + 1, Relation::Attribute));
            }
            let same: Vec<usize> = roots.filter(|&other| self.same_unit(figures, other, index)).collect();
            let akin = same.iter().find(|&&other| shares_pair(&name, &figures[other].letters(chars)));
            return akin.or(same.first()).map(|&whole| (whole, Relation::Attribute));
        }
        // 增加8件，增长44.4%: the growth is of what increased.
        if figure.kind == Kind::Growth
            && is_bare_relative(&name)
            && let Some(before) = index.checked_sub(1)
            && figures[before].increment
            && figures[before].sentence == figure.sentence
        {
            return figures[before].link;
        }
        if figure.kind == Kind::Rank && figure.words.follows {
            return index.checked_sub(1).map(|before| (before, Relation::Attribute));
        }
        if figure.kind == Kind::Rank && is_place(&name) {
            let ranked = Self::before(index)
                .take_while(|&other| figures[other].sentence == figure.sentence)
                .find(|&other| !matches!(figures[other].kind, Kind::Growth | Kind::Points | Kind::Rank))?;
            return Some((ranked, Relation::Attribute));
        }
        let nearest = roots.next()?;
        let bare = is_bare_relative(&name);
        if figure.kind == Kind::Multiple {
            return Some((nearest, Relation::Attribute));
        }
        if figure.kind != Kind::Ratio {
            return bare.then_some((nearest, Relation::Attribute));
        }
        // A rate speaks of the whole rather than of the part before it: 受理22件，办结22件，办结率100%.
        let whole = match figures[nearest].link {
            Some((whole, Relation::Part)) if is_rate(&name) => whole,
            _ => nearest,
        };
        let akin = |other: usize| shares_pair(&name, &figures[other].letters(chars));
        if bare {
            let share = name.starts_with(&['占']);
            return Some((if share { nearest } else { whole }, Relation::Attribute));
        }
        let process = verbs().at(&name, 0).is_some() || rates().at(&name, 0).is_some();
        if is_rate(&name) && (name.len() <= 5 && process || akin(whole) || akin(nearest)) && !figure.is_borrowed() {
            return Some((whole, Relation::Attribute));
        }
        None
    }

    /// `10件12人`: the second tells of the first.
    fn joined(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let before = index.checked_sub(1)?;
        let apart = !self.same_unit(figures, before, index) && figures[before].quantity != figure.quantity;
        let measured = figure.words.follows
            && figures[before].kind == Kind::Count
            && matches!(
                figure.kind,
                Kind::Money | Kind::Area | Kind::Length | Kind::Mass | Kind::Volume | Kind::Energy | Kind::Power
            );
        ((figure.words.joined || measured) && apart && figures[before].sentence == figure.sentence)
            .then_some((before, Relation::Attribute))
    }

    /// Behind 其中: parts of the nearest whole before it.
    fn among(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let start = self.quantity(figures, index).range.start;
        let chars = &self.passage.chars;
        let opened = (figure.sentence.start..start).rev().find(|&at| {
            chars[at] == '其' && matches!(chars.get(at + 1), Some('中'))
                || chars[at] == '含' && starts_clause(chars, at)
        })?;
        if clause::bracket_around(self.enclosures, opened) != clause::bracket_around(self.enclosures, start) {
            return None;
        }
        // A new clause that names the time or adds another matter is no part any more.
        let between = &chars[opened..start];
        if ENDS_AMONG.iter().any(|word| contains(between, word)) {
            return None;
        }
        let near = |other: &usize| figures[*other].sentence.end >= figure.sentence.start;
        let wholes = Self::before(index)
            .take_while(near)
            .filter(|&other| self.quantity(figures, other).range.end <= opened && !figures[other].is_relative());
        let value = self.quantity(figures, index).value;
        let mut same = wholes
            .filter(|&other| self.same_unit(figures, other, index) && value <= self.quantity(figures, other).value);
        let nearest = same.next()?;
        if self.is_closed(figures, index, opened, nearest) {
            return None;
        }
        // Of several wholes it is the one that the members add up to: 受理168件，办结161件；其中甲100件、乙68件.
        let sum = self.sum_behind(figures, index, opened);
        let whole = same.find(|&other| sum == Some(self.quantity(figures, other).value)).unwrap_or(nearest);
        let whole = if sum == Some(self.quantity(figures, nearest).value) { nearest } else { whole };
        Some((whole, Relation::Part))
    }

    /// Whether the parts up to the last semicolon add up to the whole, so that another matter begins behind it.
    fn is_closed(&self, figures: &[Figure], index: usize, opened: usize, whole: usize) -> bool {
        let start = self.quantity(figures, index).range.start;
        let Some(semicolon) = (opened..start).rev().find(|&at| self.passage.chars[at] == ';') else { return false };
        let parts = Self::before(index).take_while(|&other| self.quantity(figures, other).range.start > opened).filter(
            |&other| self.quantity(figures, other).range.end <= semicolon && self.same_unit(figures, other, index),
        );
        let sum = parts
            .map(|other| self.quantity(figures, other).value)
            .try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value));
        sum == Some(self.quantity(figures, whole).value)
    }

    /// The sum of the figures of one unit that stand between `opened` and the end of the sentence.
    fn sum_behind(&self, figures: &[Figure], index: usize, opened: usize) -> Option<Decimal> {
        let near = |other: &usize| figures[*other].sentence == figures[index].sentence;
        let members =
            (index.saturating_sub(HORIZON)..figures.len().min(index + HORIZON)).filter(near).filter(|&other| {
                self.quantity(figures, other).range.start > opened && self.same_unit(figures, other, index)
            });
        members
            .map(|other| self.quantity(figures, other).value)
            .try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
    }

    /// Total investment, area and the like belong to the things counted right before.
    fn attribute(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let name = figure.letters(&self.passage.chars);
        let named = attributes().at(&name, 0).is_some_and(|(length, ())| length == name.len());
        if !named {
            return None;
        }
        // 总投资12亿元的8个项目: what it tells of stands behind.
        let possessive = figure.words.left.is_empty()
            || self.passage.chars.get(self.quantity(figures, index).extent.end) == Some(&'的');
        if possessive
            && let Some(next) = figures.get(index + 1)
            && next.words.follows
            && next.kind == Kind::Count
        {
            return Some((index + 1, Relation::Attribute));
        }
        let mut before = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .filter(|&other| !figures[other].is_relative());
        let counted = |other: &usize| figures[*other].kind != Kind::Money && !self.same_unit(figures, *other, index);
        before.find(counted).map(|other| {
            // Behind a bracket with parts it is the whole again that is spoken of.
            let bracket = clause::bracket_around(self.enclosures, self.quantity(figures, other).range.start);
            let outside = bracket.is_some_and(|bracket| bracket.end <= self.quantity(figures, index).range.start);
            match figures[other].link {
                Some((whole, Relation::Part)) if outside => (whole, Relation::Attribute),
                _ => (other, Relation::Attribute),
            }
        })
    }

    /// What became of the things counted before: 受理22件，已办结20件.
    fn outcome(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let name = figure.letters(&self.passage.chars);
        let (length, ()) = funnel().at(&name, 0)?;
        let passive = matches!(name[0], '被' | '未' | '已' | '不' | '判');
        if name.len() > length + if passive { 6 } else { 2 } || figure.kind != Kind::Count && figure.kind != Kind::Money
        {
            return None;
        }
        let near = |other: &usize| figures[*other].sentence == figure.sentence;
        let whole = Self::before(index)
            .take_while(near)
            .find(|&other| self.same_unit(figures, other, index) && figures[other].role == Role::Actual)?;
        let quantity = |index| self.quantity(figures, index).value;
        // Two outcomes side by side are parts of one whole.
        let whole = match figures[whole].link {
            Some((root, Relation::Part)) if quantity(index) > quantity(whole) => root,
            _ => whole,
        };
        (quantity(index) <= quantity(whole)).then_some((whole, Relation::Part))
    }

    /// Things over a threshold are part of all the things: 项目93个，亿元以上项目46个.
    fn over_threshold(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let chars = &self.passage.chars;
        let name = figure.letters(chars);
        if !contains(&name, "以上") && !contains(&name, "以下") || figure.kind != Kind::Count {
            return None;
        }
        let noun = name.get(name.len().checked_sub(2)?..)?;
        let near = |other: &usize| figures[*other].sentence == figure.sentence;
        let all = |other: &usize| {
            let letters = figures[*other].letters(chars);
            self.same_unit(figures, *other, index) && letters.ends_with(noun) && !contains(&letters, "以上")
        };
        let whole = Self::before(index).take_while(near).find(all)?;
        let whole = match figures[whole].link {
            Some((root, Relation::Part)) => root,
            _ => whole,
        };
        (self.quantity(figures, index).value <= self.quantity(figures, whole).value).then_some((whole, Relation::Part))
    }
}

/// Words that end what 其中 opened.
const ENDS_AMONG: [&str; 6] = ["此外", "同时", "另外", "全年", "另有", "净增"];

fn starts_clause(chars: &[char], at: usize) -> bool {
    at == 0 || matches!(chars[at - 1], ',' | ';' | '(' | '。')
}

fn contains(letters: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    letters.windows(word.len()).any(|window| window == word)
}

/// Whether a name ends as rates do: 办结率, 完成比例.
fn is_rate(name: &[char]) -> bool {
    name.ends_with(&['率'])
        || name.ends_with(&['比', '例'])
        || name.ends_with(&['占', '比'])
        || name.ends_with(&['比', '重'])
}

/// Whether the name of a rate, growth or rank has no subject of its own: 同比增长, 占全区固投, 总量居全省.
fn is_bare_relative(name: &[char]) -> bool {
    const HEADS: [&str; 33] = [
        "完成年度",
        "完成全年",
        "超额完成",
        "同比",
        "环比",
        "比上年",
        "比增",
        "比去年",
        "较上年",
        "较去年",
        "年均",
        "增长",
        "下降",
        "增幅",
        "降幅",
        "增速",
        "占",
        "总量",
        "增长率",
        "恢复至",
        "是",
        "居",
        "排名",
        "位居",
        "位列",
        "列",
        "较",
        "比",
        "平均",
        "上升",
        "提高",
        "减少",
        "增加",
    ];
    name.is_empty() || HEADS.iter().any(|head| name.starts_with(&head.chars().collect::<Vec<_>>()))
}

/// Whether the name of a rank only says among whom: 全省, 居全市.
fn is_place(name: &[char]) -> bool {
    name.is_empty() || matches!(name[0], '全' | '居' | '列' | '位' | '排') && name.len() <= 5
}

/// Whether two names share two characters in a row.
fn shares_pair(one: &[char], other: &[char]) -> bool {
    one.windows(2).any(|pair| other.windows(2).any(|other| pair == other))
}
