//! Where further reports begin in the same text: one was pasted behind the other.

use rustc_hash::FxHashSet;

use super::{Line, Marker, Style, chinese_digit, has_year, is_space, issuer, lines, names_organ, title};
use crate::language::{Reporting, reporting};
use crate::report::Span;

/// The first heading of a report stands at most so many lines below its title.
const PREAMBLE: usize = 40;
/// A title is on at most so many lines.
const LINES: usize = 3;

/// The titles of all reports in a text but the first: each stands on lines of its own behind a report that has text between its numbered
/// headings, names a body or a year or is called as the first report is, and the headings behind it begin again and have text.
pub fn further(text: &str) -> Vec<Span> {
    let mut found: Vec<(Span, Known)> = Vec::new();
    let mut known = Known::default();
    // What the first report is called, without its year.
    let mut first: Option<String> = None;
    // What may be the next report, and how many lines ago its title stood.
    let mut next: Option<(Span, Known, usize)> = None;
    // Titles that stand where no report begins: heads of pages.
    let mut running: FxHashSet<&str> = FxHashSet::default();
    let mut above: Vec<Line> = Vec::new();
    for line in lines(text).iter() {
        let words = line.of(text).trim_start_matches(frames);
        let line = Span::new(line.end - words.len(), line.start + line.of(text).trim_end_matches(is_space).len());
        if line.start >= line.end {
            continue;
        }
        let words = line.of(text);
        let title = || titled(text, line, &above, known.title);
        if let Some(marker) = heads(words) {
            let lapsed =
                next.take_if(|(title, new, _)| new.headings == 0 && !known.ends_before(&marker, title.of(text)));
            running.extend(lapsed.map(|(title, ..)| title.of(text)));
            match &mut next {
                Some((_, new, _)) => new.head(&marker, line, text),
                None => {
                    if let Some((_, before)) = found.pop_if(|(_, before)| before.goes_on(&marker, &known)) {
                        known = before;
                    }
                    known.head(&marker, line, text);
                }
            }
        } else if let Some(title) = title() {
            let words = title.of(text);
            let called = name(words);
            let alike = first.as_ref().is_none_or(|first| *first == called);
            let own = known.may_end(text, title)
                && (alike || names_body(words) || has_year(words))
                && !above.iter().any(|line| is_attached(line.of(text)));
            let new = Known { title: Some(words), ..Known::default() };
            match &mut next {
                // A cover has its title again behind it.
                Some((cover, other, passed)) if cover.of(text) == words => (*other, *passed) = (new, 0),
                // A paste without lines has its headings in the same.
                _ if own && begins_anew(&text[title.end..line.end]) => {
                    next = None;
                    found.push((title, std::mem::replace(&mut known, Known { headings: 1, ..new })));
                }
                _ if own => next = Some((title, new, 0)),
                _ if known.told => _ = running.insert(words),
                _ if known.headings == 0 && first.is_none() => {
                    first = Some(called);
                    known.title = Some(words);
                }
                _ => {}
            }
        } else if let Some((title, _, _)) = next.take_if(|(_, new, passed)| new.headings == 0 && *passed == PREAMBLE) {
            running.insert(title.of(text));
        } else if let Some((_, _, passed)) = &mut next {
            *passed += 1;
        }
        if next.is_none() && begins_anew(words) {
            known.headings += 1;
        }
        if words.contains('。') {
            let begun = next.take_if(|(_, new, _)| new.headings > 0);
            found.extend(begun.map(|(title, new, _)| (title, std::mem::replace(&mut known, new))));
            known.tell();
        }
        if above.len() == LINES {
            above.remove(0);
        }
        above.push(line);
    }
    let recurs = |title: &Span, before: &Known| before.is_called(title.of(text)) && running.contains(title.of(text));
    found.into_iter().filter(|(title, before)| !recurs(title, before)).map(|(title, _)| title).collect()
}

/// What is known of a report so far.
#[derive(Default)]
struct Known<'text> {
    title: Option<&'text str>,
    /// How many numbered headings it has.
    headings: usize,
    /// Its outermost headings, and the last of their numbers.
    outer: Option<(Style, u32)>,
    /// The last heading.
    last: Option<Line>,
    /// Whether text stands behind the last heading.
    text: bool,
    /// Whether text stands between its headings, as in no table of contents.
    told: bool,
}

impl Known<'_> {
    /// Has another heading.
    fn head(&mut self, marker: &Marker, line: Line, text: &str) {
        self.headings += 1;
        self.told |= self.text;
        self.text = false;
        if self.outer.is_none_or(|(style, _)| marker.style <= style) {
            self.outer = Some((marker.style, marker.number));
        }
        let title = line.of(text)[marker.len..].trim_start_matches(is_space);
        self.last = Some(Span::new(line.end - title.len(), line.end));
    }

    /// Has a sentence.
    fn tell(&mut self) {
        self.text = self.headings > 0;
        self.told |= self.headings == 1;
    }

    /// Whether a report may end before a title: not right below a heading, nor below one of what is attached.
    fn may_end(&self, text: &str, title: Span) -> bool {
        let between = |last: Line| !text[last.end.min(title.start)..title.start].trim_matches(frames).is_empty();
        self.told && self.last.is_none_or(|last| (self.text || between(last)) && !is_attached(last.of(text)))
    }

    /// Whether another report of that title may begin with the heading. What is called alike begins with its outermost.
    fn ends_before(&self, heading: &Marker, title: &str) -> bool {
        let inner = self.outer.is_some_and(|(style, _)| heading.style > style);
        heading.number == 1 && !(inner && self.is_called(title))
    }

    /// Whether the outermost headings go on behind another report, which was attached to this one.
    fn goes_on(&self, heading: &Marker, other: &Known) -> bool {
        let outer = |known: &Known| known.outer.is_none_or(|(style, _)| heading.style < style);
        outer(other) && self.outer.is_some_and(|(style, number)| heading.style == style && heading.follows(number))
    }

    /// Whether it has a title, or may have, with its year.
    fn is_called(&self, title: &str) -> bool {
        self.title.is_none_or(|own| own == title || !has_year(title) && name(own) == name(title))
    }
}

/// White space, and what Markdown sets before a heading or around it.
fn frames(letter: char) -> bool {
    is_space(letter) || matches!(letter, '#' | '*')
}

/// The number of the outer heading that a line begins with.
fn heads(line: &str) -> Option<Marker> {
    let outer =
        |marker: &Marker| matches!(marker.style, Style::Volume | Style::Chapter | Style::Comma) && marker.sign != '，';
    Marker::at(line).filter(|marker| outer(marker) && !marker.loose)
}

/// The title of an account that a line is or runs on from, below a report of another title.
fn titled(text: &str, line: Line, above: &[Line], before: Option<&str>) -> Option<Span> {
    const LONGEST: usize = 240;
    let words = line.of(text);
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let accounts = reporting(Reporting::Account);
    let ends = || accounts.iter().flat_map(|account| near.match_indices(account).map(|(at, _)| at + account.len()));
    if words.len() > LONGEST {
        let own = |end: usize| title(text, &[Span::new(line.start, line.start + end)]).map(|title| title.span);
        return ends().filter_map(own).find(|title| title.start == line.start && names_body(title.of(text)));
    }
    ends().next()?;
    title(text, &[line])?;
    let signs = |piece: &str| {
        is_month(piece) || names_body(words) && names_organ(piece) && before.is_some_and(|title| title.contains(piece))
    };
    let signed = above.iter().rposition(|piece| signs(piece.of(text))).map_or(0, |last| last + 1);
    let pieces: Vec<Line> = above[signed..].iter().copied().chain([line]).collect();
    let whole = title(text, &pieces).map(|title| title.span).filter(|title| title.end > line.start);
    Some(whole.unwrap_or(line))
}

/// Whether words are a month or a day, with which a report is signed.
fn is_month(words: &str) -> bool {
    let dates =
        |letter: char| letter.is_numeric() || is_space(letter) || matches!(letter, '〇' | '○' | '年' | '月' | '日');
    has_year(words)
        && words.contains('月')
        && words.chars().all(|letter| dates(letter) || chinese_digit(letter).is_some())
}

/// Whether a title names a body: 云溪县司法局2023年工作总结, 政府工作报告.
fn names_body(title: &str) -> bool {
    issuer(title).is_some() || reporting(Reporting::Government).iter().any(|account| title.contains(account))
}

/// Whether the first heading of a report stands in the words, and the second behind it, and text.
fn begins_anew(words: &str) -> bool {
    let marks = |number: u32| {
        move |words: &str| {
            let ends = |at: usize| words[..at].chars().next_back().and_then(chinese_digit) == Some(number);
            words.match_indices('、').find(|&(at, _)| ends(at)).map(|(at, mark)| at + mark.len())
        }
    };
    marks(1)(words).is_some_and(|at| marks(2)(&words[at..]).is_some()) && words.contains('。')
}

/// What a report is called, whatever its year.
fn name(title: &str) -> String {
    title.chars().filter(|letter| !letter.is_numeric() && !frames(*letter)).collect()
}

/// Whether a line says that what follows is attached to the report above.
fn is_attached(line: &str) -> bool {
    reporting(Reporting::Attached).iter().any(|word| line.starts_with(word))
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

    #[test]
    fn contents_and_the_heads_of_pages_begin_no_report() {
        for text in [
            "河湾县审计局2023年工作总结\n目录\n一、做法\n二、不足\n三、打算\n河湾县审计局2023年工作总结\n去年，我局有成。\n一、做法\n审计7家。\n二、不足\n少。",
            "目录\n一、做法……2\n二、不足……5\n前言\n去年有成。\n河湾县审计局2023年工作总结\n一、做法\n审计7家。\n二、不足\n少。",
            "河湾县政府工作报告\n第一部分 去年回顾\n河湾县政府工作报告\n一、工业\n增长4%。\n二、农业\n好。\n第二部分 今年安排\n河湾县政府工作报告\n一、抓工业\n增长5%。",
            "河湾县政府工作报告\n第一部分 去年回顾\n一、工业\n增长4%。\n二、农业\n好。\n第二部分 今年安排\n今年要稳。\n河湾县政府工作报告\n一、抓工业\n增长5%。",
            "河湾县政府工作报告\n一、工业\n增长4%。\n河湾县政府工作报告\n二、农业\n好。\n附录\n河湾县政府工作报告\n一、注释\n略。",
        ] {
            assert_eq!(titles(text), [""; 0], "{text}");
        }
        let first = "河湾县审计局2022年工作总结\n一、做法\n审计7家。\n二、不足\n少。\n";
        let cover =
            "河湾县审计局2023年工作总结\n目录\n一、做法\n二、不足\n河湾县审计局2023年工作总结\n一、做法\n审计9家。";
        assert_eq!(titles(&format!("{first}{cover}")), ["河湾县审计局2023年工作总结"]);
        let contents = "河湾县审计局2023年工作总结\n一、做法\n二、不足";
        assert_eq!(titles(&format!("{first}{contents}")), [""; 0]);
    }

    #[test]
    fn what_is_attached_below_a_heading_is_no_other_report() {
        for text in [
            "第一部分 概况\n我局有3个科室。\n第二部分 附件\n河湾县审计局2023年度绩效自评报告\n一、情况\n好。\n二、结论\n好。\n第三部分 附表",
            "一、概况\n我局有3个科室。\n二、附件\n附后。\n河湾县审计局2023年度绩效自评报告\n一、情况\n好。\n三、附表",
            "第一部分 概况\n我局有3个科室。\n第二部分 评价\n已评价。\n河湾县审计局2023年度绩效自评报告\n一、情况\n好。\n第三部分 附表",
            "河湾县2023年经济运行情况\n一、工业\n柳溪镇2023年工业经济运行分析\n一、产值\n增长4%。\n二、农业\n好。",
        ] {
            assert_eq!(titles(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_signature_of_the_report_before_is_not_in_a_title() {
        let first = "河湾县审计局2022年工作总结\n一、做法\n审计7家。\n二、不足\n少。\n";
        for (signed, title) in [
            ("2022年11月", "河湾县统计局\n2023年工业运行分析"),
            ("河湾县审计局\n二〇二二年十一月", "柳溪镇人民政府\n2023年工作总结"),
            ("河湾县审计局", "柳溪镇人民政府2023年工作总结"),
        ] {
            assert_eq!(titles(&format!("{first}{signed}\n{title}\n一、做法\n好。")), [title]);
        }
        let twice = first.replacen("局", "局\n", 1);
        assert_eq!(titles(&twice.repeat(2)), ["河湾县审计局\n2022年工作总结"]);
    }
}
