//! What the pieces of a numeral are worth together.

use std::ops::Range;

use rust_decimal::Decimal;

use super::numeral::{Numeral, Sort, Style, Token, big, digit};
use crate::exact::Exact;

/// Which end of what a numeral leaves open.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Lower,
    Upper,
}

/// Puts the tokens together.
pub fn build(chars: &[char], range: Range<usize>, mut tokens: Vec<Token>, dotted: bool) -> Option<Numeral> {
    let has_arabic = tokens.iter().any(|token| matches!(token, Token::Arabic(_)));
    let has_scale = tokens.iter().any(|token| matches!(token, Token::Ten(_) | Token::Big(_)));
    let count = tokens.len();
    let digits = tokens.iter().filter(|token| matches!(token, Token::Digit(_) | Token::Zero)).count();
    let style = if dotted {
        Style::Dotted
    } else if has_arabic {
        Style::Arabic
    } else if digits == count && count > 1 && !is_between(&tokens) {
        Style::Digits
    } else if tokens.iter().all(|token| matches!(token, Token::Ten(100..) | Token::Big(_) | Token::Open)) && has_scale {
        Style::Scale
    } else {
        Style::Chinese
    };
    if style == Style::Digits {
        let mut value = chars[range.clone()].iter().filter_map(|&c| digit(c));
        let value = value.try_fold(0_u64, |value, digit| value.checked_mul(10)?.checked_add(u64::from(digit)));
        return Some(Numeral {
            range,
            value: value.map_or(Decimal::MAX, Decimal::from),
            low: None,
            scale: None,
            factor: Decimal::ONE,
            open: false,
            style,
            sort: Sort::Plain,
        });
    }
    let open = tokens.contains(&Token::Open);
    join_between(&mut tokens);
    let between = tokens.iter().any(|token| matches!(token, Token::Between(..)));
    let value = evaluate(&tokens, End::Upper).unwrap_or(Decimal::MAX);
    let low = if between { evaluate(&tokens, End::Lower) } else { None };
    let (scale, factor) = trailing_scale(chars, &range);
    Some(Numeral { range, value, low, scale, factor, open, style, sort: Sort::Plain })
}

/// Whether the tokens are two digits, the second one or two above the first: 三四, 三五.
fn is_between(tokens: &[Token]) -> bool {
    matches!(tokens, [Token::Digit(lower), Token::Digit(upper)] if follows(*lower, *upper))
}

fn follows(lower: u32, upper: u32) -> bool {
    upper == lower + 1 || (lower, upper) == (3, 5)
}

/// Makes one token of two digits in a row, the second above the first.
fn join_between(tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at + 1 < tokens.len() {
        if let (Token::Digit(lower), Token::Digit(upper)) = (tokens[at], tokens[at + 1]) {
            tokens[at] = if follows(lower, upper) { Token::Between(lower, upper) } else { Token::Digit(upper) };
            tokens.remove(at + 1);
        } else {
            at += 1;
        }
    }
}

/// The value of the tokens; none where it is too large to hold.
fn evaluate(tokens: &[Token], end: End) -> Option<Decimal> {
    // Most numerals are one number, or one digit.
    match tokens {
        [Token::Arabic(value)] => return Some(value.normalize()),
        [Token::Digit(value)] => return Some((*value).into()),
        _ => {}
    }
    // What is finished by 亿, what is finished by 万, what is finished by 十, 百 and 千, and what is not finished.
    let (mut above, mut middle, mut section) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let mut number: Option<Decimal> = None;
    // What a last digit without its multiplier is worth: 四百五 is 450.
    let mut elided: Option<u32> = None;
    let mut spoken = false;
    for &token in tokens {
        match token {
            Token::Arabic(value) => {
                number = Some(value);
                elided = None;
            }
            Token::Digit(value) => {
                number = Some(value.into());
                spoken = true;
            }
            Token::Between(lower, upper) => {
                number = Some(if end == End::Lower { lower } else { upper }.into());
                spoken = true;
            }
            Token::Zero => {
                number = Some(number.unwrap_or_default());
                elided = None;
            }
            Token::Open => {}
            Token::Ten(factor) => {
                let count = number.take().filter(|number| !number.is_zero() || !section.is_zero());
                let count = match count {
                    Some(count) if count.is_zero() => Decimal::ONE,
                    Some(count) => count,
                    None => Decimal::ONE,
                };
                section = section.plus(count.times(factor.into())?)?;
                elided = Some(factor / 10);
                spoken = false;
            }
            Token::Big(factor) => {
                // 万 alone is one of it; of 0万 there is none.
                let alone = number.is_none() && section.is_zero() && middle.is_zero();
                let below = if alone { Decimal::ONE } else { section.plus(number.take().unwrap_or_default())? };
                section = Decimal::ZERO;
                if factor == 10_000 {
                    middle = middle.plus(below.times(factor.into())?)?;
                } else {
                    let count = middle.plus(below)?;
                    middle = Decimal::ZERO;
                    above = above.plus(count.times(factor.into())?)?;
                }
                elided = Some(factor / 10);
                spoken = false;
            }
            Token::Decimals(value) => {
                if let (Some(last), Some(factor), true) = (number, elided, spoken) {
                    number = Some(last.times(factor.into())?);
                    elided = None;
                }
                number = Some(number.unwrap_or_default().plus(value)?);
            }
        }
    }
    let mut last = number.unwrap_or_default();
    if let (Some(factor), true) = (elided, spoken) {
        last = last.times(factor.max(1).into())?;
    }
    Some(above.plus(middle)?.plus(section)?.plus(last)?.normalize())
}

/// The multiplier at the end of a numeral that has one to show apart: 万, 亿, 万亿, and what it is worth.
fn trailing_scale(chars: &[char], range: &Range<usize>) -> (Option<String>, Decimal) {
    let mut start = range.end;
    let mut factor = Decimal::ONE;
    while start > range.start {
        let Some(value) = big(chars[start - 1]) else { break };
        factor *= Decimal::from(value);
        start -= 1;
        if range.end - start == 2 {
            break;
        }
    }
    let scale: String = chars[start..range.end].iter().collect();
    if scale.is_empty() { (None, Decimal::ONE) } else { (Some(scale), factor) }
}
