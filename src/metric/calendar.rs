//! Numbers of the calendar: years, days and hours, and lengths of time that measure nothing.

use rust_decimal::Decimal;

use super::judge::{Scene, ends_clause, is_word};
use super::months;
use super::numeral::Style;
use super::quantity::Quantity;
use crate::language::{Cue, cues};
use crate::report::{Kind, Qualifier, Reason};

impl Scene<'_> {
    /// A year, a day, an hour.
    pub fn date(&self, quantity: &Quantity) -> Option<Reason> {
        let numeral = &quantity.numeral;
        let value = quantity.value;
        let end = numeral.range.end;
        let next = self.char(end);
        let before = self.char_before(quantity.range.start);
        if numeral.style == Style::Dotted {
            let year = self.passage.chars[numeral.range.clone()].iter().take_while(|c| c.is_ascii_digit()).count();
            return Some(if year == 4 { Reason::Date } else { Reason::Code });
        }
        let whole = value.fract().is_zero() && numeral.scale.is_none() && !quantity.ordinal;
        let digits = numeral.range.len();
        if whole && (year_like(value) && digits == 4) {
            if matches!(next, '年' | '-' | '/' | '~') || self.char(end) == '至' || matches!(before, '[' | '《') {
                return Some(Reason::Period);
            }
            if quantity.unit.is_none() && (quantity.low.is_some() || matches!(before, '-' | '~' | '至' | '/')) {
                return Some(Reason::Period);
            }
        }
        if quantity.unit.as_deref() == Some("年")
            && whole
            && (year_like(value) && (digits == 4 || quantity.low.is_some()))
        {
            return Some(Reason::Period);
        }
        if numeral.style == Style::Digits {
            return Some(if next == '年' { Reason::Period } else { Reason::Bare });
        }
        if whole && next == '月' && value <= Decimal::from(12) && before != '个' {
            return Some(if quantity.low.is_some() { Reason::Period } else { Reason::Date });
        }
        if whole && value <= Decimal::from(12) && months::holds(&self.passage.chars, numeral.range.start) {
            return Some(Reason::Date);
        }
        let day = (before == '月' || before == '日' || before == '号') && value <= Decimal::from(31);
        if whole && day && matches!(next, '日' | '号' | '-' | '至' | '、') {
            return Some(Reason::Date);
        }
        // 2021915日: a day whose marks were lost.
        if whole && next == '日' && numeral.style == Style::Arabic && (6..=8).contains(&digits) {
            let year: String = self.passage.chars[numeral.range.start..numeral.range.start + 4].iter().collect();
            if year.parse().is_ok_and(|year: i64| year_like(year.into())) {
                return Some(Reason::Date);
            }
        }
        let monthly = matches!(before, '月' | '周');
        if whole
            && matches!(next, '日' | '号')
            && value <= Decimal::from(31)
            && quantity.qualifier == Qualifier::Exact
            && !monthly
        {
            let hour = self.char(end + 1).is_ascii_digit();
            let measured = next == '日' && !hour && self.is_measured_time(quantity.extent.start);
            if !measured {
                return Some(if next == '日' { Reason::Date } else { Reason::Name });
            }
        }
        if whole && matches!(next, '时' | '点') && value <= Decimal::from(24) {
            return Some(Reason::Date);
        }
        if quantity.unit.as_deref() == Some("分") && (before == '时' || before == '点') {
            return Some(Reason::Date);
        }
        if before == '周' || (before == '期' && self.char_before(quantity.range.start - 1) == '星') {
            return Some(Reason::Date);
        }
        if (next == ':' && self.char(end + 1).is_ascii_digit()
            || before == ':' && self.two_digits_before(quantity.range.start - 1))
            && !quantity.composition
        {
            return Some(Reason::Date);
        }
        if self.passage.has(end, "世纪") || self.passage.has(end, "年代") {
            return Some(Reason::Period);
        }
        if self.passage.has(end, "季度") || self.passage.has(end, "个季度") {
            return Some(Reason::Period);
        }
        None
    }

    /// Whether a length of time is measured here, alone or in a list: 由40日、25日压缩到15日、10日.
    fn is_measured_time(&self, start: usize) -> bool {
        const LONGEST_LIST: usize = 4;
        let days_before = |&start: &usize| {
            let end = start
                .checked_sub(2)
                .filter(|_| self.char_before(start) == '、' && self.char_before(start - 1) == '日')?;
            let digits = self.passage.chars[..end].iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
            (digits > 0).then(|| end - digits)
        };
        let mut list = std::iter::successors(Some(start), days_before).take(LONGEST_LIST);
        list.any(|start| self.cue_before(Cue::Measured, start))
    }

    fn two_digits_before(&self, index: usize) -> bool {
        index >= 2 && self.char(index - 1).is_ascii_digit() && self.char(index - 2).is_ascii_digit()
    }

    /// A length of time that measures nothing: how long something has gone on, a plan, a stretch.
    pub fn time(&self, quantity: &Quantity) -> Option<Reason> {
        if quantity.kind != Some(Kind::Duration) {
            return None;
        }
        let start = quantity.extent.start;
        let after = quantity.range.end;
        let next = self.char(after);
        let limited = quantity.extent.end > after;
        let unit = quantity.unit.as_deref().unwrap_or_default();
        if matches!(unit, "课时" | "学时") || unit.contains('/') {
            return None;
        }
        if unit == "季度" {
            return Some(Reason::Period);
        }
        if self.passage.chars[start] == '近' && start < quantity.range.start {
            return Some(Reason::Period);
        }
        let lasting = self.cue_before(Cue::Lasting, start);
        if lasting && !self.cue_before(Cue::Measured, start) {
            return Some(Reason::Period);
        }
        let measured = self.cue_before(Cue::Measured, start) || self.changes(after);
        if unit == "年" || unit == "月" && quantity.numeral.style != Style::Arabic {
            let said = ends_clause(next) || self.changes(after) || (limited && self.char(quantity.extent.end) != '来');
            return (!(measured && said)).then_some(Reason::Period);
        }
        if quantity.is_article() {
            return Some(Reason::Word);
        }
        if unit == "小时" && quantity.value == Decimal::from(24) && !ends_clause(next) && !limited {
            return Some(Reason::Name);
        }
        let dealt = self.cue_at(Cue::Dealt, after);
        if !limited && !measured && is_word(next) && next != '的' && !dealt {
            return Some(Reason::Name);
        }
        if !limited && !measured && self.cue_at(Cue::Stretch, after) {
            return Some(Reason::Period);
        }
        None
    }

    /// Whether a verb of change stands here that tells what it came to: 压缩到.
    fn changes(&self, at: usize) -> bool {
        let verb = cues(Cue::Changing).at(&self.passage.chars, at);
        verb.is_some_and(|(length, ())| length > 1 && matches!(self.char(at + length), '至' | '到' | '为'))
    }
}

/// Whether a number could be a year.
fn year_like(value: Decimal) -> bool {
    value >= Decimal::from(1900) && value <= Decimal::from(2100)
}
