//! Where further reports begin in the same text: one was pasted behind the other.

use super::{Line, Marker, Style, has_year, is_space, issuer, lines, names_organ, title};
use crate::report::Span;

/// The first heading of a report stands at most so many lines below its title.
const PREAMBLE: usize = 40;
/// A title is on at most so many lines.
const LINES: usize = 3;

/// The titles of all reports in a text but the first: each stands on lines of its own behind numbered headings, names a body or a year or is
/// called as the first report is, and the headings behind it begin again.
pub fn further(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    // What the first report is called, without its year.
    let mut first: Option<String> = None;
    // The title that waits for its first heading, and how many lines ago it stood.
    let mut waiting: Option<(Span, usize)> = None;
    let mut numbered = false;
    let mut above: Vec<Line> = Vec::new();
    for line in lines(text).iter() {
        let words = line.of(text).trim_start_matches(frames);
        let line = Span::new(line.end - words.len(), line.start + line.of(text).trim_end_matches(is_space).len());
        if line.start >= line.end {
            continue;
        }
        let words = line.of(text);
        if let Some(number) = heads(words) {
            found.extend(waiting.take().filter(|_| numbered && number == 1).map(|(title, _)| title));
            numbered = true;
        } else if let Some(title) = titled(text, line, &above) {
            let called = name(title.of(text));
            let known = first.as_ref().is_none_or(|first| *first == called);
            let own = numbered
                && (known || names_body(title.of(text)) || has_year(title.of(text)))
                && !attached(text, &above);
            // A paste without lines has its headings in the same.
            if own && begins_anew(&text[title.end..line.end]) {
                found.push(title);
            } else if own {
                waiting = Some((title, 0));
            } else if !numbered && first.is_none() {
                first = Some(called);
            }
        } else if let Some((title, passed)) = waiting {
            waiting = (passed < PREAMBLE).then_some((title, passed + 1));
        }
        numbered |= words.contains("二、");
        if above.len() == LINES {
            above.remove(0);
        }
        above.push(line);
    }
    found
}

/// White space, and what Markdown sets before a heading or around it.
fn frames(letter: char) -> bool {
    is_space(letter) || matches!(letter, '#' | '*')
}

/// The number of the heading that a line begins with.
fn heads(line: &str) -> Option<u32> {
    let marker = Marker::at(line)?;
    let outer = matches!(marker.style, Style::Volume | Style::Chapter | Style::Comma) && marker.sign != '，';
    (outer && !marker.loose).then_some(marker.number)
}

/// The title of an account that a line is or runs on from.
fn titled(text: &str, line: Line, above: &[Line]) -> Option<Span> {
    const LONGEST: usize = 240;
    const ACCOUNTS: [&str; 8] = ["报告", "总结", "公报", "汇报", "年报", "小结", "分析", "简析"];
    let words = line.of(text);
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let ends = || ACCOUNTS.iter().flat_map(|account| near.match_indices(account).map(|(at, _)| at + account.len()));
    if words.len() > LONGEST {
        let own = |end: usize| title(text, &[Span::new(line.start, line.start + end)]).map(|title| title.span);
        return ends().filter_map(own).find(|title| title.start == line.start && names_body(title.of(text)));
    }
    ends().next()?;
    title(text, &[line])?;
    let pieces: Vec<Line> = above.iter().copied().chain([line]).collect();
    let whole = title(text, &pieces).map(|title| title.span).filter(|title| title.end > line.start);
    Some(whole.unwrap_or(line))
}

/// Whether a title names a body: 云溪县司法局2023年工作总结, 政府工作报告.
fn names_body(title: &str) -> bool {
    issuer(title).is_some() || title.split_once("工作报告").is_some_and(|(body, _)| names_organ(body))
}

/// Whether the first heading of a report stands in the words, and the second behind it.
fn begins_anew(words: &str) -> bool {
    words.split_once("一、").is_some_and(|(_, rest)| rest.contains("二、"))
}

/// What a report is called, whatever its year.
fn name(title: &str) -> String {
    title.chars().filter(|letter| !letter.is_numeric() && !frames(*letter)).collect()
}

/// Whether what follows these lines is attached to the report above.
fn attached(text: &str, above: &[Line]) -> bool {
    above.iter().any(|line| line.of(text).starts_with("附"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<&str> {
        further(text).into_iter().map(|title| title.of(text)).collect()
    }

    #[test]
    fn a_report_begins_where_a_title_stands_and_the_numbers_begin_again() {
        let first = "云溪县司法局2022年工作总结\n一、工作开展情况\n办理案件12件。\n二、问题\n少。\n";
        let other = "# 石桥镇2023年法治政府建设年度报告\n2023年，我镇平稳。\n一、成效\n好。\n";
        assert_eq!(titles(&format!("{first}{other}")), ["石桥镇2023年法治政府建设年度报告"]);
        assert_eq!(titles(&format!("{first}\n{first}{other}")).len(), 2);
        assert_eq!(titles("2021年工作总结\n一、成效\n好。\n2022年工作总结\n一、成效\n好。"), ["2022年工作总结"]);
        let lines =
            "一、成效\n好。\n中共石桥镇委员会\n石桥镇人民政府\n关于2023年法治政府建设情况的报告\n一、成效\n好。";
        assert!(titles(lines)[0].starts_with("中共石桥镇委员会"));
    }

    #[test]
    fn what_is_attached_listed_or_goes_on_is_no_other_report() {
        let first = "云溪县司法局2022年工作总结\n一、工作开展情况\n办理案件12件。\n";
        for rest in [
            "附件：\n石桥镇2023年工作总结\n一、成效\n好。",
            "石桥镇2023年工作总结\n石桥镇2022年工作总结",
            "石桥镇2023年工作总结\n二、成效\n好。",
            "2023年工作计划\n一、抓学习\n好。",
            "下面是石桥镇2023年工作总结，请看。\n一、成效\n好。",
        ] {
            assert_eq!(titles(&format!("{first}{rest}")), [""; 0], "{rest}");
        }
        assert_eq!(titles("云溪县司法局2022年工作总结\n云溪县司法局2022年工作总结\n一、成效\n好。"), [""; 0]);
    }
}
