//! Numbers of the calendar: years, days and hours, and lengths of time that measure nothing.

use rust_decimal::Decimal;

use super::{Scene, ends_clause, is_word};
use crate::language::{Cue, cues};
use crate::metric::period::listed;
use crate::metric::quantity::Quantity;
use crate::metric::quantity::numeral::Style;
use crate::report::{Kind, Qualifier, Reason};

impl Scene<'_> {
    /// A year, a day, an hour.
    pub fn date(&self, quantity: &Quantity) -> Option<Reason> {
        if quantity.numeral.style == Style::Dotted {
            let range = quantity.numeral.range.clone();
            let year = self.passage.chars[range].iter().take_while(|letter| letter.is_ascii_digit()).count();
            return Some(if year == 4 { Reason::Date } else { Reason::Code });
        }
        let whole = quantity.value.fract().is_zero() && quantity.numeral.scale.is_none() && !quantity.ordinal;
        if whole && self.is_year(quantity) {
            return Some(Reason::Period);
        }
        if quantity.numeral.style == Style::Digits {
            let year = self.char(quantity.numeral.range.end) == '年';
            return Some(if year { Reason::Period } else { Reason::Bare });
        }
        let day = || self.month(quantity).or_else(|| self.day(quantity)).or_else(|| self.hour(quantity));
        if let Some(reason) = whole.then(day).flatten() {
            return Some(reason);
        }
        if self.is_part_of_time(quantity) {
            return Some(Reason::Date);
        }
        let stretch = ["世纪", "年代", "季度", "个季度"];
        let lasts = stretch.iter().any(|word| self.passage.has(quantity.numeral.range.end, word));
        lasts.then_some(Reason::Period)
    }

    /// Whether a whole number is a year: 2024年, 2023—2025.
    fn is_year(&self, quantity: &Quantity) -> bool {
        let numeral = &quantity.numeral;
        if !year_like(quantity.value) {
            return false;
        }
        let (next, before) = (self.char(numeral.range.end), self.char_before(quantity.range.start));
        let full = numeral.range.len() == 4;
        let marked = matches!(next, '年' | '-' | '/' | '~' | '至') || matches!(before, '[' | '《');
        let range = quantity.low.is_some();
        let ranged = quantity.unit.is_none() && (range || matches!(before, '-' | '~' | '至' | '/'));
        full && (marked || ranged) || quantity.unit.as_deref() == Some("年") && (full || range)
    }

    /// Whether a whole number is a month: 3月, 6、7、8月.
    fn month(&self, quantity: &Quantity) -> Option<Reason> {
        if quantity.value > Decimal::from(12) {
            return None;
        }
        let numeral = &quantity.numeral;
        if self.char(numeral.range.end) == '月' && self.char_before(quantity.range.start) != '个' {
            return Some(if quantity.low.is_some() { Reason::Period } else { Reason::Date });
        }
        listed::holds(&self.passage.chars, numeral.range.start).then_some(Reason::Date)
    }

    /// Whether a whole number is a day: 3月5日, 8号.
    fn day(&self, quantity: &Quantity) -> Option<Reason> {
        let range = &quantity.numeral.range;
        let (next, before) = (self.char(range.end), self.char_before(quantity.range.start));
        let in_month = quantity.value <= Decimal::from(31);
        if in_month && matches!(before, '月' | '日' | '号') && matches!(next, '日' | '号' | '-' | '至' | '、') {
            return Some(Reason::Date);
        }
        // 2021915日: a day whose marks were lost.
        if next == '日' && quantity.numeral.style == Style::Arabic && (6..=8).contains(&range.len()) {
            let year: String = self.passage.chars[range.start..range.start + 4].iter().collect();
            if year.parse().is_ok_and(|year: i64| year_like(year.into())) {
                return Some(Reason::Date);
            }
        }
        let exact = quantity.qualifier == Qualifier::Exact && !matches!(before, '月' | '周');
        if !(in_month && exact && matches!(next, '日' | '号')) {
            return None;
        }
        let hour = self.char(range.end + 1).is_ascii_digit();
        let measured = next == '日' && !hour && self.is_measured_time(quantity.extent.start);
        (!measured).then_some(if next == '日' { Reason::Date } else { Reason::Name })
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

    /// Whether a whole number is an hour: 18时, 9点.
    fn hour(&self, quantity: &Quantity) -> Option<Reason> {
        let hour = matches!(self.char(quantity.numeral.range.end), '时' | '点') && quantity.value <= Decimal::from(24);
        hour.then_some(Reason::Date)
    }

    /// Whether a number is a minute, a day of the week, or a part of a time that is written with a colon: 9时30分, 周五, 18:30.
    fn is_part_of_time(&self, quantity: &Quantity) -> bool {
        let (start, end) = (quantity.range.start, quantity.numeral.range.end);
        let (next, before) = (self.char(end), self.char_before(start));
        let minute = quantity.unit.as_deref() == Some("分") && matches!(before, '时' | '点');
        let weekday = before == '周' || before == '期' && self.char_before(start - 1) == '星';
        let clock =
            next == ':' && self.char(end + 1).is_ascii_digit() || before == ':' && self.two_digits_before(start - 1);
        minute || weekday || clock && !quantity.composition
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
        verb.is_some_and(|length| length > 1 && matches!(self.char(at + length), '至' | '到' | '为'))
    }
}

/// Whether a number could be a year.
fn year_like(value: Decimal) -> bool {
    value >= Decimal::from(1900) && value <= Decimal::from(2100)
}
