//! Thresholds and classes inside names: `10亿元以上项目`, `亿元项目`, `15—59岁人口`.

use super::{Scene, ends_clause, is_word};
use crate::language::{Cue, Measure, Place, Sense, attributes, naming, senses, verbs};
use crate::metric::quantity::Quantity;
use crate::metric::quantity::numeral::Style;
use crate::report::{Kind, Qualifier, Reason};
use crate::text::is_han;

impl Scene<'_> {
    /// A threshold inside a name: `10亿元以上项目`, `亿元项目`.
    pub(super) fn threshold(&self, index: usize) -> Option<Reason> {
        let quantity = &self.quantities[index];
        let end = quantity.extent.end;
        let next = self.char(end);
        let bounds = end > quantity.range.end && self.char(quantity.range.end) != '左';
        let follows = is_word(next);
        let more = self.another_in_clause(index);
        if bounds && follows && !matches!(next, '用' | '的') && quantity.kind != Some(Kind::Duration) {
            // 选派1200名以上科技特派员
            let age = quantity.is_counted_in(Measure::Age);
            let done = quantity.kind == Some(Kind::Count)
                && !age
                && (verbs().is_compound_before(&self.passage.chars, quantity.extent.start) || self.ensures(quantity));
            let said = (done || self.cue_before(Cue::Measured, quantity.extent.start)) && !more;
            return (!said && !self.pays_for(quantity)).then_some(Reason::Threshold);
        }
        // 3个年产值10亿元以上的园区
        let describes = || bounds && self.describes_counted(index);
        // 常住人口在2万人至5万人之间的有5个
        let within = || self.passage.has(end, "之间的") && more;
        if next == '的' && ((bounds || quantity.low.is_some()) && more || describes()) || within() {
            return Some(Reason::Threshold);
        }
        // 财政收入超300万元的乡镇有8个, 人口超5万人的有3个
        let led = quantity.extent.start < quantity.range.start && quantity.qualifier != Qualifier::About;
        // 投资过10亿元的项目3个, but not 通过10亿元的贷款帮助32家
        let start = quantity.range.start;
        let led = led
            || match self.char_before(start) {
                '超' | '逾' => true,
                '过' => !naming(Place::Means).is_before(&self.passage.chars, start),
                _ => false,
            };
        // 人口超过5万人的有2个
        let of_each =
            quantity.kind != Some(Kind::Count) || self.passage.has(end, "的有") || self.counts_otherwise(index);
        if led && next == '的' && of_each && self.counted_behind(index) {
            return Some(Reason::Threshold);
        }
        // 产值过十亿元6家; 发放贷款超3亿元1200户 are two figures.
        let passed = matches!(self.char_before(quantity.range.start), '过' | '超' | '逾' | '破');
        let counts = |next: &Quantity| next.range.start == end && next.kind == Some(Kind::Count);
        let passed = passed && !self.cue_before(Cue::Granted, quantity.extent.start);
        if passed && quantity.kind == Some(Kind::Money) && self.quantities.get(index + 1).is_some_and(counts) {
            return Some(Reason::Threshold);
        }
        // 五年以上刑期 is no length of time either.
        if bounds && follows && quantity.kind == Some(Kind::Duration) && more && next != '办' && next != '完' {
            return Some(Reason::Threshold);
        }
        // 0—14岁人口, 0—14岁、15—59岁人口
        let listed = self.char(quantity.range.end) == '、'
            && self.quantities.get(index + 1).is_some_and(|next| next.range.start == quantity.range.end + 1);
        if quantity.is_counted_in(Measure::Age)
            && (listed || is_word(self.char(quantity.range.end)))
            && !self.cue_at(Cue::Changing, quantity.range.end)
        {
            return Some(Reason::Threshold);
        }
        // 每10万人 says by what something is taken.
        if self.char_before(quantity.range.start) == '每' && quantity.kind != Some(Kind::Money) {
            return Some(Reason::Threshold);
        }
        // 500米覆盖率, 15分钟生活圈
        if matches!(quantity.kind, Some(Kind::Length | Kind::Duration)) && self.cue_at(Cue::Radius, quantity.range.end)
        {
            return Some(Reason::Threshold);
        }
        if self.char(quantity.range.end) == '级' && quantity.unit.is_some() {
            return Some(Reason::Name);
        }
        if self.is_class(index) {
            return Some(Reason::Threshold);
        }
        let noun = self.cue_at(Cue::Class, quantity.range.end);
        let amount =
            quantity.kind == Some(Kind::Money) || (quantity.unit.is_none() && quantity.numeral.style == Style::Scale);
        if amount && noun && !self.cue_before(Cue::Spent, quantity.extent.start) {
            return Some(Reason::Threshold);
        }
        None
    }

    /// `确保年内8个以上项目竣工`: whether it is aimed at that so many things, not so many people as something has, come to something.
    fn ensures(&self, quantity: &Quantity) -> bool {
        let before = &self.passage.chars[..quantity.extent.start];
        let before = before.strip_suffix(&['年', '内']).unwrap_or(before);
        senses(Sense::Ensuring).ends(before) && !quantity.counts_people()
    }

    /// `投入800万元以上建设文化广场12个`: whether an amount was spent on what the words behind it tell.
    fn pays_for(&self, quantity: &Quantity) -> bool {
        let behind = verbs().is_compound_at(&self.passage.chars, quantity.extent.end);
        let used = self.char(quantity.extent.end) == '用';
        quantity.kind == Some(Kind::Money) && (behind || used) && self.cue_before(Cue::Granted, quantity.extent.start)
    }

    /// Whether people are counted here, and things behind: 人口超5万人的有3个.
    fn counts_otherwise(&self, index: usize) -> bool {
        self.quantities[index].counts_people()
            && self.quantities.get(index + 1).is_some_and(|next| !next.counts_people())
    }

    /// Whether things are counted right behind this quantity and 的: 超300万元的乡镇有8个.
    fn counted_behind(&self, index: usize) -> bool {
        const LONGEST: usize = 10;
        let Some(next) = self.quantities.get(index + 1) else { return false };
        let between = &self.passage.chars[self.quantities[index].extent.end..next.extent.start];
        let things = between.len() <= LONGEST && !between.iter().any(|&letter| ends_clause(letter) || letter == '资');
        things && next.kind == Some(Kind::Count)
    }

    /// Whether things are counted right before this quantity, and what stands between says what of them it measures: 3个年产值10亿元以上的园区.
    fn describes_counted(&self, index: usize) -> bool {
        const LONGEST: usize = 8;
        let Some(before) = index.checked_sub(1).map(|before| &self.quantities[before]) else { return false };
        let between = &self.passage.chars[before.range.end..self.quantities[index].extent.start];
        let measured =
            between.len() <= LONGEST && attributes().is(between) && self.quantities[index].kind != before.kind;
        measured && before.kind == Some(Kind::Count)
    }

    /// Whether another quantity with a unit stands behind this one, before the clause ends.
    fn another_in_clause(&self, index: usize) -> bool {
        let Some(next) = self.quantities.get(index + 1) else { return false };
        let between = &self.passage.chars[self.quantities[index].range.end..next.range.start];
        next.unit.is_some() && !between.iter().any(|&character| matches!(character, ',' | '。' | ';' | '!' | '?' | ')'))
    }

    /// `100—199张床位医院58个，200—499张床位医院55个`: a range that leads a clause which counts something else, in a row of such.
    fn is_class(&self, index: usize) -> bool {
        const LONGEST: usize = 8;
        let quantity = &self.quantities[index];
        let bounded = |other: &Quantity| other.low.is_some() || other.extent.end > other.range.end;
        let counted = self.quantities.get(index + 1).is_some_and(|next| {
            let between = &self.passage.chars[quantity.range.end..next.extent.start];
            let noun = (1..=LONGEST).contains(&between.len()) && between.iter().all(|&letter| is_han(letter));
            noun && next.kind == Some(Kind::Count) && next.unit != quantity.unit
        });
        let row = [index.checked_sub(2), Some(index + 2)]
            .into_iter()
            .flatten()
            .any(|other| self.quantities.get(other).is_some_and(|other| bounded(other) && other.unit == quantity.unit));
        quantity.low.is_some() && ends_clause(self.char_before(quantity.extent.start)) && counted && row
    }
}
