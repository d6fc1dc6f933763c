//! What stands above and below the text of each page: the numbers of pages, and heads that run on. They are left out, as those of
//! Word files are, so that a sentence can go on over the end of a page. The first page keeps its head: it may be the title. A foot that counts the pages
//! goes from all of them.

use super::layout::{Block, Words};

/// So many lines at each end of a page may be of this.
const REACH: usize = 3;

/// Heads stand at one height, but for so many points.
const NEAR: f64 = 3.0;

/// What stands on fewer of the left or the right pages is no head.
const FEWEST: usize = 3;

/// Takes the furniture out of pages.
pub fn remove(pages: &mut [Vec<Block>]) {
    let first = pages.iter().position(|page| !page.is_empty());
    for end in [End::Top, End::Bottom] {
        // How many lines of each page are furniture, and which of them go.
        let mut reach = vec![0; pages.len()];
        let mut gone = vec![Vec::new(); pages.len()];
        for _ in 0..REACH {
            let outer: Vec<Option<Outer>> =
                pages.iter().zip(&reach).map(|(page, reach)| end.line(page, *reach).map(Outer::of)).collect();
            let counts_on: Vec<bool> = (0..pages.len()).map(|at| counts_on(&outer, at)).collect();
            let repeats = repeats(&outer, &counts_on);
            let before = reach.clone();
            for (at, line) in outer.iter().enumerate() {
                let is_number = line.as_ref().is_some_and(|line| line.is_page_number(counts_on[at]));
                // A foot that counts on is no text of the first page either.
                let foot = matches!(end, End::Bottom) && counts_on[at];
                if is_number || repeats[at] && (foot || Some(at) != first) {
                    gone[at].push(reach[at]);
                }
                reach[at] += usize::from(is_number || repeats[at]);
            }
            if reach == before {
                break;
            }
        }
        for (page, gone) in pages.iter_mut().zip(gone) {
            for depth in gone.into_iter().rev() {
                end.cut(page, depth);
            }
        }
    }
}

#[derive(Clone, Copy)]
enum End {
    Top,
    Bottom,
}

impl End {
    /// Where a page has the block with so many others between it and the end.
    const fn place(self, page: &[Block], depth: usize) -> Option<usize> {
        match self {
            Self::Top => Some(depth),
            Self::Bottom => page.len().checked_sub(depth + 1),
        }
    }

    fn cut(self, page: &mut Vec<Block>, depth: usize) {
        if let Some(place) = self.place(page, depth) {
            page.remove(place);
        }
    }

    fn line(self, page: &[Block], depth: usize) -> Option<&Words> {
        let block = page.get(self.place(page, depth)?);
        if let Some(Block::Words(line)) = block { Some(line) } else { None }
    }
}

/// The outermost line of a page that may be furniture.
struct Outer {
    /// Without white space.
    words: String,
    /// Without what can be the number of the page, too.
    bare: String,
    number: Option<usize>,
    y: f64,
    size: f64,
}

impl Outer {
    fn of(line: &Words) -> Self {
        let letters = line.words.chars().map(ascii).collect::<String>();
        let parts: Vec<&str> = letters.split_whitespace().collect();
        let count = parts.iter().take_while(|part| is_of_number(part)).count();
        let behind = parts.iter().rev().take_while(|part| is_of_number(part)).count();
        let (front, back) = (&parts[..count], &parts[parts.len() - behind..]);
        let numbers = [(back, &parts[..parts.len() - behind]), (front, &parts[count..])];
        let found =
            numbers.into_iter().find_map(|(number, bare)| Some((page_number(&number.concat())?, bare.concat())));
        let words = parts.concat();
        let (number, bare) = found.map_or_else(|| (None, words.clone()), |(number, bare)| (Some(number), bare));
        Self { words, bare, number, y: line.y, size: line.size }
    }

    /// Whether it is the number of a page: — 3 —, 第3页 共10页, or a number alone that counts on.
    fn is_page_number(&self, counts_on: bool) -> bool {
        let is_told = self.words.contains('页') || self.words.starts_with(is_dash) && self.words.ends_with(is_dash);
        self.number.is_some() && self.bare.is_empty() && (is_told || counts_on)
    }

    /// Whether it belongs to what stands below it, even if other pages have it as well: a unit, or the number of an appendix or a table.
    fn is_of_text(&self) -> bool {
        self.words.contains("单位：") || self.words.contains("单位:") || self.words.starts_with(['附', '表'])
    }
}

fn ascii(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter),
        _ => letter,
    }
}

const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '—' | '–' | '－' | '―' | '─' | '~' | '·' | '•')
}

/// Whether words are of nothing but what the number of a page is written with.
fn is_of_number(part: &str) -> bool {
    const SIGNS: &str = ".第页共/／,，()（）";
    part.chars().all(|letter| letter.is_ascii_digit() || is_dash(letter) || SIGNS.contains(letter))
}

/// The first number in words, if it can be that of a page and not a year.
fn page_number(words: &str) -> Option<usize> {
    const LAST: usize = 1000;
    let digits = words.split(|letter: char| !letter.is_ascii_digit()).find(|digits| !digits.is_empty())?;
    digits.parse().ok().filter(|number| *number < LAST)
}

/// Whether a line of a page has a number that counts on with the pages around it.
fn counts_on(outer: &[Option<Outer>], at: usize) -> bool {
    /// Heads may differ on left and right pages, and a chapter may begin between.
    const AROUND: usize = 4;
    let Some(line) = &outer[at] else { return false };
    let around = at.saturating_sub(AROUND)..outer.len().min(at + AROUND + 1);
    around.filter(|other| *other != at).any(|other| {
        let same = outer[other].as_ref().filter(|other| other.bare == line.bare);
        line.number.zip(same.and_then(|same| same.number)).is_some_and(|(own, number)| own + other == number + at)
    })
}

/// For each page, whether most pages have its line at the same height: most of all, or of those on its side.
fn repeats(outer: &[Option<Outer>], counts_on: &[bool]) -> Vec<bool> {
    let said = |line: &Outer, at: usize| if counts_on[at] { line.bare.clone() } else { line.words.clone() };
    let lines = outer.iter().enumerate().filter_map(|(at, line)| Some((at, line.as_ref()?)));
    let mut lines: Vec<(String, &Outer, usize)> = lines
        .filter(|(_, line)| !line.is_of_text())
        .map(|(at, line)| (said(line, at), line, at))
        .filter(|(said, ..)| !said.is_empty())
        .collect();
    lines.sort_by(|(one, line, _), (other, next, _)| {
        one.cmp(other).then(line.size.total_cmp(&next.size)).then(line.y.total_cmp(&next.y))
    });
    let is_same = |(one, line, _): &(String, &Outer, usize), (other, next, _): &(String, &Outer, usize)| {
        one == other && next.size - line.size < 1.0 && (next.y - line.y).abs() < NEAR
    };
    let mut repeats = vec![false; outer.len()];
    for same in lines.chunk_by(is_same) {
        let is_most = |count: usize, of: usize| 2 * count > of;
        for side in [0, 1] {
            let count = same.iter().filter(|(.., at)| at % 2 == side).count();
            // Both of two pages have it as well: the first keeps it.
            let of_all = same.len() > 1 && is_most(same.len(), outer.len());
            if of_all || count >= FEWEST && is_most(count, (outer.len() + 1 - side) / 2) {
                same.iter().filter(|(.., at)| at % 2 == side).for_each(|(.., at)| repeats[*at] = true);
            }
        }
    }
    repeats
}
