//! The numbers that may head a section or a point: how they are written. Whether one does is for the outline to say.

use super::numbering::{Reader, arabic_digit, chinese_digit};
use super::passage::is_space;
use super::{breaks_line, is_han};
use crate::language::{Filter, ranked, units};
use crate::report::Kind;

/// A family of markers. The order is the usual one from the outside in; a report may have another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// 第一部分, 第一篇, 第一编
    Volume,
    /// 第一章
    Chapter,
    /// 第一节
    Division,
    /// 第一条
    Article,
    /// 一、
    Comma,
    /// （一）
    Bracket,
    /// 1.
    Arabic,
    /// 1.1
    Decimal,
    /// 1.1.1
    SubDecimal,
    /// （1）
    ArabicBracket,
    /// 1）
    HalfBracket,
    /// ①
    Circled,
    /// A.
    Capital,
    /// a.
    Letter,
    /// 第一，
    Ordinal,
    /// 其一，
    Among,
    /// 首先，
    Sequence,
    /// 一是, 第一是
    Is,
    /// 一要
    Must,
}

impl Style {
    /// How many families there are.
    pub const COUNT: usize = Self::Must as usize + 1;

    /// Whether it numbers the points of an argument rather than the headings of a document.
    pub const fn is_point(self) -> bool {
        matches!(self, Self::Ordinal | Self::Among | Self::Sequence | Self::Is | Self::Must | Self::Circled)
    }

    /// Whether a heading of this family is a heading wherever its line begins.
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Volume | Self::Chapter | Self::Division | Self::Comma | Self::Bracket)
    }
}

/// A marker as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its family.
    pub style: Style,
    /// The sign that closes it, which tells `1.` from `1、`; half width.
    pub sign: char,
    /// Its number. 最后 has [`Marker::LAST`].
    pub number: u32,
    /// Its length in bytes.
    pub len: usize,
    /// Whether a word or a quantity may be written the same way, so that only others of its run show that it numbers a line: `一 总体情况`,
    /// `Ⅱ 打算`, `1.2 成效`.
    pub loose: bool,
}

impl Marker {
    /// The number of a marker that only says that it is the last.
    pub const LAST: u32 = u32::MAX;

    /// Whether its number is the next after `number`; nothing comes next after the last.
    pub fn follows(&self, number: u32) -> bool {
        number.checked_add(1) == Some(self.number)
    }

    /// The marker at the very start of `text`.
    pub fn at(text: &str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        match reader.peek()? {
            '第' => ordinal(reader),
            '（' | '(' | '〔' | '﹙' | '【' => bracketed(reader),
            '首' => sequence(reader, "首先", 1),
            '再' => sequence(reader, "再次", 3).or_else(|| sequence(reader, "再者", 3)),
            '最' => sequence(reader, "最后", Self::LAST),
            '其' => sequence(reader, "其次", 2).or_else(|| among(reader)),
            first @ ('①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩') => {
                reader.next();
                let (style, base) = match first {
                    '①'..='⑳' => (Style::Circled, '①'),
                    '⑴'..='⒇' => (Style::ArabicBracket, '⑴'),
                    '⒈'..='⒛' => (Style::Arabic, '⒈'),
                    _ => (Style::Bracket, '㈠'),
                };
                let sign = if style == Style::Arabic { '.' } else { ')' };
                reader.take(&['、', '.', '．']);
                reader.marker(style, sign, first as u32 - base as u32 + 1)
            }
            first if chinese_digit(first).is_some() => chinese(reader),
            first if FORMAL.contains(&first) => formal(reader, first),
            '0'..='9' | '０'..='９' => arabic(reader).or_else(|| decimal(reader)),
            'Ⅰ'..='Ⅻ' | 'I' | 'V' | 'X' => roman(reader),
            first @ ('A'..='Z' | 'a'..='z') => letter(reader, first),
            _ => None,
        }
    }

    /// The characters of words that a marker may begin with.
    pub fn initials() -> &'static Filter {
        &WORDS
    }

    /// Whether a marker may begin with this character.
    pub fn may_begin(character: char) -> bool {
        match character {
            '\u{4e00}'..='\u{9fff}' => {
                WORDS.admits(character)
                    && (matches!(character, '第' | '首' | '再' | '最' | '其')
                        || chinese_digit(character).is_some()
                        || FORMAL.contains(&character))
            }
            _ => matches!(
                character,
                'A'..='Z' | 'a'..='z' | 'Ⅰ'..='Ⅻ' | '（' | '(' | '〔' | '﹙' | '【' | '0'..='9' | '０'..='９' | '①'..='⒛' | '㈠'..='㈩'
            ),
        }
    }
}

/// What a marker may begin with of the characters of words.
static WORDS: Filter = Filter::of(&[
    '第', '首', '再', '最', '其', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '壹', '贰', '叁', '肆',
    '伍', '陆',
]);

/// The digits that amounts on cheques are written with, and now and then the parts of a report.
const FORMAL: [char; 6] = ['壹', '贰', '叁', '肆', '伍', '陆'];

/// What sets the number of a point off from its words.
const PAUSES: [char; 5] = ['，', ',', '、', '：', ':'];

impl Reader<'_> {
    /// The marker that ends here.
    fn marker(&self, style: Style, sign: char, number: u32) -> Option<Marker> {
        Some(Marker { style, sign, number, len: self.at, loose: false })
    }

    /// The marker that ends here and may be something else, if what follows on its line reads like a heading.
    fn loose(&self, style: Style, sign: char, number: u32) -> Option<Marker> {
        let marker = Marker { loose: true, ..self.marker(style, sign, number)? };
        is_headline(self.rest()).then_some(marker)
    }
}

/// Whether the line goes on like a heading: a few words with no mark of a sentence and no figure other than a year in them.
fn is_headline(rest: &str) -> bool {
    const LONGEST: usize = 90;
    // White space may stand around it.
    let near = &rest[..rest.floor_char_boundary(LONGEST + LONGEST)];
    let line = near.split(breaks_line).next().unwrap_or_default().trim_matches(is_space);
    let mut letters = line.chars();
    let first = |letter: char| is_han(letter) || matches!(letter, '“' | '《');
    let words = letters.next().is_some_and(first) && !letters.next().is_none_or(is_space) || begins_with_year(line);
    let stops = ['。', '，', '；', '：', ',', ';', ':', '、', '|', '\t'];
    let mut rest = line;
    while words && let Some(at) = rest.find(|letter| arabic_digit(letter).is_some()) {
        rest = rest[at..].trim_start_matches(|letter| arabic_digit(letter).is_some());
        if !rest.starts_with('年') {
            return false;
        }
    }
    words && line.len() <= LONGEST && !line.contains(stops)
}

/// `一、` `一.` `一是` `一要`
fn chinese(mut reader: Reader) -> Option<Marker> {
    let number = reader.chinese_number()?;
    let bare = reader;
    reader.skip_space();
    let after_number = reader;
    if reader.take(&['是']).is_some() {
        reader.take(&PAUSES);
        return reader.marker(Style::Is, '是', number);
    }
    if reader.take(&['要']).is_some() {
        return reader.marker(Style::Must, '要', number);
    }
    reader = after_number;
    let Some(sign) = reader.take(&['、', '．', '.', '﹒', '､', '，']) else {
        reader = bare;
        let counts = reader.rest().trim_start_matches(is_space).starts_with(|next| chinese_digit(next).is_some());
        return (reader.is_apart() && !counts).then(|| reader.loose(Style::Comma, '、', number))?;
    };
    let sign = if sign == '，' { sign } else { '、' };
    if enumerates(number, reader.rest()) {
        return tells_when(reader).then(|| reader.loose(Style::Comma, sign, number))?;
    }
    reader.marker(Style::Comma, sign, number)
}

/// `壹、`
fn formal(mut reader: Reader, first: char) -> Option<Marker> {
    reader.next();
    reader.take(&['、', '．', '.'])?;
    let number = FORMAL.iter().zip(1..).find(|(digit, _)| **digit == first)?.1;
    reader.loose(Style::Volume, '壹', number)
}

/// Whether a list of Chinese numbers goes on here behind one, as in 一、二、三产业 and 一、二线城市; it does not in 一、一季度工作.
fn enumerates(number: u32, rest: &str) -> bool {
    let mut reader = Reader { text: rest, at: 0 };
    reader.chinese_number().is_some_and(|next| next > number)
        && (reader.take(&['、', '，', '和', '及', '与']).is_some() || ranked().begins_text(reader.rest()))
}

/// Whether a time may stand here: 四季度 in 三、四季度安排 is that of the heading, or the last of two.
fn tells_when(mut reader: Reader) -> bool {
    reader.chinese_number().is_some() && reader.take(&['季', '月']).is_some()
}

/// `（一）` `(1)`
fn bracketed(mut reader: Reader) -> Option<Marker> {
    reader.next();
    reader.skip_space();
    let before_number = reader;
    let (style, number) = match reader.chinese_number() {
        Some(number) => (Style::Bracket, number),
        None => {
            reader = before_number;
            (Style::ArabicBracket, reader.arabic_number()?)
        }
    };
    reader.skip_space();
    reader.take(&['）', ')', '〕', '﹚', '】'])?;
    reader.take(&['、', '．', '.']);
    reader.marker(style, ')', number)
}

/// `1.` `1、` `1）`
fn arabic(mut reader: Reader) -> Option<Marker> {
    let number = reader.arabic_number()?;
    reader.skip_space();
    let sign = reader.take(&['.', '．', '、', '）', ')', '﹒', '，'])?;
    let next = reader.peek();
    match sign {
        '）' | ')' => {
            reader.take(&['、', '．', '.']);
            reader.marker(Style::HalfBracket, ')', number)
        }
        // A decimal, a version, a date or an enumeration has a digit here; so has a heading that begins with a year.
        // Nothing is counted by a fraction: 2.23个项目 is the second of a list.
        '.' | '．' if begins_with_count(reader.rest()) => {
            reader.marker(Style::Arabic, '.', number).map(|marker| Marker { loose: true, ..marker })
        }
        _ if next.and_then(arabic_digit).is_some() && !begins_with_year(reader.rest()) => None,
        '、' | '，' => reader.marker(Style::Arabic, sign, number),
        _ => reader.marker(Style::Arabic, '.', number),
    }
}

/// `1 成效` `1.2 成效` `1.2.3 成效`
fn decimal(mut reader: Reader) -> Option<Marker> {
    /// No section has more parts than these; none is numbered .05 as a quantity may be.
    const MOST: u32 = 30;
    let mut number = reader.arabic_number().filter(|&number| number <= MOST)?;
    let mut style = Style::Arabic;
    while style != Style::SubDecimal
        && let Some(rest) = reader.rest().strip_prefix('.')
        && rest.starts_with(|next| arabic_digit(next).is_some())
    {
        reader.next();
        number = reader.arabic_number().filter(|&number| number <= MOST)?;
        style = if style == Style::Arabic { Style::Decimal } else { Style::SubDecimal };
    }
    let apart = reader.is_apart();
    let bare = reader;
    reader.take(&['、', '.', '．']);
    // 1.2 倍 is a quantity; what is counted has a fraction only in 万.
    let words: Vec<char> = reader.rest().trim_start_matches(is_space).chars().take(4).collect();
    let whole = style == Style::Arabic;
    let counts = units().at(&words, 0).is_some_and(|(_, unit)| whole || unit.kind != Kind::Count)
        || matches!(words.first(), Some('万' | '亿' | '千' | '百' | '多' | '余'));
    let read = if whole { bare } else { reader };
    (!counts && (!whole || apart)).then(|| read.loose(style, '.', number))?
}

/// `Ⅱ、` `Ⅱ ` `III.`
fn roman(mut reader: Reader) -> Option<Marker> {
    let first = reader.peek()?;
    let number = if first.is_ascii() {
        let mut digits = Vec::new();
        while let Some(digit @ ('I' | 'V' | 'X')) = reader.peek() {
            digits.push(match digit {
                'I' => 1_u32,
                'V' => 5,
                _ => 10,
            });
            reader.next();
        }
        const MOST: usize = 5;
        (digits.len() <= MOST).then_some(())?;
        // A digit before a larger one is taken off: IV.
        let value = |(at, &digit): (usize, &u32)| {
            let less = digits.get(at + 1).is_some_and(|&next| next > digit);
            if less { -i64::from(digit) } else { i64::from(digit) }
        };
        u32::try_from(digits.iter().enumerate().map(value).sum::<i64>()).ok()?
    } else {
        reader.next();
        first as u32 - 'Ⅰ' as u32 + 1
    };
    let signed = reader.take(&['、', '.', '．']).is_some();
    (signed || !first.is_ascii() && reader.is_apart()).then(|| reader.loose(Style::Volume, 'Ⅰ', number))?
}

/// Whether a text begins with how many there are of what is counted in whole numbers.
fn begins_with_count(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter| arabic_digit(letter).is_some());
    let words: Vec<char> = rest.chars().take(4).collect();
    rest.len() < text.len() && units().at(&words, 0).is_some_and(|(_, unit)| unit.kind == Kind::Count)
}

fn begins_with_year(text: &str) -> bool {
    let digits = text.chars().take_while(|&character| arabic_digit(character).is_some()).count();
    digits == 4 && text.chars().nth(4) == Some('年')
}

/// `第一章` `第一，` `第一是`
fn ordinal(mut reader: Reader) -> Option<Marker> {
    reader.next();
    reader.skip_space();
    let number = match reader.chinese_number() {
        Some(number) => number,
        None => reader.arabic_number()?,
    };
    reader.skip_space();
    if reader.take(&['是']).is_some() {
        reader.take(&PAUSES);
        return reader.marker(Style::Is, '是', number);
    }
    // 第三要看到 counts like 首先要看到; 第一要务 is a word.
    const DUTY: [char; 9] = ['务', '素', '义', '件', '求', '点', '领', '害', '紧'];
    if reader.rest().strip_prefix('要').is_some_and(|rest| !rest.starts_with(DUTY)) {
        return reader.marker(Style::Ordinal, '，', number);
    }
    if let Some(sign) = reader.take(&PAUSES) {
        // 第一、二产业 and 第一、第二季度 are no points.
        let goes_on = reader.peek().is_some_and(|next| next == '第' || chinese_digit(next).is_some());
        return (sign != '、' || !goes_on).then(|| reader.marker(Style::Ordinal, '，', number))?;
    }
    for (word, style) in [
        ("部分", Style::Volume),
        ("篇", Style::Volume),
        ("编", Style::Volume),
        ("章", Style::Chapter),
        ("节", Style::Division),
        ("条", Style::Article),
    ] {
        if reader.take_word(word) {
            reader.take(&['、', '：', ':']);
            return reader.marker(style, ' ', number);
        }
    }
    None
}

fn sequence(mut reader: Reader, word: &str, number: u32) -> Option<Marker> {
    reader.take_word(word).then_some(())?;
    let word_end = reader.at;
    reader.skip_space();
    if reader.take(&PAUSES).is_none() {
        reader.at = word_end;
    }
    reader.marker(Style::Sequence, '，', number)
}

/// `其一，`
fn among(mut reader: Reader) -> Option<Marker> {
    reader.next();
    let number = reader.chinese_number()?;
    reader.take(&PAUSES)?;
    reader.marker(Style::Among, '，', number)
}

/// `A.` `b、`
fn letter(mut reader: Reader, first: char) -> Option<Marker> {
    reader.next();
    let sign = reader.take(&['.', '．', '、'])?;
    reader.peek().filter(|next| !next.is_ascii())?;
    let (style, base) = if first.is_ascii_uppercase() { (Style::Capital, 'A') } else { (Style::Letter, 'a') };
    reader.marker(style, sign, first as u32 - base as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_is_read() {
        for (text, style, number, marker) in [
            ("一、总体", Style::Comma, 1, "一、"),
            ("十二．总体", Style::Comma, 12, "十二．"),
            ("二 、总体", Style::Comma, 2, "二 、"),
            ("三、五年来的工作", Style::Comma, 3, "三、"),
            ("（一）加强", Style::Bracket, 1, "（一）"),
            ("( 二 )加强", Style::Bracket, 2, "( 二 )"),
            ("〔三〕加强", Style::Bracket, 3, "〔三〕"),
            ("㈣加强", Style::Bracket, 4, "㈣"),
            ("（二十一）加强", Style::Bracket, 21, "（二十一）"),
            ("1.加强", Style::Arabic, 1, "1."),
            ("１２．加强", Style::Arabic, 12, "１２．"),
            ("101.加强", Style::Arabic, 101, "101."),
            ("第一百零二条 本法", Style::Article, 102, "第一百零二条"),
            ("一百一十三、加强", Style::Comma, 113, "一百一十三、"),
            ("3、加强", Style::Arabic, 3, "3、"),
            ("4.2023年工作", Style::Arabic, 4, "4."),
            ("⒌加强", Style::Arabic, 5, "⒌"),
            ("（6）加强", Style::ArabicBracket, 6, "（6）"),
            ("⑺加强", Style::ArabicBracket, 7, "⑺"),
            ("8）加强", Style::HalfBracket, 8, "8）"),
            ("⑨加强", Style::Circled, 9, "⑨"),
            ("第十章 总则", Style::Chapter, 10, "第十章"),
            ("第二部分：成效", Style::Volume, 2, "第二部分："),
            ("第三节", Style::Division, 3, "第三节"),
            ("第4条", Style::Article, 4, "第4条"),
            ("一，加强", Style::Comma, 1, "一，"),
            ("2，加强", Style::Arabic, 2, "2，"),
            ("【三】加强", Style::Bracket, 3, "【三】"),
            ("（4）.加强", Style::ArabicBracket, 4, "（4）."),
            ("5）、加强", Style::HalfBracket, 5, "5）、"),
            ("第二：要", Style::Ordinal, 2, "第二："),
            ("其三：要", Style::Among, 3, "其三："),
            ("一是：要", Style::Is, 1, "一是："),
            ("第一，要", Style::Ordinal, 1, "第一，"),
            ("第四要看到", Style::Ordinal, 4, "第四"),
            ("其二，要", Style::Among, 2, "其二，"),
            ("首先，要", Style::Sequence, 1, "首先，"),
            ("其次要", Style::Sequence, 2, "其次"),
            ("一是要", Style::Is, 1, "一是"),
            ("第三是要", Style::Is, 3, "第三是"),
            ("三要抓", Style::Must, 3, "三要"),
            ("一 总体情况", Style::Comma, 1, "一"),
            ("三、四季度打算", Style::Comma, 3, "三、"),
            ("Ⅱ 下半年打算", Style::Volume, 2, "Ⅱ"),
            ("IV.下一步打算", Style::Volume, 4, "IV."),
            ("1.2 社保提质", Style::Decimal, 2, "1.2"),
            ("2.1.3.机构建设", Style::SubDecimal, 3, "2.1.3."),
            ("3 2024年打算", Style::Arabic, 3, "3"),
            ("2.23个项目", Style::Arabic, 2, "2."),
            ("贰、存在问题", Style::Volume, 2, "贰、"),
            ("B.乙", Style::Capital, 2, "B."),
            ("c、丙", Style::Letter, 3, "c、"),
        ] {
            let read = Marker::at(text).map(|read| (read.style, read.number, &text[..read.len]));
            assert_eq!(read, Some((style, number, marker)), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_marker_is_not_read() {
        for text in [
            "一、二、三产业",
            "一、二线城市",
            "二、三产业",
            "1.43亿",
            "12.6%",
            "2023.1.9",
            "1、2号楼",
            "第一时间",
            "第一、二产业",
            "第一、第二季度",
            "（2022）",
            "（一季度）",
            "1000.加强",
            "100、200号",
            "第一要务",
            "第二要素",
            "e.g.",
            "一 级",
            "一 二 三",
            "Ⅲ类水质",
            "II期工程",
            "1.2 倍左右",
            "3.6万人",
            "3.6倍",
            "1.2 成效36",
            "A座",
            "十十、",
        ] {
            assert_eq!(Marker::at(text), None, "{text}");
        }
    }
}
