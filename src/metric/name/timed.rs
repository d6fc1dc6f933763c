//! Names without the times and the stretches of time that stand in them.

use super::Period;
use crate::language::{Place, Sense, naming, senses};
use crate::metric::figure::words::letters_of;
use crate::metric::name::holds;
use crate::metric::sentence::tidy;

/// The times that stand among the words.
pub(super) fn among<'a>(periods: &'a [Period], words: &[usize]) -> &'a [Period] {
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return &[] };
    let before = periods.partition_point(|period| period.range.end <= first);
    let rest = &periods[before..];
    &rest[..rest.partition_point(|period| period.range.start <= last)]
}

/// `财政资金信息今年共发布`: without the times inside a name.
pub(super) fn without_periods(chars: &[char], periods: &[Period], name: Vec<usize>) -> Vec<usize> {
    let inside = |period: &&Period| {
        let (start, end) = (name.partition_point(|&index| index < period.range.start), period.range.end);
        // 完成全年任务: that is what the task is called.
        let of_task = period.local && senses(Sense::Budget).is_at(chars, end);
        !(period.compared || of_task || is_mean(chars, period) || tidy::is_balance(chars, period))
            && start > 1
            && name.get(start) == Some(&period.range.start)
            && name.last().is_some_and(|&last| last >= end)
    };
    let Some(period) = periods.iter().find(inside) else { return name };
    let (start, end) = (
        name.partition_point(|&index| index < period.range.start),
        name.partition_point(|&index| index < period.range.end),
    );
    let letters = letters_of(chars, &name);
    let altogether = naming(Place::Altogether).at(&letters, end).unwrap_or(0);
    let start = start - usize::from(letters[start - 1] == '已');
    [&name[..start], &name[(end + altogether).min(name.len())..]].concat()
}

/// `总量已连续9年居全省`: without how long it has been so.
pub(super) fn without_lasting(chars: &[char], name: Vec<usize>) -> Vec<usize> {
    const LONGEST: usize = 7;
    if !holds(chars, &name, '连') {
        return name;
    }
    let letters = letters_of(chars, &name);
    let Some(start) = letters.windows(2).position(|pair| pair == ['连', '续']) else { return name };
    let end =
        (start + 2..letters.len().min(start + LONGEST)).find(|&at| matches!(letters[at], '年' | '月' | '天' | '度'));
    let Some(end) = end.filter(|&end| end + 2 < letters.len()) else { return name };
    let start = start - usize::from(start > 1 && letters[start - 1] == '已');
    [&name[..start], &name[end + 1..]].concat()
}

/// `平均每年`: a time by which a mean is taken.
pub(super) fn is_mean(chars: &[char], period: &Period) -> bool {
    period.range.start > 1 && chars[period.range.start - 2..period.range.start] == ['平', '均']
}

/// `粮食产量自2010年以来连续5年`: without the times at the end of a name.
pub(super) fn before_periods<'a>(chars: &[char], periods: &[Period], mut name: &'a [usize]) -> &'a [usize] {
    loop {
        let is = |at: usize, character: char| name.get(at).is_some_and(|&index| chars[index] == character);
        let last = name.last().map(|&last| chars[last]);
        let lasting = name
            .iter()
            .rposition(|&index| chars[index] == '连')
            .filter(|&at| is(at + 1, '续') && name.len() - at <= 6 && matches!(last, Some('年' | '月' | '天')));
        let timed = name
            .last()
            .and_then(|&last| periods.iter().find(|period| period.range.end == last + 1 && !period.compared))
            .filter(|period| !is_mean(chars, period));
        let end = lasting.or(timed.map(|period| name.partition_point(|&index| index < period.range.start)));
        match end.filter(|&end| end > 0) {
            Some(end) => name = &name[..end],
            None => return name,
        }
    }
}
