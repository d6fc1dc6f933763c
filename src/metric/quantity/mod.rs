//! Quantities: a numeral with what it counts, before it is judged to be a figure of the report.

mod measured;
pub(super) mod numeral;
mod worth;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use self::measured::Measured;
use self::numeral::{Numeral, Sort, Style};
use crate::exact::Exact;
use crate::language::{Cue, Filter, Measure, cues, currencies, qualifiers};
use crate::report::{Kind, Qualifier};
use crate::text::{Gap, Passage, is_han};

/// A numeral with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The quote: from the first digit, or the 第 before it, to the end of the unit.
    pub range: Range<usize>,
    /// The numeral in it; of a range the second one.
    pub numeral: Numeral,
    /// The value in the base unit; of a range the upper end.
    pub value: Decimal,
    /// Of a range the lower end.
    pub low: Option<Decimal>,
    /// The multiplier as printed.
    pub scale: Option<String>,
    /// What it counts in, as it is written; none where no unit was found.
    pub unit: Option<Cow<'static, str>>,
    /// What kind of figure the unit makes.
    pub kind: Option<Kind>,
    /// Whether the unit is more often a noun.
    pub weak: bool,
    /// Whether 第 stands before it.
    pub ordinal: bool,
    /// Whether only its order of magnitude is said: 数十, 几百.
    pub several: bool,
    /// Whether it is one number of several with colons between, 3.9∶59.5∶36.6, or a proportion of two, 5∶1.
    pub composition: bool,
    /// How exact it is.
    pub qualifier: Qualifier,
    /// From where the words begin that qualify it to where they end: 约…左右.
    pub extent: Range<usize>,
}

impl Quantity {
    /// Its digits as they are printed, without the point: 5 of 0.5亿, 126 of 12.6. The more there are, the less a sum is an accident.
    pub fn digits(&self) -> i128 {
        let printed = self.numeral.value.over(self.numeral.factor).unwrap_or(self.value);
        if printed.scale() > 0 { printed.normalize().mantissa() } else { printed.mantissa() }
    }

    /// Whether people or households are counted: 68户, 446名.
    pub fn counts_people(&self) -> bool {
        self.is_counted_in(Measure::People)
    }

    /// Whether its measure word is the very thing that it counts: 5镇.
    pub fn counts_places(&self) -> bool {
        self.is_counted_in(Measure::Place)
    }

    /// Whether its unit is one of these measure words.
    pub fn is_counted_in(&self, measure: Measure) -> bool {
        measure.has(self.unit.as_deref())
    }

    /// Whether it is the bare 一 of an indefinite noun: 一个, 一批.
    pub fn is_article(&self) -> bool {
        self.numeral.style == Style::Chinese && self.value == Decimal::ONE && self.numeral.sort == Sort::Plain
    }
}

/// Every numeral of the passage in order, with what it counts.
pub fn read(passage: &Passage) -> Vec<Quantity> {
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if !may_begin(passage.chars[at]) {
            at += 1;
            continue;
        }
        // 零下 is the sign of the number behind it; in 两年零三个月 the 零 links two quantities.
        let links = passage.chars[at] == '零' && quantities.last().is_some_and(|last| last.range.end == at);
        if let Some(word) = first_place(passage, at).or_else(|| half(passage, at)).or_else(|| halved(passage, at)) {
            at = word.range.end;
            quantities.push(word);
            continue;
        }
        if !numeral::begins(passage.chars[at]) || passage.has(at, "零下") || links {
            at += 1;
            continue;
        }
        let Some(quantity) = one(passage, at, quantities.last()) else {
            at += 1;
            continue;
        };
        at = quantity.range.end.max(at + 1);
        quantities.push(quantity);
    }
    compose(passage, &mut quantities);
    share_units(passage, &mut quantities);
    quantities
}

/// Whether a numeral, or a word that stands for one, may begin with this character: of most nothing more is asked.
fn may_begin(character: char) -> bool {
    static WORDS: LazyLock<Filter> =
        LazyLock::new(|| cues(Cue::First).initials().or(&numeral::INITIALS).or(&Filter::of(&['半'])));
    WORDS.admits(character)
}

/// A place told by a word without a numeral, where the words before it rank something: 居全市首位, 位列榜首.
fn first_place(passage: &Passage, at: usize) -> Option<Quantity> {
    let chars = &passage.chars;
    let length = cues(Cue::First).at(chars, at)?;
    let ends = chars.get(at + length).is_none_or(|next| !next.is_alphanumeric());
    if !ends || !cues(Cue::Rank).is_before(chars, at) {
        return None;
    }
    let range = at..at + length;
    Some(Quantity {
        range: range.clone(),
        numeral: word(range.clone(), Decimal::ONE),
        value: Decimal::ONE,
        low: None,
        scale: None,
        unit: None,
        kind: Some(Kind::Rank),
        weak: false,
        ordinal: true,
        several: false,
        composition: false,
        qualifier: Qualifier::Exact,
        extent: range,
    })
}

/// A numeral told by a word.
fn word(range: Range<usize>, value: Decimal) -> Numeral {
    Numeral {
        range,
        value,
        low: None,
        open: false,
        scale: None,
        factor: Decimal::ONE,
        style: Style::Chinese,
        sort: Sort::Plain,
    }
}

/// Half of a unit that is measured: 半成, 半公里, 半个百分点, 缩短半小时. 半年 and 半天 are lengths of time only where one is told.
fn half(passage: &Passage, at: usize) -> Option<Quantity> {
    let chars = &passage.chars;
    if chars[at] != '半' || at > 0 && cues(Cue::Halving).is_before(chars, at) {
        return None;
    }
    let mut quantity = Measured::new(passage, word(at..at + 1, Decimal::new(5, 1))).quantity(at, false);
    let told = match quantity.kind? {
        Kind::Ratio | Kind::Points | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume => true,
        Kind::Duration => cues(Cue::Measured).is_before(chars, at),
        _ => false,
    };
    // 半成品 and 半米高 are words.
    let closes = |next: &char| !next.is_alphabetic() || matches!(next, '的' | '左' | '以' | '和');
    let plain = quantity.range.len() > 2 || chars.get(quantity.range.end).is_none_or(closes);
    qualify(passage, &mut quantity);
    (told && plain).then_some(quantity)
}

/// `缩短一半`, `压缩一半以上`, `占一半`, `申请材料减半`: one half, where something became so or makes so much of a whole.
fn halved(passage: &Passage, at: usize) -> Option<Quantity> {
    let chars = &passage.chars;
    let length = match chars[at..] {
        ['一', '半', ..] => 2,
        ['半', ..] if at > 2 && chars[at - 1] == '减' && is_han(chars[at - 2]) => 1,
        _ => return None,
    };
    let mut quantity = Measured::new(passage, word(at..at + length, Decimal::new(5, 1))).quantity(at, false);
    (quantity.kind, quantity.unit) = (Some(Kind::Ratio), None);
    quantity.range = at..at + length;
    quantity.numeral.sort = Sort::Fraction;
    quantity.extent = quantity.range.clone();
    qualify(passage, &mut quantity);
    let told = length == 1 || cues(Cue::Half).is_before(chars, quantity.extent.start);
    let closes = chars.get(quantity.extent.end).is_none_or(|next| !next.is_alphanumeric());
    (told && closes).then_some(quantity)
}

/// The quantity that begins at `at`.
fn one(passage: &Passage, at: usize, last: Option<&Quantity>) -> Option<Quantity> {
    let chars = &passage.chars;
    let first = numeral::scan(passage, at)?;
    let free = |index: usize| last.is_none_or(|last| last.range.end <= index);
    let sign = minus_before(passage, at, &first);
    // 伍零下百: 零 ends the number before.
    let sign = if free(at - sign) { sign } else { 0 };
    let ordinal = at > 0 && chars[at - 1] == '第' && free(at - 1);
    let start = at - if ordinal { 1 } else { sign };

    // 人数十几万 is no 数十.
    let counted = cues(Cue::NumberOf).is_before(chars, at);
    let several =
        !counted && at > 0 && matches!(chars[at - 1], '数' | '几') && free(at - 1) && first.style != Style::Arabic;
    let start = if several { at - 1 } else { start };

    let mut quantity = Measured::new(passage, first).quantity(start, ordinal);
    if several {
        // 数十 are more than ten and less than a hundred.
        quantity.low = Some(quantity.value);
        quantity.value = quantity.value.times(Decimal::TEN).unwrap_or(quantity.value);
        quantity.several = true;
    }
    if let Some(range) = upper_end(passage, &quantity) {
        quantity = range;
    }
    if quantity.unit.is_none()
        && chars.get(quantity.range.end) == Some(&'/')
        && let Some(base) = numeral::scan(passage, quantity.range.end + 1).filter(|base| base.scale.is_some())
    {
        // 7.1/10万
        quantity.unit = Some(chars[quantity.range.end..base.range.end].iter().copied().collect());
        quantity.kind = Some(Kind::Ratio);
        quantity.range.end = base.range.end;
    }
    if let Some(denominator) = stroke(passage, &quantity) {
        quantity.value = quantity.value.over(denominator.value).unwrap_or(quantity.value);
        quantity.range.end = denominator.range.end;
        quantity.numeral.range.end = denominator.range.end;
        quantity.numeral.sort = Sort::Fraction;
    }
    if sign > 0 {
        // Of a range the sign is the lower end's.
        let signed = quantity.low.as_mut().unwrap_or(&mut quantity.value);
        *signed = -*signed;
    }
    if quantity.numeral.sort == Sort::Fraction && quantity.unit.is_none() {
        quantity.kind = Some(Kind::Ratio);
    }
    // 2个亿 alone is money.
    if quantity.unit.is_none() && chars[quantity.numeral.range.clone()].contains(&'个') {
        quantity.kind = Some(Kind::Money);
    }
    if let Some((length, name)) = currencies().before(chars, start) {
        if quantity.unit.is_none() {
            quantity.unit = Some((*name).into());
            quantity.kind = Some(Kind::Money);
        }
        quantity.range.start -= length;
    }
    quantity.extent = quantity.range.clone();
    qualify(passage, &mut quantity);
    Some(quantity)
}

/// The length of the minus right before the numeral at `at`: 负, 零下, or a stroke with no number or Latin word before it.
fn minus_before(passage: &Passage, at: usize, numeral: &Numeral) -> usize {
    let chars = &passage.chars;
    let before = |back: usize| at.checked_sub(back).map(|index| chars[index]);
    match before(1) {
        Some('负') => usize::from(!cues(Cue::Burden).is_before(chars, at)),
        Some('下') if before(2) == Some('零') => 2,
        Some('-') => usize::from(match before(2) {
            // 25度-30度 is a range; 最低温度-4.1℃ is none.
            Some('度') => before(3).is_none_or(|degrees| numeral::digit(degrees).is_none()),
            Some(before) => {
                !before.is_ascii_alphanumeric() && !matches!(before, '-' | ')' | ']' | '年' | '月' | '日' | '%' | '℃')
            }
            // At the head of a line a stroke is rather the mark of a list.
            None => passage.gaps[at] == Gap::None && numeral.value.scale() > 0,
        }),
        _ => 0,
    }
}

/// A denominator behind a stroke: `1/3`, `268.01/10万`. One of two plain numbers is a fraction.
fn stroke(passage: &Passage, quantity: &Quantity) -> Option<Numeral> {
    let alone = quantity.unit.is_none() && quantity.low.is_none();
    if !alone || passage.chars.get(quantity.range.end) != Some(&'/') {
        return None;
    }
    let denominator = numeral::scan(passage, quantity.range.end + 1)?;
    let plain = denominator.style == Style::Arabic && denominator.scale.is_none();
    let fits = plain && !denominator.value.is_zero() && quantity.value < denominator.value;
    (fits && passage.chars.get(denominator.range.end) != Some(&'/')).then_some(denominator)
}

/// The range of which `lower` is the lower end: `5-20%`, `两到三万`, `1万-5万元`.
fn upper_end(passage: &Passage, lower: &Quantity) -> Option<Quantity> {
    let chars = &passage.chars;
    if lower.ordinal || lower.numeral.style == Style::Dotted || lower.numeral.style == Style::Digits {
        return None;
    }
    let mut at = lower.range.end;
    if passage.has(at, "(含)") {
        at += 3;
    }
    let link = *chars.get(at)?;
    if !matches!(link, '-' | '~' | '至' | '到') {
        return None;
    }
    let stands_in_change = {
        let before = lower.range.start.checked_sub(1).map(|before| chars[before]);
        matches!(before, Some('由' | '从' | '的'))
    };
    if matches!(link, '至' | '到') && stands_in_change {
        return None;
    }
    if !chars.get(at + 1).copied().is_some_and(numeral::begins) {
        return None;
    }
    let upper = Measured::new(passage, numeral::scan(passage, at + 1)?);
    if upper.numeral.style == Style::Dotted {
        return None;
    }
    let same_unit = lower.unit.is_none() || lower.unit == upper.unit.as_ref().map(|(name, _)| name.clone());
    if !same_unit {
        return None;
    }
    let mut low = lower.value;
    // A multiplier behind the upper end counts for both: 5-20万.
    if lower.scale.is_none() && lower.unit.is_none() && upper.numeral.scale.is_some() {
        let scaled = low.times(upper.numeral.factor)?;
        if scaled <= upper.value {
            low = scaled;
        }
    } else if lower.unit.is_none() && lower.scale.is_none() && upper.numeral.style == Style::Arabic {
        low = with_inner_scale(chars, &upper.numeral, low, upper.value);
    }
    if low > upper.value {
        return None;
    }
    let mut range = upper.quantity(lower.range.start, false);
    range.low = Some(low);
    Some(range)
}

/// `两~3百`: 百 behind the upper end counts for both.
fn with_inner_scale(chars: &[char], upper: &Numeral, low: Decimal, high: Decimal) -> Decimal {
    let factor = match chars.get(upper.range.end - 1) {
        Some('百') => Decimal::ONE_HUNDRED,
        Some('千') => Decimal::ONE_THOUSAND,
        _ => return low,
    };
    low.times(factor).filter(|scaled| *scaled <= high).unwrap_or(low)
}

/// Reads the words around the quantity that say how exact it is, and widens its extent by them.
fn qualify(passage: &Passage, quantity: &mut Quantity) {
    let chars = &passage.chars;
    if let Some((length, &says)) = qualifiers::before().before(chars, quantity.range.start) {
        let start = quantity.range.start - length;
        // 上 is 以上 only of a round hundred or thousand: 上百.
        let fits = !(chars[start] == '上' && length == 1) || quantity.numeral.style == Style::Scale;
        // 近 before a length of time is a period: 近三年.
        let fits = fits && !(length == 1 && cues(Cue::Near).is_before(chars, start + 1));
        if fits {
            quantity.extent.start = start;
            if quantity.qualifier == Qualifier::Exact {
                quantity.qualifier = says;
            }
        }
    }
    if let Some((length, &says)) = qualifiers::after().at(chars, quantity.range.end) {
        let end = quantity.range.end + length;
        // 内 alone limits a time or a length; elsewhere it begins a noun: 内设, 内容.
        let limits = matches!(quantity.kind, Some(Kind::Duration | Kind::Length)) || length > 1;
        let noun = length == 1 && cues(Cue::Inner).is_at(chars, quantity.range.end);
        if chars[quantity.range.end] != '内' || (limits && !noun) {
            quantity.extent.end = end;
            if quantity.qualifier == Qualifier::Exact || quantity.qualifier == Qualifier::About {
                quantity.qualifier = says;
            }
        }
    }
}

/// Marks numbers with colons between as a composition: `3.9∶59.5∶36.6`. Of a proportion, `5∶1`, one quantity is made. Times of day are none.
fn compose(passage: &Passage, quantities: &mut Vec<Quantity>) {
    let linked = |left: &Quantity, right: &Quantity| {
        left.unit.is_none()
            && left.numeral.style == Style::Arabic
            && right.numeral.style == Style::Arabic
            && passage.chars.get(left.range.end) == Some(&':')
            && left.range.end + 1 == right.range.start
    };
    let mut start = 0;
    while start < quantities.len() {
        let mut end = start + 1;
        while end < quantities.len() && linked(&quantities[end - 1], &quantities[end]) {
            end += 1;
        }
        let members = &mut quantities[start..end];
        let fractional = members.iter().any(|member| member.numeral.value.scale() > 0);
        let sum = members.iter().try_fold(Decimal::ZERO, |sum, member| sum.plus(member.value));
        let hundred = sum.is_some_and(|sum| sum >= Decimal::from(99) && sum <= Decimal::from(101));
        let single = members.last().is_some_and(|last| last.numeral.range.len() == 1);
        // 师生比1:18 is no time of day.
        let named = || {
            let before = &passage.chars[..members[0].extent.start];
            let reaching = cues(Cue::Reaching).tail(before).unwrap_or(0);
            matches!(before[..before.len() - reaching], [.., '比' | '例'])
        };
        if members.len() == 2 && !hundred && (fractional || single || named()) && members[1].unit.is_none() {
            members[0].range.end = members[1].range.end;
            members[0].extent.end = members[1].extent.end;
            members[0].kind = Some(Kind::Ratio);
            members[0].composition = true;
            quantities.remove(start + 1);
            end -= 1;
        } else if members.len() > 2 && (fractional || hundred) || members.len() == 2 && hundred {
            for member in members {
                member.composition = true;
                member.kind = Some(Kind::Ratio);
                member.unit = None;
                member.range.end = member.numeral.range.end;
            }
        }
        start = end;
    }
}

/// Gives a number that stands in a list the unit of the next one: `5.26、3.64万人次`.
fn share_units(passage: &Passage, quantities: &mut [Quantity]) {
    for index in (1..quantities.len()).rev() {
        let (left, right) = quantities.split_at_mut(index);
        let (left, right) = (&mut left[index - 1], &right[0]);
        let between = &passage.chars[left.range.end.min(right.range.start)..right.range.start];
        let listed = matches!(between, ['、' | '和' | '与' | '及'] | ['以', '及']);
        // 1.2个和0.4个百分点
        if listed && left.unit.as_deref() == Some("个") && right.kind == Some(Kind::Points) {
            left.unit.clone_from(&right.unit);
            left.kind = right.kind;
            continue;
        }
        let shares = left.unit.is_none()
            && left.kind.is_none()
            && !left.ordinal
            && right.unit.is_some()
            && left.numeral.style == Style::Arabic
            && left.numeral.sort == Sort::Plain
            && right.numeral.style == Style::Arabic
            && !right.weak
            && !right.ordinal;
        if !(listed && shares) {
            continue;
        }
        if left.scale.is_none() && right.scale.is_some() {
            let Some(value) = left.value.times(right.numeral.factor) else { continue };
            left.value = value;
            left.low = left.low.and_then(|low| low.times(right.numeral.factor));
            left.scale.clone_from(&right.scale);
        }
        left.unit.clone_from(&right.unit);
        left.kind = right.kind;
    }
}
