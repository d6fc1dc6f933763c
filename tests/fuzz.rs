//! The targets of `fuzz`, tried for some seconds from fixed seeds: the same inputs every time, on any machine, without a tool.

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// How many inputs each target is given.
const INPUTS: u64 = 1_000;

macro_rules! tests {
    ($($target:ident)+) => {
        $(#[test]
        fn $target() {
            run(stringify!($target), targets::$target);
        })+

        /// `cargo fuzz` and this test know the same targets.
        #[test]
        fn every_target_is_tried() {
            let mut files: Vec<String> = names("fuzz/fuzz_targets").collect();
            files.sort();
            let mut tried = vec![$(concat!(stringify!($target), ".rs")),+];
            tried.sort_unstable();
            assert_eq!(files, tried);
        }
    };
}

tests! { read grammar decode docx pdf page excel html csv markdown json clipboard pictures explain }

/// Tries a target with what was once trouble, and with the invented reports after accidents.
fn run(name: &str, target: fn(&[u8])) {
    let kept = format!("fuzz/kept/{name}");
    names(&kept).for_each(|file| hold(target, &fs::read(Path::new(&kept).join(file)).expect("a kept input")));
    let seeds: Vec<Vec<u8>> = names("tests/reports")
        .filter(|file| file.ends_with(".txt"))
        .map(|file| fs::read(Path::new("tests/reports").join(file)).expect("a report"))
        .collect();
    assert!(!seeds.is_empty());
    let mut chance = Chance(1);
    for _ in 0..INPUTS {
        hold(target, &mutated(&seeds, &mut chance));
    }
}

/// The files of a folder, which need not be there.
fn names(folder: &str) -> impl Iterator<Item = String> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned())
}

/// Says which input it was that the target did not take: to be put into `fuzz/kept`.
fn hold(target: fn(&[u8]), input: &[u8]) {
    assert!(catch_unwind(|| target(input)).is_ok(), "on \"{}\"", input.escape_ascii());
}

/// A piece of a seed to which a few accidents have happened.
fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = piece(&seeds[chance.below(seeds.len())], 2_000, chance).to_vec();
    for _ in 0..chance.below(12) {
        let at = chance.below(bytes.len() + 1);
        let until = (at + chance.below(60)).min(bytes.len());
        match chance.below(5) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.insert(at, chance.below(256) as u8),
            2 => bytes[at..until].reverse(),
            3 => {
                let copy = bytes[at..until].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => {
                let other = piece(&seeds[chance.below(seeds.len())], 200, chance);
                bytes.splice(at..until, other.iter().copied());
            }
        }
    }
    bytes
}

fn piece<'seed>(seed: &'seed [u8], longest: usize, chance: &mut Chance) -> &'seed [u8] {
    let start = chance.below(seed.len());
    &seed[start..(start + chance.below(longest)).min(seed.len())]
}

/// Numbers without a pattern, the same in every run: by the constants of Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}
