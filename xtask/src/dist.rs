//! `cargo xtask dist`: the release, in `target/dist/release`.

use std::fs;
use std::path::PathBuf;

use crate::command::{Result, Steps, capture, command, execute, root};
use crate::{package, page, tools};

const METADATA: &str = "cargo metadata --locked --format-version 1 --no-default-features --features page \
                        --filter-platform wasm32-unknown-unknown";

pub fn run() -> Result {
    let steps = tools::ensure(tools::FOR_PAGE, 3)?;
    page::build(&steps)?;
    build(&steps)?;
    println!("\nin {}", folder().join("release").display());
    Ok(())
}

/// Where the release is put, and in `site` what its archive holds.
pub fn folder() -> PathBuf {
    root().join("target/dist")
}

/// Packs the page that was built, and the package for npm.
pub fn build(steps: &Steps) -> Result {
    list()?;
    package::build(steps)?;
    steps.take("packing the release", || {
        let version = env!("CARGO_PKG_VERSION");
        execute(command("node xtask/tools/dist.mjs").arg(page::folder()).arg(version).arg(folder()))
    })
}

/// Lists what the page is built of, and the licences that go along with every copy of it.
fn list() -> Result {
    let failed = |error: std::io::Error| error.to_string();
    fs::create_dir_all(folder()).map_err(failed)?;
    let metadata = folder().join("metadata.json");
    fs::write(&metadata, capture(&mut command(METADATA))?).map_err(failed)?;
    for (program, made) in [("components", "components.json"), ("licences", "licences.txt")] {
        let read = fs::File::open(&metadata).map_err(failed)?;
        let written = fs::File::create(folder().join(made)).map_err(failed)?;
        execute(command(&format!("node xtask/tools/{program}.mjs")).stdin(read).stdout(written))?;
    }
    Ok(())
}
