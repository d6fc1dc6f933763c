//! `cargo xtask bench`: how fast the core is, on the host, in wasm and beside others; how fast the page, how large, and whether its
//! memory grows.

#[path = "../../benches/core/text.rs"]
mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, capture, command, execute, execute_and_keep, root};
use crate::{dist, page, tools};

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

/// Texts of these sizes are pasted into the page; the peers read the smallest, since they are slow.
const PASTED: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

pub fn run() -> Result {
    let wanted = tools::FOR_PAGE.into_iter().chain([tools::BROWSER, tools::PEERS]);
    let steps = tools::ensure(wanted, PLACES.len() + 6)?;
    let mut times = Times::new();
    for (place, line) in PLACES {
        let lines = steps.take(&format!("measuring the core: {place}"), || measure(&mut command(line)))?;
        lines.into_iter().for_each(|(key, seconds)| times.entry(key).or_default().push(seconds));
    }
    page::build(&steps)?;
    dist::build(&steps)?;
    let texts = steps.take("writing the texts", write_texts)?;
    let peers = steps.take("measuring peers", || peers(&texts.join(format!("{}.txt", PASTED[0]))))?;
    let in_page = steps.take("measuring the page, in Chromium", || {
        let mut bench = command("node xtask/tools/bench/page.mjs");
        bench.arg(dist::folder().join("site")).arg(&texts);
        capture(bench.envs(tools::chromium().map(|browser| ("CHROMIUM", browser))))
    })?;

    println!(
        "\nThe core, in megabytes of text a second. host and wasm are built for speed, page as the page is built."
    );
    println!("`of least`: against the smallest text; a work that is linear has 1.\n");
    print!("{}", table(&times));
    println!("\nOthers, on one text of {} bytes, each in its own engine: Node.js, or Python for JioNLP.\n", PASTED[0]);
    print!("{}", compared(&peers));
    println!("\nThe page in Chromium. Memory is what the process of the page and its workers holds.\n");
    print!("{in_page}");
    println!("\nWhat is sent, in bytes.\n");
    execute(command("node xtask/tools/sizes.mjs").arg(page::folder()))?;
    println!("\nThe page's memory in a long day.");
    let browser = tools::chromium().map(|browser| ("CHROMIUM", browser));
    execute(command("node xtask/tools/memory.mjs").arg(page::folder()).envs(browser))
}

/// The same text in several sizes, for all that do not read it from here.
fn write_texts() -> Result<PathBuf> {
    let folder = root().join("target/bench-texts");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for size in PASTED {
        fs::write(folder.join(format!("{size}.txt")), text::report(size)).map_err(|error| error.to_string())?;
    }
    Ok(folder)
}

/// A peer: what it is, the bytes it read, the seconds that took, and how much it found.
type Peer = (String, f64, f64, usize);

/// What others make of a text. JioNLP is there only where Python can install it.
fn peers(text: &Path) -> Result<Vec<Peer>> {
    let is_peer = |line: &str| peer(line).is_some();
    let mut lines = execute_and_keep(command("node xtask/tools/bench/peers.mjs").arg(text), is_peer)?;
    let packages = tools::tools_of_peers().join("python");
    if packages.is_dir() {
        lines.extend(execute_and_keep(command("python3 xtask/tools/bench/peers.py").arg(packages).arg(text), is_peer)?);
    } else {
        eprintln!("JioNLP: skipped: Python could not install it");
    }
    Ok(lines.iter().filter_map(|line| peer(line)).collect())
}

fn peer(line: &str) -> Option<Peer> {
    let [name, bytes, seconds, found] = line.strip_prefix("peer\t")?.split('\t').collect::<Vec<_>>()[..] else {
        return None;
    };
    Some((name.to_owned(), bytes.parse().ok()?, seconds.parse().ok()?, found.parse().ok()?))
}

fn compared(peers: &[Peer]) -> String {
    let speed = |(_, bytes, seconds, _): &Peer| bytes / seconds / 1e6;
    let mut table = format!("{:<44}{:>10}{:>16}{:>10}\n", "", "MB/s", "gangmu is × it", "found");
    for peer in peers {
        let times = speed(&peers[0]) / speed(peer);
        table += &format!("{:<44}{:>10.3}{times:>16.2}{:>10}\n", peer.0, speed(peer), peer.3);
    }
    table
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

    #[test]
    fn peers_are_compared_with_the_first() {
        let lines = ["peer\tours\t1000000\t0.5\t7", "Warning", "peer\tother\t1000000\t2\t5"];
        let peers: Vec<Peer> = lines.iter().filter_map(|line| peer(line)).collect();
        let table = compared(&peers);
        let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows, [["ours", "2.000", "1.00", "7"], ["other", "0.500", "4.00", "5"]]);
    }
}
