//! Where the lines of a text were broken: what their sizes and ends tell of it.

use super::paragraphs::{LONG, SHORT, Shape, ends, is_cut, stops_short};

/// How many lines of about one width show that the text was broken at that width.
const WITNESSES: usize = 3;
/// Lines broken at one width differ by so many half characters: a word or a number is not broken.
const SLACK: usize = 8;
/// Lines broken after so many characters differ by so many of them.
const SPARE: usize = 1;
/// Of so many lines one may be wider than the width at which the text was broken.
const FEW: usize = 20;
/// Widths up to this are counted one by one.
const WIDEST: usize = 160;

/// Where a printer breaks lines.
#[derive(Clone, Copy, Debug)]
pub(super) enum Measure {
    /// At a width in half characters.
    Width(usize),
    /// After so many characters of whatever width.
    Count(usize),
    /// Anywhere.
    Ragged,
}

impl Measure {
    /// Whether a line reaches as far, or would with the number that begins the next: a number is not broken.
    pub(super) fn is_full(self, line: &Shape, next: &Shape) -> bool {
        let long = line.length >= SHORT;
        match self {
            Self::Width(width) => long && line.width + next.number + SLACK >= width,
            Self::Count(count) => long && line.count + next.number + SPARE >= count,
            // What has a marker and is so short is a heading of its own.
            Self::Ragged => long && (line.point || !line.marked || line.length > LONG) || line.punctuated,
        }
    }
}

/// How many lines of a text are so and so.
#[derive(Default)]
pub(super) struct Census {
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
    /// Those that end with a comma or between a number and its unit.
    pub(super) certain: usize,
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
    /// So many lines that stop where none can end show that a text was broken into lines.
    pub(super) const BREAKS: usize = 6;

    pub(super) fn count(&mut self, line: &Shape) {
        self.lines += 1;
        self.long += usize::from(line.length >= SHORT);
        for (sizes, size) in [(&mut self.widths, line.width), (&mut self.counts, line.count)] {
            sizes.all[size.min(WIDEST + Sizes::BEYOND)] += 1;
        }
    }

    /// Looks at a line and the next.
    pub(super) fn compare(&mut self, line: &Shape, next: &Shape) {
        let stops = !ends(line.last) && !next.marked;
        if stops && line.is_sentence() {
            self.pieces += 1;
            self.before_figures += usize::from(next.first.is_ascii_digit());
            self.certain += usize::from(line.punctuated && (stops_short(line) || is_cut(line, next)));
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
    pub(super) fn measure(&self) -> Option<Measure> {
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
        if self.stopping == 0 {
            return None;
        }
        let around = |size: usize| sizes.broken[size.saturating_sub(slack)..=size].iter().sum::<usize>();
        let best = (0..=WIDEST).rev().max_by_key(|&size| around(size))?;
        let beyond: usize = sizes.all[best + Sizes::BEYOND..].iter().sum();
        let most = around(best) * 2 > self.stopping && beyond * FEW <= self.lines;
        (around(best) >= WITNESSES && most).then_some((best, around(best)))
    }

    pub(super) fn is_broken_at_figures(&self) -> bool {
        const FEWEST: usize = 4;
        self.before_figures >= FEWEST && self.before_figures * 3 > self.pieces * 2
    }
}
