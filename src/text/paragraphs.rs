//! Lines joined to paragraphs: what a page or a printer broke is put together again.

use super::breaks::{Census, Measure};
use super::bytes::{HAN, han_length};
use super::{Line, Lines, Marker, chinese_digit, is_figure, is_han, is_space};
use crate::report::Span;

/// A line that goes on in the next is at least this many characters long, where nothing else tells.
pub(super) const LONG: usize = 40;
/// Lines shorter than this say nothing of where a page was broken.
pub(super) const SHORT: usize = 16;
/// A line so many half characters to the right of the margin is indented.
const INDENT: usize = 3;
/// With these a sentence leads up to a figure.
const ASKING: &[char] = &['为', '达', '到', '至', '约', '共', '占', '超', '逾'];

/// The paragraphs of the text: lines that belong together, in reading order, disjoint, without those that are all noise.
/// A line break inside a paragraph is a soft one.
pub fn paragraphs(text: &str, lines: Lines, noise: &[Span]) -> Vec<Span> {
    let page = Page::new(shapes(text, lines, noise));
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut before: Option<Shape> = None;
    for mut line in shapes(text, lines, noise) {
        line.goes_on = before.is_some_and(|before| page.joins(&before, &line));
        match paragraphs.last_mut() {
            Some(last) if line.goes_on => last.end = line.span.end,
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
pub(super) struct Shape {
    /// Without the white space and the noise at its ends.
    pub(super) span: Span,
    /// How many half characters wide it is with its indent.
    pub(super) width: usize,
    /// How many characters it has.
    pub(super) length: usize,
    /// How many with its indent.
    pub(super) count: usize,
    pub(super) first: char,
    pub(super) last: char,
    /// How many digits, points and signs it begins with.
    pub(super) number: usize,
    pub(super) indent: usize,
    pub(super) marked: bool,
    pub(super) point: bool,
    /// Whether it is a marker and nothing else.
    pub(super) bare: bool,
    /// Whether it has a mark of punctuation inside, as sentences have.
    pub(super) punctuated: bool,
    /// Whether it ends inside a bracket or quotation.
    pub(super) open: bool,
    /// Whether it has columns of a table.
    pub(super) tabular: bool,
    /// Whether it ends in the point of a number: 142.
    pub(super) pointed: bool,
    /// Whether it is the cell of a table that holds a figure.
    pub(super) figure: bool,
    /// Whether it begins with a number, and that is no year.
    pub(super) counts: bool,
    /// Whether it begins with what stands behind the digits of a number: 万人.
    pub(super) measured: bool,
    /// Whether it begins with the point of a number and what stands behind it: .1
    pub(super) decimal: bool,
    /// Whether it begins with a number that has a fraction and may be a marker as well: 3.4人
    pub(super) fraction: bool,
    /// Whether it begins with 其中.
    pub(super) divides: bool,
    /// Whether it ends in a number that a colon divides: 学校86所：
    pub(super) divided: bool,
    /// Whether its last clause asks for a figure that it does not have: 办结165件，其中维
    pub(super) asks_on: bool,
    /// Whether it begins with the last character of a word: 效。
    pub(super) ends_word: bool,
    /// Whether it begins with a year that a comma sets off.
    pub(super) timed: bool,
    /// Whether it goes on with what the line before began.
    pub(super) goes_on: bool,
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
            fraction: marker.is_some_and(|marker| {
                marker.loose && words[marker.len..].starts_with(|next: char| next.is_ascii_digit())
            }),
            point: marker.is_some_and(|marker| marker.style.is_point()),
            bare: marker.is_some_and(|marker| marker.len == words.len()),
            punctuated: marks > 0,
            open: depth > 0,
            tabular,
            figure: is_figure(words),
            counts: counts(words),
            measured: is_measured(words),
            decimal: words.strip_prefix('.').is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit())),
            divides: words.starts_with("其中"),
            divided: is_divided(words),
            asks_on: asks_on(words),
            ends_word: ends_word(words),
            timed: is_timed(words),
            goes_on: false,
            pointed: words.strip_suffix('.').is_some_and(|rest| rest.ends_with(|last: char| last.is_ascii_digit())),
        })
    }
}

impl Shape {
    /// Whether it is a piece of a sentence, and no cell of a table.
    pub(super) fn is_sentence(&self) -> bool {
        self.punctuated || self.length >= SHORT
    }
}

fn blank(text: &str, span: Span) -> bool {
    span.of(text).chars().all(is_space)
}

/// Where lines stand that go on in the middle of a sentence.
#[derive(Default)]
struct Indents {
    /// How many are indented, and how many are not.
    indented: usize,
    flush: usize,
    /// The least indent of those that are.
    least: Option<usize>,
}

impl Indents {
    fn compare(&mut self, line: &Shape, next: &Shape) {
        if line.punctuated && !ends(line.last) && !next.marked && !line.tabular && !next.tabular {
            if next.indent < INDENT {
                self.flush += 1;
            } else {
                self.indented += 1;
                self.least = Some(self.least.map_or(next.indent, |least| least.min(next.indent)));
            }
        }
    }

    /// Where most lines that go on are indented, an indent says nothing.
    fn margin(&self) -> usize {
        const FEWEST: usize = 4;
        self.least.filter(|_| self.indented >= FEWEST && self.indented > self.flush).unwrap_or_default()
    }
}

/// How a text was broken into lines.
struct Page {
    /// Where all lines stand apart from the margin, an indent is what goes beyond that.
    margin: usize,
    measure: Option<Measure>,
    /// Whether most breaks inside sentences stand beside figures, as where a page sets each in a frame of its own.
    at_figures: bool,
    /// Whether many lines stop where none can end.
    broken: bool,
}

impl Page {
    fn new(lines: impl Iterator<Item = Shape>) -> Self {
        let mut census = Census::default();
        let mut margin = usize::MAX;
        let mut before: Option<Shape> = None;
        let mut indents = Indents::default();
        for line in lines {
            margin = margin.min(line.indent);
            census.count(&line);
            if let Some(before) = before.replace(line) {
                census.compare(&before, &line);
                indents.compare(&before, &line);
            }
        }
        margin = margin.max(indents.margin());
        let broken = census.certain >= Census::BREAKS;
        Self { margin, measure: census.measure(), at_figures: census.is_broken_at_figures(), broken }
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
        // 粮食总产量302万吨。|其中，夏粮62万吨；早稻21万吨；|秋粮219万吨: parts go on with their whole, and with one another.
        let listed = full && (line.last == '；' || line.divided) && !next.marked && !indented;
        let parts = next.divides && line.punctuated && !line.marked || listed;
        if parts && !line.tabular && !next.tabular {
            return true;
        }
        if ends(line.last) || line.tabular || next.tabular || next.figure {
            return false;
        }
        if matches!(next.first, '，' | '。' | '；' | '、' | '）' | '》' | '”' | '％' | '%' | ',' | ';') {
            return true;
        }
        // 61|.4 is a number.
        if line.last.is_ascii_digit() && next.decimal {
            return true;
        }
        // 每个所平均|3.4人: behind a full line that is a number rather than the second of a list.
        if full && next.fraction && !indented {
            return true;
        }
        // 工作总结|2023年，全县: a clause ends before a year that is set off.
        let timed =
            next.timed && !stops_short(line) && !line.open && !matches!(line.last, '到' | '至' | '在' | '自' | '于');
        if next.marked || indented || timed {
            return false;
        }
        // 平均浓度为|30微克
        let asks = next.number > 0 && line.is_sentence() && ASKING.contains(&line.last);
        let unfinished = stops_short(line) || line.open || asks;
        // 其中维|持72件, 取得新成|效。
        let told = next.punctuated || ends(next.last);
        let torn = line.asks_on && told || line.punctuated && !line.marked && next.ends_word;
        // 再就业514|万人，惠及职工|6854万人；发放补贴: a number is never parted from its unit, and with one no paragraph begins.
        let broken = line.punctuated && !line.marked && told && (is_cut(line, next) || next.counts)
            || line.goes_on && is_cut(line, next);
        // Where lines are broken anywhere, what is no heading goes on until a sentence ends.
        let ragged = self.broken && told && (line.punctuated && !line.marked || line.goes_on);
        unfinished || full || torn || broken || ragged || (line.punctuated && !line.marked && line.length > LONG)
    }
}

/// Whether a line ends with a mark with which no sentence does.
pub(super) fn stops_short(line: &Shape) -> bool {
    matches!(line.last, '，' | '、' | ',')
}

/// Whether a line ends with the digits of a number and the next begins with what stands behind them.
pub(super) fn is_cut(line: &Shape, next: &Shape) -> bool {
    line.last.is_ascii_digit() && next.measured
}

/// Whether words begin with what stands behind the digits of a number.
fn is_measured(words: &str) -> bool {
    words.starts_with(['万', '亿', '余', '多', '％', '%', '‰', '元', '个', '名', '户', '家', '亩', '吨', '件'])
}

/// Whether words end in a number with its unit and a colon.
fn is_divided(words: &str) -> bool {
    const UNIT: usize = 3;
    let count = words.strip_suffix(['：', ':']).map(|count| count.trim_end_matches(|letter: char| is_han(letter)));
    count.is_some_and(|count| {
        let unit = words.len() - count.len();
        count.ends_with(|letter: char| letter.is_ascii_digit()) && unit <= (UNIT + 1) * HAN
    })
}

/// Whether words begin with a number, and that is no year and no date.
fn counts(words: &str) -> bool {
    let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let next = rest.trim_start_matches(is_space).chars().next();
    rest.len() < words.len() && next.is_some_and(|next| is_han(next) && !matches!(next, '年' | '月' | '日' | '世'))
}

/// Whether the last clause of a line asks for a figure that it does not have: 其中维, 优秀、良好案卷分别为
pub fn asks_on(line: &str) -> bool {
    let clause = line.rsplit(['，', ',', '；', ';', '。', '：']).next().unwrap_or_default();
    let counted = clause.bytes().any(|byte| byte.is_ascii_digit());
    let divides = clause.len() < line.len() && clause.starts_with("其中");
    let each = ["分别为", "分别是", "分别达", "分别达到"].iter().any(|words| clause.ends_with(words));
    (divides || each) && !counted
}

/// Whether words begin with the last character of a word, behind which a clause ends.
fn ends_word(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(|first| is_han(first) && chinese_digit(first).is_none())
        && matches!(letters.next(), Some('。' | '，' | '；'))
}

/// Whether words begin with a year that a comma sets off.
fn is_timed(words: &str) -> bool {
    const YEAR: usize = 4;
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    digits == YEAR && words[digits..].strip_prefix('年').is_some_and(|rest| rest.starts_with(['，', ',']))
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
pub(super) fn ends(character: char) -> bool {
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
    fn a_number_goes_on_with_its_unit_and_a_clause_with_its_number() {
        let text = "云溪县全年新增就业 1260 人，失业人员再就业 514\n万人，困难人员就业 172 万人。";
        assert_eq!(read(text), [text]);
        let text = "全年向 283 户企业发放补贴 231 万元，惠及职工\n6854 人；发放补贴 47 万元。";
        assert_eq!(read(text), [text]);
        assert_eq!(read("强化领导，落实责任\n2023年召开会议3次，听取汇报。").len(), 2);
        assert_eq!(read("强化领导，落实责任\n全年召开会议3次，听取汇报。").len(), 2);
    }

    #[test]
    fn a_clause_that_asks_for_a_figure_and_a_torn_word_go_on() {
        let text = "3.云溪县收到复议申请98件，受理76件，其中维\n持32件、撤销11件。";
        assert_eq!(read(text), [text]);
        let text = "2.抽查档案60卷，甲等、乙等档案分别为\n42卷、18卷。";
        assert_eq!(read(text), [text]);
        let text = "围绕“两个统筹”，各项任务取得新进\n展。现将情况报告如下：";
        assert_eq!(read(text), [text]);
        for apart in [
            "1.加强领导，规范执法行为\n全年抽查案卷60卷，评出好案卷18卷。",
            "1.受理76件，其中维持32件\n撤销11件，驳回3件。",
            "一、凝心聚力，攻坚克难\n好。",
            "围绕“两个统筹”，凝心聚力\n一、总体情况",
        ] {
            assert_eq!(read(apart).len(), 2, "{apart}");
        }
    }

    #[test]
    fn before_a_year_that_a_comma_sets_off_a_clause_ends() {
        let body = "2023年，云溪县司法局在县委县政府坚强领导下统筹\n推进各项工作，全年审查各类文件四十余件次，并且\n提出修改意见一百二十条，为县政府依法决策当好了\n参谋助手。";
        let text = format!("云溪县司法局某年工作总结和下一年工作计划\n{body}");
        assert_eq!(read(&text), ["云溪县司法局某年工作总结和下一年工作计划", body]);
        assert_eq!(read(&text.replace("计划\n", "计划到\n")).len(), 1);
    }

    #[test]
    fn where_lines_are_broken_anywhere_a_clause_goes_on_but_no_heading() {
        let lines = "云溪县全年基金收入 765 亿元，基\n金支出 637 亿元，结余 781\n亿元，\n其中投资运营 186 亿元。\n年末参保 521 万人，\n比上年末增加 17 万人。\n";
        let text = format!("事业发展公报\n云溪县司法局\n{lines}{lines}一、概况，总体\n平稳，向好。");
        assert_eq!(read(&text).len(), 8);
        assert!(read(&text)[2].ends_with("186 亿元。"));
    }

    #[test]
    fn where_lines_are_broken_anywhere_a_heading_of_some_length_stands_alone() {
        let lines = "云溪县全年征收各类基金共七亿六千五百万元，支付待遇六\n亿三千七百万元，年末滚存结余七亿八千一百万元，其中委\n托投资运营一亿八千六百万元，\n另有两亿元存入财政专户；全县参保人数五十二万一千人，比上年末\n增加一万七千人，参保率稳步\n提高，待遇按时足额发放，没有一例拖欠。\n";
        let text = format!("{lines}{lines}第一部分过去五年和上一年的主要工作\n过去五年，是平稳的五年。");
        let read = read(&text);
        assert_eq!(read[read.len() - 2..], ["第一部分过去五年和上一年的主要工作", "过去五年，是平稳的五年。"]);
    }

    #[test]
    fn where_all_that_goes_on_is_indented_an_indent_begins_nothing() {
        let lines = "　　云溪县全年新增就业一千二百六十人，失业人员再就业三百\n　　一十四人，困难人员就业一百七十二人，新增创业主体五百\n"
            .repeat(3);
        let text = format!("工作总结\n{lines}　　六十户，带动就业。\n　　二、问题");
        assert_eq!(read(&text).len(), 3);
        let apart = text.replace("\n　　", "\n").replace("\n云溪", "\n　　云溪");
        assert_eq!(read(&apart).len(), 5);
    }

    #[test]
    fn behind_a_full_line_a_number_with_a_fraction_is_no_marker() {
        let line = "全县水利系统坚持把力量下沉到基层一线补齐人员短板\n";
        let text = format!("{}全县九个基层水管所的技术人员偏少，每个所平均只有\n3.4人。\n好。", line.repeat(3));
        assert_eq!(read(&text).len(), 2);
        assert_eq!(read("一、短板，弱项\n3.4人。").len(), 2);
    }

    #[test]
    fn a_number_goes_on_with_its_fraction() {
        let text = "云溪县森林覆盖率提升至61\n.4%。";
        assert_eq!(read(text), [text]);
        assert_eq!(read("云溪县森林覆盖率提升\n.4%。").len(), 2);
    }

    #[test]
    fn parts_go_on_with_their_whole() {
        let text = "全年粮食总产量302吨。\n其中，夏粮62吨，秋粮240吨。\n全年平稳。";
        assert_eq!(read(text).len(), 2);
        assert_eq!(read("一、收入，支出\n其中，税收62万元。").len(), 2);
    }

    #[test]
    fn a_number_that_a_colon_divides_goes_on_where_the_line_is_full() {
        let prose = "全县教育系统把立德树人放在首位努力办好人民学校\n化趋势明显，职称结构趋于合理，办学条件不断改善\n"
            .repeat(3);
        let list = "全年投入资金逐年增加，现有公办和民办学校63所：\n幼儿园共36所、小学共20所、初中6所、高中1所。\n说明：\n好。";
        let text = prose + list;
        assert_eq!(read(&text).len(), 3);
        assert!(read(&text)[0].ends_with("高中1所。"));
        assert_eq!(read("现有学校63所：\n幼儿园36所，小学27所。").len(), 2);
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
