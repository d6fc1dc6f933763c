//! The package for npm: the core for JavaScript, in `target/dist/npm`.

use std::fs;
use std::path::PathBuf;

use crate::command::{Result, Steps, command, execute, root};
use crate::dist;
use crate::page::without_machine_paths;

/// The package, as it is installed.
pub fn folder() -> PathBuf {
    dist::folder().join("npm")
}

/// Builds and packs it.
pub fn build(steps: &Steps) -> Result {
    steps.take("building the package for npm", || {
        let build = "cargo build --locked --profile npm --target wasm32-unknown-unknown --no-default-features --features js --bin js";
        execute(command(build).env("CARGO_ENCODED_RUSTFLAGS", without_machine_paths()))?;
        if folder().is_dir() {
            fs::remove_dir_all(folder()).map_err(|error| error.to_string())?;
        }
        let program = root().join("target/wasm32-unknown-unknown/npm/js.wasm");
        let mut bind = command("wasm-bindgen --target web --no-typescript --out-name gangmu --out-dir");
        execute(bind.arg(folder()).arg(program))?;
        let wasm = folder().join("gangmu_bg.wasm");
        execute(command("wasm-opt -O3").arg(&wasm).arg("-o").arg(&wasm))?;
        execute(command("node xtask/tools/package.mjs").arg(folder()).arg(env!("CARGO_PKG_VERSION")).arg(dist::folder()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangmu::report;

    /// The types name the words that the readings use, all of them, with what each means.
    #[test]
    fn types_agree_with_the_vocabularies() {
        let types = fs::read_to_string(root().join("npm/index.d.ts")).unwrap();
        let words = |name: &str| -> Vec<String> {
            let (_, rest) = types.split_once(&format!("export type {name} =\n")).unwrap_or_else(|| panic!("no {name}"));
            let (union, _) = rest.split_once(';').unwrap();
            let lines: Vec<&str> = union.lines().map(str::trim).collect();
            for pair in lines.chunks(2) {
                assert!(pair[0].starts_with("/** ") && pair[1].starts_with("| "), "{name}: {pair:?}");
            }
            lines.iter().filter_map(|line| Some(line.strip_prefix("| \"")?.strip_suffix('"')?.to_owned())).collect()
        };
        macro_rules! agree {
            ($($name:ident),+) => {
                $(assert_eq!(words(stringify!($name)), report::$name::ALL.iter().map(|each| each.as_str()).collect::<Vec<_>>());)+
            };
        }
        agree!(
            Genre,
            Part,
            Kind,
            Role,
            Qualifier,
            Direction,
            Relation,
            Reason,
            CheckKind,
            Status,
            FindingKind,
            NameRule,
            LinkRule
        );
    }
}
