//! The numbers that Word writes before paragraphs. They stand nowhere in the text, and the outline is made of them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::styles::Styles;
use super::xml::{self, Element};
use crate::input::numerals::written;
use crate::input::{Refusal, numerals};
use crate::text::is_space;

/// Word knows no more levels.
const LEVELS: usize = 9;

/// A number has at most so many characters around its numerals.
const LONGEST: usize = 40;

/// The lists of a document, and how far each is.
#[derive(Default)]
pub struct Numbering {
    kinds: FxHashMap<u32, Kind>,
    lists: FxHashMap<u32, List>,
    /// How far each kind is: lists of one kind go on counting.
    counts: FxHashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists that were met with.
    begun: FxHashSet<u32>,
}

/// How lists of a kind are numbered.
#[derive(Default)]
struct Kind {
    levels: [Level; LEVELS],
    /// The style whose list says it instead.
    style: Option<String>,
}

/// A list: of which kind it is, and what it has of its own.
#[derive(Default)]
struct List {
    kind: u32,
    starts: [Option<u32>; LEVELS],
    levels: FxHashMap<usize, Level>,
}

/// How a level is numbered.
#[derive(Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    /// What is written, `%1` for the numeral of the first level and so on.
    text: String,
    /// What stands between the number and the words.
    gap: Gap,
    /// The level, from 1, that has it begin anew, if that is not every one above; 0 for none.
    restart: Option<usize>,
    /// Whether the numerals of all levels are written in digits.
    is_legal: bool,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
    is_hidden: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Gap {
    #[default]
    Tab,
    Nothing,
}

impl Level {
    fn take(&mut self, element: &Element) {
        match element.name() {
            "start" => self.start = element.number(),
            "numFmt" => self.format = element.value().unwrap_or_default(),
            "lvlText" => self.text = element.value().unwrap_or_default().chars().take(LONGEST).collect(),
            "suff" if element.value().as_deref() == Some("nothing") => self.gap = Gap::Nothing,
            "lvlRestart" => self.restart = element.number(),
            "isLgl" => self.is_legal = element.is_on(),
            "pStyle" => self.style = element.value(),
            "vanish" => self.is_hidden = element.is_on(),
            _ => {}
        }
    }
}

/// What the elements tell of that come next.
enum Subject {
    Nothing,
    Kind(u32),
    List(u32),
}

impl Numbering {
    /// Reads the part with the lists.
    pub fn read(part: &str, styles: &Styles) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        let mut subject = Subject::Nothing;
        let mut level = LEVELS;
        xml::each(part, |element| numbering.take(element, &mut subject, &mut level))?;
        numbering.link(styles);
        Ok(numbering)
    }

    fn take(&mut self, element: &Element, subject: &mut Subject, level: &mut usize) {
        let id = |name: &str| element.attribute(name).and_then(|id| id.trim().parse::<u32>().ok());
        match element.name() {
            "abstractNum" => *subject = id("abstractNumId").map_or(Subject::Nothing, Subject::Kind),
            "num" => *subject = id("numId").map_or(Subject::Nothing, Subject::List),
            "lvl" | "lvlOverride" => *level = id("ilvl").map_or(LEVELS, |level| level as usize),
            _ => {}
        }
        if matches!(element.name(), "abstractNum" | "num") {
            *level = LEVELS;
        }
        match *subject {
            Subject::Nothing => {}
            Subject::Kind(id) => {
                let kind = self.kinds.entry(id).or_default();
                match (element.name(), kind.levels.get_mut(*level)) {
                    ("numStyleLink", _) => kind.style = element.value(),
                    (_, Some(level)) => level.take(element),
                    (_, None) => {}
                }
            }
            Subject::List(id) => {
                let list = self.lists.entry(id).or_default();
                match element.name() {
                    "abstractNumId" => list.kind = element.number().unwrap_or_default(),
                    "startOverride" => {
                        list.starts.iter_mut().skip(*level).take(1).for_each(|start| *start = element.number());
                    }
                    "lvl" if *level < LEVELS => drop(list.levels.insert(*level, Level::default())),
                    _ => list.levels.get_mut(level).into_iter().for_each(|level| level.take(element)),
                }
            }
        }
    }

    /// Lets lists whose kind only names a style be of the kind of the list of that style.
    fn link(&mut self, styles: &Styles) {
        let linked = |kind: u32| {
            let style = self.kinds.get(&kind)?.style.as_deref()?;
            let (list, ..) = styles.list(Some(style))?;
            Some(self.lists.get(&list)?.kind)
        };
        let links: Vec<(u32, u32)> =
            self.lists.iter().filter_map(|(&id, list)| Some((id, linked(list.kind)?))).collect();
        for (id, kind) in links {
            self.lists.entry(id).or_default().kind = kind;
        }
    }

    /// The level of a list on which paragraphs of a style stand.
    pub fn level_of(&self, list: u32, style: &str) -> Option<usize> {
        let list = self.lists.get(&list)?;
        (0..LEVELS).find(|&level| self.level(list, level).is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    fn level<'a>(&'a self, list: &'a List, level: usize) -> Option<&'a Level> {
        list.levels.get(&level).or_else(|| self.kinds.get(&list.kind)?.levels.get(level))
    }

    /// Counts the next paragraph of a list on a level: the number before it, with the gap behind.
    pub fn next(&mut self, id: u32, level: usize) -> Option<String> {
        let list = self.lists.get(&id)?;
        let own = self.level(list, level)?;
        let mut counts = self.counts.get(&list.kind).copied().unwrap_or_default();
        if !self.begun.contains(&id) {
            for (count, start) in counts.iter_mut().zip(list.starts) {
                *count = start.map_or(*count, |_| None);
            }
        }
        let start = |at: usize| list.starts[at].or_else(|| self.level(list, at)?.start).unwrap_or_default();
        counts[level] = Some(counts[level].map_or(start(level), |count| count.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = self.level(list, below).and_then(|level| level.restart).unwrap_or(below);
            if level < restart {
                *count = None;
            }
        }
        let numeral = |at: usize| {
            let format = self.level(list, at).map_or("", |level| &level.format);
            let in_digits = own.is_legal && format != "decimalZero";
            written(counts[at].unwrap_or_else(|| start(at)), if in_digits { "decimal" } else { format })
        };
        let number = if own.is_hidden { String::new() } else { own.number(numeral) };
        self.counts.insert(list.kind, counts);
        self.begun.insert(id);
        Some(number)
    }
}

impl Level {
    /// The number and the gap. A bullet is none: as characters they are what web pages have before links.
    fn number(&self, numeral: impl Fn(usize) -> String) -> String {
        if self.format == numerals::BULLET {
            return String::new();
        }
        let mut pieces = self.text.split('%');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece.chars().next().and_then(|digit| digit.to_digit(10)) {
                Some(level @ 1..=9) => {
                    out += &numeral(level as usize - 1);
                    out += &piece[1..];
                }
                _ => {
                    out.push('%');
                    out += piece;
                }
            }
        }
        // A tab would make a cell of the number, and the marks of Chinese have their own room behind them.
        let has_room =
            out.ends_with(|mark: char| is_space(mark) || matches!(mark, '、' | '）' | '．' | '。' | '：' | '】'));
        if self.gap == Gap::Tab && !out.is_empty() && !has_room {
            out.push(' ');
        }
        out
    }
}
