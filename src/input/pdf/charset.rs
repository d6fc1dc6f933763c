//! Which characters codes, the names of glyphs and the numbers of glyphs stand for where a font does not tell itself.

/// How Windows fills the codes from 128 to 159 in the languages of the West.
const WINDOWS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/// How old Macintoshes filled the codes from 128 on.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Glyphs by their names: those of ASCII that are no letters, and what else reports are written with.
const NAMES: &str = "space\u{a0}exclam!quotedbl\"numbersign#dollar$percent%ampersand&quotesingle'parenleft(parenright)asterisk*plus+comma,hyphen-period.slash/\
    zero0one1two2three3four4five5six6seven7eight8nine9colon:semicolon;less<equal=greater>question?at@bracketleft[backslash\\bracketright]\
    asciicircum^underscore_grave`braceleft{bar|braceright}asciitilde~quoteleft‘quoteright’quotedblleft“quotedblright”endash–emdash—bullet•\
    periodcentered·degree°plusminus±multiply×divide÷section§ellipsis…perthousand‰minus−sfthyphen-nbspace\u{a0}fraction⁄Euro€yen¥";

/// The radicals from U+2F00 on, as characters: fonts have one glyph for both, and programs take the wrong one of the two.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳\
    心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒\
    耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼\
    魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Other radicals, each before its character.
const SIMPLE_RADICALS: &str =
    "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

/// Rows of the collection Adobe-GB1: the first glyph, its code in GB 2312 or ASCII, and how many follow one another. From 940 and
/// from 4695 on, the rows of GB 2312 follow one another as well.
const ADOBE_GB1: [(u32, u32, u32); 18] = [
    (1, 0x20, 95),
    (96, 0xa1a1, 94),
    (190, 0xa2b1, 50),
    (240, 0xa2e5, 10),
    (250, 0xa2f1, 12),
    (262, 0xa3a1, 94),
    (356, 0xa4a1, 83),
    (439, 0xa5a1, 86),
    (525, 0xa6a1, 24),
    (549, 0xa6c1, 24),
    (602, 0xa7a1, 33),
    (635, 0xa7d1, 33),
    (668, 0xa8a1, 32),
    (700, 0xa8c5, 37),
    (738, 0xa9a4, 76),
    (814, 0x21, 94),
    (940, 0xb0a1, 3755),
    (4695, 0xd8a1, 3008),
];

/// Glyphs of Adobe-GB1 that are no characters of GB 2312.
const BESIDE_GB: [(u32, char); 3] = [(7703, '〇'), (7716, ' '), (22353, '€')];

/// How many characters a row of GB 2312 has.
const ROW: u32 = 94;

/// How a font of at most 256 glyphs is encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Latin {
    /// As Windows does.
    Windows,
    /// As old Macintoshes did.
    Macintosh,
    /// As PostScript does; of what is not ASCII, nothing is known.
    Standard,
    /// In a way of its own.
    Unknown,
}

impl Latin {
    /// The character of a code.
    pub fn character(self, code: u8) -> Option<char> {
        let nth = |table: &str, at: u8| table.chars().nth(usize::from(at)).filter(|character| *character != '\0');
        match (self, code) {
            (Self::Unknown, _) | (_, 0..=31 | 127) => None,
            (Self::Standard, b'\'') => Some('’'),
            (Self::Standard, b'`') => Some('‘'),
            (_, ..127) => Some(char::from(code)),
            (Self::Macintosh, _) => nth(MACINTOSH, code - 128),
            (Self::Windows, ..160) => nth(WINDOWS, code - 128),
            (Self::Windows, _) => Some(char::from(code)),
            (Self::Standard, _) => None,
        }
    }
}

/// The character of a glyph's name.
pub fn named(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let [letter] = name.as_bytes() {
        return letter.is_ascii_alphabetic().then_some(char::from(*letter));
    }
    let digits = name.strip_prefix("uni").and_then(|digits| digits.get(..4)).or_else(|| name.strip_prefix('u'));
    let coded = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    let listed = || {
        NAMES.match_indices(name).find_map(|(at, _)| {
            let begins = !NAMES[..at].ends_with(|letter: char| letter.is_ascii_alphabetic());
            let sign = NAMES[at + name.len()..].chars().next()?;
            (begins && !sign.is_ascii_alphabetic()).then_some(sign)
        })
    };
    coded.or_else(listed)
}

/// What a glyph of the collection Adobe-GB1 is.
pub enum Gb1 {
    /// The character of a code in GB 2312 or ASCII.
    Code(u32),
    /// A character that GB 2312 has not.
    Character(char),
}

/// What the glyph of a number is in the collection Adobe-GB1; none for the rare ones.
pub fn adobe_gb1(glyph: u32) -> Option<Gb1> {
    if let Some((_, character)) = BESIDE_GB.iter().find(|(beside, _)| *beside == glyph) {
        return Some(Gb1::Character(*character));
    }
    let (first, code, _) = ADOBE_GB1.iter().find(|(first, _, count)| (*first..first + count).contains(&glyph))?;
    let beyond = glyph - first;
    let beyond = if *code > 0xff { beyond / ROW * 0x100 + beyond % ROW } else { beyond };
    Some(Gb1::Code(code + beyond))
}

/// Characters as a report has them: no radicals.
pub fn unradical(character: char) -> char {
    let of_row = |at: u32| RADICALS.chars().nth(at as usize);
    let other = || {
        let mut pairs = SIMPLE_RADICALS.chars();
        std::iter::from_fn(|| Some((pairs.next()?, pairs.next()?))).find(|(radical, _)| *radical == character)
    };
    match character {
        '\u{2e80}'..='\u{2eff}' => other().map_or(character, |(_, character)| character),
        '\u{2f00}'..='\u{2fd5}' => of_row(u32::from(character) - 0x2f00).unwrap_or(character),
        _ => character,
    }
}
