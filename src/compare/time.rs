//! The time that a figure is said of, seen from the year that its report is about.

use crate::language::{Alike, Time as Part, alike, times};

/// A time, seen from a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// How many years later; earlier, if less than nothing.
    pub years: i32,
    /// Which part of the year, or what else is said.
    pub rest: String,
}

impl Time {
    /// The time of a period in a report about a year.
    pub fn new(period: Option<&str>, reported: Option<i32>) -> Self {
        let said: Vec<char> = period.unwrap_or_default().chars().filter(|letter| !letter.is_whitespace()).collect();
        for (words, years) in [(Alike::Current, 0), (Alike::Previous, -1), (Alike::Following, 1)] {
            if said.is_empty() || alike(words).is(&said) {
                return Self { years, rest: String::new() };
            }
        }
        let until = times(Part::Until).head(&said).unwrap_or(0);
        let said: String = said[until..].iter().collect();
        let dated = said.split_once('年').and_then(|(year, rest)| Some((year.parse::<i32>().ok()?, rest)));
        match dated.zip(reported) {
            // 2023年末 and 2023年以来 are the year, as far as a figure of the same name is concerned.
            Some(((year, rest), reported)) if year > 1900 => {
                let rest = rest.trim_start_matches('度');
                let rest = if matches!(rest, "末" | "底" | "以来" | "全年") { "" } else { rest };
                Self { years: year - reported, rest: rest.to_owned() }
            }
            _ => Self { years: 0, rest: said },
        }
    }

    /// The time as a word that is the same for the same time.
    pub fn key(&self) -> String {
        format!("{}{}", self.years, self.rest)
    }
}
