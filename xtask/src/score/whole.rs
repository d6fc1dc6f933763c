//! The report as a whole: what it is, which parts it lacks, what came along with it.

use gangmu::contract::{Noise, Report};

use super::gold::Gold;
use super::tally::Tally;
use super::text::fold;

/// What kind of document it is, whose, and of when.
pub fn particulars(gold: &Gold, got: &Report, tally: &mut Tally) {
    if let Some(years) = &gold.year {
        let is_hit = got.year.is_some_and(|year| years.as_slice().contains(&year));
        tally.hit("meta.year", is_hit, || format!("meta.year: read {:?} not {:?}", got.year, years.as_slice()));
    }
    for (measure, answers, read) in [
        ("meta.title", &gold.title, got.title.as_deref()),
        ("meta.published", &gold.published, got.published.as_deref()),
        ("meta.issuer", &gold.issuer, got.issuer.as_deref()),
        ("meta.genre", &gold.genre, Some(got.genre.as_str())),
    ] {
        let Some(answers) = answers else { continue };
        let read = read.unwrap_or_default().trim();
        tally.hit(measure, answers.accept(read), || format!("{measure}: read {read} not {:?}", answers.as_slice()));
    }
}

/// Which statutory parts are told nowhere.
pub fn parts(gold: &[String], got: &Report, tally: &mut Tally) {
    let places = got.parts.clone().unwrap_or_default();
    let mut missing = vec![
        ("achievements", places.achievements),
        ("first_responsible", places.first_responsible),
        ("plans", places.plans),
        ("problems", places.problems),
    ];
    missing.retain(|(_, places)| places.is_empty());
    let missing: Vec<&str> = missing.into_iter().map(|(part, _)| part).collect();
    let mut wanted: Vec<&str> = gold.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    tally.hit("parts.missing", missing == wanted, || format!("parts missing: read {missing:?} not {wanted:?}"));
}

/// What belongs to the page and not to the report.
pub fn noise(gold: &[String], got: &[Noise], tally: &mut Tally) {
    let found: Vec<String> = got.iter().map(|noise| fold(&noise.text)).collect();
    let length = |words: &str| words.chars().count();
    let (mut kept, all) = (0, found.iter().map(|words| length(words)).sum());
    for line in gold {
        let words = fold(line);
        let is_hit = found.iter().any(|noise| noise.contains(&words));
        kept += if is_hit { length(&words) } else { 0 };
        tally.hit("noise.recall", is_hit, || format!("noise missed: {line}"));
    }
    tally.add("noise.precision", kept.min(all), all);
}
