//! Lines joined to paragraphs: what a page or a printer broke is put together again.

use super::{Line, Marker, is_figure, is_space};
use crate::report::Span;

/// A line that goes on in the next is at least this many characters long, where nothing else tells.
const LONG: usize = 40;
/// Lines shorter than this say nothing of where a page was broken.
const SHORT: usize = 16;
/// How many lines of about one width show that the text was broken at that width.
const WITNESSES: usize = 3;
/// Lines broken at one width differ by so many half characters: a word or a number is not broken.
const SLACK: usize = 8;
/// Lines broken after so many characters differ by so many of them.
const SPARE: usize = 1;
/// Of so many lines one may be wider than the width at which the text was broken.
const FEW: usize = 20;
/// A line so many half characters to the right of the margin is indented.
const INDENT: usize = 3;
/// Widths up to this are counted one by one.
const WIDEST: usize = 160;

/// The paragraphs of the text: lines that belong together, in reading order, disjoint, without those that are all noise.
/// A line break inside a paragraph is a soft one.
pub fn paragraphs(text: &str, lines: &[Line], noise: &[Span]) -> Vec<Span> {
    let mut rest = noise;
    let mut lines: Vec<Shape> = lines
        .iter()
        .filter_map(|&line| {
            let passed = rest.partition_point(|noise| noise.end <= line.start);
            rest = &rest[passed..];
            Shape::of(text, line, rest)
        })
        .collect();
    outdent(&mut lines);
    let (measure, at_figures) = (measure(&lines), is_broken_at_figures(&lines));
    let mut paragraphs: Vec<Span> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last)
                if goes_on(&lines[index - 1], line, measure)
                    || at_figures && is_figure_broken_off(&lines[index - 1], line) =>
            {
                last.end = line.span.end;
            }
            _ => paragraphs.push(line.span),
        }
    }
    paragraphs
}

/// What tells whether a line goes on in the next.
struct Shape {
    /// Without the white space and the noise at its ends.
    span: Span,
    /// How many half characters wide it is with its indent.
    width: usize,
    /// How many characters it has.
    length: usize,
    /// How many with its indent.
    count: usize,
    first: char,
    last: char,
    indent: usize,
    /// Whether it begins further to the right than most lines.
    indented: bool,
    marked: bool,
    point: bool,
    /// Whether it is a marker and nothing else.
    bare: bool,
    /// Whether it has a mark of punctuation inside, as sentences have.
    punctuated: bool,
    /// Whether it ends inside a bracket or quotation.
    open: bool,
    /// Whether it has columns of a table.
    tabular: bool,
    /// Whether it ends in the point of a number: 142.
    pointed: bool,
    /// Whether it is the cell of a table that holds a figure.
    figure: bool,
}

impl Shape {
    /// The shape of a line; nothing if there is only white space and noise in it. `noise` begins with what reaches it first.
    fn of(text: &str, line: Line, noise: &[Span]) -> Option<Self> {
        let mut span = line;
        for noise in noise.iter().take_while(|noise| noise.start < line.end) {
            if blank(text, Span::new(span.start, noise.start.max(span.start))) {
                span.start = noise.end.min(line.end);
            } else if blank(text, Span::new(noise.end.min(line.end), line.end)) {
                span.end = noise.start;
            }
        }
        let spaces = || span.of(text).chars().take_while(|&character| is_space(character));
        let indent: usize = spaces().map(|space| if space.is_ascii() { 1 } else { 2 }).sum();
        let spaces = spaces().count();
        let words = span.of(text).trim_start_matches(is_space);
        span.start = span.end - words.len();
        let words = words.trim_end_matches(is_space);
        span.end = span.start + words.len();
        let (first, last) = (words.chars().next()?, words.chars().next_back()?);
        let (mut width, mut length, mut depth, mut marks, mut tabular) = (indent, 0, 0_i32, 0, false);
        for character in words.chars() {
            width += if character.is_ascii() { 1 } else { 2 };
            length += 1;
            match character {
                '（' | '《' | '“' | '(' | '〔' => depth += 1,
                '）' | '》' | '”' | ')' | '〕' => depth -= 1,
                '，' | '。' | '；' | ',' | ';' => marks += 1,
                '\t' | '|' => tabular = true,
                _ => {}
            }
        }
        // 三， may go on with 第 in the line before.
        let marker = Marker::at(words.trim_start_matches(['#', '*', ' ']))
            .filter(|marker| marker.sign != '，' || marker.style.is_point());
        Some(Self {
            span,
            width,
            length,
            count: spaces + length,
            first,
            last,
            indent,
            indented: indent >= INDENT,
            marked: marker.is_some(),
            point: marker.is_some_and(|marker| marker.style.is_point()),
            bare: marker.is_some_and(|marker| marker.len == words.len()),
            punctuated: marks > 0,
            open: depth > 0,
            tabular,
            figure: is_figure(words),
            pointed: words.strip_suffix('.').is_some_and(|rest| rest.ends_with(|last: char| last.is_ascii_digit())),
        })
    }
}

impl Shape {
    /// Whether it is a piece of a sentence, and no cell of a table.
    fn is_sentence(&self) -> bool {
        self.punctuated || self.length >= SHORT
    }
}

fn blank(text: &str, span: Span) -> bool {
    span.of(text).chars().all(is_space)
}

/// Where all lines stand apart from the margin, an indent is what goes beyond that.
fn outdent(lines: &mut [Shape]) {
    let margin = lines.iter().map(|line| line.indent).min().unwrap_or_default();
    lines.iter_mut().for_each(|line| line.indented = line.indent >= margin + INDENT);
}

/// Where a printer breaks lines.
#[derive(Clone, Copy, Debug)]
enum Measure {
    /// At a width in half characters.
    Width(usize),
    /// After so many characters of whatever width.
    Count(usize),
    /// Anywhere.
    Ragged,
}

impl Measure {
    /// Whether a line reaches as far.
    fn is_full(self, line: &Shape) -> bool {
        let long = line.length >= SHORT;
        match self {
            Self::Width(width) => long && line.width + SLACK >= width,
            Self::Count(count) => long && line.count + SPARE >= count,
            Self::Ragged => long || line.punctuated,
        }
    }
}

/// Where the text was broken into lines, if it was: lines that stop in the middle of a sentence stop there, and hardly any goes
/// further. Breaks after a number of characters are told from breaks at a width by how many lines end just there.
fn measure(lines: &[Shape]) -> Option<Measure> {
    let width = widest(lines, |line| line.width, SLACK);
    let count = widest(lines, |line| line.count, SPARE);
    match (width, count) {
        (Some((width, by_width)), Some((count, by_count))) => {
            Some(if by_count > by_width { Measure::Count(count) } else { Measure::Width(width) })
        }
        (width, count) => width
            .map(|(width, _)| Measure::Width(width))
            .or(count.map(|(count, _)| Measure::Count(count)))
            .or_else(|| is_ragged(lines).then_some(Measure::Ragged)),
    }
}

/// Whether the text was broken anywhere: most of its lines have the marks of sentences in them and stop in the middle of one.
fn is_ragged(lines: &[Shape]) -> bool {
    const FEWEST: usize = 8;
    let stops = |pair: &&[Shape]| {
        let (line, next) = (&pair[0], &pair[1]);
        line.length >= SHORT && line.punctuated && !ends(line.last) && !line.tabular && !next.marked && !next.figure
    };
    let stopping = lines.windows(2).filter(stops).count();
    let long = lines.iter().filter(|line| line.length >= SHORT).count();
    stopping >= FEWEST && stopping * 2 > long
}

/// The greatest size of lines by which the text was broken, and how many lines it broke.
fn widest(lines: &[Shape], size: impl Fn(&Shape) -> usize, slack: usize) -> Option<(usize, usize)> {
    let mut counts = [0_usize; WIDEST + 1];
    // Lines that stop in the middle of a sentence. A heading may stop like one, so not all of them are headings.
    let mut stopping = 0;
    for pair in lines.windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        // What goes on is as long, or ends like a sentence; a cell or a heading below does not.
        let goes_on = next.length >= SHORT || ends(next.last);
        if line.length >= SHORT && !ends(line.last) && !line.tabular && !next.marked && !next.figure && goes_on {
            stopping += usize::from(!line.marked || line.point);
            if let Some(count) = counts.get_mut(size(line)) {
                *count += 1;
            }
        }
        // A number that goes on in the next line was broken for certain.
        if line.length >= SHORT && line.pointed && next.first.is_ascii_digit() && !next.marked {
            stopping += 2;
            if let Some(count) = counts.get_mut(size(line)) {
                *count += 2;
            }
        }
    }
    let around = |size: usize| counts[size.saturating_sub(slack)..=size].iter().sum::<usize>();
    let best = (0..=WIDEST).rev().max_by_key(|&size| around(size))?;
    let beyond = lines.iter().filter(|line| size(line) > best + 2).count();
    (stopping > 0 && around(best) >= WITNESSES && around(best) * 2 > stopping && beyond * FEW <= lines.len())
        .then_some((best, around(best)))
}

/// Whether most breaks inside sentences stand beside figures, as where a page sets each in a frame of its own.
fn is_broken_at_figures(lines: &[Shape]) -> bool {
    const FEWEST: usize = 4;
    let stops = |pair: &&[Shape]| pair[0].is_sentence() && !ends(pair[0].last) && !pair[1].marked;
    let stopping = lines.windows(2).filter(stops).count();
    let at_figures = lines.windows(2).filter(stops).filter(|pair| pair[1].first.is_ascii_digit()).count();
    at_figures >= FEWEST && at_figures * 3 > stopping * 2
}

/// Whether a figure was broken off the sentence before or behind it: 出动|8000|余人次，查处.
fn is_figure_broken_off(line: &Shape, next: &Shape) -> bool {
    let apart = ends(line.last) || line.tabular || next.tabular || next.marked || line.marked && !line.punctuated;
    // 2023|年我局配备|15台 was one before it was broken, though short.
    let dated = |line: &Shape| line.first == '年';
    let before = (line.is_sentence() || dated(line) || next.punctuated) && next.first.is_ascii_digit();
    let behind = line.figure && (next.is_sentence() || ends(next.last) || dated(next));
    !apart && (before || behind)
}

/// Whether a sentence, or a clause that stands like one, can end with this character.
fn ends(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '；' | '：' | '!' | '?' | ';' | ':' | '.' | '…')
}

fn goes_on(line: &Shape, next: &Shape, measure: Option<Measure>) -> bool {
    if line.bare {
        return !next.marked;
    }
    let full = measure.is_some_and(|measure| measure.is_full(line));
    // Behind a full line a point may stand anywhere in its paragraph.
    if full && next.point && !next.indented {
        return true;
    }
    // 142.|6 is a number, and 2.| the marker of what follows.
    if full && line.pointed && !next.marked {
        return true;
    }
    if ends(line.last) || line.tabular || next.tabular || next.figure {
        return false;
    }
    if matches!(next.first, '，' | '。' | '；' | '、' | '）' | '》' | '”' | '％' | '%' | ',' | ';') {
        return true;
    }
    if next.marked || next.indented {
        return false;
    }
    let unfinished = matches!(line.last, '，' | '、' | ',') || line.open;
    unfinished || full || (line.punctuated && !line.marked && line.length > LONG)
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text, &lines(text), &[]).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn whole_lines_stay_apart() {
        let text = "一、总体情况\n云溪县平稳发展。\n\n二、问题\n（一）执法力量不足，培训不够\n基层人员少。";
        assert_eq!(read(text), text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>());
    }

    #[test]
    fn an_empty_line_in_a_sentence_is_soft() {
        let text = "全县共受理申请12件，\n\n办结11件。\n新的一段。";
        assert_eq!(read(text), ["全县共受理申请12件，\n\n办结11件。", "新的一段。"]);
        let text = "开展培训\n，受训300人。";
        assert_eq!(read(text), [text]);
    }

    #[test]
    fn lines_broken_at_one_width_are_joined() {
        let text = "  今年以来云溪县司法局把法治政府建设放在突出\n位置抓紧抓实，全年审查各类规范性文件四十余件\n提出修改意见一百二十条，为县政府依法决策当好\n参谋助手。\n  下一步继续努力。";
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn a_heading_as_wide_as_the_page_goes_on_but_a_marked_line_begins() {
        let text = "（一）认真学习贯彻上级关于法治建设的重大决策\n部署\n我镇把学习摆在首位，年初制定计划并且逐月落实\n全年组织集中学习十二次，参加学习的干部职工达\n到三百人次，撰写学习体会五十余篇，评出优秀的\n学习体会十篇。\n1.抓学习\n2.抓落实";
        assert_eq!(read(text).len(), 4);
        assert!(read(text)[0].ends_with("部署"));
    }

    #[test]
    fn a_marker_alone_on_its_line_belongs_to_the_next() {
        assert_eq!(read("一、\n总体情况\n全年平稳。"), ["一、\n总体情况", "全年平稳。"]);
        assert_eq!(read("一、\n（一）学习"), ["一、", "（一）学习"]);
    }

    #[test]
    fn figures_broken_off_their_sentence_are_joined() {
        let text = "今年开展整治\n15次,出动\n800\n余人次,发放\n1500\n多份通知书,拆除\n23户,面积\n1180\n平方米。\n2023\n年我局配备\n15台终端。\n一、行政许可\n0\n行政处罚\n12";
        assert_eq!(read(text).len(), 6);
        assert!(read(text)[1].starts_with("2023\n年我局配备\n15台"));
        let cells = "行政许可\n0\n行政处罚\n12\n行政强制\n3\n行政检查\n40\n其他\n5";
        assert_eq!(read(cells).len(), 10);
    }

    #[test]
    fn lines_of_noise_alone_are_left_out_and_do_not_part_a_sentence() {
        let text = "共办理案件，\n- 3 -\n其中简易程序5件。\n关闭";
        let noise = ["- 3 -", "关闭"].map(|words| {
            let start = text.find(words).expect("the words are there");
            Span::new(start, start + words.len())
        });
        let read: Vec<_> = paragraphs(text, &lines(text), &noise).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(read, ["共办理案件，\n- 3 -\n其中简易程序5件。"]);
    }
}
