//! Sentences with the figures that are to be read in them, in `tests/cases`. `UPDATE_EXPECTED=1 cargo test --test core`
//! writes the indented lines anew; whoever commits them has read each as a careful clerk would.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::Report;
use gangmu::report::Metric;
use rust_decimal::Decimal;

use crate::laws;

macro_rules! files {
    ($($name:literal,)+) => {
        &[$(($name, include_str!(concat!("../cases/", $name, ".txt"))),)+]
    };
}

/// Every file of the folder with its text, compiled in, since there are no files in wasm.
const FILES: &[(&str, &str)] = files![
    "approximations",
    "attributes",
    "baselines",
    "belongings",
    "breakdowns",
    "changes",
    "codes-and-dates",
    "comparisons",
    "compositions",
    "congresses-and-documents",
    "coordination",
    "dealt-with",
    "departments",
    "differences",
    "enumerations",
    "growth",
    "halves-and-measures",
    "holidays",
    "intentions",
    "kind-agriculture",
    "kind-audit-and-plan",
    "kind-bureau-summary",
    "kind-civil-affairs",
    "kind-communique",
    "kind-county",
    "kind-culture",
    "kind-department-and-town",
    "kind-education",
    "kind-emergency",
    "kind-environment",
    "kind-finance",
    "kind-health",
    "kind-housing",
    "kind-human-resources",
    "kind-investment",
    "kind-law-based-government",
    "kind-law-reports",
    "kind-market-regulation",
    "kind-openness",
    "kind-police",
    "kind-tourism",
    "kind-transport",
    "kind-work-report",
    "limits",
    "models-and-addresses",
    "names-around",
    "names-borrowed",
    "narratives",
    "numerals",
    "outcomes",
    "people",
    "percent-and-multiples",
    "periods",
    "predicates",
    "ranks",
    "reached",
    "resumed",
    "said-once",
    "slogans-and-names",
    "targets",
    "those-and-reached",
    "thresholds",
    "units",
];

/// A line with words to read and the lines indented below it.
struct Case<'a> {
    /// The number of the line, from 1.
    line: usize,
    words: &'a str,
    /// One for each figure and for each numeral that is none, as `tests/cases/README.md` tells.
    facts: Vec<String>,
}

/// The cases of a file. Empty lines and lines that begin with `#` are for the reader.
fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match cases.last_mut() {
            Some(case) if line.starts_with(' ') => case.facts.push(tidy(line)),
            _ => cases.push(Case { line: index + 1, words: line, facts: Vec::new() }),
        }
    }
    cases
}

/// A line of facts with one space around its strokes.
fn tidy(line: &str) -> String {
    line.split('|').map(str::trim).collect::<Vec<_>>().join(" | ")
}

fn is_skipped(fact: &str) -> bool {
    fact.starts_with("- ")
}

/// The figures of the words, a line each.
fn figures(words: &str, report: &Report) -> Vec<String> {
    report.metrics.iter().map(|metric| figure(words, report, metric)).collect()
}

/// `indicator | quote | value unit | kind role qualifier direction | period | relation → quote of the whole`
fn figure(words: &str, report: &Report, metric: &Metric) -> String {
    let low = metric.low.map(|low| format!("{}–", shown(low))).unwrap_or_default();
    let amount = [Some(format!("{low}{}", shown(metric.value))), metric.unit.clone()];
    let nature = [
        Some(metric.kind.as_str()),
        Some(metric.role.as_str()),
        Some(metric.qualifier.as_str()),
        metric.direction.map(|direction| direction.as_str()),
    ];
    let whole = metric.of.zip(metric.relation);
    let cells = [
        metric.indicator.clone(),
        metric.span.of(words).to_owned(),
        amount.into_iter().flatten().collect::<Vec<_>>().join(" "),
        nature.into_iter().flatten().collect::<Vec<_>>().join(" "),
        metric.period.clone().unwrap_or_default(),
        whole
            .map(|(id, relation)| format!("{} → {}", relation.as_str(), called(words, report, id)))
            .unwrap_or_default(),
    ];
    cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

/// Two thirds as a person would write them.
fn shown(value: Decimal) -> Decimal {
    value.round_dp(6).normalize()
}

/// A figure by its quote, and by its name too where that is not enough.
fn called(words: &str, report: &Report, id: usize) -> String {
    let Metric { indicator, span, .. } = &report.metrics[id];
    let quote = span.of(words);
    let alike = report.metrics.iter().filter(|other| other.span.of(words) == quote).count();
    if alike == 1 { quote.to_owned() } else { format!("{indicator} {quote}") }
}

/// The numerals of the words that are no figures, a line each.
fn skipped(words: &str, report: &Report) -> Vec<String> {
    report.skipped.iter().map(|skipped| format!("- {} {}", skipped.span.of(words), skipped.reason.as_str())).collect()
}

/// How the reading differs from what the case says: the figures must be these, the numerals named as none among those.
fn difference(name: &str, case: &Case<'_>) -> Option<String> {
    let report = gangmu::read(case.words);
    let (skips, expected): (Vec<_>, Vec<_>) = case.facts.iter().cloned().partition(|fact| is_skipped(fact));
    let (found, ledger) = (figures(case.words, &report), skipped(case.words, &report));
    let missing =
        expected.iter().filter(|fact| !found.contains(fact)).chain(skips.iter().filter(|fact| !ledger.contains(fact)));
    let missing: String = missing.map(|fact| format!("\n  - {fact}")).collect();
    let surplus: String =
        found.iter().filter(|fact| !expected.contains(fact)).map(|fact| format!("\n  + {fact}")).collect();
    let same = missing.is_empty() && found == expected;
    (!same).then(|| format!("tests/cases/{name}.txt:{}: {}{missing}{surplus}", case.line, case.words))
}

/// Every case that is read otherwise, said so that it can be found.
fn wrong() -> Vec<String> {
    let wrong = |(name, text): &(&str, &'static str)| -> Vec<String> {
        cases(text).iter().filter_map(|case| difference(name, case)).collect()
    };
    FILES.iter().flat_map(wrong).collect()
}

#[test]
#[cfg(target_arch = "wasm32")]
fn sentences_are_read_as_expected() {
    assert_eq!(wrong(), Vec::<String>::new());
}

#[test]
fn the_laws_hold_of_sentences() {
    FILES.iter().flat_map(|(_, text)| cases(text)).for_each(|case| laws::holds(case.words));
}

#[cfg(not(target_arch = "wasm32"))]
mod on_the_host {
    use std::path::PathBuf;

    use super::{Case, FILES, cases, figures, is_skipped, skipped, wrong};

    /// The file with the lines below each case as they are read now. A case that has named numerals that are no figures,
    /// or has no figure, names them all.
    fn anew(text: &str) -> String {
        let mut out = String::new();
        let mut cases = cases(text).into_iter();
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            out += line;
            out.push('\n');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let Case { words, facts, .. } = cases.next().expect("a line of words is a case");
            let report = gangmu::read(words);
            let mut read = figures(words, &report);
            if read.is_empty() || facts.iter().any(|fact| is_skipped(fact)) {
                read.extend(skipped(words, &report));
            }
            read.iter().for_each(|fact| out += &format!("    {fact}\n"));
        }
        out
    }

    fn folder() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
    }

    #[test]
    fn every_file_of_the_folder_is_read() {
        let mut found: Vec<String> = std::fs::read_dir(folder())
            .expect("the folder is there")
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".txt").map(str::to_owned))
            .collect();
        found.sort();
        let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(found, listed);
    }

    /// After `UPDATE_EXPECTED=1` the next build has the new lines compiled in.
    #[test]
    fn sentences_are_read_as_expected() {
        if std::env::var_os("UPDATE_EXPECTED").is_none() {
            let wrong = wrong();
            assert!(wrong.is_empty(), "{} sentences (- expected, + read):\n{}", wrong.len(), wrong.join("\n"));
            return;
        }
        for (name, _) in FILES {
            let path = folder().join(name).with_extension("txt");
            let text = std::fs::read_to_string(&path).expect("the file is there");
            std::fs::write(&path, anew(&text)).expect("the folder can be written");
        }
    }
}
