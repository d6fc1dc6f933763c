//! Days as pages and signatures write them.

use crate::text::{arabic_digit, chinese_digit};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year of four digits.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

/// The day as ISO 8601 writes it.
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The first day in the words: `2023-01-09`, `2023年1月9日`, `2023/1/9`, `2023年元月9日`, `二〇二三年一月九日`.
pub fn find(words: &str) -> Option<Day> {
    words
        .char_indices()
        .find_map(|(at, character)| begins(character).then(|| parse(&words[at..])).flatten().map(|(day, _)| day))
}

/// The day that the words are, or that they end with behind the name of a body.
pub fn alone(words: &str) -> Option<Day> {
    let words = words.trim_matches(|character| matches!(character, '（' | '）' | '(' | ')' | ' '));
    let rest = words[cut(words).len()..].trim_start();
    parse(rest).filter(|&(_, length)| length == rest.len()).map(|(day, _)| day)
}

/// The words without a day at their end.
pub fn cut(words: &str) -> &str {
    /// A day takes at most so many bytes.
    const LONGEST: usize = 120;
    let from = words.ceil_char_boundary(words.len().saturating_sub(LONGEST));
    let start = words[from..].char_indices().map(|(at, character)| (from + at, character)).find(|&(at, character)| {
        begins(character) && parse(&words[at..]).is_some_and(|(_, length)| at + length == words.len())
    });
    start.map_or(words, |(at, _)| words[..at].trim_end())
}

/// Whether a year may begin with the character.
fn begins(character: char) -> bool {
    arabic_digit(character).is_some() || matches!(character, '一' | '二')
}

/// The day at the start of the words, and its length in bytes.
fn parse(words: &str) -> Option<(Day, usize)> {
    let mut at = 0;
    let (year, digits) = number(words, &mut at)?;
    (digits == 4 && (1900..2100).contains(&year)).then_some(())?;
    separator(words, &mut at, &['年', '-', '/', '.', '－', '—'])?;
    let month = match words[at..].strip_prefix("元月") {
        Some(_) => {
            at += "元".len();
            1
        }
        None => number(words, &mut at)?.0,
    };
    separator(words, &mut at, &['月', '-', '/', '.', '－', '—'])?;
    let (mut day, _) = number(words, &mut at)?;
    // The hour may touch the day: 2023-01-0910:30
    if day > 99 && words[at..].starts_with([':', '：']) && words[..at].ends_with(|digit: char| digit.is_ascii_digit())
    {
        day /= 100;
        at -= 2;
    }
    let _ = separator(words, &mut at, &['日']);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((Day { year: year as i32, month, day }, at))
}

/// The number at `at`, in Arabic or Chinese digits, and how many digits it has.
fn number(words: &str, at: &mut usize) -> Option<(u32, usize)> {
    let (mut value, mut digits) = (0_u32, 0);
    for character in words[*at..].chars() {
        if character == ' ' && digits == 0 {
            *at += 1;
            continue;
        }
        let digit = match character {
            '〇' | '○' | '零' | 'Ｏ' | 'O' | 'o' => 0,
            _ => match arabic_digit(character).or(chinese_digit(character)) {
                Some(digit) => digit,
                None => break,
            },
        };
        // 十 is ten alone, a one before a digit, a nought behind one, and nothing between two.
        let next = words[*at + character.len_utf8()..].chars().next().and_then(chinese_digit);
        value = match (digit, digits, next) {
            (10, 0, None) => 10,
            (10, 0, Some(_)) => 1,
            (10, _, None) => value * 10,
            (10, _, Some(_)) => value,
            _ => value.saturating_mul(10) + digit,
        };
        digits += 1;
        *at += character.len_utf8();
        if digits > 4 {
            return None;
        }
    }
    (digits > 0).then_some((value, digits))
}

fn separator(words: &str, at: &mut usize, any: &[char]) -> Option<()> {
    let rest = words[*at..].trim_start_matches(' ');
    let found = rest.chars().next().filter(|character| any.contains(character))?;
    *at = words.len() - rest.len() + found.len_utf8();
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_every_dress() {
        for words in [
            "2023-01-09 10:30",
            "时间：2023年1月9日",
            "2023/1/9",
            "二〇二三年一月九日",
            "2023 年 1 月 9 日",
            "二0二三年元月九日",
            "2023-01-0910:30",
            "２０２３．１．９",
        ] {
            let words = words.replace('．', ".");
            assert_eq!(find(&words).map(iso).as_deref(), Some("2023-01-09"), "{words}");
        }
        assert_eq!(find("二○二二年十二月三十一日").map(iso).as_deref(), Some("2022-12-31"));
        assert_eq!(find("一九九八年二月四日").map(iso).as_deref(), Some("1998-02-04"));
        assert_eq!(find("二OO六年三月十四日").map(iso).as_deref(), Some("2006-03-14"));
        assert_eq!(find("2022年十月二十日").map(iso).as_deref(), Some("2022-10-20"));
        for words in ["2023年", "12345", "2023年13月1日", "1-12月", ""] {
            assert_eq!(find(words), None, "{words}");
        }
    }

    #[test]
    fn a_day_behind_the_name_of_a_body() {
        assert_eq!(cut("云溪县司法局 2023年1月9日"), "云溪县司法局");
        assert_eq!(alone("（2023年1月9日）").map(iso).as_deref(), Some("2023-01-09"));
        assert_eq!(alone("云溪县人民政府　　 二〇二三年一月九日").map(iso).as_deref(), Some("2023-01-09"));
        assert_eq!(alone("2023年1月9日至12日"), None);
    }
}
