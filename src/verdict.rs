//! What a check or a finding says: what was compared, and how it came out. It stays so until it is shown; here is the one place where it
//! becomes a sentence, in Chinese or in English. What the report prints stands in both as it is printed.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::words::{Language, Pair};

/// Declares the outcomes: name, Chinese, English. What stands in braces is a field of the verdict.
macro_rules! outcomes {
    ($($(#[$about:meta])+ $name:ident: $chinese:literal, $english:literal;)+) => {
        /// How a comparison came out.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Outcome { $($(#[$about])+ $name,)+ }

        impl Outcome {
            /// Every one, in order of declaration.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// What it says, with its gaps.
            const fn sentence(self) -> Pair {
                match self { $(Self::$name => ($chinese, $english),)+ }
            }
        }
    };
}

outcomes! {
    /// Of this verdict no more is known than its sentence.
    #[default]
    Said: "{stated}", "{stated}";
    /// The terms come to what is stated.
    Equal: "{terms} {sign} {stated}", "{terms} {sign} {stated}";
    /// They come to something else, and agree with what is stated.
    Agrees: "{terms} {sign} {worked}，与 {stated} 相符", "{terms} {sign} {worked}, which agrees with {stated}";
    /// So they do because each of them is rounded.
    Rounded: "{terms} {sign} {worked}，在取舍范围内与 {stated} 相符", "{terms} {sign} {worked}, which is {stated} within rounding";
    /// Shares that make a hundred but for their rounding.
    RoundedFull: "{terms} {sign} {worked}，在取舍范围内为 {stated}", "{terms} {sign} {worked}, which is {stated} within rounding";
    /// The terms do not come to what is stated.
    Differs: "{terms} {sign} {worked}，与 {stated} 不符", "{terms} {sign} {worked}, not {stated}";
    /// Nor do these, of which the text does not claim it.
    Doubtful: "{terms} {sign} {worked}，与 {stated} 不一致，请核对。", "{terms} {sign} {worked}, not {stated}: please check.";
    /// Two amounts stand in the proportion that is stated.
    Proportional: "{terms}，与 {stated} 相符", "{terms} agrees with {stated}";
    /// What was reached is to the target as the word that is stated says.
    Kept: "{terms} {sign} {worked}，与“{stated}”相符", "{terms} {sign} {worked}, as “{stated}” says";
    /// It is not.
    Broken: "{terms} {sign} {worked}，与“{stated}”不符", "{terms} {sign} {worked}, which is not what “{stated}” says";
    /// A list has as many names as is stated.
    Listed: "列出 {worked} 个名称，与“{stated}”相符", "{worked} names are listed, as “{stated}” says";
    /// It has not.
    Miscounted: "列出 {worked} 个名称，与“{stated}”不符", "{worked} names are listed, not “{stated}”";
    /// A place is one of those there are.
    Ranked: "{stated}中的{terms}，在范围内", "{terms} of {stated}: within range";
    /// It is not.
    Misranked: "{stated}中的{terms}，超出范围", "{terms} of {stated}: out of range";
    /// A figure that is told twice agrees.
    Repeated: "前后两处一致：{terms} = {stated}", "Two places agree: {terms} = {stated}";
    /// It does not.
    Contradicted: "前后两处不一致：{terms} 与 {stated} 不符", "Two places do not agree: {terms} and {stated}";
    /// The text tells what its table tells.
    Tabled: "正文与表格一致：{terms} = {stated}", "Text and table agree: {terms} = {stated}";
    /// It does not.
    Mistabled: "正文与表格不一致：{terms} 与 {stated} 不符", "Text and table do not agree: {terms} and {stated}";
    /// Rows of a form that are to be equal are.
    Balanced: "勾稽关系成立：{terms} = {stated}", "The rows balance: {terms} = {stated}";
    /// They are not.
    Unbalanced: "勾稽关系不成立：{terms}，{stated}", "The rows do not balance: {terms}, {stated}";
    /// A part is more than its whole.
    Excessive: "其中的 {terms} 多于总数 {stated}", "The part {terms} is more than the whole {stated}";
    /// The parts of what is named make more than the whole.
    PartsAbove: "{name}：{terms} {sign} {worked}，多于总数 {stated}，如互不重复请核对。",
        "{name}: {terms} {sign} {worked}, more than the whole {stated}. Please check it, if nothing is counted twice.";
    /// They make less.
    PartsBelow: "{name}：{terms} {sign} {worked}，少于总数 {stated}，如已列全请核对。",
        "{name}: {terms} {sign} {worked}, less than the whole {stated}. Please check it, if all are listed.";
    /// What is named was told otherwise before.
    ToldOtherwise: "“{name}”前文为 {terms}，此处为 {stated}，如系同一数据请核对。",
        "“{name}” is {terms} before and {stated} here. Please check it, if they are the same figure.";
    /// The number of a heading stood before.
    NumberRepeats: "编号“{name}”重复出现。", "The number “{name}” appears again.";
    /// It should stand before another.
    NumberGoesBack: "编号“{name}”排在“{stated}”之后，顺序颠倒。", "The number “{name}” stands behind “{stated}”, out of order.";
    /// Numbers are missing before it.
    NumberSkips: "编号从“{stated}”跳到“{name}”，中间有缺号。", "The numbers go from “{stated}” to “{name}”: some are missing between.";
    /// It is the first, and not that of a first.
    NumberStarts: "编号从“{name}”开始，前面缺号。", "The numbers begin with “{name}”: some are missing before it.";
    /// No cell of a table in rows and columns could be read.
    TableUnnamed: "此处的表格行列完整，但认不出表头或单位，表中数字未采用，请对照原文核对。",
        "The rows and columns of this table are whole, but its heads or units are not known. Its numbers were not taken: please check them.";
    /// Some cells of it could.
    TablePartlyUnnamed: "此处的表格行列完整，但有的表头或单位认不出：认得出的已列为数据，其余数字未采用，请对照原文核对。",
        "The rows and columns of this table are whole, but some heads or units are not known. Its other numbers were not taken: please check them.";
    /// No cell of a table that was flattened into lines could be read.
    TableFlattened: "此处的表格被压成了文字行，无法可靠还原，表中数字未采用，请对照原表核对。",
        "This table was flattened into lines. Its numbers were not taken: please check them.";
    /// Some cells of it could.
    TablePartlyFlattened: "此处的表格被压成了文字行：能逐格还原的已列为数据，其余数字未采用，请对照原表核对。",
        "This table was flattened into lines. The cells that cannot be restored were not taken: please check them.";
    /// Another report begins here.
    Further: "从这里起似是另一份报告“{name}”：大纲和核对与前文分开，报送单位和年度只取第一份的。",
        "Another report, “{name}”, seems to begin here. It is outlined and checked apart; body and year are those of the first.";
    /// The report that was read begins once more.
    Again: "从这里起“{name}”又出现一遍，可能重复粘贴：大纲和核对与前文分开，请核对。",
        "“{name}” begins once more here: it may have been pasted twice. It is outlined and checked apart; please check.";
}

impl Outcome {
    /// What comes of terms that are worked out: whether they agree with what is stated, and come to just that.
    pub const fn of(agrees: bool, equal: bool) -> Self {
        match (agrees, equal) {
            (true, true) => Self::Equal,
            (true, false) => Self::Agrees,
            (false, _) => Self::Differs,
        }
    }
}

/// What was compared. A field is empty where the outcome does not tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How it came out.
    pub outcome: Outcome,
    /// What it speaks of.
    pub name: String,
    /// What was worked out: `57 + 6`; or the first of two things that were compared.
    pub terms: String,
    /// How that stands to what follows: `=`, `≈`, `<`, `>`.
    pub sign: char,
    /// What the terms come to.
    pub worked: String,
    /// What the report states.
    pub stated: String,
}

impl Verdict {
    /// One of which no more is known than its sentence.
    pub fn said(sentence: String) -> Self {
        Self { stated: sentence, ..Self::default() }
    }

    /// What comes of terms that are worked out.
    pub fn worked(outcome: Outcome, terms: String, (sign, worked): (char, String), stated: String) -> Self {
        Self { outcome, name: String::new(), terms, sign, worked, stated }
    }

    /// What comes of two things side by side.
    pub fn compared(outcome: Outcome, terms: String, stated: String) -> Self {
        Self { outcome, terms, stated, ..Self::default() }
    }

    /// What comes of counting the names of a list.
    pub fn counted(outcome: Outcome, listed: usize, stated: String) -> Self {
        Self { outcome, worked: listed.to_string(), stated, ..Self::default() }
    }

    /// What is odd in a text, with nothing to compare.
    pub fn odd(outcome: Outcome) -> Self {
        Self { outcome, ..Self::default() }
    }

    /// The same, of what has this name.
    pub fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    /// The sentence.
    pub fn told(&self, language: Language) -> String {
        let mut pieces = language.pick(self.outcome.sentence()).split('{');
        let mut told = pieces.next().unwrap_or_default().to_owned();
        for (gap, rest) in pieces.filter_map(|piece| piece.split_once('}')) {
            match gap {
                "name" => told += &self.name,
                "terms" => told += &self.terms,
                "worked" => told += &self.worked,
                "stated" => told += &self.stated,
                _ => told.push(self.sign),
            }
            told += rest;
        }
        told
    }
}

/// In the language of the report.
impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.told(Language::Chinese))
    }
}

/// The contract has the Chinese sentence.
impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.told(Language::Chinese))
    }
}

impl<'de> Deserialize<'de> for Verdict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refuted() -> Verdict {
        Verdict::worked(Outcome::Differs, "57 + 6".to_owned(), ('=', "63".to_owned()), "64".to_owned())
    }

    #[test]
    fn both_languages_tell_the_same_of_it() {
        let gaps = |sentence: &'static str| {
            let mut gaps: Vec<&str> =
                sentence.split('{').skip(1).filter_map(|piece| Some(piece.split_once('}')?.0)).collect();
            gaps.sort_unstable();
            gaps
        };
        for outcome in Outcome::ALL {
            let (chinese, english) = outcome.sentence();
            assert_eq!(gaps(chinese), gaps(english), "{outcome:?}");
            let known = |gap: &&str| ["name", "terms", "sign", "worked", "stated"].contains(gap);
            assert!(gaps(chinese).iter().all(known), "{outcome:?}");
        }
    }

    #[test]
    fn a_sum_that_is_refuted_is_told_in_both() {
        assert_eq!(refuted().told(Language::Chinese), "57 + 6 = 63，与 64 不符");
        assert_eq!(refuted().told(Language::English), "57 + 6 = 63, not 64");
    }

    #[test]
    fn what_the_report_prints_in_braces_stays() {
        let named = refuted().named("{stated}");
        let verdict = Verdict { outcome: Outcome::PartsBelow, ..named };
        assert!(verdict.told(Language::English).starts_with("{stated}: 57 + 6 = 63, less than the whole 64."));
    }

    #[test]
    fn json_has_the_chinese_sentence_and_no_more_comes_back() {
        let json = serde_json::to_string(&refuted()).expect("it can be written");
        assert_eq!(json, "\"57 + 6 = 63，与 64 不符\"");
        let back: Verdict = serde_json::from_str(&json).expect("it can be read back");
        assert_eq!(back.told(Language::Chinese), refuted().told(Language::Chinese));
        assert_eq!(back.outcome, Outcome::Said);
    }
}
