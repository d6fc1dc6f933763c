//! Words that say which time a figure is said of: `2022年`, `今年以来`, `1-12月`, `“十四五”期间`.

pub(super) mod listed;

use std::ops::Range;
use std::sync::LazyLock;

use super::clause::predicate;
use super::enclosure::{Enclosures, Pair};
use super::judge::ends_clause;
use super::quantity::numeral;
use crate::language::{Filter, Sense, Time, senses, times, verbs};
use crate::text::Passage;

/// A stretch of words that names a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its characters.
    pub range: Range<usize>,
    /// Whether it is what a figure is compared with (较2019年) rather than the figure's own time.
    pub compared: bool,
    /// Whether it holds only for its own clause: 上年结转1件.
    pub local: bool,
    /// Whether it holds no further than its semicolon, where another time is told: 年均增长8%，到2026年突破800亿元；….
    pub inner: bool,
    /// Whether it holds no further than its semicolon even where no other time is told: 力争9月底前实现全覆盖；….
    pub deadline: bool,
}

impl Period {
    /// Whether it holds for the sentences behind its own, whose first figure stands at `begun`. A time amid a sentence holds for what follows in
    /// it (建设农田，目前已完成45%。新建4家), as does a part of the year (接待游客9万人次，国庆假期2万人次。), and one in a bracket for what that
    /// holds.
    pub fn carries(&self, chars: &[char], enclosures: &Enclosures, begun: Option<usize>) -> bool {
        let words = &chars[self.range.clone()];
        let now = matches!(words, ['目', '前', ..] | ['截', ..]);
        let each = words[0] == '每';
        let part =
            words.iter().any(|letter| matches!(letter, '季' | '月' | '周' | '假' | '节')) && !words.contains(&'年');
        let amid = (now || part) && begun.is_some_and(|begun| self.range.start > begun);
        let bracketed = enclosures.around(self.range.start, Pair::Bracket).is_some();
        !(self.compared || self.local || each || amid || bracketed)
    }
}

/// `自挂牌以来`: how many characters may stand before 以来.
const LONGEST_SINCE: usize = 12;

/// The periods in these characters, in order.
pub fn find(passage: &Passage, enclosures: &Enclosures, range: Range<usize>) -> Vec<Period> {
    let chars = &passage.chars;
    let mut periods: Vec<Period> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if !may_begin(chars[at]) {
            at += 1;
            continue;
        }
        let found = one(passage, at).map(|end| end.min(range.end)).filter(|&end| end > at);
        let Some(end) = found else {
            if let Some(since) = since(passage, at, range.start)
                && periods.last().is_none_or(|last| last.range.end <= since.start)
            {
                at = since.end;
                periods.push(Period { range: since, compared: false, local: false, inner: false, deadline: false });
            } else {
                at += 1;
            }
            continue;
        };
        if enclosures.around(at, Pair::Title).is_some() || enclosures.around(at, Pair::Square).is_some() {
            at = end;
            continue;
        }
        let before = at.checked_sub(1).map(|before| chars[before]);
        // 2024年9月至2025年8月 is one period.
        if matches!(before, Some('至' | '到' | '-' | '~'))
            && let Some(last) = periods.last_mut().filter(|last| last.range.end + 1 == at && !last.compared)
        {
            last.range.end = end;
            at = end;
            continue;
        }
        // 去年8月 is one period.
        if matches!(chars[..at], [.., '去' | '上', '年'])
            && let Some(last) = periods.last_mut().filter(|last| last.range.end == at)
        {
            last.range.end = end;
            last.local = false;
            at = end;
            continue;
        }
        let compared = matches!(before, Some('较' | '比' | '于' | '与' | '同' | '跟' | '前' | '由' | '从' | '转'))
            || (matches!(before, Some('是' | '到' | '至' | '为'))
                && (chars[at].is_ascii_digit() || chars[at] == '“')
                && (times(Time::Base).is_at(chars, end) || before == Some('是') && is_whole(chars, end)));
        // 分别是上年的2.1倍和2.4倍
        let multiple = matches!(before, Some('是' | '为')) && chars.get(end) == Some(&'的');
        let compared = compared || multiple && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        // 每人每月 is what an amount is for.
        let compared = compared || chars[at] == '每' && matches!(before, Some('人' | '户' | '亩' | '床' | '生'));
        // 自2016年起 is when something began.
        let compared = compared || before == Some('自') && chars.get(end) == Some(&'起');
        // 失业率为多年来最低: since when it has been so.
        let compared = compared || chars.get(end) == Some(&'最') && chars[..end].ends_with(&['来']);
        // 较1—9月份和上年同期, 至2019年同期
        let linked = usize::from(matches!(before, Some('、' | '和' | '与' | '及')));
        let compared = compared || periods.last().is_some_and(|last| last.compared && last.range.end + linked == at);
        let start = if before == Some('自') && passage.has_before(end, "以来") { at - 1 } else { at };
        // 截至 2022年底 is one period.
        let start = start - times(Time::Until).before(chars, start).unwrap_or(0);
        // 上年结转1件 speaks of this one figure, 去年，… of all that follows; so does 每年, but at the head of a sentence.
        let local = (matches!(chars.get(at), Some('上' | '去' | '同' | '下'))
            && chars.get(at + 1).is_some_and(|next| matches!(next, '年' | '期'))
            || chars[at] == '每' && at > range.start)
            && !(chars.get(end) == Some(&',') && (at == range.start || ends_clause(chars[at - 1])));
        // 对2020年度审计查出的126个问题: nor is it the time of what was done about them.
        let local = local || matches!(before, Some('对' | '就')) && chars[at].is_ascii_digit();
        // 2022年度审计查出问题187个，已整改181个: when they were found is not when they were solved.
        let local = local || is_found(chars, end);
        let counted = || is_counted_before(chars, range.start, start);
        let deadline = is_deadline(chars, start..end);
        let local = local || deadline && counted() || is_of_task(chars, range.start, start..end);
        let local = local || is_of_end(chars, start..end);
        let inner = start > range.start
            && chars.get(end) != Some(&',')
            && (matches!(chars[start - 1], '到' | '至') || chars[..start].ends_with(&['其', '中']));
        let inner = inner || deadline;
        periods.push(Period { range: start..end, compared, local, inner, deadline });
        at = end;
    }
    periods
}

/// `是2021年度1.2万元的92%`: whether an amount stands here of which a share is told.
fn is_whole(chars: &[char], at: usize) -> bool {
    const LONGEST: usize = 16;
    let ends = |letter: &char| matches!(letter, ',' | ';' | '。');
    let clause = chars[at..].iter().take(LONGEST).take_while(|letter| !ends(letter));
    let of = clause.clone().position(|&letter| letter == '的');
    chars.get(at).is_some_and(char::is_ascii_digit)
        && of.is_some_and(|of| chars.get(at + of + 1).is_some_and(char::is_ascii_digit))
}

/// Whether the words behind a time say that something was found then: 审计查出, 督察反馈.
fn is_found(chars: &[char], from: usize) -> bool {
    const LONGEST: usize = 10;
    let words: Vec<char> =
        chars[from..].iter().copied().take(LONGEST).take_while(|letter| letter.is_alphabetic()).collect();
    let found = |pair: &[char]| matches!(pair, ['查', '出'] | ['反', '馈'] | ['发', '现'] | ['指', '出']);
    let audit = matches!(words[..], ['审', '计', ..] | ['督', '察', ..] | ['巡', '视' | '察', ..] | ['考', '核', ..]);
    audit && words.windows(2).any(found)
}

/// `力争9月底前实现全覆盖；`: whether a time tells by when something is done of which its clause tells no figure behind it.
fn is_deadline(chars: &[char], period: Range<usize>) -> bool {
    let by = chars[period.end - 1] == '前' || chars.get(period.end) == Some(&'前');
    let behind = &chars[period.end..];
    let clause = behind.iter().take_while(|letter| !ends_part(letter));
    // 10月底前，新建3座: at the head of a clause it holds for what follows.
    let says = behind.iter().find(|&&letter| letter != '前').is_some_and(|letter| !ends_part(letter));
    by && says && !clause.into_iter().any(char::is_ascii_digit)
}

/// `其余159个计划10月底前完成`: whether something was counted before a time in its clause.
fn is_counted_before(chars: &[char], from: usize, start: usize) -> bool {
    chars[from..start].iter().rev().take_while(|letter| !ends_part(letter)).any(char::is_ascii_digit)
}

/// Whether a mark ends a part of a sentence.
fn ends_part(letter: &char) -> bool {
    matches!(letter, ',' | ';' | '。' | ':')
}

/// `占全年任务的48%`: whether a time only says of which task a share was done.
fn is_of_task(chars: &[char], from: usize, period: Range<usize>) -> bool {
    let done =
        period.start > from && matches!(chars[period.start - 1], '占' | '成' | '为' | '达' | '到' | '过' | '超' | '现');
    done && senses(Sense::Budget).is_at(chars, period.end)
}

/// `预计年底建成，投产后年产值5亿元`, `年末结余较大，当年支出6万元`: whether the end of a year says when something is so of which its clause tells no
/// figure.
fn is_of_end(chars: &[char], period: Range<usize>) -> bool {
    const REACH: usize = 40;
    let behind = &chars[period.end..chars.len().min(period.end + REACH)];
    let clause = behind.iter().take_while(|letter| !ends_clause(**letter));
    let length = clause.clone().count();
    // 年末常住人口中，儿童占16.8%: not so where the clause only says of what it is told.
    let goes_on = matches!(behind.get(length), Some(',' | ';'))
        && !matches!(behind[length.max(1) - 1], '中' | '看' | '里' | '面');
    is_end(&chars[period]) && length > 0 && goes_on && !clause.into_iter().any(char::is_ascii_digit)
}

/// Whether the words name no more than the end or the beginning of some stretch: 年末, 期初, 2023年末.
pub fn is_end(words: &[char]) -> bool {
    let stretch = || words[0].is_ascii_digit();
    matches!(words, [_, '末' | '底' | '初']) || matches!(words, [.., '年', '末']) && stretch()
}

/// Whether a period, or the last word of one, may begin with this character.
fn may_begin(character: char) -> bool {
    static WORDS: LazyLock<Filter> = LazyLock::new(|| {
        let initials = [Time::Whole, Time::Stretch, Time::Span].map(|time| times(time).initials());
        initials.into_iter().fold(numeral::INITIALS.or(&Filter::of(&['“'])), Filter::or)
    });
    WORDS.admits(character)
}

/// The end of the period that begins at `at`.
fn one(passage: &Passage, at: usize) -> Option<usize> {
    let chars = &passage.chars;
    // 学前三年毛入园率 tells nothing of the last three years, nor 提前一年 of the one before.
    if chars[at] == '前' && at > 0 && matches!(chars[at - 1], '学' | '提') {
        return None;
    }
    // In the middle of a number no year begins, and no month.
    let inside = at > 0 && chars[at].is_ascii_digit() && chars[at - 1].is_ascii_digit();
    let numbers = chars[at] == '“' || !inside && numeral::begins(chars[at]);
    let numbered = || plan(passage, at).or_else(|| year(passage, at)).or_else(|| months(passage, at));
    if let Some(end) = numbers.then(numbered).flatten().or_else(|| listed::quarters(chars, at)) {
        return Some(end);
    }
    if let Some(length) = times(Time::Whole).at(chars, at)
        // 提高至今年510元 says nothing of 至今.
        && !(chars[at + length - 1] == '今' && chars.get(at + length) == Some(&'年'))
        // Nor has 纪念日前后 日前, nor 节日前.
        && !(chars[at] == '日' && at > 0 && matches!(chars[at - 1], '念' | '节' | '假' | '生' | '传' | '工' | '截' | '今'))
        // 项目前期手续 has no 目前.
        && !(chars[at] == '目' && at > 0 && matches!(chars[at - 1], '项' | '题' | '栏' | '科' | '数' | '名'))
    {
        return Some(at + length);
    }
    stretch(passage, at)
}

/// `这3年`, `前11个月`, `五年间`: a number of years or months with a word that makes it a time, or with a verb behind it.
fn stretch(passage: &Passage, at: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let chars = &passage.chars;
    // 学前三年 is an age, 提前五年 is how much sooner.
    let learning = at > 0 && matches!(chars[at - 1], '学' | '提');
    // 连续三年位居前列 is how long it has been so.
    if at > 1 && chars[at - 2..at] == ['连', '续'] {
        return None;
    }
    let opened = times(Time::Stretch).at(chars, at).filter(|_| !learning);
    let start = at + opened.unwrap_or(0);
    if opened.is_none() && at > 0 && (numeral::begins(chars[at - 1]) || matches!(chars[at - 1], '第' | '.' | '-' | '~'))
    {
        return None;
    }
    let digits = chars.get(start..)?.iter().take(LONGEST + 1).take_while(|&&letter| numeral::begins(letter)).count();
    if !(1..=LONGEST).contains(&digits) {
        return None;
    }
    let counted = start + digits;
    let length = times(Time::Measure).at(chars, counted)?;
    let end = counted + length;
    // 五年里程碑
    let milestone = || chars.get(end..end + 2) == Some(&['里', '程']);
    if let Some(tail) = times(Time::Lasting).at(chars, end).filter(|_| !milestone()) {
        return Some(end + tail);
    }
    let goes_on = chars.get(end) == Some(&',') || predicate::does(&chars[end..chars.len().min(end + LONGEST_SINCE)], 0);
    let years = chars[counted] == '年';
    // 五年共投入资金1.8亿元
    let changes = [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_at(chars, end + 1));
    let all = usize::from(chars.get(end) == Some(&'共') && !changes);
    let does = predicate::does(&chars[end + all..chars.len().min(end + LONGEST_SINCE)], 0)
        || chars.get(end + 1) == Some(&'了') && verbs().is_at(chars, end);
    (opened.is_some() || years && does)
        .then_some(end)
        .filter(|_| opened.is_none() || goes_on || !passage.has(end, "的"))
}

/// `“十四五”期间`
fn plan(passage: &Passage, at: usize) -> Option<usize> {
    let mut end = at;
    if passage.chars.get(end) == Some(&'“') {
        end += 1;
    }
    if passage.chars.get(end) == Some(&'十') {
        end += 1;
    }
    if !matches!(passage.chars.get(end), Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')) {
        return None;
    }
    end += 1;
    if passage.chars.get(end) != Some(&'五') {
        return None;
    }
    end += 1;
    if passage.chars.get(end) == Some(&'”') {
        end += 1;
    }
    times(Time::Plan).at(&passage.chars, end).map(|length| end + length)
}

/// `2022年`, `2021-2023年`, `2022年1-11月`, `2022年底`
fn year(passage: &Passage, at: usize) -> Option<usize> {
    let chars = &passage.chars;
    let digits = |from: usize| {
        chars
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(5)
            .take_while(|c| {
                c.is_ascii_digit()
                    || matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
            })
            .count()
    };
    let leads = matches!(chars.get(at), Some('1' | '2' | '一' | '二'));
    if !leads || digits(at) != 4 || at > 0 && chars[at - 1].is_ascii_digit() {
        return None;
    }
    let mut end = at + 4;
    if matches!(chars.get(end), Some('-' | '至' | '~')) && digits(end + 1) == 4 {
        end += 5;
    }
    if chars.get(end) != Some(&'年') {
        return None;
    }
    end += 1;
    // 2021年至2023年
    if matches!(chars.get(end), Some('-' | '至' | '~' | '到'))
        && digits(end + 1) == 4
        && chars.get(end + 5) == Some(&'年')
    {
        end += 6;
    }
    if chars.get(end) == Some(&'度') {
        end += 1;
    }
    if let Some(month) = months(passage, end) {
        end = month;
    }
    if let Some(length) = times(Time::Part).at(chars, end)
        && !passage.has(end, "初步")
    {
        end += length;
    }
    end += quarter(chars, end).or_else(|| occasion(chars, end)).unwrap_or(0);
    end += times(Time::Since).at(chars, end).unwrap_or(0);
    Some(end)
}

/// `第1季度`, `2季度` behind a year: how long it is.
fn quarter(chars: &[char], at: usize) -> Option<usize> {
    let ordinal = usize::from(chars.get(at) == Some(&'第'));
    match chars.get(at + ordinal..)? {
        ['1'..='4', '季', '度', ..] => Some(ordinal + 3),
        _ => None,
    }
}

/// `春节期间`, `国庆假期`, `入汛以来` behind a year: how long it is.
fn occasion(chars: &[char], at: usize) -> Option<usize> {
    let length = times(Time::Whole).at(chars, at)?;
    let word = &chars[at..at + length];
    let spans = times(Time::Span).is_before(word, length);
    (spans && !word.contains(&'年')).then_some(length)
}

/// `1-12月`, `10月份`, `9月30日`, `1至6月`
fn months(passage: &Passage, at: usize) -> Option<usize> {
    let chars = &passage.chars;
    let digits =
        |from: usize| chars.get(from..).unwrap_or_default().iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    let first = digits(at);
    if !(1..=2).contains(&first) {
        return None;
    }
    if at > 0 && (chars[at - 1].is_ascii_digit() || chars[at - 1] == '个' || chars[at - 1] == '.') {
        return None;
    }
    if let Some(end) = listed::list(chars, at) {
        return Some(end);
    }
    let mut end = at + first;
    // 9月至2024年8月 ends in another year.
    let is_span = matches!(chars.get(end + 1), Some('-' | '至' | '~')) && (1..=2).contains(&digits(end + 2));
    if chars.get(end) == Some(&'月') && is_span {
        end += 1;
    }
    if matches!(chars.get(end), Some('-' | '至' | '~')) {
        let second = digits(end + 1);
        if !(1..=2).contains(&second) {
            return None;
        }
        end += 1 + second;
    }
    if chars.get(end) != Some(&'月') {
        return None;
    }
    end += 1;
    let day = digits(end);
    if (1..=2).contains(&day) && chars.get(end + day) == Some(&'日') {
        end += day + 1;
        // 8月17日8时
        let hour = digits(end);
        if (1..=2).contains(&hour) && chars.get(end + hour) == Some(&'时') {
            end += hour + 1;
        }
        // 10月1日至7日
        if matches!(chars.get(end), Some('-' | '至' | '~')) {
            let last = digits(end + 1);
            if (1..=2).contains(&last) && chars.get(end + 1 + last) == Some(&'日') {
                end += last + 2;
                // 8月15日8时至16日20时
                let hour = digits(end);
                let is_hour = (1..=2).contains(&hour) && chars.get(end + hour) == Some(&'时');
                return Some(end + if is_hour { hour + 1 } else { 0 });
            }
        }
        // 1月1日至12月31日
        if matches!(chars.get(end), Some('-' | '至' | '~'))
            && let Some(last) = months(passage, end + 1)
        {
            return Some(last);
        }
    }
    if passage.has(end, "当月") {
        end += 2;
    }
    end += times(Time::Month).at(chars, end).unwrap_or(0);
    if passage.has(end, "以来") {
        end += 2;
    }
    Some(end)
}

/// `自挂牌以来`, `春节期间`: 以来 or 期间 stands at `at`; the period reaches back to the clause's beginning.
fn since(passage: &Passage, at: usize, floor: usize) -> Option<Range<usize>> {
    let chars = &passage.chars;
    let length = times(Time::Span).at(chars, at)?;
    let mut start = at;
    while start > floor && at - start < LONGEST_SINCE && (!ends_clause(chars[start - 1]) || chars[start - 1] == '”') {
        start -= 1;
    }
    let whole = start == floor || ends_clause(chars[start - 1]);
    (whole && start < at).then_some(start..at + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Span;

    fn check(text: &str, expect: &[&str]) {
        let passage = Passage::new(text, Span::new(0, text.len()), &[]);
        let enclosures = Enclosures::new(&passage.chars);
        let found = find(&passage, &enclosures, 0..passage.len());
        let words: Vec<String> =
            found.iter().map(|period| passage.words(text, period.range.start, period.range.end)).collect();
        assert_eq!(words, expect, "{text}");
    }

    #[test]
    fn periods_are_found() {
        check("2022年，全年办件5件", &["2022年", "全年"]);
        check("截至2022年底，已办结", &["截至2022年底"]);
        check("2023年1-11月完成", &["2023年1-11月"]);
        check("1—12月办结率", &["1—12月"]);
        check("“十四五”期间年均增长", &["“十四五”期间"]);
        check("自机构挂牌以来，审结", &["自机构挂牌以来"]);
        check("今年以来开展", &["今年以来"]);
        check("《2023年工作要点》", &[]);
        check("第12345号，共12个月", &[]);
        check("这3年投入将超过8亿元", &["这3年"]);
        check("中央财政3年安排了12亿元", &["3年"]);
        check("前11个月完成投资3亿元", &["前11个月"]);
        check("推进三年行动，5年以上经验", &[]);
        check("2013年至今，共起诉5件", &["2013年至今"]);
        check("从去年420元提高至今年510元", &["去年", "今年"]);
        check("10月1日至7日接待游客", &["10月1日至7日"]);
        check("2023年第四季度，2023年1季度，2023年首季", &["2023年第四季度", "2023年1季度", "2023年首季"]);
        check("2023年国庆假期，2023年入汛以来", &["2023年国庆假期", "2023年入汛以来"]);
        check("7月1日8时至8月17日8时，降水量96毫米", &["7月1日8时至8月17日8时"]);
        check("截至8月17日20时，比多年同期少", &["截至8月17日20时", "多年同期"]);
        check("国庆节假期，接待游客", &["国庆节假期"]);
    }
}
