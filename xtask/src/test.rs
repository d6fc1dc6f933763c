//! `cargo xtask test`: everything that must hold, in the order in which it fails soonest.

use std::fs;
use std::process::Command;

use crate::command::{Result, Steps, capture, capture_from, command, execute, execute_and_keep, find, root};
use crate::{dist, page, score, tools};

const WASM: &str = "--target wasm32-unknown-unknown --no-default-features";

pub fn run() -> Result {
    let for_tests = [
        tools::BROWSER,
        tools::OTHER_BROWSER,
        tools::THIRD_BROWSER,
        tools::SPREADSHEET,
        tools::WEB_SERVER,
        tools::OTHER_SERVERS,
    ];
    let steps = tools::ensure(tools::FOR_PAGE.into_iter().chain(for_tests), 13)?;
    steps.take("formatting", || execute(&mut command("cargo fmt --all --check")))?;
    steps.take("clippy on the host", || {
        execute(&mut command("cargo clippy --locked --workspace --all-targets -- --deny warnings"))
    })?;
    steps.take("clippy for wasm", || {
        execute(&mut command(&format!(
            "cargo clippy --locked {WASM} --features page,js --all-targets -- --deny warnings"
        )))
    })?;
    let built_of = steps.take("licences, sources and doubles of what it is built of", || {
        let metadata = capture(&mut command("cargo metadata --locked --format-version 1 --all-features"))?;
        let file = root().join("target/metadata.json");
        fs::write(&file, metadata).map_err(|error| error.to_string())?;
        let metadata = fs::File::open(&file).map_err(|error| error.to_string())?;
        capture_from(&mut command("node xtask/tools/deny.mjs"), metadata)
    })?;
    let advisories = advisories(&steps)?;
    let host = steps.take("tests on the host", || tests(&mut command("cargo test --locked --workspace")))?;
    let marks = reports_already_read(&steps)?;
    let wasm = steps.take("tests of the core in wasm, in Chromium", || tests(&mut core_in_wasm()))?;
    page::build(&steps)?;
    dist::build(&steps)?;
    let npm = steps.take("tests of the package, in Node.js and Chromium", || tests(&mut in_node("tests/npm")?))?;
    let page = steps.take("tests of the page, in Chromium", || tests(&mut in_node("tests/page")?))?;

    println!();
    for (place, lines) in [
        ("built of", vec![built_of.trim().to_owned(), advisories]),
        ("host", host),
        ("score", vec![marks]),
        ("wasm", wasm),
        ("npm", npm),
        ("page", page),
    ] {
        lines.iter().for_each(|line| println!("{place}: {line}"));
    }
    Ok(())
}

/// Known faults of what it is built of. `cargo deny` knows them, from a list on the network.
fn advisories(steps: &Steps) -> Result<String> {
    let fetched = find(&["cargo-deny"]).ok_or_else(|| "cargo-deny is not installed".to_owned());
    let fetched = fetched.and_then(|_| capture(&mut command("cargo deny fetch db")));
    if let Err(message) = fetched {
        let why = format!("advisories: skipped: {}", message.lines().last().unwrap_or("their list cannot be reached"));
        steps.skip(&why);
        return Ok(why);
    }
    steps.take("advisories", || {
        capture(&mut command("cargo deny --locked check --disable-fetch advisories"))?;
        Ok("advisories: none".to_owned())
    })
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

/// The tests in a folder, file by file: not every version of Node.js takes a folder.
fn in_node(folder: &str) -> Result<Command> {
    let mut tests = command("node --test --test-reporter=spec");
    let entries = fs::read_dir(root().join(folder)).map_err(|error| error.to_string())?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        return Err(format!("there is no test in {folder}"));
    }
    tests.args(files).envs(tools::chromium().map(|browser| ("CHROMIUM", browser)));
    tests.envs(tools::firefox().map(|browser| ("FIREFOX", browser)));
    tests.envs(tools::webkit_driver().map(|driver| ("WEBKITDRIVER", driver)));
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
