//! A numeral and the unit behind it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Quantity;
use super::numeral::{self, Numeral, Sort, Style};
use crate::language::{Cue, Unit, cues, nouns, units};
use crate::report::{Kind, Qualifier};
use crate::text::{Gap, Passage, is_han};

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
        let (value, low, open) = (numeral.value, numeral.low, numeral.open);
        let mut measured = Self { value, low, unit: None, open, end: numeral.range.end, numeral };
        if measured.numeral.sort == Sort::Percent {
            measured.unit = Some(("%".into(), Unit { name: "%", kind: Kind::Ratio, weak: false }));
            return measured;
        }
        measured.open_before_unit(passage);
        if measured.counts_people(passage) {
            return measured;
        }
        measured.split_unit(passage);
        if let Some((length, unit)) = unit_at(passage, measured.end) {
            return Cursor::new(passage, measured, length, *unit).read();
        }
        measured.unit = unknown_unit(passage, &measured.numeral);
        let length = measured.unit.as_ref().map_or(0, |(word, _)| word.chars().count());
        measured.end = measured.numeral.range.end + length;
        measured
    }

    /// 三十余人, 10多家
    fn open_before_unit(&mut self, passage: &Passage) {
        let open = matches!(passage.chars.get(self.end), Some('余' | '多' | '逾' | '来'));
        if open && unit_at(passage, self.end + 1).is_some() {
            self.open = true;
            self.end += 1;
        }
    }

    /// 13亿多人口, 人口12亿多: people are counted without a measure word.
    fn counts_people(&mut self, passage: &Passage) -> bool {
        let chars = &passage.chars;
        let behind = self.end + 1;
        let open = self.numeral.scale.is_some() && matches!(chars.get(self.end), Some('余' | '多'));
        let people = || {
            let closes = chars.get(behind).is_none_or(|next| matches!(next, ',' | '。'));
            cues(Cue::People).is_at(chars, behind) || closes
        };
        let counts = open && people() && unit_at(passage, self.end).is_none();
        if counts {
            self.open = true;
            self.end = behind;
        }
        counts
    }

    /// 17个多月, 5个多百分点, 一个半小时: 个 belongs to the unit behind 多 or 半. 10个半小时经济圈 are ten.
    fn split_unit(&mut self, passage: &Passage) {
        let half = match passage.chars.get(self.end..self.end + 2) {
            Some(['个', '余' | '多' | '来']) => false,
            Some(['个', '半']) if self.numeral.style == Style::Chinese => true,
            _ => return,
        };
        let split = |(_, unit): (usize, &Unit)| matches!(unit.kind, Kind::Duration | Kind::Points);
        if !unit_at(passage, self.end + 2).is_some_and(split) {
            return;
        }
        if half {
            self.value = self.value.saturating_add(Decimal::new(5, 1));
        } else {
            self.open = true;
        }
        self.end += 2;
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

/// A numeral whose unit is found, while what goes on behind that is read.
struct Cursor<'p> {
    passage: &'p Passage,
    measured: Measured,
    /// The character that the unit begins with.
    first: char,
    unit: Unit,
    /// The unit as it is written.
    name: Cow<'static, str>,
}

impl<'p> Cursor<'p> {
    /// Behind the unit of so many characters.
    fn new(passage: &'p Passage, mut measured: Measured, length: usize, unit: Unit) -> Self {
        let first = passage.chars[measured.end];
        measured.end += length;
        let mut cursor = Self { passage, measured, first, unit, name: Cow::Borrowed("") };
        cursor.settle(length);
        cursor.name = cursor.unit.name.into();
        cursor
    }

    /// Reads what goes on behind the unit.
    fn read(mut self) -> Measured {
        self.times();
        self.either();
        self.tenths();
        self.half_and_open();
        self.small_money();
        if let Some((per, length)) = per(self.passage, self.measured.end) {
            self.name.to_mut().push_str(&per);
            self.measured.end += length;
        }
        Measured { unit: Some((self.name, self.unit)), ..self.measured }
    }

    /// The characters behind what is read.
    fn next(&self) -> Option<&'p char> {
        self.passage.chars.get(self.measured.end)
    }

    /// Which of its senses a unit has.
    fn settle(&mut self, length: usize) {
        let chars = &self.passage.chars;
        let (start, end) = (self.measured.numeral.range.start, self.measured.end);
        // 15方成员 are parties, 15方 of sand are cubic metres.
        if self.unit.name == "立方米" && self.first == '方' && self.next().is_some_and(|next| next.is_alphabetic())
        {
            self.unit = Unit { name: "方", kind: Kind::Count, weak: true };
        }
        // 三块五 and 奖金三块 are money, 展板三块 are boards.
        let spent = || cues(Cue::Funds).is_before(chars, start);
        if self.first == '块' && length == 1 && (spent() || small_change(self.passage, end).is_some()) {
            self.unit = Unit { name: "元", kind: Kind::Money, weak: true };
        }
        // 用电量5600度, 节能36万度: of electricity a 度 is a kilowatt hour.
        if self.unit.name == "度" && (self.measured.numeral.scale.is_some() || is_electric(chars, start)) {
            self.unit.kind = Kind::Energy;
            self.unit.weak = false;
        }
    }

    /// 列次, 卷次: any measure word makes one of times.
    fn times(&mut self) {
        let behind = self.passage.chars.get(self.measured.end + 1);
        let goes_on = behind.is_some_and(|next| matches!(next, '性' | '数' | '序' | '级' | '品' | '要'));
        let times = self.next() == Some(&'次') && !self.name.ends_with('次') && !goes_on;
        if self.unit.kind == Kind::Count && times {
            self.name.to_mut().push('次');
            self.measured.end += 1;
        }
    }

    /// 17种（类）, 设备2台（套）
    fn either(&mut self) {
        let (chars, end) = (&self.passage.chars, self.measured.end);
        if self.unit.kind == Kind::Count
            && self.next() == Some(&'(')
            && let Some((length, other)) = units().at(chars, end + 1)
            && other.kind == Kind::Count
            && chars.get(end + 1 + length) == Some(&')')
        {
            self.measured.end += length + 2;
            self.name.to_mut().extend(&chars[end..self.measured.end]);
        }
    }

    /// 七成五
    fn tenths(&mut self) {
        if !(self.name == "%" && self.first == '成') {
            return;
        }
        self.scale(Decimal::TEN);
        if let Some(last) = last_digit(self.passage, self.measured.end) {
            self.measured.value = self.measured.value.saturating_add(last.value);
            self.measured.end = last.range.end;
        }
    }

    /// 三公里半, 九成多, 三公里多
    fn half_and_open(&mut self) {
        if self.unit.kind == Kind::Count && !matches!(self.first, '成' | '斤') {
            return;
        }
        if self.next() == Some(&'半') {
            let half = if self.first == '成' { Decimal::from(5) } else { Decimal::new(5, 1) };
            self.measured.value = self.measured.value.saturating_add(half);
            self.measured.end += 1;
        }
        let behind = self.passage.chars.get(self.measured.end + 1);
        // 比预算8亿元多2000万元 lies so far above it.
        let ends = |next: &char| !next.is_alphanumeric() || *next == '的';
        if self.next() == Some(&'多') && behind.is_none_or(ends) {
            self.measured.open = true;
            self.measured.end += 1;
        }
    }

    /// 三元五角, 五角
    fn small_money(&mut self) {
        if self.unit.kind != Kind::Money {
            return;
        }
        if self.name == "角" {
            self.scale(Decimal::new(1, 1));
            self.name = "元".into();
        }
        if self.name == "元" {
            self.measured.end = small_money(self.passage, self.measured.end, &mut self.measured.value);
        }
    }

    /// Makes so much more or less of the number.
    fn scale(&mut self, factor: Decimal) {
        self.measured.value = self.measured.value.saturating_mul(factor);
        self.measured.low = self.measured.low.map(|low| low.saturating_mul(factor));
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
    let plain = numeral.style == Style::Arabic && numeral.sort == Sort::Plain && numeral.value.fract().is_zero();
    let other = cues(Cue::Unmeasured).is_at(chars, end);
    let words = || chars[end..end + length].iter().copied().collect();
    (closes && (counts || times) && plain && !other)
        .then(|| (words(), Unit { name: "", kind: Kind::Count, weak: true }))
}

/// The unit that begins at `at`, unless a longer word begins there that is none: 成立, 分别.
fn unit_at(passage: &Passage, at: usize) -> Option<(usize, &'static Unit)> {
    if passage.gaps.get(at) == Some(&Gap::Column) {
        return None;
    }
    let (length, unit) = units().at(&passage.chars, at)?;
    // 区域 behind a numeral is no 区.
    let hidden = nouns().at(&passage.chars, at).is_some_and(|noun| noun > length);
    // 22 million are no 22 m.
    let latin = |index: usize| passage.chars.get(index).is_some_and(char::is_ascii_alphabetic);
    let end = at + length;
    let torn = latin(end - 1) && latin(end) && passage.gaps[end] == Gap::None;
    (!hidden && !torn).then_some((length, unit))
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
