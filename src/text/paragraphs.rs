//! Lines joined to paragraphs: what a page or a printer broke is put together again.

use super::bytes::{HAN, han_length};
use super::{Line, Lines, Marker, is_figure, is_space};
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
/// With these a sentence leads up to a figure.
const ASKING: &[char] = &['为', '达', '到', '至', '约', '共', '占', '超', '逾'];
/// Widths up to this are counted one by one.
const WIDEST: usize = 160;

/// The paragraphs of the text: lines that belong together, in reading order, disjoint, without those that are all noise.
/// A line break inside a paragraph is a soft one.
pub fn paragraphs(text: &str, lines: Lines, noise: &[Span]) -> Vec<Span> {
    let page = Page::new(shapes(text, lines, noise));
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut before: Option<Shape> = None;
    for line in shapes(text, lines, noise) {
        match paragraphs.last_mut() {
            Some(last) if before.is_some_and(|before| page.joins(&before, &line)) => last.end = line.span.end,
            _ => paragraphs.push(line.span),
        }
        before = Some(line);
    }
    paragraphs
}

/// The shapes of the lines in which there is more than white space and noise.
fn shapes(text: &str, lines: Lines, noise: &[Span]) -> impl Iterator<Item = Shape> {
    let mut rest = noise;
    lines.iter().filter_map(move |line| {
        let passed = rest.partition_point(|noise| noise.end <= line.start);
        rest = &rest[passed..];
        Shape::of(text, line, rest)
    })
}

/// What tells whether a line goes on in the next.
#[derive(Clone, Copy)]
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
    /// How many digits, points and signs it begins with.
    number: usize,
    indent: usize,
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
        let mut rest = words;
        loop {
            // Nearly all are of these.
            let han = han_length(rest);
            rest = &rest[han..];
            width += 2 * (han / HAN);
            length += han / HAN;
            let Some(character) = rest.chars().next() else { break };
            rest = &rest[character.len_utf8()..];
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
            number: words.bytes().take_while(|byte| byte.is_ascii_digit() || b".,%".contains(byte)).count(),
            indent,
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
    /// Whether a line reaches as far, or would with the number that begins the next: a number is not broken.
    fn is_full(self, line: &Shape, next: &Shape) -> bool {
        let long = line.length >= SHORT;
        match self {
            Self::Width(width) => long && line.width + next.number + SLACK >= width,
            Self::Count(count) => long && line.count + next.number + SPARE >= count,
            Self::Ragged => long || line.punctuated,
        }
    }
}

/// How a text was broken into lines.
struct Page {
    /// Where all lines stand apart from the margin, an indent is what goes beyond that.
    margin: usize,
    measure: Option<Measure>,
    /// Whether most breaks inside sentences stand beside figures, as where a page sets each in a frame of its own.
    at_figures: bool,
}

impl Page {
    fn new(lines: impl Iterator<Item = Shape>) -> Self {
        let mut census = Census::default();
        let mut margin = usize::MAX;
        let mut before: Option<Shape> = None;
        for line in lines {
            margin = margin.min(line.indent);
            census.count(&line);
            if let Some(before) = before.replace(line) {
                census.compare(&before, &line);
            }
        }
        Self { margin, measure: census.measure(), at_figures: census.is_broken_at_figures() }
    }

    /// Whether a line goes on in the next.
    fn joins(&self, line: &Shape, next: &Shape) -> bool {
        self.goes_on(line, next) || self.at_figures && is_figure_broken_off(line, next)
    }

    fn goes_on(&self, line: &Shape, next: &Shape) -> bool {
        if line.bare {
            return !next.marked;
        }
        let full = self.measure.is_some_and(|measure| measure.is_full(line, next));
        let indented = next.indent >= self.margin + INDENT;
        // Behind a full line a point may stand anywhere in its paragraph.
        if full && next.point && !indented {
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
        if next.marked || indented {
            return false;
        }
        // 平均浓度为|30微克
        let asks = next.number > 0 && line.is_sentence() && ASKING.contains(&line.last);
        let unfinished = matches!(line.last, '，' | '、' | ',') || line.open || asks;
        unfinished || full || (line.punctuated && !line.marked && line.length > LONG)
    }
}

/// How many lines of a text are so and so.
#[derive(Default)]
struct Census {
    lines: usize,
    /// Those that are no short ones.
    long: usize,
    /// Those that stop in the middle of a sentence, as far as what follows tells, and may have been broken at a size.
    stopping: usize,
    widths: Sizes,
    counts: Sizes,
    /// Those that have the marks of sentences and stop in the middle of one.
    ragged: usize,
    /// Those that are pieces of sentences and stop in the middle of one, and of these those that a figure follows.
    pieces: usize,
    before_figures: usize,
}

/// How many lines have each size.
struct Sizes {
    /// Of those that may have been broken there.
    broken: [usize; WIDEST + 1],
    /// Of all; the last are all that are wider.
    all: [usize; WIDEST + Self::BEYOND + 1],
}

impl Default for Sizes {
    fn default() -> Self {
        Self { broken: [0; _], all: [0; _] }
    }
}

impl Sizes {
    /// A line so much wider goes further.
    const BEYOND: usize = 3;

    /// Counts lines that may have been broken at a size.
    fn break_at(&mut self, size: usize, times: usize) {
        if let Some(count) = self.broken.get_mut(size) {
            *count += times;
        }
    }
}

impl Census {
    fn count(&mut self, line: &Shape) {
        self.lines += 1;
        self.long += usize::from(line.length >= SHORT);
        for (sizes, size) in [(&mut self.widths, line.width), (&mut self.counts, line.count)] {
            sizes.all[size.min(WIDEST + Sizes::BEYOND)] += 1;
        }
    }

    /// Looks at a line and the next.
    fn compare(&mut self, line: &Shape, next: &Shape) {
        let stops = !ends(line.last) && !next.marked;
        if stops && line.is_sentence() {
            self.pieces += 1;
            self.before_figures += usize::from(next.first.is_ascii_digit());
        }
        if line.length < SHORT {
            return;
        }
        if stops && !line.tabular && !next.figure {
            self.ragged += usize::from(line.punctuated);
            // What goes on is as long, or ends like a sentence; a cell or a heading below does not.
            if next.length >= SHORT || ends(next.last) {
                // A heading may stop like a line that is broken, so not all of them are headings.
                self.stopping += usize::from(!line.marked || line.point);
                self.break_at(line, 1);
            }
        }
        // A number that goes on in the next line was broken for certain.
        if line.pointed && next.first.is_ascii_digit() && !next.marked {
            self.stopping += 2;
            self.break_at(line, 2);
        }
    }

    fn break_at(&mut self, line: &Shape, times: usize) {
        self.widths.break_at(line.width, times);
        self.counts.break_at(line.count, times);
    }

    /// Where the text was broken into lines, if it was: lines that stop in the middle of a sentence stop there, and hardly any goes
    /// further. Breaks after a number of characters are told from breaks at a width by how many lines end just there.
    fn measure(&self) -> Option<Measure> {
        let width = self.widest(&self.widths, SLACK);
        let count = self.widest(&self.counts, SPARE);
        match (width, count) {
            (Some((width, by_width)), Some((count, by_count))) => {
                Some(if by_count > by_width { Measure::Count(count) } else { Measure::Width(width) })
            }
            (width, count) => width
                .map(|(width, _)| Measure::Width(width))
                .or(count.map(|(count, _)| Measure::Count(count)))
                .or_else(|| self.is_ragged().then_some(Measure::Ragged)),
        }
    }

    /// Whether the text was broken anywhere: most of its lines have the marks of sentences in them and stop in the middle of one.
    fn is_ragged(&self) -> bool {
        const FEWEST: usize = 8;
        self.ragged >= FEWEST && self.ragged * 2 > self.long
    }

    /// The greatest size of lines by which the text was broken, and how many lines it broke.
    fn widest(&self, sizes: &Sizes, slack: usize) -> Option<(usize, usize)> {
        let around = |size: usize| sizes.broken[size.saturating_sub(slack)..=size].iter().sum::<usize>();
        let best = (0..=WIDEST).rev().max_by_key(|&size| around(size))?;
        let beyond: usize = sizes.all[best + Sizes::BEYOND..].iter().sum();
        let most = around(best) * 2 > self.stopping && beyond * FEW <= self.lines;
        (self.stopping > 0 && around(best) >= WITNESSES && most).then_some((best, around(best)))
    }

    fn is_broken_at_figures(&self) -> bool {
        const FEWEST: usize = 4;
        self.before_figures >= FEWEST && self.before_figures * 3 > self.pieces * 2
    }
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

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text, lines(text), &[]).into_iter().map(|span| span.of(text)).collect()
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
    fn a_number_that_a_line_has_no_room_for_goes_on_with_it() {
        let text = "全县受理行政复议申请一百件，其中结果维持的七十件\n纠正的二十二件，尚未审结的五件，其他结果共有三件\n全年新增规范性文件八件，主动公开各类政府信息\n5500余条。\n编印公报。";
        assert_eq!(read(text).len(), 2);
        assert!(read(text)[0].ends_with("5500余条。"));
    }

    #[test]
    fn a_sentence_that_leads_up_to_a_number_goes_on() {
        let text = "城区臭氧日最大8小时平均浓度第90百分位数为\n158微克/立方米。";
        assert_eq!(read(text), [text]);
        assert_eq!(read("城区臭氧日最大8小时平均浓度第90百分位数图\n158微克/立方米。").len(), 2);
    }

    #[test]
    fn lines_of_noise_alone_are_left_out_and_do_not_part_a_sentence() {
        let text = "共办理案件，\n- 3 -\n其中简易程序5件。\n关闭";
        let noise = ["- 3 -", "关闭"].map(|words| {
            let start = text.find(words).expect("the words are there");
            Span::new(start, start + words.len())
        });
        let read: Vec<_> = paragraphs(text, lines(text), &noise).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(read, ["共办理案件，\n- 3 -\n其中简易程序5件。"]);
    }
}
