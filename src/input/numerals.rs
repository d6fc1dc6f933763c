//! Numbers of lists as Word and browsers write them.

/// The format of paragraphs that a sign stands before instead of a number.
pub const BULLET: &str = "bullet";

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FORMAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Letters are told no farther than this, Romans and Chinese no farther than that: whoever counts on, counts in digits.
const LETTERS: u32 = 26 * 5;
const WORDS: u32 = 3999;

/// A number in a format of Word; in digits if the format is not known.
pub fn written(number: u32, format: &str) -> String {
    let special = match format {
        "none" | BULLET => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(number.to_string().chars().map(full_width).collect()),
        "numberInDash" => Some(format!("- {number} -")),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|letters| letters.to_lowercase()),
        "upperLetter" => letters(number, 'A'),
        "lowerLetter" => letters(number, 'a'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalEnclosedFullstop" => within(number, '⒈', 20),
        "decimalEnclosedParen" => within(number, '⑴', 20),
        "ideographEnclosedCircle" => within(number, '㊀', 10),
        "ideographTraditional" => one_of(number, STEMS),
        "ideographZodiac" => one_of(number, BRANCHES),
        "ideographZodiacTraditional" => one_of((number.wrapping_sub(1)) % 10 + 1, STEMS)
            .zip(one_of((number.wrapping_sub(1)) % 12 + 1, BRANCHES))
            .map(|(stem, branch)| stem + &branch),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Some(digits(number)),
        // It has no word for a hundred.
        "chineseCounting" | "taiwaneseCounting" if number >= 100 => Some(digits(number)),
        "chineseCounting" | "taiwaneseCounting" => counted(number, &DIGITS, ['十', '百', '千'], true),
        "chineseCountingThousand" | "taiwaneseCountingThousand" | "japaneseCounting" => {
            counted(number, &DIGITS, ['十', '百', '千'], true)
        }
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            counted(number, &FORMAL, ['拾', '佰', '仟'], false)
        }
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn full_width(digit: char) -> char {
    char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap_or(digit)
}

/// One of a row of signs that Unicode has.
fn within(number: u32, first: char, count: u32) -> Option<String> {
    let place = number.checked_sub(1).filter(|&place| place < count)?;
    char::from_u32(first as u32 + place).map(String::from)
}

fn one_of(number: u32, signs: &str) -> Option<String> {
    signs.chars().nth(number.checked_sub(1)? as usize).map(String::from)
}

fn circled(number: u32) -> Option<String> {
    match number {
        0..=20 => within(number, '①', 20),
        21..=35 => within(number - 20, '㉑', 15),
        _ => within(number - 35, '㊱', 15),
    }
}

/// a … z, aa … zz.
fn letters(number: u32, first: char) -> Option<String> {
    let place = number.checked_sub(1).filter(|&place| place < LETTERS)?;
    let letter = char::from_u32(first as u32 + place % 26)?;
    Some(std::iter::repeat_n(letter, place as usize / 26 + 1).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = Some(number).filter(|number| (1..=WORDS).contains(number))?;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            rest -= value;
            out += sign;
        }
    }
    Some(out)
}

/// 一二三, digit by digit.
fn digits(number: u32) -> String {
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// 一百二十三; ten is 十, or 壹拾 where no digit may be left out.
fn counted(number: u32, digits: &[char; 10], powers: [char; 3], short: bool) -> Option<String> {
    let number = Some(number).filter(|number| (1..=WORDS).contains(number))?;
    let mut out = String::new();
    let mut skipped = false;
    for (power, sign) in [(1000, Some(powers[2])), (100, Some(powers[1])), (10, Some(powers[0])), (1, None)] {
        let digit = (number / power % 10) as usize;
        if digit == 0 {
            skipped = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            out.push('零');
        }
        if !(short && power == 10 && digit == 1 && out.is_empty()) {
            out.push(digits[digit]);
        }
        out.extend(sign);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (format, written_as) in [
            ("decimal", ["1", "2", "10", "21", "105"]),
            ("decimalZero", ["01", "02", "10", "21", "105"]),
            ("decimalFullWidth", ["１", "２", "１０", "２１", "１０５"]),
            ("chineseCounting", ["一", "二", "十", "二十一", "一〇五"]),
            ("chineseCountingThousand", ["一", "二", "十", "二十一", "一百零五"]),
            ("japaneseCounting", ["一", "二", "十", "二十一", "一百零五"]),
            ("chineseLegalSimplified", ["壹", "贰", "壹拾", "贰拾壹", "壹佰零伍"]),
            ("ideographDigital", ["一", "二", "一〇", "二一", "一〇五"]),
            ("ideographTraditional", ["甲", "乙", "癸", "21", "105"]),
            ("ideographZodiacTraditional", ["甲子", "乙丑", "癸酉", "甲申", "戊申"]),
            ("decimalEnclosedCircleChinese", ["①", "②", "⑩", "㉑", "105"]),
            ("decimalEnclosedParen", ["⑴", "⑵", "⑽", "21", "105"]),
            ("upperRoman", ["I", "II", "X", "XXI", "CV"]),
            ("lowerRoman", ["i", "ii", "x", "xxi", "cv"]),
            ("upperLetter", ["A", "B", "J", "U", "AAAAA"]),
            ("lowerLetter", ["a", "b", "j", "u", "aaaaa"]),
            ("bullet", [""; 5]),
        ] {
            assert_eq!([1, 2, 10, 21, 105].map(|number| written(number, format)), written_as, "{format}");
        }
        for (number, words) in [(11, "十一"), (110, "一百一十"), (1010, "一千零一十"), (1001, "一千零一"), (0, "0")]
        {
            assert_eq!(written(number, "chineseCountingThousand"), words);
        }
        for format in ["upperLetter", "upperRoman", "chineseCountingThousand", "ideographZodiacTraditional", "circled"]
        {
            assert!(written(u32::MAX, format).len() < 12 && !written(0, format).is_empty());
        }
    }
}
