//! `cargo xtask score FOLDER`: how well reports are read that a careful person has read before.
//!
//! The folder holds reports as `reports/NAME.txt` and their gold readings as `gold/NAME.toml`.

mod checks;
mod gold;
mod metrics;
mod outline;
mod structure;
mod tally;
mod text;
mod whole;

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use gangmu::contract::Report;

use crate::command::Result;
use gold::Gold;
use tally::{Tally, rate};
use text::Source;

/// What must hold of the folder that `cargo xtask test` scores.
const BARS: [(&str, f64); 25] = [
    ("outline.f1", 0.99),
    ("outline.part", 1.0),
    ("metrics.f1", 0.99),
    ("metrics.quote", 0.98),
    ("metrics.grounded", 1.0),
    ("indicator.exact", 0.88),
    ("indicator.close", 0.96),
    ("field.kind", 0.97),
    ("field.role", 0.97),
    ("field.qualifier", 0.97),
    ("field.direction", 0.97),
    ("field.period", 0.9),
    ("relation.f1", 0.92),
    ("checks.recall", 0.9),
    ("checks.precision", 0.5),
    ("checks.false_alarms", 0.0),
    ("parts.missing", 1.0),
    ("noise.recall", 0.9),
    ("noise.precision", 0.9),
    ("meta.title", 0.9),
    ("meta.year", 0.9),
    ("meta.published", 0.9),
    ("meta.issuer", 0.9),
    ("meta.genre", 0.9),
    ("reports.failed", 0.0),
];

/// The figures of a folder, in the order in which they are printed.
struct Score {
    figures: Vec<(&'static str, f64)>,
    total: Tally,
}

/// Prints the figures of a folder, and the differences too if they are asked for.
pub fn run(folder: &Path, is_detailed: bool) -> Result {
    let score = score(folder, is_detailed)?;
    for (name, value) in &score.figures {
        let of = score.total.count(name).filter(|&(_, chances)| chances > 0);
        let of = of.map(|(hits, chances)| format!("   {hits}/{chances}")).unwrap_or_default();
        println!("{name:22} {value:6.3}{of}");
    }
    Ok(())
}

/// Holds a folder to the bars, and gives a line that says so.
pub fn hold(folder: &Path) -> Result<String> {
    let missed = missed(&score(folder, false)?.figures);
    if missed.is_empty() { Ok(format!("all {} bars hold", BARS.len())) } else { Err(missed.join("\n")) }
}

/// The bars that are missed, be it that nothing was measured. What a reading promises of its structure has no exception.
fn missed(figures: &[(&str, f64)]) -> Vec<String> {
    let promised = figures.iter().map(|&(name, _)| (name, 1.0)).filter(|(name, _)| name.starts_with("structure."));
    let falls_short = |(name, bar): (&str, f64)| {
        let Some(&(_, value)) = figures.iter().find(|&&(measure, _)| measure == name) else {
            return Some(format!("{name} was not measured"));
        };
        let is_fault = ["checks.false_alarms", "reports.failed"].contains(&name);
        let is_missed = if is_fault { value > bar } else { value < bar };
        is_missed.then(|| format!("{name} is {value:.3}, the bar is {bar}"))
    };
    BARS.into_iter().chain(promised).filter_map(falls_short).collect()
}

fn score(folder: &Path, is_detailed: bool) -> Result<Score> {
    let mut total = Tally::default();
    let mut failed = 0;
    for path in golds(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let gold = fs::read_to_string(&path).map_err(|error| error.to_string());
        let gold: Gold = gold
            .and_then(|gold| toml::from_str(&gold).map_err(|error| error.to_string()))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let report = folder.join("reports").join(format!("{name}.txt"));
        let text = fs::read(&report).map_err(|error| error.to_string()).and_then(|bytes| {
            let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
            Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
        });
        let source = Source::new(text.map_err(|message| format!("{}: {message}", report.display()))?);
        let reading = panic::catch_unwind(|| read(source.text())).ok();
        failed += u32::from(reading.is_none());
        let tally = match reading {
            Some(got) => {
                let mut tally = compare(&source, &gold, &got);
                tally.iter_mut().for_each(|tally| structure::score(&source, &got, tally));
                tally
            }
            // Read empty: all its gold is missed.
            None => compare(&source, &gold, &read("")).map(|tally| tally.missed()),
        };
        let tally = tally.map_err(|message| format!("{name}: {message}"))?;
        if is_detailed {
            println!("{name}");
            tally.differences.iter().for_each(|difference| println!("    {difference}"));
        }
        total.extend(&tally);
    }
    if total.count("metrics.recall").is_some_and(|(hits, _)| hits == 0) {
        NOTHING_RIGHT.iter().for_each(|measure| total.set(measure, 0, 1));
    }
    let mut figures: Vec<(&'static str, f64)> =
        [("outline.f1", "outline"), ("metrics.f1", "metrics"), ("relation.f1", "relation")]
            .map(|(name, of)| (name, total.f1(of)))
            .into();
    figures.extend(total.counts().map(|(name, count)| match name {
        "checks.false_alarms" => (name, count.0 as f64),
        _ => (name, rate(count)),
    }));
    figures.push(("reports.failed", f64::from(failed)));
    Ok(Score { figures, total })
}

/// Where no figure was found, nothing about figures is right.
const NOTHING_RIGHT: [&str; 11] = [
    "field.direction",
    "field.kind",
    "field.period",
    "field.qualifier",
    "field.role",
    "indicator.close",
    "indicator.exact",
    "metrics.grounded",
    "metrics.quote",
    "relation.precision",
    "relation.recall",
];

/// The gold readings of a folder, by name.
fn golds(folder: &Path) -> Result<Vec<PathBuf>> {
    let gold = folder.join("gold");
    let entries = fs::read_dir(&gold).map_err(|error| format!("{}: {error}", gold.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    if paths.is_empty() { Err(format!("{} holds no gold reading", gold.display())) } else { Ok(paths) }
}

fn read(text: &str) -> Report {
    Report::new(&gangmu::read(text), text, None)
}

fn compare(source: &Source, gold: &Gold, got: &Report) -> Result<Tally> {
    let tally = &mut Tally::default();
    whole::particulars(gold, got, tally);
    outline::score(&gold.outline, &got.sections, tally);
    metrics::score(source, &gold.metrics, &got.metrics, tally)?;
    checks::score(source, &gold.checks, &got.checks, &got.metrics, tally)?;
    if let Some(missing) = &gold.parts_missing {
        whole::parts(missing, got, tally);
    }
    if let Some(noise) = &gold.noise {
        whole::noise(noise, &got.noise, tally);
    }
    Ok(std::mem::take(tally))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "云岭镇2023年总结\n\n一、审议情况\n全年审议项目64个，其中通过57个、未通过7个。\n";
    const GOLD: &str = r#"
year = 2023
genre = ["summary", "other"]
outline = [{ depth = 1, marker = "一、", title = "审议情况" }]
metrics = [
  { id = "all", at = "审议项目⟦64个⟧", indicator = ["审议项目"], value = 64, unit = "个", kind = "count", period = "全年" },
  { at = "通过⟦57个⟧", indicator = ["通过", "通过项目"], value = 57, unit = "个", kind = "count", of = "all", relation = "part" },
  { at = "未通过⟦7个⟧", indicator = ["未通过", "未通过项目"], value = 7, unit = "个", kind = "count", of = "all", relation = "part" },
]
checks = [{ kind = "sum", at = "审议项目⟦64个⟧", status = "consistent" }]
noise = []
"#;

    fn score_of(name: &str, gold: &str) -> Result<Score> {
        let folder = std::env::temp_dir().join(format!("gangmu-score-{name}-{}", std::process::id()));
        for (place, content) in [("reports/a.txt", TEXT), ("gold/a.toml", gold)] {
            let path = folder.join(place);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        let score = score(&folder, false);
        fs::remove_dir_all(&folder).unwrap();
        score
    }

    fn figure(score: &Score, name: &str) -> f64 {
        score.figures.iter().find(|(measure, _)| *measure == name).unwrap().1
    }

    #[test]
    fn a_right_reading_scores_one() {
        let score = score_of("right", GOLD).unwrap();
        for (name, value) in &score.figures {
            let best = if ["checks.false_alarms", "reports.failed"].contains(name) { 0.0 } else { 1.0 };
            assert_eq!(*value, best, "{name}");
        }
        // The little report has no measure of some bars.
        assert_eq!(missed(&score.figures).iter().find(|message| !message.ends_with("was not measured")), None);
        let none = [("outline.f1", 0.5)];
        assert_eq!(missed(&none).len(), BARS.len());
    }

    #[test]
    fn every_kind_of_difference_costs_its_measure() {
        for (right, wrong, measure) in [
            ("year = 2023", "year = 2022", "meta.year"),
            (r#""summary", "other""#, r#""statistics""#, "meta.genre"),
            (r#"title = "审议情况""#, r#"title = "办理情况""#, "outline.f1"),
            ("value = 57", "value = 58", "metrics.recall"),
            ("⟦7个⟧", "⟦7⟧个", "metrics.quote"),
            (r#"["审议项目"]"#, r#"["项目审查数目"]"#, "indicator.close"),
            (r#""count", period"#, r#""money", period"#, "field.kind"),
            (r#"period = "全年""#, r#"role = "target""#, "field.role"),
            (r#"period = "全年""#, r#"qualifier = "over""#, "field.qualifier"),
            (r#"period = "全年""#, r#"direction = "up""#, "field.direction"),
            (r#"period = "全年""#, r#"period = "上半年""#, "field.period"),
            (r#"relation = "part""#, r#"relation = "attribute""#, "relation.recall"),
            (r#", of = "all", relation = "part""#, "", "relation.precision"),
            (r#"kind = "sum""#, r#"kind = "ratio""#, "checks.recall"),
            ("checks = ", "others = ", "checks.precision"),
            ("noise = []", r#"noise = ["分享"]"#, "noise.recall"),
        ] {
            let score = score_of("wrong", &GOLD.replace(right, wrong)).unwrap();
            assert!(figure(&score, measure) < 1.0, "{measure}");
        }
    }

    #[test]
    fn a_place_that_is_not_in_the_text_is_named() {
        let message = score_of("nowhere", &GOLD.replace("⟦64个⟧", "⟦65个⟧")).err().unwrap();
        assert!(message.contains("a: 审议项目⟦65个⟧"), "{message}");
    }
}
