//! The invented reports, each with the reading that is expected of it. `UPDATE_EXPECTED=1 cargo test --test core` writes
//! the readings anew; whoever commits them has read the difference line by line.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::contract;
use sha2::{Digest, Sha256};

use crate::reports;

/// The JSON of every report, byte for byte, in one digest each: the host's and wasm's must both be this.
const DIGESTS: &str = include_str!("../reports/json.sha256");

/// The digests in the form of `sha256sum`.
fn digests() -> String {
    let line = |report: &reports::Report| {
        let mut form = contract::Report::new(&gangmu::read(report.text), report.text, Some(report.name));
        // A new version need not read differently.
        form.generator.clear();
        let bytes = serde_json::to_vec(&form).expect("a reading can be written");
        let hex: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{hex}  {}\n", report.name)
    };
    reports::ALL.iter().map(line).collect()
}

#[test]
#[cfg(target_arch = "wasm32")]
fn json_is_the_same_as_on_the_host() {
    assert_eq!(digests(), DIGESTS);
}

#[cfg(not(target_arch = "wasm32"))]
mod on_the_host {
    use std::path::PathBuf;

    use super::{DIGESTS, digests, reports};
    use crate::written::written;

    fn folder() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
    }

    fn update() -> bool {
        std::env::var_os("UPDATE_EXPECTED").is_some()
    }

    #[test]
    fn every_report_of_the_folder_is_read() {
        let mut found: Vec<String> = std::fs::read_dir(folder())
            .expect("the folder is there")
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".txt").map(str::to_owned))
            .collect();
        found.sort();
        let listed: Vec<&str> = reports::ALL.iter().map(|report| report.name).collect();
        assert_eq!(found, listed);
    }

    #[test]
    fn readings_are_as_expected() {
        let mut stale = Vec::new();
        for report in reports::ALL {
            let path = folder().join(report.name).with_extension("expected");
            let found = written(report.text, &gangmu::read(report.text));
            if update() {
                std::fs::write(&path, found).expect("the folder can be written");
            } else if std::fs::read_to_string(&path).unwrap_or_default() != found {
                stale.push(difference(report.name, &std::fs::read_to_string(&path).unwrap_or_default(), &found));
            }
        }
        assert!(stale.is_empty(), "not as expected (UPDATE_EXPECTED=1 writes them anew):\n{}", stale.join("\n"));
    }

    #[test]
    fn json_is_as_it_was() {
        if update() {
            std::fs::write(folder().join("json.sha256"), digests()).expect("the folder can be written");
        } else {
            assert_eq!(digests(), DIGESTS, "UPDATE_EXPECTED=1 writes them anew");
        }
    }

    /// The lines that only one side has.
    fn difference(name: &str, expected: &str, found: &str) -> String {
        let only = |sign: char, lines: &str, other: &str| -> String {
            let lines = lines.lines().filter(|line| !other.lines().any(|known| known == *line));
            lines.map(|line| format!("{sign} {line}\n")).collect()
        };
        format!("{name}\n{}{}", only('-', expected, found), only('+', found, expected))
    }
}
