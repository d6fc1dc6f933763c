//! From candidates to the tree: which markers number sections, and which section holds which.

use super::candidate::{Candidate, Place};
use crate::language::Zone;
use crate::report::{Finding, FindingKind, Span};
use crate::text::{Marker, Row, Style, breaks_line, is_space};
use crate::verdict::{Outcome, Verdict};

/// A heading without punctuation between its marker and the next is at most this long in bytes.
const HEADING: usize = 180;
/// The points of one list are at most this far apart in bytes.
const LIST: usize = 6000;
/// More numbers than these are not skipped by mistake.
const SKIPPED: u32 = 6;

/// A candidate that numbers a section.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Where its marker stands.
    pub marker: Span,
    /// The end of what may be its heading: of the paragraph, or where a table begins.
    pub limit: usize,
    /// The node that holds it.
    pub parent: Option<u32>,
    /// 1 for the top level.
    pub depth: u16,
    /// The family of its marker.
    pub style: Style,
    /// Whether it has the first number.
    first: bool,
    /// Whether it begins a paragraph.
    pub begins_line: bool,
    /// Whether its heading runs into a table.
    pub tabled: bool,
}

/// The nodes in reading order, and what is odd in their numbers.
///
/// The ranks of the families are the report's own: a first walk sees which family opens inside which, a second goes by what it saw.
pub fn build(text: &str, candidates: &[Candidate]) -> (Vec<Node>, Vec<Finding>) {
    let ahead = look_ahead(text, candidates);
    let first = Walk::new(text, Ranks::default()).over(candidates, &ahead);
    let second = Walk::new(text, Ranks::of(first)).over(candidates, &ahead);
    let findings = second.oddities.iter().map(|odd| second.finding(odd)).collect();
    (second.nodes, findings)
}

/// What comes after a candidate in its family.
#[derive(Clone, Copy, Debug, Default)]
struct Ahead {
    /// The next carries the next number.
    followed: bool,
    /// The next carries the same number.
    again: bool,
    /// The first of another family follows within its heading.
    holds: bool,
    /// The first of another family follows anywhere.
    leads: bool,
}

/// What comes after each candidate; rows of tables are not counted.
fn look_ahead(text: &str, candidates: &[Candidate]) -> Vec<Ahead> {
    let mut next: [Option<usize>; Style::COUNT] = [None; Style::COUNT];
    let mut ahead = vec![Ahead::default(); candidates.len()];
    for (index, candidate) in candidates.iter().enumerate().rev() {
        let style = candidate.marker.style;
        if let Some(next) = next[style as usize].map(|next: usize| &candidates[next]) {
            let near = style.is_heading() || next.span.start - candidate.span.end < LIST;
            let number = candidate.marker.number;
            ahead[index] = Ahead {
                followed: near
                    && (next.marker.number == number.saturating_add(1) || next.marker.number == Marker::LAST),
                again: next.marker.number == number,
                ..Ahead::default()
            };
        }
        let inner = candidates.get(index + 1).filter(|inner| inner.marker.number == 1 && inner.marker.style != style);
        ahead[index].leads = inner.is_some_and(|inner| inner.marker.style > style);
        ahead[index].holds = inner.is_some_and(|inner| is_heading(text, candidate.span.end, inner.span.start));
        if candidate.table == Some(Row::Head) {
            continue;
        }
        if candidate.place != Place::Word || style.is_heading() || candidate.marker.number == 1 && style == Style::Is {
            next[style as usize] = Some(index);
        }
    }
    ahead
}

/// Whether the words between two markers read like a heading that runs into the next.
fn is_heading(text: &str, start: usize, end: usize) -> bool {
    start < end && end - start < HEADING && !text[start..end].contains(['。', '；', '！', '？'])
}

/// How often a family was seen inside another.
#[derive(Debug, Default)]
struct Ranks {
    /// Anywhere inside it.
    inside: [[usize; Style::COUNT]; Style::COUNT],
    /// Runs that opened right below it.
    below: [[usize; Style::COUNT]; Style::COUNT],
}

impl Ranks {
    fn of(walk: Walk) -> Self {
        let Walk { nodes, mut ranks, .. } = walk;
        let parent = |node: &Node| node.parent.map(|parent| nodes[parent as usize]);
        for node in &nodes {
            if let Some(parent) = parent(node).filter(|_| node.first) {
                ranks.below[parent.style as usize][node.style as usize] += 1;
            }
            for above in std::iter::successors(parent(node), parent) {
                ranks.see(above.style, node.style, 1);
            }
        }
        ranks
    }

    fn see(&mut self, above: Style, below: Style, times: usize) {
        self.inside[above as usize][below as usize] += times;
    }

    /// Whether the one stands above the other: seen more often so, or, where both were seen, by custom.
    fn above(&self, one: Style, other: Style) -> bool {
        let (down, up) = (self.inside[one as usize][other as usize], self.inside[other as usize][one as usize]);
        down > up || (down == up && down > 0 && one < other)
    }

    /// Whether headings of a family stand beside a list of points rather than below it: they open right below the section that holds
    /// the points at least as often as below such points.
    fn beside(&self, holder: Style, points: Style, style: Style) -> bool {
        let times = |above: Style| self.below[above as usize][style as usize];
        points.is_point() && style.is_heading() && times(holder) > 0 && times(holder) >= times(points)
    }
}

/// An open section on the way through the candidates.
#[derive(Clone, Copy, Debug)]
struct Open {
    node: usize,
    style: Style,
    sign: char,
    /// The number as printed.
    number: u32,
    /// The number by counting.
    counted: u32,
    /// The paragraph, if it is a point inside one.
    inside: Option<usize>,
}

struct Walk<'text> {
    text: &'text str,
    ranks: Ranks,
    open: Vec<Open>,
    /// For each family whether rows of a table were numbered so since its last section.
    rows: [bool; Style::COUNT],
    /// For each family the last number of the run that was closed last.
    closed: [u32; Style::COUNT],
    nodes: Vec<Node>,
    oddities: Vec<Odd>,
}

impl<'text> Walk<'text> {
    fn new(text: &'text str, ranks: Ranks) -> Self {
        Self {
            text,
            ranks,
            open: Vec::new(),
            closed: [0; Style::COUNT],
            rows: [false; Style::COUNT],
            nodes: Vec::new(),
            oddities: Vec::new(),
        }
    }

    fn over(mut self, candidates: &[Candidate], ahead: &[Ahead]) -> Self {
        self.nodes.reserve(candidates.len());
        for (candidate, &ahead) in candidates.iter().zip(ahead) {
            self.step(candidate, ahead);
        }
        self
    }

    fn step(&mut self, candidate: &Candidate, Ahead { followed, again, holds, leads }: Ahead) {
        let marker = candidate.marker;
        if candidate.table == Some(Row::Head) {
            self.rows[marker.style as usize] = true;
            // A heading ends before the table that it runs into.
            if let Some(last) = self.nodes.last_mut() {
                last.tabled |= last.limit > candidate.span.start;
                last.limit = last.limit.min(candidate.span.start);
            }
        }
        let same = |open: &Open| open.style == marker.style;
        let next = |open: &Open| marker.follows(open.number) || marker.follows(open.counted);
        // `1.` inside `1、` opens a level of its own; `2、` after `1.` goes on.
        let level = self
            .open
            .iter()
            .rposition(|open| same(open) && (open.sign == marker.sign || (next(open) && marker.number > 1)));
        match level {
            // Of two in turn, the one behind numbered rows of a table belongs to them, the other is the heading.
            Some(_) if candidate.table.is_some() && again && self.rows[marker.style as usize] => {}
            Some(level) if self.goes_on(candidate, level) => self.sibling(candidate, level, None),
            Some(level) if marker.number == 1 => {
                if self.opens(candidate, followed, holds) {
                    // It begins anew behind others that opened inside it: they hold it rather than it them.
                    for inner in level + 1..self.open.len() {
                        self.ranks.see(self.open[inner].style, marker.style, 2);
                    }
                    let repeated = self.open[level].number == 1 && marker.style.is_heading();
                    self.sibling(candidate, level, repeated.then_some(Oddity::Repeats));
                }
            }
            Some(level) if self.stands_alone(candidate) => {
                let (last, number) = (self.open[level].number, marker.number);
                let oddity = match number {
                    _ if number == last => Oddity::Repeats,
                    _ if number < last => Oddity::GoesBack,
                    _ => Oddity::Skips,
                };
                if number <= last.saturating_add(SKIPPED) {
                    self.sibling(candidate, level, Some(oddity));
                }
            }
            None if marker.number == 1 => {
                if self.opens(candidate, followed, holds) {
                    self.child(candidate, None);
                }
            }
            None => {
                let placed = candidate.place != Place::Word || self.touches(candidate);
                let continues = marker.follows(self.closed[marker.style as usize]) && placed;
                if continues && self.admits(candidate) && candidate.place != Place::Comma {
                    self.child(candidate, None);
                } else if (followed || leads) && self.runs_into(candidate)
                    || self.stands_alone(candidate)
                    // A text that is a piece of a longer one may begin with any number, if the next follows or it heads its line.
                    && (followed
                        || self.heads_line(candidate)
                        || marker.style == Style::Is && self.begins_text(candidate)
                        || marker.number <= SKIPPED && (marker.style.is_heading() || marker.style == Style::Is))
                {
                    self.child(candidate, Some(Oddity::Starts));
                }
            }
            Some(_) => {}
        }
    }

    /// Whether a candidate carries on the run that is open at a level.
    fn goes_on(&self, candidate: &Candidate, level: usize) -> bool {
        let open = &self.open[level];
        let marker = candidate.marker;
        let next = marker.follows(open.number) || marker.follows(open.counted);
        let last = marker.number == Marker::LAST && open.number != Marker::LAST;
        let placed = match candidate.place {
            Place::Line | Place::Sentence => true,
            Place::Gap => marker.style != Style::Sequence,
            Place::Comma => !matches!(marker.style, Style::Comma | Style::Arabic),
            // Behind a heading, or a table, that runs into it.
            Place::Word => match marker.style {
                Style::Volume | Style::Chapter | Style::Division | Style::Comma => true,
                Style::Bracket | Style::Arabic | Style::ArabicBracket | Style::HalfBracket | Style::Is => {
                    self.touches(candidate)
                }
                _ => false,
            },
        };
        let tabular = candidate.table == Some(Row::Head);
        let zoned = match candidate.zone {
            Zone::Body => true,
            _ => candidate.place == Place::Line && marker.style.is_heading(),
        };
        (next || last) && placed && !tabular && zoned
    }

    /// Whether a first number opens a run.
    fn opens(&self, candidate: &Candidate, followed: bool, holds: bool) -> bool {
        let style = candidate.marker.style;
        let pauses = candidate.marker.sign == '，' || candidate.marker.loose;
        // 3.1 behind 2.1 and 2.2 needs no 3.2.
        let decimal = matches!(style, Style::Decimal | Style::SubDecimal);
        let known = decimal && (holds || self.closed[style as usize] > 0);
        let placed = match candidate.place {
            Place::Line => {
                followed
                    || known
                    || style.is_heading() && !pauses
                    || matches!(style, Style::Is | Style::Arabic | Style::ArabicBracket | Style::HalfBracket) && !pauses
            }
            Place::Sentence => followed || matches!(style, Style::Is | Style::Bracket | Style::Comma),
            // 总结 一、水利工程 （一）饮水安全工程: behind a title on its line the first of another family may follow at once.
            Place::Gap => followed || style.is_heading() && (holds || self.touches(candidate)),
            Place::Comma => followed && (style.is_point() || matches!(style, Style::Bracket | Style::ArabicBracket)),
            Place::Word if self.touches(candidate) && (!style.is_point() || style == Style::Is) => {
                followed || self.open.last().is_some_and(|open| open.style < style)
            }
            Place::Word if self.touches(candidate) => followed,
            // Behind the title or a table that it runs into.
            Place::Word => style.is_heading() && style != Style::Bracket && self.open.is_empty() && (followed || holds),
        };
        let attached =
            candidate.zone == Zone::Attachment && style.is_heading() && candidate.place == Place::Line && followed;
        placed && candidate.table.is_none() && (candidate.zone == Zone::Body || attached)
    }

    /// Whether a number out of turn is a section for all that.
    fn stands_alone(&self, candidate: &Candidate) -> bool {
        let style = candidate.marker.style;
        let placed = match candidate.place {
            Place::Line => style != Style::Sequence && style != Style::Article,
            Place::Sentence => matches!(style, Style::Is | Style::Bracket),
            _ => false,
        };
        placed && candidate.marker.number != Marker::LAST && !candidate.marker.loose && self.admits(candidate)
    }

    /// Whether nothing stands before a marker: the text is a piece of a longer one, cut where a point begins.
    fn begins_text(&self, candidate: &Candidate) -> bool {
        self.nodes.is_empty() && self.text[..candidate.span.start].chars().all(is_space)
    }

    /// Whether the title of a text runs into a marker, or nothing stands before it: the parts before it were not copied.
    fn runs_into(&self, candidate: &Candidate) -> bool {
        const TITLE: usize = 400;
        let marker = candidate.marker;
        let heads = marker.style.is_heading() && marker.number <= SKIPPED && !marker.loose && marker.sign != '，';
        let start = candidate.span.start;
        heads
            && start < TITLE
            && self.nodes.is_empty()
            && self.admits(candidate)
            && matches!(candidate.place, Place::Line | Place::Gap | Place::Word)
            && !self.text[..start].contains(['。', '；', '，'])
    }

    /// Whether a heading has its line for itself: 八、工业效益.
    fn heads_line(&self, candidate: &Candidate) -> bool {
        const LONGEST: usize = 20;
        let rest = &self.text[candidate.span.end..candidate.limit];
        let line = rest.split(breaks_line).next().unwrap_or_default().trim_matches(is_space);
        let plain = !line.contains(['。', '，', '；', '：', ',', ';', ':']);
        let alone = candidate.place == Place::Line && candidate.marker.style.is_heading() && plain;
        alone && (2..=LONGEST).contains(&line.chars().take(LONGEST + 1).count())
    }

    fn admits(&self, candidate: &Candidate) -> bool {
        candidate.table.is_none() && candidate.zone == Zone::Body
    }

    /// Whether the words between the last section's marker and this one read like a heading that runs into the next.
    fn touches(&self, candidate: &Candidate) -> bool {
        self.nodes.last().is_some_and(|last| is_heading(self.text, last.marker.end, candidate.span.start))
    }

    fn sibling(&mut self, candidate: &Candidate, level: usize, oddity: Option<Oddity>) {
        let before = self.open[level];
        self.close(level);
        let counted = match oddity {
            Some(Oddity::Repeats | Oddity::GoesBack) => before.counted.saturating_add(1),
            _ => candidate.marker.number,
        };
        self.push(candidate, counted);
        if let Some(oddity) = oddity {
            self.report(candidate, oddity, Some(before.node));
        }
    }

    fn child(&mut self, candidate: &Candidate, oddity: Option<Oddity>) {
        let style = candidate.marker.style;
        while let Some(top) = self.open.last() {
            let left =
                candidate.place == Place::Line && top.inside.is_some_and(|paragraph| paragraph != candidate.paragraph);
            let holder = self.open.len().checked_sub(2).map(|index| self.open[index].style);
            let beside = holder.is_some_and(|holder| self.ranks.beside(holder, top.style, style));
            if !left && !beside && !self.ranks.above(style, top.style) {
                break;
            }
            self.close(self.open.len() - 1);
        }
        self.push(candidate, candidate.marker.number);
        if let Some(oddity) = oddity {
            self.report(candidate, oddity, None);
        }
    }

    fn close(&mut self, level: usize) {
        for open in self.open.drain(level..) {
            self.closed[open.style as usize] = open.number;
        }
    }

    fn push(&mut self, candidate: &Candidate, counted: u32) {
        let marker = candidate.marker;
        self.rows[marker.style as usize] = false;
        let number = if marker.number == Marker::LAST { counted } else { marker.number };
        let inside = (candidate.place != Place::Line && marker.style.is_point()).then_some(candidate.paragraph);
        let parent = self.open.last().map(|open| open.node as u32);
        self.open.push(Open {
            node: self.nodes.len(),
            style: marker.style,
            sign: marker.sign,
            number,
            counted,
            inside,
        });
        self.nodes.push(Node {
            marker: candidate.span,
            limit: candidate.limit,
            parent,
            depth: self.open.len() as u16,
            style: marker.style,
            first: marker.number == 1,
            begins_line: candidate.place == Place::Line,
            tabled: false,
        });
    }

    fn report(&mut self, candidate: &Candidate, oddity: Oddity, before: Option<usize>) {
        self.oddities.push(Odd { marker: candidate.span, oddity, before });
    }

    /// What is odd, in words.
    fn finding(&self, odd: &Odd) -> Finding {
        let own = odd.marker.of(self.text).trim();
        let before = odd.before.map(|node| self.nodes[node].marker.of(self.text).trim());
        let outcome = match (odd.oddity, before) {
            (Oddity::Repeats, _) => Outcome::NumberRepeats,
            (Oddity::GoesBack, Some(_)) => Outcome::NumberGoesBack,
            (Oddity::Skips, Some(_)) => Outcome::NumberSkips,
            (_, _) => Outcome::NumberStarts,
        };
        let stated = before.unwrap_or_default().to_owned();
        let message = Verdict { stated, ..Verdict::odd(outcome).named(own) };
        Finding { kind: FindingKind::Numbering, span: odd.marker, message }
    }
}

/// An odd number: where it stands, and the node it comes behind.
#[derive(Clone, Copy, Debug)]
struct Odd {
    marker: Span,
    oddity: Oddity,
    before: Option<usize>,
}

/// What may be odd in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Oddity {
    Repeats,
    GoesBack,
    Skips,
    Starts,
}
