//! The name of a figure as another report would say it: without the year, the place and words that only say it was done.

use crate::contract::{Metric, Report};
use crate::language::{Alike, Sense, aliases, alike, senses, verbs};
use crate::report::Kind;

/// The shortest name that is left.
const SHORTEST: usize = 2;

/// How many letters, without a verb before them, say enough to be known by.
const TELLING: usize = 4;

/// What names of places end with.
const PLACES: [char; 9] = ['省', '市', '县', '区', '州', '旗', '镇', '乡', '盟'];

/// The name of a figure, to be compared.
pub struct Name {
    /// What is left of it.
    pub words: String,
    /// Whether that says enough to be known by, wherever it stands.
    pub is_telling: bool,
    /// Whether it does with the verb before it, in places that are alike: 办理案件, and not 办结 or 项目.
    pub is_plain: bool,
}

/// What a report says of itself in the names of its figures.
pub struct Body {
    /// The year, as it stands before a name.
    years: Vec<String>,
    /// The places that its issuer's name begins with: 临水市, 云溪县; and what it calls itself: 全县, 我县, 全局.
    places: Vec<Vec<char>>,
}

impl Body {
    /// The body that made a report, and the year it is about.
    pub fn new(report: &Report) -> Self {
        let years = report.year.map(|year| [format!("{year}年度"), format!("{year}年")]);
        let issuer: Vec<char> = report.issuer.iter().flat_map(|issuer| issuer.chars()).collect();
        let mut places: Vec<Vec<char>> = issuer
            .split_inclusive(|letter| PLACES.contains(letter))
            .filter(|place| place.len() > 1 && place.last().is_some_and(|last| PLACES.contains(last)))
            .map(<[char]>::to_vec)
            .collect();
        // Of several places the last one reports: 全市 in the report of a county is the city around it.
        let own = [issuer.iter().rev().find(|letter| PLACES.contains(letter)), issuer.last()];
        for own in own.into_iter().flatten() {
            places.extend(['全', '我', '本', '该'].map(|all| vec![all, *own]));
        }
        Self { years: years.into_iter().flatten().collect(), places }
    }

    /// The name of one of its figures, as another report would say it.
    pub fn name(&self, metric: &Metric) -> Name {
        let mut words: String = metric.indicator.chars().filter(|letter| !is_silent(*letter)).collect();
        for year in &self.years {
            words = words.replace(year, "");
        }
        let letters: Vec<char> = words.chars().collect();
        let mut rest = &letters[..];
        while let Some(length) = self.head(rest).filter(|length| length + SHORTEST <= rest.len()) {
            rest = &rest[length..];
        }
        if metric.kind == Kind::Growth && metric.direction.is_some() {
            return change(rest);
        }
        let words: String = rest.iter().collect();
        let words = aliases(&words).first().map_or(words, |&alias| alias.to_owned());
        Name { words, is_telling: is_telling(rest), is_plain: rest.len() >= TELLING }
    }

    /// The length of what is at the head of a name and says nothing of what it is.
    fn head(&self, letters: &[char]) -> Option<usize> {
        let place = self.places.iter().filter(|place| letters.starts_with(place)).map(Vec::len).max();
        place.or_else(|| alike(Alike::Light).head(letters))
    }
}

/// By how much something grew or fell: how it is called must not say which.
fn change(letters: &[char]) -> Name {
    let mut end = letters.len();
    for sense in [Sense::Up, Sense::Down] {
        end -= senses(sense).before(letters, end).unwrap_or(0);
    }
    let what = &letters[..end];
    let bare = what.strip_suffix(&['同', '比']).or(what.strip_suffix(&['环', '比'])).unwrap_or(what);
    Name { words: what.iter().collect(), is_telling: is_telling(bare), is_plain: bare.len() >= TELLING }
}

fn is_telling(letters: &[char]) -> bool {
    let verb = verbs().head(letters).unwrap_or(0);
    // 处罚案件 alone says little, 行政处罚案件 enough; 新增就业人数 has the verb for a part of it.
    letters.len() - verb >= TELLING
}

/// Whether a sign in a name makes no difference.
fn is_silent(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '“' | '”' | '"' | '《' | '》')
}
