//! How fast the core is. `cargo xtask bench` makes a table of what this prints for the host and for wasm.
//!
//! A line is `bench`, a name, the bytes of the text and the seconds they took, with tabs between.

mod text;

use std::hint::black_box;
use web_time::{Duration, Instant};

/// What is measured, and its name.
type Bench = (&'static str, fn(&str));

const BENCHES: &[Bench] = &[("read", |text| drop(black_box(gangmu::read(black_box(text)))))];

const SIZES: [usize; 3] = [10_000, 1_000_000, 10_000_000];

/// How long one size is tried for, and how often at least.
const PATIENCE: Duration = Duration::from_secs(2);
const RUNS: usize = 3;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    run(|line| println!("{line}"));
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn benches() {
    run(|line| wasm_bindgen_test::console_log!("{line}"));
}

fn run(print: fn(&str)) {
    for (name, work) in BENCHES {
        for size in SIZES {
            let text = text::report(size);
            let seconds = shortest(|| work(&text)).as_secs_f64();
            print(&format!("bench\t{name}\t{}\t{seconds}", text.len()));
        }
    }
}

/// The shortest of many runs: what the work takes when nothing disturbs it.
fn shortest(work: impl Fn()) -> Duration {
    let begun = Instant::now();
    let mut shortest = Duration::MAX;
    let mut runs = 0;
    while runs < RUNS || begun.elapsed() < PATIENCE {
        let start = Instant::now();
        work();
        shortest = shortest.min(start.elapsed());
        runs += 1;
    }
    shortest
}
