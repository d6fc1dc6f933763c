//! Months and quarters that are listed: `6、7、8月`, `9、10两个月`, `一、二季度`.

/// `6、7、8月`, `7月和8月`, `9、10两个月`: where a list of months ends.
pub fn list(chars: &[char], at: usize) -> Option<usize> {
    let month = |from: usize| {
        let digits = chars.get(from..)?.iter().take(3).take_while(|letter| letter.is_ascii_digit()).count();
        let value: String = chars[from..from + digits].iter().collect();
        value.parse().is_ok_and(|month: u32| (1..=12).contains(&month)).then_some(from + digits)
    };
    let behind = |end: usize| usize::from(chars.get(end) == Some(&'月'));
    let mut end = month(at)?;
    let mut count = 1;
    end += behind(end);
    while matches!(chars.get(end), Some('、' | '和'))
        && let Some(next) = month(end + 1)
    {
        end = next + behind(next);
        count += 1;
    }
    let tail = match chars.get(end..)? {
        ['两' | '三' | '四' | '2' | '3', '个', '月', ..] => 3,
        ['份', ..] if chars[end - 1] == '月' => 1,
        _ => 0,
    };
    (count > 1 && (tail > 1 || chars[end - 1] == '月')).then_some(end + tail)
}

/// Whether the number at `at` is one of a list of months.
pub fn holds(chars: &[char], at: usize) -> bool {
    const LONGEST: usize = 16;
    let listed = |letter: &char| letter.is_ascii_digit() || matches!(letter, '、' | '和' | '月');
    let back = chars[..at].iter().rev().take(LONGEST).take_while(|letter| listed(letter)).count();
    let starts = (at - back..=at).find(|&start| chars[start].is_ascii_digit());
    starts.and_then(|start| list(chars, start)).is_some_and(|end| end > at)
}

/// `一、二季度`, `第一、第二季度`: where a list of quarters ends.
pub fn quarters(chars: &[char], at: usize) -> Option<usize> {
    let quarter = |from: usize| {
        let digit = from + usize::from(chars.get(from) == Some(&'第'));
        matches!(chars.get(digit), Some('一' | '二' | '三' | '四')).then_some(digit + 1)
    };
    let mut end = quarter(at)?;
    let first = end;
    while matches!(chars.get(end), Some('、' | '和'))
        && let Some(next) = quarter(end + 1)
    {
        end = next;
    }
    (end > first && chars.get(end..end + 2) == Some(&['季', '度'])).then_some(end + 2)
}
