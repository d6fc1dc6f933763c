//! The figures that were stated for the year before.

use crate::check::sheet::Sheet;
use crate::report::Metric;
use rustc_hash::FxHashMap;

/// How many digits a year has.
const YEAR: usize = 4;

/// The figures of each name, to find the one stated for the year before.
pub struct Earlier<'a> {
    by_name: FxHashMap<(&'a str, Option<&'a str>), Vec<usize>>,
    metrics: &'a [Metric],
    reported: Option<i32>,
}

impl<'a> Earlier<'a> {
    /// More statements under one name than these are about different things.
    const MOST: usize = 8;

    /// The figures of a report.
    pub fn new(sheet: &Sheet<'a>) -> Self {
        let mut by_name: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (index, metric) in sheet.metrics.iter().enumerate() {
            if sheet.is_amount(index) && metric.indicator.chars().count() >= 4 {
                let same = by_name.entry((metric.indicator.as_str(), sheet.unit(index))).or_default();
                if same.len() <= Self::MOST {
                    same.push(index);
                }
            }
        }
        Self { by_name, metrics: sheet.metrics, reported: sheet.year }
    }

    /// The year that a figure tells of, and what of it.
    fn year(&self, index: usize) -> Option<(i32, &'a str)> {
        year(self.metrics[index].period.as_deref(), self.reported)
    }

    /// The one figure of the same name, of the same thing, in the year before.
    pub fn find(&self, sheet: &Sheet, to: usize) -> Option<usize> {
        let metric = &sheet.metrics[to];
        let (year, part) = self.year(to)?;
        let same = self.by_name.get(&(metric.indicator.as_str(), sheet.unit(to)))?;
        if same.len() > Self::MOST {
            return None;
        }
        let mut found = same.iter().copied().filter(|&other| {
            let before = self.year(other).is_some_and(|other| other == (year - 1, part));
            before && sheet.exact(other).is_some() && same_owner(sheet, to, other)
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Whether the ends of a change were stated for two years.
    pub fn is_in(&self, metrics: &[usize]) -> bool {
        let &[to, from, _] = metrics else { return false };
        self.year(from).zip(self.year(to)).is_some_and(|((from, _), (to, _))| to == from + 1)
    }
}

/// Whether a figure tells of the year behind that of another, each of the same part of it: 2022年第一季度 is none of 2023年. Beside a
/// third year a growth may be that of all of them.
pub fn follows(sheet: &Sheet, before: usize, after: usize) -> bool {
    let of = |index: usize| sheet.metrics[index].period.as_deref().and_then(named_year);
    let (Some((first, rest)), Some((second, other))) = (of(before), of(after)) else { return false };
    let whole = [before, after].into_iter().all(|index| !is_cut_short(sheet, index));
    second == first + 1
        && rest == other
        && whole
        && are_all(sheet, before.min(after), before.max(after), [first, second])
}

/// The year that a period begins with, and the rest of it.
fn named_year(period: &str) -> Option<(i32, &str)> {
    let length = period.bytes().take_while(u8::is_ascii_digit).count();
    let year = period[..length].parse().ok()?;
    (length == YEAR).then_some((year, &period[length..]))
}

/// Whether words beside a figure leave it only a part of its year, of which its period says nothing: 2023年（截至9月）15件.
fn is_cut_short(sheet: &Sheet, index: usize) -> bool {
    const REACH: usize = 24;
    let period = sheet.metrics[index].period.as_deref().unwrap_or_default();
    let beside = |letters: &[char], clause: bool| -> String {
        letters.iter().take_while(|letter| !clause || !matches!(letter, ',' | '。' | ';' | '、')).collect()
    };
    let words = beside(sheet.ahead(index, REACH), false) + &beside(sheet.behind(index, REACH), true);
    let cuts = ["月", "季", "旬", "半年", "截至", "截止", "至今", "目前", "以来"];
    cuts.into_iter().any(|cut| words.contains(cut) && !period.contains(cut))
}

/// Whether around these figures, in their row or sentence, no other years are named than these.
fn are_all(sheet: &Sheet, first: usize, last: usize, years: [i32; 2]) -> bool {
    const HORIZON: usize = 8;
    const REACH: usize = 40;
    let near = first.saturating_sub(HORIZON)..sheet.metrics.len().min(last + HORIZON);
    near.filter(|&index| sheet.same_sentence(index, first)).all(|index| {
        let own = sheet.metrics[index].period.as_deref().and_then(named_year);
        let own = own.is_none_or(|(year, _)| years.contains(&year));
        let words = sheet.ahead(index, REACH);
        own && !names_years_ago(words) && years_in(words).all(|year| years.contains(&year))
    })
}

/// Whether words name a time some years long: 三年来, 五年前, but not 2022年前三季度.
fn names_years_ago(letters: &[char]) -> bool {
    letters.windows(2).enumerate().any(|(at, pair)| {
        let digits = letters[..at].iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
        matches!(pair, ['年', '前' | '来' | '间']) && digits < YEAR
    })
}

/// The years that stand in words: 2021、2022年.
fn years_in(letters: &[char]) -> impl Iterator<Item = i32> {
    letters.chunk_by(|one, other| one.is_ascii_digit() && other.is_ascii_digit()).filter_map(|run| {
        let digits: String = run.iter().collect();
        let year = digits.starts_with("19") || digits.starts_with("20");
        digits.parse().ok().filter(|_| year && run.len() == YEAR)
    })
}

/// Whether two figures tell something of the same thing, or each stands for itself.
fn same_owner(sheet: &Sheet, one: usize, other: usize) -> bool {
    match (sheet.metrics[one].of, sheet.metrics[other].of) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let (one, other) = (&sheet.metrics[one].indicator, &sheet.metrics[other].indicator);
            is_loosely(one, other) || is_loosely(other, one)
        }
        _ => false,
    }
}

/// Whether `long` says `short` with a word or two added: 重点项目, 项目.
fn is_loosely(short: &str, long: &str) -> bool {
    const ADDED: usize = 4;
    let mut rest = long.chars();
    let inside = short.chars().all(|letter| rest.any(|other| other == letter));
    inside && short.chars().count() >= 4 && long.chars().count() <= short.chars().count() + ADDED
}

/// The year that a period names, or the year reported on where it names none, and what of it.
fn year(period: Option<&str>, reported: Option<i32>) -> Option<(i32, &str)> {
    const WHOLE: &str = "年";
    let Some(period) = period else { return reported.map(|year| (year, WHOLE)) };
    let own = named_year(period).map(|(year, rest)| (year, if rest == "年度" { WHOLE } else { rest }));
    let near = || reported.filter(|_| matches!(period, "全年" | "今年" | "本年" | "今年以来"));
    own.or_else(|| near().map(|year| (year, WHOLE)))
}
