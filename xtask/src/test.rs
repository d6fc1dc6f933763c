//! `cargo xtask test`: everything that must hold, in the order in which it fails soonest.

use std::fs;
use std::process::Command;

use crate::command::{Result, Steps, command, execute, execute_and_keep, root};
use crate::{dist, page, score, tools};

const WASM: &str = "--target wasm32-unknown-unknown --no-default-features";

pub fn run() -> Result {
    let for_tests = [tools::BROWSER, tools::OTHER_BROWSER, tools::SPREADSHEET, tools::WEB_SERVER];
    let steps = tools::ensure(tools::FOR_PAGE.into_iter().chain(for_tests), 9)?;
    steps.take("formatting", || execute(&mut command("cargo fmt --all --check")))?;
    steps.take("clippy on the host", || {
        execute(&mut command("cargo clippy --locked --workspace --all-targets -- --deny warnings"))
    })?;
    steps.take("clippy for wasm", || {
        execute(&mut command(&format!("cargo clippy --locked {WASM} --features page --all-targets -- --deny warnings")))
    })?;
    let host = steps.take("tests on the host", || tests(&mut command("cargo test --locked --workspace")))?;
    let marks = reports_already_read(&steps)?;
    let wasm = steps.take("tests of the core in wasm, in Chromium", || tests(&mut core_in_wasm()))?;
    page::build(&steps)?;
    dist::build(&steps)?;
    let page = steps.take("tests of the page, in Chromium", || tests(&mut in_page()?))?;

    println!();
    for (place, lines) in [("host", host), ("score", vec![marks]), ("wasm", wasm), ("page", page)] {
        lines.iter().for_each(|line| println!("{place}: {line}"));
    }
    Ok(())
}

/// Real reports with a careful person's readings. They stand beside the project, not in it.
fn reports_already_read(steps: &Steps) -> Result<String> {
    let folder = root().join("../shared/corpus");
    if folder.is_dir() {
        return steps.take("reports that a person has read", || score::hold(&folder));
    }
    let why = "skipped: there is no ../shared/corpus";
    steps.skip(&format!("reports that a person has read: {why}"));
    Ok(why.to_owned())
}

/// Runs tests and gives the runner's own summary. A runner that found none has failed.
fn tests(runner: &mut Command) -> Result<Vec<String>> {
    let summary = execute_and_keep(runner, is_summary)?;
    if summary.is_empty() { Err("no test was run".to_owned()) } else { Ok(summary) }
}

/// Whether a line is of the summary of Rust's, wasm-bindgen's or Node's test runner, and counts something.
fn is_summary(line: &str) -> bool {
    let node = ["tests", "pass", "fail"].iter().any(|word| line.starts_with(&format!("ℹ {word} ")));
    (line.starts_with("test result: ") && !line.contains(" 0 passed; 0 failed")) || node
}

/// The tests that run on the host as well.
fn core_in_wasm() -> Command {
    let mut tests = command(&format!("cargo test --locked {WASM} --test core"));
    tests.env("WASM_BINDGEN_USE_BROWSER", "1").env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    tests.envs(tools::chromedriver().map(|driver| ("CHROMEDRIVER", driver)));
    tests
}

/// The tests in `tests/page`, file by file: not every version of Node.js takes a folder.
fn in_page() -> Result<Command> {
    let mut tests = command("node --test --test-reporter=spec");
    let folder = fs::read_dir(root().join("tests/page")).map_err(|error| error.to_string())?;
    let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        return Err("there is no test in tests/page".to_owned());
    }
    tests.args(files).envs(tools::chromium().map(|browser| ("CHROMIUM", browser)));
    tests.envs(tools::firefox().map(|browser| ("FIREFOX", browser)));
    tests.envs(tools::nginx().map(|server| ("NGINX", server)));
    Ok(tests)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn summaries_are_told_from_other_lines() {
        assert!(is_summary("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"));
        assert!(is_summary("ℹ pass 4"));
        assert!(!is_summary("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"));
        assert!(!is_summary("test reads_a_report ... ok"));
        assert!(!is_summary("ℹ duration_ms 1200"));
    }
}
