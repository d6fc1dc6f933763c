//! Numerals: Arabic, Chinese and mixed, with 万 and 亿, fractions and the words that leave a digit open.

use std::ops::Range;

use rust_decimal::Decimal;

use super::worth;
use crate::exact::Exact;
use crate::language::{Filter, units};
use crate::text::{Gap, Passage, is_han};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With at least one Arabic digit.
    Arabic,
    /// In Chinese characters that count: 三十二, 两.
    Chinese,
    /// Chinese digits one after another: 二〇二三.
    Digits,
    /// A multiplier alone: 百, 千万.
    Scale,
    /// Arabic digits with more than one point or stroke: 2023.1.9, 1.2.3.
    Dotted,
}

/// What a numeral says beyond its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A number.
    Plain,
    /// Something of a hundred, a thousand or ten thousand; the value is in per cent: 百分之五, 千分之二.
    Percent,
    /// A fraction: 三分之二, 1/3.
    Fraction,
}

/// A numeral.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Its characters in the passage.
    pub range: Range<usize>,
    /// Its value; of a range the upper end.
    pub value: Decimal,
    /// Of a range the lower end.
    pub low: Option<Decimal>,
    /// The multiplier at its end as printed: 万, 亿, 万亿.
    pub scale: Option<String>,
    /// What the multiplier is worth.
    pub factor: Decimal,
    /// Whether it leaves a digit open: 二百三十余万, 十几.
    pub open: bool,
    /// How it is written.
    pub style: Style,
    /// What it says beyond its value.
    pub sort: Sort,
}

impl Numeral {
    /// A number in Arabic digits and nothing else.
    fn plain(range: Range<usize>, value: Decimal, dotted: bool) -> Self {
        Self {
            range,
            value: value.normalize(),
            low: None,
            scale: None,
            factor: Decimal::ONE,
            open: false,
            style: if dotted { Style::Dotted } else { Style::Arabic },
            sort: Sort::Plain,
        }
    }
}

/// Whether a numeral may go on with this character.
fn may_go_on(character: char) -> bool {
    INITIALS.admits(character) || matches!(character, '余' | '多' | '几' | '逾' | '来' | '点' | '个')
}

/// Whether a numeral may begin with this character.
#[inline]
pub fn begins(character: char) -> bool {
    INITIALS.admits(character) && (character.is_ascii_digit() || is_chinese(character))
}

/// The characters of numerals: with any of them one may begin.
pub static INITIALS: Filter = Filter::of(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八',
    '九', '十', '百', '千', '万', '亿', '萬', '億', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰',
    '仟',
]);

fn is_chinese(character: char) -> bool {
    digit(character).is_some() || ten(character).is_some() || big(character).is_some()
}

/// Whether a character is a numeral as it is written on cheques.
pub fn is_on_cheques(character: char) -> bool {
    "壹贰叁肆伍陆柒捌玖拾佰仟".contains(character)
}

/// The value of a Chinese digit, plain or as written on cheques.
pub fn digit(character: char) -> Option<u32> {
    Some(match character {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 十, 百, 千: what they multiply by.
fn ten(character: char) -> Option<u32> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// 万, 亿: what they multiply by.
pub fn big(character: char) -> Option<u32> {
    Some(match character {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// A piece of a numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    Arabic(Decimal),
    Digit(u32),
    /// Two digits in a row that leave the number open between them: 三四十.
    Between(u32, u32),
    Zero,
    Ten(u32),
    Big(u32),
    /// 余, 多, 几 inside a numeral.
    Open,
    /// Chinese digits behind 点.
    Decimals(Decimal),
}

/// The numeral that begins at `start`, if one does.
pub fn scan(passage: &Passage, start: usize) -> Option<Numeral> {
    let first = simple(passage, start)?;
    if let Some(fraction) = fraction(passage, &first) {
        return Some(fraction);
    }
    Some(first)
}

/// `百分之五`, `三分之二`: the numeral before 分之 is `parts`.
fn fraction(passage: &Passage, parts: &Numeral) -> Option<Numeral> {
    if !passage.has(parts.range.end, "分之") {
        return None;
    }
    // 百分之负三
    let negative = passage.has(parts.range.end + 2, "负");
    let mut share = simple(passage, parts.range.end + 2 + usize::from(negative))?;
    if negative {
        share.value = -share.value;
    }
    let (value, sort) = if parts.style == Style::Scale {
        (share.value.times(Decimal::ONE_HUNDRED)?.over(parts.value)?, Sort::Percent)
    } else {
        (share.value.over(parts.value)?, Sort::Fraction)
    };
    Some(Numeral {
        range: parts.range.start..share.range.end,
        value: value.normalize(),
        low: None,
        scale: None,
        factor: Decimal::ONE,
        open: share.open,
        style: share.style,
        sort,
    })
}

/// A numeral without 分之.
fn simple(passage: &Passage, start: usize) -> Option<Numeral> {
    let chars = &passage.chars;
    let mut tokens = Vec::new();
    let mut at = start;
    let mut dotted = false;
    while let Some(&character) = chars.get(at) {
        if at > start && passage.gaps[at] == Gap::Column {
            break;
        }
        let touching = at == start || passage.gaps[at] == Gap::None;
        if character.is_ascii_digit() {
            if !touching || matches!(tokens.last(), Some(Token::Arabic(_) | Token::Digit(_) | Token::Between(..))) {
                break;
            }
            let (value, end, points) = arabic(passage, at)?;
            // Most numerals are no more than that.
            if at == start && !chars.get(end).is_some_and(|&next| may_go_on(next)) {
                return Some(Numeral::plain(start..end, value, points > 1));
            }
            dotted |= points > 1;
            tokens.push(Token::Arabic(value));
            at = end;
            continue;
        }
        // 268.4 亿元, 130 余万元
        let scaled = passage.gaps[at] == Gap::Space
            && matches!(tokens.last(), Some(Token::Arabic(_)))
            && scales(chars, if matches!(character, '余' | '多') { at + 1 } else { at });
        if !touching && !scaled {
            break;
        }
        if let Some(value) = digit(character) {
            match tokens.last() {
                Some(Token::Arabic(_)) => break,
                Some(Token::Digit(_) | Token::Zero | Token::Between(..)) if value == 0 => tokens.push(Token::Zero),
                _ if value == 0 => tokens.push(Token::Zero),
                _ => tokens.push(Token::Digit(value)),
            }
        } else if let Some(factor) = ten(character) {
            if begins_unit(passage, at) || !tokens.is_empty() && passage.has(at, "百分之") {
                break;
            }
            // 十 multiplies what stands before it only once.
            if matches!(tokens.last(), Some(Token::Ten(last)) if *last <= factor) {
                break;
            }
            tokens.push(Token::Ten(factor));
        } else if let Some(factor) = big(character) {
            tokens.push(Token::Big(factor));
        } else if matches!(character, '余' | '多' | '几' | '逾' | '来') && leaves_open(chars, &tokens, at) {
            tokens.push(Token::Open);
        } else if character == '点' && !tokens.is_empty() {
            let Some((decimals, end)) = spoken_decimals(chars, at + 1) else { break };
            if matches!(tokens.last(), Some(Token::Arabic(_) | Token::Open)) {
                break;
            }
            tokens.push(Token::Decimals(decimals));
            at = end;
            continue;
        } else if !counts_by_hundred_millions(chars, &tokens, at) {
            break;
        }
        at += 1;
    }
    if tokens.is_empty() {
        return None;
    }
    worth::build(chars, start..at, tokens, dotted)
}

/// Whether 万 or 亿 at `at` multiplies a number that a space sets apart: a unit follows or no word does, as one does in 3 万州区.
fn scales(chars: &[char], at: usize) -> bool {
    let multiplies = |at: usize| chars.get(at).copied().is_some_and(|letter| big(letter).is_some());
    let open = matches!(chars.get(at + 1), Some('余' | '多'));
    let behind = at + 1 + usize::from(open);
    let ends = || chars.get(behind).is_none_or(|&next| !is_han(next) || next == '各');
    multiplies(at) && (units().at(chars, behind).is_some() || multiplies(behind) || ends())
}

/// 2个亿: whether 个 at `at` stands between a number and its multiplier. 2个亿元项目 are two.
fn counts_by_hundred_millions(chars: &[char], tokens: &[Token], at: usize) -> bool {
    chars[at] == '个'
        && !tokens.is_empty()
        && matches!(chars.get(at + 1), Some('亿'))
        && chars.get(at + 2).is_none_or(|next| !matches!(next, '元' | '级' | '以'))
}

/// Whether 千 or 百 at `at` begins a unit rather than ends a number: 千克, 千瓦.
fn begins_unit(passage: &Passage, at: usize) -> bool {
    units().at(&passage.chars, at).is_some_and(|(length, _)| length > 1)
}

/// Whether 余, 多 or 几 at `at` stands inside a numeral: a multiplier or, behind 十, anything follows.
fn leaves_open(chars: &[char], tokens: &[Token], at: usize) -> bool {
    let next = chars.get(at + 1).copied().unwrap_or_default();
    match tokens.last() {
        None | Some(Token::Open) => false,
        Some(Token::Ten(_)) if chars[at] == '几' => true,
        Some(Token::Zero) if chars[at] == '几' => true,
        Some(_) => big(next).is_some() || (ten(next).is_some() && chars[at] != '来'),
    }
}

/// Chinese digits behind 点.
fn spoken_decimals(chars: &[char], start: usize) -> Option<(Decimal, usize)> {
    let digits: Vec<u32> = chars[start.min(chars.len())..].iter().map_while(|&c| digit(c)).take(20).collect();
    let value = digits.iter().fold(0_i128, |value, &digit| value * 10 + i128::from(digit));
    let decimals = Decimal::try_from_i128_with_scale(value, u32::try_from(digits.len()).ok()?).ok()?;
    (!digits.is_empty()).then_some((decimals, start + digits.len()))
}

/// The Arabic number at `start`: its value, its end, and how many points it has.
/// Commas count where they stand between groups of three digits.
fn arabic(passage: &Passage, start: usize) -> Option<(Decimal, usize, usize)> {
    let chars = &passage.chars;
    let touching = |index: usize| passage.gaps.get(index) == Some(&Gap::None);
    let run = |from: usize| {
        let mut end = from;
        while chars.get(end).is_some_and(char::is_ascii_digit) && (end == from || touching(end)) {
            end += 1;
        }
        end
    };
    // What is too long for a decimal is kept as a numeral whose value cannot be held.
    let mut mantissa = Some(0_i128);
    let mut read = |digits: &[char]| {
        for digit in digits.iter().filter_map(|digit| digit.to_digit(10)) {
            mantissa = mantissa.and_then(|mantissa| mantissa.checked_mul(10)?.checked_add(digit.into()));
        }
    };
    let mut end = run(start);
    read(&chars[start..end]);
    if end - start <= 3 && chars[start] != '0' {
        while chars.get(end) == Some(&',') && touching(end) && touching(end + 1) && run(end + 1) == end + 4 {
            read(&chars[end + 1..end + 4]);
            end += 4;
        }
        if let Some(last) = spaced(passage, start, end) {
            read(&chars[end..last]);
            end = last;
        }
    }
    let (mut points, mut scale) = (0, 0);
    while matches!(chars.get(end), Some('.' | '·')) && touching(end) && touching(end + 1) && run(end + 1) > end + 1 {
        if chars[end] == '·' && points == 0 && !chars.get(end + 1).is_some_and(char::is_ascii_digit) {
            break;
        }
        points += 1;
        let next = run(end + 1);
        if points == 1 {
            read(&chars[end + 1..next]);
            scale = next - end - 1;
        }
        end = next;
    }
    let value = mantissa.and_then(|value| Decimal::try_from_i128_with_scale(value, scale as u32).ok());
    Some((value.unwrap_or(Decimal::MAX), end, points))
}

/// `2 316件`: where the groups of three digits end that blanks set apart from the number `start..end` and from one another, if nothing
/// speaks for several numbers.
fn spaced(passage: &Passage, start: usize, end: usize) -> Option<usize> {
    let (chars, gaps) = (&passage.chars, &passage.gaps);
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut last = end;
    while digit(last) && gaps[last] == Gap::Space {
        let group = (last..last + 3).all(digit) && gaps[last + 1..last + 3].iter().all(|&gap| gap == Gap::None);
        if !group || digit(last + 3) && gaps[last + 3] == Gap::None {
            return None;
        }
        last += 3;
    }
    // In 合计 12 316 7.5 the cells of a row are told.
    if last == end || digit(last) || gaps.get(last) == Some(&Gap::Column) {
        return None;
    }
    let mut unit = last;
    if chars.get(unit) == Some(&'.') && digit(unit + 1) {
        unit += 1 + chars[unit + 1..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    }
    // 行政村 12 120个小组: who sets numbers apart from words does so on both sides.
    let even = gaps[start] == Gap::None || last > end + 3 || gaps.get(unit) == Some(&Gap::Space);
    unit += usize::from(matches!(chars.get(unit), Some('余' | '多')));
    let scaled = chars.get(unit).is_some_and(|&letter| big(letter).is_some());
    let unit = unit + usize::from(scaled);
    let length = units().at(chars, unit).filter(|(_, unit)| !unit.weak).map(|(length, _)| length);
    let alone = start == 0 && unit + length.unwrap_or(0) == chars.len();
    ((scaled || length.is_some()) && (alone || even && goes_on_in_words(passage, start))).then_some(last)
}

/// Whether a number at `start` stands in words: at the head of a line it may number the line, behind 第 or 附件 something else, and what
/// blanks set apart on both sides may be a cell.
fn goes_on_in_words(passage: &Passage, start: usize) -> bool {
    const REACH: usize = 40;
    let chars = &passage.chars;
    let Some((&last, before)) = chars[..start].split_last() else { return false };
    let mark = |letter: &char| matches!(letter, ',' | '。' | ';' | '、' | ':');
    let numbers = match last {
        '第' => true,
        '表' | '图' | '件' | '栏' => {
            before.last().is_none_or(|letter| mark(letter) || matches!(letter, '附' | '专' | '见'))
        }
        _ => false,
    };
    let apart = passage.gaps[start] != Gap::None;
    let around = || &chars[start.saturating_sub(REACH)..chars.len().min(start + REACH)];
    // 共12件 1 436人: behind a figure another column stands.
    let column = || before.last().is_some_and(char::is_ascii_digit);
    (is_han(last) || mark(&last) || matches!(last, '(' | '“' | '》' | '”' | ')'))
        && !numbers
        && !(apart && (column() || !around().iter().any(mark)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Span;

    fn read(text: &str) -> Option<Numeral> {
        scan(&Passage::new(text, Span::new(0, text.len()), &[]), 0)
    }

    fn check(text: &str, value: &str) {
        let numeral = read(text).unwrap_or_else(|| panic!("{text}: no numeral"));
        assert_eq!(numeral.value.to_string(), value, "{text}");
        assert_eq!(numeral.range.end, text.chars().count(), "{text}");
    }

    #[test]
    fn values() {
        for (text, value) in [
            ("12", "12"),
            ("3,450", "3450"),
            ("１，１２３.５", "1123.5"),
            ("1.43亿", "143000000.00"),
            ("4.78万亿", "4780000000000.00"),
            ("一百五十二", "152"),
            ("四百五", "450"),
            ("九百九", "990"),
            ("一千零一", "1001"),
            ("一千零五", "1005"),
            ("两千三百五", "2350"),
            ("九万四", "94000"),
            ("一万零十二", "10012"),
            ("一万二百五十", "10250"),
            ("拾亿零六万零五百零六", "1000060506"),
            ("七十八万五佰零六", "780506"),
            ("四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", "4569831148725382"),
            ("三百五十一万亿", "351000000000000"),
            ("5亿1万4千6百", "500014600"),
            ("1千零20", "1020"),
            ("2千零30万", "20300000"),
            ("3万4000", "34000"),
            ("25万6千", "256000"),
            ("二百三十余万", "2300000"),
            ("六千余万", "60000000"),
            ("500多亿", "50000000000"),
            ("十几万", "100000"),
            ("一千五百零几万", "15000000"),
            ("两千三点一", "2300.1"),
            ("十点二三三", "10.233"),
            ("零点五", "0.5"),
            ("二〇二三", "2023"),
            ("百分之五", "5"),
            ("百分之１２０", "120"),
            ("千分之一百一十一", "11.1"),
            ("万分之三", "0.03"),
            ("五分之一", "0.2"),
            ("一千分之一", "0.001"),
            ("百分之负三", "-3"),
            ("百", "100"),
            ("0万", "0"),
            ("零亿", "0"),
            ("亿零五", "100000005"),
        ] {
            let numeral = read(text).unwrap_or_else(|| panic!("{text}: no numeral"));
            assert_eq!(numeral.value, value.parse().unwrap(), "{text}");
            assert_eq!(numeral.range.end, text.chars().count(), "{text}");
        }
        check("三百四十", "340");
    }

    #[test]
    fn every_numeral_passes_the_filter() {
        let numerals = ('\u{3000}'..='\u{9fff}').filter(|&character| is_chinese(character));
        assert!(numerals.clone().count() > 20 && numerals.clone().all(begins));
    }

    #[test]
    fn open_between_two() {
        for (text, low, value) in
            [("三四十", 30, 40), ("十七八", 17, 18), ("八九亿", 800_000_000, 900_000_000), ("三五", 3, 5)]
        {
            let numeral = read(text).unwrap();
            assert_eq!((numeral.low, numeral.value), (Some(low.into()), value.into()), "{text}");
        }
    }

    #[test]
    fn a_numeral_ends_where_its_unit_begins() {
        for (text, end) in [("20千瓦", 2), ("12千克", 2), ("3万千瓦时", 2), ("5百分点", 1), ("1.2.3", 5), ("10 20", 2)]
        {
            assert_eq!(read(text).unwrap().range.end, end, "{text}");
        }
    }

    #[test]
    fn what_is_too_large_is_still_a_numeral() {
        assert_eq!(read(&"9".repeat(80)).unwrap().value, Decimal::MAX);
        assert_eq!(read(&"亿".repeat(80)).unwrap().range.end, 80);
    }
}
