//! The body that a title names.

use super::{arabic_digit, has_year, is_space, names_organ};
use crate::language::{Reporting, offices, reporting, verbs};

/// The body that a title names at its beginning: before the year, 关于, or what it reports on.
pub fn issuer(title: &str) -> Option<&str> {
    let title = title.trim_start_matches(is_space);
    // 【工作总结】 says what sort of text it is.
    let title = title.strip_prefix('【').and_then(|title| title.split_once('】')).map_or(title, |(_, title)| title);
    // (临水省)关于云溪县…: a page may say where the place lies.
    let placed = title.strip_prefix(['(', '（']).and_then(|title| title.split_once([')', '）']));
    let title = placed.filter(|(place, _)| names_organ(place)).map_or(title, |(_, title)| title);
    let title = title.trim_start_matches('《');
    let title = title.strip_prefix("关于").map_or(title, handed_in);
    let title = title.strip_prefix('对').unwrap_or(title);
    if let Some(body) = headed(title) {
        return Some(body);
    }
    let title = behind_period(title);
    let end = title.char_indices().find_map(|(at, character)| {
        let rest = &title[at..];
        (arabic_digit(character).is_some()
            || character == '二' && has_year(rest.get(..15).unwrap_or_default())
            || rest.starts_with("关于")
            || rest.starts_with("工作报告")
            || names_organ(&title[..at]) && !is_open(&title[..at]) && !goes_on(&title[..at], rest))
        .then_some(at)
    })?;
    let name = title[..end].trim_end_matches(is_space);
    // 云溪县教育局（云溪县语委办） is called by the name before the bracket.
    let other = name.strip_suffix(['）', ')']).and_then(|name| name.rsplit_once(['（', '(']));
    let name = other.map_or(name, |(name, _)| name);
    let name = name.strip_suffix("国民经济和社会发展").unwrap_or(name);
    ((3..=40).contains(&name.chars().count()) && names_organ(name) && !is_object(name)).then_some(name)
}

/// The body whose head reports: 云溪镇 in 云溪镇党委书记2023年述法报告, 云溪县司法局 in 云溪县司法局局长述法报告.
fn headed(title: &str) -> Option<&str> {
    const PARTY: [&str; 3] = ["党工委", "党委", "党组"];
    let (office, behind) = offices().within(title).next()?;
    let body = &title[..title.len() - behind.len() - offices().word(office).len()];
    let body = PARTY.iter().find_map(|party| body.strip_suffix(party)).unwrap_or(body);
    // 县长 is named by the place without 县.
    let whole = names_organ(body).then_some(body)?;
    (whole.chars().count() > 2 && !whole.contains(['、', '的', '年'])).then_some(whole)
}

/// What a title calls the report that is handed in: 报送云溪县水务局2023年工作总结, 呈报《云溪县水务局2023年工作总结》.
pub fn handed_in(title: &str) -> &str {
    let report = reporting(Reporting::Handing).iter().find_map(|word| title.strip_prefix(word)).unwrap_or(title);
    report.strip_prefix('《').and_then(|report| report.split_once('》')).map_or(report, |(name, _)| name)
}

/// The title of what a notice passes on: 实施方案 in 关于印发《实施方案》的通知; else the title itself.
pub fn passed_on(title: &str) -> &str {
    let inner = title.split_once('《').and_then(|(before, rest)| {
        let sent = ["印发", "转发", "下发", "发布"].iter().any(|verb| before.ends_with(verb));
        rest.rsplit_once('》').filter(|_| sent)
    });
    inner.map_or(title, |(inner, _)| inner)
}

/// Whether a bracket is open at the end of the words.
fn is_open(words: &str) -> bool {
    words.rfind(['（', '(']) > words.rfind(['）', ')'])
}

/// What follows the year, or the part of one, that a title begins with: 2023年上半年, 2023年1—6月份.
fn behind_period(title: &str) -> &str {
    // “十四五”以来 is a period as well.
    let title = title.strip_prefix('“').and_then(|title| title.split_once('”')).map_or(title, |(_, title)| title);
    let title = reporting(Reporting::Since).iter().find_map(|since| title.strip_prefix(since)).unwrap_or(title);
    let digit = |character| arabic_digit(character).is_some() || character == '〇';
    let dated = title.split_once('年').filter(|(digits, _)| digits.chars().count() == 4 && has_year(digits));
    let title = dated.map_or(title, |(digits, _)| &title[digits.len()..]);
    let title = title.trim_start_matches(digit).trim_start_matches(is_space);
    let title = title.strip_prefix("年度").or(title.strip_prefix('年')).unwrap_or(title);
    let months = title.trim_start_matches(|character| digit(character) || matches!(character, '-' | '—' | '－' | '至'));
    let part = reporting(Reporting::Part).iter().find_map(|part| title.strip_prefix(part));
    let month = months.strip_prefix("月份").or(months.strip_prefix('月')).filter(|_| months.len() < title.len());
    part.or(month).unwrap_or(title)
}

/// Whether the name of a body is what is done to it: 下达云溪县 in 关于下达云溪县目标任务的通知.
fn is_object(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let verb = verbs().head(&letters).unwrap_or(0);
    verb > 1 && letters.len() >= verb + 3 && names_organ(&letters[verb..].iter().collect::<String>())
}

/// Whether the name of a body goes on here: after 云溪县 comes 司法局, after 云溪县 in 云溪县法治政府建设 comes none.
fn goes_on(name: &str, rest: &str) -> bool {
    const FAR: usize = 24;
    let stop = rest.char_indices().take(FAR).find(|&(at, character)| {
        arabic_digit(character).is_some()
            || reporting(Reporting::Subject).iter().any(|&word| rest[at..].starts_with(word))
    });
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at);
    let reach = &rest[..stop.map_or(far, |(at, _)| at)];
    reach.char_indices().any(|(at, character)| names_organ(&reach[..at + character.len_utf8()]))
        || name.ends_with('委') && rest.starts_with("员会")
        || reporting(Reporting::Word).iter().any(|word| {
            let first = word.chars().next().map_or(0, char::len_utf8);
            name.ends_with(&word[..first]) && rest.starts_with(&word[first..])
        })
        || rest.starts_with("人民政府")
        || rest.starts_with("政府") && !rest.starts_with("政府信息") && !name.ends_with("国务院")
}
