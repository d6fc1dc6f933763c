//! What stands above and below the text of each page: the numbers of pages, and heads that run on. They are left out, as those of
//! Word files are, so that a sentence can go on over the end of a page.

use super::layout::{Block, Words};

/// So many lines at each end of a page may be of this.
const REACH: usize = 3;

/// Heads stand at one height, but for so many points.
const NEAR: f64 = 3.0;

/// Takes the furniture out of pages.
pub fn remove(pages: &mut [Vec<Block>]) {
    for end in [End::Top, End::Bottom] {
        for _ in 0..REACH {
            let outer: Vec<Option<Outer>> = pages.iter().map(|page| Outer::of(end.line(page)?)).collect();
            let is_furniture: Vec<bool> =
                outer.iter().enumerate().map(|(at, line)| is_furniture(&outer, at, line)).collect();
            if !is_furniture.contains(&true) {
                break;
            }
            for (page, is_furniture) in pages.iter_mut().zip(is_furniture) {
                if is_furniture {
                    end.cut(page);
                }
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
    fn line(self, page: &[Block]) -> Option<&Words> {
        let block = match self {
            Self::Top => page.first(),
            Self::Bottom => page.last(),
        };
        if let Some(Block::Words(line)) = block { Some(line) } else { None }
    }

    fn cut(self, page: &mut Vec<Block>) {
        match self {
            Self::Top => drop(page.remove(0)),
            Self::Bottom => drop(page.pop()),
        }
    }
}

/// The outermost line of a page.
struct Outer {
    /// Without digits and white space.
    words: String,
    /// The first number in it.
    number: Option<usize>,
    y: f64,
    size: f64,
}

impl Outer {
    fn of(line: &Words) -> Option<Self> {
        let letters =
            || line.words.chars().map(|letter| if ('０'..='９').contains(&letter) { ascii(letter) } else { letter });
        let words: String = letters().filter(|letter| !letter.is_ascii_digit() && !letter.is_whitespace()).collect();
        let digits: String =
            letters().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).take(4).collect();
        Some(Self { words, number: digits.parse().ok(), y: line.y, size: line.size })
    }

    /// Whether it can be nothing but the number of a page: — 3 —, 第3页 共10页.
    fn is_page_number(&self) -> bool {
        const SIGNS: &str = "-—–－―─~·•.第页共/／,，()（）";
        self.number.is_some() && !self.words.is_empty() && self.words.chars().all(|letter| SIGNS.contains(letter))
    }

    /// Whether it is a number and nothing else.
    const fn is_bare(&self) -> bool {
        self.number.is_some() && self.words.is_empty()
    }

    /// Whether it stands where another does, and says the same.
    fn repeats(&self, other: &Self) -> bool {
        self.words == other.words && (self.size - other.size).abs() < 1.0 && (self.y - other.y).abs() < NEAR
    }
}

fn ascii(letter: char) -> char {
    char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
}

/// Whether the outermost line of a page is furniture: a number of the page that counts on, or words that other pages have as well.
fn is_furniture(outer: &[Option<Outer>], at: usize, line: &Option<Outer>) -> bool {
    let Some(line) = line else { return false };
    if line.is_page_number() {
        return true;
    }
    /// Heads may differ on left and right pages, and a chapter may begin between.
    const AROUND: usize = 4;
    let around = at.saturating_sub(AROUND)..outer.len().min(at + AROUND + 1);
    let others = around.filter(|other| *other != at).filter_map(|other| Some((other, outer[other].as_ref()?)));
    let counts_on = |other: usize, number: usize| line.number.is_some_and(|own| own + other == number + at);
    if line.is_bare() {
        return others.filter(|(other, line)| line.is_bare() && counts_on(*other, line.number.unwrap_or(0))).count()
            > 0;
    }
    let repeats = others.filter(|(_, other)| line.repeats(other)).count();
    repeats > 1 || repeats == 1 && outer.len() == 2
}
