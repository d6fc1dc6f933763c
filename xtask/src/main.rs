//! The chores of the project. What they do stands in `USAGE`, each in the file of its name.

mod bench;
mod command;
mod dist;
mod package;
mod page;
mod picture;
mod score;
mod serve;
mod test;
mod tools;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [PORT]   build the page and serve it on this machine
cargo xtask test           run every check: what CI runs
cargo xtask dist           pack the release: a web site, a page in one file, the npm package, checksums and components
cargo xtask bench          measure the speed of the core and the size of the page
cargo xtask picture        take the picture of the page that the README shows
cargo xtask score FOLDER [--detail]
                           measure the reading of FOLDER/reports/NAME.txt against FOLDER/gold/NAME.toml

Each gets the tools it misses, at pinned versions, into target/tools.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["serve"] => serve::run(serve::USUAL_PORT),
        ["serve", port] => port.parse().map_err(|_| format!("{port} is no port")).and_then(serve::run),
        ["test"] => test::run(),
        ["dist"] => dist::run(),
        ["picture"] => picture::run(),
        ["bench"] => bench::run(),
        ["score", folder] => score::run(Path::new(folder), false),
        ["score", folder, "--detail"] | ["score", "--detail", folder] => score::run(Path::new(folder), true),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("which chore?\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
