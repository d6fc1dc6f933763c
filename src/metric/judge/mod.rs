//! Which quantities are figures of the report, and why the others are not.

mod bound;
mod calendar;
mod enumeration;
mod ordinal;
mod score;
mod sorts;

use rust_decimal::Decimal;

use super::enclosure::{Enclosures, Pair};
use super::quantity::Quantity;
use super::quantity::numeral::{self, Sort, Style};
use crate::language::{Cue, cues, fixed};
use crate::report::{Kind, Qualifier, Reason};
use crate::text::{Passage, is_han};

/// A quotation of more characters than this is a sentence, not a slogan.
const LONGEST_SLOGAN: usize = 16;

/// What the judge looks at.
pub struct Scene<'a> {
    /// The characters.
    pub passage: &'a Passage,
    /// Their pairs of marks.
    pub enclosures: &'a Enclosures,
    /// Every quantity of the passage.
    pub quantities: &'a [Quantity],
}

impl Scene<'_> {
    pub(super) fn char(&self, index: usize) -> char {
        self.passage.chars.get(index).copied().unwrap_or_default()
    }

    pub(super) fn char_before(&self, index: usize) -> char {
        index.checked_sub(1).map(|index| self.char(index)).unwrap_or_default()
    }

    pub(super) fn cue_before(&self, cue: Cue, index: usize) -> bool {
        cues(cue).is_before(&self.passage.chars, index)
    }

    pub(super) fn cue_at(&self, cue: Cue, index: usize) -> bool {
        cues(cue).is_at(&self.passage.chars, index)
    }

    /// Whether the quantity counts anything at all: it has a unit, or is a fraction or a composition, and is no word.
    pub fn counts(&self, quantity: &Quantity) -> bool {
        // 千万 alone is as often an adverb.
        let known = quantity.kind.is_some() || quantity.scale.is_some() && quantity.numeral.style != Style::Scale;
        let indefinite =
            quantity.is_article() && quantity.kind == Some(Kind::Count) && is_word(self.char(quantity.range.end));
        known && !indefinite && quantity.value != Decimal::MAX && self.in_word(quantity).is_none()
    }

    /// Why the quantity is no figure; none where it is one.
    pub fn reason(&self, index: usize) -> Option<Reason> {
        let quantity = &self.quantities[index];
        let (start, end) = (quantity.range.start, quantity.range.end);
        if quantity.several {
            return Some(Reason::Word);
        }
        if quantity.numeral.value == Decimal::MAX || quantity.value == Decimal::MAX {
            return Some(Reason::Bare);
        }
        self.in_marks(quantity)
            .or_else(|| self.in_word(quantity))
            .or_else(|| self.date(quantity))
            .or_else(|| self.name(quantity))
            .or_else(|| if quantity.ordinal { self.ordinal(index) } else { None })
            .or_else(|| self.congress(quantity))
            .or_else(|| if quantity.composition { self.composition(index) } else { None })
            .or_else(|| self.time(quantity))
            .or_else(|| self.threshold(index))
            .or_else(|| self.enumerated(quantity))
            .or_else(|| self.scale(quantity))
            .or_else(|| self.small_chinese(index))
            .or_else(|| self.bare(quantity, start, end))
    }

    /// In a quotation, the title of a document, or the number of one.
    fn in_marks(&self, quantity: &Quantity) -> Option<Reason> {
        let at = quantity.numeral.range.start;
        if self.enclosures.around(at, Pair::Title).is_some() {
            return Some(Reason::Name);
        }
        if let Some(square) = self.enclosures.around(at, Pair::Square)
            && square.close - square.open <= 6
        {
            let note = square.close - square.open <= 3 && quantity.value < Decimal::from(200);
            return Some(if note { Reason::Marker } else { Reason::DocumentNumber });
        }
        let quotation = self.enclosures.around(at, Pair::Quotation)?;
        (quotation.close - quotation.open <= LONGEST_SLOGAN).then_some(Reason::Slogan)
    }

    /// 翻一番, 翻了两番
    fn doubles(&self, quantity: &Quantity) -> bool {
        let start = quantity.range.start;
        quantity.kind == Some(Kind::Multiple)
            && (matches!(self.char_before(start), '翻')
                || ["翻了", "翻近", "翻了近"].iter().any(|word| self.passage.has_before(start, word)))
    }

    /// Part of a word that counts nothing.
    fn in_word(&self, quantity: &Quantity) -> Option<Reason> {
        const LONGEST: usize = 6;
        if quantity.numeral.style == Style::Arabic || quantity.numeral.sort != Sort::Plain {
            return None;
        }
        let range = &quantity.numeral.range;
        let chars = &self.passage.chars;
        if self.doubles(quantity) {
            return None;
        }
        // 陆 and the like are numerals on cheques, beside others of their sort; alone they are words.
        if range.len() == 1 && numeral::is_on_cheques(chars[range.start]) && quantity.kind != Some(Kind::Money) {
            return Some(Reason::Word);
        }
        for at in range.start.saturating_sub(LONGEST)..range.end {
            if let Some((length, &reason)) = fixed().at(chars, at)
                && at + length > range.start
                && (at + length >= range.end || at <= range.start)
                // A word that ends inside a longer number hides nothing: 一百五十.
                && !(at + length < range.end && range.len() > 1)
                // Nor does one that begins inside the number: 二十大.
                && at <= range.start
                // Nor one that ends inside the unit: 三公里 is not of 三公.
                && !(at + length > range.end && at + length < quantity.range.end)
            {
                return Some(reason);
            }
        }
        None
    }

    /// Part of a name: a model, a road, a building, a document.
    fn name(&self, quantity: &Quantity) -> Option<Reason> {
        let numeral = &quantity.numeral;
        let before = self.char_before(quantity.range.start);
        let next = self.char(numeral.range.end);
        let latin = |character: char| character.is_ascii_alphabetic() || matches!(character, '#' | '_' | '@');
        let touches = self.passage.gaps[quantity.range.start] == crate::text::Gap::None;
        if latin(before) && touches && !self.is_led_by_letters(quantity) || quantity.unit.is_none() && latin(next) {
            return Some(Reason::Name);
        }
        if numeral.style == Style::Arabic
            && matches!(before, '-' | '+' | '/' | '*' | '×' | '.')
            && quantity.range.start > 1
            && (touches || before != '.')
        {
            let further = self.char(quantity.range.start - 2);
            if latin(further) || further.is_ascii_digit() {
                return Some(Reason::Code);
            }
        }
        // 《公开标准目录》（2024版）, 改革2.0版: which edition.
        let year = numeral.style == Style::Arabic && numeral.range.len() == 4 && numeral.sort == Sort::Plain;
        if next == '版' && (year || self.passage.chars[numeral.range.clone()].contains(&'.')) {
            return Some(Reason::Name);
        }
        // 3人制篮球场
        if self.char(quantity.range.end) == '制' && matches!(quantity.unit.as_deref(), Some("人" | "班")) {
            return Some(Reason::Name);
        }
        // 国道315线
        if before == '道' && quantity.unit.as_deref() == Some("线") {
            return Some(Reason::Name);
        }
        // 110千伏变电站
        let volts = matches!(quantity.unit.as_deref(), Some("千伏" | "kV"));
        if volts && is_han(self.char(quantity.range.end)) {
            return Some(Reason::Name);
        }
        // 一、二类人员
        let beside = quantity.range.start.checked_sub(2).is_some_and(|at| numeral::digit(self.char(at)).is_some());
        if numeral.style == Style::Chinese && before == '、' && beside && quantity.unit.as_deref() == Some("类") {
            return Some(Reason::Name);
        }
        if matches!(next, '×' | '*') && self.char(numeral.range.end + 1).is_ascii_digit() {
            return Some(Reason::Code);
        }
        if next == '号' || self.passage.has(numeral.range.end, "号") {
            return Some(if before == ']' || quantity.ordinal { Reason::DocumentNumber } else { Reason::Name });
        }
        if before == '章' && matches!(quantity.unit.as_deref(), Some("条" | "节")) {
            return Some(Reason::DocumentNumber);
        }
        if matches!(next, '级' | '代' | '星') && numeral.style == Style::Chinese {
            return Some(Reason::Name);
        }
        if self.passage.has(numeral.range.end, ".0") {
            return Some(Reason::Name);
        }
        None
    }

    /// `人均GDP97420元`: what is called by its letters, and an amount or a share of it.
    fn is_led_by_letters(&self, quantity: &Quantity) -> bool {
        const SHORTEST: usize = 3;
        let start = quantity.range.start;
        let letters = self.passage.chars[..start].iter().rev().take_while(|letter| letter.is_ascii_uppercase()).count();
        let amount = quantity.kind == Some(Kind::Money) || quantity.unit.as_deref() == Some("%");
        let whole = !self.char_before(start - letters).is_ascii_alphanumeric();
        amount && letters >= SHORTEST && whole
    }

    /// A congress or a plenum: 二十大, 二十届三中全会.
    fn congress(&self, quantity: &Quantity) -> Option<Reason> {
        let numeral = &quantity.numeral;
        if numeral.style != Style::Chinese {
            return None;
        }
        let next = self.char(numeral.range.end);
        let plenum = next == '中'
            && (self.passage.has(numeral.range.end, "中全会")
                || matches!(self.char(numeral.range.end + 1), '、' | '和' | '及'));
        let congress = next == '大' || next == '届';
        if plenum
            || (congress && quantity.value > Decimal::TEN)
            || (next == '届' && quantity.unit.is_some() && !ends_clause(self.char(quantity.range.end)))
        {
            return Some(Reason::DocumentNumber);
        }
        let numbered = matches!(self.char_before(quantity.range.start), '届' | '大' | '会' | '委');
        if numbered && self.cue_at(Cue::Meeting, numeral.range.end) {
            return Some(Reason::DocumentNumber);
        }
        (next == '大').then_some(Reason::Name)
    }

    /// Numbers with colons between: a composition is a figure of each, a proportion one figure.
    fn composition(&self, index: usize) -> Option<Reason> {
        let linked = |left: &Quantity, right: &Quantity| {
            left.composition && right.composition && left.range.end + 1 == right.range.start
        };
        let first =
            index.checked_sub(1).is_some_and(|before| linked(&self.quantities[before], &self.quantities[index]));
        let last = self.quantities.get(index + 1).is_some_and(|after| linked(&self.quantities[index], after));
        let proportion = self.quantities[index].range.end > self.quantities[index].numeral.range.end;
        (!first && !last && !proportion).then_some(Reason::Bare)
    }

    /// A multiplier alone counts only with a word that says how far it reaches, or with a large unit: 百余, 近千, 千亿元.
    fn scale(&self, quantity: &Quantity) -> Option<Reason> {
        if quantity.numeral.style != Style::Scale {
            return None;
        }
        // 迈上3个万亿元台阶
        if self.char_before(quantity.range.start) == '个' {
            return Some(Reason::Word);
        }
        let qualified = quantity.qualifier != Qualifier::Exact;
        if quantity.unit.is_none() && self.is_amount(quantity) {
            return None;
        }
        let large = quantity.numeral.range.len() > 1 && quantity.kind.is_some_and(|kind| kind != Kind::Count);
        (quantity.unit.is_none() || !(qualified || large)).then_some(Reason::Word)
    }

    /// Small Chinese numbers: an indefinite noun, a name, the writer's own enumeration.
    fn small_chinese(&self, index: usize) -> Option<Reason> {
        let quantity = &self.quantities[index];
        if quantity.numeral.style != Style::Chinese || quantity.ordinal || self.doubles(quantity) {
            return None;
        }
        let unit = quantity.unit.as_deref();
        if unit.is_none() && quantity.kind.is_none() {
            return Some(Reason::Word);
        }
        if quantity.numeral.sort != Sort::Plain || quantity.value > Decimal::TEN {
            return None;
        }
        if quantity.weak && quantity.kind != Some(Kind::Ratio) {
            return Some(Reason::Word);
        }
        let small = quantity.kind == Some(Kind::Count);
        // 增长一倍 says by how much.
        let changes = matches!(quantity.kind, Some(Kind::Points | Kind::Multiple));
        if quantity.is_article() && !changes {
            let counted = small && ends_clause(self.char(quantity.range.end)) && self.beside_same_unit(index);
            return (!counted).then_some(Reason::Word);
        }
        if !small {
            return None;
        }
        // 事故的两名责任人: people are counted, not listed.
        let people = matches!(unit, Some("名" | "人"));
        if !people && self.cue_before(Cue::Enumeration, quantity.extent.start)
            || self.cue_at(Cue::Aspect, quantity.range.end)
        {
            return Some(Reason::Enumeration);
        }
        if self.counts_what_grew(quantity) || self.counts_sorts(index) {
            return Some(Reason::Name);
        }
        // 县委巡察三组进行了巡察
        if unit == Some("组") && self.cue_before(Cue::Group, quantity.extent.start) {
            return Some(Reason::Name);
        }
        // “甲”“乙”“丙”三项机制 are counted, 三项机制 alone is a name.
        let listed = matches!(self.char_before(quantity.extent.start), '”' | '》');
        if !listed && self.cue_at(Cue::Set, quantity.range.end) {
            return Some(Reason::Name);
        }
        None
    }

    /// Whether the quantity before or behind is counted in the same unit and is no indefinite noun.
    fn beside_same_unit(&self, index: usize) -> bool {
        let same = |other: Option<&Quantity>| {
            other.is_some_and(|other| other.unit == self.quantities[index].unit && !other.is_article())
        };
        same(index.checked_sub(1).and_then(|index| self.quantities.get(index))) || same(self.quantities.get(index + 1))
    }

    /// A number that counts nothing that could be found.
    fn bare(&self, quantity: &Quantity, start: usize, end: usize) -> Option<Reason> {
        if quantity.unit.is_some() || quantity.kind.is_some() || quantity.ordinal {
            return (quantity.numeral.sort == Sort::Fraction
                && quantity.unit.is_none()
                && !self.states_share(quantity))
            .then_some(Reason::Bare);
        }
        // 惠及3.2万农户
        let people = quantity.numeral.factor >= Decimal::from(10_000) && self.cue_at(Cue::People, quantity.extent.end);
        // 人口65万, 有12.8万建档立卡贫困人口
        let people = people
            || quantity.numeral.factor >= Decimal::from(10_000) && self.names_people(quantity.extent.end)
            || quantity.numeral.factor >= Decimal::from(10_000)
                && quantity.numeral.style == Style::Arabic
                && self.cue_before(Cue::People, quantity.extent.start)
                && ends_clause(self.char(quantity.range.end));
        if self.is_amount(quantity) || people {
            return None;
        }
        // 由2.01缩小到1.97
        // 由2.01（以农村为1）缩小到1.97
        let behind = self.enclosures.partner(end).filter(|&close| close > end).map_or(end, |close| close + 1);
        let begins_change =
            cues(Cue::Changing).at(&self.passage.chars, behind).is_some_and(|length| self.leads_on(behind + length));
        let value = quantity.numeral.style == Style::Arabic && (ends_clause(self.char(end)) || begins_change)
            || quantity.qualifier == Qualifier::Over;
        if value && (self.is_index(start) || self.moves_index(start)) {
            return None;
        }
        let digits = quantity.numeral.range.len();
        let long = quantity.numeral.style == Style::Arabic && digits >= 5 && quantity.value.fract().is_zero();
        Some(if long { Reason::Code } else { Reason::Bare })
    }

    /// Whether the clause behind goes on to name people: 建档立卡贫困人口.
    fn names_people(&self, from: usize) -> bool {
        const REACH: usize = 10;
        (from..from + REACH)
            .take_while(|&at| is_word(self.char(at)) && !matches!(self.char(at), '元' | '的'))
            .any(|at| self.cue_at(Cue::People, at))
    }

    /// Whether a large number without a unit is stated as an amount: 营收突破百亿, 注册量达3000万.
    fn is_amount(&self, quantity: &Quantity) -> bool {
        let large = quantity.numeral.factor >= Decimal::from(10_000) && quantity.unit.is_none();
        let led = quantity.qualifier != Qualifier::Exact && quantity.extent.start < quantity.range.start
            || self.cue_before(Cue::Amount, quantity.extent.start);
        let next = self.char(quantity.extent.end);
        let told = led && matches!(next, '和' | '大' | '的');
        // 收入任务174万，完成198万: so it is with what was done of it.
        let reached = || {
            let done = cues(Cue::Attained).before(&self.passage.chars, quantity.extent.start)?;
            let before = quantity.extent.start - done;
            let behind = self.quantities.partition_point(|other| other.range.end <= before);
            let last = self.quantities.get(behind.checked_sub(1)?)?;
            let beside = last.range.end + 1 == before && last.numeral.factor == quantity.numeral.factor;
            Some(beside && last.unit.is_none() && self.cue_before(Cue::Funds, last.extent.start))
        };
        let funds = || self.cue_before(Cue::Funds, quantity.extent.start) || reached() == Some(true);
        large && (told || ends_clause(next) && (led || funds()))
    }

    /// Whether a fraction stands where a share is stated: not a day written 5/1.
    fn states_share(&self, quantity: &Quantity) -> bool {
        quantity.numeral.style == Style::Chinese
            || self.char_before(quantity.range.start) != ')'
                && !self.char_before(quantity.range.start).is_ascii_alphanumeric()
    }
}

/// Whether a clause ends where this character stands; no character is the end of the text.
pub fn ends_clause(character: char) -> bool {
    matches!(character, '\0' | ',' | '。' | ';' | ':' | '、' | ')' | '(' | '!' | '?' | ']' | '”' | '…' | '-' | '.')
}

/// Whether the character belongs to a word.
pub fn is_word(character: char) -> bool {
    is_han(character) || character.is_alphanumeric() || matches!(character, '“' | '《')
}
