//! A numeral and the unit behind it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Quantity;
use super::numeral::{self, Form, Numeral, Style};
use crate::language::{Cue, Unit, cues, nouns, units};
use crate::report::{Kind, Qualifier};
use crate::text::{Gap, Passage};

/// A numeral and the unit behind it.
pub struct Measured {
    /// The numeral.
    pub numeral: Numeral,
    /// What it is worth in its unit.
    pub value: Decimal,
    /// Of a range the lower end.
    pub low: Option<Decimal>,
    /// The unit, as it is written and as the table has it.
    pub unit: Option<(Cow<'static, str>, Unit)>,
    open: bool,
    end: usize,
}

impl Measured {
    /// The numeral with its unit.
    pub fn new(passage: &Passage, numeral: Numeral) -> Self {
        let chars = &passage.chars;
        let mut at = numeral.range.end;
        let (mut value, mut low) = (numeral.value, numeral.low);
        let mut open = numeral.open;
        if numeral.form == Form::Percent {
            let unit = Unit { name: "%", kind: Kind::Ratio, weak: false };
            return Self { value, low, unit: Some(("%".into(), unit)), open, end: at, numeral };
        }
        if matches!(chars.get(at), Some('余' | '多' | '逾' | '来')) && unit_at(passage, at + 1).is_some() {
            open = true;
            at += 1;
        }
        // 13亿多人口, 人口12亿多: people are counted without a measure word.
        if numeral.scale.is_some()
            && matches!(chars.get(at), Some('余' | '多'))
            && (cues(Cue::People).at(chars, at + 1).is_some()
                || chars.get(at + 1).is_none_or(|next| matches!(next, ',' | '。')))
            && unit_at(passage, at).is_none()
        {
            return Self { value, low, unit: None, open: true, end: at + 1, numeral };
        }
        // 17个多月, 5个多百分点, 一个半小时: 个 belongs to the unit behind 多 or 半. 10个半小时经济圈 are ten.
        let split = chars.get(at) == Some(&'个')
            && match chars.get(at + 1) {
                Some('余' | '多' | '来') => true,
                Some('半') => numeral.style == Style::Chinese,
                _ => false,
            };
        if split && unit_at(passage, at + 2).is_some_and(|(_, unit)| matches!(unit.kind, Kind::Duration | Kind::Points))
        {
            if chars[at + 1] == '半' {
                value = value.saturating_add(Decimal::new(5, 1));
            } else {
                open = true;
            }
            at += 2;
        }
        let Some((length, unit)) = unit_at(passage, at) else {
            let unit = unknown_unit(passage, &numeral);
            let end = numeral.range.end + unit.as_ref().map_or(0, |(word, _)| word.chars().count());
            return Self { value, low, unit, open, end, numeral };
        };
        let mut end = at + length;
        let mut unit = *unit;
        // 15方成员 are parties, 15方 of sand are cubic metres.
        if unit.name == "立方米" && chars[at] == '方' && chars.get(end).is_some_and(|next| next.is_alphabetic()) {
            unit = Unit { name: "方", kind: Kind::Count, weak: true };
        }
        // 三块五 and 奖金三块 are money, 展板三块 are boards.
        let spent = || cues(Cue::Funds).before(chars, numeral.range.start).is_some();
        if chars[at] == '块' && length == 1 && (spent() || small_change(passage, end).is_some()) {
            unit = Unit { name: "元", kind: Kind::Money, weak: true };
        }
        // 用电量5600度, 节能36万度: of electricity a 度 is a kilowatt hour.
        if unit.name == "度" && (numeral.scale.is_some() || is_electric(chars, numeral.range.start)) {
            unit.kind = Kind::Energy;
            unit.weak = false;
        }
        let mut name = Cow::Borrowed(unit.name);
        // 列次, 卷次: any measure word makes one of times.
        let goes_on = chars.get(end + 1).is_some_and(|next| matches!(next, '性' | '数' | '序' | '级' | '品' | '要'));
        if unit.kind == Kind::Count && !name.ends_with('次') && chars.get(end) == Some(&'次') && !goes_on {
            name.to_mut().push('次');
            end += 1;
        }
        // 17种（类）, 设备2台（套）
        if unit.kind == Kind::Count
            && chars.get(end) == Some(&'(')
            && let Some((length, other)) = units().at(chars, end + 1)
            && other.kind == Kind::Count
            && chars.get(end + 1 + length) == Some(&')')
        {
            let behind = end + length + 2;
            name.to_mut().extend(&chars[end..behind]);
            end = behind;
        }
        if name == "%" && chars[at] == '成' {
            value = value.saturating_mul(Decimal::TEN);
            low = low.map(|low| low.saturating_mul(Decimal::TEN));
            // 七成五
            if let Some(last) = last_digit(passage, end) {
                value = value.saturating_add(last.value);
                end = last.range.end;
            }
        }
        let halves = unit.kind != Kind::Count || matches!(chars[at], '成' | '斤');
        if chars.get(end) == Some(&'半') && halves {
            value = value.saturating_add(if chars[at] == '成' { Decimal::from(5) } else { Decimal::new(5, 1) });
            end += 1;
        }
        // 九成多, 三公里多
        let closes = || chars.get(end + 1).is_none_or(|next| !next.is_alphabetic() || *next == '的');
        if chars.get(end) == Some(&'多') && halves && closes() {
            open = true;
            end += 1;
        }
        if unit.kind == Kind::Money && name == "角" {
            value = value.saturating_mul(Decimal::new(1, 1));
            low = low.map(|low| low.saturating_mul(Decimal::new(1, 1)));
            name = "元".into();
        }
        if unit.kind == Kind::Money && name == "元" {
            end = small_money(passage, end, &mut value);
        }
        if let Some((per, length)) = per(passage, end) {
            name.to_mut().push_str(&per);
            end += length;
        }
        Self { value, low, unit: Some((name, unit)), open, end, numeral }
    }

    /// The quantity that begins at `start`.
    pub fn quantity(self, start: usize, ordinal: bool) -> Quantity {
        let kind = match &self.unit {
            Some((_, unit)) if ordinal && matches!(unit.name, "位" | "名") => Some(Kind::Rank),
            Some((_, unit)) => Some(unit.kind),
            None => None,
        };
        let weak = self.unit.as_ref().is_some_and(|(_, unit)| unit.weak);
        Quantity {
            range: start..self.end,
            value: self.value,
            low: self.low,
            scale: self.numeral.scale.clone(),
            unit: self.unit.map(|(name, _)| name),
            kind,
            weak,
            ordinal,
            several: false,
            composition: false,
            qualifier: if self.open { Qualifier::Over } else { Qualifier::Exact },
            extent: start..self.end,
            numeral: self.numeral,
        }
    }
}

/// Whether the clause before a number speaks of electricity.
fn is_electric(chars: &[char], start: usize) -> bool {
    const REACH: usize = 12;
    let clause =
        chars[start.saturating_sub(REACH)..start].rsplit(|&letter| matches!(letter, ',' | ';' | '。' | '、')).next();
    clause.is_some_and(|clause| cues(Cue::Electric).is_in(clause))
}

/// A measure word that the table does not have, where nothing else can stand: 发放雨伞300柄，. It is not sure to be one.
fn unknown_unit(passage: &Passage, numeral: &Numeral) -> Option<(Cow<'static, str>, Unit)> {
    let chars = &passage.chars;
    let (start, end) = (numeral.range.start, numeral.range.end);
    chars.get(end).filter(|letter| is_han(**letter) && passage.gaps[end] == Gap::None)?;
    // 312矿次: any of them may be counted each time.
    let times = chars.get(end + 1) == Some(&'次');
    let length = 1 + usize::from(times);
    let closes = chars.get(end + length).is_none_or(|next| matches!(next, ',' | '。' | ';' | '、' | ')'));
    let counts = start.checked_sub(1).is_some_and(|before| is_han(chars[before]) && chars[before] != '第');
    let plain = numeral.style == Style::Arabic && numeral.form == Form::Plain && numeral.value.fract().is_zero();
    let other = cues(Cue::Unmeasured).at(chars, end).is_some();
    let words = || chars[end..end + length].iter().copied().collect();
    (closes && (counts || times) && plain && !other)
        .then(|| (words(), Unit { name: "", kind: Kind::Count, weak: true }))
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// The unit that begins at `at`, unless a longer word begins there that is none: 成立, 分别.
fn unit_at(passage: &Passage, at: usize) -> Option<(usize, &'static Unit)> {
    if passage.gaps.get(at) == Some(&Gap::Column) {
        return None;
    }
    let (length, unit) = units().at(&passage.chars, at)?;
    // 区域 behind a numeral is no 区.
    let hidden = nouns().at(&passage.chars, at).is_some_and(|(noun, ())| noun > length);
    (!hidden).then_some((length, unit))
}

/// A single digit at `at` behind which the quantity ends: 七成五, 三块八.
fn last_digit(passage: &Passage, at: usize) -> Option<Numeral> {
    let last = numeral::scan(passage, at).filter(|_| passage.gaps[at] == Gap::None)?;
    let closes = passage.chars.get(last.range.end).is_none_or(|next| !next.is_alphanumeric() || *next == '的');
    (closes && last.range.len() == 1 && last.value < Decimal::TEN).then_some(last)
}

/// What stands behind 元 or 块 and counts tenths of it: `5角`, `8毛`, or the bare digit of `三块五`; its worth and its end.
fn small_change(passage: &Passage, at: usize) -> Option<(Decimal, usize)> {
    let small = numeral::scan(passage, at).filter(|small| small.value < Decimal::TEN)?;
    let named = matches!(passage.chars.get(small.range.end), Some('角' | '毛'));
    let end = small.range.end + usize::from(named);
    (named || last_digit(passage, at).is_some()).then(|| (small.value * Decimal::new(1, 1), end))
}

/// `角` and `分` behind an amount: its end; adds them to the value.
fn small_money(passage: &Passage, mut end: usize, value: &mut Decimal) -> usize {
    if let Some((worth, behind)) = small_change(passage, end) {
        *value = value.saturating_add(worth);
        end = behind;
    }
    if let Some(cents) = numeral::scan(passage, end)
        && passage.chars.get(cents.range.end) == Some(&'分')
        && cents.value < Decimal::TEN
    {
        *value = value.saturating_add(cents.value * Decimal::new(1, 2));
        end = cents.range.end + 1;
    }
    end
}

/// What a unit is taken by: `/人次`, `/10万`; its words and its length.
fn per(passage: &Passage, at: usize) -> Option<(String, usize)> {
    // 2160立方米每秒
    if passage.chars.get(at) == Some(&'每') && matches!(passage.chars.get(at + 1), Some('秒')) {
        return Some(("每秒".to_owned(), 2));
    }
    if !matches!(passage.chars.get(at), Some('/')) {
        return None;
    }
    // 吨/(平方千米×30天)
    let bracket = usize::from(passage.chars.get(at + 1) == Some(&'('));
    let mut end = factor(passage, at + 1 + bracket)?;
    // 560元/人·月
    while let Some('·' | '×' | '*' | '•') = passage.chars.get(end)
        && let Some(behind) = factor(passage, end + 1)
    {
        end = behind;
    }
    if bracket > 0 && passage.chars.get(end) != Some(&')') {
        return None;
    }
    end += bracket;
    Some((passage.chars[at..end].iter().collect(), end - at))
}

/// Where a unit ends with the number before it, or that number alone: 人次, 30天, 10万.
fn factor(passage: &Passage, at: usize) -> Option<usize> {
    let numeral = numeral::scan(passage, at).map_or(at, |numeral| numeral.range.end);
    let unit = units().at(&passage.chars, numeral).map_or(0, |(length, _)| length);
    Some(numeral + unit).filter(|&end| end > at)
}
