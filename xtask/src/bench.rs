//! `cargo xtask bench`: how fast the core is, on the host and in wasm, how large the page, and whether its memory grows.

use std::collections::BTreeMap;
use std::process::Command;

use crate::command::{Result, command, execute, execute_and_keep};
use crate::{page, tools};

/// Where the core is measured, and by which command.
const PLACES: [(&str, &str); 3] = [
    ("host", "cargo bench --locked --bench core"),
    // A test runner is what brings wasm into Node.js, whose engine is Chromium's.
    (
        "wasm",
        "cargo test --locked --profile bench --target wasm32-unknown-unknown --no-default-features --bench core -- --nocapture",
    ),
    (
        "page",
        "cargo test --locked --profile web --target wasm32-unknown-unknown --no-default-features --bench core -- --nocapture",
    ),
];

/// Seconds for each name and size of text, place by place.
type Times = BTreeMap<(String, u64), Vec<f64>>;

pub fn run() -> Result {
    let steps = tools::ensure(tools::FOR_PAGE.into_iter().chain([tools::BROWSER]), PLACES.len() + 1)?;
    let mut times = Times::new();
    for (place, line) in PLACES {
        let lines = steps.take(&format!("measuring the core: {place}"), || measure(&mut command(line)))?;
        lines.into_iter().for_each(|(key, seconds)| times.entry(key).or_default().push(seconds));
    }
    page::build(&steps)?;

    println!(
        "\nThe core, in megabytes of text a second. host and wasm are built for speed, page as the page is built."
    );
    println!("`of least`: against the smallest text; a work that is linear has 1.\n");
    print!("{}", table(&times));
    println!("\nThe page, in bytes.\n");
    execute(command("node xtask/tools/sizes.mjs").arg(page::folder()))?;
    println!("\nThe page's memory in a long day.");
    let browser = tools::chromium().map(|browser| ("CHROMIUM", browser));
    execute(command("node xtask/tools/memory.mjs").arg(page::folder()).envs(browser))
}

fn measure(bench: &mut Command) -> Result<Vec<((String, u64), f64)>> {
    let lines = execute_and_keep(bench, |line| parse(line).is_some())?;
    if lines.is_empty() {
        Err("nothing was measured".to_owned())
    } else {
        Ok(lines.iter().filter_map(|line| parse(line)).collect())
    }
}

/// Reads a line of the bench: `bench`, name, bytes, seconds, with tabs between.
fn parse(line: &str) -> Option<((String, u64), f64)> {
    let [name, bytes, seconds] = line.strip_prefix("bench\t")?.split('\t').collect::<Vec<_>>()[..] else { return None };
    Some(((name.to_owned(), bytes.parse().ok()?), seconds.parse().ok()?))
}

fn table(times: &Times) -> String {
    let mut table = format!("{:<12}{:>11}", "", "bytes");
    for (place, _) in PLACES {
        table += &format!("{place:>10}{:>10}", "of least");
    }
    table += &format!("{:>12}\n", "wasm / host");
    for ((name, bytes), seconds) in times {
        let speed = |bytes: u64, seconds: f64| bytes as f64 / seconds / 1e6;
        let speeds: Vec<f64> = seconds.iter().map(|&seconds| speed(*bytes, seconds)).collect();
        let ((_, least), first) = times.iter().find(|((other, _), _)| other == name).expect("at least itself");
        table += &format!("{name:<12}{bytes:>11}");
        for (now, &then) in speeds.iter().zip(first) {
            table += &format!("{now:>10.1}{:>10.2}", now / speed(*least, then));
        }
        table += &format!("{:>12.2}\n", speeds[1] / speeds[0]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_speeds() {
        let lines =
            ["bench\tread\t1000\t0.00001", "bench\tread\t100000\t0.002", "test benches ... ok", "bench\tread\t1000"];
        let measured: Vec<_> = lines.iter().filter_map(|line| parse(line)).collect();
        assert_eq!(measured.len(), 2);
        let times: Times = measured.into_iter().map(|(key, host)| (key, vec![host, host * 2.0, host * 4.0])).collect();
        let table = table(&times);
        let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[0], ["read", "1000", "100.0", "1.00", "50.0", "1.00", "25.0", "1.00", "0.50"]);
        assert_eq!(rows[1], ["read", "100000", "50.0", "0.50", "25.0", "0.50", "12.5", "0.50", "0.50"]);
    }
}
